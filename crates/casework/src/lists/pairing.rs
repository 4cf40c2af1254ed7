//! Which rows of a newer version of a list are about whom the version before had. Pure: no keys, no database.
//!
//! A wrong pair would write one person's data into another's case, so a pair needs evidence that adds up and a
//! rival that does not come near it; what is in between is asked.

use base::{Arrival, Birth, CaseId, Paper};
use linkage::fold;
use std::collections::{HashMap, HashSet};

/// Somebody whom the list had before, as its newest earlier row says.
#[derive(Clone, Debug)]
pub struct Known {
    pub case: CaseId,
    pub fingerprint: [u8; 32],
    /// The list's own running number of the row.
    pub number: String,
    pub arrival: Arrival,
}

/// A row to be paired.
pub struct New<'a> {
    pub fingerprint: [u8; 32],
    pub number: &'a str,
    pub arrival: &'a Arrival,
}

/// What a row means, held against the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The very same row.
    Same(CaseId),
    /// The known person at this place of the list of known ones, said anew.
    Newer(usize),
    /// One of these perhaps, or somebody new.
    Unsure(Vec<CaseId>),
    New,
}

/// From here on evidence makes a pair.
const PAIR: i32 = 30;
/// From here on it makes a question.
const QUESTION: i32 = 15;
/// A rival this near makes a question of a pair.
const MARGIN: i32 = 8;
/// The most candidates that one row is asked about.
const ASKED: usize = 5;

/// Pairs every new row with at most one known person and every known person with at most one row.
pub fn pair(known: &[Known], new: &[New]) -> Vec<Meant> {
    let mut taken = vec![false; known.len()];
    let by_fingerprint: HashMap<[u8; 32], usize> = known.iter().enumerate().map(|(n, k)| (k.fingerprint, n)).collect();
    let mut meant: Vec<Option<Meant>> = new
        .iter()
        .map(|row| {
            let same = *by_fingerprint.get(&row.fingerprint)?;
            taken[same] = true;
            Some(Meant::Same(known[same].case))
        })
        .collect();
    let index = Index::of(known, &taken);
    let scored: Vec<Vec<(i32, usize)>> =
        new.iter().zip(&meant).map(|(row, done)| if done.is_some() { Vec::new() } else { index.scores(row) }).collect();
    let best_row = best_rows(&scored);
    let paired = meant.iter_mut().zip(&scored).enumerate();
    paired.map(|(n, (meant, scores))| meant.take().unwrap_or_else(|| verdict(known, scores, &best_row, n))).collect()
}

/// For every known person the two best scores that rows reach, with the row of the best.
type BestRows = HashMap<usize, (i32, usize, i32)>;

fn best_rows(scored: &[Vec<(i32, usize)>]) -> BestRows {
    let mut best = BestRows::new();
    for (row, scores) in scored.iter().enumerate() {
        for (score, known) in scores {
            let entry = best.entry(*known).or_insert((i32::MIN, row, i32::MIN));
            if *score > entry.0 {
                *entry = (*score, row, entry.0);
            } else {
                entry.2 = entry.2.max(*score);
            }
        }
    }
    best
}

fn verdict(known: &[Known], scores: &[(i32, usize)], best_row: &BestRows, row: usize) -> Meant {
    let Some((score, best)) = scores.first().copied() else { return Meant::New };
    let second = scores.get(1).map_or(i32::MIN, |(score, _)| *score);
    let (_, wanted_by, rival) = best_row[&best];
    let alone = second < score - MARGIN && wanted_by == row && rival < score - MARGIN;
    if score >= PAIR && alone {
        return Meant::Newer(best);
    }
    // Somebody whom another row takes without doubt is no candidate of this one.
    let open = |known: &usize| {
        let (most, by, next) = best_row[known];
        by == row || most < PAIR || next >= most - MARGIN
    };
    let asked = scores.iter().filter(|(score, known)| *score >= QUESTION && open(known)).take(ASKED);
    let asked: Vec<CaseId> = asked.map(|(_, n)| known[*n].case).collect();
    if asked.is_empty() { Meant::New } else { Meant::Unsure(asked) }
}

/// What of a person is held against another.
struct Marks {
    /// Each name as it is written, and as its folded words in order of the alphabet.
    names: Vec<(String, String)>,
    papers: HashSet<String>,
    phones: HashSet<String>,
}

impl Marks {
    fn of(arrival: &Arrival) -> Marks {
        Marks {
            names: arrival.names.iter().map(|name| (in_order(name), in_order(&fold(name)))).collect(),
            papers: arrival.papers.iter().filter_map(paper_key).collect(),
            phones: arrival.contacts.iter().filter_map(|contact| phone_key(contact)).collect(),
        }
    }
}

fn in_order(name: &str) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

fn paper_key(paper: &Paper) -> Option<String> {
    let number = paper.number.as_deref()?;
    let key: String = number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    (key.len() >= 5).then_some(key)
}

/// The last eight digits: the same number with and without its country.
fn phone_key(contact: &str) -> Option<String> {
    let digits: String = contact.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 8).then(|| digits[digits.len() - 8..].to_owned())
}

/// The known people by what they are found by.
struct Index<'a> {
    known: &'a [Known],
    marks: Vec<Marks>,
    by_key: HashMap<String, Vec<usize>>,
}

/// So many people with one word of a name or one birthday in common are too many to tell anything.
const CROWD: usize = 200;

impl<'a> Index<'a> {
    fn of(known: &'a [Known], taken: &[bool]) -> Index<'a> {
        let marks: Vec<Marks> = known.iter().map(|known| Marks::of(&known.arrival)).collect();
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (n, marks) in marks.iter().enumerate().filter(|(n, _)| !taken[*n]) {
            for key in keys(marks, &known[n].arrival) {
                by_key.entry(key).or_default().push(n);
            }
        }
        Index { known, marks, by_key }
    }

    /// Scores of those who have anything in common with the row, the best first.
    fn scores(&self, row: &New) -> Vec<(i32, usize)> {
        let marks = Marks::of(row.arrival);
        let mut near: Vec<usize> = keys(&marks, row.arrival)
            .filter_map(|key| self.by_key.get(&key))
            .filter(|people| people.len() <= CROWD)
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        let mut scores: Vec<(i32, usize)> = near
            .into_iter()
            .map(|n| (score(&self.known[n], &self.marks[n], row, &marks), n))
            .filter(|(score, _)| *score > 0)
            .collect();
        scores.sort_unstable_by_key(|(score, n)| (-score, *n));
        scores.truncate(ASKED + 1);
        scores
    }
}

/// What brings two people near enough to be compared: a paper, a phone, a word of the name, a birthday.
fn keys<'m>(marks: &'m Marks, arrival: &'m Arrival) -> impl Iterator<Item = String> + 'm {
    let words = marks.names.iter().flat_map(|(_, name)| name.split(' ')).filter(|word| word.chars().count() > 1);
    let birth = arrival.birth.iter().filter_map(|birth| match birth {
        Birth::On(day) => Some(format!("b{day}")),
        _ => None,
    });
    let papers = marks.papers.iter().map(|key| format!("p{key}"));
    let phones = marks.phones.iter().map(|key| format!("t{key}"));
    let whole = marks.names.iter().map(|(_, name)| format!("n{name}"));
    words.map(|word| format!("w{word}")).chain(birth).chain(papers).chain(phones).chain(whole)
}

/// Evidence that both are one person. A name alone makes a pair where nothing speaks against it.
fn score(known: &Known, marks: &Marks, row: &New, new: &Marks) -> i32 {
    let mut score = names(&marks.names, &new.names);
    score += match (marks.papers.is_empty() || new.papers.is_empty(), marks.papers.is_disjoint(&new.papers)) {
        (true, _) => 0,
        (false, false) => 30,
        (false, true) => -12,
    };
    score += match (&known.arrival.birth, &row.arrival.birth) {
        (Some(a), Some(b)) if a == b && matches!(a, Birth::On(_)) => 18,
        (Some(a), Some(b)) if overlap(a, b) => 4,
        (Some(_), Some(_)) => -10,
        _ => 0,
    };
    score += match (known.arrival.sex, row.arrival.sex) {
        (Some(a), Some(b)) if a != b => -8,
        _ => 0,
    };
    let (a, b) = (&known.arrival.nationalities, &row.arrival.nationalities);
    if !a.is_empty() && !b.is_empty() && a.iter().all(|country| !b.contains(country)) {
        score -= 10;
    }
    if !marks.phones.is_disjoint(&new.phones) {
        score += 10;
    }
    // Rows that were inserted shift the numbers, so a number only supports what something else says.
    if score > 0 && !known.number.is_empty() && known.number == row.number {
        score += 8;
    }
    score
}

fn overlap(a: &Birth, b: &Birth) -> bool {
    let ((a_first, a_last), (b_first, b_last)) = (a.range(), b.range());
    a_first <= b_last && b_first <= a_last
}

/// Different ideographs can sound alike: what is only said the same is less than what is written the same.
fn names(known: &[(String, String)], new: &[(String, String)]) -> i32 {
    let pairs = known.iter().flat_map(|a| new.iter().map(move |b| (a, b)));
    let likeness = pairs.map(|((a_written, a), (b_written, b))| {
        if a_written == b_written {
            return 30;
        }
        if a == b {
            return 24;
        }
        let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let within = few.contains(' ') && few.split(' ').all(|word| many.split(' ').any(|other| other == word));
        match strsim::jaro_winkler(a, b) {
            _ if within => 22,
            near if near >= 0.93 => 20,
            near if near >= 0.85 => 8,
            _ => -6,
        }
    });
    likeness.max().unwrap_or(0)
}

#[cfg(test)]
mod tests;
