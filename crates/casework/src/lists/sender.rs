//! Who sends lists, and how their lists are laid out: what was corrected once is known the next time.

use super::rows::{self, SenderRow};
use super::stored::{SenderKey, cbor};
use crate::Result;
use access::{AccessError, Action, Cx};
use base::{Country, ListId, SenderId, TeamId};
use linkage::fold;
use papers::{DateOrder, Layout, Meaning};
use serde::{Deserialize, Serialize};
use vault::{Compartment, Context, DataKey, seal};

/// Somebody who sends lists.
#[derive(Clone, Debug)]
pub struct Sender {
    pub id: SenderId,
    pub name: String,
    remembered: Vec<Remembered>,
}

/// How one kind of list of a sender was understood, after corrections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Remembered {
    headings: Vec<String>,
    meanings: Vec<Meaning>,
    nationality: Option<Country>,
    order: DateOrder,
}

#[derive(Serialize, Deserialize)]
struct Written {
    name: String,
    remembered: Vec<Remembered>,
}

/// Kinds of lists that are remembered of one sender; the oldest goes first.
const KINDS: usize = 12;

fn headings(layout: &Layout) -> Vec<String> {
    layout.columns.iter().map(|column| fold(&column.heading)).collect()
}

/// Whether headings are these, or these and some more at the right: codes that went out come back so.
fn begin_alike(headings: &[String], known: &[String]) -> bool {
    !known.is_empty() && headings.starts_with(known)
}

impl Sender {
    /// The layout as it was last corrected for a list with the same headings; columns added at the right stay as
    /// they were guessed.
    pub fn layout_for(&self, guess: &Layout) -> Option<Layout> {
        let headings = headings(guess);
        let known = self.remembered.iter().rev().find(|known| begin_alike(&headings, &known.headings))?;
        let mut layout = guess.clone();
        for (column, meaning) in layout.columns.iter_mut().zip(&known.meanings) {
            column.meaning = *meaning;
        }
        layout.nationality = known.nationality.or(guess.nationality);
        // What this list proves of its dates weighs more than what an earlier one did.
        if guess.order == DateOrder::Unknown {
            layout.order = known.order;
        }
        Some(layout)
    }

    fn remember(&mut self, layout: &Layout) {
        let headings = headings(layout);
        self.remembered.retain(|known| known.headings != headings);
        self.remembered.push(Remembered {
            headings,
            meanings: layout.columns.iter().map(|column| column.meaning).collect(),
            nationality: layout.nationality,
            order: layout.order,
        });
        let over = self.remembered.len().saturating_sub(KINDS);
        self.remembered.drain(..over);
    }
}

/// The team's secret under which the keys of its senders are sealed.
fn team_key(cx: &Cx) -> Result<(TeamId, DataKey)> {
    let refused = AccessError::Refused { action: Action::TakeInList };
    let team = cx.keys.actor.team.ok_or(refused)?;
    let key = cx.keys.team_secret(Compartment::Identity, "safeconduct senders v1");
    Ok((team, key.ok_or(AccessError::Refused { action: Action::TakeInList })?))
}

/// The team whose lists these are; roles that read no names have none.
pub(super) fn team(cx: &Cx) -> Result<TeamId> {
    Ok(team_key(cx)?.0)
}

/// The team's senders with their keys.
pub(super) fn with_keys(cx: &mut Cx) -> Result<Vec<(Sender, SenderKey)>> {
    let (team, secret) = team_key(cx)?;
    rows::senders(cx.tx, team)?.into_iter().map(|row| open(&secret, row)).collect()
}

fn open(secret: &DataKey, row: SenderRow) -> Result<(Sender, SenderKey)> {
    let key = seal::open(secret, Context::of(&[b"sender key", row.id.as_bytes()]), &row.sealed_key)?;
    let key = SenderKey { id: row.id, key: DataKey::from_slice(&key)? };
    let plain = seal::open(&key.key, Context::of(&[b"sender", row.id.as_bytes()]), &row.sealed)?;
    let written: Written = ciborium::from_reader(&plain[..]).map_err(|_| AccessError::Unreadable)?;
    Ok((Sender { id: row.id, name: written.name, remembered: written.remembered }, key))
}

fn save(cx: &mut Cx, sender: &Sender, key: &SenderKey) -> Result<()> {
    let (team, secret) = team_key(cx)?;
    let id = sender.id;
    let written = Written { name: sender.name.clone(), remembered: sender.remembered.clone() };
    let sealed_key = seal::seal(&secret, Context::of(&[b"sender key", id.as_bytes()]), key.key.as_bytes(), cx.rng);
    let plain = zeroize::Zeroizing::new(cbor(&written));
    let sealed = seal::seal(&key.key, Context::of(&[b"sender", id.as_bytes()]), &plain, cx.rng);
    rows::save_sender(cx.tx, team, &SenderRow { id, sealed_key, sealed })
}

/// The sender of this name, whose lists look like this from now on; made when there is none yet.
pub(super) fn find_or_make(cx: &mut Cx, name: &str, layout: &Layout) -> Result<SenderKey> {
    let known = with_keys(cx)?.into_iter().find(|(sender, _)| fold(&sender.name) == fold(name));
    let (mut sender, key) = known.unwrap_or_else(|| {
        let id = SenderId::new(cx.now, cx.rng);
        let sender = Sender { id, name: name.to_owned(), remembered: Vec::new() };
        (sender, SenderKey { id, key: DataKey::generate(cx.rng) })
    });
    sender.remember(layout);
    save(cx, &sender, &key)?;
    Ok(key)
}

/// Whom a list seems to come from, and how it is laid out then.
pub struct Recognised {
    pub sender: Sender,
    pub layout: Layout,
    /// The newest list of theirs with the same headings: this one may be its next version.
    pub previous: Option<ListId>,
}

/// Looks for the sender by name, or else for one whose lists have the same headings.
pub fn recognise(cx: &mut Cx, name: &str, guess: &Layout) -> Result<Option<Recognised>> {
    cx.permit(Action::TakeInList)?;
    let senders = with_keys(cx)?;
    let wanted = fold(name);
    let named = senders.iter().find(|(sender, _)| !wanted.is_empty() && fold(&sender.name) == wanted);
    let alike = || {
        let alike = |(sender, _): &&(Sender, SenderKey)| wanted.is_empty() && sender.layout_for(guess).is_some();
        senders.iter().rev().find(alike)
    };
    let Some((sender, key)) = named.or_else(alike) else { return Ok(None) };
    let wanted = headings(guess);
    let team = team(cx)?;
    let mut previous = None;
    for entry in rows::lists(cx.tx, team)?.into_iter().filter(|entry| entry.sender == sender.id) {
        if begin_alike(&wanted, &headings(&key.open_head(entry.id, &entry.sealed)?.layout)) {
            previous = Some(entry.id);
            break;
        }
    }
    let layout = sender.layout_for(guess).unwrap_or_else(|| guess.clone());
    Ok(Some(Recognised { sender: sender.clone(), layout, previous }))
}

/// The names of the team's senders.
pub fn names(cx: &mut Cx) -> Result<Vec<String>> {
    cx.permit(Action::TakeInList)?;
    let mut names: Vec<String> = with_keys(cx)?.into_iter().map(|(sender, _)| sender.name).collect();
    names.sort();
    Ok(names)
}
