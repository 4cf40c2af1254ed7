//! Rows that a person has to look at: all of the team's, and one of them to be corrected or decided.

use super::super::{html, see};
use super::preview::{cell_fields, cells_of};
use super::{list_of, report};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::lists::{Candidate, LookRow, RowForm, ToLookAt};
use crate::visit::Visit;
use access::Action;
use base::{CaseCode, CaseId};
use casework::lists::{self, Became, Decision, StoredRow};

/// The most rows of one list that the page of all of them shows.
const OF_A_LIST: usize = 200;

/// Every row of the team's lists that waits for a person.
pub fn to_look_at(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let mut rows = Vec::new();
    let received = visit.command(lists::received)?;
    let total = received.iter().map(|list| list.counts.of(Became::Look)).sum();
    for list in received.iter().filter(|list| list.counts.of(Became::Look) > 0) {
        let (_, look) = visit.command(|cx| lists::rows(cx, list.id, Some(Became::Look), 0, OF_A_LIST))?;
        rows.extend(look.iter().map(|row| LookRow {
            list: list.id.to_string(),
            sender: list.sender_name.clone(),
            row: row.number as usize,
            said: report::said(&row.content.cells),
            notes: report::notes(row, visit.tongue),
        }));
    }
    html(ToLookAt { page: visit.chrome(), done: held(&visit.session()?.done).take(), total, rows })
}

fn number(visit: &Visit) -> Result<u32, Fault> {
    visit.param("row").parse().map_err(|_| Fault::NotFound)
}

pub fn row(visit: &Visit) -> Answer {
    let (id, number) = (list_of(visit)?, number(visit)?);
    let looked_at = visit.command(|cx| lists::looked_at(cx, id, number))?;
    let row = &looked_at.row;
    if !matches!(row.became, Became::Look | Became::NotAPerson) {
        return see(&format!("/lists/{id}/report"));
    }
    let content = &row.content;
    let corrected = |column| content.original.iter().any(|(known, _)| *known == column);
    html(RowForm {
        cells: cell_fields(&looked_at.head.layout, &content.cells, &content.notes.look, corrected),
        number: number as usize,
        notes: report::notes(row, visit.tongue),
        candidates: candidates(visit, row)?,
        save: format!("/lists/{id}/rows/{number}"),
        decide: format!("/lists/{id}/rows/{number}/decide"),
        back: format!("/lists/{id}/report"),
        page: visit.chrome(),
    })
}

fn candidates(visit: &Visit, row: &StoredRow) -> Result<Vec<Candidate>, Fault> {
    let one = |case: &CaseId| {
        let view = visit.command(|cx| casework::registry::view(cx, *case))?;
        let words = crate::words::Words::of(visit);
        let newest = |field| view.facts.newest(field).map(|fact| words.fact(fact)).unwrap_or_default();
        Ok(Candidate {
            handle: visit.handle(*case)?,
            code: CaseCode::of(*case).to_string(),
            name: newest(casework::Field::Names),
            birth: newest(casework::Field::Birth),
            papers: newest(casework::Field::Papers),
        })
    };
    row.content.notes.candidates.iter().map(one).collect()
}

pub fn set_row(visit: &Visit) -> Answer {
    let (id, number) = (list_of(visit)?, number(visit)?);
    let cells = cells_of(visit);
    let became = visit.command(|cx| lists::correct(cx, id, number, &cells))?;
    after(visit, became, &format!("/lists/{id}/rows/{number}"))
}

pub fn decide(visit: &Visit) -> Answer {
    let (id, number) = (list_of(visit)?, number(visit)?);
    let decision = match visit.form.value("decision") {
        "not-a-person" => Decision::NotAPerson,
        "somebody" => Decision::Somebody,
        handle => Decision::Same(visit.session()?.case_of(handle).ok_or(Fault::NotFound)?),
    };
    let became = visit.command(|cx| lists::decide(cx, id, number, decision))?;
    after(visit, became, &format!("/lists/{id}/rows/{number}"))
}

/// On to the next row, or back to this one when it still needs a look.
fn after(visit: &Visit, became: Became, this: &str) -> Answer {
    if became == Became::Look {
        return see(this);
    }
    let done = visit.tongue.say(&format!("lists-now-{}", became.key()));
    *held(&visit.session()?.done) = Some(done);
    see("/lists/look")
}
