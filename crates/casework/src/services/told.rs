//! What the pack, the teams of this server and the members say of each organisation, put together in the order of time.

use super::organisation::{HERE, TEAM};
use super::rows::Note;
use super::written::{COLUMNS, Understood};
use super::{Checked, Confidence, ForWhom, Kind, Organisation, Service, Written, embedded};
use base::{Instant, TeamId};
use std::collections::BTreeMap;

/// What members can say of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Added,
    /// It is as it stands here.
    Checked,
    Corrected,
    NotAnswering,
    /// It works as a team on this server.
    Linked,
    Unlinked,
}

base::keys!(Said {
    Added = "added",
    Checked = "checked",
    Corrected = "corrected",
    NotAnswering = "not-answering",
    Linked = "linked",
    Unlinked = "unlinked",
});

/// One thing that was said, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The place of its entry in the log, by which a form knows whether somebody said something since.
    pub position: i64,
    pub at: Instant,
    pub by: String,
    pub said: Said,
    /// What it changed.
    pub changes: Vec<Change>,
    /// A newer pack says otherwise meanwhile: it changes nothing any more.
    pub outdated: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub column: &'static str,
    pub from: String,
    pub to: String,
}

/// An organisation with everything that was said of it, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub organisation: Organisation,
    pub history: Vec<Spoken>,
}

/// Everything, by name. `teams` as `access::organisation::teams` answers.
pub(super) fn tell(notes: Vec<Note>, teams: &[(TeamId, String, String)]) -> Vec<Told> {
    let mut all: BTreeMap<String, Told> = BTreeMap::new();
    let of_teams = teams.iter().map(of_team);
    for organisation in embedded().organisations.iter().cloned().chain(of_teams) {
        all.insert(organisation.id.clone(), Told { organisation, history: Vec::new() });
    }
    for note in notes {
        if note.said == Said::Added
            && let Some(organisation) = added(&note)
        {
            all.insert(note.organisation.clone(), Told { organisation, history: Vec::new() });
        }
        // An organisation that a newer pack no longer has is gone with what was said of it.
        if let Some(told) = all.get_mut(&note.organisation) {
            told.hear(note);
        }
    }
    let linked: Vec<String> = all
        .values()
        .filter(|told| !told.organisation.is_own_of_team())
        .filter_map(|t| Some(own_id(t.organisation.team?)))
        .collect();
    linked.iter().for_each(|id| drop(all.remove(id)));
    let mut all: Vec<Told> = all.into_values().collect();
    all.sort_by_cached_key(|told| (told.organisation.name.to_lowercase(), told.organisation.id.clone()));
    all
}

/// The id of the entry that a team has of itself.
pub fn own_id(team: TeamId) -> String {
    format!("{TEAM}{team}")
}

/// A team stands in the directory of its server without anybody's doing; what it gives follows from its kind.
fn of_team((team, name, kind): &(TeamId, String, String)) -> Organisation {
    let (kind, services) = match kind.as_str() {
        "shelter" => (Kind::Shelter, vec![Service::Shelter]),
        "mission" => (Kind::Mission, vec![Service::IdentityCheck, Service::TravelDocument]),
        "fund" => (Kind::Fund, vec![Service::Ticket, Service::Money]),
        "clinic" => (Kind::Clinic, vec![Service::Medical]),
        _ => (Kind::Other, Vec::new()),
    };
    Organisation {
        id: own_id(*team),
        name: name.clone(),
        kind,
        services,
        for_whom: ForWhom::default(),
        area: String::new(),
        capacity: None,
        hours: String::new(),
        languages: Vec::new(),
        contact: String::new(),
        note: String::new(),
        source: "team".to_owned(),
        as_of: team.made_at().local_date(),
        confidence: Confidence::High,
        checked: None,
        not_answering: None,
        team: Some(*team),
        added_here: true,
    }
}

fn added(note: &Note) -> Option<Organisation> {
    let mut written = Written::default();
    note.over(&mut written);
    let mut organisation = Organisation {
        id: note.organisation.clone(),
        source: note.by.clone(),
        confidence: Confidence::Medium,
        team: None,
        ..of_team(&(TeamId::from_bytes([0; 16]), String::new(), String::new()))
    };
    organisation.as_of = note.at.local_date();
    organisation.take(written.understand().ok()?);
    Some(organisation)
}

impl Told {
    fn hear(&mut self, note: Note) {
        let organisation = &mut self.organisation;
        let day = note.at.local_date();
        let outdated = !organisation.added_here && day < organisation.as_of;
        let before = Written::of(organisation);
        let mut after = before.clone();
        note.over(&mut after);
        let mut changes: Vec<Change> = COLUMNS
            .into_iter()
            .filter(|column| before.get(column) != after.get(column))
            .map(|column| Change { column, from: before.get(column).to_owned(), to: after.get(column).to_owned() })
            .collect();
        if note.said == Said::Added {
            changes.clear();
        }
        if !outdated {
            // What was understood when it was said is understood now; if the words of a newer version differ, what
            // was known before stays.
            if let Ok(understood) = after.understand() {
                organisation.take(understood);
            }
            let look = Some(Checked { on: day, by: note.by.clone() });
            match note.said {
                Said::Added | Said::Checked | Said::Corrected => {
                    (organisation.checked, organisation.not_answering) = (look, None);
                }
                Said::NotAnswering => organisation.not_answering = look,
                Said::Linked | Said::Unlinked => {}
            }
        }
        match note.said {
            Said::Linked => organisation.team = note.team,
            Said::Unlinked => organisation.team = None,
            _ => {}
        }
        let Note { position, at, by, said, .. } = note;
        self.history.push(Spoken { position, at, by, said, changes, outdated });
    }

    /// The place of what was said last, for a form; empty when nobody said anything.
    pub fn newest(&self) -> String {
        self.history.last().map(|spoken| spoken.position.to_string()).unwrap_or_default()
    }
}

impl Organisation {
    fn take(&mut self, said: Understood) {
        let Understood { name, kind, services, for_whom, area, capacity, hours, languages, contact, note } = said;
        (self.name, self.kind, self.services, self.for_whom) = (name, kind, services, for_whom);
        (self.area, self.capacity, self.hours) = (area, capacity, hours);
        (self.languages, self.contact, self.note) = (languages, contact, note);
    }

    /// Whether this is what a team says of itself, because no other entry stands for it.
    pub fn is_own_of_team(&self) -> bool {
        self.id.starts_with(TEAM)
    }

    /// Whether members added it on this server, and not the pack or a team.
    pub fn is_members_own(&self) -> bool {
        self.id.starts_with(HERE)
    }
}

impl Written {
    /// As it would be written.
    pub fn of(organisation: &Organisation) -> Written {
        let Organisation { name, kind, services, for_whom, area, capacity, hours, languages, contact, note, .. } =
            organisation.clone();
        Understood { name, kind, services, for_whom, area, capacity, hours, languages, contact, note }.into()
    }
}
