//! `safeconduct init`: an organisation, its teams, its first members, and three recovery papers.

use crate::{Place, edge};
use access::member::{self, NewMember, Welcome};
use access::organisation::{self, Founded, NewOrganisation};
use access::{AccessError, Role};
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
        check(&teams, &members)?;
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
    let role = parts.get(1).and_then(|role| Role::of_people().find(|known| known.key() == *role));
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

/// Refuses what could not be made in full: a registry that is half made is one that nobody can open.
fn check(teams: &[(String, String)], members: &[Wanted]) -> Result<()> {
    for (n, (name, _)) in teams.iter().enumerate() {
        if teams[..n].iter().any(|before| before.0 == *name) {
            bail!("Two teams are called {name}. Nothing was made.");
        }
    }
    for (n, Wanted { name, role, team }) in members.iter().enumerate() {
        if members[..n].iter().any(|before| before.name == *name) {
            bail!("Two members are called {name}. Nothing was made.");
        }
        let kind_of = |team: &String| {
            let found = teams.iter().find(|(name, _)| name == team);
            Ok::<_, anyhow::Error>(
                &found.with_context(|| format!("There is no team called {team}. Nothing was made."))?.1,
            )
        };
        match team.as_ref().map(kind_of).transpose()? {
            None if role.in_a_team() => {
                bail!("{name} works in a team: please write NAME:{}:TEAM. Nothing was made.", role.key())
            }
            Some(_) if !role.in_a_team() => {
                bail!("{name} is in no team: please write NAME:{}. Nothing was made.", role.key())
            }
            Some(kind) if !role.fits(kind) => {
                bail!("{name} is to be in another team. {} Nothing was made.", AccessError::MissionNeeded)
            }
            _ => {}
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(members: &[&str]) -> String {
        let teams = [("Response", "casework"), ("Mission", "mission")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let members: Vec<Wanted> = members.iter().map(|one| wanted(one).unwrap()).collect();
        check(&teams, &members).map_or_else(|error| error.to_string(), |()| String::new())
    }

    #[test]
    fn what_cannot_be_made_in_full_is_refused_before_anything_is_made() {
        let fit = ["thida:administrator", "maly:protection-officer:Response", "ratna:consular-officer:Mission"];
        assert_eq!(refused(&fit), "");
        assert!(refused(&["maly:caseworker:Nowhere"]).starts_with("There is no team called Nowhere."));
        assert!(refused(&["maly:caseworker"]).contains("NAME:caseworker:TEAM"));
        assert!(refused(&["thida:administrator:Response"]).contains("in no team"));
        assert!(refused(&["ratna:consular-officer:Response"]).contains("team of their mission"));
        assert!(refused(&["thida:administrator", "thida:auditor"]).starts_with("Two members"));
        assert!(wanted("x:integration:Response").is_err());
    }
}
