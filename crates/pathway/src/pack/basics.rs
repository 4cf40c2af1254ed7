//! What a pack says of its country as a whole: `pack.csv`, a key and a value in each row.

use super::origin::Origin;
use super::{Amount, Currency};
use crate::set::words;
use base::Country;
use base::table::{Row, Trouble, rows, several};
use std::collections::BTreeMap;

pub const FILE: &str = "pack.csv";
const COLUMNS: [&str; 7] = ["key", "value", "source", "as_of", "confidence", "checked_by", "checked_on"];

/// A key of `pack.csv`. Lengths of visas stand beside these, as `visa-tourist`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Name,
    Countries,
    Currency,
    FinePerDay,
    FineCap,
    EntryDayCounts,
    Airport,
    UtcOffset,
    Weekend,
    SafetyStep,
    ConsentStep,
    WaiverStep,
    IdentityStep,
    DocumentStep,
}

words!(Key {
    Name = "name",
    Countries = "countries",
    Currency = "currency",
    FinePerDay = "fine-per-day",
    FineCap = "fine-cap",
    EntryDayCounts = "entry-day-counts",
    Airport = "airport",
    UtcOffset = "utc-offset",
    Weekend = "weekend",
    SafetyStep = "safety-step",
    ConsentStep = "consent-step",
    WaiverStep = "waiver-step",
    IdentityStep = "identity-step",
    DocumentStep = "document-step",
});

const VISA: &str = "visa-";
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basics {
    pub name: String,
    /// Whose laws the pack is about; the first is where people leave from.
    pub countries: Vec<Country>,
    pub fine: Fine,
    /// Minutes that clocks there are ahead of UTC.
    pub utc_offset: i16,
    /// The lengths of visas in days, by their names.
    pub visas: BTreeMap<String, u16>,
    /// Where each key comes from.
    pub origins: BTreeMap<String, Origin>,
    pub(super) weekend: [bool; 7],
    pub(super) airport: String,
    pub(super) safety_step: String,
    pub(super) consent_step: String,
    /// Where fines are waived for those on a mission's list.
    pub(super) waiver_step: Option<String>,
    /// Where the mission confirms who somebody is.
    pub(super) identity_step: Option<String>,
    /// Where the person is given a document to travel with.
    pub(super) document_step: Option<String>,
}

/// What a day of overstay costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fine {
    pub per_day: Amount,
    /// More than this is never asked.
    pub cap: Option<Amount>,
    /// Whether the day of entry is the first of those that a visa gives.
    pub entry_day_counts: bool,
}

/// One fact and where it comes from.
struct Fact<'r> {
    value: String,
    row: Row<'r>,
}

pub(super) fn read(text: &str, troubles: &mut Vec<Trouble>) -> Option<Basics> {
    let mut facts: BTreeMap<String, Fact> = BTreeMap::new();
    let mut origins = BTreeMap::new();
    for row in rows(FILE, text, &COLUMNS, troubles) {
        let key = row.get("key").to_owned();
        if Key::from_key(&key).is_none() && !key.starts_with(VISA) {
            let says = format!("“{key}” is no key. There are {}, and {VISA}NAME.", crate::set::every::<Key>());
            troubles.push(row.wrong("key", says));
            continue;
        }
        match (row.full("value"), Origin::read(FILE, &row)) {
            (Ok(_), Ok(_)) if origins.contains_key(&key) => {
                troubles.push(row.wrong("key", format!("“{key}” stands in a row above. Leave one of the two.")));
            }
            (Ok(value), Ok(origin)) => {
                origins.insert(key.clone(), origin);
                facts.insert(key, Fact { value, row });
            }
            (value, origin) => troubles.extend([value.err(), origin.err()].into_iter().flatten()),
        }
    }
    match basics(&facts, origins) {
        Ok(basics) => Some(basics),
        Err(trouble) => {
            troubles.push(trouble);
            None
        }
    }
}

fn basics(facts: &BTreeMap<String, Fact>, origins: BTreeMap<String, Origin>) -> Result<Basics, Trouble> {
    let missing = |key: Key| Trouble::new(FILE, 0, "key", format!("“{}” has no row. Write one.", key.key()));
    let fact = |key: Key| facts.get(key.key()).ok_or_else(|| missing(key));
    let wrong = |fact: &Fact, says: String| fact.row.wrong("value", says);
    let currency = fact(Key::Currency)?;
    let unknown = || wrong(currency, "Write the currency as three capital letters, such as USD.".to_owned());
    let currency = Currency::read(&currency.value).ok_or_else(unknown)?;
    let amount = |fact: &Fact| {
        let says = || wrong(fact, format!("“{}” is no amount. Write it as 10 or 10.50.", fact.value));
        Amount::read(&fact.value, currency).ok_or_else(says)
    };
    let yes = |fact: &Fact| match fact.value.as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => Err(wrong(fact, format!("“{other}” is neither yes nor no."))),
    };
    let visas = facts.iter().filter_map(|(key, fact)| Some((key.strip_prefix(VISA)?, fact)));
    let visa = |(name, fact): (&str, &Fact)| match fact.value.parse() {
        Ok(days @ 1..=3_660) => Ok((name.to_owned(), days)),
        _ => Err(wrong(fact, format!("“{}” is no number of days from 1 to 3660.", fact.value))),
    };
    Ok(Basics {
        name: fact(Key::Name)?.value.clone(),
        countries: countries(fact(Key::Countries)?)?,
        fine: Fine {
            per_day: amount(fact(Key::FinePerDay)?)?,
            cap: facts.get(Key::FineCap.key()).map(amount).transpose()?,
            entry_day_counts: yes(fact(Key::EntryDayCounts)?)?,
        },
        utc_offset: utc_offset(fact(Key::UtcOffset)?)?,
        visas: visas.map(visa).collect::<Result<_, _>>()?,
        weekend: weekend(fact(Key::Weekend)?)?,
        airport: fact(Key::Airport)?.value.clone(),
        safety_step: fact(Key::SafetyStep)?.value.clone(),
        consent_step: fact(Key::ConsentStep)?.value.clone(),
        waiver_step: facts.get(Key::WaiverStep.key()).map(|fact| fact.value.clone()),
        identity_step: facts.get(Key::IdentityStep.key()).map(|fact| fact.value.clone()),
        document_step: facts.get(Key::DocumentStep.key()).map(|fact| fact.value.clone()),
        origins,
    })
}

fn countries(fact: &Fact) -> Result<Vec<Country>, Trouble> {
    let read = |code: &str| {
        let says = || fact.row.wrong("value", format!("“{code}” is no country. Write ISO 3166 codes such as KHM."));
        Country::from_iso3(code).ok_or_else(says)
    };
    several(&fact.value).map(read).collect()
}

/// "+07:00"
fn utc_offset(fact: &Fact) -> Result<i16, Trouble> {
    let read = |text: &str| {
        let (sign, rest) = text.split_at_checked(1)?;
        let (hours, minutes) = rest.split_once(':')?;
        let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
        let fits = (0..=14).contains(&hours) && (0..60).contains(&minutes);
        let minutes = fits.then_some(hours * 60 + minutes)?;
        match sign {
            "+" => Some(minutes),
            "-" => Some(-minutes),
            _ => None,
        }
    };
    let says = || fact.row.wrong("value", format!("“{}” is no distance from UTC. Write it as +07:00.", fact.value));
    read(&fact.value).ok_or_else(says)
}

fn weekend(fact: &Fact) -> Result<[bool; 7], Trouble> {
    let mut weekend = [false; 7];
    for word in several(&fact.value) {
        match WEEKDAYS.iter().position(|day| *day == word) {
            Some(day) => weekend[day] = true,
            None => {
                let says = format!("“{word}” is no day. Write some of: {}.", WEEKDAYS.join(";"));
                return Err(fact.row.wrong("value", says));
            }
        }
    }
    match weekend {
        [true, true, true, true, true, true, true] => {
            Err(fact.row.wrong("value", "Every day is a weekend, so that no office would ever work."))
        }
        weekend => Ok(weekend),
    }
}
