//! Which mission is responsible for whom, and whom nobody may be put before: `missions.csv`, `routing_warnings.csv`.

use super::origin::Origin;
use crate::set::{Set, every, words};
use crate::words::{Contacts, Warning};
use base::Country;
use base::table::{Row, Trouble, rows, several};
use std::collections::BTreeMap;
use std::fmt;

pub const FILE: &str = "missions.csv";
pub const WARNINGS: &str = "routing_warnings.csv";

const COLUMNS: [&str; 11] = [
    "nationality",
    "standing",
    "seats",
    "mission_of",
    "also",
    "note",
    "source",
    "as_of",
    "confidence",
    "checked_by",
    "checked_on",
];
const OF_WARNINGS: [&str; 9] =
    ["nationality", "warning", "against", "says", "source", "as_of", "confidence", "checked_by", "checked_on"];

/// How a nationality is represented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Represented {
    /// By a mission in the country.
    Resident,
    /// By a mission elsewhere.
    Covering,
    /// Nobody has confirmed by whom: ask. Seats, where there are some, are where to ask first.
    Unconfirmed,
    /// By nobody.
    None,
}

words!(Represented {
    Resident = "resident",
    Covering = "covering",
    Unconfirmed = "unconfirmed",
    None = "none",
});

/// Where a mission sits: "Bangkok, THA".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    pub city: String,
    pub country: Country,
}

impl Seat {
    pub fn read(text: &str) -> Option<Seat> {
        let (city, code) = text.rsplit_once(',')?;
        let (city, country) = (city.trim(), Country::from_iso3(code.trim())?);
        (!city.is_empty()).then(|| Seat { city: city.to_owned(), country })
    }
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}, {}", self.city, self.country.iso3())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mission {
    pub nationality: Country,
    pub represented: Represented,
    /// Where it sits. Several are candidates.
    pub seats: Vec<Seat>,
    /// Whose mission it is, which is mostly the person's own state.
    pub of: Country,
    /// States whose missions may help in its stead.
    pub also: Vec<Country>,
    pub note: String,
    pub origin: Origin,
}

/// A hard warning that goes with a nationality in this country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    pub nationality: Country,
    pub warning: Warning,
    pub against: Contacts,
    pub says: String,
    pub origin: Origin,
}

pub(super) fn read(text: &str, home: &[Country], troubles: &mut Vec<Trouble>) -> BTreeMap<Country, Mission> {
    let mut missions = BTreeMap::new();
    for row in rows(FILE, text, &COLUMNS, troubles) {
        match mission(&row, home) {
            Ok(one) if missions.contains_key(&one.nationality) => {
                let says = format!("{} stands in a row above. Leave one of the two.", one.nationality.iso3());
                troubles.push(row.wrong("nationality", says));
            }
            Ok(one) => drop(missions.insert(one.nationality, one)),
            Err(trouble) => troubles.push(trouble),
        }
    }
    missions
}

fn mission(row: &Row, home: &[Country]) -> Result<Mission, Trouble> {
    let nationality = country(row, "nationality", row.get("nationality"))?;
    let written = row.get("standing");
    let says = || row.wrong("standing", format!("“{written}” is none of: {}.", every::<Represented>()));
    let represented = Represented::from_key(written).ok_or_else(says)?;
    let seat = |text: &str| {
        let says = || row.wrong("seats", format!("“{text}” is no seat. Write city and country, as in “Bangkok, THA”."));
        Seat::read(text).ok_or_else(says)
    };
    let seats = several(row.get("seats")).map(seat).collect::<Result<Vec<_>, _>>()?;
    let at_home = |seat: &Seat| home.contains(&seat.country);
    let says = match represented {
        Represented::Resident if !seats.iter().any(at_home) => "A resident mission sits in a country of the pack.",
        Represented::Covering if seats.is_empty() => {
            "A mission that covers from elsewhere sits somewhere. Write where, or “unconfirmed”."
        }
        Represented::None if !seats.is_empty() => "Where there is no mission, none has a seat.",
        _ => "",
    };
    if !says.is_empty() {
        return Err(row.wrong("seats", says));
    }
    Ok(Mission {
        nationality,
        represented,
        seats,
        of: match row.get("mission_of") {
            "" => nationality,
            code => country(row, "mission_of", code)?,
        },
        also: several(row.get("also")).map(|code| country(row, "also", code)).collect::<Result<_, _>>()?,
        note: row.get("note").to_owned(),
        origin: Origin::read(FILE, row)?,
    })
}

pub(super) fn cautions(text: &str, troubles: &mut Vec<Trouble>) -> Vec<Caution> {
    let mut all: Vec<Caution> = Vec::new();
    for row in rows(WARNINGS, text, &OF_WARNINGS, troubles) {
        match caution(&row) {
            Ok(one) if all.iter().any(|other| (other.nationality, other.warning) == (one.nationality, one.warning)) => {
                troubles.push(row.wrong("warning", "This warning stands in a row above. Leave one of the two."));
            }
            Ok(one) => all.push(one),
            Err(trouble) => troubles.push(trouble),
        }
    }
    all
}

fn caution(row: &Row) -> Result<Caution, Trouble> {
    let written = row.get("warning");
    let says = || {
        let all: Vec<_> = Warning::ALL.iter().filter(|one| one.is_of_the_pack()).map(|one| one.key()).collect();
        row.wrong(
            "warning",
            format!("“{written}” is no warning that goes with a nationality. Write one of: {}.", all.join(", ")),
        )
    };
    let against = Set::read(row.get("against")).map_err(|word| {
        row.wrong(
            "against",
            format!("“{word}” is nobody to be put before. Write some of: {}.", every::<crate::Contact>()),
        )
    })?;
    if against.is_empty() {
        return Err(row.wrong("against", "A warning against nobody warns of nothing. Say against whom it stands."));
    }
    Ok(Caution {
        nationality: country(row, "nationality", row.get("nationality"))?,
        warning: Warning::from_key(written).filter(|one| one.is_of_the_pack()).ok_or_else(says)?,
        against,
        says: row.full("says")?,
        origin: Origin::read(WARNINGS, row)?,
    })
}

pub(super) fn country(row: &Row, column: &str, code: &str) -> Result<Country, Trouble> {
    let says = || row.wrong(column, format!("“{code}” is no country. Write an ISO 3166 code such as KEN."));
    Country::from_iso3(code).ok_or_else(says)
}
