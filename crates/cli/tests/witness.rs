//! Two organisations, two programs: a registry that shows its log, and a witness that remembers it.

use casework::upkeep::edge_at;
use rehearsal::sign_anew;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use store::Store;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_safeconduct"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What the program said when it did what it was told.
fn said(arguments: &[&str]) -> String {
    let outcome = program(arguments).output().unwrap();
    let text = String::from_utf8(outcome.stdout).unwrap();
    assert!(outcome.status.success(), "{arguments:?}: {text}{}", String::from_utf8_lossy(&outcome.stderr));
    text
}

/// What it said when it did not.
fn refused(arguments: &[&str]) -> String {
    let outcome = program(arguments).output().unwrap();
    assert!(!outcome.status.success(), "{arguments:?} is refused");
    String::from_utf8_lossy(&outcome.stdout).into_owned() + &String::from_utf8_lossy(&outcome.stderr)
}

/// A program that answers until the test is over, with the first line that it said.
struct Running {
    child: Child,
    first: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Running {
        let mut child = program(arguments).stderr(Stdio::null()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        Running { child, first }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Asks the program again until it says this.
fn told_until(arguments: &[&str], what: &str) -> String {
    let mut told = String::new();
    for _ in 0..400 {
        let outcome = program(arguments).output().unwrap();
        told = String::from_utf8(outcome.stdout).unwrap();
        if told.contains(what) {
            let fits = !told.contains("DOES NOT FIT") && !told.contains("ALTERED");
            assert_eq!(outcome.status.success(), fits, "what does not fit is a failure: {told}");
            return told;
        }
    }
    panic!("{what} is not said: {told}");
}

#[test]
fn sec42_a_witness_in_another_process_finds_a_log_that_was_rewritten_and_signed_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (registry, witness) = (path("registry"), path("witness"));
    said(&["init", "--dir", &registry, "--name", "Harbour", "--member", "omar:auditor"]);
    let init = said(&["witness", "init", "--dir", &witness, "--name", "shelter.example/witness"]);
    let key = init.lines().last().unwrap().to_owned();
    assert!(key.starts_with("shelter.example/witness+"), "{init}");
    let log_key = said(&["checkpoint", "--dir", &registry, "--key"]);
    said(&["witness", "follow", "--dir", &witness, log_key.trim()]);
    assert!(said(&["witness", "show", "--dir", &witness]).contains("nothing cosigned yet"));

    let serving = Running::start(&["witness", "serve", "--dir", &witness, "--listen", "127.0.0.1:0"]);
    let address = serving.first.split_whitespace().next().unwrap();
    assert!(address.starts_with("http://localhost:"), "{}", serving.first);
    let serve = ["serve", "--dir", &registry, "--listen", "127.0.0.1:0", "--witness", address, "--witness-key", &key];
    let serve = [&serve[..], &["--witness-every", "1"]].concat();
    let harbour = Running::start(&serve);
    let show = ["witness", "show", "--dir", &witness];
    let shown = told_until(&show, "entries cosigned");
    drop(harbour);

    let kept = shown.lines().find_map(|line| line.split_once("Z: ")).unwrap().1;
    let verify = ["verify", "--dir", &registry, "--witnessed", kept, "--witness-key", &key];
    let told = said(&verify);
    assert!(told.contains("shelter.example/witness has ") && told.contains("Nothing was altered."), "{told}");
    assert!(
        refused(&["verify", "--dir", &registry, "--witnessed", kept, "--witness-key", log_key.trim()])
            .contains("is no checkpoint that this witness has cosigned")
    );

    // Somebody with the folder and its key takes a member's first sign of life out of the record.
    let store = Store::open(Path::new(&registry)).unwrap();
    store.tamper("update admin_entry set at = at - 86400000 where position = 1").unwrap();
    store.tamper("delete from witness").unwrap();
    let end = store.read(|tx| edge_at(tx, u64::MAX)).unwrap();
    sign_anew(Path::new(&registry), &store, &end);
    drop(store);
    assert!(said(&["verify", "--dir", &registry]).contains("Nothing was altered."), "everything inside fits");
    assert!(refused(&verify).contains("it was written anew"));

    let _harbour = Running::start(&serve);
    told_until(&show, "DOES NOT FIT");
    told_until(&["verify", "--dir", &registry], "has another history on record");
}

#[test]
fn a_checkpoint_is_carried_to_a_witness_without_a_network_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (registry, witness, stick) = (path("registry"), path("witness"), path("stick"));
    said(&["init", "--dir", &registry, "--name", "Harbour", "--member", "omar:auditor"]);
    let key = said(&["witness", "init", "--dir", &witness, "--name", "embassy.example/w1"]);
    let key = key.lines().last().unwrap();
    let log_key = said(&["checkpoint", "--dir", &registry, "--key"]);

    let carry = |arguments: &[&str]| {
        let carried = said(&[&["checkpoint", "--dir", &registry], arguments].concat());
        std::fs::write(&stick, carried).unwrap();
    };
    carry(&[]);
    assert!(refused(&["witness", "check", "--dir", &witness, &stick]).contains("is not followed here"));
    said(&["witness", "follow", "--dir", &witness, log_key.trim()]);
    let cosigned = said(&["witness", "check", "--dir", &witness, &stick]);
    let size: u64 = cosigned.lines().nth(1).unwrap().parse().unwrap();

    // Somebody's failed sign-in is an entry more.
    let mut trying = program(&["verify", "--dir", &registry, "--as", "omar"]).spawn().unwrap();
    trying.stdin.take().unwrap().write_all(b"not the passphrase\n000000\n").unwrap();
    assert!(!trying.wait().unwrap().success());
    carry(&[]);
    let told = refused(&["witness", "check", "--dir", &witness, &stick]);
    assert!(told.contains(&format!("safeconduct checkpoint --since {size}")), "{told}");
    carry(&["--since", &size.to_string()]);
    let cosigned = said(&["witness", "check", "--dir", &witness, &stick]);
    assert_eq!(cosigned.lines().nth(1), Some((size + 1).to_string().as_str()));

    std::fs::write(&stick, &cosigned).unwrap();
    let told = said(&["verify", "--dir", &registry, "--witnessed", &stick, "--witness-key", key]);
    assert!(told.contains(&format!("embassy.example/w1 has {} entries on record", size + 1)), "{told}");
    let take = ["checkpoint", "--dir", &registry, "--cosigned", &stick, "--witness-key", key];
    assert!(said(&take).contains(&format!("has {} entries on record", size + 1)));
    assert!(said(&["verify", "--dir", &registry]).contains("embassy.example/w1 has "), "it is kept");
    // A checkpoint that was only written down does, too.
    assert!(said(&["verify", "--dir", &registry, "--witnessed", &stick]).contains("was not checked"));
    let beyond = refused(&["checkpoint", "--dir", &registry, "--since", "1000"]);
    assert!(beyond.contains(&format!("has {} entries and not 1000", size + 1)), "{beyond}");
}
