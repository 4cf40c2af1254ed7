//! What was erased, kept beside the backups: an older backup that is restored erases it again.
//!
//! One signed file in the folder, written anew with each backup and within a minute of each erasure. It holds ids that
//! mean nothing any more, dates and grounds.

use super::Folder;
use anyhow::{Context, Result};
use base::{CaseId, Instant};
use casework::erasure::{self, Ground, Stone};
use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::Store;
use store::log::LogSigner;
use vault::Verifier;

const FILE: &str = "erased";
const KIND: &str = "erased/1";
/// In the registry's folder: where its backups go.
const REMEMBERED: &str = "backup.folder";

#[derive(Serialize, Deserialize)]
struct Line {
    case: String,
    at: i64,
    ground: String,
}

/// Where the list lies in a folder of backups.
pub fn place(folder: &Folder) -> PathBuf {
    folder.file(FILE)
}

/// Writes down everything that was ever erased, beside what the folder knows already. Says how many there are.
pub fn write(store: &Store, folder: &Folder) -> Result<usize> {
    let signer = LogSigner::load(store.folder())?.context("The log's key is missing.")?;
    let key = HEXLOWER.encode(&signer.verifier().to_bytes());
    // One that cannot be read, or is of another registry, adds nothing: the registry has its own stones.
    let known = read(&place(folder), &key).unwrap_or_default();
    let own = store.read(erasure::stones)?;
    let all: BTreeMap<String, Stone> =
        known.into_iter().chain(own).map(|stone| (stone.case.to_string(), stone)).collect();
    let lines: Vec<Line> = all
        .iter()
        .map(|(case, stone)| Line { case: case.clone(), at: stone.at.millis(), ground: stone.ground.key().to_owned() })
        .collect();
    let said = serde_json::to_string(&lines).expect("numbers and text always encode");
    let signature = BASE64.encode(&signer.sign(KIND, said.as_bytes()));
    folder.write(&place(folder), format!("{said}\n{signature}\n").as_bytes())?;
    folder.sync()?;
    Ok(lines.len())
}

/// Reads a list that the registry with this log key has signed; fails when one letter of it was changed.
pub fn read(path: &Path, log_key: &str) -> Result<Vec<Stone>> {
    let text = std::fs::read_to_string(path).context("it cannot be read")?;
    let (said, signature) = text.split_once('\n').context("it was cut off")?;
    let signature = BASE64.decode(signature.trim_end().as_bytes()).context("its signature is not one")?;
    let key = HEXLOWER.decode(log_key.as_bytes()).context("the log key is not a key")?;
    let verifier = Verifier::from_slice(&key).map_err(|_| anyhow::anyhow!("the log key is not a key"))?;
    verifier.verify(KIND, said.as_bytes(), &signature).map_err(|_| anyhow::anyhow!("its signature does not fit"))?;
    let lines: Vec<Line> = serde_json::from_str(said).context("it says nothing that can be understood")?;
    let stone = |line: Line| {
        let (case, ground) = CaseId::read(&line.case).zip(Ground::from_key(&line.ground))?;
        Some(Stone { case, at: Instant::from_millis(line.at), ground })
    };
    lines.into_iter().map(stone).collect::<Option<_>>().context("it was made by a newer version of the program")
}

/// Remembers where the backups of a registry go, so that erasures are written down there at once.
pub fn remember(registry: &Path, folder: &Path) -> Result<()> {
    let folder = std::path::absolute(folder)?;
    Ok(std::fs::write(registry.join(REMEMBERED), folder.to_string_lossy().as_bytes())?)
}

/// Carries new erasures to the folder of the backups, if it is known and there. `carried` is how many are there already.
pub fn carry(store: &Store, carried: &mut usize) -> Result<()> {
    let Ok(folder) = std::fs::read_to_string(store.folder().join(REMEMBERED)) else { return Ok(()) };
    let count = store.read(erasure::stones)?.len();
    if count == *carried {
        return Ok(());
    }
    let folder = Folder::open(Path::new(&folder)).context(
        "People were erased, and the folder of the backups is not there to be told: an older backup would bring them \
         back. It is tried again every minute, and with the next backup.",
    )?;
    write(store, &folder)?;
    *carried = count;
    Ok(())
}
