//! `safeconduct doctor`: is this machine fit to keep a registry?
//!
//! Each check has facts, which are gathered, and a judgement of them, which is pure. What is printed names no
//! person, no team and no case, so it may go into a log.

mod backups;
mod certificate;
mod clock;
mod database;
mod device;
mod disk;
mod files;
mod memory;
mod people;
mod process;
mod registry;
mod sync;
mod witnesses;

use crate::{Place, edge};
use anyhow::{Result, bail};
use device::Device;
use process::Server;
use registry::Registry;
use serde::Serialize;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Doctor {
    #[command(flatten)]
    place: Place,
    /// The folder into which backups are made.
    #[arg(long, value_name = "DIR")]
    backups: Option<PathBuf>,
    /// The certificate with which it is served, as PEM.
    #[arg(long, value_name = "FILE")]
    certificate: Option<PathBuf>,
    /// Prints one JSON array.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Ok,
    /// Somebody should look at it, soon.
    Look,
    /// People may be harmed or work may be lost until it is put right.
    Wrong,
}

/// One line: what was looked at, how it is, and what to do.
#[derive(Debug, Serialize)]
struct Finding {
    check: &'static str,
    verdict: Verdict,
    sentence: String,
}

impl Finding {
    fn ok(check: &'static str, sentence: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Ok, sentence: sentence.into() }
    }
    fn look(check: &'static str, sentence: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Look, sentence: sentence.into() }
    }
    fn wrong(check: &'static str, sentence: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Wrong, sentence: sentence.into() }
    }
}

impl Doctor {
    pub fn run(self) -> Result<()> {
        let findings = self.examine();
        match self.json {
            true => println!("{}", serde_json::to_string(&findings)?),
            false => findings.iter().for_each(print),
        }
        match findings.iter().filter(|finding| finding.verdict == Verdict::Wrong).count() {
            0 => Ok(()),
            1 => bail!("One thing is wrong; its line says what to do."),
            many => bail!("{many} things are wrong; their lines say what to do."),
        }
    }

    fn examine(&self) -> Vec<Finding> {
        let folder = &self.place.dir;
        let now = edge::now();
        let device = Device::under(folder);
        let server = Server::running(folder);
        let mut findings = vec![process::judge_version(&server)];
        // Looked at before it is opened: opening makes the write-ahead log, and mends what a crash left.
        findings.extend(files::judge(&files::Facts::gather(folder)));
        findings.extend(database::judge(&database::Facts::gather(folder)));
        let registry = self.place.open().and_then(|store| Ok(Registry::read(&store, now)?));
        match &registry {
            Ok(registry) => findings.extend([registry.judge(), witnesses::judge(&registry.witnesses)]),
            Err(error) => findings.push(Finding::wrong("registry", error.to_string())),
        }
        let registry = registry.ok();
        findings.push(clock::judge(&clock::Facts::gather(folder, now, registry.as_ref())));
        findings.push(disk::judge(&disk::Facts::gather(folder, registry.as_ref())));
        findings.push(sync::judge(&sync::Facts::gather(folder, &device, &server)));
        findings.extend(device::judge(&device, &device::swaps()));
        findings.extend(memory::judge(&memory::Facts::gather(&server)));
        findings.extend(registry.iter().flat_map(|registry| people::judge(&registry.people)));
        findings.push(backups::judge(&backups::Facts::gather(self.backups.as_deref(), now)));
        findings.extend(self.certificate.as_deref().map(|file| certificate::judge(&certificate::gather(file), now)));
        findings
    }
}

fn print(finding: &Finding) {
    let verdict = match finding.verdict {
        Verdict::Ok => "ok   ",
        Verdict::Look => "look ",
        Verdict::Wrong => "WRONG",
    };
    println!("{verdict}  {:<15} {}", finding.check, finding.sentence);
}

/// "1.5 GB": for people, in powers of ten as disks are sold.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        1_000_000..1_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{:.1} GB", bytes as f64 / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::init::{Wanted, found};
    use access::Role;

    fn verdicts(doctor: &Doctor) -> Vec<(&'static str, Verdict)> {
        doctor.examine().iter().map(|finding| (finding.check, finding.verdict)).collect()
    }

    fn doctor(folder: &std::path::Path) -> Doctor {
        Doctor {
            place: Place { dir: folder.to_owned(), database: None },
            backups: None,
            certificate: None,
            json: false,
        }
    }

    #[test]
    fn a_new_registry_is_examined_whole_and_what_is_broken_in_it_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("registry");
        let store = store::Store::create(&place).unwrap();
        let wanted = Wanted { name: "sokha".into(), role: Role::Caseworker, team: Some("Response".into()) };
        found(&store, "Harbour", &[("Response".into(), "casework".into())], &[wanted]).unwrap();
        drop(store);
        let found = verdicts(&doctor(&place));
        for expected in ["permissions", "database", "log key", "checkpoint", "second factor", "clock"] {
            assert!(found.contains(&(expected, Verdict::Ok)), "{expected} is not well in {found:?}");
        }
        assert!(found.contains(&("team keys", Verdict::Look)), "one person alone holds them: {found:?}");

        std::fs::remove_file(place.join("log.key")).unwrap();
        std::fs::OpenOptions::new().write(true).open(place.join("registry.db")).unwrap().set_len(20_000).unwrap();
        let found = verdicts(&doctor(&place));
        for expected in ["log key", "database"] {
            assert!(found.contains(&(expected, Verdict::Wrong)), "{expected} is not wrong in {found:?}");
        }
    }

    #[test]
    fn a_folder_without_a_registry_is_wrong_and_nothing_is_made_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let found = doctor(folder.path()).examine();
        let registry = found.iter().find(|finding| finding.check == "registry").unwrap();
        assert!(registry.verdict == Verdict::Wrong && registry.sentence.contains("safeconduct init"));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn sizes_are_said_as_people_say_them() {
        assert_eq!([1, 2_500_000, 1_550_000_000].map(size), ["1 kB", "2 MB", "1.6 GB"]);
    }
}
