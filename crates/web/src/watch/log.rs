//! One line for each event, on standard error.
//!
//! A line never holds an address, a path, a question, a name or a case, nor anything else that somebody typed:
//! its parts are numbers, words of the program, and errors of the machine, which name none of these.

use super::{Answered, RequestId};
use access::AccessError;
use base::Instant;
use serde::Serialize;
use std::io::Write;
use std::net::SocketAddr;
use std::panic::Location;
use std::sync::{Mutex, PoisonError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// For people in front of a terminal.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Info,
    /// Somebody was told that something is not so; the machine is well.
    Warn,
    /// The machine failed.
    Error,
}

/// Where lines go. The default writes none.
#[derive(Default)]
pub struct Log(Option<Pen>);

struct Pen {
    style: Style,
    least: Level,
    to: Mutex<Box<dyn Write + Send>>,
}

#[derive(Serialize)]
struct Line {
    time: String,
    level: Level,
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<&'static str>,
    /// The machine's own error, or a place in the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

impl Log {
    /// Writes what is at least so grave.
    pub fn new(style: Style, least: Level, to: Box<dyn Write + Send>) -> Self {
        Self(Some(Pen { style, least, to: Mutex::new(to) }))
    }

    pub(super) fn answered(&self, now: Instant, answered: &Answered) {
        let level = match answered.status {
            500.. => Level::Error,
            400.. => Level::Warn,
            _ => Level::Info,
        };
        self.write(level, || Line {
            method: Some(answered.verb.word()),
            route: Some(answered.route.word()),
            status: Some(answered.status),
            ms: Some(answered.took.as_micros() as f64 / 1000.0),
            request: Some(answered.number.to_string()),
            fault: answered.fault,
            ..Line::of(now, level, "request")
        });
    }

    /// The machine failed while it answered a request, or, without one, while it tidied up by itself.
    pub fn failed(&self, now: Instant, request: Option<RequestId>, error: &AccessError) {
        // These sentences name no person and no case.
        self.write(Level::Error, || Line {
            request: request.map(|number| number.to_string()),
            detail: Some(error.to_string()),
            ..Line::of(now, Level::Error, "failure")
        });
    }

    /// A mistake in the program. Only its place is told: the words of a panic may hold what was being worked on.
    pub fn panicked(&self, now: Instant, place: Option<&Location>) {
        let detail = place.map(|place| format!("{}:{}", place.file(), place.line()));
        self.write(Level::Error, || Line { detail, ..Line::of(now, Level::Error, "panic") });
    }

    pub(super) fn watching(&self, now: Instant, at: SocketAddr) {
        let detail = Some(format!("http://{at}/metrics"));
        self.write(Level::Info, || Line { detail, ..Line::of(now, Level::Info, "watching") });
    }

    /// Serving has begun or ended.
    pub fn turn(&self, now: Instant, what: Turn) {
        let what = match what {
            Turn::Started => "started",
            Turn::Stopped => "stopped",
        };
        let detail = Some(format!("safeconduct {}", env!("CARGO_PKG_VERSION")));
        self.write(Level::Info, || Line { detail, ..Line::of(now, Level::Info, what) });
    }

    fn write(&self, level: Level, line: impl FnOnce() -> Line) {
        let Some(pen) = self.0.as_ref().filter(|pen| level >= pen.least) else { return };
        let line = match pen.style {
            Style::Json => serde_json::to_string(&line()).unwrap_or_default(),
            Style::Text => line().text(),
        };
        // A log that cannot be written must not keep a request from its answer.
        let _ = writeln!(pen.to.lock().unwrap_or_else(PoisonError::into_inner), "{line}");
    }
}

/// When serving begins and ends.
#[derive(Clone, Copy)]
pub enum Turn {
    Started,
    Stopped,
}

impl Line {
    fn of(now: Instant, level: Level, what: &'static str) -> Self {
        Line {
            time: now.utc_text(),
            level,
            what,
            method: None,
            route: None,
            status: None,
            ms: None,
            request: None,
            fault: None,
            detail: None,
        }
    }

    fn text(&self) -> String {
        let level = match self.level {
            Level::Info => "info ",
            Level::Warn => "warn ",
            Level::Error => "error",
        };
        let parts = [
            self.status.map(|status| status.to_string()),
            self.ms.map(|ms| format!("{ms:.1} ms")),
            self.method.map(str::to_owned),
            self.route.map(str::to_owned),
            self.fault.map(str::to_owned),
            self.request.clone(),
            self.detail.clone(),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("{} {level} {} {}", self.time, self.what, parts.join("  "))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Paper;
    use super::*;

    const NOON: Instant = Instant::from_millis(1_768_539_600_000);

    fn written(style: Style, least: Level, say: impl FnOnce(&Log)) -> String {
        let paper = Paper::default();
        say(&Log::new(style, least, Box::new(paper.clone())));
        paper.text()
    }

    #[test]
    fn a_panic_tells_its_place() {
        let said = written(Style::Text, Level::Error, |log| log.panicked(NOON, Some(Location::caller())));
        assert!(said.starts_with("2026-01-16T05:00:00.000Z error panic crates/web/src/watch/log.rs:"), "{said}");
    }

    #[test]
    fn what_is_less_grave_than_asked_for_is_not_written() {
        assert_eq!(written(Style::Text, Level::Error, |log| log.turn(NOON, Turn::Started)), "");
        let said = written(Style::Json, Level::Info, |log| log.turn(NOON, Turn::Stopped));
        assert!(said.starts_with(r#"{"time":"2026-01-16T05:00:00.000Z","level":"info","what":"stopped""#), "{said}");
    }
}
