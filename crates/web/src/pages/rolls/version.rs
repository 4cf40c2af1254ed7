//! One version: what it says, what it says differently from the one sent before, and that it was sent.

use super::changed::Changed;
use super::paging::Part;
use super::{asked, found, line, nationality, number, sums, tell, written};
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
use casework::desk::fresh;
use casework::rolls::{self, Kept, Version};
use papers::roll::money;
use std::collections::BTreeSet;

/// A version of the address, and who of it may be named as things stand.
pub fn opened(visit: &Visit, action: Action) -> Result<(Version, BTreeSet<CaseId>), Fault> {
    let (nationality, number) = (nationality(visit)?, number(visit)?);
    let found = found(visit)?;
    let asked = asked(visit, nationality, &found, visit.today())?;
    let version = read(visit, nationality, number, action)?;
    let cases: Vec<CaseId> = version.lines.iter().filter_map(|line| line.case).collect();
    let may = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| rolls::who_may(desk, &asked, cases))?;
    Ok((version, may))
}

pub(super) fn read(visit: &Visit, nationality: Country, number: u32, action: Action) -> Result<Version, Fault> {
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
    let country = version.head.nationality;
    let changes = Changed::since_last_sent(visit, &version)?;
    let part = Part::of(visit, "page", version.lines.len());
    let changed_part = changes.as_ref().map(|changes| changes.part(visit));
    let path = format!("/rolls/{}/{}", country.iso3(), version.number);
    let lines = part.cut(&version.lines).iter().map(|kept| shown_line(visit, kept, &may));
    let before = match (&changes, &changed_part) {
        (Some(changes), Some(at)) => Some(changes.shown(visit, at, at.links(&path, "changes", Some(&part), None))?),
        _ => None,
    };
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
        paging: part.links(&path, "lines", changed_part.as_ref(), None),
        withdrawn: version.lines.iter().filter(|line| line.case.is_some() && !is_named(line)).count(),
        open: version.lines.iter().filter(|line| line.case.is_some()).count().saturating_sub(answered),
        decided,
        before,
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
