//! What somebody looks for, and whether an organisation has it. Unknown is not no.

use super::{Group, Organisation, Service};
use base::{Country, Language};

/// What is looked for; what is `None` does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    pub service: Option<Service>,
    pub group: Option<Group>,
    pub nationality: Option<Country>,
    pub region: Option<String>,
    pub language: Option<Language>,
}

/// The least of several answers counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fits {
    No,
    /// Nobody has written down whether: to be asked.
    Unknown,
    Yes,
}

/// What stands as an area of what is there for the whole country.
pub const WHOLE_COUNTRY: &str = "whole country";

impl Organisation {
    pub fn fits(&self, looked: &Looked) -> Fits {
        let answers = [
            looked.service.map(|wanted| among(&self.services, &wanted)),
            looked.group.map(|wanted| among(&self.for_whom.groups, &wanted)),
            looked.nationality.map(|wanted| self.takes(wanted)),
            looked.region.as_deref().map(|wanted| self.is_in(wanted)),
            looked.language.map(|wanted| among(&self.languages, &wanted)),
        ];
        answers.into_iter().flatten().min().unwrap_or(Fits::Yes)
    }

    fn takes(&self, nationality: Country) -> Fits {
        let named = &self.for_whom.nationalities;
        if named.is_empty() || named.contains(&nationality) { Fits::Yes } else { Fits::No }
    }

    fn is_in(&self, region: &str) -> Fits {
        match self.region() {
            "" => Fits::Unknown,
            WHOLE_COUNTRY => Fits::Yes,
            own if own == region => Fits::Yes,
            _ => Fits::No,
        }
    }
}

/// An empty list says that nothing is known.
fn among<T: PartialEq>(known: &[T], wanted: &T) -> Fits {
    if known.is_empty() {
        Fits::Unknown
    } else if known.contains(wanted) {
        Fits::Yes
    } else {
        Fits::No
    }
}
