//! ES256, which is ECDSA on P-256 with SHA-256 (RFC 7518, 3.4): for a format of others alone, the signed word by which
//! the services that carry pushes know their sender (RFC 8292). Signatures are made without chance (RFC 6979).

use crate::{Result, VaultError};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

pub struct Es256(SigningKey);

impl Es256 {
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0u8; 32]);
        loop {
            rng.fill_bytes(bytes.as_mut_slice());
            // One number in four thousand million is too large.
            if let Ok(key) = SigningKey::from_slice(bytes.as_slice()) {
                return Self(key);
            }
        }
    }
    pub fn from_slice(bytes: &[u8]) -> Result<Self> {
        let bytes: &[u8; 32] = bytes.try_into().map_err(|_| VaultError::BadKey)?;
        SigningKey::from_slice(bytes).map(Self).map_err(|_| VaultError::BadKey)
    }
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }
    /// The public half as a point, not compressed: 65 bytes.
    pub fn public(&self) -> Vec<u8> {
        self.0.verifying_key().to_sec1_point(false).as_bytes().to_vec()
    }
    /// Both numbers of the signature, one after the other, as a JWT wants them.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.0.sign(message);
        signature.to_bytes().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER_PERMISSIVE;

    /// The key and the signature of "sample" of RFC 6979, appendix A.2.5.
    #[test]
    fn a_signature_is_the_one_that_the_standard_gives() {
        let hex = |text: &str| HEXLOWER_PERMISSIVE.decode(text.as_bytes()).unwrap();
        let key = Es256::from_slice(&hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721")).unwrap();
        let public = [
            "04",
            "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
            "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299",
        ];
        assert_eq!(key.public(), hex(&public.concat()));
        let signature = [
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
            "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
        ];
        assert_eq!(key.sign(b"sample"), hex(&signature.concat()));
    }

    #[test]
    fn a_key_reads_back_and_nothing_else_is_one() {
        let key = Es256::generate(&mut crate::wrap::tests::rng(5));
        assert_eq!(Es256::from_slice(key.to_bytes().as_slice()).unwrap().public(), key.public());
        assert!(Es256::from_slice(&[0; 32]).is_err() && Es256::from_slice(&[1; 31]).is_err());
    }
}
