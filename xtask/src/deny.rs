//! cargo-deny: which licences, sources and doubles the dependencies may bring. The rules stand in `deny.toml`.

use crate::run::{Outcome, answer, cargo, must};

const VERSION: &str = "0.20.2";

pub fn check() -> Outcome {
    install()?;
    must(&mut cargo(&["deny", "check", "bans", "licenses", "sources"]))?;
    // The database of advisories lies on the network, which not every machine reaches.
    if must(&mut cargo(&["deny", "fetch", "db"])).is_err() {
        println!("Advisories were not checked: their database could not be fetched from here.");
        return Ok(());
    }
    must(&mut cargo(&["deny", "check", "--disable-fetch", "advisories"]))
}

fn install() -> Outcome {
    let installed = answer("cargo-deny", &["--version"]).unwrap_or_default();
    if installed.trim().ends_with(VERSION) {
        return Ok(());
    }
    must(&mut cargo(&["install", "cargo-deny", "--locked", "--version", VERSION]))
}
