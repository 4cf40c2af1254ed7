//! Pure decisions of the registry.

use crate::Fact;
use base::Arrival;

/// The facts an arrival states, leaving out what is unknown: unknown is not a value.
pub fn facts_of(arrival: Arrival) -> Vec<Fact> {
    let mut facts = vec![Fact::Consent(arrival.consent)];
    let mut add = |fact: Option<Fact>| facts.extend(fact);
    add(some(arrival.names).map(Fact::Names));
    add(arrival.sex.map(Fact::Sex));
    add(arrival.birth.map(Fact::Birth));
    add(some(arrival.nationalities).map(Fact::Nationalities));
    add(some(arrival.languages).map(Fact::Languages));
    add(some(arrival.papers).map(Fact::Papers));
    add(some(arrival.contacts).map(Fact::Contacts));
    add(arrival.place.map(Fact::Place));
    add(arrival.reported.map(Fact::Reported));
    add(arrival.entered.map(Fact::Entered));
    add(arrival.remark.map(Fact::Remark));
    facts.extend(arrival.signs.into_iter().map(|sign| Fact::Sign(sign, true)));
    facts
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}
