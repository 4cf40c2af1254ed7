//! One case: all that the keys open of it, corrections, choices, company, and the card.

use super::arrivals::{PaperSaid, check_day, once_each};
use super::operation::{Operation, get, post};
use super::texted::As;
use super::value::Value;
use crate::fault::Fault;
use crate::pages::qr_of;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, CaseId, Consent, Country, Date, EventId, GroupId, Instant, Language, Sex, Sign, text};
use casework::attachments::Removal;
use casework::registry::{self, CaseView, Content, Earlier, Entry};
use casework::{Fact, Field, Origin};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use vault::Compartment;

pub fn operations() -> Vec<Operation> {
    let corrected = json!({ "birth": "2001-05", "because": "Her mother said so.", "keep_earlier": true });
    let event = "06dsab5kg1urr6di0on5sfqs18";
    vec![
        get("/cases/{case}", show, "Open a case")
            .details("All that the keys of this token open: what stands, and how it came to stand.")
            .gives(200, Case::sample()),
        post("/cases/{case}/facts", correct, "State or correct something of a person")
            .details("Earlier values stay in the history; with `keep_earlier` they stand beside the new one.")
            .takes::<Correction>(corrected)
            .gives(200, Case::sample()),
        post("/cases/{case}/choose", choose, "Choose between values that contradict each other")
            .takes::<Choice>(json!({ "field": "birth", "event": event }))
            .gives(200, Case::sample())
            .refuses(&[409]),
        post("/cases/{case}/group", join, "Say who came together")
            .takes::<Company>(json!({ "with": event }))
            .gives(200, Joined { group: As(GroupId::from_bytes([1; 16])) }),
        get("/cases/{case}/card", card, "What stands on the card to hand over").gives(200, Card::sample()),
    ]
}

#[derive(Serialize, JsonSchema)]
pub struct Case {
    case: As<CaseId>,
    code: String,
    opened: As<Instant>,
    /// The parts that are open.
    open: Vec<As<Compartment>>,
    fields: Vec<FieldOf>,
    /// Oldest first.
    timeline: Vec<Moment>,
}

#[derive(Serialize, JsonSchema)]
pub struct FieldOf {
    field: &'static str,
    compartment: As<Compartment>,
    /// Whether the values contradict each other.
    conflict: bool,
    /// Those that nobody has replaced, oldest first.
    values: Vec<Stated>,
}

#[derive(Serialize, JsonSchema)]
pub struct Stated {
    value: Value,
    event: As<EventId>,
}

#[derive(Serialize, JsonSchema)]
pub struct Moment {
    event: As<EventId>,
    at: As<Instant>,
    /// Who wrote it, by the name of the sign-in or of the integration.
    by: String,
    /// "registered", "stated", "attached", "attachment-removed", "not-open" or "erased".
    what: &'static str,
    /// The row of the list with which the person came.
    row: Option<u32>,
    because: Option<String>,
    changes: Vec<Changed>,
    /// The photo or scan that was added or removed.
    attachment: Option<As<EventId>>,
}

#[derive(Serialize, JsonSchema)]
pub struct Changed {
    field: &'static str,
    from: Vec<Value>,
    to: Value,
}

impl Case {
    fn of(view: &CaseView) -> Case {
        let field = |field: Field| FieldOf {
            field: field.key(),
            compartment: As(field.compartment()),
            conflict: view.facts.in_conflict(field),
            values: view
                .facts
                .current(field)
                .iter()
                .map(|held| Stated { value: Value::of(&held.fact), event: As(held.event) })
                .collect(),
        };
        Case {
            case: As(view.id),
            code: view.code.to_string(),
            opened: As(view.opened_at),
            open: view.open.iter().copied().map(As).collect(),
            fields: view.facts.fields().map(field).collect(),
            timeline: view.timeline.iter().map(Moment::of).collect(),
        }
    }

    fn sample() -> Case {
        let (at, event) = (Instant::from_millis(1_768_539_600_000), EventId::from_bytes([1; 16]));
        let place = || Value::Text("Kampot".to_owned());
        let values = vec![Stated { value: place(), event: As(event) }];
        let place_of = FieldOf { field: "place", compartment: As(Compartment::Journey), conflict: false, values };
        let moment = Moment {
            event: As(event),
            at: As(at),
            by: "sokha".to_owned(),
            what: "stated",
            row: None,
            because: None,
            changes: vec![Changed { field: "place", from: Vec::new(), to: place() }],
            attachment: None,
        };
        Case {
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            opened: As(at),
            open: vec![As(Compartment::Journey)],
            fields: vec![place_of],
            timeline: vec![moment],
        }
    }
}

impl Moment {
    fn of(entry: &Entry) -> Moment {
        let (what, row, because, changes) = match &entry.content {
            Content::Registered { origin: Origin::List { row }, changes } => {
                ("registered", Some(*row), None, &changes[..])
            }
            Content::Registered { origin: Origin::Card | Origin::Referral, changes } => {
                ("registered", None, None, &changes[..])
            }
            Content::Stated { changes, because } => ("stated", None, because.clone(), &changes[..]),
            Content::Attached(_) => ("attached", None, None, &[][..]),
            Content::AttachmentRemoved { because: Removal::Said(said), .. } => {
                ("attachment-removed", None, Some(said.clone()), &[][..])
            }
            Content::AttachmentRemoved { .. } => ("attachment-removed", None, None, &[][..]),
            Content::NotOpen(_) => ("not-open", None, None, &[][..]),
            Content::Erased => ("erased", None, None, &[][..]),
        };
        let changed = |change: &registry::Change| Changed {
            field: change.field.key(),
            from: change.from.iter().map(Value::of).collect(),
            to: Value::of(&change.to),
        };
        let changes = changes.iter().map(changed).collect();
        let attachment = match &entry.content {
            Content::Attached(_) => Some(As(entry.event)),
            Content::AttachmentRemoved { attachment, .. } => Some(As(*attachment)),
            _ => None,
        };
        let (event, at, by) = (As(entry.event), As(entry.at), entry.author.clone());
        Moment { event, at, by, what, row, because, changes, attachment }
    }
}

/// The case of the address. Ids of cases say nothing of anybody (docs/decisions/0010-addresses-of-cases.md).
pub(super) fn case_of(visit: &Visit) -> Result<CaseId, Fault> {
    visit.signed_in().ok_or(Fault::SignInNeeded)?;
    CaseId::read(visit.param("case")).ok_or(Fault::NotFound)
}

fn show(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    let view = visit.command(|cx| registry::view(cx, case))?;
    Ok(Json(Case::of(&view)).into_response())
}

/// What is stated now; a field that is left out stays as it is.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    #[serde(default)]
    names: Option<Vec<String>>,
    #[serde(default)]
    sex: Option<As<Sex>>,
    #[serde(default)]
    birth: Option<As<base::Birth>>,
    #[serde(default)]
    nationalities: Option<Vec<As<Country>>>,
    #[serde(default)]
    languages: Option<Vec<As<Language>>>,
    #[serde(default)]
    papers: Option<Vec<PaperSaid>>,
    #[serde(default)]
    contacts: Option<Vec<String>>,
    #[serde(default)]
    consent: Option<As<Consent>>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    entered: Option<As<Date>>,
    /// Each sign with whether it stands.
    #[serde(default)]
    signs: BTreeMap<As<Sign>, bool>,
    /// Remarks add up.
    #[serde(default)]
    remark: Option<String>,
    #[serde(default)]
    keep_earlier: bool,
    /// Why it is corrected.
    #[serde(default)]
    because: Option<String>,
}

impl Correction {
    fn facts(self, today: Date) -> Result<Vec<Fact>, Fault> {
        let lines = |field: &str, said: Vec<String>| -> Result<Vec<String>, Fault> {
            let lines: Vec<String> = said.iter().map(|said| text::line(said)).filter(|line| !line.is_empty()).collect();
            if lines.is_empty() { Err(Fault::wrong(field, "nothing stands in it")) } else { Ok(lines) }
        };
        let line = |field: &str, said: String| lines(field, vec![said]).map(|mut lines| lines.remove(0));
        if self.birth.as_ref().is_some_and(|As(birth)| !birth.is_plausible(today)) {
            return Err(Fault::wrong("birth", "nobody alive today was born then"));
        }
        let entered = self.entered.map(|As(day)| day);
        check_day("entered", entered, today)?;
        let facts = [
            self.names.map(|names| lines("names", names)).transpose()?.map(Fact::Names),
            self.sex.map(|As(sex)| Fact::Sex(sex)),
            self.birth.map(|As(birth)| Fact::Birth(birth)),
            self.nationalities.map(|countries| Fact::Nationalities(once_each(countries))),
            self.languages.map(|languages| Fact::Languages(once_each(languages))),
            self.papers.map(|papers| Fact::Papers(papers.into_iter().map(PaperSaid::paper).collect())),
            self.contacts.map(|contacts| lines("contacts", contacts)).transpose()?.map(Fact::Contacts),
            self.consent.map(|As(consent)| Fact::Consent(consent)),
            self.place.map(|place| line("place", place)).transpose()?.map(Fact::Place),
            entered.map(Fact::Entered),
            self.remark.and_then(|said| text::some_remark(&said)).map(Fact::Remark),
        ];
        let signs = self.signs.into_iter().map(|(As(sign), stands)| Fact::Sign(sign, stands));
        let facts: Vec<Fact> = facts.into_iter().flatten().chain(signs).collect();
        if facts.is_empty() { Err(Fault::wrong(".", "nothing is stated")) } else { Ok(facts) }
    }
}

fn correct(visit: &Visit) -> Answer {
    visit.permit(Action::Correct)?;
    let case = case_of(visit)?;
    let said: Correction = visit.sent()?;
    let earlier = if said.keep_earlier { Earlier::Kept } else { Earlier::Replaced };
    let because = said.because.as_deref().map(text::line).filter(|because| !because.is_empty());
    let facts = said.facts(visit.today())?;
    visit.command(|cx| registry::correct(cx, case, facts, earlier, because))?;
    show(visit)
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The field, or "signs" for all of them.
    field: String,
    /// The event that stated the value.
    event: As<EventId>,
}

fn choose(visit: &Visit) -> Answer {
    visit.permit(Action::Correct)?;
    let case = case_of(visit)?;
    let choice: Choice = visit.sent()?;
    let fields = crate::pages::cases::fields_of(&choice.field);
    if fields.is_empty() {
        return Err(Fault::wrong("field", "there is no such field to choose for"));
    }
    visit.command(|cx| registry::choose(cx, case, &fields, choice.event.0))?;
    show(visit)
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// The case of somebody who came along.
    with: As<CaseId>,
}

#[derive(Serialize, JsonSchema)]
pub struct Joined {
    group: As<GroupId>,
}

fn join(visit: &Visit) -> Answer {
    visit.permit(Action::Correct)?;
    let case = case_of(visit)?;
    let company: Company = visit.sent()?;
    if company.with.0 == case {
        return Err(Fault::wrong("with", "nobody comes along with themselves"));
    }
    let group = visit.command(|cx| registry::join(cx, case, company.with.0))?;
    Ok((StatusCode::OK, Json(Joined { group: As(group) })).into_response())
}

#[derive(Serialize, JsonSchema)]
pub struct Card {
    code: String,
    /// The code as a picture, in SVG.
    picture: String,
    /// The organisation's number, where one is set.
    phone: Option<String>,
}

impl Card {
    fn sample() -> Card {
        Card { code: "481 516 237".to_owned(), picture: "<svg …>".to_owned(), phone: None }
    }
}

fn card(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.command(|cx| cx.open(case, Action::PrintCard).map(|_| ()))?;
    let code = CaseCode::of(case);
    let picture = qr_of(&code.plain())?;
    Ok(Json(Card { code: code.to_string(), picture, phone: visit.app.options.phone.clone() }).into_response())
}
