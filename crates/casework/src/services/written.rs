//! What somebody wrote of an organisation or a trap, and what is wrong with it: the same for a row of a pack, a form
//! and a program.

use super::organisation::keeps_its_place_secret;
use super::{ForWhom, Group, Kind, Service, Trap, shows_a_street};
use base::text::{line, remark};
use base::{Country, Language};

/// As text, each with the name of its column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub name: String,
    pub kind: String,
    pub services: String,
    pub for_whom: String,
    pub area: String,
    pub capacity: String,
    pub hours: String,
    pub languages: String,
    pub contact: String,
    pub note: String,
}

/// What is wrong with one column, as a sentence that says what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub column: &'static str,
    pub sentence: String,
}

pub(super) fn wrong(column: &'static str, sentence: impl Into<String>) -> Wrong {
    Wrong { column, sentence: sentence.into() }
}

/// What was written, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Understood {
    pub name: String,
    pub kind: Kind,
    pub services: Vec<Service>,
    pub for_whom: ForWhom,
    pub area: String,
    pub capacity: Option<u32>,
    pub hours: String,
    pub languages: Vec<Language>,
    pub contact: String,
    pub note: String,
}

/// No place holds more people at once; a longer number is a telephone in the wrong column.
const MOST: u32 = 100_000;

/// The columns of an organisation that people write, in the order of forms and files.
pub const COLUMNS: [&str; 10] =
    ["name", "kind", "services", "for_whom", "area", "capacity", "hours", "languages", "contact", "note"];

impl Written {
    pub fn get(&self, column: &str) -> &str {
        match column {
            "name" => &self.name,
            "kind" => &self.kind,
            "services" => &self.services,
            "for_whom" => &self.for_whom,
            "area" => &self.area,
            "capacity" => &self.capacity,
            "hours" => &self.hours,
            "languages" => &self.languages,
            "contact" => &self.contact,
            _ => &self.note,
        }
    }

    pub fn set(&mut self, column: &str, text: String) {
        let place = match column {
            "name" => &mut self.name,
            "kind" => &mut self.kind,
            "services" => &mut self.services,
            "for_whom" => &mut self.for_whom,
            "area" => &mut self.area,
            "capacity" => &mut self.capacity,
            "hours" => &mut self.hours,
            "languages" => &mut self.languages,
            "contact" => &mut self.contact,
            _ => &mut self.note,
        };
        *place = text;
    }

    /// What it means, or everything that is wrong with it.
    pub(super) fn understand(&self) -> Result<Understood, Vec<Wrong>> {
        let mut troubles = Vec::new();
        let mut note = |trouble: Wrong| troubles.push(trouble);
        if line(&self.name).is_empty() {
            note(wrong("name", "The name is missing. Write what the organisation calls itself."));
        }
        let kind = Kind::from_key(self.kind.trim());
        if kind.is_none() {
            note(wrong(
                "kind",
                format!("{} is no kind. Write one of {}.", quoted(&self.kind), keys(Kind::ALL, Kind::key)),
            ));
        }
        let services = each(&self.services, |word| {
            Service::from_key(word).ok_or_else(|| {
                format!("{} is no service. There are {}.", quoted(word), keys(Service::ALL, Service::key))
            })
        });
        let languages = each(&self.languages, |word| {
            Language::from_code(word)
                .ok_or_else(|| format!("{} is no code of a language. Write codes such as km;en;zh.", quoted(word)))
        });
        let services = services.unwrap_or_else(|says| taken(&mut note, "services", says));
        let languages = languages.unwrap_or_else(|says| taken(&mut note, "languages", says));
        let for_whom = for_whom(&self.for_whom).unwrap_or_else(|says| taken(&mut note, "for_whom", says));
        let capacity = capacity(&self.capacity).unwrap_or_else(|says| taken(&mut note, "capacity", says));
        let kind = kind.unwrap_or(Kind::Other);
        self.look_for_streets(kind, &services, &mut note);
        if !troubles.is_empty() {
            return Err(troubles);
        }
        Ok(Understood {
            name: line(&self.name),
            kind,
            services,
            for_whom,
            area: line(&self.area),
            capacity,
            hours: line(&self.hours),
            languages,
            contact: line(&self.contact),
            note: remark(&self.note),
        })
    }

    /// An area is never a street; and nothing that shelters people says its street anywhere.
    fn look_for_streets(&self, kind: Kind, services: &[Service], note: &mut impl FnMut(Wrong)) {
        if shows_a_street(&self.area) {
            note(wrong(
                "area",
                "This shows a street, a house or a point on a map. Write the area alone: the province, and the district at the most.",
            ));
        }
        if keeps_its_place_secret(kind, services) {
            for (column, text) in
                [("name", &self.name), ("hours", &self.hours), ("contact", &self.contact), ("note", &self.note)]
            {
                if shows_a_street(text) {
                    note(wrong(
                        column,
                        "This shows where people are sheltered. Leave street, house and map out; the area is enough, and whoever must go there is told in person.",
                    ));
                }
            }
        }
    }
}

impl From<Understood> for Written {
    fn from(said: Understood) -> Written {
        let words = |words: Vec<&str>| words.join(";");
        let groups = said.for_whom.groups.iter().map(|group| group.key());
        let nationalities = said.for_whom.nationalities.iter().map(|country| country.iso3());
        Written {
            kind: said.kind.key().to_owned(),
            services: words(said.services.iter().map(|service| service.key()).collect()),
            for_whom: words(groups.chain(nationalities).collect()),
            capacity: said.capacity.map(|number| number.to_string()).unwrap_or_default(),
            languages: words(said.languages.iter().map(|language| language.code()).collect()),
            name: said.name,
            area: said.area,
            hours: said.hours,
            contact: said.contact,
            note: said.note,
        }
    }
}

fn taken<T: Default>(note: &mut impl FnMut(Wrong), column: &'static str, sentence: String) -> T {
    note(wrong(column, sentence));
    T::default()
}

/// Values with semicolons between them; one that stands twice is a slip.
fn each<T: PartialEq>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    let mut values = Vec::new();
    for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
        let value = read(word)?;
        if values.contains(&value) {
            return Err(format!("{} stands there twice. Leave one of them out.", quoted(word)));
        }
        values.push(value);
    }
    Ok(values)
}

enum One {
    Group(Group),
    Country(Country),
}

fn for_whom(text: &str) -> Result<ForWhom, String> {
    let mut whom = ForWhom::default();
    for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
        let one = Group::from_key(word).map(One::Group).or_else(|| Country::from_iso3(word).map(One::Country));
        let twice = match one {
            None => {
                let groups = keys(Group::ALL, Group::key);
                return Err(format!(
                    "{} is nobody we know. Write any of {groups}, and countries such as UGA.",
                    quoted(word)
                ));
            }
            Some(One::Group(group)) => push_new(&mut whom.groups, group),
            Some(One::Country(country)) => push_new(&mut whom.nationalities, country),
        };
        if twice {
            return Err(format!("{} stands there twice. Leave one of them out.", quoted(word)));
        }
    }
    Ok(whom)
}

/// Says whether it was there already.
fn push_new<T: PartialEq>(values: &mut Vec<T>, value: T) -> bool {
    let known = values.contains(&value);
    if !known {
        values.push(value);
    }
    known
}

fn capacity(text: &str) -> Result<Option<u32>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse::<u32>().ok().filter(|number| *number <= MOST);
    let says = || {
        format!(
            "{} is no number of people. Write a whole number up to {MOST}, or leave it empty for unknown.",
            quoted(text)
        )
    };
    number.map(Some).ok_or_else(says)
}

fn keys<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> String {
    all.iter().map(|value| key(*value)).collect::<Vec<_>>().join(", ")
}

/// What somebody wrote, short enough for a sentence.
pub(super) fn quoted(text: &str) -> String {
    let text = line(text);
    if text.is_empty() { "Nothing".to_owned() } else { format!("“{}”", text.chars().take(60).collect::<String>()) }
}

/// A trap as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenWarning {
    pub trap: String,
    pub title: String,
    /// With semicolons between them.
    pub goes_by: String,
    pub says: String,
    pub what_to_do: String,
    pub area: String,
}

impl WrittenWarning {
    pub(super) fn understand(&self) -> Result<(Trap, Vec<String>), Vec<Wrong>> {
        let mut troubles = Vec::new();
        let trap = Trap::from_key(self.trap.trim());
        if trap.is_none() {
            let known = keys(Trap::ALL, Trap::key);
            troubles.push(wrong("trap", format!("{} is no kind of trap. Write one of {known}.", quoted(&self.trap))));
        }
        for (column, text) in [("title", &self.title), ("says", &self.says)] {
            if line(text).is_empty() {
                troubles.push(wrong(
                    column,
                    "This is missing. Say in a sentence how the trap works, so that others know it.",
                ));
            }
        }
        let goes_by = each(&self.goes_by, |one| Ok(line(one)));
        match (trap, goes_by) {
            (Some(trap), Ok(goes_by)) if troubles.is_empty() => Ok((trap, goes_by)),
            (_, goes_by) => {
                troubles.extend(goes_by.err().map(|says| wrong("goes_by", says)));
                Err(troubles)
            }
        }
    }
}
