//! What a witness remembers: its key, and of each log the last checkpoint that it cosigned, on the disk before
//! anybody is told of it.

use super::judge::{Judgement, judge};
use anyhow::{Context, Result, bail};
use base::Instant;
use rand_core::CryptoRng;
use std::fs::{File, Permissions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use vault::Signer;
use vault::checkpoint::{Checkpoint, NamedKey, Note, Submission, cosign, cosigned};

const KEY: &str = "witness.key";
const LOCK: &str = "lock";
const LOGS: &str = "logs";
const LOG_KEY: &str = "key";
const COSIGNED: &str = "cosigned";
const EVIDENCE: &str = "does-not-fit-";

/// So many files of evidence are kept of one log: whoever has its key could make more without end.
const MOST_EVIDENCE: usize = 100;

pub struct Folder {
    path: PathBuf,
    name: String,
    signer: Signer,
}

impl Folder {
    pub fn create(path: &Path, name: &str, rng: &mut dyn CryptoRng) -> Result<Folder> {
        let signer = Signer::generate(rng);
        if NamedKey::of_witness(name, signer.verifier()).is_none() {
            bail!("A name has no spaces and no plus, as in \"shelter.example/witness\". Nothing was made.");
        }
        std::fs::create_dir_all(path.join(LOGS)).context("The folder of the witness cannot be made.")?;
        if path.join(KEY).exists() {
            bail!("There is a witness in this folder already. Nothing was changed.");
        }
        private(path, 0o700)?;
        keep(path, KEY, &[signer.to_bytes().as_slice(), name.as_bytes()].concat())?;
        Self::open(path)
    }

    pub fn open(path: &Path) -> Result<Folder> {
        let bytes = match std::fs::read(path.join(KEY)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                bail!("There is no witness in {}. Make one with `safeconduct witness init`.", path.display())
            }
            read => zeroize::Zeroizing::new(read.context("The key of the witness cannot be read.")?),
        };
        let damaged = "The key of the witness is damaged; restore witness.key from a copy.";
        let (key, name) = bytes.split_first_chunk::<32>().context(damaged)?;
        let name = std::str::from_utf8(name).context(damaged)?.to_owned();
        let signer = Signer::from_slice(key)?;
        NamedKey::of_witness(&name, signer.verifier()).context(damaged)?;
        Ok(Folder { path: path.to_owned(), name, signer })
    }

    /// What registries check cosignatures with.
    pub fn key(&self) -> NamedKey {
        NamedKey::of_witness(&self.name, self.signer.verifier()).expect("the name was looked at when it was read")
    }

    /// Begins to follow a log. One name has one key: a second would be a second log.
    pub fn follow(&self, log: &NamedKey) -> Result<()> {
        let _lock = self.lock()?;
        if let Some(known) = self.of(log.name())? {
            if known.key == *log {
                return Ok(());
            }
            bail!("{} is followed already, with another key. Nothing was changed.", log.name());
        }
        let place = self.place(log.name());
        std::fs::create_dir_all(&place)?;
        keep(&place, LOG_KEY, log.to_string().as_bytes())
    }

    /// Every log that is followed, by name.
    pub fn followed(&self) -> Result<Vec<Followed>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(self.path.join(LOGS))? {
            found.extend(self.at(entry?.path())?);
        }
        found.sort_by(|a, b| a.key.name().cmp(b.key.name()));
        Ok(found)
    }

    /// Says something to what a log shows. What is cosigned is on the disk when this returns, and what does not fit,
    /// too. One at a time, also when several programs work in the folder.
    pub fn answer(&self, submission: &Submission, now: Instant) -> Result<Judgement> {
        let _lock = self.lock()?;
        let Some(origin) = Note::read(&submission.note).ok().and_then(|note| Checkpoint::of_text(note.text()).ok())
        else {
            return Ok(Judgement::Malformed);
        };
        let Some(followed) = self.of(&origin.origin)? else { return Ok(Judgement::UnknownLog) };
        let known = followed.newest()?.map(|(checkpoint, _)| checkpoint);
        match judge(&followed.key, known.as_ref(), submission) {
            Ok(_) => self.cosign(&followed, submission, now),
            Err(judgement) => {
                if judgement.is_evidence() {
                    followed.keep_evidence(&judgement, submission, now)?;
                }
                Ok(judgement)
            }
        }
    }

    fn cosign(&self, followed: &Followed, submission: &Submission, now: Instant) -> Result<Judgement> {
        let seconds = u64::try_from(now.millis() / 1000).context("The clock of this machine is wrong.")?;
        let line = cosign(&Note::read(&submission.note)?, &self.name, &self.signer, seconds)?;
        let note = format!("{}{line}", submission.note);
        keep(&followed.place, COSIGNED, note.as_bytes())?;
        Ok(Judgement::Cosigned { note, line })
    }

    fn of(&self, log: &str) -> Result<Option<Followed>> {
        let found = self.at(self.place(log))?;
        Ok(found.filter(|followed| followed.key.name() == log))
    }

    fn at(&self, place: PathBuf) -> Result<Option<Followed>> {
        match std::fs::read_to_string(place.join(LOG_KEY)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            read => Ok(Some(Followed { key: NamedKey::read(&read?)?, witness: self.key(), place })),
        }
    }

    /// Names of logs are not names of folders.
    fn place(&self, log: &str) -> PathBuf {
        self.path.join(LOGS).join(short(log.as_bytes(), 16))
    }

    fn lock(&self) -> Result<File> {
        let file = File::options().create(true).append(true).open(self.path.join(LOCK))?;
        file.lock().context("The folder of the witness cannot be locked.")?;
        Ok(file)
    }
}

/// One log, and what was cosigned of it.
pub struct Followed {
    pub key: NamedKey,
    witness: NamedKey,
    place: PathBuf,
}

impl Followed {
    /// The last checkpoint that was cosigned, and when. What stands there and was not cosigned here is an error: a
    /// witness that forgot where it was would cosign anything.
    pub fn newest(&self) -> Result<Option<(Checkpoint, Instant)>> {
        let note = match std::fs::read_to_string(self.cosigned()) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            read => read?,
        };
        let (checkpoint, seconds) = cosigned(&note, &self.witness)
            .with_context(|| format!("{} is damaged. Restore it from a copy.", self.cosigned().display()))?;
        Ok(Some((checkpoint, Instant::from_millis(seconds as i64 * 1000))))
    }

    /// Where the last checkpoint that was cosigned lies, for `verify --witnessed`.
    pub fn cosigned(&self) -> PathBuf {
        self.place.join(COSIGNED)
    }

    /// Files with checkpoints that do not fit what was cosigned, by name.
    pub fn evidence(&self) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&self.place)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(EVIDENCE) {
                found.push(entry.path());
            }
        }
        found.sort();
        Ok(found)
    }

    /// Keeps both checkpoints with the proof, so that anybody with the log's key can check them.
    fn keep_evidence(&self, judgement: &Judgement, submission: &Submission, now: Instant) -> Result<()> {
        let file = format!("{EVIDENCE}{}.txt", short(submission.note.as_bytes(), 8));
        let sentence = judgement.sentence();
        if self.place.join(&file).exists() {
            return Ok(());
        }
        eprintln!("{}: {sentence}", self.key.name());
        if self.evidence()?.len() >= MOST_EVIDENCE {
            eprintln!("There are {MOST_EVIDENCE} such files already; this one is not kept.");
            return Ok(());
        }
        let cosigned = std::fs::read_to_string(self.cosigned()).unwrap_or_default();
        let text = format!(
            "{sentence}\n\nThe log's key: {}\nShown on {}\n\n--- cosigned before\n{cosigned}\n--- shown then, with the \
             proof that it brought\n{submission}",
            self.key,
            now.utc_text()
        );
        keep(&self.place, &file, text.as_bytes())
    }

    /// Puts what was cosigned aside; says where.
    pub fn begin_anew(&self, now: Instant) -> Result<PathBuf> {
        let aside = self.place.join(format!("{COSIGNED}-until-{}", now.millis()));
        std::fs::rename(self.cosigned(), &aside)
            .context("Nothing of this log was cosigned yet. Nothing was changed.")?;
        sync(&self.place)?;
        Ok(aside)
    }
}

fn short(bytes: &[u8], letters: usize) -> String {
    let mut hex = data_encoding::HEXLOWER.encode(&vault::digest(&[bytes]));
    hex.truncate(letters);
    hex
}

/// Puts a file in place, whole or not at all, and on the disk.
fn keep(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let beside = folder.join(format!("{name}.new"));
    let mut file = File::create(&beside)?;
    private(&beside, 0o600)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&beside, folder.join(name))?;
    sync(folder)
}

#[cfg(unix)]
fn sync(folder: &Path) -> Result<()> {
    Ok(File::open(folder)?.sync_all()?)
}

#[cfg(not(unix))]
fn sync(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(unix)]
fn private(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(path, Permissions::from_mode(mode))?)
}

#[cfg(not(unix))]
fn private(_: &Path, _: u32) -> Result<()> {
    Ok(())
}
