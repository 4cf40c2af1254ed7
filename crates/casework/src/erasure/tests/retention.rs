//! What time does, and what every table has to do with it.

use super::*;

#[test]
fn sec39_what_was_still_for_five_years_is_announced_and_a_month_later_gone() {
    let mut scene = scene();
    let case = scene.case;
    let before = scene.sealed(&[case]);
    let start = scene.house.now;
    let day = |n: i64| start.plus_hours(24 * n);
    let years = 365 * KEPT_YEARS;
    let round = |scene: &mut Scene, now| {
        round::make(&scene.house.store, &::pathway::pack::shipped()[0], now, &mut scene.house.rng).unwrap()
    };
    assert_eq!(round(&mut scene, day(years - 1)).of("retention"), 0);
    assert!(scene.house.store.read(|tx| announced(tx, 9)).unwrap().is_empty());
    round(&mut scene, day(years + 1));
    let due = scene.house.store.read(|tx| announced(tx, 999)).unwrap();
    assert_eq!(due.len(), 83, "81 people and two files");
    assert!(due.iter().all(|one| one.due == day(years + 1 + NOTICE_DAYS)));
    // Somebody goes on with one of them.
    let goes_on = due.iter().map(|one| one.case).find(|one| *one != case && !scene.files.contains(one)).unwrap();
    scene.house.now = day(years + 2);
    let remark = crate::Fact::Remark("She called.".into());
    scene
        .house
        .run(&mut scene.sokha, |cx| registry::correct(cx, goes_on, vec![remark], registry::Earlier::Replaced, None))
        .unwrap();
    assert_eq!(round(&mut scene, day(years + NOTICE_DAYS)).of("retention"), 0, "not a day early");
    assert_eq!(round(&mut scene, day(years + 1 + NOTICE_DAYS)).of("retention"), 82);
    assert!(scene.sealed(&[case]).is_empty() && !scene.sealed(&[goes_on]).is_empty());
    let disk = on_disk(scene.house.folder.path());
    assert!(is_on_a_server(&scene.house) || found_in(&disk, &before) == 0);
    let desk = Desks::default().open(&scene.house.store, &scene.sokha, scene.house.now).unwrap();
    assert_eq!(fresh(&desk, &scene.house.store, scene.house.now, Desk::len).unwrap(), 1);
    let told = scene.house.run(&mut scene.dara, |cx| alert::of(cx, None, 9)).unwrap();
    assert!(told.iter().any(|told| told.kind == Kind::RetentionRan));
    let newest = scene.house.store.read(|tx| runs(tx, 1)).unwrap().remove(0);
    assert_eq!((newest.erased, newest.announced), (82, 0));
    scene.fits(&scene.house.store);
}

#[test]
fn what_nobody_confirmed_lapses() {
    let mut scene = scene();
    let case = scene.case;
    scene.house.run(&mut scene.sokha, |cx| ask(cx, case, Ground::Mistake, "Twice.")).unwrap();
    for (days, waits) in [(ASKING_LASTS - 1, 1), (ASKING_LASTS + 1, 0)] {
        let now = scene.house.now.plus_hours(24 * days);
        round::make(&scene.house.store, &::pathway::pack::shipped()[0], now, &mut scene.house.rng).unwrap();
        assert_eq!(scene.house.run(&mut scene.dara, waiting).unwrap().len(), waits);
    }
}

#[test]
fn every_table_that_names_a_case_is_known_to_erasure() {
    let names = |column: &str| ["case_id", "file_id"].contains(&column);
    let mut there: Vec<(&str, &str)> = dump::tables()
        .iter()
        .flat_map(|table| {
            table.columns.iter().filter(|(column, _)| names(column)).map(|(column, _)| (table.name, *column))
        })
        .collect();
    let mut known = rows::OF_A_CASE.to_vec();
    there.sort();
    known.sort();
    assert_eq!(there, known, "a new table: decide what becomes of its rows when a person is erased");
}

#[test]
fn counts_are_written_and_read() {
    let counts = Counts([("keys".to_owned(), 5), ("links".to_owned(), 0), ("payloads".to_owned(), 12)].into());
    assert_eq!(counts.text(), "keys=5 payloads=12");
    assert_eq!(Counts::read(&counts.text()).unwrap().of("payloads"), 12);
    assert_eq!(Counts::read("keys"), None);
}
