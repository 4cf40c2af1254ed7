//! Erasing a person: what it means, asking, confirming as somebody else of the team, and the sheet for whoever asked.

use super::referrals::Teams;
use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::{Choice, Filled, erasure as views};
use crate::visit::Visit;
use crate::words::when;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, text};
use casework::erasure::{self, Ground, Report, ToldToDelete};

/// So many lines of each kind are shown.
const MOST: usize = 100;

pub fn list(visit: &Visit) -> Answer {
    visit.expect(Action::Erase)?;
    let (waiting, going, erased, runs) = visit.command(|cx| {
        let (waiting, going) = (erasure::waiting(cx)?, erasure::going(cx, MOST)?);
        Ok((waiting, going, erasure::done(cx, MOST)?, erasure::runs(cx.tx, 14)?))
    })?;
    let waiting = waiting.into_iter().map(|asked| {
        let (handle, code) = (visit.handle(asked.case)?, CaseCode::of(asked.case).to_string());
        let (ground, who, when) = (asked.ground.key().to_owned(), asked.by_name, when(asked.at));
        Ok::<_, Fault>(views::Waiting { handle, code, ground, who, when })
    });
    let going = going.into_iter().map(|one| {
        let (handle, code) = (visit.handle(one.case)?, CaseCode::of(one.case).to_string());
        Ok::<_, Fault>(views::Going { handle, code, when: when(one.due) })
    });
    let erased = erased.into_iter().map(|erased| views::Erased {
        code: CaseCode::of(erased.case).to_string(),
        ground: erased.ground.key().to_owned(),
        when: when(erased.at),
        rows: erased.counts.0.values().sum::<u64>() as usize,
    });
    let runs = runs.into_iter().map(|run| views::Run {
        when: when(run.at),
        announced: run.announced as usize,
        erased: run.erased as usize,
        cleared: run.cleared as usize,
    });
    html(views::List {
        waiting: waiting.collect::<Result<_, _>>()?,
        going: going.collect::<Result<_, _>>()?,
        erased: erased.collect(),
        runs: runs.collect(),
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

pub fn form(visit: &Visit) -> Answer {
    visit.expect(Action::Erase)?;
    html(asking(visit, Filled::default())?)
}

fn asking(visit: &Visit, form: Filled) -> Result<views::Ask, Fault> {
    let case = visit.case()?;
    let asked = visit.command(|cx| erasure::look(cx, case))?;
    let page = visit.chrome();
    let own = visit.session()?.member;
    let grounds = Ground::ALL.iter().filter(|ground| **ground != Ground::Retention);
    let grounds = grounds.map(|ground| Choice::new(ground.key(), page.word("ground", ground.key())));
    Ok(views::Ask {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        grounds: Choice::select(grounds, form.value("ground")),
        asked: asked.map(|asked| views::Asked {
            is_own: asked.by == own,
            who: asked.by_name,
            when: when(asked.at),
            ground: asked.ground.key().to_owned(),
            words: asked.words,
        }),
        form,
        page,
    })
}

fn wrong(visit: &Visit, field: &str, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(field.to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(asking(visit, form)?)?).into_response())
}

pub fn ask(visit: &Visit) -> Answer {
    visit.expect(Action::Erase)?;
    let case = visit.case()?;
    let Some(ground) = Ground::from_key(visit.form.value("ground")) else {
        return wrong(visit, "ground", visit.tongue.say("wrong-ground"));
    };
    let words = text::remark(visit.form.value("words"));
    match visit.command(|cx| erasure::ask(cx, case, ground, &words)) {
        Ok(()) => said(visit, "erase-asked-done"),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "ground", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

pub fn keep(visit: &Visit) -> Answer {
    visit.expect(Action::Erase)?;
    let case = visit.case()?;
    visit.command(|cx| erasure::keep(cx, case))?;
    said(visit, "erase-kept")
}

fn said(visit: &Visit, key: &str) -> Answer {
    *held(&visit.session()?.done) = Some(visit.tongue.say(key));
    see("/erasure")
}

/// Erases, and answers with the sheet: it is kept nowhere, so there is no address at which it could be asked for.
pub fn confirm(visit: &Visit) -> Answer {
    visit.expect(Action::Erase)?;
    let case = visit.case()?;
    if !visit.form.has("sure", "yes") {
        return wrong(visit, "sure", visit.tongue.say("wrong-sure"));
    }
    match visit.command(|cx| erasure::confirm(cx, case)) {
        Ok(report) => {
            visit.app.desks.follow(&visit.app.store, visit.now)?;
            html(sheet(visit, report)?)
        }
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "sure", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

fn sheet(visit: &Visit, report: Report) -> Result<views::Sheet, Fault> {
    let teams = Teams::read(visit)?;
    let recipient = |told: ToldToDelete| {
        let on = |at| [("when", Value::from(when(at).text))];
        views::Recipient {
            name: teams.recipient(&told.recipient),
            told: match told.asked_at {
                Some(at) => visit.tongue.say_with("sheet-asked", &on(at)),
                None => visit.tongue.say("sheet-tell"),
            },
            is_here: told.asked_at.is_some(),
            read: told.read as usize,
        }
    };
    let gone = report.gone.0.into_iter().filter(|(_, count)| *count > 0);
    Ok(views::Sheet {
        code: report.code.to_string(),
        when: when(report.at),
        gone: gone.map(|(kind, count)| (kind, count as usize)).collect(),
        envelopes: report.envelopes as usize,
        readings: report.readings as usize,
        recipients: report.recipients.into_iter().map(recipient).collect(),
        programs: report.programs,
        exports: report.exports as usize,
        cards: report.cards as usize,
        page: visit.chrome(),
    })
}
