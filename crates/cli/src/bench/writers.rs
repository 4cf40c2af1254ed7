//! Writers that never give up, for proving that a change of the database's primary loses nothing.
//!
//! Each registers one person after the other, and each registration that was acknowledged is printed. Whoever starts
//! this kills what it likes meanwhile, then closes the input: everything acknowledged must be there.

use super::figure;
use super::office::{entered, many_in, varied};
use crate::people::invented;
use crate::{Place, edge};
use access::{Keyring, command};
use anyhow::{Result, bail, ensure};
use base::{Arrival, CaseCode, EventId};
use casework::registry::{Once, register_once};
use casework::upkeep;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::{Condvar, PoisonError};
use std::time::Duration;
use store::{Store, StoreError, sql};

#[derive(clap::Args)]
pub struct Writers {
    #[command(flatten)]
    place: Place,
    /// How many register at the same time.
    #[arg(long, default_value_t = 8)]
    writers: usize,
}

/// How long a writer waits after a failure.
const PAUSE: Duration = Duration::from_millis(50);

#[derive(Default)]
struct Course {
    over: AtomicBool,
    refused: AtomicUsize,
    not_known: AtomicUsize,
    kept: Mutex<Vec<(EventId, CaseCode)>>,
    pause: Condvar,
}

impl Writers {
    pub fn run(self) -> Result<()> {
        let welcomes = many_in(&self.place.create()?, self.writers)?;
        let store = self.place.open()?;
        let people: Vec<Arrival> = {
            let people = invented()?;
            (0..5_000).map(|n| varied(&people, n)).collect()
        };
        let course = Course::default();
        std::thread::scope(|threads| {
            for mut welcome in welcomes {
                let (store, people, course) = (&store, &people, &course);
                threads.spawn(move || match entered(store, &mut welcome) {
                    Ok(keys) => write(store, keys, people, course),
                    Err(error) => eprintln!("{error}"),
                });
            }
            // Ends with the input.
            let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
            course.over.store(true, Relaxed);
        });
        judge(&store, course)
    }
}

fn write(store: &Store, mut keys: Keyring, people: &[Arrival], course: &Course) {
    for person in people.iter().cycle() {
        let event = EventId::new(edge::now(), &mut edge::rng());
        // The same event again and again, so that nobody comes twice, whatever became of the try before.
        let code = loop {
            if course.over.load(Relaxed) {
                return;
            }
            let registered = command(store, &mut keys, edge::now(), &mut edge::rng(), |cx| {
                register_once(cx, event, person.clone(), None)
            });
            match registered {
                Ok(Once::Now(registered) | Once::Before(registered)) => break registered.code,
                Err(access::AccessError::Store(StoreError::Unknown)) => course.not_known.fetch_add(1, Relaxed),
                Err(_) => course.refused.fetch_add(1, Relaxed),
            };
            let kept = course.kept.lock().unwrap_or_else(PoisonError::into_inner);
            drop(course.pause.wait_timeout(kept, PAUSE));
        };
        course.kept.lock().unwrap_or_else(PoisonError::into_inner).push((event, code));
        println!("{code}");
    }
}

fn judge(store: &Store, course: Course) -> Result<()> {
    let kept = course.kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut lost = 0;
    for (event, code) in &kept {
        let there = store.read(|tx| {
            tx.one(
                sql!("select c.code from event e join casefile c on c.case_id = e.case_id where e.id = $1"),
                &[(&event.to_string()).into()],
                |row| row.text(0),
            )
        })?;
        lost += usize::from(there.as_deref() != Some(code.plain().as_str()));
    }
    let cases = store.read(|tx| tx.one(sql!("select count(*) from casefile"), &[], |row| row.int(0)))?.unwrap_or(0);
    let verified = upkeep::verify(store, &mut Default::default(), || ())?;
    figure("registrations acknowledged", kept.len().to_string(), "");
    figure("of these lost", lost.to_string(), "0");
    figure("tries refused while no primary was there", course.refused.into_inner().to_string(), "");
    figure("tries of which nobody could say", course.not_known.into_inner().to_string(), "");
    figure("cases", cases.to_string(), "as many as acknowledged, and the last try of each writer");
    figure("findings of verify", verified.findings.len().to_string(), "0");
    ensure!(lost == 0, "{lost} acknowledged registrations are lost.");
    if let Some(finding) = verified.findings.first() {
        bail!("{finding}");
    }
    Ok(())
}
