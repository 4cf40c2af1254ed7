//! The letter M in the column of the sex: a man, or a woman where men are H.

use super::words::Words;
use super::{Layout, Meaning};
use crate::sheet::Sheet;

/// What the letter M means in the column of the sex.
#[derive(Clone, Copy, PartialEq)]
pub enum M {
    Man,
    /// H and M: hombre and mujer.
    Woman,
    /// A Spanish or Portuguese heading, and no other letter to tell.
    Unclear,
}

impl M {
    pub fn of(sheet: &Sheet, layout: &Layout) -> M {
        let Some(sex) = layout.columns.iter().find(|c| matches!(c.meaning, Meaning::Sex | Meaning::SexAndAge)) else {
            return M::Man;
        };
        let heading = Words::of(&sex.heading);
        let (mut h, mut f) = (false, false);
        for row in &sheet.rows {
            let text = row.cell(sex.index).text();
            let mut letters = text.trim().chars().filter(|c| c.is_alphabetic());
            if let (Some(letter), None) = (letters.next(), letters.next()) {
                h |= letter.eq_ignore_ascii_case(&'h');
                f |= letter.eq_ignore_ascii_case(&'f');
            }
        }
        let names = |letter: &str| heading.latin().any(|word| word == letter);
        if names("h") && names("m") {
            return M::Woman;
        }
        let spanish = names("sexo") || names("genero");
        match (h, f) {
            (true, false) => M::Woman,
            (false, false) if spanish => M::Unclear,
            _ => M::Man,
        }
    }
}
