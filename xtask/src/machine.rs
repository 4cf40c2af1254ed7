//! What the browser stories need that a fresh Debian machine lacks. What is missing is installed; what cannot
//! be installed is a failure with a sentence, never a test that is quietly left out.

use crate::run::{Outcome, answer, environment, heading, must, root};
use std::path::Path;
use std::process::Command;

/// Node's own test runner reports in the form that is counted from this version on.
const NODE_FROM: (u32, u32) = (18, 15);

/// A script that pages are shown in, by a language written in it, and the Debian package that draws it.
const FONTS: [(&str, &str); 4] =
    [("km", "fonts-khmeros"), ("zh", "fonts-noto-cjk"), ("am", "fonts-noto-core"), ("ar", "fonts-noto-core")];

pub fn ready_for_browser() -> Outcome {
    heading("What this machine lacks");
    let missing = missing_packages();
    if missing.is_empty() {
        println!("Chromium, Node.js, Python and the fonts are here.");
    } else {
        install(&missing)?;
        let still = missing_packages();
        if !still.is_empty() {
            return Err(format!("These are still missing after they were installed: {}.", still.join(", ")));
        }
    }
    node_is_new_enough()?;
    node_modules()
}

fn missing_packages() -> Vec<&'static str> {
    let mut missing = Vec::new();
    if !chromium_is_here() {
        missing.push("chromium");
    }
    if answer("node", &["--version"]).is_none() {
        missing.push("nodejs");
    }
    if answer("npm", &["--version"]).is_none() {
        missing.push("npm");
    }
    if answer("fc-list", &["--version"]).is_none() {
        missing.push("fontconfig");
    }
    // Debian's Python comes without what makes a folder of its own for schemathesis.
    if answer("python3", &["-m", "ensurepip", "--version"]).is_none() {
        missing.push("python3-venv");
    }
    missing.extend(FONTS.iter().filter(|(language, _)| !is_drawn(language)).map(|(_, package)| *package));
    missing.dedup();
    missing
}

/// The same place where the stories look for it.
fn chromium_is_here() -> bool {
    Path::new(&environment("CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".to_owned())).exists()
}

fn is_drawn(language: &str) -> bool {
    answer("fc-list", &[&format!(":lang={language}"), "family"]).is_some_and(|fonts| !fonts.trim().is_empty())
}

pub fn install(packages: &[&str]) -> Outcome {
    let list = packages.join(" ");
    println!("Installing {list}");
    if answer("apt-get", &["--version"]).is_none() {
        return Err(format!(
            "This machine lacks {list}, and has no apt-get to install them. Install their like by hand; \
             CHROMIUM may name the browser's program."
        ));
    }
    must(&mut as_root(&["apt-get", "update", "--quiet"]))
        .and_then(|()| {
            must(as_root(&["apt-get", "install", "--yes", "--no-install-recommends", "--quiet"]).args(packages))
        })
        .map_err(|why| format!("{why} Without {list} not every test can run."))
}

pub fn is_root() -> bool {
    answer("id", &["--user"]).is_some_and(|id| id.trim() == "0")
}

fn as_root(words: &[&str]) -> Command {
    let mut command = if is_root() { Command::new("env") } else { Command::new("sudo") };
    command.arg("DEBIAN_FRONTEND=noninteractive").args(words);
    command
}

fn node_is_new_enough() -> Outcome {
    let version = answer("node", &["--version"]).unwrap_or_default();
    if parsed(&version) >= Some(NODE_FROM) {
        return Ok(());
    }
    let (major, minor) = NODE_FROM;
    Err(format!(
        "Node.js {} is too old for the browser stories: {major}.{minor} is the oldest that fits.",
        version.trim()
    ))
}

/// "v20.20.2" as (20, 20).
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Exactly what the lock file says, fetched once.
fn node_modules() -> Outcome {
    let e2e = root().join("e2e");
    let changed = |path: &str| e2e.join(path).metadata().and_then(|file| file.modified()).ok();
    // npm writes this file when it is done, so an install that broke off is begun again.
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        println!("playwright-core and axe-core are here.");
        return Ok(());
    }
    must(Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(&e2e))
        .map_err(|why| format!("{why} Without playwright-core and axe-core the browser stories cannot run."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node_are_ordered() {
        assert_eq!(parsed("v20.20.2\n"), Some((20, 20)));
        assert!(parsed("v18.4.0") < Some(NODE_FROM));
        assert!(parsed("v100.0.0") > Some(NODE_FROM));
        assert!(parsed("nothing") < Some(NODE_FROM));
    }
}
