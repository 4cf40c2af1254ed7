use super::Chrome;
use askama::Template;

/// Who was asked for what, with what answer, and what nobody gave.
#[derive(Template)]
#[template(path = "referrals/ledger.html")]
pub struct Ledger {
    pub page: Chrome,
    pub lines: Vec<Line>,
    pub unmet: Vec<Unmet>,
}

pub struct Line {
    pub recipient: String,
    pub service: String,
    pub became: String,
    pub is_unmet: bool,
    pub requests: usize,
    pub people: usize,
    /// "3 days"; empty where nothing was answered.
    pub hours: String,
}

/// People whom nobody helped, by one thing that is known of them.
pub struct Unmet {
    pub title: String,
    /// What it is, how many people, and their bar in percent of the longest.
    pub lines: Vec<(String, usize, usize)>,
}
