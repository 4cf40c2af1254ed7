//! What is asked of one person alone, at a counter: whether contact is safe, and who may be told. One page and one button,
//! for offices to which hundreds come in a day; never for many at once.

use super::super::plan::{given_typed, stay_typed};
use super::super::today::people;
use super::super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::Filled;
use crate::views::today as views;
use crate::visit::Visit;
use crate::words::Words;
use access::{AccessError, Action, Role};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, CaseId, Country};
use casework::desk::fresh;
use casework::plan::{self, View, items_for};
use pathway::{Contact, Contacts, Owner, Why};
use vault::Compartment;

/// How the fields begin in which it stands what the person said to telling somebody.
const TO: &str = "to-";

pub fn ask(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    visit.permit(Action::Refer)?;
    html(page(visit, Filled::default())?)
}

fn page(visit: &Visit, form: Filled) -> Result<views::Ask, Fault> {
    let case = visit.case()?;
    let view = read(visit)?;
    let names = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| people(desk, std::iter::once(case)))?;
    let (code, name) = names.get(&case).cloned().unwrap_or_else(|| (CaseCode::of(case).to_string(), String::new()));
    let words = Words::of(visit);
    let consents = view.situation.consents;
    let contact = |contact: Contact| views::Asked {
        key: contact.key().to_owned(),
        field: format!("{TO}{}", contact.key()),
        standing: match () {
            () if consents.to().has(contact) => "yes",
            () if consents.not_to().has(contact) => "no",
            () => "",
        },
        shows: words.items(&items_for(contact)),
    };
    let mission = view.situation.standing.mission.map(|one| one.name(visit.tongue.tag()).to_owned());
    let entry = view.entry.map(|(first, last)| (first.to_string(), last.to_string()));
    Ok(views::Ask {
        handle: visit.handle(case)?,
        code,
        name,
        // Whoever reads why notes it with the whole check.
        checks: reads_why(visit),
        clear: view.told.is_clear(),
        contacts: asked_about(visit, &view).iter().map(contact).collect(),
        mission: mission.unwrap_or_default(),
        reach: view.route.reach.key(),
        stay: view.told.stay.as_ref().map(|stay| words.stay(stay)).unwrap_or_default(),
        entry: entry.unwrap_or_default(),
        visas: visit.app.pack().pack.basics.visas.iter().map(|(visa, days)| (visa.clone(), *days)).collect(),
        is_child: view.situation.minor != base::Minor::No,
        from: from(visit),
        of: of(visit).map(|one| one.iso3().to_owned()).unwrap_or_default(),
        form,
        page: visit.chrome(),
    })
}

fn read(visit: &Visit) -> Result<View, Fault> {
    let (case, pack) = (visit.case()?, visit.app.pack());
    let durations = pathway::Durations::of_pack(&pack.pack);
    visit.command(|cx| plan::read(cx, pack, &durations, case))
}

/// Whether this is settled by those alone who do the whole check.
pub fn needs_somebody_else(why: &Why) -> bool {
    matches!(why, Why::SafetyNotClear | Why::Warned(..) | Why::NoGuardian | Why::NationalityNotChosen)
}

/// Whether the check with its reasons is open to whoever asks.
pub fn reads_why(visit: &Visit) -> bool {
    visit.role().is_some_and(|role| role.reads().contains(&Compartment::Protection))
}

/// Whom the steps of the person's way tell; a mission asks about its own steps.
fn asked_about(visit: &Visit, view: &View) -> Contacts {
    let pack = &visit.app.pack().pack;
    let steps = view.plan.steps.iter().map(|one| pack.step(one.step));
    let own = steps.filter(|step| visit.role() != Some(Role::ConsularOfficer) || step.owner == Owner::Mission);
    let all = own.map(|step| step.contact).fold(Contacts::EMPTY, Contacts::and);
    match view.situation.standing.mission {
        Some(_) => all,
        None => all.minus(Contacts::of([Contact::Mission])),
    }
}

/// The step whose queue leads here, and to which it goes back.
fn from(visit: &Visit) -> String {
    let from = match visit.form.value("from") {
        "" => visit.asked("from"),
        posted => posted,
    };
    visit.app.pack().pack.step_no(from).map(|_| from.to_owned()).unwrap_or_default()
}

/// The mission whose people alone the queue showed.
fn of(visit: &Visit) -> Option<Country> {
    Country::from_iso3(visit.form.value("of")).or_else(|| Country::from_iso3(visit.asked("of")))
}

pub fn answer(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    visit.permit(Action::Refer)?;
    let case = visit.case()?;
    let view = read(visit)?;
    let before = view.told.is_clear();
    let clear = match visit.form.value("clear") {
        _ if reads_why(visit) => before,
        "yes" => Some(true),
        "no" => Some(false),
        _ => before,
    };
    let Some(clear) = clear else {
        return wrong(visit, "clear", visit.tongue.say("ask-safety-first"));
    };
    let said = said(visit, &view, clear);
    // Where the stay is known the fields are not there; an entry alone was known before.
    let has_stay = visit.form.has("stamped", "yes") || !visit.form.value("leave").is_empty();
    let stay = match has_stay.then(|| stay_typed(visit)) {
        Some(None) => return wrong(visit, "entry_from", visit.tongue.say("step-days-wrong")),
        stay => stay.flatten(),
    };
    let given = given_typed(visit);
    let (mission, is_counter) = (view.situation.standing.mission, !reads_why(visit));
    let done = visit.command(|cx| {
        if is_counter && before != Some(clear) {
            plan::answer_at_counter(cx, case, clear)?;
        }
        if let Some(stay) = stay {
            plan::note_stay(cx, case, stay)?;
        }
        said.iter().try_for_each(|(contact, yes)| {
            plan::agree_to(cx, case, *contact, mission, (given.clone(), None, clear, *yes))
        })
    });
    match done {
        Ok(()) => back(visit, case),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "clear", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

/// What is new of what the person said: whom they let be told, and whom not.
fn said(visit: &Visit, view: &View, clear: bool) -> Vec<(Contact, bool)> {
    let consents = view.situation.consents;
    let asked = asked_about(visit, view);
    let said = asked.iter().filter_map(|contact| match visit.form.value(&format!("{TO}{}", contact.key())) {
        // Who is in danger from contact agrees to none, whatever was ticked before that was said.
        "yes" => (clear || !contact.is_state()).then_some((contact, true)),
        "no" => Some((contact, false)),
        _ => None,
    });
    said.filter(|(contact, yes)| !(if *yes { consents.to() } else { consents.not_to() }).has(*contact)).collect()
}

/// To the queue that led here, or to the person's plan.
fn back(visit: &Visit, case: CaseId) -> Answer {
    let code = CaseCode::of(case).to_string();
    *held(&visit.session()?.done) = Some(visit.tongue.say_with("ask-kept", &[("what", Value::from(code))]));
    match (from(visit).as_str(), of(visit)) {
        ("", _) => see(&format!("/case/{}/plan", visit.handle(case)?)),
        (step, None) => see(&format!("/queues/{step}")),
        (step, Some(mission)) => see(&format!("/queues/{step}?mission={}", mission.iso3())),
    }
}

fn wrong(visit: &Visit, field: &str, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(field.to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, form)?)?).into_response())
}
