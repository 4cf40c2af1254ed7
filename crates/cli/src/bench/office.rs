//! What the measurements share: a throw-away organisation with one member, and as many people as wanted.

use crate::edge;
use crate::init::{Wanted, found};
use crate::people::Invented;
use access::member::Welcome;
use access::sign_in::{Credentials, sign_in};
use access::{Keyring, Role};
use anyhow::{Context, Result};
use base::Arrival;
use std::path::Path;
use store::Store;

/// A new registry in `folder` and a caseworker of its one team, signed in: the role whose team is given the
/// keys of the most compartments.
pub fn office(folder: &Path) -> Result<(Store, Keyring, Welcome)> {
    let store = Store::create(folder)?;
    let teams = [("Response".to_owned(), "casework".to_owned())];
    let members = [Wanted { name: "sokha".into(), role: Role::Caseworker, team: Some("Response".into()) }];
    let (_, welcomes) = found(&store, "Bench (invented)", &teams, &members)?;
    let mut welcome = welcomes.into_iter().next().context("one member was made")?;
    let keys = entered(&store, &mut welcome)?;
    Ok((store, keys, welcome))
}

/// Signs a member in with a recovery code.
pub fn entered(store: &Store, welcome: &mut Welcome) -> Result<Keyring> {
    let code = welcome.recovery_codes.pop().context("members have recovery codes")?;
    let given = Credentials { name: &welcome.name, passphrase: &welcome.passphrase, code: &code };
    Ok(sign_in(store, &given, edge::now(), &mut edge::rng())?)
}

/// A new registry in `folder` and so many caseworkers of its one team.
pub fn many(folder: &Path, count: usize) -> Result<Vec<Welcome>> {
    many_in(&Store::create(folder)?, count)
}

/// So many caseworkers of the one team of a new registry.
pub fn many_in(store: &Store, count: usize) -> Result<Vec<Welcome>> {
    let teams = [("Response".to_owned(), "casework".to_owned())];
    let wanted = |n| Wanted { name: format!("member{n}"), role: Role::Caseworker, team: Some("Response".to_owned()) };
    let members: Vec<Wanted> = (0..count).map(wanted).collect();
    Ok(found(store, "Bench (invented)", &teams, &members)?.1)
}

/// Somebody new out of two of the invented people: the family name of one, the rest of another, own numbers.
pub fn varied(people: &[Invented], n: usize) -> Arrival {
    let base = &people[n % people.len()].arrival;
    let other = &people[(n / people.len()).wrapping_mul(613).wrapping_add(n * 31) % people.len()].arrival;
    let mut arrival = base.clone();
    if let (Some(name), Some(family)) =
        (arrival.names.first_mut(), other.names.last().and_then(|name| name.split(' ').next_back()))
    {
        name.push(' ');
        name.push_str(family);
    }
    for paper in &mut arrival.papers {
        paper.number = paper.number.as_ref().map(|_| format!("ZZ{n:07}"));
    }
    for contact in &mut arrival.contacts {
        *contact = format!("+85500{n:07}");
    }
    arrival
}
