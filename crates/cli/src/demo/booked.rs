//! Who has an appointment with a mission that receives people every day: some came, one did not, others are expected.

use super::asked::Met;
use crate::edge;
use access::{Cx, Keyring, command};
use anyhow::{Context, Result, ensure};
use base::{Birth, CaseId, Country, Date, Instant, Minor, Weekday};
use casework::appointments::{self, For, Slot, Standing, Wanted};
use casework::consent::Given;
use casework::plan::{Safety, agree_to, check_safety, read};
use pathway::pack::{Shipped, shipped};
use pathway::{Contact, Durations};
use store::Store;

const COUNTRY: &str = "IDN";
const HOURS: [(i8, u16); 3] = [(8, 6), (10, 6), (13, 4)];
/// So many were expected on the last day that is over, and so many are on the next.
const BEFORE: usize = 5;
const NEXT: usize = 4;
/// With a safety check and a yes, and no appointment yet.
const WITHOUT: usize = 6;
const DAY_HOURS: i64 = 24;

/// `newest` is when the last arrival was registered.
pub fn load(store: &Store, met: &[Met], newest: Instant, keys: &mut Keyring) -> Result<()> {
    let pack = &shipped()[0];
    let mission = Country::from_iso3(COUNTRY).context("The country of the mission is one.")?;
    let early = newest.plus_hours(-6 * DAY_HOURS);
    let is_free = |one: &&Met| one.arrival.nationalities == [mission] && is_adult(one) && one.at < early;
    let people: Vec<CaseId> = met.iter().filter(is_free).map(|one| one.case).take(BEFORE + NEXT + WITHOUT).collect();
    ensure!(people.len() > BEFORE + NEXT, "The invented people hold too few of the mission's nationality.");
    let mut at = |when: Instant, work: &mut dyn FnMut(&mut Cx) -> access::Result<()>| {
        command(store, keys, when, &mut edge::rng(), |cx| work(cx))
    };
    at(early, &mut |cx| {
        let slots =
            HOURS.iter().map(|(hour, places)| Slot { at: base::Time::constant(*hour, 30, 0, 0), places: *places });
        let week = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
        appointments::keep_hours(cx, mission, &week.map(For::Weekday), slots.collect())?;
        people.iter().try_for_each(|case| ready(cx, mission, *case))
    })?;
    let (before, later) = people.split_at(BEFORE);
    at(early, &mut |cx| {
        let last = newest.plus_hours(-DAY_HOURS).local_date();
        let open = appointments::days(cx, pack, mission, cx.now.local_date(), 6)?;
        let over = open.iter().rev().find(|day| day.on <= last && day.left() > 0).map(|day| day.on);
        over.map_or(Ok(()), |on| book(cx, pack, mission, on, before))
    })?;
    at(newest, &mut |cx| {
        for (number, case) in before.iter().enumerate() {
            let standing = if number == 1 { Standing::DidNotCome } else { Standing::Came };
            let told = read(cx, pack, &Durations::of_pack(&pack.pack), *case)?.told;
            let event = told.appointments.last().map(|(event, _)| *event);
            event.map_or(Ok(()), |event| appointments::mark(cx, *case, event, standing))?;
        }
        let next = appointments::days(cx, pack, mission, cx.now.local_date(), 14)?;
        let next = next.iter().find(|day| day.left() > 0).map(|day| day.on);
        next.map_or(Ok(()), |on| book(cx, pack, mission, on, &later[..NEXT]))
    })?;
    Ok(())
}

fn is_adult(met: &Met) -> bool {
    met.arrival.birth.as_ref().is_some_and(|birth: &Birth| birth.minor(met.at.local_date()) == Minor::No)
}

fn ready(cx: &mut Cx, mission: Country, case: CaseId) -> access::Result<()> {
    let (warnings, weighed, guardian, note) = (Vec::new(), Vec::new(), None, None);
    check_safety(cx, case, Safety { clear: true, warnings, weighed, mission: None, guardian, note })?;
    agree_to(cx, case, Contact::Mission, Some(mission), (Given::Spoken, None, true, true))
}

fn book(cx: &mut Cx, pack: &Shipped, mission: Country, on: Date, people: &[CaseId]) -> access::Result<()> {
    let wanted = Wanted { mission, step: "R02".to_owned(), on, at: None };
    appointments::fill(cx, pack, &Durations::of_pack(&pack.pack), &wanted, people).map(drop)
}
