//! `safeconduct retention`: what will be erased because its time is over, and what was.

use crate::Place;
use anyhow::Result;
use base::CaseCode;
use casework::erasure::{self, KEPT_YEARS, NOTICE_DAYS};

#[derive(clap::Args)]
pub struct Retention {
    #[command(flatten)]
    place: Place,
}

/// More lines than these nobody reads.
const MOST: usize = 1_000;

impl Retention {
    pub fn run(self) -> Result<()> {
        let store = self.place.open()?;
        let due = store.read(|tx| erasure::announced(tx, MOST))?;
        println!(
            "Cases in which nothing was written for {KEPT_YEARS} years are announced, and erased {NOTICE_DAYS} days later."
        );
        for one in &due {
            println!("{}  goes on {}", CaseCode::of(one.case), one.due.local_date());
        }
        println!(
            "{} cases and files are announced. To keep one, go on with it: whatever is added keeps it.",
            due.len()
        );
        for run in store.read(|tx| erasure::runs(tx, 10))? {
            println!(
                "{}  {} announced, {} erased, {} askings and links that ran out removed",
                run.at.utc_text(),
                run.announced,
                run.erased,
                run.cleared
            );
        }
        Ok(())
    }
}
