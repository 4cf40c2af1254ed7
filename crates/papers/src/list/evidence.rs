//! What single dates prove of the column they stand in.

use super::DateOrder;
use super::tokens::{Token::Number, tokens};

/// What one written date shows of how its column writes dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The order that it proves.
    pub proves: Option<DateOrder>,
    /// It can only begin with its day, if the year is not what comes first: "25.06.04".
    pub fits_day_first: bool,
    /// It can be read in several orders.
    pub is_open: bool,
    /// A year of four digits, as it is written.
    pub year: Option<u32>,
    pub six_figures: bool,
    /// A day, a month and a year stand in it.
    pub is_whole: bool,
}

pub fn of(text: &str) -> Evidence {
    let Some(said) = tokens(text, true) else { return Evidence::default() };
    let mut evidence = Evidence {
        is_whole: said.tokens.len() == 3,
        year: said.tokens.iter().find_map(|token| if let Number(year, 4) = token { Some(*year) } else { None }),
        ..Evidence::default()
    };
    let (a, b, c) = match *said.tokens.as_slice() {
        [Number(a, 1..=2), Number(b, 1..=2), Number(_, 4)] => {
            evidence.proves = match (a, b) {
                (13..=31, 1..=12) => Some(DateOrder::DayFirst),
                (1..=12, 13..=31) => Some(DateOrder::MonthFirst),
                _ => None,
            };
            evidence.is_open = a <= 12 && b <= 12 && a != b;
            return evidence;
        }
        [Number(a, 1..=2), Number(b, 1..=2), Number(c, 1..=2)] => (a, b, c),
        [Number(digits, 6)] => {
            evidence.six_figures = true;
            (digits / 10_000, digits / 100 % 100, digits % 100)
        }
        _ => return evidence,
    };
    evidence.proves = match (a, b, c) {
        (32.., 1..=12, 1..=31) => Some(DateOrder::YearFirst),
        (13..=31, 1..=12, 32..) => Some(DateOrder::DayFirst),
        (1..=12, 13..=31, _) => Some(DateOrder::MonthFirst),
        _ => None,
    };
    evidence.fits_day_first = matches!((a, b, c), (13..=31, 1..=12, ..=31));
    evidence.is_open = evidence.proves.is_none();
    evidence
}
