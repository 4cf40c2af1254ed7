//! What is to be done today, by whom: read off the desk and its outlook, and kept nowhere.

use super::outlook::{Ahead, Outlook, Sketch, Stage};
use super::{End, Told, follow_up};
use crate::appointments::Standing;
use crate::desk::{Desk, Line};
use ::pathway::pack::Shipped;
use ::pathway::{Contact, Owner, StepNo};
use access::Role;
use base::{CaseId, Date, Instant, days_after};
use screening::triage::Level;

/// One thing to be done, or to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub case: CaseId,
    pub what: What,
    /// Until when, or since when: as [`What`] says.
    pub on: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A step under way: `on` is the day on which it is expected, or since when it is under way once it is late.
    Step(StepNo, Stage),
    /// It can be begun, and could not when whoever asks last looked.
    Opened(StepNo),
    /// Somebody who left is to be asked how they are.
    FollowUp,
    /// A deadline of the pack, by its place there.
    OfPack(usize, ::pathway::Outlook),
    /// A deadline of the person's own.
    Own(String),
    /// What the triage says is to be done first.
    FirstAction(Level),
    /// Expected at a mission.
    Appointment,
    /// The day of an appointment is over, and nobody has said whether the person came.
    DidTheyCome,
    /// They did not come, and have no other appointment.
    DidNotCome,
    ConsentEnds(Contact),
    LeaveEnds,
    /// Held by the authorities since `on`.
    Held,
    LostContact,
    ReTrafficked,
}

/// The parts of the page, each in the order in which it is to be worked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    pub overdue: Vec<Item>,
    pub due: Vec<Item>,
    pub opened: Vec<Item>,
    /// What goes wrong within a week unless somebody does something.
    pub breaking: Vec<Item>,
    /// Those whose safety is to be watched, for whoever does that.
    pub watched: Vec<Item>,
}

/// For how many days ahead something is said to break, and a deadline is due.
const WEEK: u16 = 7;
const FORTNIGHT: u16 = 14;

/// What there is to do for a role: of everybody on the desk.
///
/// A caseworker carries the person, and so sees what is late with others too; a consular officer sees to the steps of the
/// mission, a protection officer to what a supervisor does and to everybody's safety.
pub fn today(
    desk: &Desk,
    outlook: &Outlook,
    pack: &Shipped,
    role: Role,
    looked: Option<Instant>,
    now: Instant,
) -> Today {
    let eye = Eye { pack, role, looked, now, today: now.local_date() };
    let mut all = Today::default();
    for line in desk.lines() {
        let Some(sketch) = outlook.of(line.case) else { continue };
        eye.look(line, sketch, &mut all);
    }
    for part in [&mut all.overdue, &mut all.due, &mut all.opened, &mut all.breaking, &mut all.watched] {
        part.sort_by_key(|item| (urgent_first(&item.what), item.on, item.case));
    }
    all
}

fn urgent_first(what: &What) -> u8 {
    match what {
        What::FirstAction(level) => *level as u8,
        What::ReTrafficked => 3,
        What::Held => 4,
        What::LostContact => 5,
        _ => 6,
    }
}

struct Eye<'p> {
    pack: &'p Shipped,
    role: Role,
    looked: Option<Instant>,
    now: Instant,
    today: Date,
}

impl Eye<'_> {
    fn look(&self, line: &Line, sketch: &Sketch, all: &mut Today) {
        let item = |what, on| Item { case: line.case, what, on };
        let week = days_after(self.today, WEEK);
        for ahead in &sketch.open {
            let under_way = matches!(ahead.stage, Stage::Begun | Stage::Waiting);
            let is_own = self.is_own(ahead.owner);
            match ahead.expected {
                _ if under_way && ahead.is_late && (is_own || self.role == Role::Caseworker) => {
                    all.overdue.push(item(What::Step(ahead.step, ahead.stage), ahead.since));
                }
                Some(day) if under_way && is_own && day <= self.today => {
                    all.due.push(item(What::Step(ahead.step, ahead.stage), Some(day)));
                }
                _ if ahead.stage == Stage::Ready && is_own && self.has_opened(line, ahead) => {
                    all.opened.push(item(What::Opened(ahead.step), ahead.since));
                }
                _ => {}
            }
        }
        for due in &sketch.deadlines {
            if !self.is_own(self.pack.pack.step(due.step).owner) && self.role != Role::Caseworker {
                continue;
            }
            let said = item(What::OfPack(due.deadline, due.outlook), Some(due.on));
            match due.outlook {
                ::pathway::Outlook::Passed => {}
                ::pathway::Outlook::AtRisk | ::pathway::Outlook::TooLate if due.on <= week => all.breaking.push(said),
                _ if due.on <= days_after(self.today, FORTNIGHT) => all.due.push(said),
                _ => {}
            }
        }
        if self.role != Role::ConsularOfficer {
            self.first_action(line, all);
        }
        if let Some(told) = line.told() {
            self.told(line, told, sketch, all);
        }
    }

    fn appointments(&self, line: &Line, told: &Told, all: &mut Today) {
        let item = |what, on| Item { case: line.case, what, on: Some(on) };
        for (_, one) in &told.appointments {
            let is_last = !told.appointments.iter().any(|(_, other)| other.mission == one.mission && other.on > one.on);
            match one.standing {
                Standing::Booked if one.on < self.today => all.overdue.push(item(What::DidTheyCome, one.on)),
                Standing::Booked if one.on <= days_after(self.today, 1) => {
                    all.due.push(item(What::Appointment, one.on))
                }
                Standing::DidNotCome if is_last => all.overdue.push(item(What::DidNotCome, one.on)),
                _ => {}
            }
        }
    }

    /// What was noted of the person beside the steps.
    fn told(&self, line: &Line, told: &Told, sketch: &Sketch, all: &mut Today) {
        let item = |what, on| Item { case: line.case, what, on: Some(on) };
        let week = days_after(self.today, WEEK);
        for deadline in &told.deadlines {
            let said = item(What::Own(deadline.what.clone()), deadline.on);
            match () {
                () if deadline.on < self.today => all.overdue.push(said),
                () if deadline.on == self.today => all.due.push(said),
                () if deadline.on <= week => all.breaking.push(said),
                () => {}
            }
        }
        if !sketch.is_ended {
            self.appointments(line, told, all);
        }
        if self.role == Role::ConsularOfficer {
            return;
        }
        match follow_up(&told.outcomes) {
            Some(day) if day < self.today => all.overdue.push(item(What::FollowUp, day)),
            Some(day) if day == self.today => all.due.push(item(What::FollowUp, day)),
            _ => {}
        }
        if !sketch.is_ended {
            let consents = told.agreed_until(self.today, week);
            all.breaking.extend(consents.map(|(to, until)| item(What::ConsentEnds(to), until)));
            let leave = told.leave_ends(line.about()).filter(|day| (self.today..=week).contains(day));
            all.breaking.extend(leave.map(|day| item(What::LeaveEnds, day)));
        }
        if self.role == Role::ProtectionOfficer {
            all.watched.extend(told.detained_since().map(|since| item(What::Held, since)));
            let last = told.outcomes.iter().max_by_key(|one| one.on);
            match last.map(|one| (one.what, one.on)) {
                Some((End::LostContact, on)) => all.watched.push(item(What::LostContact, on)),
                Some((End::ReTrafficked, on)) => all.watched.push(item(What::ReTrafficked, on)),
                _ => {}
            }
        }
    }

    /// The first action, until somebody has looked after the person.
    fn first_action(&self, line: &Line, all: &mut Today) {
        if !line.may_be_urgent(self.today) {
            return;
        }
        let urgency = line.urgency(self.now);
        let watches = self.role == Role::ProtectionOfficer;
        if urgency.level > if watches { Level::P1 } else { Level::P2 } {
            return;
        }
        // Who was looked after waits for the review.
        let due =
            line.attended().map_or(urgency.due, |_| urgency.review_due.max(urgency.due)).unwrap_or(line.opened_at);
        let said = Item { case: line.case, what: What::FirstAction(urgency.level), on: Some(due.local_date()) };
        match () {
            () if watches => all.watched.push(said),
            () if due < self.now => all.overdue.push(said),
            () if due.local_date() == self.today => all.due.push(said),
            () => {}
        }
    }

    fn is_own(&self, owner: Owner) -> bool {
        match self.role {
            Role::ConsularOfficer => owner == Owner::Mission,
            Role::ProtectionOfficer => owner == Owner::Supervisor,
            _ => matches!(owner, Owner::Caseworker | Owner::Person | Owner::Lawyer | Owner::Reception),
        }
    }

    /// Whether something that lets the step begin was noted since whoever asks last looked.
    fn has_opened(&self, line: &Line, ahead: &Ahead) -> bool {
        let Some(looked) = self.looked else { return false };
        line.told().and_then(|told| told.opened(self.pack, ahead.step)).is_some_and(|opened| opened > looked)
    }
}
