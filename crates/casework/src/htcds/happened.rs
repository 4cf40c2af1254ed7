//! What happened in captivity as the standard's historic events: its field names and codes where it has them, and our
//! own words for the rest. Pure.

use super::extension::line;
use crate::captivity::{By, Happening, Money, What};
use base::{Country, text};
use screening::When;
use serde_json::{Value, json};

/// An entry, with `hte_…` names for what the standard holds whole.
pub fn write(told: &Happening) -> Value {
    let mut out = json!({ "what": told.what.key() });
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            out[name] = value;
        }
    };
    let known = |when: When| (when != When::Unknown).then(|| json!(when.to_string()));
    put("hte_Type", told.what.htcds().map(Value::from));
    put("hte_Date", matches!(told.from, When::On(_)).then(|| json!(told.from.to_string())));
    put("hte_City", told.place.as_ref().map(|place| json!(place)));
    put("hte_Country", told.country.map(|country| json!(country.iso2())));
    put("hte_Description", told.words.as_ref().map(|words| json!(words)));
    put("from", known(told.from));
    put("until", known(told.until));
    put("country", told.country.map(|country| json!(country.iso3())));
    put("by", told.by.map(|by| json!(by.key())));
    put("amount", told.money.as_ref().map(|money| json!(money.amount)));
    put("currency", told.money.as_ref().map(|money| json!(money.currency)));
    put("people", told.people.map(|people| json!(people)));
    put("struck", told.struck.then_some(json!(true)));
    out
}

/// Reads what [`write`] wrote; `None` for anything else.
pub fn read(value: &Value) -> Option<Happening> {
    let word = |name: &str| value.get(name).and_then(Value::as_str);
    let time = |name: &str| word(name).map_or(Some(When::Unknown), When::read);
    let amount = value.get("amount").and_then(Value::as_u64);
    let country = match word("country") {
        Some(code) => Some(Country::from_iso3(code)?),
        None => None,
    };
    let by = match word("by") {
        Some(key) => Some(By::from_key(key)?),
        None => None,
    };
    Some(Happening {
        first: None,
        what: What::from_key(word("what")?)?,
        from: time("from")?,
        until: time("until")?,
        place: value.get("hte_City").and_then(line),
        country,
        by,
        money: amount.map(|amount| Money { amount, currency: text::line(word("currency").unwrap_or_default()) }),
        people: value.get("people").and_then(Value::as_u64).and_then(|people| people.try_into().ok()),
        words: word("hte_Description").map(text::remark).filter(|words| !words.is_empty()),
        struck: value.get("struck").and_then(Value::as_bool).unwrap_or_default(),
    })
}
