//! What is in the registry at the end, held against what the clients were told; read with a member's own keys.

use super::clients::{Intake, Told};
use crate::bench::figure;
use crate::edge;
use access::Holder;
use access::member::Welcome;
use access::sign_in::{Credentials, sign_in};
use anyhow::{Context, Result, bail};
use casework::desk::{Desks, fresh};
use casework::upkeep;
use std::collections::HashMap;
use std::path::Path;
use store::Store;
use vault::Reader;

/// How often each name is there, and what `verify` and `rebuild --verify` find.
pub struct Findings {
    people: HashMap<String, usize>,
    altered: usize,
    differing: usize,
}

pub fn look(registry: &Path, member: &Welcome, code: &str) -> Result<Findings> {
    let store = Store::open(registry)?;
    let given = Credentials { name: &member.name, passphrase: &member.passphrase, code };
    let keys = sign_in(&store, &given, edge::now(), &mut edge::rng())?;
    let desk = Desks::default().open(&store, &keys, edge::now())?;
    let mut people = HashMap::new();
    fresh(&desk, &store, edge::now(), |desk| {
        for line in desk.lines() {
            *people.entry(line.names.first().cloned().unwrap_or_default()).or_default() += 1;
        }
    })?;
    let team = keys.actor.team.context("the member is of a team")?;
    let openers = || {
        let opener = |(compartment, key)| ((Holder::Team(team).text(), compartment), Reader::new(key));
        keys.team_keys().into_iter().map(opener).collect()
    };
    let altered = upkeep::verify(&store, &mut openers(), || {})?.findings.len();
    let differing = upkeep::rebuild(&store, &mut openers(), true, || {})?.differences.len();
    Ok(Findings { people, altered, differing })
}

impl Findings {
    /// Prints the figures; fails when anything acknowledged is lost, or anybody is there twice or unasked.
    pub fn judge(mut self, sent: &[Intake]) -> Result<()> {
        let (mut acknowledged, mut unanswered, mut lost, mut doubled, mut after_all) = (0, 0, 0, 0, 0);
        for intake in sent {
            let found = self.people.remove(&intake.person.names[0]).unwrap_or(0);
            doubled += found.saturating_sub(1);
            match intake.told {
                Told::Acknowledged(_) => {
                    acknowledged += 1;
                    lost += usize::from(found == 0);
                }
                Told::Nothing => {
                    unanswered += 1;
                    after_all += usize::from(found > 0);
                }
                Told::Refused(_) => doubled += found.min(1),
            }
        }
        let strangers: usize = self.people.values().sum();
        figure("intakes acknowledged", acknowledged.to_string(), "");
        figure("intakes never answered", unanswered.to_string(), "");
        figure("of these registered all the same", after_all.to_string(), "");
        figure("acknowledged and lost", lost.to_string(), "0");
        figure("registered twice, or though refused", doubled.to_string(), "0");
        figure("people whom nobody sent", strangers.to_string(), "0");
        figure("findings of verify", self.altered.to_string(), "0");
        figure("differences found by rebuild --verify", self.differing.to_string(), "0");
        if acknowledged == 0 {
            bail!("Nobody was registered: nothing was tried.");
        }
        if lost + doubled + strangers + self.altered + self.differing > 0 {
            bail!("The registry did not survive.");
        }
        Ok(())
    }
}
