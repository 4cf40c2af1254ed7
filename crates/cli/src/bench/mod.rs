//! `safeconduct bench`: figures that anybody can measure again. No timing here decides a test.

mod enumerate;
mod http;
mod import;
mod kills;
mod machine;
mod office;
mod registry;
mod start;

use anyhow::Result;

#[derive(clap::Subcommand)]
pub enum Bench {
    /// Many cases: opening the working set, searching, the list page, memory.
    Registry(registry::Registry),
    /// A long list: rows a second, processor time, memory.
    Import(import::Import),
    /// A list whose import is killed again and again: nobody lost, nobody twice.
    Kills(kills::Kills),
    /// Refused sign-ins: whether their time tells who exists.
    SignInTimes(enumerate::Enumerate),
    /// The demonstration: start, idle memory, size of the program.
    Start(start::Start),
}

impl Bench {
    pub fn run(self) -> Result<()> {
        match self {
            Bench::Registry(bench) => bench.run(),
            Bench::Import(bench) => bench.run(),
            Bench::Kills(bench) => bench.run(),
            Bench::SignInTimes(bench) => bench.run(),
            Bench::Start(bench) => bench.run(),
        }
    }
}

/// The value below which `part` of the sorted measurements lie.
fn percentile(sorted: &[f64], part: f64) -> f64 {
    let at = ((sorted.len() as f64 - 1.0) * part).round() as usize;
    sorted.get(at).copied().unwrap_or(0.0)
}

/// A figure beside its target.
fn figure(what: &str, value: String, target: &str) {
    println!("{what:<44} {value:>14}   {target}");
}
