//! One version: what it says, what it says differently from the one sent before, and that it was sent.

use super::{SHOWN, asked, found, line, nationality, number, sums, tell, words, written};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::views::rolls as views;
use crate::visit::Visit;
use crate::words::when;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Country};
use casework::desk::{Desk, fresh};
use casework::rolls::{self, Asked, Kept, Version};
use papers::roll::money;
use std::collections::BTreeSet;

/// A version of the address, and who of it may be named as things stand.
pub(super) fn opened(visit: &Visit, action: Action) -> Result<(Version, BTreeSet<CaseId>), Fault> {
    let (nationality, number) = (nationality(visit)?, number(visit)?);
    let found = found(visit)?;
    let asked = asked(visit, nationality, &found, visit.today())?;
    let version = read(visit, nationality, number, action)?;
    let cases: Vec<CaseId> = version.lines.iter().filter_map(|line| line.case).collect();
    let may = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| rolls::who_may(desk, &asked, cases))?;
    Ok((version, may))
}

fn read(visit: &Visit, nationality: Country, number: u32, action: Action) -> Result<Version, Fault> {
    match visit.command(|cx| rolls::version(cx, nationality, number, action)) {
        Err(Fault::Access(AccessError::NoValue)) => Err(Fault::NotFound),
        version => version,
    }
}

pub fn show(visit: &Visit) -> Answer {
    html(shown(visit, Filled::default())?)
}

pub(super) fn shown(visit: &Visit, form: Filled) -> Result<views::Version, Fault> {
    let (version, may) = opened(visit, Action::Plan)?;
    let is_named = |line: &&Kept| line.case.is_some_and(|case| may.contains(&case));
    let named: Vec<&Kept> = version.lines.iter().filter(is_named).collect();
    let (days, hundredths) = sums(named.iter().filter_map(|line| line.content.as_ref()));
    let count =
        |key: &str| version.lines.iter().filter(|line| line.decision.is_some_and(|one| one.key() == key)).count();
    let decided: Vec<(String, usize)> = views::DECISIONS.iter().map(|key| ((*key).to_owned(), count(key))).collect();
    let answered: usize = decided.iter().map(|(_, count)| count).sum();
    let pages = version.lines.len().div_ceil(SHOWN).max(1);
    let at = visit.asked("page").parse().unwrap_or(1usize).clamp(1, pages);
    let lines = version.lines.iter().skip((at - 1) * SHOWN).take(SHOWN);
    let lines = lines.map(|kept| shown_line(visit, kept, &may));
    let country = version.head.nationality;
    Ok(views::Version {
        id: country.iso3().to_owned(),
        country: country.name(visit.tongue.tag()).to_owned(),
        number: version.number,
        mission: version.head.mission.clone(),
        by: version.by.clone(),
        when: when(version.at),
        until: version.head.until.to_string(),
        sent: version.sent.map(|day| day.to_string()).unwrap_or_default(),
        people: named.len(),
        days: days as usize,
        amount: format!("{} {}", money(hundredths), version.head.currency),
        lines: lines.collect::<Result<_, Fault>>()?,
        number_of_page: at,
        pages,
        withdrawn: version.lines.iter().filter(|line| line.case.is_some() && !is_named(line)).count(),
        open: version.lines.iter().filter(|line| line.case.is_some()).count().saturating_sub(answered),
        decided,
        before: changed(visit, &version)?,
        has_note: !written(visit)?.note.is_empty(),
        form: if form.pairs.is_empty() { today(visit) } else { form },
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

fn today(visit: &Visit) -> Filled {
    let place = written(visit).map(|forms| forms.words.english("place").to_owned()).unwrap_or_default();
    let pairs = [("on", visit.today().to_string()), ("place", place)];
    Filled { pairs: pairs.map(|(name, value)| (name.to_owned(), value)).into(), errors: Vec::new() }
}

fn shown_line(visit: &Visit, kept: &Kept, may: &BTreeSet<CaseId>) -> Result<views::Line, Fault> {
    let decision = kept.decision.map(|one| one.key().to_owned()).unwrap_or_default();
    let (Some(case), Some(content)) = (kept.case, &kept.content) else {
        return Ok(blank(kept.number, String::new(), decision, "erased"));
    };
    if !may.contains(&case) {
        return Ok(blank(kept.number, visit.handle(case)?, decision, "withdrawn"));
    }
    Ok(views::Line { decision, ..line(visit, kept.number, case, content)? })
}

fn blank(number: u32, handle: String, decision: String, blank: &'static str) -> views::Line {
    let none = String::new;
    let (name, birth, document, entered, amount) = (none(), none(), none(), none(), none());
    views::Line { number, handle, name, birth, document, entered, days: 0, amount, decision, blank }
}

/// What this version says differently from the newest that was sent before it.
fn changed(visit: &Visit, version: &Version) -> Result<Option<views::Changed>, Fault> {
    let country = version.head.nationality;
    let versions = visit.command(|cx| rolls::versions(cx, country))?;
    let before = versions.iter().find(|one| one.sent.is_some() && one.number < version.number);
    let Some(before) = before else { return Ok(None) };
    let before = read(visit, country, before.number, Action::Plan)?;
    let changes = rolls::changes(&before, version);
    let found = found(visit)?;
    let asked = asked(visit, country, &found, version.head.until)?;
    let name = |of: &Version, number: u32| {
        let line = of.lines.iter().find(|line| line.number == number);
        let name = line.and_then(|line| line.content.as_ref()).map(|content| content.name.clone());
        format!("{number}. {}", name.unwrap_or_else(|| visit.tongue.say("roll-blank-erased")))
    };
    let gone = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        changes.gone.iter().map(|number| (*number, why_gone(visit, desk, &asked, &before, *number))).collect::<Vec<_>>()
    })?;
    let fields = |fields: &[&str]| {
        let fields: Vec<String> = fields.iter().map(|field| visit.tongue.say(&format!("rolls-col-{field}"))).collect();
        fields.join(", ")
    };
    Ok(Some(views::Changed {
        number: before.number,
        added: changes.added.iter().map(|number| name(version, *number)).collect(),
        gone: gone.into_iter().map(|(number, why)| format!("{}: {why}", name(&before, number))).collect(),
        changed: changes
            .changed
            .iter()
            .map(|(number, all)| format!("{}: {}", name(version, *number), fields(all)))
            .collect(),
    }))
}

/// Why somebody of an earlier version is not on a roll any more.
fn why_gone(visit: &Visit, desk: &Desk, asked: &Asked, before: &Version, number: u32) -> String {
    let words = words(visit);
    let case = before.lines.iter().find(|line| line.number == number).and_then(|line| line.case);
    let whys = case.map(|case| rolls::why_not(desk, asked, case)).unwrap_or_default();
    match (case, whys.as_slice()) {
        (None, _) => visit.tongue.say("roll-blank-erased"),
        (_, []) => visit.tongue.say("rolls-gone-since"),
        (_, whys) => whys.iter().map(|why| words.missing(*why)).collect::<Vec<_>>().join(" "),
    }
}

/// Notes that the version was sent.
pub fn send(visit: &Visit) -> Answer {
    let (nationality, number) = (nationality(visit)?, number(visit)?);
    visit.permit(Action::Export)?;
    let found = found(visit)?;
    let asked = asked(visit, nationality, &found, visit.today())?;
    let Ok(on) = visit.form.value("on").parse() else {
        return wrong(visit, "on", visit.tongue.say("step-days-wrong"));
    };
    match visit.command(|cx| rolls::send(cx, &asked, number, on)) {
        Ok(()) => {
            tell(visit, "rolls-sent-done", 0)?;
            see(&format!("/rolls/{}/{number}", nationality.iso3()))
        }
        Err(Fault::Access(AccessError::NoValue)) => Err(Fault::NotFound),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "on", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

pub(super) fn wrong(visit: &Visit, field: &str, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(field.to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(shown(visit, form)?)?).into_response())
}
