//! What whoever runs the machine may see of it: figures, lines of a log, and whether it is ready.
//!
//! Nothing that came with a request can get into either: a label or a field is a number, a word of the program, or
//! the template of a route as the router holds it. There is no way to put in a text of any other origin.

mod listen;
pub mod log;
pub mod metrics;
mod text;

#[cfg(test)]
mod tests;

pub use listen::listen;
pub use log::{Level, Log, Style};

use crate::app::App;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use metrics::Figures;
use rand_core::CryptoRng;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The eyes of whoever runs the machine. The default sees and says nothing.
#[derive(Default)]
pub struct Watch {
    /// Where figures are asked for; never where the pages are.
    pub address: Option<SocketAddr>,
    pub log: Arc<Log>,
    pub instruments: Instruments,
    pub figures: Figures,
}

/// What is measured outside of the program; handed in by whoever starts the server.
#[derive(Clone, Copy)]
pub struct Instruments {
    /// Time since some moment; it never goes back.
    pub stopwatch: fn() -> Duration,
    /// What the system says of this process, and of the disk on which the folder lies.
    pub machine: fn(&Path) -> Machine,
}

impl Default for Instruments {
    fn default() -> Self {
        Self { stopwatch: || Duration::ZERO, machine: |_| Machine::default() }
    }
}

/// In bytes, and in numbers of files; `None` where the system does not say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Machine {
    pub disk_free: Option<u64>,
    pub disk_size: Option<u64>,
    pub resident: Option<u64>,
    pub open_files: Option<u64>,
}

/// Goes round every request: gives it a number, counts it, times it, and writes its line.
pub async fn around(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let watch = &app.options.watch;
    let (verb, route) = (Verb::of(request.method()), Template::of(&request));
    let number = RequestId::draw(&mut *app.rng());
    request.extensions_mut().insert(number);
    let begun = (watch.instruments.stopwatch)();
    let mut response = next.run(request).await;
    let took = (watch.instruments.stopwatch)().saturating_sub(begun);
    let fault = response.extensions().get::<Fell>().map(|fell| fell.0);
    let answered = Answered { number, verb, route, status: response.status().as_u16(), took, fault };
    response.headers_mut().insert(NUMBER_HEADER, number.header());
    watch.figures.count(&answered);
    watch.log.answered(app.now(), &answered);
    response
}

/// What is known of a request once it is answered.
pub struct Answered {
    pub number: RequestId,
    pub verb: Verb,
    pub route: Template,
    pub status: u16,
    pub took: Duration,
    /// The stable word for what went wrong.
    pub fault: Option<&'static str>,
}

/// A mark on an answer: the stable word for what went wrong.
#[derive(Clone, Copy)]
pub struct Fell(pub &'static str);

impl Fell {
    /// Marks an answer, so that it is counted and its line says why.
    pub fn mark(key: &'static str, mut answer: Response) -> Response {
        answer.extensions_mut().insert(Fell(key));
        answer
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    Get,
    Post,
    Other,
}

impl Verb {
    fn of(method: &Method) -> Self {
        match *method {
            Method::GET | Method::HEAD => Verb::Get,
            Method::POST => Verb::Post,
            _ => Verb::Other,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Verb::Get => "get",
            Verb::Post => "post",
            Verb::Other => "other",
        }
    }
}

/// A route as the router holds it, "/case/{handle}": never the path that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Template(&'static str);

impl Template {
    /// What no route fits.
    pub const NOWHERE: Template = Template("nowhere");

    fn of(request: &Request) -> Self {
        static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
        let Some(matched) = request.extensions().get::<MatchedPath>() else { return Self::NOWHERE };
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(template) = known.get(matched.as_str()) {
            return Template(template);
        }
        // There are as many as there are routes, each kept once for as long as the program runs.
        let template: &'static str = Box::leak(matched.as_str().into());
        known.insert(template);
        Template(template)
    }

    pub fn word(self) -> &'static str {
        self.0
    }
}

/// A number that finds the line of one request; it is drawn by chance and says nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RequestId(u64);

const NUMBER_HEADER: HeaderName = HeaderName::from_static("x-request-id");

impl RequestId {
    /// Twelve digits: they can be said on the telephone in every language.
    fn draw(rng: &mut dyn CryptoRng) -> Self {
        let mut bytes = [0; 8];
        rng.fill_bytes(&mut bytes);
        Self(u64::from_be_bytes(bytes) % 1_000_000_000_000)
    }

    fn header(self) -> HeaderValue {
        HeaderValue::try_from(self.to_string()).expect("digits and hyphens are a header")
    }
}

impl std::fmt::Display for RequestId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part = |by: u64| self.0 / by % 10_000;
        write!(f, "{:04}-{:04}-{:04}", part(100_000_000), part(10_000), part(1))
    }
}
