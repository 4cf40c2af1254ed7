//! A search for people: as the form of the list fills it in, as programs send it, and as it is saved.

use crate::api::texted::As;
use base::{Country, Date, Sign};
use casework::desk::{Query, Sort};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Every part that is given must fit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Search {
    /// Any part of a name in any script, of a code, passport, phone, place, nationality or date.
    pub find: String,
    pub nationality: Option<As<Country>>,
    /// A place as it stands in the list.
    pub place: Option<String>,
    pub sign: Option<As<Sign>>,
    /// Only people with any urgent sign.
    pub urgent: bool,
    /// Under 18, or maybe.
    pub minor: bool,
    /// The first and the last day of registration.
    pub since: Option<As<Date>>,
    pub until: Option<As<Date>>,
    /// The day the person came to us.
    pub arrived: Option<As<Date>>,
    /// The best match first when something is searched for, else the newest.
    pub sort: Option<As<Sort>>,
}

impl Search {
    /// What a form asks for; what cannot be read narrows nothing.
    pub fn of_pairs(pairs: &[(String, String)]) -> Search {
        let value = |field: &str| pairs.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value);
        let has = |field: &str, wanted: &str| pairs.iter().any(|(name, value)| name == field && value == wanted);
        let day = |field: &str| value(field).parse().ok().map(As);
        Search {
            find: value("find").to_owned(),
            nationality: Country::from_iso3(value("nationality")).map(As),
            place: Some(value("place").to_owned()).filter(|place| !place.is_empty()),
            sign: Sign::from_key(value("sign")).map(As),
            urgent: has("sign", "any"),
            minor: has("minor", "yes"),
            since: day("since"),
            until: day("until"),
            arrived: day("arrived"),
            sort: Sort::from_key(value("sort")).map(As),
        }
    }

    /// The form as it would be filled in for this search.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let sign = if self.urgent { Some("any") } else { self.sign.as_ref().map(|As(sign)| sign.key()) };
        let day = |day: &Option<As<Date>>| day.as_ref().map(|As(day)| day.to_string());
        let fields = [
            ("find", Some(self.find.clone())),
            ("nationality", self.nationality.as_ref().map(|As(country)| country.iso3().to_owned())),
            ("place", self.place.clone()),
            ("sign", sign.map(str::to_owned)),
            ("minor", self.minor.then(|| "yes".to_owned())),
            ("since", day(&self.since)),
            ("until", day(&self.until)),
            ("arrived", day(&self.arrived)),
            ("sort", self.sort.as_ref().map(|As(sort)| sort.key().to_owned())),
        ];
        let given = fields.into_iter().filter_map(|(field, value)| Some((field.to_owned(), value?)));
        given.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// With words to search for and no order of one's own, the best match comes first.
    pub fn query(&self) -> Query {
        let searching = !self.find.trim().is_empty();
        let sort = self.sort.as_ref().map_or(Sort::Newest, |As(sort)| *sort);
        Query {
            text: self.find.clone(),
            nationality: self.nationality.as_ref().map(|As(country)| *country),
            place: self.place.clone(),
            sign: self.sign.as_ref().map(|As(sign)| *sign),
            any_sign: self.urgent,
            minor: self.minor,
            registered_since: self.since.as_ref().map(|As(day)| *day),
            registered_until: self.until.as_ref().map(|As(day)| *day),
            arrived: self.arrived.as_ref().map(|As(day)| *day),
            sort: if searching && sort == Sort::Newest { Sort::Best } else { sort },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_becomes_a_form_and_the_same_search_again() {
        let said = serde_json::json!({
            "find": "hanna", "nationality": "ETH", "place": "Kampot", "urgent": true, "minor": true,
            "since": "2026-01-01", "until": "2026-01-31", "arrived": "2026-01-16", "sort": "name",
        });
        let search: Search = serde_json::from_value(said).unwrap();
        assert_eq!(Search::of_pairs(&search.pairs()), search);
        assert_eq!(search.query().sort, Sort::Name);
        assert_eq!(Search { sort: None, ..search }.query().sort, Sort::Best);
        assert!(Search::default().pairs().is_empty());
    }
}
