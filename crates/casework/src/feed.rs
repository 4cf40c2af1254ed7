//! What changed, by position in the log: for programs that follow the registry without asking for everything again.

use crate::Result;
use access::{Action, Cx, Holder, member};
use base::{CaseId, EventId, Instant};
use std::collections::BTreeSet;
use store::envelope::clock_instant;
use store::{Tx, Value, sql};
use vault::Compartment;

/// The most changes of one answer.
pub const MOST: usize = 1_000;

/// One event that the reader's keys open: that it is there, and nothing of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub position: i64,
    pub event: EventId,
    pub case: CaseId,
    pub at: Instant,
    /// The name with which its author signs in.
    pub author: String,
    pub compartment: Compartment,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// In the order of the log.
    pub changes: Vec<Change>,
    /// Ask for what is after this the next time. It is beyond what other teams wrote, which is not shown. When it
    /// is less than what was asked for, the log is shorter than the asker knows: the registry was restored.
    pub next: i64,
}

/// Events after a position; -1 is before the first. Nothing is put on the record when there is nothing to show,
/// because nothing was read.
pub fn changes(cx: &mut Cx, after: i64, limit: usize) -> Result<Changes> {
    cx.permit(Action::ReadChanges)?;
    let limit = limit.clamp(1, MOST);
    let end = newest(cx.tx)?;
    let reads = cx.keys.reads();
    let readable =
        |compartment: Compartment| Value::Int(if reads.contains(&compartment) { compartment.number() } else { 0 });
    let team = cx.keys.actor.team.map(|team| Holder::Team(team).text()).unwrap_or_default();
    let own = Holder::Member(cx.keys.actor.member).text();
    let [identity, journey, care, protection, testimony] = Compartment::ALL.map(readable);
    let rows = cx.tx.all(
        sql!(
            "select e.position, e.id, e.case_id, e.device_id, e.clock, p.compartment
              from event e join payload p on p.event_id = e.id
              where e.position > $1 and exists (
                select 1 from case_key k
                where k.case_id = e.case_id and k.compartment = p.compartment and k.generation = p.generation
                  and (k.expires_at is null or k.expires_at > $2)
                  and ((k.holder = $3 and p.compartment in ($5, $6, $7, $8, $9)) or k.holder = $4))
              order by e.position limit $10"
        ),
        &[
            after.into(),
            cx.now.millis().into(),
            (&team).into(),
            (&own).into(),
            identity,
            journey,
            care,
            protection,
            testimony,
            (limit as i64).into(),
        ],
        |row| {
            let compartment =
                Compartment::from_number(row.int(5)?).ok_or(store::StoreError::Damaged("a compartment"))?;
            let (case, device) = (row.id(2, CaseId::read)?, row.id(3, base::DeviceId::read)?);
            let change = Change {
                position: row.int(0)?,
                event: row.id(1, EventId::read)?,
                case,
                at: clock_instant(row.int(4)?),
                author: String::new(),
                compartment,
            };
            Ok((change, device))
        },
    )?;
    let names = member::names_by_device(cx.tx)?;
    let named = |(change, device)| Change { author: names.get(&device).cloned().unwrap_or_default(), ..change };
    let changes: Vec<Change> = rows.into_iter().map(named).collect();
    let next = match changes.last() {
        Some(last) if changes.len() == limit => last.position,
        _ => end,
    };
    if !changes.is_empty() {
        let cases: BTreeSet<CaseId> = changes.iter().map(|change| change.case).collect();
        cx.note_list(Action::ReadChanges, cases.len())?;
    }
    Ok(Changes { changes, next })
}

/// The position of the newest event; -1 when there is none. Readings make the log longer too and change nothing.
pub fn newest(tx: &mut Tx) -> Result<i64> {
    Ok(tx.one(sql!("select max(position) from event"), &[], |row| row.maybe_int(0))?.flatten().unwrap_or(-1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Earlier, correct, register};
    use crate::{Fact, Origin};
    use access::{AccessError, Role};
    use base::{Arrival, Sign};
    use rehearsal::House;

    fn somebody() -> Arrival {
        Arrival {
            names: vec!["Hanna Tesfaye".into()],
            place: Some("Kampot".into()),
            signs: [Sign::Hurt, Sign::Threatened].into(),
            ..Arrival::default()
        }
    }

    #[test]
    fn a_reader_follows_the_own_team_and_the_cursor_passes_what_others_wrote() {
        let mut house = House::open();
        let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
        let mut consul = house.enter("consul", Role::ConsularOfficer, Some(1));
        let ours = house.run(&mut sokha, |cx| register(cx, somebody(), Origin::Card, None)).unwrap();
        house.run(&mut consul, |cx| register(cx, somebody(), Origin::Card, None)).unwrap();

        let first = house.run(&mut sokha, |cx| changes(cx, -1, 100)).unwrap();
        assert_eq!(first.changes.len(), 4);
        assert!(first.changes.iter().all(|change| change.case == ours.case && change.author == "sokha"));
        assert_eq!(first.next, house.store.read(newest).unwrap());
        assert!(first.next > first.changes[3].position, "the other team's events are passed over");
        let again = house.run(&mut sokha, |cx| changes(cx, first.next, 100)).unwrap();
        assert_eq!(again, Changes { changes: vec![], next: first.next });

        let place = vec![Fact::Place("Poipet".into())];
        house.run(&mut sokha, |cx| correct(cx, ours.case, place, Earlier::Replaced, None)).unwrap();
        let news = house.run(&mut sokha, |cx| changes(cx, first.next, 100)).unwrap();
        assert_eq!(news.changes.iter().map(|c| c.compartment).collect::<Vec<_>>(), [Compartment::Journey]);
    }

    #[test]
    fn compartments_that_a_role_does_not_read_are_not_in_its_feed() {
        let mut house = House::open();
        let mut consul = house.enter("consul", Role::ConsularOfficer, Some(1));
        house.run(&mut consul, |cx| register(cx, somebody(), Origin::Card, None)).unwrap();
        let seen = house.run(&mut consul, |cx| changes(cx, -1, 100)).unwrap();
        let parts: Vec<Compartment> = seen.changes.iter().map(|change| change.compartment).collect();
        assert_eq!(parts, [Compartment::Identity, Compartment::Journey]);
    }

    #[test]
    fn a_limit_cuts_and_the_next_page_begins_where_it_cut() {
        let mut house = House::open();
        let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
        for _ in 0..3 {
            house.run(&mut keys, |cx| register(cx, somebody(), Origin::Card, None)).unwrap();
        }
        let whole = house.run(&mut keys, |cx| changes(cx, -1, 100)).unwrap();
        let (mut after, mut pages) = (-1, Vec::new());
        for _ in 0..4 {
            let page = house.run(&mut keys, |cx| changes(cx, after, 5)).unwrap();
            after = page.next;
            pages.extend(page.changes);
        }
        assert_eq!((pages, after), (whole.changes, whole.next));
    }

    #[test]
    fn reading_is_on_the_record_and_only_roles_that_read_cases_may() {
        let mut house = House::open();
        let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
        let mut admin = house.enter("thida", Role::Administrator, None);
        house.run(&mut keys, |cx| register(cx, somebody(), Origin::Card, None)).unwrap();
        house.run(&mut keys, |cx| changes(cx, -1, 100)).unwrap();
        let entry = house.store.read(|tx| access::entries::newest_access(tx, i64::MAX, 1)).unwrap().remove(0).1;
        assert_eq!((entry.action.as_str(), entry.cases), ("read-changes", 1));
        let newest_before = house.store.read(newest).unwrap();
        assert!(matches!(house.run(&mut admin, |cx| changes(cx, -1, 9)), Err(AccessError::Refused { .. })));
        assert_eq!(house.store.read(newest).unwrap(), newest_before, "a reading is no change");
    }
}
