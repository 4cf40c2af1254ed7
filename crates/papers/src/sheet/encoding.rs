//! Bytes to text: a byte order mark says it, valid UTF-8 proves it, the rest is guessed.

use super::ListError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ListError> {
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0
    } else if let Some(encoding) = utf_16_without_mark(bytes) {
        encoding.decode_without_bom_handling(bytes).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else if is_broken_utf_8(bytes) {
        String::from_utf8_lossy(bytes)
    } else {
        stated(bytes).unwrap_or_else(|| guessed(bytes))
    };
    if is_text(&text) { Ok(text) } else { Err(ListError::NotAList) }
}

/// Web pages and XML say their encoding in their first lines.
fn stated(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label: String =
        after.chars().skip_while(|c| matches!(c, '"' | '\'')).take_while(|c| !"\"'/>; ".contains(*c)).collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    encoding.decode_without_bom_handling_and_without_replacement(bytes)
}

fn guessed(bytes: &[u8]) -> Cow<'_, str> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        // Nobody hands in this Japanese encoding; a few Chinese names look like it.
        Some(text) if encoding == EUC_JP && !text.contains(is_kana) => {
            GB18030.decode_without_bom_handling_and_without_replacement(bytes).unwrap_or(text)
        }
        // This page writes the tones of Vietnamese after their letters.
        Some(text) if encoding == WINDOWS_1258 => Cow::Owned(text.nfc().collect()),
        Some(text) => text,
        None => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}')
}

/// One wrong byte in ten thousand letters does not make another encoding of a whole list; a file that
/// was cut within a letter is not another one either.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (mut letters, mut wrong) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    letters > wrong * 10
}

/// No other text has zeros. They are every other byte of whatever ASCII has, and every file has at least
/// its line breaks and delimiters in ASCII.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4_000)];
    if !head.contains(&0) {
        return None;
    }
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r' | 0x1f);
    let plain = |zero: usize| head.chunks_exact(2).filter(|unit| unit[zero] == 0 && is_plain(unit[1 - zero])).count();
    let (little, big) = (plain(1), plain(0));
    // A zero that got into other text is no proof.
    if (little + big) * 20 < head.len() / 2 {
        return None;
    }
    let encoding = if little > big * 2 {
        UTF_16LE
    } else if big > little * 2 {
        UTF_16BE
    } else {
        return None;
    };
    let even = &head[..head.len() & !1];
    // The last letter of the head may be cut in two.
    let text = encoding.decode_without_bom_handling(even).0;
    let replaced = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    (replaced <= 1 && !text.contains('\0')).then_some(encoding)
}

/// A list has no control characters to speak of; a picture or a program is full of them. Those that
/// part cells and records are none of them.
fn is_text(text: &str) -> bool {
    let (mut strange, mut all) = (0usize, 0usize);
    for c in text.chars().take(100_000) {
        all += 1;
        let known = matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{1}' | '\u{1c}'..='\u{1f}');
        if c == char::REPLACEMENT_CHARACTER || (c.is_control() && !known) {
            strange += 1;
        }
    }
    // A single wrong byte is no proof in a short list either.
    strange * 100 <= all + 200
}
