//! Who may be told: the one place that lets a step through to a mission, the police, an authority or anybody else.

use super::Why;
use crate::pack::Pack;
use crate::route::Reach;
use crate::situation::{Safety, Situation};
use crate::step::{Step, StepNo};
use crate::words::{Contact, Contacts};
use base::Date;

/// What stands between a person and everybody else, worked out once for all steps of a plan.
pub(super) struct Guard<'s> {
    situation: &'s Situation,
    /// Before whom the person may not be put for now, whatever was done.
    closed: Contacts,
    /// Who may not be told yet.
    waiting: Contacts,
    detained: Option<Date>,
}

/// Whether everybody whom a step tells of the person may be told, as far as safety, consent and warnings go. To be asked
/// before anything is done or written down as done, whatever a plan said when it was drawn.
pub fn may_tell(pack: &Pack, situation: &Situation, step: StepNo) -> bool {
    Guard::new(situation).lets_tell(pack.step(step))
}

const EVERYBODY: fn() -> Contacts = || Contacts::of(Contact::ALL.iter().copied());

impl<'s> Guard<'s> {
    pub fn new(situation: &'s Situation) -> Guard<'s> {
        let states = Contacts::of(Contact::ALL.iter().copied().filter(|one| one.is_state()));
        let mission = Contacts::of([Contact::Mission]);
        let consents = situation.consents;
        let mut closed = situation.all_warnings().barred().and(consents.not_to());
        let mut waiting = EVERYBODY().minus(consents.to());
        match situation.safety {
            Safety::Clear => {}
            Safety::NotChecked => waiting = waiting.and(states),
            Safety::NotClear => closed = closed.and(states),
        }
        if situation.lacks_guardian() {
            waiting = EVERYBODY();
        }
        match mission_why(situation.standing.reach) {
            Some(why) if why.is_lasting() => closed = closed.and(mission),
            Some(_) => waiting = waiting.and(mission),
            None => {}
        }
        Guard { situation, closed, waiting: waiting.and(closed), detained: situation.detained_since }
    }

    /// Whether nothing of this opens by work alone.
    pub fn closes(&self, step: &Step) -> bool {
        self.closed.meets(step.contact)
    }

    pub fn stops(&self, step: &Step) -> bool {
        self.waiting.meets(step.contact) || (self.detained.is_some() && !step.in_detention)
    }

    /// Whether the people whom a step tells may be told: safety, consent and warnings alone, wherever the person is.
    fn lets_tell(&self, step: &Step) -> bool {
        let opens = |why: &Why| {
            use Why::{Declined, NoGuardian, NotAsked, SafetyNotChecked, SafetyNotClear, Warned};
            !matches!(why, Declined(_) | NoGuardian | NotAsked(_) | SafetyNotChecked | SafetyNotClear | Warned(..))
        };
        self.whys(step).iter().all(opens)
    }

    /// Every reason, what lasts first.
    pub fn whys(&self, step: &Step) -> Vec<Why> {
        self.whys_before(step.contact, step.in_detention)
    }

    /// The same for whomever is told by something else than a step.
    pub fn whys_before(&self, told: Contacts, in_detention: bool) -> Vec<Why> {
        let mut whys = Vec::new();
        let warnings = self.situation.all_warnings();
        for contact in told.iter() {
            whys.extend(warnings.bar(contact).map(|warning| Why::Warned(warning, contact)));
            if self.situation.consents.not_to().has(contact) {
                whys.push(Why::Declined(contact));
            }
        }
        if told.iter().any(Contact::is_state) {
            match self.situation.safety {
                Safety::Clear => {}
                Safety::NotChecked => whys.push(Why::SafetyNotChecked),
                Safety::NotClear => whys.push(Why::SafetyNotClear),
            }
        }
        if told.has(Contact::Mission) {
            whys.extend(mission_why(self.situation.standing.reach));
        }
        if !told.is_empty() && self.situation.lacks_guardian() {
            whys.push(Why::NoGuardian);
        }
        let asked = self.situation.consents.to().and(self.situation.consents.not_to());
        whys.extend(told.minus(asked).iter().map(Why::NotAsked));
        if let (Some(since), false) = (self.detained, in_detention) {
            whys.push(Why::Detained(since));
        }
        whys.sort_by_key(|why| !why.is_lasting());
        whys
    }
}

/// Why no mission can be asked. Whoever has no state is warned against all of them besides.
fn mission_why(reach: Reach) -> Option<Why> {
    match reach {
        Reach::Resident | Reach::Covering => None,
        Reach::Unconfirmed => Some(Why::MissionUnconfirmed),
        Reach::None | Reach::Stateless | Reach::OwnCountry => Some(Why::NoMission),
        Reach::SeveralNationalities => Some(Why::NationalityNotChosen),
        Reach::Disputed => Some(Why::NationalityDisputed),
        Reach::NationalityUnknown => Some(Why::NationalityUnknown),
    }
}
