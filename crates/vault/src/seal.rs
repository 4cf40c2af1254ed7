//! Sealing: XChaCha20-Poly1305 with the place of the record as associated data.

use crate::{Compartment, DataKey, Result, VaultError};
use base::{CaseId, EventId};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

const NONCE: usize = 24;

/// Where a sealed record belongs: it opens nowhere else.
#[derive(Clone, Copy)]
pub enum Context<'a> {
    /// Bytes of a fixed layout, which says itself what kind of place it is.
    Place(&'a [u8]),
    /// Parts of any length.
    Parts(&'a [&'a [u8]]),
}

impl<'a> Context<'a> {
    pub const fn of(parts: &'a [&'a [u8]]) -> Self {
        Self::Parts(parts)
    }
    /// What is authenticated beside the content. A place has a length of its own, never that of a hash.
    fn bytes(&self) -> std::borrow::Cow<'a, [u8]> {
        match self {
            Context::Place(place) => {
                debug_assert_ne!(place.len(), 32, "a place must not look like a hash of parts");
                (*place).into()
            }
            Context::Parts(parts) => crate::digest(parts).to_vec().into(),
        }
    }
}

/// The associated data of an event's payload: case‖event‖compartment‖generation.
pub fn event_context(case: CaseId, event: EventId, compartment: Compartment, generation: i64) -> [u8; 41] {
    let mut bytes = [0u8; 41];
    bytes[..16].copy_from_slice(case.as_bytes());
    bytes[16..32].copy_from_slice(event.as_bytes());
    bytes[32] = compartment as u8;
    bytes[33..].copy_from_slice(&generation.to_be_bytes());
    bytes
}

/// Seals with a nonce from `rng`; the result is nonce‖ciphertext‖tag.
pub fn seal(key: &DataKey, context: Context, plain: &[u8], rng: &mut dyn CryptoRng) -> Vec<u8> {
    let mut nonce = [0u8; NONCE];
    rng.fill_bytes(&mut nonce);
    seal_with(key, context, plain, nonce)
}

/// Seals so that the same content at the same place gives the same bytes: for projections, which are compared
/// byte for byte after a rebuild. The nonce is a keyed hash of place and content, so two contents never share
/// one; all it gives away is that a content did not change.
pub fn seal_again(key: &DataKey, context: Context, plain: &[u8]) -> Vec<u8> {
    let nonce_key = key.derive("safeconduct projection nonce v1");
    let hash = crate::keyed_digest(nonce_key.as_bytes(), &[&context.bytes(), plain]);
    let nonce = hash[..NONCE].try_into().expect("a hash is longer than a nonce");
    seal_with(key, context, plain, nonce)
}

fn seal_with(key: &DataKey, context: Context, plain: &[u8], nonce: [u8; NONCE]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new((&key.0).into());
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: &context.bytes() })
        .expect("sealing fails only beyond 256 GiB");
    let mut out = Vec::with_capacity(NONCE + sealed.len());
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&sealed);
    out
}

/// Opens nonce‖ciphertext‖tag; fails when key, place or any byte is not the one it was sealed with.
pub fn open(key: &DataKey, context: Context, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(VaultError::DoesNotOpen)?;
    XChaCha20Poly1305::new((&key.0).into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: &context.bytes() })
        .map(Zeroizing::new)
        .map_err(|_| VaultError::DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wrap::tests::rng;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn opens_only_with_its_key_at_its_place_and_unaltered(plain: Vec<u8>, seed: u64, flip in 0usize..4096) {
            let mut rng = rng(seed);
            let (key, other) = (DataKey::generate(&mut rng), DataKey::generate(&mut rng));
            let here = Context::of(&[b"case one", b"event"]);
            let sealed = seal(&key, here, &plain, &mut rng);
            prop_assert_eq!(open(&key, here, &sealed).unwrap().to_vec(), plain);
            prop_assert!(open(&other, here, &sealed).is_err());
            prop_assert!(open(&key, Context::of(&[b"case two", b"event"]), &sealed).is_err());
            prop_assert!(open(&key, Context::of(&[b"case onee", b"vent"]), &sealed).is_err());
            let mut altered = sealed.clone();
            let at = flip % altered.len();
            altered[at] ^= 1;
            prop_assert!(open(&key, here, &altered).is_err());
        }

        #[test]
        fn nonces_are_never_used_twice(seed: u64) {
            let mut rng = rng(seed);
            let key = DataKey::generate(&mut rng);
            let nonces: std::collections::BTreeSet<Vec<u8>> = (0..64)
                .map(|_| seal(&key, Context::of(&[b"x"]), b"same", &mut rng)[..NONCE].to_vec())
                .collect();
            prop_assert_eq!(nonces.len(), 64);
        }

        #[test]
        fn a_projection_seals_alike_only_for_the_same_content_and_place(a: Vec<u8>, b: Vec<u8>) {
            let key = DataKey::from_slice(&[5; 32]).unwrap();
            let (here, there) = (Context::of(&[b"1"]), Context::of(&[b"2"]));
            prop_assert_eq!(seal_again(&key, here, &a), seal_again(&key, here, &a));
            prop_assert_ne!(&seal_again(&key, here, &a)[..NONCE], &seal_again(&key, there, &a)[..NONCE]);
            prop_assert_eq!(seal_again(&key, here, &a) == seal_again(&key, here, &b), a == b);
            let opened = open(&key, here, &seal_again(&key, here, &a)).unwrap();
            prop_assert_eq!(opened.to_vec(), a);
        }
    }
}
