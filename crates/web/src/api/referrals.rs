//! Consents and referrals: what a person agreed to show, who was asked for what, and what was answered.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::{self, Page};
use super::said_of_referrals::{Answered, Asked, Consented, Elsewhere, Escalated, Granted, Line, NeedOf, Withdrawn};
use super::texted::As;
use crate::routes::Answer;
use crate::visit::Visit;
use access::{Action, Cx};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, EventId};
use casework::consent;
use casework::referral::{self, FEWEST, Ledger};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

const MOST: usize = 100;

pub fn operations() -> Vec<Operation> {
    let id = "06dsab5kg1urr6di0on5sfqs18";
    let to = json!({ "team": id });
    let consent = json!({
        "purpose": "shelter", "to": to, "items": ["code", "names"], "given": "spoken", "language": "am", "safe": true
    });
    let asked = json!({ "service": "shelter", "to": to, "items": ["code", "names"], "urgency": "today" });
    let need = json!({ "service": "shelter", "to": to, "people": 12, "urgency": "week", "place": "Kampot" });
    let refused = json!({ "outcome": "refused", "reason": "full", "verbatim": "No bed before Friday." });
    vec![
        get("/cases/{case}/consents", consents, "What a person agreed to show, declined or took back")
            .gives(200, Page::whole(vec![Granted::sample()])),
        post("/cases/{case}/consents", give, "Put on record what a person agreed to, or declined")
            .details("Help never depends on it. Of a child somebody decides in its best interests and says why.")
            .takes::<Consented>(consent)
            .gives(201, Given { event: As(EventId::from_bytes([1; 16])) }),
        post("/cases/{case}/consents/withdraw", withdraw, "Take a consent back")
            .details(
                "Keys are taken back at once. What had been read cannot be un-read: the answer says how often it was.",
            )
            .takes::<Withdrawn>(json!({ "consent": id }))
            .gives(200, Page::whole(vec![TakenBack { case: As(CaseId::from_bytes([1; 16])), read: 2 }]))
            .refuses(&[409]),
        post("/cases/{case}/referrals", refer, "Ask somebody for help for a person")
            .details("Shows exactly `items`, on a consent that stands; without one nothing is sent.")
            .takes::<Asked>(asked)
            .gives(201, Opened { case: As(CaseId::from_bytes([1; 16])) })
            .refuses(&[409]),
        post("/needs", need_of, "Ask for something for people who are not named")
            .takes::<NeedOf>(need)
            .gives(201, Opened { case: As(CaseId::from_bytes([1; 16])) }),
        get("/referrals/sent", sent, "What was asked of others")
            .in_pages(MOST)
            .gives(200, Page { items: vec![Line::sample()], next: None }),
        get("/referrals/received", received, "What others ask for")
            .in_pages(MOST)
            .gives(200, Page { items: vec![Line::sample()], next: None }),
        get("/referrals/{case}", show, "One referral").gives(200, Line::sample()),
        post("/referrals/{case}/answer", answer, "Answer, or write down what was answered")
            .takes::<Answered>(refused)
            .gives(200, Line::sample()),
        post("/referrals/{case}/escalate", escalate, "Ask again, more urgently")
            .takes::<Escalated>(json!({ "urgency": "today" }))
            .gives(200, Line::sample()),
        post("/referrals/{case}/withdraw", take_back, "Take a request back").gives_nothing(),
        post("/referrals/{case}/deleted", deleted, "Say that everything that was copied is deleted").gives_nothing(),
        get("/ledger", ledger, "Who was asked for what, with what answer, and what nobody gave")
            .details("As it may be shown outside: small groups are put together or left out, numbers rounded to fives.")
            .gives(200, Counted::sample()),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConsentGiven")]
struct Given {
    event: As<EventId>,
}

/// The file that was opened for the other side, under an id of its own.
#[derive(Serialize, JsonSchema)]
struct Opened {
    case: As<CaseId>,
}

#[derive(Serialize, JsonSchema)]
struct TakenBack {
    /// The file of what was asked for.
    case: As<CaseId>,
    /// How often the other team had opened it.
    read: i64,
}

fn consents(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    let view = visit.command(|cx| casework::registry::view(cx, case))?;
    let all = consent::all(&view.facts).iter().map(Granted::of).collect();
    Ok(Json(Page::whole(all)).into_response())
}

fn give(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    let (case, said): (_, Consented) = (case_of(visit)?, visit.sent()?);
    let grant = said.grant()?;
    let event = visit.command(|cx| consent::give(cx, case, grant))?;
    Ok((StatusCode::CREATED, Json(Given { event: As(event) })).into_response())
}

fn withdraw(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    let (case, said): (_, Withdrawn) = (case_of(visit)?, visit.sent()?);
    let back = visit.command(|cx| consent::withdraw(cx, case, said.consent.0, said.because))?;
    let back = back.into_iter().map(|taken| TakenBack { case: As(taken.sent.file), read: taken.read });
    Ok(Json(Page::whole(back.collect())).into_response())
}

fn refer(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    let (case, said): (_, Asked) = (case_of(visit)?, visit.sent()?);
    let (to, items, ask) = said.parts()?;
    let opened = visit.command(|cx| referral::refer(cx, case, &to, &items, ask))?;
    Ok((StatusCode::CREATED, Json(Opened { case: As(opened.file) })).into_response())
}

fn need_of(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    let said: NeedOf = visit.sent()?;
    let need = said.need()?;
    let opened = visit.command(|cx| referral::ask_for_need(cx, need))?;
    Ok((StatusCode::CREATED, Json(Opened { case: As(opened.file) })).into_response())
}

type Read = fn(&mut Cx, i64, i64) -> access::Result<Vec<referral::Referral>>;

fn sent(visit: &Visit) -> Answer {
    visit.command(referral::take_in)?;
    page(visit, referral::sent)
}

fn received(visit: &Visit) -> Answer {
    page(visit, referral::received)
}

fn page(visit: &Visit, read: Read) -> Answer {
    let take = paging::take(visit, MOST)?;
    let from = paging::place(visit.asked("cursor"), |text| text.parse::<i64>().ok().filter(|from| *from >= 0))?;
    let from = from.unwrap_or(0);
    let mut found = visit.command(|cx| read(cx, take as i64 + 1, from))?;
    let next = (found.len() > take).then(|| paging::cursor(&(from + take as i64).to_string()));
    found.truncate(take);
    let us = visit.session()?.actor.team;
    Ok(Json(Page { items: found.iter().map(|referral| Line::of(referral, us)).collect(), next }).into_response())
}

fn show(visit: &Visit) -> Answer {
    visit.permit(Action::AnswerReferral)?;
    let file = case_of(visit)?;
    let view = visit.command(|cx| referral::view(cx, file))?;
    Ok(Json(Line::of(&view.referral, visit.session()?.actor.team)).into_response())
}

fn answer(visit: &Visit) -> Answer {
    visit.permit(Action::AnswerReferral)?;
    let (file, said): (_, Answered) = (case_of(visit)?, visit.sent()?);
    let answer = said.answer()?;
    visit.command(|cx| referral::answer(cx, file, answer))?;
    show(visit)
}

fn escalate(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    let (file, said): (_, Escalated) = (case_of(visit)?, visit.sent()?);
    visit.command(|cx| referral::escalate(cx, file, said.urgency.0, said.note))?;
    show(visit)
}

fn take_back(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    let file = case_of(visit)?;
    visit.command(|cx| referral::withdraw(cx, file))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn deleted(visit: &Visit) -> Answer {
    let file = case_of(visit)?;
    visit.command(|cx| referral::confirm_deleted(cx, file))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What was counted, without anybody's name.
#[derive(Serialize, JsonSchema)]
struct Counted {
    /// No group of fewer people is shown.
    fewest: u32,
    entries: Vec<Entry>,
    unmet: Unmet,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LedgerEntry")]
struct Entry {
    /// `null` where several are put together.
    to: Option<Elsewhere>,
    service: &'static str,
    /// "waiting", "accepted", "partly", "refused", "silent" or "withdrawn".
    became: &'static str,
    reason: Option<&'static str>,
    requests: u32,
    people: u32,
    /// The middle of the answering times.
    hours: Option<i64>,
}

/// People whom nobody helped.
#[derive(Serialize, JsonSchema)]
struct Unmet {
    by_service: Vec<Count>,
    by_nationality: Vec<Count>,
    by_place: Vec<Count>,
}

#[derive(Serialize, JsonSchema)]
struct Count {
    /// `null` where it is not known.
    of: Option<String>,
    people: u32,
}

fn ledger(visit: &Visit) -> Answer {
    let ledger = visit.command(|cx| {
        referral::take_in(cx)?;
        referral::ledger(cx)
    })?;
    Ok(Json(Counted::of(&ledger.for_others())).into_response())
}

impl Counted {
    fn of(ledger: &Ledger) -> Counted {
        let entry = |entry: &referral::Entry| {
            let (became, reason) = word(entry.became);
            Entry {
                to: Elsewhere::of(&entry.recipient),
                service: entry.service.key(),
                became,
                reason,
                requests: entry.requests,
                people: entry.people,
                hours: entry.hours,
            }
        };
        let by_service =
            ledger.by_service.iter().map(|one| Count { of: Some(one.of.key().into()), people: one.people });
        let country = |one: &referral::Unmet<Option<base::Country>>| Count {
            of: one.of.map(|country| country.iso3().to_owned()),
            people: one.people,
        };
        let by_place = ledger.by_place.iter().map(|one| Count { of: one.of.clone(), people: one.people });
        Counted {
            fewest: FEWEST,
            entries: ledger.entries.iter().map(entry).collect(),
            unmet: Unmet {
                by_service: by_service.collect(),
                by_nationality: ledger.by_nationality.iter().map(country).collect(),
                by_place: by_place.collect(),
            },
        }
    }

    fn sample() -> Counted {
        let count = |of: &str| vec![Count { of: Some(of.to_owned()), people: 15 }];
        Counted {
            fewest: FEWEST,
            entries: vec![Entry {
                to: Some(Elsewhere::sample()),
                service: "shelter",
                became: "refused",
                reason: Some("full"),
                requests: 15,
                people: 15,
                hours: Some(30),
            }],
            unmet: Unmet { by_service: count("shelter"), by_nationality: count("UGA"), by_place: count("Bavet") },
        }
    }
}

fn word(became: referral::Became) -> (&'static str, Option<&'static str>) {
    use referral::Became::*;
    match became {
        Waiting => ("waiting", None),
        Accepted => ("accepted", None),
        Partly => ("partly", None),
        Refused(reason) => ("refused", Some(reason.key())),
        Silent => ("silent", None),
        Withdrawn => ("withdrawn", None),
    }
}
