//! Asking the desk: words and numbers, filters, an order, a page.

use super::{Desk, Line};
use base::{CaseId, Country, Date, Sign};
use std::cmp::Ordering;
use std::cmp::Reverse;

/// What somebody looks for. Every part that is given must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Any part of a name in any script, of a code, passport, phone, place, nationality or date.
    pub text: String,
    pub nationality: Option<Country>,
    /// A place as it stands on a line.
    pub place: Option<String>,
    pub sign: Option<Sign>,
    pub any_sign: bool,
    /// Under 18, or maybe.
    pub minor: bool,
    /// The first and the last day of registration.
    pub registered_since: Option<Date>,
    pub registered_until: Option<Date>,
    /// The day the person came to us.
    pub arrived: Option<Date>,
    pub sort: Sort,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match of what is searched for; the newest when nothing is.
    Best,
    #[default]
    Newest,
    Oldest,
    Name,
    Urgent,
    Nationality,
    Place,
    Age,
}

base::keys!(Sort {
    Best = "best",
    Newest = "newest",
    Oldest = "oldest",
    Name = "name",
    Urgent = "urgent",
    Nationality = "nationality",
    Place = "place",
    Age = "age",
});

/// A page of an answer, counted from 0.
pub struct Page<'d> {
    pub total: usize,
    pub lines: Vec<&'d Line>,
}

impl Desk {
    pub fn page(&self, query: &Query, page: usize, per_page: usize, today: Date) -> Page<'_> {
        let (from, to) = (page * per_page, (page + 1) * per_page);
        let (total, slots) = self.first_of(query, to, today);
        let lines = slots.iter().skip(from).take(per_page).map(|slot| &self.lines[*slot as usize]);
        Page { total, lines: lines.collect() }
    }

    /// The lines that follow a line in the query's order, and how many fit in all. When that line fits no more, or is
    /// gone, they follow the place where it stood, so that whoever reads page by page misses nobody who stays.
    pub fn after(&self, query: &Query, last: Option<(CaseId, usize)>, most: usize, today: Date) -> (usize, Vec<&Line>) {
        let all = self.every(query, today);
        let from = last.map_or(0, |(case, stood)| {
            let stands = all.iter().position(|line| line.case == case);
            stands.map_or(stood, |at| at + 1)
        });
        (all.len(), all.into_iter().skip(from).take(most).collect())
    }

    /// Every line that fits, in order: for exports.
    pub fn every(&self, query: &Query, today: Date) -> Vec<&Line> {
        let (_, slots) = self.first_of(query, self.by_time.len(), today);
        slots.iter().map(|slot| &self.lines[*slot as usize]).collect()
    }

    /// How many lines fit, and the slots of the first `needed` in the query's order.
    fn first_of(&self, query: &Query, needed: usize, today: Date) -> (usize, Vec<u32>) {
        let narrows = query.narrows();
        let fits = |slot: &u32| !narrows || query.fits(&self.lines[*slot as usize], today);
        let searching = !query.text.trim().is_empty();
        let limit = if query.sort == Sort::Best { needed } else { self.lines.len() };
        let mut slots: Vec<u32> = match (searching, query.sort) {
            (true, sort) => {
                let found = self.index.find_where(&query.text, limit, |slot| fits(&slot));
                let slots = found.hits.iter().map(|hit| hit.slot).collect();
                if sort == Sort::Best {
                    return (found.total, slots);
                }
                slots
            }
            (false, Sort::Oldest) => return self.in_time(self.by_time.iter(), narrows, needed, fits),
            (false, Sort::Best | Sort::Newest) => {
                return self.in_time(self.by_time.iter().rev(), narrows, needed, fits);
            }
            (false, _) => self.by_time.iter().copied().filter(|slot| fits(slot)).collect(),
        };
        self.order(&mut slots, query, needed, today);
        (slots.len(), slots)
    }

    /// The first lines in an order that is there already; how many fit is counted without keeping them.
    fn in_time<'s>(
        &self,
        slots: impl Iterator<Item = &'s u32> + Clone,
        narrows: bool,
        needed: usize,
        fits: impl Fn(&u32) -> bool,
    ) -> (usize, Vec<u32>) {
        let total = if narrows { slots.clone().filter(|slot| fits(slot)).count() } else { self.by_time.len() };
        (total, slots.copied().filter(|slot| fits(slot)).take(needed).collect())
    }

    /// Sorts so far that the first `needed` are right.
    fn order(&self, slots: &mut [u32], query: &Query, needed: usize, today: Date) {
        let line = |slot: &u32| &self.lines[*slot as usize];
        let newest = |a: &u32, b: &u32| (line(b).opened_at, line(b).case).cmp(&(line(a).opened_at, line(a).case));
        match query.sort {
            Sort::Best | Sort::Newest => first(slots, needed, newest),
            Sort::Oldest => first(slots, needed, |a, b| newest(b, a)),
            Sort::Urgent => {
                let weight = |slot: &u32| Reverse(line(slot).signs(today).len());
                first(slots, needed, |a, b| weight(a).cmp(&weight(b)).then_with(|| newest(a, b)));
            }
            Sort::Name => slots.sort_by_cached_key(|s| (line(s).names.first().map(|n| linkage::fold(n)), line(s).case)),
            Sort::Nationality => {
                slots.sort_by_cached_key(|s| {
                    (line(s).nationalities.first().map(|c| c.name("en")), Reverse(line(s).case))
                });
            }
            Sort::Place => slots.sort_by_cached_key(|s| (line(s).place.clone(), Reverse(line(s).case))),
            Sort::Age => slots.sort_by_cached_key(|s| {
                let latest = line(s).birth.as_ref().map(|birth| birth.range().1);
                (latest.is_none(), Reverse(latest), line(s).case)
            }),
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
    /// Whether anything but the words narrows the list.
    fn narrows(&self) -> bool {
        let plain = Query { text: self.text.clone(), sort: self.sort, ..Query::default() };
        *self != plain
    }

    fn fits(&self, line: &Line, today: Date) -> bool {
        let registered = || line.opened_at.local_date();
        self.nationality.is_none_or(|country| line.nationalities.contains(&country))
            && (self.place.is_none() || self.place.as_deref() == line.place.as_deref())
            && self.sign.is_none_or(|sign| line.has_sign(sign, today))
            && (!self.any_sign || Sign::ALL.iter().any(|sign| line.has_sign(*sign, today)))
            && (!self.minor || line.has_sign(Sign::Minor, today))
            && self.registered_since.is_none_or(|day| registered() >= day)
            && self.registered_until.is_none_or(|day| registered() <= day)
            && self.arrived.is_none_or(|day| line.arrived() == day)
    }
}
