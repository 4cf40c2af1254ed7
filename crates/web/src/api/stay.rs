//! How the person came in, and how long they were allowed to stay: what an overstay is counted of.

use super::cases::case_of;
use super::operation::{Operation, post};
use super::texted::As;
use super::under;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::Date;
use casework::plan::{self, Leave, Stay};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let stay = json!({
        "stamped": true, "entry": { "first": "2025-06-30" }, "leave": { "kind": "days", "least": 30 },
    });
    vec![
        post("/cases/{case}/plan/stay", stay_of, "Keep how the person came in, and how long they were allowed to stay")
            .details(
                "Of it the days of overstay and the fine are counted; what is not known exactly is said as a range.",
            )
            .takes::<StayIs>(stay)
            .gives_nothing(),
    ]
}

/// A day, or a first and a last day that it may be.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DayOrDays")]
struct Days {
    first: As<Date>,
    /// The same day, where nothing is said.
    #[serde(default)]
    last: Option<As<Date>>,
}

impl Days {
    fn range(self) -> (Date, Date) {
        (self.first.0, self.last.map_or(self.first.0, |As(last)| last))
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StayIs {
    /// Whether a stamp was seen that says so.
    stamped: bool,
    #[serde(default)]
    entry: Option<Days>,
    #[serde(default)]
    leave: LeaveIs,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(rename = "LeaveToStay")]
enum LeaveIs {
    Until {
        first: As<Date>,
        #[serde(default)]
        last: Option<As<Date>>,
    },
    /// So many days from the entry on.
    Days {
        least: u16,
        #[serde(default)]
        most: Option<u16>,
    },
    /// There was none.
    None,
    #[default]
    Unknown,
}

impl LeaveIs {
    fn leave(self) -> Leave {
        match self {
            LeaveIs::Until { first, last } => {
                let (first, last) = Days { first, last }.range();
                Leave::Until(first, last)
            }
            LeaveIs::Days { least, most } => {
                let most = most.unwrap_or(least);
                Leave::Days { least: least.min(most), most: most.max(least) }
            }
            LeaveIs::None => Leave::None,
            LeaveIs::Unknown => Leave::Unknown,
        }
    }
}

fn stay_of(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: StayIs = visit.sent()?;
    let stay = Stay { stamped: said.stamped, entry: said.entry.map(Days::range), leave: said.leave.leave() };
    visit.command(|cx| plan::note_stay(cx, case, stay)).map_err(|fault| under("entry", fault))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
