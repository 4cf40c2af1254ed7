//! Signed checkpoints of the log, in the formats that transparency logs share: C2SP tlog-checkpoint inside a
//! C2SP signed-note. Any witness that speaks them can check ours.

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

const ED25519: u8 = 0x01;

fn key_hash(origin: &str, verifier: &Verifier) -> [u8; 4] {
    use sha2::{Digest, Sha256};
    let hash = Sha256::new()
        .chain_update(origin.as_bytes())
        .chain_update([b'\n', ED25519])
        .chain_update(verifier.to_bytes())
        .finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

/// The note's text with its one signature line.
pub fn sign(origin: &str, log: &Frontier, signer: &Signer) -> String {
    let text = format!("{origin}\n{}\n{}\n", log.size(), BASE64.encode(&log.root()));
    let signature = signer.sign_bare(text.as_bytes());
    let line = [&key_hash(origin, &signer.verifier())[..], &signature[..]].concat();
    format!("{text}\n— {origin} {}\n", BASE64.encode(&line))
}

/// Reads a note and checks its signature.
pub fn read(note: &str, origin: &str, verifier: &Verifier) -> Result<Checkpoint> {
    let (text, signatures) = note.split_once("\n\n").ok_or(VaultError::BadSignature)?;
    let text = format!("{text}\n");
    let prefix = format!("— {origin} ");
    let line = signatures.lines().find_map(|l| l.strip_prefix(&prefix)).ok_or(VaultError::BadSignature)?;
    let bytes = BASE64.decode(line.as_bytes()).map_err(|_| VaultError::BadSignature)?;
    let (hash, signature) = bytes.split_first_chunk::<4>().ok_or(VaultError::BadSignature)?;
    if *hash != key_hash(origin, verifier) {
        return Err(VaultError::BadSignature);
    }
    verifier.verify_bare(text.as_bytes(), signature)?;
    let mut lines = text.lines();
    let (Some(name), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
        return Err(VaultError::BadSignature);
    };
    let root = BASE64.decode(root.as_bytes()).ok().and_then(|r| r.try_into().ok());
    match (name == origin, size.parse(), root) {
        (true, Ok(size), Some(root)) => Ok(Checkpoint { origin: name.to_owned(), size, root }),
        _ => Err(VaultError::BadSignature),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_reads_back_and_an_altered_one_does_not() {
        let signer = Signer::generate(&mut crate::wrap::tests::rng(8));
        let mut log = Frontier::default();
        log.push(crate::merkle::leaf(b"entry"));
        let note = sign("registry.example/log", &log, &signer);
        let read_back = read(&note, "registry.example/log", &signer.verifier()).unwrap();
        assert_eq!((read_back.size, read_back.root), (1, log.root()));
        assert!(read(&note.replace("\n1\n", "\n2\n"), "registry.example/log", &signer.verifier()).is_err());
        let other = Signer::generate(&mut crate::wrap::tests::rng(9));
        assert!(read(&note, "registry.example/log", &other.verifier()).is_err());
    }
}
