//! From a passphrase to a key: Argon2id, 64 MiB, three passes (OWASP's second profile and above, RFC 9106).

use crate::DataKey;
use argon2::{Algorithm, Argon2, Params, Version};
use rand_core::CryptoRng;
use std::sync::atomic::{AtomicU64, Ordering};

const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;

/// The fewest characters of a passphrase (ASVS 6.2.1).
pub const SHORTEST: usize = 15;

static KEYS_MADE: AtomicU64 = AtomicU64::new(0);

/// How many passphrases were turned into keys since the program began: the work of a sign-in that somebody
/// outside could see.
pub fn keys_made() -> u64 {
    KEYS_MADE.load(Ordering::Relaxed)
}

/// Takes about 0.15 s and 64 MiB for as long as it runs.
pub fn key(passphrase: &str, salt: &[u8; 16]) -> DataKey {
    KEYS_MADE.fetch_add(1, Ordering::Relaxed);
    let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).expect("the parameters are in range");
    let mut bytes = [0u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut bytes)
        .expect("salt and output lengths are in range");
    DataKey(bytes)
}

/// Six words out of 1,024 make 60 bits before Argon2id; see `words.txt`.
const WORDS: &str = include_str!("words.txt");

/// A passphrase to hand out once: six short words, easy to copy from paper.
pub fn generate(rng: &mut dyn CryptoRng) -> String {
    let words: Vec<&str> = WORDS.lines().collect();
    assert_eq!(words.len(), 1024, "the word list has 1,024 words, so that ten bits pick one evenly");
    let mut bytes = [0u8; 12];
    rng.fill_bytes(&mut bytes);
    let picks = bytes.chunks(2).map(|pair| words[usize::from(u16::from_be_bytes([pair[0], pair[1]]) % 1024)]);
    picks.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_and_salt_give_the_same_key_and_others_another() {
        let salt = [7; 16];
        let first = key("ferry lotus candle river", &salt);
        assert_eq!(first.as_bytes(), key("ferry lotus candle river", &salt).as_bytes());
        assert_ne!(first.as_bytes(), key("ferry lotus candle rives", &salt).as_bytes());
        assert_ne!(first.as_bytes(), key("ferry lotus candle river", &[8; 16]).as_bytes());
    }

    #[test]
    fn generated_passphrases_are_long_and_differ() {
        let mut rng = crate::wrap::tests::rng(4);
        let (a, b) = (generate(&mut rng), generate(&mut rng));
        assert!(a.len() >= SHORTEST && a != b && a.split('-').count() == 6);
    }

    #[test]
    fn no_word_stands_twice_in_the_list() {
        let words: std::collections::BTreeSet<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), 1024);
    }
}
