//! The log, for auditors: who did and read what, without a word of content.

use super::operation::{Operation, get};
use super::paging::{Page, cursor, place, take};
use super::texted::As;
use crate::routes::Answer;
use crate::visit::Visit;
use crate::witness::standings;
use access::entries::{self, About};
use access::{AccessError, Action, member, organisation};
use axum::Json;
use axum::response::IntoResponse;
use base::{CaseCode, Instant, UserId};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use store::witness::Standing;
use vault::checkpoint::NamedKey;

const MOST: usize = 500;

pub fn operations() -> Vec<Operation> {
    let sample = Page { items: vec![Entry::sample()], next: Some(cursor("41")) };
    vec![
        get("/log", show, "The log, newest first").in_pages(MOST).gives(200, sample),
        get("/log/checkpoint", checkpoint, "The log's newest signed checkpoint, and how far witnesses have followed")
            .details(
                "The checkpoint is a C2SP tlog-checkpoint; whoever keeps it can show later that the log was altered.",
            )
            .gives(200, Head::sample()),
    ]
}

#[derive(Serialize, JsonSchema)]
pub struct Entry {
    /// The number of its leaf in the log.
    leaf: i64,
    at: As<Instant>,
    by: As<UserId>,
    /// The name of the sign-in or of the integration; empty for who is none here.
    name: String,
    /// What was done or asked for.
    action: String,
    refused: bool,
    /// The code of the case, where it was about one.
    code: Option<String>,
    /// How many lines of a list were shown or taken away.
    cases: Option<i64>,
    /// The member it was done to.
    member: Option<As<UserId>>,
}

impl Entry {
    fn sample() -> Entry {
        Entry {
            leaf: 41,
            at: As(Instant::from_millis(1_768_539_600_000)),
            by: As(UserId::from_bytes([1; 16])),
            name: "sokha".to_owned(),
            action: "open-case".to_owned(),
            refused: false,
            code: Some("481 516 237".to_owned()),
            cases: None,
            member: None,
        }
    }
}

fn show(visit: &Visit) -> Answer {
    visit.permit(Action::ReadLog)?;
    let most = take(visit, MOST)?;
    let before = place(visit.asked("cursor"), |text| text.parse().ok())?.unwrap_or(i64::MAX);
    let (names, lines) = visit.app.store.read(|tx| {
        let names: BTreeMap<UserId, String> = member::all(tx)?.into_iter().map(|m| (m.id, m.name)).collect();
        Ok::<_, AccessError>((names, entries::newest(tx, before, most)?))
    })?;
    let next = lines.last().filter(|line| lines.len() == most && line.position > 0);
    let next = next.map(|line| cursor(&line.position.to_string()));
    let entry = |line: &entries::LogLine| Entry {
        leaf: line.position,
        at: As(line.at),
        by: As(line.member),
        name: names.get(&line.member).cloned().unwrap_or_default(),
        action: line.action.clone(),
        refused: line.refused,
        code: if let About::Case(case) = line.about { Some(CaseCode::of(case).to_string()) } else { None },
        cases: if let About::Cases(cases) = line.about { Some(cases) } else { None },
        member: if let About::Member(member) = line.about { Some(As(member)) } else { None },
    };
    Ok(Json(Page { items: lines.iter().map(entry).collect(), next }).into_response())
}

/// Where the log ends, and who outside remembers how much of it.
#[derive(Serialize, JsonSchema)]
struct Head {
    /// The log's key, by which a witness follows it: name+hash+key.
    key: String,
    /// A signed note; empty before the first entry.
    checkpoint: String,
    entries: u64,
    witnesses: Vec<Followed>,
}

/// How things stand with one witness.
#[derive(Serialize, JsonSchema)]
struct Followed {
    key: String,
    /// cosigned, silent, refused, shorter or differs; the last two say that it has another history on record.
    state: String,
    since: As<Instant>,
    /// How many entries it has cosigned, and when, by its own clock.
    entries: u64,
    cosigned_at: Option<As<Instant>>,
}

impl Head {
    fn sample() -> Head {
        let at = Instant::from_millis(1_768_539_600_000);
        let followed = Followed {
            key: "shelter.example/witness+1a2b3c4d+BJ…".to_owned(),
            state: "cosigned".to_owned(),
            since: As(at),
            entries: 41,
            cosigned_at: Some(As(at)),
        };
        let (key, checkpoint) = ("registry/06dsb8jo+5e6f7a8b+AZ…".to_owned(), "registry/06dsb8jo\n42\n…".to_owned());
        Head { key, checkpoint, entries: 42, witnesses: vec![followed] }
    }
}

impl Followed {
    fn of(standing: Standing) -> Followed {
        Followed {
            key: standing.witness.to_string(),
            state: standing.state.key().to_owned(),
            since: As(standing.since),
            entries: standing.edge.size(),
            cosigned_at: (!standing.note.is_empty()).then_some(As(standing.cosigned_at)),
        }
    }
}

fn checkpoint(visit: &Visit) -> Answer {
    visit.permit(Action::ReadLog)?;
    let ((origin, verifier), end) =
        visit.app.store.read(|tx| Ok::<_, AccessError>((organisation::log_identity(tx)?, tx.checkpoint()?)))?;
    let (checkpoint, edge) = end.unwrap_or_default();
    let witnesses = standings(&visit.app)?.into_iter().map(Followed::of).collect();
    let key = NamedKey::of_log(&origin, verifier).to_string();
    Ok(Json(Head { key, checkpoint, entries: edge.size(), witnesses }).into_response())
}
