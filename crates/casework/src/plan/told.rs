//! What is known of a person that a plan depends on, put together part by part.

use super::custody::{self, Custody, Happened};
use super::deadline::{self, Deadline};
use super::outcome::{self, Outcome};
use super::{Circumstance, Course, Leave, Reached, Safety, Settled, Stay, StepSaid, said};
use crate::appointments::{self, Appointment};
use crate::consent::{self, Standing as Granted};
use crate::{Fact, Facts, Field};
use ::pathway::pack::Shipped;
use ::pathway::{
    Choice, Consents, Contact, Correction, Day, Entry, Known, Leave as Allowed, Nationality, Observation, Overstay,
    Progress, Route, Set, Situation, StepNo, Warnings,
};
use base::{Birth, Country, Date, EventId, Instant, Minor, Paper, PaperKind, PaperStatus, Sign};

/// Of one case, as far as the keys of whoever reads open it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub steps: Vec<StepSaid>,
    pub course: Option<Course>,
    pub stay: Option<Stay>,
    pub circumstances: Vec<Circumstance>,
    pub safety: Option<Safety>,
    /// What follows from the safety check, also where the check itself is not to be read.
    pub cleared: Option<bool>,
    pub settled: Settled,
    pub custody: Vec<(Instant, Custody)>,
    pub outcomes: Vec<Outcome>,
    /// Those that stand, the first to come first.
    pub deadlines: Vec<Deadline>,
    /// With the event by which each is marked.
    pub appointments: Vec<(EventId, Appointment)>,
    /// When each of `steps` was noted.
    noted: Vec<Instant>,
    /// When the safety check was noted, and what lets steps be left out.
    checked: Option<Instant>,
    cleared_at: Option<Instant>,
    known_since: Option<Instant>,
    said: Vec<Said>,
}

/// A yes or a no to one recipient, until a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    to: Contact,
    /// Only the mission of this state.
    of: Option<Country>,
    yes: bool,
    until: Option<Date>,
    noted: Instant,
}

/// Who the person is, as far as a plan depends on it.
#[derive(Clone, Copy, Debug)]
pub struct About<'f> {
    pub nationalities: &'f [Country],
    pub disputed: bool,
    pub birth: Option<&'f Birth>,
    pub says_minor: bool,
    pub papers: &'f [Paper],
    /// The day of entry as the arrival card or a list says it.
    pub entered: Option<Date>,
}

impl Told {
    pub fn of(facts: &Facts) -> Told {
        let mut told = Told::default();
        told.take(facts);
        told
    }

    /// Adds what another part of the case holds.
    pub fn take(&mut self, facts: &Facts) {
        for held in facts.current(Field::Step).iter().chain(facts.current(Field::Circumstance)) {
            match &held.fact {
                Fact::Step(said) => {
                    self.steps.push((**said).clone());
                    self.noted.push(held.event.made_at());
                }
                Fact::Circumstance(one) => {
                    self.circumstances.push(*one);
                    self.known_since = self.known_since.max(Some(held.event.made_at()));
                }
                _ => {}
            }
        }
        for field in [Field::Course, Field::Stay, Field::Safety, Field::Cleared, Field::Settled] {
            match facts.newest(field) {
                Some(Fact::Course(course)) => self.course = Some((**course).clone()),
                Some(Fact::Stay(stay)) => self.stay = Some(*stay),
                Some(Fact::Cleared(clear)) => self.cleared = Some(*clear),
                Some(Fact::Settled(settled)) => self.settled = (**settled).clone(),
                Some(Fact::Safety(safety)) => self.safety = Some((**safety).clone()),
                _ => {}
            }
        }
        let noted = |field| facts.current(field).last().map(|held| held.event.made_at());
        self.checked = self.checked.max(noted(Field::Safety));
        self.cleared_at = self.cleared_at.max(noted(Field::Cleared));
        self.deadlines.extend(deadline::deadlines(facts));
        self.custody.extend(custody::history(facts));
        self.outcomes.extend(outcome::history(facts));
        self.appointments.extend(appointments::appointments(facts).map(|(event, one)| (event, one.clone())));
        for held in consent::all(facts) {
            let (grant, noted) = (held.grant, held.event.made_at());
            if let Some((to, of)) = said::contact_of(&grant) {
                let yes = grant.standing == Granted::Given;
                self.said.push(Said { to, of, yes, until: grant.until, noted });
            }
        }
    }

    /// Whether a part of a case holds anything of it.
    pub fn is_in(facts: &Facts) -> bool {
        use Field::{Circumstance, Cleared, Course, Custody, Deadline, Grant, Outcome, Safety, Stay, Step};
        let of_plan = [Step, Course, Stay, Circumstance, Safety, Cleared, Custody, Outcome, Deadline, Grant];
        let beside = [Field::Settled, Field::Appointment];
        facts.fields().any(|field| of_plan.contains(&field) || beside.contains(&field))
    }

    /// The earliest and the latest day of entry, as far as it is known.
    pub fn entry(&self, about: About) -> Option<(Date, Date)> {
        self.stay.and_then(|stay| stay.entry).or(about.entered.map(|day| (day, day)))
    }

    /// Since when the person is held, if they are.
    pub fn detained_since(&self) -> Option<Date> {
        let (noted, last) = custody::standing(&self.custody)?;
        (last.what.holds() == Some(true)).then(|| last.since(*noted))
    }

    fn is_being_deported(&self) -> bool {
        custody::standing(&self.custody).is_some_and(|(_, custody)| custody.what == Happened::DeportationOrdered)
    }

    /// Which missions there are for the person, and what stands against telling them.
    pub fn route(&self, pack: &Shipped, corrections: &[Correction], about: About) -> Route {
        let stateless = Country::from_iso3("XXA");
        let all = about.nationalities.to_vec();
        let chosen = self.mission_chosen();
        let nationality = match all.as_slice() {
            _ if about.disputed => Nationality::Disputed(all),
            [] => Nationality::Unknown,
            [one] if Some(*one) == stateless => Nationality::Stateless,
            [one] => Nationality::One(*one),
            _ => Nationality::Several { all, chosen },
        };
        ::pathway::route(&pack.pack, corrections, &nationality)
    }

    /// Days beyond the leave to stay if the person left on this day, and the fine.
    pub fn overstay(&self, pack: &Shipped, about: About, exit: Date) -> Overstay {
        let range = |a: Date, b: Date| if a == b { Day::On(a) } else { Day::Between(a, b) };
        let day = |days: Option<(Date, Date)>| days.map_or(Day::Unknown, |(a, b)| range(a, b));
        // What the arrival card or a list says of the entry was told, not seen in a stamp.
        let is_stamped = self.stay.is_some_and(|stay| stay.stamped);
        let entered = day(self.entry(about));
        let entry = if is_stamped { Entry::Stamped(entered) } else { Entry::NoStamp(entered) };
        let leave = match self.stay.map_or(Leave::Unknown, |stay| stay.leave) {
            Leave::Until(a, b) => Allowed::Until(range(a, b)),
            Leave::Days { least, most } => Allowed::Days { least, most },
            Leave::None => Allowed::None,
            Leave::Unknown => Allowed::Unknown,
        };
        ::pathway::overstay(&pack.pack.basics.fine, &::pathway::Stay { entry, leave, exit: Day::On(exit) })
    }

    /// Whether contact with a state is clear; `None` where nobody was asked. A no at a counter after the check counts,
    /// until somebody checks anew.
    pub fn is_clear(&self) -> Option<bool> {
        match (&self.safety, self.cleared) {
            (Some(_), Some(false)) if self.cleared_at > self.checked => Some(false),
            (Some(safety), _) => Some(safety.clear),
            (None, cleared) => cleared,
        }
    }

    /// Whether nothing that the person said stands against a state's hearing of them at all.
    pub(crate) fn may_meet_states(&self) -> bool {
        self.is_clear() != Some(false) && self.safety.as_ref().is_none_or(|safety| safety.warnings.is_empty())
    }

    /// What the check has settled: of the check itself where it is open.
    fn settled(&self) -> Settled {
        self.safety.as_ref().map_or_else(|| self.settled.clone(), Settled::by)
    }

    /// Of several nationalities, the one whose mission may be asked.
    pub(super) fn mission_chosen(&self) -> Option<Country> {
        match &self.safety {
            Some(safety) => safety.mission,
            None => self.settled.mission,
        }
    }

    /// What the plan depends on.
    pub fn situation(&self, pack: &Shipped, route: &Route, about: About, today: Date) -> Situation {
        let mut situation = Situation::unknown(today);
        situation.standing = route.standing();
        situation.safety = self.is_clear().map_or(::pathway::Safety::NotChecked, |clear| match clear {
            true => ::pathway::Safety::Clear,
            false => ::pathway::Safety::NotClear,
        });
        if let Some(safety) = &self.safety {
            situation.warnings = Warnings::of_person(safety.warnings.iter().copied());
        }
        let settled = self.settled();
        situation.guardian = settled.guardian;
        situation.standing = settled.weighed.iter().fold(situation.standing, |standing, one| standing.weighed(*one));
        situation.course = match self.course.as_ref().and_then(|course| Choice::of(course.way?)) {
            _ if self.is_being_deported() => ::pathway::Course::Deportation,
            Some(choice) => ::pathway::Course::Chosen(choice),
            None => ::pathway::Course::Open,
        };
        situation.consents = self.consents(situation.standing.mission, today);
        situation.known = self.known(pack, about, today);
        situation.minor = match about.birth {
            _ if about.says_minor => Minor::Yes,
            Some(birth) => birth.minor(today),
            None => Minor::InDoubt,
        };
        situation.detained_since = self.detained_since();
        let mine = self.steps.iter().filter(|said| said.pack == pack.id);
        situation.progress = mine.filter_map(|said| Some((pack.pack.step_no(&said.step)?, progress(said)))).collect();
        situation
    }

    /// The newest word to each recipient counts; a yes that has run out is none.
    fn consents(&self, mission: Option<Country>, today: Date) -> Consents {
        let fits = |said: &&Said| said.of.is_none() || said.of == mission;
        self.said.iter().filter(fits).fold(Consents::default(), |all, said| match said.yes {
            true if said.until.is_some_and(|until| until < today) => all,
            true => all.given(said.to),
            false => all.declined(said.to),
        })
    }

    fn known(&self, pack: &Shipped, about: About, today: Date) -> Set<Known> {
        let mut known = Set::of(self.circumstances.iter().filter(|one| one.holds).map(|one| one.known));
        let held = |paper: &Paper| paper.kind == PaperKind::Passport && paper.status == PaperStatus::Held;
        if about.papers.iter().any(held) {
            known = known.with(Known::HoldsPassport);
        }
        let overstay = self.overstay(pack, about, today);
        if overstay.is_exact() && overstay.most_days == Some(0) {
            known = known.with(Known::NoOverstay);
            if matches!(self.stay.map(|stay| stay.leave), Some(Leave::Until(first, _)) if first >= today) {
                known = known.with(Known::VisaValid);
            }
        }
        known
    }

    /// When the newest was noted of what lets a step begin: a step before it, the safety check, a yes, a release, or
    /// something that lets steps be left out. `None` where nothing of it was noted.
    pub fn opened(&self, pack: &Shipped, step: StepNo) -> Option<Instant> {
        let of = pack.pack.step(step);
        let needs: Vec<&str> = of.needs().map(|need| pack.pack.step(need).id.as_str()).collect();
        let done = self.steps.iter().zip(&self.noted).filter(|(said, _)| said.reached == Reached::Done);
        let before = done.filter(|(said, _)| said.pack == pack.id && needs.contains(&said.step.as_str()));
        let agreed = self.said.iter().filter(|said| said.yes && (of.contact.has(said.to) || of.contact.is_empty()));
        let freed = self.custody.iter().filter(|(_, custody)| custody.what == Happened::Released);
        let moments = before.map(|(_, at)| *at).chain(agreed.map(|said| said.noted)).chain(freed.map(|(at, _)| *at));
        moments.chain(self.checked).chain(self.cleared_at).chain(self.known_since).max()
    }

    /// Who may no longer be told after a day that lies between two: where the newest word is a yes with an end.
    pub fn agreed_until(&self, from: Date, to: Date) -> impl Iterator<Item = (Contact, Date)> + '_ {
        let newest = |at: usize, one: &Said| {
            let later = &self.said[at + 1..];
            !later.iter().any(|other| other.to == one.to && (other.of.is_none() || other.of == one.of))
        };
        let ending = self.said.iter().enumerate().filter(move |(at, one)| one.yes && newest(*at, one));
        ending.filter_map(move |(_, one)| {
            one.until.filter(|until| (from..=to).contains(until)).map(|until| (one.to, until))
        })
    }

    /// The first day on which the leave to stay may end, where it is known.
    pub fn leave_ends(&self, about: About) -> Option<Date> {
        match self.stay?.leave {
            Leave::Until(first, _) => Some(first),
            Leave::Days { least, .. } => {
                let (first, _) = self.entry(about)?;
                Some(base::days_after(first, least))
            }
            Leave::None | Leave::Unknown => None,
        }
    }

    /// How long steps took for this person.
    pub fn seen<'t>(&'t self, pack: &'t Shipped, mission: Option<Country>) -> impl Iterator<Item = Observation> + 't {
        let done = self.steps.iter().filter(|said| said.reached == Reached::Done && said.pack == pack.id);
        done.filter_map(move |said| {
            let days = (said.on - said.begun?).get_days();
            Some(Observation { step: pack.pack.step_no(&said.step)?, mission, days: days.try_into().ok()? })
        })
    }
}

impl<'f> About<'f> {
    pub fn of(facts: &'f Facts) -> About<'f> {
        About {
            nationalities: match facts.newest(Field::Nationalities) {
                Some(Fact::Nationalities(all)) => all,
                _ => &[],
            },
            disputed: facts.in_conflict(Field::Nationalities),
            birth: match facts.newest(Field::Birth) {
                Some(Fact::Birth(birth)) => Some(birth),
                _ => None,
            },
            says_minor: matches!(facts.newest(Field::Sign(Sign::Minor)), Some(Fact::Sign(_, true))),
            papers: match facts.newest(Field::Papers) {
                Some(Fact::Papers(papers)) => papers,
                _ => &[],
            },
            entered: match facts.newest(Field::Entered) {
                Some(Fact::Entered(day)) => Some(*day),
                _ => None,
            },
        }
    }
}

fn progress(said: &StepSaid) -> Progress {
    let on = said.on;
    match said.reached {
        Reached::NotBegun => Progress::NotBegun,
        Reached::Begun => Progress::Begun { on: said.begun.unwrap_or(on) },
        Reached::WaitingFor(owner) => Progress::Waiting { since: on, owner },
        Reached::Done => Progress::Done { on },
        Reached::Refused => Progress::Refused { on },
        Reached::Failed => Progress::Failed { on },
    }
}
