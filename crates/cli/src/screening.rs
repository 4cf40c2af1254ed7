//! `safeconduct screening`: tries the rules of screening and triage on written cases, and looks through forms.

use ::screening::xlsform;
use ::screening::{Instruments, vignette};
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use papers::Book;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Screening {
    /// Assesses every vignette (.txt) of a folder and says in sentences where the result is another than expected.
    Check {
        /// A folder, or one vignette.
        folder: PathBuf,
        /// Prints every result with its reasons, also where all is as expected.
        #[arg(long)]
        reasons: bool,
    },
    /// Reads a questionnaire (XLSForm, .xlsx) and says in sentences what of it is not understood.
    Form { file: PathBuf },
}

impl Screening {
    pub fn run(self) -> Result<()> {
        match self {
            Screening::Check { folder, reasons } => check(&folder, reasons),
            Screening::Form { file } => form(&file),
        }
    }
}

/// Larger than any vignette or form; a file that is longer is something else.
const LARGEST: u64 = 4 << 20;

fn check(folder: &Path, reasons: bool) -> Result<()> {
    let files = vignettes(folder)?;
    let mut different = 0;
    for path in &files {
        let text = String::from_utf8(read(path)?);
        let text = text.ok().with_context(|| format!("{} is not in UTF-8. Save it again as UTF-8.", path.display()))?;
        let report = vignette::check(Instruments::shipped(), &text);
        different += usize::from(!report.differences.is_empty());
        if reasons || !report.differences.is_empty() {
            println!("{}: {}", path.file_name().unwrap_or_default().display(), report.title);
        }
        report.differences.iter().for_each(|difference| println!("  ! {difference}"));
        if reasons {
            report.sentences.iter().for_each(|sentence| println!("    {sentence}"));
        }
    }
    if different > 0 {
        bail!("{different} of {} vignettes come to something else than expected.", files.len());
    }
    println!("{} vignettes: each comes to what is expected.", files.len());
    Ok(())
}

/// The vignettes of a folder by their names, without those of hidden files.
fn vignettes(folder: &Path) -> Result<Vec<PathBuf>> {
    if folder.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let missing =
        || format!("{} cannot be read. Nothing was checked; say the folder with the vignettes.", folder.display());
    let all = std::fs::read_dir(folder).with_context(missing)?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> = all.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    if files.is_empty() {
        bail!("{} has no vignette. Each is a text file that ends in .txt.", folder.display());
    }
    Ok(files)
}

fn form(file: &Path) -> Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let book = Book::read(&read(file)?, &name)?;
    match xlsform::read(&casework::hearing::form_of(&book), Instruments::shipped()) {
        Ok(whole) => {
            let carries = whole.questions.iter().filter(|one| one.can_carry()).count();
            println!(
                "{}, version {}: {} questions, {carries} of which can carry a result.",
                whole.title,
                whole.version,
                whole.questions.len()
            );
            Ok(())
        }
        Err(troubles) => {
            troubles.iter().for_each(|trouble| println!("{trouble}"));
            bail!("Places that need another look before the form can be asked: {}.", troubles.len())
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let missing = || format!("{} cannot be read. Nothing was checked.", path.display());
    if std::fs::metadata(path).with_context(missing)?.len() > LARGEST {
        bail!("{} is larger than 4 MB, which nothing of this kind is. Nothing was checked.", path.display());
    }
    std::fs::read(path).with_context(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(below: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(below)
    }

    #[test]
    fn vignettes_come_to_what_is_expected_or_the_command_fails() {
        check(&ours("data/vignettes"), false).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let none = check(folder.path(), false).unwrap_err().to_string();
        assert!(none.ends_with("has no vignette. Each is a text file that ends in .txt."), "{none}");
        std::fs::write(folder.path().join("a.txt"), "title: Nothing known\nexpect finding: presumed victim\n").unwrap();
        let failed = check(folder.path(), true).unwrap_err().to_string();
        assert_eq!(failed, "1 of 1 vignettes come to something else than expected.");
    }

    #[test]
    fn a_form_can_be_asked_or_the_command_fails() {
        let files = ours("crates/screening/tests/files");
        form(&files.join("labour inspection.xlsx")).unwrap();
        let failed = form(&files.join("not understood.xlsx")).unwrap_err().to_string();
        assert!(failed.starts_with("Places that need another look before the form can be asked: "), "{failed}");
        assert!(form(&files.join("no such.xlsx")).unwrap_err().to_string().ends_with("Nothing was checked."));
    }
}
