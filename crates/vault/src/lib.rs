//! Keys and ciphers: the only crate that names one.
//!
//! A case has one [`DataKey`] per [`Compartment`]. It is wrapped to the compartment's [`Public`] key of every
//! team entitled to it; a member of the team holds the [`Private`] half because its role includes the
//! compartment. Whoever can see a public key can write; only who was given the private half can read.

pub mod age;
mod bech32;
pub mod chance;
pub mod checkpoint;
pub mod chunks;
pub mod compartment;
pub mod es256;
pub mod keys;
pub mod merkle;
pub mod passphrase;
pub mod seal;
pub mod second_factor;
pub mod shares;
pub mod sign;
mod stack;
pub mod wrap;

pub use chance::Chance;
pub use compartment::Compartment;
pub use es256::Es256;
pub use keys::{DataKey, Private, Public};
pub use seal::Context;
pub use sign::{Signer, Verifier};
pub use stack::Swept;
pub use wrap::{Courier, Reader};

/// What can go wrong with a key or a sealed thing. None of them says anything about the content.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum VaultError {
    #[error(
        "A sealed record does not open with this key: it was altered, or it belongs to somebody else. Nothing was changed."
    )]
    DoesNotOpen,
    #[error("A signature does not fit what it signs. Nothing was changed.")]
    BadSignature,
    #[error("This is not a recovery share, or a letter of it is wrong. Please type it again from the paper.")]
    BadShare,
    #[error("Two different recovery shares of the same organisation are needed.")]
    TooFewShares,
    #[error(
        "This is not the key of a log or a witness (name+hash+key), or a letter of it is wrong. Please copy it again."
    )]
    BadNamedKey,
    #[error("A stored key has the wrong length. Restore it from a backup; nothing was changed.")]
    BadKey,
}

use hmac::Mac;

pub type Result<T> = std::result::Result<T, VaultError>;

/// Plain SHA-256, as other programs check it.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).into()
}

/// SHA-256 over parts, each preceded by its length so that no two lists of parts collide.
pub fn digest(parts: &[&[u8]]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// HMAC-SHA-256 over parts, as [`digest`] joins them.
pub fn keyed_digest(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = mac(key);
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Plain HMAC-SHA-256 (RFC 2104), as other programs check it.
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac = mac(key);
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn mac(key: &[u8]) -> hmac::Hmac<sha2::Sha256> {
    hmac::KeyInit::new_from_slice(key).expect("HMAC takes a key of any length")
}
