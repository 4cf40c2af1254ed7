//! The program `safeconduct`: the only place that reads the clock, the random generator and the environment.

mod alerting;
mod backup;
mod bench;
mod checkpoint;
mod demo;
mod doctor;
mod edge;
mod export;
mod guard;
mod htcds;
mod import;
mod init;
mod machine;
mod move_to;
mod pack;
mod people;
mod prompt;
mod restore;
mod retention;
mod screening;
mod serve;
mod upkeep;
mod user;
mod watching;
mod webhook;
mod witness;

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
    /// A PostgreSQL database that holds the registry instead of the folder: postgres://user@host/name. The folder
    /// remembers it, so that it is named once on each machine.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database: Option<String>,
}

impl Place {
    fn open(&self) -> anyhow::Result<store::Store> {
        Ok(match &self.database {
            Some(url) => store::Store::open_on(&self.dir, url)?,
            None => store::Store::open(&self.dir)?,
        })
    }

    /// Makes the tables of a new registry.
    fn create(&self) -> anyhow::Result<store::Store> {
        Ok(match &self.database {
            Some(url) => store::Store::create_on(&self.dir, url)?,
            None => store::Store::create(&self.dir)?,
        })
    }
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
    /// Writes what is new to a folder of encrypted backups, while others work; or checks such a folder.
    Backup(backup::Backup),
    /// Makes a registry out of a backup, with two recovery papers.
    Restore(restore::Restore),
    /// Prints which cases retention has announced, and what it erased.
    Retention(retention::Retention),
    /// Moves a registry to a PostgreSQL server or into another folder, proves that it is the same, and closes the old one.
    Move(move_to::Move),
    /// Adds, lists or removes web addresses that are told when something changed.
    #[command(subcommand)]
    Webhook(webhook::Webhook),
    /// Looks whether the tables of a country's pack are fit.
    #[command(subcommand)]
    Pack(pack::Pack),
    /// Tries the rules of screening and triage on written cases, and looks through an organisation's own forms.
    #[command(subcommand)]
    Screening(self::screening::Screening),
    /// Checks every signature, every chain, the log and every payload's seal.
    Verify(upkeep::Verify),
    /// Prints the newest signed checkpoint of the log, for a witness that it is carried to by hand.
    Checkpoint(checkpoint::Checkpoint),
    /// Remembers how far the logs of other organisations have come, and finds what is written anew.
    #[command(subcommand)]
    Witness(witness::Witness),
    /// Derives every projection again from the signed events.
    Rebuild(upkeep::Rebuild),
    /// Looks whether this machine is fit to keep a registry; ends with a failure when something is wrong.
    Doctor(doctor::Doctor),
    /// Prints the description of the interface for programs (OpenAPI 3.1).
    Openapi(upkeep::Openapi),
    /// Prints figures that anybody can measure again.
    #[command(subcommand)]
    Bench(bench::Bench),
}

fn main() -> std::process::ExitCode {
    let command = Arguments::parse().command;
    if matches!(command, Command::Demo(_) | Command::Serve(_)) {
        guard::take_few_arenas();
    }
    // Measurements are of invented people, and must be able to look at their own memory.
    if !matches!(command, Command::Bench(_)) {
        guard::begin();
    }
    let outcome = match command {
        Command::Demo(demo) => demo.run(),
        Command::Init(init) => init.run(),
        Command::Serve(serve) => serve.run(),
        Command::Import(import) => import.run(),
        Command::Export(export) => export.run(),
        Command::User(user) => user.run(),
        Command::Backup(backup) => backup.run(),
        Command::Restore(restore) => restore.run(),
        Command::Retention(retention) => retention.run(),
        Command::Move(to) => to.run(),
        Command::Webhook(webhook) => webhook.run(),
        Command::Pack(pack) => pack.run(),
        Command::Screening(screening) => screening.run(),
        Command::Verify(verify) => verify.run(),
        Command::Checkpoint(checkpoint) => checkpoint.run(),
        Command::Witness(witness) => witness.run(),
        Command::Rebuild(rebuild) => rebuild.run(),
        Command::Doctor(doctor) => doctor.run(),
        Command::Openapi(openapi) => openapi.run(),
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
