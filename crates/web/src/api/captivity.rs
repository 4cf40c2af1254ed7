//! What happened to a person in captivity, for programs.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::Page;
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Country, EventId};
use casework::captivity::{self, By, Happening, Money, What};
use schemars::JsonSchema;
use screening::When;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let told = json!({
        "what": "sold", "from": "2025-03", "by": "broker", "amount": 3000, "currency": "USD",
        "place": "Invented Park", "country": "KHM"
    });
    vec![
        get("/cases/{case}/captivity", show, "What the person told of their captivity")
            .details("In the order in which it happened; what has no time comes last.")
            .gives(200, Page::whole(vec![Told::sample()])),
        post("/cases/{case}/captivity", tell, "Keep one thing that happened, or the correction of one")
            .details(
                "`entry` names the one that is corrected. Names of those who did it are kept with the statements, for \
                 roles that write them. What the person was made to do does not belong here.",
            )
            .takes::<Tell>(told)
            .gives(201, Kept { entry: As(EventId::from_bytes([1; 16])) }),
    ]
}

/// One thing that happened. What is not known is left out.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    /// The entry that this corrects.
    #[serde(default)]
    entry: Option<As<EventId>>,
    what: As<What>,
    #[serde(default)]
    from: Option<As<When>>,
    #[serde(default)]
    until: Option<As<When>>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    country: Option<As<Country>>,
    /// What kind of person did it.
    #[serde(default)]
    by: Option<As<By>>,
    #[serde(default)]
    amount: Option<u64>,
    #[serde(default)]
    currency: Option<String>,
    /// How many people it happened to.
    #[serde(default)]
    people: Option<u32>,
    #[serde(default)]
    words: Option<String>,
    /// Who did it, by name; only for roles that write statements.
    #[serde(default)]
    names: Option<String>,
    /// Told by mistake.
    #[serde(default)]
    struck: bool,
}

#[derive(Serialize, JsonSchema)]
pub struct Told {
    /// The official code of HTCDS 2.0, where there is one.
    #[serde(rename = "hte_Type")]
    hte_type: Option<&'static str>,
    #[serde(flatten)]
    told: Tell,
}

impl Told {
    fn of(entry: &captivity::Entry) -> Told {
        let told = &entry.told;
        let known = |when: When| (when != When::Unknown).then_some(As(when));
        Told {
            hte_type: told.what.htcds(),
            told: Tell {
                entry: Some(As(entry.id)),
                what: As(told.what),
                from: known(told.from),
                until: known(told.until),
                place: told.place.clone(),
                country: told.country.map(As),
                by: told.by.map(As),
                amount: told.money.as_ref().map(|money| money.amount),
                currency: told.money.as_ref().map(|money| money.currency.clone()),
                people: told.people,
                words: told.words.clone(),
                names: entry.names.clone(),
                struck: told.struck,
            },
        }
    }

    fn sample() -> Told {
        let told = Happening {
            first: None,
            what: What::Sold,
            from: When::Month { year: 2025, month: 3 },
            until: When::Unknown,
            place: Some("Invented Park".to_owned()),
            country: Country::from_iso3("KHM"),
            by: Some(By::Broker),
            money: Some(Money { amount: 3_000, currency: "USD".to_owned() }),
            people: None,
            words: None,
            struck: false,
        };
        let id = EventId::from_bytes([1; 16]);
        Told::of(&captivity::Entry { id, event: id, told, names: None })
    }
}

/// What the entry is called from now on.
#[derive(Serialize, JsonSchema)]
pub struct Kept {
    entry: As<EventId>,
}

fn show(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    let history = visit.command(|cx| captivity::read(cx, case))?;
    Ok(Json(Page::whole(history.entries.iter().map(Told::of).collect())).into_response())
}

fn tell(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Hear)?;
    let said: Tell = visit.sent()?;
    let entry = said.entry.map(|As(id)| id);
    let time = |when: Option<As<When>>| when.map_or(When::Unknown, |As(when)| when);
    let currency = said.currency.unwrap_or_default();
    let told = Happening {
        first: None,
        what: said.what.0,
        from: time(said.from),
        until: time(said.until),
        place: said.place,
        country: said.country.map(|As(country)| country),
        by: said.by.map(|As(by)| by),
        money: said.amount.map(|amount| Money { amount, currency }),
        people: said.people,
        words: said.words,
        struck: said.struck,
    };
    let kept = visit.command(|cx| {
        let id = captivity::tell(cx, case, entry, told)?;
        if let Some(names) = &said.names {
            captivity::names(cx, case, id, names)?;
        }
        Ok(id)
    });
    match kept {
        Ok(id) => Ok((StatusCode::CREATED, Json(Kept { entry: As(id) })).into_response()),
        Err(Fault::Access(AccessError::Unfit(sentence))) => Err(Fault::wrong("from", sentence)),
        Err(fault) => Err(fault),
    }
}
