//! Signed checkpoints of the log, in the formats that transparency logs share: C2SP tlog-checkpoint inside a
//! C2SP signed-note. Any witness that speaks them can check ours.

mod cosignature;
mod note;
mod submission;

pub use cosignature::{cosign, cosigned};
pub use note::{NamedKey, Note};
pub use submission::Submission;

use crate::merkle::{Frontier, Hash};
use crate::{Result, Signer, VaultError, Verifier};
use data_encoding::BASE64;

/// What a checkpoint says: the log's name, how many entries it has, and the root over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    pub origin: String,
    pub size: u64,
    pub root: Hash,
}

impl Checkpoint {
    /// What the text of a note says, whoever signed it. Lines after the third are not ours to read.
    pub fn of_text(text: &str) -> Result<Checkpoint> {
        let mut lines = text.lines();
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(VaultError::BadSignature);
        };
        let root = BASE64.decode(root.as_bytes()).ok().and_then(|root| root.try_into().ok());
        match (number(size), root) {
            (Some(size), Some(root)) if !origin.is_empty() && i64::try_from(size).is_ok() => {
                Ok(Checkpoint { origin: origin.to_owned(), size, root })
            }
            _ => Err(VaultError::BadSignature),
        }
    }
}

/// A decimal number written in its only form, without noughts in front.
fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// The note's text with its one signature line.
pub fn sign(origin: &str, log: &Frontier, signer: &Signer) -> String {
    let text = format!("{origin}\n{}\n{}\n", log.size(), BASE64.encode(&log.root()));
    let line = NamedKey::of_log(origin, signer.verifier()).line(&signer.sign_bare(text.as_bytes()));
    format!("{text}\n{line}")
}

/// Reads a note and checks the log's signature; signatures of others are passed over.
pub fn read(note: &str, origin: &str, verifier: &Verifier) -> Result<Checkpoint> {
    let note = Note::read(note)?;
    let signature = note.signature_of(&NamedKey::of_log(origin, verifier.clone()))?;
    verifier.verify_bare(note.text().as_bytes(), signature)?;
    let checkpoint = Checkpoint::of_text(note.text())?;
    if checkpoint.origin == origin { Ok(checkpoint) } else { Err(VaultError::BadSignature) }
}

#[cfg(test)]
mod tests;
