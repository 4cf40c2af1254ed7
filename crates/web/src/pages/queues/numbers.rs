//! Numbers of documents that are issued to many at once: of a spreadsheet that somebody keeps, and as they are typed.

use crate::fault::Fault;
use crate::visit::{Upload, Visit};
use base::{CaseId, PaperKind};
use casework::desk::{Desk, Line, fresh};
use papers::Book;
use papers::issued::{self, Holder};
use std::collections::{BTreeMap, BTreeSet};

/// How the fields of a page begin in which numbers are typed, before the word for the case.
const FIELD: &str = "number-";

/// What is known of numbers, and rows of the spreadsheet of which it cannot be told whose they are.
#[derive(Default)]
pub struct Numbers {
    pub of: BTreeMap<CaseId, String>,
    /// Whom the spreadsheet names.
    pub in_file: BTreeSet<CaseId>,
    pub unclear: Vec<(u32, String)>,
}

/// Of these people: what their cases say already, and what the spreadsheet says that was brought, if one was.
pub fn known(visit: &Visit, cases: &[CaseId]) -> Result<Numbers, Fault> {
    let lines = |desk: &Desk| -> Vec<(CaseId, Option<String>, Holder)> {
        let lines = cases.iter().filter_map(|case| desk.line(*case));
        lines.map(|line| (line.case, number_of(line), holder(line))).collect()
    };
    let people = fresh(visit.desk()?, &visit.app.store, visit.now, lines)?;
    let (mut numbers, mut holders) = (Numbers::default(), Vec::new());
    for (case, number, holder) in people {
        numbers.of.extend(number.map(|number| (case, number)));
        holders.push((case, holder));
    }
    if let Some(file) = brought(visit) {
        let book = Book::read(&file.bytes, &file.name)?;
        let (cases, holders): (Vec<CaseId>, Vec<Holder>) = holders.into_iter().unzip();
        let found = issued::read(&holders, &book.sheets[book.largest()], visit.today());
        for (at, number) in found.numbers {
            numbers.in_file.insert(cases[at]);
            numbers.of.insert(cases[at], number);
        }
        numbers.unclear = found.unclear;
    }
    Ok(numbers)
}

fn brought(visit: &Visit) -> Option<&Upload> {
    visit.upload.as_ref().filter(|file| !file.bytes.is_empty())
}

pub fn is_brought(visit: &Visit) -> bool {
    brought(visit).is_some()
}

/// What was typed on the page that showed these people: an empty field says that no number is known.
pub fn typed(visit: &Visit, mut numbers: BTreeMap<CaseId, String>) -> Result<BTreeMap<CaseId, String>, Fault> {
    let session = visit.session()?;
    let fields = visit.form.pairs.iter().filter_map(|(field, typed)| Some((field.strip_prefix(FIELD)?, typed)));
    for (handle, typed) in fields {
        let Some(case) = session.case_of(handle) else { continue };
        match base::text::line(typed) {
            number if number.is_empty() => numbers.remove(&case),
            number => numbers.insert(case, number),
        };
    }
    Ok(numbers)
}

/// Of the travel document, where a list or somebody has said it.
fn number_of(line: &Line) -> Option<String> {
    line.papers.iter().find(|paper| paper.kind == PaperKind::TravelDocument)?.number.clone()
}

fn holder(line: &Line) -> Holder {
    let others = line.papers.iter().filter(|paper| paper.kind != PaperKind::TravelDocument);
    Holder {
        code: line.code.plain(),
        names: line.names.to_vec(),
        birth: line.birth.clone(),
        numbers: others.filter_map(|paper| paper.number.clone()).collect(),
    }
}
