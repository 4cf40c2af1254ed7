//! Signing in, as stories.

use super::*;
use crate::member::{self, NewMember, Welcome};
use crate::organisation::{Founded, NewOrganisation, found};
use crate::{Action, Role, command};

struct House {
    _folder: tempfile::TempDir,
    store: Store,
    founded: Founded,
    rng: TestRng,
}

const NOW: Instant = Instant::from_millis(1_768_500_000_000);

struct TestRng(u64);
impl rand_core::TryRng for TestRng {
    type Error = core::convert::Infallible;
    fn try_next_u32(&mut self) -> std::result::Result<u32, Self::Error> {
        self.try_next_u64().map(|n| n as u32)
    }
    fn try_next_u64(&mut self) -> std::result::Result<u64, Self::Error> {
        self.0 += 1;
        let hash = vault::digest(&[&self.0.to_be_bytes()]);
        Ok(u64::from_be_bytes(hash[..8].try_into().unwrap()))
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> std::result::Result<(), Self::Error> {
        for chunk in bytes.chunks_mut(8) {
            let word = self.try_next_u64()?.to_be_bytes();
            chunk.copy_from_slice(&word[..chunk.len()]);
        }
        Ok(())
    }
}
impl rand_core::TryCryptoRng for TestRng {}

fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let mut rng = TestRng(0);
    let store = Store::create(folder.path()).unwrap();
    let teams = [("Response".to_owned(), "casework".to_owned()), ("Shelter".to_owned(), "shelter".to_owned())];
    let founded = found(&store, &NewOrganisation { name: "Harbour", teams: &teams }, NOW, &mut rng).unwrap();
    House { _folder: folder, store, founded, rng }
}

impl House {
    fn add(&mut self, name: &str, role: Role) -> Welcome {
        let team = role.in_a_team().then_some(&self.founded.teams[0]);
        let new = NewMember { name, role, team: team.map(|t| t.id), passphrase: None };
        let prepared = member::prepare(&new, NOW, &mut self.rng).unwrap();
        let keys = team.map(|t| t.keys.clone()).unwrap_or_default();
        self.store
            .write(|tx| member::add(tx, prepared, &keys, UserId::from_bytes([0; 16]), NOW, &mut self.rng))
            .unwrap()
    }
    fn try_in(&mut self, name: &str, passphrase: &str, code: &str, now: Instant) -> Result<Keyring> {
        sign_in(&self.store, &Credentials { name, passphrase, code }, now, &mut self.rng)
    }
}

#[test]
fn a_caseworker_signs_in_with_the_app_and_holds_the_keys_of_the_role() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker);
    let code = welcome.totp.code(NOW);
    let keys = house.try_in("sokha", &welcome.passphrase, &code, NOW).unwrap();
    assert_eq!(keys.reads(), Role::Caseworker.reads());
    assert!(
        matches!(house.try_in("sokha", &welcome.passphrase, &code, NOW), Err(AccessError::SignIn)),
        "a code works once"
    );
}

#[test]
fn a_recovery_code_works_once() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker);
    let code = welcome.recovery_codes[3].to_lowercase();
    assert!(house.try_in("sokha", &welcome.passphrase, &code, NOW).is_ok());
    assert!(matches!(house.try_in("sokha", &welcome.passphrase, &code, NOW), Err(AccessError::SignIn)));
}

#[test]
fn a_wrong_name_passphrase_or_code_gives_one_and_the_same_sentence() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker);
    let code = welcome.totp.code(NOW);
    let tries = [
        ("nobody", welcome.passphrase.as_str(), code.as_str()),
        ("sokha", "wrong wrong wrong", &code),
        ("sokha", &welcome.passphrase, "000000"),
    ];
    for (name, phrase, code) in tries {
        let error = house.try_in(name, phrase, code, NOW).err().expect("it must be refused");
        assert_eq!(error.to_string(), AccessError::SignIn.to_string());
    }
    let refusals = house.store.read(|tx| entries::newest_admin(tx, i64::MAX, 10)).unwrap();
    assert_eq!(refusals.iter().filter(|(_, e)| e.action == "sign-in-refused").count(), 3);
}

#[test]
fn a_disabled_member_does_not_come_in_and_has_no_keys_left() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker);
    house.store.write(|tx| member::disable(tx, welcome.member, welcome.member, NOW)).unwrap();
    let code = welcome.totp.code(NOW);
    assert!(house.try_in("sokha", &welcome.passphrase, &code, NOW).is_err());
}

#[test]
fn auditor_and_administrator_come_in_without_any_key() {
    let mut house = house();
    for role in [Role::Auditor, Role::Administrator] {
        let welcome = house.add(role.key(), role);
        let keys = house.try_in(role.key(), &welcome.passphrase, &welcome.totp.code(NOW), NOW).unwrap();
        assert!(keys.reads().is_empty());
    }
}

#[test]
fn two_recovery_papers_give_every_team_key_back() {
    let house = house();
    let papers = house.founded.shares[1..].to_vec();
    let teams = house.store.read(|tx| organisation::recover(tx, &papers)).unwrap();
    let first = |teams: &[organisation::Team]| teams[0].keys[&Compartment::Identity].to_bytes();
    assert_eq!(first(&teams), first(&house.founded.teams));
    assert!(house.store.read(|tx| organisation::recover(tx, &papers[..1])).is_err());
}

#[test]
fn a_refusal_undoes_the_command_and_stays_on_the_record() {
    let mut house = house();
    let welcome = house.add("audit", Role::Auditor);
    let mut keys = house.try_in("audit", &welcome.passphrase, &welcome.totp.code(NOW), NOW).unwrap();
    let outcome = command(&house.store, &mut keys, NOW, &mut house.rng, |cx| cx.permit(Action::FindPeople));
    assert!(matches!(outcome, Err(AccessError::Refused { .. })));
    let entries = house.store.read(|tx| entries::newest_access(tx, i64::MAX, 1)).unwrap();
    assert_eq!((entries[0].1.outcome.as_str(), entries[0].1.action.as_str()), ("refused", "find-people"));
}
