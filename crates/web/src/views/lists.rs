use super::{Choice, Chrome, Filled, When};
use askama::Template;

/// The lists that came in, and the way to bring in another.
#[derive(Template)]
#[template(path = "lists/upload.html")]
pub struct Lists {
    pub page: Chrome,
    pub form: Filled,
    pub earlier: Vec<EarlierList>,
}

pub struct EarlierList {
    pub id: String,
    /// What the list holds in a few words, not its file name: that may name somebody.
    pub label: String,
    pub rows: usize,
    pub registered: usize,
    pub by: String,
    pub when: When,
    pub running: bool,
}

/// Which column holds what.
#[derive(Template)]
#[template(path = "lists/columns.html")]
pub struct Columns {
    pub page: Chrome,
    pub id: String,
    pub columns: Vec<Column>,
    /// The first real rows, cell by cell.
    pub rows: Vec<SampleRow>,
    pub sheets: Vec<Choice>,
    pub nationalities: Vec<Choice>,
    pub date_orders: Vec<Choice>,
    /// Sentences on what was noticed: "The header is in row 4."
    pub noticed: Vec<String>,
    pub error: Option<String>,
}

pub struct Column {
    /// "C"
    pub letter: String,
    pub header: String,
    /// Kinds as keys of `COLUMNS` with their words, the guessed one selected.
    pub kinds: Vec<Choice>,
}

pub struct SampleRow {
    pub number: usize,
    pub cells: Vec<String>,
}

/// The rows as the persons they will become; nothing is registered yet.
#[derive(Template)]
#[template(path = "lists/preview.html")]
pub struct Preview {
    pub page: Chrome,
    pub id: String,
    pub ready: usize,
    pub doubtful: usize,
    pub known: usize,
    pub not_persons: usize,
    pub persons: Vec<ReadPerson>,
}

pub struct ReadPerson {
    pub row: usize,
    pub name: String,
    pub other_name: String,
    pub age: String,
    /// A key of `SEXES`, or empty.
    pub sex: String,
    pub nationality: String,
    pub papers: String,
    pub place: String,
    /// Sentences on what is unsure.
    pub doubts: Vec<String>,
}

/// The list is being registered.
#[derive(Template)]
#[template(path = "lists/progress.html")]
pub struct Progress {
    pub page: Chrome,
    pub id: String,
    pub done: usize,
    pub total: usize,
}

/// What became of every row.
#[derive(Template)]
#[template(path = "lists/report.html")]
pub struct Report {
    pub page: Chrome,
    pub id: String,
    /// Counts per outcome in the order shown; they sum up to `total`.
    pub counts: Vec<OutcomeCount>,
    pub total: usize,
    pub rows: Vec<ReportRow>,
    /// The outcome that the rows are narrowed to, or empty.
    pub only: String,
    pub number: usize,
    pub pages: usize,
}

pub struct OutcomeCount {
    /// A key of `OUTCOMES`.
    pub outcome: String,
    pub count: usize,
}

pub struct ReportRow {
    pub row: usize,
    /// A key of `OUTCOMES`.
    pub outcome: String,
    /// The case it became, if any.
    pub handle: String,
    pub code: String,
    pub reason: String,
}

impl Report {
    fn before(&self) -> usize {
        self.number.saturating_sub(1)
    }

    fn after(&self) -> usize {
        self.number + 1
    }
}
