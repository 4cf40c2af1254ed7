//! `steps.csv` and `ways.csv`: what is to be done, in which ways out, and what must come before.

use super::origin::Origin;
use super::tables::{Fee, Place, table};
use crate::condition::Condition;
use crate::set::{Set, every};
use crate::step::{MOST_STEPS, Spread, Step, StepNo};
use crate::words::{Contact, Contacts, Owner, Way, Ways};
use base::table::{Row, Trouble, rows, several};

pub const FILE: &str = "steps.csv";
pub const WAYS: &str = "ways.csv";

const COLUMNS: [&str; 22] = [
    "id",
    "title",
    "ways",
    "needs_all",
    "needs_any",
    "skip_if",
    "owner",
    "contact",
    "least",
    "likely",
    "most",
    "working_days",
    "in_detention",
    "documents",
    "fee",
    "place",
    "risk",
    "source",
    "as_of",
    "confidence",
    "checked_by",
    "checked_on",
];
const OF_WAYS: [&str; 9] =
    ["way", "title", "ends_with", "note", "source", "as_of", "confidence", "checked_by", "checked_on"];

/// A way out as a pack has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    pub way: Way,
    pub title: String,
    /// Whoever has done this step has come to the end of the way.
    pub ends_with: StepNo,
    pub note: String,
    pub origin: Origin,
}

/// Ten years: what takes longer is a slip.
const MOST_DAYS: f64 = 3_660.0;

pub(super) fn read(text: &str, fees: &[Fee], places: &[Place], troubles: &mut Vec<Trouble>) -> Vec<Step> {
    let all = rows(FILE, text, &COLUMNS, troubles);
    if all.len() > MOST_STEPS {
        let says = format!("There are {} steps; a plan is made for at most {MOST_STEPS}.", all.len());
        troubles.push(Trouble::new(FILE, 0, "", says));
        return Vec::new();
    }
    let ids: Vec<String> = all.iter().map(|row| row.get("id").to_owned()).collect();
    let mut steps = Vec::new();
    for (at, row) in all.iter().enumerate() {
        if ids[..at].contains(&ids[at]) {
            let says = format!("“{}” stands in a row above. Give each step its own.", ids[at]);
            troubles.push(row.wrong("id", says));
            continue;
        }
        match step(row, &ids, fees, places) {
            Ok(step) => steps.push(step),
            Err(trouble) => troubles.push(trouble),
        }
    }
    steps
}

fn step(row: &Row, ids: &[String], fees: &[Fee], places: &[Place]) -> Result<Step, Trouble> {
    let number = |column: &str, id: &str| {
        let says = || row.wrong(column, format!("There is no step “{id}”. Write one of this table."));
        ids.iter().position(|known| known == id).map(|at| StepNo(at as u8)).ok_or_else(says)
    };
    let group = |text: &str| text.split('|').map(|id| number("needs_any", id.trim())).collect::<Result<Vec<_>, _>>();
    let ways: Ways = Set::read(row.get("ways"))
        .map_err(|word| row.wrong("ways", format!("“{word}” is no way out. Write some of: {}.", every::<Way>())))?;
    if ways.is_empty() {
        return Err(row.wrong("ways", "A step that belongs to no way is never done. Say to which it belongs."));
    }
    let owner = row.get("owner");
    let nobody = || row.wrong("owner", format!("“{owner}” does no step. Write one of: {}.", every::<Owner>()));
    let owner = Owner::from_key(owner).ok_or_else(nobody)?;
    let contact = contact(row, ways, owner)?;
    let place = |column: &str, known: Option<usize>| match (row.get(column), known) {
        ("", _) => Ok(None),
        (_, Some(at)) => Ok(Some(at)),
        (id, None) => {
            Err(row.wrong(column, format!("There is no {column} “{id}”. Write one of its table, or leave it empty.")))
        }
    };
    Ok(Step {
        id: id(row)?,
        title: row.full("title")?,
        ways,
        needs_all: several(row.get("needs_all")).map(|id| number("needs_all", id)).collect::<Result<_, _>>()?,
        needs_any: several(row.get("needs_any")).map(group).collect::<Result<_, _>>()?,
        skip_if: Condition::read(row.get("skip_if")).map_err(|says| row.wrong("skip_if", says))?,
        owner,
        contact,
        days: spread(row)?,
        in_detention: row.yes("in_detention")?,
        documents: row.get("documents").to_owned(),
        fee: place("fee", fees.iter().position(|fee| fee.id == row.get("fee")))?,
        place: place("place", places.iter().position(|place| place.id == row.get("place")))?,
        risk: row.get("risk").to_owned(),
        origin: Origin::read(FILE, row)?,
    })
}

/// To whose notice a step brings the person: of a way that somebody chooses, at least of whoever sees to it.
fn contact(row: &Row, ways: Ways, owner: Owner) -> Result<Contacts, Trouble> {
    let contact: Contacts = Set::read(row.get("contact")).map_err(|word| {
        let all = every::<Contact>();
        row.wrong("contact", format!("“{word}” is nobody to come to the notice of. Write some of: {all}."))
    })?;
    let is_chosen = ways.iter().any(Way::is_voluntary);
    match owner.learns().filter(|who| is_chosen && !contact.has(*who)) {
        None => Ok(contact),
        Some(who) => {
            let says = format!("Whoever sees to this learns of the person. Write “{}” here as well.", who.key());
            Err(row.wrong("contact", says))
        }
    }
}

fn id(row: &Row) -> Result<String, Trouble> {
    let id = row.get("id");
    let letters = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if letters && (2..=40).contains(&id.len()) {
        return Ok(id.to_owned());
    }
    Err(row.wrong("id", format!("“{id}” is no id. Write 2 to 40 letters, digits and hyphens.")))
}

fn spread(row: &Row) -> Result<Spread, Trouble> {
    let days = |column: &str| match row.number::<f64>(column)? {
        days if (0.0..=MOST_DAYS).contains(&days) => Ok((days * 100.0).round() as u32),
        days => Err(row.wrong(column, format!("{days} is no number of days from 0 to {MOST_DAYS}."))),
    };
    let spread = Spread {
        least: days("least")?,
        likely: days("likely")?,
        most: days("most")?,
        working: row.yes("working_days")?,
    };
    if spread.least <= spread.likely && spread.likely <= spread.most {
        return Ok(spread);
    }
    Err(row.wrong("likely", "The days do not rise from the least over the likely to the most. Change them."))
}

pub(super) fn ways(text: &str, steps: &[Step], troubles: &mut Vec<Trouble>) -> Vec<WayOut> {
    let way_out = |row: &Row| {
        let written = row.get("way");
        let says = || row.wrong("way", format!("“{written}” is no way out. Write one of: {}.", every::<Way>()));
        let way = Way::from_key(written).ok_or_else(says)?;
        let last = row.get("ends_with");
        let Some(at) = steps.iter().position(|step| step.id == last) else {
            return Err(row.wrong("ends_with", format!("There is no step “{last}”. Write one of {FILE}.")));
        };
        if !steps[at].ways.has(way) {
            let says = format!("The step “{last}” does not belong to this way, which so could never end.");
            return Err(row.wrong("ends_with", says));
        }
        Ok(WayOut {
            way,
            title: row.full("title")?,
            ends_with: StepNo(at as u8),
            note: row.get("note").to_owned(),
            origin: Origin::read(WAYS, row)?,
        })
    };
    table(WAYS, text, &OF_WAYS, troubles, way_out, |one| one.way)
}
