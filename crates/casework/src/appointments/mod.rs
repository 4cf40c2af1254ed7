//! Appointments with missions: so many people a day, at these times; who is booked, who came, and who did not.
//!
//! An appointment is a fact of the case. How many places of a day are taken is counted for the whole organisation, by
//! mission, day and time, and with nothing of whom they are for: teams share a mission's places and see no names.

mod rows;
mod rules;
mod seen;
#[cfg(test)]
mod tests;

pub(crate) use rows::forget_over;
pub use rows::{keep_hours, with_hours};
pub use rules::{Closed, Day, For, Free, Slot};
pub use seen::{counts, demand, on_day, steps, without_one};

use crate::plan::batch::{LeftOut, lets_through};
use crate::plan::{self, Reached, StepSaid, View};
use crate::record::{record, summaries};
use crate::{Event, Fact, Facts, Field, Result, Statement};
use ::pathway::pack::Shipped;
use ::pathway::{Contact, Durations, Owner, State, StepNo};
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, Country, Date, EventId, Time, days_after};
use serde::{Deserialize, Serialize};

/// So many days ahead a place can be booked.
pub const DAYS_AHEAD: u16 = 180;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The nationality whose mission it is with.
    pub mission: Country,
    /// The folder of the pack, and the step's word in it: what the appointment is for.
    pub pack: String,
    pub step: String,
    pub on: Date,
    pub at: Time,
    pub standing: Standing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    Booked,
    Came,
    DidNotCome,
    /// By the person, by us or by the mission; the place is free again.
    CalledOff,
}

base::keys!(Standing { Booked = "booked", Came = "came", DidNotCome = "did-not-come", CalledOff = "called-off" });

/// What is wanted for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub mission: Country,
    pub step: String,
    pub on: Date,
    /// Nothing: the first time of that day at which somebody is still received.
    pub at: Option<Time>,
}

/// Somebody with an appointment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    pub case: CaseId,
    /// The event that states it, by which it is marked.
    pub event: EventId,
    pub appointment: Appointment,
}

/// What came of booking for many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    pub booked: Vec<(CaseId, Appointment)>,
    pub left_out: Vec<(CaseId, LeftOut)>,
    /// For so many there was no place left.
    pub no_room: usize,
}

/// The days of a mission from one on: when people are received, and how many places are taken.
pub fn days(cx: &mut Cx, shipped: &Shipped, mission: Country, from: Date, count: u16) -> Result<Vec<Day>> {
    cx.permit(Action::Plan)?;
    let hours = rows::hours(cx.tx, mission)?;
    let taken = rows::taken(cx.tx, mission, from, days_after(from, count))?;
    let days = (0..count).map(|ahead| days_after(from, ahead));
    Ok(days.map(|on| rules::day(&hours, &shipped.pack.holidays, &taken, on)).collect())
}

/// Books a place, in place of one that the person still has with this mission; or says what of their plan forbids it.
/// What is booked already is not booked again.
pub fn book(
    cx: &mut Cx,
    shipped: &Shipped,
    durations: &Durations,
    case: CaseId,
    wanted: &Wanted,
) -> Result<std::result::Result<Appointment, LeftOut>> {
    let step = fit(cx, shipped, wanted)?;
    let mut open = cx.open(case, Action::Plan)?;
    cx.permit_writing(Action::Plan, Field::Appointment.compartment())?;
    let facts = summaries(cx.tx, &open)?;
    let view = plan::view(cx, shipped, durations, &facts)?;
    if let Err(why) = may_book(shipped, &view, wanted, step) {
        return Ok(Err(why));
    }
    let same = |one: &&Appointment| {
        one.holds_place(wanted.mission)
            && (&one.step, one.on) == (&wanted.step, wanted.on)
            && wanted.at.is_none_or(|at| at == one.at)
    };
    if let Some(one) = view.told.appointments.iter().map(|(_, one)| one).find(same) {
        return Ok(Ok(one.clone()));
    }
    let day = days(cx, shipped, wanted.mission, wanted.on, 1)?.remove(0);
    let at = day.room(wanted.at).map_err(AccessError::Unfit)?;
    let mut earlier = Vec::new();
    for (event, one) in view.told.appointments.iter().filter(|(_, one)| one.holds_place(wanted.mission)) {
        rows::count(cx.tx, one, -1)?;
        earlier.push(*event);
    }
    let appointment = Appointment {
        mission: wanted.mission,
        pack: shipped.id.to_owned(),
        step: wanted.step.clone(),
        on: wanted.on,
        at,
        standing: Standing::Booked,
    };
    rows::count(cx.tx, &appointment, 1)?;
    let is_begun = !matches!(view.plan.step(step).map(|one| &one.state), Some(State::Ready));
    let begins = (!is_begun).then(|| begun(shipped, &facts, &wanted.step, cx.now.local_date()));
    let stated = Statement { fact: Fact::Appointment(Box::new(appointment.clone())), replaces: earlier.clone() };
    write(cx, &mut open, begins.into_iter().chain([stated]).collect(), &earlier, Some(wanted.on))?;
    Ok(Ok(appointment))
}

/// Books for many, in this order, until the day is full.
pub fn fill(
    cx: &mut Cx,
    shipped: &Shipped,
    durations: &Durations,
    wanted: &Wanted,
    cases: &[CaseId],
) -> Result<Filled> {
    let mut filled = Filled::default();
    for (done, case) in cases.iter().enumerate() {
        let day = days(cx, shipped, wanted.mission, wanted.on, 1)?.remove(0);
        if day.room(wanted.at).is_err() {
            filled.no_room = cases.len() - done;
            break;
        }
        match book(cx, shipped, durations, *case, wanted)? {
            Ok(appointment) => filled.booked.push((*case, appointment)),
            Err(why) => filled.left_out.push((*case, why)),
        }
    }
    Ok(filled)
}

/// Notes whether the person came, or that the appointment is called off, which frees its place.
pub fn mark(cx: &mut Cx, case: CaseId, event: EventId, standing: Standing) -> Result<()> {
    let mut open = cx.open(case, Action::Plan)?;
    cx.permit_writing(Action::Plan, Field::Appointment.compartment())?;
    let facts = summaries(cx.tx, &open)?;
    let found = appointments(&facts).find(|(id, _)| *id == event).ok_or(AccessError::NoValue)?;
    let before = found.1.clone();
    if before.standing == standing {
        return Ok(());
    }
    rules::may_mark(&before, standing, cx.now.local_date()).map_err(AccessError::Unfit)?;
    if standing == Standing::CalledOff {
        rows::count(cx.tx, &before, -1)?;
    }
    let fact = Fact::Appointment(Box::new(Appointment { standing, ..before }));
    write(cx, &mut open, vec![Statement { fact, replaces: vec![event] }], &[event], None)
}

/// Every appointment of a case that nothing has replaced, oldest first.
pub(crate) fn appointments(facts: &Facts) -> impl Iterator<Item = (EventId, &Appointment)> {
    facts.current(Field::Appointment).iter().filter_map(|held| match &held.fact {
        Fact::Appointment(one) => Some((held.event, &**one)),
        _ => None,
    })
}

impl Appointment {
    /// Whether it takes a place with this mission.
    pub fn holds_place(&self, mission: Country) -> bool {
        self.standing == Standing::Booked && self.mission == mission
    }
}

/// A step that leads to a mission, and a day that can be booked.
fn fit(cx: &Cx, shipped: &Shipped, wanted: &Wanted) -> Result<StepNo> {
    cx.permit(Action::Plan)?;
    let step = shipped.pack.step_no(&wanted.step).ok_or(AccessError::NoValue)?;
    if !shipped.pack.step(step).contact.has(Contact::Mission) {
        return Err(AccessError::Unfit("Nobody goes to a mission for this step. Please choose another."));
    }
    let today = cx.now.local_date();
    if wanted.on < today || wanted.on > days_after(today, DAYS_AHEAD) {
        return Err(AccessError::Unfit("A place is booked for today or for a day of the next six months."));
    }
    Ok(step)
}

fn may_book(shipped: &Shipped, view: &View, wanted: &Wanted, step: StepNo) -> std::result::Result<(), LeftOut> {
    lets_through(shipped, &view.plan, &wanted.step)?;
    if view.route.standing().mission != Some(wanted.mission) {
        return Err(LeftOut::NotOnTheWay);
    }
    // Whoever is named to a mission by its list of the day has agreed to that, also when the step began long ago.
    match ::pathway::may_tell(&shipped.pack, &view.situation, step) {
        true => Ok(()),
        false => Err(LeftOut::Blocked(::pathway::bars(&shipped.pack, &view.situation, step, Default::default()))),
    }
}

/// A step that could be begun is under way once the mission expects the person.
fn begun(shipped: &Shipped, facts: &Facts, step: &str, on: Date) -> Statement {
    let (_, replaces) = plan::noted(facts, shipped.id, step);
    let said = StepSaid {
        pack: shipped.id.to_owned(),
        step: step.to_owned(),
        reached: Reached::WaitingFor(Owner::Mission),
        begun: Some(on),
        on,
        note: None,
    };
    Statement { fact: Fact::Step(Box::new(said)), replaces }
}

/// Writes what was stated, and moves the day in the calendars with it.
fn write(
    cx: &mut Cx,
    open: &mut OpenCase,
    statements: Vec<Statement>,
    replaced: &[EventId],
    due: Option<Date>,
) -> Result<()> {
    let event = Event::Stated { statements, because: None };
    let event = record(cx, open, Field::Appointment.compartment(), &event)?;
    for earlier in replaced {
        plan::expect(cx, open.id, plan::For::Appointment, &earlier.to_string(), None)?;
    }
    plan::expect(cx, open.id, plan::For::Appointment, &event.to_string(), due)
}
