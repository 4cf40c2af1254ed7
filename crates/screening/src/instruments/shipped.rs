//! The files that the program carries, as they stand in `data/instruments`.

use super::spoken::Spoken;

/// A file, as its bytes were read.
#[derive(Clone, Copy, Debug)]
pub struct File<'f> {
    pub id: &'f str,
    pub version: u32,
    pub text: &'f str,
}

macro_rules! shipped {
    ($($id:literal $version:literal),* $(,)?) => {
        &[$(($id, $version, include_str!(concat!("../../../../data/instruments/", $id, "/", $version, ".csv")))),*]
    };
}

macro_rules! spoken {
    ($($id:literal $version:literal $language:literal),* $(,)?) => {
        &[$(Spoken {
            id: $id,
            version: $version,
            language: $language,
            text: include_str!(concat!("../../../../data/instruments/", $id, "/", $version, ".", $language, ".csv")),
        }),*]
    };
}

pub const INDEX: &str = include_str!("../../../../data/instruments/index.csv");

/// Id, version and text of each.
pub const SHIPPED: &[(&str, u32, &str)] = shipped![
    "palermo" 1,
    "delphi" 1,
    "delphi-rule" 1,
    "delphi-combinations" 1,
    "forced-labour" 1,
    "forced-criminality" 1,
    "tvit" 1,
    "child" 1,
    "elements" 1,
    "hearing" 1,
    "triage" 1,
    "triage-clocks" 1,
];

/// Questionnaires and the triage in the words of other languages.
pub const SPOKEN: &[Spoken<'static>] = spoken![
    "hearing" 1 "ar",
    "hearing" 1 "fr",
    "hearing" 1 "id",
    "hearing" 1 "km",
    "hearing" 1 "sw",
    "hearing" 1 "zh",
    "triage" 1 "ar",
    "triage" 1 "fr",
    "triage" 1 "id",
    "triage" 1 "km",
    "triage" 1 "sw",
    "triage" 1 "zh",
];
