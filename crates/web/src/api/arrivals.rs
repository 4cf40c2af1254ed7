//! One person who has just arrived, delivered by a program.

use super::operation::{Operation, post};
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Consent, Country, Date, EventId, Language, Paper, PaperKind, PaperStatus, Sex, Sign, text};
use casework::registry::{self, Once};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;

pub fn operations() -> Vec<Operation> {
    let arrival = json!({
        "event": "019bc5a2-7c00-7cc3-98c4-dc0c0c07398f",
        "names": ["ሐና ተስፋዬ", "Hanna Tesfaye"],
        "sex": "female",
        "birth": "2001-05-17",
        "nationalities": ["ETH"],
        "languages": ["am"],
        "papers": [{ "kind": "passport", "status": "taken" }],
        "contacts": ["+855 00 000 101"],
        "place": "Kampot",
        "entered": "2025-11-02",
        "signs": ["hurt", "threatened"],
        "consent": "spoken",
    });
    vec![
        post("/arrivals", register, "Register somebody who has just arrived")
            .details(
                "With the same `event` again the answer is 200 with the same case: what a program sends again because \
                 it never saw the answer registers nobody twice. The first to come counts.",
            )
            .takes::<Arrival>(arrival)
            .gives(201, Registered::sample())
            .gives(200, Registered::sample())
            // Who came along may be nobody who is open to this token.
            .refuses(&[404, 409]),
    ]
}

/// What the card asks. Everything but the names and the consent may be left out: unknown stays unknown.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arrival {
    /// An id that the sender makes for this arrival, a UUID of version 7: when it comes again, nobody is registered
    /// twice.
    #[serde(default)]
    pub event: Option<As<EventId>>,
    /// The same name in one or several scripts, the person's own first. Only who refuses consent has none.
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub sex: Option<As<Sex>>,
    /// As exactly as it is known.
    #[serde(default)]
    pub birth: Option<As<base::Birth>>,
    #[serde(default)]
    pub nationalities: Vec<As<Country>>,
    #[serde(default)]
    pub languages: Vec<As<Language>>,
    #[serde(default)]
    pub papers: Vec<PaperSaid>,
    /// Phone numbers or handles.
    #[serde(default)]
    pub contacts: Vec<String>,
    /// The town where the person is. Never a street address of a shelter.
    #[serde(default)]
    pub place: Option<String>,
    /// The day the person came, where it was before today.
    #[serde(default)]
    pub reported: Option<As<Date>>,
    /// The day the person entered the country.
    #[serde(default)]
    pub entered: Option<As<Date>>,
    #[serde(default)]
    pub signs: BTreeSet<As<Sign>>,
    #[serde(default)]
    pub remark: Option<String>,
    /// How the person agreed to be registered. Of somebody who refused, nothing that identifies is kept.
    pub consent: As<Consent>,
    /// The case of somebody who came along: both stay together.
    #[serde(default)]
    pub with: Option<As<CaseId>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperSaid {
    pub kind: As<PaperKind>,
    #[serde(default)]
    pub status: Option<As<PaperStatus>>,
    #[serde(default)]
    pub number: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub struct Registered {
    pub case: As<CaseId>,
    /// To hand over, as in "481 516 237".
    pub code: String,
    pub event: As<EventId>,
}

impl Registered {
    fn sample() -> Registered {
        let event = EventId::read_uuid("019bc5a2-7c00-7cc3-98c4-dc0c0c07398f").expect("an id of version 7");
        Registered { case: As(CaseId::from_bytes([1; 16])), code: "481 516 237".to_owned(), event: As(event) }
    }
}

impl PaperSaid {
    pub fn paper(self) -> Paper {
        Paper {
            kind: self.kind.0,
            status: self.status.map_or(PaperStatus::Unknown, |As(status)| status),
            number: self.number.and_then(|said| text::some_line(&said)),
        }
    }
}

/// Registers somebody: 201, or 200 with the same answer when the same event came before.
fn register(visit: &Visit) -> Answer {
    visit.expect(Action::Register)?;
    let said: Arrival = visit.sent()?;
    let (event, with) = (said.event.as_ref().map(|As(event)| *event), said.with.as_ref().map(|As(case)| *case));
    if event.is_some_and(|event| event.made_at() > visit.now.plus_hours(24)) {
        return Err(Fault::wrong("event", "it was made in the future; please set the clock of whoever made it"));
    }
    let arrival = said.checked(visit.today())?;
    let event = event.unwrap_or_else(|| EventId::new(visit.now, &mut *visit.app.rng()));
    let (status, registered) = match visit.command(|cx| registry::register_once(cx, event, arrival, with))? {
        Once::Now(registered) => (StatusCode::CREATED, registered),
        Once::Before(registered) => (StatusCode::OK, registered),
    };
    let registry::Registered { case, code, event } = registered;
    Ok((status, Json(Registered { case: As(case), code: code.to_string(), event: As(event) })).into_response())
}

impl Arrival {
    /// The arrival as the card would have it.
    fn checked(self, today: Date) -> Result<base::Arrival, Fault> {
        let lines = |lines: Vec<String>| lines.iter().map(|said| text::line(said)).filter(|l| !l.is_empty()).collect();
        let line = |said: Option<String>| said.and_then(|said| text::some_line(&said));
        let arrival = base::Arrival {
            names: lines(self.names),
            sex: self.sex.map(|As(sex)| sex),
            birth: self.birth.map(|As(birth)| birth),
            nationalities: once_each(self.nationalities),
            languages: once_each(self.languages),
            papers: self.papers.into_iter().map(PaperSaid::paper).collect(),
            contacts: lines(self.contacts),
            place: line(self.place),
            reported: self.reported.map(|As(day)| day),
            entered: self.entered.map(|As(day)| day),
            signs: self.signs.into_iter().map(|As(sign)| sign).collect(),
            remark: self.remark.and_then(|said| text::some_remark(&said)),
            consent: self.consent.0,
        };
        if arrival.names.is_empty() && arrival.consent != Consent::Refused {
            return Err(Fault::wrong("names", "a name is needed, or somebody who refused"));
        }
        if arrival.birth.as_ref().is_some_and(|birth| !birth.is_plausible(today)) {
            return Err(Fault::wrong("birth", "nobody alive today was born then"));
        }
        check_day("reported", arrival.reported, today)?;
        check_day("entered", arrival.entered, today)?;
        Ok(arrival)
    }
}

pub fn check_day(field: &str, day: Option<Date>, today: Date) -> Result<(), Fault> {
    match day {
        Some(day) if day > today => Err(Fault::wrong(field, "this day is still to come")),
        Some(day) if day.year() < today.year() - 120 => Err(Fault::wrong(field, "nobody alive today was there then")),
        _ => Ok(()),
    }
}

pub fn once_each<T: PartialEq>(said: Vec<As<T>>) -> Vec<T> {
    let mut kept = Vec::with_capacity(said.len());
    for As(value) in said {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}
