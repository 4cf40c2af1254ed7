//! What `verify` finds, as sentences. Findings name ids and positions, never content.

use base::{CaseId, EventId, Instant};
use std::fmt;

/// Something that is not as it was signed, bound or derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    Signature {
        event: EventId,
    },
    UnknownAuthor {
        event: EventId,
    },
    Chain {
        event: EventId,
    },
    PayloadHash {
        event: EventId,
    },
    /// Neither there nor erased.
    PayloadGone {
        event: EventId,
    },
    PayloadTag {
        event: EventId,
    },
    /// A payload whose event is not there.
    Orphan {
        event: String,
    },
    /// A picture that is not whole, not the one that was kept, or that no event knows.
    Attachment {
        event: String,
    },
    /// A position of the log at which no entry, or more than one, stands.
    Gap {
        position: i64,
    },
    LogRoot,
    Checkpoint,
    LogKey,
    /// A witness has cosigned more entries than there are.
    Shorter {
        by: String,
        size: u64,
        entries: u64,
    },
    /// The first so many entries are not those that a witness has cosigned.
    Rewritten {
        by: String,
        size: u64,
    },
    /// A witness said that it has another history on record.
    Contradicted {
        by: String,
        since: Instant,
    },
    /// A checkpoint that is of another log.
    OtherLog {
        by: String,
    },
    /// The history is the one that was cosigned, but another key signs it now.
    KeyChanged {
        by: String,
    },
    /// A row that the log vouches for.
    Bound {
        table: &'static str,
        id: String,
        stranger: bool,
    },
    /// A row whose sum does not fit.
    Sum {
        table: &'static str,
        key: String,
    },
    /// A case's key that does not open with the key of the team it was wrapped to.
    CaseKey {
        case: CaseId,
    },
    /// "casefile …" or "summary …": not what the events say.
    Derived {
        row: String,
    },
    /// A row that holds something else than it should.
    Row {
        table: &'static str,
        key: String,
    },
    /// What the engine says of its file.
    Engine {
        says: String,
    },
    /// The write-ahead log is damaged from this page image on.
    WriteAhead {
        frame: usize,
        certain: bool,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Finding::Signature { event } => write!(f, "event {event}: its signature does not fit"),
            Finding::UnknownAuthor { event } => write!(f, "event {event}: its author is not known here"),
            Finding::Chain { event } => write!(f, "event {event}: the chain of its device is broken before it"),
            Finding::PayloadHash { event } => write!(f, "event {event}: its payload is not the one that was signed"),
            Finding::PayloadGone { event } => {
                write!(f, "event {event}: its payload is gone, and its case was not erased")
            }
            Finding::PayloadTag { event } => write!(f, "event {event}: its payload does not open with the case's key"),
            Finding::Orphan { event } => write!(f, "payload {event}: there is no event that it belongs to"),
            Finding::Attachment { event } => {
                write!(f, "attachment {event}: it is not whole, not the picture that was kept, or no event knows it")
            }
            Finding::Gap { position } => write!(f, "log position {position}: an entry is missing or stands twice"),
            Finding::LogRoot => write!(f, "the log: its entries do not give the root that was signed"),
            Finding::Checkpoint => {
                write!(f, "the log: its newest checkpoint is missing or not signed by this registry")
            }
            Finding::LogKey => write!(f, "log.key: it is missing, or not the key of this registry's log"),
            Finding::Shorter { by, size, entries } => {
                write!(
                    f,
                    "the log: {by} has {size} entries on record and here are {entries}; the newest were taken away, or an \
                     older copy was restored"
                )
            }
            Finding::Rewritten { by, size } => {
                write!(
                    f,
                    "the log: its first {size} entries are not those that {by} has on record; it was written anew"
                )
            }
            Finding::Contradicted { by, since } => {
                write!(f, "the log: {by} says since {} that it has another history on record", since.local_text())
            }
            Finding::OtherLog { by } => write!(f, "the log: the checkpoint of {by} is of another log"),
            Finding::KeyChanged { by } => {
                write!(f, "log.key: the checkpoint of {by} was signed by another key than the one of now")
            }
            Finding::Bound { table, id, stranger: true } => {
                write!(f, "{table} {id}: it was never put on record, or it is gone although it was")
            }
            Finding::Bound { table, id, stranger: false } => {
                write!(f, "{table} of {id}: what stands there is not what was put on record")
            }
            Finding::Sum { table, key } => write!(f, "{table} {key}: the row is not the one that was written"),
            Finding::CaseKey { case } => write!(f, "case {case}: a key of it does not open with the key of its team"),
            Finding::Derived { row } => write!(f, "{row}: it is not what the events say; `rebuild` derives it again"),
            Finding::Row { table, key } => write!(f, "{table} {key}: the row holds what does not belong there"),
            Finding::Engine { says } => write!(f, "the database file: {says}"),
            Finding::WriteAhead { frame, certain } => {
                write!(
                    f,
                    "the write-ahead log: it is damaged from page image {frame} on, and the changes from there on are lost"
                )?;
                if *certain { Ok(()) } else { write!(f, ", or it is a change that was cut off by a power failure") }
            }
        }
    }
}
