//! The program itself, killed in the middle of a list: a small count here, a large one by `bench kills`.

use std::process::Command;

#[test]
fn an_import_that_is_killed_at_any_moment_loses_nobody_and_doubles_nobody() {
    let outcome = Command::new(env!("CARGO_BIN_EXE_safeconduct"))
        .args(["bench", "kills", "--times", "12", "--rows", "6000", "--longest", "2500"])
        .output()
        .expect("the program starts");
    let printed = String::from_utf8_lossy(&outcome.stdout);
    assert!(outcome.status.success(), "{printed}\n{}", String::from_utf8_lossy(&outcome.stderr));
}
