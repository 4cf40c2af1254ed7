//! `safeconduct user`: members, from the machine itself.

use crate::init::{Wanted, print_welcome, wanted};
use crate::prompt::{Who, enter, recovered_teams, secret};
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::integration::{self, NewIntegration};
use access::member::{self, NewMember};
use access::sign_in::{Credentials, change_passphrase};
use access::{Action, command, organisation};
use anyhow::{Context, Result, ensure};
use base::{TeamId, UserId};
use std::collections::BTreeMap;
use store::Store;
use vault::Compartment;

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
    /// Adds an integration: a program with a token, the least rights, and an end.
    Integration {
        #[command(flatten)]
        place: Place,
        /// What it is called in the log.
        integration: String,
        #[arg(long)]
        team: String,
        /// What it may do, as in register,find-people.
        #[arg(long, value_delimiter = ',', required = true)]
        may: Vec<String>,
        /// The parts of cases it may read once the team gives it the keys, as in identity,journey.
        #[arg(long, value_delimiter = ',')]
        parts: Vec<String>,
        /// The last day on which it may come in, as in 2026-12-31.
        #[arg(long)]
        until: base::Date,
        #[command(flatten)]
        who: Who,
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
            User::Integration { place, integration, team, may, parts, until, who } => {
                let store = open_to_write(&place)?;
                let action = |key: &String| Action::from_key(key).with_context(|| format!("There is no right {key}."));
                let part =
                    |key: &String| Compartment::from_key(key).with_context(|| format!("There is no part {key}."));
                let new = NewIntegration {
                    name: &integration,
                    team: team_called(&store, &team)?,
                    actions: may.iter().map(action).collect::<Result<_>>()?,
                    compartments: parts.iter().map(part).collect::<Result<_>>()?,
                    expires: base::Instant::end_of(until),
                };
                integrate(&store, &new, &who)
            }
            User::List { place } => list(&open_to_write(&place)?),
            User::Passphrase { place, name } => passphrase(&open_to_write(&place)?, &name),
            User::Disable { place, member, who } => disable(&open_to_write(&place)?, &member, &who),
        }
    }
}

fn add(store: &Store, new: &Wanted, name: Option<String>, papers: bool) -> Result<()> {
    let recovered = if papers { recovered_teams(store)? } else { Vec::new() };
    let team = new.team.as_ref().map(|wanted| team_called(store, wanted)).transpose()?;
    let mut rng = edge::rng();
    let prepared =
        member::prepare(&NewMember { name: &new.name, role: new.role, team, passphrase: None }, edge::now(), &mut rng)?;
    let keys = recovered.into_iter().find(|t| Some(t.id) == team).map(|t| t.keys).unwrap_or_default();
    let welcome = match name {
        Some(name) => {
            let mut admin = enter(store, &Who { name })?;
            command(store, &mut admin, edge::now(), &mut rng, |cx| member::enrol(cx, prepared, &keys))?
        }
        None => store.write(|tx| {
            prepared.may_join(tx)?;
            member::add(tx, prepared, &keys, UserId::from_bytes([0; 16]), edge::now(), &mut rng)
        })?,
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

fn team_called(store: &Store, wanted: &str) -> Result<TeamId> {
    let teams = store.read(organisation::teams)?;
    let team = teams.iter().find(|(_, name, _)| name == wanted);
    Ok(team.with_context(|| format!("There is no team called {wanted}."))?.0)
}

fn integrate(store: &Store, new: &NewIntegration, who: &Who) -> Result<()> {
    let mut admin = enter(store, who)?;
    let made = command(store, &mut admin, edge::now(), &mut edge::rng(), |cx| integration::make(cx, new))?;
    println!("The token of {}, shown once and kept nowhere:\n{}", made.name, *made.token);
    if !new.compartments.is_empty() {
        println!("It reads when a member of the team gives the keys (Sign-ins page).");
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
