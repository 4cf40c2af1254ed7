//! Signing in, as stories.

use access::sign_in::{Credentials, change_passphrase, sign_in};
use access::{AccessError, Action, Keyring, OpenCase, Result, Role, entries, member, organisation};
use base::{CaseId, Instant};
use rehearsal::House;
use vault::Compartment;

const NOW: Instant = rehearsal::START;

fn house() -> House {
    House::open()
}

fn try_in(house: &mut House, name: &str, passphrase: &str, code: &str, now: Instant) -> Result<Keyring> {
    sign_in(&house.store, &Credentials { name, passphrase, code }, now, &mut house.rng)
}

#[test]
fn a_caseworker_signs_in_with_the_app_and_holds_the_keys_of_the_role() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    let code = welcome.totp.code(NOW);
    let keys = try_in(&mut house, "sokha", &welcome.passphrase, &code, NOW).unwrap();
    assert_eq!(keys.reads(), Role::Caseworker.reads());
    assert!(
        matches!(try_in(&mut house, "sokha", &welcome.passphrase, &code, NOW), Err(AccessError::SignIn)),
        "a code works once"
    );
}

#[test]
fn a_recovery_code_works_once() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    let code = welcome.recovery_codes[3].to_lowercase();
    assert!(try_in(&mut house, "sokha", &welcome.passphrase, &code, NOW).is_ok());
    assert!(matches!(try_in(&mut house, "sokha", &welcome.passphrase, &code, NOW), Err(AccessError::SignIn)));
}

#[test]
fn a_wrong_name_passphrase_or_code_gives_one_and_the_same_sentence() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    let code = welcome.totp.code(NOW);
    let tries = [
        ("nobody", welcome.passphrase.as_str(), code.as_str()),
        ("sokha", "wrong wrong wrong", &code),
        ("sokha", &welcome.passphrase, "000000"),
    ];
    for (name, phrase, code) in tries {
        let error = try_in(&mut house, name, phrase, code, NOW).err().expect("it must be refused");
        assert_eq!(error.to_string(), AccessError::SignIn.to_string());
    }
    let refusals = house.store.read(|tx| entries::newest_admin(tx, i64::MAX, 10)).unwrap();
    assert_eq!(refusals.iter().filter(|(_, e)| e.action == "sign-in-refused").count(), 3);
}

#[test]
fn a_disabled_member_does_not_come_in_and_has_no_keys_left() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    house.store.write(|tx| member::disable(tx, welcome.member, welcome.member, NOW)).unwrap();
    let code = welcome.totp.code(NOW);
    assert!(try_in(&mut house, "sokha", &welcome.passphrase, &code, NOW).is_err());
}

#[test]
fn auditor_and_administrator_come_in_without_any_key() {
    let mut house = house();
    for role in [Role::Auditor, Role::Administrator] {
        let welcome = house.add(role.key(), role, None);
        let keys = try_in(&mut house, role.key(), &welcome.passphrase, &welcome.totp.code(NOW), NOW).unwrap();
        assert!(keys.reads().is_empty());
    }
}

#[test]
fn two_recovery_papers_give_every_team_key_back() {
    let house = house();
    let papers = house.founded.shares[1..].to_vec();
    let teams = house.store.read(|tx| organisation::recover(tx, &papers)).unwrap();
    for founded in &house.founded.teams {
        let recovered = teams.iter().find(|team| team.id == founded.id).expect("every team is recovered");
        let bytes =
            |team: &organisation::Team| team.keys.values().map(|key| key.to_bytes().to_vec()).collect::<Vec<_>>();
        assert_eq!((bytes(recovered), recovered.keys.len()), (bytes(founded), Compartment::ALL.len()));
    }
    assert!(house.store.read(|tx| organisation::recover(tx, &papers[..1])).is_err());
}

#[test]
fn a_refusal_undoes_the_command_and_stays_on_the_record() {
    let mut house = house();
    let welcome = house.add("audit", Role::Auditor, None);
    let mut keys = try_in(&mut house, "audit", &welcome.passphrase, &welcome.totp.code(NOW), NOW).unwrap();
    let outcome = house.run(&mut keys, |cx| cx.permit(Action::FindPeople));
    assert!(matches!(outcome, Err(AccessError::Refused { .. })));
    let entries = house.store.read(|tx| entries::newest_access(tx, i64::MAX, 1)).unwrap();
    assert_eq!((entries[0].1.outcome.as_str(), entries[0].1.action.as_str()), ("refused", "find-people"));
}

const ANOTHER: &str = "ferry lotus candle river";

/// Changes the passphrase with the code of `now`.
fn change(house: &mut House, welcome: &member::Welcome, old: &str, new: &str, now: Instant) -> Result<[u8; 16]> {
    let code = welcome.totp.code(now);
    let given = Credentials { name: &welcome.name, passphrase: old, code: &code };
    change_passphrase(&house.store, &given, new, now, &mut house.rng)
}

/// So many half minutes later, when the app shows another code.
fn later(codes: i64) -> Instant {
    NOW.plus_millis(codes * 30_000)
}

#[test]
fn another_passphrase_opens_what_the_earlier_one_opened_and_the_earlier_one_nothing() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    let mut keys = try_in(&mut house, "sokha", &welcome.passphrase, &welcome.totp.code(NOW), NOW).unwrap();
    let case = CaseId::from_bytes([7; 16]);
    house
        .run(&mut keys, |cx| {
            let mut open = OpenCase::new(case);
            cx.write_event(&mut open, Compartment::Identity, 1, b"a name").map(|_| ())
        })
        .unwrap();
    let opened = |house: &mut House, keys: &mut Keyring| {
        let open = house.run(keys, |cx| cx.open(case, Action::OpenCase)).unwrap();
        open.newest(Compartment::Identity).unwrap().1.as_bytes().to_owned()
    };
    let before = opened(&mut house, &mut keys);

    let salt = change(&mut house, &welcome, &welcome.passphrase, ANOTHER, later(1)).unwrap();

    let code = welcome.totp.code(later(2));
    assert!(matches!(try_in(&mut house, "sokha", &welcome.passphrase, &code, later(2)), Err(AccessError::SignIn)));
    let mut again = try_in(&mut house, "sokha", ANOTHER, &code, later(2)).unwrap();
    assert_eq!(again.reads(), keys.reads());
    assert_eq!(opened(&mut house, &mut again), before, "the keys are the same, only their seal is new");
    assert_eq!(again.signer().verifier().to_bytes(), keys.signer().verifier().to_bytes());
    let in_force = house.store.read(|tx| member::salt_of_enabled(tx, welcome.member, house.now)).unwrap();
    assert_eq!((in_force, again.actor.salt), (Some(salt), salt));
    assert_ne!(keys.actor.salt, salt, "keys opened before are known as out of date");
    let entries = house.store.read(|tx| entries::newest_admin(tx, i64::MAX, 10)).unwrap();
    let changes: Vec<_> = entries.iter().filter(|(_, e)| e.action == "passphrase-changed").collect();
    assert_eq!((changes.len(), changes[0].1.member, changes[0].1.subject.as_str()), (1, welcome.member, ""));
}

#[test]
fn a_passphrase_that_will_not_do_costs_no_code_and_changes_nothing() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    let own = welcome.passphrase.to_string();
    assert!(matches!(change(&mut house, &welcome, &own, "too short", NOW), Err(AccessError::WeakPassphrase)));
    assert!(matches!(change(&mut house, &welcome, &own, &own, NOW), Err(AccessError::SamePassphrase)));
    assert!(try_in(&mut house, "sokha", &own, &welcome.totp.code(NOW), NOW).is_ok());
}

#[test]
fn the_passphrase_is_changed_only_by_who_has_the_earlier_one_and_a_fresh_code() {
    let mut house = house();
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    let own = welcome.passphrase.to_string();
    assert!(matches!(change(&mut house, &welcome, "wrong wrong wrong", ANOTHER, NOW), Err(AccessError::SignIn)));
    try_in(&mut house, "sokha", &own, &welcome.totp.code(NOW), NOW).unwrap();
    assert!(matches!(change(&mut house, &welcome, &own, ANOTHER, NOW), Err(AccessError::SignIn)), "a code works once");
    house.store.write(|tx| member::disable(tx, welcome.member, welcome.member, NOW)).unwrap();
    assert!(matches!(change(&mut house, &welcome, &own, ANOTHER, later(1)), Err(AccessError::SignIn)));
    let entries = house.store.read(|tx| entries::newest_admin(tx, i64::MAX, 10)).unwrap();
    assert!(entries.iter().all(|(_, e)| e.action != "passphrase-changed"));
    assert_eq!(house.store.read(|tx| member::salt_of_enabled(tx, welcome.member, house.now)).unwrap(), None);
}
