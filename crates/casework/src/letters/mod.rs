//! Letters: what one takes from a case, and why; writing it; and how whoever holds one finds out that it is genuine.
//!
//! A letter is made of what the case says at that moment and is kept nowhere. Only its code stays, with its form, its
//! day and the case that it is about; who checks a code is told no more than what stands on the paper's head.

mod batch;
mod rows;
#[cfg(test)]
mod tests;
mod values;
mod write;

pub use batch::{Batch, Became, Counts, MOST};
pub use rows::{Checked, Issued, check};
pub use values::{Agreed, Prepared, Wishes, prepare};
pub use write::{Head, Once, Order, Outcome, Written, again, standing, write, write_once};

use crate::Result;
use crate::record::summaries;
use access::{AccessError, Action, Cx};
use base::{CaseId, Instant};
use papers::letter::pack;
use rows::LetterRow;

/// What a letter would take of a case, as far as the actor's keys open it.
pub fn look(cx: &mut Cx, case: CaseId, form: &str, wishes: &Wishes) -> Result<Prepared> {
    let open = cx.open(case, Action::WriteLetter)?;
    let facts = summaries(cx.tx, &open)?;
    let form = pack::embedded().form(form).ok_or(AccessError::NoValue)?;
    prepare(form, &facts, case, wishes, cx.now)
}

/// The letters that were written about a person, newest first.
pub fn of_case(cx: &mut Cx, case: CaseId) -> Result<Vec<Issued>> {
    cx.open(case, Action::WriteLetter)?;
    Ok(rows::of_case(cx.tx, case)?.into_iter().map(|row| row.issued).collect())
}

/// Takes a letter back: whoever checks it is told so from now on.
pub fn withdraw(cx: &mut Cx, case: CaseId, code: &str) -> Result<()> {
    cx.open(case, Action::WriteLetter)?;
    let row = rows::of_code(cx.tx, code)?.filter(|row| row.case == case).ok_or(AccessError::NoValue)?;
    let withdrawn: Option<Instant> = row.issued.withdrawn.or(Some(cx.now));
    rows::put(cx.tx, &LetterRow { issued: Issued { withdrawn, ..row.issued }, ..row })
}

pub(crate) use rows::forget_case;
