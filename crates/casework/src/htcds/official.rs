//! What of ours has an official field, and how it stands there. Pure.
//!
//! A fact that its official field cannot hold whole (an age, a third language, a name in two scripts) stands there
//! as far as it can, and whole in the extension. Nothing is put into an official field that nobody said: a name
//! is not parted into given name and family name, and there is no trafficking status but one that a named person
//! decided.

use super::{languages, standard};
use crate::hearing::{Body, Status};
use crate::{Fact, Field};
use base::{Birth, Consent, Country, Paper, PaperKind, PaperStatus, Sex, text};
use serde_json::{Map, Value, json};

pub type Record = Map<String, Value>;

/// The official fields that say something of `field`.
pub fn names_of(field: Field) -> &'static [&'static str] {
    match field {
        Field::Names => &["prs_FirstName", "prs_MiddleName", "prs_SecondName"],
        Field::Sex => &["prs_Gender"],
        Field::Birth => &["prs_Birthdate"],
        Field::Nationalities => &["prs_Citizenship"],
        Field::Languages => &["prs_PrimaryLanguage", "prs_SecondaryLanguage"],
        Field::Papers => &["prs_IdentityNumber"],
        Field::Contacts => &["prs_MobilePhone", "prs_HomePhone", "prs_Email"],
        Field::Consent => &["con_Consent"],
        Field::Remark => &["cco_CaseComment"],
        Field::Decision => &["vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg"],
        _ => &[],
    }
}

/// A fact as its official fields hold it; empty when they cannot.
pub fn write(fact: &Fact) -> Record {
    let mut record = Record::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            record.insert(name.to_owned(), value);
        }
    };
    match fact {
        // As in travel documents (ICAO Doc 9303, part 3, 4.6): a name that is not parted stands whole where
        // family names stand.
        Fact::Names(names) => put("prs_SecondName", names.first().map(|name| json!(name))),
        Fact::Sex(Sex::Female) => put("prs_Gender", Some(json!("Feminine"))),
        Fact::Sex(Sex::Male) => put("prs_Gender", Some(json!("Masculine"))),
        Fact::Birth(Birth::On(day)) => put("prs_Birthdate", Some(json!(day.to_string()))),
        Fact::Nationalities(countries) => {
            let codes: Vec<&str> = countries.iter().map(|c| c.iso2()).filter(|code| !code.is_empty()).collect();
            put("prs_Citizenship", (!codes.is_empty()).then(|| json!(codes)));
        }
        Fact::Languages(spoken) => {
            let mut codes = spoken.iter().filter_map(|language| languages::code(*language));
            put("prs_PrimaryLanguage", codes.next().map(|code| json!(code)));
            put("prs_SecondaryLanguage", codes.next().map(|code| json!(code)));
        }
        Fact::Papers(papers) => {
            let national = papers.iter().filter(|paper| paper.kind == PaperKind::NationalId);
            put("prs_IdentityNumber", national.filter_map(|paper| paper.number.as_ref()).map(|n| json!(n)).next());
        }
        Fact::Contacts(contacts) => {
            put("prs_MobilePhone", contacts.iter().find_map(|contact| e164(contact)).map(|phone| json!(phone)));
            put("prs_Email", contacts.iter().find(|contact| is_email(contact)).map(|email| json!(email)));
        }
        Fact::Consent(Consent::Spoken | Consent::Signed | Consent::Guardian) => put("con_Consent", Some(json!(true))),
        Fact::Consent(Consent::Refused) => put("con_Consent", Some(json!(false))),
        Fact::Remark(remark) => put("cco_CaseComment", Some(json!(remark))),
        Fact::Decision(decision) => {
            put("vic_TraffickingStatus", Some(json!(status(decision.status))));
            put("vic_TraffickingStatusDecisionMakingOrg", Some(json!(body(decision.body))));
        }
        _ => {}
    }
    record
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Possible => "PossibleVictimOfTrafficking",
        Status::Actual => "ActualVictimOfTrafficking",
        Status::NotAVictim => "NotAVictimOfTrafficking",
    }
}

fn body(body: Body) -> &'static str {
    match body {
        Body::Ngo => "NGO",
        Body::Police => "Police",
        Body::Court => "CourtOrProsecution",
        Body::Government => "NonPoliceGovernmentalOrganization",
        Body::Other => "Other",
    }
}

/// What official fields alone say of `field`. `Ok(None)` is unknown; an error is a sentence with the field's name.
pub fn read(field: Field, record: &Record) -> Result<Option<Fact>, (&'static str, String)> {
    let text = |name: &str| record.get(name).and_then(Value::as_str).map(text::line).filter(|text| !text.is_empty());
    let wrong = |name: &'static str, sentence: &str| Err((name, sentence.to_owned()));
    Ok(match field {
        Field::Names => {
            let parts: Vec<String> = names_of(field).iter().filter_map(|name| text(name)).collect();
            (!parts.is_empty()).then(|| Fact::Names(vec![text::line(&parts.join(" "))]))
        }
        Field::Sex => match text("prs_Gender").as_deref() {
            Some("Feminine") => Some(Fact::Sex(Sex::Female)),
            Some("Masculine") => Some(Fact::Sex(Sex::Male)),
            Some("NonSpecifiedUnknown") | None => None,
            Some(_) => Some(Fact::Sex(Sex::Other)),
        },
        Field::Birth => text("prs_Birthdate").and_then(|day| day.parse().ok()).map(|day| Fact::Birth(Birth::On(day))),
        Field::Nationalities => {
            let codes = record.get("prs_Citizenship").and_then(standard::codes).unwrap_or_default();
            match codes.iter().map(|code| country(code)).collect::<Option<Vec<_>>>() {
                None => return wrong("prs_Citizenship", "This is not a list of countries by ISO 3166-1 alpha-2."),
                Some(countries) => (!countries.is_empty()).then_some(Fact::Nationalities(countries)),
            }
        }
        Field::Languages => {
            let mut spoken = Vec::new();
            for name in names_of(field) {
                let Some(code) = text(name) else { continue };
                let Some(language) = languages::read(&code) else {
                    return wrong(name, "This is not a language that is known here, by ISO 639-2.");
                };
                spoken.push(language);
            }
            (!spoken.is_empty()).then_some(Fact::Languages(spoken))
        }
        Field::Papers => text("prs_IdentityNumber").map(|number| {
            Fact::Papers(vec![Paper {
                kind: PaperKind::NationalId,
                status: PaperStatus::Unknown,
                number: Some(number),
            }])
        }),
        Field::Contacts => {
            let contacts: Vec<String> = names_of(field).iter().filter_map(|name| text(name)).collect();
            (!contacts.is_empty()).then_some(Fact::Contacts(contacts))
        }
        Field::Consent => match record.get("con_Consent").and_then(Value::as_bool) {
            // Who agreed elsewhere has not been asked here: what the sender states goes into the remark.
            Some(true) | None => None,
            Some(false) => {
                return wrong(
                    "con_Consent",
                    "An unticked box can mean that the person refused, or that nobody asked. Leave the field out if \
                     nobody asked; if the person refused, say so with \"consent\": [\"refused\"] in the facts of the \
                     extension, and nothing that names them is kept.",
                );
            }
        },
        Field::Remark => {
            let remark = record.get("cco_CaseComment").and_then(Value::as_str).map(text::remark);
            remark.filter(|remark| !remark.is_empty()).map(Fact::Remark)
        }
        _ => None,
    })
}

/// Whether the fact that was read holds everything that the official field said.
pub fn holds_whole(name: &str, value: &Value) -> bool {
    match name {
        "con_Consent" => false,
        "prs_Gender" => matches!(value.as_str(), Some("Feminine" | "Masculine" | "NonSpecifiedUnknown")),
        "cco_CaseComment" => value.as_str().is_none_or(|comment| comment.chars().count() <= 2_000),
        _ => value.as_str().is_none_or(|text| text.chars().count() <= text::LINE),
    }
}

fn country(code: &str) -> Option<Country> {
    Country::all().find(|country| !code.is_empty() && country.iso2() == code)
}

/// A phone number as E.164 has it, without what people write between the digits.
fn e164(contact: &str) -> Option<String> {
    let number: String = contact.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.' | '/')).collect();
    let digits = number.strip_prefix('+').unwrap_or(&number);
    let fits = (2..=15).contains(&digits.len()) && !digits.starts_with('0');
    (fits && digits.bytes().all(|b| b.is_ascii_digit())).then_some(number)
}

fn is_email(contact: &str) -> bool {
    let mut parts = contact.splitn(2, '@');
    let (name, host) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    !name.is_empty() && host.contains('.') && !contact.contains(char::is_whitespace)
}
