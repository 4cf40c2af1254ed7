//! What is known of a person as JSON: one value of one field.

use super::people::PaperOf;
use casework::Fact;
use casework::consent::{Grant, Item, Standing};
use casework::services::Service;
use schemars::JsonSchema;
use serde::Serialize;

/// A value as JSON: a flag for signs, a text, several texts, papers, or what was agreed or asked.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Value {
    Flag(bool),
    Text(String),
    Texts(Vec<String>),
    Papers(Vec<PaperOf>),
    Shared(Agreed),
}

impl Value {
    pub fn of(fact: &Fact) -> Value {
        let keys = |texts: Vec<&str>| Value::Texts(texts.into_iter().map(str::to_owned).collect());
        match fact {
            Fact::Names(texts) | Fact::Contacts(texts) => Value::Texts(texts.clone()),
            Fact::Sex(sex) => Value::Text(sex.key().to_owned()),
            Fact::Birth(birth) => Value::Text(birth.to_string()),
            Fact::Nationalities(countries) => keys(countries.iter().map(|country| country.iso3()).collect()),
            Fact::Languages(languages) => keys(languages.iter().map(|language| language.code()).collect()),
            Fact::Papers(papers) => Value::Papers(papers.iter().map(PaperOf::of).collect()),
            Fact::Consent(consent) => Value::Text(consent.key().to_owned()),
            Fact::Group(group) => Value::Text(group.to_string()),
            Fact::Place(text) | Fact::Remark(text) => Value::Text(text.clone()),
            Fact::Reported(day) | Fact::Entered(day) => Value::Text(day.to_string()),
            Fact::Sign(_, stands) => Value::Flag(*stands),
            Fact::Grant(grant) => Value::Shared(Agreed::of(grant)),
            Fact::Referral(sent) => Value::Shared(Agreed::about("asked", sent.service, &sent.items)),
            Fact::Request(request) => Value::Shared(Agreed::about("asked", request.service, &request.items)),
            Fact::Answer(answer) => Value::Text(answer.outcome.key().to_owned()),
            Fact::Heard(heard) => Value::Text(heard.question.clone()),
            Fact::Decision(decision) => Value::Text(decision.status.key().to_owned()),
            Fact::Attended(attended) => Value::Text(attended.note.clone().unwrap_or_default()),
            Fact::Happened(told) => Value::Text(told.what.key().to_owned()),
            Fact::Named(named) => Value::Text(named.names.clone()),
            Fact::Step(said) => Value::Text(said.step.clone()),
            Fact::Course(course) => Value::Text(course.way.map(|way| way.key()).unwrap_or_default().to_owned()),
            Fact::Stay(stay) => Value::Flag(stay.stamped),
            Fact::Circumstance(one) => Value::Text(one.known.key().to_owned()),
            Fact::Safety(safety) => Value::Flag(safety.clear),
            Fact::Custody(custody) => Value::Text(custody.what.key().to_owned()),
            Fact::Cleared(clear) => Value::Flag(*clear),
            Fact::Settled(settled) => Value::Flag(settled.guardian),
            Fact::Outcome(outcome) => Value::Text(outcome.what.key().to_owned()),
            Fact::Deadline(deadline) => Value::Text(deadline.on.to_string()),
            Fact::Appointment(one) => Value::Text(one.on.to_string()),
        }
    }
}

/// What was agreed to, or asked for, in stable words.
#[derive(Serialize, JsonSchema)]
pub struct Agreed {
    /// "given", "declined", "withdrawn" or "asked".
    what: &'static str,
    service: &'static str,
    items: Vec<&'static str>,
}

impl Agreed {
    fn of(grant: &Grant) -> Agreed {
        let what = match grant.standing {
            Standing::Given => "given",
            Standing::Declined => "declined",
            Standing::Withdrawn { .. } => "withdrawn",
        };
        Agreed::about(what, grant.purpose, &grant.items)
    }

    fn about(what: &'static str, service: Service, items: &[Item]) -> Agreed {
        Agreed { what, service: service.key(), items: items.iter().map(|item| item.key()).collect() }
    }
}
