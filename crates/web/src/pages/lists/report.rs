//! What became of every row; the counts always add up to the rows of the file.

use super::intake::{Became, Intake, RowResult};
use super::intake_of;
use crate::fault::Fault;
use crate::pages::{file, html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Tongue;
use crate::views::lists::{OutcomeCount, Report, ReportRow};
use crate::visit::Visit;
use base::{CaseCode, CaseId};
use papers::table::{self, Table};

const PER_PAGE: usize = 200;

pub fn report(visit: &Visit) -> Answer {
    let (_, id, intake) = intake_of(visit)?;
    let intake = held(&intake);
    if intake.done() < intake.rows() || intake.rows() == 0 {
        return see(&format!("/lists/{id}"));
    }
    let only = visit.form.value("only").to_owned();
    let number = visit.form.value("page").parse::<usize>().unwrap_or(1).max(1);
    let shown: Vec<&RowResult> =
        intake.results().iter().filter(|r| only.is_empty() || outcome(&r.became) == only).collect();
    let rows = shown.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    let rows = rows.map(|result| row(visit, result)).collect::<Result<_, Fault>>()?;
    html(Report {
        page: visit.chrome(),
        counts: counts(&intake),
        total: intake.rows(),
        rows,
        pages: shown.len().div_ceil(PER_PAGE).max(1),
        only,
        number,
        id,
    })
}

fn counts(intake: &Intake) -> Vec<OutcomeCount> {
    let counts = intake.counts();
    let pairs = [
        ("registered", counts.registered),
        ("known", counts.already),
        ("check", counts.needs_a_look),
        ("not-a-person", counts.not_persons),
        ("failed", counts.left),
    ];
    let counts = pairs.into_iter().filter(|(outcome, count)| *count > 0 || *outcome == "registered");
    counts.map(|(outcome, count)| OutcomeCount { outcome: outcome.to_owned(), count }).collect()
}

fn outcome(became: &Became) -> &'static str {
    match became {
        Became::Registered(_) => "registered",
        Became::Already(_) => "known",
        Became::NeedsALook(_) => "check",
        Became::NotAPerson(_) => "not-a-person",
        Became::Left => "failed",
    }
}

fn case_of(became: &Became) -> Option<CaseId> {
    match became {
        Became::Registered(case) | Became::Already(case) => Some(*case),
        _ => None,
    }
}

fn reason(became: &Became, tongue: Tongue) -> String {
    match became {
        Became::NeedsALook(why) | Became::NotAPerson(why) => tongue.say(&format!("why-{}", why.key())),
        Became::Left => tongue.say("lists-left"),
        _ => String::new(),
    }
}

fn row(visit: &Visit, result: &RowResult) -> Result<ReportRow, Fault> {
    let case = case_of(&result.became);
    Ok(ReportRow {
        row: result.row as usize,
        outcome: outcome(&result.became).to_owned(),
        handle: case.map(|case| visit.handle(case)).transpose()?.unwrap_or_default(),
        code: case.map(|case| CaseCode::of(case).to_string()).unwrap_or_default(),
        reason: reason(&result.became, visit.tongue),
    })
}

/// The whole report, with codes and without a name.
pub fn report_csv(visit: &Visit) -> Answer {
    let (_, _, intake) = intake_of(visit)?;
    let intake = held(&intake);
    let say = |key: &str| visit.tongue.say(key);
    let rows = intake.results().iter().map(|result| {
        vec![
            result.row.to_string(),
            say(&format!("outcome-{}", outcome(&result.became))),
            case_of(&result.became).map(|case| CaseCode::of(case).to_string()).unwrap_or_default(),
            reason(&result.became, visit.tongue),
        ]
    });
    let headings = ["lists-col-row", "lists-col-outcome", "case-code", "lists-col-reason"].map(say).to_vec();
    file("report.csv", "text/csv; charset=utf-8", table::csv(&Table { headings, rows: rows.collect() }))
}
