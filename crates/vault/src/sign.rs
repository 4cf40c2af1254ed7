//! Ed25519 signatures over a named kind of message, so that one kind can never pass for another.

use crate::{Result, VaultError};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use rand_core::CryptoRng;
use std::fmt;

/// The private half: a user's, a device's or the server's.
#[derive(Clone)]
pub struct Signer(SigningKey);

impl Signer {
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = zeroize::Zeroizing::new([0u8; 32]);
        rng.fill_bytes(bytes.as_mut_slice());
        Self(SigningKey::from_bytes(&bytes))
    }
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| VaultError::BadKey)?;
        Ok(Self(SigningKey::from_bytes(&bytes)))
    }
    pub fn to_bytes(&self) -> zeroize::Zeroizing<[u8; 32]> {
        zeroize::Zeroizing::new(self.0.to_bytes())
    }
    pub fn verifier(&self) -> Verifier {
        Verifier(self.0.verifying_key())
    }
    pub fn sign(&self, kind: &str, message: &[u8]) -> [u8; 64] {
        self.0.sign(&labelled(kind, message)).to_bytes()
    }
    /// Signs the bare bytes: only for formats of others, such as signed notes.
    pub(crate) fn sign_bare(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Signer(…)")
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier(VerifyingKey);

impl Verifier {
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| VaultError::BadKey)?;
        VerifyingKey::from_bytes(&bytes).map(Self).map_err(|_| VaultError::BadKey)
    }
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }
    pub fn verify(&self, kind: &str, message: &[u8], signature: &[u8]) -> Result<()> {
        self.verify_bare(&labelled(kind, message), signature)
    }
    pub(crate) fn verify_bare(&self, message: &[u8], signature: &[u8]) -> Result<()> {
        let signature = Signature::from_slice(signature).map_err(|_| VaultError::BadSignature)?;
        self.0.verify_strict(message, &signature).map_err(|_| VaultError::BadSignature)
    }
}

fn labelled(kind: &str, message: &[u8]) -> Vec<u8> {
    [b"safeconduct/", kind.as_bytes(), b"\0", message].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_fits_one_message_of_one_kind() {
        let signer = Signer::generate(&mut crate::wrap::tests::rng(3));
        let signature = signer.sign("event", b"message");
        let verifier = Verifier::from_slice(&signer.verifier().to_bytes()).unwrap();
        assert_eq!(verifier.verify("event", b"message", &signature), Ok(()));
        assert!(verifier.verify("admin", b"message", &signature).is_err());
        assert!(verifier.verify("event", b"massage", &signature).is_err());
        assert!(verifier.verify("event", b"message", &signature[1..]).is_err());
    }
}
