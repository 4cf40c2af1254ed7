//! One line of the working set: what a list shows of a case, and what it is found by.

use crate::plan::{self, About, Told};
use crate::{Fact, Facts, Field, hearing};
use base::{
    Birth, CaseCode, CaseId, Consent, Country, Date, GroupId, Instant, Language, Minor, Paper, Sex, Sign, TeamId,
};
use linkage::Entry;
use screening::triage::{Concerns, Urgency, triage};

#[derive(Clone, Debug)]
pub struct Line {
    pub case: CaseId,
    pub code: CaseCode,
    pub opened_at: Instant,
    pub names: Box<[String]>,
    pub sex: Option<Sex>,
    pub birth: Option<Birth>,
    pub nationalities: Box<[Country]>,
    pub languages: Box<[Language]>,
    pub papers: Box<[Paper]>,
    pub contacts: Box<[String]>,
    pub consent: Consent,
    pub group: Option<GroupId>,
    pub place: Option<Box<str>>,
    pub reported: Option<Date>,
    entered: Option<Date>,
    signs: u8,
    /// Whether any key of it is still held; a line whose keys are gone keeps its place empty.
    pub(super) is_here: bool,
    /// The team that referred the person to this one.
    pub referred_by: Option<TeamId>,
    /// Whether two values of one field stand that say different things.
    pub conflict: bool,
    /// Whether two nationalities stand that say different things.
    disputed: bool,
    /// How far the desk had come when the line was read.
    pub(super) revision: u64,
    /// What the answers raise, where they raise anything.
    concerns: Option<Box<Concerns>>,
    /// When somebody last noted that they had looked after the person.
    attended: Option<Instant>,
    heard: Option<Heard>,
    /// What leads the person out, as soon as anything was noted of it.
    told: Option<Box<Told>>,
}

/// How far a person was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    pub answers: u16,
    /// When the last of them was given.
    pub last: Instant,
}

impl Line {
    pub(super) fn new(case: CaseId, opened_at: Instant) -> Self {
        Self {
            case,
            code: CaseCode::of(case),
            opened_at,
            names: Box::default(),
            sex: None,
            birth: None,
            nationalities: Box::default(),
            languages: Box::default(),
            papers: Box::default(),
            contacts: Box::default(),
            consent: Consent::NotAsked,
            group: None,
            place: None,
            reported: None,
            entered: None,
            signs: 0,
            is_here: false,
            referred_by: None,
            conflict: false,
            disputed: false,
            revision: 0,
            concerns: None,
            attended: None,
            heard: None,
            told: None,
        }
    }

    /// Takes over the newest value of every field that `facts` has.
    pub(super) fn take(&mut self, facts: Facts) {
        self.conflict |= facts.conflicts().next().is_some();
        self.disputed |= facts.in_conflict(Field::Nationalities);
        self.hear(&facts);
        self.plan(&facts);
        for fact in facts.into_newest() {
            match fact {
                Fact::Names(names) => self.names = names.into(),
                Fact::Sex(sex) => self.sex = Some(sex),
                Fact::Birth(birth) => self.birth = Some(birth),
                Fact::Nationalities(countries) => self.nationalities = countries.into(),
                Fact::Languages(languages) => self.languages = languages.into(),
                Fact::Papers(papers) => self.papers = papers.into(),
                Fact::Contacts(contacts) => self.contacts = contacts.into(),
                Fact::Consent(consent) => self.consent = consent,
                Fact::Group(group) => self.group = Some(group),
                Fact::Place(place) => self.place = Some(place.into()),
                Fact::Reported(day) => self.reported = Some(day),
                Fact::Sign(sign, true) => self.signs |= bit(sign),
                Fact::Sign(sign, false) => self.signs &= !bit(sign),
                // The code on the person's card, by which they are asked for.
                Fact::Request(request) => {
                    let read = request.code.as_deref().and_then(|code| CaseCode::read(code).ok());
                    self.code = read.unwrap_or(self.code);
                    self.referred_by = Some(request.from);
                }
                Fact::Entered(day) => self.entered = Some(day),
                Fact::Remark(_) | Fact::Grant(_) | Fact::Referral(_) | Fact::Answer(_) => {}
                // Taken together above: one of them alone says little.
                Fact::Heard(_) | Fact::Decision(_) | Fact::Attended(_) => {}
                Fact::Happened(_) | Fact::Named(_) => {}
                Fact::Step(_) | Fact::Course(_) | Fact::Stay(_) | Fact::Circumstance(_) => {}
                Fact::Safety(_) | Fact::Custody(_) | Fact::Outcome(_) | Fact::Deadline(_) => {}
                Fact::Cleared(_) | Fact::Settled(_) | Fact::Appointment(_) => {}
            }
        }
    }

    /// Takes over what one part of a case holds of a hearing.
    fn hear(&mut self, facts: &Facts) {
        let given = hearing::given(facts);
        if let Some(newest) = given.last() {
            let (before, last) = self.heard.map_or((0, newest.event.made_at()), |heard| (heard.answers, heard.last));
            let answers = before.saturating_add(given.len().try_into().unwrap_or(u16::MAX));
            self.heard = Some(Heard { answers, last: last.max(newest.event.made_at()) });
            let raised = hearing::concerns_of(hearing::instruments(), &given, self.opened_at);
            if !raised.is_empty() {
                self.concerns.get_or_insert_default().join(raised);
            }
        }
        let seen = facts.current(Field::Attended).last().map(|held| held.event.made_at());
        self.attended = self.attended.max(seen);
    }

    /// Takes over what one part of a case holds of the way out.
    fn plan(&mut self, facts: &Facts) {
        if !Told::is_in(facts) {
            return;
        }
        self.told.get_or_insert_default().take(facts);
        let raised = plan::concerns_of(facts, self.opened_at);
        if !raised.is_empty() {
            self.concerns.get_or_insert_default().join(raised);
        }
    }

    /// What leads the person out, as far as this desk's keys tell; `None` where nothing was noted.
    pub fn told(&self) -> Option<&Told> {
        self.told.as_deref()
    }

    /// Who the person is, as far as a plan depends on it.
    pub fn about(&self) -> About<'_> {
        About {
            nationalities: &self.nationalities,
            disputed: self.disputed,
            birth: self.birth.as_ref(),
            says_minor: self.signs & bit(Sign::Minor) != 0,
            papers: &self.papers,
            entered: self.entered,
        }
    }

    /// Grows with every change of the desk: a line whose number is not greater is as it was.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// How far the person was heard, as far as this desk's keys tell; `None` where nobody has heard them.
    pub fn heard(&self) -> Option<Heard> {
        self.heard
    }

    /// When somebody last noted that they had looked after the person.
    pub fn attended(&self) -> Option<Instant> {
        self.attended
    }

    /// Whether anything is known that could make it urgent: most people's lines are passed over by this.
    pub fn may_be_urgent(&self, today: Date) -> bool {
        self.concerns.is_some() || self.signs != 0 || self.may_be_minor(today)
    }

    /// How urgent it is to look after the person, as far as this desk's keys tell.
    pub fn urgency(&self, now: Instant) -> Urgency<'static> {
        let mut concerns = self.concerns.as_deref().cloned().unwrap_or_else(|| Concerns::since(self.opened_at));
        concerns.raise_signs(self.signs(now.local_date()), self.opened_at);
        self.attended.into_iter().for_each(|at| concerns.reviewed(at));
        triage(hearing::instruments(), &concerns, now)
    }

    /// The day the person came to us: as the list says, or the day of registration.
    pub fn arrived(&self) -> Date {
        self.reported.unwrap_or_else(|| self.opened_at.local_date())
    }

    /// The urgent signs; under 18 also when only the birth says so or leaves it in doubt.
    pub fn signs(&self, today: Date) -> Vec<Sign> {
        let signs = Sign::ALL.iter().copied();
        signs
            .filter(|sign| self.signs & bit(*sign) != 0 || (*sign == Sign::Minor && self.may_be_minor(today)))
            .collect()
    }

    pub fn has_sign(&self, sign: Sign, today: Date) -> bool {
        self.signs & bit(sign) != 0 || (sign == Sign::Minor && self.may_be_minor(today))
    }

    fn may_be_minor(&self, today: Date) -> bool {
        self.birth.as_ref().is_some_and(|birth| birth.minor(today) != Minor::No)
    }

    /// Whether nothing known of the two births excludes that they are one.
    pub(super) fn may_be_born_with(&self, other: &Line) -> bool {
        match (&self.birth, &other.birth) {
            (Some(a), Some(b)) => a.range().0 <= b.range().1 && b.range().0 <= a.range().1,
            _ => true,
        }
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    /// Hands over all that the line is found by.
    pub(super) fn entry(&self, mut take: impl FnMut(&Entry)) {
        let mut words: Vec<&str> = self.nationalities.iter().map(|c| c.name("en")).collect();
        words.extend(self.nationalities.iter().map(|c| c.iso3()));
        words.extend(self.place.as_deref());
        let mut numbers = vec![self.code.plain(), self.arrived().to_string()];
        numbers.extend(self.birth.as_ref().map(Birth::to_string));
        numbers.extend(self.papers.iter().filter_map(|paper| paper.number.clone()));
        numbers.extend(self.contacts.iter().cloned());
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        take(&Entry { names: &self.names(), words: &words, numbers: &numbers });
    }
}

fn bit(sign: Sign) -> u8 {
    1 << sign as u8
}
