//! A form as it was filled in: kept to the letter, so that an error never costs anybody what they typed.

use std::borrow::Borrow;

/// The pairs that a form posted, in order, and a sentence for each field that needs another look.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub pairs: Vec<(String, String)>,
    pub errors: Vec<(String, String)>,
}

impl Filled {
    pub fn value(&self, field: &str) -> &str {
        self.nth(field, 0usize)
    }

    /// The value of a field that stands several times in a form.
    pub fn nth(&self, field: &str, place: impl Borrow<usize>) -> &str {
        let mut found = self.pairs.iter().filter(|(name, _)| name == field);
        found.nth(*place.borrow()).map_or("", |(_, value)| value)
    }

    /// Whether a box or button of this value is chosen.
    pub fn has(&self, field: &str, value: &str) -> bool {
        self.pairs.iter().any(|(name, chosen)| name == field && chosen == value)
    }

    /// What a form says of one kind of paper: its `status` or its `number`.
    pub fn paper(&self, kind: &str, of: &str) -> &str {
        self.value(&format!("{kind}_{of}"))
    }

    pub fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(name, _)| name == field).map(|(_, sentence)| sentence.as_str())
    }

    pub fn is_wrong(&self, field: &str) -> bool {
        self.error(field).is_some()
    }

    /// Whether any of these fields was filled in or is wrong: what is folded away must then stand open.
    pub fn touches(&self, fields: &[&str]) -> bool {
        fields.iter().any(|field| !self.value(field).is_empty() || self.is_wrong(field))
    }
}

/// One line of a select.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub selected: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), selected: false }
    }

    /// Marks the line that carries this value.
    pub fn select(choices: impl IntoIterator<Item = Choice>, value: &str) -> Vec<Choice> {
        choices.into_iter().map(|choice| Choice { selected: choice.value == value, ..choice }).collect()
    }
}
