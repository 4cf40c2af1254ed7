//! Until when the certificate is good. Of it only the two dates are read, so no library is needed.

use super::Finding;
use base::Instant;
use data_encoding::BASE64;
use std::path::Path;

/// The end of the first certificate of a file; `None` when there is none that can be read.
pub fn gather(file: &Path) -> Option<Instant> {
    let text = std::fs::read_to_string(file).ok()?;
    ends_at(&der(&text)?)
}

pub fn judge(ends: &Option<Instant>, now: Instant) -> Finding {
    let Some(ends) = ends else {
        return Finding::wrong(
            "certificate",
            "The certificate cannot be read. It should be PEM, and readable by this user.",
        );
    };
    let days = (ends.millis() - now.millis()).div_euclid(86_400_000);
    match days {
        ..0 => Finding::wrong(
            "certificate",
            format!("It ended on {}: browsers refuse the pages. Renew it.", ends.utc_text()),
        ),
        0..14 => Finding::look(
            "certificate",
            format!(
                "It ends in {days} days, on {}. Renew it, and see why that did not happen by itself.",
                ends.utc_text()
            ),
        ),
        _ => Finding::ok("certificate", format!("It is good for another {days} days.")),
    }
}

/// The bytes between the first pair of marks.
fn der(pem: &str) -> Option<Vec<u8>> {
    let (_, after) = pem.split_once("-----BEGIN CERTIFICATE-----")?;
    let (inside, _) = after.split_once("-----END CERTIFICATE-----")?;
    let letters: String = inside.split_whitespace().collect();
    BASE64.decode(letters.as_bytes()).ok()
}

const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The second date of the validity (RFC 5280, 4.1): certificate → what is signed → version, serial, algorithm,
/// issuer, validity.
fn ends_at(certificate: &[u8]) -> Option<Instant> {
    let (tag, whole, _) = element(certificate)?;
    let (inner, signed, _) = element(whole)?;
    if (tag, inner) != (SEQUENCE, SEQUENCE) {
        return None;
    }
    let (first, _, after) = element(signed)?;
    // The version may be left out.
    let mut rest = if first == VERSION { after } else { signed };
    for _ in ["serial", "algorithm", "issuer"] {
        rest = element(rest)?.2;
    }
    let (_, validity, _) = element(rest)?;
    let (kind, end, _) = element(element(validity)?.2)?;
    moment(kind, std::str::from_utf8(end).ok()?)
}

/// One element: its tag, what is in it, and what follows.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, bytes) = bytes.split_first()?;
    let (&first, mut bytes) = bytes.split_first()?;
    let mut length = usize::from(first);
    if first >= 0x80 {
        let (digits, after) = bytes.split_at_checked(usize::from(first & 0x7f))?;
        if digits.len() > 4 {
            return None;
        }
        length = digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit));
        bytes = after;
    }
    let (inside, after) = bytes.split_at_checked(length)?;
    Some((tag, inside, after))
}

/// "301231235959Z", or with four digits of the year.
fn moment(kind: u8, text: &str) -> Option<Instant> {
    let full = match kind {
        UTC_TIME => format!("{}{text}", if text.get(..2)? < "50" { "20" } else { "19" }),
        GENERALIZED_TIME => text.to_owned(),
        _ => return None,
    };
    let part = |range| full.get(range);
    Instant::read(&format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(0..4)?,
        part(4..6)?,
        part(6..8)?,
        part(8..10)?,
        part(10..12)?,
        part(12..14)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    /// The beginning of a certificate, as far as it is read, with all that comes before the dates.
    fn made_up(version: &[u8], end: &[u8]) -> Vec<u8> {
        let wrap = |tag: u8, inside: &[u8]| [&[tag, inside.len() as u8], inside].concat();
        let begin = wrap(UTC_TIME, b"200101000000Z");
        let validity = wrap(SEQUENCE, &[begin.as_slice(), end].concat());
        let before = [version, &[2, 1, 5], &[0x30, 0], &[0x30, 0]].concat();
        wrap(SEQUENCE, &wrap(SEQUENCE, &[before.as_slice(), &validity].concat()))
    }

    fn utc(text: &[u8]) -> Vec<u8> {
        [&[UTC_TIME, text.len() as u8], text].concat()
    }

    #[test]
    fn the_end_of_a_certificate_is_read_in_both_forms_with_and_without_a_version() {
        let noon = Instant::read("2026-01-16T05:00:00Z");
        assert_eq!(ends_at(&made_up(&[0xa0, 3, 2, 1, 2], &utc(b"260116050000Z"))), noon);
        let long = [&[GENERALIZED_TIME, 15], b"20260116050000Z".as_slice()].concat();
        assert_eq!(ends_at(&made_up(&[], &long)), noon);
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let whole = made_up(&[0xa0, 3, 2, 1, 2], &utc(b"260116050000Z"));
        for end in 0..whole.len() {
            assert_eq!(ends_at(&whole[..end]), None);
        }
        assert_eq!(ends_at(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1]), None);
        assert_eq!(moment(UTC_TIME, "2\u{e9}0116050000Z"), None);
    }

    #[test]
    fn one_that_ends_soon_is_to_be_looked_at() {
        let noon = Instant::from_millis(1_768_539_600_000);
        let verdict = |hours: i64| judge(&Some(noon.plus_hours(hours)), noon).verdict;
        assert_eq!([verdict(-1), verdict(24), verdict(24 * 30)], [Verdict::Wrong, Verdict::Look, Verdict::Ok]);
        assert_eq!(judge(&None, noon).verdict, Verdict::Wrong);
    }
}
