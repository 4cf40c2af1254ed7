//! Asking: for somebody, with their consent, or for a need without naming anybody.

use super::deadlines::tell;
use super::rows::{self, About, ReferralRow};
use super::{Request, SHARED, Sent, State, Urgency, read};
use crate::consent::{self, Consented, Item, Recipient};
use crate::plan::Told;
use crate::record::{record, state, summaries};
use crate::registry::unused_codes;
use crate::services::Service;
use crate::{Event, Fact, Facts, Field, Origin, Result, Statement};
use access::alert::Kind;
use access::keyring::Share;
use access::{AccessError, Action, Cx, Holder, OpenCase};
use base::{CaseCode, CaseId, Country, EventId, Instant, TeamId};
use std::collections::BTreeMap;
use store::Tx;
use vault::{Chance, Compartment, DataKey};

/// What is asked for, beside who is to be shown what: that is in the consent.
pub struct Ask {
    pub service: Service,
    pub urgency: Urgency,
    /// Until when an answer is expected; what the urgency says when it is none.
    pub due: Option<Instant>,
    pub note: Option<String>,
    /// The file of an earlier request that was refused or not answered.
    pub after: Option<CaseId>,
}

/// A need of some people, none of whom is named.
pub struct NeedAsked {
    pub ask: Ask,
    pub to: Recipient,
    pub people: u32,
    pub nationality: Option<Country>,
    pub place: Option<String>,
}

/// The file that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Referred {
    pub file: CaseId,
}

/// Whether a recipient is an embassy, a ministry or the police of some state.
pub fn is_state(tx: &mut Tx, recipient: &Recipient) -> Result<bool> {
    let Recipient::Team(team) = recipient else { return Ok(recipient.is_state_outside()) };
    let known = access::organisation::teams(tx)?.into_iter().find(|(id, ..)| id == team);
    // Nobody refers to a team that is not there.
    let (_, _, kind) = known.ok_or(AccessError::Unfit("There is no such team on this server."))?;
    Ok(kind == "mission" || kind == "police")
}

/// Refers somebody: shows exactly `items` to `to`, on a consent that stands.
pub fn refer(cx: &mut Cx, case: CaseId, to: &Recipient, items: &[Item], ask: Ask) -> Result<Referred> {
    let mut own = cx.open(case, Action::Refer)?;
    let facts = summaries(cx.tx, &own)?;
    let consented =
        consent::covering(&facts, to, ask.service, items, cx.now.local_date()).map_err(|_| AccessError::NoConsent)?;
    if is_state(cx.tx, to)? && !Told::of(&facts).may_meet_states() {
        return Err(AccessError::Unfit(
            "The safety check says that this person is in danger when a state learns of them. Nothing was sent, whatever \
             was agreed before. If they have changed their mind, do the safety check anew with them, alone.",
        ));
    }
    let team = from(cx, to)?;
    let code = consented.items.contains(&Item::Code).then(|| CaseCode::of(case).plain());
    let request = request(cx, &ask, team, &consented.recipient, &consented.items, code, 1);
    let shown: Vec<Fact> = shown(&facts, &consented).collect();
    let until = consented.until.map(Instant::end_of);
    let mut file = open_file(cx, team, to, until, true)?;
    deliver(cx, &mut file, shown, &request)?;
    let sent = Sent {
        file: file.id,
        service: consented.purpose,
        recipient: consented.recipient,
        items: consented.items,
        grant: consented.grant,
        after: ask.after,
    };
    state(cx, &mut own, Fact::Referral(Box::new(sent.clone())), Vec::new())?;
    let nationality = match facts.newest(Field::Nationalities) {
        Some(Fact::Nationalities(countries)) => countries.first().copied(),
        _ => None,
    };
    let place = match facts.newest(Field::Place) {
        Some(Fact::Place(place)) => Some(place.clone()),
        _ => None,
    };
    let about = About { case: Some(case), sent, people: 1, nationality, place };
    note(cx, file.id, team, to, &about, request.due)?;
    Ok(Referred { file: file.id })
}

/// Asks for something for some people, none of whom is named; so it needs nobody's consent.
pub fn ask_for_need(cx: &mut Cx, need: NeedAsked) -> Result<Referred> {
    cx.permit(Action::Refer)?;
    if need.people == 0 {
        return Err(AccessError::Unfit("Please say for how many people it is."));
    }
    let team = from(cx, &need.to)?;
    let request = request(cx, &need.ask, team, &need.to, &[], None, need.people);
    let mut file = open_file(cx, team, &need.to, None, false)?;
    deliver(cx, &mut file, Vec::new(), &request)?;
    let sent = Sent {
        file: file.id,
        service: need.ask.service,
        recipient: need.to.clone(),
        items: Vec::new(),
        grant: EventId::from_bytes([0; 16]),
        after: need.ask.after,
    };
    let about = About { case: None, sent, people: need.people, nationality: need.nationality, place: need.place };
    note(cx, file.id, team, &need.to, &about, request.due)?;
    Ok(Referred { file: file.id })
}

/// Asks again, more urgently, whoever has not answered, and gives a new deadline.
pub fn escalate(cx: &mut Cx, file: CaseId, urgency: Urgency, note: Option<String>) -> Result<()> {
    let mut open = cx.open_correspondence(file, Action::Refer)?;
    let mut row = rows::of_file(cx.tx, file)?.ok_or(read::nothing(file))?;
    let facts = summaries(cx.tx, &open)?;
    let (held, request) = read::request(&facts).ok_or(AccessError::Unreadable)?;
    if Some(row.from) != cx.keys.actor.team || row.state == State::Withdrawn {
        return Err(AccessError::Refused { action: Action::Refer });
    }
    let due = cx.now.plus_hours(urgency.hours());
    let escalated = request.escalated.saturating_add(1);
    let again = Request { urgency, due: due.millis(), escalated, note: note.or(request.note.clone()), ..request };
    state(cx, &mut open, Fact::Request(Box::new(again)), vec![held])?;
    (row.state, row.due_at) = (State::Open, due);
    if let Some(asked) = row.to {
        tell(cx.tx, asked, Kind::ReferralReceived, file, cx.now, cx.rng)?;
    }
    rows::update(cx.tx, &row)
}

fn from(cx: &Cx, to: &Recipient) -> Result<TeamId> {
    match cx.keys.actor.team {
        Some(team) if *to != Recipient::Team(team) => Ok(team),
        Some(_) => Err(AccessError::Unfit("This is your own team. Please choose another.")),
        None => Err(AccessError::TeamNeeded),
    }
}

fn request(
    cx: &Cx,
    ask: &Ask,
    from: TeamId,
    to: &Recipient,
    items: &[Item],
    code: Option<String>,
    people: u32,
) -> Request {
    let due = ask.due.filter(|due| *due > cx.now).unwrap_or_else(|| cx.now.plus_hours(ask.urgency.hours()));
    Request {
        service: ask.service,
        from,
        to: to.clone(),
        items: items.to_vec(),
        code,
        people,
        urgency: ask.urgency,
        due: due.millis(),
        note: ask.note.clone(),
        escalated: 0,
        withdrawn: false,
    }
}

/// What stands on the case of the fields that the person agreed to show.
fn shown(facts: &Facts, consented: &Consented) -> impl Iterator<Item = Fact> {
    let fields = consented.items.iter().flat_map(|item| item.fields());
    let standing = fields.flat_map(|field| facts.current(*field)).map(|held| held.fact.clone());
    // A sign that is over says nothing that was asked about.
    standing.filter(|fact| !matches!(fact, Fact::Sign(_, false)))
}

/// A new file with its keys: the team that asks corresponds about it, and for the one that is asked it is a person of
/// theirs, or correspondence too when nobody is named.
fn open_file(cx: &mut Cx, team: TeamId, to: &Recipient, until: Option<Instant>, is_person: bool) -> Result<OpenCase> {
    let mut chance = Chance::from(cx.rng);
    let id = unused_codes(cx, 1, &mut chance)?[0].case;
    let mut shares = vec![Share::of(cx.tx, Holder::Correspondence(team), team, None)?];
    if let Recipient::Team(asked) = to {
        let holder = if is_person { Holder::Team(*asked) } else { Holder::Correspondence(*asked) };
        shares.push(Share::of(cx.tx, holder, *asked, until)?);
    }
    cx.make_file(id, &SHARED, &shares)
}

/// Writes what is shown and what is asked into a new file, part by part.
fn deliver(cx: &mut Cx, file: &mut OpenCase, shown: Vec<Fact>, request: &Request) -> Result<()> {
    let mut parts: BTreeMap<Compartment, Vec<Fact>> = BTreeMap::new();
    for fact in shown.into_iter().chain([Fact::Request(Box::new(request.clone()))]) {
        parts.entry(fact.field().compartment()).or_default().push(fact);
    }
    let names_somebody = request.people == 1 && !request.items.is_empty();
    if let Some(facts) = parts.remove(&Compartment::Identity).or(names_somebody.then(Vec::new)) {
        record(cx, file, Compartment::Identity, &Event::Registered { origin: Origin::Referral, facts })?;
    }
    for (compartment, facts) in parts {
        let statements = facts.into_iter().map(|fact| Statement { fact, replaces: Vec::new() }).collect();
        record(cx, file, compartment, &Event::Stated { statements, because: None })?;
    }
    Ok(())
}

/// What can be known with nobody signed in, and for the team that asked, what it counts by.
fn note(cx: &mut Cx, file: CaseId, team: TeamId, to: &Recipient, about: &About, due: i64) -> Result<()> {
    let key = ledger_key(cx)?;
    let row = ReferralRow {
        file,
        from: team,
        to: match to {
            Recipient::Team(asked) => Some(*asked),
            Recipient::Outside { .. } => None,
        },
        about: about.seal(&key, file, cx.rng),
        state: State::Open,
        asked_at: cx.now,
        due_at: Instant::from_millis(due),
        answered_at: None,
        withdrawn_at: None,
        deleted_at: None,
        deleted_by: None,
    };
    rows::insert(cx.tx, &row)?;
    match row.to {
        Some(asked) => tell(cx.tx, asked, Kind::ReferralReceived, file, cx.now, cx.rng),
        None => Ok(()),
    }
}

/// The key of what a team notes of its own referrals: every reader of its identities makes it.
pub(super) fn ledger_key(cx: &Cx) -> Result<DataKey> {
    let key = cx.keys.team_secret(Compartment::Identity, "safeconduct referrals v1");
    key.ok_or(AccessError::Refused { action: Action::Refer })
}
