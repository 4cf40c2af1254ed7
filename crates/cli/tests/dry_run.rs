//! A list is looked at before anybody signs in.

use std::process::Command;

#[test]
fn a_dry_run_needs_no_sign_in_and_says_as_json_how_each_row_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.csv");
    std::fs::write(&file, "Name;Sex;Date of birth\nAbel Invented;M;25/12/1998\n;F;01/02/1999\n").unwrap();
    let program = env!("CARGO_BIN_EXE_safeconduct");
    let outcome = Command::new(program).arg("import").arg(&file).args(["--dry-run", "--json"]).output().unwrap();
    let said: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("JSON and nothing else");
    assert_eq!(said["counts"], serde_json::json!({ "person": 1, "look": 1, "not-a-person": 0 }));
    assert_eq!(said["rows"][0]["person"]["birth"], "1998-12-25");
    assert_eq!((&said["rows"][1]["notes"][0]["key"], &said["date_order"]), (&"no-name".into(), &"day-first".into()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else was written");
}
