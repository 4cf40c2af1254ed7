//! The second factor: TOTP (RFC 6238: SHA-1, 30 s, six digits, as every authenticator app speaks it) and
//! recovery codes for a lost phone.

use base::Instant;
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use sha1::Sha1;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

const STEP_MILLIS: i64 = 30_000;

/// What the authenticator app is given once.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct TotpSecret([u8; 20]);

impl TotpSecret {
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = [0u8; 20];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }
    pub fn from_slice(bytes: &[u8]) -> crate::Result<Self> {
        bytes.try_into().map(Self).map_err(|_| crate::VaultError::BadKey)
    }
    pub fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }
    /// For typing into an app that cannot scan.
    pub fn letters(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }
    /// The address behind the QR picture. The label is neutral: a seized phone shows it.
    pub fn uri(&self, user: &str) -> String {
        format!("otpauth://totp/Registry:{user}?secret={}&issuer=Registry", self.letters())
    }
    /// The code that an app shows at `at`.
    pub fn code(&self, at: Instant) -> String {
        format!("{:06}", self.number(at.millis() / STEP_MILLIS))
    }
    /// The step at which `code` fits, one step early or late allowed; steps up to `used` are spent.
    pub fn accept(&self, code: &str, at: Instant, used: i64) -> Option<i64> {
        let now = at.millis() / STEP_MILLIS;
        (now - 1..=now + 1)
            .filter(|step| *step > used)
            .find(|step| format!("{:06}", self.number(*step)).as_bytes().ct_eq(code.as_bytes()).into())
    }
    /// RFC 4226, section 5.3.
    fn number(&self, step: i64) -> u32 {
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let at = usize::from(hash[19] & 0x0f);
        let word = u32::from_be_bytes([hash[at], hash[at + 1], hash[at + 2], hash[at + 3]]);
        (word & 0x7fff_ffff) % 1_000_000
    }
}

/// Ten letters and digits (50 bits) in two groups: works once, in place of a TOTP code.
pub fn recovery_code(rng: &mut dyn CryptoRng) -> String {
    let mut bytes = [0u8; 10];
    rng.fill_bytes(&mut bytes);
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let mut code: String = bytes.iter().map(|b| LETTERS[usize::from(b & 31)] as char).collect();
    code.insert(5, '-');
    code
}

/// What is stored of a recovery code: it is random enough that a plain hash cannot be searched usefully
/// without also breaking the passphrase that must come with it.
pub fn recovery_hash(user: &[u8], code: &str) -> [u8; 32] {
    let letters: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    crate::digest(&[b"recovery code", user, letters.to_uppercase().as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_codes_are_those_of_the_rfc() {
        let secret = TotpSecret::from_slice(b"12345678901234567890").unwrap();
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(secret.code(Instant::from_millis(seconds * 1000)), code);
        }
    }

    #[test]
    fn a_code_works_once_and_only_around_its_time() {
        let secret = TotpSecret::generate(&mut crate::wrap::tests::rng(7));
        let at = Instant::from_millis(1_768_500_000_000);
        let code = secret.code(at);
        let step = secret.accept(&code, at, 0).unwrap();
        assert_eq!(secret.accept(&code, at, step), None);
        assert_eq!(secret.accept(&code, at.plus_millis(STEP_MILLIS), 0), Some(step));
        assert_eq!(secret.accept(&code, at.plus_millis(3 * STEP_MILLIS), 0), None);
    }
}
