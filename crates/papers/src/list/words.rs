//! Words of a cell, so that they can be looked up whatever their case, marks and punctuation.

use std::borrow::Cow;

/// Latin words and the rest apart: in Latin a word is found as a whole, in scripts that write without
/// spaces wherever it stands.
pub struct Words {
    /// Folded, with one space before, between and after.
    latin: String,
    other: String,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let latin: String = text.chars().map(|c| if is_other_letter(c) { ' ' } else { c }).collect();
        let other =
            text.chars().filter(|c| is_other_letter(*c) || is_other_mark(*c)).flat_map(char::to_lowercase).collect();
        Self { latin: format!(" {} ", linkage::fold(&latin).trim()), other }
    }

    /// The whole cell as one phrase; `None` for a cell of several scripts.
    pub fn phrase(&self) -> Option<&str> {
        match (self.latin.trim(), self.other.as_str()) {
            (latin, "") => Some(latin),
            ("", other) => Some(other),
            _ => None,
        }
    }

    /// Whether the cell is one of these phrases and nothing else.
    pub fn are_any(&self, phrases: &str) -> bool {
        self.phrase().is_some_and(|whole| is_one_of(whole, phrases))
    }

    pub fn have(&self, phrase: &str) -> bool {
        if phrase.is_ascii() {
            self.latin.match_indices(phrase).any(|(at, _)| self.whole(at, phrase))
        } else {
            self.other.contains(&*joined(phrase))
        }
    }

    pub fn have_any(&self, phrases: &str) -> bool {
        phrases.split(", ").any(|phrase| self.have(phrase))
    }

    pub fn begin_with_any(&self, phrases: &str) -> bool {
        phrases.split(", ").any(|phrase| {
            if phrase.is_ascii() {
                self.latin
                    .trim_start()
                    .strip_prefix(phrase)
                    .is_some_and(|rest| rest.starts_with(' ') || rest.is_empty())
            } else {
                self.other.starts_with(&*joined(phrase))
            }
        })
    }

    /// Whether the phrase stands here without a "no" before it.
    pub fn affirm(&self, phrase: &str) -> bool {
        const NO: &str = "\
            no, not, non, never, without, tidak, bukan, belum, pas, sans, sin, nao, sem, \
            khong, isnt";
        const NO_SIGN: [char; 6] = ['不', '没', '無', '无', '非', '有'];
        if phrase.is_ascii() {
            self.latin.match_indices(phrase).any(|(at, _)| {
                let before = self.latin[..at].trim_end().rsplit(' ').next().unwrap_or_default();
                self.whole(at, phrase) && !is_one_of(before, NO)
            })
        } else {
            self.other.match_indices(phrase).any(|(at, _)| {
                let mut before = self.other[..at].chars().rev();
                // "没有受伤" has the no two signs before.
                match before.next() {
                    Some('有') => before.next().is_none_or(|c| !NO_SIGN.contains(&c)),
                    Some(c) => !NO_SIGN.contains(&c),
                    None => true,
                }
            })
        }
    }

    pub fn affirm_any(&self, phrases: &str) -> bool {
        phrases.split(", ").any(|phrase| self.affirm(phrase))
    }

    pub fn are_none(&self) -> bool {
        self.latin.trim().is_empty() && self.other.is_empty()
    }

    pub fn latin(&self) -> impl Iterator<Item = &str> {
        self.latin.split_whitespace()
    }

    fn whole(&self, at: usize, phrase: &str) -> bool {
        self.latin[..at].ends_with(' ') && self.latin[at + phrase.len()..].starts_with(' ')
    }
}

/// Whether a word is in a list of words parted by commas.
pub fn is_one_of(word: &str, list: &str) -> bool {
    list.split(", ").any(|one| one == word)
}

/// A letter of a script other than Latin.
pub fn is_other_letter(c: char) -> bool {
    c.is_alphabetic() && !is_latin_letter(c)
}

/// Vowels and tones that scripts such as Thai and Khmer write on a letter, which Unicode calls no letters.
fn is_other_mark(c: char) -> bool {
    let is_punctuation = matches!(c, '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{303f}' | '\u{fe00}'..='\u{ffff}');
    c > '\u{36f}' && !c.is_alphanumeric() && !c.is_whitespace() && !is_punctuation
}

/// A phrase as `Words` keeps it in scripts other than Latin: without spaces.
pub fn joined(phrase: &str) -> Cow<'_, str> {
    if phrase.contains(' ') { Cow::Owned(phrase.replace(' ', "")) } else { Cow::Borrowed(phrase) }
}

pub fn is_latin_letter(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}')
}

/// Whether a cell for a name names nobody. Shorter than for other cells: Na and No are names.
pub fn is_no_name(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic)
        || Words::of(text).are_any(
            "n a, nil, null, none, xxx, unknown, tba, tbd, tidak ada, tidak diketahui, inconnu, inconnue, desconocido, \
             desconhecido, ninguno, khong ro, unidentified, no name, not known, anonymous, nn, tanpa nama, anonyme, \
             anonimo, sin nombre, sans nom, chua ro, 无, 無, 没有, 不详, 不明, 未知, 佚名, 无名",
        )
}

/// What stands in a cell that says nothing.
pub fn is_placeholder(text: &str) -> bool {
    // The longest known is "tidak diketahui".
    if text.chars().count() > 30 || text.chars().any(|c| base::text::digit(c).is_some()) {
        return false;
    }
    let words = Words::of(text);
    words.are_none()
        || words.are_any(
            "\
        n a, na, nil, null, none, no, x, xx, xxx, unknown, tba, tbd, tidak ada, tidak \
        diketahui, belum ada, kosong, aucun, aucune, neant, inconnu, inconnue, ninguno, \
        ninguna, desconocido, desconhecido, nenhum, khong, khong co, khong ro, 无, 無, 没有, 不详, \
        不明, 未知, ไม่มี, គ្មាន, لا يوجد",
        )
}
