//! Which mission is responsible for somebody, how sure that is, and who may not be told.

use crate::pack::{Caution, Confidence, Origin, Pack, Represented, Seat};
use crate::words::{Contact, Contacts, Warning, Warnings};
use base::{Country, Date};

/// Of which states somebody is, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nationality {
    Unknown,
    Stateless,
    One(Country),
    /// The person can say which mission is to be asked. The warnings of all stay.
    Several {
        all: Vec<Country>,
        chosen: Option<Country>,
    },
    /// Papers, person or states say different things: nobody is asked before that is settled.
    Disputed(Vec<Country>),
}

/// What the organisation found out itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub nationality: Country,
    pub represented: Represented,
    pub seats: Vec<Seat>,
    pub source: String,
    pub on: Date,
    pub by: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub reach: Reach,
    /// One for each nationality, the one to ask first.
    pub leads: Vec<Lead>,
    /// To be read before anybody is told.
    pub cautions: Vec<Caution>,
    pub warnings: Warnings,
}

/// What can be said of the responsible mission as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    Resident,
    Covering,
    /// Nobody has confirmed which mission it is: ask.
    Unconfirmed,
    /// There is none that could be asked.
    None,
    /// Several nationalities, and nothing chosen: ask the person.
    SeveralNationalities,
    Disputed,
    NationalityUnknown,
    /// The Red Cross or UNHCR, never a mission.
    Stateless,
    /// The person is in their own country and needs no mission.
    OwnCountry,
}

base::keys!(Reach {
    Resident = "resident",
    Covering = "covering",
    Unconfirmed = "unconfirmed",
    None = "none",
    SeveralNationalities = "several-nationalities",
    Disputed = "disputed",
    NationalityUnknown = "nationality-unknown",
    Stateless = "stateless",
    OwnCountry = "own-country",
});

/// What is known of the mission for one nationality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    pub nationality: Country,
    pub represented: Represented,
    /// Several are candidates: none of them has been confirmed alone.
    pub seats: Vec<Seat>,
    /// Whose mission it is.
    pub of: Country,
    /// States whose missions may help in its stead.
    pub also: Vec<Country>,
    pub note: String,
    pub said: Said,
    pub confidence: Confidence,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Pack(Origin),
    /// The organisation corrected the pack.
    Here {
        by: String,
        on: Date,
        source: String,
    },
    /// Nobody: the pack does not name this nationality.
    Nobody,
}

/// What a plan needs of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    pub reach: Reach,
    /// The nationality whose mission is asked, where one is settled.
    pub mission: Option<Country>,
    pub warnings: Warnings,
}

impl Standing {
    pub const UNKNOWN: Standing =
        Standing { reach: Reach::NationalityUnknown, mission: None, warnings: Warnings::NONE };

    /// Once a named person has weighed a warning of the pack and put that down in the case.
    #[must_use]
    pub fn weighed(self, warning: Warning) -> Standing {
        Standing { warnings: self.warnings.weighed(warning), ..self }
    }
}

/// The newest of what was corrected here counts, and more than the pack unless the pack is of a later day.
pub fn route(pack: &Pack, corrections: &[Correction], nationality: &Nationality) -> Route {
    let stateless = Country::from_iso3("XXA");
    let real = |one: &Country| Some(*one) != stateless && one.iso3() != "XXX";
    let (countries, settled): (Vec<Country>, Option<Reach>) = match nationality {
        Nationality::One(one) if Some(*one) == stateless => (Vec::new(), Some(Reach::Stateless)),
        Nationality::Stateless => (Vec::new(), Some(Reach::Stateless)),
        Nationality::Unknown => (Vec::new(), Some(Reach::NationalityUnknown)),
        Nationality::One(one) => ([*one].into_iter().filter(real).collect(), None),
        Nationality::Several { all, chosen } => {
            let mut countries: Vec<Country> = all.iter().copied().filter(real).collect();
            countries.sort_by_key(|one| (Some(*one) != *chosen, *one));
            countries.dedup();
            let unsettled = countries.len() > 1 && !chosen.is_some_and(|one| countries.contains(&one));
            (countries, unsettled.then_some(Reach::SeveralNationalities))
        }
        Nationality::Disputed(all) => (all.iter().copied().filter(real).collect(), Some(Reach::Disputed)),
    };
    let leads: Vec<Lead> = countries.iter().map(|country| lead(pack, corrections, *country)).collect();
    let reach = settled.unwrap_or_else(|| leads.first().map_or(Reach::NationalityUnknown, |lead| lead.reach(pack)));
    let cautions: Vec<Caution> = countries.iter().flat_map(|country| pack.cautions(*country)).cloned().collect();
    let mut warnings =
        cautions.iter().fold(Warnings::default(), |all, caution| all.with(caution.warning, caution.against));
    if reach == Reach::Stateless {
        warnings = warnings.with(Warning::Stateless, Contacts::of([Contact::Mission, Contact::HomeState]));
    }
    Route { reach, leads, cautions, warnings }
}

impl Route {
    pub fn standing(&self) -> Standing {
        let is_settled = matches!(
            self.reach,
            Reach::Resident | Reach::Covering | Reach::Unconfirmed | Reach::None | Reach::OwnCountry
        );
        let mission = self.leads.first().filter(|_| is_settled).map(|lead| lead.nationality);
        Standing { reach: self.reach, mission, warnings: self.warnings }
    }
}

impl Lead {
    fn reach(&self, pack: &Pack) -> Reach {
        match self.represented {
            _ if pack.basics.countries.contains(&self.nationality)
                && self.of == self.nationality
                && self.is_nobodys() =>
            {
                Reach::OwnCountry
            }
            Represented::Resident => Reach::Resident,
            Represented::Covering if self.seats.len() == 1 => Reach::Covering,
            Represented::Covering | Represented::Unconfirmed => Reach::Unconfirmed,
            Represented::None => Reach::None,
        }
    }

    fn is_nobodys(&self) -> bool {
        self.said == Said::Nobody
    }
}

fn lead(pack: &Pack, corrections: &[Correction], nationality: Country) -> Lead {
    let mission = pack.missions.get(&nationality);
    let mut lead = match mission {
        Some(mission) => Lead {
            nationality,
            represented: mission.represented,
            seats: mission.seats.clone(),
            of: mission.of,
            also: mission.also.clone(),
            note: mission.note.clone(),
            said: Said::Pack(mission.origin.clone()),
            confidence: mission.origin.confidence,
        },
        None => Lead {
            nationality,
            represented: Represented::Unconfirmed,
            seats: Vec::new(),
            of: nationality,
            also: Vec::new(),
            note: String::new(),
            said: Said::Nobody,
            confidence: Confidence::Low,
        },
    };
    // Of two of one day the one that was written later counts.
    let newest = corrections.iter().filter(|one| one.nationality == nationality).max_by_key(|one| one.on);
    if let Some(correction) = newest.filter(|one| mission.is_none_or(|mission| mission.origin.newest() <= one.on)) {
        lead.represented = correction.represented;
        lead.seats = correction.seats.clone();
        lead.confidence = Confidence::Medium;
        lead.said = Said::Here { by: correction.by.clone(), on: correction.on, source: correction.source.clone() };
    }
    lead
}
