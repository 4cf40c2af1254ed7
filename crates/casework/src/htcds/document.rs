//! A whole file of HTCDS: who sends it, and its records. Pure.

use super::extension;
use super::official::Record;
use serde_json::{Map, Value, json};

/// A file of records as it came.
pub struct Document {
    /// The registry that wrote it, when it was one of ours.
    pub registry: Option<String>,
    /// Who sends it: `org_Name`.
    pub sender: String,
    pub records: Vec<Value>,
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DocumentError {
    #[error("This file is not JSON: it cannot be read at line {line}, column {column}. Nobody was registered.")]
    NotJson { line: usize, column: usize },
    #[error(
        "This file holds no records of HTCDS. It is an object with \"standard\": \"HTCDS\" and a list \"records\", or \
         such a list alone. Nobody was registered."
    )]
    NoRecords,
    #[error("This file is HTCDS {0}, and 2.0 is what is read here. Nobody was registered; ask the sender for 2.0.")]
    OtherVersion(String),
    #[error("This file was written by a newer version of the program. Nobody was registered; please use that version.")]
    NewerExtension,
}

/// Whether a file looks like JSON, where a spreadsheet could be meant.
pub fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(bytes.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'['))
}

impl Document {
    pub fn read(bytes: &[u8]) -> Result<Document, DocumentError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let value = serde_json::from_slice(bytes)
            .map_err(|error| DocumentError::NotJson { line: error.line(), column: error.column() })?;
        let mut head: Map<String, Value> = match value {
            Value::Array(records) => return Ok(Document { registry: None, sender: String::new(), records }),
            Value::Object(head) => head,
            _ => return Err(DocumentError::NoRecords),
        };
        let Some(Value::Array(records)) = head.remove("records") else { return Err(DocumentError::NoRecords) };
        if head.get("standard").and_then(Value::as_str) != Some("HTCDS") {
            return Err(DocumentError::NoRecords);
        }
        let version = head.get("version").and_then(Value::as_str).unwrap_or_default();
        if version != "2.0" {
            return Err(DocumentError::OtherVersion(base::text::line(version)));
        }
        let ours = head.get(extension::NAME).cloned().unwrap_or_default();
        if ours.get("version").and_then(Value::as_u64).is_some_and(|version| version > extension::VERSION) {
            return Err(DocumentError::NewerExtension);
        }
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(base::text::line).unwrap_or_default();
        let sender = text(head.get("organization").and_then(|organization| organization.get("org_Name")));
        let registry = Some(text(ours.get("registry"))).filter(|registry| !registry.is_empty());
        Ok(Document { registry, sender, records })
    }

    /// What goes out.
    pub fn write(organisation: &str, registry: &str, compartments: &[&str], records: Vec<Record>) -> Value {
        json!({
            "standard": "HTCDS",
            "version": "2.0",
            "organization": { "org_Name": organisation },
            "records": records,
            extension::NAME: {
                "version": extension::VERSION,
                "registry": registry,
                "compartments": compartments,
            },
        })
    }
}

/// The bytes of a record that are the same for the same content, in whatever order its names stand.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let mut names: Vec<&String> = map.keys().collect();
            names.sort_unstable();
            let pairs = names.into_iter().map(|name| format!("{}:{}", json!(name), canonical(&map[name])));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(canonical).collect::<Vec<_>>().join(",")),
        value => value.to_string(),
    }
}
