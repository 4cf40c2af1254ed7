//! Countries and how people write nationalities.
//!
//! Lists arrive with "Cameroun", "GHANA", "Kenyan", "WNI" and "缅甸籍" in one column.
//! A wrong nationality sends a person to the wrong mission, so [`Country::read`] answers only
//! when one country alone can be meant, and leaves the rest to a human.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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
        if words.trim().is_empty() || COUNTRIES.spellings.read(&words) == Some(flag.0) {
            Some(flag)
        } else {
            None
        }
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
        row.names.iter().chain(&row.variants).map(String::as_str)
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
const AROUND_NATIONALITY: &[&str] = &[
    "the", "a", "of", "from", "national", "nationals", "nationality", "citizen", "citizens",
    "citizenship", "passport", "holder", "country", "origin", "male", "female", "man", "woman",
    "orang", "warga", "negara", "warganegara", "wn", "kewarganegaraan", "asal", "de", "du", "la",
    "le", "ressortissant", "ressortissante", "nationalite", "nacionalidad", "nacionalidade",
    "ciudadano", "ciudadana", "cidadao", "raia", "wa", "uraia", "nguoi", "quoc", "tich",
    "гражданин", "гражданка", "国籍", "國籍", "الجنسية",
];

/// The same in scripts that put no space between words.
const JOINED_TO_NATIONALITY: &[&str] =
    &["国籍", "國籍", "公民", "人", "籍", "ชาว", "คน", "สัญชาติ", "ជនជាតិ", "សញ្ជាតិ"];

struct Row {
    iso3: String,
    iso2: String,
    calling_code: String,
    names: [String; 7],
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
            variants: list(&record[10]).chain(list(&record[11])).collect(),
        })
        .collect();
    rows.sort_by(|a, b| a.iso3.cmp(&b.iso3));
    let mut spellings = Spellings::new(AROUND_NATIONALITY, JOINED_TO_NATIONALITY);
    for (index, row) in (0u16..).zip(&rows) {
        spellings.add_code(index, &row.iso3);
        spellings.add_code(index, &row.iso2);
        row.names.iter().chain(&row.variants).for_each(|word| spellings.add(index, word));
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

/// A reader of words that people spell in many ways: what each can mean, by row of a table.
pub(crate) struct Spellings {
    meanings: HashMap<String, Vec<Meaning>>,
    around: &'static [&'static str],
    joined: Vec<String>,
}

struct Meaning {
    row: u16,
    word: String,
    is_code: bool,
}

/// Codes that mean "not available" or "no" far more often than Namibia, Norway or Norwegian.
const NO_ANSWER: [&str; 2] = ["na", "no"];

impl Spellings {
    pub(crate) fn new(around: &'static [&'static str], joined: &[&str]) -> Spellings {
        let joined = joined.iter().map(|word| fold(word)).collect();
        Spellings { meanings: HashMap::new(), around, joined }
    }

    pub(crate) fn add(&mut self, row: u16, word: &str) {
        self.insert(row, word, false);
    }

    pub(crate) fn add_code(&mut self, row: u16, code: &str) {
        if !code.is_empty() && !NO_ANSWER.contains(&code.to_lowercase().as_str()) {
            self.insert(row, code, true);
        }
    }

    fn insert(&mut self, row: u16, word: &str, is_code: bool) {
        let meaning = Meaning { row, word: word.to_owned(), is_code };
        self.meanings.entry(fold(word)).or_default().push(meaning);
    }

    /// The one row that the text can mean.
    pub(crate) fn read(&self, text: &str) -> Option<u16> {
        let text = text.trim();
        // A question mark or a dash at the end is a writer who was unsure or was cut off.
        if text.ends_with(['?', '？', '-', '–', '…']) {
            return None;
        }
        self.read_exactly(text).or_else(|| self.read_parts(text)).or_else(|| self.read_nearly(text))
    }

    fn read_exactly(&self, text: &str) -> Option<u16> {
        let bare = self.without_words_around(text);
        self.look_up(text).or_else(|| self.look_up(&bare)).or_else(|| {
            let mut key = fold(&bare);
            for word in &self.joined {
                key = key.trim_start_matches(word.as_str()).trim_end_matches(word.as_str()).to_owned();
            }
            self.look_up(&key)
        })
    }

    fn look_up(&self, text: &str) -> Option<u16> {
        let meanings = self.meanings.get(&fold(text))?;
        // "NGA" in capitals is the code, though "Nga" is Vietnamese for Russia.
        let is_abbreviation = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_uppercase());
        let abbreviated = meanings.iter().filter(|meaning| is_abbreviation && meaning.word == text);
        // "Mỹ" is Vietnamese for America and never the code MY.
        let spelled = meanings.iter().filter(|meaning| !meaning.is_code || text.is_ascii());
        only(abbreviated.map(|m| m.row)).or_else(|| only(spelled.map(|m| m.row)))
    }

    /// Reads "印尼 / Indonesia" or "Nationality: Kenyan", where every part that says something
    /// says the same.
    fn read_parts(&self, text: &str) -> Option<u16> {
        let parts = text.split(['/', '(', ')', ',', ';', '|', ':', '：', '（', '）', '、', '，']);
        let telling = parts.filter(|part| !fold(&self.without_words_around(part)).is_empty());
        let read: Option<Vec<u16>> = telling.map(|part| self.read_exactly(part)).collect();
        only(read?.into_iter())
    }

    fn read_nearly(&self, text: &str) -> Option<u16> {
        let key = fold(&self.without_words_around(text));
        let letters = key.bytes().filter(u8::is_ascii_lowercase).count();
        let slips = match letters {
            0..6 => return None,
            6..9 => 1,
            _ => 2,
        };
        if !key.is_ascii() {
            return None;
        }
        let near = self.meanings.iter().filter(|(known, _)| {
            known.is_ascii() && known.len().abs_diff(key.len()) <= slips && distance(known, &key) <= slips
        });
        only(near.flat_map(|(_, meanings)| meanings.iter().map(|meaning| meaning.row)))
    }

    fn without_words_around(&self, text: &str) -> String {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let says_nothing = |word: Option<&&str>| word.is_some_and(|word| self.around.contains(&fold(word).as_str()));
        while says_nothing(words.first()) {
            words.remove(0);
        }
        while says_nothing(words.last()) {
            words.pop();
        }
        words.join(" ")
    }
}

/// The only value there is, however often it comes.
fn only(mut rows: impl Iterator<Item = u16>) -> Option<u16> {
    let first = rows.next()?;
    rows.all(|row| row == first).then_some(first)
}

/// The form in which spellings are compared: small letters without accents, spaces or marks.
/// A letter that an encoding destroyed stays as "?" so that it counts as one slip.
fn fold(text: &str) -> String {
    let lost = |c: char| if c == '\u{FFFD}' { '?' } else { c };
    let letters = text.chars().map(lost).flat_map(char::to_lowercase);
    letters.filter(|c| (c.is_alphanumeric() || *c == '?') && !DROPPED.contains(c)).map(base_letter).collect()
}

/// Arabic vowel signs and the stretching stroke, written or not at will.
const DROPPED: [char; 9] = [
    '\u{640}', '\u{64B}', '\u{64C}', '\u{64D}', '\u{64E}', '\u{64F}', '\u{650}', '\u{651}', '\u{652}',
];

fn base_letter(letter: char) -> char {
    let found = || ACCENTS.iter().find(|(_, accented)| accented.contains(letter));
    if letter.is_ascii() { letter } else { found().map_or(letter, |(base, _)| *base) }
}

const ACCENTS: &[(char, &str)] = &[
    ('a', "àáâãäåāăąǎảạấầẩẫậắằẳẵặæɑ"),
    ('b', "ɓ"),
    ('c', "çćčċĉ"),
    ('d', "đďḍðɗ"),
    ('e', "èéêëēĕėęěẻẽẹếềểễệɛ"),
    ('g', "ğģġĝ"),
    ('h', "ħḥ"),
    ('i', "ìíîïĩīĭįıǐỉị"),
    ('k', "ķƙ"),
    ('l', "łľļĺ"),
    ('n', "ñńňņŋǹ"),
    ('o', "òóôõöøōŏőơǒỏọốồổỗộớờởỡợœɔ"),
    ('r', "řŕ"),
    ('s', "śšşșṣß"),
    ('t', "ťţțṭ"),
    ('u', "ùúûüũūŭůűųưǔủụứừửữự"),
    ('y', "ýÿŷỳỷỹỵƴ"),
    ('z', "źżž"),
    ('е', "ё"),
    ('и', "й"),
    ('у', "ў"),
    ('ا', "أإآ"),
    ('ه', "ة"),
    ('ي', "ىی"),
    ('ك', "ک"),
];

/// How many letters were changed, dropped, added or swapped with their neighbour (optimal string
/// alignment). Both are ASCII.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut current = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            current[j] = changed.min(last[j] + 1).min(current[j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                current[j] = current[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<&'static str> {
        Country::read(text).map(Country::iso3)
    }

    #[test]
    fn nationalities_are_read_as_lists_write_them() {
        for (text, iso3) in [
            ("Cameroun", "CMR"), ("Ethiopian", "ETH"), ("GHANA", "GHA"), (" Kenyan ", "KEN"),
            ("Malagasy", "MDG"), ("Uganda", "UGA"), ("COL", "COL"), ("ke", "KEN"), ("🇺🇬", "UGA"),
            ("🇰🇪 Kenya", "KEN"), ("Cote d'Ivoire", "CIV"), ("côte d’ivoire", "CIV"), ("Ivory Coast", "CIV"),
            ("C?te d'Ivoire", "CIV"), ("Camerounaise", "CMR"), ("WNI", "IDN"), ("Warga Negara Indonesia", "IDN"),
            ("印尼 / Indonesia", "IDN"), ("缅甸籍", "MMR"), ("中国人", "CHN"), ("Nationality: Kenyan", "KEN"),
            ("citizen of the Republic of China", "TWN"), ("China (Taiwan)", "TWN"), ("người Mỹ", "USA"),
            ("DRC", "COD"), ("Congo-Brazzaville", "COG"), ("Republic of Korea", "KOR"), ("Nigérien", "NER"),
            ("Nigerian", "NGA"), ("NGA", "NGA"), ("ชาวเคนยา", "KEN"), ("إثيوبية", "ETH"), ("नेपाली", "NPL"),
            ("Mtanzania", "TZA"), ("ኢትዮጵያዊ", "ETH"), ("бразилец", "BRA"), ("Guinea Conakry", "GIN"),
            ("stateless", "XXA"), ("unknown", "XXX"),
        ] {
            assert_eq!(read(text), Some(iso3), "{text}");
        }
    }

    #[test]
    fn slips_are_forgiven_in_long_words_only() {
        for (text, iso3) in [("Ugandann", "UGA"), ("Madagascra", "MDG"), ("Phillippinnes", "PHL"), ("Zimbabwaen", "ZWE")] {
            assert_eq!(read(text), Some(iso3), "{text}");
        }
        assert_eq!(read("Keny"), None);
        assert_eq!(read("Austrlia"), None, "Australia and Austria are both one slip away");
    }

    #[test]
    fn whoever_could_be_meant_twice_is_left_to_a_human() {
        for text in [
            "Congo", "congolais", "Congolese", "Korea", "Korean", "Koreann", "Dominican", "Guinea-", "Guinea ?",
            "Ghana?", "Kenya/Uganda", "🇰🇪 Uganda", "🇰🇪🇺🇬", "SA", "SL", "CAM", "nga", "Niger/Nigeria",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_nationality_stays_unread() {
        for text in [
            "", " ", "-", "N/A", "na", "No", "none", "Rohingya", "Kurdish", "Tibetan", "Karen", "Kachin", "African",
            "Asian", "Christian", "Muslim", "Catholic", "Female", "female national", "student", "married", "passport",
            "Poipet", "Kampot", "Sihanoukville", "Bavet", "Phnom Penh", "not Kenyan", "refugee", "driver", "ស្រី", "男",
        ] {
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
