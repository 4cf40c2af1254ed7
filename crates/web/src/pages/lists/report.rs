//! What became of every row; the counts always add up to the rows of the file.

use super::list_of;
use crate::fault::Fault;
use crate::pages::html;
use crate::routes::Answer;
use crate::tongue::Tongue;
use crate::views::lists::{Gone, OutcomeCount, Report, ReportRow};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::Action;
use base::CaseCode;
use casework::lists::{self, Became, Reason, Received, State, StoredRow};
use papers::Cell;

const PER_PAGE: usize = 200;
/// How many of those who are no longer on the list are shown by name of row.
const GONE: usize = 200;

pub fn report(visit: &Visit) -> Answer {
    let id = list_of(visit)?;
    let list = visit.command(|cx| lists::one(cx, id))?;
    let only = Became::from_key(visit.asked("only"));
    let number = visit.asked("page").parse::<usize>().unwrap_or(1).max(1);
    let (_, rows) = visit.command(|cx| lists::rows(cx, id, only, (number - 1) * PER_PAGE, PER_PAGE))?;
    let gone = visit.command(|cx| lists::vanished(cx, id))?;
    let shown = only.map_or(list.counts.total(), |only| list.counts.of(only));
    html(Report {
        page: visit.chrome(),
        sender: list.sender_name.clone(),
        title: list.title.clone(),
        by: list.by.clone(),
        when: when(list.at),
        is_cut_off: is_cut_off(visit, &list),
        waiting: list.counts.of(Became::Waiting),
        look: list.counts.of(Became::Look),
        counts: counts(&list),
        total: list.counts.total(),
        rows: rows.iter().map(|result| row(visit, result)).collect::<Result<_, Fault>>()?,
        gone_total: gone.len(),
        gone: gone.iter().take(GONE).map(|row| one_gone(visit, row)).collect::<Result<_, Fault>>()?,
        pages: shown.div_ceil(PER_PAGE).max(1),
        only: only.map_or("", Became::key).to_owned(),
        number,
        can_write_letters: visit.role().is_some_and(|role| role.may(Action::WriteLetter)),
        id: id.to_string(),
    })
}

fn is_cut_off(visit: &Visit, list: &Received) -> bool {
    list.state != State::Finished && !visit.app.running.is_running(list.id)
}

fn counts(list: &Received) -> Vec<OutcomeCount> {
    let counts = Became::ALL.iter().map(|became| (*became, list.counts.of(*became)));
    let counts = counts.filter(|(became, count)| *count > 0 || *became == Became::Registered);
    counts.map(|(became, count)| OutcomeCount { outcome: became.key().to_owned(), count }).collect()
}

/// What a row says, in one line.
pub fn said(cells: &[Cell]) -> String {
    const LONGEST: usize = 90;
    let texts = cells.iter().map(|cell| base::text::line(&cell.text())).filter(|text| !text.is_empty());
    let line = texts.collect::<Vec<_>>().join(" · ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

fn row(visit: &Visit, row: &StoredRow) -> Result<ReportRow, Fault> {
    let words = Words::of(visit);
    Ok(ReportRow {
        row: row.number as usize,
        outcome: row.became.key().to_owned(),
        said: said(&row.content.cells),
        hidden: row.content.hidden,
        handle: row.case.map(|case| visit.handle(case)).transpose()?.unwrap_or_default(),
        code: row.case.map(|case| CaseCode::of(case).to_string()).unwrap_or_default(),
        notes: notes(row, words.tongue),
        changes: row.content.notes.changes.iter().map(|change| changed(change, &words)).collect(),
        can_be_corrected: match row.became {
            Became::Look => true,
            Became::NotAPerson => row.content.notes.why() != Some(Reason::AboveHeadings),
            _ => false,
        },
    })
}

/// The reason, or what is unsure.
pub fn notes(row: &StoredRow, tongue: Tongue) -> Vec<String> {
    let why = row.content.notes.why().map(|why| tongue.say(&format!("why-{}", why.key())));
    let doubts = row.content.notes.doubts().map(|doubt| tongue.say(&format!("doubt-{}", doubt.key())));
    why.into_iter().chain(doubts).collect()
}

fn changed(change: &lists::Change, words: &Words) -> String {
    let field = words.field(change.to.field());
    let to = words.fact(&change.to);
    let line = match &change.from {
        Some(from) => format!("{field}: {} → {to}", words.fact(from)),
        None => format!("{field}: {to}"),
    };
    if change.taken { line } else { format!("{line} ({})", words.tongue.say("lists-not-taken")) }
}

fn one_gone(visit: &Visit, row: &StoredRow) -> Result<Gone, Fault> {
    Ok(Gone {
        said: said(&row.content.cells),
        handle: row.case.map(|case| visit.handle(case)).transpose()?.unwrap_or_default(),
        code: row.case.map(|case| CaseCode::of(case).to_string()).unwrap_or_default(),
    })
}
