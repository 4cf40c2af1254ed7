//! Scripts whose letters cannot be read one by one: what is unwritten, written
//! before its consonant, or read differently by its neighbour.

mod burmese;

use crate::fold::{Folded, is_ideograph};

/// Writes the letter at `at`, with as many after it as belong to it, and
/// returns how many were read.
pub(crate) fn write(letters: &[char], at: usize, folded: &mut Folded) -> usize {
    match letters[at] {
        'ء'..='ي' | 'ٱ' | 'ی' => arabic(letters, at, folded),
        '\u{900}'..='\u{d7f}' => indic(letters, at, folded),
        '\u{e00}'..='\u{eff}' => thai(letters, at, folded),
        '\u{1000}'..='\u{102a}' => burmese::syllable(letters, at, folded),
        '가'..='힣' => hangul(letters, at, folded),
        // Two letters of Armenian that are one vowel.
        'ո' | 'Ո' if matches!(letters.get(at + 1), Some('ւ' | 'Ւ')) => {
            folded.push("u");
            2
        }
        // The sign that shortens a Khmer vowel has no sound of its own.
        '\u{17cb}' => 1,
        letter if is_ideograph(letter) => {
            folded.space();
            folded.letter(letter);
            folded.space();
            1
        }
        letter => {
            folded.letter(letter);
            1
        }
    }
}

/// Arabic and Persian leave short vowels out; the letters waw and yeh are long
/// vowels except at the beginning of a word or beside an alif.
fn arabic(letters: &[char], at: usize, folded: &mut Folded) -> usize {
    const ALIF: [char; 4] = ['ا', 'أ', 'إ', 'آ'];
    let starts = folded.at_word_start();
    let before = at.checked_sub(1).map(|index| letters[index]).filter(|_| !starts);
    let after = letters.get(at + 1).copied().unwrap_or(' ');
    if starts && is_article(&letters[at..]) {
        folded.push("al ");
        return 2;
    }
    let beside_alif = ALIF.contains(&after) || before.is_some_and(|letter| ALIF.contains(&letter));
    match letters[at] {
        'ا' | 'أ' | 'إ' | 'ٱ' | 'آ' | 'ى' => folded.push("a"),
        'ع' if starts && !ALIF.contains(&after) => folded.push("a"),
        'ع' | 'ء' | 'ـ' => {}
        'ة' => folded.push("a"),
        // Without the vowel between them these two would read as one sound.
        'ه' if matches!(before, Some('ز' | 'س' | 'ت' | 'ک' | 'ك' | 'د' | 'ج')) && after.is_alphabetic() => {
            folded.push("ah");
        }
        'ئ' => folded.push("i"),
        'ؤ' => folded.push("u"),
        'و' => folded.push(if starts || beside_alif { "w" } else { "u" }),
        'ي' | 'ی' if starts || beside_alif || after == 'و' => folded.push("y"),
        'ي' | 'ی' => folded.push("i"),
        letter => folded.letter(letter),
    }
    1
}

/// The article is a word of its own in most romanisations. God's name and the
/// foreign names that only begin like the article keep theirs.
fn is_article(word: &[char]) -> bool {
    let word: String = word.iter().take_while(|letter| letter.is_alphabetic()).collect();
    let borrowed = ["الله", "اللة", "الياس", "اليسا", "الكسندر"].contains(&word.as_str());
    word.starts_with("ال") && word.chars().count() >= 5 && !borrowed
}

/// The scripts of India share one layout per block of 128: a consonant carries
/// an unwritten "a" unless a vowel, a virama or the end of the word follows.
fn indic(letters: &[char], at: usize, folded: &mut Folded) -> usize {
    const NUKTA: u32 = 0x3c;
    let place = |letter: char| (letter as u32) & 0x7f;
    let same_block = |letter: &char| (*letter as u32) >> 7 == (letters[at] as u32) >> 7;
    let is_consonant = |letter: char| matches!(place(letter), 0x15..=0x39 | 0x58..=0x5f);
    let tamil = (letters[at] as u32) >> 7 == 0x0b80 >> 7;
    let bengali = (letters[at] as u32) >> 7 == 0x0980 >> 7;
    let nukta = letters.get(at + 1).filter(|letter| same_block(letter)).is_some_and(|letter| place(*letter) == NUKTA);
    let read = 1 + usize::from(nukta);
    match place(letters[at]) {
        0x01 | 0x02 => folded.push("n"),
        0x1a if tamil => folded.push("s"),
        0x1a => folded.push("ch"),
        0x1b => folded.push("chh"),
        0x2f if bengali && !nukta => folded.push("j"),
        0x36 | 0x37 => folded.push("sh"),
        0x3c | 0x4d => {}
        _ => folded.letter(letters[at]),
    }
    let after = letters.get(at + read).copied().filter(same_block);
    let carries = after.is_some_and(|letter| is_consonant(letter) || matches!(place(letter), 0x01..=0x03));
    if is_consonant(letters[at]) && carries {
        folded.push("a");
    }
    read
}

/// Thai and Lao write some vowels before the consonant that is spoken first,
/// and put a silent letter where a syllable begins with a vowel.
fn thai(letters: &[char], at: usize, folded: &mut Folded) -> usize {
    let is_preposed = |letter: char| matches!(letter as u32 & !0x80, 0xe40..=0xe44) && letter != 'ๅ';
    let is_vowel_sign = |letter: char| matches!(letter, '\u{e30}'..='\u{e3a}' | '\u{e47}');
    let after = letters.get(at + 1).copied().unwrap_or(' ');
    match letters[at] {
        letter if is_preposed(letter) && matches!(after, '\u{e01}'..='\u{e2e}' | '\u{e81}'..='\u{eae}') => {
            if after != 'อ' {
                thai_consonant(after, folded);
            }
            folded.letter(letter);
            2
        }
        'อ' if folded.at_word_start() && is_vowel_sign(after) => 1,
        // The mark above a consonant silences it, but what follows an r stays
        // in most spellings: "ภรณ์" is phorn.
        _ if after == '\u{e4c}' && !(at > 0 && letters[at - 1] == 'ร') => 2,
        letter => {
            thai_consonant(letter, folded);
            1
        }
    }
}

fn thai_consonant(letter: char, folded: &mut Folded) {
    match letter {
        'ญ' if !folded.at_word_start() => folded.push("n"),
        letter => folded.letter(letter),
    }
}

/// One word per syllable. Family names have a spelling of their own that the
/// official romanisation does not give.
fn hangul(letters: &[char], at: usize, folded: &mut Folded) -> usize {
    let is_hangul = |letter: Option<&char>| letter.is_some_and(|letter| matches!(letter, '가'..='힣'));
    let begins = at == 0 || !is_hangul(letters.get(at - 1));
    let family = match letters[at] {
        _ if !begins || !is_hangul(letters.get(at + 1)) => "",
        '김' => "kim",
        '이' => "lee",
        '박' => "park",
        '최' => "choi",
        '정' => "jung",
        '강' => "kang",
        '조' => "cho",
        '임' => "lim",
        '권' => "kwon",
        '고' => "ko",
        '오' => "oh",
        _ => "",
    };
    folded.space();
    if family.is_empty() {
        folded.letter(letters[at]);
    } else {
        folded.push(family);
    }
    folded.space();
    1
}
