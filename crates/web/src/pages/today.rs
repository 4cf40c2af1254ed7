//! What is to be done today: the page with which whoever plans begins the day.

use super::html;
use super::referrals::lines;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::today as views;
use crate::visit::Visit;
use crate::words::Words;
use access::{Action, Role};
use base::{CaseId, Instant};
use casework::desk::{Desk, Line, fresh};
use casework::plan::outlook;
use casework::plan::today::{Item, What, today};
use casework::referral::{self, Referral, State};
use pathway::pack::Shipped;
use std::collections::BTreeMap;

/// So many rows of each part are shown; how many there are in all is said.
const MOST: usize = 50;
/// First actions have a page of their own: so many of them stand here, and leave room for the rest.
const MOST_URGENT: usize = 10;
/// Referrals that are looked through for those that nobody answered.
const REFERRALS: i64 = 1_000;
/// Coming back to the page within this time shows as new what was new before.
const SAME_LOOK: i64 = 10 * 60_000;
/// To whoever has just signed in, a day's news is new.
const FIRST_LOOK_HOURS: i64 = 24;

/// When a member looked at the page: this time, and the time before.
#[derive(Clone, Copy)]
pub struct Looked {
    before: Instant,
    last: Instant,
}

impl Looked {
    fn again(looked: Option<Looked>, now: Instant) -> Looked {
        match looked {
            Some(one) if now.millis() - one.last.millis() < SAME_LOOK => one,
            Some(one) => Looked { before: one.last, last: now },
            None => Looked { before: now.plus_hours(-FIRST_LOOK_HOURS), last: now },
        }
    }
}

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::AnswerReferral)?;
    let role = visit.role().ok_or(Fault::SignInNeeded)?;
    let mut asked = visit.command(|cx| referral::received(cx, REFERRALS, 0))?;
    asked.retain(waits_for_us);
    asked.sort_by_key(|one| one.due_at);
    let asked_total = asked.len();
    asked.truncate(MOST);
    let mut shown = views::Today {
        day: visit.today().to_string(),
        has_board: role.may(Action::Hear),
        plans: role.may(Action::Plan),
        lines: lines(visit, &asked)?,
        asked_total,
        parts: Vec::new(),
        to_ask: 0,
        asked_at: String::new(),
        unanswered: None,
        page: visit.chrome(),
    };
    if shown.plans {
        ways_out(visit, role, &mut shown)?;
    }
    html(shown)
}

/// Whether something is to be done for whoever asked: to answer, or to delete what was withdrawn.
fn waits_for_us(referral: &Referral) -> bool {
    match referral.state {
        State::Open | State::Silent => true,
        State::Withdrawn => referral.deleted_at.is_none(),
        State::Answered => false,
    }
}

/// What is to be done on people's ways out, for a role that plans them.
fn ways_out(visit: &Visit, role: Role, shown: &mut views::Today) -> Result<(), Fault> {
    let (pack, now) = (visit.app.pack(), visit.now);
    let looked = {
        let mut kept = held(&visit.session()?.looked);
        let looked = Looked::again(*kept, now);
        *kept = Some(looked);
        looked.before
    };
    let desk = visit.desk()?;
    let drawn = outlook(desk, &visit.app.store, pack, now)?;
    let safety = pack.pack.step_nos().find(|step| pack.pack.is_asked_in_private(*step));
    let (parts, people, to_ask) = fresh(desk, &visit.app.store, now, |desk| {
        let all = today(desk, &drawn, pack, role, Some(looked), now);
        let parts = [
            ("watched", all.watched),
            ("overdue", all.overdue),
            ("due", all.due),
            ("breaking", all.breaking),
            ("opened", all.opened),
        ];
        let parts = parts.map(|(key, mut items)| {
            let total = items.len();
            let mut urgent = 0;
            items.retain(|item| {
                let is_first_action = matches!(item.what, What::FirstAction(_));
                urgent += usize::from(is_first_action);
                !is_first_action || urgent <= MOST_URGENT
            });
            items.truncate(MOST);
            (key, total, items)
        });
        let shown = parts.iter().flat_map(|(_, _, items)| items.iter().map(|item| item.case));
        let people = people(desk, shown);
        let waits = |line: &Line| {
            let sketch = drawn.of(line.case);
            sketch.is_some_and(|sketch| sketch.open.iter().any(|ahead| Some(ahead.step) == safety))
        };
        (parts, people, desk.lines().filter(|line| waits(line)).count())
    })?;
    visit.command(|cx| cx.note_list(Action::Plan, people.len()))?;
    let words = Words::of(visit);
    let row = |item: &Item| {
        let (code, name) = people.get(&item.case).cloned().unwrap_or_default();
        let (what, when) = said(&words, pack, item);
        Ok::<_, Fault>(views::Row { handle: visit.handle(item.case)?, code, name, what, when })
    };
    let part = |(key, total, items): (&'static str, usize, Vec<Item>)| {
        Ok::<_, Fault>(views::Part { key, total, rows: items.iter().map(row).collect::<Result<_, _>>()? })
    };
    // Nobody is shown an empty part that is never theirs.
    let mine =
        |(key, total, _): &(&str, usize, Vec<Item>)| *total > 0 || *key != "watched" || role == Role::ProtectionOfficer;
    let unanswered = match role == Role::Caseworker {
        true => Some(visit.command(|cx| referral::sent(cx, REFERRALS, 0))?),
        false => None,
    };
    shown.parts = parts.into_iter().filter(mine).map(part).collect::<Result<_, _>>()?;
    shown.to_ask = if role == Role::ProtectionOfficer { 0 } else { to_ask };
    shown.asked_at = safety.map(|step| pack.pack.step(step).id.clone()).unwrap_or_default();
    shown.unanswered = unanswered.map(|sent| sent.iter().filter(|one| one.state == State::Silent).count());
    Ok(())
}

/// Code and name of these people, as they are shown.
pub(super) fn people(desk: &Desk, cases: impl Iterator<Item = CaseId>) -> BTreeMap<CaseId, (String, String)> {
    let line = |case: CaseId| {
        let line = desk.line(case)?;
        Some((case, (line.code.to_string(), line.names.first().cloned().unwrap_or_default())))
    };
    cases.filter_map(line).collect()
}

/// What, and when.
fn said(words: &Words, pack: &Shipped, item: &Item) -> (String, String) {
    let say = |key: &str| words.tongue.say(key);
    let step = |no| words.title(&pack.pack, no);
    let what = match &item.what {
        What::Step(no, _) | What::Opened(no) => step(*no),
        What::FollowUp => say("today-follow-up"),
        What::OfPack(at, outlook) => {
            let deadline = &pack.pack.deadlines[*at];
            format!("{} – {}", step(deadline.step), say(&format!("plan-deadline-{}", outlook.key())))
        }
        What::Own(what) => what.clone(),
        What::FirstAction(level) => {
            let level = say(&format!("level-{}", level.key().to_lowercase()));
            words.tongue.say_with("today-first-action", &[("level", Value::from(level))])
        }
        What::Appointment => say("today-appointment"),
        What::DidTheyCome => say("today-did-they-come"),
        What::DidNotCome => say("appointment-did-not-come"),
        What::ConsentEnds(to) => {
            let to = say(&format!("contact-{}", to.key()));
            words.tongue.say_with("today-consent-ends", &[("contact", Value::from(to))])
        }
        What::LeaveEnds => say("today-leave-ends"),
        What::Held => say("today-held"),
        What::LostContact => say("end-lost-contact"),
        What::ReTrafficked => say("end-re-trafficked"),
    };
    let Some(on) = item.on else { return (what, String::new()) };
    let key = match &item.what {
        What::Step(..) if on < words.today => "today-since",
        What::Step(..) => "today-expected",
        What::Appointment | What::DidTheyCome | What::DidNotCome => "today-on",
        What::Opened(_) | What::Held | What::LostContact | What::ReTrafficked => "today-since",
        _ => "today-until",
    };
    (what, words.tongue.say_with(key, &[("day", Value::from(on.to_string()))]))
}
