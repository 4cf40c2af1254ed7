//! Reads the lists of a folder and holds them against its `truth.json`:
//! `cargo run --release -p papers --example score -- FOLDER`.
//!
//! Fails when fewer than 99.5 % of the persons are registered, or anything certain is wrong.

#[path = "../tests/scoring/mod.rs"]
mod scoring;

use scoring::{Field, Score, score};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("Give the folder with the lists and their truth.json.");
        return ExitCode::FAILURE;
    };
    let scores = score(Path::new(&folder));
    println!(
        "{:<40} {:>6} {:>7} {:>10} {:>11} {:>6} {:>8} {:>11}  wrong as certain: names birth sex nat. passport phone entry arrived",
        "list", "rows", "persons", "registered", "quarantined", "missed", "invented", "not persons"
    );
    scores.iter().for_each(print);
    let holds = scores.iter().all(Score::holds);
    println!("{}", if holds { "Every list keeps its bounds." } else { "A list breaks its bounds." });
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print(score: &Score) {
    let wrong: Vec<String> =
        Field::ALL.iter().map(|field| score.wrong.get(field).map_or(0, Vec::len).to_string()).collect();
    println!(
        "{:<40} {:>6} {:>7} {:>9.2}% {:>11} {:>6} {:>8} {:>11}  {}",
        score.file,
        score.rows,
        score.persons,
        score.registered as f64 * 100.0 / score.persons.max(1) as f64,
        score.quarantined,
        score.missed.len(),
        score.invented.len(),
        score.not_persons,
        wrong.join(" ")
    );
    let several = [
        ("wrong", &score.wrong),
        ("marked", &score.uncertain),
        ("as the list has it", &score.slips),
        ("left out", &score.silent),
    ];
    for (what, fields) in several {
        let counts = said(fields);
        if !counts.is_empty() {
            println!("    {what}: {counts}");
        }
    }
    let rows = |rows: &[u32]| rows.iter().take(8).map(u32::to_string).collect::<Vec<_>>().join(" ");
    if !score.missed.is_empty() || !score.invented.is_empty() {
        println!("    missed rows: {}; invented rows: {}", rows(&score.missed), rows(&score.invented));
    }
    for (row, why) in score.look.iter().take(5) {
        println!("    row {row}: {why}");
    }
}

/// Counts by field, each with the first rows, so that they can be looked up.
fn said(fields: &BTreeMap<Field, Vec<u32>>) -> String {
    let one = |(field, rows): (&Field, &Vec<u32>)| {
        let first: Vec<String> = rows.iter().take(4).map(u32::to_string).collect();
        format!("{field:?} {} (row {})", rows.len(), first.join(" "))
    };
    fields.iter().map(one).collect::<Vec<_>>().join(", ")
}
