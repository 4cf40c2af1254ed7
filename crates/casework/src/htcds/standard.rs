//! The fields of HTCDS 2.0 as IOM publishes them: names, types and codes, spelled as there.
//!
//! `data/standards/htcds-2.0.json` keeps the standard's own slips ("Unaquainted") and lists beside them what its
//! other documents write: the table of fields lacks `RestrictsMovement`, and the sample form writes
//! `prs_First_Name`. Both are read; only the table's spelling is written.

use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::LazyLock;

/// One field of the standard.
#[derive(Deserialize)]
pub struct Standard {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default)]
    pub values: Vec<String>,
    #[serde(default)]
    accepted_besides: Vec<String>,
    #[serde(default)]
    values_may_be_added: bool,
    #[serde(default)]
    also_written: Vec<String>,
    #[serde(default)]
    pub code_system: String,
}

#[derive(Deserialize)]
struct File {
    fields: Vec<Standard>,
}

static FIELDS: LazyLock<Vec<Standard>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!("../../../../data/standards/htcds-2.0.json"))
        .expect("the embedded standard is well formed");
    file.fields
});

/// The field of this name, or of a name that the standard's own documents write instead.
pub fn field(name: &str) -> Option<&'static Standard> {
    static BY_NAME: LazyLock<HashMap<&'static str, &'static Standard>> = LazyLock::new(|| {
        let names = |field: &'static Standard| std::iter::once(&field.name).chain(&field.also_written);
        FIELDS.iter().flat_map(|field| names(field).map(move |name| (name.as_str(), field))).collect()
    });
    BY_NAME.get(name).copied()
}

/// Every field, in the order of the standard.
pub fn fields() -> &'static [Standard] {
    &FIELDS
}

impl Standard {
    /// Whether a value has the field's type and, where it has codes, is one of them. The sentence says what would
    /// fit and never repeats the value.
    pub fn check(&self, value: &Value) -> Result<(), String> {
        let fits = match self.kind.as_str() {
            "Checkbox" => value.is_boolean(),
            "Number" => value.is_number(),
            "Geolocation" => value.is_number() || value.is_string(),
            "Multiselect Picklist" => return self.check_codes(value),
            "Picklist" | "Picklist or Text" => return self.check_code(value),
            "Date" => value.as_str().is_some_and(|day| super::extension::day(day).is_some()),
            _ => value.is_string(),
        };
        if fits { Ok(()) } else { Err(format!("This is not {}.", self.wanted())) }
    }

    fn wanted(&self) -> &'static str {
        match self.kind.as_str() {
            "Checkbox" => "true or false",
            "Number" => "a number",
            "Geolocation" => "a coordinate",
            "Date" => "a day that exists, written as in 2001-05-17",
            _ => "a text",
        }
    }

    fn check_code(&self, value: &Value) -> Result<(), String> {
        let text = value.as_str().ok_or("This is not a text with one code.")?;
        self.knows(text)
    }

    fn check_codes(&self, value: &Value) -> Result<(), String> {
        let codes = codes(value).ok_or("This is not a list of codes.")?;
        codes.into_iter().try_for_each(|code| self.knows(code))
    }

    fn knows(&self, code: &str) -> Result<(), String> {
        let listed = || self.values.iter().chain(&self.accepted_besides).any(|value| value == code);
        if self.values.is_empty() || self.values_may_be_added || listed() {
            return Ok(());
        }
        Err(format!("This is not one of the codes of HTCDS 2.0: {}.", self.values.join(", ")))
    }
}

/// Codes of a field that takes several: a list, or as spreadsheets write it, one text with semicolons between.
pub fn codes(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::Array(values) => values.iter().map(Value::as_str).collect(),
        Value::String(text) => Some(text.split(';').map(str::trim).filter(|code| !code.is_empty()).collect()),
        _ => None,
    }
}
