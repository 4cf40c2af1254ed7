//! What leads a person out, for programs.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::said_of_referrals::How;
use super::texted::As;
use super::under;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Country, Date, Language};
use casework::plan::{self, Circumstance, Course, Custody, End, Happened, Outcome, Reached, Safety, StepSaid, View};
use pathway::pack::Shipped;
use pathway::{Contact, Known, Owner, Prospect, State, Warning, Way, Why};
use schemars::JsonSchema;
use screening::When;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    vec![
        get("/cases/{case}/plan", show, "What leads a person out, and what it waits for")
            .details("Computed of what is known at this moment and of the country's pack; nothing of it is kept.")
            .gives(200, PlanOf::sample()),
        post("/cases/{case}/plan/steps", step, "Note how far a step is")
            .takes::<StepIs>(json!({ "step": "R02", "reached": "waiting", "owner": "mission", "on": "2026-02-03" }))
            .gives_nothing(),
        post("/cases/{case}/plan/safety", safety, "Keep what came of the safety check")
            .details("What a person fears for themselves ends when they say so. A warning of the pack is weighed by a named person, on the pages.")
            .takes::<Checked>(json!({ "clear": true, "warnings": ["asks-for-asylum"] }))
            .gives_nothing(),
        post("/cases/{case}/plan/consents", agree, "Keep what the person said when asked whether somebody may be told")
            .details("Which state's mission is meant follows from the case. Each kind of recipient is shown what it needs.")
            .takes::<Asked>(json!({ "contact": "mission", "given": "spoken", "safe": true, "agreed": true }))
            .gives_nothing(),
        post("/cases/{case}/plan/way", choose, "Keep the way that the person chooses, or that they chose none")
            .takes::<Chosen>(json!({ "way": "self-paid", "words": "Her brother pays." }))
            .gives_nothing(),
        post("/cases/{case}/plan/circumstances", circumstance, "Keep whether something holds that lets a step be left out")
            .takes::<Stated>(json!({ "known": "fine-waived", "holds": true }))
            .gives_nothing(),
        post("/cases/{case}/custody", custody, "Note an arrest, an inspection, a release")
            .takes::<Held>(json!({ "what": "detained", "when": "2026-02-01", "place": "Invented office" }))
            .gives_nothing(),
        post("/cases/{case}/outcomes", outcome, "Note how it ended, or how the person is afterwards")
            .takes::<Ended>(json!({ "what": "departed", "on": "2026-03-01", "way": "self-paid" }))
            .gives_nothing(),
    ]
}

#[derive(Serialize, JsonSchema)]
pub struct PlanOf {
    /// The folder of the pack whose steps these are.
    pack: String,
    way: As<Way>,
    /// "chosen", "proposed" or "imposed".
    taken: &'static str,
    /// "ended", "open" or "closed".
    prospect: &'static str,
    /// The day it ended, or is expected to.
    expected: Option<As<Date>>,
    /// At the worst.
    worst: Option<As<Date>>,
    /// The step that everything else waits for.
    waits_for: Option<String>,
    /// What can be begun now.
    next: Vec<String>,
    paused_since: Option<As<Date>>,
    warnings: Vec<As<Warning>>,
    /// What is known of the responsible mission.
    reach: &'static str,
    least_days_of_overstay: u32,
    most_days_of_overstay: Option<u32>,
    steps: Vec<StepOf>,
}

#[derive(Serialize, JsonSchema)]
pub struct StepOf {
    step: String,
    title: String,
    owner: As<Owner>,
    /// "done", "skipped", "ready", "begun", "waiting" or "blocked".
    state: &'static str,
    start: Option<As<Date>>,
    expected: Option<As<Date>>,
    worst: Option<As<Date>>,
    /// Why it is blocked, as stable words.
    why: Vec<&'static str>,
}

impl PlanOf {
    fn of(pack: &Shipped, view: &View) -> PlanOf {
        let plan = &view.plan;
        let id = |step: &pathway::StepNo| pack.pack.step(*step).id.clone();
        let (prospect, expected, worst) = match &plan.prospect {
            Prospect::Ended { on } => ("ended", Some(*on), None),
            Prospect::Open { expected, worst } => ("open", Some(*expected), Some(*worst)),
            Prospect::Closed(_) => ("closed", None, None),
        };
        PlanOf {
            pack: pack.id.to_owned(),
            way: As(plan.way),
            taken: plan.taken.key(),
            prospect,
            expected: expected.map(As),
            worst: worst.map(As),
            waits_for: plan.waits_for.as_ref().map(id),
            next: plan.next.iter().map(id).collect(),
            paused_since: plan.paused_since.map(As),
            warnings: plan.warnings.iter().map(As).collect(),
            reach: view.route.reach.key(),
            least_days_of_overstay: view.overstay.least_days,
            most_days_of_overstay: view.overstay.most_days,
            steps: plan.steps.iter().map(|one| StepOf::of(pack, one)).collect(),
        }
    }

    fn sample() -> PlanOf {
        let day = |text: &str| text.parse().ok().map(As);
        PlanOf {
            pack: "khm".to_owned(),
            way: As(Way::ReturnWithHelp),
            taken: "proposed",
            prospect: "open",
            expected: day("2026-04-02"),
            worst: day("2026-07-12"),
            waits_for: Some("R00".to_owned()),
            next: vec!["R00".to_owned()],
            paused_since: None,
            warnings: Vec::new(),
            reach: "covering",
            least_days_of_overstay: 0,
            most_days_of_overstay: None,
            steps: vec![StepOf {
                step: "R02".to_owned(),
                title: "Mission told, appointment made".to_owned(),
                owner: As(Owner::Mission),
                state: "blocked",
                start: day("2026-02-04"),
                expected: day("2026-02-07"),
                worst: day("2026-02-25"),
                why: vec!["safety-not-checked", "not-asked"],
            }],
        }
    }
}

impl StepOf {
    fn of(pack: &Shipped, one: &pathway::Planned) -> StepOf {
        let step = pack.pack.step(one.step);
        let why = match &one.state {
            State::Blocked(whys) => whys.iter().map(|why: &Why| why.key()).collect(),
            _ => Vec::new(),
        };
        StepOf {
            step: step.id.clone(),
            title: step.title.clone(),
            owner: As(one.owner),
            state: one.state.key(),
            start: one.when.map(|when| As(when.start)),
            expected: one.when.map(|when| As(when.expected)),
            worst: one.when.map(|when| As(when.worst)),
            why,
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepIs {
    /// The step's word in the pack.
    step: String,
    /// "not-begun", "begun", "waiting", "done", "refused" or "failed".
    reached: String,
    /// For whom it waits.
    #[serde(default)]
    owner: Option<As<Owner>>,
    /// Today, where nothing is said.
    #[serde(default)]
    on: Option<As<Date>>,
    /// When it began, where that is known.
    #[serde(default)]
    begun: Option<As<Date>>,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checked {
    clear: bool,
    #[serde(default)]
    warnings: Vec<As<Warning>>,
    /// Of several nationalities, the one whose mission may be asked.
    #[serde(default)]
    mission: Option<As<Country>>,
    #[serde(default)]
    guardian: Option<String>,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ContactAsked")]
pub struct Asked {
    contact: As<Contact>,
    agreed: bool,
    given: As<How>,
    /// Who the guardian is, or who decided for a child.
    #[serde(default)]
    guardian: Option<String>,
    /// Why it is in the child's best interests.
    #[serde(default)]
    best_interests: Option<String>,
    #[serde(default)]
    language: Option<As<Language>>,
    /// The person was asked in private whether contact could be dangerous, and said that it is safe.
    #[serde(default)]
    safe: bool,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    #[serde(default)]
    way: Option<As<Way>>,
    #[serde(default)]
    words: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    known: As<Known>,
    holds: bool,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CustodyNoted")]
pub struct Held {
    what: As<Happened>,
    #[serde(default)]
    when: Option<As<When>>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "OutcomeNoted")]
pub struct Ended {
    what: As<End>,
    #[serde(default)]
    on: Option<As<Date>>,
    #[serde(default)]
    way: Option<As<Way>>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    note: Option<String>,
}

fn show(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let pack = visit.app.pack();
    let durations = crate::pages::plan::durations(visit)?;
    let view = visit.command(|cx| plan::read(cx, pack, &durations, case))?;
    Ok(Json(PlanOf::of(pack, &view)).into_response())
}

fn step(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: StepIs = visit.sent()?;
    let reached = reached(&said.reached, said.owner)?;
    let pack = visit.app.pack();
    known_step(pack, &said.step)?;
    let on = said.on.map_or_else(|| visit.today(), |As(day)| day);
    let begun = said.begun.map(|As(day)| day);
    let said = StepSaid { pack: pack.id.to_owned(), step: said.step, reached, begun, on, note: said.note };
    done(visit.command(|cx| plan::note_step(cx, pack, case, said).map(drop)), "on")
}

/// How far a step is, of its word and of whom it waits for.
pub(super) fn reached(word: &str, owner: Option<As<Owner>>) -> Result<Reached, Fault> {
    match (word, owner) {
        ("not-begun", _) => Ok(Reached::NotBegun),
        ("begun", _) => Ok(Reached::Begun),
        ("done", _) => Ok(Reached::Done),
        ("refused", _) => Ok(Reached::Refused),
        ("failed", _) => Ok(Reached::Failed),
        ("waiting", Some(As(owner))) => Ok(Reached::WaitingFor(owner)),
        ("waiting", None) => Err(Fault::wrong("owner", "it is to say for whom the step waits")),
        _ => Err(Fault::wrong("reached", "it is to be one of not-begun, begun, waiting, done, refused, failed")),
    }
}

/// Refuses the word of a step that the pack does not have.
pub(super) fn known_step(pack: &Shipped, step: &str) -> Result<(), Fault> {
    let known = pack.pack.step_no(step).map(drop);
    known.ok_or_else(|| Fault::wrong("step", "it is to be the word of a step of the pack"))
}

fn safety(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Checked = visit.sent()?;
    let safety = Safety {
        clear: said.clear,
        warnings: said.warnings.into_iter().map(|As(warning)| warning).collect(),
        weighed: Vec::new(),
        mission: said.mission.map(|As(country)| country),
        guardian: said.guardian,
        note: said.note,
    };
    done(visit.command(|cx| plan::check_safety(cx, case, safety)), "warnings")
}

fn agree(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Refer)?;
    let said: Asked = visit.sent()?;
    let given = said.given.0.of(said.guardian.unwrap_or_default(), said.best_interests.unwrap_or_default());
    let (contact, language) = (said.contact.0, said.language.map(|As(language)| language));
    let (pack, asked) = (visit.app.pack(), (given, language, said.safe, said.agreed));
    done(visit.command(|cx| plan::agree(cx, pack, case, contact, asked)), "contact")
}

fn choose(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Chosen = visit.sent()?;
    let course = Course { way: said.way.map(|As(way)| way), words: said.words };
    done(visit.command(|cx| plan::choose(cx, case, course)), "way")
}

fn circumstance(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Stated = visit.sent()?;
    let one = Circumstance { known: said.known.0, holds: said.holds };
    done(visit.command(|cx| plan::note_circumstance(cx, case, one)), "known")
}

fn custody(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Held = visit.sent()?;
    let when = said.when.map_or(When::Unknown, |As(when)| when);
    let custody = Custody { what: said.what.0, when, place: said.place, by: said.by, note: said.note };
    done(visit.command(|cx| plan::note_custody(cx, case, custody)), "when")
}

fn outcome(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Ended = visit.sent()?;
    let on = said.on.map_or_else(|| visit.today(), |As(day)| day);
    let way = said.way.map(|As(way)| way);
    let outcome = Outcome { what: said.what.0, on, way, by: said.by, note: said.note };
    done(visit.command(|cx| plan::note_outcome(cx, case, outcome)), "on")
}

/// Nothing to say where it went well; a sentence about the field where it cannot be.
fn done(done: Result<(), Fault>, field: &str) -> Answer {
    done.map_err(|fault| under(field, fault))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
