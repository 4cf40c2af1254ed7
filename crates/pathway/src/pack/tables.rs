//! The small tables of a pack: places, fees, deadlines, holidays.

use super::missions::country;
use super::origin::Origin;
use super::{Amount, Currency, Pack};
use crate::step::StepNo;
use base::table::{Row, Trouble, rows};
use base::{Country, Date};

pub const PLACES: &str = "places.csv";
pub const FEES: &str = "fees.csv";
pub const DEADLINES: &str = "deadlines.csv";
pub const HOLIDAYS: &str = "holidays.csv";

const OF_PLACES: [&str; 12] = [
    "id",
    "name",
    "province",
    "lat",
    "lon",
    "precision_km",
    "note",
    "source",
    "as_of",
    "confidence",
    "checked_by",
    "checked_on",
];
const OF_FEES: [&str; 11] =
    ["id", "title", "least", "most", "currency", "note", "source", "as_of", "confidence", "checked_by", "checked_on"];
const OF_DEADLINES: [&str; 10] =
    ["id", "nationality", "step", "ends_on", "says", "source", "as_of", "confidence", "checked_by", "checked_on"];
const OF_HOLIDAYS: [&str; 7] = ["day", "name", "source", "as_of", "confidence", "checked_by", "checked_on"];

/// A town or an office, never a shelter, and never a point that a survivor gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub id: String,
    pub name: String,
    pub province: String,
    /// Latitude and longitude in degrees.
    pub at: Option<(f64, f64)>,
    pub precision_km: Option<f64>,
    pub note: String,
    pub origin: Origin,
}

/// What a step costs, as a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    pub id: String,
    pub title: String,
    pub least: Amount,
    pub most: Amount,
    pub note: String,
    pub origin: Origin,
}

/// A day by which a step must be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub id: String,
    /// `None` for everybody.
    pub nationality: Option<Country>,
    pub step: StepNo,
    pub ends_on: Date,
    pub says: String,
    pub origin: Origin,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    pub day: Date,
    pub name: String,
    pub origin: Origin,
}

/// Reads a table row by row; a second row with the same key is refused.
pub(super) fn table<T, K: PartialEq>(
    file: &'static str,
    text: &str,
    columns: &[&'static str],
    troubles: &mut Vec<Trouble>,
    read: impl Fn(&Row) -> Result<T, Trouble>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for row in rows(file, text, columns, troubles) {
        match read(&row) {
            Ok(one) if all.iter().any(|other| key(other) == key(&one)) => {
                let says = format!("“{}” stands in a row above. Leave one of the two.", row.get(columns[0]));
                troubles.push(row.wrong(columns[0], says));
            }
            Ok(one) => all.push(one),
            Err(trouble) => troubles.push(trouble),
        }
    }
    all
}

pub(super) fn places(text: &str, troubles: &mut Vec<Trouble>) -> Vec<Place> {
    let place = |row: &Row| {
        let at = match (row.perhaps::<f64>("lat")?, row.perhaps::<f64>("lon")?) {
            (Some(lat), Some(lon)) if lat.abs() <= 90.0 && lon.abs() <= 180.0 => Some((lat, lon)),
            (None, None) => None,
            _ => {
                return Err(row.wrong("lat", "Latitude and longitude belong together, in degrees. Write both or none."));
            }
        };
        Ok(Place {
            id: row.full("id")?,
            name: row.full("name")?,
            province: row.get("province").to_owned(),
            at,
            precision_km: row.perhaps("precision_km")?,
            note: row.get("note").to_owned(),
            origin: Origin::read(PLACES, row)?,
        })
    };
    table(PLACES, text, &OF_PLACES, troubles, place, |place| place.id.clone())
}

pub(super) fn fees(text: &str, troubles: &mut Vec<Trouble>) -> Vec<Fee> {
    let fee = |row: &Row| {
        let unknown = || row.wrong("currency", "Write the currency as three capital letters, such as USD.");
        let currency = Currency::read(row.get("currency")).ok_or_else(unknown)?;
        let amount = |column: &str| {
            let says = || row.wrong(column, format!("“{}” is no amount. Write it as 10 or 10.50.", row.get(column)));
            Amount::read(row.get(column), currency).ok_or_else(says)
        };
        let (least, most) = (amount("least")?, amount("most")?);
        if most.hundredths < least.hundredths {
            return Err(row.wrong("most", "The most is less than the least. Change one of them."));
        }
        Ok(Fee {
            id: row.full("id")?,
            title: row.full("title")?,
            least,
            most,
            note: row.get("note").to_owned(),
            origin: Origin::read(FEES, row)?,
        })
    };
    table(FEES, text, &OF_FEES, troubles, fee, |fee| fee.id.clone())
}

pub(super) fn holidays(text: &str, troubles: &mut Vec<Trouble>) -> Vec<Holiday> {
    let holiday = |row: &Row| {
        Ok(Holiday { day: row.date("day")?, name: row.full("name")?, origin: Origin::read(HOLIDAYS, row)? })
    };
    table(HOLIDAYS, text, &OF_HOLIDAYS, troubles, holiday, |holiday| holiday.day)
}

/// Deadlines name steps, and so come last.
pub(super) fn deadlines(pack: &Pack, text: &str, troubles: &mut Vec<Trouble>) -> Vec<Deadline> {
    let deadline = |row: &Row| {
        let nationality = match row.get("nationality") {
            "" => None,
            code => Some(country(row, "nationality", code)?),
        };
        let id = row.get("step");
        let says = || row.wrong("step", format!("There is no step “{id}”. Write one of steps.csv."));
        Ok(Deadline {
            id: row.full("id")?,
            nationality,
            step: pack.step_no(id).ok_or_else(says)?,
            ends_on: row.date("ends_on")?,
            says: row.full("says")?,
            origin: Origin::read(DEADLINES, row)?,
        })
    };
    table(DEADLINES, text, &OF_DEADLINES, troubles, deadline, |one| one.id.clone())
}
