//! What a program sends again because it never saw the answer is kept once.

use crate::registry::rows;
use crate::registry::view::decrypt;
use crate::{Fact, Result};
use access::{AccessError, Cx, OpenCase};
use base::EventId;

/// What became of something that was sent under an event id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Now(EventId),
    /// It had come before, and the first to come counts.
    Before(EventId),
}

impl Kept {
    pub fn event(self) -> EventId {
        match self {
            Kept::Now(event) | Kept::Before(event) => event,
        }
    }
}

/// By how many milliseconds the clock of a sender may be ahead. Its time is that of what is stated: from one that is
/// still to come, hours that are left would be counted.
const AHEAD: i64 = 5 * 60_000;

/// Whether this event states a fact about the same already. An id that stands for anything else is refused.
pub(crate) fn came_before(cx: &mut Cx, open: &OpenCase, event: EventId, fact: &Fact) -> Result<bool> {
    let Some(place) = rows::place_of(cx.tx, event)? else {
        return match event.made_at() > cx.now.plus_millis(AHEAD) {
            true => Err(AccessError::Unfit(
                "The event id was made at a time that is still to come. Please set the clock of what makes it right.",
            )),
            false => Ok(false),
        };
    };
    if place.case != open.id || place.device != cx.keys.actor.device {
        return Err(AccessError::EventTaken);
    }
    let found = rows::events(cx.tx, open.id)?.into_iter().find(|(_, envelope, _)| envelope.id == event);
    let Some((_, envelope, Some(payload))) = found else { return Err(AccessError::EventTaken) };
    let stated = decrypt(open, event, envelope.version, &payload)?.map(|event| event.statements());
    let is_the_same = stated.unwrap_or_default().iter().any(|statement| is_about_the_same(&statement.fact, fact));
    if is_the_same { Ok(true) } else { Err(AccessError::EventTaken) }
}

fn is_about_the_same(one: &Fact, other: &Fact) -> bool {
    match (one, other) {
        (Fact::Heard(one), Fact::Heard(other)) => one.question == other.question,
        // Another day for the same is something new; one that no longer stands is over, whatever else it says.
        (Fact::Deadline(one), Fact::Deadline(other)) => {
            one == other || (one.what == other.what && !one.stands && !other.stands)
        }
        (one, other) => one.field() == other.field(),
    }
}
