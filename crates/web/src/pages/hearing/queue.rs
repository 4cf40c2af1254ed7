//! Who waits to be heard, so that several members can work through hundreds of people and nobody is asked twice.

use super::result::level;
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::Choice;
use crate::views::hearing as views;
use crate::visit::Visit;
use access::Action;
use base::{CaseId, Instant};
use casework::desk::{Desk, Line, fresh};
use casework::hearing::{self, Claim};
use screening::instruments::HEARING;
use screening::triage::Level;
use std::collections::BTreeMap;

/// So many people are shown; how many there are in all is said.
const MOST: usize = 50;
/// So many are looked through for the next one: the rest was not reached yet.
const NEXT: usize = 500;

/// Who waits at a place, or anywhere: the most urgent first, then who came first.
fn waiting(desk: &Desk, place: &str, claims: &[Claim], now: Instant) -> Vec<(Level, Line)> {
    let is_free = |line: &&Line| {
        line.heard().is_none()
            && (place.is_empty() || line.place.as_deref() == Some(place))
            && !claims.iter().any(|claim| claim.case == line.case)
    };
    let level = |line: &Line| match line.may_be_urgent(now.local_date()) {
        true => line.urgency(now).level,
        false => Level::P3,
    };
    let mut all: Vec<(Level, &Line)> = desk.lines().filter(is_free).map(|line| (level(line), line)).collect();
    all.sort_by_key(|(level, line)| (*level, line.arrived(), line.case));
    all.into_iter().map(|(level, line)| (level, line.clone())).collect()
}

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let now = visit.now;
    let today = visit.today();
    let place = held(&visit.session()?.hears_at).clone();
    let claims = visit.command(hearing::claims)?;
    let short =
        hearing::instruments().newest(HEARING).map_or(0, |guide| guide.questions.iter().filter(|q| q.short).count());
    let (all, places, heard, in_part) = fresh(visit.desk()?, &visit.app.store, now, |desk| {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for line in desk.lines().filter(|line| line.heard().is_none()) {
            *places.entry(line.place.as_deref().unwrap_or_default().to_owned()).or_default() += 1;
        }
        places.remove("");
        let heard = desk.lines().filter(|line| line.heard().is_some_and(|heard| heard.last.local_date() == today));
        let heard = heard.count();
        let first_only = |line: &&Line| line.heard().is_some_and(|heard| usize::from(heard.answers) <= short);
        let mut in_part: Vec<Line> = desk.lines().filter(first_only).cloned().collect();
        in_part.sort_by_key(|line| (line.heard().map(|heard| heard.last), line.case));
        let heard_now = claims.iter().filter(|claim| desk.line(claim.case).is_some()).count();
        (waiting(desk, &place, &claims, now), places, (heard_now, heard), in_part)
    })?;
    let shown = all.len().min(MOST) + in_part.len().min(MOST);
    visit.command(|cx| cx.note_list(Action::Hear, shown))?;
    let me = visit.session()?.member;
    let row = |level: String, line: &Line| {
        Ok::<_, Fault>(views::Waiting {
            handle: visit.handle(line.case)?,
            code: line.code.to_string(),
            name: line.names.first().cloned().unwrap_or_default(),
            place: line.place.as_deref().unwrap_or_default().to_owned(),
            level,
            since: line.arrived().to_string(),
            mine: claims.iter().any(|claim| claim.case == line.case && claim.member == me),
        })
    };
    let rows = all.iter().take(MOST).map(|(level, line)| row(level.key().to_lowercase(), line));
    let to_complete = in_part.iter().take(MOST).map(|line| row(level(&line.urgency(now)), line));
    let options = places.into_iter().map(|(place, count)| Choice::new(&place, format!("{place} ({count})")));
    html(views::Queue {
        waiting: all.len(),
        heard_now: heard.0,
        heard_today: heard.1,
        places: Choice::select(options, &place),
        rows: rows.collect::<Result<_, _>>()?,
        in_part: in_part.len(),
        to_complete: to_complete.collect::<Result<_, _>>()?,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// Notes at which place this member hears people, as long as they are signed in.
pub fn choose_place(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    visit.form.value("place").clone_into(&mut held(&visit.session()?.hears_at));
    see("/hearings")
}

/// Begins the first, short screening with the next person; from now on nobody else hears them.
pub fn next(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let place = held(&visit.session()?.hears_at).clone();
    let claims = visit.command(hearing::claims)?;
    let next: Vec<CaseId> = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        waiting(desk, &place, &claims, visit.now).iter().take(NEXT).map(|(_, line)| line.case).collect()
    })?;
    match visit.command(|cx| hearing::begin_next(cx, &next))? {
        Some(case) => see(&format!("/case/{}/hear?short=yes", visit.handle(case)?)),
        None => {
            *held(&visit.session()?.done) = Some(visit.tongue.say("queue-nobody"));
            see("/hearings")
        }
    }
}
