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

/// The part of `all` that a visit asks for, and the cursor of the next. `name` tells one from the others and says nothing
/// of anybody: who comes meanwhile moves nobody out of the pages to come.
pub fn part<'a, T>(
    visit: &Visit,
    all: &'a [T],
    most: usize,
    name: impl Fn(&T) -> String,
) -> Result<(&'a [T], Option<String>), Fault> {
    let take = take(visit, most)?;
    let last = place(visit.asked("cursor"), |text| {
        let (stood, name) = text.split_once('/')?;
        Some((stood.parse::<usize>().ok()?, name.to_owned()))
    })?;
    Ok(after(all, last, take, name))
}

fn after<T>(
    all: &[T],
    last: Option<(usize, String)>,
    take: usize,
    name: impl Fn(&T) -> String,
) -> (&[T], Option<String>) {
    let from = last.map_or(0, |(stood, last)| {
        let stands = stood.checked_sub(1).and_then(|at| all.get(at)).is_some_and(|one| name(one) == last);
        let found = if stands { None } else { all.iter().position(|one| name(one) == last).map(|at| at + 1) };
        found.unwrap_or(stood).min(all.len())
    });
    let to = from.saturating_add(take).min(all.len());
    let shown = &all[from..to];
    let next = shown.last().filter(|_| to < all.len()).map(|one| cursor(&format!("{to}/{}", name(one))));
    (shown, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_or_goes_meanwhile_moves_nobody_out_of_the_pages_to_come() {
        let name = |text: &&str| (*text).to_owned();
        let read = |cursor: Option<String>| {
            let place = place(&cursor?, |text| {
                let (stood, name) = text.split_once('/')?;
                Some((stood.parse().ok()?, name.to_owned()))
            });
            place.unwrap()
        };
        let (shown, next) = after(&["b", "d", "f", "h"], None, 2, name);
        assert_eq!(shown, ["b", "d"]);
        let last = read(next);
        let (shown, next) = after(&["a", "b", "c", "d", "f", "h"], last.clone(), 2, name);
        assert_eq!((shown, next), (&["f", "h"][..], None));
        let (shown, _) = after(&["b", "f", "h"], last, 2, name);
        assert_eq!(shown, ["h"], "whoever it ended with is gone: from where they stood");
        let (shown, next) = after(&["b"], Some((9, "z".to_owned())), 2, name);
        assert!(shown.is_empty() && next.is_none());
    }

    #[test]
    fn a_cursor_reads_back_and_a_foreign_one_is_refused() {
        let read = |text: &str| text.parse::<i64>().ok();
        assert_eq!(place(&cursor("42"), read).unwrap(), Some(42));
        assert_eq!(place("", read).unwrap(), None);
        assert!(place("not a cursor", read).is_err() && place(&cursor("x"), read).is_err());
    }
}
