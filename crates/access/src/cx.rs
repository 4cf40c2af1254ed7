//! The context of one command: made once per request by `web`, `cli` and whoever else calls.

use crate::entries::{self, AccessEntry, compartment_bits};
use crate::keyring::{FIRST, Share, store_keys};
use crate::lending::{self, Lent};
use crate::pen::{Pen, store_written};
use crate::{AccessError, Action, Keyring, Result};
use base::{CaseId, EventId, Instant, UserId};
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use std::ops::DerefMut;
use store::{Envelope, Store, Tx};
use vault::{Compartment, DataKey};

pub struct Cx<'a, 'c> {
    pub tx: &'a mut Tx<'c>,
    pub keys: &'a mut Keyring,
    pub now: Instant,
    pub rng: &'a mut dyn CryptoRng,
}

/// Runs one command in one transaction. A refusal undoes everything it had begun and is put on the record.
pub fn command<T>(
    store: &Store,
    keys: &mut Keyring,
    now: Instant,
    rng: &mut dyn CryptoRng,
    work: impl FnOnce(&mut Cx) -> Result<T>,
) -> Result<T> {
    command_with(store, keys.actor.member, || keys, now, rng, work)
}

/// As [`command`], for a keyring that several requests share: it is borrowed inside the transaction and given back
/// before the commit, so that nobody who shares it waits for somebody else's disk.
pub fn command_with<T, K: DerefMut<Target = Keyring>>(
    store: &Store,
    member: UserId,
    borrow: impl FnOnce() -> K,
    now: Instant,
    rng: &mut dyn CryptoRng,
    work: impl FnOnce(&mut Cx) -> Result<T>,
) -> Result<T> {
    let outcome = store.write(|tx| work(&mut Cx { tx, keys: &mut borrow(), now, rng }));
    let refused = match &outcome {
        Err(AccessError::Refused { action } | AccessError::AnotherPerson { action }) => Some((*action, None)),
        Err(AccessError::NotFound { action, case }) => Some((*action, *case)),
        _ => None,
    };
    if let Some((action, case)) = refused {
        store::failpoint::reach(store::failpoint::Failpoint::RefusalUnrecorded);
        let entry = entries::refusal(now, member, action, case);
        store.write(|tx| entries::record_access(tx, &entry))?;
    }
    store::failpoint::reach(store::failpoint::Failpoint::CommandCommitted);
    outcome
}

/// A case with the keys to those of its parts that the actor reads.
pub struct OpenCase {
    pub id: CaseId,
    pub(crate) keys: BTreeMap<(Compartment, i64), DataKey>,
    /// What of it is open in an emergency alone, and until when.
    pub lent: Option<Lent>,
}

impl OpenCase {
    /// A case that nobody has seen yet: it has no keys until something is written.
    pub fn new(id: CaseId) -> Self {
        Self { id, keys: BTreeMap::new(), lent: None }
    }
    pub fn key(&self, compartment: Compartment, generation: i64) -> Option<&DataKey> {
        self.keys.get(&(compartment, generation))
    }
    /// The newest key of a compartment with its generation.
    pub fn newest(&self, compartment: Compartment) -> Option<(i64, &DataKey)> {
        self.keys.range((compartment, 0)..=(compartment, i64::MAX)).next_back().map(|((_, g), key)| (*g, key))
    }
    pub fn compartments(&self) -> Vec<Compartment> {
        let mut all: Vec<_> = self.keys.keys().map(|(c, _)| *c).collect();
        all.dedup();
        all
    }
}

fn by_place(keys: Vec<(Compartment, i64, DataKey)>) -> BTreeMap<(Compartment, i64), DataKey> {
    keys.into_iter().map(|(c, g, key)| ((c, g), key)).collect()
}

impl Cx<'_, '_> {
    /// The first line of every command that is not about one case.
    pub fn permit(&self, action: Action) -> Result<()> {
        if self.keys.actor.may(action) { Ok(()) } else { Err(AccessError::Refused { action }) }
    }

    /// Asked before anything is added to a part of a case: a role writes only where it may.
    pub fn permit_writing(&self, action: Action, part: Compartment) -> Result<()> {
        let writes = self.keys.actor.writes().contains(&part);
        if writes { Ok(()) } else { Err(AccessError::Refused { action }) }
    }

    /// The first line of every command about one case: role, keys, and the entry without which nothing is read.
    pub fn open(&mut self, case: CaseId, action: Action) -> Result<OpenCase> {
        self.permit(action)?;
        let keys = self.keys.case_keys(self.tx, case, self.now)?;
        let mut open = OpenCase { keys: by_place(keys), ..OpenCase::new(case) };
        if action == Action::OpenCase || open.keys.is_empty() {
            lending::open_with_lent(self, &mut open)?;
        }
        match &open.lent {
            _ if open.keys.is_empty() => return Err(AccessError::NotFound { action, case: Some(case) }),
            // An emergency opens for reading and for nothing else.
            Some(_) if action != Action::OpenCase => return Err(AccessError::Refused { action }),
            Some(_) => self.note_as(lending::EMERGENCY, Some(case), compartment_bits(open.compartments()), 1)?,
            None => self.note(action, Some(case), compartment_bits(open.compartments()), 1)?,
        }
        Ok(open)
    }

    /// As [`Cx::open`], for a file about which the actor's team corresponds with another.
    pub fn open_correspondence(&mut self, file: CaseId, action: Action) -> Result<OpenCase> {
        self.permit(action)?;
        let open = self.peek(file)?.ok_or(AccessError::NotFound { action, case: Some(file) })?;
        self.note(action, Some(file), compartment_bits(open.compartments()), 1)?;
        Ok(open)
    }

    /// The keys of a file of the actor's team, for a line of a list that is on the record as a whole.
    pub fn peek(&mut self, file: CaseId) -> Result<Option<OpenCase>> {
        let mut keys = self.keys.correspondence_keys(self.tx, file, self.now)?;
        if keys.is_empty() {
            keys = self.keys.case_keys(self.tx, file, self.now)?;
        }
        Ok((!keys.is_empty()).then(|| OpenCase { keys: by_place(keys), ..OpenCase::new(file) }))
    }

    /// Puts on the record what was done to one case without opening it.
    pub fn note_case(&mut self, action: Action, case: CaseId) -> Result<()> {
        self.note(action, Some(case), 0, 1)
    }

    /// Makes the keys of a new file and gives them to `shares`, compartment by compartment. Nothing is in it yet.
    pub fn make_file(&mut self, id: CaseId, compartments: &[Compartment], shares: &[Share]) -> Result<OpenCase> {
        let mut file = OpenCase::new(id);
        for compartment in compartments {
            let (key, wrapped) = self.keys.make_shared_key(id, *compartment, shares, self.rng)?;
            store_keys(self.tx, &wrapped)?;
            file.keys.insert((*compartment, FIRST), key);
        }
        Ok(file)
    }

    /// Puts on the record that `cases` lines of a list were shown or exported.
    pub fn note_list(&mut self, action: Action, cases: usize) -> Result<()> {
        let bits = compartment_bits(self.keys.reads());
        self.note(action, None, bits, cases as i64)
    }

    fn note(&mut self, action: Action, case: Option<CaseId>, compartments: i64, cases: i64) -> Result<()> {
        self.note_as(action.key(), case, compartments, cases)
    }

    fn note_as(&mut self, action: &str, case: Option<CaseId>, compartments: i64, cases: i64) -> Result<()> {
        let (action, outcome) = (action.to_owned(), "allowed".to_owned());
        let entry =
            AccessEntry { at: self.now, member: self.keys.actor.member, action, outcome, case, compartments, cases };
        entries::record_access(self.tx, &entry)
    }

    /// Seals, signs and logs one event of a case; makes the compartment's key when it is the first.
    /// `version` says how `plain` is encoded. Answers the event's position in the log.
    pub fn write_event(
        &mut self,
        case: &mut OpenCase,
        compartment: Compartment,
        version: u8,
        plain: &[u8],
    ) -> Result<(i64, Envelope)> {
        let id = EventId::new(self.now, self.rng);
        self.write_event_as(id, case, compartment, version, plain)
    }

    /// As [`Cx::write_event`], under an id that its sender made and that no event has yet.
    pub fn write_event_as(
        &mut self,
        id: EventId,
        case: &mut OpenCase,
        compartment: Compartment,
        version: u8,
        plain: &[u8],
    ) -> Result<(i64, Envelope)> {
        let mut pen = Pen::new(self.tx, self.keys, self.now)?;
        let written = pen.write(id, case, compartment, version, plain, self.rng)?;
        let chain = pen.put_down();
        store_written(self.tx, std::iter::once(&written))?;
        self.tx.extend_to(chain)?;
        Ok((written.event.position, written.event.envelope))
    }
}
