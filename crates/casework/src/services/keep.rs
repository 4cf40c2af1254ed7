//! Reading the directory, and what members say of it: commands, each on the record.

use super::organisation::HERE;
use super::rows::{self, NewNote};
use super::told::{Said, Told, tell};
use super::written::{COLUMNS, wrong};
use super::{Organisation, Written, Wrong};
use crate::Result;
use access::{Action, Cx, entries, organisation};
use base::{EventId, TeamId};
use store::Tx;

/// What became of what somebody said.
#[derive(Debug, PartialEq, Eq)]
pub enum Kept<T = ()> {
    Done(T),
    /// Nothing was kept, because of this.
    Wrong(Vec<Wrong>),
    /// There is no such entry.
    Missing,
}

/// Every organisation by name, for whatever needs the directory without showing it.
pub fn directory(tx: &mut Tx) -> Result<Vec<Organisation>> {
    Ok(told(tx)?.into_iter().map(|told| told.organisation).collect())
}

fn told(tx: &mut Tx) -> Result<Vec<Told>> {
    Ok(tell(rows::notes(tx)?, &organisation::teams(tx)?))
}

fn find(tx: &mut Tx, id: &str) -> Result<Option<Told>> {
    Ok(told(tx)?.into_iter().find(|told| told.organisation.id == id))
}

/// Every organisation by name.
pub fn all(cx: &mut Cx) -> Result<Vec<Organisation>> {
    cx.permit(Action::ReadDirectory)?;
    directory(cx.tx)
}

/// One organisation, and who said what of it when.
pub fn one(cx: &mut Cx, id: &str) -> Result<Option<Told>> {
    cx.permit(Action::ReadDirectory)?;
    find(cx.tx, id)
}

/// Somebody asked, and it is as it stands here.
pub fn checked(cx: &mut Cx, id: &str) -> Result<Kept> {
    cx.permit(Action::KeepDirectory)?;
    said_of_known(cx, id, Said::Checked)
}

/// Somebody asked, and nobody answered.
pub fn not_answering(cx: &mut Cx, id: &str) -> Result<Kept> {
    cx.permit(Action::KeepDirectory)?;
    said_of_known(cx, id, Said::NotAnswering)
}

fn said_of_known(cx: &mut Cx, id: &str, said: Said) -> Result<Kept> {
    if find(cx.tx, id)?.is_none() {
        return Ok(Kept::Missing);
    }
    note(cx, id, said, Default::default(), None)?;
    Ok(Kept::Done(()))
}

/// Says what is otherwise. `seen` is [`Told::newest`] of what the writer had before them, if that is known: what
/// somebody else said meanwhile is not written over unseen.
pub fn correct(cx: &mut Cx, id: &str, seen: Option<&str>, written: &Written) -> Result<Kept> {
    cx.permit(Action::KeepDirectory)?;
    let Some(told) = find(cx.tx, id)? else { return Ok(Kept::Missing) };
    if seen.is_some_and(|seen| seen != told.newest()) {
        let sentence = "Somebody wrote something about this organisation meanwhile. Nothing was changed. Look at the history below and save again.";
        return Ok(Kept::Wrong(vec![wrong("name", sentence)]));
    }
    let columns = match tidy(written) {
        Ok(after) => difference(&Written::of(&told.organisation), &after),
        Err(troubles) => return Ok(Kept::Wrong(troubles)),
    };
    let said = if columns.iter().all(Option::is_none) { Said::Checked } else { Said::Corrected };
    note(cx, id, said, columns, None)?;
    Ok(Kept::Done(()))
}

/// Adds an organisation; answers its id.
pub fn add(cx: &mut Cx, written: &Written) -> Result<Kept<String>> {
    cx.permit(Action::KeepDirectory)?;
    let after = match tidy(written) {
        Ok(after) => after,
        Err(troubles) => return Ok(Kept::Wrong(troubles)),
    };
    let id = format!("{HERE}{}", EventId::new(cx.now, cx.rng));
    note(cx, &id, Said::Added, COLUMNS.map(|column| Some(after.get(column).to_owned())), None)?;
    Ok(Kept::Done(id))
}

/// Says which team of this server an organisation works as, or that it works as none. Referrals to it go there, so
/// it is for those who make the teams.
pub fn link(cx: &mut Cx, id: &str, team: Option<TeamId>) -> Result<Kept> {
    cx.permit(Action::ManageMembers)?;
    let all = told(cx.tx)?;
    let Some(told) = all.iter().find(|told| told.organisation.id == id) else { return Ok(Kept::Missing) };
    if told.organisation.is_own_of_team() {
        return Ok(Kept::Wrong(vec![wrong(
            "team",
            "This entry is a team already. Open the organisation that the team works for, and link it there.",
        )]));
    }
    let others = all.iter().map(|told| &told.organisation).filter(|o| o.id != id && !o.is_own_of_team());
    if let Some(team) = team {
        if !organisation::teams(cx.tx)?.iter().any(|(known, ..)| *known == team) {
            return Ok(Kept::Missing);
        }
        if let Some(other) = others.into_iter().find(|other| other.team == Some(team)) {
            let sentence = format!("This team is linked to {} already. Unlink it there first.", other.name);
            return Ok(Kept::Wrong(vec![wrong("team", sentence)]));
        }
    }
    let said = if team.is_some() { Said::Linked } else { Said::Unlinked };
    note(cx, id, said, Default::default(), team)?;
    Ok(Kept::Done(()))
}

/// As it is written once it is understood.
fn tidy(written: &Written) -> std::result::Result<Written, Vec<Wrong>> {
    written.understand().map(Written::from)
}

fn difference(before: &Written, after: &Written) -> [Option<String>; COLUMNS.len()] {
    COLUMNS.map(|column| Some(after.get(column).to_owned()).filter(|text| text != before.get(column)))
}

fn note(
    cx: &mut Cx,
    organisation: &str,
    said: Said,
    columns: [Option<String>; COLUMNS.len()],
    team: Option<TeamId>,
) -> Result<()> {
    let (at, member) = (cx.now, cx.keys.actor.member);
    let position = cx.tx.log_size()?;
    rows::add_note(cx.tx, &NewNote { position, organisation, said, at, member, columns, team })?;
    entries::record_admin(cx.tx, at, member, &format!("directory-{}", said.key()), organisation)
}
