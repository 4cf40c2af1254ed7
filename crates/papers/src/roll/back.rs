//! A roll that came back: which row is which line, and what was decided on it.
//!
//! Columns may stand in any order, with others between them: a row is known by what is in it. It is the line whose
//! document number it has, or whose number and name, or whose name and day of birth; or whose name alone, where the row
//! says nothing else of who it is. What fits two lines, or none, or one whose document and birth it does not have, is for
//! a person.

use super::Line;
use super::forms::Forms;
use crate::list::Layout;
use crate::named::{self, Named, persons};
use crate::sheet::{Cell, Sheet};
use base::{Arrival, Birth, Date};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// What a ministry decided on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    Approved,
    Refused,
    /// The ministry does not find the person in its register of entries.
    NotFound,
}

base::keys!(Decision { Approved = "approved", Refused = "refused", NotFound = "not-found" });

/// What a sheet says of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The number of the line.
    pub line: u32,
    pub decision: Decision,
}

/// A row for a person to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet program numbers it.
    pub number: u32,
    pub cells: Vec<String>,
    /// The lines that it may be.
    pub lines: Vec<u32>,
    pub decision: Option<Decision>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Back {
    /// In the order of the lines, each once.
    pub decided: Vec<Decided>,
    /// Lines whose rows say nothing.
    pub silent: Vec<u32>,
    /// A decision on somebody who is no line of this roll, or of whom that cannot be told.
    pub nobody: Vec<Row>,
    /// A line with words that are no decision, or with two.
    pub unclear: Vec<Row>,
    /// Lines that the sheet does not have.
    pub absent: Vec<u32>,
}

/// Holds a sheet against the lines of the roll that was sent.
pub fn read(forms: &Forms, lines: &[Line], sheet: &Sheet, today: Date) -> Back {
    let known = Known::of(lines);
    let layout = Layout::guess(sheet);
    let persons = persons(sheet, &layout, today);
    let found: Vec<Found> = sheet.rows.iter().map(|row| known.of_row(&row.cells, persons.get(&row.number))).collect();
    let column = forms.column(sheet, &found);
    let mut back = Back::default();
    let mut said: BTreeMap<u32, Vec<(Row, bool)>> = BTreeMap::new();
    for (row, found) in sheet.rows.iter().zip(found) {
        let words = column.map(|at| row.cell(at).text().trim().to_owned()).unwrap_or_default();
        let kept = Row {
            number: row.number,
            cells: row.cells.iter().map(|cell| cell.text().into_owned()).filter(|cell| !cell.is_empty()).collect(),
            lines: found.lines.into_iter().collect(),
            decision: forms.decision(&words),
        };
        match (kept.lines.as_slice(), kept.decision) {
            ([line], _) if !found.is_doubtful => said.entry(*line).or_default().push((kept, !words.is_empty())),
            // A title says nothing of anybody.
            ([], Some(_)) if kept.cells.len() > 1 => back.nobody.push(kept),
            ([], _) => {}
            _ => back.unclear.push(kept),
        }
    }
    for (line, rows) in said {
        let decisions: BTreeSet<Decision> = rows.iter().filter_map(|(row, _)| row.decision).collect();
        let has_words = rows.iter().any(|(row, has_words)| row.decision.is_none() && *has_words);
        match decisions.iter().next() {
            Some(decision) if decisions.len() == 1 && !has_words => {
                back.decided.push(Decided { line, decision: *decision });
            }
            None if !has_words => back.silent.push(line),
            _ => back.unclear.extend(rows.into_iter().map(|(row, _)| row)),
        }
    }
    let looked_at: BTreeSet<u32> = back.unclear.iter().flat_map(|row| row.lines.iter().copied()).collect();
    let has = |line: &u32| {
        back.silent.contains(line)
            || looked_at.contains(line)
            || back.decided.binary_search_by_key(line, |one| one.line).is_ok()
    };
    back.absent = lines.iter().map(|line| line.number).filter(|line| !has(line)).collect();
    back
}

/// The lines that a row can be.
struct Found {
    lines: BTreeSet<u32>,
    /// The row has a document or a birth that is none of theirs: it may be about a namesake.
    is_doubtful: bool,
}

/// The lines by what they are known by.
struct Known<'l> {
    lines: &'l [Line],
    named: Named,
}

impl<'l> Known<'l> {
    fn of(lines: &'l [Line]) -> Self {
        Self { lines, named: Named::of(lines.iter().map(|line| ([line.document.as_str()], [line.name.as_str()]))) }
    }

    /// The lines that a row can be, the surest ground first: none is guessed where two fit.
    fn of_row(&self, cells: &[Cell], person: Option<&Arrival>) -> Found {
        let named::Found { by_number, by_name, texts } = self.named.in_row(cells, person);
        let numbers = |lines: &[&Line]| lines.iter().map(|line| line.number).collect::<BTreeSet<u32>>();
        let lines = |found: BTreeSet<usize>| found.into_iter().map(|at| &self.lines[at]).collect::<Vec<&Line>>();
        let (by_document, named) = (numbers(&lines(by_number)), lines(by_name));
        if by_document.len() == 1 {
            // A number of a document that stands beside the name of somebody else is for a person to look at.
            let fits = named.is_empty() || named.iter().any(|line| by_document.contains(&line.number));
            let lines = if fits { by_document } else { by_document.into_iter().chain(numbers(&named)).collect() };
            return Found { lines, is_doubtful: false };
        }
        let by_number: Vec<&Line> =
            named.iter().copied().filter(|line| texts.contains(&line.number.to_string())).collect();
        let birth = person.and_then(|person| person.birth.clone());
        let by_birth: Vec<&Line> =
            named.iter().copied().filter(|line| is_born(line.birth, cells, &texts, birth.as_ref())).collect();
        let has_document = person.is_some_and(|person| person.papers.iter().any(|paper| paper.number.is_some()));
        let is_doubtful = by_birth.is_empty() && (has_document || birth.is_some());
        let lines = match (by_number.as_slice(), by_birth.as_slice()) {
            ([one], []) | ([], [one]) => BTreeSet::from([one.number]),
            ([one], [other]) if one.number == other.number => BTreeSet::from([one.number]),
            // Two of one name and one day of birth: the number tells them apart.
            ([one], several) if several.iter().any(|line| line.number == one.number) => BTreeSet::from([one.number]),
            _ => numbers(&named).into_iter().chain(by_document).collect(),
        };
        Found { lines, is_doubtful }
    }
}

fn is_born(birth: Date, cells: &[Cell], texts: &[String], read: Option<&Birth>) -> bool {
    let written = [
        birth.to_string(),
        format!("{:02}/{:02}/{}", birth.day(), birth.month(), birth.year()),
        format!("{:02}.{:02}.{}", birth.day(), birth.month(), birth.year()),
        format!("{:02}-{:02}-{}", birth.day(), birth.month(), birth.year()),
    ];
    let is = |cell: &Cell| matches!(cell, Cell::Date(day) if *day == birth);
    let may_be = |read: &Birth| match read {
        Birth::On(day) => *day == birth,
        Birth::Either(a, b) => *a == birth || *b == birth,
        _ => false,
    };
    cells.iter().any(is) || texts.iter().any(|text| written.contains(text)) || read.is_some_and(may_be)
}

impl Forms {
    /// The column with the most decisions on somebody who is known, or on anybody where nobody is; the last where
    /// several have as many.
    fn column(&self, sheet: &Sheet, found: &[Found]) -> Option<usize> {
        let wide = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let anybody = found.iter().all(|found| found.lines.is_empty());
        let decided = |at: usize| {
            let rows = sheet.rows.iter().zip(found).filter(|(_, found)| anybody || !found.lines.is_empty());
            rows.filter(|(row, _)| self.decision(&row.cell(at).text()).is_some()).count()
        };
        (0..wide).map(|at| (decided(at), at)).filter(|(count, _)| *count > 0).max().map(|(_, at)| at)
    }

    /// What the words of a cell decide; nothing where they say two things.
    fn decision(&self, words: &str) -> Option<Decision> {
        let all = self.all_in(words);
        let mut all = all.into_iter();
        all.next().filter(|_| all.next().is_none())
    }

    /// Every decision that is named, the longest words first: "not approved" is no "approved".
    fn all_in(&self, words: &str) -> BTreeSet<Decision> {
        let mut rest = format!(" {} ", even(words));
        let mut found = BTreeSet::new();
        for (word, decision) in &self.answers {
            // Khmer and Chinese set no spaces between words.
            let is_spaced = word.chars().all(|c| c < '\u{250}');
            let wanted = if is_spaced { format!(" {word} ") } else { word.clone() };
            if rest.contains(&wanted) {
                found.insert(*decision);
                rest = rest.replace(&wanted, " ");
            }
        }
        found
    }
}

/// In small letters and without accents, which come and go when somebody types.
pub(super) fn even(text: &str) -> String {
    let bare = text.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    spaced(&bare.flat_map(char::to_lowercase).nfc().collect::<String>())
}

/// Words alone, with one space between them.
fn spaced(text: &str) -> String {
    let kept: String = text.chars().map(|c| if c.is_ascii_punctuation() { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
