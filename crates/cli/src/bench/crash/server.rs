//! The real program, `serve`, as a process of its own that may die at any moment.

use super::shim::{Shim, Trouble};
use crate::bench::leave_alone;
use crate::bench::wire::{Visitor, Wire};
use crate::edge::timed;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Duration;

pub struct Server {
    child: Child,
    /// Held open: a server that can no longer print must not die of that.
    _output: BufReader<ChildStdout>,
    pub address: String,
    /// Seconds from its start until it answered a page.
    pub seconds: f64,
}

impl Server {
    pub fn start(registry: &Path, stop_at: Option<&str>, shim: Option<(&Shim, Trouble)>) -> Result<Server> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["serve", "--listen", "127.0.0.1:0", "--dir"]).arg(registry);
        command.args(stop_at.map(|point| format!("--stop-at={point}")));
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        if let Some((shim, trouble)) = shim {
            shim.around(&mut command, trouble);
        }
        let (started, seconds) = timed(|| {
            let mut child = command.spawn().context("The program could not be started again.")?;
            let mut output = BufReader::new(child.stdout.take().context("the server has an output")?);
            let outcome = address_of(&mut output);
            if outcome.is_err() {
                child.kill()?;
                child.wait()?;
            }
            Ok::<_, anyhow::Error>((child, output, outcome?))
        });
        let (child, _output, address) = started?;
        Ok(Server { child, _output, address, seconds })
    }

    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL, unless it is dead already.
    pub fn kill(mut self) -> Result<ExitStatus> {
        self.child.kill()?;
        Ok(self.child.wait()?)
    }

    /// How it ended by itself; it is given some seconds for that.
    pub fn ended_within_seconds(mut self) -> Result<ExitStatus> {
        for _ in 0..500 {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            leave_alone(Duration::from_millis(20));
        }
        self.kill()?;
        bail!("The server went on where it must not.")
    }
}

/// What it prints first, once its first page was answered.
fn address_of(output: &mut BufReader<ChildStdout>) -> Result<String> {
    let mut line = String::new();
    output.read_line(&mut line)?;
    let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next());
    let address = address.context("The server did not start.")?.to_owned();
    let mut wire = Wire::connect(&address)?;
    let status = wire.ask(&Visitor::nobody(&address).get("/sign-in"))?.status;
    if status != 200 {
        bail!("The first page was answered with {status}.")
    }
    Ok(address)
}
