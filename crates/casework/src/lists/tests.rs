use super::*;
use crate::registry::{Earlier, correct as correct_case, view};
use crate::{Fact, Field};
use access::{Keyring, Role};
use papers::{Book, Layout};
use rehearsal::House;
use std::fmt::Write;

const HEAD: &str = "No,Name,Date of birth,Nationality,Passport,Where now,Remarks\n";
const FIRST: &str = "1,Bekele Mamo,1999-02-03,Ethiopia,EP1234567,Poipet,\n\
                     2,Grace Achieng,2001-07-21,Kenya,AK7654321,Bavet,sick\n\
                     3,,2000-01-01,Kenya,,Bavet,\n\
                     4,Tesfaye Alemu,1997-11-30,Ethiopia,EP7777777,Poipet,\n";

fn handed(text: &str, sender: &str, previous: Option<ListId>) -> Handed {
    let mut book = Book::read(text.as_bytes(), "list.csv").unwrap();
    let sheet = book.sheets.remove(0);
    let layout = Layout::guess(&sheet);
    Handed {
        sender: sender.into(),
        format: book.format,
        sheet,
        layout,
        original: BTreeMap::new(),
        previous,
        read: None,
    }
}

fn bring(house: &mut House, keys: &mut Keyring, text: &str, previous: Option<ListId>) -> ListId {
    let mut intake = house.run(keys, |cx| receive(cx, handed(text, "Desk two", previous))).unwrap();
    while house.run(keys, |cx| intake.step(cx)).unwrap() == Step::More {}
    intake.list
}

fn counts(house: &mut House, keys: &mut Keyring, id: ListId) -> String {
    let counts = house.run(keys, |cx| one(cx, id)).unwrap().counts;
    counts.0.iter().map(|(became, n)| format!("{} {n}", became.key())).collect::<Vec<_>>().join(", ")
}

fn row(house: &mut House, keys: &mut Keyring, id: ListId, number: u32) -> StoredRow {
    house.run(keys, |cx| looked_at(cx, id, number)).unwrap().row
}

#[test]
fn every_row_is_accounted_for_and_the_same_list_again_changes_nothing() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let text = format!("{HEAD}{FIRST},TOTAL 4,,,,,\n");
    let first = bring(&mut house, &mut keys, &text, None);
    assert_eq!(counts(&mut house, &mut keys, first), "registered 3, look 1, not-a-person 2");
    let cases = house.store.read(|tx| tx.log_size()).unwrap();
    let again = bring(&mut house, &mut keys, &text, Some(first));
    assert_eq!(counts(&mut house, &mut keys, again), "already 3, look 1, not-a-person 2");
    assert_eq!(counts(&mut house, &mut keys, first), "registered 3, not-a-person 2, replaced 1");
    let events = |house: &House| house.store.read(|tx| tx.log_size()).unwrap();
    assert!(events(&house) - cases < 10, "only reads were put on the record");
    assert!(house.run(&mut keys, |cx| vanished(cx, again)).unwrap().is_empty());
}

#[test]
fn a_newer_version_updates_the_same_people_and_says_who_is_gone() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let first = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    let newer = "1,Grace Achieng,2001-07-21,Kenya,AK7654321,Phnom Penh,sick; in hospital\n\
                 2,Bekele Mammo,1999-02-03,Ethiopia,EP1234567,Poipet,\n\
                 3,Sara Haile,2003-05-06,Ethiopia,EP5555555,Poipet,\n";
    let second = bring(&mut house, &mut keys, &format!("{HEAD}{newer}"), Some(first));
    assert_eq!(counts(&mut house, &mut keys, second), "registered 1, changed 2, not-a-person 1");
    let grace = row(&mut house, &mut keys, second, 2);
    let changed: Vec<(Field, bool)> = grace.content.notes.changes.iter().map(|c| (c.to.field(), c.taken)).collect();
    assert_eq!(changed, [(Field::Place, true), (Field::Remark, true)]);
    let case = house.run(&mut keys, |cx| view(cx, grace.case.unwrap())).unwrap();
    assert_eq!(case.facts.newest(Field::Place), Some(&Fact::Place("Phnom Penh".into())));
    assert!(!case.facts.in_conflict(Field::Place));
    assert_eq!(case.facts.current(Field::Remark).len(), 1, "the list's earlier remark was replaced");
    let gone = house.run(&mut keys, |cx| vanished(cx, second)).unwrap();
    assert_eq!(gone.iter().map(|row| row.number).collect::<Vec<_>>(), [5]);
    // Back to what the first version said: a change again, not "the same row as once".
    let third = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), Some(second));
    assert_eq!(counts(&mut house, &mut keys, third), "changed 2, already 1, look 1, not-a-person 1");
    let case = house.run(&mut keys, |cx| view(cx, grace.case.unwrap())).unwrap();
    assert_eq!(case.facts.newest(Field::Place), Some(&Fact::Place("Bavet".into())));
}

#[test]
fn a_newer_version_may_come_under_another_senders_name() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let first = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    let one_left = FIRST.lines().next().unwrap();
    let newer = handed(&format!("{HEAD}{one_left}\n"), "Desk three", Some(first));
    let mut intake = house.run(&mut keys, |cx| receive(cx, newer)).unwrap();
    while house.run(&mut keys, |cx| intake.step(cx)).unwrap() == Step::More {}
    let gone = house.run(&mut keys, |cx| vanished(cx, intake.list)).unwrap();
    assert_eq!(
        gone.iter().map(|row| row.content.cells[1].text().into_owned()).collect::<Vec<_>>(),
        ["Grace Achieng", "Tesfaye Alemu"]
    );
}

#[test]
fn what_somebody_else_stated_stays_beside_what_the_list_says_now() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let first = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    let case = row(&mut house, &mut keys, first, 2).case.unwrap();
    let kampot = vec![Fact::Place("Kampot".into())];
    house.run(&mut keys, |cx| correct_case(cx, case, kampot, Earlier::Replaced, None)).unwrap();
    let newer = FIRST.replace("EP1234567,Poipet", "EP1234567,Pailin");
    let second = bring(&mut house, &mut keys, &format!("{HEAD}{newer}"), Some(first));
    assert_eq!(counts(&mut house, &mut keys, second), "changed 1, already 2, look 1, not-a-person 1");
    let case = house.run(&mut keys, |cx| view(cx, case)).unwrap();
    let places: Vec<_> = case.facts.current(Field::Place).iter().map(|held| held.fact.clone()).collect();
    assert_eq!(places, [Fact::Place("Kampot".into()), Fact::Place("Pailin".into())]);
}

#[test]
fn a_row_that_needs_a_look_is_corrected_in_place_by_anybody_of_the_team() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let first = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    let mut colleague = house.enter("dara", Role::Caseworker, Some(0));
    let seen = row(&mut house, &mut colleague, first, 4);
    assert!(matches!(seen.content.notes.why(), Some(Reason::Read(_))));
    let nothing = house.run(&mut colleague, |cx| correct(cx, first, 4, &[(5, "Bavet".into())])).unwrap();
    assert_eq!(nothing, Became::Look);
    let became = house.run(&mut colleague, |cx| correct(cx, first, 4, &[(1, "Joyce Wanjiru".into())])).unwrap();
    assert_eq!(became, Became::Registered);
    assert_eq!(counts(&mut house, &mut keys, first), "registered 4, not-a-person 1");
    assert_eq!(row(&mut house, &mut keys, first, 4).content.original, [(1, Cell::Empty)]);
    // The sender's next version has the row as it was: it is known who that is.
    let again = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), Some(first));
    assert_eq!(counts(&mut house, &mut keys, again), "already 4, not-a-person 1");
}

#[test]
fn a_row_set_aside_once_is_not_asked_about_again() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let first = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    house.run(&mut keys, |cx| decide(cx, first, 4, Decision::NotAPerson)).unwrap();
    let again = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), Some(first));
    assert_eq!(counts(&mut house, &mut keys, again), "already 3, not-a-person 2");
}

#[test]
fn who_could_be_either_is_asked_about_and_a_person_decides() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let head = "Name,Date of birth,Passport\n";
    let first =
        bring(&mut house, &mut keys, &format!("{head}Nguyen Van Anh,1999-02-03,\nLe Thi Mai,2001-01-01,\n"), None);
    let twice = "Nguyen Van Anh,1999-02-04,C1234567\nNguyen Van Anh,1999-02-05,C7654321\nLe Thi Mai,2001-01-01,\n";
    let second = bring(&mut house, &mut keys, &format!("{head}{twice}"), Some(first));
    assert_eq!(counts(&mut house, &mut keys, second), "already 1, look 2, not-a-person 1");
    let asked = row(&mut house, &mut keys, second, 2);
    let known = row(&mut house, &mut keys, first, 2).case.unwrap();
    assert_eq!(
        (asked.content.notes.why(), &asked.content.notes.candidates[..]),
        (Some(Reason::MaybeKnown), &[known][..])
    );
    let stranger = CaseId::from_bytes([9; 16]);
    assert!(house.run(&mut keys, |cx| decide(cx, second, 2, Decision::Same(stranger))).is_err());
    let same = house.run(&mut keys, |cx| decide(cx, second, 2, Decision::Same(known))).unwrap();
    let other = house.run(&mut keys, |cx| decide(cx, second, 3, Decision::Somebody)).unwrap();
    assert_eq!((same, other), (Became::Changed, Became::Registered));
    assert_eq!(counts(&mut house, &mut keys, second), "registered 1, changed 1, already 1, not-a-person 1");
}

#[test]
fn a_list_that_was_cut_off_goes_on_and_nobody_comes_twice() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let mut text = HEAD.to_owned();
    for n in 0..1100 {
        let letter = |digit: usize| char::from(b'a' + (digit % 26) as u8);
        let name = [letter(n / 26 / 26), letter(n / 26), letter(n)].iter().collect::<String>();
        writeln!(text, "{n},Wan{name} Invented,,Kenya,AK{n:07},Bavet,").unwrap();
    }
    let mut intake = house.run(&mut keys, |cx| receive(cx, handed(&text, "Desk two", None))).unwrap();
    assert_eq!(house.run(&mut keys, |cx| intake.step(cx)).unwrap(), Step::More);
    let list = intake.list;
    drop(intake);
    assert_eq!(counts(&mut house, &mut keys, list), "waiting 100, registered 1000, not-a-person 1");
    let same_file = handed(&text, "", None);
    let mut again = house.run(&mut keys, |cx| receive(cx, same_file)).unwrap();
    assert_eq!(again.list, list);
    let mut twice = house.run(&mut keys, |cx| resume(cx, list)).unwrap();
    assert_eq!((again.done(), again.total()), (1001, 1101));
    assert_eq!(house.run(&mut keys, |cx| again.step(cx)).unwrap(), Step::Finished);
    assert_eq!(house.run(&mut keys, |cx| twice.step(cx)).unwrap(), Step::Stopped);
    assert_eq!(counts(&mut house, &mut keys, list), "registered 1100, not-a-person 1");
    let cases = house.store.read(|tx| tx.one(store::sql!("select count(*) from casefile"), &[], |row| row.int(0)));
    assert_eq!(cases.unwrap(), Some(1100));
}

#[test]
fn a_stopped_list_keeps_what_it_registered_and_can_go_on() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let mut intake = house.run(&mut keys, |cx| receive(cx, handed(&format!("{HEAD}{FIRST}"), "Desk", None))).unwrap();
    house.run(&mut keys, |cx| stop(cx, intake.list)).unwrap();
    assert_eq!(house.run(&mut keys, |cx| intake.step(cx)).unwrap(), Step::Stopped);
    assert_eq!(counts(&mut house, &mut keys, intake.list), "waiting 3, look 1, not-a-person 1");
    let mut again = house.run(&mut keys, |cx| resume(cx, intake.list)).unwrap();
    assert_eq!(house.run(&mut keys, |cx| again.step(cx)).unwrap(), Step::Finished);
    assert_eq!(counts(&mut house, &mut keys, intake.list), "registered 3, look 1, not-a-person 1");
}

#[test]
fn columns_corrected_once_are_remembered_of_the_sender() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let text = format!("{HEAD}{FIRST}");
    let mut first = handed(&text, "Desk two", None);
    let guess = first.layout.clone();
    first.layout.columns[5].meaning = Meaning::Remark;
    house.run(&mut keys, |cx| receive(cx, first)).unwrap();
    let known = house.run(&mut keys, |cx| recognise(cx, "", &guess)).unwrap().unwrap();
    assert_eq!((known.sender.name.as_str(), known.layout.columns[5].meaning), ("Desk two", Meaning::Remark));
    assert!(known.previous.is_some());
    assert!(house.run(&mut keys, |cx| recognise(cx, "Desk three", &guess)).unwrap().is_none());
    let mut other_team = house.enter("dara", Role::ShelterManager, Some(2));
    assert!(house.run(&mut other_team, |cx| recognise(cx, "Desk two", &guess)).unwrap().is_none());
}

#[test]
fn a_list_that_comes_back_with_the_codes_in_it_is_the_same_list() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let first = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    let with_codes = HEAD.replace('\n', ",Case code\n") + &FIRST.replace('\n', ",123 456 789\n");
    let again = handed(&with_codes, "Desk two", None);
    let known = house.run(&mut keys, |cx| recognise(cx, "", &again.layout)).unwrap().unwrap();
    assert_eq!(known.previous, Some(first));
    let again = Handed { layout: known.layout, previous: known.previous, ..again };
    let mut intake = house.run(&mut keys, |cx| receive(cx, again)).unwrap();
    while house.run(&mut keys, |cx| intake.step(cx)).unwrap() == Step::More {}
    assert_eq!(counts(&mut house, &mut keys, intake.list), "already 3, look 1, not-a-person 1");
}

#[test]
fn a_column_understood_otherwise_changes_the_same_people() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let text = format!("{HEAD}{FIRST}");
    let mut wrong = handed(&text, "Desk two", None);
    wrong.layout.columns[5].meaning = Meaning::Ignore;
    let mut intake = house.run(&mut keys, |cx| receive(cx, wrong)).unwrap();
    while house.run(&mut keys, |cx| intake.step(cx)).unwrap() == Step::More {}
    let first = intake.list;
    let second = bring(&mut house, &mut keys, &text, Some(first));
    assert_eq!(counts(&mut house, &mut keys, second), "changed 3, look 1, not-a-person 1");
    let grace = row(&mut house, &mut keys, second, 3);
    assert_eq!(grace.content.notes.changes[0].to, Fact::Place("Bavet".into()));
}

#[test]
fn another_team_finds_no_list_and_a_role_without_names_takes_none_in() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let list = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    let mut shelter = house.enter("dara", Role::ShelterManager, Some(2));
    assert!(matches!(house.run(&mut shelter, |cx| looked_at(cx, list, 4)), Err(AccessError::NotFound { .. })));
    assert!(matches!(house.run(&mut shelter, |cx| whole(cx, list)), Err(AccessError::NotFound { .. })));
    assert!(house.run(&mut shelter, received).unwrap().is_empty());
    let mut outreach = house.enter("lina", Role::Outreach, Some(0));
    assert!(matches!(house.run(&mut outreach, received), Err(AccessError::Refused { .. })));
}

#[test]
fn a_missions_newer_list_changes_names_but_not_parts_it_holds_no_key_of() {
    let mut house = House::open();
    let mut keys = house.enter("consul", Role::ConsularOfficer, Some(1));
    let first = bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    let newer = FIRST.replace("Grace Achieng", "Grace Acheng").replace("sick", "pregnant");
    let second = bring(&mut house, &mut keys, &format!("{HEAD}{newer}"), Some(first));
    let grace = row(&mut house, &mut keys, second, 3);
    let taken: Vec<(Field, bool)> = grace.content.notes.changes.iter().map(|c| (c.to.field(), c.taken)).collect();
    assert!(taken.contains(&(Field::Names, true)) && taken.contains(&(Field::Remark, false)), "{taken:?}");
    let case = house.run(&mut keys, |cx| view(cx, grace.case.unwrap())).unwrap();
    assert_eq!(case.facts.newest(Field::Names), Some(&Fact::Names(vec!["Grace Acheng".into()])));
}

#[test]
fn nothing_of_a_list_lies_readable_on_the_disk() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    bring(&mut house, &mut keys, &format!("{HEAD}{FIRST}"), None);
    for file in std::fs::read_dir(house.folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for canary in ["Achieng", "AK7654321", "Desk two", "Remarks", "2001-07-21"] {
            assert!(!bytes.windows(canary.len()).any(|window| window == canary.as_bytes()), "{canary}");
        }
    }
}
