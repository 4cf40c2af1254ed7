//! What a plan rests on beside its steps: how the person came in, and whom they agree to have told.

use super::cases::case_of;
use super::operation::{Operation, post};
use super::said_of_referrals::How;
use super::texted::As;
use super::under;
use crate::routes::Answer;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Date, Language};
use casework::consent::Given;
use casework::plan::{self, Leave, Stay};
use pathway::{Contact, Durations};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let stay = json!({
        "stamped": true, "entry": { "first": "2025-06-30" }, "leave": { "kind": "days", "least": 30 },
    });
    let agreed = json!({ "to": "mission", "agreed": true, "given": "spoken", "language": "sw", "safe": true });
    vec![
        post("/cases/{case}/plan/stay", stay_of, "Keep how the person came in, and how long they were allowed to stay")
            .details(
                "Of it the days of overstay and the fine are counted; what is not known exactly is said as a range.",
            )
            .takes::<StayIs>(stay)
            .gives_nothing(),
        post("/cases/{case}/plan/agreed", agree, "Keep whether the person agrees to somebody being told")
            .details("Whose mission is meant follows from the case. Help never depends on it.")
            .takes::<Agreed>(agreed)
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

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AgreedToTell")]
struct Agreed {
    to: As<Contact>,
    agreed: bool,
    given: As<How>,
    /// Who the guardian is, or who decided for a child.
    #[serde(default)]
    guardian: Option<String>,
    /// Why it is in the child's best interests.
    #[serde(default)]
    best_interests: Option<String>,
    /// In which language the person was asked.
    #[serde(default)]
    language: Option<As<Language>>,
    /// Whether they were asked in private, without anybody they fear.
    #[serde(default)]
    safe: bool,
}

fn agree(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Refer)?;
    let said: Agreed = visit.sent()?;
    let (who, best_interests) = (said.guardian.unwrap_or_default(), said.best_interests.unwrap_or_default());
    let given = match said.given.0 {
        How::Spoken => Given::Spoken,
        How::Signed => Given::Signed,
        How::Guardian => Given::Guardian { guardian: who, best_interests },
        How::BestInterests => Given::BestInterests { decided_by: who, best_interests },
    };
    let (to, language, pack) = (said.to.0, said.language.map(|As(language)| language), visit.app.pack());
    let kept = visit.command(|cx| {
        let view = plan::read(cx, pack, &Durations::of_pack(&pack.pack), case)?;
        let mission = view.situation.standing.mission;
        if to == Contact::Mission && mission.is_none() {
            return Err(AccessError::Unfit("Which mission it is must be settled first: look at the nationality."));
        }
        plan::agree_to(cx, case, to, mission, (given, language, said.safe, said.agreed))
    });
    kept.map_err(|fault| under("to", fault))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
