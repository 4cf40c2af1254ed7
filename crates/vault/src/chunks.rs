//! Sealing something long in pieces, each bound to where it belongs, its number, and whether it is the last: what
//! was cut off, put in another order or taken from elsewhere does not open.

use crate::{Context, DataKey, Result, VaultError, seal};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// How many bytes of content one chunk holds; the last may hold fewer.
pub const CHUNK: usize = 64 * 1024;

/// Seals `plain` chunk by chunk; there is always at least one. `place` says where all of it belongs.
pub fn seal<'p>(
    key: &'p DataKey,
    place: &'p [u8],
    plain: &'p [u8],
    rng: &'p mut dyn CryptoRng,
) -> impl Iterator<Item = Vec<u8>> + 'p {
    let count = plain.len().div_ceil(CHUNK).max(1);
    (0..count).map(move |number| {
        let content = &plain[number * CHUNK..plain.len().min((number + 1) * CHUNK)];
        at(place, number, number + 1 == count, |context| seal::seal(key, context, content, rng))
    })
}

/// Opens all chunks in their order; fails unless they are the ones that were sealed there, every one of them.
pub fn open<'c>(key: &DataKey, place: &[u8], chunks: &'c [impl AsRef<[u8]> + 'c]) -> Result<Zeroizing<Vec<u8>>> {
    let mut plain = Zeroizing::new(Vec::with_capacity(chunks.len() * CHUNK));
    for (number, sealed) in chunks.iter().enumerate() {
        let last = number + 1 == chunks.len();
        let opened = at(place, number, last, |context| seal::open(key, context, sealed.as_ref()))?;
        plain.extend_from_slice(&opened);
    }
    if chunks.is_empty() { Err(VaultError::DoesNotOpen) } else { Ok(plain) }
}

/// Does something at the place of one chunk.
fn at<T>(place: &[u8], number: usize, last: bool, work: impl FnOnce(Context) -> T) -> T {
    let number = (number as u64).to_be_bytes();
    work(Context::of(&[b"chunk", place, &number, &[last.into()]]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrap::tests::rng;
    use proptest::prelude::*;

    fn sealed(key: &DataKey, place: &[u8], length: usize, seed: u64) -> (Vec<u8>, Vec<Vec<u8>>) {
        let mut plain = vec![0u8; length];
        rand_core::Rng::fill_bytes(&mut rng(seed), &mut plain);
        let chunks = seal(key, place, &plain, &mut rng(seed + 1)).collect();
        (plain, chunks)
    }

    #[test]
    fn what_was_sealed_opens_whatever_its_length() {
        let key = DataKey::from_slice(&[5; 32]).unwrap();
        for (length, count) in [(0, 1), (1, 1), (CHUNK - 1, 1), (CHUNK, 1), (CHUNK + 1, 2), (3 * CHUNK, 3)] {
            let (plain, chunks) = sealed(&key, b"here", length, 7);
            assert_eq!(chunks.len(), count, "{length}");
            assert_eq!(*open(&key, b"here", &chunks).unwrap(), plain);
        }
    }

    #[test]
    fn sec35_chunks_that_are_cut_off_reordered_repeated_or_from_elsewhere_do_not_open() {
        let (key, other) = (DataKey::from_slice(&[5; 32]).unwrap(), DataKey::from_slice(&[6; 32]).unwrap());
        let (_, chunks) = sealed(&key, b"here", 3 * CHUNK, 7);
        let (_, same_key) = sealed(&key, b"there", 3 * CHUNK, 9);
        let fails = |chunks: &[Vec<u8>]| open(&key, b"here", chunks) == Err(VaultError::DoesNotOpen);
        assert!(fails(&[]) && fails(&chunks[..2]) && fails(&chunks[..1]) && fails(&chunks[1..]));
        assert!(fails(&[chunks[1].clone(), chunks[0].clone(), chunks[2].clone()]));
        assert!(fails(&[chunks.clone(), chunks[2..].to_vec()].concat()));
        assert!(fails(&[chunks[0].clone(), same_key[1].clone(), chunks[2].clone()]));
        assert!(fails(&same_key) && open(&other, b"here", &chunks).is_err());
    }

    proptest! {
        #[test]
        fn a_chunk_with_an_altered_byte_does_not_open(flip in any::<prop::sample::Index>()) {
            let key = DataKey::from_slice(&[5; 32]).unwrap();
            let (_, mut chunks) = sealed(&key, b"here", CHUNK + 9, 7);
            let at = flip.index(chunks[1].len());
            chunks[1][at] ^= 1;
            prop_assert!(open(&key, b"here", &chunks).is_err());
        }
    }
}
