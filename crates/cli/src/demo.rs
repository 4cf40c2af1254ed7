//! `safeconduct demo`: a throw-away organisation with invented people.

mod asked;
mod booked;
mod planned;
mod ways;

use crate::alerting::Alerting;
use crate::edge;
use crate::init::{Wanted, found};
use crate::people::{Channel, Invented, invented};
use crate::prompt::progress;
use crate::serve::until_stopped;
use crate::watching::Watching;
use access::alert::{Alert, Kind, To, raise};
use access::member::Welcome;
use access::sign_in::{Credentials, sign_in};
use access::{Keyring, Role, command};
use anyhow::{Context, Result};
use asked::{Correspondents, Met};
use base::{CaseId, Instant};
use casework::Origin;
use casework::registry::register;
use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use store::{Store, sql};
use web::serve::Listening;
use web::watch::Level;
use web::{App, DemoMember, Options};

#[derive(clap::Args)]
pub struct Demo {
    /// The port to listen at, on this machine only; 0 takes any that is free.
    #[arg(long, default_value_t = 8440)]
    port: u16,
    /// Prints one line of JSON when ready, for programs that drive the demonstration.
    #[arg(long)]
    machine: bool,
    /// Keeps the registry in this folder, which must not have one, instead of throwing it away.
    #[arg(long)]
    keep: Option<std::path::PathBuf>,
    #[command(flatten)]
    watching: Watching,
    #[command(flatten)]
    alerting: Alerting,
    /// Raises an alert of every kind for the team of caseworkers: for looking at them, and for stories in a browser.
    #[arg(long, hide = true)]
    alerts: bool,
}

/// One invented member for each role, and the team it works in.
const MEMBERS: [(&str, Role, Option<&str>); 9] = [
    ("lina", Role::Outreach, Some("Response")),
    ("sokha", Role::Caseworker, Some("Response")),
    ("maly", Role::ProtectionOfficer, Some("Response")),
    ("ratna", Role::ConsularOfficer, Some("Mission")),
    ("dara", Role::ShelterManager, Some("River House")),
    ("vireak", Role::FundManager, Some("Ticket Fund")),
    ("ana", Role::Analyst, None),
    ("omar", Role::Auditor, None),
    ("thida", Role::Administrator, None),
];

const TEAMS: [(&str, &str); 4] =
    [("Response", "casework"), ("Mission", "mission"), ("River House", "shelter"), ("Ticket Fund", "fund")];

impl Demo {
    pub fn run(self) -> Result<()> {
        let throw_away = tempfile::Builder::new().prefix("registry-").tempdir()?;
        let folder = self.keep.clone().unwrap_or_else(|| throw_away.path().join("registry"));
        let (store, welcomes, papers) = prepare(&folder)?;
        let members = welcomes.iter().map(|welcome| DemoMember {
            role: welcome.role,
            name: welcome.name.clone(),
            passphrase: welcome.passphrase.to_string().into(),
            totp: welcome.totp.clone(),
        });
        // Who tries it out is not shown a line for every click.
        let watch = self.watching.watch(Level::Error);
        let (demo, phone) = (members.collect(), Some("+855 00 000 000".to_owned()));
        let options = Options { demo, phone, watch, tell_by: self.alerting.wanted()?, ..Options::default() };
        if self.alerts {
            raise_all(&store)?;
        }
        let app = App::new(store, edge::EDGE, options)?;
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        until_stopped(listen, Listening::default(), app, |address| match self.machine {
            true => println!("{}", for_machines(&address, &welcomes, &papers)),
            false => print_for_people(&address, &welcomes),
        })
    }
}

/// Makes the organisation with its recovery papers and registers everybody.
pub fn prepare(folder: &Path) -> Result<(Store, Vec<Welcome>, [String; 3])> {
    let store =
        Store::create(folder).context("The folder of the demonstration cannot be made, or has a registry already.")?;
    let teams = TEAMS.map(|(name, kind)| (name.to_owned(), kind.to_owned()));
    let members =
        MEMBERS.map(|(name, role, team)| Wanted { name: name.to_owned(), role, team: team.map(str::to_owned) });
    let (founded, mut welcomes) = found(&store, "Harbour (invented)", &teams, &members)?;
    load(&store, &mut welcomes)?;
    Ok((store, welcomes, founded.shares))
}

/// An alert of every kind, about the person who was registered last where it is about one.
fn raise_all(store: &Store) -> Result<()> {
    let raised = store.write(|tx| {
        let newest = tx.one(sql!("select case_id from casefile order by last_position desc limit 1"), &[], |row| {
            row.id(0, CaseId::read)
        })?;
        for kind in Kind::ALL {
            let case = newest.filter(|_| !matches!(kind, Kind::Erased | Kind::RetentionRan | Kind::LogContradicted));
            raise(tx, &Alert { to: To::Role(Role::Caseworker), kind: *kind, case }, edge::now(), &mut edge::rng())?;
        }
        Ok::<_, access::AccessError>(())
    });
    Ok(raised?)
}

/// Those who register, each with the keys of the own team.
struct Registrars {
    street: Keyring,
    mission: Keyring,
    shelter: Keyring,
}

impl Registrars {
    fn of(&mut self, channel: Channel) -> &mut Keyring {
        match channel {
            Channel::Street => &mut self.street,
            Channel::Mission => &mut self.mission,
            Channel::Shelter => &mut self.shelter,
        }
    }
}

/// Signs in with a recovery code, so that the app's code of this half minute stays usable.
fn enter(store: &Store, welcome: &mut Welcome) -> Result<Keyring> {
    let code = welcome.recovery_codes.pop().context("A demonstration member has recovery codes.")?;
    let given = Credentials { name: &welcome.name, passphrase: &welcome.passphrase, code: &code };
    Ok(sign_in(store, &given, edge::now(), &mut edge::rng())?)
}

/// How many people are registered in one transaction.
const BATCH: usize = 100;

/// Registers everybody, and lets the caseworker ask others for help for some of them.
fn load(store: &Store, welcomes: &mut [Welcome]) -> Result<()> {
    let mut member = |name: &str| -> Result<Keyring> {
        let welcome = welcomes.iter_mut().find(|w| w.name == name).context("The demonstration has this member.")?;
        enter(store, welcome)
    };
    let mut registrars = Registrars { street: member("lina")?, mission: member("ratna")?, shelter: member("dara")? };
    let people = as_if_today(invented()?, edge::now());
    let bar = progress(people.len() as u64, "Registering invented people");
    let (mut groups, mut met) = (HashMap::new(), Vec::new());
    for run in people.chunk_by(|a, b| a.channel == b.channel) {
        for batch in run.chunks(BATCH) {
            let cases = register_batch(store, registrars.of(batch[0].channel), batch, &mut groups)?;
            let of_street = batch.iter().zip(cases).filter(|(person, _)| person.channel == Channel::Street);
            met.extend(of_street.map(|(person, case)| Met { case, at: person.at, arrival: person.arrival.clone() }));
            bar.inc(batch.len() as u64);
        }
    }
    bar.finish_and_clear();
    let newest = people.last().map_or(edge::now(), |person| person.at);
    let (mut caseworker, mut fund) = (member("sokha")?, member("vireak")?);
    ways::load(store, &met, newest, &mut caseworker)?;
    let asked = HashMap::from([
        ("Mission", &mut registrars.mission),
        ("River House", &mut registrars.shelter),
        ("Ticket Fund", &mut fund),
    ]);
    asked::load(store, &met, newest, &mut Correspondents { caseworker: &mut caseworker, asked })?;
    booked::load(store, &met, newest, &mut caseworker)?;
    planned::load(store, &met, newest, &mut caseworker)
}

/// The same fortnight, some days later, so that its last day is today or yesterday.
fn as_if_today(mut people: Vec<Invented>, now: Instant) -> Vec<Invented> {
    let newest = people.iter().map(|person| person.at.millis()).max().unwrap_or(0);
    let days = (now.millis() - newest).div_euclid(DAY);
    people.iter_mut().for_each(|person| person.at = person.at.plus_millis(days * DAY));
    people
}

const DAY: i64 = 24 * 3_600_000;

/// Registers people of one channel, and says under which cases; `groups` remembers the first of each group.
fn register_batch(
    store: &Store,
    keys: &mut Keyring,
    batch: &[Invented],
    groups: &mut HashMap<(u32, bool), CaseId>,
) -> Result<Vec<CaseId>> {
    let registered = command(store, keys, batch[0].at, &mut edge::rng(), |cx| {
        let mut cases = Vec::new();
        for person in batch {
            cx.now = person.at;
            let key = person.group.map(|group| (group, person.channel == Channel::Street));
            let with = key.and_then(|key| groups.get(&key).copied());
            let case = register(cx, person.arrival.clone(), Origin::Card, with)?.case;
            if let Some(key) = key {
                groups.entry(key).or_insert(case);
            }
            cases.push(case);
        }
        Ok(cases)
    })?;
    Ok(registered)
}

fn print_for_people(address: &str, welcomes: &[Welcome]) {
    println!("\nOpen http://{address} in a browser and choose a role. Every person in it is invented.\n");
    println!("Or sign in by name; each code works once:\n");
    for welcome in welcomes {
        let code = welcome.recovery_codes.first().map_or("", String::as_str);
        println!("  {:<20} {:<8} {:<40} {code}", welcome.role.key(), welcome.name, welcome.passphrase.as_str());
    }
    println!("\nCtrl-C stops and throws everything away.");
}

fn for_machines(address: &str, welcomes: &[Welcome], papers: &[String]) -> String {
    let members: Vec<_> = welcomes
        .iter()
        .map(|w| serde_json::json!({ "role": w.role.key(), "name": w.name, "passphrase": w.passphrase.as_str(), "codes": w.recovery_codes }))
        .collect();
    serde_json::json!({ "address": format!("http://{address}"), "members": members, "papers": papers }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fortnight_ends_within_the_last_day_and_stays_a_fortnight() {
        let people = invented().unwrap();
        let length = |people: &[Invented]| people[people.len() - 1].at.millis() - people[0].at.millis();
        for now in ["2026-11-23T03:00:00Z", "2031-02-28T23:59:59Z", "2025-06-01T00:00:00Z"] {
            let now = Instant::read(now).unwrap();
            let moved = as_if_today(people.clone(), now);
            let late = now.millis() - moved[moved.len() - 1].at.millis();
            assert!((0..DAY).contains(&late), "{late}");
            assert_eq!(length(&moved), length(&people));
        }
    }
}
