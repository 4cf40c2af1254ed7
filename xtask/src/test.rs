//! Every test there is, and one line at the end that says how many passed.

mod tally;

use crate::postgres::{Server, Settings};
use crate::run::{Outcome, cannot_start, cargo, heading, in_ci, must, release_binary, root, spoken};
use crate::{machine, prober};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tally::Tally;

/// The README's one command.
pub fn everything() -> Outcome {
    let (tally, outcome) = counted(true);
    close(tally, outcome)
}

pub fn without_browser() -> Outcome {
    if in_ci() {
        return Err("In CI nothing is left out: `--without-browser` is for people.".to_owned());
    }
    let (tally, outcome) = counted(false);
    println!("\nThe browser stories were left out, as asked.");
    close(tally, outcome)
}

/// Runs the tests to the end whatever happens, so that one look shows all that is wrong.
pub fn counted(with_browser: bool) -> (Tally, Outcome) {
    let mut tally = Tally::default();
    let mut wrong = Vec::new();
    if with_browser && let Err(sentence) = machine::ready_for_browser() {
        // Said before the long part, and again at its end.
        eprintln!("{sentence}");
        return (tally, Err(sentence));
    }
    heading("Unit and property tests");
    let mut tests = cargo(&["test", "--workspace", "--no-fail-fast"]);
    wrong.extend(tally.of(&mut tests).err());
    let databases = on_postgres(&mut tally).map_err(|sentence| wrong.push(sentence)).ok();
    if with_browser {
        // Without a database the stories that need one say so.
        let named = databases.as_ref().map_or("", |(_, named)| named);
        wrong.extend(browser(&mut tally, stories(), &[("SAFECONDUCT_DATABASES", named)]).err());
        // The stories have just built the binary.
        wrong.extend(tally.probed(prober::probe()).err());
    }
    let outcome = if wrong.is_empty() { tally.verdict() } else { Err(wrong.join("\n")) };
    (tally, outcome)
}

/// The programs of tests are those that were built a moment ago, and cargo hands each to this, which passes over all but
/// three crates. Asking cargo for these crates alone would build what they depend on anew, with other features.
const ONLY_WITH_A_DATABASE: &str = r#"target.'cfg(unix)'.runner = ["sh", "-c", 'case "$CARGO_PKG_NAME" in store|access|casework) exec "$@";; esac', "sh"]"#;

/// What the store and the slices promise, once more, on the other engine. The server is handed on to the stories, with
/// the addresses of two empty databases: for the story of two servers, and for that of moving.
fn on_postgres(tally: &mut Tally) -> Outcome<(Server, String)> {
    heading("The same on PostgreSQL");
    let server = Server::start(Settings::Fleeting)?;
    let mut tests = cargo(&["test", "--workspace", "--tests", "--no-fail-fast", "--config", ONLY_WITH_A_DATABASE]);
    tally.of(tests.env("SAFECONDUCT_TEST_DATABASE", server.url()))?;
    let named = format!("{} {}", server.database("shared")?, server.database("moved")?);
    Ok((server, named))
}

/// Only the story that takes the pictures, and the pictures go where the README shows them.
pub fn screenshots() -> Outcome {
    machine::ready_for_browser()?;
    let mut tally = Tally::default();
    let story = root().join("e2e/stories/screenshots.test.mjs");
    let outcome = browser(&mut tally, Ok(vec![story]), &[("README_PICTURES", "yes")]);
    close(tally, outcome.and_then(|()| tally.verdict()))
}

fn browser(tally: &mut Tally, stories: Outcome<Vec<PathBuf>>, settings: &[(&str, &str)]) -> Outcome {
    heading("The binary, as the README's first command builds it");
    must(&mut cargo(&["build", "--release", "--package", "safeconduct"]))?;
    heading("Stories in the browser");
    let mut node = Command::new("node");
    node.current_dir(root().join("e2e"));
    node.args(["--test", "--test-reporter=spec"]).args(stories?);
    node.env("SAFECONDUCT", release_binary()).env("NO_COLOR", "1").envs(settings.iter().copied());
    tally.of(&mut node)
}

/// Named one by one: what node makes of a folder differs between its versions.
fn stories() -> Outcome<Vec<PathBuf>> {
    let folder = root().join("e2e/stories");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("e2e/stories cannot be read: {error}."))?;
    let mut stories: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    stories.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    stories.sort();
    if stories.is_empty() { Err("There is no story in e2e/stories.".to_owned()) } else { Ok(stories) }
}

impl Tally {
    /// Runs a test program, shows what it prints, and counts along.
    fn of(&mut self, command: &mut Command) -> Outcome {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| cannot_start(command, &error))?;
        let before = *self;
        let output = BufReader::new(child.stdout.take().expect("it was just piped"));
        for line in output.lines().map_while(Result::ok) {
            println!("{line}");
            self.read(&line);
        }
        let status = child.wait().map_err(|error| format!("`{}` was lost: {error}.", spoken(command)))?;
        if *self == before {
            return Err(format!("`{}` ran no test.", spoken(command)));
        }
        if status.success() { Ok(()) } else { Err(format!("`{}` did not succeed.", short(command))) }
    }
}

impl Tally {
    /// Takes in what the stranger at the interface found.
    fn probed(&mut self, found: Outcome<(usize, usize)>) -> Outcome {
        let (passed, failed) = found?;
        self.passed += passed;
        self.failed += failed;
        if failed == 0 { Ok(()) } else { Err("The interface for programs does not answer as it says.".to_owned()) }
    }
}

/// The first words of a long command.
fn short(command: &Command) -> String {
    spoken(command).split(' ').take(3).collect::<Vec<_>>().join(" ")
}

/// The last lines: what went wrong in sentences, then the sum.
pub fn close(tally: Tally, outcome: Outcome) -> Outcome {
    heading("Together");
    if let Err(sentence) = &outcome {
        println!("{sentence}");
    }
    println!("{tally}");
    outcome.map_err(|_| "Not everything passed; the reasons stand above.".to_owned())
}
