//! Identifiers: UUIDv7 (RFC 9562), written as 26 characters of base32hex so that text order is time order.

use crate::Instant;
use data_encoding::{Encoding, HEXLOWER_PERMISSIVE};
use rand_core::CryptoRng;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::LazyLock;

fn version_7(at: Instant, rng: &mut dyn CryptoRng) -> [u8; 16] {
    let mut bytes = [0u8; 16];
    rng.fill_bytes(&mut bytes[6..]);
    bytes[..6].copy_from_slice(&at.millis().to_be_bytes()[2..]);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    bytes
}

/// base32hex in small letters.
static LETTERS: LazyLock<Encoding> = LazyLock::new(|| {
    let mut rule = data_encoding::Specification::new();
    rule.symbols.push_str("0123456789abcdefghijklmnopqrstuv");
    rule.encoding().expect("thirty-two letters make an encoding")
});

fn text_of(bytes: &[u8; 16]) -> String {
    LETTERS.encode(bytes)
}

fn bytes_of(text: &str) -> Option<[u8; 16]> {
    let mut bytes = [0u8; 16];
    let fits = LETTERS.decode_len(text.len()).ok()? == bytes.len();
    let length = fits.then(|| LETTERS.decode_mut(text.as_bytes(), &mut bytes).ok()).flatten()?;
    (length == bytes.len()).then_some(bytes)
}

/// "019bc5a2-7c00-7…": 8, 4, 4, 4 and 12 hexadecimal digits in letters of either size.
fn bytes_of_hyphenated(text: &str) -> Option<[u8; 16]> {
    let groups: Vec<&str> = text.split('-').collect();
    let fits = groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]);
    let digits = fits.then(|| HEXLOWER_PERMISSIVE.decode(groups.concat().as_bytes()).ok()).flatten()?;
    digits.try_into().ok()
}

struct Bytes;

impl serde::de::Visitor<'_> for Bytes {
    type Value = [u8; 16];
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an id of 16 bytes")
    }
    fn visit_bytes<E: serde::de::Error>(self, v: &[u8]) -> Result<[u8; 16], E> {
        v.try_into().map_err(|_| E::invalid_length(v.len(), &self))
    }
}

macro_rules! id {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            pub fn new(at: Instant, rng: &mut dyn CryptoRng) -> Self {
                Self(version_7(at, rng))
            }
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }
            pub fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
            /// Reads the 26 characters that `Display` writes; `None` for anything else.
            pub fn read(text: &str) -> Option<Self> {
                bytes_of(text).map(Self)
            }
            /// Reads an id that another program made: as [`Self::read`] does, or as UUIDs are usually written.
            /// `None` unless it is of version 7.
            pub fn read_uuid(text: &str) -> Option<Self> {
                let bytes = bytes_of(text).or_else(|| bytes_of_hyphenated(text))?;
                (bytes[6] >> 4 == 7 && bytes[8] >> 6 == 0b10).then_some(Self(bytes))
            }
            /// When it was made, as whoever made it says.
            pub fn made_at(&self) -> Instant {
                let mut millis = [0u8; 8];
                millis[2..].copy_from_slice(&self.0[..6]);
                Instant::from_millis(i64::from_be_bytes(millis))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(&text_of(&self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_bytes(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                d.deserialize_bytes(Bytes).map(Self)
            }
        }
    )*};
}

id! {
    /// One survivor's case.
    CaseId,
    /// One signed event, made by whoever writes it, so that a retry is idempotent.
    EventId,
    /// People who came together and must stay together.
    GroupId,
    /// A member of staff.
    UserId,
    /// A team of one organisation: a casework team, a mission, a shelter, a fund.
    TeamId,
    /// What signs events: a user on this server, later a phone.
    DeviceId,
    /// One sign-in.
    SessionId,
    /// Who sends lists: an embassy's desk, a shelter, a volunteer.
    SenderId,
    /// One version of a list that came in.
    ListId,
    /// One version of a roll that goes out to a mission.
    RollId,
    /// Something that members are to look at.
    AlertId,
    /// One step that was taken for many people at once.
    BatchId,
    /// One request for the keys of a case in an emergency.
    EmergencyId,
}

/// A map by id. The last bytes of an id are random already: they are the hash.
pub type IdMap<K, V> = std::collections::HashMap<K, V, std::hash::BuildHasherDefault<IdHasher>>;

#[derive(Clone, Copy, Default)]
pub struct IdHasher(u64);

impl std::hash::Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        if let Some(last) = bytes.last_chunk::<8>() {
            self.0 ^= u64::from_le_bytes(*last);
        }
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_order_is_time_order_and_text_reads_back() {
        let mut rng = crate::text::tests::Counting(7);
        let early = EventId::new(Instant::from_millis(1_768_500_000_000), &mut rng);
        let late = EventId::new(Instant::from_millis(1_768_500_000_001), &mut rng);
        assert!(early.to_string() < late.to_string());
        assert_eq!(early.to_string().len(), 26);
        assert_eq!(EventId::read(&early.to_string()), Some(early));
        assert_eq!(EventId::read("not an id"), None);
    }

    #[test]
    fn an_id_of_another_program_is_read_when_it_is_of_version_7() {
        let made = EventId::read_uuid("017F22E2-79b0-7cc3-98c4-dc0c0c07398f").unwrap();
        assert_eq!(EventId::read_uuid(&made.to_string()), Some(made));
        // The example of RFC 9562, appendix A.6: 22 February 2022, 19:22:22 UTC.
        assert_eq!(made.made_at().millis(), 1_645_557_742_000);
        for other in [
            "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
            "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
            "017f22e279b07cc398c4dc0c0c07398f",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398é",
            "",
        ] {
            assert_eq!(EventId::read_uuid(other), None, "{other}");
        }
    }
}
