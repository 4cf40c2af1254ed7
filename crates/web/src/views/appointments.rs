use super::{Choice, Chrome, Filled};
use askama::Template;

pub const STANDINGS: &[&str] = &["booked", "came", "did-not-come", "called-off"];
pub const WEEKDAYS: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The missions with which anybody has to do.
#[derive(Template)]
#[template(path = "appointments/missions.html")]
pub struct Missions {
    pub page: Chrome,
    pub missions: Vec<Mission>,
}

pub struct Mission {
    pub code: String,
    pub country: String,
    /// So many wait for it and have no appointment.
    pub waiting: usize,
    /// So many of this team's are expected from today on.
    pub booked: usize,
    /// The next day with a place, and how many; empty where none is known.
    pub next: String,
    pub left: usize,
}

/// The next days of one mission.
#[derive(Template)]
#[template(path = "appointments/days.html")]
pub struct Days {
    pub page: Chrome,
    pub code: String,
    pub country: String,
    pub days: Vec<Day>,
    pub hours: Vec<Hours>,
    pub today: String,
    pub done: Option<String>,
    pub form: Filled,
}

pub struct Day {
    pub on: String,
    /// A key of `WEEKDAYS`.
    pub weekday: &'static str,
    pub places: usize,
    pub taken: usize,
    pub left: usize,
    /// Of this team.
    pub mine: usize,
    /// How full it is, of 100.
    pub full: usize,
    /// Why nobody is received, as a sentence; empty where somebody is.
    pub closed: String,
}

/// A row of the form: a time, and how many people.
pub struct Hours {
    pub at: String,
    pub places: String,
}

/// One day with one mission: who is expected, and who could be.
#[derive(Template)]
#[template(path = "appointments/day.html")]
pub struct OneDay {
    pub page: Chrome,
    pub code: String,
    pub country: String,
    pub day: Day,
    pub slots: Vec<Slot>,
    pub is_over: bool,
    /// Whether the day has come, so that it can be said who did.
    pub can_say: bool,
    /// At which step people wait who could be booked.
    pub steps: Vec<Choice>,
    pub step: String,
    pub waiting: Vec<Waiting>,
    pub waiting_total: usize,
    /// What forbids it for whoever was left out.
    pub left_out: Vec<(String, String)>,
    /// Whether the reader's role writes of anybody's way.
    pub can_book: bool,
    pub done: Option<String>,
    pub form: Filled,
}

pub struct Slot {
    pub at: String,
    pub left: usize,
    pub people: Vec<Person>,
    /// Of other teams, or of whom this member holds no key.
    pub others: usize,
}

pub struct Person {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub contact: String,
    pub step: String,
    /// A key of `STANDINGS`.
    pub standing: &'static str,
    pub event: String,
}

pub struct Waiting {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub since: String,
    pub ticked: bool,
}

/// The appointments of one person, on the page of their plan.
pub struct OfOne {
    /// The nationality whose mission it is; empty where none can be asked.
    pub mission: String,
    pub steps: Vec<Choice>,
    pub all: Vec<One>,
    /// Whether the reader's role writes of anybody's way.
    pub can_book: bool,
}

pub struct One {
    pub says: String,
    pub event: String,
    pub is_booked: bool,
    /// Whether its day has come, so that it can be said whether the person did.
    pub has_come: bool,
}
