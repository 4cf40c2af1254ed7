//! Known traps: listed, looked for in a text, added, taken back.

use super::operation::{Operation, get, post};
use super::paging::Page;
use super::services::kept;
use super::texted::As;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::Date;
use casework::services::{self, Likeness, Trap, Warning, WrittenWarning, warnings_for};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let wanted = json!({
        "trap": "recruiter", "title": "Jobs behind the station", "goes_by": ["@example_station_jobs"],
        "says": "Offers rooms for work.", "what_to_do": "Offer a bed.", "area": "Phnom Penh",
    });
    vec![
        get("/warnings", all, "Known traps, the newest first").gives(200, Page::whole(vec![Shown::sample()])),
        post("/warnings/search", search, "Whether a text names a known trap")
            .details("Telephones, accounts, sites and names, also as they disguise themselves. The text is kept nowhere. That nothing is found says nothing.")
            .takes::<Asked>(json!({ "text": "t.me/examp1e_station_jobs" }))
            .gives(200, Page::whole(vec![Met::sample()])),
        post("/warnings", add, "Warn everybody here of a trap")
            .details("No private person's name, and nothing about any survivor.")
            .takes::<New>(wanted)
            .gives(201, Added { id: "here-06dsb8jo01ucn2a3j0o30hofkk".to_owned() }),
        post("/warnings/{warning}/withdraw", withdraw, "Take a warning back, saying why")
            .takes::<Reason>(json!({ "reason": "A shelter of friends." }))
            .gives_nothing(),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Warning")]
struct Shown {
    id: String,
    trap: As<Trap>,
    title: String,
    /// Empty for a pattern.
    goes_by: Vec<String>,
    says: String,
    what_to_do: String,
    area: String,
    source: String,
    as_of: As<Date>,
    /// Invented, to show what a warning looks like.
    example: bool,
    /// Why it was taken back; null while it stands.
    withdrawn: Option<String>,
}

impl Shown {
    fn of(one: &Warning) -> Shown {
        Shown {
            id: one.id.clone(),
            trap: As(one.trap),
            title: one.title.clone(),
            goes_by: one.goes_by.clone(),
            says: one.says.clone(),
            what_to_do: one.what_to_do.clone(),
            area: one.area.clone(),
            source: one.source.clone(),
            as_of: As(one.as_of),
            example: one.example,
            withdrawn: one.withdrawn.as_ref().map(|withdrawn| withdrawn.why.clone()),
        }
    }

    fn sample() -> Shown {
        Shown {
            id: "here-06dsb8jo01ucn2a3j0o30hofkk".to_owned(),
            trap: As(Trap::Recruiter),
            title: "Jobs behind the station".to_owned(),
            goes_by: vec!["@example_station_jobs".to_owned()],
            says: "Offers rooms for work.".to_owned(),
            what_to_do: "Offer a bed.".to_owned(),
            area: "Phnom Penh".to_owned(),
            source: "sokha".to_owned(),
            as_of: As(Date::constant(2026, 1, 16)),
            example: false,
            withdrawn: None,
        }
    }
}

fn all(visit: &Visit) -> Answer {
    let all = visit.command(services::all_warnings)?;
    Ok(Json(Page::whole(all.iter().map(Shown::of).collect())).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TextToCheck")]
struct Asked {
    text: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "WarningMet")]
struct Met {
    warning: Shown,
    /// Which of what the trap goes by was met.
    goes_by: String,
    likeness: As<Likeness>,
}

impl Met {
    fn sample() -> Met {
        let goes_by = "@example_station_jobs".to_owned();
        Met { warning: Shown::sample(), goes_by, likeness: As(Likeness::LooksAlike) }
    }
}

fn search(visit: &Visit) -> Answer {
    visit.expect(Action::ReadDirectory)?;
    let asked: Asked = visit.sent()?;
    let all = visit.command(services::all_warnings)?;
    let found = warnings_for(&asked.text, &all).into_iter().map(|found| Met {
        warning: Shown::of(found.warning),
        goes_by: found.goes_by.to_owned(),
        likeness: As(found.likeness),
    });
    Ok(Json(Page::whole(found.collect::<Vec<_>>())).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NewWarning")]
struct New {
    trap: As<Trap>,
    title: String,
    #[serde(default)]
    goes_by: Vec<String>,
    says: String,
    #[serde(default)]
    what_to_do: String,
    #[serde(default)]
    area: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "WarningAdded")]
struct Added {
    id: String,
}

fn add(visit: &Visit) -> Answer {
    visit.expect(Action::KeepDirectory)?;
    let new: New = visit.sent()?;
    let written = WrittenWarning {
        trap: new.trap.0.key().to_owned(),
        title: new.title,
        goes_by: new.goes_by.join(";"),
        says: new.says,
        what_to_do: new.what_to_do,
        area: new.area,
    };
    let id = kept(visit.command(|cx| services::add_warning(cx, &written))?)?;
    Ok((StatusCode::CREATED, Json(Added { id })).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "WarningReason")]
struct Reason {
    reason: String,
}

fn withdraw(visit: &Visit) -> Answer {
    visit.expect(Action::KeepDirectory)?;
    let said: Reason = visit.sent()?;
    kept(visit.command(|cx| services::withdraw_warning(cx, visit.param("warning"), &said.reason))?)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
