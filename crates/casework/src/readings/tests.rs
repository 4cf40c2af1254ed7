//! Who has read, as stories.

use super::*;
use crate::consent::{Given, Grant, Item, Kind, Standing, give};
use crate::desk::Desks;
use crate::emergency;
use crate::referral::{self, Ask, Urgency, make_link, open_link, refer};
use crate::registry::{self, register};
use crate::services::Service;
use crate::{AccessError, Origin};
use access::{Keyring, Role};
use base::{Arrival, Consent};
use rehearsal::House;
use vault::Compartment::{Care, Identity, Journey};

/// A caseworker of the response, a consul of the mission, and somebody registered.
struct Scene {
    house: House,
    sokha: Keyring,
    consul: Keyring,
    case: CaseId,
}

fn scene() -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let arrival = Arrival { names: vec!["Canary Alemu".into()], consent: Consent::Spoken, ..Arrival::default() };
    let case = house.run(&mut sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    Scene { house, sokha, consul, case }
}

impl Scene {
    fn refer_to(&mut self, to: &Recipient) -> CaseId {
        let case = self.case;
        let items = [Item::Names];
        let grant = Grant {
            purpose: Service::TravelDocument,
            recipient: to.clone(),
            items: items.to_vec(),
            given: Given::Spoken,
            language: None,
            interpreter: None,
            until: None,
            safe: true,
            standing: Standing::Given,
        };
        let ask = Ask { service: Service::TravelDocument, urgency: Urgency::Week, due: None, note: None, after: None };
        self.house
            .run(&mut self.sokha, |cx| {
                give(cx, case, grant)?;
                refer(cx, case, to, &items, ask)
            })
            .unwrap()
            .file
    }

    fn open(&mut self, times: usize) {
        let case = self.case;
        for _ in 0..times {
            self.house.run(&mut self.sokha, |cx| registry::view(cx, case)).unwrap();
        }
    }

    fn readings(&mut self, before: Option<i64>, most: usize) -> Readings {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| readings(cx, case, before, most)).unwrap()
    }
}

fn elsewhere() -> Recipient {
    Recipient::Outside { id: None, name: "Harbour Fund".into(), kind: Kind::Other }
}

#[test]
fn the_team_sees_who_opened_what_of_the_case_and_of_the_files_that_others_were_given() {
    let mut scene = scene();
    let mission = Recipient::Team(scene.house.founded.teams[1].id);
    let file = scene.refer_to(&mission);
    let outside = scene.refer_to(&elsewhere());
    scene.house.run(&mut scene.consul, |cx| registry::view(cx, file)).unwrap();
    let link = scene.house.run(&mut scene.sokha, |cx| make_link(cx, outside)).unwrap();
    let now = scene.house.now;
    scene.house.store.write(|tx| open_link(tx, &link.secret, now)).unwrap();
    let case = scene.case;
    let refused = scene.house.run(&mut scene.consul, |cx| registry::view(cx, case));
    assert!(matches!(refused, Err(AccessError::NotFound { .. })));

    let seen = scene.readings(None, 50).readings;
    let newest: Vec<_> = seen.iter().take(5).map(|r| (&r.reader, r.action.as_str(), r.is_file, r.refused)).collect();
    let of = |name: &str, team: &str| Reader::Member { name: name.into(), team: team.into() };
    assert_eq!(newest[0], (&of("sokha", "Response"), "see-readings", false, false));
    assert_eq!(newest[1], (&of("consul", "Mission"), "open-case", false, true));
    let by_link = Reader::Link { organisation: "Harbour Fund".into() };
    assert_eq!(newest[2], (&by_link, "answer-referral", true, false));
    assert_eq!(newest[3], (&of("sokha", "Response"), "refer", true, false), "for the link");
    assert_eq!(newest[4], (&of("consul", "Mission"), "open-case", true, false));
    assert_eq!(seen[4].parts, [Identity, Journey], "what her role opens");
    assert!(seen.windows(2).all(|pair| pair[0].position > pair[1].position && pair[0].at >= pair[1].at));
    // The mission reads what was given to it and does not see who reads the case.
    let theirs = scene.house.run(&mut scene.consul, |cx| readings(cx, case, None, 50));
    assert!(matches!(theirs, Err(AccessError::NotFound { .. })));
    let mut lina = scene.house.enter("lina", Role::Outreach, Some(0));
    let unread = scene.house.run(&mut lina, |cx| readings(cx, case, None, 50));
    assert!(matches!(unread, Err(AccessError::Refused { .. })));
}

#[test]
fn page_by_page_nothing_is_left_out_and_nothing_shown_twice() {
    let mut scene = scene();
    scene.refer_to(&elsewhere());
    scene.open(7);
    let all = scene.readings(None, 100);
    assert_eq!(all.older, None);
    let mut before = Some(all.readings[0].position + 1);
    let mut pages = Vec::new();
    while before.is_some() {
        let page = scene.readings(before, 3);
        assert!(page.readings.len() <= 3);
        before = page.older;
        pages.extend(page.readings);
    }
    assert_eq!(pages, all.readings);
}

#[test]
fn the_person_is_told_how_often_and_by_which_organisation_and_nobodys_name() {
    let mut scene = scene();
    let case = scene.case;
    scene.open(2);
    scene.house.now = scene.house.now.plus_hours(24 * 40);
    let mission = Recipient::Team(scene.house.founded.teams[1].id);
    let file = scene.refer_to(&mission);
    scene.refer_to(&elsewhere());
    for _ in 0..3 {
        scene.house.run(&mut scene.consul, |cx| registry::view(cx, file)).unwrap();
    }
    let before = scene.house.run(&mut scene.sokha, |cx| counts(cx, case)).unwrap();
    scene.open(1);
    let mut dara = scene.house.enter("dara", Role::ShelterManager, Some(2));
    let reason = "Unconscious at the clinic; what medicine does she take?";
    let asked = scene.house.run(&mut dara, |cx| emergency::ask(cx, CaseCode::of(case), &[Care, Identity], reason, 2));
    scene.house.run(&mut scene.sokha, |cx| emergency::grant(cx, asked.unwrap(), 2)).unwrap();
    scene.house.run(&mut dara, |cx| registry::view(cx, case)).unwrap();
    let after = scene.house.run(&mut scene.sokha, |cx| counts(cx, case)).unwrap();
    let of = |counts: &Counts, name: &str| counts.counts.iter().find(|count| count.of == name).cloned();
    assert_eq!(of(&after, "Mission").map(|c| (c.recent, c.ever, c.is_ours)), Some((3, 3, false)));
    let (ours_before, ours) = (of(&before, "Response").unwrap(), of(&after, "Response").unwrap());
    assert_eq!((ours.ever - ours_before.ever, ours.is_ours), (2, true), "one reading, and giving the keys");
    assert_eq!(ours.ever - ours.recent, 2, "those of forty days ago");
    assert_eq!(of(&after, "Shelter").map(|c| (c.ever, c.emergencies)), Some((1, 1)));
    assert_eq!(of(&after, "Harbour Fund"), None, "it has not looked");
    assert!(after.counts[0].is_ours, "our own team first");
    assert!(["sokha", "dara", "consul"].iter().all(|name| !format!("{after:?}").contains(name)));
}

#[test]
fn sec38_an_entry_that_cannot_be_written_means_that_nothing_is_read() {
    let mut scene = scene();
    let case = scene.case;
    let mission = Recipient::Team(scene.house.founded.teams[1].id);
    let file = scene.refer_to(&mission);
    let outside = scene.refer_to(&elsewhere());
    let link = scene.house.run(&mut scene.sokha, |cx| make_link(cx, outside)).unwrap();
    let (house, sokha, consul) = (&mut scene.house, &mut scene.sokha, &mut scene.consul);
    let before = house.store.read(|tx| tx.log_size()).unwrap();
    house.store.tamper("alter table access_entry rename to access_entry_away").unwrap();
    assert!(house.run(sokha, |cx| registry::view(cx, case)).is_err());
    assert!(house.run(consul, |cx| registry::view(cx, file)).is_err());
    assert!(house.run(sokha, |cx| referral::view(cx, file)).is_err());
    assert!(house.run(sokha, |cx| referral::sent(cx, 10, 0)).is_err());
    assert!(house.run(consul, |cx| referral::received(cx, 10, 0)).is_err());
    assert!(house.run(sokha, |cx| readings(cx, case, None, 10)).is_err());
    assert!(house.run(sokha, |cx| counts(cx, case)).is_err());
    assert!(house.run(sokha, |cx| cx.note_list(Action::FindPeople, 1)).is_err(), "before a list is shown");
    let now = house.now;
    assert!(house.store.write(|tx| open_link(tx, &link.secret, now)).is_err());
    assert_eq!(house.store.read(|tx| tx.log_size()).unwrap(), before, "the log has nothing that did not happen");
    house.store.tamper("alter table access_entry_away rename to access_entry").unwrap();
    assert!(house.run(sokha, |cx| registry::view(cx, case)).is_ok(), "and everything is as it was");
    assert!(Desks::default().open(&house.store, sokha, house.now).is_ok());
    assert!(house.store.write(|tx| open_link(tx, &link.secret, now)).is_ok(), "the link was not used up");
}
