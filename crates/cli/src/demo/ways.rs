//! How far some of the people of the fortnight have come on their way out, so that today's page has something to say.

use super::asked::Met;
use crate::edge;
use access::{Cx, Keyring, command};
use anyhow::Result;
use base::{CaseId, Country, Date, Instant};
use casework::plan::{
    End, Leave, Outcome, Reached, Safety, Stay, StepSaid, check_safety, note_outcome, note_stay, note_step,
};
use pathway::Way;
use pathway::pack::{Shipped, shipped};
use store::Store;

const DAY: i64 = 24 * 3_600_000;
/// Every fourth of those who came first was asked whether contact is safe, the day after.
const ASKED: usize = 60;
const EVERY: usize = 4;

pub fn load(store: &Store, met: &[Met], newest: Instant, caseworker: &mut Keyring) -> Result<()> {
    let pack = &shipped()[0];
    let asked = met.iter().take(ASKED).step_by(EVERY).filter(|one| one.at.plus_millis(2 * DAY) < newest);
    for (number, one) in asked.enumerate() {
        let at = one.at.plus_millis(DAY);
        command(store, &mut *caseworker, at, &mut edge::rng(), |cx| go(cx, pack, one, number, newest))?;
    }
    Ok(())
}

/// Each a little further than the one before.
fn go(cx: &mut Cx, pack: &Shipped, one: &Met, number: usize, newest: Instant) -> access::Result<()> {
    let (case, today) = (one.case, cx.now.local_date());
    let mission = one.arrival.nationalities.first().copied().filter(|_| one.arrival.nationalities.len() > 1);
    check_safety(cx, case, safe(mission))?;
    let ends = newest.plus_millis(DAY * (number as i64 % 9)).local_date();
    // With leave to stay there is no overstay to work out.
    let leave = if number.is_multiple_of(2) { Leave::Unknown } else { Leave::Until(ends, ends) };
    note_stay(cx, case, Stay { stamped: true, entry: Some((today, today)), leave })?;
    if number.is_multiple_of(4) {
        note_step(cx, pack, case, step(pack, "R06", Reached::Begun, today))?;
    }
    if number == 1 {
        let left = newest.plus_millis(-7 * DAY).local_date().max(today);
        cx.now = newest;
        return departed(cx, case, left);
    }
    Ok(())
}

fn safe(mission: Option<Country>) -> Safety {
    Safety { clear: true, warnings: Vec::new(), weighed: Vec::new(), mission, guardian: None, note: None }
}

fn step(pack: &Shipped, step: &str, reached: Reached, on: Date) -> StepSaid {
    StepSaid { pack: pack.id.to_owned(), step: step.to_owned(), reached, begun: None, on, note: None }
}

fn departed(cx: &mut Cx, case: CaseId, on: Date) -> access::Result<()> {
    note_outcome(cx, case, Outcome { what: End::Departed, on, way: Some(Way::SelfPaid), by: None, note: None })
}
