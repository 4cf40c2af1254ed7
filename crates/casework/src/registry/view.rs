//! The case page's reading of a case: what stands, and how it came to stand.

use super::rows;
use crate::attachments::{Attachment, Kind, Removal, Standing};
use crate::record::summaries;
use crate::{Event, Fact, Facts, Field, Origin, Result};
use access::{Action, Cx, OpenCase, member};
use base::{CaseCode, CaseId, EventId, Instant};
use std::collections::BTreeMap;
use store::Payload;
use store::envelope::clock_instant;
use vault::{Compartment, Context, seal};

/// A case as far as the actor's keys open it.
pub struct CaseView {
    pub id: CaseId,
    pub code: CaseCode,
    pub opened_at: Instant,
    pub facts: Facts,
    pub open: Vec<Compartment>,
    pub attachments: Standing,
    /// Oldest first.
    pub timeline: Vec<Entry>,
}

/// One event of the timeline.
pub struct Entry {
    pub event: EventId,
    pub at: Instant,
    /// The name with which its author signs in.
    pub author: String,
    pub content: Content,
}

pub enum Content {
    Registered {
        origin: Origin,
        changes: Vec<Change>,
    },
    Stated {
        changes: Vec<Change>,
        because: Option<String>,
    },
    Attached(Attachment),
    AttachmentRemoved {
        attachment: EventId,
        kind: Kind,
        because: Removal,
    },
    /// Sealed in a part that is not open to this role.
    NotOpen(Compartment),
    Erased,
}

/// A field that an event set, with the values it took the place of.
pub struct Change {
    pub field: Field,
    pub from: Vec<Fact>,
    pub to: Fact,
}

/// Opens a case for reading.
pub fn view(cx: &mut Cx, id: CaseId) -> Result<CaseView> {
    let case = cx.open(id, Action::OpenCase)?;
    let facts = summaries(cx.tx, &case)?;
    let names = member::names_by_device(cx.tx)?;
    let mut stated: BTreeMap<(EventId, Field), Fact> = BTreeMap::new();
    let (mut timeline, mut attachments) = (Vec::new(), Standing::default());
    for (_, envelope, payload) in rows::events(cx.tx, id)? {
        let content = match payload {
            None => Content::Erased,
            Some(payload) => read(&case, envelope.id, envelope.version, &payload, &mut stated, &mut attachments)?,
        };
        let author = names.get(&envelope.device).cloned().unwrap_or_default();
        timeline.push(Entry { event: envelope.id, at: clock_instant(envelope.clock), author, content });
    }
    let opened_at = timeline.first().map_or(cx.now, |entry| entry.at);
    let code = code_of(id, &facts);
    Ok(CaseView { id, code, opened_at, facts, open: case.compartments(), attachments, timeline })
}

/// The code on the person's card: of somebody who was referred, the one that the team of theirs gave them.
fn code_of(id: CaseId, facts: &Facts) -> CaseCode {
    let given = match facts.newest(Field::Request) {
        Some(Fact::Request(request)) => request.code.as_deref().and_then(|code| CaseCode::read(code).ok()),
        _ => None,
    };
    given.unwrap_or(CaseCode::of(id))
}

fn read(
    case: &OpenCase,
    id: EventId,
    version: u8,
    payload: &Payload,
    stated: &mut BTreeMap<(EventId, Field), Fact>,
    attachments: &mut Standing,
) -> Result<Content> {
    let Some(event) = decrypt(case, id, version, payload)? else {
        return Ok(Content::NotOpen(payload.compartment));
    };
    attachments.apply(id, &event);
    let mut changes = Vec::new();
    for statement in event.statements() {
        let field = statement.fact.field();
        let from = statement.replaces.iter().filter_map(|earlier| stated.get(&(*earlier, field)).cloned()).collect();
        stated.insert((id, field), statement.fact.clone());
        changes.push(Change { field, from, to: statement.fact });
    }
    Ok(match event {
        Event::Registered { origin, .. } => Content::Registered { origin, changes },
        Event::Stated { because, .. } => Content::Stated { changes, because },
        Event::Attached(attachment) => Content::Attached(attachment),
        Event::AttachmentRemoved { attachment, kind, because } => {
            Content::AttachmentRemoved { attachment, kind, because }
        }
    })
}

/// The event in a payload, or `None` when the case's keys in hand do not include its compartment.
pub(crate) fn decrypt(case: &OpenCase, id: EventId, version: u8, payload: &Payload) -> Result<Option<Event>> {
    let Some(key) = case.key(payload.compartment, payload.generation) else { return Ok(None) };
    let place = seal::event_context(case.id, id, payload.compartment, payload.generation);
    let plain = seal::open(key, Context::Place(&place), &payload.sealed)?;
    Event::decode(version, &plain).map(Some)
}
