//! A history is told, corrected and read by people of different roles.

use super::*;
use crate::registry::register;
use crate::{Origin, htcds};
use access::{AccessError, Keyring, Role};
use base::{Arrival, CaseId, Consent};
use rehearsal::House;

struct Scene {
    house: House,
    sokha: Keyring,
    case: CaseId,
}

fn scene() -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let arrival = Arrival { names: vec!["Hanna Invented".into()], consent: Consent::Spoken, ..Arrival::default() };
    let case = house.run(&mut sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    Scene { house, sokha, case }
}

fn happening(what: What, from: &str) -> Happening {
    Happening {
        first: None,
        what,
        from: When::read(from).unwrap(),
        until: When::Unknown,
        place: None,
        country: None,
        by: None,
        money: None,
        people: None,
        words: None,
        struck: false,
    }
}

impl Scene {
    fn told(&mut self, told: Happening) -> access::Result<EventId> {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| tell(cx, case, None, told))
    }

    fn history(&mut self) -> History {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| read(cx, case)).unwrap()
    }
}

#[test]
fn what_was_told_out_of_order_is_read_in_the_order_in_which_it_happened() {
    let mut scene = scene();
    for (what, from) in [
        (What::Missing, "unknown"),
        (What::Escaped, "2025-11-20..2025-11-25"),
        (What::Recruited, "2024"),
        (What::Recaptured, "2025-11-26"),
        (What::Sold, "2025-03"),
    ] {
        scene.told(happening(what, from)).unwrap();
    }
    let order: Vec<What> = scene.history().entries.iter().map(|entry| entry.told.what).collect();
    assert_eq!(order, [What::Recruited, What::Sold, What::Escaped, What::Recaptured, What::Missing]);
}

#[test]
fn a_correction_takes_the_place_and_the_names_stay_with_the_entry() {
    let mut scene = scene();
    let case = scene.case;
    let id = scene.told(Happening { by: Some(By::Broker), ..happening(What::Sold, "2025") }).unwrap();
    let mut maly = scene.house.enter("maly", Role::ProtectionOfficer, Some(0));
    scene.house.run(&mut maly, |cx| names(cx, case, id, "Boss Invented")).unwrap();
    let refused = scene.house.run(&mut scene.sokha, |cx| names(cx, case, id, "Boss Invented"));
    assert!(matches!(refused, Err(AccessError::Refused { .. })));

    let corrected = happening(What::Sold, "2025-03");
    assert_eq!(scene.house.run(&mut scene.sokha, |cx| tell(cx, case, Some(id), corrected)).unwrap(), id);
    let theirs = scene.history();
    assert_eq!((theirs.entries.len(), theirs.entries[0].names.clone()), (1, None), "a caseworker reads no name");
    let hers = scene.house.run(&mut maly, |cx| read(cx, case)).unwrap();
    let entry = hers.entry(id).unwrap();
    assert_eq!((entry.told.from, entry.names.as_deref()), (When::read("2025-03").unwrap(), Some("Boss Invented")));

    let struck = Happening { struck: true, ..entry.told.clone() };
    scene.house.run(&mut scene.sokha, |cx| tell(cx, case, Some(id), struck)).unwrap();
    let history = scene.history();
    assert_eq!((history.standing().count(), history.entries.len()), (0, 1), "what was told by mistake is kept");
}

#[test]
fn what_cannot_have_been_is_refused_with_a_sentence() {
    let mut scene = scene();
    let backwards = Happening { until: When::read("2025-01").unwrap(), ..happening(What::Held, "2025-06") };
    let empty = happening(What::Other, "2025");
    for wrong in [happening(What::Sold, "2199"), backwards, empty] {
        assert!(matches!(scene.told(wrong), Err(AccessError::Unfit(_))));
    }
    let case = scene.case;
    let nowhere = happening(What::Sold, "2025");
    let unknown = scene.house.run(&mut scene.sokha, |cx| tell(cx, case, Some(EventId::from_bytes([9; 16])), nowhere));
    assert!(matches!(unknown, Err(AccessError::NoValue)));
    assert!(scene.history().entries.is_empty());
}

#[test]
fn it_goes_out_as_historic_events_where_the_standard_has_a_code_and_without_a_name() {
    let mut scene = scene();
    let case = scene.case;
    let place = |place: &str| Some(place.to_owned());
    let held = Happening {
        until: When::read("2025-12-01").unwrap(),
        place: place("Invented Park"),
        country: Country::from_iso3("KHM"),
        ..happening(What::Held, "2025-06-01")
    };
    let id = scene.told(held).unwrap();
    let money = Some(Money { amount: 3_000, currency: "USD".into() });
    scene.told(Happening { money, ..happening(What::Ransom, "2025-11") }).unwrap();
    let mut maly = scene.house.enter("maly", Role::ProtectionOfficer, Some(0));
    scene.house.run(&mut maly, |cx| names(cx, case, id, "Boss Invented")).unwrap();

    let out = |protection: bool, scene: &mut Scene| {
        let wanted = htcds::Wanted { protection, ..htcds::Wanted::default() };
        let document = scene.house.run(&mut scene.sokha, |cx| {
            let mut export = htcds::Export::begin(cx, wanted.clone())?;
            export.step(cx)?;
            export.finish(cx)
        });
        document.unwrap().0
    };
    let document = out(true, &mut scene);
    let told = &document["records"][0]["x_safeconduct"]["facts"]["happened"];
    assert_eq!(told[0]["hte_Type"], "Exploitation");
    assert_eq!((&told[0]["hte_Date"], &told[0]["hte_City"]), (&"2025-06-01".into(), &"Invented Park".into()));
    assert_eq!((told[0]["hte_Country"].as_str(), told[0]["until"].as_str()), (Some("KH"), Some("2025-12-01")));
    assert!(told[1].get("hte_Type").is_none() && told[1].get("hte_Date").is_none(), "a month is no date");
    assert_eq!((told[1]["what"].as_str(), told[1]["amount"].as_u64()), (Some("ransom"), Some(3_000)));
    assert!(!document.to_string().contains("Boss"), "{document}");
    assert!(!out(false, &mut scene).to_string().contains("happened"), "protection goes out only when asked for");
}
