//! `safeconduct bench`: figures that anybody can measure again. No timing here decides a test.

mod backup;
mod corruption;
mod crash;
mod enumerate;
mod http;
mod import;
mod intake;
mod intakes;
mod kills;
mod machine;
mod mixed;
pub(crate) mod office;
mod registry;
mod start;
mod wire;
mod witness;
mod writers;

use anyhow::Result;

#[derive(clap::Subcommand)]
pub enum Bench {
    /// Many cases: opening the working set, searching, the list page, memory.
    Registry(registry::Registry),
    /// A long list: rows a second, processor time, memory.
    Import(import::Import),
    /// A list whose import is killed again and again: nobody lost, nobody twice.
    Kills(kills::Kills),
    /// Many cases: size and time of a backup, of the next, and of restoring.
    Backup(backup::Backup),
    /// Bits that change on the disk: every one found and named.
    Corruption(corruption::Corruption),
    /// Durable intakes one by one over HTTP, and the same by bare SQLite.
    Intake(intake::Intake),
    /// Many users of several roles for some minutes: how long they wait, and what memory does.
    Mixed(mixed::Mixed),
    /// The server under load, killed at random moments and at every failpoint, its power cut, its disk failing or full.
    Crash(crash::Crash),
    /// For `crash`: writes rows until it is killed.
    #[command(hide = true)]
    Writer(crash::Writer),
    /// Refused sign-ins: whether their time tells who exists.
    SignInTimes(enumerate::Enumerate),
    /// The demonstration: start, idle memory, size of the program.
    Start(start::Start),
    /// A long log that is shown to a witness: time and size of the proof.
    Witness(witness::Witness),
    /// Writers that never give up, while somebody else takes their database away: `cargo xtask failover`.
    Writers(writers::Writers),
}

impl Bench {
    pub fn run(self) -> Result<()> {
        match self {
            Bench::Registry(bench) => bench.run(),
            Bench::Import(bench) => bench.run(),
            Bench::Kills(bench) => bench.run(),
            Bench::Backup(bench) => bench.run(),
            Bench::Corruption(bench) => bench.run(),
            Bench::Intake(bench) => bench.run(),
            Bench::Mixed(bench) => bench.run(),
            Bench::Crash(bench) => bench.run(),
            Bench::Writer(writer) => writer.run(),
            Bench::SignInTimes(bench) => bench.run(),
            Bench::Start(bench) => bench.run(),
            Bench::Witness(bench) => bench.run(),
            Bench::Writers(bench) => bench.run(),
        }
    }
}

/// The value below which `part` of the sorted measurements lie.
fn percentile(sorted: &[f64], part: f64) -> f64 {
    let at = ((sorted.len() as f64 - 1.0) * part).round() as usize;
    sorted.get(at).copied().unwrap_or(0.0)
}

/// Lets so much time go by, all of it: a parked thread may be woken early.
fn leave_alone(time: std::time::Duration) {
    let (_nobody_says_anything, words) = std::sync::mpsc::channel::<()>();
    let _ = words.recv_timeout(time);
}

/// A figure beside its target.
fn figure(what: &str, value: String, target: &str) {
    println!("{what:<44} {value:>14}   {target}");
}
