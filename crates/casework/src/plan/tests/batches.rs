//! One step for many at once, and taking it back.

use super::*;
use crate::plan::batch::{self, LeftOut, Undone, Wanted};
use crate::plan::calendar;
use crate::{Fact, Field};
use base::{Paper, PaperKind, PaperStatus};

fn overstay_done(scene: &Scene) -> Wanted {
    let on = scene.house.now.local_date();
    Wanted { pack: "khm".into(), step: "R06".into(), reached: Reached::Done, on }
}

impl Scene {
    fn for_each(&mut self, wanted: &Wanted, cases: &[CaseId]) -> (base::BatchId, Vec<Result<(), LeftOut>>) {
        let durations = Durations::of_pack(&khm().pack);
        let id = self.does(|cx, _| batch::begin(cx, khm(), wanted)).unwrap();
        let mut took = |case| self.does(|cx, _| batch::take(cx, khm(), &durations, (id, wanted), case, None)).unwrap();
        (id, cases.iter().map(|case| took(*case)).collect())
    }

    fn undoes(&mut self, id: base::BatchId) -> access::Result<Vec<Undone>> {
        let (wanted, rows) = self.does(|cx, _| batch::begin_undo(cx, id))?;
        let mut undo = |(case, event)| self.does(|cx, _| batch::undo(cx, &wanted, case, event));
        let undone = rows.into_iter().map(&mut undo).collect::<access::Result<_>>()?;
        self.does(|cx, _| batch::end_undo(cx, id))?;
        Ok(undone)
    }

    fn state_of(&mut self, case: CaseId) -> State {
        self.case = case;
        self.step("R06")
    }
}

#[test]
fn many_are_moved_one_step_whoever_is_blocked_is_left_out_and_all_of_it_is_taken_back() {
    let mut scene = scene("IDN");
    let first = scene.case;
    let mut cases = vec![first];
    for _ in 0..2 {
        let arrival = Arrival { nationalities: vec![Country::from_iso3("KEN").unwrap()], ..Arrival::default() };
        cases.push(scene.house.run(&mut scene.sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case);
    }
    for case in &cases[..2] {
        scene.house.run(&mut scene.sokha, |cx| check_safety(cx, *case, safe())).unwrap();
    }
    scene.note("R06", Reached::Begun).unwrap();
    let wanted = overstay_done(&scene);
    let (id, took) = scene.for_each(&wanted, &cases);
    let safety = khm().pack.step_no("R00").unwrap();
    assert_eq!(took, [Ok(()), Ok(()), Err(LeftOut::Blocked(vec![Why::After(safety)]))]);
    assert!(cases[..2].iter().all(|case| matches!(scene.state_of(*case), State::Done { .. })));
    let kept = scene.does(|cx, _| batch::recent(cx)).unwrap();
    assert_eq!((kept[0].people, &kept[0].wanted, kept[0].undone), (2, &wanted, false));
    assert_eq!(scene.undoes(id).unwrap(), [Undone::Restored, Undone::Restored]);
    assert!(matches!(scene.state_of(first), State::Begun { .. }), "it was under way before");
    assert_eq!(scene.state_of(cases[1]), State::Ready);
    assert!(matches!(scene.undoes(id), Err(AccessError::Unfit(_))), "once");
}

#[test]
fn documents_are_issued_with_their_numbers_and_undoing_puts_back_what_was_known_of_papers() {
    let mut scene = scene("UGA");
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    scene.agrees(Contact::Mission, Some("UGA"), true);
    scene.agrees(Contact::HomeState, None, true);
    scene.note("R02", Reached::Done).unwrap();
    scene.note("R03", Reached::Done).unwrap();
    let (case, durations) = (scene.case, Durations::of_pack(&khm().pack));
    let papers = |scene: &mut Scene| {
        let view = scene.does(crate::registry::view).unwrap();
        match view.facts.newest(Field::Papers) {
            Some(Fact::Papers(papers)) => papers.clone(),
            _ => Vec::new(),
        }
    };
    let passport = Paper { kind: PaperKind::Passport, status: PaperStatus::Taken, number: Some("ZZ0000001".into()) };
    let taken = vec![Fact::Papers(vec![passport.clone()])];
    let replaced = crate::registry::Earlier::Replaced;
    scene.does(|cx, case| crate::registry::correct(cx, case, taken, replaced, None)).unwrap();
    scene.house.now = scene.house.now.plus_hours(1);
    let mut ratna = scene.house.enter("ratna", Role::ConsularOfficer, Some(0));
    let wanted = Wanted { step: "R04".into(), ..overstay_done(&scene) };
    let number = Some("XD 1000001".to_owned());
    let id = scene.house.run(&mut ratna, |cx| batch::begin(cx, khm(), &wanted)).unwrap();
    let took =
        scene.house.run(&mut ratna, |cx| batch::take(cx, khm(), &durations, (id, &wanted), case, number.clone()));
    assert_eq!(took.unwrap(), Ok(()));
    let issued = Paper { kind: PaperKind::TravelDocument, status: PaperStatus::Held, number };
    assert_eq!(papers(&mut scene), [passport.clone(), issued]);
    scene.house.now = scene.house.now.plus_hours(1);
    let (_, rows) = scene.house.run(&mut ratna, |cx| batch::begin_undo(cx, id)).unwrap();
    let undone = scene.house.run(&mut ratna, |cx| batch::undo(cx, &wanted, case, rows[0].1)).unwrap();
    assert_eq!((undone, papers(&mut scene)), (Undone::Restored, vec![passport]));
    assert_eq!(scene.step("R04"), State::Ready);
}

#[test]
fn an_undoing_that_was_cut_off_is_begun_again() {
    let mut scene = scene("IDN");
    let arrival = Arrival { nationalities: vec![Country::from_iso3("KEN").unwrap()], ..Arrival::default() };
    let other = scene.house.run(&mut scene.sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    let cases = [scene.case, other];
    for case in cases {
        scene.house.run(&mut scene.sokha, |cx| check_safety(cx, case, safe())).unwrap();
    }
    let wanted = overstay_done(&scene);
    let (id, _) = scene.for_each(&wanted, &cases);
    let (_, rows) = scene.does(|cx, _| batch::begin_undo(cx, id)).unwrap();
    scene.does(|cx, _| batch::undo(cx, &wanted, rows[0].0, rows[0].1)).unwrap();
    // Here the server falls. Whoever comes back takes back the rest, and nothing twice.
    let mut undone = scene.undoes(id).unwrap();
    undone.sort();
    assert_eq!(undone, [Undone::Restored, Undone::ChangedSince]);
    assert!(cases.iter().all(|case| scene.state_of(*case) == State::Ready));
    assert!(scene.undoes(id).is_err());
}

#[test]
fn what_somebody_changed_since_stays_and_after_a_day_nothing_is_taken_back() {
    let mut scene = scene("IDN");
    let case = scene.case;
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    let wanted = overstay_done(&scene);
    let (id, _) = scene.for_each(&wanted, &[case]);
    scene.note("R06", Reached::Begun).unwrap();
    assert_eq!(scene.undoes(id).unwrap(), [Undone::ChangedSince]);
    assert!(matches!(scene.step("R06"), State::Begun { .. }), "it stays as somebody left it");
    let (id, _) = scene.for_each(&wanted, &[case]);
    scene.house.now = scene.house.now.plus_hours(batch::UNDO_HOURS);
    assert!(matches!(scene.undoes(id), Err(AccessError::Unfit(_))));
    crate::round::make(&scene.house.store, khm(), scene.house.now, &mut scene.house.rng).unwrap();
    let left =
        scene.house.store.read(|tx| tx.one(store::sql!("select count(*) from batch_row"), &[], |row| row.int(0)));
    assert_eq!(left.unwrap(), Some(0), "and nothing is kept of it");
}

#[test]
fn what_is_asked_in_private_is_written_for_nobody_in_a_batch() {
    let mut scene = scene("IDN");
    for step in ["R00", "R01"] {
        let wanted = Wanted { step: step.into(), ..overstay_done(&scene) };
        assert!(matches!(scene.does(|cx, _| batch::begin(cx, khm(), &wanted)), Err(AccessError::Unfit(_))), "{step}");
    }
    let refused = Wanted { reached: Reached::Refused, ..overstay_done(&scene) };
    assert!(scene.does(|cx, _| batch::begin(cx, khm(), &refused)).is_err());
    let mut lina = scene.house.enter("lina", Role::Outreach, Some(0));
    let wanted = overstay_done(&scene);
    let refused = scene.house.run(&mut lina, |cx| batch::begin(cx, khm(), &wanted));
    assert!(matches!(refused, Err(AccessError::Refused { .. })));
}

#[test]
fn another_team_sees_and_takes_back_nothing_of_it() {
    let mut scene = scene("IDN");
    let case = scene.case;
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    let wanted = overstay_done(&scene);
    let (id, _) = scene.for_each(&wanted, &[case]);
    let mut ratna = scene.house.enter("ratna", Role::Caseworker, Some(1));
    assert!(scene.house.run(&mut ratna, batch::recent).unwrap().is_empty());
    assert!(matches!(scene.house.run(&mut ratna, |cx| batch::begin_undo(cx, id)), Err(AccessError::Unfit(_))));
}

#[test]
fn a_calendar_opens_with_its_secret_until_another_is_made_or_the_member_is_gone() {
    let mut scene = scene("IDN");
    let on = base::days_after(scene.house.now.local_date(), 3);
    let deadline = Deadline { what: "Hearing in court".into(), on, note: None, stands: true };
    scene.does(|cx, case| note_deadline(cx, case, deadline)).unwrap();
    let first = scene.does(|cx, _| calendar::make_feed(cx)).unwrap();
    let now = scene.house.now;
    let feed = |scene: &Scene, secret: &str| scene.house.store.read(|tx| calendar::feed(tx, secret, now)).unwrap();
    assert_eq!(feed(&scene, &first).unwrap().iter().map(|day| day.on).collect::<Vec<_>>(), [on]);
    let second = scene.does(|cx, _| calendar::make_feed(cx)).unwrap();
    assert!(feed(&scene, &first).is_none() && feed(&scene, &second).is_some());
    scene.does(|cx, _| calendar::end_feed(cx)).unwrap();
    assert!(feed(&scene, &second).is_none());
    let third = scene.does(|cx, _| calendar::make_feed(cx)).unwrap();
    let member = scene.sokha.actor.member;
    scene.house.store.write(|tx| access::member::disable(tx, member, member, now)).unwrap();
    assert!(feed(&scene, &third).is_none());
}
