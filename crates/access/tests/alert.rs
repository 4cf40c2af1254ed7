//! Alerts, as stories: whom one reaches, what is seen of it, and what is not.

use access::alert::{self, Alert, Kind, Raised, To, raise, unseen_count};
use access::{AccessError, Keyring, Role};
use base::{CaseId, UserId};
use rehearsal::House;

fn raised(house: &mut House, to: To, kind: Kind, case: Option<CaseId>) -> usize {
    let now = house.now;
    house.store.write(|tx| raise(tx, &Alert { to, kind, case }, now, &mut house.rng)).unwrap()
}

fn unseen(house: &House, member: UserId) -> usize {
    house.store.read(|tx| unseen_count(tx, member)).unwrap()
}

fn listed(house: &mut House, keys: &mut Keyring) -> Vec<Raised> {
    house.run(keys, |cx| alert::of(cx, None, 50)).unwrap()
}

/// A case with one event in a compartment that caseworkers read.
fn a_case(house: &mut House, keys: &mut Keyring) -> CaseId {
    let case = CaseId::new(house.now, &mut house.rng);
    house
        .run(keys, |cx| {
            cx.write_event(&mut access::OpenCase::new(case), vault::Compartment::Journey, 1, b"something").map(|_| ())
        })
        .unwrap();
    case
}

#[test]
fn an_alert_reaches_those_whom_it_concerns_and_nobody_else() {
    let mut house = House::open();
    let team = house.founded.teams[0].id;
    let sokha = house.add("sokha", Role::Caseworker, Some(0)).member;
    let maly = house.add("maly", Role::ProtectionOfficer, Some(0)).member;
    let consul = house.add("consul", Role::ConsularOfficer, Some(1)).member;
    let omar = house.add("omar", Role::Auditor, None).member;
    let of = |house: &House| [sokha, maly, consul, omar].map(|member| unseen(house, member));
    assert_eq!(raised(&mut house, To::Team(team), Kind::ReferralReceived, None), 2);
    assert_eq!(of(&house), [1, 1, 0, 0]);
    assert_eq!(raised(&mut house, To::RoleInTeam(team, Role::ProtectionOfficer), Kind::EmergencyAsked, None), 1);
    assert_eq!(of(&house), [1, 2, 0, 0]);
    assert_eq!(raised(&mut house, To::Role(Role::Auditor), Kind::EmergencyOpened, None), 1);
    assert_eq!(raised(&mut house, To::Member(consul), Kind::ReferralAnswered, None), 1);
    assert_eq!(of(&house), [1, 2, 1, 1]);
    let nobody = To::RoleInTeam(house.founded.teams[2].id, Role::ProtectionOfficer);
    assert_eq!(raised(&mut house, nobody, Kind::EmergencyAsked, None), 0, "who raises it learns that nobody is there");
}

#[test]
fn the_list_shows_ones_own_newest_first_page_by_page() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let team = house.founded.teams[0].id;
    for kind in [Kind::ReferralReceived, Kind::ReferralAnswered, Kind::RetentionRan] {
        house.now = house.now.plus_millis(1);
        raised(&mut house, To::Team(team), kind, None);
    }
    let newest = house.run(&mut sokha, |cx| alert::of(cx, None, 2)).unwrap();
    assert_eq!(newest.iter().map(|a| a.kind).collect::<Vec<_>>(), [Kind::RetentionRan, Kind::ReferralAnswered]);
    let before = newest[1].id;
    let older = house.run(&mut sokha, |cx| alert::of(cx, Some(before), 2)).unwrap();
    assert_eq!(older.iter().map(|a| (a.kind, a.seen)).collect::<Vec<_>>(), [(Kind::ReferralReceived, false)]);
    assert_eq!(listed(&mut house, &mut consul), []);
}

#[test]
fn what_one_has_seen_the_others_have_not() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut dara = house.enter("dara", Role::Caseworker, Some(0));
    let team = house.founded.teams[0].id;
    raised(&mut house, To::Team(team), Kind::ReferralReceived, None);
    raised(&mut house, To::Team(team), Kind::ReferralOverdue, None);
    let first = listed(&mut house, &mut sokha)[0].id;
    assert!(house.run(&mut sokha, |cx| alert::seen(cx, first)).unwrap());
    assert!(!house.run(&mut sokha, |cx| alert::seen(cx, first)).unwrap(), "it was seen already");
    assert_eq!(listed(&mut house, &mut sokha).iter().map(|a| a.seen).collect::<Vec<_>>(), [true, false]);
    assert_eq!((unseen(&house, sokha.actor.member), unseen(&house, dara.actor.member)), (1, 2));
    assert_eq!(house.run(&mut dara, alert::all_seen).unwrap(), 2);
    assert_eq!((unseen(&house, sokha.actor.member), unseen(&house, dara.actor.member)), (1, 0));
}

#[test]
fn the_same_alert_is_not_doubled_until_somebody_looked_or_a_while_has_passed() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    house.add("dara", Role::Caseworker, Some(0));
    let (to, member) = (To::Team(house.founded.teams[0].id), sokha.actor.member);
    let [one, other] = [1, 2].map(|n| Some(CaseId::from_bytes([n; 16])));
    assert_eq!([one, one, None, None, other].map(|case| raised(&mut house, to, Kind::ReferralReceived, case)), [2; 5]);
    assert_eq!(unseen(&house, member), 3, "one for each case, one for none");
    raised(&mut house, to, Kind::ReferralOverdue, one);
    assert_eq!(unseen(&house, member), 4, "another kind is another alert");
    house.now = house.now.plus_millis(15 * 60_000);
    raised(&mut house, to, Kind::ReferralReceived, one);
    assert_eq!(unseen(&house, member), 5, "a quarter of an hour later it is said again");
    house.run(&mut sokha, alert::all_seen).unwrap();
    raised(&mut house, to, Kind::ReferralReceived, one);
    assert_eq!(unseen(&house, member), 1, "whoever had seen the first is told of the second");
}

#[test]
fn the_case_is_named_to_those_alone_who_could_open_it() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut lina = house.enter("lina", Role::Outreach, Some(0));
    let mut omar = house.enter("omar", Role::Auditor, None);
    let mut consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let case = a_case(&mut house, &mut sokha);
    let consuls = To::Member(consul.actor.member);
    for to in [To::Team(house.founded.teams[0].id), To::Role(Role::Auditor), consuls] {
        raised(&mut house, to, Kind::EmergencyOpened, Some(case));
    }
    let mut case_of = |keys: &mut Keyring| listed(&mut house, keys)[0].case;
    assert_eq!(case_of(&mut sokha), Some(case));
    assert_eq!(case_of(&mut lina), None, "outreach is in the team, and holds no key of it");
    assert_eq!((case_of(&mut omar), case_of(&mut consul)), (None, None));
}

#[test]
fn of_an_erased_case_no_alert_is_left() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let (to, case) = (To::Team(house.founded.teams[0].id), CaseId::from_bytes([1; 16]));
    raised(&mut house, to, Kind::ReferralReceived, Some(case));
    raised(&mut house, to, Kind::RetentionRan, None);
    assert_eq!(house.store.write(|tx| alert::forget_case(tx, case)).unwrap(), 1);
    let left: Vec<Kind> = listed(&mut house, &mut sokha).iter().map(|a| a.kind).collect();
    assert_eq!((left, unseen(&house, sokha.actor.member)), (vec![Kind::RetentionRan], 1));
}

#[test]
fn an_alert_that_was_altered_past_the_program_is_found() {
    let mut house = House::open();
    house.add("sokha", Role::Caseworker, Some(0));
    let team = house.founded.teams[0].id;
    raised(&mut house, To::Team(team), Kind::EmergencyOpened, None);
    let wrong = |house: &House| -> Vec<String> {
        let found = house.store.read(|tx| {
            let tables = store::sum::summed().filter(|table| table.name.starts_with("alert"));
            tables.map(|table| Ok::<_, AccessError>(store::sum::wrong(tx, table)?)).collect::<Result<Vec<_>, _>>()
        });
        found.unwrap().concat()
    };
    assert_eq!(wrong(&house), [""; 0]);
    house.store.tamper("update alert set kind = 'retention-ran'").unwrap();
    assert_eq!(wrong(&house).len(), 1);
}
