//! `safeconduct import FILE` with cases of another system, in HTCDS 2.0.

use crate::prompt::{Who, enter, progress};
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::command;
use anyhow::{Context, Result};
use casework::htcds::{self, Brought, Document, Outcome};
use web::api::htcds::Became;

/// Registers the records of a file; without a name to sign in with, only says how many there are.
pub fn import(bytes: &[u8], place: &Place, name: Option<&str>, sender: &str, json: bool) -> Result<()> {
    let document = Document::read(bytes)?;
    let total = document.records.len();
    let Some(name) = name else {
        println!("{total} records of HTCDS 2.0 from {}. Nobody was registered.", named(&document));
        return Ok(());
    };
    let store = open_to_write(place)?;
    let mut keys = enter(&store, &Who { name: name.to_owned() })?;
    let bar = progress(total as u64, "Registering");
    if json {
        bar.set_draw_target(indicatif::ProgressDrawTarget::hidden());
    }
    let mut brought = Vec::with_capacity(total);
    while brought.len() < total {
        let step = brought.len()..brought.len() + htcds::STEP;
        brought.extend(command(&store, &mut keys, edge::now(), &mut edge::rng(), |cx| {
            htcds::import(cx, &document, sender, step)
        })?);
        bar.set_position(brought.len() as u64);
    }
    bar.finish_and_clear();
    if json {
        let rows: Vec<Became> = brought.iter().map(Became::of).collect();
        serde_json::to_writer(std::io::stdout().lock(), &rows).context("The output could not be written.")?;
        println!();
        return Ok(());
    }
    brought.iter().for_each(show);
    let count = |key: &str| brought.iter().filter(|record| record.outcome.key() == key).count();
    println!(
        "\n{total} records: {} registered, {} already registered, {} came before with other content, {} put aside.",
        count("registered"),
        count("already"),
        count("differs"),
        count("put-aside")
    );
    Ok(())
}

fn named(document: &Document) -> &str {
    if document.sender.is_empty() { "a sender without a name" } else { &document.sender }
}

fn show(brought: &Brought) {
    let number = brought.record;
    match &brought.outcome {
        Outcome::Registered(code) => println!("record {number:>6}  registered  {code}"),
        Outcome::Already(code) => println!("record {number:>6}  already registered  {code}"),
        Outcome::Differs(code) => {
            println!("record {number:>6}  came before with other content; compare with {code}, which stays as it is");
        }
        Outcome::PutAside(misfits) => {
            println!("record {number:>6}  put aside");
            misfits.iter().for_each(|misfit| println!("               {}: {}", misfit.field, misfit.sentence));
        }
    }
    for note in &brought.notes {
        println!("               {}: {}", note.field, note.sentence);
    }
}
