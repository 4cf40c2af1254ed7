//! One day with one mission: the list that is called, and the places that are still free.

use super::super::queues::because;
use super::super::{html, see};
use super::{can_book, day_asked, described, mission};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::appointments as views;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::Words;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, CaseId};
use casework::appointments::{self, Booked, Filled as Done, Free, Wanted};
use casework::desk::{Desk, fresh};
use casework::plan::outlook;
use casework::plan::queues::Waits;
use pathway::StepNo;
use std::collections::BTreeSet;

/// So many of those who wait are offered at once.
const MOST: usize = 200;

pub fn one_day(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    html(page(visit, Filled::default(), Vec::new())?)
}

fn page(visit: &Visit, form: Filled, left_out: Vec<(String, String)>) -> Result<views::OneDay, Fault> {
    let (mission, on, pack, today) = (mission(visit)?, day_asked(visit)?, visit.app.pack(), visit.today());
    let day = visit.command(|cx| appointments::days(cx, pack, mission, on, 1))?.remove(0);
    let (step, steps) = chosen_step(visit)?;
    let desk = visit.desk()?;
    let drawn = outlook(desk, &visit.app.store, pack, visit.now)?;
    let (booked, waiting) = fresh(desk, &visit.app.store, visit.now, |desk| {
        let expected = appointments::on_day(desk, mission, on);
        let expected: Vec<_> = expected.into_iter().map(|one| (shown(desk, one.case), one)).collect();
        let mut all = appointments::without_one(desk, &drawn, mission, step, today);
        let total = all.len();
        all.truncate(MOST);
        let offered: Vec<_> = all.into_iter().map(|one| (shown(desk, one.case), one)).collect();
        (expected, (offered, total))
    })?;
    visit.command(|cx| cx.note_list(Action::Plan, booked.len() + waiting.0.len()))?;
    let is_over = on < today;
    let left = day.left();
    let offered = waiting.0.iter().enumerate().map(|(at, (who, one))| waits(visit, who, one, at < left));
    Ok(views::OneDay {
        code: mission.iso3().to_owned(),
        country: mission.name(visit.tongue.tag()).to_owned(),
        slots: day.slots.iter().map(|slot| called(visit, slot, &booked)).collect::<Result<_, _>>()?,
        is_over,
        can_say: on <= today,
        steps,
        step: pack.pack.step(step).id.clone(),
        waiting: if is_over { Vec::new() } else { offered.collect::<Result<_, _>>()? },
        waiting_total: waiting.1,
        day: described(visit, &day, booked.len()),
        left_out,
        can_book: can_book(visit),
        done: held(&visit.session()?.done).take(),
        form,
        page: visit.chrome(),
    })
}

/// The step of the address or of the form; otherwise the first for which somebody goes to a mission.
fn chosen_step(visit: &Visit) -> Result<(StepNo, Vec<Choice>), Fault> {
    let pack = &visit.app.pack().pack;
    let posted = visit.form.value("step");
    let asked = if posted.is_empty() { visit.asked("step") } else { posted };
    let all: Vec<StepNo> = appointments::steps(visit.app.pack()).collect();
    let step = pack.step_no(asked).filter(|step| all.contains(step)).or(all.first().copied()).ok_or(Fault::NotFound)?;
    let words = Words::of(visit);
    let choices = all.iter().map(|no| Choice::new(&pack.step(*no).id, words.title(pack, *no)));
    Ok((step, Choice::select(choices, &pack.step(step).id)))
}

/// Code, name and the first way to reach the person.
type Shown = (String, String, String);

fn shown(desk: &Desk, case: CaseId) -> Shown {
    let line = desk.line(case);
    let of = |take: fn(&casework::desk::Line) -> Option<&String>| line.and_then(take).cloned().unwrap_or_default();
    let code = line.map(|line| line.code.to_string()).unwrap_or_default();
    (code, of(|line| line.names.first()), of(|line| line.contacts.first()))
}

fn called(visit: &Visit, slot: &Free, booked: &[(Shown, Booked)]) -> Result<views::Slot, Fault> {
    let pack = &visit.app.pack().pack;
    let words = Words::of(visit);
    let here: Vec<_> = booked.iter().filter(|(_, one)| one.appointment.at == slot.at).collect();
    let person = |((code, name, contact), one): &(Shown, Booked)| {
        let step = pack.step_no(&one.appointment.step).map(|no| words.title(pack, no));
        Ok::<_, Fault>(views::Person {
            handle: visit.handle(one.case)?,
            code: code.clone(),
            name: name.clone(),
            contact: contact.clone(),
            step: step.unwrap_or_default(),
            standing: one.appointment.standing.key(),
            event: one.event.to_string(),
        })
    };
    let taking = here.iter().filter(|(_, one)| one.appointment.standing != appointments::Standing::CalledOff).count();
    Ok(views::Slot {
        at: slot.at.strftime("%H:%M").to_string(),
        left: slot.left().into(),
        people: here.into_iter().map(person).collect::<Result<_, _>>()?,
        others: usize::from(slot.taken).saturating_sub(taking),
    })
}

fn waits(visit: &Visit, (code, name, _): &Shown, one: &Waits, ticked: bool) -> Result<views::Waiting, Fault> {
    let (handle, since) = (visit.handle(one.case)?, one.since.to_string());
    Ok(views::Waiting { handle, code: code.clone(), name: name.clone(), since, ticked })
}

/// Books everybody who was ticked, whoever waits longest first, until the day is full.
pub fn fill(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let (mission, on, pack) = (mission(visit)?, day_asked(visit)?, visit.app.pack());
    let (step, _) = chosen_step(visit)?;
    let session = visit.session()?;
    let ticked = visit.form.pairs.iter().filter(|(field, _)| field == "case");
    let ticked: BTreeSet<CaseId> = ticked.filter_map(|(_, handle)| session.case_of(handle)).collect();
    let wrong = |sentence: String| {
        let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![("waiting".to_owned(), sentence)] };
        Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, form, Vec::new())?)?).into_response())
    };
    if ticked.is_empty() {
        return wrong(visit.tongue.say("batch-nobody"));
    }
    let drawn = outlook(visit.desk()?, &visit.app.store, pack, visit.now)?;
    let order = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        let all = appointments::without_one(desk, &drawn, mission, step, visit.today());
        all.into_iter().map(|one| one.case).filter(|case| ticked.contains(case)).collect::<Vec<_>>()
    })?;
    let durations = super::super::plan::durations(visit)?;
    let wanted = Wanted { mission, step: pack.pack.step(step).id.clone(), on, at: None };
    let done = match visit.command(|cx| appointments::fill(cx, pack, &durations, &wanted, &order)) {
        Err(Fault::Access(AccessError::Unfit(sentence))) => return wrong(sentence.to_owned()),
        done => done?,
    };
    *held(&session.done) = Some(says(visit, &done));
    if done.left_out.is_empty() {
        return see(&format!("/appointments/{}/{on}", mission.iso3()));
    }
    let left_out = done.left_out.iter().map(|(case, why)| (CaseCode::of(*case).to_string(), because(visit, why)));
    html(page(visit, Filled::default(), left_out.collect())?)
}

fn says(visit: &Visit, done: &Done) -> String {
    let count = |key: &str, count: usize| visit.tongue.say_with(key, &[("count", Value::from(count))]);
    let booked = count("appointments-booked", done.booked.len());
    if done.no_room == 0 { booked } else { format!("{booked} {}", count("appointments-no-room", done.no_room)) }
}
