//! One question, its answer, and the way on.

use super::result::{self, so_far};
use super::words::{clock_words, first_action, number_of, theirs, worded};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::views::Filled;
use crate::views::hearing as views;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, text};
use casework::hearing::{self, Hearing, kept_in};
use screening::instruments::AGREES;
use screening::questionnaire::{Kind, Question, Questionnaire};
use screening::{Answer as Said, When};
use std::collections::{BTreeMap, BTreeSet};

/// The next question, or the one that the address names; the result when there is none left.
pub fn form(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let hearing = visit.command(|cx| hearing::begin(cx, case))?;
    let guide = asked_by(visit, &hearing)?;
    // By its number: an address that stays in a browser does not say what somebody was asked.
    let number = visit.asked("question").parse().unwrap_or(0);
    let named = guide.questions.iter().find(|one| one.number == number);
    let wanted = named.filter(|one| may_keep(visit, one));
    match wanted.or_else(|| to_ask(visit, &hearing, guide).into_iter().next()) {
        Some(question) => html(page(visit, &hearing, guide, question, Filled::default())?),
        None => {
            visit.command(|cx| hearing::release(cx, case))?;
            see(&format!("/case/{}/heard", visit.handle(case)?))
        }
    }
}

/// What is left to ask and can be kept by this role, in its order; the short screening only, where that was chosen.
pub(super) fn to_ask<'g>(visit: &Visit, hearing: &Hearing, guide: &'g Questionnaire) -> Vec<&'g Question> {
    let all = guide.to_ask(&hearing.answers(guide), hearing.card(), is_short(visit));
    all.into_iter().filter(|question| may_keep(visit, question)).collect()
}

/// The guide, or the organisation's own instrument that the address names by its number.
fn asked_by(visit: &Visit, hearing: &Hearing) -> Result<&'static Questionnaire, Fault> {
    let all = hearing::instruments();
    match own_number(visit) {
        0 => Ok(hearing.guide(all)),
        number => {
            let own = hearing::own().get(number - 1).copied().ok_or(Fault::NotFound)?;
            Ok(hearing.form(all, &own.id).unwrap_or(own))
        }
    }
}

/// Which of the organisation's own instruments is asked; 0 for the guide.
fn own_number(visit: &Visit) -> usize {
    let said = visit.form.value("form");
    let said = if said.is_empty() { visit.asked("form") } else { said };
    said.parse().unwrap_or(0)
}

/// What goes on from question to question, in a form and in addresses.
fn kept(visit: &Visit) -> Option<(&'static str, String)> {
    match own_number(visit) {
        0 => is_short(visit).then(|| ("short", "yes".to_owned())),
        number => Some(("form", number.to_string())),
    }
}

fn onward(visit: &Visit) -> String {
    kept(visit).map(|(name, value)| format!("?{name}={value}")).unwrap_or_default()
}

/// Whether only the first, short screening is asked.
fn is_short(visit: &Visit) -> bool {
    visit.asked("short") == "yes" || visit.form.has("short", "yes")
}

/// Whether this role may write into the part that the answer belongs to; notes are only said.
fn may_keep(visit: &Visit, question: &Question) -> bool {
    visit.role().is_some_and(|role| role.writes().contains(&kept_in(question.part))) && question.kind != Kind::Note
}

fn page(
    visit: &Visit,
    hearing: &Hearing,
    guide: &Questionnaire,
    question: &Question,
    form: Filled,
) -> Result<views::Ask, Fault> {
    let case = visit.case()?;
    let answers = hearing.answers(guide);
    let given = answers.given.get(&question.id);
    let left = to_ask(visit, hearing, guide).len();
    let answered = answers.given.len();
    let chosen = |key: &str| match given {
        Some(Said::One(one)) => one == key,
        Some(Said::Several(several)) => several.contains(key),
        _ => false,
    };
    let spoken = theirs(visit.tongue, &hearing.languages, question);
    let in_theirs = |words: &BTreeMap<String, String>| {
        let lang = spoken.clone()?;
        Some(views::Worded { text: words.get(&lang)?.clone(), lang })
    };
    let choices = question.kind.choices().iter().map(|choice| views::Pick {
        value: choice.key.clone(),
        label: worded(visit.tongue, &choice.label, &choice.labels),
        theirs: in_theirs(&choice.labels),
        selected: chosen(&choice.key),
    });
    let typed = match given {
        Some(Said::Text(text)) => text.clone(),
        Some(Said::Number(number)) => number.to_string(),
        Some(Said::When(When::At(at))) => at.local_text(),
        Some(Said::When(when)) => when.to_string(),
        _ => String::new(),
    };
    Ok(views::Ask {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        id: question.id.clone(),
        title: if own_number(visit) > 0 { guide.title.clone() } else { String::new() },
        section: question.section.clone(),
        number: number_of(question),
        wording: worded(visit.tongue, &question.wording, &question.wordings),
        theirs: in_theirs(&question.wordings),
        hint: worded(visit.tongue, &question.hint, &question.hints),
        urgent: question.urgent,
        kind: kind(&question.kind).to_owned(),
        choices: choices.collect(),
        typed: if form.errors.is_empty() { typed } else { form.value("typed").to_owned() },
        given: given.and_then(plain).unwrap_or_default().to_owned(),
        onward: onward(visit),
        kept: kept(visit),
        left,
        share: (100 * answered).checked_div(answered + left).unwrap_or(100),
        so_far: so_far(visit, hearing)?,
        form,
        page: visit.chrome(),
    })
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "yes-no",
        Kind::One(_) => "one",
        Kind::Several(_) => "several",
        Kind::Text => "text",
        Kind::Number { .. } => "number",
        Kind::When => "when",
        Kind::Acknowledge | Kind::Note => "acknowledge",
    }
}

/// The answers that have a button of their own.
fn plain(said: &Said) -> Option<&'static str> {
    match said {
        Said::Yes => Some("yes"),
        Said::No => Some("no"),
        Said::DoesNotKnow => Some("does-not-know"),
        Said::RatherNot => Some("rather-not"),
        _ => None,
    }
}

/// Keeps an answer and goes on to the next question.
pub fn say(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let id = visit.form.value("question").to_owned();
    let guide = asked_by(visit, &visit.command(|cx| hearing::read(cx, case))?)?;
    let Some(question) = guide.question(&id) else { return Err(Fault::Access(AccessError::NoValue)) };
    let said = match read(visit, question) {
        Ok(said) => said,
        Err(key) => return wrong(visit, guide, question, visit.tongue.say(key)),
    };
    let would_not = id == AGREES && matches!(said, Said::No | Said::RatherNot);
    match visit.command(|cx| hearing::answer_to(cx, case, &guide.id, &id, said)) {
        Ok(()) => {
            let next = if would_not { "/stop" } else { "" };
            see(&format!("/case/{}/hear{next}{}", visit.handle(case)?, onward(visit)))
        }
        Err(Fault::Access(AccessError::NoAnswer { sentence })) => wrong(visit, guide, question, sentence),
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, guide: &Questionnaire, question: &Question, sentence: String) -> Answer {
    let case = visit.case()?;
    let hearing = visit.command(|cx| hearing::read(cx, case))?;
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![("typed".to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, &hearing, guide, question, form)?)?).into_response())
}

/// What was said, or the key of a sentence that says what is missing.
fn read(visit: &Visit, question: &Question) -> Result<Said, &'static str> {
    match visit.form.value("answer") {
        "yes" => return Ok(Said::Yes),
        "no" => return Ok(Said::No),
        "does-not-know" => return Ok(Said::DoesNotKnow),
        "rather-not" => return Ok(Said::RatherNot),
        _ => {}
    }
    let typed = visit.form.value("typed").trim();
    match &question.kind {
        Kind::One(_) if !visit.form.value("choice").is_empty() => Ok(Said::One(visit.form.value("choice").to_owned())),
        Kind::Several(_) => {
            let ticked = visit.form.pairs.iter().filter(|(name, _)| name == "choice");
            let ticked: BTreeSet<String> = ticked.map(|(_, key)| key.clone()).collect();
            if ticked.is_empty() { Err("hear-choose") } else { Ok(Said::Several(ticked)) }
        }
        Kind::Text if !typed.is_empty() => Ok(Said::Text(text::remark(typed))),
        Kind::Number { .. } => typed.replace(',', ".").parse().map(Said::Number).map_err(|_| "hear-number-wrong"),
        Kind::When => When::read(typed).map(Said::When).ok_or("hear-when"),
        Kind::Acknowledge => Ok(Said::Yes),
        Kind::Text => Err("hear-words"),
        _ => Err("hear-choose"),
    }
}

/// A break, or the end for today: everything that was said is kept, and who is in distress is looked after first.
pub fn stop(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let hearing = visit.command(|cx| {
        hearing::release(cx, case)?;
        hearing::read(cx, case)
    })?;
    let urgency = hearing.urgency(hearing::instruments(), visit.now);
    html(views::Stop {
        onward: onward(visit),
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        answered: hearing.given.len(),
        first_action: first_action(visit.tongue, &urgency),
        clocks: clock_words(visit, &urgency),
        level: result::level(&urgency),
        page: visit.chrome(),
    })
}
