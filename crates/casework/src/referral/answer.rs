//! Answering: by the team that was asked, or as the team that asked heard it.

use super::deadlines::tell;
use super::rows::{self, ReferralRow};
use super::{Answer, Heard, Outcome, State, read};
use crate::record::{self, summaries};
use crate::{Fact, Field, Result};
use access::alert::Kind;
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, Instant};

/// Puts an answer on a referral. A later one takes the place of the earlier, which stays in the history.
pub fn answer(cx: &mut Cx, file: CaseId, answer: Answer) -> Result<()> {
    let row = rows::of_file(cx.tx, file)?.ok_or(read::nothing(file))?;
    let is_ours = Some(row.from) == cx.keys.actor.team;
    let mut open = cx.open_correspondence(file, if is_ours { Action::Refer } else { Action::AnswerReferral })?;
    if row.state == State::Withdrawn {
        return Err(AccessError::Unfit("The person has taken back their consent, so there is nothing to answer."));
    }
    // The team that asked writes down what it was told; only the one that was asked writes for itself.
    let heard = if is_ours { Heard::Told } else { Heard::Here };
    let (now, asker) = (cx.now, row.from);
    if !is_ours {
        tell(cx.tx, asker, Kind::ReferralAnswered, file, now, cx.rng)?;
    }
    state(cx, row, &mut open, Answer { heard, ..answer }, now)
}

/// As [`answer`], for one that came through a link at that time.
pub(super) fn take_in(cx: &mut Cx, file: CaseId, answer: Answer, at: Instant) -> Result<()> {
    let row = rows::of_file(cx.tx, file)?.ok_or(read::nothing(file))?;
    let mut open = cx.open_correspondence(file, Action::Refer)?;
    state(cx, row, &mut open, answer, at)
}

fn state(cx: &mut Cx, mut row: ReferralRow, open: &mut OpenCase, answer: Answer, at: Instant) -> Result<()> {
    let facts = summaries(cx.tx, open)?;
    let (_, request) = read::request(&facts).ok_or(AccessError::Unreadable)?;
    fit(&answer, request.people)?;
    let replaces = facts.current(Field::Answer).iter().map(|held| held.event).collect();
    record::state(cx, open, Fact::Answer(Box::new(answer)), replaces)?;
    (row.state, row.answered_at) = (State::Answered, Some(at));
    rows::update(cx.tx, &row)
}

pub(super) fn fit(answer: &Answer, asked: u32) -> Result<()> {
    let is_other = matches!(answer.outcome, Outcome::Refused(super::Reason::Other));
    let has_words = answer.verbatim.as_ref().is_some_and(|words| !words.trim().is_empty());
    match answer.outcome {
        _ if is_other && !has_words => {
            Err(AccessError::Unfit("Please write down what was said: \"other\" alone tells nobody why."))
        }
        Outcome::Partly { people } if asked > 1 && (people == 0 || people >= asked) => {
            Err(AccessError::Unfit("Accepted in part means fewer people than were asked for. Please say how many."))
        }
        _ => Ok(()),
    }
}

/// The team that was asked says that everything it copied is deleted.
pub fn confirm_deleted(cx: &mut Cx, file: CaseId) -> Result<()> {
    cx.permit(Action::AnswerReferral)?;
    let mut row = rows::of_file(cx.tx, file)?.ok_or(read::nothing(file))?;
    if row.to.is_none() || row.to != cx.keys.actor.team || row.state != State::Withdrawn {
        return Err(read::nothing(file));
    }
    if row.deleted_at.is_none() {
        (row.deleted_at, row.deleted_by) = (Some(cx.now), Some(cx.keys.actor.member));
        rows::update(cx.tx, &row)?;
        cx.note_case(Action::AnswerReferral, file)?;
    }
    Ok(())
}
