//! Lists to take away: in the sender's own layout with the codes, the rows to look at with the reason, the report.

use super::{list_of, report};
use crate::fault::Fault;
use crate::pages::file;
use crate::routes::Answer;
use crate::visit::Visit;
use axum::http::header;
use axum::response::IntoResponse;
use base::CaseCode;
use casework::lists::{self, Became, Head, StoredRow};
use papers::as_sent::{Added, AsSent, write};
use papers::table::{self, Table};

/// The whole list as it came, with every person's code at the right.
pub fn codes_file(visit: &Visit) -> Answer {
    let id = list_of(visit)?;
    let (head, rows) = visit.command(|cx| lists::whole(cx, id))?;
    let rows: Vec<&StoredRow> = rows.iter().collect();
    let codes =
        Added { heading: visit.tongue.say("lists-code-column"), cells: rows.iter().map(|row| code(row)).collect() };
    as_sent(&head, rows, vec![codes], "list")
}

/// The rows that need a look under their headings, with the reason: to be filled in and brought in again.
pub fn look_file(visit: &Visit) -> Answer {
    let id = list_of(visit)?;
    let (head, rows) = visit.command(|cx| lists::whole(cx, id))?;
    let header = head.layout.header;
    let wanted = |row: &&StoredRow| row.became == Became::Look || header.is_some_and(|header| row.number <= header);
    let rows: Vec<&StoredRow> = rows.iter().filter(wanted).collect();
    let of_look = |row: &StoredRow, text: String| if row.became == Became::Look { text } else { String::new() };
    let number = rows.iter().map(|row| of_look(row, row.number.to_string())).collect();
    let reason = rows.iter().map(|row| of_look(row, report::notes(row, visit.tongue).join(" "))).collect();
    let added = vec![
        Added { heading: visit.tongue.say("lists-row-column"), cells: number },
        Added { heading: visit.tongue.say("lists-reason-column"), cells: reason },
    ];
    as_sent(&head, rows, added, "rows-to-look-at")
}

/// Rows close up below the headings when some are left out.
fn as_sent(head: &Head, rows: Vec<&StoredRow>, added: Vec<Added>, name: &str) -> Answer {
    let header = head.layout.header;
    let mut next = 0;
    let is_whole = name == "list";
    let numbered = rows.iter().map(|row| {
        next = if is_whole || header.is_some_and(|header| row.number <= header) { row.number } else { next + 1 };
        (next, &row.content.cells[..])
    });
    let list = AsSent {
        title: &head.title,
        format: head.format,
        merged: &head.merged,
        header,
        rows: numbered.collect(),
        added,
    };
    let (bytes, kind, ending) = write(&list).map_err(|error| Fault::List(error.to_string()))?;
    let disposition = format!("attachment; filename=\"{name}.{ending}\"");
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}

fn code(row: &StoredRow) -> String {
    row.case.map(|case| CaseCode::of(case).to_string()).unwrap_or_default()
}

/// The whole report, with codes and without a name.
pub fn report_csv(visit: &Visit) -> Answer {
    let id = list_of(visit)?;
    let (_, rows) = visit.command(|cx| lists::rows(cx, id, None, 0, usize::MAX >> 1))?;
    let say = |key: &str| visit.tongue.say(key);
    let rows = rows.iter().map(|row| {
        let outcome = say(&format!("outcome-{}", row.became.key()));
        vec![row.number.to_string(), outcome, code(row), report::notes(row, visit.tongue).join(" ")]
    });
    let headings = ["lists-col-row", "lists-col-outcome", "case-code", "lists-col-reason"].map(say).to_vec();
    file("report.csv", "text/csv; charset=utf-8", table::csv(&Table { headings, rows: rows.collect() }))
}
