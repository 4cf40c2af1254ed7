//! Burmese is spoken by syllable: the vowel depends on the consonant that
//! closes it, so that "အောင်" is Aung though no letter of it says so.

use crate::fold::Folded;

const ASAT: char = '\u{103a}';
const STACKER: char = '\u{1039}';

/// Writes one syllable as one word and returns how many letters it has.
/// Names are romanised syllable by syllable: "အောင်ဆန်း" is Aung San.
pub(super) fn syllable(letters: &[char], at: usize, folded: &mut Folded) -> usize {
    let take = |from: usize, belongs: fn(char) -> bool| {
        from + letters[from..].iter().take_while(|letter| belongs(**letter)).count()
    };
    let medials_end = take(at + 1, |letter| matches!(letter, '\u{103b}'..='\u{103e}'));
    let vowels_end = take(medials_end, is_vowel_or_tone);
    let medials = &letters[at + 1..medials_end];
    let vowel: String = letters[medials_end..vowels_end].iter().filter(|letter| !is_tone(**letter)).collect();
    let (closing, end) = closing(letters, vowels_end);

    folded.space();
    let onset = onset(letters[at], medials);
    let rhyme = rhyme(&vowel, closing, medials.contains(&'\u{103d}'));
    // The w of the onset and a u behind it are one sound: "ထွန်း" is Htun.
    let onset = if rhyme.starts_with('u') { onset.trim_end_matches('w') } else { &onset };
    folded.push(onset);
    if matches!(letters[at], '\u{1023}'..='\u{102a}') {
        folded.letter(letters[at]);
    } else {
        folded.push(rhyme);
    }
    folded.space();
    end - at
}

fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{1037}' | '\u{1038}' | ASAT)
}

fn is_vowel_or_tone(letter: char) -> bool {
    is_tone(letter) || matches!(letter, '\u{102b}'..='\u{1032}' | '\u{1036}')
}

/// The consonant that closes the syllable, if one does, and where it ends.
fn closing(letters: &[char], at: usize) -> (Option<char>, usize) {
    let Some(consonant @ '\u{1000}'..='\u{1021}') = letters.get(at).copied() else {
        return (None, at);
    };
    let marks = letters[at + 1..].iter().take_while(|letter| is_tone(**letter)).count();
    let marked = &letters[at + 1..at + 1 + marks];
    if letters.get(at + 1) == Some(&STACKER) {
        (Some(consonant), at + 2)
    } else if marked.contains(&ASAT) {
        // A kinzi is an asat with a stacker behind it.
        let stacked = usize::from(letters.get(at + 1 + marks) == Some(&STACKER));
        (Some(consonant), at + 1 + marks + stacked)
    } else {
        (None, at)
    }
}

fn onset(consonant: char, medials: &[char]) -> String {
    let has = |medial: char| medials.contains(&medial);
    let glide = has('\u{103b}') || has('\u{103c}');
    let first = match consonant {
        'ရ' if has('\u{103e}') => {
            return "sh".to_owned() + if has('\u{103d}') { "w" } else { "" };
        }
        'ခ' | 'ဆ' if glide => return "ch".to_owned(),
        'က' => "k",
        'ခ' => "kh",
        'ဂ' | 'ဃ' => "g",
        'င' if glide => "n",
        'င' => "ng",
        'စ' | 'ဆ' => "s",
        'ဇ' | 'ဈ' => "z",
        'ဉ' | 'ည' => "ny",
        'ဋ' | 'တ' => "t",
        'ဌ' | 'ထ' => "ht",
        'ဍ' | 'ဎ' | 'ဒ' | 'ဓ' => "d",
        'ဏ' | 'န' => "n",
        'ပ' => "p",
        'ဖ' => "ph",
        'ဗ' | 'ဘ' => "b",
        'မ' => "m",
        'ယ' | 'ရ' => "y",
        'လ' | 'ဠ' => "l",
        'ဝ' => "w",
        'သ' | 'ဿ' => "th",
        'ဟ' => "h",
        _ => "",
    };
    let breath = if has('\u{103e}') { "h" } else { "" };
    let y = if glide { "y" } else { "" };
    let w = if has('\u{103d}') { "w" } else { "" };
    [breath, first, y, w].concat()
}

fn rhyme(vowel: &str, closing: Option<char>, rounded: bool) -> &'static str {
    let nasal = vowel.ends_with('\u{1036}') || matches!(closing, Some('န' | 'မ' | 'ဏ'));
    let stop = matches!(closing, Some('တ' | 'ပ'));
    match (vowel.trim_end_matches('\u{1036}'), closing) {
        ("\u{1031}\u{102c}" | "\u{1031}\u{102b}", Some('င')) => "aung",
        ("\u{1031}\u{102c}" | "\u{1031}\u{102b}", Some('က')) => "auk",
        ("\u{1031}\u{102c}" | "\u{1031}\u{102b}", _) => "aw",
        ("\u{102d}\u{102f}", Some('င')) => "aing",
        ("\u{102d}\u{102f}", Some('က')) => "aik",
        ("\u{102d}\u{102f}", _) => "o",
        ("\u{102d}", _) if nasal => "ein",
        ("\u{102d}", _) if stop => "eit",
        ("\u{102d}" | "\u{102e}", _) => "i",
        ("\u{102f}", _) if nasal => "on",
        ("\u{102f}", _) if stop => "ok",
        ("\u{102f}" | "\u{1030}", _) => "u",
        ("\u{1031}" | "\u{1032}", _) => "e",
        ("", Some('င')) => "in",
        ("", Some('က')) => "et",
        ("", Some('စ')) => "it",
        ("", Some('ည' | 'ဉ')) => "i",
        ("", Some('ယ')) => "e",
        ("", _) if rounded && nasal => "un",
        ("", _) if rounded && stop => "ut",
        (_, _) if nasal => "an",
        (_, _) if stop => "at",
        _ => "a",
    }
}
