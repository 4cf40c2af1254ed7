//! The invented people of the demonstration: `data/demo/arrivals.csv`, kept inside the program.

use anyhow::{Context, Result};
use base::{Arrival, Birth, Consent, Country, Instant, Language, Paper, PaperKind, PaperStatus, Sex, Sign};

const ARRIVALS: &str = include_str!("../../../data/demo/arrivals.csv");

/// Where somebody was met: decides which team registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Street,
    Mission,
    Shelter,
}

#[derive(Clone)]
pub struct Invented {
    pub at: Instant,
    pub channel: Channel,
    /// People with the same number came together.
    pub group: Option<u32>,
    pub arrival: Arrival,
}

/// Everybody, in the order in which they arrive.
pub fn invented() -> Result<Vec<Invented>> {
    let mut reader = csv::Reader::from_reader(ARRIVALS.as_bytes());
    let rows = reader.records().enumerate().map(|(n, row)| {
        let row = row.context("data/demo/arrivals.csv is not well formed")?;
        read(&row)
            .with_context(|| format!("data/demo/arrivals.csv, person {}, holds a value that is not understood", n + 1))
    });
    rows.collect()
}

fn read(row: &csv::StringRecord) -> Option<Invented> {
    let at = Instant::read(&row[0])?;
    let channel = match &row[1] {
        "street" => Channel::Street,
        "mission" => Channel::Mission,
        "shelter" => Channel::Shelter,
        _ => return None,
    };
    let list = |column: usize| row[column].split(';').filter(|part| !part.is_empty());
    let some = |column: usize| Some(row[column].to_owned()).filter(|text| !text.is_empty());
    let arrival = Arrival {
        names: [some(2), some(3)].into_iter().flatten().collect(),
        sex: match &row[4] {
            "F" => Some(Sex::Female),
            "M" => Some(Sex::Male),
            "X" => Some(Sex::Other),
            _ => None,
        },
        birth: birth(&row[5], at)?,
        nationalities: list(6).map(Country::from_iso3).collect::<Option<_>>()?,
        languages: list(7).filter_map(Language::from_code).collect(),
        place: some(8),
        papers: list(10).filter(|paper| !paper.starts_with("none")).map(paper).collect::<Option<Vec<_>>>()?,
        signs: list(11).map(|sign| Sign::from_key(&sign.replace('_', "-"))).collect::<Option<_>>()?,
        contacts: some(12).into_iter().collect(),
        remark: some(13),
        reported: None,
        entered: None,
        consent: if channel == Channel::Street { Consent::Spoken } else { Consent::Signed },
    };
    Some(Invented { at, channel, group: row[9].parse().ok(), arrival })
}

fn birth(text: &str, at: Instant) -> Option<Option<Birth>> {
    match text.strip_prefix('~') {
        _ if text.is_empty() => Some(None),
        Some(age) => Some(Some(Birth::About { age: age.parse().ok()?, on: at.local_date() })),
        None => Birth::read(text).map(Some),
    }
}

fn paper(text: &str) -> Option<Paper> {
    let mut parts = text.splitn(3, ':');
    let kind = PaperKind::from_key(&parts.next()?.replace('_', "-"))?;
    let status = PaperStatus::from_key(parts.next()?)?;
    let number = parts.next().filter(|number| !number.is_empty()).map(str::to_owned);
    Some(Paper { kind, status, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_in_the_file_is_understood() {
        let people = invented().unwrap();
        assert!(people.len() >= 3_400);
        assert!(people.iter().all(|person| !person.arrival.names.is_empty()));
        assert!(people.windows(2).all(|pair| pair[0].at <= pair[1].at), "they arrive in order");
    }
}
