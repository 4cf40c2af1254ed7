//! A country's pack: what leads out of it, read once from its tables, with a sentence for everything that is wrong.
//!
//! `data/packs/khm/README.md` says what each column holds. Nothing here knows a country.

mod amount;
mod basics;
mod graph;
mod missions;
mod origin;
mod said;
mod shipped;
mod steps;
mod tables;

pub use amount::{Amount, Currency};
pub use basics::{Basics, Fine, Key};
pub use missions::{Caution, Mission, Represented, Seat};
pub use origin::{Checked, Confidence, Origin};
pub use said::FOLDER as WORDS;
pub use shipped::{Shipped, files, named, shipped};
pub use steps::WayOut;
pub use tables::{Deadline, Fee, Holiday, Place};

use crate::calendar::Calendar;
use crate::step::{Step, StepNo, Steps};
use crate::words::Way;
use base::table::Trouble;
use base::{Country, Date};
use std::collections::BTreeMap;

/// The tables that this crate reads, beside those of [`WORDS`]. Services, warnings and letters are read elsewhere.
pub const FILES: [&str; 9] = [
    basics::FILE,
    missions::FILE,
    missions::WARNINGS,
    steps::FILE,
    steps::WAYS,
    tables::DEADLINES,
    tables::FEES,
    tables::PLACES,
    tables::HOLIDAYS,
];
/// Without these there is no way out.
const NEEDED: [&str; 4] = [basics::FILE, missions::FILE, steps::FILE, steps::WAYS];

/// A pack that is fit: references lead somewhere, nothing goes in a circle, and no step comes before safety and consent
/// that needs them. One that is not fit cannot be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    pub basics: Basics,
    pub missions: BTreeMap<Country, Mission>,
    pub cautions: Vec<Caution>,
    pub steps: Vec<Step>,
    /// In the order in which they are proposed.
    pub ways: Vec<WayOut>,
    pub deadlines: Vec<Deadline>,
    pub fees: Vec<Fee>,
    pub places: Vec<Place>,
    pub holidays: Vec<Holiday>,
    pub calendar: Calendar,
    /// Where people leave from, by its place among the places.
    pub airport: usize,
    /// Where the fines of those on a mission's list are waived; none where there are no such lists.
    pub waiver: Option<StepNo>,
    /// Where the mission confirms who somebody is.
    pub identity: Option<StepNo>,
    /// Where the mission gives the person a document to travel with.
    pub document: Option<StepNo>,
    pub(crate) safety: StepNo,
    pub(crate) consent: StepNo,
    /// Each step after all that it may need.
    pub(crate) order: Vec<StepNo>,
    pub(crate) members: [Steps; Way::ALL.len()],
    /// What some step needs; all others are done for their own sake, or end a way.
    pub(crate) serving: Steps,
    words: said::Words,
}

impl Pack {
    /// Reads the tables by their names, or says everything that is wrong with them.
    pub fn read(files: &BTreeMap<String, String>) -> Result<Pack, Vec<Trouble>> {
        let mut troubles = Vec::new();
        let missing = |name: &str| Trouble::new(name, 0, "", "It is missing. Without it nobody can be led out.");
        troubles.extend(NEEDED.iter().filter(|name| !files.contains_key(**name)).map(|name| missing(name)));
        let nowhere = |name: &str| {
            let all = FILES.join(", ");
            let says = format!("This table has no place in a pack. There are {all}, and {WORDS}/fr.csv and the like.");
            Trouble::new(name, 0, "", says)
        };
        let has_place = |name: &str| FILES.contains(&name) || said::tag(name).is_some();
        troubles.extend(files.keys().filter(|name| !has_place(name)).map(|name| nowhere(name)));
        // What is not there was said; what need not be there is empty.
        let table = |name: &str| files.get(name).map(String::as_str);
        let basics = table(basics::FILE).and_then(|text| basics::read(text, &mut troubles));
        let home = basics.as_ref().map_or(&[][..], |basics| &basics.countries);
        let places = table(tables::PLACES).map(|text| tables::places(text, &mut troubles)).unwrap_or_default();
        let fees = table(tables::FEES).map(|text| tables::fees(text, &mut troubles)).unwrap_or_default();
        let holidays = table(tables::HOLIDAYS).map(|text| tables::holidays(text, &mut troubles)).unwrap_or_default();
        let missions = table(missions::FILE).map(|text| missions::read(text, home, &mut troubles)).unwrap_or_default();
        let cautions =
            table(missions::WARNINGS).map(|text| missions::cautions(text, &mut troubles)).unwrap_or_default();
        let steps = table(steps::FILE).map(|text| steps::read(text, &fees, &places, &mut troubles)).unwrap_or_default();
        let words = said::read(files, &mut troubles);
        // Rows that were left out would shift the numbers of the others, and say everything twice.
        let (Some(basics), true) = (basics, troubles.is_empty()) else { return Err(troubles) };
        let ways = table(steps::WAYS).map(|text| steps::ways(text, &steps, &mut troubles)).unwrap_or_default();
        let mut pack = Pack {
            airport: airport(&places, &basics, &mut troubles),
            waiver: basics.waiver_step.as_ref().map(|id| anchor(&steps, &basics, Key::WaiverStep, id, &mut troubles)),
            identity: basics
                .identity_step
                .as_ref()
                .map(|id| anchor(&steps, &basics, Key::IdentityStep, id, &mut troubles)),
            document: basics
                .document_step
                .as_ref()
                .map(|id| anchor(&steps, &basics, Key::DocumentStep, id, &mut troubles)),
            safety: anchor(&steps, &basics, Key::SafetyStep, &basics.safety_step, &mut troubles),
            consent: anchor(&steps, &basics, Key::ConsentStep, &basics.consent_step, &mut troubles),
            order: Vec::new(),
            members: graph::members(&steps),
            serving: steps.iter().flat_map(Step::needs).fold(Steps::default(), Steps::with),
            calendar: Calendar::new(basics.weekend, holidays.iter().map(|holiday| holiday.day)),
            deadlines: Vec::new(),
            basics,
            missions,
            cautions,
            steps,
            ways,
            fees,
            places,
            holidays,
            words,
        };
        pack.deadlines =
            table(tables::DEADLINES).map(|text| tables::deadlines(&pack, text, &mut troubles)).unwrap_or_default();
        if troubles.is_empty() {
            pack.hangs_together(&mut troubles);
        }
        if troubles.is_empty() { Ok(pack) } else { Err(troubles) }
    }

    fn hangs_together(&mut self, troubles: &mut Vec<Trouble>) {
        if !self.ways.iter().any(|one| one.way.is_voluntary()) {
            let says = "There is no way out that anybody could choose. Write one.";
            troubles.push(Trouble::new(steps::WAYS, 0, "way", says));
        }
        match graph::order(&self.steps) {
            Ok(order) => self.order = order,
            Err(cycle) => {
                let says = format!("Steps wait for each other in a circle, so that none can begin: {cycle}.");
                return troubles.push(Trouble::new(steps::FILE, 0, "needs_all", says));
            }
        }
        let frame = graph::Frame {
            steps: &self.steps,
            order: &self.order,
            ways: &self.ways,
            safety: self.safety,
            consent: self.consent,
        };
        troubles.extend(frame.troubles());
    }

    pub fn step_no(&self, id: &str) -> Option<StepNo> {
        self.steps.iter().position(|step| step.id == id).map(|at| StepNo(at as u8))
    }

    /// A step of this pack.
    pub fn step(&self, step: StepNo) -> &Step {
        &self.steps[usize::from(step.0)]
    }

    /// Whether it is the safety check or the asking for consent: done with one person, in private, and never for many.
    pub fn is_asked_in_private(&self, step: StepNo) -> bool {
        step == self.safety || step == self.consent
    }

    pub fn way(&self, way: Way) -> Option<&WayOut> {
        self.ways.iter().find(|one| one.way == way)
    }

    pub fn step_nos(&self) -> impl Iterator<Item = StepNo> {
        (0..self.steps.len() as u8).map(StepNo)
    }

    /// The hard warnings that go with a nationality.
    pub fn cautions(&self, nationality: Country) -> impl Iterator<Item = &Caution> {
        self.cautions.iter().filter(move |caution| caution.nationality == nationality)
    }

    /// Where every row comes from.
    pub fn origins(&self) -> impl Iterator<Item = &Origin> {
        let of_basics = self.basics.origins.values();
        of_basics
            .chain(self.missions.values().map(|one| &one.origin))
            .chain(self.cautions.iter().map(|one| &one.origin))
            .chain(self.steps.iter().map(|one| &one.origin))
            .chain(self.ways.iter().map(|one| &one.origin))
            .chain(self.deadlines.iter().map(|one| &one.origin))
            .chain(self.fees.iter().map(|one| &one.origin))
            .chain(self.places.iter().map(|one| &one.origin))
            .chain(self.holidays.iter().map(|one| &one.origin))
    }

    /// Rows whose source or check is of a day that is still to come.
    pub fn from_the_future(&self, today: Date) -> Vec<Trouble> {
        let late = self.origins().filter(|origin| origin.newest() > today);
        let says = "This day is still to come. Write the day of the source, and the day of the check.";
        late.map(|origin| Trouble::new(origin.file, origin.row, "as_of", says)).collect()
    }

    /// Rows that nobody has looked at since a day. They stay in use; whoever relies on them should ask again.
    pub fn stale(&self, since: Date) -> impl Iterator<Item = &Origin> {
        self.origins().filter(move |origin| origin.newest() < since)
    }
}

fn airport(places: &[Place], basics: &Basics, troubles: &mut Vec<Trouble>) -> usize {
    places.iter().position(|place| place.id == basics.airport).unwrap_or_else(|| {
        let says = format!("There is no place “{}”. Write one of {}.", basics.airport, tables::PLACES);
        troubles.push(Trouble::new(basics::FILE, basics.origins[Key::Airport.key()].row, "value", says));
        0
    })
}

fn anchor(steps: &[Step], basics: &Basics, key: Key, id: &str, troubles: &mut Vec<Trouble>) -> StepNo {
    let at = steps.iter().position(|step| step.id == id).unwrap_or_else(|| {
        let says = format!("There is no step “{id}”. Write one of {}.", steps::FILE);
        troubles.push(Trouble::new(basics::FILE, basics.origins[key.key()].row, "value", says));
        0
    });
    StepNo(at as u8)
}
