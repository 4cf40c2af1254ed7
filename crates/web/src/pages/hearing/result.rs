//! What the answers come to: the result with its reasons, the urgency with its clocks, and what a named person decides.

use super::ask::to_ask;
use super::words::{clock_words, first_action, number_of, worded};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::hearing as views;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, text};
use casework::hearing::{self, Attended, Body, Decision, Hearing, Status};
use screening::Assessment;
use screening::triage::Urgency;

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    html(page(visit, Filled::default())?)
}

fn page(visit: &Visit, form: Filled) -> Result<views::Result, Fault> {
    let case = visit.case()?;
    let hearing = visit.command(|cx| hearing::read(cx, case))?;
    let instruments = hearing::instruments();
    let guide = hearing.guide(instruments);
    let assessment = hearing.assessment(instruments)?;
    let urgency = hearing.urgency(instruments, visit.now);
    let words = Words::of(visit);
    let answers = hearing.answers(guide);
    let said = guide.questions.iter().filter_map(|question| {
        let answer = answers.given.get(&question.id)?;
        Some(views::Said {
            number: number_of(question),
            section: question.section.clone(),
            wording: worded(visit.tongue, &question.wording, &question.wordings),
            answer: words.said(question, answer),
        })
    });
    let best = assessment.best_question.map(|number| instruments.question(number));
    let dimensions = assessment.dimensions.iter().map(|one| views::Dimension {
        id: one.dimension.key().to_owned(),
        strong: usize::from(one.counts.strong),
        medium: usize::from(one.counts.medium),
        weak: usize::from(one.counts.weak),
        positive: one.positive,
    });
    Ok(views::Result {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        finding: assessment.finding.key().to_owned(),
        reasons: reasons(visit, &assessment),
        dimensions: dimensions.collect(),
        best: best.map(|question| views::Best {
            number: number_of(question),
            wording: worded(visit.tongue, &question.wording, &question.wordings),
        }),
        open: assessment.open_questions.len(),
        left: to_ask(visit, &hearing, guide).len(),
        unreviewed: instruments.listed().iter().any(|one| one.reviewed_by.is_empty()),
        said: said.collect(),
        beside: beside(visit, &hearing, &words),
        level: level(&urgency),
        carried_by: carried_by(visit, &urgency),
        first_action: first_action(visit.tongue, &urgency),
        source: urgency.first.clinical_source.clone(),
        is_signed_off: !urgency.first.signed_off_by.is_empty(),
        due: urgency.due.map(when).unwrap_or_default(),
        is_late: urgency.due.is_some_and(|due| due < visit.now) && hearing.attended.is_none(),
        review: urgency.review_due.map(when).unwrap_or_default(),
        clocks: clock_words(visit, &urgency),
        attended: hearing.attended.map(|(at, attended)| (when(at), attended.note.unwrap_or_default())),
        decision: hearing.decision.map(|(at, decision)| (words.decision(&decision), decision.because, when(at))),
        statuses: choices(visit, "status", Status::ALL.iter().map(|one| one.key()), form.value("status")),
        bodies: choices(visit, "body", Body::ALL.iter().map(|one| one.key()), form.value("body")),
        done: held(&visit.session()?.done).take(),
        form,
        page: visit.chrome(),
    })
}

/// The organisation's own instruments, with what was said to each.
fn beside(visit: &Visit, hearing: &Hearing, words: &Words) -> Vec<views::Beside> {
    let own = hearing::own().into_iter().enumerate().map(|(at, newest)| {
        let form = hearing.form(hearing::instruments(), &newest.id).unwrap_or(newest);
        let answers = hearing.answers(form);
        let said = form.questions.iter().filter_map(|question| {
            let answer = answers.given.get(&question.id)?;
            Some(views::Said {
                number: number_of(question),
                section: question.section.clone(),
                wording: worded(visit.tongue, &question.wording, &question.wordings),
                answer: words.said(question, answer),
            })
        });
        views::Beside {
            number: at + 1,
            title: form.title.clone(),
            left: to_ask(visit, hearing, form).len(),
            said: said.collect(),
        }
    });
    own.collect()
}

fn choices(visit: &Visit, family: &str, keys: impl Iterator<Item = &'static str>, chosen: &str) -> Vec<Choice> {
    let word = |key: &str| visit.tongue.say(&format!("{family}-{key}"));
    Choice::select(keys.map(|key| Choice::new(key, word(key))), chosen)
}

/// The reasons as sentences, in the reader's language as far as there are any.
pub(super) fn reasons(visit: &Visit, assessment: &Assessment) -> Vec<String> {
    let say = |key: &str, values: &[(&str, &str)]| {
        let values: Vec<(&str, Value)> = values.iter().map(|(name, value)| (*name, Value::from(*value))).collect();
        visit.tongue.say_with(key, &values)
    };
    assessment.sentences(hearing::instruments(), &say)
}

pub(super) fn level(urgency: &Urgency) -> String {
    urgency.level.key().to_lowercase()
}

/// What makes it urgent, in words.
pub(super) fn carried_by(visit: &Visit, urgency: &Urgency) -> Vec<String> {
    let word = |key: &str| visit.tongue.say(&format!("concern-{key}"));
    urgency.carried_by.iter().map(|trigger| word(trigger.concern.key())).collect()
}

/// The result in a line or two, beside the questions.
pub(super) fn so_far(visit: &Visit, hearing: &Hearing) -> Result<views::SoFar, Fault> {
    let instruments = hearing::instruments();
    let urgency = hearing.urgency(instruments, visit.now);
    Ok(views::SoFar {
        finding: hearing.assessment(instruments)?.finding.key().to_owned(),
        level: level(&urgency),
        carried_by: carried_by(visit, &urgency),
        clocks: clock_words(visit, &urgency),
    })
}

/// Notes that what was to be done first is done.
pub fn attend(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let note = text::some_remark(visit.form.value("note"));
    visit.command(|cx| hearing::attend(cx, case, Attended { note }))?;
    said(visit, "attend-done")
}

/// Notes what a named person decided.
pub fn decide(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let value = |name: &str| visit.form.value(name);
    let (Some(status), Some(body)) = (Status::from_key(value("status")), Body::from_key(value("body"))) else {
        return wrong(visit, visit.tongue.say("wrong-status"));
    };
    let decision = Decision { status, by: text::line(value("by")), body, because: text::remark(value("because")) };
    match visit.command(|cx| hearing::decide(cx, case, decision)) {
        Ok(()) => said(visit, "decide-done"),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![("status".to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, form)?)?).into_response())
}

fn said(visit: &Visit, key: &str) -> Answer {
    *held(&visit.session()?.done) = Some(visit.tongue.say(key));
    see(&format!("/case/{}/heard", visit.handle(visit.case()?)?))
}
