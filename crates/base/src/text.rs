//! Text as it arrives from keyboards and spreadsheets, made safe to keep and to show.

/// The longest single line kept of anything a person typed, in characters.
pub const LINE: usize = 200;

/// One line without control characters, bidirectional overrides or runs of spaces, cut at [`LINE`].
///
/// Overrides go because they can make one name look like another; joiners (U+200C, U+200D) stay because
/// Persian, Khmer and Indic names need them.
pub fn line(text: &str) -> String {
    cut(text, LINE)
}

/// As [`line`], for a remark of up to 2,000 characters.
pub fn remark(text: &str) -> String {
    cut(text, 2_000)
}

/// As [`line`]; nothing where nothing is left of it.
pub fn some_line(text: &str) -> Option<String> {
    Some(line(text)).filter(|line| !line.is_empty())
}

/// As [`remark`]; nothing where nothing is left of it.
pub fn some_remark(text: &str) -> Option<String> {
    Some(remark(text)).filter(|remark| !remark.is_empty())
}

fn cut(text: &str, longest: usize) -> String {
    let kept = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| {
        !c.is_control()
            && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{200b}')
    });
    let mut line = String::new();
    for c in kept {
        if c == ' ' && (line.is_empty() || line.ends_with(' ')) {
            continue;
        }
        line.push(c);
    }
    line.chars().take(longest).collect::<String>().trim_end().to_owned()
}

/// The value of a decimal digit of any of the scripts that our people write numbers in.
pub fn digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 10] = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];
    let c = c as u32;
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&c)).map(|zero| c - zero)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use rand_core::{TryCryptoRng, TryRng};

    /// A repeatable source for tests that only need different bytes.
    pub struct Counting(pub u8);
    impl TryRng for Counting {
        type Error = core::convert::Infallible;
        fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
            self.0 = self.0.wrapping_mul(5).wrapping_add(3);
            Ok(u32::from(self.0))
        }
        fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
            self.try_next_u32().map(u64::from)
        }
        fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
            for byte in bytes {
                self.0 = self.0.wrapping_mul(5).wrapping_add(3);
                *byte = self.0;
            }
            Ok(())
        }
    }
    impl TryCryptoRng for Counting {}

    #[test]
    fn a_line_loses_overrides_and_runs_of_spaces_and_keeps_joiners() {
        assert_eq!(line("  Hanna\t\n Tesfaye\u{202e} "), "Hanna Tesfaye");
        assert_eq!(line("علی\u{200c}رضا"), "علی\u{200c}رضا");
        assert_eq!(line(&"x".repeat(500)).len(), LINE);
    }
}
