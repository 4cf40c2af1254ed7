//! Events that are signed away from the database keep their place, or are not stored.

use access::pen::store_written;
use access::{Action, OpenCase, Pen, Role};
use base::{CaseId, EventId};
use rehearsal::House;
use vault::Compartment;

#[test]
fn events_whose_place_in_the_log_was_taken_meanwhile_are_not_stored() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    for taken_meanwhile in [false, true] {
        let stored = house.run(&mut keys, |cx| {
            let mut case = OpenCase::new(CaseId::new(cx.now, cx.rng));
            let mut pen = Pen::new(cx.tx, cx.keys, cx.now)?;
            let written =
                pen.write(EventId::new(cx.now, cx.rng), &mut case, Compartment::Identity, 1, b"said", cx.rng)?;
            let chain = pen.put_down();
            if taken_meanwhile {
                cx.note_list(Action::Register, 1)?;
            }
            store_written(cx.tx, [&written].into_iter())?;
            Ok(cx.tx.extend_to(chain)?)
        });
        assert_eq!(stored.is_err(), taken_meanwhile);
    }
}
