//! What belongs to one backup, signed with the log's key.

use super::Folder;
use anyhow::{Context, Result, ensure};
use base::Instant;
use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::dump::Taken;
use store::log::LogSigner;
use vault::Verifier;

pub const FORMAT: u32 = 1;
const KIND: &str = "backup/1";

/// One encrypted file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// A keyed hash of the content: says nothing, and is the same for the same content.
    pub name: String,
    pub table: String,
    pub rows: u64,
    /// Size and SHA-256 of the file as it lies there.
    pub size: u64,
    pub hash: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// When the backup began, in milliseconds since 1970.
    pub at: i64,
    pub log_origin: String,
    pub log_key: String,
    pub log_size: u64,
    pub checkpoint: String,
    /// Age recipients; the first is the organisation's escrow key.
    pub recipients: Vec<String>,
    pub rows: BTreeMap<String, u64>,
    /// In the order in which they are to be loaded.
    pub pieces: Vec<Piece>,
    /// The registry's own keys: `log.key` and the key that names pieces.
    pub keys: Piece,
}

impl Manifest {
    /// "2026-01-18T07-05-00.000Z": in the order of time, and a file name everywhere.
    pub fn name(&self) -> String {
        name_at(Instant::from_millis(self.at))
    }

    pub fn taken(&self) -> Taken {
        Taken { rows: self.rows.clone(), log_size: self.log_size, checkpoint: self.checkpoint.clone() }
    }

    /// All files that belong to it.
    pub fn all_pieces(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().chain([&self.keys])
    }

    /// Two lines: what it says, and the signature over exactly that.
    pub fn signed(&self, signer: &LogSigner) -> String {
        let said = serde_json::to_string(self).expect("numbers and text always encode");
        let signature = BASE64.encode(&signer.sign(KIND, said.as_bytes()));
        format!("{said}\n{signature}\n")
    }

    /// Reads the manifest of this name; fails when one letter of it was changed.
    pub fn read(folder: &Folder, name: &str) -> Result<Self> {
        let text = std::fs::read(folder.manifest(name)).context("it cannot be read")?;
        let text = String::from_utf8(text).context("it is no text")?;
        let (said, signature) = text.split_once('\n').context("it was cut off")?;
        let signature = signature.strip_suffix('\n').and_then(|line| BASE64.decode(line.as_bytes()).ok());
        let manifest: Manifest = serde_json::from_str(said).context("it says nothing that can be understood")?;
        let key = HEXLOWER.decode(manifest.log_key.as_bytes()).context("its key is not a key")?;
        let verifier = Verifier::from_slice(&key).map_err(|_| anyhow::anyhow!("its key is not a key"))?;
        verifier
            .verify(KIND, said.as_bytes(), &signature.context("its signature is not one")?)
            .map_err(|_| anyhow::anyhow!("its signature does not fit"))?;
        ensure!(manifest.format == FORMAT, "it was made by a newer version of the program");
        ensure!(manifest.name() == name, "it was given another name");
        Ok(manifest)
    }
}

pub fn name_at(at: Instant) -> String {
    at.utc_text().replace(':', "-")
}
