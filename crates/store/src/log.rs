//! The Merkle log over every envelope, access entry and admin entry, in the order they were committed.
//!
//! Entries carry their position; the tree keeps only its right edge and the newest signed checkpoint. Reading
//! all entries by position and hashing them again must give the checkpoint's root.

use crate::{Result, StoreError, Tx, private_to_owner, sql};
use std::path::Path;
use vault::merkle::{self, Frontier};
use vault::{Signer, checkpoint};

/// The server's own key: it signs checkpoints also when nobody is signed in, and opens nothing.
#[derive(Clone)]
pub struct LogSigner {
    origin: String,
    signer: Signer,
}

pub const KEY_FILE: &str = "log.key";

impl LogSigner {
    /// `origin` names the log among witnesses, as in "registry.example/log".
    pub fn new(origin: &str, signer: Signer) -> Self {
        Self { origin: origin.to_owned(), signer }
    }

    pub fn verifier(&self) -> vault::Verifier {
        self.signer.verifier()
    }

    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Signs something else than a checkpoint; `kind` says what, so that it can never pass for one.
    pub fn sign(&self, kind: &str, message: &[u8]) -> [u8; 64] {
        self.signer.sign(kind, message)
    }

    /// Reads the key of the registry in `folder`, if it has one.
    pub fn load(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join(KEY_FILE);
        if !path.exists() {
            return Ok(None);
        }
        let bytes = std::fs::read(path)?;
        let (key, origin) = bytes.split_first_chunk::<32>().ok_or(StoreError::Damaged("the log's key file"))?;
        let origin = std::str::from_utf8(origin).map_err(|_| StoreError::Damaged("the log's key file"))?;
        Ok(Some(Self::new(origin, Signer::from_slice(key)?)))
    }

    pub(crate) fn save(&self, folder: &Path) -> Result<()> {
        let path = folder.join(KEY_FILE);
        std::fs::write(&path, [self.signer.to_bytes().as_slice(), self.origin.as_bytes()].concat())?;
        private_to_owner(&path, 0o600)
    }
}

/// The edge of the log inside one transaction.
#[derive(Clone)]
pub(crate) struct Head {
    frontier: Frontier,
    pub(crate) grew: bool,
}

impl Head {
    fn load(tx: &mut Tx) -> Result<Self> {
        let stored = tx.one(sql!("select frontier from log_head where id = 1"), &[], |row| row.blob(0))?;
        let frontier = stored.map(|bytes| Frontier::from_bytes(&bytes)).transpose()?.unwrap_or_default();
        Ok(Self { frontier, grew: false })
    }

    pub(crate) fn save(self, tx: &mut Tx, signer: &LogSigner) -> Result<()> {
        let note = checkpoint::sign(&signer.origin, &self.frontier, &signer.signer);
        let frontier = self.frontier.to_bytes();
        tx.run_on_reserve(
            sql!(
                "insert into log_head (id, frontier, note) values (1, $1, $2)
                  on conflict (id) do update set frontier = excluded.frontier, note = excluded.note"
            ),
            &[(&frontier).into(), (&note).into()],
        )?;
        Ok(())
    }
}

impl Tx<'_> {
    /// Adds an entry's bytes to the log and says at which position, counted from 0.
    pub fn append(&mut self, entry: &[u8]) -> Result<i64> {
        let head = self.head()?;
        let position = head.frontier.size() as i64;
        head.frontier.push(merkle::leaf(entry));
        head.grew = true;
        Ok(position)
    }

    /// How many entries the log has.
    pub fn log_size(&mut self) -> Result<i64> {
        Ok(self.head()?.frontier.size() as i64)
    }

    /// The log's right edge, with what this transaction has added.
    pub(crate) fn log_edge(&mut self) -> Result<Frontier> {
        Ok(self.head()?.frontier.clone())
    }

    /// Puts an edge in place of the one from which it grew.
    pub(crate) fn grow_log(&mut self, log: Frontier) -> Result<()> {
        let head = self.head()?;
        head.grew |= log.size() > head.frontier.size();
        head.frontier = log;
        Ok(())
    }

    fn head(&mut self) -> Result<&mut Head> {
        if self.edge.head.is_none() {
            self.edge.head = Some(Head::load(self)?);
        }
        Ok(self.edge.head.as_mut().expect("the head was just loaded"))
    }

    /// The newest checkpoint as a signed note, and the stored edge.
    pub fn checkpoint(&mut self) -> Result<Option<(String, Frontier)>> {
        let stored = tx_checkpoint(self)?;
        stored.map(|(note, edge)| Ok((note, Frontier::from_bytes(&edge)?))).transpose()
    }
}

fn tx_checkpoint(tx: &mut Tx) -> Result<Option<(String, Vec<u8>)>> {
    tx.one(sql!("select note, frontier from log_head where id = 1"), &[], |row| Ok((row.text(0)?, row.blob(1)?)))
}
