//! Whether somebody is, or may be, a child.

use crate::{Answer, Answers};
use base::{Birth, Date, Minor, Sign};
use std::collections::BTreeSet;

/// In doubt a person is treated as a child (OHCHR Guideline 8). Of whom nothing is known there is no doubt yet: it is
/// asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Age {
    Adult,
    Child,
    InDoubt,
    Unknown,
}

base::keys!(Age { Adult = "adult", Child = "child", InDoubt = "in-doubt", Unknown = "unknown" });

/// The question of the guide that asks for it; its choices are the words above.
const QUESTION: &str = "age";

impl Age {
    /// What the arrival card says of the age on a day. A sign outweighs a birth: somebody saw a child.
    pub fn of(birth: Option<&Birth>, signs: &BTreeSet<Sign>, on: Date) -> Age {
        match birth.map(|birth| birth.minor(on)) {
            Some(Minor::Yes) => Age::Child,
            Some(Minor::InDoubt) => Age::InDoubt,
            Some(Minor::No) if signs.contains(&Sign::Minor) => Age::InDoubt,
            None if signs.contains(&Sign::Minor) => Age::Child,
            Some(Minor::No) => Age::Adult,
            None => Age::Unknown,
        }
    }

    /// With what the person said of their age in the hearing. Whoever says "a child" of an adult's papers leaves a doubt.
    pub fn with(self, answers: &Answers) -> Age {
        let said = match answers.given.get(QUESTION) {
            Some(Answer::One(key)) => Age::from_key(key),
            _ => None,
        };
        match (self, said) {
            (Age::Unknown, Some(said)) => said,
            (Age::Adult, Some(Age::Child | Age::InDoubt)) => Age::InDoubt,
            _ => self,
        }
    }

    pub fn as_child(self) -> bool {
        matches!(self, Age::Child | Age::InDoubt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doubt_is_never_lost() {
        let day: Date = "2026-01-20".parse().unwrap();
        let of = |birth: Option<&str>, minor: bool| {
            let signs = minor.then_some(Sign::Minor).into_iter().collect();
            Age::of(birth.and_then(Birth::read).as_ref(), &signs, day)
        };
        assert_eq!([of(None, false), of(None, true)], [Age::Unknown, Age::Child]);
        assert_eq!([of(Some("1990"), false), of(Some("1990"), true)], [Age::Adult, Age::InDoubt]);
        assert_eq!([of(Some("2008"), false), of(Some("2012"), false)], [Age::InDoubt, Age::Child]);
        let said =
            |age: Age, key: &str| age.with(&Answers::to("hearing", 1).with(QUESTION, Answer::One(key.to_owned())));
        assert_eq!([said(Age::Unknown, "adult"), said(Age::Unknown, "child")], [Age::Adult, Age::Child]);
        assert_eq!([said(Age::Adult, "child"), said(Age::Child, "adult")], [Age::InDoubt, Age::Child]);
        assert_eq!([said(Age::Unknown, "elder"), Age::Unknown.with(&Answers::default())], [Age::Unknown; 2]);
    }
}
