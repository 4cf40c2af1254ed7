//! How long somebody overstayed and what that costs, as exactly as is known and no more.

use crate::day;
use crate::pack::{Amount, Fine};
use base::Date;

/// A day as exactly as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    On(Date),
    /// The earliest and the latest that it can be, in whichever order.
    Between(Date, Date),
    Unknown,
}

/// How somebody came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    Stamped(Day),
    /// No stamp was found: what is known of the day was told.
    NoStamp(Day),
}

/// How long somebody was allowed to stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// The last day of it, as it stands in the passport.
    Until(Day),
    /// For so many days from the entry; a range where the kind of visa is in doubt.
    Days {
        least: u16,
        most: u16,
    },
    /// There was none: every day since the entry counts.
    None,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    pub entry: Entry,
    pub leave: Leave,
    /// When the person leaves, or today.
    pub exit: Day,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overstay {
    /// Never less than this.
    pub least_days: u32,
    /// `None` where nothing that is known sets a limit.
    pub most_days: Option<u32>,
    pub least_fine: Option<Amount>,
    pub most_fine: Option<Amount>,
    /// What would make it more exact, or possible at all.
    pub missing: Vec<Missing>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// Without a stamp it cannot be computed from the stamp, and the counter may say otherwise.
    Stamp,
    EntryDay,
    Leave,
    ExitDay,
    /// Two of the days contradict each other: an exit before the entry.
    Order,
}

base::keys!(Missing {
    Stamp = "stamp",
    EntryDay = "entry-day",
    Leave = "leave",
    ExitDay = "exit-day",
    Order = "order",
});

impl Day {
    /// The earliest and the latest, as numbers.
    fn range(self) -> Option<(i32, i32)> {
        match self {
            Day::On(day) => Some((day::number(day), day::number(day))),
            Day::Between(a, b) => Some((day::number(a.min(b)), day::number(a.max(b)))),
            Day::Unknown => None,
        }
    }

    fn is_exact(self) -> bool {
        self.range().is_some_and(|(earliest, latest)| earliest == latest)
    }
}

impl Overstay {
    /// Whether the fine is known to the cent, and nothing casts doubt on it.
    pub fn is_exact(&self) -> bool {
        self.missing.is_empty() && Some(self.least_days) == self.most_days
    }
}

/// Days beyond the leave to stay, and the fine for them.
pub fn overstay(fine: &Fine, stay: &Stay) -> Overstay {
    let (Entry::Stamped(entry) | Entry::NoStamp(entry)) = stay.entry;
    let last = last_day(fine, entry, stay.leave);
    let exit = stay.exit.range();
    let (mut least, mut most) = (0, None);
    if let (Some((_, last)), Some((exit, _))) = (last, exit) {
        least = days_between(last, exit);
    }
    if let (Some((last, _)), Some((_, exit))) = (last, exit) {
        most = Some(days_between(last, exit).max(least));
    }
    let price = |days: u32| {
        let whole = fine.per_day.times(days)?;
        Some(fine.cap.filter(|cap| cap.hundredths < whole.hundredths).unwrap_or(whole))
    };
    Overstay {
        least_days: least,
        most_days: most,
        least_fine: price(least),
        // Whatever the days are, more than the cap is never asked.
        most_fine: most.map_or(fine.cap, price),
        missing: missing(stay, entry, last),
    }
}

/// The earliest and the latest last day of the leave to stay.
fn last_day(fine: &Fine, entry: Day, leave: Leave) -> Option<(i32, i32)> {
    let first = i32::from(fine.entry_day_counts);
    match leave {
        Leave::Until(day) => day.range(),
        Leave::Days { least, most } => {
            let (earliest, latest) = entry.range()?;
            let (least, most) = (least.min(most), least.max(most));
            Some((earliest + i32::from(least) - first, latest + i32::from(most) - first))
        }
        // The day of entry is then the first that counts.
        Leave::None => entry.range().map(|(earliest, latest)| (earliest - first, latest - first)),
        Leave::Unknown => None,
    }
}

fn days_between(last: i32, exit: i32) -> u32 {
    u32::try_from(exit.saturating_sub(last)).unwrap_or(0)
}

fn missing(stay: &Stay, entry: Day, last: Option<(i32, i32)>) -> Vec<Missing> {
    let mut missing = Vec::new();
    if matches!(stay.entry, Entry::NoStamp(_)) {
        missing.push(Missing::Stamp);
    }
    // Where the passport says until when, the day of entry changes nothing.
    let by_entry = !matches!(stay.leave, Leave::Until(_));
    if by_entry && !entry.is_exact() {
        missing.push(Missing::EntryDay);
    }
    let leave_is_exact = match stay.leave {
        Leave::Until(day) => day.is_exact(),
        Leave::Days { least, most } => least == most,
        Leave::None => true,
        Leave::Unknown => false,
    };
    if !leave_is_exact {
        missing.push(Missing::Leave);
    }
    if !stay.exit.is_exact() {
        missing.push(Missing::ExitDay);
    }
    let contradicts = |first: Option<(i32, i32)>, then: Option<(i32, i32)>| {
        first.zip(then).is_some_and(|((earliest, _), (_, latest))| latest < earliest)
    };
    if contradicts(entry.range(), stay.exit.range()) || (!by_entry && contradicts(entry.range(), last)) {
        missing.push(Missing::Order);
    }
    missing
}
