//! The case code: what is on the card and what is said on the phone.
//!
//! Nine digits, because every language has digits and every phone can key them, and none of the letters
//! that sound alike (B D P T, M N, F S) can be misheard. The ninth is a Damm check digit: every single
//! wrong digit and every swap of two neighbours is found. The first is never 0, so that no spreadsheet
//! drops it. The code is a reading of the case id and holds nothing about the person.

use crate::CaseId;
use std::fmt;

/// 900 million is the whole range; shown as three groups, "412 907 356".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseCode(u32);

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CodeError {
    #[error("A case code has nine digits. Please read it again, in groups of three.")]
    Length,
    #[error("One digit of this code is wrong or two are swapped. Nothing was opened. Please ask for the code again.")]
    Check,
}

/// Damm, "Total anti-symmetrische Quasigruppen" (2004): the usual table of order 10.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

fn damm(digits: impl Iterator<Item = u8>) -> u8 {
    digits.fold(0, |state, digit| DAMM[state as usize][digit as usize])
}

fn digits(number: u32) -> impl Iterator<Item = u8> {
    (0..8).rev().map(move |place| (number / 10u32.pow(place) % 10) as u8)
}

impl CaseCode {
    /// The code of a case. Two cases may share one; whoever opens a case draws another id then.
    pub fn of(case: CaseId) -> Self {
        // FNV-1a over the random part is enough: the id is random, this only spreads it over 90 million.
        let hash = case
            .as_bytes()
            .iter()
            .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
        Self::from_number(10_000_000 + ((hash ^ (hash >> 32)) % 90_000_000) as u32)
    }

    fn from_number(eight: u32) -> Self {
        Self(eight * 10 + u32::from(damm(digits(eight))))
    }

    /// Reads a code as people write it: spaces, hyphens and dots between, digits of any script.
    pub fn read(text: &str) -> Result<Self, CodeError> {
        let mut number: u32 = 0;
        let mut count = 0;
        for c in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '·' | '/')) {
            let digit = crate::text::digit(c).ok_or(CodeError::Length)?;
            count += 1;
            if count > 9 {
                return Err(CodeError::Length);
            }
            number = number * 10 + digit;
        }
        if count != 9 || number < 100_000_000 {
            return Err(CodeError::Length);
        }
        let code = Self(number);
        if Self::from_number(number / 10) == code { Ok(code) } else { Err(CodeError::Check) }
    }

    /// The nine digits without spaces: for storing, searching and the QR picture.
    pub fn plain(self) -> String {
        self.0.to_string()
    }
}

impl fmt::Display for CaseCode {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:03} {:03} {:03}", self.0 / 1_000_000, self.0 / 1000 % 1000, self.0 % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_found(bytes: [u8; 16], place in 0usize..9, wrong in 0u8..10) {
            let plain = CaseCode::of(CaseId::from_bytes(bytes)).plain();
            let mut said = plain.clone().into_bytes();
            prop_assume!(said[place] != b'0' + wrong);
            said[place] = b'0' + wrong;
            prop_assert!(CaseCode::read(std::str::from_utf8(&said).unwrap()).is_err());
        }

        #[test]
        fn two_swapped_neighbours_are_always_found(bytes: [u8; 16], place in 0usize..8) {
            let mut said = CaseCode::of(CaseId::from_bytes(bytes)).plain().into_bytes();
            prop_assume!(said[place] != said[place + 1]);
            said.swap(place, place + 1);
            prop_assert!(CaseCode::read(std::str::from_utf8(&said).unwrap()).is_err());
        }

        #[test]
        fn a_code_reads_back_as_shown_and_as_plain(bytes: [u8; 16]) {
            let code = CaseCode::of(CaseId::from_bytes(bytes));
            prop_assert_eq!(CaseCode::read(&code.to_string()), Ok(code));
            prop_assert_eq!(CaseCode::read(&code.plain()), Ok(code));
        }
    }

    #[test]
    fn digits_of_any_script_are_read() {
        let code = CaseCode::of(CaseId::from_bytes([9; 16]));
        let khmer: String =
            code.plain().bytes().map(|b| char::from_u32(0x17e0 + u32::from(b - b'0')).unwrap()).collect();
        assert_eq!(CaseCode::read(&khmer), Ok(code));
    }
}
