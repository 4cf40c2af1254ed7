//! Letters about a person: what each takes and why, writing one, a file of it, taking it back, and whether one is
//! genuine.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::Page;
use super::said_of_letters::{CodeSaid, FormOf, Genuine, IssuedOf, LookedAt, Ordered, TakenAway, WrittenOf};
use crate::fault::Fault;
use crate::pages::letters::{DOCX, PDF, TEXT, as_file};
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use casework::letters::{self, Once, Outcome, Written};
use papers::letter::{Lack, pack};
use serde_json::{Value, json};

pub fn operations() -> Vec<Operation> {
    let event = "019bc5a2-7c00-7cc3-98c4-dc0c0c07398f";
    let said = |event: Value| {
        json!({
            "event": event, "form": "presumption", "language": "en", "place": "Phnom Penh", "signatory": "Sok Invented",
            "post": "Head of casework", "recipient": ["Office of immigration (invented)", "Phnom Penh"],
            "contact": ["desk@example.org"], "overstay_since": "2025-12-01",
        })
    };
    let file = json!({ "code": "412907356", "format": "pdf", "letter": said(Value::Null) });
    vec![
        get("/letters", forms, "The letters there are, and what each takes, from where and why")
            .gives(200, Page::whole(vec![FormOf::sample()])),
        get("/cases/{case}/letters", all, "The letters that were written about a person, newest first")
            .details("Codes and days; no letter is kept.")
            .gives(200, Page::whole(vec![IssuedOf::sample()])),
        post(
            "/cases/{case}/letters/look",
            look,
            "What a letter would take of a case, field by field, and what is lacking",
        )
        .details("Nothing is written, and no code is given.")
        .takes::<Ordered>(json!({ "form": "presumption", "language": "en" }))
        .gives(200, LookedAt::sample()),
        post("/cases/{case}/letters", write, "Write a letter")
            .details(
                "It is answered as text and kept nowhere; only its code stays. With the same `event` again the answer \
                 is 200 with the same code. What stands in its way is refused with 422 and the reasons.",
            )
            .takes::<Ordered>(said(event.into()))
            .gives(201, WrittenOf::sample())
            .gives(200, WrittenOf::sample())
            .refuses(&[409]),
        post("/cases/{case}/letters/print", take_away, "A letter that was written, as a file")
            .details("`letter` says the same as when it was written: it is made anew under the code that it was given.")
            .takes::<TakenAway>(file)
            .gives_file(&[PDF, DOCX, TEXT])
            .refuses(&[409]),
        post("/cases/{case}/letters/withdraw", withdraw, "Take a letter back: whoever checks it is told so")
            .takes::<CodeSaid>(json!({ "code": "412907356" }))
            .gives_nothing()
            .refuses(&[409]),
        post("/letters/check", check, "Whether a letter is genuine, for whoever holds one")
            .details("It says nothing of the person, and the same for every code that no letter has.")
            .open()
            .takes::<CodeSaid>(json!({ "code": "412 907 356" }))
            .gives(200, Genuine::sample()),
    ]
}

fn forms(visit: &Visit) -> Answer {
    visit.permit(Action::WriteLetter)?;
    Ok(Json(Page::whole(pack::embedded().forms.iter().map(FormOf::of).collect())).into_response())
}

fn all(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    let issued = visit.command(|cx| letters::of_case(cx, case))?;
    Ok(Json(Page::whole(issued.iter().map(IssuedOf::of).collect())).into_response())
}

fn look(visit: &Visit) -> Answer {
    visit.permit(Action::WriteLetter)?;
    let (case, said): (_, Ordered) = (case_of(visit)?, visit.sent()?);
    let (_, order) = said.order(visit)?;
    let found = visit.command(|cx| letters::look(cx, case, &order.form, &order.wishes))?;
    Ok(Json(LookedAt::of(&order, &found)).into_response())
}

fn write(visit: &Visit) -> Answer {
    visit.permit(Action::WriteLetter)?;
    let (case, said): (_, Ordered) = (case_of(visit)?, visit.sent()?);
    let (event, order) = said.order(visit)?;
    let once = visit.command(|cx| match event {
        Some(event) => letters::write_once(cx, event, case, &order),
        None => letters::write(cx, case, &order).map(Once::Now),
    })?;
    let (status, outcome) = match once {
        Once::Now(outcome) => (StatusCode::CREATED, outcome),
        Once::Before(outcome) => (StatusCode::OK, outcome),
    };
    Ok((status, Json(WrittenOf::of(&written(outcome)?))).into_response())
}

/// A letter that cannot be written is refused with everything that is lacking.
fn written(outcome: Outcome) -> Result<Written, Fault> {
    outcome.map_err(|lacks: Vec<Lack>| {
        let sentences: Vec<String> = lacks.into_iter().map(|lack| lack.sentence).collect();
        Fault::Sent(StatusCode::UNPROCESSABLE_ENTITY, "letter-lacks", sentences.join(" "))
    })
}

fn take_away(visit: &Visit) -> Answer {
    visit.permit(Action::WriteLetter)?;
    let (case, said): (_, TakenAway) = (case_of(visit)?, visit.sent()?);
    let (code, format) = (said.code(), said.format());
    let (_, order) = said.letter.order(visit)?;
    let again = visit.command(|cx| letters::again(cx, case, &code, &order))?;
    as_file(&written(again)?.letter, format)
}

fn withdraw(visit: &Visit) -> Answer {
    visit.permit(Action::WriteLetter)?;
    let (case, said): (_, CodeSaid) = (case_of(visit)?, visit.sent()?);
    let code = said.digits();
    visit.command(|cx| letters::withdraw(cx, case, &code))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn check(visit: &Visit) -> Answer {
    let said: CodeSaid = visit.sent()?;
    let found = visit.app.store.read(|tx| letters::check(tx, &said.digits()))?;
    Ok(Json(Genuine::of(found)).into_response())
}
