use super::{Choice, Chrome, Filled, When};
use askama::Template;

/// The lists that came in, and the way to bring in another.
#[derive(Template)]
#[template(path = "lists/upload.html")]
pub struct Lists {
    pub page: Chrome,
    pub form: Filled,
    /// Names of those who sent lists before.
    pub senders: Vec<String>,
    /// Rows of all lists that wait for a person.
    pub to_look_at: usize,
    pub earlier: Vec<Earlier>,
}

pub struct Earlier {
    pub id: String,
    pub sender: String,
    pub title: String,
    pub rows: usize,
    pub registered: usize,
    pub look: usize,
    pub by: String,
    pub when: When,
    /// "running", "cut-off" or "finished".
    pub state: String,
}

/// Which column holds what.
#[derive(Template)]
#[template(path = "lists/columns.html")]
pub struct Columns {
    pub page: Chrome,
    pub id: String,
    pub columns: Vec<Column>,
    /// Rows round the headings and below, cell by cell.
    pub rows: Vec<SampleRow>,
    pub sheets: Vec<Choice>,
    /// The number of the row with the headings, or empty.
    pub header: String,
    pub nationalities: Vec<Choice>,
    pub date_orders: Vec<Choice>,
    /// Sentences on what was noticed: "The header is in row 4."
    pub noticed: Vec<String>,
    pub sender: String,
    pub senders: Vec<String>,
    /// Lists of which this one may be the next version.
    pub versions: Vec<Choice>,
}

pub struct Column {
    /// "C"
    pub letter: String,
    pub header: String,
    pub used: bool,
    /// Kinds as keys of `COLUMNS` with their words, the guessed one selected.
    pub kinds: Vec<Choice>,
}

pub struct SampleRow {
    pub number: usize,
    pub is_header: bool,
    pub is_above: bool,
    pub hidden: bool,
    pub cells: Vec<String>,
}

/// The rows as the persons they will become; nothing is registered yet.
#[derive(Template)]
#[template(path = "lists/preview.html")]
pub struct Preview {
    pub page: Chrome,
    pub id: String,
    /// How many rows were read as what, by the keys of `READINGS`.
    pub counts: Vec<OutcomeCount>,
    pub total: usize,
    pub persons: usize,
    pub rows: Vec<ReadPerson>,
    /// The kind that the rows are narrowed to, or empty.
    pub only: String,
    pub number: usize,
    pub pages: usize,
    /// Cells that were corrected.
    pub corrections: usize,
    pub is_newer: bool,
}

#[derive(Default)]
pub struct ReadPerson {
    pub row: usize,
    /// A key of `READINGS`.
    pub kind: String,
    pub name: String,
    pub other_name: String,
    pub age: String,
    /// A key of `SEXES`, or empty.
    pub sex: String,
    pub nationality: String,
    pub papers: String,
    pub phone: String,
    pub place: String,
    /// Keys of `SIGNS`.
    pub signs: Vec<String>,
    /// What a row says that was not read as a person.
    pub said: String,
    /// Sentences on what is unsure, or why this is no person.
    pub notes: Vec<String>,
}

/// One row's cells, to be corrected.
#[derive(Template)]
#[template(path = "lists/row.html")]
pub struct RowForm {
    pub page: Chrome,
    pub number: usize,
    pub notes: Vec<String>,
    pub cells: Vec<CellField>,
    /// Whom the row may be.
    pub candidates: Vec<Candidate>,
    /// Where the cells are posted to.
    pub save: String,
    /// Where a decision is posted to; empty where there is none to make.
    pub decide: String,
    pub back: String,
}

pub struct CellField {
    pub index: usize,
    pub letter: String,
    pub header: String,
    /// A key of `COLUMNS`.
    pub kind: String,
    pub used: bool,
    pub value: String,
    pub look: bool,
    pub corrected: bool,
}

pub struct Candidate {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub birth: String,
    pub papers: String,
}

/// Every row of the team's lists that waits for a person.
#[derive(Template)]
#[template(path = "lists/look.html")]
pub struct ToLookAt {
    pub page: Chrome,
    /// What was just done.
    pub done: Option<String>,
    pub total: usize,
    pub rows: Vec<LookRow>,
}

pub struct LookRow {
    pub list: String,
    pub sender: String,
    pub row: usize,
    pub said: String,
    pub notes: Vec<String>,
}

/// The list is being registered.
#[derive(Template)]
#[template(path = "lists/progress.html")]
pub struct Progress {
    pub page: Chrome,
    /// Where the figures come from.
    pub follow: String,
    /// Where to go at the end.
    pub then: String,
    /// Where stopping is posted to; empty while it cannot be stopped.
    pub stop: String,
    pub done: usize,
    pub total: usize,
}

/// What became of every row.
#[derive(Template)]
#[template(path = "lists/report.html")]
pub struct Report {
    pub page: Chrome,
    pub id: String,
    pub sender: String,
    pub title: String,
    pub by: String,
    pub when: When,
    pub is_cut_off: bool,
    pub waiting: usize,
    pub look: usize,
    /// Counts per outcome in the order shown; they sum up to `total`.
    pub counts: Vec<OutcomeCount>,
    pub total: usize,
    pub rows: Vec<ReportRow>,
    /// People of the version before who are not on this one.
    pub gone: Vec<Gone>,
    pub gone_total: usize,
    /// The outcome that the rows are narrowed to, or empty.
    pub only: String,
    pub number: usize,
    pub pages: usize,
    pub can_write_letters: bool,
}

pub struct OutcomeCount {
    /// A key of `OUTCOMES` or `READINGS`.
    pub outcome: String,
    pub count: usize,
}

pub struct ReportRow {
    pub row: usize,
    /// A key of `OUTCOMES`.
    pub outcome: String,
    /// What the row says, in one line.
    pub said: String,
    pub hidden: bool,
    /// The case it became, if any.
    pub handle: String,
    pub code: String,
    /// Why, or what is unsure.
    pub notes: Vec<String>,
    /// "Where now: Bavet → Poipet"
    pub changes: Vec<String>,
    pub can_be_corrected: bool,
}

pub struct Gone {
    pub said: String,
    pub handle: String,
    pub code: String,
}

impl Report {
    fn before(&self) -> usize {
        self.number.saturating_sub(1)
    }

    fn after(&self) -> usize {
        self.number + 1
    }
}

impl Preview {
    fn before(&self) -> usize {
        self.number.saturating_sub(1)
    }

    fn after(&self) -> usize {
        self.number + 1
    }
}
