//! The demonstration as a newcomer meets it: loading, starting, idling, and the program's size.

use super::http::Client;
use super::{figure, machine::resident_megabytes};
use crate::demo;
use crate::edge::timed;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

#[derive(clap::Args)]
pub struct Start {}

impl Start {
    pub fn run(self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let registry = folder.path().join("registry");
        let program = std::env::current_exe()?;
        let (prepared, loading) = timed(|| demo::prepare(&registry));
        drop(prepared?);
        let (started, starting) = timed(|| start(&program, &registry));
        let (mut child, address) = started?;
        let idle = measure(&child, &address);
        child.kill()?;
        child.wait()?;
        figure("demo: everybody registered", format!("{loading:.2} s"), "≤ 10 s");
        figure("serve: answers after", format!("{:.0} ms", starting * 1e3), "≤ 300 ms");
        figure("serve: idle resident memory", format!("{:.1} MB", idle?), "≤ 100 MB");
        let size = std::fs::metadata(&program)?.len() as f64 / 1e6;
        figure("the program's size", format!("{size:.1} MB"), "≤ 40 MB");
        Ok(())
    }
}

/// Starts `serve` and waits until a page is answered.
pub fn start(program: &std::path::Path, registry: &std::path::Path) -> Result<(Child, String)> {
    let mut command = Command::new(program);
    command.args(["serve", "--listen", "127.0.0.1:0", "--dir"]).arg(registry).stdout(Stdio::piped());
    // Its log of requests would stand between the figures.
    command.stderr(Stdio::null());
    let mut child = command.spawn().context("The program could not be started again.")?;
    let output = child.stdout.take().context("The server says nothing.")?;
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line)?;
    let address =
        line.split("http://").nth(1).and_then(|rest| rest.split(' ').next()).context("The server named no address.")?;
    let (status, _) = Client::new(address.to_owned()).send("GET", "/sign-in", &[])?;
    if status != 200 {
        bail!("The first page was answered with {status}.")
    }
    Ok((child, address.to_owned()))
}

fn measure(child: &Child, address: &str) -> Result<f64> {
    for _ in 0..20 {
        Client::new(address.to_owned()).send("GET", "/sign-in", &[])?;
    }
    resident_megabytes(child.id())
}
