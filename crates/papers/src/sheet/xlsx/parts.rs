//! How the parts of an XLSX file find each other.

use super::MANY;
use crate::sheet::ListError;
use crate::sheet::xml::Event;
use crate::sheet::zip::Zip;
use std::collections::HashMap;

pub struct Target {
    /// The last word of the relationship's type, such as "worksheet".
    pub kind: String,
    pub path: String,
}

/// What a part refers to, by id. Targets outside the file are left out: nothing is ever fetched.
pub fn relationships(zip: &mut Zip, path: &str) -> Result<HashMap<String, Target>, ListError> {
    let mut targets = HashMap::new();
    let Some(mut events) = zip.part(path)? else {
        return Ok(targets);
    };
    while let Some(event) = events.next() {
        let Event::Open(element) = event else { continue };
        if targets.len() >= MANY {
            return Err(ListError::Damaged);
        }
        if let (Some(id), Some(kind), Some(path)) =
            (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
            && !element.is("TargetMode", &["External"])
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            targets.insert(id.into_owned(), Target { kind, path: path.into_owned() });
        }
    }
    events.whole()?;
    Ok(targets)
}

/// A target is relative to the workbook's folder unless it begins with a slash.
pub fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(parts.pop()),
            "." => {}
            step => parts.push(step),
        }
    }
    parts.join("/")
}
