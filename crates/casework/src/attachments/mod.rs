//! Photographs and scans on a case: of papers, and of what somebody is threatened with.
//!
//! Nobody has to be photographed: each is kept because the person agreed to it, and how is kept with it. A picture is
//! made anew from its points before anything is kept ([`prepare`]), and sealed in chunks under a key of its own, which
//! is sealed under the case's key. What it is, its size and the hash of the file that was brought stand in an event;
//! when it is removed the chunks and the key go, and the history says that it was there.

mod rows;
mod rules;

#[cfg(test)]
mod tests;

pub(crate) use rows::stray;
pub use rules::{Attachment, Kind, Removal, Sha256, Standing};

use crate::record::{record, summary};
use crate::registry::rows::{events, has_part, place_of};
use crate::registry::view::decrypt;
use crate::{Event, Fact, Field, Result, Statement};
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, Consent, EventId, Paper};
use papers::{Picture, PictureError};
use rows::Row;
use std::collections::BTreeMap;
use vault::{Compartment, Context, DataKey, chunks, seal};
use zeroize::Zeroizing;

/// How many one case may hold at a time.
pub const MOST: usize = 40;

/// What the two sealed columns of a row are, beside their place.
const KEY: &[u8] = b"attachment key";
const PREVIEW: &[u8] = b"attachment preview";

/// A picture that may be kept: made anew, with the hash of the file that it was made of.
pub struct Prepared {
    picture: Picture,
    original: Sha256,
}

/// Takes a file apart and makes the picture in it anew. It takes long, so no transaction waits for it.
pub fn prepare(file: &[u8]) -> std::result::Result<Prepared, PictureError> {
    Ok(Prepared { picture: Picture::read(file)?, original: Sha256::of(file) })
}

/// Keeps a picture, because the person agreed to it. The same file of the same kind again changes nothing.
pub fn attach(cx: &mut Cx, id: CaseId, kind: Kind, consent: Consent, prepared: Prepared) -> Result<EventId> {
    let mut case = cx.open(id, Action::AddAttachment)?;
    let part = kind.compartment();
    may_add(cx, &case, part)?;
    rules::agreed(consent)?;
    let standing = standing(cx, &case)?;
    let same = |(_, known): &(&EventId, &Attachment)| known.kind == kind && known.original == prepared.original;
    if let Some((known, _)) = standing.iter().find(same) {
        return Ok(*known);
    }
    if rows::count(cx.tx, id)? >= MOST {
        return Err(AccessError::Unfit("This case has as many photos and scans as it may. Remove one first."));
    }
    let Prepared { picture, original } = prepared;
    let (jpeg, preview) = (Zeroizing::new(picture.jpeg), Zeroizing::new(picture.preview));
    let attachment = Attachment {
        kind,
        consent,
        size: jpeg.len() as u64,
        width: picture.width,
        height: picture.height,
        original,
        kept: Sha256::of(&jpeg),
    };
    let event = record(cx, &mut case, part, &Event::Attached(attachment))?;
    let (generation, of_case) = case.newest(part).expect("an event was just written with this key");
    let place = seal::event_context(id, event, part, generation);
    let key = DataKey::generate(cx.rng);
    let sealed_key = seal::seal(of_case, Context::of(&[KEY, &place]), key.as_bytes(), cx.rng);
    let preview = seal::seal(&key, Context::of(&[PREVIEW, &place]), &preview, cx.rng);
    let chunks: Vec<Vec<u8>> = chunks::seal(&key, &place, &jpeg, cx.rng).collect();
    let row = Row { event, case: id, part, generation, chunks: chunks.len() as i64, sealed_key, preview };
    rows::insert(cx.tx, &row, &chunks)?;
    Ok(event)
}

/// What is attached to a case, as far as its keys are in hand, oldest first.
pub fn all(cx: &mut Cx, id: CaseId) -> Result<Standing> {
    let case = cx.open(id, Action::OpenCase)?;
    standing(cx, &case)
}

/// The picture itself, as JPEG.
pub fn open(cx: &mut Cx, id: CaseId, attachment: EventId) -> Result<Zeroizing<Vec<u8>>> {
    let (_, row, key) = find(cx, id, attachment, Action::OpenAttachment)?;
    let sealed = rows::chunks(cx.tx, attachment)?;
    Ok(chunks::open(&key, &row.place(), &sealed)?)
}

/// A small picture of it, as JPEG.
pub fn preview(cx: &mut Cx, id: CaseId, attachment: EventId) -> Result<Zeroizing<Vec<u8>>> {
    let (_, row, key) = find(cx, id, attachment, Action::OpenAttachment)?;
    Ok(seal::open(&key, Context::of(&[PREVIEW, &row.place()]), &row.preview)?)
}

/// Deletes a picture: whoever writes the part of the case that it lies in may, and whoever brought it.
pub fn remove(cx: &mut Cx, id: CaseId, attachment: EventId, because: String) -> Result<()> {
    let (mut case, row, _) = find(cx, id, attachment, Action::RemoveAttachment)?;
    let actor = &cx.keys.actor;
    let own = place_of(cx.tx, attachment)?.is_some_and(|place| place.device == actor.device);
    if !own && !actor.writes().contains(&row.part) {
        return Err(AccessError::Refused { action: Action::RemoveAttachment });
    }
    if because.is_empty() {
        return Err(AccessError::Unfit("A picture is removed for a reason. Please say why."));
    }
    let kind = standing(cx, &case)?.get(attachment).ok_or(AccessError::NoAttachment)?.kind;
    delete(cx, &mut case, attachment, kind, Removal::Said(because))
}

/// Notes that somebody holds a travel document now, and deletes the photographs that were taken for it in the same
/// transaction: nothing keeps a face longer than the document needs it. Says how many were deleted.
///
/// Whoever issues documents does it, also a role that corrects nothing in `identity`: it states this one paper and
/// replaces only what was known of the travel document before (docs/access.md).
pub fn document_issued(cx: &mut Cx, id: CaseId, number: Option<String>) -> Result<usize> {
    let mut case = cx.open(id, Action::IssueDocument)?;
    let known = summary(cx.tx, &case, Compartment::Identity)?.ok_or(AccessError::NoAttachment)?;
    let newest = known.current(Field::Papers).last();
    let before: &[Paper] = match newest.map(|held| &held.fact) {
        Some(Fact::Papers(papers)) => papers,
        _ => &[],
    };
    let papers = rules::with_travel_document(before, number);
    if papers != before {
        let replaces = newest.map(|held| held.event).into_iter().collect();
        let statements = vec![Statement { fact: Fact::Papers(papers), replaces }];
        record(cx, &mut case, Compartment::Identity, &Event::Stated { statements, because: None })?;
    }
    let standing = standing(cx, &case)?;
    let photos: Vec<EventId> =
        standing.iter().filter(|(_, a)| a.kind == Kind::DocumentPhoto).map(|(e, _)| *e).collect();
    for photo in &photos {
        delete(cx, &mut case, *photo, Kind::DocumentPhoto, Removal::DocumentIssued)?;
    }
    Ok(photos.len())
}

fn delete(cx: &mut Cx, case: &mut OpenCase, attachment: EventId, kind: Kind, because: Removal) -> Result<()> {
    rows::delete(cx.tx, attachment)?;
    cx.tx.forget();
    record(cx, case, kind.compartment(), &Event::AttachmentRemoved { attachment, kind, because })?;
    Ok(())
}

/// A part that somebody reads may be added to, as registering delivers into parts whatever the role: what is added
/// takes the place of nothing. Never to a part whose key is with others alone.
fn may_add(cx: &mut Cx, case: &OpenCase, part: Compartment) -> Result<()> {
    let reads = cx.keys.actor.reads().contains(&part);
    if case.newest(part).is_some() || (reads && !has_part(cx.tx, case.id, part)?) {
        return Ok(());
    }
    Err(AccessError::Refused { action: Action::AddAttachment })
}

/// The row and the key of one attachment. One of another case, of another team or of a part that is not open to the
/// role is answered like one that does not exist.
fn find(cx: &mut Cx, id: CaseId, attachment: EventId, action: Action) -> Result<(OpenCase, Row, DataKey)> {
    let case = cx.open(id, action)?;
    let row = rows::find(cx.tx, id, attachment)?.ok_or(AccessError::NoAttachment)?;
    let of_case = case.key(row.part, row.generation).ok_or(AccessError::NoAttachment)?;
    let key = unseal_key(of_case, &row)?;
    Ok((case, row, key))
}

fn unseal_key(of_case: &DataKey, row: &Row) -> Result<DataKey> {
    let key = seal::open(of_case, Context::of(&[KEY, &row.place()]), &row.sealed_key)?;
    Ok(DataKey::from_slice(&key)?)
}

fn standing(cx: &mut Cx, case: &OpenCase) -> Result<Standing> {
    let mut standing = Standing::default();
    for (_, envelope, payload) in events(cx.tx, case.id)? {
        let event = payload.map(|payload| decrypt(case, envelope.id, envelope.version, &payload)).transpose()?;
        if let Some(Some(event)) = event {
            standing.apply(envelope.id, &event);
        }
    }
    Ok(standing)
}

/// Those of `standing` whose rows are missing, do not open with the case's keys, or are not what the event says:
/// for `verify`.
pub(crate) fn unsound(
    tx: &mut store::Tx,
    case: CaseId,
    keys: &BTreeMap<(Compartment, i64), DataKey>,
    standing: &Standing,
) -> Result<Vec<EventId>> {
    let mut found = Vec::new();
    for (event, attachment) in standing.iter() {
        let Some(row) = rows::find(tx, case, *event)? else {
            found.push(*event);
            continue;
        };
        let Some(of_case) = keys.get(&(row.part, row.generation)) else { continue };
        let sealed = rows::chunks(tx, *event)?;
        let opens = || -> Result<bool> {
            let key = unseal_key(of_case, &row)?;
            seal::open(&key, Context::of(&[PREVIEW, &row.place()]), &row.preview)?;
            let jpeg = chunks::open(&key, &row.place(), &sealed)?;
            Ok(Sha256::of(&jpeg) == attachment.kept && row.part == attachment.kind.compartment())
        };
        if !opens().unwrap_or(false) {
            found.push(*event);
        }
    }
    Ok(found)
}
