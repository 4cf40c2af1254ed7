//! Signed notes (C2SP signed-note): a text with the signatures of one or more named keys.

use crate::{Result, VaultError, Verifier};
use data_encoding::{BASE64, HEXLOWER};
use std::fmt;

/// The most signatures that are looked at.
const MOST: usize = 64;

/// A note whose signatures were not checked yet.
pub struct Note<'n> {
    text: &'n str,
    signatures: Vec<(&'n str, Vec<u8>)>,
}

impl<'n> Note<'n> {
    pub fn read(note: &'n str) -> Result<Note<'n>> {
        let control = |c: char| c < ' ' && c != '\n';
        let (before, lines) = note.rsplit_once("\n\n").ok_or(VaultError::BadSignature)?;
        if note.contains(control) || before.is_empty() || !lines.ends_with('\n') || lines.lines().count() > MOST {
            return Err(VaultError::BadSignature);
        }
        let signatures = lines.lines().map(signature).collect::<Option<_>>().ok_or(VaultError::BadSignature)?;
        Ok(Note { text: &note[..before.len() + 1], signatures })
    }

    /// What was signed: up to and with the last newline before the empty line.
    pub fn text(&self) -> &'n str {
        self.text
    }

    /// What stands behind the key's id in its line; `Err` when the note has no line of this key.
    pub fn signature_of(&self, key: &NamedKey) -> Result<&[u8]> {
        let of_key = |(name, bytes): &&(&str, Vec<u8>)| *name == key.name && bytes.starts_with(&key.id());
        self.signatures.iter().find(of_key).map(|(_, bytes)| &bytes[4..]).ok_or(VaultError::BadSignature)
    }
}

fn signature(line: &str) -> Option<(&str, Vec<u8>)> {
    let (name, encoded) = line.strip_prefix("— ")?.split_once(' ')?;
    let bytes = BASE64.decode(encoded.as_bytes()).ok()?;
    (is_name(name) && bytes.len() > 4).then_some((name, bytes))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

const OF_LOG: u8 = 0x01;
const OF_WITNESS: u8 = 0x04;

/// A public key with its name and what it signs, as logs and witnesses hand it on: `name+hash+key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedKey {
    name: String,
    kind: u8,
    verifier: Verifier,
}

impl NamedKey {
    /// The key of a log, which signs notes.
    pub fn of_log(origin: &str, verifier: Verifier) -> Self {
        Self { name: origin.to_owned(), kind: OF_LOG, verifier }
    }

    /// The key of a witness, which cosigns them; `None` when the name has spaces or a plus.
    pub fn of_witness(name: &str, verifier: Verifier) -> Option<Self> {
        is_name(name).then(|| Self { name: name.to_owned(), kind: OF_WITNESS, verifier })
    }

    pub fn read(text: &str) -> Result<Self> {
        let mut parts = text.trim().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(VaultError::BadNamedKey);
        };
        let bytes = BASE64.decode(key.as_bytes()).map_err(|_| VaultError::BadNamedKey)?;
        let (kind, bytes) = bytes.split_first().ok_or(VaultError::BadNamedKey)?;
        let verifier = Verifier::from_slice(bytes).map_err(|_| VaultError::BadNamedKey)?;
        let read = Self { name: name.to_owned(), kind: *kind, verifier };
        let known = [OF_LOG, OF_WITNESS].contains(kind) && is_name(name);
        if known && HEXLOWER.encode(&read.id()) == id { Ok(read) } else { Err(VaultError::BadNamedKey) }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    pub fn is_of_log(&self) -> bool {
        self.kind == OF_LOG
    }

    pub fn is_of_witness(&self) -> bool {
        self.kind == OF_WITNESS
    }

    /// The short mark by which a line is told to be of this key.
    fn id(&self) -> [u8; 4] {
        use sha2::{Digest, Sha256};
        let hash = Sha256::new()
            .chain_update(self.name.as_bytes())
            .chain_update([b'\n', self.kind])
            .chain_update(self.verifier.to_bytes())
            .finalize();
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// A signature line of this key.
    pub(super) fn line(&self, signature: &[u8]) -> String {
        format!("— {} {}\n", self.name, BASE64.encode(&[&self.id()[..], signature].concat()))
    }
}

impl fmt::Display for NamedKey {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let key = [&[self.kind][..], &self.verifier.to_bytes()].concat();
        write!(f, "{}+{}+{}", self.name, HEXLOWER.encode(&self.id()), BASE64.encode(&key))
    }
}
