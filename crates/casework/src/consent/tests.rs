use super::*;
use crate::Origin;
use crate::registry::register;
use access::Role;
use base::{Arrival, Birth, Consent};
use rehearsal::House;

fn grant(house: &House, items: &[Item]) -> Grant {
    Grant {
        purpose: Service::TravelDocument,
        recipient: Recipient::Team(house.founded.teams[1].id),
        items: items.to_vec(),
        given: Given::Spoken,
        language: Language::from_code("am"),
        interpreter: None,
        until: None,
        safe: true,
        standing: Standing::Given,
    }
}

fn adult() -> Arrival {
    Arrival {
        names: vec!["ሐና ተስፋዬ".into()],
        birth: Some(Birth::Year(1996)),
        consent: Consent::Spoken,
        ..Arrival::default()
    }
}

fn house_with(arrival: Arrival) -> (House, access::Keyring, CaseId) {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let case = house.run(&mut sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    (house, sokha, case)
}

#[test]
fn an_embassy_is_contacted_only_when_the_person_says_that_it_is_safe() {
    let (mut house, mut sokha, case) = house_with(adult());
    let unsafe_yet = Grant { safe: false, ..grant(&house, &[Item::Names]) };
    let refused = house.run(&mut sokha, |cx| give(cx, case, unsafe_yet.clone()));
    assert!(matches!(refused, Err(AccessError::Unfit(sentence)) if sentence.contains("in private")));
    // A shelter is no state, and a "no" is written down without asking anything more.
    let shelter = Recipient::Team(house.founded.teams[2].id);
    house.run(&mut sokha, |cx| give(cx, case, Grant { recipient: shelter, ..unsafe_yet.clone() })).unwrap();
    house.run(&mut sokha, |cx| give(cx, case, Grant { standing: Standing::Declined, ..unsafe_yet })).unwrap();
    let outside = Recipient::Outside { id: None, name: "Some ministry".into(), kind: Kind::State };
    let to_state = Grant { recipient: outside, safe: false, ..grant(&house, &[Item::Names]) };
    assert!(house.run(&mut sokha, |cx| give(cx, case, to_state)).is_err());
}

#[test]
fn somebody_decides_for_a_child_and_says_why() {
    let child = Arrival { birth: Some(Birth::Year(2010)), ..adult() };
    let (mut house, mut sokha, case) = house_with(child);
    let spoken = grant(&house, &[Item::Names]);
    assert!(house.run(&mut sokha, |cx| give(cx, case, spoken.clone())).is_err());
    let blank = Given::Guardian { guardian: "Aunt, here with her".into(), best_interests: " ".into() };
    assert!(house.run(&mut sokha, |cx| give(cx, case, Grant { given: blank, ..spoken.clone() })).is_err());
    let given = Given::BestInterests {
        decided_by: "Protection officer on duty".into(),
        best_interests: "She wants to go to her mother, who was reached.".into(),
    };
    house.run(&mut sokha, |cx| give(cx, case, Grant { given, ..spoken })).unwrap();
}

#[test]
fn what_is_declined_or_over_or_for_another_purpose_covers_nothing() {
    let (mut house, mut sokha, case) = house_with(adult());
    let to = Recipient::Team(house.founded.teams[1].id);
    let today = house.now.local_date();
    let declined = Grant { standing: Standing::Declined, ..grant(&house, &[Item::Names]) };
    let over = Grant { until: Some(today), ..grant(&house, &[Item::Names]) };
    let other = Grant { purpose: Service::Shelter, ..grant(&house, &[Item::Names]) };
    for grant in [declined, over, other] {
        house.run(&mut sokha, |cx| give(cx, case, grant)).unwrap();
    }
    let mut facts = |day| {
        house
            .run(&mut sokha, |cx| {
                let open = cx.open(case, Action::OpenCase)?;
                Ok(covering(&summaries(cx.tx, &open)?, &to, Service::TravelDocument, &[Item::Names], day).is_ok())
            })
            .unwrap()
    };
    assert!(facts(today), "the last day counts");
    assert!(!facts("2026-01-17".parse().unwrap()), "the day after does not");
}

#[test]
fn a_withdrawal_is_recorded_once_and_leaves_nothing_standing() {
    let (mut house, mut sokha, case) = house_with(adult());
    let given = grant(&house, &[Item::Names, Item::Papers]);
    let event = house.run(&mut sokha, |cx| give(cx, case, given)).unwrap();
    let because = Some("Her brother was threatened.".to_owned());
    let back = house.run(&mut sokha, |cx| withdraw(cx, case, event, because.clone())).unwrap();
    assert!(back.is_empty(), "nothing was given on it yet");
    assert!(matches!(house.run(&mut sokha, |cx| withdraw(cx, case, event, None)), Err(AccessError::NoValue)));
    let facts = house
        .run(&mut sokha, |cx| {
            let open = cx.open(case, Action::OpenCase)?;
            summaries(cx.tx, &open)
        })
        .unwrap();
    assert!(standing(&facts).is_empty());
    assert_eq!(all(&facts)[0].grant.standing, Standing::Withdrawn { grant: event, because });
}
