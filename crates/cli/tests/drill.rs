//! The drill: a registry is backed up while somebody writes, lost, and restored on an empty machine.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use store::{Store, dump};

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safeconduct"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn answered(mut child: Child, lines: &[&str]) -> Output {
    let mut input = child.stdin.take().unwrap();
    input.write_all((lines.join("\n") + "\n").as_bytes()).unwrap();
    drop(input);
    child.wait_with_output().unwrap()
}

fn said(outcome: Output) -> String {
    let text = String::from_utf8_lossy(&outcome.stdout).into_owned();
    assert!(outcome.status.success(), "{text}{}", String::from_utf8_lossy(&outcome.stderr));
    text
}

fn list(folder: &Path, name: &str, rows: usize) -> String {
    let path = folder.join(name);
    let people = (0..rows).map(|n| format!("{name} Invented{n};+85500{n:07}\n")).collect::<String>();
    std::fs::write(&path, format!("Name;Telephone\n{people}")).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Brings in a list as this member; the answer is the running program.
fn import(registry: &str, file: &str, member: &Value, code: usize) -> (Child, [String; 2]) {
    let name = member["name"].as_str().unwrap();
    let child = program(&["import", file, "--dir", registry, "--as", name, "--sender", "Drill"]).spawn().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (child, [text(&member["passphrase"]), text(&member["codes"][code])])
}

/// "3 pieces were new (… bytes); …" and "… in 40 pieces."
fn new_and_all(said: &str) -> (usize, usize) {
    let word_before = |what: &str| {
        let at = said.find(what).unwrap_or_else(|| panic!("{what} in {said}"));
        said[..at].rsplit([' ', '\n']).next().unwrap().parse().unwrap()
    };
    (word_before(" pieces were new"), word_before(" pieces.\n"))
}

#[test]
fn what_was_backed_up_under_load_comes_back_on_an_empty_machine() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (registry, backups, restored) = (path("registry"), path("backups"), path("restored"));
    let mut demo = program(&["demo", "--keep", &registry, "--port", "0", "--machine"]).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(demo.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    let caseworker = ready["members"].as_array().unwrap().iter().find(|m| m["name"] == "sokha").unwrap();

    // One backup while a list is taken in, which no reader and no backup may see the half of.
    let (import_running, secrets) = import(&registry, &list(folder.path(), "first.csv", 400), caseworker, 0);
    let writing = std::thread::spawn(move || answered(import_running, &[&secrets[0], &secrets[1]]));
    said(program(&["backup", "--dir", &registry, "--to", &backups]).output().unwrap());
    said(writing.join().unwrap());
    said(program(&["backup", "--dir", &registry, "--to", &backups]).output().unwrap());

    // A hundred arrivals later little is new.
    let (child, secrets) = import(&registry, &list(folder.path(), "second.csv", 100), caseworker, 1);
    said(answered(child, &[&secrets[0], &secrets[1]]));
    let (new, all) = new_and_all(&said(program(&["backup", "--dir", &registry, "--to", &backups]).output().unwrap()));
    println!("{new} of {all} pieces are new");
    assert!(new * 2 < all, "{new} of {all} pieces are new");
    said(program(&["backup", "verify", &backups]).output().unwrap());

    let before = dump::count(&Store::open(Path::new(&registry)).unwrap()).unwrap();
    demo.kill().unwrap();
    demo.wait().unwrap();
    std::fs::remove_dir_all(&registry).unwrap();

    let papers: Vec<&str> = ready["papers"].as_array().unwrap().iter().map(|paper| paper.as_str().unwrap()).collect();
    let restore = || program(&["restore", "--from", &backups, "--dir", &restored]).spawn().unwrap();
    let one_paper = answered(restore(), &[papers[0], papers[0]]);
    assert!(!one_paper.status.success() && !Path::new(&restored).exists(), "one paper restores nothing");
    let told = said(answered(restore(), &[papers[0], papers[2]]));
    assert!(told.contains("Nothing was altered."), "{told}");
    assert_eq!(dump::count(&Store::open(Path::new(&restored)).unwrap()).unwrap(), before);
    let verify = program(&["verify", "--dir", &restored, "--papers"]).spawn().unwrap();
    assert!(said(answered(verify, &[papers[1], papers[2]])).contains(" 0 checked by their hash alone"));
    assert!(!answered(restore(), &[papers[0], papers[2]]).status.success(), "a folder with a registry is refused");

    // Whoever goes on from there goes on with the same pieces.
    let (new, _) = new_and_all(&said(program(&["backup", "--dir", &restored, "--to", &backups]).output().unwrap()));
    assert_eq!(new, 0);
}

#[cfg(unix)]
#[test]
fn keys_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let papers = said(program(&["init", "--dir", &path("registry"), "--name", "Drill"]).output().unwrap());
    let papers: Vec<&str> =
        papers.lines().filter_map(|line| line.trim().split_once(". ")).map(|(_, paper)| paper).collect();
    said(program(&["backup", "--dir", &path("registry"), "--to", &path("backups")]).output().unwrap());
    let restore = program(&["restore", "--from", &path("backups"), "--dir", &path("restored")]).spawn().unwrap();
    said(answered(restore, &[papers[1], papers[2]]));
    for name in ["log.key", "backup.key", "registry.db"] {
        let mode = std::fs::metadata(Path::new(&path("restored")).join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}
