//! What everybody waits for, what is due, and who is reminded of it.

use super::*;
use crate::desk::SharedDesk;
use crate::plan::queues::{queues, stuck, waiting};
use crate::plan::today::{Today, What, today};
use crate::round;
use access::alert::{self, Kind};
use base::{Date, Instant, days_after};

impl Scene {
    fn desk(&self) -> SharedDesk {
        Desks::default().open(&self.house.store, &self.sokha, self.house.now).unwrap()
    }

    fn looks(&self, desk: &SharedDesk, role: Role, looked: Option<Instant>) -> Today {
        let (store, now) = (&self.house.store, self.house.now);
        let outlook = outlook(desk, store, khm(), now).unwrap();
        fresh(desk, store, now, |desk| today(desk, &outlook, khm(), role, looked, now)).unwrap()
    }

    fn goes_on(&mut self, days: u16) -> Date {
        self.house.now = self.house.now.plus_hours(24 * i64::from(days));
        self.house.now.local_date()
    }

    fn has_a_deadline(&mut self, what: &str, on: Date, stands: bool) -> access::Result<()> {
        let deadline = Deadline { what: what.into(), on, note: None, stands };
        self.does(|cx, case| note_deadline(cx, case, deadline))
    }

    /// How many alerts of a deadline each of these has not looked at, after a round.
    fn reminded(&mut self, members: &[base::UserId]) -> Vec<usize> {
        round::make(&self.house.store, khm(), self.house.now, &mut self.house.rng).unwrap();
        let unseen = |member: &base::UserId| {
            let rows = self.house.store.read(|tx| {
                tx.all(
                    store::sql!(
                        "select a.kind from alert a join alert_unseen u on u.alert_id = a.id
                          where u.member_id = $1 order by a.id"
                    ),
                    &[(&member.to_string()).into()],
                    |row| row.text(0),
                )
            });
            rows.unwrap().iter().filter(|kind| *kind == Kind::Deadline.key()).count()
        };
        members.iter().map(unseen).collect()
    }
}

fn whats(items: &[crate::plan::today::Item]) -> Vec<What> {
    items.iter().map(|item| item.what.clone()).collect()
}

#[test]
fn people_of_whom_the_same_is_known_share_one_plan_and_a_line_that_changes_is_drawn_again() {
    let mut scene = scene("IDN");
    for _ in 0..300 {
        let arrival = Arrival { nationalities: vec![Country::from_iso3("KEN").unwrap()], ..Arrival::default() };
        scene.house.run(&mut scene.sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap();
    }
    let desk = scene.desk();
    let draw = |scene: &Scene| outlook(&desk, &scene.house.store, khm(), scene.house.now).unwrap();
    let first = draw(&scene);
    assert_eq!(first.different(), 2, "one of the Indonesian, one that all Kenyans share");
    assert!(std::sync::Arc::ptr_eq(&first, &draw(&scene)), "nothing changed, nothing is drawn");
    let open = |outlook: &Outlook, scene: &Scene| {
        outlook.of(scene.case).unwrap().open.iter().map(|one| khm().pack.step(one.step).id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(open(&first, &scene), ["R00"]);
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    let second = draw(&scene);
    assert_eq!(second.different(), 3);
    assert_eq!(open(&second, &scene), ["R01", "R06"]);
    assert_eq!(open(&first, &scene), ["R00"], "whoever still reads the old one reads it whole");
    let alone = scene.view().plan;
    let sketch = second.of(scene.case).unwrap();
    assert_eq!((sketch.waits_for, sketch.is_ended), (alone.waits_for, false), "as the plan of the one person says");
}

#[test]
fn a_step_is_due_on_its_day_late_after_it_and_new_once_it_can_be_begun() {
    let mut scene = scene("IDN");
    let desk = scene.desk();
    let before = scene.house.now;
    scene.goes_on(1);
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    let seen = scene.looks(&desk, Role::Caseworker, Some(before));
    let no = |id: &str| khm().pack.step_no(id).unwrap();
    assert_eq!(whats(&seen.opened), [What::Opened(no("R01")), What::Opened(no("R06"))]);
    let later = Some(scene.house.now);
    assert!(scene.looks(&desk, Role::Caseworker, later).opened.is_empty(), "it was seen");
    assert!(scene.looks(&desk, Role::Caseworker, None).opened.is_empty(), "nothing is new to whoever never looked");
    scene.note("R06", Reached::Begun).unwrap();
    let late = |scene: &Scene| {
        let seen = scene.looks(&desk, Role::Caseworker, None);
        (whats(&seen.due).len(), whats(&seen.overdue))
    };
    assert_eq!(late(&scene), (1, vec![]));
    scene.goes_on(5);
    assert_eq!(late(&scene), (0, vec![What::Step(no("R06"), Stage::Begun)]));
    assert!(scene.looks(&desk, Role::ConsularOfficer, None).overdue.is_empty(), "it is not the mission's");
}

#[test]
fn what_breaks_within_a_week_is_said_while_there_is_time() {
    let mut scene = scene("KEN");
    let desk = scene.desk();
    let now = scene.house.now.local_date();
    let ends = days_after(now, 5);
    let stay = Stay { stamped: true, entry: Some((now, now)), leave: Leave::Until(ends, ends) };
    scene.does(|cx, case| note_stay(cx, case, stay)).unwrap();
    scene.has_a_deadline("Hearing in court", days_after(now, 6), true).unwrap();
    let seen = scene.looks(&desk, Role::Caseworker, None);
    assert_eq!(whats(&seen.breaking), [What::LeaveEnds, What::Own("Hearing in court".into())]);
    scene.goes_on(6);
    let seen = scene.looks(&desk, Role::Caseworker, None);
    assert!(seen.breaking.is_empty() && whats(&seen.due).contains(&What::Own("Hearing in court".into())));
    scene.goes_on(1);
    assert!(whats(&scene.looks(&desk, Role::Caseworker, None).overdue).contains(&What::Own("Hearing in court".into())));
    scene.has_a_deadline("Hearing in court", now, false).unwrap();
    assert!(scene.looks(&desk, Role::Caseworker, None).overdue.is_empty());
    // The waiver for Kenyans ends on 28 February 2026: every plan of them is held against it.
    let waiver = |item: &crate::plan::today::Item| matches!(item.what, What::OfPack(0, _));
    let ends = khm().pack.deadlines[0].ends_on;
    while scene.goes_on(1) < days_after(ends, 0).yesterday().unwrap() {}
    assert!(scene.looks(&desk, Role::Caseworker, None).breaking.iter().any(waiver));
}

#[test]
fn whoever_watches_over_safety_sees_who_is_held_lost_or_sold_again() {
    let mut scene = scene("IDN");
    let desk = scene.desk();
    let day = scene.house.now.local_date();
    let custody = Custody { what: Happened::Detained, when: When::On(day), place: None, by: None, note: None };
    scene.does(|cx, case| note_custody(cx, case, custody)).unwrap();
    let watched = whats(&scene.looks(&desk, Role::ProtectionOfficer, None).watched);
    assert_eq!(watched, [What::FirstAction(Level::P1), What::Held]);
    let outcome = |what| Outcome { what, on: day, way: None, by: None, note: None };
    scene.does(|cx, case| note_outcome(cx, case, outcome(End::LostContact))).unwrap();
    assert!(whats(&scene.looks(&desk, Role::ProtectionOfficer, None).watched).contains(&What::LostContact));
    assert!(scene.looks(&desk, Role::Caseworker, None).watched.is_empty());
}

#[test]
fn a_queue_says_how_many_wait_the_longest_and_the_one_in_the_middle() {
    let mut scene = scene("IDN");
    for days in [3, 4, 10] {
        scene.goes_on(days);
        let arrival = Arrival { nationalities: vec![Country::from_iso3("KEN").unwrap()], ..Arrival::default() };
        scene.house.run(&mut scene.sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap();
    }
    let (desk, now) = (scene.desk(), scene.house.now);
    let outlook = outlook(&desk, &scene.house.store, khm(), now).unwrap();
    let all = fresh(&desk, &scene.house.store, now, |desk| waiting(desk, &outlook, now.local_date())).unwrap();
    let by_step = queues(&all, false);
    let summary = |queue: &crate::plan::queues::Queue| (queue.waiting, queue.longest, queue.median);
    assert_eq!(by_step.iter().map(summary).collect::<Vec<_>>(), [(4, 17, 10)]);
    let by_mission = queues(&all, true);
    let kenyans = by_mission.iter().find(|queue| queue.mission == Country::from_iso3("KEN")).unwrap();
    assert_eq!(summary(kenyans), (3, 14, 10));
    let first = stuck(&all, 1)[0];
    assert_eq!((first.case, first.days), (scene.case, 17), "and she is named once, at what holds her up");
}

#[test]
fn a_deadline_climbs_the_ladder_and_each_rung_is_told_once() {
    let mut scene = scene("KEN");
    let sokha = scene.sokha.actor.member;
    let maly = scene.house.add("maly", Role::ProtectionOfficer, Some(0)).member;
    let dara = scene.house.add("dara", Role::ShelterManager, Some(0)).member;
    let thida = scene.house.add("thida", Role::Administrator, None).member;
    let others = scene.house.add("ratna", Role::Caseworker, Some(1)).member;
    let all = [sokha, maly, dara, thida, others];
    let on = days_after(scene.house.now.local_date(), 9);
    scene.has_a_deadline("Waiver ends", on, true).unwrap();
    assert_eq!(scene.reminded(&all), [0, 0, 0, 0, 0]);
    for (days, counts) in [(2, [1, 0, 0, 0, 0]), (3, [1, 0, 0, 0, 0]), (1, [2, 1, 0, 0, 0]), (2, [2, 1, 0, 0, 0])] {
        scene.goes_on(days);
        assert_eq!(scene.reminded(&all), counts);
        assert_eq!(scene.reminded(&all), counts, "a round that is made twice tells nobody twice");
    }
    scene.goes_on(1);
    assert_eq!(scene.reminded(&all), [3, 2, 1, 1, 0], "on the day the whole team and the administrator");
}

#[test]
fn a_deadline_that_moves_or_is_over_reminds_nobody_of_the_old_day() {
    let mut scene = scene("KEN");
    let sokha = [scene.sokha.actor.member];
    let today = scene.house.now.local_date();
    scene.has_a_deadline("Visa ends", days_after(today, 2), true).unwrap();
    scene.has_a_deadline("Visa ends", days_after(today, 40), true).unwrap();
    assert_eq!(scene.reminded(&sokha), [0]);
    scene.has_a_deadline("Visa ends", days_after(today, 2), true).unwrap();
    scene.has_a_deadline("Visa ends", days_after(today, 2), false).unwrap();
    assert_eq!(scene.reminded(&sokha), [0]);
    assert!(scene.has_a_deadline("  ", days_after(today, 2), true).is_err());
    assert!(scene.has_a_deadline("Too late", today.yesterday().unwrap(), true).is_err());
}

#[test]
fn days_are_kept_for_calendars_without_a_word_and_go_with_the_case() {
    let mut scene = scene("IDN");
    let today = scene.house.now.local_date();
    scene.has_a_deadline("Hearing in court", days_after(today, 3), true).unwrap();
    let left = Outcome { what: End::Departed, on: today, way: Some(Way::SelfPaid), by: None, note: None };
    scene.does(|cx, case| note_outcome(cx, case, left)).unwrap();
    let team = scene.sokha.actor.team.unwrap();
    let days = |scene: &Scene| scene.house.store.read(|tx| due_days(tx, team, today)).unwrap();
    let kept: Vec<_> = days(&scene).iter().map(|day| (day.what, day.on)).collect();
    assert_eq!(kept, [(For::Deadline, days_after(today, 3)), (For::FollowUp, days_after(today, 7))]);
    let case = scene.case;
    scene.house.store.write(|tx| crate::plan::forget_case(tx, case)).unwrap();
    assert!(days(&scene).is_empty());
    let counted = scene.house.store.read(|tx| alert::unseen_count(tx, scene.sokha.actor.member)).unwrap();
    assert_eq!(counted, 0);
}

#[test]
fn everybody_who_plans_is_reminded_of_a_day_of_the_pack_and_of_nobody() {
    let mut scene = scene("KEN");
    let ratna = scene.house.add("ratna", Role::ConsularOfficer, Some(1)).member;
    let maly = scene.house.add("maly", Role::ProtectionOfficer, Some(0)).member;
    let thida = scene.house.add("thida", Role::Administrator, None).member;
    let all = [scene.sokha.actor.member, ratna, maly, thida];
    let ends = khm().pack.deadlines[0].ends_on;
    for (days, counts) in
        [(8, [0, 0, 0, 0]), (7, [1, 1, 0, 0]), (5, [1, 1, 0, 0]), (3, [2, 2, 1, 0]), (0, [3, 3, 2, 1])]
    {
        scene.house.now = Instant::end_of(ends).plus_hours(-24 * days - 12);
        assert_eq!(scene.reminded(&all), counts, "{days} days before");
        assert_eq!(scene.reminded(&all), counts, "each rung once");
    }
    let about = scene
        .house
        .store
        .read(|tx| tx.one(store::sql!("select count(*) from alert where case_id is not null"), &[], |row| row.int(0)));
    assert_eq!(about.unwrap(), Some(0), "of whom, the server does not know");
}

#[test]
fn an_appointment_stands_on_the_day_and_is_asked_about_after_it() {
    use crate::appointments::{self, Slot, Standing, Wanted};
    let mut scene = scene("UGA");
    let uganda = Country::from_iso3("UGA").unwrap();
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    scene.agrees(Contact::Mission, Some("UGA"), true);
    let on = days_after(scene.house.now.local_date(), 3);
    let slots = vec![Slot { at: "09:00".parse().unwrap(), places: 5 }];
    scene.does(|cx, _| appointments::keep_hours(cx, uganda, &[appointments::For::Date(on)], slots)).unwrap();
    let wanted = Wanted { mission: uganda, step: "R02".into(), on, at: None };
    let durations = Durations::of_pack(&khm().pack);
    scene.does(|cx, case| appointments::book(cx, khm(), &durations, case, &wanted)).unwrap().unwrap();
    let desk = scene.desk();
    let has = |scene: &Scene, what: What, role| {
        let all = scene.looks(&desk, role, None);
        (whats(&all.due).contains(&what), whats(&all.overdue).contains(&what))
    };
    assert_eq!(has(&scene, What::Appointment, Role::Caseworker), (false, false));
    scene.goes_on(2);
    assert_eq!(has(&scene, What::Appointment, Role::ConsularOfficer), (true, false), "on the day before");
    scene.goes_on(2);
    assert_eq!(has(&scene, What::DidTheyCome, Role::Caseworker), (false, true));
    let event = scene.view().told.appointments[0].0;
    scene.does(|cx, case| appointments::mark(cx, case, event, Standing::DidNotCome)).unwrap();
    assert_eq!(has(&scene, What::DidNotCome, Role::ConsularOfficer), (false, true));
    assert_eq!(has(&scene, What::DidTheyCome, Role::Caseworker), (false, false));
}
