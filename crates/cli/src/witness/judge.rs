//! What a witness says to a checkpoint. It knows one thing of each log: the last checkpoint that it cosigned.

use vault::checkpoint::{Checkpoint, NamedKey, Note, Submission, read};
use vault::merkle::{Frontier, Shown, shown};

/// What is said to what was shown. The order of the checks is that of the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It goes on from what was cosigned before; the note has the cosignature in it.
    Cosigned {
        note: String,
        line: String,
    },
    /// Not written as a checkpoint is shown, or it begins from more entries than it has.
    Malformed,
    UnknownLog,
    /// The log's key has not signed it.
    NotSigned,
    /// It is not shown from where the witness is: so many entries were cosigned. `rewritten` when it has as many, and
    /// they are others.
    FromElsewhere {
        cosigned: u64,
        shown: u64,
        rewritten: bool,
    },
    /// Two histories of one log: the same length and another root, or a proof that shows another beginning. No log
    /// that only grows can have both.
    Rewritten {
        cosigned: u64,
        shown: u64,
    },
    /// The proof does not lead to it. A log that was rewritten looks like this, and so does a broken message.
    NotProven {
        cosigned: u64,
        shown: u64,
    },
}

impl Judgement {
    /// Whether the log's key has signed something that does not fit.
    pub fn is_evidence(&self) -> bool {
        use Judgement::{FromElsewhere, NotProven, Rewritten};
        matches!(self, Rewritten { .. } | NotProven { cosigned: 1.., .. } | FromElsewhere { rewritten: true, .. })
    }

    /// For a person.
    pub fn sentence(&self) -> String {
        match self {
            Judgement::Cosigned { .. } => "It goes on from what was cosigned before; it is cosigned.".to_owned(),
            Judgement::Malformed => {
                "This is not a checkpoint as it is shown to a witness. Nothing was cosigned.".to_owned()
            }
            Judgement::UnknownLog => {
                "This log is not followed here. Nothing was cosigned; `safeconduct witness follow` begins it.".to_owned()
            }
            Judgement::NotSigned => {
                "The key of this log has not signed it. Nothing was cosigned: the log has another key than the one that \
                 is followed, or this is forged."
                    .to_owned()
            }
            Judgement::FromElsewhere { cosigned, shown, .. } if shown < cosigned => format!(
                "THE LOG IS SHORTER: it has {shown} entries, and {cosigned} were cosigned. Entries were taken away, or an \
                 older copy was restored, or this checkpoint is an old one. Nothing was cosigned."
            ),
            Judgement::FromElsewhere { cosigned, rewritten: false, .. } => format!(
                "{cosigned} entries were cosigned; it must be shown from there (safeconduct checkpoint --since \
                 {cosigned}). Nothing was cosigned."
            ),
            Judgement::Rewritten { cosigned, shown } | Judgement::FromElsewhere { cosigned, shown, .. } => format!(
                "THE LOG WAS REWRITTEN: what it shows with {shown} entries contradicts what was cosigned with {cosigned}. \
                 Both are signed with its key and are kept as proof. Nothing was cosigned."
            ),
            Judgement::NotProven { cosigned, shown } => format!(
                "THE LOG DOES NOT CONTINUE: nothing shows that its {shown} entries begin with the {cosigned} that were \
                 cosigned. Both checkpoints are kept. Nothing was cosigned."
            ),
        }
    }
}

/// Judges what the log of this key shows, when `known` was cosigned last. `Ok` is what may be cosigned.
pub fn judge(key: &NamedKey, known: Option<&Checkpoint>, submission: &Submission) -> Result<Checkpoint, Judgement> {
    let checkpoint =
        read(&submission.note, key.name(), key.verifier()).map_err(|_| match Note::read(&submission.note) {
            Ok(note) if Checkpoint::of_text(note.text()).is_ok() => Judgement::NotSigned,
            _ => Judgement::Malformed,
        })?;
    let before = known.map_or((0, Frontier::default().root()), |known| (known.size, known.root));
    let (cosigned, shown_size) = (before.0, checkpoint.size);
    if submission.old > shown_size {
        return Err(Judgement::Malformed);
    }
    if submission.old != cosigned {
        let rewritten = shown_size == cosigned && checkpoint.root != before.1;
        return Err(Judgement::FromElsewhere { cosigned, shown: shown_size, rewritten });
    }
    match shown(before, (shown_size, checkpoint.root), &submission.proof) {
        Shown::Continues => Ok(checkpoint),
        Shown::BeginsOtherwise => Err(Judgement::Rewritten { cosigned, shown: shown_size }),
        Shown::Nothing => Err(Judgement::NotProven { cosigned, shown: shown_size }),
    }
}
