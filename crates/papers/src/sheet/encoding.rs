//! Bytes to text: a byte order mark says it, valid UTF-8 proves it, the rest is guessed.

use super::ListError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

pub fn decode(bytes: &[u8]) -> Result<String, ListError> {
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
    } else if let Some(encoding) = utf_16_without_mark(bytes) {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else {
        guessed(bytes)
    };
    if is_text(&text) { Ok(text) } else { Err(ListError::NotAList) }
}

fn guessed(bytes: &[u8]) -> String {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text.into_owned(),
        None => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Text mostly of Latin letters in UTF-16 has a zero in every other place.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4_000)];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let half = head.len() / 2;
    match (zeros(0), zeros(1)) {
        (even, odd) if half >= 2 && odd * 10 >= half * 4 && even * 20 <= half => Some(UTF_16LE),
        (even, odd) if half >= 2 && even * 10 >= half * 4 && odd * 20 <= half => Some(UTF_16BE),
        _ => None,
    }
}

/// A list has no control characters to speak of; a picture or a program is full of them.
fn is_text(text: &str) -> bool {
    let (mut strange, mut all) = (0usize, 0usize);
    for c in text.chars().take(100_000) {
        all += 1;
        if c == '\u{fffd}' || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')) {
            strange += 1;
        }
    }
    strange * 100 <= all
}
