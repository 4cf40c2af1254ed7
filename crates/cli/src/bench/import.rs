//! A long list: as many people as one mission's spreadsheets hold, registered in batches.

use super::machine::{self, processor_seconds, resident_megabytes};
use super::office::{office, varied};
use super::{figure, percentile};
use crate::edge::{self, timed};
use crate::people::{Invented, invented};
use crate::prompt::progress;
use access::{Keyring, command};
use anyhow::Result;
use base::{Arrival, Date};
use casework::Origin;
use casework::registry::{Registered, register_all};
use store::Store;

#[derive(clap::Args)]
pub struct Import {
    /// How many rows the list has.
    #[arg(long, default_value_t = 100_000)]
    rows: usize,
    /// How many rows are registered in one transaction.
    #[arg(long, default_value_t = 2_000)]
    batch: usize,
}

impl Import {
    pub fn run(self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (store, mut keys, _) = office(&folder.path().join("registry"))?;
        let people = invented()?;
        let idle = resident_megabytes(std::process::id())?;
        let entries = store.read(|tx| tx.log_size())?;
        machine::forget_peak()?;
        let before = processor_seconds()?;
        let (waits, wall) = timed(|| self.take_in(&store, &mut keys, &people));
        let waits = waits?;
        let work = processor_seconds()? - before;
        let peak = machine::peak_megabytes()? - idle;
        let rows = self.rows as f64;
        let events = store.read(|tx| tx.log_size())? - entries;
        figure("sealed and signed events of one row", format!("{:.1}", events as f64 / rows), "");
        figure("rows a second, by the clock", format!("{:.0}", rows / wall), "≥ 5,000");
        figure("processor time of all rows", format!("{work:.2} s"), "");
        figure("processor time of one row", format!("{:.0} µs", work / rows * 1e6), "");
        figure("rows a second, if two cores were busy all the time", format!("{:.0}", rows / work * 2.0), "≥ 7,000");
        figure("a batch until it is durable, p50", format!("{:.0} ms", percentile(&waits, 0.5)), "");
        figure("a batch until it is durable, worst", format!("{:.0} ms", percentile(&waits, 1.0)), "");
        figure("memory above idle, at most", format!("{peak:.0} MB"), "≤ 300 MB");
        Ok(())
    }

    /// Every step of the import; answers how many milliseconds each batch took, sorted.
    fn take_in(&self, store: &Store, keys: &mut Keyring, people: &[Invented]) -> Result<Vec<f64>> {
        let bar = progress(self.rows as u64, "Registering");
        let mut waits = Vec::new();
        for first in (0..self.rows).step_by(self.batch) {
            let rows = (first..self.rows.min(first + self.batch)).map(|n| read(people, n)).collect::<Vec<_>>();
            bar.inc(rows.len() as u64);
            let (registered, seconds) = timed(|| register_batch(store, keys, rows));
            registered?;
            waits.push(seconds * 1e3);
        }
        bar.finish_and_clear();
        waits.sort_by(f64::total_cmp);
        Ok(waits)
    }
}

/// The row as it would be read from a list: everything such lists have, so that every row is a costly one.
fn read(people: &[Invented], n: usize) -> (Arrival, Origin) {
    let mut arrival = varied(people, n);
    arrival.reported = Date::new(2026, 1, 1 + (n % 28) as i8).ok();
    (arrival, Origin::List { row: n as u32 + 2 })
}

/// Acknowledged only once it is durable: the transaction is committed when this returns.
fn register_batch(store: &Store, keys: &mut Keyring, rows: Vec<(Arrival, Origin)>) -> Result<Vec<Registered>> {
    Ok(command(store, keys, edge::now(), &mut edge::rng(), |cx| register_all(cx, rows))?)
}
