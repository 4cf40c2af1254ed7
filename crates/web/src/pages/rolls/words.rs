//! What keeps somebody off a roll, in words.

use crate::tongue::Value;
use crate::words::Words;
use casework::rolls::{Asked, Missing};
use pathway::{Nationality, Reach};

impl Words {
    /// As a sentence, with what it is about.
    pub fn missing(&self, why: Missing) -> String {
        let key = format!("rolls-why-{}", why.key());
        let about = |family: &str, value: &str| self.tongue.say(&format!("{family}-{value}"));
        let what = match why {
            Missing::Warned(warning) => about("warning", warning.key()),
            Missing::Declined(contact) | Missing::NoConsent(contact) => about("contact", contact.key()),
            Missing::OtherWay(way) => about("way", way.key()),
            Missing::Overstay(unknown) => about("missing", unknown.key()),
            _ => return self.tongue.say(&key),
        };
        self.tongue.say_with(&key, &[("what", Value::from(what))])
    }

    /// The kind alone, as it stands above those whom it keeps off.
    pub fn kind_of_missing(&self, key: &str) -> String {
        match key {
            "warned" | "declined" | "no-consent" | "other-way" | "overstay" => {
                self.tongue.say(&format!("rolls-kind-{key}"))
            }
            key => self.tongue.say(&format!("rolls-why-{key}")),
        }
    }

    /// "A mission elsewhere: Kuala Lumpur"
    pub fn responsible(&self, asked: &Asked) -> String {
        let route = pathway::route(&asked.pack.pack, asked.corrections, &Nationality::One(asked.nationality));
        let seats = route.leads.iter().flat_map(|lead| &lead.seats).map(|seat| seat.city.clone());
        let seats: Vec<String> = seats.collect();
        let reach = self.tongue.say(&format!("reach-{}", route.reach.key()));
        match seats.is_empty() || route.reach == Reach::None {
            true => reach,
            false => format!("{reach}: {}", seats.join(", ")),
        }
    }
}
