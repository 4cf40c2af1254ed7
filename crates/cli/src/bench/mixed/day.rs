//! What one person does all day.

use crate::bench::import::list;
use crate::bench::office::varied;
use crate::bench::wire::{Answer, Visitor, Wire};
use crate::edge::{self, timed};
use crate::people::Invented;
use access::Role;
use papers::table;
use rand_core::Rng;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Search,
    ListPage,
    OpenCase,
    NewCard,
    Register,
    Correct,
    Export,
    BringList,
    ReadLog,
}

impl Kind {
    pub const ALL: [Kind; 9] = [
        Kind::Search,
        Kind::ListPage,
        Kind::OpenCase,
        Kind::NewCard,
        Kind::Register,
        Kind::Correct,
        Kind::Export,
        Kind::BringList,
        Kind::ReadLog,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Search => "search",
            Kind::ListPage => "list page",
            Kind::OpenCase => "open a case",
            Kind::NewCard => "empty card",
            Kind::Register => "register",
            Kind::Correct => "correct",
            Kind::Export => "export of a search",
            Kind::BringList => "bring a list of 100",
            Kind::ReadLog => "read the log",
        }
    }
}

/// One request, how long it took, and what was wrong with its answer.
pub struct Done {
    pub kind: Kind,
    pub millis: f64,
    pub wrong: Option<String>,
}

pub struct Day<'d> {
    pub n: usize,
    pub wire: Wire,
    pub visitor: Visitor,
    /// A program's sign-in, for whoever brings lists.
    pub courier: Option<Visitor>,
    pub role: Role,
    pub people: &'d [Invented],
    pub cases: usize,
    /// The longest time to think, in milliseconds.
    pub think: u64,
}

const ROWS: usize = 100;

impl Day<'_> {
    /// Works until somebody says stop.
    pub fn until(mut self, stop: &AtomicBool) -> Vec<Done> {
        let (mut done, mut handles) = (Vec::new(), Vec::new());
        for turn in 0.. {
            self.think_unless(stop);
            if stop.load(Relaxed) {
                break;
            }
            let kind = self.next(turn, &handles);
            let request = self.request(kind, turn, &handles);
            let (answer, seconds) = timed(|| self.wire.ask(&request));
            let wrong = match &answer {
                Ok(answer) => wrong_with(kind, answer),
                Err(error) => Some(error.to_string()),
            };
            if let (Ok(answer), Kind::Search | Kind::ListPage) = (&answer, kind) {
                handles = cases_on(&answer.text());
            }
            let lost = answer.is_err();
            done.push(Done { kind, millis: seconds * 1e3, wrong });
            if lost {
                break;
            }
        }
        done
    }

    /// In steps, so that nobody has to be waited for at the end.
    fn think_unless(&self, stop: &AtomicBool) {
        let mut left = edge::rng().next_u64() % self.think.max(1);
        while left > 0 && !stop.load(Relaxed) {
            let step = left.min(250);
            crate::bench::leave_alone(Duration::from_millis(step));
            left -= step;
        }
    }

    /// What this role does next: mostly looking, now and then writing, seldom something long.
    fn next(&self, turn: usize, handles: &[String]) -> Kind {
        let dice = edge::rng().next_u64() % 200;
        if self.courier.is_some() && turn % 12 == 5 {
            return Kind::BringList;
        }
        let wanted = match (self.role, dice) {
            (Role::Auditor, _) => Kind::ReadLog,
            (Role::Outreach, 0..100) => Kind::Register,
            (Role::Outreach, 100..150) => Kind::NewCard,
            (_, 0..60) => Kind::Search,
            (_, 60..100) => Kind::ListPage,
            (_, 100..160) => Kind::OpenCase,
            (_, 160..180) if self.role != Role::ProtectionOfficer => Kind::Register,
            (Role::Caseworker, 180..198) => Kind::Correct,
            (Role::Caseworker, _) => Kind::Export,
            _ => Kind::Search,
        };
        match wanted {
            Kind::OpenCase | Kind::Correct if handles.is_empty() => Kind::ListPage,
            wanted => wanted,
        }
    }

    fn request(&self, kind: Kind, turn: usize, handles: &[String]) -> Vec<u8> {
        let chosen = edge::rng().next_u64() as usize;
        let some = varied(self.people, chosen % self.cases.max(1));
        let name = some.names.first().map_or("", String::as_str);
        let handle = if handles.is_empty() { "" } else { handles[chosen % handles.len()].as_str() };
        match kind {
            Kind::Search => {
                let part: String = name.chars().take(if chosen.is_multiple_of(3) { 4 } else { 60 }).collect();
                self.visitor.post("/people", &[("find", &part), ("sort", "newest")])
            }
            Kind::ListPage => {
                self.visitor.post("/people", &[("sort", "newest"), ("page", &(1 + chosen % 20).to_string())])
            }
            Kind::OpenCase => self.visitor.get(&format!("/case/{handle}")),
            Kind::NewCard => self.visitor.get("/arrivals/new"),
            Kind::Register => {
                let place = some.place.as_deref().unwrap_or("Kampot");
                let contact = format!("+8559{:07}", chosen % 10_000_000);
                let form = [("name", name), ("consent", "spoken"), ("place", place), ("contact", &contact)];
                self.visitor.post("/arrivals", &form)
            }
            Kind::Correct => {
                let place = if turn.is_multiple_of(2) { "Poipet" } else { "Bavet" };
                self.visitor.post(&format!("/case/{handle}/correct/place"), &[("place", place)])
            }
            Kind::Export => self.visitor.post("/people/export", &[("find", name), ("format", "csv")]),
            Kind::BringList => {
                let people: Vec<Invented> = invented_from(self.people, chosen);
                let bytes = table::csv(&list(&people, ROWS));
                let path = format!("/api/v1/lists?sender=Desk%20{}&new_list=1", self.n);
                let courier = self.courier.as_ref().unwrap_or(&self.visitor);
                courier.request("POST", &path, "application/octet-stream", &bytes)
            }
            Kind::ReadLog => self.visitor.get("/log"),
        }
    }
}

/// Others each time, so that no list is the one brought before.
fn invented_from(people: &[Invented], chosen: usize) -> Vec<Invented> {
    let begin = chosen % people.len();
    people[begin..].iter().chain(&people[..begin]).map(Invented::clone).collect()
}

fn wrong_with(kind: Kind, answer: &Answer) -> Option<String> {
    let location = answer.header("location").unwrap_or_default();
    let fits = match kind {
        Kind::Register => answer.status == 303 && location == "/arrivals/done",
        Kind::Correct => answer.status == 303 && location.starts_with("/case/"),
        Kind::BringList => answer.status == 202,
        _ => answer.status == 200,
    };
    (!fits).then(|| format!("{} {location}", answer.status))
}

/// The cases that a list links to.
fn cases_on(page: &str) -> Vec<String> {
    let after = page.split("\"/case/").skip(1);
    let mut found: Vec<String> = after.filter_map(|rest| Some(rest.split(['"', '/']).next()?.to_owned())).collect();
    found.dedup();
    found
}
