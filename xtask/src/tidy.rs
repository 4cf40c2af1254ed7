//! Rules that no compiler knows. Every breach is one line: the file, its line, and the rule.

use crate::dependencies;
use crate::run::{Outcome, answer, root};
use std::fs;

const MOST_LINES: usize = 400;

/// Endings of the files that people write here.
const WRITTEN: [&str; 12] =
    [".rs", ".toml", ".html", ".css", ".js", ".mjs", ".sql", ".ftl", ".py", ".sh", ".md", ".json"];

/// Endings of the files that run.
const SOURCES: [&str; 6] = [".rs", ".js", ".mjs", ".py", ".sql", ".html"];

/// What a source must not hold. Each is put together here, so that this file does not break its own rule.
const UNFINISHED: [(&str, &str); 6] = [
    (concat!("TO", "DO"), "is something left to do; finish it or open an issue"),
    (concat!("FIX", "ME"), "is something left to mend; mend it or open an issue"),
    (concat!("todo", "!("), "is a stub"),
    (concat!("unimplemented", "!("), "is a stub"),
    (concat!("#[", "ignore"), "passes a test over"),
    (concat!("sle", "ep("), "waits for a time instead of a condition"),
];

/// What belongs to one machine or one network, and so in no file of the project.
const OF_ONE_MACHINE: [&str; 9] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/fa", "rm/"),
    concat!("registry.", "npmjs.org"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("files.", "pythonhosted.org"),
    concat!("deb.", "debian.org"),
];

pub fn check() -> Outcome {
    let listed = answer("git", &["ls-files", "--cached", "--others", "--exclude-standard"])
        .ok_or("The files could not be listed: this check needs git and a clone.")?;
    let mut breaches = Vec::new();
    for path in listed.lines() {
        // Pictures and other bytes are no text; a file that was deleted a moment ago is none either.
        if let Ok(text) = fs::read_to_string(root().join(path)) {
            breaches.extend(breaches_of(path, &text));
        }
    }
    breaches.extend(dependencies::unexplained(listed.lines())?);
    if breaches.is_empty() {
        println!("{} files are tidy.", listed.lines().count());
        return Ok(());
    }
    Err(format!("{}\n{} breaches of the rules of this house.", breaches.join("\n"), breaches.len()))
}

fn breaches_of(path: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
    let made = path.ends_with("package-lock.json") || path == "docs/openapi.json";
    let ours = !path.contains("vendor/") && !path.starts_with("data/") && !made;
    if ours && ends(&WRITTEN) && text.lines().count() > MOST_LINES {
        breaches.push(format!(
            "{path}: has {} lines, more than {MOST_LINES}: is there more than one room in it?",
            text.lines().count()
        ));
    }
    for (number, line) in text.lines().enumerate() {
        let at = format!("{path}:{}", number + 1);
        if ours && ends(&SOURCES) {
            let found = UNFINISHED.iter().filter(|(mark, _)| line.contains(mark));
            breaches.extend(found.map(|(mark, rule)| format!("{at}: `{mark}` {rule}")));
        }
        let found = OF_ONE_MACHINE.iter().filter(|place| !path.ends_with("Cargo.lock") && line.contains(**place));
        breaches.extend(found.map(|place| format!("{at}: `{place}` belongs to one machine or network")));
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_source_has_no_breach() {
        assert_eq!(breaches_of("crates/base/src/id.rs", "fn main() {}\n"), Vec::<String>::new());
    }

    #[test]
    fn every_mark_of_the_unfinished_is_found() {
        for (mark, _) in UNFINISHED {
            assert_eq!(breaches_of("crates/base/src/id.rs", &format!("\n  {mark}\n")).len(), 1, "{mark}");
            assert!(breaches_of("data/demo/remarks.csv", mark).is_empty(), "data may say {mark}");
        }
    }

    #[test]
    fn what_belongs_to_one_machine_is_found_in_every_file() {
        for place in OF_ONE_MACHINE {
            let found = breaches_of("README.md", &format!("see {place}x"));
            assert_eq!(found.len(), 1, "{place}");
            assert!(found[0].starts_with("README.md:1:"));
        }
    }

    #[test]
    fn a_file_of_two_rooms_is_found() {
        assert!(breaches_of("crates/web/src/a.rs", &"\n".repeat(400)).is_empty());
        assert_eq!(breaches_of("crates/web/src/a.rs", &"\n".repeat(401)).len(), 1);
        assert!(breaches_of("crates/web/static/vendor/a.js", &"\n".repeat(401)).is_empty());
    }
}
