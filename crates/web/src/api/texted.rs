//! Values that stand in JSON as one text: stable words, codes, days, ids.

use access::{Action, Role};
use base::{Birth, CaseId, Consent, Country, Date, EventId, Language, PaperKind, PaperStatus, Sex, Sign};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::borrow::Cow;

/// A value as its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct As<T>(pub T);

pub trait Texted: Sized {
    fn read(text: &str) -> Option<Self>;
    fn write(&self) -> String;
    /// What the text is to be, for whoever wrote another.
    fn wanted() -> String;
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
        }
    )*};
}

words!(Action, Consent, PaperKind, PaperStatus, Role, Sex, Sign);

/// Texts of their own form: how they are read and written, and what is wanted.
macro_rules! forms {
    ($($type:ty: $read:expr, $write:expr, $wanted:literal;)*) => {$(
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
        }
    )*};
}

forms! {
    Country: Country::from_iso3, |country: &Country| country.iso3().to_owned(), "a country as three capital letters (ISO 3166)";
    Language: Language::from_code, |language: &Language| language.code().to_owned(), "a language as its code (ISO 639)";
    Date: |text: &str| text.parse().ok(), Date::to_string, "a day as in 2026-01-16";
    Birth: Birth::read, Birth::to_string,
        "a birth as in 1999-02-03, 1999-02, 1999, ~25@2026-01-16 (about 25 on that day) or 1999-02-03|1999-03-02";
    CaseId: CaseId::read, CaseId::to_string, "the id of a case";
    EventId: EventId::read_uuid, EventId::to_string, "a UUID of version 7";
}
