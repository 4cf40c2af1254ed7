//! Break-glass: in an emergency somebody is lent the keys of a case that is not open to them.
//!
//! Need to know is enforced by keys, so whoever has none breaks no glass alone: a second person of the team that holds
//! the case lends them, for hours, part by part, and a third reviews it afterwards
//! (docs/decisions/0017-lent-keys.md). Who asks learns nothing but whether the case opened: not whether there is such
//! a case, and not that somebody refused.

mod answer;
mod read;
mod round;
mod rows;
mod rules;
#[cfg(test)]
mod tests;

pub use answer::{close, grant, refuse, review};
pub use read::{InUse, Mine, Named, Overseen, Request, in_use, mine, open_requests, overseen};
pub use round::due;
pub use rows::forget_case;
pub use rules::{LONGEST_HOURS, MOST_ASKED, Standing, WAITS_HOURS};

use crate::Result;
use access::{AccessError, Action, Cx, entries, organisation};
use base::{CaseCode, EmergencyId, UserId};
use rows::EmergencyRow;
use serde::{Deserialize, Serialize};
use vault::{Compartment, Context};

/// What has become of a request, as the team that holds the case knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Asked,
    Refused,
    /// Nobody answered within a day.
    Lapsed,
    Granted,
    /// Over, and to be reviewed.
    Ended,
    Justified,
    NotJustified,
}

base::keys!(State {
    Asked = "asked",
    Refused = "refused",
    Lapsed = "lapsed",
    Granted = "granted",
    Ended = "ended",
    Justified = "justified",
    NotJustified = "not-justified",
});

/// What a review says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Justified,
    NotJustified,
}

base::keys!(Verdict { Justified = "justified", NotJustified = "not-justified" });

/// What whoever asks keeps of the request.
#[derive(Serialize, Deserialize)]
struct OwnCopy {
    code: String,
    reason: String,
}

/// Asks for parts of the case with this code, for so many hours. The same is written, and answered, when there is none.
pub fn ask(cx: &mut Cx, code: CaseCode, parts: &[Compartment], reason: &str, hours: i64) -> Result<EmergencyId> {
    cx.permit(Action::AskEmergency)?;
    let (parts, reason, hours) = (rules::parts(parts)?, rules::reason(reason)?, rules::hours(hours)?);
    let (actor, now) = (cx.keys.actor.clone(), cx.now);
    let own_team = actor.team.ok_or(AccessError::TeamNeeded)?;
    if rows::asked_since(cx.tx, actor.member, now.plus_hours(-24))? >= rules::MOST_ASKED {
        return Err(AccessError::Unfit(
            "You have asked ten times within a day. Ring a protection officer of the team that holds the case.",
        ));
    }
    let about = rows::case_and_team(cx.tx, code)?;
    let id = EmergencyId::new(now, cx.rng);
    // For a code that nobody has, as much is sealed, to a key that is there anyway.
    let team = about.map_or(own_team, |(_, team)| team);
    let public = organisation::public_key(cx.tx, team, Compartment::Protection)?;
    let sealed = cx.keys.seal_to(&public, reason.as_bytes(), place(&[REASON, id.as_bytes()]), cx.rng)?;
    let copy = OwnCopy { code: code.plain(), reason };
    let copy = zeroize::Zeroizing::new(postcard::to_stdvec(&copy).expect("it always encodes"));
    let own = cx.keys.own_key().public();
    let own_copy = cx.keys.seal_to(&own, &copy, place(&[OWN_COPY, id.as_bytes()]), cx.rng)?;
    let row = EmergencyRow {
        id,
        about,
        asker: actor.member,
        parts,
        hours,
        reason: sealed,
        own_copy,
        state: State::Asked,
        asked_at: now,
        told_at: None,
        answered: None,
        answer: None,
        expires_at: None,
        reviewed: None,
        review: None,
    };
    rows::put(cx.tx, &row)?;
    note(cx, actor.member, "emergency-asked", id)?;
    Ok(id)
}

const REASON: &[u8] = b"emergency reason";
const OWN_COPY: &[u8] = b"emergency own copy";
const ANSWER: &[u8] = b"emergency answer";
const REVIEW: &[u8] = b"emergency review";

fn place<'p>(parts: &'p [&'p [u8]]) -> Context<'p> {
    Context::of(parts)
}

/// Every step is an act in the log, without content.
fn note(cx: &mut Cx, by: UserId, action: &str, id: EmergencyId) -> Result<()> {
    entries::record_admin(cx.tx, cx.now, by, action, &id.to_string())
}
