//! Values that stand in JSON as one text: stable words, codes, days, ids.

use super::said_of_hearings::{Plain, Why};
use super::said_of_letters::Format;
use super::said_of_referrals::{How, Word};
use access::alert;
use access::{Action, Role};
use base::{
    AlertId, BatchId, Birth, CaseId, Consent, Country, Date, EmergencyId, EventId, GroupId, Instant, Language, ListId,
    PaperKind, PaperStatus, Sex, Sign, TeamId, Time, UserId,
};
use casework::appointments::For;
use casework::attachments;
use casework::captivity;
use casework::consent::Item;
use casework::desk::Sort;
use casework::emergency::{self, Standing, Verdict};
use casework::erasure::Ground;
use casework::hearing;
use casework::lists::Became;
use casework::referral::{Heard, Reason, State, Urgency};
use casework::services;
use papers::Tongue;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use screening::triage::{Concern, Level};
use screening::{Basis, Class, Dimension, Finding, When};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::borrow::Cow;
use vault::Compartment;

/// A value as its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct As<T>(pub T);

pub trait Texted: Sized {
    fn read(text: &str) -> Option<Self>;
    fn write(&self) -> String;
    /// What the text is to be, for whoever wrote another.
    fn wanted() -> String;
    fn schema() -> Schema;
}

impl<T: Texted> JsonSchema for As<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        T::schema()
    }
}

impl<T: Texted> Serialize for As<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0.write())
    }
}

impl<'de, T: Texted> Deserialize<'de> for As<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        T::read(&text).map(As).ok_or_else(|| D::Error::custom(format!("it is to be {}", T::wanted())))
    }
}

/// Closed sets of stable words.
macro_rules! words {
    ($($type:ty),* $(,)?) => {$(
        impl Texted for $type {
            fn read(text: &str) -> Option<Self> {
                <$type>::from_key(text)
            }
            fn write(&self) -> String {
                self.key().to_owned()
            }
            fn wanted() -> String {
                let words: Vec<&str> = <$type>::ALL.iter().map(|value| value.key()).collect();
                format!("one of {}", words.join(", "))
            }
            fn schema() -> Schema {
                let words: Vec<&str> = <$type>::ALL.iter().map(|value| value.key()).collect();
                json_schema!({ "type": "string", "enum": words })
            }
        }
    )*};
}

words!(
    Action,
    Became,
    captivity::By,
    captivity::What,
    Compartment,
    Consent,
    Ground,
    Heard,
    How,
    Item,
    alert::Kind,
    attachments::Kind,
    PaperKind,
    PaperStatus,
    Reason,
    Role,
    Sex,
    Sign,
    Sort,
    Standing,
    State,
    Urgency,
    Verdict,
    emergency::State,
    Word,
);
words!(Basis, Class, Concern, Dimension, Finding, Format, hearing::Body, hearing::Status, Level, Plain, Why);
words!(casework::plan::End, casework::plan::Happened, pathway::Known, pathway::Owner, pathway::Warning, pathway::Way,);
words!(casework::appointments::Standing);
words!(casework::plan::Stage, pathway::Contact, pathway::Outlook, papers::roll::Decision, crate::pages::rolls::Kind);
words!(
    services::Confidence,
    services::Group,
    services::Kind,
    services::Likeness,
    services::Said,
    services::Service,
    services::Trap
);

/// Texts of their own form: how they are read and written, and what is wanted.
macro_rules! forms {
    ($($type:ty: $read:expr, $write:expr, $pattern:literal, $wanted:literal;)*) => {$(
        impl Texted for $type {
            fn read(text: &str) -> Option<Self> {
                $read(text)
            }
            fn write(&self) -> String {
                $write(self)
            }
            fn wanted() -> String {
                $wanted.to_owned()
            }
            fn schema() -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "description": concat!("It is ", $wanted, ".") })
            }
        }
    )*};
}

forms! {
    Country: Country::from_iso3, |country: &Country| country.iso3().to_owned(), "^[A-Z]{3}$",
        "a country as three capital letters (ISO 3166)";
    Language: Language::from_code, |language: &Language| language.code().to_owned(), "^[a-z]{2,3}$",
        "a language as its code (ISO 639)";
    For: For::from_key, |day: &For| day.key(), r"^(mon|tue|wed|thu|fri|sat|sun|\d{4}-\d{2}-\d{2})$",
        "a day of the week as mon to sun, or a date as in 2026-12-03";
    Time: time, |at: &Time| at.strftime("%H:%M").to_string(), r"^\d{2}:\d{2}$", "a time as in 09:00";
    Date: day, Date::to_string, r"^\d{4}-\d{2}-\d{2}$", "a day as in 2026-01-16";
    Birth: Birth::read, Birth::to_string, r"^(\d{4}(-\d{2}(-\d{2})?)?|~\d{1,3}@\d{4}-\d{2}-\d{2}|\d{4}-\d{2}-\d{2}\|\d{4}-\d{2}-\d{2})$",
        "a birth as in 1999-02-03, 1999-02, 1999, ~25@2026-01-16 (about 25 on that day) or 1999-02-03|1999-03-02";
    BatchId: BatchId::read, BatchId::to_string, "^[0-9a-v]{26}$", "the id of a batch";
    AlertId: AlertId::read, AlertId::to_string, "^[0-9a-v]{26}$", "the id of an alert";
    CaseId: CaseId::read, CaseId::to_string, "^[0-9a-v]{26}$", "the id of a case";
    EmergencyId: EmergencyId::read, EmergencyId::to_string, "^[0-9a-v]{26}$", "the id of a request in an emergency";
    GroupId: GroupId::read, GroupId::to_string, "^[0-9a-v]{26}$", "the id of a group";
    ListId: ListId::read, ListId::to_string, "^[0-9a-v]{26}$", "the id of a list";
    UserId: UserId::read, UserId::to_string, "^[0-9a-v]{26}$", "the id of a member";
    TeamId: TeamId::read, TeamId::to_string, "^[0-9a-v]{26}$", "the id of a team";
    EventId: EventId::read_uuid, EventId::to_string,
        "^([0-9a-v]{26}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$",
        "a UUID of version 7";
    Tongue: Tongue::of_tag, |tongue: &Tongue| tongue.tag().to_owned(), "^(en|km)$", "en or km";
    When: When::read, When::to_string, r"^(unknown|\d{4}(-\d{2}(-\d{2}(\.\.\d{4}-\d{2}-\d{2}|[T ].+)?)?)?)$",
        "a time as exactly as it is known: 2026-01-18T18:00:00+07:00, 2026-01-18, 2026-01-10..2026-01-14, 2026-01, 2026 or unknown";
    Instant: Instant::read, |at: &Instant| at.utc_text(), r"^\d{4}-\d{2}-\d{2}T", "a moment as in 2026-01-16T09:12:00Z";
}

/// Hours and minutes.
fn time(text: &str) -> Option<Time> {
    (text.len() == 5).then(|| text.parse().ok()).flatten()
}

/// A day alone, without a time after it.
fn day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}
