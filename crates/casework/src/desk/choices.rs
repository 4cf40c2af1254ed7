//! What the filters offer, counted as lines come and change: going through all lines for it would be seen on the
//! first page after each change.

use super::Line;
use base::Country;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// How many lines have which nationality and which place.
#[derive(Default)]
pub(super) struct Choices {
    nationalities: BTreeMap<Country, usize>,
    places: HashMap<Box<str>, usize>,
    /// Made anew only when something changed that it says: going through all places for each page would be felt.
    offered: OnceLock<Offered>,
}

pub(super) struct Offered {
    pub nationalities: Vec<Country>,
    /// Those where most people are, in alphabetical order.
    pub places: Vec<String>,
    /// With how many people a place comes among them, where there are more than can be offered.
    from: usize,
}

impl Offered {
    fn has(&self, place: &str) -> bool {
        self.places.binary_search_by(|one| one.as_str().cmp(place)).is_ok()
    }
}

/// A list to choose from that is longer is no help.
const MOST_PLACES: usize = 200;

impl Choices {
    pub fn add(&mut self, line: &Line) {
        let mut is_old = false;
        for country in &line.nationalities {
            let count = self.nationalities.entry(*country).or_default();
            *count += 1;
            is_old |= *count == 1;
        }
        if let Some(place) = &line.place {
            let count = match self.places.get_mut(place) {
                Some(count) => {
                    *count += 1;
                    *count
                }
                None => {
                    self.places.insert(place.clone(), 1);
                    1
                }
            };
            is_old |= self.offered.get().is_some_and(|offered| count >= offered.from && !offered.has(place));
        }
        self.forget_if(is_old);
    }

    fn forget_if(&mut self, is_old: bool) {
        if is_old {
            self.offered = OnceLock::new();
        }
    }

    /// Takes back what `add` counted of the same line.
    pub fn remove(&mut self, line: &Line) {
        let mut is_old = false;
        for country in &line.nationalities {
            if let Some(count) = self.nationalities.get_mut(country) {
                *count -= 1;
                is_old |= *count == 0;
            }
        }
        self.nationalities.retain(|_, count| *count > 0);
        if let Some(place) = &line.place
            && let Some(count) = self.places.get_mut(place)
        {
            *count -= 1;
            let count = *count;
            if count == 0 {
                self.places.remove(place);
            }
            is_old |= self.offered.get().is_some_and(|offered| count <= offered.from && offered.has(place));
        }
        self.forget_if(is_old);
    }

    pub fn offered(&self) -> &Offered {
        self.offered.get_or_init(|| {
            let mut places: Vec<(&str, usize)> = self.places.iter().map(|(place, count)| (&**place, *count)).collect();
            let order = |a: &(&str, usize), b: &(&str, usize)| b.1.cmp(&a.1).then(a.0.cmp(b.0));
            let mut from = 0;
            if places.len() > MOST_PLACES {
                places.select_nth_unstable_by(MOST_PLACES, order);
                places.truncate(MOST_PLACES);
                from = places.iter().map(|(_, count)| *count).min().unwrap_or(0);
            }
            let mut places: Vec<String> = places.into_iter().map(|(place, _)| place.to_owned()).collect();
            places.sort_unstable();
            Offered { nationalities: self.nationalities.keys().copied().collect(), places, from }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{CaseId, Instant};

    fn line(place: &str, country: &str) -> Line {
        let mut line = Line::new(CaseId::from_bytes([1; 16]), Instant::from_millis(0));
        line.place = Some(place.into());
        line.nationalities = [Country::from_iso3(country).unwrap()].into();
        line
    }

    #[test]
    fn what_nobody_has_any_more_is_no_longer_offered() {
        let mut choices = Choices::default();
        let (first, second, third) = (line("Poipet", "KEN"), line("Kampot", "IDN"), line("Kampot", "IDN"));
        for line in [&first, &second, &third] {
            choices.add(line);
        }
        assert_eq!(choices.offered().places, ["Kampot", "Poipet"]);
        choices.remove(&first);
        choices.remove(&second);
        assert_eq!(choices.offered().places, ["Kampot"]);
        assert_eq!(choices.offered().nationalities, [Country::from_iso3("IDN").unwrap()]);
    }

    #[test]
    fn what_is_offered_is_what_counting_anew_would_offer() {
        let (mut choices, mut standing) = (Choices::default(), Vec::new());
        let mut chance = 7u32;
        for _ in 0..1_500 {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if chance >> 30 == 0 && !standing.is_empty() {
                let gone = standing.swap_remove(chance as usize % standing.len());
                choices.remove(&gone);
            } else {
                let one = line(&format!("p{}", (chance >> 8) % 230), if chance & 64 == 0 { "KEN" } else { "IDN" });
                choices.add(&one);
                standing.push(one);
            }
            let mut anew = Choices::default();
            standing.iter().for_each(|one| anew.add(one));
            let (kept, anew) = (choices.offered(), anew.offered());
            assert_eq!((&kept.places, &kept.nationalities), (&anew.places, &anew.nationalities));
        }
    }

    #[test]
    fn of_many_places_those_with_most_people_are_offered() {
        let mut choices = Choices::default();
        for n in 0..MOST_PLACES + 50 {
            choices.add(&line(&format!("a{n:03}"), "KEN"));
        }
        for n in 0..MOST_PLACES {
            choices.add(&line(&format!("b{n:03}"), "KEN"));
            choices.add(&line(&format!("b{n:03}"), "KEN"));
        }
        let places = &choices.offered().places;
        assert!(places.len() == MOST_PLACES && places.iter().all(|place| place.starts_with('b')));
        assert!(places.is_sorted());
    }
}
