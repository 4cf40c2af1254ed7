//! What the forms of a plan note; each leads back to the plan, which is drawn anew.

use super::show::page;
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Country, Date};
use casework::plan::{self, Circumstance, Course, Custody, End, Happened, Leave, Outcome, Reached, Safety, Stay};
use casework::plan::{StepSaid, Weighed};
use pathway::{Known, Owner, Warning, Way};
use screening::When;

pub(super) fn kept(visit: &Visit, done: Result<(), Fault>, at: &str) -> Answer {
    match done {
        Ok(()) => {
            *held(&visit.session()?.done) = Some(visit.tongue.say("plan-kept"));
            see(&format!("/case/{}/plan#{at}", visit.handle(visit.case()?)?))
        }
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, at, sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

/// The page again, with what was typed and a sentence beside the form.
pub fn wrong(visit: &Visit, at: &str, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(at.to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, form)?)?).into_response())
}

fn text(visit: &Visit, name: &str) -> Option<String> {
    Some(visit.form.value(name).trim().to_owned()).filter(|text| !text.is_empty())
}

/// A day that was typed; `Err` where something else was.
fn day(visit: &Visit, name: &str) -> Result<Option<Date>, ()> {
    text(visit, name).map(|typed| typed.parse().map_err(drop)).transpose()
}

pub fn safety(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let clear = match visit.form.value("clear") {
        "yes" => true,
        "no" => false,
        _ => return wrong(visit, "safety", visit.tongue.say("safety-choose")),
    };
    let chosen = |name: &'static str| visit.form.pairs.iter().filter(move |(one, _)| one == name).map(|(_, key)| key);
    let weighed = chosen("weighed").filter_map(|key| Warning::from_key(key)).map(|warning| Weighed {
        warning,
        by: visit.form.value("weighed_by").to_owned(),
        because: visit.form.value("weighed_because").to_owned(),
    });
    let safety = Safety {
        clear,
        warnings: chosen("warning").filter_map(|key| Warning::from_key(key)).collect(),
        weighed: weighed.collect(),
        mission: Country::from_iso3(visit.form.value("mission")),
        guardian: text(visit, "guardian"),
        note: text(visit, "safety_note"),
    };
    let done = visit.command(|cx| plan::check_safety(cx, case, safety));
    kept(visit, done, "safety")
}

pub fn choose(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let course = Course { way: Way::from_key(visit.form.value("way")), words: text(visit, "course_words") };
    let done = visit.command(|cx| plan::choose(cx, case, course));
    kept(visit, done, "ways")
}

pub fn step(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let pack = visit.app.pack();
    let at = format!("step-{}", visit.form.value("step"));
    let reached = match visit.form.value("reached") {
        "not-begun" => Reached::NotBegun,
        "begun" => Reached::Begun,
        "done" => Reached::Done,
        "refused" => Reached::Refused,
        "failed" => Reached::Failed,
        waiting => match waiting.strip_prefix("waiting-").and_then(Owner::from_key) {
            Some(owner) => Reached::WaitingFor(owner),
            None => return Err(Fault::Access(AccessError::NoValue)),
        },
    };
    let Ok(on) = day(visit, "on") else { return wrong(visit, &at, visit.tongue.say("step-days-wrong")) };
    let said = StepSaid {
        pack: pack.id.to_owned(),
        step: visit.form.value("step").to_owned(),
        reached,
        begun: None,
        on: on.unwrap_or_else(|| visit.today()),
        note: text(visit, "note"),
    };
    let done = visit.command(|cx| plan::note_step(cx, pack, case, said).map(drop));
    kept(visit, done, &at)
}

pub fn stay(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let Some(stay) = stay_typed(visit) else { return wrong(visit, "stay", visit.tongue.say("step-days-wrong")) };
    let done = visit.command(|cx| plan::note_stay(cx, case, stay));
    kept(visit, done, "stay")
}

/// How the person came in and for how long, as it was typed; `None` where something typed is no day.
pub fn stay_typed(visit: &Visit) -> Option<Stay> {
    let days = ["entry_from", "entry_to", "until", "until_to"].map(|name| day(visit, name));
    let [Ok(from), Ok(to), Ok(until), Ok(until_to)] = days else { return None };
    let visas = &visit.app.pack().pack.basics.visas;
    let leave = match visit.form.value("leave") {
        "none" => Leave::None,
        "until" => {
            let first = until.or(until_to)?;
            Leave::Until(first, until_to.unwrap_or(first))
        }
        visa => match visa.strip_prefix("visa-").and_then(|visa| visas.get(visa)) {
            Some(days) => Leave::Days { least: *days, most: *days },
            None => Leave::Unknown,
        },
    };
    let entry = from.or(to).map(|first| (first, to.unwrap_or(first)));
    Some(Stay { stamped: visit.form.has("stamped", "yes"), entry, leave })
}

/// Keeps what changed among the boxes: a box that was ticked for what follows from the papers stays theirs.
pub fn circumstances(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let pack = visit.app.pack();
    let durations = super::show::durations(visit)?;
    let done = visit.command(|cx| {
        let holds = plan::read(cx, pack, &durations, case)?.situation.known;
        let follows = [Known::Adult, Known::NotDetained, Known::PaysOwnTicket];
        for known in Known::ALL.iter().copied().filter(|one| !follows.contains(one)) {
            let ticked = visit.form.has("known", known.key());
            if ticked != holds.has(known) {
                plan::note_circumstance(cx, case, Circumstance { known, holds: ticked })?;
            }
        }
        Ok(())
    });
    kept(visit, done, "circumstances")
}

pub fn custody(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let what = Happened::from_key(visit.form.value("custody")).ok_or(Fault::Access(AccessError::NoValue))?;
    let when = match text(visit, "custody_when") {
        None => When::Unknown,
        Some(typed) => match When::read(&typed) {
            Some(when) => when,
            None => return wrong(visit, "custody", visit.tongue.say("hear-when")),
        },
    };
    let (place, by) = (text(visit, "custody_place"), text(visit, "custody_by"));
    let custody = Custody { what, when, place, by, note: text(visit, "custody_note") };
    let done = visit.command(|cx| plan::note_custody(cx, case, custody));
    kept(visit, done, "custody")
}

pub fn outcome(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let what = End::from_key(visit.form.value("end")).ok_or(Fault::Access(AccessError::NoValue))?;
    let Ok(on) = day(visit, "end_on") else {
        return wrong(visit, "outcome", visit.tongue.say("step-days-wrong"));
    };
    let way = Way::from_key(visit.form.value("end_way"));
    let on = on.unwrap_or_else(|| visit.today());
    let outcome = Outcome { what, on, way, by: text(visit, "end_by"), note: text(visit, "end_note") };
    let done = visit.command(|cx| plan::note_outcome(cx, case, outcome));
    kept(visit, done, "outcome")
}
