use super::{Chrome, Filled, When};
use askama::Template;

/// What the reader is to look at.
#[derive(Template)]
#[template(path = "alerts/list.html")]
pub struct Alerts {
    pub page: Chrome,
    pub alerts: Vec<Alert>,
    /// Whether any of all there are is new.
    pub any_new: bool,
    /// Of this list, counted from 1.
    pub number: usize,
    pub has_older: bool,
    /// A sentence after something was done here.
    pub done: Option<String>,
}

pub struct Alert {
    pub id: String,
    /// A key of `ALERTS`.
    pub kind: String,
    pub when: When,
    pub about: About,
    pub seen: bool,
}

/// Which case an alert is about.
pub enum About {
    Nothing,
    /// One that the reader cannot open, or that is gone.
    Closed,
    /// What somebody was asked for, by its handle.
    Referral(String),
    /// A person's case, and the page of it that is meant: nothing for its first.
    Case {
        handle: String,
        code: String,
        page: &'static str,
    },
}

/// How the reader is told when not looking.
#[derive(Template)]
#[template(path = "alerts/channels.html")]
pub struct Channels {
    pub page: Chrome,
    pub sends_mail: bool,
    /// The key that browsers tie their subscription to; `None` when this server sends no pushes.
    pub push_key: Option<String>,
    pub channels: Vec<Channel>,
    /// Whether an address waits for its code.
    pub waits_for_code: bool,
    pub form: Filled,
    pub done: Option<String>,
}

pub struct Channel {
    pub id: String,
    /// A key of `CHANNELS`.
    pub means: String,
    /// The address of letters, or the service of a browser.
    pub name: String,
    pub since: When,
    pub confirmed: bool,
    pub enabled: bool,
    /// A key of `CHANNEL_TROUBLES`, or nothing.
    pub trouble: String,
}

#[cfg(test)]
mod tests {
    use crate::deliver::mail::Lost;
    use crate::views::{ALERTS, CHANNEL_TROUBLES, CHANNELS};
    use access::alert::Kind;
    use access::alert::channel::Means;

    #[test]
    fn every_kind_of_alert_has_its_sentence() {
        assert_eq!(Kind::ALL.iter().map(|kind| kind.key()).collect::<Vec<_>>(), ALERTS);
        assert_eq!(Means::ALL.iter().map(|means| means.key()).collect::<Vec<_>>(), CHANNELS);
        assert_eq!(Lost::ALL.iter().map(|lost| lost.key()).collect::<Vec<_>>(), CHANNEL_TROUBLES);
    }
}
