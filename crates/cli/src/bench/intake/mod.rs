//! Durable intakes one by one over HTTP, each sealed, signed, logged and fsynced; and what bare SQLite reaches with
//! the same rows, as many in a commit, and the same fsync.

mod bare;

use super::crash::{Server, Shim, Trouble};
use super::intakes::{Door, new_event};
use super::machine::{processor_seconds, processor_seconds_of};
use super::office::{many, varied};
use super::wire::{Visitor, Wire};
use super::{figure, leave_alone, percentile};
use crate::edge::timed;
use crate::people::{Invented, invented};
use anyhow::{Result, ensure};
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};
use std::time::Duration;

#[derive(clap::Args)]
pub struct Intake {
    /// How many clients, each a member with a connection that stays open.
    #[arg(long, default_value_t = 32)]
    clients: usize,
    /// How long is measured.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
}

/// The clients run in before it counts.
const RUN_IN: Duration = Duration::from_secs(2);
const RUNNING_IN: u8 = 0;
const MEASURED: u8 = 1;
const OVER: u8 = 2;

/// What one run over HTTP gave.
struct Run {
    /// Milliseconds of each intake, sorted.
    times: Vec<f64>,
    seconds: f64,
    refused: usize,
    server: f64,
    generator: f64,
    /// Fsyncs of the write-ahead log: one for each commit.
    commits: u64,
}

impl Intake {
    pub fn run(self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let registry = folder.path().join("registry");
        let run = self.served(folder.path(), &registry)?;
        let intakes = run.times.len();
        let rate = intakes as f64 / run.seconds;
        let in_a_commit = (intakes as f64 / run.commits.max(1) as f64).round().max(1.0) as usize;
        figure("durable intakes a second", format!("{rate:.0}"), "≥ 1000");
        figure("answered within, p50", format!("{:.1} ms", percentile(&run.times, 0.5)), "");
        figure("answered within, p95", format!("{:.1} ms", percentile(&run.times, 0.95)), "≤ 60 ms");
        figure("answered within, p99", format!("{:.1} ms", percentile(&run.times, 0.99)), "");
        figure("refused or not answered", run.refused.to_string(), "0");
        figure("intakes in a commit", format!("{:.1}", intakes as f64 / run.commits.max(1) as f64), "");
        figure("processor time of an intake, server", format!("{:.0} µs", run.server / intakes as f64 * 1e6), "");
        figure("processor seconds of the server", format!("{:.1} s", run.server), "");
        figure("processor seconds of the clients", format!("{:.1} s", run.generator), "");
        let bare = bare::run(&registry, &folder.path().join("bare"), in_a_commit)?;
        let bare_rate = bare.intakes as f64 / bare.seconds;
        println!(
            "\nBare SQLite, the same rows of {} intakes, {in_a_commit} in a commit, synchronous=full",
            bare.intakes
        );
        figure("intakes a second", format!("{bare_rate:.0}"), "");
        figure("processor time of an intake", format!("{:.0} µs", bare.processor / bare.intakes as f64 * 1e6), "");
        figure("processor seconds", format!("{:.1} s", bare.processor), "");
        figure("ours against bare SQLite", format!("{:.2}", rate / bare_rate), "≥ 0.5");
        println!("\nFor comparison, given and not measured here: ODK Central, 8 clients, the same kind of machine:");
        println!("46 intakes a second, p95 320 ms.");
        ensure!(run.refused == 0, "Not every intake was taken.");
        Ok(())
    }

    fn served(&self, folder: &Path, registry: &Path) -> Result<Run> {
        let members = many(registry, self.clients)?;
        let shim = Shim::build(folder, registry)?;
        let counts = folder.join("fsyncs");
        let server =
            Server::start(registry, None, Some((&shim, Trouble { count: Some(&counts), ..Trouble::default() })))?;
        let door = Door::of(&server.address)?;
        let mut clients = Vec::new();
        for member in &members {
            let mut wire = Wire::connect(&server.address)?;
            let visitor = door.sign_in(&mut wire, &server.address, member, &member.recovery_codes[0])?;
            clients.push((wire, visitor));
        }
        println!("{} clients, {} s, {}\n", self.clients, self.seconds, door.path());
        let people = invented()?;
        let process = server.process().to_string();
        let phase = AtomicU8::new(RUNNING_IN);
        let (run, measured) = std::thread::scope(|threads| {
            let (phase, people) = (&phase, people.as_slice());
            let each = (self.seconds as usize + 3) * 4_000 / self.clients.max(1);
            let running: Vec<_> = clients
                .into_iter()
                .enumerate()
                .map(|(n, (wire, visitor))| {
                    let requests = prepared(door, &visitor, people, n * each..(n + 1) * each);
                    threads.spawn(move || client(wire, door, requests, phase))
                })
                .collect();
            leave_alone(RUN_IN);
            let measure = || -> Result<(f64, f64, u64, f64)> {
                let before = (processor_seconds_of(&process)?, processor_seconds()?, fsyncs(&counts)?);
                phase.store(MEASURED, Relaxed);
                let ((), seconds) = timed(|| leave_alone(Duration::from_secs(self.seconds)));
                phase.store(OVER, Relaxed);
                let server = processor_seconds_of(&process)? - before.0;
                Ok((server, processor_seconds()? - before.1, fsyncs(&counts)? - before.2, seconds))
            };
            let measured = measure();
            phase.store(OVER, Relaxed);
            (running.into_iter().map(|client| client.join().unwrap_or_default()).collect::<Vec<_>>(), measured)
        });
        server.kill()?;
        let (server, generator, commits, seconds) = measured?;
        let refused = run.iter().map(|(_, refused)| refused).sum();
        let mut times: Vec<f64> = run.into_iter().flat_map(|(times, _)| times).collect();
        times.sort_by(f64::total_cmp);
        Ok(Run { times, seconds, refused, server, generator, commits })
    }
}

/// Requests made beforehand, so that the clients only send.
fn prepared(door: Door, visitor: &Visitor, people: &[Invented], which: std::ops::Range<usize>) -> Vec<Vec<u8>> {
    which.map(|n| door.request(visitor, &varied(people, n), new_event())).collect()
}

/// Milliseconds of every intake that was sent while it counts, and how many were not taken.
fn client(mut wire: Wire, door: Door, requests: Vec<Vec<u8>>, phase: &AtomicU8) -> (Vec<f64>, usize) {
    let (mut times, mut refused) = (Vec::with_capacity(requests.len()), 0);
    for request in requests {
        let now = phase.load(Relaxed);
        if now == OVER {
            break;
        }
        let (answer, seconds) = timed(|| wire.ask(&request).map(|answer| answer.status));
        match answer {
            Ok(status) if door.acknowledges(status) && now == MEASURED => times.push(seconds * 1e3),
            Ok(status) if door.acknowledges(status) => {}
            Ok(_) => refused += 1,
            Err(_) => return (times, refused + 1),
        }
    }
    (times, refused)
}

/// What the shim has counted so far: fsyncs of the write-ahead log.
fn fsyncs(counts: &Path) -> Result<u64> {
    let bytes = std::fs::read(counts)?;
    ensure!(bytes.len() == 16, "The shim counted nothing: was it loaded?");
    Ok(u64::from_le_bytes(std::array::from_fn(|n| bytes[n])))
}
