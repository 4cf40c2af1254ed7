//! Appointments with missions: which days have places, who is expected, and who could be.

mod day;
mod of_one;

pub use day::{fill, one_day};
pub use of_one::{book, mark, of_one};

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::Filled;
use crate::views::appointments as views;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Country, Date, Time};
use casework::appointments::{self, Closed, Day, For, Slot};
use casework::desk::fresh;
use casework::plan::outlook;
use std::collections::{BTreeMap, BTreeSet};
use vault::Compartment;

/// So many days of a mission are shown at once, and looked through for the next free place.
const DAYS: u16 = 21;
/// As many times of a day as the form has rows.
const ROWS: usize = 6;

/// The missions for which somebody waits, with which somebody has an appointment, or whose hours are known.
pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let (pack, now, today) = (visit.app.pack(), visit.now, visit.today());
    let desk = visit.desk()?;
    let drawn = outlook(desk, &visit.app.store, pack, now)?;
    let (waiting, booked) = fresh(desk, &visit.app.store, now, |desk| {
        (appointments::demand(desk, &drawn, pack, today), appointments::counts(desk, today))
    })?;
    let mut expected: BTreeMap<Country, usize> = BTreeMap::new();
    booked.iter().for_each(|((mission, _), count)| *expected.entry(*mission).or_default() += count);
    let known = visit.command(appointments::with_hours)?;
    let mut rows = Vec::new();
    for mission in waiting.keys().chain(expected.keys()).chain(&known).copied().collect::<BTreeSet<_>>() {
        let days = visit.command(|cx| appointments::days(cx, pack, mission, today, DAYS))?;
        let free = days.iter().find(|day| day.left() > 0);
        rows.push(views::Mission {
            code: mission.iso3().to_owned(),
            country: mission.name(visit.tongue.tag()).to_owned(),
            waiting: waiting.get(&mission).copied().unwrap_or(0),
            booked: expected.get(&mission).copied().unwrap_or(0),
            next: free.map(|day| day.on.to_string()).unwrap_or_default(),
            left: free.map_or(0, Day::left),
        });
    }
    rows.sort_by_key(|row| (std::cmp::Reverse(row.waiting), row.country.clone()));
    html(views::Missions { missions: rows, page: visit.chrome() })
}

/// The next days of a mission, and the form for its hours.
pub fn days(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    html(page_of_days(visit, Filled::default())?)
}

fn page_of_days(visit: &Visit, form: Filled) -> Result<views::Days, Fault> {
    let (mission, today, pack) = (mission(visit)?, visit.today(), visit.app.pack());
    let days = visit.command(|cx| appointments::days(cx, pack, mission, today, DAYS))?;
    let mine = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| appointments::counts(desk, today))?;
    let row = |day: &Day| described(visit, day, mine.get(&(mission, day.on)).copied().unwrap_or(0));
    let typed = |field: &'static str| {
        let of = form.pairs.iter().filter(move |(name, _)| name == field);
        of.map(|(_, value)| value.clone())
    };
    // What is known of the next open day is where a correction begins.
    let known = days.iter().find(|day| day.closed.is_none()).map(|day| day.slots.as_slice()).unwrap_or_default();
    let known = known.iter().filter(|slot| slot.places > 0);
    let known = known.map(|slot| (slot.at.strftime("%H:%M").to_string(), slot.places.to_string()));
    let rows: Vec<_> = if form.pairs.is_empty() { known.collect() } else { typed("at").zip(typed("places")).collect() };
    let empty = std::iter::repeat_with(Default::default);
    let count = ROWS.max(rows.len() + 1);
    let rows = rows.into_iter().chain(empty).take(count);
    Ok(views::Days {
        code: mission.iso3().to_owned(),
        country: mission.name(visit.tongue.tag()).to_owned(),
        days: days.iter().map(row).collect(),
        hours: rows.map(|(at, places)| views::Hours { at, places }).collect(),
        today: today.to_string(),
        done: held(&visit.session()?.done).take(),
        form,
        page: visit.chrome(),
    })
}

/// Keeps when a mission receives people.
pub fn hours(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let mission = mission(visit)?;
    let wrong = |field: &str, sentence: String| {
        let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(field.to_owned(), sentence)] };
        Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page_of_days(visit, form)?)?).into_response())
    };
    let every = |field: &'static str| visit.form.pairs.iter().filter(move |(name, _)| name == field).map(|(_, v)| v);
    let mut days: Vec<For> = every("weekday").filter_map(|key| For::from_key(key)).collect();
    match visit.form.value("date").trim() {
        "" => {}
        date => match date.parse() {
            Ok(date) => days.push(For::Date(date)),
            Err(_) => return wrong("date", visit.tongue.say("step-days-wrong")),
        },
    }
    let typed = every("at").zip(every("places")).filter(|(at, places)| !(at.is_empty() && places.is_empty()));
    let slots: Option<Vec<Slot>> = typed.map(|(at, places)| slot(at, places)).collect();
    let Some(slots) = slots else { return wrong("hours", visit.tongue.say("hours-wrong")) };
    match visit.command(|cx| appointments::keep_hours(cx, mission, &days, slots)) {
        Ok(()) => {
            *held(&visit.session()?.done) = Some(visit.tongue.say("hours-kept"));
            see(&format!("/appointments/{}", mission.iso3()))
        }
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong("hours", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

fn slot(at: &str, places: &str) -> Option<Slot> {
    Some(Slot { at: clock(at)?, places: places.trim().parse().ok()? })
}

/// "9:00" and "09:00"
fn clock(text: &str) -> Option<Time> {
    let text = text.trim();
    let text = if text.find(':') == Some(1) { format!("0{text}") } else { text.to_owned() };
    text.parse::<Time>().ok().filter(|time| time.second() == 0)
}

/// Whether the role writes where appointments are kept.
fn can_book(visit: &Visit) -> bool {
    visit.role().is_some_and(|role| role.writes().contains(&Compartment::Journey))
}

fn mission(visit: &Visit) -> Result<Country, Fault> {
    Country::from_iso3(visit.param("nationality")).ok_or(Fault::NotFound)
}

fn day_asked(visit: &Visit) -> Result<Date, Fault> {
    visit.param("day").parse().map_err(|_| Fault::NotFound)
}

/// A day as pages show it; `mine` of its appointments are this team's.
fn described(visit: &Visit, day: &Day, mine: usize) -> views::Day {
    let say = |key: &str| visit.tongue.say(key);
    let at = usize::from(day.on.weekday().to_monday_zero_offset().unsigned_abs());
    views::Day {
        on: day.on.to_string(),
        weekday: views::WEEKDAYS[at],
        places: day.places(),
        taken: day.taken(),
        left: day.left(),
        mine,
        full: (day.taken() * 100).checked_div(day.places()).unwrap_or(0).min(100),
        closed: match &day.closed {
            None => String::new(),
            Some(Closed::Unknown) => say("day-unknown"),
            Some(Closed::Said) => say("day-closed"),
            Some(Closed::Holiday(name)) => visit.tongue.say_with("day-holiday", &[("name", Value::from(name.clone()))]),
        },
    }
}
