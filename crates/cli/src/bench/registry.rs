//! Many cases: everyone the United Nations estimates inside is 220,000.

use super::http::Client;
use super::machine::{processor_seconds, resident_megabytes};
use super::office::{office, varied};
use super::{figure, percentile, start::start};
use crate::edge::{self, timed};
use crate::people::{Invented, invented};
use crate::prompt::progress;
use access::member::Welcome;
use access::sign_in::{Credentials, sign_in};
use access::{Keyring, command};
use anyhow::{Context, Result};
use casework::Origin;
use casework::desk::{Desk, Desks, Query, fresh};
use casework::plan::outlook;
use casework::registry::register_all;
use pathway::pack::shipped;
use std::ops::Range;
use std::path::Path;
use store::Store;

#[derive(clap::Args)]
pub struct Registry {
    /// How many cases.
    #[arg(long, default_value_t = 220_000)]
    cases: usize,
    /// How many searches.
    #[arg(long, default_value_t = 2_000)]
    searches: usize,
}

const BATCH: usize = 2_000;

impl Registry {
    pub fn run(self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let registry = folder.path().join("registry");
        let people = invented()?;
        let (store, mut keys, welcome) = office(&registry)?;
        let (made, making) = timed(|| make(&store, &mut keys, &people, 0..self.cases));
        made?;
        drop((store, keys));
        println!(
            "{} cases registered in {making:.0} s ({:.0}/s, sealed, signed, logged, {BATCH} in a transaction)\n",
            self.cases,
            self.cases as f64 / making
        );
        self.served(&registry, welcome)
    }

    /// Measures a server of its own, so that its memory is that of the work alone; then the search by itself.
    fn served(&self, registry: &Path, mut welcome: Welcome) -> Result<()> {
        let (mut child, address) = start(&std::env::current_exe()?, registry)?;
        let mut client = Client::new(address);
        let mut code = || welcome.recovery_codes.pop().context("no recovery code is left");
        let first = code()?;
        let (listed, with_desk) = timed(|| {
            let (signed, answer) = timed(|| client.sign_in(&welcome.name, &welcome.passphrase, &first));
            signed?;
            // Each time, the server waits a while for the working set before it sends to the page that says so.
            while client.send("GET", "/people", &[])?.0 != 200 {}
            Ok::<_, anyhow::Error>(answer)
        });
        let answer = listed?;
        let pages = samples(20, || client.send("GET", "/people", &[]).map(|_| ()))?;
        let searches = samples(40, || {
            client.send("POST", "/people", &[("find", "Hanna Tesfaye"), ("sort", "newest")]).map(|_| ())
        })?;
        let memory = resident_megabytes(child.id())?;
        child.kill()?;
        child.wait()?;
        let store = Store::open(registry)?;
        let given = Credentials { name: &welcome.name, passphrase: &welcome.passphrase, code: &code()? };
        let keys = sign_in(&store, &given, edge::now(), &mut edge::rng())?;
        let before = processor_seconds()?;
        let (desk, opening) = timed(|| Desks::default().open(&store, &keys, edge::now()));
        let work = processor_seconds()? - before;
        let desk = desk?;
        figure("working set opens", format!("{opening:.2} s"), "≤ 5 s");
        figure("working set: processor time, both cores", format!("{work:.2} s"), "");
        figure("sign-in is answered", format!("{answer:.2} s"), "");
        figure("sign-in until the list is there", format!("{with_desk:.2} s"), "");
        let before = processor_seconds()?;
        let (drawn, drawing) = timed(|| outlook(&desk, &store, &shipped()[0], edge::now()));
        let work = processor_seconds()? - before;
        figure("everybody's plan is drawn", format!("{drawing:.2} s"), "≤ 10 s");
        figure("plans: processor time, both cores", format!("{work:.2} s"), "");
        figure("plans that differ", drawn?.different().to_string(), "");
        fresh(&desk, &store, edge::now(), |desk| self.searched(desk))?;
        figure("list page at the server, p50", format!("{:.1} ms", percentile(&pages, 0.5)), "");
        figure("list page at the server, worst", format!("{:.1} ms", percentile(&pages, 1.0)), "≤ 50 ms");
        figure("search page at the server, worst", format!("{:.1} ms", percentile(&searches, 1.0)), "");
        figure("resident memory of the server", format!("{memory:.0} MB"), "≤ 600 MB");
        Ok(())
    }

    fn searched(&self, desk: &Desk) {
        let today = edge::now().local_date();
        let words = queries(desk, self.searches);
        let mut times = Vec::with_capacity(words.len());
        for text in words {
            let query = Query { text, sort: casework::desk::Sort::Best, ..Query::default() };
            let (_, seconds) = timed(|| desk.page(&query, 0, 50, today).total);
            times.push(seconds * 1e3);
        }
        times.sort_by(f64::total_cmp);
        figure("search, p50", format!("{:.2} ms", percentile(&times, 0.5)), "");
        figure("search, p99", format!("{:.2} ms", percentile(&times, 0.99)), "≤ 5 ms");
        figure("search, worst", format!("{:.2} ms", percentile(&times, 1.0)), "");
    }
}

/// Sorted milliseconds of `times` runs.
fn samples(times: usize, mut work: impl FnMut() -> Result<()>) -> Result<Vec<f64>> {
    let mut found = Vec::with_capacity(times);
    for _ in 0..times {
        let (outcome, seconds) = timed(&mut work);
        outcome?;
        found.push(seconds * 1e3);
    }
    found.sort_by(f64::total_cmp);
    Ok(found)
}

/// What people type: whole names, parts of names, codes, phones, places, single letters.
fn queries(desk: &Desk, count: usize) -> Vec<String> {
    let lines: Vec<_> = desk.lines().collect();
    let pick = |n: usize| lines[n.wrapping_mul(7_919) % lines.len()];
    (0..count)
        .map(|n| {
            let line = pick(n);
            let name = line.names.last().cloned().unwrap_or_default();
            match n % 8 {
                0 | 1 => name,
                2 => name.split(' ').next().unwrap_or_default().to_owned(),
                3 => name.chars().take(4).collect(),
                4 => line.code.to_string(),
                5 => line
                    .contacts
                    .first()
                    .map(|phone| phone.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect())
                    .unwrap_or(name),
                6 => format!("{} {}", name, line.place.as_deref().unwrap_or_default()),
                _ => name.chars().take(1).collect(),
            }
        })
        .collect()
}

/// Registers the invented people of these numbers.
pub fn make(store: &Store, keys: &mut Keyring, people: &[Invented], mut numbers: Range<usize>) -> Result<()> {
    let bar = progress(numbers.len() as u64, "Registering");
    while !numbers.is_empty() {
        let batch = numbers.start..numbers.end.min(numbers.start + BATCH);
        numbers.start = batch.end;
        bar.inc(batch.len() as u64);
        command(store, keys, edge::now(), &mut edge::rng(), |cx| {
            register_all(cx, batch.map(|n| (varied(people, n), Origin::Card)).collect())
        })?;
    }
    bar.finish_and_clear();
    Ok(())
}
