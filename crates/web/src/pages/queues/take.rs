//! Choosing people of a queue, and saying exactly what will be written before anything is.

use super::super::{html, see};
use super::ask::{needs_somebody_else, reads_why};
use super::numbers::{self, Numbers};
use super::running::{Batching, Kept, begin};
use super::{MOST, in_queue, page_of, says, wanted};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::views::today as views;
use crate::visit::Visit;
use crate::words::Words;
use access::Action;
use base::{CaseId, Date};
use casework::desk::{Line, fresh};
use casework::plan::batch::{LeftOut, Wanted, issues_documents, lets_through};
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
    let wanted = Wanted { pack: pack.id.to_owned(), step: pack.pack.step(step).id.clone(), reached, on };
    let queue: Vec<CaseId> = in_queue(visit, step, mission)?.iter().map(|one| one.case).collect();
    let numbers = if issues(visit, &wanted) { Some(numbers::known(visit, &queue)?) } else { None };
    let who = visit.form.value("who");
    let session = visit.session()?;
    let ticked = visit.form.pairs.iter().filter(|(field, _)| field == "case");
    let ticked: BTreeSet<CaseId> = ticked.filter_map(|(_, handle)| session.case_of(handle)).collect();
    let is_chosen = |case: &CaseId| match who {
        "all" => true,
        "file" => numbers.as_ref().is_some_and(|numbers| numbers.in_file.contains(case)),
        _ => ticked.contains(case),
    };
    let chosen: Vec<CaseId> = queue.into_iter().filter(is_chosen).collect();
    match (chosen.is_empty(), who) {
        (true, "file") if !numbers::is_brought(visit) => page_of(visit, wrong("numbers", "wrong-file")),
        (true, "file") => page_of(visit, wrong("numbers", "batch-no-numbers")),
        (true, _) => page_of(visit, wrong("case", "batch-nobody")),
        (false, _) => offer(visit, wanted, &chosen, numbers),
    }
}

/// Whether this gives people their documents, and whoever asks may note that.
fn issues(visit: &Visit, wanted: &Wanted) -> bool {
    issues_documents(visit.app.pack(), wanted) && visit.role().is_some_and(|role| role.may(Action::IssueDocument))
}

/// Shows it, and keeps what was shown until somebody says yes to exactly that.
fn offer(visit: &Visit, wanted: Wanted, chosen: &[CaseId], numbers: Option<Numbers>) -> Answer {
    let pack = visit.app.pack();
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
    let (asks_numbers, numbers) = (numbers.is_some(), numbers.unwrap_or_default());
    let number = |case: &CaseId| numbers.of.get(case).cloned();
    let row = |(case, code, name): &Shown, what: String| {
        Ok::<_, Fault>(views::Row {
            handle: visit.handle(*case)?,
            code: code.clone(),
            name: name.clone(),
            what,
            when: String::new(),
        })
    };
    let numbered = people.iter().filter_map(|(case, ..)| Some((*case, number(case)?))).collect();
    let people_shown = people.iter().take(MOST).map(|one| row(one, number(&one.0).unwrap_or_default()));
    let people_shown = people_shown.collect::<Result<Vec<_>, _>>()?;
    let left_shown = left_out.iter().take(MOST).map(|(one, why)| row(one, because(visit, why)));
    let left_shown = left_shown.collect::<Result<Vec<_>, _>>()?;
    let cases = people.iter().map(|(case, ..)| *case).collect();
    html(views::Confirm {
        says: says(visit, &wanted, people.len()),
        total: people.len(),
        people: people_shown,
        left_out_total: left_out.len(),
        left_out: left_shown,
        asks_numbers,
        unclear: numbers.unclear,
        back: format!("/queues/{}", wanted.step),
        mark: Batching::offer(visit, &wanted, cases, numbered)?,
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
            let said = whys.iter().map(|why| Words::of(visit).why(pack, *why));
            let helps =
                (!reads_why(visit) && whys.iter().any(needs_somebody_else)).then(|| visit.tongue.say("ask-who-can"));
            said.chain(helps).collect::<Vec<_>>().join(" ")
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
        batching.offered.take_if(|kept| kept.mark == visit.form.value("mark"))
    };
    match offered {
        Some(Kept { wanted, cases, numbers, .. }) => {
            let numbers = numbers::typed(visit, numbers)?;
            begin(visit, wanted, cases, numbers)?;
            see("/queues/batch")
        }
        // Pressed twice, or from a page that is no longer the newest.
        None => see("/queues"),
    }
}
