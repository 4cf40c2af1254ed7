//! Rows of a list that are no person: repeated headings, sums, signatures.

use super::words::{Words, is_placeholder};
use super::{Column, Layout, Meaning, Outcome, Why, birth, cells, headings, paper};
use crate::sheet::{Cell, Row};

/// What the row is, unless it may be a person.
pub fn no_person(row: &Row, layout: &Layout) -> Option<Outcome> {
    if repeats_headings(row, layout) {
        return Some(Outcome::NotAPerson(Why::Heading));
    }
    let says_of_a_person = layout.columns.iter().any(|column| is_of_a_person(row.cell(column.index), column.meaning));
    if !says_of_a_person {
        let texts: Vec<Words> =
            row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_))).map(|cell| Words::of(&cell.text())).collect();
        if texts.iter().any(|words| words.begin_with_any(TOTALS)) {
            return Some(Outcome::NotAPerson(Why::Total));
        }
        if texts.iter().any(|words| words.begin_with_any(SIGNATURES)) {
            return Some(Outcome::NotAPerson(Why::Signature));
        }
    }
    let filled = |column: &&Column| !is_placeholder(&row.cell(column.index).text());
    let is_name = |column: &&Column| {
        matches!(column.meaning, Meaning::Name | Meaning::GivenName | Meaning::FamilyName | Meaning::OwnScriptName)
    };
    let named =
        layout.columns.iter().filter(is_name).any(|column| !cells::names(&row.cell(column.index).text()).is_empty());
    if !named {
        let only_a_number = layout.columns.iter().filter(filled).all(|column| {
            column.meaning == Meaning::Number && !row.cell(column.index).text().contains(char::is_whitespace)
        });
        let beyond = row.cells.len() > layout.columns.len();
        return Some(if only_a_number && !beyond {
            Outcome::NotAPerson(Why::OnlyANumber)
        } else {
            Outcome::NeedsALook(Why::NoName)
        });
    }
    let others = layout.columns.iter().any(|column| !is_name(&column) && column.meaning != Meaning::Ignore);
    let only_a_name = layout.columns.iter().filter(filled).all(|column| is_name(&column));
    (others && only_a_name).then_some(Outcome::NeedsALook(Why::OnlyAName))
}

/// Whether the cell says what only a person has: a sum or a signature has no birth and no phone.
fn is_of_a_person(cell: &Cell, meaning: Meaning) -> bool {
    let text = cell.text();
    match meaning {
        _ if cell.is_empty() => false,
        Meaning::Birth | Meaning::PlaceAndBirth => {
            matches!(cell, Cell::Date(_))
                || (birth::age(cell).is_none() && text.chars().filter(|c| base::text::digit(*c).is_some()).count() >= 4)
        }
        Meaning::Sex => cells::sex_word(&text).is_some(),
        Meaning::Passport | Meaning::Papers => paper::is_passport_number(&text),
        Meaning::Phone => cells::is_phone(&text),
        _ => false,
    }
}

/// The headings again, as on every printed page, or in a second language below the first.
fn repeats_headings(row: &Row, layout: &Layout) -> bool {
    // A birth, a phone number or a date in the row and it is a person's; most rows end here.
    if row.cells.iter().any(|cell| matches!(cell, Cell::Date(_))) {
        return false;
    }
    let texts = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let alike = layout.columns.iter().filter(|column| {
        let cell = row.cell(column.index);
        let Cell::Text(text) = cell else { return false };
        let same = !column.heading.is_empty() && text.trim().eq_ignore_ascii_case(column.heading.trim());
        same || (column.meaning != Meaning::Ignore
            && !is_of_a_person(cell, column.meaning)
            && headings::exact(&Words::of(text)) == Some(column.meaning))
    });
    let alike = alike.count();
    alike >= 2 && alike * 5 >= texts * 3
}

const TOTALS: &str = "\
    total, totals, subtotal, sub total, grand total, sum, jumlah, jml, totale, somme, suma, \
    soma, tong, tong cong, 合计, 总计, 共计, 小计, 总数, សរុប, รวม, المجموع, जम्मा, итого";

const SIGNATURES: &str = "\
    prepared by, compiled by, checked by, approved by, verified by, submitted by, signed, \
    signature, updated, last updated, note, notes, nb, source, page, end of list, \
    confidential, mengetahui, menyetujui, dibuat oleh, disusun oleh, diperiksa oleh, tanda \
    tangan, ttd, kepala, hormat kami, catatan, diperbarui, a n kepala, fait a, signe, \
    prepare par, etabli par, hecho en, firma, firmado, elaborado por, preparado por, \
    assinado, nguoi lap, 制表, 审核, 签字, 填表, 制表人, 负责人, 更新";
