//! What headings mean, in the languages our lists come in.

use super::Meaning;
use super::lexicon::Lexicon;
use super::words::{Words, Zone};
use std::cmp::Reverse;
use std::sync::LazyLock;

/// The meaning of a heading: the phrase that is all of it, two that are said of one cell, else the
/// longest one within it.
pub fn meaning(heading: &str) -> Option<Meaning> {
    if heading.chars().count() > 60 {
        return None;
    }
    let words = Words::of(heading);
    if words.has("arrival") && words.has("to-the-country") {
        return Some(Meaning::Entered);
    }
    exact(&words).or_else(|| two_in_one(heading)).or_else(|| within(&words))
}

/// The meaning of a heading under a group: "Passport / Number", "Birth / Place".
pub fn grouped(group: &str, own: &str) -> Option<Meaning> {
    let (of_group, of_own) = (meaning(group), meaning(own));
    if own.is_empty() || group.is_empty() {
        return of_own.or(of_group);
    }
    let Some(of_group) = of_group else { return of_own };
    match (of_group, of_own) {
        // Of a father, an agent or a company nothing is a person's own.
        (Meaning::Ignore, _) => Some(Meaning::Ignore),
        (Meaning::Passport | Meaning::Papers, None | Some(Meaning::Number)) => Some(Meaning::Passport),
        (Meaning::Passport | Meaning::Papers, Some(Meaning::Remark)) => Some(Meaning::Papers),
        (Meaning::Passport | Meaning::Papers, Some(own)) if own != Meaning::Passport && own != Meaning::Papers => {
            Some(Meaning::Ignore)
        }
        (Meaning::Birth | Meaning::PlaceAndBirth, Some(Meaning::Place | Meaning::Nationality)) => Some(Meaning::Ignore),
        (Meaning::Birth | Meaning::PlaceAndBirth, None) => Some(Meaning::Birth),
        (Meaning::Phone, None | Some(Meaning::Number)) => Some(Meaning::Phone),
        (of_group, None) if Words::of(own).has("day") => Some(of_group),
        (_, of_own) => of_own,
    }
    .or(of_own)
}

/// The meaning of a cell that is a known heading and nothing else.
pub fn exact(words: &Words) -> Option<Meaning> {
    MEANINGS.whole(words).first().copied()
}

/// "No" alone numbers the rows; within "Passport no" or "no remarks" it says nothing.
/// A sign of a script without spaces says as much as several letters. Of equals the first one stands.
fn within(words: &Words) -> Option<Meaning> {
    let hits = MEANINGS.hits(words).filter(|hit| hit.of != Meaning::Number);
    let weight = |zone: Zone, text: &str| text.chars().count() * if zone == Zone::Latin { 1 } else { 4 };
    hits.max_by_key(|hit| (weight(hit.zone, &words.zone(hit.zone)[hit.at..hit.end]), Reverse(hit.at))).map(|hit| hit.of)
}

/// "Name and nationality", "Sex/Age": cells that hold two things.
fn two_in_one(heading: &str) -> Option<Meaning> {
    const AND: [&str; 10] = [" and ", " et ", " y ", " e ", " dan ", " va ", " và ", " na ", "和", "及"];
    let signs = |c| "/&,+()、／|\n".contains(c);
    let said = |part: &&str| !Words::of(part).are_none();
    let by_signs: Vec<&str> = heading.split(signs).filter(said).collect();
    let by_words = AND.iter().filter_map(|and| heading.split_once(and)).map(|(a, b)| vec![a, b]);
    let parts = [by_signs].into_iter().chain(by_words).find(|parts| parts.len() == 2)?;
    let (a, b) = (exact(&Words::of(parts[0]))?, exact(&Words::of(parts[1]))?);
    let of = |one, other| (a, b) == (one, other) || (a, b) == (other, one);
    match () {
        _ if of(Meaning::Name, Meaning::Nationality) => Some(Meaning::NameAndNationality),
        _ if of(Meaning::Name, Meaning::Passport) => Some(Meaning::NameAndPassport),
        _ if of(Meaning::Sex, Meaning::Age) => Some(Meaning::SexAndAge),
        _ if of(Meaning::Birth, Meaning::Age) => Some(Meaning::Birth),
        // A place beside a birthday is where somebody was born, not where they are.
        _ if of(Meaning::Place, Meaning::Birth) => Some(Meaning::PlaceAndBirth),
        _ if of(Meaning::PlaceAndBirth, Meaning::Birth) => Some(Meaning::PlaceAndBirth),
        _ => None,
    }
}

/// The table of phrases; "ignore" is for what looks like one of ours and is said of something else.
static MEANINGS: LazyLock<Lexicon<Meaning>> = LazyLock::new(|| {
    let rows = include_str!("headings.csv").lines().filter_map(|line| line.split_once(','));
    Lexicon::of(rows.filter_map(|(key, phrase)| Some((Meaning::from_key(key)?, phrase))))
});

/// Headings that may mean the day of entry or the day somebody came to us: the content tells.
pub fn is_arrival(heading: &str) -> bool {
    Words::of(heading).has("arrival")
}
