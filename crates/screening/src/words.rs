//! Sentences out of catalogues. The pages have their own way to say a key in every language; here is the English one,
//! read from the same file.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Says a key of `screening.ftl` with its values filled in.
pub type Say<'s> = &'s dyn Fn(&str, &[(&str, &str)]) -> String;

const ENGLISH: &str = include_str!("../../../locales/en/screening.ftl");

/// Says it in English; a key that is not there is said as it is, and a test keeps that from being shipped.
pub fn english(key: &str, values: &[(&str, &str)]) -> String {
    static CATALOGUE: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| messages(ENGLISH).collect());
    let Some(pattern) = CATALOGUE.get(key) else { return key.to_owned() };
    values.iter().fold((*pattern).to_owned(), |said, (name, value)| said.replace(&format!("{{ ${name} }}"), value))
}

/// The messages of a catalogue that keeps to one line each and to plain values: a part of Fluent.
pub(crate) fn messages(catalogue: &str) -> impl Iterator<Item = (&str, &str)> {
    catalogue
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" = "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a whole Fluent reader would understand otherwise than we do may not stand in this file.
    #[test]
    fn the_catalogue_keeps_to_what_is_read_here() {
        let mut keys = std::collections::BTreeSet::new();
        for line in ENGLISH.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (key, pattern) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
            assert!(key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{key}");
            assert!(keys.insert(key), "{key} stands twice");
            for placed in pattern.split('{').skip(1) {
                let inner = placed.split('}').next().unwrap();
                assert!(inner.starts_with(" $") && inner.ends_with(' '), "{line}");
            }
        }
        assert!(keys.len() > 150);
    }

    #[test]
    fn a_key_is_said_with_its_values() {
        assert_eq!(english("screening-from-question", &[("number", "12")]), "answer to question 12");
        assert_eq!(english("no-such-key", &[]), "no-such-key");
    }
}
