//! Erasing a person: asked for by one member, confirmed by another. No program of somebody else may do either.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::Page;
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, CaseId, Instant, UserId, text};
use casework::erasure::{self, Ground, Report};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// So many of each are answered.
const MOST: usize = 1_000;

pub fn operations() -> Vec<Operation> {
    vec![
        get("/erasures", all, "What was erased of your team, the newest first")
            .gives(200, Page::whole(vec![Gone::sample()])),
        get("/erasures/asked", asked, "What waits for a second member of your team")
            .gives(200, Page::whole(vec![Asked::sample()])),
        get("/erasures/due", due, "What goes by itself, the first to go first")
            .details("Whatever is added to a case keeps it.")
            .gives(200, Page::whole(vec![Due::sample()])),
        post("/cases/{case}/erasure", ask, "Ask for a person to be erased")
            .details("A second member of the team has to confirm. Integrations are refused.")
            .takes::<Ask>(json!({ "ground": "person", "words": "She asked at the desk." }))
            .gives_nothing(),
        post("/cases/{case}/erasure/keep", keep, "Take back that a person is to be erased").gives_nothing(),
        post("/cases/{case}/erasure/confirm", confirm, "Erase a person for good")
            .details(
                "As another member than the one who asked. The answer names who is to be told; it is kept nowhere and \
                 cannot be asked for again.",
            )
            .gives(200, Sheet::sample()),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Erased")]
struct Gone {
    /// Of the card: never given to anybody else.
    code: String,
    at: As<Instant>,
    ground: As<Ground>,
    /// How many rows of what.
    gone: BTreeMap<String, u64>,
}

impl Gone {
    fn sample() -> Gone {
        let gone = [("keys".to_owned(), 5), ("payloads".to_owned(), 12)].into();
        let code = CaseCode::of(CaseId::from_bytes([7; 16])).to_string();
        Gone { code, at: As(Instant::from_millis(1_768_539_600_000)), ground: As(Ground::Person), gone }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ErasureAsked")]
struct Asked {
    case: As<CaseId>,
    ground: As<Ground>,
    at: As<Instant>,
    by: As<UserId>,
    words: String,
}

impl Asked {
    fn sample() -> Asked {
        Asked {
            case: As(CaseId::from_bytes([7; 16])),
            ground: As(Ground::Person),
            at: As(Instant::from_millis(1_768_539_600_000)),
            by: As(UserId::from_bytes([2; 16])),
            words: "She asked at the desk.".to_owned(),
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RetentionDue")]
struct Due {
    case: As<CaseId>,
    due: As<Instant>,
}

impl Due {
    fn sample() -> Due {
        Due { case: As(CaseId::from_bytes([7; 16])), due: As(Instant::from_millis(1_768_539_600_000)) }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ErasureReport")]
struct Sheet {
    code: String,
    at: As<Instant>,
    /// How many rows of what.
    gone: BTreeMap<String, u64>,
    /// Files that were opened at others and went too.
    files: usize,
    /// Hashes of records that stay in the log.
    envelopes: u64,
    /// Entries that say who opened the case.
    readings: u64,
    recipients: Vec<Told>,
    /// Programs of others that could follow the team's cases.
    programs: Vec<String>,
    /// Exports of the team since the case began.
    exports: u64,
    cards: u64,
}

#[derive(Serialize, JsonSchema)]
struct Told {
    name: String,
    /// When it was asked to delete; nothing when it has to be told by people.
    asked_at: Option<As<Instant>>,
    /// How often it opened what it was shown.
    read: i64,
}

impl Sheet {
    fn of(report: Report, name: impl Fn(&casework::consent::Recipient) -> String) -> Sheet {
        let told = |told: erasure::ToldToDelete| Told {
            name: name(&told.recipient),
            asked_at: told.asked_at.map(As),
            read: told.read,
        };
        Sheet {
            code: report.code.to_string(),
            at: As(report.at),
            gone: report.gone.0,
            files: report.files,
            envelopes: report.envelopes,
            readings: report.readings,
            recipients: report.recipients.into_iter().map(told).collect(),
            programs: report.programs,
            exports: report.exports,
            cards: report.cards,
        }
    }

    fn sample() -> Sheet {
        let Gone { code, at, gone, .. } = Gone::sample();
        let recipients = vec![Told { name: "Mission".to_owned(), asked_at: Some(As(at.0)), read: 2 }];
        let programs = vec!["reporting".to_owned()];
        Sheet { code, at, gone, files: 1, envelopes: 12, readings: 7, recipients, programs, exports: 3, cards: 1 }
    }
}

fn all(visit: &Visit) -> Answer {
    let erased = visit.command(|cx| erasure::done(cx, MOST))?;
    let gone = erased.into_iter().map(|erased| Gone {
        code: CaseCode::of(erased.case).to_string(),
        at: As(erased.at),
        ground: As(erased.ground),
        gone: erased.counts.0,
    });
    Ok(Json(Page::whole(gone.collect())).into_response())
}

fn asked(visit: &Visit) -> Answer {
    let waiting = visit.command(erasure::waiting)?;
    let asked = waiting.into_iter().map(|asked| Asked {
        case: As(asked.case),
        ground: As(asked.ground),
        at: As(asked.at),
        by: As(asked.by),
        words: asked.words,
    });
    Ok(Json(Page::whole(asked.collect())).into_response())
}

fn due(visit: &Visit) -> Answer {
    let going = visit.command(|cx| erasure::going(cx, MOST))?;
    let due = going.into_iter().map(|one| Due { case: As(one.case), due: As(one.due) });
    Ok(Json(Page::whole(due.collect())).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "ErasureAsk")]
#[serde(deny_unknown_fields)]
struct Ask {
    ground: As<Ground>,
    /// What was said, and by whom; shown to whoever confirms, and erased with the person.
    #[serde(default)]
    words: String,
}

fn ask(visit: &Visit) -> Answer {
    visit.permit(Action::Erase)?;
    let case = case_of(visit)?;
    let Ask { ground, words } = visit.sent::<Ask>()?;
    visit.command(|cx| erasure::ask(cx, case, ground.0, &text::remark(&words)))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn keep(visit: &Visit) -> Answer {
    visit.permit(Action::Erase)?;
    let case = case_of(visit)?;
    visit.command(|cx| erasure::keep(cx, case))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn confirm(visit: &Visit) -> Answer {
    visit.permit(Action::Erase)?;
    let case = case_of(visit)?;
    let report = visit.command(|cx| erasure::confirm(cx, case))?;
    visit.app.desks.follow(&visit.app.store, visit.now)?;
    let teams = visit.app.store.read(access::organisation::teams).map_err(Fault::Access)?;
    let name = |recipient: &casework::consent::Recipient| match recipient {
        casework::consent::Recipient::Team(team) => {
            teams.iter().find(|(id, ..)| id == team).map(|(_, name, _)| name.clone()).unwrap_or_default()
        }
        casework::consent::Recipient::Outside { name, .. } => name.clone(),
    };
    Ok(Json(Sheet::of(report, name)).into_response())
}
