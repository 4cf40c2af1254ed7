//! People of Uganda, for rolls of its mission.

use access::Keyring;
use base::{Arrival, Birth, CaseId, Consent, Country, Date, Paper, PaperKind, PaperStatus};
use casework::Origin;
use casework::consent::Given;
use casework::plan::{Leave, Safety, Stay, agree_to, check_safety, note_stay};
use casework::registry::register;
use pathway::Contact;
use rehearsal::{House, START};

pub fn uganda() -> Country {
    Country::from_iso3("UGA").unwrap()
}

/// Somebody with a passport: nothing keeps them off a roll, or nothing else is known of them.
pub fn comes(house: &mut House, keys: &mut Keyring, name: &str, number: usize, is_ready: bool) -> CaseId {
    let passport =
        Paper { kind: PaperKind::Passport, status: PaperStatus::Held, number: Some(format!("ZZ{number:05}")) };
    let arrival = Arrival {
        names: vec![name.to_owned()],
        birth: Some(Birth::On(Date::constant(1996, 3, 4))),
        nationalities: vec![uganda()],
        papers: vec![passport],
        consent: Consent::Spoken,
        ..Arrival::default()
    };
    let case = house.run(keys, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    if !is_ready {
        return case;
    }
    let (warnings, weighed, mission, guardian, note) = (Vec::new(), Vec::new(), None, None, None);
    let safety = Safety { clear: true, warnings, weighed, mission, guardian, note };
    house.run(keys, |cx| check_safety(cx, case, safety)).unwrap();
    for to in [Contact::Mission, Contact::Authority] {
        let mission = (to == Contact::Mission).then(uganda);
        house.run(keys, |cx| agree_to(cx, case, to, mission, (Given::Spoken, None, true, true))).unwrap();
    }
    let entered = START.plus_hours(-24 * 200).local_date();
    let stay = Stay { stamped: true, entry: Some((entered, entered)), leave: Leave::Days { least: 30, most: 30 } };
    house.run(keys, |cx| note_stay(cx, case, stay)).unwrap();
    case
}
