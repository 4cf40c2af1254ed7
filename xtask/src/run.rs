//! Starting other programs, and saying what is being done.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Instant;

/// An error is a sentence for the person in front of the screen.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder that holds the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the workspace")
}

/// Where everything goes that is built.
pub fn target() -> PathBuf {
    environment("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The binary that `cargo build --release` makes.
pub fn release_binary() -> PathBuf {
    target().join("release").join("safeconduct")
}

#[expect(clippy::disallowed_methods, reason = "this tool is an edge of its own: the product never sees what it reads")]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

pub fn in_ci() -> bool {
    environment("CI").is_some_and(|value| value != "false")
}

/// Says what is done next, and how long all before it took.
#[expect(clippy::disallowed_methods, reason = "this tool is an edge of its own: the product never sees what it reads")]
pub fn heading(words: &str) {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let took = BEGAN.get_or_init(Instant::now).elapsed().as_secs();
    let line = "─".repeat(64_usize.saturating_sub(words.chars().count()));
    println!("\n── {words} {line} {:02}:{:02}", took / 60, took % 60);
}

pub fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new(environment("CARGO").unwrap_or_else(|| "cargo".to_owned()));
    // What cargo says of this tool itself would make some crates build anew whenever it is not this tool that builds.
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            cargo.env_remove(name);
        }
    }
    cargo.current_dir(root()).args(arguments);
    cargo
}

/// Runs a program that must succeed; its words go to the screen.
pub fn must(command: &mut Command) -> Outcome {
    let status = command.stdin(Stdio::null()).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` did not succeed.", spoken(command))) }
}

/// What a program prints, if it is there and succeeds.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).current_dir(root()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

pub fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}.", command.get_program().to_string_lossy())
}

/// A command as somebody would type it.
pub fn spoken(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
