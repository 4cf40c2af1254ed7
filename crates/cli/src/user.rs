//! `safeconduct user`: members, from the machine itself.

use crate::init::{Wanted, print_welcome, wanted};
use crate::prompt::{Who, enter, recovered_teams, secret};
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::member::{self, NewMember};
use access::sign_in::{Credentials, change_passphrase};
use access::{Action, command, organisation};
use anyhow::{Context, Result, ensure};
use base::UserId;
use std::collections::BTreeMap;
use store::Store;

#[derive(clap::Subcommand)]
pub enum User {
    /// Adds a member. The keys of its team come from a member of that team, or from two recovery papers.
    Add {
        #[command(flatten)]
        place: Place,
        /// NAME:ROLE or NAME:ROLE:TEAM
        member: String,
        /// The administrator who adds; asked for passphrase and code.
        #[arg(long = "as", value_name = "NAME", required_unless_present = "papers")]
        name: Option<String>,
        /// Use two recovery papers: the member gets the team's keys at once.
        #[arg(long)]
        papers: bool,
    },
    /// Lists the members.
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Changes the member's own passphrase, and ends every sign-in of theirs.
    Passphrase {
        #[command(flatten)]
        place: Place,
        /// The name you sign in with.
        name: String,
    },
    /// Ends a member's access.
    Disable {
        #[command(flatten)]
        place: Place,
        /// The member's name.
        member: String,
        #[command(flatten)]
        who: Who,
    },
}

impl User {
    pub fn run(self) -> Result<()> {
        match self {
            User::Add { place, member, name, papers } => add(&open_to_write(&place)?, &wanted(&member)?, name, papers),
            User::List { place } => list(&open_to_write(&place)?),
            User::Passphrase { place, name } => passphrase(&open_to_write(&place)?, &name),
            User::Disable { place, member, who } => disable(&open_to_write(&place)?, &member, &who),
        }
    }
}

fn add(store: &Store, new: &Wanted, name: Option<String>, papers: bool) -> Result<()> {
    let recovered = if papers { recovered_teams(store)? } else { Vec::new() };
    let teams = store.read(organisation::teams)?;
    let team = match &new.team {
        Some(wanted) => Some(
            teams
                .iter()
                .find(|(_, name, _)| name == wanted)
                .with_context(|| format!("There is no team called {wanted}."))?
                .0,
        ),
        None => None,
    };
    let mut rng = edge::rng();
    let prepared =
        member::prepare(&NewMember { name: &new.name, role: new.role, team, passphrase: None }, edge::now(), &mut rng)?;
    let keys = recovered.into_iter().find(|t| Some(t.id) == team).map(|t| t.keys).unwrap_or_default();
    let welcome = match name {
        Some(name) => {
            let mut admin = enter(store, &Who { name })?;
            command(store, &mut admin, edge::now(), &mut rng, |cx| {
                cx.permit(Action::ManageMembers)?;
                member::add(cx.tx, prepared, &keys, cx.keys.actor.member, cx.now, cx.rng)
            })?
        }
        None => {
            store.write(|tx| member::add(tx, prepared, &keys, UserId::from_bytes([0; 16]), edge::now(), &mut rng))?
        }
    };
    print_welcome(&welcome);
    if keys_missing(&keys, new) {
        println!(
            "{} can register at once, and reads when a member of the team gives the keys (Sign-ins page).",
            welcome.name
        );
    }
    Ok(())
}

fn keys_missing(keys: &BTreeMap<vault::Compartment, vault::Private>, new: &Wanted) -> bool {
    keys.is_empty() && !new.role.reads().is_empty()
}

fn list(store: &Store) -> Result<()> {
    for line in store.read(member::all)? {
        let state = if line.enabled { "" } else { "  ended" };
        println!("{:<24} {:<20} {}{state}", line.name, line.role.key(), line.team.unwrap_or_default());
    }
    Ok(())
}

/// Asks for the code last: it is good for half a minute.
fn passphrase(store: &Store, name: &str) -> Result<()> {
    let [earlier, new, again] = ["Passphrase", "New passphrase", "New passphrase, once more"]
        .map(|question| secret(question).map(zeroize::Zeroizing::new));
    let (earlier, new) = (earlier?, new?);
    ensure!(new == again?, "The two are not the same. Nothing was changed; please begin again.");
    let code = secret("Code of the app, or a recovery code")?;
    let given = Credentials { name, passphrase: &earlier, code: &code };
    change_passphrase(store, &given, &new, edge::now(), &mut edge::rng())?;
    println!("The passphrase of {name} is changed. Every sign-in of {name} has ended.");
    Ok(())
}

fn disable(store: &Store, name: &str, who: &Who) -> Result<()> {
    let member = store.read(member::all)?.into_iter().find(|line| line.name == name);
    let member = member.with_context(|| format!("Nobody signs in as {name}."))?.id;
    let mut admin = enter(store, who)?;
    command(store, &mut admin, edge::now(), &mut edge::rng(), |cx| {
        cx.permit(Action::ManageMembers)?;
        member::disable(cx.tx, member, cx.keys.actor.member, cx.now)
    })?;
    println!("{name} no longer comes in. What {name} has read, {name} knows.");
    Ok(())
}
