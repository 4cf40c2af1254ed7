//! The directory of services: who can help, with what, whom, where.

use super::operation::{Operation, get, post};
use super::paging::Page;
use super::texted::{As, Texted};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Country, Date, Instant, Language, TeamId};
use casework::services::{
    self, Checked, Confidence, Fits, Group, Kept, Kind, Looked, Organisation, Said, Service, Told, Written, Wrong,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let text = || json!({ "type": "string" });
    let wanted = json!({
        "name": "River House", "kind": "shelter", "services": ["shelter", "food"], "groups": ["women", "children"],
        "nationalities": [], "area": "Kampot", "capacity": 40, "hours": "always", "languages": ["km", "en"],
        "contact": "+855 00 000 222", "note": "Takes nobody without a call.",
    });
    vec![
        get("/services", all, "Organisations, with what, for whom and where they help")
            .details(
                "An empty list of services, groups or languages means that nobody knows: `fits` is then \"unknown\".",
            )
            .asks(
                "service",
                json!({ "type": "string", "enum": words(Service::ALL, Service::key) }),
                "Only those with this service, or of whom nobody knows.",
            )
            .asks(
                "group",
                json!({ "type": "string", "enum": words(Group::ALL, Group::key) }),
                "Only those for these people, or of whom nobody knows.",
            )
            .asks(
                "nationality",
                json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
                "Only those that take this nationality (ISO 3166).",
            )
            .asks("area", text(), "Only those in this province, or of whom nobody knows.")
            .asks(
                "language",
                json!({ "type": "string", "pattern": "^[a-z]{2,3}$" }),
                "Only those who speak this language (ISO 639), or of whom nobody knows.",
            )
            .gives(200, Page::whole(vec![Shown::sample()])),
        get("/services/{service}", one, "One organisation, and who said what of it when").gives(200, History::sample()),
        post("/services", add, "Add an organisation")
            .details(
                "Shelters and safe houses stand there without their street. Nothing about any survivor belongs here.",
            )
            .takes::<New>(wanted)
            .gives(201, Added { id: "here-06dsb8jo01ucn2a3j0o30hofkk".to_owned() }),
        post("/services/{service}/verify", verify, "Say that an organisation was asked just now")
            .takes::<Verified>(json!({ "answer": "as-it-stands" }))
            .gives_nothing(),
        post("/services/{service}/correct", correct, "Say what is otherwise of an organisation")
            .details("What is left out stays as it is; an empty text or list says that it is not known.")
            .takes::<Correction>(json!({ "capacity": "0", "hours": "Monday to Friday" }))
            .gives_nothing(),
    ]
}

fn words<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|value| key(*value)).collect()
}

/// An organisation. What is not known is empty or null.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Service")]
struct Shown {
    id: String,
    name: String,
    kind: As<Kind>,
    services: Vec<As<Service>>,
    groups: Vec<As<Group>>,
    /// Empty: not limited, as far as is known.
    nationalities: Vec<As<Country>>,
    area: String,
    capacity: Option<u32>,
    hours: String,
    languages: Vec<As<Language>>,
    contact: String,
    note: String,
    source: String,
    as_of: As<Date>,
    confidence: As<Confidence>,
    checked_on: Option<As<Date>>,
    checked_by: Option<String>,
    not_answering_since: Option<As<Date>>,
    /// The team on this server that it works as.
    team: Option<As<TeamId>>,
    /// "yes", or "unknown" where it is to be asked.
    fits: &'static str,
}

impl Shown {
    fn of(one: Organisation, fits: Fits) -> Shown {
        let checked = |looked: &Option<Checked>| looked.as_ref().map(|looked| As(looked.on));
        Shown {
            kind: As(one.kind),
            services: one.services.into_iter().map(As).collect(),
            groups: one.for_whom.groups.into_iter().map(As).collect(),
            nationalities: one.for_whom.nationalities.into_iter().map(As).collect(),
            languages: one.languages.into_iter().map(As).collect(),
            as_of: As(one.as_of),
            confidence: As(one.confidence),
            checked_on: checked(&one.checked),
            not_answering_since: checked(&one.not_answering),
            checked_by: one.checked.map(|checked| checked.by),
            team: one.team.map(As),
            fits: if fits == Fits::Yes { "yes" } else { "unknown" },
            id: one.id,
            name: one.name,
            area: one.area,
            capacity: one.capacity,
            hours: one.hours,
            contact: one.contact,
            note: one.note,
            source: one.source,
        }
    }

    fn sample() -> Shown {
        let day = || As(Date::constant(2026, 1, 16));
        Shown {
            id: "here-06dsb8jo01ucn2a3j0o30hofkk".to_owned(),
            name: "River House".to_owned(),
            kind: As(Kind::Shelter),
            services: vec![As(Service::Shelter), As(Service::Food)],
            groups: vec![As(Group::Women), As(Group::Children)],
            nationalities: Vec::new(),
            area: "Kampot".to_owned(),
            capacity: Some(40),
            hours: "always".to_owned(),
            languages: Vec::new(),
            contact: "+855 00 000 222".to_owned(),
            note: "Takes nobody without a call.".to_owned(),
            source: "sokha".to_owned(),
            as_of: day(),
            confidence: As(Confidence::Medium),
            checked_on: Some(day()),
            checked_by: Some("sokha".to_owned()),
            not_answering_since: None,
            team: None,
            fits: "yes",
        }
    }
}

fn all(visit: &Visit) -> Answer {
    let looked = Looked {
        service: parameter(visit, "service")?,
        group: parameter(visit, "group")?,
        nationality: parameter(visit, "nationality")?,
        region: Some(visit.asked("area").to_owned()).filter(|area| !area.is_empty()),
        language: parameter(visit, "language")?,
    };
    let all = visit.command(services::all)?.into_iter().map(|one| (one.fits(&looked), one));
    let fitting = all.filter(|(fits, _)| *fits != Fits::No).map(|(fits, one)| Shown::of(one, fits));
    Ok(Json(Page::whole(fitting.collect())).into_response())
}

fn parameter<T: Texted>(visit: &Visit, name: &'static str) -> Result<Option<T>, Fault> {
    match visit.asked(name) {
        "" => Ok(None),
        text => T::read(text).map(Some).ok_or_else(|| Fault::parameter(name, &format!("it is to be {}", T::wanted()))),
    }
}

/// An organisation with its history, the oldest first.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ServiceHistory")]
struct History {
    service: Shown,
    history: Vec<Spoken>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ServiceSaid")]
struct Spoken {
    at: As<Instant>,
    by: String,
    said: As<Said>,
    changes: Vec<Changed>,
    /// Whether a newer pack says otherwise, so that this no longer counts.
    outdated: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ServiceChange")]
struct Changed {
    column: &'static str,
    from: String,
    to: String,
}

impl History {
    fn of(told: Told) -> History {
        let change = |c: services::Change| Changed { column: c.column, from: c.from, to: c.to };
        let spoken = |s: services::Spoken| Spoken {
            at: As(s.at),
            by: s.by,
            said: As(s.said),
            changes: s.changes.into_iter().map(change).collect(),
            outdated: s.outdated,
        };
        let history = told.history.into_iter().map(spoken).collect();
        History { service: Shown::of(told.organisation, Fits::Yes), history }
    }

    fn sample() -> History {
        let at = As(Instant::from_millis(1_768_539_600_000));
        let changes = vec![Changed { column: "capacity", from: "150".to_owned(), to: "120".to_owned() }];
        let spoken = Spoken { at, by: "sokha".to_owned(), said: As(Said::Corrected), changes, outdated: false };
        History { service: Shown::sample(), history: vec![spoken] }
    }
}

fn one(visit: &Visit) -> Answer {
    let told = visit.command(|cx| services::one(cx, visit.param("service")))?.ok_or(Fault::NotFound)?;
    Ok(Json(History::of(told)).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NewService")]
struct New {
    name: String,
    kind: As<Kind>,
    #[serde(default)]
    services: Vec<As<Service>>,
    #[serde(default)]
    groups: Vec<As<Group>>,
    #[serde(default)]
    nationalities: Vec<As<Country>>,
    /// A province, and a district at the most; never a street.
    #[serde(default)]
    area: String,
    #[serde(default)]
    capacity: Option<u32>,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    languages: Vec<As<Language>>,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    note: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ServiceAdded")]
struct Added {
    id: String,
}

fn joined<T: Texted>(values: &[As<T>]) -> String {
    values.iter().map(|value| value.0.write()).collect::<Vec<_>>().join(";")
}

fn for_whom(groups: &[As<Group>], nationalities: &[As<Country>]) -> String {
    [joined(groups), joined(nationalities)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(";")
}

fn add(visit: &Visit) -> Answer {
    visit.expect(Action::KeepDirectory)?;
    let new: New = visit.sent()?;
    let written = Written {
        kind: new.kind.0.key().to_owned(),
        services: joined(&new.services),
        for_whom: for_whom(&new.groups, &new.nationalities),
        capacity: new.capacity.map(|number| number.to_string()).unwrap_or_default(),
        languages: joined(&new.languages),
        name: new.name,
        area: new.area,
        hours: new.hours,
        contact: new.contact,
        note: new.note,
    };
    let id = kept(visit.command(|cx| services::add(cx, &written))?)?;
    Ok((StatusCode::CREATED, Json(Added { id })).into_response())
}

/// What was kept, or why not.
pub(super) fn kept<T>(kept: Kept<T>) -> Result<T, Fault> {
    match kept {
        Kept::Done(value) => Ok(value),
        Kept::Missing => Err(Fault::NotFound),
        Kept::Wrong(wrongs) => {
            let say = |wrong: &Wrong| format!("`{}`: {}", wrong.column, wrong.sentence);
            let sentences = wrongs.iter().map(say).collect::<Vec<_>>().join(" ");
            let sentence = format!("{sentences} Nothing was changed.");
            Err(Fault::Sent(StatusCode::UNPROCESSABLE_ENTITY, "bad-value", sentence))
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ServiceVerified")]
struct Verified {
    answer: Heard,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "ServiceAnswer")]
enum Heard {
    AsItStands,
    NoAnswer,
}

fn verify(visit: &Visit) -> Answer {
    visit.expect(Action::KeepDirectory)?;
    let said: Verified = visit.sent()?;
    let id = visit.param("service");
    let done = match said.answer {
        Heard::AsItStands => visit.command(|cx| services::checked(cx, id))?,
        Heard::NoAnswer => visit.command(|cx| services::not_answering(cx, id))?,
    };
    kept(done)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Columns as the pack writes them; lists with semicolons between the values.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ServiceCorrection")]
struct Correction {
    name: Option<String>,
    kind: Option<As<Kind>>,
    services: Option<Vec<As<Service>>>,
    /// Women, men, children, families, and nationalities as ISO 3166, with semicolons between them.
    for_whom: Option<String>,
    area: Option<String>,
    /// A whole number, or empty.
    capacity: Option<String>,
    hours: Option<String>,
    languages: Option<Vec<As<Language>>>,
    contact: Option<String>,
    note: Option<String>,
}

fn correct(visit: &Visit) -> Answer {
    visit.expect(Action::KeepDirectory)?;
    let said: Correction = visit.sent()?;
    let id = visit.param("service");
    let done = visit.command(|cx| {
        let Some(told) = services::one(cx, id)? else { return Ok(Kept::Missing) };
        let mut written = Written::of(&told.organisation);
        let texts = [
            ("name", said.name.clone()),
            ("kind", said.kind.as_ref().map(|kind| kind.0.key().to_owned())),
            ("services", said.services.as_deref().map(joined)),
            ("for_whom", said.for_whom.clone()),
            ("area", said.area.clone()),
            ("capacity", said.capacity.clone()),
            ("hours", said.hours.clone()),
            ("languages", said.languages.as_deref().map(joined)),
            ("contact", said.contact.clone()),
            ("note", said.note.clone()),
        ];
        texts.into_iter().filter_map(|(column, text)| Some((column, text?))).for_each(|(c, text)| written.set(c, text));
        services::correct(cx, id, None, &written)
    })?;
    kept(done)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
