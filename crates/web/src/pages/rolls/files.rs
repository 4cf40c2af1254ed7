//! A version as a file: a spreadsheet, text, or PDF behind its note verbale. Whoever may no longer be named is in none.

use super::version::{opened, wrong};
use super::written;
use crate::fault::Fault;
use crate::pages::file;
use crate::pages::people::{CSV, XLSX};
use crate::routes::Answer;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::response::Response;
use base::{CaseId, text};
use casework::rolls::Version;
use papers::letter::{Frame, Letter, Tongue, Value, Verification, pdf};
use papers::roll::{Forms, Line, Roll, csv, xlsx};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    Xlsx,
    Csv,
}

base::keys!(Kind { Pdf = "pdf", Xlsx = "xlsx", Csv = "csv" });

pub const PDF: &str = "application/pdf";

pub fn take_away(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let kind = Kind::from_key(visit.form.value("format")).unwrap_or(Kind::Pdf);
    match made(visit, kind, visit.form.value("place"))? {
        Some(answer) => Ok(answer),
        None => wrong(visit, "files", visit.tongue.say("wrong-roll-nobody")),
    }
}

/// A version as a file, its note verbale from `place`; nothing where nobody of it may be named any more.
pub fn made(visit: &Visit, kind: Kind, place: &str) -> Result<Option<Response>, Fault> {
    visit.permit(Action::Export)?;
    let (version, may) = opened(visit, Action::Export)?;
    let forms = written(visit)?;
    let roll = roll(visit, forms, &version, &may);
    if roll.lines.is_empty() {
        return Ok(None);
    }
    let made = match kind {
        Kind::Xlsx => file("roll.xlsx", XLSX, xlsx(&roll).map_err(|_| Fault::Access(AccessError::Unreadable))?),
        Kind::Csv => file("roll.csv", CSV, csv(&roll)),
        Kind::Pdf => file("roll.pdf", PDF, pdf::roll(&notes(forms, &roll, &version, place)?, &roll).bytes),
    };
    made.map(Some)
}

fn roll<'w>(visit: &Visit, forms: &'w Forms, version: &Version, may: &BTreeSet<CaseId>) -> Roll<'w> {
    Roll {
        words: &forms.words,
        mission: version.head.mission.clone(),
        day: version.sent.unwrap_or(visit.today()),
        until: version.head.until,
        currency: version.head.currency.clone(),
        lines: lines(version, Some(may)),
    }
}

/// The lines of everybody who may be named, or of all who were: for matching an answer.
pub(super) fn lines(version: &Version, may: Option<&BTreeSet<CaseId>>) -> Vec<Line> {
    let named =
        version.lines.iter().filter(|line| line.case.is_some_and(|case| may.is_none_or(|may| may.contains(&case))));
    let line = |(number, content): (u32, &casework::rolls::Content)| Line {
        number,
        name: content.name.clone(),
        birth: content.birth,
        document: content.document.clone(),
        nationality: content.nationality.name("en").to_owned(),
        entered: content.entered,
        days: content.days,
        hundredths: content.hundredths,
    };
    named.filter_map(|kept| Some((kept.number, kept.content.as_ref()?))).map(line).collect()
}

/// The note verbale in each of its languages.
fn notes(forms: &Forms, roll: &Roll, version: &Version, place: &str) -> Result<Vec<Letter>, Fault> {
    let note = |template: &papers::Template| {
        let is_english = template.tongue == Tongue::English;
        let words = |key: &str| if is_english { forms.words.english(key) } else { forms.words.local(key) };
        let typed = text::line(place);
        let is_usual = typed.is_empty() || typed == forms.words.english("place");
        let values = [
            ("sender", Value::Text(version.head.mission.clone())),
            ("country", Value::Text(version.head.nationality.name(template.tongue.tag()).to_owned())),
            ("persons", Value::Number(roll.lines.len().try_into().unwrap_or(u32::MAX))),
            ("days", Value::Number(roll.days().try_into().unwrap_or(u32::MAX))),
            ("amount", Value::Code(roll.amount())),
            ("until", Value::Date(roll.until)),
        ];
        let frame = Frame {
            organisation: version.head.mission.clone(),
            contact: Vec::new(),
            place: if is_usual { words("place").to_owned() } else { typed },
            date: roll.day,
            recipient: vec![words("recipient").to_owned()],
            signatory: String::new(),
            role: String::new(),
            verification: Verification { code: String::new(), address: String::new(), link: String::new() },
        };
        template.fill(&values.map(|(name, value)| (name.to_owned(), value)).into(), &frame)
    };
    let notes: Result<Vec<Letter>, _> = forms.note.iter().map(note).collect();
    notes.map_err(|_| Fault::Access(AccessError::Unreadable))
}
