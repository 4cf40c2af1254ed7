//! Countries and how people write nationalities.
//!
//! Lists arrive with "Cameroun", "GHANA", "Kenyan", "WNI" and "缅甸籍" in one column.
//! A wrong nationality sends a person to the wrong mission, so [`Country::read`] answers only
//! when one country alone can be meant, and leaves the rest to a human.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::spelling::Spellings;

/// A country or area of ISO 3166-1, Kosovo (`XKX`), or one of the ICAO Doc 9303 codes
/// `XXX` (nationality unknown) and `XXA` (stateless).
///
/// Ordered by its ISO 3166-1 alpha-3 code and serialised as that code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u16);

impl Country {
    /// The country with this alpha-3 code, in capitals as the standard writes it.
    pub fn from_iso3(code: &str) -> Option<Country> {
        let index = COUNTRIES.rows.binary_search_by(|row| row.iso3.as_str().cmp(code)).ok()?;
        Some(Country(index as u16))
    }

    /// Every country, sorted by alpha-3 code.
    pub fn all() -> impl Iterator<Item = Country> {
        (0..COUNTRIES.rows.len() as u16).map(Country)
    }

    /// The nationality as people write it: a country's name or demonym in many languages, an ISO
    /// code, a flag emoji, in any case, with or without accents, with known misspellings, and as
    /// the last resort a near miss of one word alone (one slip from 6 letters, two from 9).
    ///
    /// `None` when the text is not known, when several countries can be meant ("Congo", "Korea",
    /// "Dominican", "Kenya/Uganda") or when the writer was unsure ("Ghana?").
    pub fn read(text: &str) -> Option<Country> {
        let (flag, words): (String, String) = text.chars().partition(|c| FLAG_LETTERS.contains(c));
        if flag.is_empty() {
            return COUNTRIES.spellings.read(&words).map(Country);
        }
        let flag = Country::from_flag(&flag)?;
        if words.trim().is_empty() || COUNTRIES.spellings.read(&words) == Some(flag.0) { Some(flag) } else { None }
    }

    /// The ISO 3166-1 alpha-3 code.
    pub fn iso3(self) -> &'static str {
        &self.row().iso3
    }

    /// The ISO 3166-1 alpha-2 code; empty for `XXX` and `XXA`, which have none.
    pub fn iso2(self) -> &'static str {
        &self.row().iso2
    }

    /// The E.164 country code in digits: "855". Countries of the North American plan share "1".
    pub fn calling_code(self) -> Option<&'static str> {
        Some(self.row().calling_code.as_str()).filter(|code| !code.is_empty())
    }

    /// The name in the language of this tag ("id", "zh-Hans"), or in English if there is none.
    pub fn name(self, language: &str) -> &'static str {
        &self.row().names[name_column(language)]
    }

    /// Every name, demonym, variant and misspelling, for search. A word may come twice.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let row = self.row();
        let words = row.names.iter().chain(&row.demonyms).chain(&row.variants);
        words.map(String::as_str)
    }

    fn row(self) -> &'static Row {
        &COUNTRIES.rows[usize::from(self.0)]
    }

    fn from_flag(flag: &str) -> Option<Country> {
        let first = u32::from(*FLAG_LETTERS.start());
        let letters = flag.chars().filter_map(|c| char::from_u32(u32::from(c) - first + u32::from('A')));
        let code: String = letters.collect();
        Country::all().find(|country| country.iso2() == code)
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.iso3())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.iso3())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Country, D::Error> {
        let code = String::deserialize(deserializer)?;
        // The value is not repeated: errors reach logs, and a nationality is about a person.
        Country::from_iso3(&code).ok_or_else(|| de::Error::custom("not an ISO 3166-1 alpha-3 code"))
    }
}

/// The languages of the interface, in the order of the `name_` columns.
const NAME_LANGUAGES: [&str; 7] = ["en", "id", "fr", "km", "zh", "sw", "ar"];

pub(crate) fn name_column(language: &str) -> usize {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    NAME_LANGUAGES.iter().position(|known| primary.eq_ignore_ascii_case(known)).unwrap_or(0)
}

/// The regional indicator symbols, two of which make a flag.
const FLAG_LETTERS: std::ops::RangeInclusive<char> = '\u{1F1E6}'..='\u{1F1FF}';

/// Words around a nationality that say nothing about which one it is.
const AROUND_NATIONALITY: &str = "\
    the a of from national nationals nationality citizen citizens citizenship passport holder \
    country origin male female man woman orang warga negara warganegara wn wna kewarganegaraan asal \
    de du la le ressortissant ressortissante nationalité nacionalidad nacionalidade ciudadano \
    ciudadana cidadão raia wa uraia người quốc tịch гражданин гражданка 国籍 國籍 الجنسية";

/// The same in scripts that put no space between words.
const JOINED_TO_NATIONALITY: &str = "国籍 國籍 公民 人 籍 ชาว คน สัญชาติ ជនជាតិ សញ្ជាតិ";

/// Peoples, languages and names that are one slip away from a nationality that they are not.
const NO_NATIONALITIES: &str = "Javanese Sundanese Tsonga Kannada Fujian African Africaine";

struct Row {
    iso3: String,
    iso2: String,
    calling_code: String,
    names: [String; 7],
    demonyms: Vec<String>,
    variants: Vec<String>,
}

struct Countries {
    rows: Vec<Row>,
    spellings: Spellings,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let text = include_str!("../../../data/reference/countries.csv");
    let mut rows: Vec<Row> = records(text)
        .map(|record| Row {
            iso3: record[0].to_owned(),
            iso2: record[1].to_owned(),
            calling_code: record[2].to_owned(),
            names: std::array::from_fn(|column| record[3 + column].to_owned()),
            demonyms: list(&record[10]).collect(),
            variants: list(&record[11]).collect(),
        })
        .collect();
    rows.sort_by(|a, b| a.iso3.cmp(&b.iso3));
    let mut spellings = Spellings::new(AROUND_NATIONALITY, JOINED_TO_NATIONALITY);
    spellings.add_lookalikes(NO_NATIONALITIES);
    for (index, row) in (0u16..).zip(&rows) {
        spellings.add_variant(index, &row.iso3);
        spellings.add_variant(index, &row.iso2);
        let names = row.names.iter().chain(&row.demonyms);
        names.for_each(|name| spellings.add_name(index, name));
        row.variants.iter().for_each(|word| spellings.add_variant(index, word));
    }
    Countries { rows, spellings }
});

/// The records of an embedded reference table, which the tests prove well formed.
pub(crate) fn records(text: &'static str) -> impl Iterator<Item = csv::StringRecord> {
    csv::Reader::from_reader(text.as_bytes())
        .into_records()
        .map(|record| record.expect("the embedded reference table is well formed"))
}

pub(crate) fn list(field: &str) -> impl Iterator<Item = String> {
    field.split(';').filter(|word| !word.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<&'static str> {
        Country::read(text).map(Country::iso3)
    }

    #[test]
    fn nationalities_are_read_as_lists_write_them() {
        let spellings = "\
            BRA бразилец | Brasilian
            CHN 中国人 | Mainland China | Chinois
            CIV Cote d'Ivoire | côte d’ivoire | Ivory Coast | C?te d'Ivoire | Ivoirienne
            CMR Cameroun | Camerounaise | CAMEROON
            COD DRC | Congo, The Democratic Republic of the | D.R. Congo | Congo (Kinshasa)
            COG Congo-Brazzaville | Congo, Republic of | Republic of the Congo
            COL COL | Columbian
            ETH Ethiopian | إثيوبية | ኢትዮጵያዊ
            GBR U.K. | England
            GHA GHANA | Ghanian | 🇬🇭
            GIN Guinea | Guinea Conakry | Guinéenne
            IDN WNI | Warga Negara Indonesia | 印尼 / Indonesia
            KEN  Kenyan  | ke | 🇰🇪 Kenya | Nationality: Kenyan | ชาวเคนยา | Kenyan (female)
            KHM ជនជាតិខ្មែរ
            KOR Republic of Korea | Korea, Republic of | 韩国籍
            MDG Malagasy | Malgache
            MMR 缅甸籍 | Burmese
            NER Nigérien | Nigerien
            NGA Nigerian | NGA | Nigerians
            NPL नेपाली | Nepali citizen
            RUS người Nga
            TWN citizen of the Republic of China | China (Taiwan) | 台灣
            TZA Mtanzania
            UGA Uganda | 🇺🇬
            USA người Mỹ | U.S.A.
            XXA stateless | Apátrida
            XXX unknown";
        for line in spellings.lines() {
            let (iso3, texts) = line.trim().split_once(' ').unwrap();
            for text in texts.split('|') {
                assert_eq!(read(text), Some(iso3), "{text}");
            }
        }
    }

    #[test]
    fn slips_are_forgiven_in_long_words_only() {
        assert_eq!(read("Ugandann"), Some("UGA"));
        assert_eq!(read("Madagascra"), Some("MDG"));
        assert_eq!(read("Phillippinnes"), Some("PHL"));
        assert_eq!(read("Zimbabwaen"), Some("ZWE"));
        assert_eq!(read("Keny"), None);
        assert_eq!(read("Austrlia"), None, "Australia and Austria are both one slip away");
    }

    #[test]
    fn what_could_mean_two_countries_is_left_to_a_human() {
        let unsure = "Congo|congolais|Congolese|Korea|Korean|Koreann|Dominican|Guinea-|Guinea ?|\
            Ghana?|Kenya/Uganda|Niger/Nigeria|🇰🇪 Uganda|🇰🇪🇺🇬|SA|SL|CAM|nga";
        for text in unsure.split('|') {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_nationality_stays_unread() {
        let others = "| |-|N/A|na|No|none|Rohingya|Kurdish|Tibetan|Karen|Kachin|African|Asian|\
            Christian|Muslim|Catholic|Female|female national|student|married|passport|Poipet|\
            Kampot|Sihanoukville|Bavet|Phnom Penh|Javanese|Fujian|Tsonga|Bà|Mr.|not Kenyan|refugee|driver|ស្រី|男|人|🇰";
        for text in others.split('|') {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn every_country_is_complete_and_reads_as_itself() {
        for country in Country::all() {
            assert_eq!(Country::from_iso3(country.iso3()), Some(country));
            assert_eq!(Country::read(country.iso3()), Some(country));
            for language in NAME_LANGUAGES {
                let name = country.name(language);
                assert!(!name.is_empty(), "{country:?} has no name in {language}");
                assert_eq!(Country::read(name), Some(country), "{name}");
            }
            assert!(country.words().all(|word| word == word.trim() && !word.is_empty()));
            assert!(country.calling_code().is_none_or(|code| code.bytes().all(|b| b.is_ascii_digit())));
        }
        assert_eq!(Country::all().count(), 252);
        assert!(Country::all().map(Country::iso3).is_sorted());
    }

    #[test]
    fn names_fall_back_to_english() {
        let madagascar = Country::from_iso3("MDG").unwrap();
        assert_eq!(madagascar.name("id-ID"), "Madagaskar");
        assert_eq!(madagascar.name("xx"), "Madagascar");
        assert_eq!(Country::from_iso3("mdg"), None);
    }

    #[test]
    fn a_country_travels_as_its_alpha_3_code() {
        let kenya = Country::from_iso3("KEN").unwrap();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize((kenya,)).unwrap();
        assert_eq!(writer.into_inner().unwrap(), b"KEN\n");
        let from = |code: &'static str| Country::deserialize(de::value::StrDeserializer::<de::value::Error>::new(code));
        assert_eq!(from("KEN"), Ok(kenya));
        assert!(from("Kenya").is_err());
    }
}
