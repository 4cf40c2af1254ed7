//! What may be asked for, and where a request stands.

use super::State;
use access::{AccessError, Result};
use base::Instant;
use vault::Compartment;

/// The longest that keys are lent.
pub const LONGEST_HOURS: i64 = 24;
/// After so many hours without an answer a request has lapsed.
pub const WAITS_HOURS: i64 = 24;
/// So often somebody may ask within a day.
pub const MOST_ASKED: i64 = 10;
/// A reason that somebody else can judge has more than a word.
const SHORTEST_REASON: usize = 15;

/// The parts in their order, each once. Statements are opened in no emergency.
pub(super) fn parts(asked: &[Compartment]) -> Result<Vec<Compartment>> {
    if asked.contains(&Compartment::Testimony) {
        return Err(AccessError::Unfit("What somebody testified is not opened in an emergency."));
    }
    let parts: Vec<_> = Compartment::ALL.into_iter().filter(|part| asked.contains(part)).collect();
    if parts.is_empty() {
        return Err(AccessError::Unfit("Please choose which parts of the case you need."));
    }
    Ok(parts)
}

pub(super) fn hours(hours: i64) -> Result<i64> {
    match hours {
        1..=LONGEST_HOURS => Ok(hours),
        _ => Err(AccessError::Unfit("Keys are given for 1 to 24 hours.")),
    }
}

pub(super) fn reason(said: &str) -> Result<String> {
    let reason = base::text::remark(said);
    if reason.chars().count() < SHORTEST_REASON {
        return Err(AccessError::Unfit(
            "Please say what happens if the case stays closed, in a sentence that somebody else can judge.",
        ));
    }
    Ok(reason)
}

pub(super) fn words(said: &str) -> Result<String> {
    let words = base::text::remark(said);
    match words.is_empty() {
        true => Err(AccessError::Unfit("Please say why, in a few words.")),
        false => Ok(words),
    }
}

/// What is done next to a request, with nobody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    Tell,
    Lapse,
    End,
}

pub(super) fn due(
    state: State,
    asked_at: Instant,
    told: bool,
    expires_at: Option<Instant>,
    now: Instant,
) -> Option<Due> {
    match state {
        State::Asked if now >= lapses_at(asked_at) => Some(Due::Lapse),
        State::Asked if !told => Some(Due::Tell),
        State::Granted if expires_at.is_none_or(|ends| ends <= now) => Some(Due::End),
        _ => None,
    }
}

pub(super) fn lapses_at(asked_at: Instant) -> Instant {
    asked_at.plus_hours(WAITS_HOURS)
}

/// Where a request stands for whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has opened it. It looks the same when there is no such case, and when it was refused.
    Waiting,
    NotOpened,
    Open,
    Over,
}

base::keys!(Standing { Waiting = "waiting", NotOpened = "not-opened", Open = "open", Over = "over" });

pub(super) fn standing(state: State, asked_at: Instant, expires_at: Option<Instant>, now: Instant) -> Standing {
    match state {
        State::Asked | State::Refused | State::Lapsed if now < lapses_at(asked_at) => Standing::Waiting,
        State::Asked | State::Refused | State::Lapsed => Standing::NotOpened,
        State::Granted if expires_at.is_some_and(|ends| ends > now) => Standing::Open,
        State::Granted | State::Ended | State::Justified | State::NotJustified => Standing::Over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_refusal_looks_like_silence_at_any_moment(asked in 0i64..1 << 41, later in 0i64..1 << 28) {
            let (asked, now) = (Instant::from_millis(asked), Instant::from_millis(asked + later));
            let silent = if now >= lapses_at(asked) { State::Lapsed } else { State::Asked };
            prop_assert_eq!(standing(State::Refused, asked, None, now), standing(silent, asked, None, now));
        }

        #[test]
        fn what_is_open_ends_at_its_hour_and_not_before(ends in 1i64..1 << 41, off in 0i64..1 << 20) {
            let (before, after) = (Instant::from_millis(ends - 1 - off), Instant::from_millis(ends + off));
            let asked = Instant::from_millis(ends - (1 << 22));
            let ends = Some(Instant::from_millis(ends));
            prop_assert_eq!(standing(State::Granted, asked, ends, before), Standing::Open);
            prop_assert_eq!(due(State::Granted, asked, true, ends, before), None);
            prop_assert_eq!(standing(State::Granted, asked, ends, after), Standing::Over);
            prop_assert_eq!(due(State::Granted, asked, true, ends, after), Some(Due::End));
        }
    }

    #[test]
    fn testimony_no_part_no_time_and_a_word_for_a_reason_are_refused() {
        use Compartment::{Care, Identity, Testimony};
        assert!(parts(&[Identity, Testimony]).is_err() && parts(&[]).is_err());
        assert_eq!(parts(&[Care, Identity, Care]).unwrap(), [Identity, Care]);
        assert!(hours(0).is_err() && hours(25).is_err() && hours(24).is_ok() && hours(1).is_ok());
        assert!(reason("   urgent \u{202e} ").is_err() && reason("Unconscious at the hospital.").is_ok());
        assert!(words(" \n ").is_err());
    }
}
