//! What a plan depends on, and nothing else: values that say nothing of who the person is.

use crate::route::Standing;
use crate::set::Set;
use crate::step::StepNo;
use crate::words::{Choice, Contact, Contacts, Known, Owner, Warnings, Way};
use base::{Date, Minor};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Situation {
    pub today: Date,
    pub course: Course,
    /// What [`crate::Route::standing`] says.
    pub standing: Standing,
    /// The person's own; those of the pack come with the standing.
    pub warnings: Warnings,
    pub safety: Safety,
    pub consents: Consents,
    pub known: Set<Known>,
    /// In doubt counts as a child (OHCHR Guideline 8).
    pub minor: Minor,
    /// Whether a guardian was found who can consent for a child.
    pub guardian: bool,
    pub detained_since: Option<Date>,
    /// How far steps are; those that are not here have not begun. The later counts where one stands twice.
    pub progress: Vec<(StepNo, Progress)>,
}

/// Where the person is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// Nothing was chosen: the first way of the pack that is open is proposed.
    Open,
    Chosen(Choice),
    /// The authorities deport the person, whatever was chosen.
    Deportation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Safety {
    NotChecked,
    Clear,
    /// Nobody is to be told before something changes.
    NotClear,
}

base::keys!(Safety { NotChecked = "not-checked", Clear = "clear", NotClear = "not-clear" });

/// Who may be told, as the person said. Whoever is in neither set was not asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Consents {
    given: Contacts,
    declined: Contacts,
}

impl Consents {
    #[must_use]
    pub fn given(self, to: Contact) -> Consents {
        Consents { given: self.given.with(to), declined: self.declined.without(to) }
    }
    /// Also for what was withdrawn or has run out with a no.
    #[must_use]
    pub fn declined(self, to: Contact) -> Consents {
        Consents { given: self.given.without(to), declined: self.declined.with(to) }
    }
    pub fn to(self) -> Contacts {
        self.given
    }
    pub fn not_to(self) -> Contacts {
        self.declined
    }
    pub fn is_asked(self) -> bool {
        !self.given.and(self.declined).is_empty()
    }
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    NotBegun,
    Begun { on: Date },
    Waiting { since: Date, owner: Owner },
    Done { on: Date },
    Refused { on: Date },
    Failed { on: Date },
}

impl Situation {
    /// Of whom nothing is known yet.
    pub fn unknown(today: Date) -> Situation {
        Situation {
            today,
            course: Course::Open,
            standing: Standing::UNKNOWN,
            warnings: Warnings::default(),
            safety: Safety::NotChecked,
            consents: Consents::default(),
            known: Set::EMPTY,
            minor: Minor::InDoubt,
            guardian: false,
            detained_since: None,
            progress: Vec::new(),
        }
    }

    /// Everything that is known on a way, with what follows from the rest. What follows cannot be stated otherwise.
    pub(crate) fn known_on(&self, way: Way) -> Set<Known> {
        let mut known = self.known.without(Known::Adult).without(Known::NotDetained);
        let follows = [
            (Known::Adult, self.minor == Minor::No),
            (Known::NotDetained, self.detained_since.is_none()),
            (Known::PaysOwnTicket, way == Way::SelfPaid),
        ];
        for (one, _) in follows.iter().filter(|(_, holds)| *holds) {
            known = known.with(*one);
        }
        known
    }

    /// All hard warnings: the pack's and the person's own.
    pub fn all_warnings(&self) -> Warnings {
        self.standing.warnings.and(self.warnings)
    }

    pub(crate) fn lacks_guardian(&self) -> bool {
        self.minor != Minor::No && !self.guardian
    }
}
