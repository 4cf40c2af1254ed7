//! Rolls of missions: who could be on one, who is missing and why, versions and what changed, files, and that one was
//! sent. What came back: [`super::roll_answers`].

use super::operation::{Operation, get, post};
use super::paging::{Page, cursor, part};
use super::said_of_rolls::{DraftOf, MissingOf, SealedOf, StandingOf, ToSeal};
use super::said_of_versions::{ChangeOf, ChangesOf, LineOf, SentOn, Taken, VersionOf, Whole};
use super::texted::{As, Texted};
use super::under;
use crate::fault::Fault;
use crate::pages::people::{CSV, XLSX};
use crate::pages::rolls as pages;
use crate::routes::Answer;
use crate::visit::Visit;
use crate::words::Words;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Country, Date, RollId};
use casework::desk::fresh;
use casework::rolls::{self, Asked, Draft, Missing, Once};
use pathway::Nationality;
use serde_json::json;

/// People of one page.
const MOST: usize = 500;

pub fn operations() -> Vec<Operation> {
    let until = || json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" });
    let to_day = "The day up to which days of overstay are counted; today where nothing is said.";
    let keys = json!({ "type": "string", "enum": Missing::KEYS });
    let event = "019bc5a2-7c00-7cc3-98c4-dc0c0c07398f";
    let sealed = json!({ "event": event, "mission": "Embassy of Uganda (invented)", "until": "2026-02-28" });
    vec![
        get("/rolls", all, "Of each nationality, how many could be on its mission's roll, and how many are missing")
            .details("Empty where the country's pack waives no fine by lists of missions.")
            .gives(200, Page::whole(vec![StandingOf::sample()])),
        get("/rolls/{nationality}", draft, "Who could be on a mission's roll as things stand")
            .details("By name, as the lines will stand; nothing of it is kept. `{nationality}` is a country as three capital letters (ISO 3166).")
            .asks("until", until(), to_day)
            .in_pages(MOST)
            .gives(200, DraftOf::sample()),
        get("/rolls/{nationality}/missing", missing, "Who is missing from it, and everything that keeps each of them off")
            .details("Whom the fewest things keep off comes first.")
            .asks("until", until(), to_day)
            .asks("why", keys, "Those whom this keeps off, among other things.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![MissingOf::sample()], next: None }),
        get("/rolls/{nationality}/versions", versions, "The versions that were sealed, the newest first")
            .in_pages(MOST)
            .gives(200, Page { items: vec![VersionOf::sample()], next: None }),
        post("/rolls/{nationality}/versions", seal, "Seal everybody who could be on it as the next version")
            .details("Each case is opened for it, with its entry in the record. With the same `event` again nothing is sealed and the answer is 200.")
            .takes::<ToSeal>(sealed)
            .gives(201, SealedOf::sample())
            .gives(200, SealedOf::sample())
            .refuses(&[409]),
        get("/rolls/{nationality}/versions/{version}", one, "One version, and what became of its lines")
            .gives(200, Whole::sample()),
        get("/rolls/{nationality}/versions/{version}/lines", lines, "Its lines")
            .details("Whoever may no longer be named stands there by the number alone.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![LineOf::sample()], next: Some(cursor("1/1")) }),
        get("/rolls/{nationality}/versions/{version}/changes", changes, "What it says differently from the one sent before")
            .in_pages(MOST)
            .gives(200, ChangesOf { since: Some(1), items: vec![ChangeOf::sample()], next: None }),
        post("/rolls/{nationality}/versions/{version}/file", file, "A version as a file, with everybody who may be named")
            .details("The PDF begins with the note verbale, where the pack has one.")
            .takes::<Taken>(json!({ "format": "xlsx", "place": "Phnom Penh" }))
            .gives_file(&[pages::PDF, XLSX, CSV]),
        post("/rolls/{nationality}/versions/{version}/sent", sent, "Note that a version was sent")
            .details("Refused as a whole while somebody on it may no longer be named. Each plan waits for the answer from then on. The same day again changes nothing.")
            .takes::<SentOn>(json!({ "on": "2026-02-03" }))
            .gives_nothing(),
    ]
}

fn all(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let (found, pack, today) = (pages::found(visit)?, visit.app.pack(), visit.today());
    let all = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| rolls::missions(desk, pack, &found, today))?;
    visit.command(|cx| cx.note_list(Action::Plan, all.iter().map(|one| one.ready + one.missing).sum()))?;
    Ok(Json(Page::whole(all.iter().map(StandingOf::of).collect())).into_response())
}

/// The day of `until`, or today.
fn until(visit: &Visit) -> Result<Date, Fault> {
    match visit.asked("until") {
        "" => Ok(visit.today()),
        text => Date::read(text).ok_or_else(|| Fault::parameter("until", &format!("it is to be {}", Date::wanted()))),
    }
}

/// What the desk drafts for the nationality of the address, handed on with what was asked.
fn drafted<T>(visit: &Visit, until: Date, take: impl FnOnce(&Asked, Draft) -> Result<T, Fault>) -> Result<T, Fault> {
    let nationality = pages::nationality(visit)?;
    let found = pages::found(visit)?;
    let asked = pages::asked(visit, nationality, &found, until)?;
    let draft = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| rolls::draft(desk, &asked))?;
    take(&asked, draft)
}

fn draft(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    drafted(visit, until(visit)?, |asked, draft| {
        let (shown, next) = part(visit, &draft.on, MOST, |one| one.case.to_string())?;
        visit.command(|cx| cx.note_list(Action::Plan, shown.len()))?;
        let route = pathway::route(&asked.pack.pack, asked.corrections, &Nationality::One(asked.nationality));
        Ok(Json(DraftOf::of(asked, route.reach.key(), &draft, shown, next)).into_response())
    })
}

fn missing(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let why = visit.asked("why");
    if !why.is_empty() && !Missing::KEYS.contains(&why) {
        return Err(Fault::parameter("why", &format!("it is to be one of {}", Missing::KEYS.join(", "))));
    }
    drafted(visit, until(visit)?, |_, mut draft| {
        draft.missing.retain(|one| why.is_empty() || one.why.iter().any(|one| one.key() == why));
        let (shown, next) = part(visit, &draft.missing, MOST, |one| one.case.to_string())?;
        visit.command(|cx| cx.note_list(Action::Plan, shown.len()))?;
        let words = Words::of(visit);
        let items = shown.iter().map(|one| MissingOf::of(one, &words)).collect();
        Ok(Json(Page { items, next }).into_response())
    })
}

fn kept(visit: &Visit, nationality: Country) -> Result<Vec<rolls::Version>, Fault> {
    visit.command(|cx| rolls::versions(cx, nationality))
}

fn versions(visit: &Visit) -> Answer {
    let kept = kept(visit, pages::nationality(visit)?)?;
    let (shown, next) = part(visit, &kept, MOST, |one| one.number.to_string())?;
    Ok(Json(Page { items: shown.iter().map(VersionOf::of).collect(), next }).into_response())
}

fn seal(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    visit.permit(Action::Export)?;
    let nationality = pages::nationality(visit)?;
    let said: ToSeal = visit.sent()?;
    let mission = base::text::line(&said.mission);
    if mission.is_empty() {
        return Err(Fault::wrong("mission", "it is to say which mission sends the roll"));
    }
    let until = said.until.map_or_else(|| visit.today(), |As(day)| day);
    let id = match said.event {
        Some(As(event)) => RollId::from_bytes(*event.as_bytes()),
        None => RollId::new(visit.now, &mut *visit.app.rng()),
    };
    let once = drafted(visit, until, |asked, draft| {
        let cases: Vec<CaseId> = draft.on.iter().map(|one| one.case).collect();
        let field = if cases.is_empty() { "." } else { "until" };
        visit.command(|cx| rolls::seal_once(cx, id, asked, &mission, &cases)).map_err(|fault| under(field, fault))
    })?;
    match once {
        Once::Now(sealed) => Ok((StatusCode::CREATED, Json(SealedOf::of(&sealed, &Words::of(visit)))).into_response()),
        Once::Before(number) => {
            let version = visit.command(|cx| rolls::version(cx, nationality, number, Action::Plan))?;
            Ok(Json(SealedOf::before(&version)).into_response())
        }
    }
}

fn one(visit: &Visit) -> Answer {
    let (version, may) = pages::opened(visit, Action::Plan)?;
    Ok(Json(Whole::of(&version, &may)).into_response())
}

fn lines(visit: &Visit) -> Answer {
    let (version, may) = pages::opened(visit, Action::Plan)?;
    let (shown, next) = part(visit, &version.lines, MOST, |line| line.number.to_string())?;
    Ok(Json(Page { items: shown.iter().map(|kept| LineOf::of(kept, &may)).collect(), next }).into_response())
}

fn changes(visit: &Visit) -> Answer {
    let (version, _) = pages::opened(visit, Action::Plan)?;
    let Some(changed) = pages::Changed::since_last_sent(visit, &version)? else {
        return Ok(Json(ChangesOf { since: None, items: Vec::new(), next: None }).into_response());
    };
    let (shown, next) = part(visit, &changed.changes, MOST, |one| format!("{}{}", one.key(), one.line()))?;
    let words = Words::of(visit);
    let told = changed.told(visit, shown)?;
    let items = told.into_iter().map(|(change, whose, why)| ChangeOf::of(change, whose, &why, &words)).collect();
    Ok(Json(ChangesOf { since: Some(changed.before.number), items, next }).into_response())
}

fn file(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    pages::nationality(visit)?;
    pages::number(visit)?;
    let said: Taken = visit.sent()?;
    let made = pages::made(visit, said.format.0, said.place.as_deref().unwrap_or_default())?;
    made.ok_or_else(|| Fault::wrong(".", "Nobody of this version may be named any more, so there is no file of it"))
}

fn sent(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    visit.permit(Action::Export)?;
    let (nationality, number) = (pages::nationality(visit)?, pages::number(visit)?);
    let said: SentOn = visit.sent()?;
    let on = said.on.map_or_else(|| visit.today(), |As(day)| day);
    let versions = kept(visit, nationality)?;
    let version = versions.iter().find(|one| one.number == number).ok_or(Fault::NotFound)?;
    if version.sent == Some(on) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let is_of_the_day = version.sent.is_some() || on > visit.today() || on < version.at.local_date();
    let found = pages::found(visit)?;
    let asked = pages::asked(visit, nationality, &found, visit.today())?;
    let noted = visit.command(|cx| rolls::send(cx, &asked, number, on));
    noted.map_err(|fault| under(if is_of_the_day { "on" } else { "." }, fault))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
