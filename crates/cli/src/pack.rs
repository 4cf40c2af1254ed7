//! `safeconduct pack`: looks whether the tables of a country's pack are fit before anybody relies on them.

use crate::edge;
use anyhow::{Context, Result, bail};
use casework::services::pack::{EMBEDDED, SERVICES, WARNINGS};
use casework::services::{check, pack};
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Pack {
    /// Reads services.csv and warnings.csv and says in a sentence what is wrong with each row.
    Check {
        /// The folder with both tables; without it, those that this program carries.
        folder: Option<PathBuf>,
    },
}

impl Pack {
    pub fn run(self) -> Result<()> {
        let Pack::Check { folder } = self;
        match folder {
            Some(folder) => judge(&read(&folder, SERVICES)?, &read(&folder, WARNINGS)?),
            None => judge(EMBEDDED.0, EMBEDDED.1),
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

fn judge(services: &str, warnings: &str) -> Result<()> {
    let problems = check(services, warnings, edge::now().local_date());
    if problems.is_empty() {
        let (pack, _) = pack::read(services, warnings);
        println!("{} organisations and {} warnings: every row is fit.", pack.organisations.len(), pack.warnings.len());
        return Ok(());
    }
    problems.iter().for_each(|problem| println!("{problem}"));
    bail!("Places that need another look before the pack is used: {}.", problems.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(services: &str) -> Result<()> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(SERVICES), services).unwrap();
        std::fs::write(folder.path().join(WARNINGS), EMBEDDED.1).unwrap();
        Pack::Check { folder: Some(folder.path().to_owned()) }.run()
    }

    #[test]
    fn a_pack_is_fit_or_the_command_fails() {
        Pack::Check { folder: None }.run().unwrap();
        checked(EMBEDDED.0).unwrap();
        let failed = checked(&EMBEDDED.0.replace(",150,", ",many,")).unwrap_err().to_string();
        assert_eq!(failed, "Places that need another look before the pack is used: 1.");
        let nowhere = Pack::Check { folder: Some("no-such-folder".into()) }.run().unwrap_err().to_string();
        assert!(nowhere.starts_with("no-such-folder/services.csv cannot be read."), "{nowhere}");
    }
}
