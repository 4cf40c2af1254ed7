//! Key material. Private halves are wiped from memory when dropped and are never shown by `Debug`.

use crate::{Result, VaultError};
use rand_core::CryptoRng;
use std::fmt;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The symmetric key of one case's compartment, or one made from a passphrase.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey(pub(crate) [u8; 32]);

impl DataKey {
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = [0u8; 32];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        bytes.try_into().map(Self).map_err(|_| VaultError::BadKey)
    }
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
    /// A key for another use, from which this one cannot be found (HKDF-SHA-256).
    pub fn derive(&self, use_of: &str) -> DataKey {
        let mut bytes = [0u8; 32];
        hkdf::Hkdf::<sha2::Sha256>::new(None, &self.0)
            .expand(use_of.as_bytes(), &mut bytes)
            .expect("32 bytes are within HKDF's limit");
        DataKey(bytes)
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

/// The half of an X25519 pair that anybody may see and wrap to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Public(pub(crate) [u8; 32]);

impl Public {
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        bytes.try_into().map(Self).map_err(|_| VaultError::BadKey)
    }
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
    pub(crate) fn point(&self) -> PublicKey {
        PublicKey::from(self.0)
    }
}

/// The half that opens.
#[derive(Clone)]
pub struct Private(StaticSecret);

impl Private {
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        Self(StaticSecret::random_from_rng(rng))
    }
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| VaultError::BadKey)?;
        Ok(Self(StaticSecret::from(bytes)))
    }
    pub fn public(&self) -> Public {
        Public(PublicKey::from(&self.0).to_bytes())
    }
    /// The bytes to wrap or split. Keep the result in something that wipes itself.
    pub fn to_bytes(&self) -> zeroize::Zeroizing<[u8; 32]> {
        zeroize::Zeroizing::new(self.0.to_bytes())
    }
    /// A symmetric key that only holders of this private half can make.
    pub fn derive(&self, use_of: &str) -> DataKey {
        DataKey(*self.to_bytes()).derive(use_of)
    }
    /// The key agreed with `other`; `None` when the other half is a point of low order.
    pub(crate) fn agree(&self, other: &Public) -> Option<zeroize::Zeroizing<[u8; 32]>> {
        let shared = self.0.diffie_hellman(&other.point());
        shared.was_contributory().then(|| zeroize::Zeroizing::new(shared.to_bytes()))
    }
}

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Private(…)")
    }
}
