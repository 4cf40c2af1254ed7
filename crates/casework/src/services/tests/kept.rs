//! What members say of the directory: kept with who said it, over the pack, refused where the role does not include
//! it, and found when somebody altered it.

use crate::services::*;
use crate::upkeep::{Finding, verify};
use access::{AccessError, Action, Keyring, Role, entries};
use rehearsal::House;
use store::{StoreError, Tx, sql};

fn shown(house: &mut House, keys: &mut Keyring, id: &str) -> Told {
    house.run(keys, |cx| one(cx, id)).unwrap().unwrap_or_else(|| panic!("{id} is not there"))
}

fn done<T: std::fmt::Debug>(kept: Kept<T>) -> T {
    match kept {
        Kept::Done(value) => value,
        other => panic!("{other:?}"),
    }
}

fn wrongs<T>(kept: Kept<T>) -> Vec<Wrong> {
    match kept {
        Kept::Wrong(wrongs) => wrongs,
        _ => panic!("it was kept"),
    }
}

fn river_house() -> Written {
    Written {
        name: "  River   House ".to_owned(),
        kind: "safe-house".to_owned(),
        services: "shelter;food".to_owned(),
        for_whom: "women;children".to_owned(),
        area: "Kampot".to_owned(),
        capacity: "12".to_owned(),
        hours: "always".to_owned(),
        languages: "km;en".to_owned(),
        contact: "+855 00 000 222".to_owned(),
        note: String::new(),
    }
}

#[test]
fn a_member_checks_an_entry_and_everybody_sees_who_did_and_when() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut ana = house.enter("ana", Role::Analyst, None);
    // The pack is of the summer after the rehearsal, and what is newer counts.
    house.now = house.now.plus_hours(24 * 365);
    let before = shown(&mut house, &mut ana, "caritas-cambodia");
    assert!(before.history.is_empty());
    done(house.run(&mut sokha, |cx| checked(cx, "caritas-cambodia")).unwrap());
    let told = shown(&mut house, &mut ana, "caritas-cambodia");
    let today = house.now.local_date();
    assert_eq!(told.organisation.checked, Some(Checked { on: today, by: "sokha".to_owned() }));
    assert_eq!(told.organisation.freshness(today), Freshness::Checked { days: 0, by: "sokha".to_owned() });
    assert_eq!((told.history.len(), told.history[0].said, told.history[0].by.as_str()), (1, Said::Checked, "sokha"));
    assert_eq!(Written::of(&told.organisation), Written::of(&before.organisation));
}

#[test]
fn what_is_corrected_stands_over_the_pack_and_what_stood_before_is_kept() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut dara = house.enter("dara", Role::ShelterManager, Some(2));
    let id = "licadho";
    let told = shown(&mut house, &mut sokha, id);
    // What was said before the pack's day counts no more.
    let written = Written { hours: "Mon to Fri".to_owned(), ..Written::of(&told.organisation) };
    done(house.run(&mut sokha, |cx| correct(cx, id, Some(""), &written)).unwrap());
    let told = shown(&mut house, &mut sokha, id);
    assert_eq!((told.organisation.hours.as_str(), told.history[0].outdated), ("", true));

    house.now = house.now.plus_hours(24 * 365);
    let seen = told.newest();
    done(house.run(&mut sokha, |cx| correct(cx, id, Some(&seen), &written)).unwrap());
    done(house.run(&mut dara, |cx| not_answering(cx, id)).unwrap());
    let told = shown(&mut house, &mut dara, id);
    let today = house.now.local_date();
    assert_eq!(told.organisation.hours, "Mon to Fri");
    assert_eq!(told.organisation.freshness(today), Freshness::NotAnswering { days: 0, by: "dara".to_owned() });
    let change = Change { column: "hours", from: String::new(), to: "Mon to Fri".to_owned() };
    assert_eq!(told.history[1].changes, [change]);
    let said: Vec<Said> = told.history.iter().map(|spoken| spoken.said).collect();
    assert_eq!(said, [Said::Corrected, Said::Corrected, Said::NotAnswering]);

    // Saving the same again is a check: it answers now.
    let written = Written::of(&told.organisation);
    done(house.run(&mut sokha, |cx| correct(cx, id, None, &written)).unwrap());
    let told = shown(&mut house, &mut sokha, id);
    assert_eq!((told.history[3].said, told.organisation.not_answering), (Said::Checked, None));
}

#[test]
fn two_who_correct_at_once_do_not_write_over_each_other_unseen() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut dara = house.enter("dara", Role::ShelterManager, Some(2));
    let id = done(house.run(&mut sokha, |cx| add(cx, &river_house())).unwrap());
    let seen = shown(&mut house, &mut sokha, &id).newest();
    let full = Written { capacity: "0".to_owned(), ..river_house() };
    done(house.run(&mut dara, |cx| correct(cx, &id, Some(&seen), &full)).unwrap());
    let later = Written { hours: "by day".to_owned(), ..river_house() };
    let wrong = wrongs(house.run(&mut sokha, |cx| correct(cx, &id, Some(&seen), &later)).unwrap());
    assert!(wrong[0].sentence.starts_with("Somebody wrote something about this organisation meanwhile."));
    let now = shown(&mut house, &mut sokha, &id).organisation;
    assert_eq!((now.capacity, now.hours.as_str()), (Some(0), "always"));
}

#[test]
fn an_organisation_is_added_here_and_a_safe_house_never_with_its_street() {
    let mut house = House::open();
    let mut maly = house.enter("maly", Role::ProtectionOfficer, Some(0));
    for column in ["name", "area", "hours", "contact", "note"] {
        let mut written = river_house();
        written.set(column, "Street 63, house 4".to_owned());
        let wrong = wrongs(house.run(&mut maly, |cx| add(cx, &written)).unwrap());
        assert_eq!((wrong.len(), wrong[0].column), (1, column));
    }
    let bad = Written { kind: "hotel".to_owned(), capacity: "many".to_owned(), ..Written::default() };
    let columns: Vec<_> = wrongs(house.run(&mut maly, |cx| add(cx, &bad)).unwrap()).iter().map(|w| w.column).collect();
    assert_eq!(columns, ["name", "kind", "capacity"], "everything at once");
    let id = done(house.run(&mut maly, |cx| add(cx, &river_house())).unwrap());
    let told = shown(&mut house, &mut maly, &id);
    assert!(told.organisation.is_members_own() && told.organisation.added_here);
    assert_eq!((told.organisation.name.as_str(), told.organisation.capacity), ("River House", Some(12)));
    assert_eq!((told.organisation.source.as_str(), told.history[0].said), ("maly", Said::Added));
    let street = Written { contact: "Monivong Boulevard".to_owned(), ..river_house() };
    let wrong = wrongs(house.run(&mut maly, |cx| correct(cx, &id, None, &street)).unwrap());
    assert_eq!(wrong[0].column, "contact");
    let stored = house
        .store
        .read(|tx| tx.all(sql!("select area from directory_note order by position"), &[], |row| row.text(0)));
    assert_eq!(stored.unwrap(), ["Kampot"]);
}

#[test]
fn every_team_stands_in_the_directory_until_an_administrator_links_it_to_an_entry() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut thida = house.enter("thida", Role::Administrator, None);
    let team = house.founded.teams[2].id;
    let own = own_id(team);
    let shelter = shown(&mut house, &mut sokha, &own).organisation;
    assert_eq!((shelter.name.as_str(), shelter.kind, shelter.team), ("Shelter", Kind::Shelter, Some(team)));
    assert_eq!(shelter.services, [Service::Shelter]);

    let to = "caritas-cambodia";
    let refused = house.run(&mut sokha, |cx| link(cx, to, Some(team)));
    assert!(matches!(refused, Err(AccessError::Refused { action: Action::ManageMembers })));
    done(house.run(&mut thida, |cx| link(cx, to, Some(team))).unwrap());
    assert_eq!(shown(&mut house, &mut sokha, to).organisation.team, Some(team));
    assert_eq!(house.run(&mut sokha, |cx| one(cx, &own)).unwrap(), None, "it stands there once");
    let wrong = wrongs(house.run(&mut thida, |cx| link(cx, "hagar", Some(team))).unwrap());
    assert!(wrong[0].sentence.contains("Caritas Cambodia"));
    let nobody = base::TeamId::from_bytes([9; 16]);
    assert_eq!(house.run(&mut thida, |cx| link(cx, "hagar", Some(nobody))).unwrap(), Kept::Missing);
    done(house.run(&mut thida, |cx| link(cx, to, None)).unwrap());
    assert_eq!(shown(&mut house, &mut sokha, to).organisation.team, None);
    assert_eq!(shown(&mut house, &mut sokha, &own).organisation.team, Some(team));
}

#[test]
fn everybody_reads_and_only_those_who_keep_it_write() {
    let mut house = House::open();
    for (number, role) in Role::of_people().enumerate() {
        let team = role.in_a_team().then_some(0);
        let mut keys = house.enter(&format!("member{number}"), role, team);
        assert!(!house.run(&mut keys, all).unwrap().is_empty(), "{}", role.key());
        assert!(!house.run(&mut keys, all_warnings).unwrap().is_empty(), "{}", role.key());
        let keeps =
            matches!(role, Role::Caseworker | Role::ProtectionOfficer | Role::ConsularOfficer | Role::ShelterManager);
        let outcomes = [
            house.run(&mut keys, |cx| checked(cx, "licadho")).map(drop),
            house.run(&mut keys, |cx| not_answering(cx, "licadho")).map(drop),
            house.run(&mut keys, |cx| correct(cx, "licadho", None, &river_house())).map(drop),
            house.run(&mut keys, |cx| add(cx, &river_house())).map(drop),
            house.run(&mut keys, |cx| add_warning(cx, &a_warning())).map(drop),
            house.run(&mut keys, |cx| withdraw_warning(cx, "airfare-work", "It is none.")).map(drop),
        ];
        for outcome in outcomes {
            let refused = matches!(outcome, Err(AccessError::Refused { action: Action::KeepDirectory }));
            assert_eq!(refused, !keeps, "{}", role.key());
            assert_eq!(outcome.is_ok(), keeps, "{}", role.key());
        }
    }
}

#[test]
fn what_does_not_exist_is_missing() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    for id in ["", "no-such", "here-0", "team-0"] {
        assert_eq!(house.run(&mut sokha, |cx| one(cx, id)).unwrap(), None);
        assert_eq!(house.run(&mut sokha, |cx| checked(cx, id)).unwrap(), Kept::Missing);
        assert_eq!(house.run(&mut sokha, |cx| correct(cx, id, None, &river_house())).unwrap(), Kept::Missing);
        assert_eq!(house.run(&mut sokha, |cx| withdraw_warning(cx, id, "x")).unwrap(), Kept::Missing);
    }
}

fn a_warning() -> WrittenWarning {
    WrittenWarning {
        trap: "recruiter".to_owned(),
        title: "Jobs behind the station".to_owned(),
        goes_by: "@example_station_jobs; +855 00 000 333".to_owned(),
        says: "Offers rooms for work.".to_owned(),
        what_to_do: "Offer a bed.".to_owned(),
        area: "Phnom Penh".to_owned(),
    }
}

#[test]
fn a_warning_of_a_member_is_found_by_its_look_alike_until_it_is_withdrawn_with_a_reason() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut lina = house.enter("lina", Role::Outreach, Some(0));
    let id = done(house.run(&mut sokha, |cx| add_warning(cx, &a_warning())).unwrap());
    let known = house.run(&mut lina, all_warnings).unwrap();
    let typed = "from t.me/Examp1e.Stаtion_jobs";
    let found = warnings_for(typed, &known);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].warning.id.as_str(), found[0].likeness), (id.as_str(), Likeness::LooksAlike));
    assert_eq!(found[0].warning.checked.as_ref().map(|checked| checked.by.as_str()), Some("sokha"));

    let wrong = wrongs(house.run(&mut sokha, |cx| withdraw_warning(cx, &id, "  ")).unwrap());
    assert_eq!(wrong[0].column, "reason");
    done(house.run(&mut sokha, |cx| withdraw_warning(cx, &id, "A shelter of friends.")).unwrap());
    let known = house.run(&mut lina, all_warnings).unwrap();
    assert_eq!(warnings_for(typed, &known), []);
    let withdrawn = known.iter().find(|warning| warning.id == id).unwrap().withdrawn.as_ref().unwrap();
    assert_eq!((withdrawn.why.as_str(), withdrawn.by.by.as_str()), ("A shelter of friends.", "sokha"));
    assert_eq!(house.run(&mut sokha, |cx| withdraw_warning(cx, &id, "Again.")).unwrap(), Kept::Missing);
}

#[test]
fn everything_said_is_on_the_record_of_administration() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let id = done(house.run(&mut sokha, |cx| add(cx, &river_house())).unwrap());
    done(house.run(&mut sokha, |cx| checked(cx, &id)).unwrap());
    done(house.run(&mut sokha, |cx| add_warning(cx, &a_warning())).unwrap());
    let entries = house.store.read(|tx| entries::newest_admin(tx, i64::MAX, 3)).unwrap();
    let said: Vec<_> = entries.into_iter().map(|(_, entry)| (entry.action, entry.member)).collect();
    let by = sokha.actor.member;
    let expected = ["warning-added", "directory-checked", "directory-added"].map(|action| (action.to_owned(), by));
    assert_eq!(said, expected);
}

#[test]
fn an_altered_row_of_the_directory_is_found() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let id = done(house.run(&mut sokha, |cx| add(cx, &river_house())).unwrap());
    done(house.run(&mut sokha, |cx| add_warning(cx, &a_warning())).unwrap());
    let sums = |house: &House| -> Vec<&'static str> {
        let found = verify(&house.store, &mut house.openers(), || ()).unwrap().findings;
        found.into_iter().map(|finding| if let Finding::Sum { table, .. } = finding { table } else { "?" }).collect()
    };
    assert_eq!(sums(&house), Vec::<&str>::new());
    let alter = |tx: &mut Tx| {
        tx.run(sql!("update directory_note set contact = '+855 00 000 999'"), &[])?;
        tx.run(sql!("update warning_note set goes_by = ''"), &[])?;
        Ok::<_, StoreError>(())
    };
    house.store.write(alter).unwrap();
    assert_eq!(shown(&mut house, &mut sokha, &id).organisation.contact, "+855 00 000 999");
    assert_eq!(sums(&house), ["directory_note", "warning_note"]);
}
