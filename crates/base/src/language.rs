//! The languages that survivors and interpreters speak, and how people write them.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::country::{list, name_column, records};
use crate::spelling::Spellings;

/// A language, ordered by its BCP 47 code and serialised as that code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u16);

impl Language {
    /// The language with this BCP 47 code, in small letters as the standard writes it.
    pub fn from_code(code: &str) -> Option<Language> {
        let index = LANGUAGES.rows.binary_search_by(|row| row.code.as_str().cmp(code)).ok()?;
        Some(Language(index as u16))
    }

    /// Every language, sorted by code.
    pub fn all() -> impl Iterator<Item = Language> {
        (0..LANGUAGES.rows.len() as u16).map(Language)
    }

    /// The language as people write it: its name in many languages or in itself, its code, known
    /// variants, and as the last resort a near miss of one word alone (one slip from 6 letters,
    /// two from 9). `None` when it is not known or several can be meant ("Ndebele", "Luba").
    pub fn read(text: &str) -> Option<Language> {
        LANGUAGES.spellings.read(text).map(Language)
    }

    /// The BCP 47 code.
    pub fn code(self) -> &'static str {
        &self.row().code
    }

    /// The name in the language of this tag ("id", "zh-Hans"), or in English if there is none.
    pub fn name(self, language: &str) -> &'static str {
        &self.row().names[name_column(language)]
    }

    /// What its speakers call it, so that a person finds it in a list nobody translated.
    pub fn autonym(self) -> &'static str {
        &self.row().autonym
    }

    /// Every name and variant, for search. A word may come twice.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let row = self.row();
        std::iter::once(&row.autonym).chain(&row.names).chain(&row.variants).map(String::as_str)
    }

    fn row(self) -> &'static Row {
        &LANGUAGES.rows[usize::from(self.0)]
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
        let code = String::deserialize(deserializer)?;
        // The value is not repeated: errors reach logs, and a language is about a person.
        Language::from_code(&code).ok_or_else(|| de::Error::custom("not the code of a known language"))
    }
}

/// Words around a language that say nothing about which one it is.
const AROUND_LANGUAGE: &str = "\
    language languages speaking speaker speaks fluent native only basic some little a the bahasa \
    basa langue lengua idioma lingua tiếng lugha ya язык भाषा ভাষা";

/// The same in scripts that put no space between words.
const JOINED_TO_LANGUAGE: &str = "语 語 文 话 話 语言 語言 ภาษา ភាសា ဘာသာစကား";

struct Row {
    code: String,
    autonym: String,
    names: [String; 7],
    variants: Vec<String>,
}

struct Languages {
    rows: Vec<Row>,
    spellings: Spellings,
}

static LANGUAGES: LazyLock<Languages> = LazyLock::new(|| {
    let text = include_str!("../../../data/reference/languages.csv");
    let mut rows: Vec<Row> = records(text)
        .map(|record| Row {
            code: record[0].to_owned(),
            autonym: record[2].to_owned(),
            // The autonym stands after the English name, before the other translations.
            names: std::array::from_fn(|column| record[if column == 0 { 1 } else { 2 + column }].to_owned()),
            variants: list(&record[9]).collect(),
        })
        .collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let mut spellings = Spellings::new(AROUND_LANGUAGE, JOINED_TO_LANGUAGE);
    for (index, row) in (0u16..).zip(&rows) {
        spellings.add_variant(index, &row.code);
        spellings.add_name(index, &row.autonym);
        row.names.iter().for_each(|name| spellings.add_name(index, name));
        row.variants.iter().for_each(|word| spellings.add_variant(index, word));
    }
    Languages { rows, spellings }
});

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<&'static str> {
        Language::read(text).map(Language::code)
    }

    #[test]
    fn languages_are_read_as_people_write_them() {
        let spellings = "\
            am Amharigna | አማርኛ
            bn Bengali | Bangla
            en English | Englsh | fluent English
            fa Farsi
            fil Taglish
            fr Français | francais
            id bahasa Indonesia | Bahasa
            km ភាសាខ្មែរ
            lg Luganda
            mg Malgache
            om Oromo language
            pt Portugese
            sgn sign language
            sw SWAHILI | Kiswahili
            ti Tigrigna
            tl Tagalog
            vi tiếng Việt
            zh Mandarin | 普通话 | zh | Chinese (Mandarin)";
        for line in spellings.lines() {
            let (code, texts) = line.trim().split_once(' ').unwrap();
            for text in texts.split('|') {
                assert_eq!(read(text), Some(code), "{text}");
            }
        }
    }

    #[test]
    fn what_is_unsure_stays_unread() {
        let unsure = "|N/A|no|Ndebele|Luba|Creole|English/French|English?|none|yes|hello|little";
        for text in unsure.split('|') {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn every_language_is_complete_and_reads_as_itself() {
        for language in Language::all() {
            assert_eq!(Language::from_code(language.code()), Some(language));
            assert!(!language.autonym().is_empty());
            for tag in ["en", "id", "fr", "km", "zh", "sw", "ar"] {
                let name = language.name(tag);
                assert!(!name.is_empty(), "{language:?} has no name in {tag}");
                assert_eq!(Language::read(name), Some(language), "{name}");
            }
            assert!(language.words().all(|word| word == word.trim() && !word.is_empty()));
        }
        assert!(Language::all().count() >= 120);
        assert!(Language::all().map(Language::code).is_sorted());
    }

    #[test]
    fn names_fall_back_to_english() {
        let khmer = Language::from_code("km").unwrap();
        assert_eq!(khmer.name("xx"), "Khmer");
        assert_eq!(khmer.name("zh-Hans"), "高棉语");
        assert_eq!(khmer.autonym(), "ខ្មែរ");
    }

    #[test]
    fn a_language_travels_as_its_code() {
        let amharic = Language::from_code("am").unwrap();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize((amharic,)).unwrap();
        assert_eq!(writer.into_inner().unwrap(), b"am\n");
        let from =
            |code: &'static str| Language::deserialize(de::value::StrDeserializer::<de::value::Error>::new(code));
        assert_eq!(from("am"), Ok(amharic));
        assert!(from("Amharic").is_err());
    }
}
