//! Rolls of missions: who can be on one, sealing, sending, files, and what came back.

mod back;
mod changed;
mod files;
mod paging;
mod version;
mod words;

pub use back::{Returned, hold_against, look, note, note_of};
pub use changed::{Change, Changed, Whose};
pub use files::{Kind, PDF, made, take_away};
pub use version::{opened, send, show as version};

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::Filled;
use crate::views::rolls as views;
use crate::visit::Visit;
use crate::words::{Words, when};
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Country, Date};
use casework::desk::fresh;
use casework::plan::corrections;
use casework::rolls::{self, Asked, Missing};
use paging::Part;
use papers::roll::{Forms, forms, money};
use pathway::{Correction, Nationality};
use std::collections::BTreeMap;

/// How many people one page shows of a list; files have them all.
const SHOWN: usize = 200;

/// Of which state the address is.
pub fn nationality(visit: &Visit) -> Result<Country, Fault> {
    visit.permit(Action::Plan)?;
    Country::from_iso3(visit.param("nationality")).ok_or(Fault::NotFound)
}

/// The version of the address.
pub fn number(visit: &Visit) -> Result<u32, Fault> {
    visit.param("version").parse().map_err(|_| Fault::NotFound)
}

pub fn found(visit: &Visit) -> Result<Vec<Correction>, Fault> {
    visit.command(|cx| corrections(cx.tx))
}

/// What is asked of the rules; `Fault::NotFound` where the country's pack has no lists of missions.
pub fn asked<'a>(
    visit: &Visit,
    nationality: Country,
    found: &'a [Correction],
    until: Date,
) -> Result<Asked<'a>, Fault> {
    let pack = visit.app.pack();
    let step = pack.pack.waiver.ok_or(Fault::NotFound)?;
    Ok(Asked { pack, step, corrections: found, nationality, today: visit.today(), until })
}

fn written(visit: &Visit) -> Result<&'static Forms, Fault> {
    forms::embedded(visit.app.pack().id).ok_or(Fault::NotFound)
}

fn tell(visit: &Visit, key: &str, count: usize) -> Result<(), Fault> {
    let sentence = visit.tongue.say_with(key, &[("count", Value::from(count))]);
    *held(&visit.session()?.done) = Some(sentence);
    Ok(())
}

pub fn show(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let (found, today, pack) = (found(visit)?, visit.today(), visit.app.pack());
    let standings =
        fresh(visit.desk()?, &visit.app.store, visit.now, |desk| rolls::missions(desk, pack, &found, today))?;
    let shown: usize = standings.iter().map(|one| one.ready + one.missing).sum();
    visit.command(|cx| cx.note_list(Action::Plan, shown))?;
    let mission = |one: rolls::Standing| views::Mission {
        id: one.nationality.iso3().to_owned(),
        name: one.nationality.name(visit.tongue.tag()).to_owned(),
        ready: one.ready,
        missing: one.missing,
    };
    let (missions, others): (Vec<_>, Vec<_>) = standings.into_iter().map(mission).partition(|one| one.ready > 0);
    html(views::Rolls { missions, others, has_rolls: pack.pack.waiver.is_some(), page: visit.chrome() })
}

pub fn draft(visit: &Visit) -> Answer {
    html(drafted(visit, Filled::default())?)
}

fn drafted(visit: &Visit, form: Filled) -> Result<views::Draft, Fault> {
    let nationality = nationality(visit)?;
    let found = found(visit)?;
    let until = form.value("until").parse().unwrap_or(visit.today());
    let asked = asked(visit, nationality, &found, until)?;
    let draft = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| rolls::draft(desk, &asked))?;
    let (days, hundredths) = sums(draft.on.iter().map(|one| &one.content));
    let currency = asked.pack.pack.basics.fine.per_day.currency.code();
    let words = Words::of(visit);
    let whys = reasons(&draft.missing, &words);
    let chosen = whys.iter().map(|why| why.key).find(|key| *key == visit.asked("why")).unwrap_or_default();
    let is_chosen = |whys: &[Missing]| chosen.is_empty() || whys.iter().any(|why| why.key() == chosen);
    let left: Vec<&rolls::Left> = draft.missing.iter().filter(|one| is_chosen(&one.why)).collect();
    let (on, absent) = (Part::of(visit, "page", draft.on.len()), Part::of(visit, "left", left.len()));
    let (path, why) = (format!("/rolls/{}", nationality.iso3()), (!chosen.is_empty()).then(|| format!("why={chosen}")));
    let versions = visit.command(|cx| {
        cx.note_list(Action::Plan, draft.on.len() + draft.missing.len())?;
        rolls::versions(cx, nationality)
    })?;
    let lines = (1..).zip(&draft.on).skip(on.skipped()).take(SHOWN);
    let lines = lines.map(|(number, one)| line(visit, number, one.case, &one.content));
    let form = if form.pairs.is_empty() { prefilled(visit, &asked) } else { form };
    Ok(views::Draft {
        id: nationality.iso3().to_owned(),
        country: nationality.name(visit.tongue.tag()).to_owned(),
        reach: words.responsible(&asked),
        ready: draft.on.len(),
        days: days as usize,
        amount: format!("{} {currency}", money(hundredths)),
        on: lines.collect::<Result<_, Fault>>()?,
        on_paging: on.links(&path, "on", Some(&absent), why.clone()),
        whys,
        missing: absent.cut(&left).iter().map(|one| missing(visit, one, &words)).collect::<Result<_, Fault>>()?,
        missing_paging: absent.links(&path, "missing", Some(&on), why),
        all_missing: draft.missing.len(),
        chosen: chosen.to_owned(),
        versions: versions.iter().map(earlier).collect(),
        form,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

fn missing(visit: &Visit, left: &rolls::Left, words: &Words) -> Result<views::Absent, Fault> {
    Ok(views::Absent {
        handle: visit.handle(left.case)?,
        code: left.code.to_string(),
        name: left.name.clone(),
        why: left.why.iter().map(|why| words.missing(*why)).collect(),
    })
}

/// Each kind of reason once, with how many it keeps off, the most first.
fn reasons(left: &[rolls::Left], words: &Words) -> Vec<views::Why> {
    let mut counted: BTreeMap<&'static str, usize> = BTreeMap::new();
    for one in left {
        let mut keys: Vec<&'static str> = one.why.iter().map(|why| why.key()).collect();
        keys.dedup();
        keys.into_iter().for_each(|key| *counted.entry(key).or_default() += 1);
    }
    let why = |(key, count)| views::Why { key, sentence: words.kind_of_missing(key), count };
    let mut whys: Vec<views::Why> = counted.into_iter().map(why).collect();
    whys.sort_by_key(|why| std::cmp::Reverse(why.count));
    whys
}

pub fn sums<'c>(contents: impl Iterator<Item = &'c rolls::Content>) -> (u64, u64) {
    contents.fold((0, 0), |(days, all), one| (days + u64::from(one.days), all + one.hundredths))
}

fn line(visit: &Visit, number: u32, case: CaseId, content: &rolls::Content) -> Result<views::Line, Fault> {
    Ok(views::Line {
        number,
        handle: visit.handle(case)?,
        name: content.name.clone(),
        birth: content.birth.to_string(),
        document: content.document.clone(),
        entered: content.entered.to_string(),
        days: content.days,
        amount: money(content.hundredths),
        decision: String::new(),
        blank: "",
    })
}

fn earlier(version: &rolls::Version) -> views::Earlier {
    views::Earlier {
        number: version.number,
        by: version.by.clone(),
        when: when(version.at),
        sent: version.sent.map(|day| day.to_string()).unwrap_or_default(),
    }
}

/// What the form of sealing begins with: the mission as far as the pack knows it, and today.
fn prefilled(visit: &Visit, asked: &Asked) -> Filled {
    let route = pathway::route(&asked.pack.pack, asked.corrections, &Nationality::One(asked.nationality));
    let seat = route.leads.first().and_then(|lead| match lead.seats.as_slice() {
        [seat] => Some(seat.city.clone()),
        _ => None,
    });
    let mission = format!("Embassy of {}", asked.nationality.name("en"));
    let mission = [Some(mission), seat].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let pairs = vec![("mission".to_owned(), mission), ("until".to_owned(), visit.today().to_string())];
    Filled { pairs, errors: Vec::new() }
}

/// Seals what the desk drafts at this moment as the next version.
pub fn seal(visit: &Visit) -> Answer {
    let nationality = nationality(visit)?;
    visit.permit(Action::Export)?;
    let found = found(visit)?;
    let Ok(until) = visit.form.value("until").parse() else {
        return wrong(visit, "until", visit.tongue.say("step-days-wrong"));
    };
    let mission = base::text::line(visit.form.value("mission"));
    if mission.is_empty() {
        return wrong(visit, "mission", visit.tongue.say("wrong-roll-mission"));
    }
    let asked = asked(visit, nationality, &found, until)?;
    let draft = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| rolls::draft(desk, &asked))?;
    let cases: Vec<CaseId> = draft.on.iter().map(|one| one.case).collect();
    match visit.command(|cx| rolls::seal(cx, &asked, &mission, &cases)) {
        Ok(sealed) => {
            tell(visit, "rolls-sealed", sealed.lines)?;
            see(&format!("/rolls/{}/{}", nationality.iso3(), sealed.version))
        }
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "until", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, field: &str, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(field.to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(drafted(visit, form)?)?).into_response())
}
