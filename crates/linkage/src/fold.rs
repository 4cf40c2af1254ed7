//! One spelling for all scripts: Latin, lower case, without marks.

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization;

use crate::scripts;

/// Latin, lower case, without marks; words separated by one space.
///
/// Ideographs, Hangul and Burmese give one word per syllable, because people
/// romanise them with and without spaces and the index also knows the words
/// run together. Apostrophes vanish ("O'Neill" is one word), other punctuation
/// separates.
///
/// ```
/// assert_eq!(linkage::fold("ሐና ተስፋዬ"), "hana tesfaye");
/// assert_eq!(linkage::fold("刘波"), "liu bo");
/// assert_eq!(linkage::fold("Nguyễn Thị Hương"), "nguyen thi huong");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = Folded::default();
    if text.is_ascii() {
        text.chars().for_each(|letter| folded.letter(letter));
        return folded.finish();
    }
    let letters: Vec<char> = text.nfkc().collect();
    let mut at = 0;
    while at < letters.len() {
        at += scripts::write(&letters, at, &mut folded);
    }
    folded.finish()
}

/// Runs of ideographs as they are written: "刘波 (Liu Bo)" gives "刘波".
///
/// They are indexed beside the romanisation so that the person whose own
/// ideograph was typed stands before all who only sound alike.
pub(crate) fn ideographs(text: &str) -> Vec<String> {
    if text.is_ascii() {
        return Vec::new();
    }
    let composed: String = text.nfkc().collect();
    composed.split(|letter| !is_ideograph(letter)).filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

pub(crate) fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// The folded text while it is being written.
#[derive(Default)]
pub(crate) struct Folded {
    text: String,
}

impl Folded {
    /// Ends the word, if one has begun.
    pub(crate) fn space(&mut self) {
        if !self.at_word_start() {
            self.text.push(' ');
        }
    }

    pub(crate) fn at_word_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with(' ')
    }

    pub(crate) fn push(&mut self, latin: &str) {
        self.text.push_str(latin);
    }

    /// Writes one letter of any script by its general romanisation.
    pub(crate) fn letter(&mut self, letter: char) {
        let mut own = [0; 4];
        let latin: &str = if letter.is_ascii() { letter.encode_utf8(&mut own) } else { any_ascii_char(letter) };
        let mut sounded = false;
        for byte in latin.bytes().filter(u8::is_ascii_alphanumeric) {
            self.text.push(byte.to_ascii_lowercase() as char);
            sounded = true;
        }
        let silent = latin.bytes().all(|byte| matches!(byte, b'\'' | b'`' | b'"'));
        if !sounded && !silent {
            self.space();
        }
    }

    fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_scripts_become_latin_words() {
        for (written, folded) in [
            ("ሐና ተስፋዬ", "hana tesfaye"),
            ("Sergéy ИВАНОВ", "sergey ivanov"),
            ("सीता शर्मा", "sita sharma"),
            ("राम बहादुर", "ram bahadur"),
            ("অনিতা", "anita"),
            ("يوسف", "yusf"),
            ("حسين علي", "hsin ali"),
            ("الزهراء", "al zahra"),
            ("عبد الله", "abd allh"),
            ("王小明", "wang xiao ming"),
            ("김민수", "kim min su"),
            ("မောင်မောင်", "maung maung"),
            ("ကျော်ဇင်ထွန်း", "kyaw zin htun"),
            ("อัญชลี", "anchli"),
            ("เพ็ญ", "phen"),
            ("Đặng Łukasz", "dang lukasz"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn apostrophes_vanish_and_other_punctuation_separates() {
        assert_eq!(fold("  O'Neill,Jean-Pierre  "), "oneill jean pierre");
        assert_eq!(fold("’Abd al-Ra’uf"), "abd al rauf");
        assert_eq!(fold("· — !"), "");
    }

    #[test]
    fn only_runs_of_ideographs_are_kept_as_written() {
        assert_eq!(ideographs("刘波 (Liu Bo) 王"), ["刘波", "王"]);
        assert!(ideographs("さくら Hanna").is_empty());
    }
}
