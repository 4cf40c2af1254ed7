//! What a desk shows of appointments: the list of a day, who waits for a place, and how many.

use super::{Booked, Standing};
use crate::desk::Desk;
use crate::plan::queues::{Waits, waiting};
use crate::plan::{Outlook, Stage, Told};
use ::pathway::pack::Shipped;
use ::pathway::{Contact, StepNo};
use base::{CaseId, Country, Date};
use std::collections::{BTreeMap, BTreeSet};

/// Who of a desk has an appointment with a mission on a day, by the time.
pub fn on_day(desk: &Desk, mission: Country, on: Date) -> Vec<Booked> {
    let of = |case, told: &Told| {
        let mine = told.appointments.iter().filter(|(_, one)| one.mission == mission && one.on == on);
        let booked = mine.map(|(event, one)| Booked { case, event: *event, appointment: one.clone() });
        booked.collect::<Vec<_>>()
    };
    let mut all: Vec<Booked> = desk.lines().filter_map(|line| Some(of(line.case, line.told()?))).flatten().collect();
    all.sort_by_key(|one| (one.appointment.at, one.case));
    all
}

/// How many wait for each mission and have no appointment there, each person once.
pub fn demand(desk: &Desk, outlook: &Outlook, shipped: &Shipped, today: Date) -> BTreeMap<Country, usize> {
    let steps: BTreeSet<StepNo> = steps(shipped).collect();
    let mut seen = BTreeSet::new();
    let mut demand = BTreeMap::new();
    for one in waiting(desk, outlook, today).into_iter().filter(|one| one.stage != Stage::Held) {
        let Some(mission) = one.mission.filter(|_| steps.contains(&one.step)) else { continue };
        if !has_one(desk, one.case, mission) && seen.insert(one.case) {
            *demand.entry(mission).or_default() += 1;
        }
    }
    demand
}

fn has_one(desk: &Desk, case: CaseId, mission: Country) -> bool {
    let told = desk.line(case).and_then(|line| line.told());
    told.is_some_and(|told| told.appointments.iter().any(|(_, one)| one.holds_place(mission)))
}

/// Who waits at a step with a mission and has no appointment there, whoever waits longest first.
pub fn without_one(desk: &Desk, outlook: &Outlook, mission: Country, step: StepNo, today: Date) -> Vec<Waits> {
    let mut all = waiting(desk, outlook, today);
    all.retain(|one| (one.step, one.mission, one.stage != Stage::Held) == (step, Some(mission), true));
    all.retain(|one| !has_one(desk, one.case, mission));
    all
}

/// At which steps of a pack somebody goes to a mission.
pub fn steps(shipped: &Shipped) -> impl Iterator<Item = StepNo> + '_ {
    shipped.pack.step_nos().filter(|step| shipped.pack.step(*step).contact.has(Contact::Mission))
}

/// How many of a desk's appointments stand on each day with each mission.
pub fn counts(desk: &Desk, from: Date) -> BTreeMap<(Country, Date), usize> {
    let mut counts = BTreeMap::new();
    for (_, one) in desk.lines().filter_map(|line| line.told()).flat_map(|told| &told.appointments) {
        if one.standing == Standing::Booked && one.on >= from {
            *counts.entry((one.mission, one.on)).or_default() += 1;
        }
    }
    counts
}
