//! How a column writes its dates: in which order and by which calendar, told by all its cells.

use super::dates::Calendar;
use super::evidence;
use super::tokens::era_of;
use super::{Column, DateOrder, Layout, Meaning};
use crate::sheet::{Cell, Row};
use base::Date;

#[derive(Clone, Copy, Debug, Default)]
pub struct Habit {
    /// What its cells prove; unknown when nothing does, or several orders are proved.
    pub order: DateOrder,
    pub calendar: Calendar,
    /// Dates stand in it that need an order to be read.
    pub is_open: bool,
    /// Orders are proved that contradict each other.
    pub is_torn: bool,
}

pub fn is_dated(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Birth | Meaning::PlaceAndBirth | Meaning::Reported | Meaning::Entered)
}

impl Habit {
    pub fn of<'a>(rows: impl Iterator<Item = &'a Row>, column: &Column, layout: &Layout, today: Date) -> Habit {
        let mut proved: Vec<DateOrder> = said_order(&column.heading).into_iter().collect();
        let (mut fits_day_first, mut six, mut ahead, mut is_open) = (false, 0, 0, false);
        let (mut dated, mut late) = (0, 0);
        let is_nepal = layout.nationality.is_some_and(|country| country.iso3() == "NPL");
        let has = |text: &str, first: char, last: char| text.contains(|c| (first..=last).contains(&c));
        let mut calendar = Calendar {
            said: era_of(&column.heading),
            is_nepali: is_nepal || has(&column.heading, '\u{900}', '\u{97f}'),
            ethiopic: has(&column.heading, '\u{1200}', '\u{139f}'),
            ..Calendar::default()
        };
        for row in rows {
            if let Cell::Date(day) = row.cell(column.index) {
                dated += 1;
                late += usize::from(day.day() > 12);
            }
            let Cell::Text(text) = row.cell(column.index) else { continue };
            let shown = evidence::of(text);
            proved.extend(shown.proves.filter(|order| !proved.contains(order)));
            fits_day_first |= shown.fits_day_first;
            is_open |= shown.is_open;
            six += usize::from(shown.six_figures && (shown.proves.is_some() || shown.fits_day_first));
            match shown.year {
                Some(2440..=2600) => calendar.buddhist = true,
                Some(1900..=1999) => calendar.gregorian = true,
                Some(year @ ..=2090) if year > u32::from(today.year().unsigned_abs()) => ahead += 1,
                _ => {}
            }
            calendar.is_nepali |= !text.is_ascii() && has(text, '\u{966}', '\u{96f}');
            calendar.ethiopic |= !text.is_ascii() && has(text, '\u{1200}', '\u{139f}');
        }
        // "25.06.04" ends with its year unless something in the column shows that years come first.
        if fits_day_first && !proved.contains(&DateOrder::YearFirst) && !proved.contains(&DateOrder::DayFirst) {
            proved.push(DateOrder::DayFirst);
        }
        calendar.nepali = ahead > 1 || calendar.said == Some(super::calendar::Era::Nepali);
        calendar.six_figures = six > 1;
        calendar.mangled = dated > 0 && late == 0 && proved.contains(&DateOrder::DayFirst);
        let order = if let [one] = proved[..] { one } else { DateOrder::Unknown };
        Habit { order, calendar, is_open, is_torn: proved.len() > 1 }
    }
}

/// "DOB (dd/mm/yyyy)": the heading says the order itself.
fn said_order(heading: &str) -> Option<DateOrder> {
    let letters: String = heading.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let says = |forms: &[&str]| forms.iter().any(|form| letters.contains(form));
    match () {
        _ if says(&["ddmmy", "ddmma", "jjmma", "ddmmt", "ддммг", "hhbbtt", "日月年"]) => {
            Some(DateOrder::DayFirst)
        }
        _ if says(&["mmddy", "mmdda", "mmjja"]) => Some(DateOrder::MonthFirst),
        _ if says(&["yymmdd", "aammdd", "aammjj", "年月日"]) && !says(&["出生年月日", "生年月日"]) => {
            Some(DateOrder::YearFirst)
        }
        _ => None,
    }
}

/// The order of the whole list: what every column proves whose dates need one.
pub fn order_of(habits: &[Habit]) -> DateOrder {
    let proved = habits.iter().map(|habit| habit.order).filter(|order| *order != DateOrder::Unknown);
    let mut orders: Vec<DateOrder> = proved.collect();
    orders.dedup();
    let all_known = habits.iter().all(|habit| !habit.is_torn && (!habit.is_open || habit.order != DateOrder::Unknown));
    if let ([one], true) = (&orders[..], all_known) { *one } else { DateOrder::Unknown }
}
