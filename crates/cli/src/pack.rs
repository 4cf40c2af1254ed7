//! `safeconduct pack`: looks whether the tables of a country's pack are fit before anybody relies on them.

use crate::edge;
use anyhow::{Context, Result, bail};
use casework::services::pack::{EMBEDDED, SERVICES, WARNINGS};
use casework::services::{check, pack};
use clap::Subcommand;
use papers::letter;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Pack {
    /// Reads services.csv, warnings.csv and the letters, and says in a sentence what is wrong with each row and line.
    Check {
        /// The folder with the tables and the letters; without it, those that this program carries.
        folder: Option<PathBuf>,
    },
}

impl Pack {
    pub fn run(self) -> Result<()> {
        let Pack::Check { folder } = self;
        match folder {
            Some(folder) => judge(&read(&folder, SERVICES)?, &read(&folder, WARNINGS)?, &letters(&folder)?),
            None => judge(EMBEDDED.0, EMBEDDED.1, &letter::pack::files()),
        }
    }
}

/// Larger than any pack; a file that is longer is something else.
const LARGEST: u64 = 8 << 20;

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    let missing = || format!("{} cannot be read. Nothing was checked; say the folder that holds it.", path.display());
    let size = std::fs::metadata(&path).with_context(missing)?.len();
    if size > LARGEST {
        bail!("{} is larger than 8 MB, which no pack is. Nothing was checked.", path.display());
    }
    let bytes = std::fs::read(&path).with_context(missing)?;
    let text = String::from_utf8(bytes);
    text.ok().with_context(|| format!("{} is not in UTF-8. Save it again as “CSV UTF-8”.", path.display()))
}

/// Every file of the letters, by its path below their folder; none where the pack has no letters.
fn letters(folder: &Path) -> Result<BTreeMap<String, String>> {
    let letters = folder.join(letter::pack::FOLDER);
    let mut files = BTreeMap::new();
    if letters.is_dir() {
        for name in names(&letters)? {
            match letters.join(&name).is_dir() {
                true => {
                    let inner = letters.join(&name);
                    for file in names(&inner)? {
                        files.insert(format!("{name}/{file}"), read(&inner, &file)?);
                    }
                }
                false => drop(files.insert(name.clone(), read(&letters, &name)?)),
            }
        }
    }
    Ok(files)
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let unread = || format!("{} cannot be read. Nothing was checked.", folder.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unread)? {
        names.push(entry.with_context(unread)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn judge(services: &str, warnings: &str, letters: &BTreeMap<String, String>) -> Result<()> {
    let (forms, wrong) = letter::Pack::read(letters);
    let mut problems: Vec<String> =
        check(services, warnings, edge::now().local_date()).iter().map(ToString::to_string).collect();
    problems.extend(wrong.iter().map(ToString::to_string));
    if problems.is_empty() {
        let (pack, _) = pack::read(services, warnings);
        let (organisations, warnings) = (pack.organisations.len(), pack.warnings.len());
        println!("{organisations} organisations and {warnings} warnings: every row is fit.");
        println!("{} letters in {} languages: every line is fit.", forms.forms.len(), papers::Tongue::ALL.len());
        return Ok(());
    }
    problems.iter().for_each(|problem| println!("{problem}"));
    bail!("Places that need another look before the pack is used: {}.", problems.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(services: &str, letters: &BTreeMap<String, String>) -> Result<()> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(SERVICES), services).unwrap();
        std::fs::write(folder.path().join(WARNINGS), EMBEDDED.1).unwrap();
        for (path, text) in letters {
            let path = folder.path().join(letter::pack::FOLDER).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Pack::Check { folder: Some(folder.path().to_owned()) }.run()
    }

    #[test]
    fn a_pack_is_fit_or_the_command_fails() {
        Pack::Check { folder: None }.run().unwrap();
        checked(EMBEDDED.0, &BTreeMap::new()).unwrap();
        let mut letters = letter::pack::files();
        checked(EMBEDDED.0, &letters).unwrap();
        let one = "Places that need another look before the pack is used: 1.";
        let failed = checked(&EMBEDDED.0.replace(",150,", ",many,"), &letters).unwrap_err().to_string();
        assert_eq!(failed, one);
        letters.remove("presumption/km.txt").unwrap();
        assert_eq!(checked(EMBEDDED.0, &letters).unwrap_err().to_string(), one);
        let nowhere = Pack::Check { folder: Some("no-such-folder".into()) }.run().unwrap_err().to_string();
        assert!(nowhere.starts_with("no-such-folder/services.csv cannot be read."), "{nowhere}");
    }
}
