//! Choosing people of a queue, and saying exactly what will be written before anything is.

use super::super::{html, see};
use super::running::{Batching, Kept, begin};
use super::{MOST, in_queue, page_of, says, wanted, words};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::views::today as views;
use crate::visit::Visit;
use access::Action;
use base::{CaseId, Date};
use casework::desk::{Line, fresh};
use casework::plan::batch::{LeftOut, Wanted, lets_through};
use casework::plan::{Reached, outlook};
use std::collections::BTreeSet;

/// Says what would be written, and for whom not.
pub fn choose(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let (step, mission) = wanted(visit)?;
    let pack = visit.app.pack();
    let reached = match visit.form.value("reached") {
        "begun" => Reached::Begun,
        "waiting-for" => Reached::WaitingFor(pack.pack.step(step).owner),
        _ => Reached::Done,
    };
    let wrong = |field: &str, key: &str| Filled {
        pairs: visit.form.pairs.clone(),
        errors: vec![(field.to_owned(), visit.tongue.say(key))],
    };
    let Ok(on) = visit.form.value("on").parse::<Date>() else {
        return page_of(visit, wrong("on", "step-days-wrong"));
    };
    if on > visit.today() {
        return page_of(visit, wrong("on", "batch-day-ahead"));
    }
    let session = visit.session()?;
    let ticked = visit.form.pairs.iter().filter(|(field, _)| field == "case");
    let ticked: BTreeSet<CaseId> = ticked.filter_map(|(_, handle)| session.case_of(handle)).collect();
    let everybody = visit.form.value("who") == "all";
    let queue = in_queue(visit, step, mission)?;
    let chosen: Vec<CaseId> =
        queue.iter().map(|one| one.case).filter(|case| everybody || ticked.contains(case)).collect();
    if chosen.is_empty() {
        return page_of(visit, wrong("case", "batch-nobody"));
    }
    let wanted = Wanted { pack: pack.id.to_owned(), step: pack.pack.step(step).id.clone(), reached, on };
    let drawn = outlook(visit.desk()?, &visit.app.store, pack, visit.now)?;
    let (people, left_out) = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        let lines = chosen.iter().filter_map(|case| desk.line(*case));
        let checked = lines.map(|line| (line, lets_through(pack, &drawn.plan(line, pack), &wanted.step)));
        let (mut people, mut left_out) = (Vec::new(), Vec::new());
        for (line, may) in checked {
            match may {
                Ok(()) => people.push(shown(line)),
                Err(why) => left_out.push((shown(line), why)),
            }
        }
        (people, left_out)
    })?;
    visit.command(|cx| cx.note_list(Action::Plan, people.len() + left_out.len()))?;
    let cases = people.iter().map(|(case, _, _)| *case).collect();
    let mark = Batching::offer(visit, &wanted, cases)?;
    let row = |(case, code, name): &Shown, what: String| {
        Ok::<_, Fault>(views::Row {
            handle: visit.handle(*case)?,
            code: code.clone(),
            name: name.clone(),
            what,
            when: String::new(),
        })
    };
    html(views::Confirm {
        says: says(visit, &wanted, people.len()),
        total: people.len(),
        people: people.iter().take(MOST).map(|one| row(one, String::new())).collect::<Result<_, _>>()?,
        left_out_total: left_out.len(),
        left_out: left_out
            .iter()
            .take(MOST)
            .map(|(one, why)| row(one, because(visit, why)))
            .collect::<Result<_, _>>()?,
        mark,
        back: format!("/queues/{}", wanted.step),
        page: visit.chrome(),
    })
}

type Shown = (CaseId, String, String);

fn shown(line: &Line) -> Shown {
    (line.case, line.code.to_string(), line.names.first().cloned().unwrap_or_default())
}

/// Why somebody is left out, as a sentence.
pub fn because(visit: &Visit, why: &LeftOut) -> String {
    match why {
        LeftOut::Blocked(whys) => {
            let pack = &visit.app.pack().pack;
            whys.iter().map(|why| words(visit).why(pack, *why)).collect::<Vec<_>>().join(" ")
        }
        LeftOut::Over => visit.tongue.say("batch-over"),
        LeftOut::NotOnTheWay => visit.tongue.say("batch-not-on-the-way"),
    }
}

/// Writes what was offered, once.
pub fn confirm(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let offered = {
        let mut batching = held(&visit.session()?.batching);
        match batching.take() {
            Some(Batching::Offered(kept)) if kept.mark == visit.form.value("mark") => Some(kept),
            other => {
                *batching = other;
                None
            }
        }
    };
    match offered {
        Some(Kept { wanted, cases, .. }) => {
            begin(visit, wanted, cases)?;
            see("/queues/batch")
        }
        // Pressed twice, or from a page that is no longer the newest.
        None => see("/queues"),
    }
}
