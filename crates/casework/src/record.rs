//! Recording: an event and the projection rows that follow from it, in one transaction.

use crate::facts::SummaryPlace;
use crate::{Event, Fact, Facts, Result, Statement, event};
use access::pen::{Written, store_written};
use access::{Cx, OpenCase, Pen};
use base::{CaseCode, CaseId, EventId, Instant};
use rand_core::CryptoRng;
use store::envelope::clock_instant;
use store::failpoint::{Failpoint, reach};
use store::{Tx, sql};
use vault::{Compartment, DataKey};

/// A stored summary, still sealed.
pub(crate) struct SummaryRow {
    pub compartment: Compartment,
    pub generation: i64,
    pub position: i64,
    pub sealed: Vec<u8>,
}

/// A new case, sealed and signed but not stored yet, with the facts that its summaries are made of.
pub(crate) struct NewCase {
    id: CaseId,
    opened_at: Instant,
    last_position: i64,
    events: Vec<Written>,
    summaries: Vec<(SummaryPlace, DataKey, Facts)>,
}

/// Seals and signs a new case whose first events these are, one for each compartment; the first comes first.
pub(crate) fn seal_new_case(
    pen: &mut Pen,
    id: CaseId,
    first: Vec<(EventId, Compartment, Event)>,
    rng: &mut dyn CryptoRng,
) -> Result<NewCase> {
    let mut case = OpenCase::new(id);
    let (mut events, mut summaries) = (Vec::with_capacity(first.len()), Vec::with_capacity(first.len()));
    for (event_id, compartment, event) in first {
        let plain = zeroize::Zeroizing::new(event.encode());
        let written = pen.write(event_id, &mut case, compartment, event::VERSION, &plain, rng)?;
        let (generation, key) = case.newest(compartment).expect("an event was just written with this key");
        let place = SummaryPlace { case: id, compartment, generation, position: written.event.position };
        let mut facts = Facts::default();
        facts.apply(written.event.envelope.id, &event);
        summaries.push((place, key.clone(), facts));
        events.push(written);
    }
    let (opening, newest) = (events.first(), events.last());
    let opened_at = opening.map(|written| clock_instant(written.event.envelope.clock));
    let last_position = newest.map(|written| written.event.position);
    let (opened_at, last_position) = opened_at.zip(last_position).expect("a case begins with an event");
    reach(Failpoint::CaseSealed);
    Ok(NewCase { id, opened_at, last_position, events, summaries })
}

/// Stores new cases, one table after the other.
pub(crate) fn store_new_cases(tx: &mut Tx, cases: &[NewCase]) -> Result<()> {
    reach(Failpoint::SheafTaken);
    store_written(tx, cases.iter().flat_map(|case| &case.events))?;
    // Summaries are sealed here: this thread waits for signatures anyway.
    for (place, key, facts) in cases.iter().flat_map(|case| &case.summaries) {
        save_summary(tx, facts, key, *place)?;
    }
    reach(Failpoint::SummariesStored);
    for case in cases {
        save_casefile(tx, case.id, case.opened_at, case.last_position)?;
    }
    reach(Failpoint::CasefilesStored);
    Ok(())
}

/// Writes one event into one compartment of a case and brings the summary and the case file up to it.
pub(crate) fn record(cx: &mut Cx, case: &mut OpenCase, compartment: Compartment, event: &Event) -> Result<EventId> {
    let id = EventId::new(cx.now, cx.rng);
    record_as(cx, id, case, compartment, event)
}

/// As [`record`], under an id that its sender made and that no event has yet.
fn record_as(
    cx: &mut Cx,
    id: EventId,
    case: &mut OpenCase,
    compartment: Compartment,
    event: &Event,
) -> Result<EventId> {
    let first = case.newest(compartment).is_none();
    let plain = zeroize::Zeroizing::new(event.encode());
    let (position, envelope) = cx.write_event_as(id, case, compartment, event::VERSION, &plain)?;
    reach(Failpoint::EventRecorded);
    let mut facts = if first { Facts::default() } else { summary(cx.tx, case, compartment)?.unwrap_or_default() };
    facts.apply(envelope.id, event);
    let (generation, key) = case.newest(compartment).expect("an event was just written with this key");
    save_summary(cx.tx, &facts, key, SummaryPlace { case: case.id, compartment, generation, position })?;
    reach(Failpoint::SummarySaved);
    save_casefile(cx.tx, case.id, clock_instant(envelope.clock), position)?;
    reach(Failpoint::CasefileSaved);
    Ok(envelope.id)
}

/// States one fact in the part that it belongs to, in place of what these events stated.
pub(crate) fn state(cx: &mut Cx, case: &mut OpenCase, fact: Fact, replaces: Vec<EventId>) -> Result<EventId> {
    let id = EventId::new(cx.now, cx.rng);
    state_as(cx, id, case, fact, replaces)
}

/// As [`state`], under an id that its sender made and that no event has yet.
pub(crate) fn state_as(
    cx: &mut Cx,
    id: EventId,
    case: &mut OpenCase,
    fact: Fact,
    replaces: Vec<EventId>,
) -> Result<EventId> {
    let compartment = fact.field().compartment();
    let statements = vec![Statement { fact, replaces }];
    record_as(cx, id, case, compartment, &Event::Stated { statements, because: None })
}

/// The facts of one compartment as last summarised; `None` when nothing was written there or it is not open.
pub(crate) fn summary(tx: &mut Tx, case: &OpenCase, compartment: Compartment) -> Result<Option<Facts>> {
    let rows = tx.all(
        sql!("select compartment, generation, position, sealed from summary where case_id = $1 and compartment = $2"),
        &[(&case.id.to_string()).into(), compartment.number().into()],
        read_summary,
    )?;
    rows.iter().find_map(|row| open_summary(case, row)).transpose()
}

/// The facts of every compartment that is open.
pub(crate) fn summaries(tx: &mut Tx, case: &OpenCase) -> Result<Facts> {
    let rows = tx.all(
        sql!("select compartment, generation, position, sealed from summary where case_id = $1 order by compartment"),
        &[(&case.id.to_string()).into()],
        read_summary,
    )?;
    let mut all = Facts::default();
    for facts in rows.iter().filter_map(|row| open_summary(case, row)) {
        all.absorb(facts?);
    }
    Ok(all)
}

pub(crate) fn read_summary(row: &store::Row) -> store::Result<SummaryRow> {
    let compartment = Compartment::from_number(row.int(0)?).ok_or(store::StoreError::Damaged("a compartment"))?;
    Ok(SummaryRow { compartment, generation: row.int(1)?, position: row.int(2)?, sealed: row.blob(3)? })
}

fn open_summary(case: &OpenCase, row: &SummaryRow) -> Option<Result<Facts>> {
    let key = case.key(row.compartment, row.generation)?;
    let place = SummaryPlace {
        case: case.id,
        compartment: row.compartment,
        generation: row.generation,
        position: row.position,
    };
    Some(Facts::open(key, place, &row.sealed))
}

pub(crate) fn save_summary(tx: &mut Tx, facts: &Facts, key: &DataKey, place: SummaryPlace) -> Result<()> {
    tx.run(
        sql!(
            "insert into summary (case_id, compartment, generation, position, sealed) values ($1, $2, $3, $4, $5)
              on conflict (case_id, compartment) do update
              set generation = excluded.generation, position = excluded.position, sealed = excluded.sealed"
        ),
        &[
            (&place.case.to_string()).into(),
            place.compartment.number().into(),
            place.generation.into(),
            place.position.into(),
            (&facts.seal(key, place)).into(),
        ],
    )?;
    Ok(())
}

pub(crate) fn save_casefile(tx: &mut Tx, case: CaseId, opened_at: Instant, position: i64) -> Result<()> {
    tx.run(
        sql!(
            "insert into casefile (case_id, code, opened_at, last_position) values ($1, $2, $3, $4)
              on conflict (case_id) do update set last_position = excluded.last_position"
        ),
        &[(&case.to_string()).into(), (&CaseCode::of(case).plain()).into(), opened_at.millis().into(), position.into()],
    )?;
    Ok(())
}
