//! The server itself under load, killed, stopped at every failpoint, and without power: small counts here, large ones
//! by `bench crash`.

use std::process::Command;

fn survives(arguments: &[&str]) -> String {
    let outcome = Command::new(env!("CARGO_BIN_EXE_safeconduct"))
        .args(["bench", "crash"])
        .args(arguments)
        .output()
        .expect("the program starts");
    let printed = String::from_utf8_lossy(&outcome.stdout).into_owned();
    assert!(outcome.status.success(), "{printed}\n{}", String::from_utf8_lossy(&outcome.stderr));
    printed
}

#[test]
fn nothing_acknowledged_is_lost_to_a_kill_at_a_random_moment_or_at_any_failpoint() {
    survives(&["--kills", "10", "--cuts", "0", "--failpoints", "--most", "30"]);
}

/// Proves first that the same cut does take from SQLite what it acknowledged without waiting for the disk.
#[test]
fn nothing_acknowledged_is_lost_to_a_power_cut() {
    let printed = survives(&["--kills", "0", "--cuts", "10", "--most", "30"]);
    assert_eq!(printed.lines().filter(|line| line.contains("the shim is blind")).count(), 2, "{printed}");
}

#[test]
fn a_disk_that_fails_ends_the_program_and_one_that_is_full_leaves_it_reading() {
    survives(&["--kills", "0", "--cuts", "0", "--failed-fsyncs", "5", "--full-disk", "--most", "30"]);
}
