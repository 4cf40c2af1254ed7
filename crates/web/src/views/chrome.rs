//! What stands round every page: the way about, the languages, and the lock that is always in reach.

use crate::tongue::{Tongue, Value};
use crate::views::WORDS;
use access::Role;
use std::borrow::Borrow;

/// The neutral frame of a page. It never says what the registry is for.
#[derive(Clone)]
pub struct Chrome {
    pub tongue: Tongue,
    /// Who is signed in; `None` on the pages before that.
    pub who: Option<Who>,
    pub nav: Nav,
    /// `None` before sign-in, and where nobody could count.
    pub waiting: Option<Waiting>,
    /// The path of this page as a link could reach it, for the mark in the navigation and for coming back
    /// after a change of language. Never holds a name.
    pub path: String,
    /// Changes with every build, so that a browser never shows an old style with a new page.
    pub version: String,
    /// Minutes without a key or touch until the page locks itself; 0 before sign-in.
    pub idle_minutes: u32,
    /// Whether all people here are invented.
    pub demo: bool,
}

#[derive(Clone)]
pub struct Who {
    pub label: String,
    /// A key of `ROLES`.
    pub role: String,
}

/// How many alerts nobody has looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub count: usize,
    /// There are more than when a page was last shown: to be said aloud to those who listen to it.
    pub is_news: bool,
}

impl Waiting {
    /// What stands in the mark: a number, or that there are more than can be counted.
    pub fn mark(&self) -> String {
        match self.count {
            count if count >= access::alert::MOST_COUNTED => format!("{}+", access::alert::MOST_COUNTED - 1),
            count => count.to_string(),
        }
    }
}

/// Where this role may go.
#[derive(Clone, Copy, Default)]
pub struct Nav {
    pub today: bool,
    pub people: bool,
    pub now: bool,
    pub arrivals: bool,
    pub lists: bool,
    pub referrals: bool,
    pub services: bool,
    pub rolls: bool,
    pub erasure: bool,
    pub users: bool,
    pub log: bool,
    pub emergency: bool,
}

impl Chrome {
    pub fn asset(&self, path: &str) -> String {
        format!("/static/{path}?v={}", self.version)
    }

    pub fn say(&self, key: &str) -> String {
        self.tongue.say(key)
    }

    /// A sentence about a number: `{ $count }`.
    pub fn count(&self, key: &str, count: impl Borrow<usize>) -> String {
        self.tongue.say_with(key, &[("count", Value::from(*count.borrow()))])
    }

    /// How far something has come: `{ $done }` of `{ $total }`.
    pub fn out_of(&self, key: &str, done: impl Borrow<usize>, total: impl Borrow<usize>) -> String {
        let values = [("done", Value::from(*done.borrow())), ("total", Value::from(*total.borrow()))];
        self.tongue.say_with(key, &values)
    }

    /// A bare number as this language writes it.
    pub fn tally(&self, count: impl Borrow<usize>) -> String {
        self.count("frame-tally", count)
    }

    /// A sentence about something that has a name: `{ $what }`.
    pub fn about(&self, key: &str, what: impl AsRef<str>) -> String {
        self.tongue.say_with(key, &[("what", Value::from(what.as_ref()))])
    }

    /// A sentence that something was done by somebody at some time: `{ $who }`, `{ $when }`.
    pub fn by(&self, key: &str, who: &str, when: &str) -> String {
        self.tongue.say_with(key, &[("who", Value::from(who)), ("when", Value::from(when))])
    }

    /// The word for one value of a closed set.
    pub fn word(&self, family: &str, value: impl AsRef<str>) -> String {
        debug_assert!(WORDS.iter().any(|(known, _)| *known == family), "{family} is not in WORDS");
        self.tongue.say(&format!("{family}-{}", value.as_ref()))
    }

    /// Whether a link of the navigation leads to the part that this page belongs to.
    pub fn is_in(&self, part: &str) -> bool {
        self.path.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether rolls are the daily work of whoever is signed in, and not one page among others.
    pub fn does_rolls(&self) -> bool {
        self.who.as_ref().is_some_and(|who| who.role == Role::ConsularOfficer.key())
    }

    pub fn tongues(&self) -> Vec<Tongue> {
        Tongue::all().collect()
    }
}
