//! Single bits that change on the disk: each must be found, and named by what it hits.

use super::figure;
use super::import::{list, take_in};
use super::office::varied;
use crate::backup::{self, Folder};
use crate::init::{Wanted, found};
use crate::people::invented;
use crate::prompt::progress;
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::member::Welcome;
use access::sign_in::{Credentials, sign_in};
use access::{Cx, Keyring, Role, command, organisation};
use anyhow::{Context, Result, bail};
use casework::Origin;
use casework::registry::{filters, register_all};
use casework::upkeep::{self, Finding};
use papers::table;
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use store::{Store, StoreError, dump};

#[derive(clap::Args)]
pub struct Corruption {
    /// How many bits are changed, each in a copy of its own.
    #[arg(long, default_value_t = 1_000)]
    flips: usize,
    /// How many people are in the registry that is damaged.
    #[arg(long, default_value_t = 200)]
    people: usize,
    /// Prints what each changed bit hit.
    #[arg(long)]
    each: bool,
}

/// What is damaged; every kind is hit as often.
const KINDS: [&str; 5] = ["registry.db", "registry.db-wal", "log.key", "backup pieces", "backup manifests"];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub found: usize,
    /// The bit means nothing: everything reads as before.
    pub harmless: usize,
    pub missed: usize,
    /// Registering somebody was refused before anything was signed.
    pub refused: usize,
    /// The newest change of all was hit, in the write-ahead log: the start says that it is gone, and goes on.
    pub told: usize,
    /// Something was signed on top, nothing was said, and the damage was no longer found after it.
    pub buried: usize,
}

impl Corruption {
    pub fn run(self) -> Result<()> {
        let tallies = flip(self.flips, self.people, self.each, &mut edge::rng())?;
        let all = |pick: fn(&Tally) -> usize| tallies.values().map(pick).sum::<usize>();
        for (kind, tally) in &tallies {
            figure(&format!("{kind}: found and named"), tally.found.to_string(), "");
            figure(&format!("{kind}: means nothing, all reads as before"), tally.harmless.to_string(), "");
            figure(&format!("{kind}: MISSED"), tally.missed.to_string(), "0");
        }
        figure("nothing more was signed", all(|tally| tally.refused).to_string(), "");
        figure("newest change gone: said at the start", all(|tally| tally.told).to_string(), "");
        figure("found no longer after more was signed", all(|tally| tally.buried).to_string(), "0");
        if all(|tally| tally.missed + tally.buried) > 0 {
            bail!("Damage was not found.");
        }
        Ok(())
    }
}

/// Changes bits one at a time and says what became of each.
pub fn flip(flips: usize, people: usize, each: bool, rng: &mut dyn CryptoRng) -> Result<BTreeMap<&'static str, Tally>> {
    let place = tempfile::tempdir()?;
    let scene = Scene::make(place.path(), people)?;
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let bar = progress(flips as u64, "Changing bits");
    for n in 0..flips {
        let kind = KINDS[n % KINDS.len()];
        let tally = tallies.entry(kind).or_default();
        let said = scene.one(kind, rng, tally)?;
        if each {
            println!("{kind:<18} {said}");
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(tallies)
}

/// A registry with its backup, as files that are copied for every bit.
struct Scene {
    closed: PathBuf,
    /// With its newest changes in the write-ahead log.
    open: PathBuf,
    backups: PathBuf,
    copy: PathBuf,
    papers: [String; 3],
    member: Welcome,
    said: Vec<[u8; 32]>,
}

impl Scene {
    fn make(place: &Path, people: usize) -> Result<Self> {
        let path = |name: &str| place.join(name);
        let store = Store::create(&path("registry"))?;
        let teams = [("Response".to_owned(), "casework".to_owned())];
        let wanted = |name: &str, role| Wanted { name: name.into(), role, team: Some("Response".into()) };
        let members = [wanted("sokha", Role::Caseworker), wanted("lina", Role::Outreach)];
        let (founded, mut welcomes) = found(&store, "Bench (invented)", &teams, &members)?;
        let invented = invented()?;
        let (mut caseworker, mut outreach) = (enter(&store, &mut welcomes[0])?, enter(&store, &mut welcomes[1])?);
        let some = |from: usize, to| (from..to).map(|n| (varied(&invented, n), Origin::Card)).collect::<Vec<_>>();
        run(&store, &mut caseworker, |cx| register_all(cx, some(0, people / 2)))?;
        take_in(&store, &mut caseworker, &table::csv(&list(&invented, people / 4)))?;
        run(&store, &mut caseworker, |cx| filters::save(cx, "Women".into(), vec![("sex".into(), "f".into())]))?;
        let backups = path("backups");
        let folder = Folder::make(&backups)?;
        backup::take(&store, &folder, &[], edge::now(), &mut edge::rng(), |_| ())?;
        drop(store);
        let store = Store::open(&path("registry"))?;
        let count = people / 4;
        for n in 0..4 {
            let (from, to) = (people / 2 + count * n / 4, people / 2 + count * (n + 1) / 4);
            run(&store, &mut outreach, |cx| register_all(cx, some(from, to)))?;
        }
        copy_registry(&path("registry"), &path("open"))?;
        backup::take(&store, &folder, &[], edge::now(), &mut edge::rng(), |_| ())?;
        let said = said(&store)?;
        drop(store);
        copy_registry(&path("registry"), &path("closed"))?;
        let member = welcomes.swap_remove(0);
        let (closed, open, copy, papers) = (path("closed"), path("open"), path("copy"), founded.shares);
        Ok(Self { closed, open, backups, copy, papers, member, said })
    }

    /// Changes one bit of a fresh copy, checks, tries to write, and puts the copy away.
    fn one(&self, kind: &str, rng: &mut dyn CryptoRng, tally: &mut Tally) -> Result<String> {
        match kind {
            "backup pieces" => self.in_backup(&self.backups.join("pieces"), ".age", rng, tally),
            "backup manifests" => self.in_backup(&self.backups, ".manifest", rng, tally),
            file => {
                let source = if file == "registry.db-wal" { &self.open } else { &self.closed };
                copy_registry(source, &self.copy)?;
                flip_bit(&self.copy.join(file), rng)?;
                let outcome = self.in_registry(tally);
                fs::remove_dir_all(&self.copy)?;
                outcome
            }
        }
    }

    fn in_registry(&self, tally: &mut Tally) -> Result<String> {
        let told = matches!(upkeep::write_ahead(&self.copy), Some(Finding::WriteAhead { certain: false, .. }));
        let (findings, reads_as_before) = self.look();
        match (findings.first(), reads_as_before) {
            (Some(_), _) => tally.found += 1,
            (None, true) => tally.harmless += 1,
            (None, false) => tally.missed += 1,
        }
        if !self.register_somebody() {
            tally.refused += 1;
        } else if told {
            tally.told += 1;
        } else if !findings.is_empty() && self.look().0.is_empty() {
            tally.buried += 1;
        }
        Ok(match (findings.first(), reads_as_before) {
            (Some(finding), _) => finding.clone(),
            (None, true) => "means nothing".to_owned(),
            (None, false) => "MISSED".to_owned(),
        })
    }

    /// What `verify` says with two recovery papers, and whether every row reads as it was.
    fn look(&self) -> (Vec<String>, bool) {
        let looked = catch_unwind(AssertUnwindSafe(|| {
            if let Some(finding) = upkeep::write_ahead(&self.copy) {
                return (vec![finding.to_string()], false);
            }
            let store = match Store::open(&self.copy) {
                Ok(store) => store,
                Err(error) => return (vec![error.to_string()], false),
            };
            let mut findings = Vec::new();
            let papers = &self.papers[..2];
            let teams = store.read(|tx| organisation::recover(tx, papers)).unwrap_or_else(|error| {
                findings.push(error.to_string());
                Vec::new()
            });
            let verified = upkeep::verify(&store, &mut organisation::openers(&teams), || ());
            let seen = verified.map(|verified| verified.findings);
            let seen = seen.unwrap_or_else(|error| vec![Finding::Engine { says: error.to_string() }]);
            findings.splice(0..0, seen.iter().map(Finding::to_string));
            (findings, said(&store).is_ok_and(|said| said == self.said))
        }));
        // A panic is not a finding.
        looked.unwrap_or((Vec::new(), false))
    }

    /// As `safeconduct serve` or `import` would; false when it is refused.
    fn register_somebody(&self) -> bool {
        let registered = || -> Result<()> {
            let store = open_to_write(&Place { dir: self.copy.clone(), database: None })?;
            let member = &self.member;
            let code = member.recovery_codes.last().context("a code is left")?;
            let given = Credentials { name: &member.name, passphrase: &member.passphrase, code };
            let mut keys = sign_in(&store, &given, edge::now(), &mut edge::rng())?;
            let arrival = base::Arrival { names: vec!["Somebody New".into()], ..Default::default() };
            run(&store, &mut keys, |cx| register_all(cx, vec![(arrival, Origin::Card)]))?;
            Ok(())
        };
        catch_unwind(AssertUnwindSafe(registered)).is_ok_and(|outcome| outcome.is_ok())
    }

    fn in_backup(&self, of: &Path, ending: &str, rng: &mut dyn CryptoRng, tally: &mut Tally) -> Result<String> {
        let mut files: Vec<PathBuf> = fs::read_dir(of)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        files.retain(|path| path.to_string_lossy().ends_with(ending));
        files.sort();
        let path = &files[rng.next_u64() as usize % files.len()];
        let whole = fs::read(path)?;
        flip_bit(path, rng)?;
        let checked = backup::check(&Folder::open(&self.backups)?, |_| ());
        fs::write(path, whole)?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let named = checked?.damages.into_iter().map(|damage| damage.to_string()).find(|said| said.contains(&stem));
        match named {
            Some(_) => tally.found += 1,
            None => tally.missed += 1,
        }
        Ok(named.unwrap_or_else(|| "MISSED".to_owned()))
    }
}

/// A hash of every piece of a dump: two registries that say the same have the same.
fn said(store: &Store) -> Result<Vec<[u8; 32]>> {
    let mut said = Vec::new();
    dump::dump(store, |chunk| {
        said.push(vault::digest(&[&chunk.bytes]));
        Ok::<_, StoreError>(())
    })?;
    Ok(said)
}

fn flip_bit(path: &Path, rng: &mut dyn CryptoRng) -> Result<()> {
    let mut bytes = fs::read(path)?;
    let at = rng.next_u64() as usize % bytes.len();
    bytes[at] ^= 1 << (rng.next_u32() % 8);
    Ok(fs::write(path, bytes)?)
}

fn copy_registry(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir(to)?;
    for name in ["registry.db", "registry.db-wal", "log.key"] {
        if from.join(name).exists() {
            fs::copy(from.join(name), to.join(name))?;
        }
    }
    Ok(())
}

fn enter(store: &Store, welcome: &mut Welcome) -> Result<Keyring> {
    let code = welcome.recovery_codes.pop().context("members have recovery codes")?;
    let given = Credentials { name: &welcome.name, passphrase: &welcome.passphrase, code: &code };
    Ok(sign_in(store, &given, edge::now(), &mut edge::rng())?)
}

fn run<T>(store: &Store, keys: &mut Keyring, work: impl FnOnce(&mut Cx) -> access::Result<T>) -> Result<T> {
    Ok(command(store, keys, edge::now(), &mut edge::rng(), work)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_sixty_changed_bits_none_is_missed_and_none_is_buried() {
        let tallies = flip(60, 24, false, &mut edge::rng()).unwrap();
        assert_eq!(tallies.len(), KINDS.len());
        for (kind, tally) in &tallies {
            assert_eq!((tally.missed, tally.buried), (0, 0), "{kind}: {tally:?}");
            assert_eq!(tally.found + tally.harmless, 12, "{kind}: {tally:?}");
        }
        assert_eq!(tallies["log.key"], Tally { found: 12, refused: 12, ..Tally::default() });
    }
}
