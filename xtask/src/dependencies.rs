//! Every direct dependency has a line in `docs/dependencies.md`, and every line there is still needed.

use crate::run::{Outcome, root};
use std::collections::BTreeSet;
use std::fs;

const REASONS: &str = "docs/dependencies.md";

/// Dependencies without a reason, reasons without a dependency, and dependencies that no crate uses.
pub fn unexplained<'a>(files: impl Iterator<Item = &'a str>) -> Outcome<Vec<String>> {
    let read =
        |path: &str| fs::read_to_string(root().join(path)).map_err(|error| format!("{path} cannot be read: {error}."));
    let (mut offered, mut used) = (BTreeSet::new(), BTreeSet::new());
    for path in files {
        match path.rsplit('/').next() {
            Some("Cargo.toml") if path == "Cargo.toml" => offered.extend(in_manifest(&read(path)?)),
            Some("Cargo.toml") => used.extend(in_manifest(&read(path)?)),
            Some("package.json") => used.extend(in_package(&read(path)?)),
            _ => {}
        }
    }
    // A table that is not there explains nothing.
    let explained = in_table(&read(REASONS).unwrap_or_default());
    let without_reason = offered.union(&used).filter(|name| !explained.contains(*name));
    let without_use = explained.iter().filter(|name| !offered.contains(*name) && !used.contains(*name));
    let idle = offered.difference(&used);
    Ok(without_reason
        .map(|name| format!("{REASONS}: says nothing of `{name}`"))
        .chain(without_use.map(|name| format!("{REASONS}: explains `{name}`, which nothing depends on")))
        .chain(idle.map(|name| format!("Cargo.toml: offers `{name}`, which no crate uses")))
        .collect())
}

/// The names under `[…dependencies]` that do not come from this workspace.
fn in_manifest(text: &str) -> BTreeSet<String> {
    let (mut inside, mut names) = (false, BTreeSet::new());
    for line in text.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.trim_end_matches(']').ends_with("dependencies");
        } else if inside
            && !line.starts_with('#')
            && let Some((key, value)) = line.split_once('=')
        {
            let name = key.trim().split('.').next().unwrap_or_default();
            if !value.contains("path =") && !root().join("crates").join(name).exists() {
                names.insert(name.to_owned());
            }
        }
    }
    names
}

/// The names under `"dependencies"` and `"devDependencies"`, one a line as npm writes them.
fn in_package(text: &str) -> BTreeSet<String> {
    let (mut inside, mut names) = (false, BTreeSet::new());
    for line in text.lines().map(str::trim) {
        if line.starts_with('}') {
            inside = false;
        } else if let Some((key, value)) = line.split_once(':') {
            let key = key.trim_matches('"');
            if value.trim() == "{" {
                inside = key.to_lowercase().ends_with("dependencies");
            } else if inside {
                names.insert(key.to_owned());
            }
        }
    }
    names
}

/// What stands in backticks in the first column of a table.
fn in_table(text: &str) -> BTreeSet<String> {
    let first = |line: &str| line.trim().strip_prefix('|')?.split('|').next().map(str::to_owned);
    let cells = text.lines().filter_map(first);
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
        names.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_manifest_names_what_comes_from_outside() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\nbase.workspace = true\nserde.workspace = true\n\
            # a word\ncsv = { version = \"1\" }\n[dev-dependencies]\nproptest = \"1\"\n[lints]\nworkspace = true\n";
        assert_eq!(in_manifest(manifest), names(["csv", "proptest", "serde"]));
    }

    #[test]
    fn a_package_names_what_it_installs() {
        let package = "{\n  \"name\": \"x\",\n  \"engines\": { \"node\": \">=18\" },\n  \"dependencies\": {\n    \
            \"axe-core\": \"4\",\n    \"playwright-core\": \"1\"\n  },\n  \"license\": \"y\"\n}";
        assert_eq!(in_package(package), names(["axe-core", "playwright-core"]));
    }

    #[test]
    fn a_table_explains_what_its_first_column_names() {
        let table = "| crate | why |\n|---|---|\n| `serde`, `serde_json` | with `csv` |\n| `axum` | pages |\n";
        assert_eq!(in_table(table), names(["axum", "serde", "serde_json"]));
    }
}
