//! Somebody who was erased does not come back with an older backup.

use casework::erasure::{self, Ground, Stone};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use store::{Store, sql};

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safeconduct"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], lines: &[&str]) -> Output {
    let mut child = program(arguments).spawn().unwrap();
    child.stdin.take().unwrap().write_all((lines.join("\n") + "\n").as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn said(outcome: &Output) -> String {
    let text = String::from_utf8_lossy(&outcome.stdout).into_owned();
    assert!(outcome.status.success(), "{text}{}", String::from_utf8_lossy(&outcome.stderr));
    text
}

/// What is sealed of one case.
fn sealed(store: &Store, case: &str) -> Vec<Vec<u8>> {
    let statement = sql!(
        "select p.sealed from payload p join event e on e.id = p.event_id where e.case_id = $1 order by p.event_id"
    );
    store.read(|tx| tx.all(statement, &[case.into()], |row| row.blob(0))).unwrap()
}

fn lies_in(folder: &str, part: &[u8]) -> bool {
    let mut files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
    files.any(|path| std::fs::read(path).unwrap().windows(part.len()).any(|window| window == part))
}

#[test]
fn sec40_restoring_an_older_backup_erases_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (registry, backups, restored) = (path("registry"), path("backups"), path("restored"));
    let mut demo = program(&["demo", "--keep", &registry, "--port", "0", "--machine"]).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(demo.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    demo.kill().unwrap();
    demo.wait().unwrap();
    said(&run(&["backup", "--dir", &registry, "--to", &backups], &[]));
    let manifests = || {
        let files = std::fs::read_dir(&backups).unwrap().map(|file| file.unwrap().path());
        files.filter(|path| path.extension().is_some_and(|ending| ending == "manifest")).collect::<Vec<_>>()
    };
    let older = manifests();

    let store = Store::open(Path::new(&registry)).unwrap();
    let id = sql!("select case_id from casefile order by case_id limit 1");
    let case = store.read(|tx| tx.one(id, &[], |row| row.text(0))).unwrap().unwrap();
    let parts = sealed(&store, &case);
    assert!(!parts.is_empty() && lies_in(&registry, &parts[0][..40]), "what is there is found");
    let at = base::Instant::from_millis(1_768_539_600_000);
    let stone = Stone { case: base::CaseId::read(&case).unwrap(), at, ground: Ground::Person };
    assert_eq!(store.write(|tx| erasure::again(tx, &[stone], at)).unwrap(), 1);
    assert!(parts.iter().all(|part| !lies_in(&registry, &part[..40])));
    drop(store);
    said(&run(&["backup", "--dir", &registry, "--to", &backups], &[]));

    // Only the older one is left, and the list of what was erased beside it.
    manifests().iter().filter(|path| !older.contains(path)).for_each(|path| std::fs::remove_file(path).unwrap());
    let papers: Vec<&str> = ready["papers"].as_array().unwrap().iter().map(|paper| paper.as_str().unwrap()).collect();
    let restore = ["restore", "--from", &backups, "--dir", &restored];
    let list = Path::new(&backups).join("erased");
    let whole = std::fs::read_to_string(&list).unwrap();
    std::fs::write(&list, whole.replace("person", "court")).unwrap();
    assert!(!run(&restore, &papers[..2]).status.success(), "a list that was altered is not gone by");
    std::fs::write(&list, whole).unwrap();
    let told = said(&run(&restore, &papers[..2]));
    assert!(told.contains("1 cases and files that were erased") && told.contains("Nothing was altered."), "{told}");
    assert!(sealed(&Store::open(Path::new(&restored)).unwrap(), &case).is_empty());
    assert!(parts.iter().all(|part| !lies_in(&restored, &part[..40])));
    let due = said(&run(&["retention", "--dir", &restored], &[]));
    assert!(due.contains("0 cases and files are announced"), "{due}");
}
