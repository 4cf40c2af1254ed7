//! What can be told of the database's files themselves, whatever stands in the rows.

use crate::engine::{Connection, sqlite};
use crate::{Result, Store, migrate};
use std::path::Path;

impl Store {
    /// What the engine finds when it looks at every page and every index, and whether the tables are ours; empty
    /// when all is well. A PostgreSQL server looks after its own pages, by checksums and by `pg_amcheck`.
    pub fn check_engine(&self) -> Vec<String> {
        self.with_reader(|reader| match reader {
            Connection::Sqlite(reader) => check(reader),
            Connection::Postgres(_) => Vec::new(),
        })
    }
}

fn check(reader: &sqlite::Connection) -> Vec<String> {
    let lines = |connection: &sqlite::Connection, statement: &str| {
        connection.lines(statement).unwrap_or_else(|error| vec![error.to_string()])
    };
    let mut found = lines(reader, "pragma integrity_check(200)");
    found.retain(|line| line != "ok");
    let schema = "select coalesce(sql, name) from sqlite_master order by type, name";
    let expected = sqlite::Connection::open(Path::new(":memory:")).and_then(|fresh| {
        migrate::on_sqlite(&fresh)?;
        Ok(lines(&fresh, schema))
    });
    match expected {
        Ok(expected) if expected == lines(reader, schema) => {}
        Ok(_) => found.push("the tables are not those that this program made".to_owned()),
        Err(error) => found.push(error.to_string()),
    }
    found
}

/// Damage in the write-ahead log. SQLite itself says nothing of it: it takes what comes before as all there is, and
/// what was acknowledged after that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalDamage {
    /// Which page image, counted from 1; 0 is the file's head.
    pub frame: usize,
    /// Later changes lie behind it, so it cannot be a change that was being written when the power failed.
    pub certain: bool,
}

/// Looks at the write-ahead log before SQLite does. Must be called before the database is opened.
pub fn wal(folder: &Path) -> Result<Option<WalDamage>> {
    let path = folder.join("registry.db-wal");
    let mut seen = None;
    // A server that writes at this moment can show half a change; damage stays.
    for _ in 0..5 {
        if !path.exists() {
            return Ok(None);
        }
        seen = scan(&std::fs::read(&path)?);
        if seen.is_none() {
            break;
        }
    }
    Ok(seen)
}

const HEAD: usize = 32;
const FRAME_HEAD: usize = 24;

/// The file format is that of sqlite.org/fileformat2.html, section 4.
fn scan(bytes: &[u8]) -> Option<WalDamage> {
    let (head, frames) = bytes.split_first_chunk::<HEAD>()?;
    let big_endian = word(head, 0) & 1 == 1;
    let sums = added((0, 0), &head[..24], big_endian);
    let page = word(head, 8) as usize;
    let known = word(head, 0) & !1 == 0x377f_0682 && page.is_power_of_two() && (512..=65_536).contains(&page);
    if !known || sums != (word(head, 24), word(head, 28)) {
        return (!frames.is_empty()).then_some(WalDamage { frame: 0, certain: frames.len() > 64 * 1024 });
    }
    let salts = |frame: &[u8]| (word(frame, 8) == word(head, 16), word(frame, 12) == word(head, 20));
    let frames: Vec<&[u8]> = frames.chunks_exact(FRAME_HEAD + page).collect();
    let mut sums = sums;
    for (at, frame) in frames.iter().enumerate() {
        sums = added(added(sums, &frame[..8], big_endian), &frame[FRAME_HEAD..], big_endian);
        if salts(frame) == (true, true) && sums == (word(frame, 16), word(frame, 20)) {
            continue;
        }
        // What an earlier round of the file left behind has other salts, both of them.
        let rest: Vec<_> = frames[at..].iter().filter(|frame| salts(frame) == (true, true)).collect();
        let commits = rest.iter().filter(|frame| word(frame, 4) != 0).count();
        let half = salts(frame).0 != salts(frame).1;
        return (half || !rest.is_empty()).then_some(WalDamage { frame: at + 1, certain: commits > 1 });
    }
    None
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

fn added((mut one, mut two): (u32, u32), bytes: &[u8], big_endian: bool) -> (u32, u32) {
    let read = |bytes: &[u8]| {
        let bytes = bytes.try_into().expect("four bytes");
        if big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
    };
    for pair in bytes.chunks_exact(8) {
        one = one.wrapping_add(read(&pair[..4])).wrapping_add(two);
        two = two.wrapping_add(read(&pair[4..])).wrapping_add(one);
    }
    (one, two)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{StoreError, sql};

    /// A registry's files while it is open, so that its newest changes lie in the write-ahead log.
    fn copy_while_open(commits: usize) -> tempfile::TempDir {
        let (folder, copy) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let store = Store::create(folder.path()).unwrap();
        for n in 0..commits {
            let id = format!("team {n}");
            let add = |tx: &mut crate::Tx| {
                tx.run(sql!("insert into team (id, name, kind) values ($1, $1, 'casework')"), &[(&id).into()])
            };
            store.write::<_, StoreError>(add).unwrap();
        }
        for name in ["registry.db", "registry.db-wal"] {
            std::fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
        }
        copy
    }

    #[test]
    fn a_bit_of_the_write_ahead_log_that_changed_is_found_and_one_in_an_older_change_is_certain() {
        let copy = copy_while_open(4);
        assert_eq!(wal(copy.path()).unwrap(), None);
        let path = copy.path().join("registry.db-wal");
        let whole = std::fs::read(&path).unwrap();
        let frames = (whole.len() - HEAD) / (FRAME_HEAD + 8_192);
        for at in [5, 17, HEAD + 1, HEAD + 9, HEAD + 300, HEAD + FRAME_HEAD + 8_192 + 5, whole.len() - 1] {
            let mut altered = whole.clone();
            altered[at] ^= 4;
            std::fs::write(&path, &altered).unwrap();
            let damage = wal(copy.path()).unwrap().unwrap_or_else(|| panic!("byte {at}"));
            assert_eq!(damage.certain, at != whole.len() - 1, "byte {at} of {frames} frames");
        }
        std::fs::write(&path, &whole[..whole.len() - 100]).unwrap();
        assert_eq!(wal(copy.path()).unwrap(), None, "half a change that nobody was told of");
    }

    #[test]
    fn the_engine_finds_an_index_that_does_not_fit_and_a_strange_table() {
        let copy = copy_while_open(4);
        let store = Store::open(copy.path()).unwrap();
        assert_eq!(store.check_engine(), Vec::<String>::new());
        store.tamper("create table stranger (id text)").unwrap();
        assert_eq!(store.check_engine(), ["the tables are not those that this program made"]);
    }
}
