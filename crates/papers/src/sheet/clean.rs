//! What is left out of a cell's text: characters that nobody sees and that change what is seen around them.

use super::CELL;
use std::borrow::Cow;

/// The text without control and direction characters. Line breaks stay, in one form, and tabs: lists part
/// several numbers or names with them.
pub fn clean(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| matches!(byte, b' '..=b'~');
    if text.bytes().all(plain) || !text.contains(|c: char| !plain_letter(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push('\t'),
            '\u{200c}' | '\u{200d}' => {
                if joins(out.chars().next_back(), chars.peek().copied()) {
                    out.push(c);
                }
            }
            c if is_unseen(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// As much of the text as a cell may keep, and a little more for what is trimmed or left out of it.
pub fn add(to: &mut String, text: &str) {
    let room = (CELL * 4 + 1_000).saturating_sub(to.len());
    to.push_str(&text[..text.floor_char_boundary(room)]);
}

/// Characters that never need a second look.
fn plain_letter(c: char) -> bool {
    !(c.is_control() || is_unseen(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{2028}' | '\u{2029}'))
}

/// Controls, marks of direction, and marks without width.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a joiner or non-joiner changes how its neighbours are written: Persian and Urdu, the scripts of
/// India and Sri Lanka, Khmer, Myanmar and Mongolian need it. After a sign that silences the vowel it may
/// also stand at a word's end.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let needs =
        |c: char| c.is_alphanumeric() && matches!(c, '\u{600}'..='\u{8ff}' | '\u{1780}'..='\u{18af}') || is_indic(c);
    let silences = |c: char| {
        matches!(
            c,
            '\u{94d}'
                | '\u{9cd}'
                | '\u{a4d}'
                | '\u{acd}'
                | '\u{b4d}'
                | '\u{bcd}'
                | '\u{c4d}'
                | '\u{ccd}'
                | '\u{d4d}'
                | '\u{dca}'
        )
    };
    before.is_some_and(|c| silences(c) || (needs(c) && after.is_some_and(needs)))
}

/// Letters and signs of the scripts of South and mainland Southeast Asia.
fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
}
