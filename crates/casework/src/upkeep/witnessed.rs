//! Holding the log against what witnesses have seen of it, and showing them that it goes on.

use super::Finding;
use super::leaves::{edge_at, leaves};
use crate::Result;
use access::{AccessError, organisation};
use base::Instant;
use store::witness::{self, Standing};
use store::{StoreError, Tx};
use vault::checkpoint::{self, Checkpoint, NamedKey, Note, Submission};
use vault::merkle::{self, Frontier, Hash};

/// A checkpoint that was kept outside of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnessed {
    pub checkpoint: Checkpoint,
    /// Who cosigned it and when; `None` when it was only written down.
    pub by: Option<(String, Instant)>,
    /// Whether the log's own key has signed it, too.
    pub signed_by_log: bool,
}

impl Witnessed {
    /// Reads a checkpoint that somebody kept. The signatures that count are those of the witness, if its key is
    /// given, and of the log, whose key may be another by now: that is for the check to say.
    pub fn read(tx: &mut Tx, note: &str, witness: Option<&NamedKey>) -> Result<Witnessed> {
        let (origin, verifier) = organisation::log_identity(tx)?;
        let by = match witness {
            Some(witness) => {
                let (_, seconds) = checkpoint::cosigned(note, witness)?;
                Some((witness.name().to_owned(), Instant::from_millis(seconds as i64 * 1000)))
            }
            None => None,
        };
        let checkpoint = Checkpoint::of_text(Note::read(note)?.text())?;
        let signed_by_log = checkpoint::read(note, &origin, &verifier).is_ok();
        Ok(Witnessed { checkpoint, by, signed_by_log })
    }

    /// Whose checkpoint it is, for saying so.
    pub fn whose(&self) -> String {
        self.by.as_ref().map_or("whoever kept the checkpoint".to_owned(), |(name, _)| name.clone())
    }
}

/// What the registry itself keeps of its witnesses' checkpoints; what cannot be read is a finding.
pub(super) fn kept(tx: &mut Tx, findings: &mut Vec<Finding>) -> Result<Vec<Witnessed>> {
    let mut kept = Vec::new();
    for Standing { witness, note, state, since, .. } in witness::all(tx)? {
        if state.contradicts() {
            findings.push(Finding::Contradicted { by: witness.name().to_owned(), since });
        }
        if note.is_empty() {
            continue;
        }
        match Witnessed::read(tx, &note, Some(&witness)) {
            Ok(read) => kept.push(read),
            Err(_) => findings.push(Finding::Sum { table: "witness", key: witness.to_string() }),
        }
    }
    Ok(kept)
}

/// Holds the log's leaves, in their order, against checkpoints from outside.
pub(super) fn check(tx: &mut Tx, leaves: &[Hash], witnessed: &[Witnessed]) -> Result<Vec<Finding>> {
    let (origin, _) = organisation::log_identity(tx)?;
    let mut found = Vec::new();
    for one in witnessed {
        let Checkpoint { size, root, .. } = one.checkpoint;
        let (by, entries) = (one.whose(), leaves.len() as u64);
        let mut edge = Frontier::default();
        leaves.iter().take(size as usize).for_each(|leaf| edge.push(*leaf));
        if one.checkpoint.origin != origin {
            found.push(Finding::OtherLog { by });
        } else if size > entries {
            found.push(Finding::Shorter { by, size, entries });
        } else if edge.root() != root {
            found.push(Finding::Rewritten { by, size });
        } else if !one.signed_by_log {
            found.push(Finding::KeyChanged { by });
        }
    }
    Ok(found)
}

/// What is shown to a witness that has cosigned `old` entries, with the edge that it leads to; as if it had cosigned
/// all, when the log is shorter than that. `known` is the log's edge there, as it was kept.
pub fn submission(tx: &mut Tx, old: u64, known: Option<&Frontier>) -> Result<(Submission, Frontier)> {
    let (note, edge) = tx.checkpoint()?.ok_or(AccessError::Store(StoreError::Damaged("the newest checkpoint")))?;
    let old = old.min(edge.size());
    if old == 0 || old == edge.size() {
        return Ok((Submission { old, proof: Vec::new(), note }, edge));
    }
    let newer = leaves(tx, old)?;
    if old + newer.len() as u64 != edge.size() {
        return Err(AccessError::Store(StoreError::Damaged("a position of the log")));
    }
    let leads_here = |begun: &&Frontier| {
        let mut end = (*begun).clone();
        newer.iter().for_each(|leaf| end.push(*leaf));
        begun.size() == old && end == edge
    };
    // Only the newest leaves are read, unless what was kept does not lead to the log's end: then its own entries
    // say what it begins with, and the witness is shown just that.
    let begun = match known.filter(leads_here) {
        Some(known) => known.clone(),
        None => edge_at(tx, old)?,
    };
    Ok((Submission { old, proof: merkle::prove(&begun, &newer), note }, edge))
}

#[cfg(test)]
mod tests;
