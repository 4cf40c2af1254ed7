//! How a sheet is laid out: by its headings, and by what stands below them.

use super::habit::{self, Habit};
use super::header::{HEAD, Header};
use super::words::is_other_letter;
use super::{Column, DateOrder, Layout, Meaning, content::Content, headings, mission};
use crate::sheet::{Row, Sheet};
use base::Date;
use std::collections::BTreeSet;

/// So many rows below the headings are looked at for what columns hold.
pub const BODY: usize = 400;

impl Layout {
    pub fn guess(sheet: &Sheet) -> Layout {
        Layout::under(sheet, Header::of(sheet))
    }

    /// As [`Layout::guess`], where a person has said in which row the headings are, or that there are none.
    pub fn guess_below(sheet: &Sheet, header: Option<u32>) -> Layout {
        Layout::under(sheet, header.and_then(|number| Header::in_row(sheet, number)))
    }

    fn under(sheet: &Sheet, header: Option<Header>) -> Layout {
        let first = header.map_or(0, |header| header.lower + 1);
        let body = &sheet.rows[first..];
        let width = sheet.rows.iter().take(HEAD + BODY).map(|row| row.cells.len()).max().unwrap_or(0);
        let mut columns: Vec<Column> = (0..width)
            .map(|index| {
                let (group, own) = header.map(|header| header.parts(sheet, index)).unwrap_or_default();
                let heading = header.map(|header| header.heading(sheet, index)).unwrap_or_default();
                let by_heading = headings::grouped(&group, &own);
                let content = Content::of(body, index, by_heading.is_none());
                Column { index, meaning: content.meaning(&heading, by_heading), heading }
            })
            .collect();
        only_once(&mut columns, body);
        find_name(&mut columns, body);
        keep_words(&mut columns, body);
        let nationality = mission::nationality(sheet, header.map(|header| header.lower));
        let header = header.map(|header| sheet.rows[header.lower].number);
        let mut layout = Layout { header, nationality, columns, order: DateOrder::Unknown };
        layout.learn_order(sheet);
        layout
    }

    /// Learns the order of dates anew, after a person has set what columns mean.
    pub fn learn_order(&mut self, sheet: &Sheet) {
        let first = sheet.rows.partition_point(|row| Some(row.number) <= self.header);
        let dated = self.columns.iter().filter(|column| habit::is_dated(column.meaning));
        let habits: Vec<Habit> =
            dated.map(|column| Habit::of(sheet.rows[first..].iter(), column, self, LATEST)).collect();
        self.order = habit::order_of(&habits);
    }
}

/// Any day that lists of living people may name is in the past of this one.
pub const LATEST: Date = Date::constant(2100, 12, 31);

/// A person has one birth and one sex; a second column for it is somebody else's or a copy.
fn only_once(columns: &mut [Column], body: &[Row]) {
    let mut seen = BTreeSet::new();
    for column in columns {
        let many = [
            Meaning::Ignore,
            Meaning::Phone,
            Meaning::Remark,
            Meaning::Passport,
            Meaning::Papers,
            Meaning::Nationality,
            Meaning::GivenName,
        ];
        let meaning = match column.meaning {
            Meaning::PlaceAndBirth => Meaning::Birth,
            Meaning::NameAndNationality | Meaning::NameAndPassport => Meaning::Name,
            meaning => meaning,
        };
        if many.contains(&meaning) || seen.insert(meaning) {
            continue;
        }
        let other_script = body.iter().take(BODY).any(|row| row.cell(column.index).text().contains(is_other_letter));
        column.meaning = match meaning {
            Meaning::Name if column.meaning == Meaning::Name && other_script && seen.insert(Meaning::OwnScriptName) => {
                Meaning::OwnScriptName
            }
            _ => Meaning::Ignore,
        };
    }
}

/// What stands under no heading at all may be what matters most: words are kept as a remark.
fn keep_words(columns: &mut [Column], body: &[Row]) {
    let is_untold = |column: &&mut Column| column.meaning == Meaning::Ignore && column.heading.is_empty();
    for column in columns.iter_mut().filter(is_untold) {
        let has_words = |row: &Row| row.cell(column.index).text().chars().any(char::is_alphabetic);
        if body.iter().take(BODY).any(has_words) {
            column.meaning = Meaning::Remark;
        }
    }
}

/// Without a heading for it, names are the column of words in which hardly two cells are alike.
fn find_name(columns: &mut [Column], body: &[Row]) {
    use Meaning::{FamilyName, GivenName, Name, NameAndNationality, NameAndPassport, OwnScriptName};
    let has = |columns: &[Column], wanted: &[Meaning]| columns.iter().any(|column| wanted.contains(&column.meaning));
    // Beside a family name "Name" is what comes with it, and the other way round.
    let other = match (has(columns, &[GivenName]), has(columns, &[FamilyName])) {
        (false, true) => Some(GivenName),
        (true, false) => Some(FamilyName),
        _ => None,
    };
    if let (Some(other), Some(name)) = (other, columns.iter_mut().find(|column| column.meaning == Name)) {
        name.meaning = other;
        return;
    }
    if has(columns, &[Name, NameAndNationality, NameAndPassport]) {
        return;
    }
    if has(columns, &[GivenName, FamilyName]) {
        // A family name alone, as French "Nom", is the whole name.
        if !(has(columns, &[GivenName]) && has(columns, &[FamilyName])) {
            let one = columns.iter_mut().find(|column| matches!(column.meaning, GivenName | FamilyName));
            one.into_iter().for_each(|column| column.meaning = Name);
        }
        return;
    }
    let different = |column: &Column| {
        let texts = body.iter().take(BODY).map(|row| row.cell(column.index).text().into_owned());
        let named = texts.filter(|text| {
            text.chars().any(char::is_alphabetic) && !text.chars().any(|c| base::text::digit(c).is_some())
        });
        named.collect::<BTreeSet<_>>().len()
    };
    let free = columns.iter_mut().filter(|column| matches!(column.meaning, Meaning::Ignore | OwnScriptName));
    let best = free
        .map(|column| (different(column), column))
        .max_by_key(|(different, column)| (*different, usize::MAX - column.index));
    if let Some((1.., column)) = best {
        column.meaning = Name;
    }
}
