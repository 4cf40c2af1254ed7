//! The one way to run things: `cargo xtask test`, `cargo xtask ci`, `cargo xtask screenshots`.
//!
//! Uses nothing but the standard library, so that a fresh machine waits for it only a few seconds.

mod run;

mod test;

mod ci;

mod deny;
mod dependencies;
mod failover;
mod machine;
mod package;
mod postgres;
mod prober;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask test                    installs what this machine lacks and runs every test
cargo xtask test --without-browser  leaves the browser out; never in CI
cargo xtask ci                      format, clippy, licences, tidiness and every test
cargo xtask probe                   only the probing of the interface for programs; SAFECONDUCT_EXAMPLES=100 asks more
cargo xtask screenshots             makes the pictures of the README anew
cargo xtask failover [TIMES]        kills a PostgreSQL primary under load, 20 times: nothing may be lost
cargo xtask package                 builds the Debian package and tries it
cargo xtask tidy                    only the rules that no compiler knows";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["test"] => test::everything(),
        ["test", "--without-browser"] => test::without_browser(),
        ["probe"] => prober::alone(),
        ["screenshots"] => test::screenshots(),
        ["ci"] => ci::everything(),
        ["failover"] => failover::prove(20),
        ["failover", times] => times.parse().map_err(|_| HELP.to_owned()).and_then(failover::prove),
        ["package"] => package::make(),
        ["tidy"] => tidy::check(),
        _ => Err(HELP.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
