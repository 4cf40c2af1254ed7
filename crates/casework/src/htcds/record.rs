//! One case as a record of HTCDS, and back. Pure.

use super::extension;
use super::official::{self, Record};
use super::standard;
use crate::{Fact, Field};
use base::{Consent, text};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The values of each field that nobody has replaced, oldest first.
pub type Standing = BTreeMap<Field, Vec<Fact>>;

/// What keeps a record from being registered: the field, and a sentence that does not repeat its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    pub field: String,
    pub sentence: String,
}

/// What a record says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// What the sender calls the record, if it says so.
    pub id: Option<String>,
    pub standing: Standing,
    /// Sentences about what was understood otherwise than it looks.
    pub notes: Vec<Misfit>,
}

/// Writes a case: official fields as far as they hold it, and the rest in the extension. `id` is what the case is
/// called by its sender.
pub fn write(id: &str, standing: &Standing) -> Record {
    let mut record = Record::new();
    let mut facts = Map::new();
    for (field, values) in standing {
        let Some(newest) = values.last() else { continue };
        let written = official::write(newest);
        let alone = official::read(*field, &written).ok().flatten();
        let is_whole = values.len() == 1 && alone.as_ref() == Some(newest);
        if !is_whole && extension::fields().any(|one| one == *field) {
            facts.insert(field.key().to_owned(), values.iter().map(extension::write).collect());
        }
        record.extend(written);
    }
    record.insert(extension::NAME.to_owned(), json!({ "id": id, "facts": facts }));
    record
}

/// Reads a record of whatever program; every misfit is named, not only the first.
pub fn read(record: &Record) -> Result<Read, Vec<Misfit>> {
    let (record, mut misfits) = spelled_as_the_standard(record);
    let ours = record.get(extension::NAME).cloned().unwrap_or_default();
    if !matches!(ours, Value::Null | Value::Object(_)) {
        misfits.push(misfit(extension::NAME, "This is not an object."));
    }
    let mut found = Read { id: id_of(&ours), ..Read::default() };
    for field in extension::fields() {
        match values(field, &record, &ours) {
            Ok((values, note)) => {
                found.notes.extend(note);
                if !values.is_empty() {
                    found.standing.insert(field, values);
                }
            }
            Err(wrong) => misfits.push(wrong),
        }
    }
    if !misfits.is_empty() {
        return Err(misfits);
    }
    let known = |name: &String| extension::fields().any(|field| field.key() == name);
    let facts = ours.get("facts").and_then(Value::as_object).into_iter().flatten();
    for (name, _) in facts.filter(|(name, _)| !known(name)) {
        let name = format!("{}.facts.{name}", extension::NAME);
        found.notes.push(misfit(&name, "This is not something that is kept of a person here. It was not taken over."));
    }
    take_over_the_rest(&record, &mut found);
    Ok(found)
}

/// The record with every name as the table of fields spells it, and what in it has the wrong type or code.
fn spelled_as_the_standard(record: &Record) -> (Record, Vec<Misfit>) {
    let mut misfits = Vec::new();
    let mut spelled = Record::new();
    for (name, value) in record.iter().filter(|(_, value)| !says_nothing(value)) {
        let field = standard::field(name);
        if let Some(Err(sentence)) = field.map(|field| field.check(value)) {
            misfits.push(Misfit { field: name.clone(), sentence });
        }
        let known_as = field.map_or(name, |field| &field.name);
        if spelled.insert(known_as.clone(), value.clone()).is_some() {
            misfits.push(misfit(name, "This field stands twice, in two spellings."));
        }
    }
    (spelled, misfits)
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.is_empty(),
        _ => false,
    }
}

fn id_of(ours: &Value) -> Option<String> {
    text::some_line(ours.get("id")?.as_str()?)
}

/// The most values of one field that may stand side by side.
const MOST_VALUES: usize = 100;

/// The values of one field: as the extension has them, unless an official field says otherwise. Somebody on the way
/// may have corrected the official field, which every program shows, and cannot have seen ours.
fn values(field: Field, record: &Record, ours: &Value) -> Result<(Vec<Fact>, Option<Misfit>), Misfit> {
    let of_field: Record = official::names_of(field)
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), record.get(*name)?.clone())))
        .collect();
    let mut note = None;
    let said_by = format!("{}.facts.{}", extension::NAME, field.key());
    if let Some(stated) = ours.get("facts").and_then(|facts| facts.get(field.key())) {
        let values = stated.as_array().and_then(|all| all.iter().map(|v| extension::read(field, v)).collect());
        let values: Vec<Fact> =
            values.filter(|values: &Vec<Fact>| values.len() <= MOST_VALUES).ok_or_else(|| Misfit {
                field: said_by.clone(),
                sentence: format!(
                    "This is not a list of at most {MOST_VALUES} values, each {}.",
                    extension::wanted(field)
                ),
            })?;
        if values.last().is_none_or(|newest| official::write(newest) == of_field) {
            return Ok((values, None));
        }
        note = Some(misfit(&said_by, "The official field says otherwise, and was taken."));
    }
    let fact = official::read(field, &of_field).map_err(|(name, sentence)| Misfit { field: name.into(), sentence })?;
    Ok((fact.into_iter().collect(), note))
}

/// What no fact of ours holds is kept as what it is: a statement of the sender, never a result of ours.
fn take_over_the_rest(record: &Record, found: &mut Read) {
    let mut said = Vec::new();
    let taken: BTreeSet<&str> = extension::fields().flat_map(official::names_of).copied().collect();
    let from_extension = |name: &str| {
        let of = extension::fields().find(|field| official::names_of(*field).contains(&name));
        of.and_then(|field| found.standing.get(&field)?.last()).is_some_and(|fact| {
            // Written from a fact of ours: nothing of it is lost.
            official::write(fact).get(name) == record.get(name)
        })
    };
    for (name, value) in record.iter().filter(|(name, _)| *name != extension::NAME) {
        if name.starts_with("per_") {
            found.notes.push(misfit(
                name,
                "Not taken over: what somebody did under coercion belongs in a sealed statement. Ask the sender for it \
                 another way.",
            ));
            continue;
        }
        let whole = taken.contains(name.as_str()) && official::holds_whole(name, value);
        if !whole && !from_extension(name) {
            said.push(format!("{name} = {}", plain(value)));
        }
    }
    if said.is_empty() {
        return;
    }
    let whole: Vec<char> = format!("The sender states in HTCDS 2.0: {}", said.join("; ")).chars().collect();
    let remarks = found.standing.entry(Field::Remark).or_default();
    // A remark is at most 2,000 characters long.
    for part in whole.chunks(2_000) {
        let part = text::remark(&part.iter().collect::<String>());
        remarks.extend((!part.is_empty()).then_some(Fact::Remark(part)));
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) if values.iter().all(Value::is_string) => {
            values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        value => value.to_string(),
    }
}

/// What may be kept, and given on, of somebody who did not agree: needs and place, nothing that names.
pub fn respecting_refusal(mut standing: Standing) -> Standing {
    let newest = standing.get(&Field::Consent).and_then(|values| values.last());
    if newest == Some(&Fact::Consent(Consent::Refused)) {
        standing.retain(|field, _| {
            matches!(field, Field::Place | Field::Sign(_) | Field::Reported | Field::Consent | Field::Group)
        });
    }
    standing
}

fn misfit(field: &str, sentence: &str) -> Misfit {
    Misfit { field: field.to_owned(), sentence: sentence.to_owned() }
}
