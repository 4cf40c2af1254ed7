//! The options by which whoever runs the machine watches it.

use crate::edge;
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::sync::Arc;
use web::App;
use web::watch::log::Turn;
use web::watch::{Level, Log, Style, Watch};

#[derive(clap::Args)]
pub struct Watching {
    /// Where to answer /metrics, /health and /ready; an address that only whoever watches the machine can reach.
    #[arg(long, value_name = "ADDRESS:PORT")]
    watch: Option<SocketAddr>,
    /// How the log is written to standard error: a line for each request, without any person or case.
    #[arg(long, value_enum)]
    log: Option<Written>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Written {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
    Off,
}

impl Watching {
    /// `unasked` is the least that is written when no `--log` was given.
    pub fn watch(&self, unasked: Level) -> Watch {
        let to = || Box::new(std::io::stderr());
        let log = match self.log {
            None => Log::new(Style::Text, unasked, to()),
            Some(Written::Text) => Log::new(Style::Text, Level::Info, to()),
            Some(Written::Json) => Log::new(Style::Json, Level::Info, to()),
            Some(Written::Off) => Log::default(),
        };
        Watch { address: self.watch, log: Arc::new(log), instruments: edge::INSTRUMENTS, ..Watch::default() }
    }
}

/// Answers to whoever watches, from now on, and sees to it that a panic tells its place and nothing else.
pub async fn begin(app: &App) -> Result<()> {
    // Its first reading begins the count of how long the program runs.
    (edge::INSTRUMENTS.stopwatch)();
    let log = app.options.watch.log.clone();
    std::panic::set_hook(Box::new(move |panic| log.panicked(edge::now(), panic.location())));
    let elsewhere =
        "Nothing can listen at the address of --watch: another program may be there, or the pages are. Try another.";
    web::watch::listen(app).await.context(elsewhere)?;
    app.options.watch.log.turn(app.now(), Turn::Started);
    Ok(())
}

pub fn end(app: &App) {
    app.options.watch.log.turn(app.now(), Turn::Stopped);
}

#[cfg(test)]
mod tests {
    use crate::Arguments;
    use clap::Parser;

    #[test]
    fn the_services_of_the_package_give_options_that_there_are() {
        let packaging = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packaging");
        let read = |file: &str| std::fs::read_to_string(packaging.join(file)).unwrap();
        let defaults = read("debian/default");
        let options = defaults.lines().find_map(|line| line.strip_prefix("SERVE_OPTIONS=")).unwrap();
        for unit in ["safeconduct.service", "safeconduct-verify.service"] {
            let unit = read(unit).replace("$SERVE_OPTIONS", options.trim_matches('"'));
            let command = unit.lines().find_map(|line| line.strip_prefix("ExecStart=")).unwrap();
            let parsed = Arguments::try_parse_from(command.split_whitespace());
            assert!(parsed.is_ok(), "{command}: {}", parsed.err().map_or(String::new(), |error| error.to_string()));
        }
    }
}
