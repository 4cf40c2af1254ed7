//! Asking the desk: words and numbers, filters, an order, a page.

use super::{Desk, Line};
use base::{Country, Date, Sign};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::cmp::Reverse;

/// What somebody looks for. Every part that is given must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Any part of a name in any script, of a code, passport, phone, place, nationality or date.
    pub text: String,
    pub nationality: Option<Country>,
    pub place: Option<String>,
    pub sign: Option<Sign>,
    /// The first and the last day of arrival.
    pub since: Option<Date>,
    pub until: Option<Date>,
    /// Only those in whose case two values contradict each other.
    pub conflict: bool,
    pub sort: Sort,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// The best match when something is searched for, else the newest.
    #[default]
    Best,
    Newest,
    Oldest,
    Name,
    Urgent,
    Nationality,
}

impl Sort {
    pub const ALL: [(Sort, &'static str); 6] = [
        (Sort::Best, "best"),
        (Sort::Newest, "newest"),
        (Sort::Oldest, "oldest"),
        (Sort::Name, "name"),
        (Sort::Urgent, "urgent"),
        (Sort::Nationality, "nationality"),
    ];
    pub fn key(self) -> &'static str {
        Sort::ALL.into_iter().find(|(sort, _)| *sort == self).map_or("best", |(_, key)| key)
    }
    pub fn from_key(key: &str) -> Sort {
        Sort::ALL.into_iter().find(|(_, k)| *k == key).map_or(Sort::Best, |(sort, _)| sort)
    }
}

/// A page of an answer, counted from 0.
pub struct Page<'d> {
    pub total: usize,
    pub lines: Vec<&'d Line>,
}

impl Desk {
    pub fn page(&self, query: &Query, page: usize, per_page: usize, today: Date) -> Page<'_> {
        let mut slots = self.slots_of(query, today);
        let total = slots.len();
        let (from, to) = ((page * per_page).min(total), ((page + 1) * per_page).min(total));
        self.order(&mut slots, query, to, today);
        Page { total, lines: slots[from..to].iter().map(|slot| &self.lines[*slot as usize]).collect() }
    }

    /// Every line that fits, in order: for exports.
    pub fn every(&self, query: &Query, today: Date) -> Vec<&Line> {
        let mut slots = self.slots_of(query, today);
        let all = slots.len();
        self.order(&mut slots, query, all, today);
        slots.iter().map(|slot| &self.lines[*slot as usize]).collect()
    }

    fn slots_of(&self, query: &Query, today: Date) -> Vec<u32> {
        let fits = |slot: &u32| query.fits(&self.lines[*slot as usize], today);
        if query.text.trim().is_empty() {
            (0..self.lines.len() as u32).filter(fits).collect()
        } else {
            self.index.find(&query.text, self.lines.len()).into_iter().map(|hit| hit.slot).filter(fits).collect()
        }
    }

    /// Sorts so far that the first `needed` are right.
    fn order(&self, slots: &mut [u32], query: &Query, needed: usize, today: Date) {
        let line = |slot: &u32| &self.lines[*slot as usize];
        let newest = |a: &u32, b: &u32| (line(b).opened_at, line(b).case).cmp(&(line(a).opened_at, line(a).case));
        match query.sort {
            Sort::Best if !query.text.trim().is_empty() => {}
            Sort::Best | Sort::Newest => first(slots, needed, newest),
            Sort::Oldest => first(slots, needed, |a, b| newest(b, a)),
            Sort::Urgent => {
                let weight = |slot: &u32| Reverse(line(slot).signs(today).len());
                first(slots, needed, |a, b| weight(a).cmp(&weight(b)).then_with(|| newest(a, b)));
            }
            Sort::Name => {
                slots.sort_by_cached_key(|slot| (line(slot).names.first().map(|n| linkage::fold(n)), line(slot).case));
            }
            Sort::Nationality => {
                slots.sort_by_cached_key(|slot| (line(slot).nationalities.first().map(|c| c.name("en")), Reverse(line(slot).case)));
            }
        }
    }
}

fn first(slots: &mut [u32], needed: usize, order: impl Fn(&u32, &u32) -> Ordering + Copy) {
    if needed > 0 && needed < slots.len() {
        slots.select_nth_unstable_by(needed - 1, order);
        slots[..needed].sort_unstable_by(order);
    } else {
        slots.sort_unstable_by(order);
    }
}

impl Query {
    fn fits(&self, line: &Line, today: Date) -> bool {
        let place = |wanted: &String| line.place.as_deref().is_some_and(|p| linkage::fold(p).contains(&linkage::fold(wanted)));
        self.nationality.is_none_or(|country| line.nationalities.contains(&country))
            && self.sign.is_none_or(|sign| line.has_sign(sign, today))
            && self.since.is_none_or(|day| line.arrived() >= day)
            && self.until.is_none_or(|day| line.arrived() <= day)
            && (!self.conflict || line.conflict)
            && self.place.as_ref().is_none_or(place)
    }
}
