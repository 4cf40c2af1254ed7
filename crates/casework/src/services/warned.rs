//! The warnings of the pack and of the members, and what members say of them.

use super::organisation::HERE;
use super::rows::{self, NewTrapNote};
use super::written::wrong;
use super::{Checked, Confidence, Kept, Warning, WrittenWarning, embedded};
use crate::Result;
use access::{Action, Cx, entries};
use base::EventId;
use base::text::{line, remark};
use std::collections::BTreeMap;
use store::Tx;

/// What members can say of a trap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidOfTrap {
    Added,
    /// It was none: somebody was warned of wrongly.
    Withdrawn,
}

base::keys!(SaidOfTrap { Added = "added", Withdrawn = "withdrawn" });

/// That a warning was taken back, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub by: Checked,
    pub why: String,
}

/// Every warning, the newest first; those that were withdrawn too, marked.
pub fn all_warnings(cx: &mut Cx) -> Result<Vec<Warning>> {
    cx.permit(Action::ReadDirectory)?;
    warnings(cx.tx)
}

fn warnings(tx: &mut Tx) -> Result<Vec<Warning>> {
    let mut all: BTreeMap<String, Warning> =
        embedded().warnings.iter().map(|warning| (warning.id.clone(), warning.clone())).collect();
    for note in rows::trap_notes(tx)? {
        let by = Checked { on: note.at.local_date(), by: note.by };
        match note.said {
            SaidOfTrap::Added => {
                // What was understood when it was said; a version that knows other words leaves it out.
                if let Ok((trap, goes_by)) = note.written.understand() {
                    let warning = Warning {
                        id: note.warning.clone(),
                        trap,
                        title: note.written.title,
                        goes_by,
                        says: note.written.says,
                        what_to_do: note.written.what_to_do,
                        area: note.written.area,
                        source: by.by.clone(),
                        as_of: by.on,
                        confidence: Confidence::Medium,
                        checked: Some(by),
                        example: false,
                        added_here: true,
                        withdrawn: None,
                    };
                    all.insert(note.warning, warning);
                }
            }
            SaidOfTrap::Withdrawn => {
                if let Some(warning) = all.get_mut(&note.warning) {
                    warning.withdrawn = Some(Withdrawn { by, why: note.reason });
                }
            }
        }
    }
    let mut all: Vec<Warning> = all.into_values().collect();
    all.sort_by(|a, b| (a.example, b.as_of, &b.id).cmp(&(b.example, a.as_of, &a.id)));
    Ok(all)
}

/// Warns everybody here; answers the warning's id.
pub fn add_warning(cx: &mut Cx, written: &WrittenWarning) -> Result<Kept<String>> {
    cx.permit(Action::KeepDirectory)?;
    let (trap, goes_by) = match written.understand() {
        Ok(understood) => understood,
        Err(troubles) => return Ok(Kept::Wrong(troubles)),
    };
    let tidy = WrittenWarning {
        trap: trap.key().to_owned(),
        title: line(&written.title),
        goes_by: goes_by.join("; "),
        says: remark(&written.says),
        what_to_do: remark(&written.what_to_do),
        area: line(&written.area),
    };
    let id = format!("{HERE}{}", EventId::new(cx.now, cx.rng));
    note(cx, &id, SaidOfTrap::Added, Some(&tidy), None)?;
    Ok(Kept::Done(id))
}

/// Takes a warning back, saying why. It stays readable with that.
pub fn withdraw_warning(cx: &mut Cx, id: &str, reason: &str) -> Result<Kept> {
    cx.permit(Action::KeepDirectory)?;
    let standing = warnings(cx.tx)?.into_iter().any(|warning| warning.id == id && warning.withdrawn.is_none());
    if !standing {
        return Ok(Kept::Missing);
    }
    let reason = remark(reason);
    if reason.is_empty() {
        return Ok(Kept::Wrong(vec![wrong("reason", "Say why this is no trap. Whoever was warned will ask.")]));
    }
    note(cx, id, SaidOfTrap::Withdrawn, None, Some(&reason))?;
    Ok(Kept::Done(()))
}

fn note(
    cx: &mut Cx,
    warning: &str,
    said: SaidOfTrap,
    written: Option<&WrittenWarning>,
    reason: Option<&str>,
) -> Result<()> {
    let (at, member) = (cx.now, cx.keys.actor.member);
    let position = cx.tx.log_size()?;
    rows::add_trap_note(cx.tx, &NewTrapNote { position, warning, said, at, member, written, reason })?;
    entries::record_admin(cx.tx, at, member, &format!("warning-{}", said.key()), warning)
}
