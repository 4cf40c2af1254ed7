use super::{Choice, Chrome, Filled, SIGNS, SORTS, When};
use askama::Template;

/// The list of people. What was searched for is in the posted form, never in an address.
#[derive(Template)]
#[template(path = "people/list.html")]
pub struct People {
    pub page: Chrome,
    /// What was searched for: find, nationality, place, sign, since, until, arrived, minor, sort.
    pub form: Filled,
    pub nationalities: Vec<Choice>,
    pub places: Vec<Choice>,
    pub saved: Vec<SavedFilter>,
    pub can_export: bool,
    pub can_write_letters: bool,
    /// Whether this sign-in keeps letters that were written for many.
    pub has_letters: bool,
    pub rows: Rows,
}

/// The part of the list that changes while somebody types.
#[derive(Template)]
#[template(path = "people/rows.html")]
pub struct Rows {
    pub page: Chrome,
    pub people: Vec<Person>,
    /// How many fit the search, over all of its pages.
    pub total: usize,
    /// The page shown, counted from 1, and how many there are.
    pub number: usize,
    pub pages: usize,
    /// Whether anything narrows the list: it changes what an empty list says.
    pub narrowed: bool,
}

impl Rows {
    fn before(&self) -> usize {
        self.number.saturating_sub(1)
    }

    fn after(&self) -> usize {
        self.number + 1
    }
}

pub struct Person {
    /// The opaque word by which /case/<handle> is reached.
    pub handle: String,
    pub name: String,
    /// The same name in a second script, or empty.
    pub other_name: String,
    /// "412 907 356"
    pub code: String,
    /// "about 25", "16", or empty.
    pub age: String,
    /// A key of `SEXES`, or empty.
    pub sex: String,
    pub nationality: String,
    pub place: String,
    /// Keys of `SIGNS`.
    pub signs: Vec<String>,
    pub registered: When,
}

/// A search somebody keeps coming back to. Only its owner sees it.
pub struct SavedFilter {
    pub id: String,
    pub name: String,
    pub chosen: bool,
}

impl People {
    /// How many filters are set, so that a folded filter is never forgotten.
    fn filters_set(&self) -> usize {
        let fields = ["nationality", "place", "sign", "since", "until", "arrived", "minor"];
        fields.iter().filter(|field| !self.form.value(field).is_empty()).count()
    }
}
