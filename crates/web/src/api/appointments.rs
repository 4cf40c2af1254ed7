//! Appointments with missions, for programs.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::{Page, take};
use super::plan::known_step;
use super::texted::{As, Texted};
use super::under;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Country, Date, EventId, Time};
use casework::appointments::{self, Appointment, Closed, Day, For, Slot, Standing, Wanted};
use casework::desk::fresh;
use casework::plan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// As many days of a mission at once.
const MOST_DAYS: usize = 60;

pub fn operations() -> Vec<Operation> {
    vec![
        get("/missions/{nationality}/days", days, "How many people a mission receives, and how many places are taken")
            .details("From today on. All teams share the places; `taken` counts those of everybody.")
            .in_pages(MOST_DAYS)
            .gives(200, Page::whole(vec![DayOf::sample()])),
        post("/missions/{nationality}/hours", hours, "Keep when a mission receives people")
            .details("For days of every week (`mon` to `sun`) or for dates. No time at all: nobody is received.")
            .takes::<Hours>(json!({ "days": ["mon", "2026-12-03"], "slots": [{ "at": "09:00", "places": 20 }] }))
            .gives_nothing(),
        get("/missions/{nationality}/days/{day}", one_day, "Who of the team is expected at a mission on a day")
            .gives(200, Page::whole(vec![Expected::sample()])),
        get("/cases/{case}/appointments", of_case, "The appointments of a person")
            .gives(200, Page::whole(vec![Made::sample()])),
        post("/cases/{case}/appointments", book, "Book a place with a mission")
            .details(
                "In place of one that the person still has with this mission. Nobody is booked who may not be named \
                 to the mission. Booking the same again changes nothing.",
            )
            .takes::<Book>(json!({ "mission": "UGA", "step": "R02", "on": "2026-02-03", "at": "09:00" }))
            .gives(201, Booked { on: Made::day(), at: As(Time::constant(9, 0, 0, 0)) }),
        post("/cases/{case}/appointments/{appointment}", mark, "Note whether the person came, or call it off")
            .takes::<Marked>(json!({ "standing": "came" }))
            .gives_nothing(),
    ]
}

#[derive(Serialize, JsonSchema)]
pub struct DayOf {
    on: As<Date>,
    /// Why nobody is received: "unknown", "holiday" or "closed".
    closed: Option<&'static str>,
    slots: Vec<SlotOf>,
}

#[derive(Serialize, JsonSchema)]
pub struct SlotOf {
    at: As<Time>,
    places: u16,
    taken: u16,
}

impl DayOf {
    fn of(day: &Day) -> DayOf {
        let slots = day.slots.iter().map(|slot| SlotOf { at: As(slot.at), places: slot.places, taken: slot.taken });
        let closed = day.closed.as_ref().map(|closed| match closed {
            Closed::Unknown => "unknown",
            Closed::Holiday(_) => "holiday",
            Closed::Said => "closed",
        });
        DayOf { on: As(day.on), closed, slots: slots.collect() }
    }

    fn sample() -> DayOf {
        let slots = vec![SlotOf { at: As(Time::constant(9, 0, 0, 0)), places: 20, taken: 3 }];
        DayOf { on: Made::day(), closed: None, slots }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "MissionHours")]
pub struct Hours {
    days: Vec<As<For>>,
    slots: Vec<Places>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Places {
    at: As<Time>,
    places: u16,
}

/// Somebody of the team who is expected, or was.
#[derive(Serialize, JsonSchema)]
pub struct Expected {
    case: As<CaseId>,
    #[serde(flatten)]
    made: Made,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AppointmentMade")]
pub struct Made {
    appointment: As<EventId>,
    mission: As<Country>,
    step: String,
    on: As<Date>,
    at: As<Time>,
    standing: As<Standing>,
}

impl Made {
    fn of(event: EventId, one: &Appointment) -> Made {
        Made {
            appointment: As(event),
            mission: As(one.mission),
            step: one.step.clone(),
            on: As(one.on),
            at: As(one.at),
            standing: As(one.standing),
        }
    }

    fn day() -> As<Date> {
        As(Date::constant(2026, 2, 3))
    }

    fn sample() -> Made {
        Made {
            appointment: As(EventId::from_bytes([1; 16])),
            mission: As(Country::from_iso3("UGA").expect("a country")),
            step: "R02".to_owned(),
            on: Made::day(),
            at: As(Time::constant(9, 0, 0, 0)),
            standing: As(Standing::Booked),
        }
    }
}

impl Expected {
    fn sample() -> Expected {
        Expected { case: As(CaseId::from_bytes([7; 16])), made: Made::sample() }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AppointmentWanted")]
pub struct Book {
    /// The nationality whose mission it is.
    mission: As<Country>,
    /// The step's word in the pack.
    step: String,
    on: As<Date>,
    /// The first time at which a place is free, where nothing is said.
    #[serde(default)]
    at: Option<As<Time>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AppointmentBooked")]
pub struct Booked {
    on: As<Date>,
    at: As<Time>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AppointmentMarked")]
pub struct Marked {
    standing: As<Standing>,
}

fn mission(visit: &Visit) -> Result<Country, Fault> {
    Country::from_iso3(visit.param("nationality")).ok_or(Fault::NotFound)
}

fn days(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let mission = mission(visit)?;
    let count = take(visit, MOST_DAYS)?;
    let read = |text: &str| <Date as Texted>::read(text);
    let from = super::paging::place(visit.asked("cursor"), read)?.unwrap_or_else(|| visit.today());
    let pack = visit.app.pack();
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let days = visit.command(|cx| appointments::days(cx, pack, mission, from, count))?;
    let next = days.last().map(|day| base::days_after(day.on, 1));
    let ends = base::days_after(visit.today(), appointments::DAYS_AHEAD);
    let next = next.filter(|day| *day <= ends).map(|day| super::paging::cursor(&day.to_string()));
    Ok(Json(Page { items: days.iter().map(DayOf::of).collect(), next }).into_response())
}

fn hours(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let mission = mission(visit)?;
    let said: Hours = visit.sent()?;
    let days: Vec<For> = said.days.into_iter().map(|As(day)| day).collect();
    let slots = said.slots.into_iter().map(|one| Slot { at: one.at.0, places: one.places }).collect();
    match visit.command(|cx| appointments::keep_hours(cx, mission, &days, slots)) {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(fault) => Err(under("slots", fault)),
    }
}

fn one_day(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let mission = mission(visit)?;
    let day = <Date as Texted>::read(visit.param("day")).ok_or(Fault::NotFound)?;
    let all = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| appointments::on_day(desk, mission, day))?;
    visit.command(|cx| cx.note_list(Action::Plan, all.len()))?;
    let expected = all.iter().map(|one| Expected { case: As(one.case), made: Made::of(one.event, &one.appointment) });
    Ok(Json(Page::whole(expected.collect())).into_response())
}

fn of_case(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let pack = visit.app.pack();
    let durations = crate::pages::plan::durations(visit)?;
    let view = visit.command(|cx| plan::read(cx, pack, &durations, case))?;
    let all = view.told.appointments.iter().map(|(event, one)| Made::of(*event, one));
    Ok(Json(Page::whole(all.collect())).into_response())
}

fn book(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Book = visit.sent()?;
    let pack = visit.app.pack();
    known_step(pack, &said.step)?;
    let wanted = Wanted { mission: said.mission.0, step: said.step, on: said.on.0, at: said.at.map(|As(at)| at) };
    let durations = crate::pages::plan::durations(visit)?;
    match visit.command(|cx| appointments::book(cx, pack, &durations, case, &wanted)) {
        Ok(Ok(one)) => Ok((StatusCode::CREATED, Json(Booked { on: As(one.on), at: As(one.at) })).into_response()),
        Ok(Err(why)) => Err(Fault::wrong("step", &crate::pages::queues::because(visit, &why))),
        Err(fault) => Err(under("on", fault)),
    }
}

fn mark(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let event = EventId::read(visit.param("appointment")).ok_or(Fault::NotFound)?;
    let said: Marked = visit.sent()?;
    match visit.command(|cx| appointments::mark(cx, case, event, said.standing.0)) {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(Fault::Access(AccessError::NoValue)) => Err(Fault::NotFound),
        Err(fault) => Err(under("standing", fault)),
    }
}
