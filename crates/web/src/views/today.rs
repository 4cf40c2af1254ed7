use super::referrals::Line;
use super::{Choice, Chrome, Filled};
use askama::Template;

/// What is to be done today.
#[derive(Template)]
#[template(path = "today/show.html")]
pub struct Today {
    pub page: Chrome,
    pub day: String,
    /// Whether the page of the first actions is open to the reader.
    pub has_board: bool,
    /// Whether the reader plans ways out; whoever does not sees what the team is asked for.
    pub plans: bool,
    /// What the team is asked for and nobody has answered, whoever is due first.
    pub lines: Vec<Line>,
    pub asked_total: usize,
    pub parts: Vec<Part>,
    /// How many people nobody has asked whether contact is safe, and the step at which they wait.
    pub to_ask: usize,
    pub asked_at: String,
    /// How many referrals nobody has answered in time; `None` for those who refer nobody.
    pub unanswered: Option<usize>,
}

/// A part of the page: everything overdue, due, new, about to break, or to be watched.
pub struct Part {
    /// A key of `TODAY_PARTS`.
    pub key: &'static str,
    pub total: usize,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub what: String,
    pub when: String,
}

/// How many wait at each step.
#[derive(Template)]
#[template(path = "today/queues.html")]
pub struct Queues {
    pub page: Chrome,
    pub by_mission: bool,
    pub queues: Vec<Queue>,
    pub stuck: Vec<Row>,
    pub batches: Vec<Batch>,
    pub done: Option<String>,
}

pub struct Queue {
    pub step: String,
    pub title: String,
    /// ISO 3166 code, for the address; empty for all missions.
    pub mission: String,
    pub mission_name: String,
    pub waiting: usize,
    pub held: usize,
    pub longest: String,
    pub median: String,
}

/// What was done for many since yesterday.
pub struct Batch {
    pub id: String,
    pub says: String,
    pub undone: bool,
}

/// Everybody who waits at one step.
#[derive(Template)]
#[template(path = "today/queue.html")]
pub struct People {
    pub page: Chrome,
    pub step: String,
    pub title: String,
    pub missions: Vec<Choice>,
    pub mission: String,
    pub total: usize,
    pub rows: Vec<Waiting>,
    /// Whether this is a step that can be taken for many.
    pub can_batch: bool,
    /// Whether each is asked alone, and whoever reads this may ask.
    pub can_ask: bool,
    /// Whether people are given their documents here, which have numbers.
    pub can_issue: bool,
    pub done: Option<String>,
    pub today: String,
    pub form: Filled,
}

pub struct Waiting {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub mission: String,
    /// A key of `QUEUE_STAGES`.
    pub stage: String,
    pub since: String,
    pub days: String,
}

/// What will be written, for whom, and for whom not.
#[derive(Template)]
#[template(path = "today/confirm.html")]
pub struct Confirm {
    pub page: Chrome,
    pub says: String,
    pub people: Vec<Row>,
    pub total: usize,
    pub left_out: Vec<Row>,
    pub left_out_total: usize,
    /// Whether numbers of documents are written too; what is known of each stands in `what` of the people.
    pub asks_numbers: bool,
    /// Rows of the spreadsheet of which it cannot be told whose they are.
    pub unclear: Vec<(u32, String)>,
    pub mark: String,
    pub back: String,
}

/// A batch while it is written.
#[derive(Template)]
#[template(path = "today/running.html")]
pub struct Running {
    pub page: Chrome,
    pub done: usize,
    pub total: usize,
}

/// What became of a batch.
#[derive(Template)]
#[template(path = "today/finished.html")]
pub struct Finished {
    pub page: Chrome,
    pub says: String,
    /// A sentence on how many were written or put back.
    pub written: String,
    pub left_out: Vec<Row>,
    /// The batch, where it can be taken back.
    pub id: String,
}

/// The calendar outside.
#[derive(Template)]
#[template(path = "today/calendar.html")]
pub struct Calendar {
    pub page: Chrome,
    pub since: String,
    /// The address, once: when it was just made.
    pub address: String,
    pub done: Option<String>,
}

/// The deadlines of one person.
#[derive(Template)]
#[template(path = "today/deadlines.html")]
pub struct Deadlines {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    /// What and on which day.
    pub standing: Vec<(String, String, String)>,
    pub form: Filled,
    pub done: Option<String>,
}

/// What is asked of one person alone.
#[derive(Template)]
#[template(path = "today/ask.html")]
pub struct Ask {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub name: String,
    /// Whether the reader does the whole safety check elsewhere.
    pub checks: bool,
    /// Whether contact is clear; `None` where nobody was asked.
    pub clear: Option<bool>,
    pub contacts: Vec<Asked>,
    /// Whose mission it is; empty where that is not settled.
    pub mission: String,
    pub reach: &'static str,
    /// How the person came in, where it was noted.
    pub stay: String,
    /// The first and the last day on which they may have come.
    pub entry: (String, String),
    /// Kinds of visa, with the days that each gives.
    pub visas: Vec<(String, u16)>,
    pub is_child: bool,
    /// The step whose queue led here.
    pub from: String,
    /// The mission whose people alone that queue showed; empty for all.
    pub of: String,
    pub form: Filled,
}

/// Somebody who may be told, and what the person said to that: "yes", "no" or nothing.
pub struct Asked {
    pub key: String,
    /// The name of the field with the answer.
    pub field: String,
    pub standing: &'static str,
    pub shows: String,
}

pub const TODAY_PARTS: &[&str] = &["watched", "overdue", "due", "breaking", "opened"];
pub const QUEUE_STAGES: &[&str] = &["ready", "begun", "waiting", "held"];
pub const BATCH_REACHED: &[&str] = &["done", "begun", "waiting-for"];
