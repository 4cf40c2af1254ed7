//! Keeping an entry, correcting it, and reading them in the order in which things happened.

use super::{Happening, Money, Named};
use crate::record::{self, summaries};
use crate::{Fact, Facts, Field, Result};
use access::{AccessError, Action, Cx};
use base::{CaseId, EventId, Instant, text};
use screening::When;

/// An entry as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the entry is called: the event that stated it first.
    pub id: EventId,
    /// The event that states it now.
    pub event: EventId,
    pub told: Happening,
    /// Who did it, where the reader's keys open that part.
    pub names: Option<String>,
}

/// What a person told of their captivity, as far as the reader's keys open it.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// In the order in which it happened; what has no time comes last, as it was told.
    pub entries: Vec<Entry>,
}

pub fn read(cx: &mut Cx, case: CaseId) -> Result<History> {
    let open = cx.open(case, Action::Hear)?;
    Ok(History::of(&summaries(cx.tx, &open)?))
}

impl History {
    pub(crate) fn of(facts: &Facts) -> History {
        let named: Vec<&Named> = facts.current(Field::Named).iter().filter_map(|held| held.fact.named()).collect();
        let happened = facts.current(Field::Happened).iter();
        let mut entries: Vec<Entry> = happened
            .filter_map(|held| {
                let told = held.fact.happened()?.clone();
                let id = told.first.unwrap_or(held.event);
                let names = named.iter().rev().find(|named| named.entry == id).map(|named| named.names.clone());
                Some(Entry { id, event: held.event, told, names })
            })
            .collect();
        entries.sort_by_key(|entry| (began(&entry.told), entry.id));
        History { entries }
    }

    pub fn entry(&self, id: EventId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// What counts: without what was told by mistake.
    pub fn standing(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| !entry.told.struck)
    }
}

/// The earliest moment at which it can have begun; the unknown comes last.
fn began(told: &Happening) -> Instant {
    let range = told.from.range().or_else(|| told.until.range());
    range.map_or(Instant::from_millis(i64::MAX), |(earliest, _)| earliest)
}

/// Keeps an entry, or its correction in place of the one called `entry`. Gives what the entry is called.
pub fn tell(cx: &mut Cx, case: CaseId, entry: Option<EventId>, told: Happening) -> Result<EventId> {
    let mut told = fit(told, cx.now)?;
    let mut open = cx.open(case, Action::Hear)?;
    cx.permit_writing(Action::Hear, Field::Happened.compartment())?;
    let history = History::of(&summaries(cx.tx, &open)?);
    told.first = entry;
    // Every value that stands of the entry is replaced: of two that did not know of each other, a person picked.
    let replaces: Vec<EventId> =
        history.entries.iter().filter(|one| Some(one.id) == entry).map(|one| one.event).collect();
    if entry.is_some() && replaces.is_empty() {
        return Err(AccessError::NoValue);
    }
    let event = record::state(cx, &mut open, Fact::Happened(Box::new(told)), replaces)?;
    Ok(entry.unwrap_or(event))
}

/// States who did what an entry says, in place of what was stated before; nothing takes it back.
pub fn names(cx: &mut Cx, case: CaseId, entry: EventId, names: &str) -> Result<()> {
    let mut open = cx.open(case, Action::Hear)?;
    cx.permit_writing(Action::Hear, Field::Named.compartment())?;
    let facts = summaries(cx.tx, &open)?;
    History::of(&facts).entry(entry).ok_or(AccessError::NoValue)?;
    let earlier = facts.current(Field::Named).iter();
    let earlier: Vec<_> = earlier.filter(|held| held.fact.named().is_some_and(|one| one.entry == entry)).collect();
    let names = text::remark(names);
    let stands = earlier.last().and_then(|held| held.fact.named()).map(|named| named.names.as_str());
    if stands.unwrap_or_default() == names {
        return Ok(());
    }
    let replaces = earlier.iter().map(|held| held.event).collect();
    record::state(cx, &mut open, Fact::Named(Box::new(Named { entry, names })), replaces).map(drop)
}

/// An entry that says something that can have been, in tidy words; or a sentence.
fn fit(told: Happening, now: Instant) -> Result<Happening> {
    let unfit = |sentence| Err(AccessError::Unfit(sentence));
    if told.from.range().is_some_and(|(earliest, _)| earliest > now) {
        return unfit("This day has not come yet. Please write when it happened, as exactly as the person knows.");
    }
    let lasted = if told.what.lasts() { told.until } else { When::Unknown };
    if let (Some((earliest, _)), Some((_, latest))) = (told.from.range(), lasted.range())
        && latest < earliest
    {
        return unfit("The end lies before the beginning. Please look at both days.");
    }
    let line = |one: Option<String>| one.and_then(|one| text::some_line(&one));
    let words = told.words.and_then(|words| text::some_remark(&words));
    let money = told.money.filter(|_| told.what.has_money());
    let money = money.map(|money| Money { currency: text::line(&money.currency), ..money });
    let people = told.people.filter(|_| told.what.has_people());
    let told = Happening { until: lasted, place: line(told.place), words, money, people, ..told };
    let says_more = told.place.is_some() || told.words.is_some() || told.money.is_some() || told.people.is_some();
    if told.what == super::What::Other && !says_more {
        return unfit("Please write what happened, in a few words.");
    }
    Ok(told)
}
