//! What may make somebody urgent. This list is closed: what does not stand in it can enter no rule.

use crate::questionnaire::Outcome;
use crate::{Age, Answer, Answers, Instruments, Unread, When};
use base::{Instant, Sign};
use std::collections::BTreeMap;

/// A reason for urgency (facts of the first hours, CPIMS+ and country procedures).
///
/// A nationality, a role in the compound or the will to talk to the police is none, and no way leads from one to here:
///
/// ```
/// let concern: screening::triage::Concern = base::Sign::Hurt.into();
/// ```
/// ```compile_fail
/// let concern: screening::triage::Concern = base::country::Country::from_iso3("KHM").unwrap().into();
/// ```
/// ```compile_fail
/// let concern = screening::triage::Concern::Nationality;
/// ```
/// ```compile_fail
/// let concern = screening::triage::Concern::Supervisor;
/// ```
/// ```compile_fail
/// let concern = screening::triage::Concern::WillingToTalkToPolice;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    LifeThreateningInjury,
    SuicidePlan,
    LabourOrBleeding,
    AbductionOrArrest,
    ChildAlone,
    TraffickerPresent,
    SexualViolence,
    Minor,
    Pregnancy,
    UntreatedInjury,
    MissedMedicine,
    CredibleThreat,
    HeldByPolice,
    SuicidalThoughts,
    RefoulementRisk,
    SleepingRough,
    NoFood,
    ExitDeadline,
    RecruiterContact,
    DocumentsPending,
}

base::keys!(Concern {
    LifeThreateningInjury = "life-threatening-injury",
    SuicidePlan = "suicide-plan",
    LabourOrBleeding = "labour-or-bleeding",
    AbductionOrArrest = "abduction-or-arrest",
    ChildAlone = "child-alone",
    TraffickerPresent = "trafficker-present",
    SexualViolence = "sexual-violence",
    Minor = "minor",
    Pregnancy = "pregnancy",
    UntreatedInjury = "untreated-injury",
    MissedMedicine = "missed-medicine",
    CredibleThreat = "credible-threat",
    HeldByPolice = "held-by-police",
    SuicidalThoughts = "suicidal-thoughts",
    RefoulementRisk = "refoulement-risk",
    SleepingRough = "sleeping-rough",
    NoFood = "no-food",
    ExitDeadline = "exit-deadline",
    RecruiterContact = "recruiter-contact",
    DocumentsPending = "documents-pending",
});

/// Parts of words that somebody may try to bring in, and why each can not be used.
const NEVER: [(&[&str], &str); 3] = [
    (
        &["national", "country", "citizen", "ethnic", "race", "religion", "passport"],
        "Where somebody comes from can not make them more or less urgent.",
    ),
    (
        &["role", "supervisor", "manager", "boss", "leader", "position", "rank", "scammer", "perpetrator"],
        "What somebody was in a compound can not make them more or less urgent: supervisors are cared for by the same facts.",
    ),
    (
        &["cooperat", "willing", "police-report", "reported", "testif", "witness", "credib", "complain"],
        "Whether somebody talks to the police, or is believed, can not make them more or less urgent: help never depends on it.",
    ),
];

impl Concern {
    /// The concern that a file names, or a sentence that says which there are.
    pub fn named(key: &str) -> Result<Concern, String> {
        Concern::from_key(key).ok_or_else(|| {
            let why = Concern::barred(key).map(|why| format!("{why} ")).unwrap_or_default();
            let all: Vec<_> = Concern::ALL.iter().map(|one| one.key()).collect();
            format!("“{key}” is no concern of triage. {why}Write one of: {}.", all.join(", "))
        })
    }

    /// Why a thing of this name can make nobody urgent, if it is one of those.
    pub(crate) fn barred(name: &str) -> Option<&'static str> {
        let small = name.to_lowercase().replace([' ', '_'], "-");
        NEVER.iter().find(|(parts, _)| parts.iter().any(|part| small.contains(part))).map(|(_, why)| *why)
    }
}

impl From<Sign> for Concern {
    /// What a sign of the arrival card stands for. Until somebody has looked, who is hurt or ill counts as untreated.
    fn from(sign: Sign) -> Concern {
        match sign {
            Sign::Hurt | Sign::Ill => Concern::UntreatedInjury,
            Sign::Pregnant => Concern::Pregnancy,
            Sign::Minor => Concern::Minor,
            Sign::Threatened => Concern::CredibleThreat,
            Sign::NoShelter => Concern::SleepingRough,
        }
    }
}

/// The concerns about one person.
///
/// ```
/// let mut concerns = screening::triage::Concerns::default();
/// concerns.raise(base::Sign::Pregnant.into(), base::Instant::from_millis(0), screening::When::Unknown);
/// ```
/// ```compile_fail
/// let mut concerns = screening::triage::Concerns::default();
/// concerns.raise("nationality", base::Instant::from_millis(0), screening::When::Unknown);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concerns {
    raised: BTreeMap<Concern, Raised>,
    since: Option<Instant>,
    reviewed: Option<Instant>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// When it first became known: first actions are due from then.
    pub noticed: Instant,
    /// When it happened, each time; for a deadline, when that is.
    pub incidents: Vec<When>,
}

impl Concerns {
    /// Of somebody who came to us then: what is due to everybody is due from then.
    pub fn since(came: Instant) -> Concerns {
        Concerns { since: Some(came), ..Concerns::default() }
    }

    /// Somebody looked at the person again; the next review counts from then.
    pub fn reviewed(&mut self, at: Instant) {
        self.reviewed = self.reviewed.max(Some(at));
    }

    pub(super) fn last_seen(&self) -> (Option<Instant>, Option<Instant>) {
        (self.since, self.reviewed)
    }

    pub fn raise(&mut self, concern: Concern, noticed: Instant, incident: When) {
        let raised = self.raised.entry(concern).or_insert(Raised { noticed, incidents: Vec::new() });
        raised.noticed = raised.noticed.min(noticed);
        if !raised.incidents.contains(&incident) {
            raised.incidents.push(incident);
            raised.incidents.sort();
        }
    }

    /// Adds what others raised about the same person.
    pub fn join(&mut self, others: Concerns) {
        for (concern, raised) in others.raised {
            raised.incidents.into_iter().for_each(|incident| self.raise(concern, raised.noticed, incident));
        }
        self.since = [self.since, others.since].into_iter().flatten().min();
        self.reviewed = self.reviewed.max(others.reviewed);
    }

    pub fn raise_signs(&mut self, signs: impl IntoIterator<Item = Sign>, noticed: Instant) {
        signs.into_iter().for_each(|sign| self.raise(sign.into(), noticed, When::Unknown));
    }

    /// A child, or somebody whose age is in doubt.
    pub fn raise_age(&mut self, age: Age, noticed: Instant) {
        if age.as_child() {
            self.raise(Concern::Minor, noticed, When::Unknown);
        }
    }

    /// What the answers raise. A time that is not known counts as one that nothing has run out since.
    pub fn raise_answers(
        &mut self,
        instruments: &Instruments,
        answers: &Answers,
        noticed: Instant,
    ) -> Result<(), Unread> {
        let asked = instruments.asked(answers)?;
        let time = |question: &Option<String>| match question.as_ref().and_then(|id| answers.given.get(id)) {
            Some(Answer::When(when)) => *when,
            _ => When::Unknown,
        };
        for (id, answer) in &answers.given {
            let outcomes = asked.question(id).map_or(&[][..], |question| &question.outcomes);
            let met = outcomes.iter().filter(|outcome: &&Outcome| outcome.on.meets(answer));
            for (concern, when) in met.flat_map(|outcome| &outcome.concerns) {
                self.raise(*concern, noticed, time(when));
            }
        }
        Ok(())
    }

    pub fn iter(&self) -> impl Iterator<Item = (Concern, &Raised)> {
        self.raised.iter().map(|(concern, raised)| (*concern, raised))
    }

    pub fn is_empty(&self) -> bool {
        self.raised.is_empty()
    }
}
