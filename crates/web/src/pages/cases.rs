//! The case page: what is urgent, who, where, and everything that happened, with who said it and when.

use super::arrivals::{known, suggestions};
use super::person_form::Reading;
use super::{attachments, html, referrals, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::arrivals::Previous;
use crate::views::cases::{Case, Change, Correct, Field as FieldView, Moment, Part, Stated};
use crate::views::referrals::Shared;
use crate::views::{CORRECTABLE, Filled};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::lending::Lent;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Birth, Date, EventId, Minor, Sign};
use casework::attachments::Removal;
use casework::desk::fresh;
use casework::registry::{self, CaseView, Content, Earlier, Entry};
use casework::{Fact, Field, Origin};
use std::collections::BTreeMap;
use vault::Compartment;

pub fn show(visit: &Visit) -> Answer {
    let case = visit.case()?;
    let view = visit.command(|cx| registry::view(cx, case))?;
    let words = Words::of(visit);
    let names = match view.facts.newest(Field::Names) {
        Some(Fact::Names(names)) => names.clone(),
        _ => Vec::new(),
    };
    let may = |action| visit.role().is_some_and(|role| role.may(action));
    // Where nothing but lent keys opens it, it is read and no more.
    let is_lent = view.lent.as_ref().is_some_and(|lent| lent.parts.len() == view.open.len());
    html(Case {
        page: visit.chrome(),
        handle: visit.handle(case)?,
        code: view.code.to_string(),
        names,
        summary: summary(&view, &words),
        signs: signs(&view, visit.today()),
        parts: parts(visit, &view, &words),
        pictures: attachments::part(visit, &view)?,
        group: group(visit, &view)?,
        shared: if is_lent { Shared::default() } else { referrals::shared(visit, &view)? },
        timeline: timeline(&view, &words),
        can_print: !is_lent && may(Action::PrintCard),
        can_see_readings: !is_lent && may(Action::SeeReadings),
        can_erase: !is_lent && may(Action::Erase),
        can_hear: !is_lent && may(Action::Hear),
        can_plan: !is_lent && may(Action::Plan),
        can_write_letters: !is_lent && may(Action::WriteLetter),
        lent_until: view.lent.as_ref().map(|lent| when(lent.until)),
        done: held(&visit.session()?.done).take(),
    })
}

/// "Ethiopia · Woman · 25": one line, as far as it is known.
fn summary(view: &CaseView, words: &Words) -> String {
    let age = match view.facts.newest(Field::Birth) {
        Some(Fact::Birth(birth)) => Some(words.age(birth)),
        _ => None,
    };
    let said = |field| view.facts.newest(field).map(|fact| words.fact(fact));
    let parts = [said(Field::Nationalities), said(Field::Sex), age, said(Field::Place)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The urgent signs that stand; under 18 also when the birth says so or leaves it in doubt.
pub(super) fn signs(view: &CaseView, today: Date) -> Vec<String> {
    let minor =
        matches!(view.facts.newest(Field::Birth), Some(Fact::Birth(birth)) if Birth::minor(birth, today) != Minor::No);
    let stands = |sign: Sign| matches!(view.facts.newest(Field::Sign(sign)), Some(Fact::Sign(_, true)));
    let shown = Sign::ALL.iter().copied().filter(|sign| stands(*sign) || (*sign == Sign::Minor && minor));
    shown.map(|sign| sign.key().to_owned()).collect()
}

/// The parts of a case in the order in which they are read, and the fields of each.
const PARTS: [(Compartment, &str, &[&str]); 4] = [
    (Compartment::Care, "part-care", &["signs"]),
    (
        Compartment::Identity,
        "part-identity",
        &["names", "sex", "birth", "nationalities", "languages", "papers", "contacts", "consent"],
    ),
    (Compartment::Journey, "part-journey", &["place", "entered"]),
    (Compartment::Protection, "part-protection", &["remark"]),
];

fn parts(visit: &Visit, view: &CaseView, words: &Words) -> Vec<Part> {
    let role = visit.role();
    let lends = |lent: &Lent, part| lent.parts.contains(&part) || lent.parts.len() == view.open.len();
    let is_lent = |part| view.lent.as_ref().is_some_and(|lent| lends(lent, part));
    let part = |(compartment, title, keys): (Compartment, &str, &[&str])| {
        let reads = !is_lent(compartment) && role.is_some_and(|r| r.reads().contains(&compartment));
        let open = reads || view.open.contains(&compartment);
        let can_correct =
            !is_lent(compartment) && role.is_some_and(|r| r.may(Action::Correct) && r.writes().contains(&compartment));
        let fields =
            if open { keys.iter().map(|key| field(view, key, can_correct, words)).collect() } else { Vec::new() };
        Part { title: words.tongue.say(title), open, fields }
    };
    PARTS.into_iter().map(part).collect()
}

/// Which fields of a case one line of the page shows: all signs are one line.
pub fn fields_of(key: &str) -> Vec<Field> {
    match key {
        "signs" => Sign::ALL.iter().map(|sign| Field::Sign(*sign)).collect(),
        other => Field::from_key(other).into_iter().collect(),
    }
}

fn field(view: &CaseView, key: &str, can_correct: bool, words: &Words) -> FieldView {
    let authors: BTreeMap<EventId, (&str, base::Instant)> =
        view.timeline.iter().map(|entry| (entry.event, (entry.author.as_str(), entry.at))).collect();
    let stated = |event: EventId, fact: &Fact| {
        let (who, at) = authors.get(&event).copied().unwrap_or(("", view.opened_at));
        Stated {
            event: event.to_string(),
            text: words.fact(fact),
            certainty: words.certainty(fact),
            who: who.to_owned(),
            when: when(at),
        }
    };
    let fields = fields_of(key);
    let conflict = fields.iter().any(|field| view.facts.in_conflict(*field));
    let current = fields.iter().flat_map(|field| view.facts.current(*field));
    let mut values: Vec<Stated> = if conflict || fields.first() == Some(&Field::Remark) {
        current.map(|held| stated(held.event, &held.fact)).collect()
    } else {
        let newest = fields.iter().filter_map(|field| view.facts.current(*field).last());
        newest
            .filter(|held| !matches!(held.fact, Fact::Sign(_, false)))
            .map(|held| stated(held.event, &held.fact))
            .collect()
    };
    if !conflict && values.len() > 1 {
        values = vec![merged(values)];
    }
    FieldView {
        key: key.to_owned(),
        label: words.tongue.say(&format!("field-{key}")),
        values,
        earlier: earlier(view, &fields).into_iter().map(|(event, fact)| stated(event, fact)).collect(),
        can_correct,
    }
}

/// Several signs or remarks that do not contradict each other read as one value.
fn merged(values: Vec<Stated>) -> Stated {
    let text = values.iter().map(|v| v.text.as_str()).collect::<Vec<_>>().join(" · ");
    Stated { text, ..values.into_iter().next_back().expect("there are several values") }
}

/// Values that were replaced, newest first.
fn earlier<'v>(view: &'v CaseView, fields: &[Field]) -> Vec<(EventId, &'v Fact)> {
    let mut found = Vec::new();
    for entry in &view.timeline {
        let (Content::Registered { changes, .. } | Content::Stated { changes, .. }) = &entry.content else { continue };
        for change in changes.iter().filter(|change| fields.contains(&change.field)) {
            let stands = view.facts.current(change.field).iter().any(|held| held.event == entry.event);
            if !stands {
                found.push((entry.event, &change.to));
            }
        }
    }
    found.reverse();
    found
}

fn group(visit: &Visit, view: &CaseView) -> Result<Vec<Previous>, Fault> {
    let (Some(Fact::Group(group)), Some(desk)) = (view.facts.newest(Field::Group), visit.session()?.desk.get()) else {
        return Ok(Vec::new());
    };
    let members = fresh(desk, &visit.app.store, visit.now, |desk| desk.group(*group))?;
    let others = members.into_iter().filter(|case| *case != view.id);
    let known = others.map(|case| known(visit, case)).collect::<Result<Vec<_>, Fault>>()?;
    Ok(known.into_iter().flatten().collect())
}

/// Newest first. What one person stated in one moment reads as one entry, however many parts it was sealed in; a
/// photo or scan that came or went is an entry of its own.
fn timeline(view: &CaseView, words: &Words) -> Vec<Moment> {
    let mut moments: Vec<(base::Instant, bool, Moment)> = Vec::new();
    for entry in &view.timeline {
        let moment = moment(entry, words);
        let alone = picture(entry, words).is_some();
        match moments.last_mut() {
            Some((at, false, last)) if !alone && *at == entry.at && last.who == moment.who => {
                last.changes.extend(moment.changes);
            }
            _ => moments.push((entry.at, alone, moment)),
        }
    }
    moments.into_iter().rev().map(|(.., moment)| moment).collect()
}

fn moment(entry: &Entry, words: &Words) -> Moment {
    let say = |key: &str| words.tongue.say(key);
    let (what, changes, reason) = match &entry.content {
        Content::Registered { origin: Origin::Card, changes } => (say("event-registered"), changes.as_slice(), None),
        Content::Registered { origin: Origin::Referral, changes } => {
            (say("event-registered-referral"), changes.as_slice(), None)
        }
        Content::Registered { origin: Origin::List { row }, changes } => {
            let what = words.tongue.say_with("event-registered-list", &[("count", (*row as usize).into())]);
            (what, changes.as_slice(), None)
        }
        Content::Stated { changes, because } => {
            let corrected = changes.iter().any(|change| !change.from.is_empty());
            (say(if corrected { "event-corrected" } else { "event-stated" }), changes.as_slice(), because.as_ref())
        }
        Content::Attached(_) => (say("event-attached"), [].as_slice(), None),
        Content::AttachmentRemoved { because, .. } => {
            let said = if let Removal::Said(said) = because { Some(said) } else { None };
            (say("event-attachment-removed"), [].as_slice(), said)
        }
        Content::NotOpen(_) => (say("event-not-open"), [].as_slice(), None),
        Content::Erased => (say("event-erased"), [].as_slice(), None),
    };
    let changes = changes.iter().map(|change| Change {
        field: words.field(change.field),
        from: change.from.iter().map(|fact| words.fact(fact)).collect::<Vec<_>>().join(" / "),
        to: words.fact(&change.to),
    });
    Moment {
        what,
        who: entry.author.clone(),
        when: when(entry.at),
        changes: changes.chain(picture(entry, words)).collect(),
        reason: reason.cloned().unwrap_or_default(),
    }
}

/// What was added or deleted of photos and scans.
fn picture(entry: &Entry, words: &Words) -> Option<Change> {
    let (kind, to) = match &entry.content {
        Content::Attached(picture) => (picture.kind, words.picture(picture)),
        Content::AttachmentRemoved { kind, because: Removal::DocumentIssued, .. } => {
            (*kind, words.tongue.say("picture-gone-issued"))
        }
        Content::AttachmentRemoved { kind, .. } => (*kind, words.tongue.say("picture-gone")),
        _ => return None,
    };
    Some(Change { field: words.tongue.say(&format!("picture-{}", kind.key())), from: String::new(), to })
}

/// One line that somebody typed into a form, if there is anything in it.
pub(super) fn typed(visit: &Visit, field: &str) -> Option<String> {
    base::text::some_line(visit.form.value(field))
}

/// Picks one of several values that contradict each other.
pub fn choose(visit: &Visit) -> Answer {
    let case = visit.case()?;
    let wanted = EventId::read(visit.form.value("event")).ok_or(Fault::NotFound)?;
    let fields = fields_of(visit.form.value("field"));
    match visit.command(|cx| registry::choose(cx, case, &fields, wanted)) {
        // Somebody else has chosen meanwhile: the page shows it.
        Ok(()) | Err(Fault::Access(AccessError::NoValue)) => back(visit),
        Err(fault) => Err(fault),
    }
}

fn back(visit: &Visit) -> Answer {
    *held(&visit.session()?.done) = Some(visit.tongue.say("case-corrected"));
    see(&format!("/case/{}", visit.param("handle")))
}

pub fn correct_form(visit: &Visit) -> Answer {
    html(correcting(visit, Filled::default())?)
}

fn correcting(visit: &Visit, form: Filled) -> Result<Correct, Fault> {
    let case = visit.case()?;
    let key = visit.param("field").to_owned();
    if !CORRECTABLE.contains(&key.as_str()) {
        return Err(Fault::NotFound);
    }
    visit.command(|cx| registry::may_correct(cx, &fields_of(&key)))?;
    let view = visit.command(|cx| registry::view(cx, case))?;
    let words = Words::of(visit);
    let form = if form.pairs.is_empty() { super::person_form::filled(&view.facts, &key, visit.tongue) } else { form };
    let page = visit.chrome();
    let now = field(&view, &key, false, &words).values;
    Ok(Correct {
        handle: visit.handle(case)?,
        code: view.code.to_string(),
        can_keep: !now.is_empty() && !matches!(key.as_str(), "signs" | "remark"),
        now,
        suggestions: suggestions(visit, &page)?,
        field: key,
        form,
        page,
    })
}

pub fn correct(visit: &Visit) -> Answer {
    let case = visit.case()?;
    let key = visit.param("field").to_owned();
    let mut reading = Reading::of(&visit.form, visit.tongue, visit.today());
    let facts = reading.facts(&key);
    if facts.is_empty() && reading.errors.is_empty() {
        reading.wrong(super::person_form::first_input(&key), "wrong-value");
    }
    if !reading.errors.is_empty() {
        let form = Filled { pairs: visit.form.pairs.clone(), errors: reading.errors };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(correcting(visit, form)?)?).into_response());
    }
    let reason = typed(visit, "reason");
    let earlier = if visit.form.has("keep", "yes") { Earlier::Kept } else { Earlier::Replaced };
    visit.command(|cx| registry::correct(cx, case, facts, earlier, reason))?;
    back(visit)
}
