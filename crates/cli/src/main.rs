//! The program `safeconduct`: the only place that reads the clock, the random generator and the environment.

mod bench;
mod demo;
mod edge;
mod export;
mod htcds;
mod import;
mod init;
mod people;
mod prompt;
mod serve;
mod upkeep;
mod user;
mod webhook;

use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The registry of a coordinated response: people registered once, found again, and kept safe.
#[derive(Parser)]
#[command(name = "safeconduct", version, about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// Where the registry lies.
#[derive(clap::Args, Clone)]
struct Place {
    /// The folder of the registry.
    #[arg(long, default_value = "registry")]
    dir: PathBuf,
}

#[derive(Subcommand)]
enum Command {
    /// Shows everything with invented people: makes a registry that goes when you stop it, and serves it.
    Demo(demo::Demo),
    /// Makes an organisation with its teams, keys and recovery papers.
    Init(init::Init),
    /// Serves the pages of a registry.
    Serve(serve::Serve),
    /// Takes in a list of people: XLSX, XLS, ODS or CSV; or cases of another system in HTCDS.
    Import(import::Import),
    /// Writes the people that your keys open as CSV, XLSX or HTCDS.
    Export(export::Export),
    /// Adds members, lists them, changes a passphrase, ends their access, or recovers a team's keys from two recovery papers.
    #[command(subcommand)]
    User(user::User),
    /// Adds, lists or removes web addresses that are told when something changed.
    #[command(subcommand)]
    Webhook(webhook::Webhook),
    /// Checks every signature, every chain, the log and every payload's seal.
    Verify(upkeep::Verify),
    /// Derives every projection again from the signed events.
    Rebuild(upkeep::Rebuild),
    /// Prints figures that anybody can measure again.
    #[command(subcommand)]
    Bench(bench::Bench),
}

fn main() -> std::process::ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Demo(demo) => demo.run(),
        Command::Init(init) => init.run(),
        Command::Serve(serve) => serve.run(),
        Command::Import(import) => import.run(),
        Command::Export(export) => export.run(),
        Command::User(user) => user.run(),
        Command::Webhook(webhook) => webhook.run(),
        Command::Verify(verify) => verify.run(),
        Command::Rebuild(rebuild) => rebuild.run(),
        Command::Bench(bench) => bench.run(),
    };
    match outcome {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_statement_of_the_program_fits_the_tables() {
        let folder = tempfile::tempdir().unwrap();
        let store = store::Store::create(folder.path()).unwrap();
        let prepared = store.prepare_all().unwrap();
        assert!(prepared > 50, "{prepared} statements are registered: some crate is not linked");
    }
}
