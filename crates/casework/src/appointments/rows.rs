//! When missions receive people, and how many places are taken: nothing of whom.

use super::{Appointment, For, Slot};
use crate::Result;
use access::{AccessError, Action, Cx};
use base::{Country, Date, Instant, Time};
use std::collections::BTreeMap;
use store::sum::sum;
use store::{StoreError, Tx, Value, sql};

/// No mission receives more people at one time, and none at more times of a day.
const MOST_PLACES: u16 = 1_000;
const MOST_SLOTS: usize = 24;
/// So many days it is still seen how full a day was.
const KEPT_DAYS: i64 = 30;

/// Keeps at which times of these days a mission receives people, in place of what was known of them; no time: nobody.
pub fn keep_hours(cx: &mut Cx, mission: Country, days: &[For], mut slots: Vec<Slot>) -> Result<()> {
    cx.permit(Action::Plan)?;
    slots.sort();
    if days.is_empty() {
        return Err(AccessError::Unfit("Please say for which days of the week this is so, or for which date."));
    }
    if slots.iter().any(|slot| slot.places == 0 || slot.places > MOST_PLACES) || slots.len() > MOST_SLOTS {
        return Err(AccessError::Unfit(
            "At each time between 1 and 1,000 people are received, at up to 24 times a day.",
        ));
    }
    if slots.windows(2).any(|pair| pair[0].at == pair[1].at) {
        return Err(AccessError::Unfit("The same time stands there twice. Please write it once, with all its places."));
    }
    let slots: Vec<String> = slots.iter().map(|slot| format!("{} {}", text(slot.at), slot.places)).collect();
    let slots = slots.join(";");
    for day in days {
        let (day, by) = (day.key(), cx.keys.actor.name.clone());
        let values: [Value; 5] =
            [mission.iso3().into(), (&day).into(), cx.now.millis().into(), (&slots).into(), (&by).into()];
        let sum = sum("mission_hours", &values);
        cx.tx.run(
            sql!(
                "insert into mission_hours (nationality, day, at, slots, by_name, sum) values ($1, $2, $3, $4, $5, $6)
                  on conflict (nationality, day) do update set at = excluded.at, slots = excluded.slots,
                    by_name = excluded.by_name, sum = excluded.sum"
            ),
            &[values.as_slice(), &[sum.into()]].concat(),
        )?;
    }
    Ok(())
}

/// By the words of [`For`].
pub(super) fn hours(tx: &mut Tx, mission: Country) -> Result<BTreeMap<String, Vec<Slot>>> {
    let damaged = || StoreError::Damaged("the hours of a mission");
    let rows = tx.all(
        sql!("select day, slots from mission_hours where nationality = $1 order by day"),
        &[mission.iso3().into()],
        |row| {
            let slots = row.text(1)?;
            let slots = slots.split(';').filter(|slot| !slot.is_empty());
            let slots = slots.map(|slot| read(slot).ok_or_else(damaged)).collect::<store::Result<_>>()?;
            Ok((row.text(0)?, slots))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// "09:00 20"
fn read(slot: &str) -> Option<Slot> {
    let (at, places) = slot.split_once(' ')?;
    Some(Slot { at: at.parse().ok()?, places: places.parse().ok()? })
}

fn text(at: Time) -> String {
    at.strftime("%H:%M").to_string()
}

/// How many places are taken on the days from one to another.
pub(super) fn taken(tx: &mut Tx, mission: Country, from: Date, to: Date) -> Result<BTreeMap<(Date, Time), u16>> {
    let damaged = || StoreError::Damaged("the places that are taken with a mission");
    let rows = tx.all(
        sql!(
            "select on_day, at, taken from mission_place
              where nationality = $1 and on_day >= $2 and on_day <= $3 order by on_day, at"
        ),
        &[mission.iso3().into(), (&from.to_string()).into(), (&to.to_string()).into()],
        |row| {
            let day = row.text(0)?.parse().map_err(|_| damaged())?;
            let at = row.text(1)?.parse().map_err(|_| damaged())?;
            Ok(((day, at), u16::try_from(row.int(2)?).map_err(|_| damaged())?))
        },
    )?;
    Ok(rows.into_iter().collect())
}

/// Takes a place or gives it back.
pub(super) fn count(tx: &mut Tx, of: &Appointment, by: i64) -> Result<()> {
    let before = taken(tx, of.mission, of.on, of.on)?.get(&(of.on, of.at)).copied().unwrap_or(0);
    let (on, at) = (of.on.to_string(), text(of.at));
    let now = (i64::from(before) + by).max(0);
    let values: [Value; 4] = [of.mission.iso3().into(), (&on).into(), (&at).into(), now.into()];
    let sum = sum("mission_place", &values);
    tx.run(
        sql!(
            "insert into mission_place (nationality, on_day, at, taken, sum) values ($1, $2, $3, $4, $5)
              on conflict (nationality, on_day, at) do update set taken = excluded.taken, sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

/// Deletes what was taken on days that are over: a step of the round.
pub(crate) fn forget_over(tx: &mut Tx, now: Instant) -> Result<usize> {
    let before = now.plus_hours(-24 * KEPT_DAYS).local_date().to_string();
    Ok(tx.run(sql!("delete from mission_place where on_day < $1"), &[(&before).into()])?)
}

/// The missions of which somebody has written down when they receive people.
pub fn with_hours(cx: &mut Cx) -> Result<Vec<Country>> {
    cx.permit(Action::Plan)?;
    let damaged = || StoreError::Damaged("the hours of a mission");
    let rows = cx.tx.all(sql!("select distinct nationality from mission_hours order by nationality"), &[], |row| {
        Country::from_iso3(&row.text(0)?).ok_or_else(damaged)
    })?;
    Ok(rows)
}
