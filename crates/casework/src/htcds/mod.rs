//! Cases as other systems keep them: IOM's Human Trafficking Case Data Standard 2.0 (CC BY 4.0; IOM endorses
//! nothing here). What has no official field stands in an extension of its own name, so that a case goes out and
//! comes in again without loss (docs/htcds.md).
//!
//! `testimony` never goes out, `protection` only when it is asked for by name. A trafficking status is written where a
//! named person decided one. One that comes in stays a statement of its sender.

pub mod document;
mod export;
pub mod extension;
mod happened;
mod import;
mod languages;
pub mod official;
pub mod record;
pub mod standard;

#[cfg(test)]
mod tests;

pub use document::{Document, DocumentError, is_json};
pub use export::{Export, Wanted};
pub use import::{Brought, Outcome, import};
pub use record::{Misfit, Standing};

use crate::{Fact, Facts};

/// How many cases one command reads, or records it takes in: others come in between.
pub const STEP: usize = 200;

/// The values that stand, without those that say nothing.
pub fn stands(facts: &Facts) -> Standing {
    let values = |field| facts.current(field).iter().map(|held| held.fact.clone()).filter(says_something).collect();
    let all = facts.fields().map(|field| (field, values(field)));
    all.filter(|(_, values): &(_, Vec<Fact>)| !values.is_empty()).collect()
}

fn says_something(fact: &Fact) -> bool {
    match fact {
        Fact::Names(lines) | Fact::Contacts(lines) => !lines.is_empty(),
        Fact::Nationalities(countries) => !countries.is_empty(),
        Fact::Languages(languages) => !languages.is_empty(),
        Fact::Papers(papers) => !papers.is_empty(),
        Fact::Place(text) | Fact::Remark(text) => !text.is_empty(),
        _ => true,
    }
}
