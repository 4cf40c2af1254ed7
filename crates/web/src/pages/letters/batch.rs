//! Letters for many people: for those whom a search finds or who came on a list. Which letter, what it asks, how far
//! it is, who got none and why, and all of them to print.

use super::run::{Many, Stage, run_in_background};
use super::{PDF, asked, order, sentences, template};
use crate::fault::Fault;
use crate::pages::{file, html, see};
use crate::routes::Answer;
use crate::search::Search;
use crate::session::{held, word};
use crate::views::letters as views;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::when;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, CaseId, Country, ListId};
use casework::desk::{Desk, Line, fresh};
use casework::letters::{self, Agreed, Batch, Became, Counts, MOST, Order, Written};
use casework::lists::{self, Became as BecameOfRow};
use papers::letter::{self, Form, Letter, Purpose, pack, undrawn};
use std::collections::HashSet;
use std::sync::{Arc, Mutex};

/// How many batches one sign-in keeps; their letters lie in memory.
const KEPT: usize = 4;

/// The batches of this sign-in.
pub fn list(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    html(index(visit, None)?)
}

fn index(visit: &Visit, trouble: Option<String>) -> Result<views::Batches, Fault> {
    let kept = held(&visit.session()?.letters).clone();
    let line = |many: &Arc<Mutex<Many>>| {
        let many = held(many);
        views::BatchLine {
            word: many.word.clone(),
            form: many.order.as_ref().map(|order| order.form.clone()).unwrap_or_default(),
            when: when(many.began),
            total: many.batch.people().len(),
            written: many.batch.counts().written,
        }
    };
    Ok(views::Batches { batches: kept.iter().rev().map(line).collect(), trouble, page: visit.chrome() })
}

/// Takes the people whom the search of the page finds, or who came on a list, as they are at this moment.
pub fn choose(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    let (cases, states) = whom(visit)?;
    let batch = Batch::of(cases);
    let total = batch.people().len();
    if total == 0 || total > MOST {
        let values = [("count", total.into()), ("most", MOST.into())];
        return refuse(visit, visit.tongue.say_with(if total == 0 { "many-nobody" } else { "many-too-many" }, &values));
    }
    let session = visit.session()?;
    if held(&session.letters).iter().filter(|many| held(many).order.is_some()).count() >= KEPT {
        return refuse(visit, visit.tongue.say_with("many-full", &[("most", KEPT.into())]));
    }
    visit.command(|cx| cx.note_list(Action::WriteLetter, total))?;
    let word = word(&mut *visit.app.rng(), 10);
    let many =
        Many { word: word.clone(), began: visit.now, states, batch, order: None, stage: Stage::Open, trouble: None };
    let mut kept = held(&session.letters);
    // What nobody went on with makes room.
    kept.retain(|many| held(many).order.is_some());
    kept.push(Arc::new(Mutex::new(many)));
    see(&format!("/letters/batch/{word}"))
}

fn refuse(visit: &Visit, sentence: String) -> Answer {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(index(visit, Some(sentence))?)?).into_response())
}

/// Who is meant, in their order, and of which states they are nationals.
fn whom(visit: &Visit) -> Result<(Vec<CaseId>, Vec<Country>), Fault> {
    let of_list = match visit.form.value("list") {
        "" => None,
        id => Some(of_list(visit, ListId::read(id).ok_or(Fault::NotFound)?)?),
    };
    let query = Search::of_pairs(&visit.form.pairs).query();
    Ok(fresh(visit.desk()?, &visit.app.store, visit.now, |desk: &Desk| {
        let lines: Vec<&Line> = match &of_list {
            Some(cases) => cases.iter().filter_map(|case| desk.line(*case)).collect(),
            None => desk.every(&query, visit.today()),
        };
        let mut states: Vec<Country> = lines.iter().flat_map(|line| line.nationalities.iter().copied()).collect();
        states.sort_unstable();
        states.dedup();
        // Of a list also those who are not on the desk any more: they are told apart where their letters would be.
        (of_list.unwrap_or_else(|| lines.iter().map(|line| line.case).collect()), states)
    })?)
}

fn of_list(visit: &Visit, list: ListId) -> Result<Vec<CaseId>, Fault> {
    visit.permit(Action::TakeInList)?;
    let only = BecameOfRow::from_key(visit.form.value("only"));
    let (_, rows) = visit.command(|cx| lists::rows(cx, list, only, 0, usize::MAX >> 1))?;
    Ok(rows.iter().filter_map(|row| row.case).collect())
}

/// The batch of the path.
fn many_of(visit: &Visit) -> Result<Arc<Mutex<Many>>, Fault> {
    visit.expect(Action::WriteLetter)?;
    let wanted = visit.param("batch");
    let kept = held(&visit.session()?.letters);
    kept.iter().find(|many| held(many).word == wanted).cloned().ok_or(Fault::NotFound)
}

/// Where it is: the choice of the letter, what it asks, how far it is, or what came of it.
pub fn show(visit: &Visit) -> Answer {
    let many = many_of(visit)?;
    let (stage, total) = {
        let many = held(&many);
        (many.stage, many.batch.people().len())
    };
    match (stage, pack::embedded().form(visit.asked("form"))) {
        (Stage::Open, Some(form)) => html(prepare(visit, &many, form, Filled::default(), Vec::new())?),
        (Stage::Open, None) => html(views::Choose {
            word: visit.param("batch").to_owned(),
            total,
            forms: pack::embedded().forms.iter().map(|form| form.id.clone()).collect(),
            page: visit.chrome(),
        }),
        (Stage::Running | Stage::Stopping, _) => html(under_way(visit, &many)?),
        (Stage::Ended, _) => html(done(visit, &many)?),
    }
}

fn prepare(
    visit: &Visit,
    many: &Mutex<Many>,
    form: &Form,
    given: Filled,
    lacks: Vec<String>,
) -> Result<views::PrepareMany, Fault> {
    let template = template(visit, form)?;
    let tag = visit.tongue.tag();
    let taken = |field: &letter::Field| views::Taken {
        label: field.label(template.tongue).to_owned(),
        part: field.part.word().to_owned(),
        why: field.why.clone(),
        there: true,
        required: field.required,
    };
    let many = held(many);
    let mut states: Vec<Choice> = match form.purpose() {
        Some(Purpose::Consular) => many.states.iter().map(|one| Choice::new(one.iso3(), one.name(tag))).collect(),
        _ => Vec::new(),
    };
    states.sort_by(|a, b| a.label.cmp(&b.label));
    Ok(views::PrepareMany {
        word: many.word.clone(),
        total: many.batch.people().len(),
        form_id: form.id.clone(),
        // Each person's own, which no form says for many.
        fields: template.fields.iter().filter(|field| field.name != "overstay_since").map(taken).collect(),
        lacks,
        asks_state: form.purpose() == Some(Purpose::Consular),
        states: Choice::select(states, given.value("mission_of")),
        said: asked(visit, template, given, true),
        reviewed: template.reviewed.is_some(),
        to_confirm: template.to_confirm.clone().unwrap_or_default(),
        page: visit.chrome(),
    })
}

/// Begins to write them, once the form says all that the letter asks.
pub fn run(visit: &Visit) -> Answer {
    let many = many_of(visit)?;
    let form = pack::embedded().form(visit.form.value("form")).ok_or(Fault::NotFound)?;
    let order = order_for_many(visit, form);
    let lacks = lacks(visit, form, &order);
    if !lacks.is_empty() {
        let given = Filled { pairs: visit.form.pairs.clone(), errors: Vec::new() };
        let page = prepare(visit, &many, form, given, lacks)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)?).into_response());
    }
    {
        let mut many = held(&many);
        if many.stage == Stage::Open {
            many.order = Some(Arc::new(order));
        }
    }
    // Pressed twice, it is begun once.
    if held(&many).stage == Stage::Open {
        run_in_background(visit, &many)?;
    }
    to(visit)
}

fn order_for_many(visit: &Visit, form: &Form) -> Order {
    let mut order = order(visit, form);
    order.wishes.agreed = Agreed::OnRecord;
    order.wishes.overstay_since = None;
    order.wishes.mission_of = Country::from_iso3(visit.form.value("mission_of"));
    order
}

/// What is missing for everybody's letter.
fn lacks(visit: &Visit, form: &Form, order: &Order) -> Vec<String> {
    let mut lacks = sentences(order.head.lacks());
    let takes = |name: &str| form.fields.iter().any(|field| field.name == name);
    if takes("care_wanted") && order.wishes.care_wanted.is_empty() {
        lacks.push(visit.tongue.say("many-care-needed"));
    }
    if form.purpose() == Some(Purpose::Consular) && order.wishes.mission_of.is_none() {
        lacks.push(visit.tongue.say("many-state-needed"));
    }
    lacks
}

fn to(visit: &Visit) -> Answer {
    see(&format!("/letters/batch/{}", visit.param("batch")))
}

/// Goes on with those who were not reached.
pub fn go_on(visit: &Visit) -> Answer {
    let many = many_of(visit)?;
    run_in_background(visit, &many)?;
    to(visit)
}

/// Stops after the letter that is being written.
pub fn stop(visit: &Visit) -> Answer {
    let many = many_of(visit)?;
    let mut running = held(&many);
    if running.stage == Stage::Running {
        running.stage = Stage::Stopping;
    }
    drop(running);
    to(visit)
}

fn code_of(visit: &Visit, case: CaseId) -> Result<views::CodeOf, Fault> {
    Ok(views::CodeOf { handle: visit.handle(case)?, code: CaseCode::of(case).to_string() })
}

/// Why a person has no letter, in sentences; `None` who has one, or waits.
fn why_not(visit: &Visit, became: &Became) -> Option<Vec<String>> {
    match became {
        Became::Waiting | Became::Written(_) => None,
        Became::Lacks(lacks) => Some(sentences(lacks.clone())),
        Became::NotOpen => Some(vec![visit.tongue.say("many-not-open")]),
        Became::NoLonger => Some(vec![visit.tongue.say("many-no-longer")]),
    }
}

fn without(visit: &Visit, batch: &Batch) -> Result<Vec<views::NotWritten>, Fault> {
    let not = batch.people().iter().filter_map(|(case, became)| Some((case, why_not(visit, became)?)));
    not.map(|(case, why)| Ok(views::NotWritten { person: code_of(visit, *case)?, why })).collect()
}

fn words(visit: &Visit, counts: Counts) -> String {
    let of = [("written", counts.written.into()), ("not", counts.not.into()), ("waiting", counts.waiting.into())];
    visit.tongue.say_with("many-progress", &of)
}

fn under_way(visit: &Visit, many: &Mutex<Many>) -> Result<views::ProgressOfMany, Fault> {
    let many = held(many);
    let (counts, total) = (many.batch.counts(), many.batch.people().len());
    Ok(views::ProgressOfMany {
        word: many.word.clone(),
        done: total - counts.waiting,
        total,
        words: words(visit, counts),
        not: without(visit, &many.batch)?,
        page: visit.chrome(),
    })
}

/// How far it is, and who got no letter since so many of them were shown.
pub fn progress(visit: &Visit) -> Answer {
    let many = many_of(visit)?;
    let many = held(&many);
    let (counts, total) = (many.batch.counts(), many.batch.people().len());
    let shown = visit.asked("shown").parse().unwrap_or(0);
    let more = without(visit, &many.batch)?.into_iter().skip(shown).map(|one| {
        serde_json::json!({ "code": one.person.code, "href": format!("/case/{}", one.person.handle), "why": one.why })
    });
    Ok(Json(serde_json::json!({
        "done": total - counts.waiting,
        "total": total,
        "finished": !many.is_running(),
        "words": words(visit, counts),
        "more": more.collect::<Vec<_>>(),
    }))
    .into_response())
}

fn done(visit: &Visit, many: &Mutex<Many>) -> Result<views::DoneWithMany, Fault> {
    let many = held(many);
    let order = many.order.clone().ok_or(Fault::NotFound)?;
    let written = many.batch.written().map(|(case, written)| {
        let boxes: String = undrawn(&written.letter).into_iter().collect();
        let (person, letter_code) = (code_of(visit, case)?, super::spoken(&written.issued.code));
        Ok(views::WrittenFor { person, letter_code, boxes })
    });
    let waiting = many.batch.people().iter().filter(|(_, became)| matches!(became, Became::Waiting));
    let reviewed = many.batch.written().next().is_none_or(|(_, written)| written.letter.reviewed.is_some());
    Ok(views::DoneWithMany {
        word: many.word.clone(),
        form_id: order.form.clone(),
        language: order.wishes.language.clone(),
        when: when(many.began),
        written: written.collect::<Result<_, Fault>>()?,
        not: without(visit, &many.batch)?,
        waiting: waiting.map(|(case, _)| code_of(visit, *case)).collect::<Result<_, Fault>>()?,
        trouble: many.trouble.clone(),
        reviewed,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// All letters that were written and still stand: as one document to print, or each as a file of its own, which is
/// named by the code of the case and by nothing else.
pub fn take_away(visit: &Visit) -> Answer {
    let many = many_of(visit)?;
    let written: Vec<(CaseId, Arc<Written>)> =
        held(&many).batch.written().map(|(case, written)| (case, written.clone())).collect();
    let codes: Vec<(CaseId, String)> =
        written.iter().map(|(case, written)| (*case, written.issued.code.clone())).collect();
    let stands = visit.command(|cx| letters::standing(cx, &codes))?;
    let gone = codes.into_iter().zip(&stands).filter(|(_, stands)| !**stands).map(|((_, code), _)| code);
    held(&many).batch.forget(&gone.collect::<HashSet<String>>());
    let standing = written.iter().zip(stands).filter(|(_, stands)| *stands);
    let standing: Vec<(CaseId, &Letter)> = standing.map(|((case, written), _)| (*case, &written.letter)).collect();
    if standing.is_empty() {
        *held(&visit.session()?.done) = Some(visit.tongue.say("many-none-stands"));
        return to(visit);
    }
    if visit.form.value("format") == "zip" {
        let files = standing.iter().map(|(case, letter)| {
            let name = format!("{}.pdf", CaseCode::of(*case).plain());
            (name, letter::pdf(letter).bytes)
        });
        return file("letters.zip", "application/zip", letter::zip(&files.collect::<Vec<_>>()));
    }
    let letters: Vec<&Letter> = standing.iter().map(|(_, letter)| *letter).collect();
    let bytes = letter::pdf_of_all(&letters).map(|pdf| pdf.bytes).unwrap_or_default();
    file("letters.pdf", PDF, bytes)
}
