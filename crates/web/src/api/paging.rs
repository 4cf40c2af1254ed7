//! Long answers, page by page: what there is, and where the next page begins.

use crate::fault::Fault;
use crate::visit::Visit;
use data_encoding::BASE64URL_NOPAD;
use schemars::JsonSchema;
use serde::Serialize;

/// A part of a list.
#[derive(Serialize, JsonSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// To be sent as `cursor` for the next page; null on the last.
    pub next: Option<String>,
}

impl<T> Page<T> {
    pub fn whole(items: Vec<T>) -> Page<T> {
        Page { items, next: None }
    }
}

/// Says nothing to whoever holds it; where `place` stands is the business of the list it came from.
pub fn cursor(place: &str) -> String {
    BASE64URL_NOPAD.encode(place.as_bytes())
}

/// The place of a cursor, as `read` understands it.
pub fn place<T>(cursor: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Fault> {
    if cursor.is_empty() {
        return Ok(None);
    }
    let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok();
    let place = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|place| read(&place));
    let unknown = || Fault::parameter("cursor", "it is to be `next` of the page before, of the same list");
    place.map(Some).ok_or_else(unknown)
}

/// How many are wanted on a page.
pub fn take(visit: &Visit, most: usize) -> Result<usize, Fault> {
    match visit.asked("take") {
        "" => Ok(most),
        text => within(text.parse().ok(), most),
    }
}

pub fn within(wanted: Option<usize>, most: usize) -> Result<usize, Fault> {
    let fits = wanted.filter(|take| (1..=most).contains(take));
    fits.ok_or_else(|| Fault::parameter("take", &format!("it is to be a number from 1 to {most}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_reads_back_and_a_foreign_one_is_refused() {
        let read = |text: &str| text.parse::<i64>().ok();
        assert_eq!(place(&cursor("42"), read).unwrap(), Some(42));
        assert_eq!(place("", read).unwrap(), None);
        assert!(place("not a cursor", read).is_err() && place(&cursor("x"), read).is_err());
    }
}
