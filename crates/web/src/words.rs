//! What is known of a person, in words of the visitor's language.

use crate::tongue::{Tongue, Value};
use crate::views::When;
use crate::visit::Visit;
use base::{Birth, Date, Instant, Paper, Sex};
use casework::attachments::Attachment;
use casework::consent::{Grant, Item, Standing};
use casework::referral::{Answer, Outcome};
use casework::services::Service;
use casework::{Fact, Field};

/// Says things in one language, on one day.
#[derive(Clone, Copy)]
pub struct Words {
    pub tongue: Tongue,
    pub today: Date,
}

impl Words {
    /// In the visitor's language, on the day of the visit.
    pub fn of(visit: &Visit) -> Words {
        Words { tongue: visit.tongue, today: visit.today() }
    }
}

pub fn when(at: Instant) -> When {
    let text = at.local_text();
    When { iso: text.replace(' ', "T") + "+07:00", text }
}

impl Words {
    /// A value as a person reads it.
    pub fn fact(&self, fact: &Fact) -> String {
        let tag = self.tongue.tag();
        match fact {
            Fact::Names(names) => names.join(" · "),
            Fact::Sex(sex) => self.sex(*sex),
            Fact::Birth(birth) => self.birth(birth),
            Fact::Nationalities(countries) => join(countries.iter().map(|c| c.name(tag).to_owned())),
            Fact::Languages(languages) => join(languages.iter().map(|l| l.name(tag).to_owned())),
            Fact::Papers(papers) => join(papers.iter().map(|paper| self.paper(paper))),
            Fact::Contacts(contacts) => contacts.join(", "),
            Fact::Consent(consent) => self.tongue.say(&format!("consent-{}", consent.key())),
            Fact::Group(_) => self.tongue.say("case-group"),
            Fact::Place(place) => place.clone(),
            Fact::Reported(day) | Fact::Entered(day) => day.to_string(),
            Fact::Sign(sign, true) => self.tongue.say(&format!("sign-{}", sign.key())),
            Fact::Sign(sign, false) => self
                .tongue
                .say_with("case-sign-over", &[("what", Value::from(self.tongue.say(&format!("sign-{}", sign.key()))))]),
            Fact::Remark(remark) => remark.clone(),
            Fact::Grant(grant) => self.grant(grant),
            Fact::Referral(sent) => self.asked(sent.service, &sent.items),
            Fact::Request(request) => self.asked(request.service, &request.items),
            Fact::Answer(answer) => self.answer(answer),
            Fact::Heard(heard) => self.heard(heard),
            Fact::Decision(decision) => self.decision(decision),
            Fact::Attended(attended) => attended.note.clone().unwrap_or_default(),
            Fact::Happened(told) => self.happened(told),
            Fact::Named(named) => named.names.clone(),
            Fact::Step(said) => self.step(said),
            Fact::Course(course) => self.course(course),
            Fact::Stay(stay) => self.stay(stay),
            Fact::Circumstance(one) => self.circumstance(*one),
            Fact::Safety(safety) => self.safety(safety),
            Fact::Custody(custody) => self.custody(custody),
            Fact::Settled(settled) => self.settled(settled),
            Fact::Cleared(clear) => self.tongue.say(if *clear { "safety-clear" } else { "safety-not-clear" }),
            Fact::Outcome(outcome) => self.outcome(outcome),
            Fact::Deadline(deadline) => self.deadline(deadline),
            Fact::Appointment(one) => self.appointment(one),
        }
    }

    /// "2026-02-28: Visa ends – ask for an extension"
    pub fn deadline(&self, deadline: &casework::plan::Deadline) -> String {
        let standing = (!deadline.stands).then(|| self.tongue.say("deadline-over"));
        let parts = [Some(format!("{}: {}", deadline.on, deadline.what)), deadline.note.clone(), standing];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
    }

    /// "2026-02-03 09:00, Uganda – booked"
    pub fn appointment(&self, one: &casework::appointments::Appointment) -> String {
        let (at, mission) = (one.at.strftime("%H:%M"), one.mission.name(self.tongue.tag()));
        let standing = self.tongue.say(&format!("appointment-{}", one.standing.key()));
        format!("{} {at}, {mission} – {standing}", one.on)
    }

    /// "Agreed – Travel document: names, papers"
    pub fn grant(&self, grant: &Grant) -> String {
        let standing = match grant.standing {
            Standing::Given => "given",
            Standing::Declined => "declined",
            Standing::Withdrawn { .. } => "withdrawn",
        };
        let standing = self.tongue.say(&format!("grant-{standing}"));
        format!("{standing} – {}", self.asked(grant.purpose, &grant.items))
    }

    /// "Travel document: names, papers"
    pub fn asked(&self, service: Service, items: &[Item]) -> String {
        let service = self.service(service);
        if items.is_empty() { service } else { format!("{service}: {}", self.items(items)) }
    }

    pub fn service(&self, service: Service) -> String {
        self.tongue.say(&format!("service-{}", service.key()))
    }

    pub fn items(&self, items: &[Item]) -> String {
        join(items.iter().map(|item| self.tongue.say(&format!("item-{}", item.key()))))
    }

    /// "Refused: full"
    pub fn answer(&self, answer: &Answer) -> String {
        let outcome = self.tongue.say(&format!("answer-{}", answer.outcome.key()));
        match answer.outcome {
            Outcome::Accepted => outcome,
            Outcome::Partly { people } => format!("{outcome} ({people})"),
            Outcome::Refused(reason) => {
                format!("{outcome}: {}", self.tongue.say(&format!("reason-{}", reason.key())))
            }
        }
    }

    pub fn field(&self, field: Field) -> String {
        match field {
            Field::Sign(_) => self.tongue.say("field-signs"),
            Field::Group => self.tongue.say("case-group"),
            Field::Reported => self.tongue.say("people-arrived"),
            other => self.tongue.say(&format!("field-{}", other.key())),
        }
    }

    pub fn sex(&self, sex: Sex) -> String {
        self.tongue.say(&format!("sex-{}", sex.key()))
    }

    /// The date, as exactly as it is known, with the age it gives today.
    fn birth(&self, birth: &Birth) -> String {
        let date = match birth {
            Birth::Either(a, b) => format!("{a} / {b}"),
            Birth::About { .. } => return self.age(birth),
            exact => exact.to_string(),
        };
        format!("{date} ({})", self.age(birth))
    }

    /// "25", "24–25", "about 25".
    pub fn age(&self, birth: &Birth) -> String {
        if let Birth::About { age, on } = birth {
            let now = i16::from(*age) + (self.today.year() - on.year());
            return self.tongue.say_with("person-age-about", &[("age", Value::from(now))]);
        }
        match birth.ages(self.today) {
            (youngest, oldest) if youngest == oldest => oldest.to_string(),
            (youngest, oldest) => format!("{youngest}–{oldest}"),
        }
    }

    /// How sure a value is, or nothing when it is plain.
    pub fn certainty(&self, fact: &Fact) -> String {
        let key = match fact {
            Fact::Birth(Birth::About { .. }) => "certainty-estimated",
            Fact::Birth(Birth::Month { .. }) => "certainty-month",
            Fact::Birth(Birth::Year(_)) => "certainty-year",
            Fact::Birth(Birth::Either(..)) => "certainty-either",
            _ => return String::new(),
        };
        self.tongue.say(key)
    }

    /// "1,600 × 1,200, 340 kB"
    pub fn picture(&self, picture: &Attachment) -> String {
        let size = Value::from(format!("{} kB", picture.size.div_ceil(1000)));
        let values = [("width", picture.width.into()), ("height", picture.height.into()), ("size", size)];
        self.tongue.say_with("picture-kept-size", &values)
    }

    pub fn paper(&self, paper: &Paper) -> String {
        let kind = self.tongue.say(&format!("paper-{}", paper.kind.key()));
        let status = self.tongue.say(&format!("paper-status-{}", paper.status.key()));
        match &paper.number {
            Some(number) => format!("{kind} {number} – {status}"),
            None => format!("{kind} – {status}"),
        }
    }
}

fn join(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
