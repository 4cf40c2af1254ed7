//! Cosignatures (C2SP tlog-cosignature, version 1): a witness says that at some time this checkpoint was the longest
//! that it had seen of the log, and that it continued every one before.

use super::{Checkpoint, NamedKey, Note};
use crate::{Result, Signer, VaultError};

fn message(seconds: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {seconds}\n{text}").into_bytes()
}

/// The witness's signature line for a note; `seconds` count from 1970. The name must be that of a witness's key.
pub fn cosign(note: &Note, name: &str, signer: &Signer, seconds: u64) -> Result<String> {
    let key = NamedKey::of_witness(name, signer.verifier()).ok_or(VaultError::BadNamedKey)?;
    let signature = signer.sign_bare(&message(seconds, note.text()));
    Ok(key.line(&[&seconds.to_be_bytes()[..], &signature].concat()))
}

/// What a witness has cosigned, and when, in seconds since 1970.
pub fn cosigned(note: &str, witness: &NamedKey) -> Result<(Checkpoint, u64)> {
    let note = Note::read(note)?;
    if !witness.is_of_witness() {
        return Err(VaultError::BadNamedKey);
    }
    let (seconds, signature) = note.signature_of(witness)?.split_first_chunk::<8>().ok_or(VaultError::BadSignature)?;
    let seconds = u64::from_be_bytes(*seconds);
    witness.verifier().verify_bare(&message(seconds, note.text()), signature)?;
    if i64::try_from(seconds).is_err() {
        return Err(VaultError::BadSignature);
    }
    Ok((Checkpoint::of_text(note.text())?, seconds))
}
