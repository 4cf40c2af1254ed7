//! Kills the primary of two PostgreSQL servers again and again while people are registered, promotes the standby,
//! and makes a new standby of the one that was killed: nothing that was acknowledged may be lost.

use crate::postgres::{Server, Settings};
use crate::run::{Outcome, cannot_start, cargo, heading, must, release_binary};
use std::io::{BufRead, BufReader, Lines};
use std::process::{ChildStdout, Command, Stdio};

/// So many registrations are acknowledged before the next primary is killed.
const BETWEEN: usize = 300;

pub fn prove(times: usize) -> Outcome {
    must(&mut cargo(&["build", "--release", "--package", "safeconduct"]))?;
    heading("A primary with a synchronous standby");
    let mut primary = Server::start(Settings::Durable)?;
    let mut standby = primary.standby(None)?;
    let folder = std::env::temp_dir().join(format!("registry-{}", std::process::id()));
    let hosts = [&primary, &standby].map(|server| server.place().replace('/', "%2F"));
    let url = format!("postgres://postgres@{}/postgres", hosts.join(","));
    let mut load = Command::new(release_binary())
        .args(["bench", "writers", "--database", &url, "--dir"])
        .arg(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("The writers could not be started: {error}."))?;
    let mut words = BufReader::new(load.stdout.take().expect("it was just piped")).lines();
    heading(&format!("{times} times: kill the primary, promote the standby"));
    for _ in 0..times {
        wait_for(BETWEEN, &mut words)?;
        primary.kill()?;
        standby.promote()?;
        let next = standby.standby(Some(primary))?;
        primary = std::mem::replace(&mut standby, next);
    }
    wait_for(BETWEEN, &mut words)?;
    drop(load.stdin.take());
    for line in words.map_while(Result::ok).filter(|line| line.contains("  ")) {
        println!("{line}");
    }
    let _ = std::fs::remove_dir_all(&folder);
    let status = load.wait().map_err(|error| cannot_start(&Command::new("writers"), &error))?;
    if status.success() { Ok(()) } else { Err("Something acknowledged was lost.".to_owned()) }
}

fn wait_for(many: usize, words: &mut Lines<BufReader<ChildStdout>>) -> Outcome {
    match words.by_ref().take(many).map_while(Result::ok).count() {
        count if count == many => Ok(()),
        _ => Err("The writers ended by themselves.".to_owned()),
    }
}
