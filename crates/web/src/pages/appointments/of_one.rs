//! The appointments of one person: shown on their plan, booked, called off, and whether they came.

use super::super::plan::{durations, wrong};
use super::super::see;
use super::{can_book, clock};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::Choice;
use crate::views::appointments as views;
use crate::visit::Visit;
use crate::words::Words;
use access::{AccessError, Action};
use base::{Country, Date, EventId};
use casework::appointments::{self, Standing, Wanted};
use casework::plan::View;
use casework::plan::batch::lets_through;

/// What the page of a plan shows of appointments.
pub fn of_one(visit: &Visit, view: &View) -> views::OfOne {
    let (pack, words) = (visit.app.pack(), Words::of(visit));
    let id = |no| pack.pack.step(no).id.as_str();
    let open = |no| lets_through(pack, &view.plan, id(no)).is_ok();
    let steps = appointments::steps(pack).filter(|no| open(*no));
    let all = view.told.appointments.iter().rev().map(|(event, one)| views::One {
        says: words.appointment(one),
        event: event.to_string(),
        is_booked: one.standing == Standing::Booked,
        has_come: one.on <= visit.today(),
    });
    views::OfOne {
        mission: view.route.standing().mission.map(|one| one.iso3().to_owned()).unwrap_or_default(),
        steps: steps.map(|no| Choice::new(id(no), words.title(&pack.pack, no))).collect(),
        all: all.collect(),
        can_book: can_book(visit),
    }
}

/// Books a place on the day that was chosen.
pub fn book(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let (case, pack) = (visit.case()?, visit.app.pack());
    let mission = Country::from_iso3(visit.form.value("mission")).ok_or(Fault::Access(AccessError::NoValue))?;
    let Ok(on) = visit.form.value("appointment_on").parse::<Date>() else {
        return wrong(visit, "appointments", visit.tongue.say("step-days-wrong"));
    };
    let at = match visit.form.value("appointment_at").trim() {
        "" => None,
        typed => match clock(typed) {
            Some(at) => Some(at),
            None => return wrong(visit, "appointments", visit.tongue.say("hours-wrong")),
        },
    };
    let wanted = Wanted { mission, step: visit.form.value("step").to_owned(), on, at };
    let durations = durations(visit)?;
    match visit.command(|cx| appointments::book(cx, pack, &durations, case, &wanted)) {
        Ok(Ok(one)) => {
            let values =
                [("day", Value::from(one.on.to_string())), ("time", Value::from(one.at.strftime("%H:%M").to_string()))];
            back(visit, visit.tongue.say_with("appointment-made", &values))
        }
        Ok(Err(why)) => wrong(visit, "appointments", super::super::queues::because(visit, &why)),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "appointments", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

/// Notes whether the person came, or that the appointment is called off.
pub fn mark(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let no_value = || Fault::Access(AccessError::NoValue);
    let case = visit.case()?;
    let event = EventId::read(visit.form.value("appointment")).ok_or_else(no_value)?;
    let standing = Standing::from_key(visit.form.value("standing")).ok_or_else(no_value)?;
    match visit.command(|cx| appointments::mark(cx, case, event, standing)) {
        Ok(()) => back(visit, visit.tongue.say("plan-kept")),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "appointments", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

/// To the day from which it was said, or to the person's plan.
fn back(visit: &Visit, done: String) -> Answer {
    *held(&visit.session()?.done) = Some(done);
    let day = (Country::from_iso3(visit.form.value("of")), visit.form.value("day").parse::<Date>());
    match day {
        (Some(mission), Ok(day)) => see(&format!("/appointments/{}/{day}", mission.iso3())),
        _ => see(&format!("/case/{}/plan#appointments", visit.handle(visit.case()?)?)),
    }
}
