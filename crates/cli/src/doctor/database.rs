//! The database's file from outside, before anything opens it.

use super::{Finding, size};
use std::io::Read;
use std::path::Path;

pub struct Facts {
    /// Its length, and its first hundred bytes; `None` when it is not there or may not be read.
    pub file: Option<(u64, [u8; 100])>,
    /// Length of the write-ahead log.
    pub wal: u64,
    /// Length of the file with the key that signs checkpoints.
    pub log_key: Option<u64>,
}

impl Facts {
    pub fn gather(folder: &Path) -> Self {
        let length = |file: &str| std::fs::metadata(folder.join(file)).ok().map(|file| file.len());
        let head = || {
            let mut head = [0; 100];
            std::fs::File::open(folder.join("registry.db")).ok()?.read_exact(&mut head).ok()?;
            Some(head)
        };
        Self {
            file: length("registry.db").zip(head()),
            wal: length("registry.db-wal").unwrap_or(0),
            log_key: length("log.key"),
        }
    }
}

/// Several times what it is moved into the database at.
const LARGE_WAL: u64 = 256_000_000;

pub fn judge(facts: &Facts) -> Vec<Finding> {
    // That it is not there at all is said by whoever tries to open it; on a database server there is none.
    let Some((length, head)) = &facts.file else { return facts.log_key.map(key).into_iter().collect() };
    let wal = match facts.wal > LARGE_WAL {
        true => Finding::look(
            "write-ahead log",
            format!(
                "It has {}: something has been reading for very long, or a long list is being written. If it stays, start `serve` anew.",
                size(facts.wal)
            ),
        ),
        false => Finding::ok("write-ahead log", format!("It has {}.", size(facts.wal))),
    };
    vec![head_of(*length, head), wal, key(facts.log_key.unwrap_or(0))]
}

fn key(length: u64) -> Finding {
    match length > 32 {
        true => Finding::ok("log key", "It is there."),
        false => Finding::wrong(
            "log key",
            "The file log.key is missing or cut off: nothing can be written. Bring it back from the newest backup.",
        ),
    }
}

/// What SQLite writes at the beginning of its file (sqlite.org/fileformat2.html, 1.3).
fn head_of(length: u64, head: &[u8; 100]) -> Finding {
    if !head.starts_with(b"SQLite format 3\0") {
        return Finding::wrong(
            "database",
            "registry.db does not begin as a database does: it is damaged, or another file. Bring it back from the newest backup.",
        );
    }
    let page = match u16::from_be_bytes([head[16], head[17]]) {
        1 => 65_536,
        page => u64::from(page),
    };
    let pages = u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    if length < page * pages {
        return Finding::wrong(
            "database",
            format!(
                "registry.db is cut off: {} of {} are there. Stop, keep a copy of the folder, and go back to the newest backup.",
                size(length),
                size(page * pages)
            ),
        );
    }
    if (head[18], head[19]) != (2, 2) {
        return Finding::look(
            "database",
            "registry.db is not in write-ahead mode, which opening it should have set. Was it made by another program?",
        );
    }
    Finding::ok(
        "database",
        format!(
            "{}, whole by its length, in write-ahead mode. Whether any of it was altered, `safeconduct verify` tells.",
            size(length)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    fn head(pages: u32, mode: u8) -> [u8; 100] {
        let mut head = [0; 100];
        head[..16].copy_from_slice(b"SQLite format 3\0");
        head[16..18].copy_from_slice(&16_384_u16.to_be_bytes());
        (head[18], head[19]) = (mode, mode);
        head[28..32].copy_from_slice(&pages.to_be_bytes());
        head
    }

    fn verdicts(file: (u64, [u8; 100]), wal: u64, log_key: Option<u64>) -> Vec<Verdict> {
        judge(&Facts { file: Some(file), wal, log_key }).iter().map(|finding| finding.verdict).collect()
    }

    #[test]
    fn a_file_that_is_cut_off_or_no_database_is_wrong() {
        let whole = (2 * 16_384, head(2, 2));
        assert_eq!(verdicts(whole, 0, Some(40)), [Verdict::Ok; 3]);
        assert_eq!(verdicts((16_384, head(2, 2)), 0, Some(40))[0], Verdict::Wrong);
        assert_eq!(verdicts((16_384, [7; 100]), 0, Some(40))[0], Verdict::Wrong);
        assert_eq!(verdicts((2 * 16_384, head(2, 1)), 0, Some(40))[0], Verdict::Look);
    }

    #[test]
    fn a_write_ahead_log_that_grows_and_a_key_that_is_missing_are_seen() {
        let whole = (2 * 16_384, head(2, 2));
        assert_eq!(verdicts(whole, 300_000_000, Some(40))[1], Verdict::Look);
        assert_eq!(verdicts(whole, 0, None)[2], Verdict::Wrong);
        assert_eq!(verdicts(whole, 0, Some(12))[2], Verdict::Wrong);
    }
}
