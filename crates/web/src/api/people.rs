//! People: searched for, saved searches, and lists to take away. What is searched for is sent in the body, so that
//! no address ever holds a name.

use super::operation::{Operation, delete, get, post};
use super::paging::{Page, cursor, place, within};
use super::texted::As;
use crate::fault::Fault;
use crate::pages::people::{CSV, XLSX, exported};
use crate::routes::Answer;
use crate::search::Search;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Consent, Country, Date, GroupId, Instant, Language, PaperKind, PaperStatus, Sex, Sign, text};
use casework::desk::{Line, fresh};
use casework::registry::filters;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

const MOST: usize = 500;

pub fn operations() -> Vec<Operation> {
    let wanted = json!({ "find": "hanna", "nationality": "ETH", "sort": "newest", "take": 50 });
    let saved = json!({ "name": "Minors in Poipet", "search": { "place": "Poipet", "minor": true } });
    vec![
        post("/people/search", search, "Search for people")
            .details(
                "Every part that is given must fit. `next` is stable: people who are registered meanwhile, or change \
                 their place in the order, make nobody be left out who stays where they are.",
            )
            .takes::<Wanted>(wanted)
            .gives(200, Page { items: vec![Person::sample()], next: Some(cursor("50/06dsab5kg1urr6di0on5sfqs18")) })
            .refuses(&[503]),
        post("/people/export", export, "Take people away as a file")
            .takes::<Export>(json!({ "search": { "nationality": "ETH" }, "format": "xlsx" }))
            .gives_file(&[CSV, XLSX])
            .refuses(&[503]),
        get("/filters", saved_filters, "Saved searches").gives(200, Page::whole(vec![Filter::sample()])),
        post("/filters", save_filter, "Save a search").takes::<NewFilter>(saved).gives(201, Filter::sample()),
        delete("/filters/{filter}", delete_filter, "Delete a saved search").gives_nothing(),
    ]
}

/// A search and which page of it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    #[serde(default)]
    find: String,
    #[serde(default)]
    nationality: Option<As<Country>>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    sign: Option<As<Sign>>,
    #[serde(default)]
    urgent: bool,
    #[serde(default)]
    minor: bool,
    #[serde(default)]
    since: Option<As<Date>>,
    #[serde(default)]
    until: Option<As<Date>>,
    #[serde(default)]
    arrived: Option<As<Date>>,
    #[serde(default)]
    sort: Option<As<casework::desk::Sort>>,
    /// `next` of the page before.
    #[serde(default)]
    cursor: Option<String>,
    #[serde(default)]
    #[schemars(range(min = 1, max = 500))]
    take: Option<usize>,
}

/// One line of the list, as far as the keys open it.
#[derive(Serialize, JsonSchema)]
pub struct Person {
    pub case: As<CaseId>,
    pub code: String,
    pub registered: As<Instant>,
    /// The day the person came.
    pub arrived: As<Date>,
    pub names: Vec<String>,
    pub sex: Option<As<Sex>>,
    pub birth: Option<As<base::Birth>>,
    pub nationalities: Vec<As<Country>>,
    pub languages: Vec<As<Language>>,
    pub papers: Vec<PaperOf>,
    pub contacts: Vec<String>,
    pub consent: As<Consent>,
    pub group: Option<As<GroupId>>,
    pub place: Option<String>,
    /// Under 18 also when only the birth says so, or leaves it in doubt.
    pub signs: Vec<As<Sign>>,
    /// Whether values stand that contradict each other.
    pub conflict: bool,
}

#[derive(Serialize, JsonSchema)]
pub struct PaperOf {
    pub kind: As<PaperKind>,
    pub status: As<PaperStatus>,
    pub number: Option<String>,
}

impl PaperOf {
    pub fn of(paper: &base::Paper) -> PaperOf {
        PaperOf { kind: As(paper.kind), status: As(paper.status), number: paper.number.clone() }
    }
}

impl Person {
    fn of(line: &Line, today: Date) -> Person {
        Person {
            case: As(line.case),
            code: line.code.to_string(),
            registered: As(line.opened_at),
            arrived: As(line.arrived()),
            names: line.names.to_vec(),
            sex: line.sex.map(As),
            birth: line.birth.clone().map(As),
            nationalities: line.nationalities.iter().copied().map(As).collect(),
            languages: line.languages.iter().copied().map(As).collect(),
            papers: line.papers.iter().map(PaperOf::of).collect(),
            contacts: line.contacts.to_vec(),
            consent: As(line.consent),
            group: line.group.map(As),
            place: line.place.as_deref().map(str::to_owned),
            signs: line.signs(today).into_iter().map(As).collect(),
            conflict: line.conflict,
        }
    }

    fn sample() -> Person {
        let at = Instant::from_millis(1_768_539_600_000);
        Person {
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            registered: As(at),
            arrived: As(at.local_date()),
            names: vec!["ሐና ተስፋዬ".to_owned(), "Hanna Tesfaye".to_owned()],
            sex: Some(As(Sex::Female)),
            birth: base::Birth::read("2001-05-17").map(As),
            nationalities: Country::from_iso3("ETH").into_iter().map(As).collect(),
            languages: Language::from_code("am").into_iter().map(As).collect(),
            papers: vec![PaperOf { kind: As(PaperKind::Passport), status: As(PaperStatus::Taken), number: None }],
            contacts: vec!["+855 00 000 101".to_owned()],
            consent: As(Consent::Spoken),
            group: None,
            place: Some("Kampot".to_owned()),
            signs: vec![As(Sign::Hurt)],
            conflict: false,
        }
    }
}

/// What is shown is on the record before it is shown.
fn search(visit: &Visit) -> Answer {
    visit.permit(Action::FindPeople)?;
    let wanted: Wanted = visit.sent()?;
    let take = wanted.take.map_or(Ok(50), |take| within(Some(take), MOST))?;
    let last = place(wanted.cursor.as_deref().unwrap_or_default(), |place| {
        let (stood, case) = place.split_once('/')?;
        Some((CaseId::read(case)?, stood.parse::<usize>().ok()?))
    })?;
    let search = wanted.search();
    let today = visit.today();
    let (total, items) = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        let (total, lines) = desk.after(&search.query(), last, take, today);
        (total, lines.into_iter().map(|line| Person::of(line, today)).collect::<Vec<_>>())
    })?;
    visit.command(|cx| cx.note_list(Action::FindPeople, items.len()))?;
    let shown = last.map_or(0, |(_, stood)| stood) + items.len();
    let more = items.len() == take && shown < total;
    let next = items.last().filter(|_| more).map(|person| cursor(&format!("{shown}/{}", person.case.0)));
    Ok(Json(Page { items, next }).into_response())
}

impl Wanted {
    fn search(self) -> Search {
        Search {
            find: self.find,
            nationality: self.nationality,
            place: self.place,
            sign: self.sign,
            urgent: self.urgent,
            minor: self.minor,
            since: self.since,
            until: self.until,
            arrived: self.arrived,
            sort: self.sort,
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Export {
    #[serde(default)]
    search: Search,
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Csv,
    Xlsx,
}

fn export(visit: &Visit) -> Answer {
    visit.permit(Action::Export)?;
    let wanted: Export = visit.sent()?;
    exported(visit, &wanted.search, wanted.format == Format::Xlsx)
}

#[derive(Serialize, JsonSchema)]
pub struct Filter {
    id: String,
    name: String,
    search: Search,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFilter {
    name: String,
    search: Search,
}

impl Filter {
    fn sample() -> Filter {
        let search = Search { place: Some("Poipet".to_owned()), minor: true, ..Search::default() };
        Filter { id: "06dsab5kg1urr6di0on5sfqs18".to_owned(), name: "Minors in Poipet".to_owned(), search }
    }
}

fn saved_filters(visit: &Visit) -> Answer {
    visit.permit(Action::FindPeople)?;
    let saved = visit.command(filters::of_member)?;
    let filter =
        |saved: filters::SavedFilter| Filter { id: saved.id, name: saved.name, search: Search::of_pairs(&saved.pairs) };
    Ok(Json(Page::whole(saved.into_iter().map(filter).collect())).into_response())
}

fn save_filter(visit: &Visit) -> Answer {
    visit.permit(Action::FindPeople)?;
    let new: NewFilter = visit.sent()?;
    let name = text::line(&new.name);
    if name.is_empty() {
        return Err(Fault::wrong("name", "a name is needed"));
    }
    let id = visit.command(|cx| filters::save(cx, name.clone(), new.search.pairs()))?;
    Ok((StatusCode::CREATED, Json(Filter { id, name, search: new.search })).into_response())
}

fn delete_filter(visit: &Visit) -> Answer {
    visit.permit(Action::FindPeople)?;
    match visit.command(|cx| filters::delete(cx, visit.param("filter")))? {
        true => Ok(StatusCode::NO_CONTENT.into_response()),
        false => Err(Fault::NotFound),
    }
}
