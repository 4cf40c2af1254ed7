//! People on their way into the registry over HTTP: by a program that makes the event ids, or through the page
//! where the server has no such door.

use super::wire::{JSON, Visitor, Wire};
use crate::edge;
use access::member::Welcome;
use anyhow::Result;
use base::{Arrival, Birth, EventId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// `POST /api/v1/arrivals`: the same event id again registers nobody again and tells the same code.
    Program,
    /// `POST /arrivals`: what was not answered cannot be asked for again.
    Page,
}

impl Door {
    /// Which of the two the server has: without a sign-in the one refuses, the other is unknown.
    pub fn of(address: &str) -> Result<Door> {
        let mut wire = Wire::connect(address)?;
        let asked = Visitor::nobody(address).request("POST", "/api/v1/arrivals", JSON, b"{}");
        Ok(if wire.ask(&asked)?.status == 401 { Door::Program } else { Door::Page })
    }

    pub fn path(self) -> &'static str {
        match self {
            Door::Program => "POST /api/v1/arrivals",
            Door::Page => "POST /arrivals (the page)",
        }
    }

    pub fn sign_in(self, wire: &mut Wire, address: &str, member: &Welcome, code: &str) -> Result<Visitor> {
        match self {
            Door::Program => Visitor::program(wire, address, member, code),
            Door::Page => Visitor::person(wire, address, member, code),
        }
    }

    /// The request that registers somebody.
    pub fn request(self, visitor: &Visitor, person: &Arrival, event: EventId) -> Vec<u8> {
        match self {
            Door::Program => {
                let said = as_json(person, event).to_string();
                visitor.request("POST", "/api/v1/arrivals", JSON, said.as_bytes())
            }
            Door::Page => {
                let form = as_form(person);
                let form: Vec<(&str, &str)> = form.iter().map(|(field, value)| (*field, value.as_str())).collect();
                visitor.post("/arrivals", &form)
            }
        }
    }

    /// Whether an answer says that somebody is registered for good.
    pub fn acknowledges(self, status: u16) -> bool {
        match self {
            Door::Program => matches!(status, 200 | 201),
            Door::Page => status == 303,
        }
    }
}

pub fn new_event() -> EventId {
    EventId::new(edge::now(), &mut edge::rng())
}

fn as_json(person: &Arrival, event: EventId) -> serde_json::Value {
    serde_json::json!({
        "event": event.to_string(),
        "names": person.names,
        "sex": person.sex.map(|sex| sex.key()),
        "nationalities": person.nationalities.iter().map(|country| country.iso3()).collect::<Vec<_>>(),
        "contacts": person.contacts,
        "place": person.place,
        "signs": person.signs.iter().map(|sign| sign.key()).collect::<Vec<_>>(),
        "remark": person.remark,
        "consent": "spoken",
    })
}

fn as_form(person: &Arrival) -> Vec<(&'static str, String)> {
    let mut form = vec![("consent", "spoken".to_owned())];
    form.extend(["name", "name2"].into_iter().zip(person.names.iter().cloned()));
    form.extend(person.sex.map(|sex| ("sex", sex.key().to_owned())));
    if let Some(Birth::About { age, .. }) = person.birth {
        form.push(("age", age.to_string()));
    }
    let countries = person.nationalities.iter().map(|country| country.name("en").to_owned());
    form.extend(["nationality", "nationality2"].into_iter().zip(countries));
    form.extend(person.contacts.first().map(|contact| ("contact", contact.clone())));
    form.extend(person.place.iter().map(|place| ("place", place.clone())));
    form.extend(person.signs.iter().map(|sign| ("sign", sign.key().to_owned())));
    form.extend(person.remark.iter().map(|remark| ("remark", remark.clone())));
    form
}
