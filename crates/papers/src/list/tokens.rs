//! The numbers, months and eras of a written date, in every language of our lists.

use super::calendar::Era;
use super::lexicon::Lexicon;
use super::words::{self, Words, Zone, is_latin_letter, is_other_letter, is_other_mark};
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    Month(u32),
}

#[derive(Debug, Default)]
pub struct Tokens {
    pub tokens: Vec<Token>,
    pub era: Option<Era>,
    /// A month is called by its Gregorian name, in whatever language.
    pub gregorian_month: bool,
    /// Thai or Lao letters or figures stand in it, whose years of two digits are the Buddha's.
    pub thai: bool,
}

/// `None` for what is no date; words before a date are let be when a place may stand there.
pub fn tokens(text: &str, after_place: bool) -> Option<Tokens> {
    let mut said = Tokens { thai: text.contains(|c| matches!(c, '\u{e00}'..='\u{eff}')), ..Tokens::default() };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if base::text::digit(c).is_some() {
            rest = said.number(rest)?;
        } else if is_latin_letter(c) || is_mark(c) {
            let end = rest.find(|c| !is_latin_letter(c) && !is_mark(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            // "2001-08-17T00:00:00"
            if word == "T" && said.tokens.len() == 3 {
                break;
            }
            // "G.C.", "B.S."
            let (word, after) = if word.len() == 1 && after.starts_with('.') { dotted(rest) } else { (word, after) };
            said.latin(&linkage::fold(word).replace(' ', ""), after_place)?;
            rest = after;
        } else if is_other_letter(c) || is_other_mark(c) {
            let end = end_of_other(rest);
            said.other(&rest[..end], after_place)?;
            rest = &rest[end..];
        } else {
            rest = &rest[c.len_utf8()..];
            match c {
                // A time of day follows the date; its hour was read as a number.
                ':' if said.tokens.len() == 4 => {
                    said.tokens.pop();
                    break;
                }
                '±' | '~' | '≈' | '?' | '？' | '<' | '>' => return None,
                '(' if !after_place && !says_an_era(rest) => return None,
                _ => {}
            }
        }
    }
    Some(said)
}

impl Tokens {
    fn number<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let (mut number, mut digits, mut end) = (0u32, 0, 0);
        for (at, c) in text.char_indices() {
            let Some(digit) = base::text::digit(c) else { break };
            number = number.checked_mul(10)?.checked_add(digit)?;
            digits += 1;
            end = at + c.len_utf8();
        }
        self.tokens.push(Token::Number(number, digits));
        Some(&text[end..])
    }

    fn latin(&mut self, word: &str, after_place: bool) -> Option<()> {
        let said = words::word(word);
        match said.iter().find_map(|what| Said::of(what)) {
            Some(said) => self.add(said),
            None if !after_place || said.contains(&"vague") || said.contains(&"about") => return None,
            // Whatever came before this word belonged to the place.
            None => self.tokens.clear(),
        }
        Some(())
    }

    /// A stretch of letters of another script: each part of it must be known.
    fn other(&mut self, stretch: &str, after_place: bool) -> Option<()> {
        // Dots within are part of abbreviations: "ม.ค.", "वि.सं."
        let words = Words::of(&stretch.replace('.', ""));
        let zone = words.only_zone();
        let text = words.zone(zone);
        let mut at = 0;
        while at < text.len() {
            if text[at..].starts_with(' ') {
                at += 1;
                continue;
            }
            let starts_word = zone == Zone::Joined || at == 0 || text[..at].ends_with(' ');
            let longest = DATED.at(text, at, zone).filter(|_| starts_word).max_by_key(|(_, end)| *end);
            match longest {
                Some((said, end)) => {
                    self.add(said);
                    at = end;
                }
                None if !after_place => return None,
                None => {
                    self.tokens.clear();
                    at += text[at..].chars().next().map_or(1, char::len_utf8);
                }
            }
        }
        Some(())
    }

    fn add(&mut self, said: Said) {
        match said {
            Said::Month(month, era) => {
                self.tokens.push(Token::Month(month));
                self.era = era.or(self.era);
                self.gregorian_month |= era.is_none();
            }
            Said::Era(era) => self.era = Some(era),
            Said::Nothing => {}
        }
    }
}

/// What a word says in a date.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    Month(u32, Option<Era>),
    Era(Era),
    Nothing,
}

impl Said {
    fn is_era(&self) -> bool {
        matches!(self, Said::Era(_))
    }

    fn of(what: &str) -> Option<Said> {
        let month = |key: &str, era| Some(Said::Month(what.strip_prefix(key)?.parse().ok()?, era));
        month("month-", None)
            .or_else(|| month("month-bs-", Some(Era::Nepali)))
            .or_else(|| month("month-ec-", Some(Era::Ethiopian)))
            .or(match what {
                "date-neutral" => Some(Said::Nothing),
                "era-buddhist" => Some(Said::Era(Era::Buddhist)),
                "era-gregorian" => Some(Said::Era(Era::Gregorian)),
                "era-nepali" => Some(Said::Era(Era::Nepali)),
                "era-ethiopian" => Some(Said::Era(Era::Ethiopian)),
                "era-hijri" => Some(Said::Era(Era::Hijri)),
                "era-republic" => Some(Said::Era(Era::Republic)),
                _ => None,
            })
    }
}

/// The era that a heading names.
pub fn era_of(heading: &str) -> Option<Era> {
    let parts = heading.split(|c: char| c.is_whitespace() || "()[]/,:".contains(c));
    // "BE" and "AD" are eras, "be" and "ad" are words.
    let said = parts.filter(|part| !part.contains(char::is_lowercase)).find_map(|part| {
        let said = words::said_of(&part.replace('.', "")).iter().find_map(|what| Said::of(what).filter(Said::is_era));
        said.and_then(|said| if let Said::Era(era) = said { Some(era) } else { None })
    });
    said.or_else(|| {
        let spelt = heading.to_uppercase();
        let names = [
            ("BIKRAM", Era::Nepali),
            ("BUDDHIST", Era::Buddhist),
            ("ETHIOPIAN CAL", Era::Ethiopian),
            ("HIJRI", Era::Hijri),
            ("GREGORIAN", Era::Gregorian),
        ];
        names.into_iter().find(|(name, _)| spelt.contains(name)).map(|(_, era)| era)
    })
}

fn says_an_era(text: &str) -> bool {
    text.split(')').next().is_some_and(|inside| era_of(inside).is_some())
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Letters with a dot after each.
fn dotted(text: &str) -> (&str, &str) {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match chars.peek() {
            Some((dot, '.')) if is_latin_letter(c) => {
                end = dot + 1;
                chars.next();
            }
            _ if is_latin_letter(c) && text[at + c.len_utf8()..].chars().next().is_none_or(|c| !c.is_alphabetic()) => {
                end = at + c.len_utf8();
                break;
            }
            _ => break,
        }
    }
    if end == 0 { text.split_at(1) } else { text.split_at(end) }
}

/// Letters, their marks, dots and single spaces between them.
fn end_of_other(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if is_other_letter(c) || is_other_mark(c) || matches!(c, '\u{200b}'..='\u{200d}') {
            end = at + c.len_utf8();
        } else if c != '.' && c != ' ' {
            break;
        }
    }
    end
}

/// The phrases that dates are made of. Abbreviations lose their dots: "वि.सं." is one word.
static DATED: LazyLock<Lexicon<Said>> = LazyLock::new(|| {
    let bare: Vec<(Said, String)> =
        words::phrases().filter_map(|(what, phrase)| Some((Said::of(what)?, phrase.replace('.', "")))).collect();
    Lexicon::of(bare.iter().map(|(said, phrase)| (*said, phrase.as_str())))
});
