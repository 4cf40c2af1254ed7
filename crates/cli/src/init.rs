//! `safeconduct init`: an organisation, its teams, its first members, and three recovery papers.

use crate::{Place, edge};
use access::Role;
use access::member::{self, NewMember, Welcome};
use access::organisation::{self, Founded, NewOrganisation};
use anyhow::{Context, Result, bail};
use base::UserId;
use std::collections::BTreeMap;
use store::Store;

#[derive(clap::Args)]
pub struct Init {
    #[command(flatten)]
    place: Place,
    /// The organisation's name.
    #[arg(long)]
    name: String,
    /// A team as NAME:KIND; kinds are casework, mission, shelter, fund. May stand several times.
    #[arg(long = "team", value_name = "NAME:KIND", default_value = "Response:casework")]
    teams: Vec<String>,
    /// A first member as NAME:ROLE or NAME:ROLE:TEAM. May stand several times. A team needs at least one who
    /// holds its keys, to give them to others.
    #[arg(long = "member", value_name = "NAME:ROLE[:TEAM]")]
    members: Vec<String>,
}

/// A member to be, as given on the command line.
pub struct Wanted {
    pub name: String,
    pub role: Role,
    pub team: Option<String>,
}

impl Init {
    pub fn run(self) -> Result<()> {
        let teams = self.teams.iter().map(|team| pair(team)).collect::<Result<Vec<_>>>()?;
        let mut members = self.members.iter().map(|member| wanted(member)).collect::<Result<Vec<_>>>()?;
        if members.is_empty() {
            let first = Some(teams[0].0.clone());
            members.push(Wanted { name: "administrator".into(), role: Role::Administrator, team: None });
            members.push(Wanted { name: "officer".into(), role: Role::ProtectionOfficer, team: first.clone() });
            members.push(Wanted { name: "caseworker".into(), role: Role::Caseworker, team: first });
        }
        let store = self.place.create()?;
        let (founded, welcomes) = found(&store, &self.name, &teams, &members)?;
        println!("The registry of {} lies in {}.\n", self.name, self.place.dir.display());
        println!("RECOVERY PAPERS. Give each to another person. Any two together open everything.\n");
        for (number, share) in founded.shares.iter().enumerate() {
            println!("  {}. {share}\n", number + 1);
        }
        welcomes.iter().for_each(print_welcome);
        println!(
            "All of this is shown once and kept nowhere. Now: safeconduct serve --dir {}",
            self.place.dir.display()
        );
        Ok(())
    }
}

fn pair(text: &str) -> Result<(String, String)> {
    match text.split_once(':') {
        Some((name, kind)) if !name.trim().is_empty() => Ok((name.trim().to_owned(), kind.trim().to_owned())),
        _ => bail!("A team is written as NAME:KIND, as in \"Response:casework\". Nothing was made."),
    }
}

pub fn wanted(text: &str) -> Result<Wanted> {
    let parts: Vec<&str> = text.splitn(3, ':').map(str::trim).collect();
    let role = parts.get(1).and_then(|role| Role::from_key(role));
    match (parts.first(), role) {
        (Some(name), Some(role)) if !name.is_empty() => {
            Ok(Wanted { name: (*name).to_owned(), role, team: parts.get(2).map(|team| (*team).to_owned()) })
        }
        _ => {
            let roles: Vec<&str> = Role::of_people().map(Role::key).collect();
            bail!("A member is written as NAME:ROLE:TEAM. Roles are {}. Nothing was made.", roles.join(", "))
        }
    }
}

/// Makes the organisation and its first members with the team keys of their roles.
pub fn found(
    store: &Store,
    name: &str,
    teams: &[(String, String)],
    members: &[Wanted],
) -> Result<(Founded, Vec<Welcome>)> {
    let mut rng = edge::rng();
    let founded = organisation::found(store, &NewOrganisation { name, teams }, edge::now(), &mut rng)?;
    let mut welcomes = Vec::new();
    for wanted in members {
        let team = match &wanted.team {
            Some(name) => Some(
                founded
                    .teams
                    .iter()
                    .find(|t| t.name == *name)
                    .with_context(|| format!("There is no team called {name}."))?,
            ),
            None => None,
        };
        let new = NewMember { name: &wanted.name, role: wanted.role, team: team.map(|t| t.id), passphrase: None };
        let prepared = member::prepare(&new, edge::now(), &mut rng)?;
        let keys = team.map_or_else(BTreeMap::new, |t| t.keys.clone());
        let nobody = UserId::from_bytes([0; 16]);
        let added = store.write(|tx| {
            prepared.may_join(tx)?;
            member::add(tx, prepared, &keys, nobody, edge::now(), &mut rng)
        });
        welcomes.push(added?);
    }
    Ok((founded, welcomes))
}

pub fn print_welcome(welcome: &Welcome) {
    println!("{} ({})", welcome.name, welcome.role.key());
    println!("  passphrase      {}", welcome.passphrase.as_str());
    println!("  authenticator   {}", welcome.totp.uri(&welcome.name));
    println!("  recovery codes  {}\n", welcome.recovery_codes.join("  "));
}
