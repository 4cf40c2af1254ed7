//! Our own part of a record, under one name of its own: what no official field holds, or not whole. Pure.

use super::happened;
use crate::{Fact, Field};
use base::{Birth, Consent, Country, Date, GroupId, Language, Paper, PaperKind, PaperStatus, Sex, Sign, text};
use serde_json::{Value, json};

/// The name under which everything of ours stands, in the document and in each record.
pub const NAME: &str = "x_safeconduct";
/// The version of what stands there.
pub const VERSION: u64 = 1;

/// Every field of a case, with the word for it in the extension.
pub fn fields() -> impl Iterator<Item = Field> {
    let signs = Sign::ALL.iter().map(|sign| Field::Sign(*sign));
    let others = [
        Field::Names,
        Field::Sex,
        Field::Birth,
        Field::Nationalities,
        Field::Languages,
        Field::Papers,
        Field::Contacts,
        Field::Consent,
        Field::Group,
        Field::Place,
        Field::Reported,
        Field::Entered,
        Field::Remark,
        Field::Happened,
    ];
    others.into_iter().chain(signs)
}

/// A fact as the extension writes it.
pub fn write(fact: &Fact) -> Value {
    match fact {
        Fact::Names(names) => json!(names),
        Fact::Sex(sex) => json!(sex.key()),
        Fact::Birth(birth) => json!(birth.to_string()),
        Fact::Nationalities(countries) => json!(countries),
        Fact::Languages(languages) => json!(languages),
        Fact::Papers(papers) => papers.iter().map(write_paper).collect(),
        Fact::Contacts(contacts) => json!(contacts),
        Fact::Consent(consent) => json!(consent.key()),
        Fact::Group(group) => json!(group.to_string()),
        Fact::Place(place) => json!(place),
        Fact::Reported(day) | Fact::Entered(day) => json!(day.to_string()),
        Fact::Sign(_, stands) => json!(stands),
        Fact::Remark(remark) => json!(remark),
        // What was agreed with whom stays with the team: it is no field of an export.
        Fact::Grant(_) | Fact::Referral(_) | Fact::Request(_) | Fact::Answer(_) => Value::Null,
        Fact::Happened(told) => happened::write(told),
        // What was said in a hearing stays with the team; a decision is a field of the standard itself; who did it is
        // testimony, which never goes out.
        Fact::Heard(_) | Fact::Decision(_) | Fact::Attended(_) | Fact::Named(_) => Value::Null,
        // The way out is work in hand, not what is known of somebody.
        Fact::Step(_) | Fact::Course(_) | Fact::Stay(_) | Fact::Circumstance(_) => Value::Null,
        Fact::Safety(_) | Fact::Custody(_) | Fact::Outcome(_) | Fact::Deadline(_) => Value::Null,
        Fact::Cleared(_) | Fact::Settled(_) | Fact::Appointment(_) => Value::Null,
    }
}

/// Reads what [`write`] wrote; `None` for anything else.
pub fn read(field: Field, value: &Value) -> Option<Fact> {
    let word = || value.as_str();
    Some(match field {
        Field::Names => Fact::Names(lines(value)?),
        Field::Sex => Fact::Sex(Sex::from_key(word()?)?),
        Field::Birth => Fact::Birth(Birth::read(word()?).filter(is_a_lifetime)?),
        Field::Nationalities => Fact::Nationalities(each(value, |v| Country::from_iso3(v.as_str()?))?),
        Field::Languages => Fact::Languages(each(value, |v| Language::from_code(v.as_str()?))?),
        Field::Papers => Fact::Papers(each(value, read_paper)?),
        Field::Contacts => Fact::Contacts(lines(value)?),
        Field::Consent => Fact::Consent(Consent::from_key(word()?)?),
        Field::Group => Fact::Group(GroupId::read(word()?)?),
        Field::Place => Fact::Place(line(value)?),
        Field::Reported => Fact::Reported(day(word()?)?),
        Field::Entered => Fact::Entered(day(word()?)?),
        Field::Sign(sign) => Fact::Sign(sign, value.as_bool()?),
        Field::Remark => Fact::Remark(text::some_remark(word()?)?),
        Field::Grant | Field::Referral | Field::Request | Field::Answer => return None,
        Field::Happened => Fact::Happened(Box::new(happened::read(value)?)),
        Field::Heard(_) | Field::Decision | Field::Attended | Field::Named => return None,
        Field::Step | Field::Course | Field::Stay | Field::Circumstance => return None,
        Field::Safety | Field::Custody | Field::Outcome | Field::Deadline => return None,
        Field::Cleared | Field::Settled | Field::Appointment => return None,
    })
}

/// What a value of this field looks like, for the sentence about one that does not.
pub fn wanted(field: Field) -> &'static str {
    match field {
        Field::Names | Field::Contacts => "a list of texts",
        Field::Birth => "a birth as in 2001-05-17, 2001-05, 2001, ~25@2026-01-18 or 2001-05-06|2001-06-05",
        Field::Nationalities => "a list of countries by ISO 3166-1 alpha-3",
        Field::Languages => "a list of languages by BCP 47",
        Field::Papers => "a list of papers with kind, status and number",
        Field::Reported | Field::Entered => "a day that exists, written as in 2026-01-18",
        Field::Sign(_) => "true or false",
        Field::Group => "an id of 26 letters and digits",
        Field::Sex | Field::Consent => "one of its words",
        Field::Place | Field::Remark => "a text",
        Field::Grant | Field::Referral | Field::Request | Field::Answer => "nothing",
        Field::Happened => "an event of the captivity with what, from, until and the names of the standard",
        Field::Heard(_) | Field::Decision | Field::Attended | Field::Named => "nothing",
        Field::Step | Field::Course | Field::Stay | Field::Circumstance => "nothing",
        Field::Safety | Field::Custody | Field::Outcome | Field::Deadline => "nothing",
        Field::Cleared | Field::Settled | Field::Appointment => "nothing",
    }
}

/// Years in which somebody who is alive was born, met or counted. What lies outside is a slip, and reckoning with it
/// could leave the calendar.
fn is_a_year(year: i16) -> bool {
    (1880..=2200).contains(&year)
}

fn is_a_lifetime(birth: &Birth) -> bool {
    match birth {
        Birth::On(day) => is_a_year(day.year()),
        Birth::Month { year, .. } | Birth::Year(year) => is_a_year(*year),
        Birth::About { age, on } => *age <= 130 && is_a_year(on.year()),
        Birth::Either(a, b) => is_a_year(a.year()) && is_a_year(b.year()),
    }
}

/// A day as the standard and the extension write it.
pub fn day(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (text.len() == 10 && is_a_year(day.year())).then_some(day)
}

fn write_paper(paper: &Paper) -> Value {
    let mut written = json!({ "kind": paper.kind.key(), "status": paper.status.key() });
    if let Some(number) = &paper.number {
        written["number"] = json!(number);
    }
    written
}

fn read_paper(value: &Value) -> Option<Paper> {
    let word = |name: &str| value.get(name)?.as_str();
    Some(Paper {
        kind: PaperKind::from_key(word("kind")?)?,
        status: PaperStatus::from_key(word("status")?)?,
        number: value.get("number").map(line).map_or(Some(None), |number| number.map(Some))?,
    })
}

/// A list that says nothing is no value: unknown is left out.
fn each<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let values = value.as_array()?.iter().map(read).collect::<Option<Vec<T>>>()?;
    (!values.is_empty()).then_some(values)
}

fn lines(value: &Value) -> Option<Vec<String>> {
    each(value, line)
}

pub(super) fn line(value: &Value) -> Option<String> {
    text::some_line(value.as_str()?)
}
