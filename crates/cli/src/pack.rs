//! `safeconduct pack`: looks whether the tables of a country's pack are fit before anybody relies on them.

use crate::edge;
use anyhow::{Context, Result, bail};
use base::Instant;
use casework::services::check;
use casework::services::pack::{self as services, EMBEDDED, SERVICES, WARNINGS};
use clap::Subcommand;
use papers::letter;
use papers::roll::{Forms, forms};
use pathway::pack::{Represented, WORDS};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Pack {
    /// Reads the tables and the letters of a pack, and says in a sentence what is wrong with each row and line.
    ///
    /// Services, warnings and letters may be missing; steps, ways and missions may not.
    Check {
        /// The folder with the tables and the letters; without it, those that this program carries.
        folder: Option<PathBuf>,
    },
}

impl Pack {
    pub fn run(self) -> Result<()> {
        let Pack::Check { folder } = self;
        let now = edge::now();
        match folder {
            Some(folder) => judge(&gathered(&folder)?, now),
            None => shipped().into_iter().try_for_each(|pack| judge(&pack, now)),
        }
    }
}

/// The files of one pack, by their names; those of the letters by their paths below their folder.
struct Gathered {
    name: String,
    tables: BTreeMap<String, String>,
    services: Option<String>,
    warnings: Option<String>,
    letters: BTreeMap<String, String>,
    /// None where the pack has none.
    rolls: BTreeMap<String, String>,
}

/// The packs of the program. Whom one can ask, and letters, are Cambodia's.
fn shipped() -> Vec<Gathered> {
    let of = |one: &pathway::pack::Shipped| {
        let first = one.id == pathway::pack::shipped()[0].id;
        Gathered {
            name: one.id.to_owned(),
            tables: pathway::pack::files(one.id),
            services: first.then(|| EMBEDDED.0.to_owned()),
            warnings: first.then(|| EMBEDDED.1.to_owned()),
            letters: if first { letter::pack::files() } else { BTreeMap::new() },
            rolls: forms::files(one.id),
        }
    };
    pathway::pack::shipped().iter().map(of).collect()
}

fn gathered(folder: &Path) -> Result<Gathered> {
    let mut tables = BTreeMap::new();
    for name in names(folder)?.into_iter().filter(|name| name.ends_with(".csv")) {
        tables.insert(name.clone(), read(folder, &name)?);
    }
    tables.extend(below(folder, WORDS)?.into_iter().map(|(name, text)| (format!("{WORDS}/{name}"), text)));
    Ok(Gathered {
        name: folder.display().to_string(),
        services: tables.remove(SERVICES),
        warnings: tables.remove(WARNINGS),
        tables,
        letters: below(folder, letter::pack::FOLDER)?,
        rolls: below(folder, forms::FOLDER)?,
    })
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

/// Every file of the letters, the rolls or the words, by its path below their folder; none where the pack has none.
fn below(folder: &Path, part: &str) -> Result<BTreeMap<String, String>> {
    let part = folder.join(part);
    let mut files = BTreeMap::new();
    if part.is_dir() {
        for name in names(&part)? {
            match part.join(&name).is_dir() {
                true => {
                    let inner = part.join(&name);
                    for file in names(&inner)? {
                        files.insert(format!("{name}/{file}"), read(&inner, &file)?);
                    }
                }
                false => drop(files.insert(name.clone(), read(&part, &name)?)),
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

fn judge(pack: &Gathered, now: Instant) -> Result<()> {
    let today = now.local_date();
    let mut problems = Vec::new();
    // A table that is not there is one without rows.
    let or_none = |table: &Option<String>, ours: &str| {
        table.clone().unwrap_or_else(|| ours.lines().next().unwrap_or_default().to_owned())
    };
    let (services, warnings) = (or_none(&pack.services, EMBEDDED.0), or_none(&pack.warnings, EMBEDDED.1));
    problems.extend(check(&services, &warnings, today).iter().map(ToString::to_string));
    let (forms, wrong) = letter::Pack::read(&pack.letters);
    problems.extend(wrong.iter().map(ToString::to_string));
    if !pack.rolls.is_empty() {
        problems.extend(Forms::read(&pack.rolls).1.iter().map(ToString::to_string));
    }
    let out = match pathway::Pack::read(&pack.tables) {
        Ok(out) => {
            problems.extend(out.from_the_future(today).iter().map(ToString::to_string));
            problems.extend(out.idle_words().iter().map(ToString::to_string));
            Some(out)
        }
        Err(troubles) => {
            problems.extend(troubles.iter().map(ToString::to_string));
            None
        }
    };
    let (Some(out), true) = (out, problems.is_empty()) else {
        problems.iter().for_each(|problem| println!("{problem}"));
        bail!("Places that need another look before the pack is used: {}.", problems.len());
    };
    println!("{}: {}", pack.name, out.basics.name);
    say_ways_out(&out, now);
    let (known, _) = services::read(&services, &warnings);
    let (organisations, warnings) = (known.organisations.len(), known.warnings.len());
    println!("{organisations} organisations and {warnings} warnings: every row is fit.");
    println!("{} letters in {} languages: every line is fit.", forms.forms.len(), papers::Tongue::ALL.len());
    Ok(())
}

/// What nobody has looked at for so long should be asked again before anybody relies on it.
const OLD_HOURS: i64 = 180 * 24;

fn say_ways_out(out: &pathway::Pack, now: Instant) {
    let unconfirmed = out.missions.values().filter(|one| one.represented == Represented::Unconfirmed).count();
    println!("{} steps in {} ways out: every row is fit.", out.steps.len(), out.ways.len());
    println!("{} missions, {unconfirmed} of them unconfirmed: every row is fit.", out.missions.len());
    println!(
        "{} routing warnings, {} deadlines, {} fees, {} places, {} holidays: every row is fit.",
        out.cautions.len(),
        out.deadlines.len(),
        out.fees.len(),
        out.places.len(),
        out.holidays.len()
    );
    let texts = out.texts().len();
    for (tag, said) in out.tongues() {
        println!("{tag}: {said} of {texts} texts are said; what is not stands in English.");
    }
    let today = now.local_date();
    for passed in out.deadlines.iter().filter(|one| one.ends_on < today) {
        println!("The deadline “{}” passed on {}: ask whether it was moved.", passed.id, passed.ends_on);
    }
    let since = now.plus_hours(-OLD_HOURS).local_date();
    let old: Vec<_> = out.stale(since).collect();
    if let Some(oldest) = old.iter().min_by_key(|origin| origin.newest()) {
        println!(
            "Nobody has looked at {} rows since {since}; the oldest is {}, row {}. They stay in use: ask again.",
            old.len(),
            oldest.file,
            oldest.row
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Files = BTreeMap<String, String>;

    /// A folder with these files, by their paths.
    fn checked(files: &Files) -> Result<()> {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Pack::Check { folder: Some(folder.path().to_owned()) }.run()
    }

    fn whole() -> Files {
        let mut files = pathway::pack::files("khm");
        files.insert(SERVICES.to_owned(), EMBEDDED.0.to_owned());
        files.insert(WARNINGS.to_owned(), EMBEDDED.1.to_owned());
        let letters = letter::pack::files().into_iter();
        files.extend(letters.map(|(path, text)| (format!("{}/{path}", letter::pack::FOLDER), text)));
        let rolls = forms::files("khm").into_iter();
        files.extend(rolls.map(|(path, text)| (format!("{}/{path}", forms::FOLDER), text)));
        files
    }

    fn with(name: &str, change: impl Fn(&str) -> String) -> Files {
        let mut files = whole();
        let changed = change(&files[name]);
        assert_ne!(changed, files[name], "nothing was changed in {name}");
        files.insert(name.to_owned(), changed);
        files
    }

    fn without(names: &[&str]) -> Files {
        let mut files = whole();
        names.iter().for_each(|name| drop(files.remove(*name).unwrap()));
        files
    }

    const ONE: &str = "Places that need another look before the pack is used: 1.";

    #[test]
    fn a_pack_is_fit_or_the_command_fails() {
        Pack::Check { folder: None }.run().unwrap();
        checked(&whole()).unwrap();
        let failed = |files: &Files| checked(files).unwrap_err().to_string();
        assert_eq!(failed(&with(SERVICES, |text| text.replace(",150,", ",many,"))), ONE);
        assert_eq!(failed(&without(&["letters/presumption/km.txt"])), ONE);
        let nowhere = Pack::Check { folder: Some("no-such-folder".into()) }.run().unwrap_err().to_string();
        assert!(nowhere.starts_with("no-such-folder cannot be read."), "{nowhere}");
    }

    #[test]
    fn every_table_of_the_ways_out_is_looked_through() {
        for (name, from, to) in [
            ("steps.csv", ",R15;R12,", ",R15;R12;R17,"),
            ("ways.csv", ",S01,", ",S02,"),
            ("missions.csv", "UGA,covering", "UGA,somewhere"),
            ("routing_warnings.csv", "TWN,", "TAIWAN,"),
            ("deadlines.csv", ",R16,", ",R61,"),
            ("fees.csv", "fare,Ticket home,80,", "fare,Ticket home,cheap,"),
            ("holidays.csv", "2026-01-07", "7 January"),
            ("places.csv", "\nGDI,", "\nPNH,"),
            ("pack.csv", "fine-per-day,10", "fine-per-day,-10"),
            ("pack.csv", "waiver-step,R07", "waiver-step,R77"),
            ("pack.csv", "identity-step,R03", "identity-step,R33"),
            ("words/ar.csv", "\nExit visa,", "\nExit,"),
            ("words/fr.csv", "english,said", "english"),
            ("pack.csv", "document-step,R04", "document-step,R44"),
            ("rolls/words.csv", "birth,", "born,"),
            ("rolls/answers.csv", "refused,en,denied", "perhaps,en,denied"),
            ("rolls/note-verbale/km.txt", "{persons}", "{people}"),
        ] {
            assert!(checked(&with(name, |text| text.replacen(from, to, 1))).is_err(), "{name}");
        }
    }

    #[test]
    fn a_pack_may_lack_services_and_letters_and_not_the_steps() {
        let mut fewer = without(&[SERVICES, WARNINGS]);
        fewer.retain(|name, _| !name.starts_with(letter::pack::FOLDER));
        checked(&fewer).unwrap();
        fewer.remove("steps.csv");
        assert!(checked(&fewer).is_err());
        checked(&without(&[SERVICES])).unwrap();
        checked(&pathway::pack::files("mmr-tha")).unwrap();
    }

    #[test]
    fn a_table_of_another_name_is_a_slip() {
        let mut more = whole();
        more.insert("mission.csv".to_owned(), String::new());
        assert_eq!(checked(&more).unwrap_err().to_string(), ONE);
    }
}
