//! Hearings: what is asked next and why, what was answered, what it comes to, how urgent it is, and whom to look after
//! first.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging;
use super::said_of_assessments::{AssessmentOf, BoardLine, UrgencyOf};
use super::said_of_hearings::{Answered, AttendedSaid, DecisionSaid, HearingOf, KeptOf, TakenBack};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::tongue::Value;
use crate::visit::Visit;
use access::{AccessError, Action, Cx};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::CaseId;
use casework::desk::{Board, fresh};
use casework::hearing::{self, Hearing, Kept, kept_in};
use schemars::JsonSchema;
use screening::triage::Level;
use screening::{Kind, Question};
use serde::Serialize;
use serde_json::json;

/// Lines of the board on one page.
const MOST: usize = 100;
/// More questions than a guide has.
const QUESTIONS: usize = 200;

pub fn operations() -> Vec<Operation> {
    let event = "019bc5a2-7c00-7cc3-98c4-dc0c0c07398f";
    let answered = json!({ "event": event, "question": "as-promised", "answer": { "said": "no" } });
    let attended = json!({ "event": event, "note": "Seen at the clinic." });
    let decided = json!({
        "event": event, "status": "possible", "by": "M. Invented, protection officer", "body": "ngo",
        "because": "Act, means and purpose are shown.",
    });
    let short = json!({ "type": "string", "enum": ["yes"] });
    let take = json!({ "type": "integer", "minimum": 1, "maximum": QUESTIONS });
    vec![
        get("/cases/{case}/hearing", show, "What somebody said, and what would be asked next, and why")
            .details(
                "Urgent matters first, without what the arrival card says already. Only what the role of this token \
                 can keep is asked; answers in parts that are not open to it are not shown.",
            )
            .asks("short", short, "`yes`: the first screening alone, which takes less than five minutes.")
            .asks("take", take, "How many questions at the most.")
            .gives(200, HearingOf::sample()),
        post("/cases/{case}/hearing/answers", answer, "Keep one answer")
            .details(
                "In place of an earlier one to the same question; that stays in the history. \"Does not know\" and \
                 \"would rather not\" are answers to every question. With the same `event` again nothing changes and \
                 the answer is 200.",
            )
            .takes::<Answered>(answered)
            .gives(201, KeptOf::sample())
            .gives(200, KeptOf::sample())
            .refuses(&[409]),
        post("/cases/{case}/hearing/take-back", take_back, "Take back what somebody said")
            .details("\"Would rather not say\" stands in its place, which no rule uses. It stays in the history.")
            .takes::<TakenBack>(json!({ "event": event, "question": "as-promised" }))
            .gives(201, KeptOf::sample())
            .gives(200, KeptOf::sample())
            .refuses(&[409]),
        get("/cases/{case}/assessment", assessment, "What the answers come to, with the reasons")
            .details(
                "No finding says that somebody is not a victim, and none is a decision: that is a named person's, and \
                 stands beside it. Unknown is never taken for no.",
            )
            .gives(200, AssessmentOf::sample()),
        get("/cases/{case}/urgency", urgency, "How urgent it is, with the clocks and the hours that are left")
            .details("A time that is not known counts as still inside. Clocks stand with the least time left first.")
            .gives(200, UrgencyOf::sample()),
        post("/cases/{case}/attended", attend, "Note that what was to be done first is done")
            .takes::<AttendedSaid>(attended)
            .gives(201, KeptOf::sample())
            .gives(200, KeptOf::sample())
            .refuses(&[409]),
        post("/cases/{case}/status", decide, "Note what a named person decided of somebody's status")
            .details("HTCDS 2.0, `vic_TraffickingStatus`. No program decides it: say who did, for which body, and why.")
            .takes::<DecisionSaid>(decided)
            .gives(201, KeptOf::sample())
            .gives(200, KeptOf::sample())
            .refuses(&[409]),
        get("/now", now, "Whom to look after first")
            .details("Everybody from P0 to P2 on the team's desk, the one with the least time left on top.")
            .asks("level", json!({ "type": "string", "enum": ["P0", "P1", "P2"] }), "This level alone.")
            .in_pages(MOST)
            .gives(200, Now::sample()),
    ]
}

fn read(visit: &Visit) -> Result<(CaseId, Hearing), Fault> {
    let case = case_of(visit)?;
    Ok((case, visit.command(|cx| hearing::read(cx, case))?))
}

fn show(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let is_short = match visit.asked("short") {
        "" => false,
        "yes" => true,
        _ => return Err(Fault::parameter("short", "it is to be yes, or left out")),
    };
    let take = paging::take(visit, QUESTIONS)?;
    let (_, hearing) = read(visit)?;
    let instruments = hearing::instruments();
    let guide = hearing.guide(instruments);
    let waiting = guide.to_ask(&hearing.answers(guide), hearing.card(), is_short);
    let waiting: Vec<&Question> = waiting.into_iter().filter(|question| may_keep(visit, question)).collect();
    let helps = hearing.assessment(instruments)?.best_question.map(|best| instruments.question(best).id.clone());
    Ok(Json(HearingOf::of(&hearing, guide, &waiting, take, helps.as_deref())).into_response())
}

/// Whether this role may write into the part that the answer belongs to; notes are only said.
fn may_keep(visit: &Visit, question: &Question) -> bool {
    let Some(session) = visit.signed_in() else { return false };
    session.actor.writes().contains(&kept_in(question.part)) && question.kind != Kind::Note
}

/// Keeps something under the event id that came with it, and says what the answers come to now.
fn keep(visit: &Visit, case: CaseId, work: impl FnOnce(&mut Cx) -> access::Result<Kept>) -> Answer {
    let (kept, hearing) = visit.command(|cx| Ok((work(cx)?, hearing::read(cx, case)?)))?;
    let instruments = hearing::instruments();
    let (finding, level) = (hearing.assessment(instruments)?.finding, hearing.urgency(instruments, visit.now).level);
    let status = if matches!(kept, Kept::Now(_)) { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(KeptOf::of(kept.event(), finding, level))).into_response())
}

fn answer(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let (case, said): (_, Answered) = (case_of(visit)?, visit.sent()?);
    let (event, question, answer) = said.parts();
    keep(visit, case, |cx| hearing::answer_once(cx, event, case, &question, answer)).map_err(of_question)
}

/// What is no question or no answer is the sender's mistake, with the field that it is in.
fn of_question(fault: Fault) -> Fault {
    match fault {
        Fault::Access(AccessError::NoAnswer { sentence }) => Fault::wrong("answer", &sentence),
        Fault::Access(AccessError::NoValue) => {
            Fault::wrong("question", "the guide of this hearing has no such question")
        }
        fault => fault,
    }
}

fn take_back(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let (case, said): (_, TakenBack) = (case_of(visit)?, visit.sent()?);
    let event = said.event.map(|event| event.0);
    keep(visit, case, |cx| hearing::take_back(cx, event, case, &said.question))
}

fn attend(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let (case, said): (_, AttendedSaid) = (case_of(visit)?, visit.sent()?);
    let (event, attended) = said.parts();
    keep(visit, case, |cx| hearing::attend_once(cx, event, case, attended))
}

fn decide(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let (case, said): (_, DecisionSaid) = (case_of(visit)?, visit.sent()?);
    let (event, decision) = said.parts();
    keep(visit, case, |cx| hearing::decide_once(cx, event, case, decision))
}

fn assessment(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let (_, hearing) = read(visit)?;
    let say = |key: &str, values: &[(&str, &str)]| {
        let values: Vec<(&str, Value)> = values.iter().map(|(name, value)| (*name, Value::from(*value))).collect();
        visit.tongue.say_with(key, &values)
    };
    Ok(Json(AssessmentOf::of(&hearing, &hearing.assessment(hearing::instruments())?, &say)).into_response())
}

fn urgency(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let (_, hearing) = read(visit)?;
    Ok(Json(UrgencyOf::of(&hearing, &hearing.urgency(hearing::instruments(), visit.now))).into_response())
}

/// The board.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Board")]
struct Now {
    /// How many of each level, whatever is asked for.
    counts: Counts,
    items: Vec<BoardLine>,
    /// To be sent as `cursor` for the next page; null on the last.
    next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BoardCounts")]
struct Counts {
    #[serde(rename = "P0")]
    p0: usize,
    #[serde(rename = "P1")]
    p1: usize,
    #[serde(rename = "P2")]
    p2: usize,
}

impl Now {
    fn sample() -> Now {
        Now { counts: Counts { p0: 0, p1: 1, p2: 4 }, items: vec![BoardLine::sample()], next: None }
    }
}

fn now(visit: &Visit) -> Answer {
    visit.permit(Action::Hear)?;
    let level = match visit.asked("level") {
        "" => None,
        text => {
            let wanted = Level::from_key(text).filter(|level| *level <= Level::P2);
            Some(wanted.ok_or_else(|| Fault::parameter("level", "it is to be P0, P1 or P2"))?)
        }
    };
    let take = paging::take(visit, MOST)?;
    let from = paging::place(visit.asked("cursor"), |text| text.parse::<usize>().ok())?.unwrap_or(0);
    let Board { counts, total, urgent } =
        fresh(visit.desk()?, &visit.app.store, visit.now, |desk| desk.board(level, from, take, visit.now))?;
    visit.command(|cx| cx.note_list(Action::Hear, urgent.len()))?;
    let [p0, p1, p2] = counts;
    let shown = from.saturating_add(urgent.len());
    Ok(Json(Now {
        counts: Counts { p0, p1, p2 },
        items: urgent.iter().map(|one| BoardLine::of(one, visit.now)).collect(),
        next: (shown < total).then(|| paging::cursor(&shown.to_string())),
    })
    .into_response())
}
