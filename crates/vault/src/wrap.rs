//! Wrapping a key to a public key, so that only the holder of its private half can take it out.
//!
//! One key agreement per writer and recipient: a [`Courier`] keeps one ephemeral X25519 key for as long as it
//! lives, and each recipient's agreed key wraps as many data keys as needed. Opening a hundred thousand cases
//! then costs a few agreements instead of a hundred thousand (docs/decisions/0001-couriers.md).

use crate::seal::{self, Context};
use crate::{DataKey, Private, Public, Result, VaultError};
use rand_core::CryptoRng;
use std::collections::HashMap;

const POINT: usize = 32;

fn agreed_key(shared: &[u8; 32], ephemeral: &Public, recipient: &Public) -> DataKey {
    let mut salt = [0u8; 64];
    salt[..32].copy_from_slice(&ephemeral.0);
    salt[32..].copy_from_slice(&recipient.0);
    let mut bytes = [0u8; 32];
    hkdf::Hkdf::<sha2::Sha256>::new(Some(&salt), shared)
        .expand(b"safeconduct wrap v1", &mut bytes)
        .expect("32 bytes are within HKDF's limit");
    DataKey(bytes)
}

/// The writing side.
pub struct Courier {
    ephemeral: Private,
    public: Public,
    agreed: HashMap<Public, DataKey>,
}

impl Courier {
    pub fn new(rng: &mut dyn CryptoRng) -> Self {
        let ephemeral = Private::generate(rng);
        Self { public: ephemeral.public(), ephemeral, agreed: HashMap::new() }
    }

    /// ephemeral point‖nonce‖ciphertext‖tag.
    pub fn wrap(&mut self, to: &Public, secret: &[u8], context: Context, rng: &mut dyn CryptoRng) -> Result<Vec<u8>> {
        if !self.agreed.contains_key(to) {
            let shared = self.ephemeral.agree(to).ok_or(VaultError::BadKey)?;
            self.agreed.insert(*to, agreed_key(&shared, &self.public, to));
        }
        let sealed = seal::seal(&self.agreed[to], context, secret, rng);
        Ok([self.public.as_bytes().as_slice(), &sealed].concat())
    }
}

/// The reading side, which remembers the couriers it has met.
pub struct Reader {
    private: Private,
    public: Public,
    agreed: HashMap<[u8; 32], DataKey>,
}

impl Reader {
    pub fn new(private: Private) -> Self {
        Self { public: private.public(), private, agreed: HashMap::new() }
    }

    pub fn unwrap(&mut self, wrapped: &[u8], context: Context) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        let (point, sealed) = wrapped.split_first_chunk::<POINT>().ok_or(VaultError::DoesNotOpen)?;
        if !self.agreed.contains_key(point) {
            let ephemeral = Public(*point);
            let shared = self.private.agree(&ephemeral).ok_or(VaultError::DoesNotOpen)?;
            self.agreed.insert(*point, agreed_key(&shared, &ephemeral, &self.public));
        }
        seal::open(&self.agreed[point], context, sealed)
    }

    pub fn unwrap_key(&mut self, wrapped: &[u8], context: Context) -> Result<DataKey> {
        DataKey::from_slice(&self.unwrap(wrapped, context)?)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use rand_core::{TryCryptoRng, TryRng};

    /// Repeatable bytes for tests: SHA-256 of a counter.
    pub struct TestRng(u64, u64);
    pub fn rng(seed: u64) -> TestRng {
        TestRng(seed, 0)
    }
    impl TryRng for TestRng {
        type Error = core::convert::Infallible;
        fn try_next_u32(&mut self) -> std::result::Result<u32, Self::Error> {
            Ok(self.try_next_u64()? as u32)
        }
        fn try_next_u64(&mut self) -> std::result::Result<u64, Self::Error> {
            self.1 += 1;
            let hash = crate::digest(&[&self.0.to_be_bytes(), &self.1.to_be_bytes()]);
            Ok(u64::from_be_bytes(hash[..8].try_into().unwrap()))
        }
        fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), Self::Error> {
            for chunk in bytes.chunks_mut(8) {
                let word = self.try_next_u64()?.to_be_bytes();
                chunk.copy_from_slice(&word[..chunk.len()]);
            }
            Ok(())
        }
    }
    impl TryCryptoRng for TestRng {}

    #[test]
    fn one_courier_reaches_several_teams_and_nobody_else() {
        let mut rng = rng(1);
        let (shelter, mission) = (Private::generate(&mut rng), Private::generate(&mut rng));
        let mut courier = Courier::new(&mut rng);
        let place = Context::of(&[b"case", b"identity"]);
        let key = DataKey::generate(&mut rng);
        let first = courier.wrap(&shelter.public(), key.as_bytes(), place, &mut rng).unwrap();
        let second = courier.wrap(&mission.public(), key.as_bytes(), place, &mut rng).unwrap();
        let (mut shelter, mut mission) = (Reader::new(shelter), Reader::new(mission));
        assert_eq!(shelter.unwrap_key(&first, place).unwrap().as_bytes(), key.as_bytes());
        assert_eq!(mission.unwrap_key(&second, place).unwrap().as_bytes(), key.as_bytes());
        assert!(mission.unwrap_key(&first, place).is_err());
        assert!(shelter.unwrap_key(&first, Context::of(&[b"case", b"care"])).is_err());
    }

    #[test]
    fn a_point_of_low_order_is_refused() {
        let mut rng = rng(2);
        let zero = Public::from_slice(&[0; 32]).unwrap();
        let place = Context::of(&[b"x"]);
        assert_eq!(Courier::new(&mut rng).wrap(&zero, b"secret", place, &mut rng), Err(VaultError::BadKey));
    }
}
