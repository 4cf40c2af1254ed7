//! What a log shows to a witness (C2SP tlog-witness): a checkpoint, and the proof that it continues an earlier one.

use super::number;
use crate::merkle::{Hash, LONGEST_PROOF};
use data_encoding::BASE64;
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// How many entries the checkpoint had that the proof begins from.
    pub old: u64,
    pub proof: Vec<Hash>,
    /// The checkpoint, as a signed note.
    pub note: String,
}

impl Submission {
    /// `None` when the text is not written as a submission is.
    pub fn read(text: &str) -> Option<Submission> {
        let (head, note) = text.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let old = number(lines.next()?.strip_prefix("old ")?)?;
        let hash = |line: &str| BASE64.decode(line.as_bytes()).ok()?.try_into().ok();
        let proof = lines.map(hash).collect::<Option<Vec<Hash>>>()?;
        (proof.len() <= LONGEST_PROOF).then(|| Submission { old, proof, note: note.to_owned() })
    }
}

impl fmt::Display for Submission {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", BASE64.encode(hash)))?;
        write!(f, "\n{}", self.note)
    }
}
