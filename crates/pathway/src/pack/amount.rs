//! Money, as packs and fines have it.

use std::fmt;

/// Three capital letters (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    pub fn read(text: &str) -> Option<Currency> {
        let letters: [u8; 3] = text.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Currency(letters))
    }
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount of money in hundredths, whatever the currency calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pub hundredths: u64,
    pub currency: Currency,
}

/// A thousand million; a fee that is larger is a slip.
const LARGEST: u64 = 100_000_000_000;

impl Amount {
    /// "10", "10.5" or "10.50"
    pub fn read(text: &str, currency: Currency) -> Option<Amount> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let part: u64 = match part.len() {
            1 if digits(part) => part.parse::<u64>().ok()? * 10,
            2 if digits(part) => part.parse().ok()?,
            _ => return None,
        };
        let whole: u64 = digits(whole).then(|| whole.parse().ok()).flatten()?;
        let hundredths = whole.checked_mul(100)?.checked_add(part)?;
        (hundredths <= LARGEST).then_some(Amount { hundredths, currency })
    }

    /// So many times as much; `None` where that is more than can be counted.
    pub fn times(self, times: u32) -> Option<Amount> {
        let hundredths = self.hundredths.checked_mul(u64::from(times))?;
        Some(Amount { hundredths, ..self })
    }
}

/// "3650.00 USD"
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{:02} {}", self.hundredths / 100, self.hundredths % 100, self.currency.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_or_not_at_all() {
        let usd = Currency::read("USD").unwrap();
        let read = |text| Amount::read(text, usd).map(|amount| amount.to_string());
        assert_eq!(read("10").unwrap(), "10.00 USD");
        assert_eq!(read("10.5").unwrap(), "10.50 USD");
        assert_eq!(read("0.05").unwrap(), "0.05 USD");
        for wrong in ["", ".", "-1", "+1", "1,50", "1.505", "1.", "ten", "99999999999999999999"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(Currency::read("usd"), None);
        assert_eq!(Amount { hundredths: u64::MAX / 2, currency: usd }.times(3), None);
    }
}
