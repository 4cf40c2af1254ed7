//! Chance for a thread of its own.

use chacha20::ChaCha20Rng;
use rand_core::{CryptoRng, SeedableRng, TryCryptoRng, TryRng};
use std::convert::Infallible;

/// Bytes that nobody can guess, stretched (ChaCha20) from 32 that were drawn: many keys and nonces are then made
/// without asking the system for each, on whichever thread needs them. The same source gives the same bytes.
pub struct Chance(ChaCha20Rng);

impl Chance {
    pub fn from(rng: &mut dyn CryptoRng) -> Self {
        let mut seed = zeroize::Zeroizing::new([0u8; 32]);
        rng.fill_bytes(seed.as_mut_slice());
        Self::of_seed(*seed)
    }

    /// From 32 bytes that nobody can guess; the same give the same.
    pub fn of_seed(seed: [u8; 32]) -> Self {
        Self(ChaCha20Rng::from_seed(seed))
    }
}

impl TryRng for Chance {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.0.try_next_u32()
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0.try_next_u64()
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.try_fill_bytes(bytes)
    }
}

impl TryCryptoRng for Chance {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrap::tests::rng;
    use rand_core::Rng;

    #[test]
    fn it_repeats_for_the_same_source_and_never_for_another() {
        let drawn = |seed: u64| {
            let mut chance = Chance::from(&mut rng(seed));
            (0..8).map(|_| chance.next_u64()).collect::<Vec<_>>()
        };
        assert_eq!(drawn(1), drawn(1));
        assert!(drawn(1).iter().all(|word| !drawn(2).contains(word)));
    }

    #[test]
    fn its_bytes_are_the_key_stream_of_chacha20() {
        struct Zeros;
        impl TryRng for Zeros {
            type Error = Infallible;
            fn try_next_u32(&mut self) -> Result<u32, Infallible> {
                Ok(0)
            }
            fn try_next_u64(&mut self) -> Result<u64, Infallible> {
                Ok(0)
            }
            fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
                bytes.fill(0);
                Ok(())
            }
        }
        impl TryCryptoRng for Zeros {}
        let mut first = [0u8; 8];
        Chance::from(&mut Zeros).fill_bytes(&mut first);
        // RFC 8439, appendix A.1, test vector 1.
        assert_eq!(first, [0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90]);
    }
}
