//! How long steps take: what the pack says, until enough was seen here.

use crate::pack::Pack;
use crate::step::{Spread, StepNo};
use base::Country;
use std::collections::BTreeMap;

/// A step that was done: by whose mission, where it brought the person before one, and in how many days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
    pub step: StepNo,
    pub mission: Option<Country>,
    /// From the day it began to the day it was done.
    pub days: u16,
}

/// Fewer are an accident: the pack's values stand.
pub const FEWEST: usize = 8;

/// Whose values are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The pack's. So many were seen here, which is too few.
    Pack { seen: u32 },
    /// What was seen here, with whichever mission.
    Seen { number: u32 },
    /// What was seen here with this person's mission.
    SeenWithMission { number: u32 },
}

/// The spreads of one pack, for whoever plans with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Durations {
    steps: Vec<(Spread, Basis)>,
    missions: BTreeMap<(StepNo, Country), (Spread, Basis)>,
}

impl Durations {
    /// What the pack says, and nothing else.
    pub fn of_pack(pack: &Pack) -> Durations {
        Durations::learnt(pack, [])
    }

    /// What was seen, wherever it is enough. The order of observations makes no difference.
    pub fn learnt(pack: &Pack, observations: impl IntoIterator<Item = Observation>) -> Durations {
        let mut seen: BTreeMap<StepNo, Vec<u16>> = BTreeMap::new();
        let mut with: BTreeMap<(StepNo, Country), Vec<u16>> = BTreeMap::new();
        for one in observations {
            seen.entry(one.step).or_default().push(one.days);
            if let Some(mission) = one.mission {
                with.entry((one.step, mission)).or_default().push(one.days);
            }
        }
        let of = |step: StepNo| {
            let days = seen.get(&step).cloned().unwrap_or_default();
            let number = days.len() as u32;
            match spread(days) {
                Some(spread) => (spread, Basis::Seen { number }),
                None => (pack.step(step).days, Basis::Pack { seen: number }),
            }
        };
        let with_mission = |(place, days): ((StepNo, Country), Vec<u16>)| {
            let number = days.len() as u32;
            Some((place, (spread(days)?, Basis::SeenWithMission { number })))
        };
        Durations {
            steps: pack.step_nos().map(of).collect(),
            missions: with.into_iter().filter_map(with_mission).collect(),
        }
    }

    /// The nearest that there is: of this mission, of all, of the pack.
    pub fn of(&self, step: StepNo, mission: Option<Country>) -> (Spread, Basis) {
        let own = mission.filter(|_| !self.missions.is_empty()).and_then(|of| self.missions.get(&(step, of)));
        *own.unwrap_or(&self.steps[usize::from(step.0)])
    }
}

/// From one in ten over the half to nine in ten: one person who waited for a year moves none of them far. Days from
/// date to date hold weekends already.
fn spread(mut days: Vec<u16>) -> Option<Spread> {
    if days.len() < FEWEST {
        return None;
    }
    days.sort_unstable();
    // The last place of the share, counted so that nine in ten of eight are all eight.
    let share = |tenths: usize| u32::from(days[(days.len() * tenths).div_ceil(10).max(1) - 1]) * 100;
    Some(Spread { least: share(1), likely: share(5), most: share(9), working: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::shipped;

    fn seen(days: impl IntoIterator<Item = u16>, mission: Option<&str>) -> Vec<Observation> {
        let mission = mission.and_then(Country::from_iso3);
        days.into_iter().map(|days| Observation { step: StepNo(4), mission, days }).collect()
    }

    #[test]
    fn few_observations_change_nothing_and_say_how_many_there_were() {
        for one in shipped() {
            let durations = Durations::learnt(&one.pack, seen([40; FEWEST - 1], None));
            let pack = one.pack.step(StepNo(4)).days;
            assert_eq!(durations.of(StepNo(4), None), (pack, Basis::Pack { seen: 7 }));
            assert_eq!(durations.of(StepNo(3), None).1, Basis::Pack { seen: 0 });
        }
    }

    #[test]
    fn one_who_waited_for_years_does_not_move_the_others() {
        let pack = &shipped()[0].pack;
        let many = |last| seen((1..=19).chain([last]), None);
        let (usual, basis) = Durations::learnt(pack, many(20)).of(StepNo(4), None);
        assert_eq!(basis, Basis::Seen { number: 20 });
        assert_eq!((usual.least, usual.likely, usual.most), (200, 1_000, 1_800));
        assert_eq!(Durations::learnt(pack, many(2_000)).of(StepNo(4), None).0, usual);
    }

    #[test]
    fn a_mission_of_which_enough_was_seen_has_its_own() {
        let pack = &shipped()[0].pack;
        let both = [seen([30; 8], Some("UGA")), seen([3; 20], Some("IDN")), seen([9; 2], Some("KEN"))].concat();
        let durations = Durations::learnt(pack, both);
        let of = |iso3| durations.of(StepNo(4), Country::from_iso3(iso3));
        assert_eq!((of("UGA").0.likely, of("UGA").1), (3_000, Basis::SeenWithMission { number: 8 }));
        assert_eq!((of("KEN").0.likely, of("KEN").1), (300, Basis::Seen { number: 30 }));
    }
}
