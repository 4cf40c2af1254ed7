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
    offered: OnceLock<Offered>,
}

pub(super) struct Offered {
    pub nationalities: Vec<Country>,
    /// Those where most people are, in alphabetical order.
    pub places: Vec<String>,
}

/// A list to choose from that is longer is no help.
const MOST_PLACES: usize = 200;

impl Choices {
    pub fn add(&mut self, line: &Line) {
        for country in &line.nationalities {
            *self.nationalities.entry(*country).or_default() += 1;
        }
        if let Some(place) = &line.place {
            match self.places.get_mut(place) {
                Some(count) => *count += 1,
                None => _ = self.places.insert(place.clone(), 1),
            }
        }
        self.offered = OnceLock::new();
    }

    /// Takes back what `add` counted of the same line.
    pub fn remove(&mut self, line: &Line) {
        for country in &line.nationalities {
            if let Some(count) = self.nationalities.get_mut(country) {
                *count -= 1;
            }
        }
        self.nationalities.retain(|_, count| *count > 0);
        if let Some(place) = &line.place
            && let Some(count) = self.places.get_mut(place)
        {
            *count -= 1;
            if *count == 0 {
                self.places.remove(place);
            }
        }
        self.offered = OnceLock::new();
    }

    pub fn offered(&self) -> &Offered {
        self.offered.get_or_init(|| {
            let mut places: Vec<(&str, usize)> = self.places.iter().map(|(place, count)| (&**place, *count)).collect();
            let order = |a: &(&str, usize), b: &(&str, usize)| b.1.cmp(&a.1).then(a.0.cmp(b.0));
            if places.len() > MOST_PLACES {
                places.select_nth_unstable_by(MOST_PLACES, order);
                places.truncate(MOST_PLACES);
            }
            let mut places: Vec<String> = places.into_iter().map(|(place, _)| place.to_owned()).collect();
            places.sort_unstable();
            Offered { nationalities: self.nationalities.keys().copied().collect(), places }
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
