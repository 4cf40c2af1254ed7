//! Words of a cell, so that they can be looked up whatever their case, marks and punctuation.

use super::lexicon::{Hit, Lexicon};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Latin words, words of other scripts with spaces, and the signs of all other scripts run together.
pub struct Words {
    /// Folded, with one space before, between and after; so are the spaced ones.
    latin: String,
    spaced: String,
    joined: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    Latin,
    /// Cyrillic, Arabic, Devanagari, Ethiopic and others that write a space between words.
    Spaced,
    /// Ideographs, Thai, Khmer and others that do not.
    Joined,
}

impl Words {
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { latin: ascii_words(text), spaced: String::from(" "), joined: String::new() };
        }
        let latin: String =
            text.chars().map(|c| if is_other_letter(c) || is_other_mark(c) { ' ' } else { c }).collect();
        let spaced = other_words(text);
        Self { latin: format!(" {} ", linkage::fold(&latin).trim()), joined: spaced.replace(' ', ""), spaced }
    }

    /// The whole text without its spaces; `None` for a text of several scripts.
    pub fn whole(&self) -> Option<Cow<'_, str>> {
        match (self.latin.trim(), self.joined.as_str()) {
            (latin, "") => Some(joined(latin)),
            ("", other) => Some(Cow::Borrowed(other)),
            _ => None,
        }
    }

    pub fn zone(&self, zone: Zone) -> &str {
        match zone {
            Zone::Latin => &self.latin,
            Zone::Spaced => &self.spaced,
            Zone::Joined => &self.joined,
        }
    }

    /// Where a phrase of one script is to be looked for.
    pub fn only_zone(&self) -> Zone {
        match self.joined.chars().next() {
            None => Zone::Latin,
            Some(c) if is_joined_script(c) => Zone::Joined,
            Some(_) => Zone::Spaced,
        }
    }

    /// Whether the text is one phrase of this list and nothing else.
    pub fn is(&self, what: &str) -> bool {
        PHRASES.whole(self).contains(&what)
    }

    pub fn has(&self, what: &str) -> bool {
        PHRASES.hits(self).any(|hit| hit.of == what)
    }

    pub fn begins(&self, what: &str) -> bool {
        PHRASES.hits(self).any(|hit| hit.of == what && self.zone(hit.zone)[..hit.at].trim().is_empty())
    }

    /// Whether a phrase of the list stands here without a "no" about it.
    pub fn affirms(&self, what: &str) -> bool {
        let hits: Vec<_> = PHRASES.hits(self).filter(|hit| hit.of == what).collect();
        hits.iter().any(|hit| !hits.iter().any(|other| other.holds(hit)) && !self.denies(hit))
    }

    /// Every phrase of the lists that stands here.
    pub fn hits(&self) -> impl Iterator<Item = Hit<&'static str>> + '_ {
        PHRASES.hits(self)
    }

    /// Whether a "no" belongs to what was found: "tidak ada luka", "没有受伤", "बीमार नहीं".
    pub fn denies(&self, hit: &Hit<&str>) -> bool {
        let text = self.zone(hit.zone);
        let (before, after) = (&text[..hit.at], &text[hit.end..]);
        if hit.zone == Zone::Joined {
            ends_with_no(before)
        } else {
            says_no(before.rsplit(' '), "no") || says_no(after.split(' '), "no-after")
        }
    }

    /// Takes out what stands here of a list, longest first, and says whether anything did.
    pub fn take(&mut self, what: &str) -> bool {
        let mut taken = false;
        loop {
            let hits = PHRASES.hits(self).filter(|hit| hit.of == what);
            let Some(hit) = hits.max_by_key(|hit| hit.end - hit.at) else { return taken };
            taken = true;
            match hit.zone {
                Zone::Latin => self.latin.replace_range(hit.at..hit.end, ""),
                Zone::Spaced => {
                    self.spaced.replace_range(hit.at..hit.end, "");
                    self.joined = self.spaced.replace(' ', "");
                }
                Zone::Joined => {
                    self.joined.replace_range(hit.at..hit.end, "");
                    self.spaced = format!(" {} ", self.joined);
                }
            }
        }
    }

    pub fn are_none(&self) -> bool {
        self.latin.trim().is_empty() && self.joined.is_empty()
    }

    pub fn latin(&self) -> impl Iterator<Item = &str> {
        self.latin.split_whitespace()
    }
}

/// What `linkage::fold` gives for ASCII, in one go: most cells of a long list are looked at like this.
fn ascii_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            words.push(byte.to_ascii_lowercase().into());
        } else if !matches!(byte, b'\'' | b'`' | b'"') && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') || words.len() == 1 {
        words.push(' ');
    }
    words
}

/// Looks from a word outwards, past words that only link: "no signs of injury or illness".
fn says_no<'a>(words: impl Iterator<Item = &'a str>, no: &str) -> bool {
    let mut words = words.filter(|word| !word.is_empty());
    for _ in 0..6 {
        let Some(word) = words.next() else { return false };
        let said = PHRASES.whole_of_word(word);
        if said.contains(&no) {
            return true;
        }
        if said.contains(&"or") && no == "no" {
            words.next();
        } else if !said.contains(&"filler") {
            return false;
        }
    }
    false
}

fn ends_with_no(before: &str) -> bool {
    let mut rest = before;
    for _ in 0..3 {
        let ends = |what: &str| {
            let ending = |at: &(usize, char)| PHRASES.whole_of_word(&rest[at.0..]).contains(&what);
            rest.char_indices().rev().take(8).filter(ending).map(|(at, _)| at).last()
        };
        if ends("no").is_some() {
            return true;
        }
        let Some(at) = ends("filler") else { return false };
        rest = &rest[..at];
    }
    false
}

/// What words say, by language: `what,language,phrases`, the phrases with semicolons between them.
static PHRASES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| Lexicon::of(phrases()));

pub fn phrases() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = include_str!("words.csv").lines().skip(1).filter_map(|line| {
        let (what, rest) = line.split_once(',')?;
        Some((what, rest.split_once(',')?.1))
    });
    rows.flat_map(|(what, phrases)| phrases.split(';').map(move |phrase| (what, phrase)))
}

/// What a text that is one phrase is said of.
pub fn said_of(text: &str) -> &'static [&'static str] {
    PHRASES.whole(&Words::of(text))
}

/// What a single word, as it stands in a zone, is said of.
pub fn word(text: &str) -> &'static [&'static str] {
    PHRASES.whole_of_word(text)
}

/// A letter of a script other than Latin.
pub fn is_other_letter(c: char) -> bool {
    c.is_alphabetic() && !is_latin_letter(c)
}

/// Vowels and tones that scripts such as Thai and Khmer write on a letter, which Unicode calls no letters.
pub fn is_other_mark(c: char) -> bool {
    c > '\u{36f}' && !c.is_alphabetic() && unicode_normalization::char::is_combining_mark(c)
}

pub fn is_latin_letter(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}')
}

/// Scripts that put no space between words.
fn is_joined_script(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}')
}

/// Words of scripts other than Latin, in one spelling of each, with spaces around them.
pub fn other_words(text: &str) -> String {
    let mut words = String::from(" ");
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if is_other_letter(c) || is_other_mark(c) {
            word.extend(c.to_lowercase().filter_map(one_spelling));
        } else if !matches!(c, '\u{200b}'..='\u{200f}') && !word.is_empty() {
            // The Arabic article is written to its word, or not at all.
            let bare = word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 2).unwrap_or(&word);
            words.push_str(bare);
            words.push(' ');
            word.clear();
        }
    }
    words
}

/// Letters that are written one way or another at will.
fn one_spelling(c: char) -> Option<char> {
    let moved = |first: char, to: char| char::from_u32(c as u32 - first as u32 + to as u32);
    match c {
        // Nukta, Arabic vowel signs and the stretching stroke.
        '\u{93c}' | '\u{9bc}' | '\u{640}' | '\u{64b}'..='\u{652}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ة' => Some('ه'),
        'ک' => Some('ك'),
        'ё' => Some('е'),
        '\u{958}' => Some('क'),
        '\u{959}' => Some('ख'),
        '\u{95a}' => Some('ग'),
        '\u{95b}' => Some('ज'),
        '\u{95c}' => Some('ड'),
        '\u{95d}' => Some('ढ'),
        '\u{95e}' => Some('फ'),
        '\u{9dc}' => Some('ড'),
        '\u{9dd}' => Some('ঢ'),
        '\u{9df}' => Some('য'),
        // Amharic letters that sound alike.
        'ሐ'..='ሗ' => moved('ሐ', 'ሀ'),
        'ኀ'..='ኇ' => moved('ኀ', 'ሀ'),
        'ሠ'..='ሧ' => moved('ሠ', 'ሰ'),
        'ዐ'..='ዖ' => moved('ዐ', 'አ'),
        'ፀ'..='ፆ' => moved('ፀ', 'ጸ'),
        c => Some(c),
    }
}

fn joined(phrase: &str) -> Cow<'_, str> {
    if phrase.contains(' ') { Cow::Owned(phrase.replace(' ', "")) } else { Cow::Borrowed(phrase) }
}

/// Whether a cell for a name names nobody. Shorter than for other cells: Na and No are names.
pub fn is_no_name(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic)
        || text.chars().filter(|c| base::text::digit(*c).is_some()).count() >= 4
        || Words::of(text).is("no-name")
}

/// What stands in a cell that says nothing.
pub fn is_placeholder(text: &str) -> bool {
    // The longest known is "tidak diketahui".
    if text.chars().count() > 30 || text.chars().any(|c| base::text::digit(c).is_some()) {
        return false;
    }
    let words = Words::of(text);
    words.are_none() || words.is("none")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_phrase_is_of_one_script() {
        for (what, phrase) in phrases() {
            assert!(Words::of(phrase).whole().is_some_and(|whole| !whole.is_empty()), "{what}: {phrase}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn ascii_is_folded_as_everywhere(text in "[ -~]{0,30}") {
            prop_assert_eq!(ascii_words(&text).trim().to_owned(), linkage::fold(&text).trim().to_owned());
        }
    }
}
