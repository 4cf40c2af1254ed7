//! What a cell says of somebody's papers.

use super::words::{Words, is_placeholder};
use super::{Doubt, Meaning};
use base::{Paper, PaperKind, PaperStatus};

/// The paper a cell speaks of. A number alone does not say who holds the paper now, so its status is
/// unknown; `None` for an empty cell.
pub fn read(text: &str, meaning: Meaning) -> Option<(Paper, Option<Doubt>)> {
    // Numbers of papers are Latin letters and figures, however a list writes its own.
    let latin = |c: char| base::text::digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c);
    let text: String = base::text::line(text).chars().map(latin).collect();
    if text.is_empty() {
        return None;
    }
    let words = Words::of(&text);
    let number = number(&text, &words);
    let status = status(&words);
    let named = kind(&words, number.as_deref());
    let kind = named.unwrap_or(PaperKind::Passport);
    let doubt = if number.is_none() && status.is_none() && named.is_none() && !is_no_paper(&text, &words) {
        Some(Doubt::PaperNotRead)
    } else if number.is_some() && named.is_none() && meaning == Meaning::Papers && !is_passport_number(&text) {
        Some(Doubt::PaperKind)
    } else {
        None
    };
    Some((Paper { kind, status: status.unwrap_or(PaperStatus::Unknown), number }, doubt))
}

fn is_no_paper(text: &str, words: &Words) -> bool {
    is_placeholder(text) || words.has("no-paper") || words.has("at-mission")
}

fn status(words: &Words) -> Option<PaperStatus> {
    match () {
        _ if words.has("held-self") => Some(PaperStatus::Held),
        _ if words.affirms("taken") => Some(PaperStatus::Taken),
        _ if words.affirms("lost") => Some(PaperStatus::Lost),
        // Kept at a mission: with whom it is stands in the remark.
        _ if words.has("at-mission") => None,
        _ if words.affirms("holder") && !words.has("police-report") => Some(PaperStatus::Taken),
        // "exp 2027" is a passport that is still good; French "expiré" alone is not.
        _ if words.affirms("expired") || matches!(words.whole().as_deref(), Some("expire" | "expiree" | "exp")) => {
            Some(PaperStatus::Expired)
        }
        _ => words.is("held").then_some(PaperStatus::Held),
    }
}

fn kind(words: &Words, number: Option<&str>) -> Option<PaperKind> {
    match () {
        _ if words.has("travel-document") => Some(PaperKind::TravelDocument),
        _ if words.has("birth-record") => Some(PaperKind::BirthRecord),
        _ if words.has("national-id") => Some(PaperKind::NationalId),
        _ if words.has("passport") => Some(PaperKind::Passport),
        _ => number.filter(|number| is_passport_number(number)).map(|_| PaperKind::Passport),
    }
}

/// Whether this says what became of the paper and nothing of its number.
pub fn adds_status(paper: &Paper) -> bool {
    paper.number.is_none() && paper.status != PaperStatus::Unknown
}

/// A paper that stands at a mission; the list says so in words that are worth keeping.
pub fn is_elsewhere(text: &str) -> bool {
    Words::of(text).has("at-mission")
}

/// One or two letters and six to eight digits, or the like.
pub fn is_passport_number(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = text.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&letters) && (6..=8).contains(&digits) && letters + digits == text.len()
}

/// The number of a paper: what looks like a passport's, else a number that stands alone or beside the
/// name of a paper. Among other words it may be a police report's.
fn number(text: &str, words: &Words) -> Option<String> {
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.'));
        kept.collect::<String>().to_ascii_uppercase()
    };
    if is_passport_number(&plain(text)) {
        return Some(plain(text));
    }
    let parts = || text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    if let Some(part) = parts().find(|part| is_passport_number(part)) {
        return Some(plain(part));
    }
    let is_number = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        (5..=20).contains(&part.len()) && digits >= 4 && digits * 2 >= part.len()
    };
    if kind(words, None).is_some() {
        return parts().filter(|part| is_number(part)).max_by_key(|part| part.len()).map(plain);
    }
    let alone = plain(text);
    (is_number(&alone) && alone.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(alone)
}
