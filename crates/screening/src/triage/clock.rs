//! How much time is left for what works only for a while after an incident.

use super::{Concerns, Window};
use crate::When;
use base::Instant;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock<'i> {
    pub window: &'i Window,
    pub left: Left,
}

/// The time that is left, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Still inside. `least` is what is left if it happened as early as it can have, and is what to go by; it is 0 when
    /// the time may already be over.
    Inside {
        least: i64,
        most: i64,
    },
    /// When it happened is not known: it counts as inside, and nobody waits to find out.
    Unknown,
    Over,
}

impl Left {
    /// Full hours that are surely left.
    pub fn hours(self) -> Option<i64> {
        match self {
            Left::Inside { least, .. } => Some(least / HOUR),
            Left::Unknown | Left::Over => None,
        }
    }

    /// In the order in which people have to be seen.
    fn order(self) -> (u8, i64) {
        match self {
            Left::Inside { least, .. } => (0, least),
            Left::Unknown => (0, 0),
            Left::Over => (1, 0),
        }
    }
}

const HOUR: i64 = 3_600_000;

fn left(window: &Window, incident: When, now: Instant) -> Left {
    let whole = window.hours * HOUR;
    let Some((earliest, latest)) = incident.range() else { return Left::Unknown };
    let since = |moment: Instant| whole.saturating_sub(now.millis().saturating_sub(moment.millis()));
    match since(latest) {
        most if most < 0 => Left::Over,
        // Of a day that is not over yet, what is still to come counts as now.
        most => Left::Inside { least: since(earliest).clamp(0, whole), most: most.min(whole) },
    }
}

/// One clock for each window and each incident.
pub(super) fn of<'i>(windows: &'i [Window], concerns: &Concerns, now: Instant) -> Vec<Clock<'i>> {
    let mut clocks = Vec::new();
    for (concern, raised) in concerns.iter() {
        for window in windows.iter().filter(|window| window.concern == concern) {
            let each = raised.incidents.iter().map(|incident| left(window, *incident, now));
            clocks.extend(each.map(|left| Clock { window, left }));
        }
    }
    clocks.sort_by_key(|clock| (clock.left.order(), clock.window.hours));
    clocks
}
