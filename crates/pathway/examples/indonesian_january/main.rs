//! Lives through January 2026 at the Indonesian embassy again and prints its queues beside the published figures.
//!
//! `cargo run --release -p pathway --example indonesian_january -- docs/indonesian-january.svg`

mod plot;
mod replay;

use pathway::pack::shipped;
use replay::{Published, beside, deviation, live};

fn main() {
    let pack = &shipped()[0].pack;
    let published = match Published::read(pack) {
        Ok(published) => published,
        Err(troubles) => return troubles.iter().for_each(|trouble| println!("{trouble}")),
    };
    let evenings = live(pack, &published);
    let steps: Vec<_> = published.capacities.keys().copied().collect();
    let done = pack.step_no("R03").expect("people are assessed");
    println!("day         registered  to be assessed  for a document  for the waiver  not home");
    for evening in &evenings {
        let waits = |step: usize, of: usize| of - evening.done(steps[step]);
        let assessed = evening.done(done);
        println!(
            "{}  {:>10}  {:>14}  {:>14}  {:>14}  {:>8}",
            evening.day,
            evening.registered,
            waits(0, evening.registered),
            waits(1, assessed),
            waits(2, assessed),
            waits(3, evening.registered)
        );
    }
    println!("\nfigure                       day         published  here  deviation");
    for figure in &published.figures {
        let here = beside(pack, &evenings, figure);
        let what = if figure.is_queue { "waiting for" } else { "done" };
        println!(
            "{:<28} {}  {:>9}  {:>4}  {:>+7.1} %",
            format!("{what} {}", pack.step(figure.step).id),
            figure.day,
            figure.people,
            here,
            100.0 * deviation(here, figure.people)
        );
    }
    if let Some(path) = std::env::args().nth(1) {
        match std::fs::write(&path, plot::svg(pack, &published, &evenings)) {
            Ok(()) => println!("\nThe plot is in {path}."),
            Err(error) => println!("\nThe plot could not be written to {path}: {error}."),
        }
    }
}
