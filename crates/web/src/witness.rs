//! Showing the log to witnesses: other organisations that remember how far it had come, so that nobody can write it
//! anew. A witness learns how many entries there are and when they grow, and nothing of any entry.
//!
//! Spoken is C2SP tlog-witness. What a witness says is kept (`store::witness`), so that the auditor's page, the
//! figures and `verify` show it also while it cannot be reached.

use crate::app::App;
use crate::deliver::agent;
use access::Role;
use access::alert::{self, Alert, Kind, To};
use access::webhook::{Address, AddressError};
use base::Instant;
use casework::upkeep::submission;
use std::time::Duration;
use store::witness::{self, Standing, State};
use tokio::time::MissedTickBehavior;
use ureq::http::{Uri, header};
use vault::checkpoint::{NamedKey, Submission, cosigned};
use vault::merkle::Frontier;

/// Whom the log is shown to.
pub struct Witnesses {
    pub asked: Vec<Witness>,
    /// Not more often than this.
    pub every: Duration,
}

impl Default for Witnesses {
    fn default() -> Self {
        Self { asked: Vec::new(), every: Duration::from_secs(60) }
    }
}

/// A witness and where it answers.
pub struct Witness {
    pub key: NamedKey,
    address: String,
    private_allowed: bool,
}

impl Witness {
    /// `address` is what stands before "/add-checkpoint": https, or http on this machine. With `private_allowed` it
    /// may lie in a private network, and there be http: both sides check signatures, and nothing in it is secret.
    pub fn new(address: &str, key: NamedKey, private_allowed: bool) -> Result<Witness, String> {
        let address = match Address::read(address) {
            Ok(read) => read.as_str().to_owned(),
            Err(AddressError::NotEncrypted) if private_allowed => address.trim().to_owned(),
            Err(AddressError::NotEncrypted) => {
                return Err(format!(
                    "The address of the witness {} begins with https://, or it is on this machine, or --witness-private \
                     allows a private network. Nothing was started.",
                    key.name()
                ));
            }
            Err(error) => return Err(format!("The address of the witness {}: {error}", key.name())),
        };
        if !key.is_of_witness() {
            return Err(format!("The key of {} is that of a log, not of a witness. Nothing was started.", key.name()));
        }
        let host = address.parse::<Uri>().ok().and_then(|uri| Some(uri.host()?.to_owned()));
        let here = host.is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host.as_str()));
        let address = format!("{}/add-checkpoint", address.trim_end_matches('/'));
        Ok(Witness { key, address, private_allowed: private_allowed || here })
    }
}

/// Shows the log to every witness when it has grown. Never ends.
pub async fn run(app: App) {
    let mut turn = tokio::time::interval(app.options.witnesses.every);
    turn.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turn.tick().await;
        let app = app.clone();
        if let Ok(Err(error)) = tokio::task::spawn_blocking(move || round(&app)).await {
            eprintln!("{error}");
        }
    }
}

/// Shows every witness what it has not cosigned yet, all at the same time.
pub fn round(app: &App) -> access::Result<()> {
    std::thread::scope(|threads| {
        let asked = app.options.witnesses.asked.iter();
        let asking: Vec<_> = asked.map(|witness| threads.spawn(move || ask(app, witness))).collect();
        asking.into_iter().try_for_each(|one| one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn ask(app: &App, witness: &Witness) -> access::Result<()> {
    let now = app.now();
    let known = app.store.read(|tx| witness::of(tx, &witness.key))?;
    let before = known.clone().unwrap_or_else(|| Standing::new(witness.key.clone(), now));
    let Some(after) = hear(app, witness, &before, now)? else { return Ok(()) };
    let newly = after.state.contradicts() && !before.state.contradicts();
    if known.as_ref() != Some(&after) {
        app.store.write(|tx| {
            after.save(tx)?;
            let alert = |to| Alert { to, kind: Kind::LogContradicted, case: None };
            for to in [To::Role(Role::Auditor), To::Role(Role::Administrator)].into_iter().filter(|_| newly) {
                alert::raise(tx, &alert(to), now, &mut *app.rng())?;
            }
            Ok::<_, access::AccessError>(())
        })?;
    }
    if newly {
        contradicted(&after);
    }
    Ok(())
}

/// A witness has another history on record: from here whoever is to know is told.
fn contradicted(standing: &Standing) {
    let what = match standing.state {
        State::Shorter => "has more entries of this log on record than there are",
        _ => "has another history of this log on record",
    };
    eprintln!(
        "THE LOG DOES NOT FIT: the witness {} {what}. Stop working, keep a copy of the folder, and run `safeconduct \
         verify`.",
        standing.witness.name()
    );
}

/// What the witness says to the newest checkpoint; `None` when there is nothing new to say.
fn hear(app: &App, witness: &Witness, before: &Standing, now: Instant) -> access::Result<Option<Standing>> {
    let mut old = before.edge.size();
    // The first time it may have to say where it is.
    for _ in 0..2 {
        let (shown, edge) = app.store.read(|tx| submission(tx, old, Some(&before.edge)))?;
        if before.state == State::Cosigned && before.edge == edge {
            return Ok(None);
        }
        let stands = |state| Ok(Some(before.clone().turned(state, now)));
        match show(witness, &shown) {
            Heard::Lines(lines) => return Ok(Some(took(before, &shown, edge, &lines, now))),
            Heard::At(size) if size > edge.size() => return stands(State::Shorter),
            Heard::At(size) => old = size,
            Heard::Differs => return stands(State::Differs),
            Heard::Refused => return stands(State::Refused),
            Heard::Nothing => return stands(State::Silent),
        }
    }
    // Another server on the same database was quicker, both times.
    Ok(None)
}

/// A cosignature counts when it is the witness's.
fn took(before: &Standing, shown: &Submission, edge: Frontier, lines: &str, now: Instant) -> Standing {
    let note = format!("{}{lines}", shown.note);
    match cosigned(&note, &before.witness) {
        Ok((_, seconds)) => {
            let cosigned_at = Instant::from_millis(seconds as i64 * 1000);
            Standing { edge, note, cosigned_at, ..before.clone() }.turned(State::Cosigned, now)
        }
        Err(_) => before.clone().turned(State::Silent, now),
    }
}

/// What came back from a witness.
enum Heard {
    /// Lines to be added to the note.
    Lines(String),
    /// It has cosigned so many entries, and wants to be shown from there.
    At(u64),
    Differs,
    Refused,
    Nothing,
}

/// An answer is a few lines; more is not read.
const LARGEST_ANSWER: u64 = 64 * 1024;

fn show(witness: &Witness, submission: &Submission) -> Heard {
    let call = agent(witness.private_allowed).post(&witness.address).header("content-type", "text/plain");
    let Ok(mut answer) = call.send(&submission.to_string()) else { return Heard::Nothing };
    let of_size = answer.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/x.tlog.size");
    let said = |answer: &mut ureq::http::Response<ureq::Body>| {
        answer.body_mut().with_config().limit(LARGEST_ANSWER).read_to_string().ok()
    };
    match answer.status().as_u16() {
        200 => said(&mut answer).map_or(Heard::Nothing, Heard::Lines),
        409 if of_size => {
            let size = said(&mut answer).and_then(|text| text.trim_end().parse().ok());
            size.map_or(Heard::Nothing, Heard::At)
        }
        409 | 422 => Heard::Differs,
        400 | 403 | 404 => Heard::Refused,
        _ => Heard::Nothing,
    }
}

/// Every witness that is asked, or was, with how things stand.
pub fn standings(app: &App) -> access::Result<Vec<Standing>> {
    let mut known = app.store.read(witness::all)?;
    for asked in &app.options.witnesses.asked {
        if known.iter().all(|standing| standing.witness != asked.key) {
            known.push(Standing::new(asked.key.clone(), app.now()));
        }
    }
    Ok(known)
}
