//! Places with a mission: taken, shared between teams, given back.

use super::*;
use crate::Origin;
use crate::consent::Given;
use crate::desk::{Desks, fresh};
use crate::plan::{Safety, agree_to, check_safety, due_days, outlook, read};
use crate::registry::register;
use ::pathway::pack::{Holiday, Origin as Source, shipped};
use access::{Keyring, Role};
use base::{Arrival, Birth, Consent, Weekday};
use rehearsal::House;
use std::collections::BTreeMap;

struct Scene {
    house: House,
    sokha: Keyring,
}

fn khm() -> &'static Shipped {
    &shipped()[0]
}

fn uganda() -> Country {
    Country::from_iso3("UGA").unwrap()
}

fn at(text: &str) -> Time {
    text.parse().unwrap()
}

fn slots(all: &[(&str, u16)]) -> Vec<Slot> {
    all.iter().map(|(time, places)| Slot { at: at(time), places: *places }).collect()
}

fn scene() -> Scene {
    let mut house = House::open();
    let sokha = house.enter("sokha", Role::Caseworker, Some(0));
    Scene { house, sokha }
}

impl Scene {
    fn does<T>(&mut self, act: impl FnOnce(&mut Cx) -> Result<T>) -> Result<T> {
        self.house.run(&mut self.sokha, act)
    }

    fn today(&self) -> Date {
        self.house.now.local_date()
    }

    fn arrives(&mut self, name: &str) -> CaseId {
        let arrival = Arrival {
            names: vec![name.into()],
            birth: Some(Birth::Year(1996)),
            nationalities: vec![uganda()],
            consent: Consent::Spoken,
            ..Arrival::default()
        };
        self.does(|cx| register(cx, arrival, Origin::Card, None)).unwrap().case
    }

    /// Somebody who may be named to the mission of Uganda.
    fn ready(&mut self, name: &str) -> CaseId {
        let case = self.arrives(name);
        let safe = Safety { clear: true, warnings: vec![], weighed: vec![], mission: None, guardian: None, note: None };
        self.does(|cx| check_safety(cx, case, safe)).unwrap();
        let asked = (Given::Spoken, None, true, true);
        self.does(|cx| agree_to(cx, case, Contact::Mission, Some(uganda()), asked)).unwrap();
        case
    }

    fn hours(&mut self, on: Date, all: &[(&str, u16)]) {
        self.does(|cx| keep_hours(cx, uganda(), &[For::Date(on)], slots(all))).unwrap();
    }

    fn book(&mut self, case: CaseId, on: Date, at: Option<Time>) -> Result<std::result::Result<Appointment, LeftOut>> {
        let durations = Durations::of_pack(&khm().pack);
        let wanted = Wanted { mission: uganda(), step: "R02".into(), on, at };
        self.does(|cx| book(cx, khm(), &durations, case, &wanted))
    }

    fn day(&mut self, on: Date) -> Day {
        self.does(|cx| days(cx, khm(), uganda(), on, 1)).unwrap().remove(0)
    }

    fn view(&mut self, case: CaseId) -> View {
        let durations = Durations::of_pack(&khm().pack);
        self.does(|cx| read(cx, khm(), &durations, case)).unwrap()
    }

    fn newest(&mut self, case: CaseId) -> (EventId, Appointment) {
        self.view(case).told.appointments.last().unwrap().clone()
    }

    fn mark(&mut self, case: CaseId, standing: Standing) -> Result<()> {
        let (event, _) = self.newest(case);
        self.does(|cx| mark(cx, case, event, standing))
    }
}

#[test]
fn a_place_is_booked_for_whoever_may_be_named_and_never_twice() {
    let mut scene = scene();
    let on = days_after(scene.today(), 3);
    let (first, second, unasked) = (scene.ready("Hanna"), scene.ready("Okello"), scene.arrives("Akello"));
    let nothing_known = scene.book(first, on, None);
    assert!(matches!(nothing_known, Err(AccessError::Unfit(_))), "nobody has written down the hours");
    scene.hours(on, &[("09:00", 1), ("10:30", 1)]);

    assert!(matches!(scene.book(unasked, on, None).unwrap(), Err(LeftOut::Blocked(_))), "nobody asked them");
    assert_eq!(scene.day(on).taken(), 0, "and no place is taken");

    let booked = scene.book(first, on, None).unwrap().unwrap();
    assert_eq!((booked.at, booked.standing), (at("09:00"), Standing::Booked));
    let full = scene.book(second, on, Some(at("09:00")));
    assert!(matches!(full, Err(AccessError::Unfit(why)) if why.contains("taken")), "{full:?}");
    assert!(scene.book(second, on, Some(at("08:00"))).is_err(), "no such time");
    assert_eq!(scene.book(second, on, None).unwrap().unwrap().at, at("10:30"));
    assert_eq!(scene.day(on).left(), 0);
    let step = khm().pack.step_no("R02").unwrap();
    let state = scene.view(first).plan.step(step).unwrap().state.clone();
    assert!(matches!(state, State::Waiting { .. }), "the mission expects them: {state:?}");
}

#[test]
fn a_new_appointment_takes_the_place_of_the_old_one_and_calling_off_frees_it() {
    let mut scene = scene();
    let (early, late) = (days_after(scene.today(), 2), days_after(scene.today(), 9));
    scene.hours(early, &[("09:00", 1)]);
    scene.hours(late, &[("09:00", 1)]);
    let case = scene.ready("Hanna");
    scene.book(case, early, None).unwrap().unwrap();
    scene.book(case, late, None).unwrap().unwrap();
    assert_eq!((scene.day(early).taken(), scene.day(late).taken()), (0, 1));
    assert_eq!(scene.view(case).told.appointments.len(), 1);
    let team = scene.sokha.actor.team.unwrap();
    let today = scene.today();
    let due = |scene: &mut Scene| scene.house.store.write(|tx| due_days(tx, team, today)).unwrap();
    assert_eq!(due(&mut scene).iter().map(|day| day.on).collect::<Vec<_>>(), [late], "calendars moved with it");

    scene.mark(case, Standing::CalledOff).unwrap();
    assert_eq!(scene.day(late).taken(), 0);
    assert!(due(&mut scene).is_empty());
    assert!(scene.mark(case, Standing::Came).is_err(), "what was called off stays so");
    scene.mark(case, Standing::CalledOff).unwrap();
    assert_eq!(scene.day(late).taken(), 0, "saying it again frees nothing again");
}

#[test]
fn nobody_came_or_did_not_come_before_the_day() {
    let mut scene = scene();
    let on = days_after(scene.today(), 1);
    scene.hours(on, &[("09:00", 5)]);
    let case = scene.ready("Hanna");
    scene.book(case, on, None).unwrap().unwrap();
    assert!(matches!(scene.mark(case, Standing::DidNotCome), Err(AccessError::Unfit(_))));
    scene.house.now = scene.house.now.plus_hours(24);
    scene.mark(case, Standing::DidNotCome).unwrap();
    scene.mark(case, Standing::Came).unwrap();
    assert!(scene.mark(case, Standing::CalledOff).is_err());
    assert_eq!(scene.newest(case).1.standing, Standing::Came, "a slip is mended");
    assert_eq!(scene.day(on).taken(), 1, "the place was used");
}

#[test]
fn teams_share_the_places_of_a_mission_and_see_no_names() {
    let mut scene = scene();
    let on = days_after(scene.today(), 1);
    scene.hours(on, &[("09:00", 1)]);
    let case = scene.ready("Hanna");
    scene.book(case, on, None).unwrap().unwrap();
    let mut other = scene.house.enter("ratna", Role::Caseworker, Some(1));
    let day = scene.house.run(&mut other, |cx| days(cx, khm(), uganda(), on, 1)).unwrap().remove(0);
    assert_eq!((day.taken(), day.left()), (1, 0));
    let (now, desks) = (scene.house.now, Desks::default());
    let desk = desks.open(&scene.house.store, &other, now).unwrap();
    let theirs = fresh(&desk, &scene.house.store, now, |desk| on_day(desk, uganda(), on)).unwrap();
    assert_eq!(theirs, []);
    let event = scene.newest(case).0;
    let strange = scene.house.run(&mut other, |cx| mark(cx, case, event, Standing::CalledOff));
    assert!(matches!(strange, Err(AccessError::NotFound { .. })));
}

#[test]
fn a_day_is_filled_by_those_who_wait_until_there_is_no_room() {
    let mut scene = scene();
    let on = days_after(scene.today(), 1);
    scene.hours(on, &[("09:00", 1), ("10:00", 1)]);
    let mut cases = vec![scene.ready("First")];
    scene.house.now = scene.house.now.plus_hours(24);
    let on = days_after(on, 1);
    scene.hours(on, &[("09:00", 1), ("10:00", 1)]);
    let unasked = scene.arrives("Unasked");
    cases.extend([scene.ready("Second"), scene.ready("Third")]);

    let (now, desks) = (scene.house.now, Desks::default());
    let desk = desks.open(&scene.house.store, &scene.sokha, now).unwrap();
    let drawn = outlook(&desk, &scene.house.store, khm(), now).unwrap();
    let (step, today) = (khm().pack.step_no("R02").unwrap(), scene.today());
    let wait = |scene: &Scene| {
        let all = fresh(&desk, &scene.house.store, now, |desk| without_one(desk, &drawn, uganda(), step, today));
        all.unwrap().into_iter().map(|one| one.case).collect::<Vec<_>>()
    };
    let waiting = wait(&scene);
    assert_eq!(waiting[0], cases[0], "whoever waits longest comes first");
    assert!(waiting.len() == 3 && !waiting.contains(&unasked));

    let durations = Durations::of_pack(&khm().pack);
    let wanted = Wanted { mission: uganda(), step: "R02".into(), on, at: None };
    let order = [&[cases[0], unasked], &cases[1..]].concat();
    let filled = scene.does(|cx| fill(cx, khm(), &durations, &wanted, &order)).unwrap();
    let times: Vec<_> = filled.booked.iter().map(|(case, one)| (*case, one.at)).collect();
    assert_eq!(times, [(cases[0], at("09:00")), (cases[1], at("10:00"))]);
    assert_eq!((filled.left_out.len(), filled.no_room), (1, 1));
    assert_eq!(wait(&scene), [cases[2]], "those who have one wait for none");
}

#[test]
fn a_date_counts_before_a_holiday_and_a_holiday_before_the_week() {
    let monday: Date = "2026-01-05".parse().unwrap();
    let next = days_after(monday, 7);
    let origin = Source { source: "invented".into(), as_of: monday, ..khm().pack.holidays[0].origin.clone() };
    let holidays = [Holiday { day: next, name: "Invented day".into(), origin }];
    let mut hours = BTreeMap::from([(For::Weekday(Weekday::Monday).key(), slots(&[("09:00", 20), ("13:30", 5)]))]);
    let of = |hours: &_, on| rules::day(hours, &holidays, &BTreeMap::from([((monday, at("09:00")), 3)]), on);
    assert_eq!((of(&hours, monday).left(), of(&hours, monday).closed), (22, None));
    assert_eq!(of(&hours, days_after(monday, 1)).closed, Some(Closed::Said));
    assert_eq!(of(&BTreeMap::new(), days_after(monday, 1)).closed, Some(Closed::Unknown));
    assert_eq!(of(&hours, next).closed, Some(Closed::Holiday("Invented day".into())));
    hours.insert(For::Date(next).key(), slots(&[("08:00", 100)]));
    assert_eq!((of(&hours, next).left(), of(&hours, next).closed), (100, None));
    hours.insert(For::Date(monday).key(), vec![]);
    let shut = of(&hours, monday);
    assert_eq!((shut.closed, shut.slots.len()), (Some(Closed::Said), 1), "whoever was booked before is still seen");
    assert_eq!(For::from_key("2026-02-30"), None);
}

#[test]
fn hours_that_cannot_be_are_refused_with_a_sentence() {
    let mut scene = scene();
    let monday = [For::Weekday(Weekday::Monday)];
    for wrong in [slots(&[("09:00", 0)]), slots(&[("09:00", 1), ("09:00", 2)]), slots(&[("09:00", 5_000)])] {
        let refused = scene.does(|cx| keep_hours(cx, uganda(), &monday, wrong));
        assert!(matches!(refused, Err(AccessError::Unfit(_))));
    }
    assert!(scene.does(|cx| keep_hours(cx, uganda(), &[], slots(&[("09:00", 1)]))).is_err());
    let case = scene.ready("Hanna");
    let yesterday = scene.house.now.plus_hours(-24).local_date();
    assert!(scene.book(case, yesterday, None).is_err());
    let far = days_after(scene.today(), DAYS_AHEAD + 1);
    assert!(scene.book(case, far, None).is_err());
}
