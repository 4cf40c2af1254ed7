//! Telling other systems that the log grew: one signed call to each webhook, with a position and nothing else. And
//! telling members that something waits ([`alerts`]).
//!
//! Whoever is called asks for the changes with keys of its own (`/api/v1/changes`). Several changes fold into one
//! call; what was answered is kept as a position, so that nothing is lost over a restart. With several servers on
//! one database a call may be made twice; its id is then the same.

pub mod alerts;
mod guard;
pub mod mail;
pub mod push;

pub use guard::check;

use crate::app::App;
use access::webhook::{self, Due};
use base::Instant;
use casework::feed;
use guard::{Guarded, PrivateNetwork};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::MissedTickBehavior;
use ureq::http::Response;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};

/// How far the log has grown, for those who wait for it in this server.
pub struct Growth {
    position: watch::Sender<i64>,
    committed: Notify,
}

impl Default for Growth {
    fn default() -> Self {
        Growth { position: watch::Sender::new(-1), committed: Notify::new() }
    }
}

impl Growth {
    /// Something may have been written here.
    pub fn look(&self) {
        self.committed.notify_one();
    }

    /// Changes when an event was written, here or by another server.
    pub fn watch(&self) -> watch::Receiver<i64> {
        self.position.subscribe()
    }
}

/// Looks at the log once a second, and at once when something was written here; calls webhooks at most once a
/// second, and tells members of what waits for them. Never ends.
pub async fn run(app: App) {
    let mut second = tokio::time::interval(Duration::from_secs(1));
    second.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // One that is slow keeps its own next round waiting, and nobody else.
    let mut going: [Option<tokio::task::JoinHandle<()>>; ROUNDS.len()] = Default::default();
    loop {
        let tick = tokio::select! {
            _ = second.tick() => true,
            () = app.growth.committed.notified() => false,
        };
        let looking = app.clone();
        let newest = tokio::task::spawn_blocking(move || looking.store.read(feed::newest)).await;
        match newest {
            Ok(Ok(newest)) => {
                app.growth.position.send_if_modified(|known| std::mem::replace(known, newest) != newest);
            }
            Ok(Err(error)) => eprintln!("{error}"),
            Err(_) => {}
        }
        for (going, round) in going.iter_mut().zip(ROUNDS) {
            if tick && going.as_ref().is_none_or(tokio::task::JoinHandle::is_finished) {
                let app = app.clone();
                *going = Some(tokio::task::spawn_blocking(move || {
                    if let Err(error) = round(&app) {
                        eprintln!("{error}");
                    }
                }));
            }
        }
    }
}

/// What is looked after once a second.
const ROUNDS: [fn(&App) -> access::Result<()>; 2] = [round, alerts::round];

/// Calls every webhook that is behind and due, all at the same time.
pub fn round(app: &App) -> access::Result<()> {
    let now = app.now();
    let newest = app.store.read(feed::newest)?;
    let due = app.store.read(|tx| webhook::due(tx, newest, now))?;
    std::thread::scope(|threads| {
        let calls: Vec<_> = due.iter().map(|due| threads.spawn(move || tell(app, due, newest, now))).collect();
        calls.into_iter().try_for_each(|call| call.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn tell(app: &App, due: &Due, newest: i64, now: Instant) -> access::Result<()> {
    let called = call(due, "log.grew", newest, now);
    app.store.write(|tx| match &called {
        Ok(()) => webhook::answered(tx, &due.webhook.id, newest),
        Err(trouble) => webhook::failed(tx, &due.webhook, &trouble.to_string(), trouble.is_final(), now),
    })
}

/// Why a call was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("The receiver answered with status {0} where 200 to 299 was expected.")]
    Status(u16),
    #[error("The receiver says that it is gone (410).")]
    Gone,
    #[error("The address leads into a private network, which was not allowed for this webhook.")]
    Private,
    #[error("The name of the address is not known.")]
    Unknown,
    #[error("The receiver did not answer within ten seconds.")]
    Slow,
    #[error("The connection failed, or its certificate is not one that is trusted.")]
    NoConnection,
}

impl Trouble {
    fn is_final(&self) -> bool {
        matches!(self, Trouble::Gone)
    }
}

const LONGEST_CALL: Duration = Duration::from_secs(10);
const LARGEST_HEADER: usize = 16 * 1024;

/// Makes one call. Nothing of the answer is read but its status.
pub fn call(due: &Due, kind: &str, position: i64, now: Instant) -> Result<(), Trouble> {
    let body = serde_json::json!({ "type": kind, "position": position }).to_string();
    let (id, seconds) = (due.call_id(position), now.millis() / 1000);
    let answer = agent(due.webhook.private_allowed)
        .post(&due.webhook.address)
        .header("content-type", "application/json")
        .header("webhook-id", &id)
        .header("webhook-timestamp", seconds.to_string())
        .header("webhook-signature", due.signature(&id, seconds, &body))
        .send(&body);
    judged(answer)
}

/// Calls others: no redirect is followed and no proxy used, and only what was looked at is connected to.
pub(crate) fn agent(private_allowed: bool) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(LONGEST_CALL))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .max_response_header_size(LARGEST_HEADER)
        .max_idle_connections(0)
        .user_agent("registry")
        .build();
    Agent::with_parts(config, DefaultConnector::new(), Guarded::new(private_allowed))
}

/// What an answer means.
fn judged(answer: Result<Response<Body>, ureq::Error>) -> Result<(), Trouble> {
    match answer.map(|answer| answer.status().as_u16()) {
        Ok(200..=299) => Ok(()),
        Ok(410) => Err(Trouble::Gone),
        Ok(status) => Err(Trouble::Status(status)),
        Err(ureq::Error::HostNotFound) => Err(Trouble::Unknown),
        Err(ureq::Error::Timeout(_)) => Err(Trouble::Slow),
        Err(ureq::Error::Other(other)) if other.is::<PrivateNetwork>() => Err(Trouble::Private),
        Err(ureq::Error::Io(error)) if is_unknown_name(&error) => Err(Trouble::Unknown),
        Err(_) => Err(Trouble::NoConnection),
    }
}

/// The system's resolver says it in words of its own, without a kind.
fn is_unknown_name(error: &std::io::Error) -> bool {
    error.raw_os_error().is_none() && error.to_string().contains("lookup")
}
