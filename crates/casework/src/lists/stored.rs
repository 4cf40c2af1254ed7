//! What is kept of a list, and how it is sealed: with the sender's key, bound to the list and the row.

use crate::{Fact, Result};
use access::AccessError;
use base::{CaseId, Instant, ListId, SenderId};
use papers::sheet::{Area, Format};
use papers::{Cell, Doubt, Layout, Why};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use std::fmt;
use vault::{Context, DataKey, seal};

/// What became of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Became {
    /// Read as a person and not yet dealt with.
    Waiting,
    Registered,
    /// Somebody already registered from this list, of whom it says something new.
    Changed,
    /// Already registered, and nothing new.
    Already,
    /// Holds somebody, perhaps, and a person has to look.
    Look,
    NotAPerson,
    /// Needed a look, and a newer version of the list has the row again.
    Replaced,
}

base::keys!(Became {
    Waiting = "waiting",
    Registered = "registered",
    Changed = "changed",
    Already = "already",
    Look = "look",
    NotAPerson = "not-a-person",
    Replaced = "replaced",
});

/// Why a row is to be looked at, or is no person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Read(Why),
    /// It could be somebody whom this list had before, or somebody else.
    MaybeKnown,
    /// A person looked and said so.
    SaidSo,
    /// The headings, or what stands above them.
    AboveHeadings,
}

impl Reason {
    /// The end of the catalogue key `why-…`.
    pub fn key(self) -> &'static str {
        match self {
            Reason::Read(why) => why.key(),
            Reason::MaybeKnown => "maybe-known",
            Reason::SaidSo => "said-so",
            Reason::AboveHeadings => "above-headings",
        }
    }

    fn from_key(key: &str) -> Option<Reason> {
        match key {
            "maybe-known" => Some(Reason::MaybeKnown),
            "said-so" => Some(Reason::SaidSo),
            "above-headings" => Some(Reason::AboveHeadings),
            key => Why::from_key(key).map(Reason::Read),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Reason::Read(why) => why.fmt(f),
            Reason::MaybeKnown => f.write_str("This row may be somebody whom this list had before, or somebody else."),
            Reason::SaidSo => f.write_str("Somebody looked and said that this row is not a person."),
            Reason::AboveHeadings => f.write_str("This is the title or the headings."),
        }
    }
}

/// What a list is, beside its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// The sheet's name.
    pub title: String,
    pub format: Format,
    pub layout: Layout,
    pub merged: Vec<Area>,
}

/// A value that a newer version of the list changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// As the version before had it.
    pub from: Option<Fact>,
    pub to: Fact,
    /// False where the value belongs to a part of the case that this team has no key for.
    pub taken: bool,
}

/// What was noted on a row; most rows have none. Keys, not positions, so that old notes stay readable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notes {
    why: Option<String>,
    doubts: Vec<String>,
    /// The columns to look at.
    pub look: Vec<usize>,
    pub changes: Vec<Change>,
    /// Whom the row may be.
    pub candidates: Vec<CaseId>,
}

impl Notes {
    pub fn of(why: Option<Reason>, doubts: &[Doubt], look: Vec<usize>) -> Notes {
        let doubts = doubts.iter().map(|doubt| doubt.key().to_owned()).collect();
        Notes { why: why.map(|why| why.key().to_owned()), doubts, look, ..Notes::default() }
    }

    pub fn why(&self) -> Option<Reason> {
        self.why.as_deref().and_then(Reason::from_key)
    }

    pub fn set_why(&mut self, why: Option<Reason>) {
        self.why = why.map(|why| why.key().to_owned());
    }

    pub fn doubts(&self) -> impl Iterator<Item = Doubt> + '_ {
        self.doubts.iter().filter_map(|key| Doubt::from_key(key))
    }
}

/// The content of one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    pub hidden: bool,
    /// As they stand now.
    pub cells: Vec<Cell>,
    /// Cells as the file had them, where somebody corrected them on the way in.
    pub original: Vec<(usize, Cell)>,
    pub notes: Notes,
}

#[derive(Serialize, Deserialize)]
struct Written<'a> {
    hidden: bool,
    cells: std::borrow::Cow<'a, [Cell]>,
    original: std::borrow::Cow<'a, [(usize, Cell)]>,
    /// CBOR, or nothing.
    notes: Vec<u8>,
}

/// One row with what became of it.
#[derive(Clone, Debug)]
pub struct StoredRow {
    /// As a spreadsheet program numbers it.
    pub number: u32,
    pub became: Became,
    pub case: Option<CaseId>,
    pub content: Content,
}

/// The key of one sender's lists.
pub(super) struct SenderKey {
    pub id: SenderId,
    pub key: DataKey,
}

const VERSION: u8 = 1;

impl SenderKey {
    pub fn seal_row(&self, list: ListId, row: u32, content: &Content, rng: &mut dyn CryptoRng) -> Vec<u8> {
        let notes = match content.notes == Notes::default() {
            true => Vec::new(),
            false => cbor(&content.notes),
        };
        let written = Written {
            hidden: content.hidden,
            cells: (&content.cells[..]).into(),
            original: (&content.original[..]).into(),
            notes,
        };
        let plain = zeroize::Zeroizing::new(
            postcard::to_extend(&written, vec![VERSION]).expect("cells of text, numbers and days always encode"),
        );
        seal::seal(&self.key, Context::Place(&row_place(list, row)), &plain, rng)
    }

    pub fn open_row(&self, list: ListId, row: u32, sealed: &[u8]) -> Result<Content> {
        let plain = seal::open(&self.key, Context::Place(&row_place(list, row)), sealed)?;
        let Some((&VERSION, plain)) = plain.split_first() else { return Err(AccessError::Unreadable) };
        let written: Written = postcard::from_bytes(plain).map_err(|_| AccessError::Unreadable)?;
        let notes = match written.notes.is_empty() {
            true => Notes::default(),
            false => ciborium::from_reader(&written.notes[..]).map_err(|_| AccessError::Unreadable)?,
        };
        let (cells, original) = (written.cells.into_owned(), written.original.into_owned());
        Ok(Content { hidden: written.hidden, cells, original, notes })
    }

    pub fn seal_head(&self, list: ListId, head: &Head, rng: &mut dyn CryptoRng) -> Vec<u8> {
        let plain = zeroize::Zeroizing::new(cbor(head));
        seal::seal(&self.key, Context::of(&[b"list", list.as_bytes()]), &plain, rng)
    }

    pub fn open_head(&self, list: ListId, sealed: &[u8]) -> Result<Head> {
        let plain = seal::open(&self.key, Context::of(&[b"list", list.as_bytes()]), sealed)?;
        ciborium::from_reader(&plain[..]).map_err(|_| AccessError::Unreadable)
    }
}

pub(super) fn cbor(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("a vector takes every write");
    bytes
}

fn row_place(list: ListId, row: u32) -> [u8; 20] {
    let mut place = [0u8; 20];
    place[..16].copy_from_slice(list.as_bytes());
    place[16..].copy_from_slice(&row.to_be_bytes());
    place
}

/// How far a list has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Being taken in, or cut off while it was: whoever comes next can go on.
    Running,
    /// A person stopped it.
    Stopped,
    Finished,
}

base::keys!(State { Running = "running", Stopped = "stopped", Finished = "finished" });

/// How many rows became what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub std::collections::BTreeMap<Became, usize>);

impl Counts {
    pub fn of(&self, became: Became) -> usize {
        self.0.get(&became).copied().unwrap_or(0)
    }

    pub fn total(&self) -> usize {
        self.0.values().sum()
    }
}

/// A list as the team's page of lists shows it.
#[derive(Clone, Debug)]
pub struct Received {
    pub id: ListId,
    pub sender: SenderId,
    pub sender_name: String,
    pub title: String,
    /// The name with which whoever brought it in signs in.
    pub by: String,
    pub at: Instant,
    pub previous: Option<ListId>,
    pub state: State,
    pub counts: Counts,
}
