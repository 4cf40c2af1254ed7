//! Who may stand on a mission's roll, and everything that keeps somebody off it.
//!
//! What the plan says decides: no roll names anybody before a safety check, against a warning, or without a yes to that
//! mission and to the authorities. A roll asks this when it is drafted, sealed, sent and taken out as a file.

use crate::plan::{About, End, Told};
use ::pathway::pack::{Pack, Shipped};
use ::pathway::{
    Contact, Contacts, Correction, Course, Known, Missing as Unknown, Progress, Situation, StepNo, Warning, Way, Why,
    bars, is_behind,
};
use base::{Birth, Country, Date, Paper, PaperKind, PaperStatus};
use serde::{Deserialize, Serialize};

/// Why somebody is not on a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    SafetyNotChecked,
    SafetyNotClear,
    /// Of the person themselves, or of the pack and weighed by nobody.
    Warned(Warning),
    Declined(Contact),
    /// The person was not asked whether these may be told.
    NoConsent(Contact),
    NoGuardian,
    /// On another way, where nobody asks this mission for anything.
    OtherWay(Way),
    Detained,
    /// Already on the way, at home, or elsewhere.
    Left,
    MissionUnconfirmed,
    NoMission,
    /// Another mission is the one that may be asked.
    OtherNationality,
    NationalityNotChosen,
    NationalityDisputed,
    NationalityUnknown,
    /// Two values of one field stand that say different things.
    Contradiction,
    NoName,
    NoBirthDate,
    /// A year, a month, an estimate.
    BirthNotExact,
    /// Neither a passport nor a travel document with its number.
    NoDocument,
    IdentityNotVerified,
    NoEntry,
    EntryNotExact,
    /// The days cannot be said to the day.
    Overstay(Unknown),
    NoOverstay,
    AlreadyWaived,
    PaysTheFine,
    /// It was asked for, and refused: whoever asks again notes that first.
    Refused,
}

impl Missing {
    /// Every word that [`Missing::key`] can say, what weighs most first.
    pub const KEYS: [&'static str; 28] = [
        "safety-not-checked",
        "safety-not-clear",
        "warned",
        "declined",
        "no-consent",
        "no-guardian",
        "other-way",
        "detained",
        "left",
        "mission-unconfirmed",
        "no-mission",
        "other-nationality",
        "nationality-not-chosen",
        "nationality-disputed",
        "nationality-unknown",
        "contradiction",
        "no-name",
        "no-birth-date",
        "birth-not-exact",
        "no-document",
        "identity-not-verified",
        "no-entry",
        "entry-not-exact",
        "overstay",
        "no-overstay",
        "already-waived",
        "pays-the-fine",
        "refused",
    ];

    /// The stable word at the end of keys of catalogues; what it is about comes beside it.
    pub const fn key(self) -> &'static str {
        match self {
            Missing::SafetyNotChecked => "safety-not-checked",
            Missing::SafetyNotClear => "safety-not-clear",
            Missing::Warned(_) => "warned",
            Missing::Declined(_) => "declined",
            Missing::NoConsent(_) => "no-consent",
            Missing::NoGuardian => "no-guardian",
            Missing::OtherWay(_) => "other-way",
            Missing::Detained => "detained",
            Missing::Left => "left",
            Missing::MissionUnconfirmed => "mission-unconfirmed",
            Missing::NoMission => "no-mission",
            Missing::OtherNationality => "other-nationality",
            Missing::NationalityNotChosen => "nationality-not-chosen",
            Missing::NationalityDisputed => "nationality-disputed",
            Missing::NationalityUnknown => "nationality-unknown",
            Missing::Contradiction => "contradiction",
            Missing::NoName => "no-name",
            Missing::NoBirthDate => "no-birth-date",
            Missing::BirthNotExact => "birth-not-exact",
            Missing::NoDocument => "no-document",
            Missing::IdentityNotVerified => "identity-not-verified",
            Missing::NoEntry => "no-entry",
            Missing::EntryNotExact => "entry-not-exact",
            Missing::Overstay(_) => "overstay",
            Missing::NoOverstay => "no-overstay",
            Missing::AlreadyWaived => "already-waived",
            Missing::PaysTheFine => "pays-the-fine",
            Missing::Refused => "refused",
        }
    }

    fn of(why: Why) -> Option<Missing> {
        Some(match why {
            Why::SafetyNotChecked => Missing::SafetyNotChecked,
            Why::SafetyNotClear => Missing::SafetyNotClear,
            Why::NotAsked(contact) => Missing::NoConsent(contact),
            Why::Declined(contact) => Missing::Declined(contact),
            Why::Warned(warning, _) => Missing::Warned(warning),
            Why::NoGuardian => Missing::NoGuardian,
            Why::MissionUnconfirmed => Missing::MissionUnconfirmed,
            Why::NoMission => Missing::NoMission,
            Why::NationalityNotChosen => Missing::NationalityNotChosen,
            Why::NationalityDisputed => Missing::NationalityDisputed,
            Why::NationalityUnknown => Missing::NationalityUnknown,
            Why::Detained(_) => Missing::Detained,
            Why::After(_) | Why::Refused(_) | Why::Failed(_) => return None,
        })
    }

    fn is_of_the_mission(self) -> bool {
        use Missing::{MissionUnconfirmed, NationalityDisputed, NationalityNotChosen, NationalityUnknown, NoMission};
        matches!(self, MissionUnconfirmed | NationalityDisputed | NationalityNotChosen | NationalityUnknown | NoMission)
    }
}

/// Which roll is asked about.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub pack: &'a Shipped,
    /// Where the pack waives fines by lists of missions.
    pub step: StepNo,
    pub corrections: &'a [Correction],
    /// Of whose mission.
    pub nationality: Country,
    pub today: Date,
    /// Up to this day overstays are counted.
    pub until: Date,
}

/// Somebody, as far as a roll depends on it.
pub struct Person<'f> {
    pub names: &'f [String],
    pub about: About<'f>,
    pub told: &'f Told,
    /// Whether two values of one field stand.
    pub contradicts: bool,
}

/// What a line says of a person, and all that it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub name: String,
    pub birth: Date,
    pub document: String,
    pub nationality: Country,
    pub entered: Date,
    pub days: u32,
    /// Of the currency that stands at the head of the roll.
    pub hundredths: u64,
}

/// What stands against naming somebody to this mission and to the authorities, whatever else is known of them.
pub fn barred(pack: &Pack, step: StepNo, nationality: Country, situation: &Situation) -> Vec<Missing> {
    let told = Contacts::of([Contact::Mission, Contact::Authority]);
    // A roll passes through many hands: one that stands against anybody keeps the person off it.
    let warned = situation.all_warnings().iter().map(Missing::Warned);
    let mut all: Vec<Missing> = warned.collect();
    all.extend(bars(pack, situation, step, told).into_iter().filter_map(Missing::of));
    if situation.standing.mission != Some(nationality) && !all.iter().any(|one| one.is_of_the_mission()) {
        all.push(Missing::OtherNationality);
    }
    let way = match situation.course {
        Course::Chosen(choice) => Some(choice.way()),
        Course::Deportation => Some(Way::Deportation),
        Course::Open => None,
    };
    all.extend(way.filter(|way| !pack.step(step).ways.has(*way)).map(Missing::OtherWay));
    tidy(all)
}

impl Person<'_> {
    fn situation(&self, asked: &Asked) -> Situation {
        // Whose state it is said to be differently is said once, and not as a mission that nobody was asked about.
        let about = About { disputed: false, ..self.about };
        let route = self.told.route(asked.pack, asked.corrections, about);
        self.told.situation(asked.pack, &route, about, asked.today)
    }

    /// What stands against naming this person on the roll; empty where nothing does.
    pub fn barred(&self, asked: &Asked) -> Vec<Missing> {
        self.barred_in(asked, &self.situation(asked))
    }

    fn barred_in(&self, asked: &Asked, situation: &Situation) -> Vec<Missing> {
        let mut all = barred(&asked.pack.pack, asked.step, asked.nationality, situation);
        all.extend(self.about.disputed.then_some(Missing::NationalityDisputed));
        tidy(all)
    }

    /// The person's line, or everything that keeps them off the roll.
    pub fn line(&self, asked: &Asked) -> Result<Content, Vec<Missing>> {
        let situation = self.situation(asked);
        let mut missing = self.barred_in(asked, &situation);
        missing.extend(self.contradicts.then_some(Missing::Contradiction));
        missing.extend(self.told.outcomes.iter().any(|one| one.what != End::Stayed).then_some(Missing::Left));
        missing.extend(behind(asked, &situation));
        let name = self.names.first().map(|name| name.trim()).filter(|name| !name.is_empty());
        let name = some(name, Missing::NoName, &mut missing);
        let birth = match self.about.birth {
            Some(Birth::On(day)) => Ok(*day),
            Some(_) => Err(Missing::BirthNotExact),
            None => Err(Missing::NoBirthDate),
        };
        let birth = birth.map_err(|why| missing.push(why)).ok();
        let document = some(document(self.about.papers), Missing::NoDocument, &mut missing);
        let entered = match self.told.entry(self.about) {
            Some((first, last)) if first == last => Ok(first),
            Some(_) => Err(Missing::EntryNotExact),
            None => Err(Missing::NoEntry),
        };
        let entered = entered.map_err(|why| missing.push(why)).ok();
        let overstay = self.told.overstay(asked.pack, self.about, asked.until);
        // That the day of entry is not known is said already.
        let unknown = overstay.missing.iter().filter(|one| entered.is_some() || **one != Unknown::EntryDay);
        missing.extend(unknown.map(|one| Missing::Overstay(*one)));
        missing.extend((overstay.most_days == Some(0)).then_some(Missing::NoOverstay));
        match (name, birth, document, entered, overstay.least_fine) {
            (Some(name), Some(birth), Some(document), Some(entered), Some(fine)) if missing.is_empty() => Ok(Content {
                name: name.to_owned(),
                birth,
                document: document.to_owned(),
                nationality: asked.nationality,
                entered,
                days: overstay.least_days,
                hundredths: fine.hundredths,
            }),
            _ => Err(tidy(missing)),
        }
    }
}

fn some<T>(value: Option<T>, why: Missing, missing: &mut Vec<Missing>) -> Option<T> {
    if value.is_none() {
        missing.push(why);
    }
    value
}

/// Each once, what weighs most first.
fn tidy(mut all: Vec<Missing>) -> Vec<Missing> {
    all.sort_unstable();
    all.dedup();
    all
}

/// What is done already, and what has to be done before.
fn behind(asked: &Asked, situation: &Situation) -> Vec<Missing> {
    let pack = &asked.pack.pack;
    let waiver = situation.progress.iter().rev().find(|(step, _)| *step == asked.step).map(|(_, progress)| *progress);
    let is_waived = situation.known.has(Known::FineWaived) || matches!(waiver, Some(Progress::Done { .. }));
    let is_refused = matches!(waiver, Some(Progress::Refused { .. } | Progress::Failed { .. }));
    let is_verified = pack.identity.is_none_or(|step| is_behind(pack, situation, step));
    let all = [
        (is_waived, Missing::AlreadyWaived),
        (is_refused && !is_waived, Missing::Refused),
        (situation.known.has(Known::PaysTheFine), Missing::PaysTheFine),
        (!is_verified, Missing::IdentityNotVerified),
    ];
    all.into_iter().filter_map(|(holds, why)| holds.then_some(why)).collect()
}

/// The number under which the ministry finds the person: that of a paper they can leave with, or else of the passport
/// with which they came.
fn document(papers: &[Paper]) -> Option<&str> {
    let rank = |paper: &&Paper| match (paper.kind, paper.status) {
        (PaperKind::TravelDocument, PaperStatus::Held) => 0,
        (PaperKind::Passport, PaperStatus::Held) => 1,
        (PaperKind::Passport, _) => 2,
        _ => 3,
    };
    let fits = |paper: &&Paper| matches!(paper.kind, PaperKind::Passport | PaperKind::TravelDocument);
    let number = |paper: &&Paper| paper.number.as_deref().is_some_and(|number| !number.trim().is_empty());
    papers.iter().filter(fits).filter(number).min_by_key(rank)?.number.as_deref().map(str::trim)
}
