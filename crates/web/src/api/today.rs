//! What is to be done today.

use super::operation::{Operation, get};
use super::paging::part;
use super::texted::{As, Texted};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::response::IntoResponse;
use base::{CaseId, Date, Instant};
use casework::desk::{Desk, fresh};
use casework::plan::outlook;
use casework::plan::today::{Item, Today, What, today};
use pathway::pack::Shipped;
use pathway::{Contact, Outlook};
use schemars::JsonSchema;
use screening::triage::Level;
use serde::Serialize;
use serde_json::json;

const MOST: usize = 500;
/// To a program that does not say when it looked last, a day's news is new.
const NEWS_HOURS: i64 = 24;
/// In the order in which they are worked through.
const PARTS: [&str; 5] = ["watched", "overdue", "due", "breaking", "opened"];

pub fn operations() -> Vec<Operation> {
    let moment = json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T" });
    vec![
        get("/today", show, "What is due, overdue, newly unblocked, and what will break this week")
            .details("For the role of whoever asks: each sees what is theirs to do.")
            .asks("part", json!({ "type": "string", "enum": PARTS }), "This part alone.")
            .asks("since", moment, "What can be begun since then is `opened`; since a day ago where nothing is said.")
            .in_pages(MOST)
            .gives(200, TodayOf::sample()),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Today")]
struct TodayOf {
    day: As<Date>,
    /// How many there are of each part, whatever is asked for.
    counts: Counts,
    items: Vec<ItemOf>,
    /// To be sent as `cursor` for the next page; null on the last.
    next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TodayCounts")]
struct Counts {
    /// Those whose safety is to be watched.
    watched: usize,
    overdue: usize,
    due: usize,
    /// What goes wrong within a week unless somebody does something.
    breaking: usize,
    /// What can be begun now and could not before.
    opened: usize,
}

/// One thing to be done, or to be known.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TodayItem")]
struct ItemOf {
    part: &'static str,
    case: As<CaseId>,
    code: String,
    /// Null where none is known.
    name: Option<String>,
    /// "step", "opened", "follow-up", "deadline-of-pack", "deadline", "first-action", "appointment", "did-they-come",
    /// "did-not-come", "consent-ends", "leave-ends", "held", "lost-contact" or "re-trafficked".
    what: &'static str,
    /// The step that it is about.
    step: Option<String>,
    /// Of a deadline of the pack.
    outlook: Option<As<Outlook>>,
    /// Of a first action.
    level: Option<As<Level>>,
    /// Whose being told ends.
    contact: Option<As<Contact>>,
    /// What is to be done by a deadline of the person's own.
    words: Option<String>,
    /// Until when; of what is late, held or newly unblocked since when.
    on: Option<As<Date>>,
}

impl ItemOf {
    fn of(desk: &Desk, pack: &Shipped, part: &'static str, item: &Item) -> Option<ItemOf> {
        let line = desk.line(item.case)?;
        let empty = ItemOf {
            part,
            case: As(item.case),
            code: line.code.to_string(),
            name: line.names.first().cloned(),
            what: key(&item.what),
            step: None,
            outlook: None,
            level: None,
            contact: None,
            words: None,
            on: item.on.map(As),
        };
        let step = |step| Some(pack.pack.step(step).id.clone());
        Some(match &item.what {
            What::Step(no, _) | What::Opened(no) => ItemOf { step: step(*no), ..empty },
            What::OfPack(at, outlook) => {
                ItemOf { step: step(pack.pack.deadlines[*at].step), outlook: Some(As(*outlook)), ..empty }
            }
            What::Own(words) => ItemOf { words: Some(words.clone()), ..empty },
            What::FirstAction(level) => ItemOf { level: Some(As(*level)), ..empty },
            What::ConsentEnds(contact) => ItemOf { contact: Some(As(*contact)), ..empty },
            What::Appointment | What::DidTheyCome | What::DidNotCome => empty,
            What::FollowUp | What::LeaveEnds | What::Held | What::LostContact | What::ReTrafficked => empty,
        })
    }
}

fn key(what: &What) -> &'static str {
    match what {
        What::Step(..) => "step",
        What::Opened(_) => "opened",
        What::FollowUp => "follow-up",
        What::OfPack(..) => "deadline-of-pack",
        What::Own(_) => "deadline",
        What::FirstAction(_) => "first-action",
        What::Appointment => "appointment",
        What::DidTheyCome => "did-they-come",
        What::DidNotCome => "did-not-come",
        What::ConsentEnds(_) => "consent-ends",
        What::LeaveEnds => "leave-ends",
        What::Held => "held",
        What::LostContact => "lost-contact",
        What::ReTrafficked => "re-trafficked",
    }
}

impl TodayOf {
    fn sample() -> TodayOf {
        let item = ItemOf {
            part: "overdue",
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            name: Some("Joan Invented".to_owned()),
            what: "step",
            step: Some("R02".to_owned()),
            outlook: None,
            level: None,
            contact: None,
            words: None,
            on: "2026-01-12".parse().ok().map(As),
        };
        TodayOf {
            day: As("2026-01-16".parse().expect("a day")),
            counts: Counts { watched: 0, overdue: 1, due: 4, breaking: 0, opened: 2 },
            items: vec![item],
            next: None,
        }
    }
}

fn show(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let role = visit.role().ok_or(Fault::SignInNeeded)?;
    let wanted = visit.asked("part");
    if !wanted.is_empty() && !PARTS.contains(&wanted) {
        return Err(Fault::parameter("part", &format!("it is to be one of {}", PARTS.join(", "))));
    }
    let since = match visit.asked("since") {
        "" => visit.now.plus_hours(-NEWS_HOURS),
        text => Instant::read(text)
            .ok_or_else(|| Fault::parameter("since", &format!("it is to be {}", Instant::wanted())))?,
    };
    let (pack, desk) = (visit.app.pack(), visit.desk()?);
    let drawn = outlook(desk, &visit.app.store, pack, visit.now)?;
    let all = fresh(desk, &visit.app.store, visit.now, |desk| today(desk, &drawn, pack, role, Some(since), visit.now))?;
    let Today { overdue, due, opened, breaking, watched } = all;
    let [watched_count, overdue_count, due_count, breaking_count, opened_count] =
        [&watched, &overdue, &due, &breaking, &opened].map(Vec::len);
    let parts = PARTS.into_iter().zip([watched, overdue, due, breaking, opened]);
    let parts = parts.filter(|(part, _)| wanted.is_empty() || *part == wanted);
    let items: Vec<(&'static str, Item)> =
        parts.flat_map(|(part, items)| items.into_iter().map(move |item| (part, item))).collect();
    let (shown, next) = part(visit, &items, MOST, |(part, item)| format!("{part}{}{}", key(&item.what), item.case))?;
    let items: Vec<ItemOf> = fresh(desk, &visit.app.store, visit.now, |desk| {
        shown.iter().filter_map(|(part, item)| ItemOf::of(desk, pack, part, item)).collect()
    })?;
    visit.command(|cx| cx.note_list(Action::Plan, items.len()))?;
    let counts = Counts {
        watched: watched_count,
        overdue: overdue_count,
        due: due_count,
        breaking: breaking_count,
        opened: opened_count,
    };
    Ok(Json(TodayOf { day: As(visit.today()), counts, items, next }).into_response())
}
