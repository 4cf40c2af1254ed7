//! The two tables of a country's pack: read row by row, with a sentence for everything that is wrong with a row.
//!
//! `data/packs/khm/README.md` says what each column holds.

use super::organisation::{HERE, TEAM};
use super::written::{COLUMNS, Understood, quoted};
use super::{Checked, Confidence, Organisation, Warning, Written, WrittenWarning, Wrong};
use base::Date;
use base::text::line;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

pub const SERVICES: &str = "services.csv";
pub const WARNINGS: &str = "warnings.csv";

#[derive(Clone, Debug, Default)]
pub struct Pack {
    pub organisations: Vec<Organisation>,
    pub warnings: Vec<Warning>,
}

/// Something wrong with a row of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: &'static str,
    /// As a text editor counts lines: the headings are row 1.
    pub row: u64,
    /// Empty where it is about the whole row.
    pub column: &'static str,
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}, row {}", self.file, self.row)?;
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.sentence)
    }
}

/// The pack that the program carries.
pub fn embedded() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| {
        let (services, warnings) = EMBEDDED;
        read(services, warnings).0
    });
    &PACK
}

/// Its two tables as they stand in the repository.
pub const EMBEDDED: (&str, &str) =
    (include_str!("../../../../data/packs/khm/services.csv"), include_str!("../../../../data/packs/khm/warnings.csv"));

/// Everything that is wrong with the two tables on this day; empty when nothing is.
pub fn check(services: &str, warnings: &str, today: Date) -> Vec<Problem> {
    let (pack, mut problems) = read(services, warnings);
    let days = |file, checked: &Option<Checked>, as_of: Date, id: &str| {
        let late = as_of > today || checked.as_ref().is_some_and(|checked| checked.on > today);
        late.then(|| Problem {
            file,
            row: row_of(if file == SERVICES { services } else { warnings }, id),
            column: "as_of",
            sentence: "This day is still to come. Write the day of the source, and the day of the check.".to_owned(),
        })
    };
    problems.extend(pack.organisations.iter().filter_map(|o| days(SERVICES, &o.checked, o.as_of, &o.id)));
    problems.extend(pack.warnings.iter().filter_map(|w| days(WARNINGS, &w.checked, w.as_of, &w.id)));
    problems.sort_by(|a, b| (a.file, a.row, a.column).cmp(&(b.file, b.row, b.column)));
    problems
}

/// The row whose first cell this is.
fn row_of(table: &str, id: &str) -> u64 {
    let rows = csv::Reader::from_reader(table.as_bytes()).into_records().filter_map(Result::ok);
    let row = rows.into_iter().find(|row| row.get(0) == Some(id));
    row.and_then(|row| row.position().map(csv::Position::line)).unwrap_or(1)
}

/// The rows that can be read, and everything that is wrong with the others.
pub fn read(services: &str, warnings: &str) -> (Pack, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut pack = Pack::default();
    let columns: Vec<&str> = ["id"].into_iter().chain(COLUMNS).chain(OF_EVERY_ROW).collect();
    rows(SERVICES, services, &columns, &mut problems, |row| row.organisation().map(|one| pack.organisations.push(one)));
    let columns: Vec<&str> = OF_A_WARNING.into_iter().chain(OF_EVERY_ROW).chain(["example"]).collect();
    rows(WARNINGS, warnings, &columns, &mut problems, |row| row.warning().map(|one| pack.warnings.push(one)));
    (pack, problems)
}

const OF_EVERY_ROW: [&str; 5] = ["source", "as_of", "confidence", "checked_by", "checked_on"];
const OF_A_WARNING: [&str; 7] = ["id", "trap", "title", "goes_by", "says", "what_to_do", "area"];

/// One row, by the names of its columns.
struct Row<'r> {
    columns: &'r [&'static str],
    record: csv::StringRecord,
}

fn rows(
    file: &'static str,
    table: &str,
    columns: &[&'static str],
    problems: &mut Vec<Problem>,
    mut take: impl FnMut(&Row) -> Result<(), Vec<Wrong>>,
) {
    let mut trouble = |row, column, sentence: String| problems.push(Problem { file, row, column, sentence });
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(table.as_bytes());
    let is_right = reader.headers().is_ok_and(|headings| headings.iter().eq(columns.iter().copied()));
    if !is_right {
        return trouble(1, "", format!("The headings are not the ones of this table. Write: {}.", columns.join(",")));
    }
    let mut known = BTreeSet::new();
    for record in reader.into_records() {
        let Ok(record) = record else {
            trouble(0, "", "A row is not written as CSV in UTF-8. Save the table again as “CSV UTF-8”.".to_owned());
            continue;
        };
        let number = record.position().map_or(0, csv::Position::line);
        if record.len() != columns.len() {
            let says = format!(
                "The row has {} cells instead of {}. Put texts that hold a comma between double quotation marks.",
                record.len(),
                columns.len()
            );
            trouble(number, "", says);
            continue;
        }
        let row = Row { columns, record };
        if !known.insert(row.get("id").to_owned()) {
            let says = format!("{} is the id of a row above. Give each row a word of its own.", quoted(row.get("id")));
            trouble(number, "id", says);
            continue;
        }
        for wrong in take(&row).err().unwrap_or_default() {
            trouble(number, wrong.column, wrong.sentence);
        }
    }
}

/// What every row says of where it comes from.
struct Origin {
    source: String,
    as_of: Date,
    confidence: Confidence,
    checked: Option<Checked>,
}

impl Row<'_> {
    fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|known| *known == column);
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }

    fn organisation(&self) -> Result<Organisation, Vec<Wrong>> {
        let mut written = Written::default();
        COLUMNS.iter().for_each(|column| written.set(column, self.get(column).to_owned()));
        let (id, said, origin) = all_right(self.id(), written.understand(), self.origin())?;
        Ok(Organisation::of(id, said, origin))
    }

    fn warning(&self) -> Result<Warning, Vec<Wrong>> {
        let written = WrittenWarning {
            trap: self.get("trap").to_owned(),
            title: self.get("title").to_owned(),
            goes_by: self.get("goes_by").to_owned(),
            says: self.get("says").to_owned(),
            what_to_do: self.get("what_to_do").to_owned(),
            area: self.get("area").to_owned(),
        };
        let example = match self.get("example") {
            "yes" => Ok(true),
            "no" => Ok(false),
            other => {
                Err(one("example", format!("{} is neither yes nor no. Write yes for what is invented.", quoted(other))))
            }
        };
        let (id, (trap, goes_by), origin) = all_right(self.id(), written.understand(), self.origin())?;
        Ok(Warning {
            id,
            trap,
            goes_by,
            title: line(&written.title),
            says: base::text::remark(&written.says),
            what_to_do: base::text::remark(&written.what_to_do),
            area: line(&written.area),
            source: origin.source,
            as_of: origin.as_of,
            confidence: origin.confidence,
            checked: origin.checked,
            example: example?,
            added_here: false,
            withdrawn: None,
        })
    }

    fn id(&self) -> Result<String, Vec<Wrong>> {
        let id = self.get("id");
        let letters = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if letters && (2..=60).contains(&id.len()) && ![HERE, TEAM].iter().any(|own| id.starts_with(own)) {
            return Ok(id.to_owned());
        }
        let says = format!(
            "{} is no id. Write 2 to 60 small letters, digits and hyphens; “here-” and “team-” are for what is added on a server.",
            quoted(id)
        );
        Err(one("id", says))
    }

    fn origin(&self) -> Result<Origin, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let source = line(self.get("source"));
        if source.is_empty() {
            wrong.extend(one(
                "source",
                "The source is missing. Write where this was published, or “general knowledge - to be verified”.",
            ));
        }
        let as_of = day(self.get("as_of"));
        if as_of.is_none() {
            let says = format!("{} is no day. Write the day of the source as 2026-02-13.", quoted(self.get("as_of")));
            wrong.extend(one("as_of", says));
        }
        let confidence = Confidence::from_key(self.get("confidence"));
        if confidence.is_none() {
            let says = format!(
                "{} is none of high, medium and low. Write how sure the source makes you.",
                quoted(self.get("confidence"))
            );
            wrong.extend(one("confidence", says));
        }
        let checked = match (line(self.get("checked_by")), day(self.get("checked_on"))) {
            (by, None) if by.is_empty() && self.get("checked_on").is_empty() => None,
            (by, Some(on)) if !by.is_empty() => Some(Checked { on, by }),
            _ => {
                wrong.extend(one(
                    "checked_on",
                    "Who checked and when belong together. Write both, the day as 2026-02-13, or leave both empty.",
                ));
                None
            }
        };
        match (as_of, confidence) {
            (Some(as_of), Some(confidence)) if wrong.is_empty() => Ok(Origin { source, as_of, confidence, checked }),
            _ => Err(wrong),
        }
    }
}

fn one(column: &'static str, sentence: impl Into<String>) -> Vec<Wrong> {
    vec![Wrong { column, sentence: sentence.into() }]
}

/// A day alone, without a time after it.
fn day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// All three, or everything that is wrong with any of them.
fn all_right<A, B, C>(
    a: Result<A, Vec<Wrong>>,
    b: Result<B, Vec<Wrong>>,
    c: Result<C, Vec<Wrong>>,
) -> Result<(A, B, C), Vec<Wrong>> {
    match (a, b, c) {
        (Ok(a), Ok(b), Ok(c)) => Ok((a, b, c)),
        (a, b, c) => Err([a.err(), b.err(), c.err()].into_iter().flatten().flatten().collect()),
    }
}

impl Organisation {
    fn of(id: String, said: Understood, origin: Origin) -> Organisation {
        Organisation {
            id,
            name: said.name,
            kind: said.kind,
            services: said.services,
            for_whom: said.for_whom,
            area: said.area,
            capacity: said.capacity,
            hours: said.hours,
            languages: said.languages,
            contact: said.contact,
            note: said.note,
            source: origin.source,
            as_of: origin.as_of,
            confidence: origin.confidence,
            checked: origin.checked,
            not_answering: None,
            team: None,
            added_here: false,
        }
    }
}
