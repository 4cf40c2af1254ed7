//! Taking one backup: pieces first, the manifest last, so that whatever has a manifest is whole.

use super::manifest::{FORMAT, Manifest, Piece};
use super::{Folder, check::hash};
use access::organisation;
use anyhow::{Context, Result, ensure};
use base::Instant;
use data_encoding::HEXLOWER;
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use rand_core::CryptoRng;
use std::collections::HashMap;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use store::dump::{self, Chunk};
use store::log::{KEY_FILE, LogSigner};
use store::{Store, StoreError};
use vault::{Chance, Private, Public, age};

/// Names the pieces of this registry; kept in its folder. It opens nothing: with it one can tell that a backup
/// holds a content that one has already.
pub const NAMING_KEY: &str = "backup.key";
/// What stands in place of a table's name for the registry's own keys.
pub const KEYS: &str = "keys";

pub struct Made {
    pub manifest: Manifest,
    pub new_pieces: u64,
    pub new_bytes: u64,
}

/// Writes what is not there yet, then the manifest. `tick` is told of rows.
pub fn take(
    store: &Store,
    folder: &Folder,
    others: &[Public],
    now: Instant,
    rng: &mut dyn CryptoRng,
    mut tick: impl FnMut(u64),
) -> Result<Made> {
    let signer = LogSigner::load(store.folder())?.context("The log's key is missing. No backup was made.")?;
    let escrow = store.read(organisation::escrow)?;
    let recipients: Vec<Public> = std::iter::once(escrow).chain(others.iter().copied()).collect();
    let mut writer = Writer::new(folder, recipients, naming_key(store.folder(), rng)?)?;
    let mut pieces = Vec::new();
    let taken = dump::dump(store, |Chunk { table, rows, bytes }| {
        pieces.push(writer.piece(table, rows, &bytes)?);
        tick(rows);
        Ok::<_, Failed>(())
    });
    let taken = taken.map_err(|failed| failed.0)?;
    let keys = pack(&[KEY_FILE, NAMING_KEY].map(|name| (name, fs::read(store.folder().join(name)))))?;
    let keys = writer.piece(KEYS, 2, &keys)?;
    let (new_pieces, new_bytes) = (writer.new_pieces, writer.new_bytes);
    let manifest = Manifest {
        format: FORMAT,
        at: now.millis(),
        log_origin: signer.origin().to_owned(),
        log_key: HEXLOWER.encode(&signer.verifier().to_bytes()),
        log_size: taken.log_size,
        checkpoint: taken.checkpoint,
        recipients: writer.recipients.iter().map(age::recipient_text).collect(),
        rows: taken.rows,
        pieces,
        keys,
    };
    folder.sync()?;
    folder.write(&folder.manifest(&manifest.name()), manifest.signed(&signer).as_bytes())?;
    folder.sync()?;
    Ok(Made { manifest, new_pieces, new_bytes })
}

/// Carries errors of writing through the reading of the database.
struct Failed(anyhow::Error);

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self(error.into())
    }
}
impl From<anyhow::Error> for Failed {
    fn from(error: anyhow::Error) -> Self {
        Self(error)
    }
}

struct Writer<'f> {
    folder: &'f Folder,
    recipients: Vec<Public>,
    naming: [u8; 32],
    /// Pieces of earlier backups by their names.
    known: HashMap<String, Piece>,
    new_pieces: u64,
    new_bytes: u64,
}

impl<'f> Writer<'f> {
    fn new(folder: &'f Folder, recipients: Vec<Public>, naming: [u8; 32]) -> Result<Self> {
        let mut known = HashMap::new();
        for name in folder.manifests()? {
            // One that is damaged is not trusted: its pieces are looked at again.
            if let Ok(manifest) = Manifest::read(folder, &name) {
                known.extend(manifest.all_pieces().map(|piece| (piece.name.clone(), piece.clone())));
            }
        }
        Ok(Self { folder, recipients, naming, known, new_pieces: 0, new_bytes: 0 })
    }

    /// Writes a piece if it is not there yet.
    fn piece(&mut self, table: &str, rows: u64, plain: &[u8]) -> Result<Piece> {
        // Who can open it is part of the name: another recipient needs another file.
        let readers: Vec<u8> = self.recipients.iter().flat_map(|recipient| *recipient.as_bytes()).collect();
        let name = HEXLOWER.encode(&vault::keyed_digest(&self.naming, &[&readers, plain]));
        let path = self.folder.piece(&name);
        let there = fs::metadata(&path).ok().map(|found| found.len());
        match self.known.get(&name) {
            Some(known) if there == Some(known.size) => return Ok(known.clone()),
            // Written by a backup that was broken off; what has its name is whole.
            None if there.is_some() => return Ok(described(name, table, rows, &fs::read(&path)?)),
            _ => {}
        }
        let mut deflater = DeflateEncoder::new(Vec::new(), Compression::fast());
        deflater.write_all(plain)?;
        let deflated = deflater.finish()?;
        // Drawn from the content and a key: nobody guesses it who has not both, and a piece that was lost is written
        // again as the very file that earlier manifests name.
        let seed = vault::keyed_digest(&self.naming, &[b"chance", &readers, &deflated]);
        let file = age::encrypt(&self.recipients, &deflated, &mut Chance::of_seed(seed))?;
        self.folder.write(&path, &file)?;
        self.new_pieces += 1;
        self.new_bytes += file.len() as u64;
        let piece = described(name.clone(), table, rows, &file);
        self.known.insert(name, piece.clone());
        Ok(piece)
    }
}

fn described(name: String, table: &str, rows: u64, file: &[u8]) -> Piece {
    Piece { name, table: table.to_owned(), rows, size: file.len() as u64, hash: hash(file) }
}

/// Decrypts and unpacks a piece's file.
pub fn unpack(private: &Private, file: &[u8]) -> Result<Vec<u8>> {
    let deflated = age::decrypt(private, file).context("A piece of the backup does not open with this key.")?;
    let mut plain = Vec::new();
    DeflateDecoder::new(deflated.as_slice()).read_to_end(&mut plain).context("A piece cannot be unpacked.")?;
    Ok(plain)
}

fn naming_key(registry: &Path, rng: &mut dyn CryptoRng) -> Result<[u8; 32]> {
    let path = registry.join(NAMING_KEY);
    if let Ok(bytes) = fs::read(&path) {
        return bytes.try_into().ok().with_context(|| {
            format!("{} is damaged. Remove it: the next backup then writes everything once more.", path.display())
        });
    }
    let mut key = [0u8; 32];
    rng.fill_bytes(&mut key);
    write_private(&path, &key)?;
    Ok(key)
}

/// Writes a file that only its owner reads.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// Small files with their names, as JSON.
fn pack(files: &[(&str, std::io::Result<Vec<u8>>)]) -> Result<Vec<u8>> {
    let mut packed = HashMap::new();
    for (name, bytes) in files {
        let bytes = bytes.as_ref().ok().with_context(|| format!("{name} cannot be read. No backup was made."))?;
        packed.insert(*name, HEXLOWER.encode(bytes));
    }
    let ordered: std::collections::BTreeMap<_, _> = packed.into_iter().collect();
    Ok(serde_json::to_vec(&ordered)?)
}

/// Puts the registry's own keys back.
pub fn unpack_keys(packed: &[u8], registry: &Path) -> Result<()> {
    let files: std::collections::BTreeMap<String, String> = serde_json::from_slice(packed)?;
    for (name, bytes) in files {
        ensure!([KEY_FILE, NAMING_KEY].contains(&name.as_str()), "The backup holds a key that is not known here.");
        write_private(&registry.join(name), &HEXLOWER.decode(bytes.as_bytes())?)?;
    }
    Ok(())
}
