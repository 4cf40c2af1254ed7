//! Whatever bytes come, reading ends with a value or with sentences.

use base::Instant;
use proptest::prelude::*;
use screening::instruments::{File, INDEX, SHIPPED};
use screening::relevant::Relevant;
use screening::triage::{Concern, Concerns, triage};
use screening::xlsform::{self, Form, Rows};
use screening::{Instruments, When, vignette};

/// Cells as forms have them, and others.
fn cell() -> impl Strategy<Value = String> {
    let known = [
        "type",
        "name",
        "label",
        "label::Khmer (km)",
        "relevant",
        "constraint",
        "default",
        "indicator",
        "concern",
        "part",
        "select_one a",
        "select multiple a",
        "begin_group",
        "end group",
        "text",
        "note",
        "integer",
        "a",
        "yes",
        "no",
        "",
        "${a} = 'yes'",
        "yes=D1.01",
        "yes=minor@a",
        "testimony",
        ". > 1",
        "list_name",
        "form_id",
        "version",
        "1",
    ];
    prop_oneof![4 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,20}"]
}

fn rows() -> impl Strategy<Value = Rows> {
    let row = (0u32..9, proptest::collection::vec(cell(), 0..8));
    proptest::collection::vec(row, 0..8)
}

proptest! {
    #[test]
    fn a_form_is_read_or_refused(survey in rows(), choices in rows(), settings in rows()) {
        let read = xlsform::read(&Form { survey, choices, settings }, Instruments::shipped());
        if let Err(troubles) = read {
            prop_assert!(!troubles.is_empty() && troubles.iter().all(|trouble| !trouble.sentence.is_empty()));
        }
    }

    #[test]
    fn a_condition_is_read_or_refused(text in "[${}a-z'\"()=<>!,. 0-9-]{0,40}|.{0,20}") {
        if let Ok(relevant) = Relevant::read(&text) {
            relevant.holds(&|_: &str| None);
        }
    }

    #[test]
    fn a_vignette_is_read_or_refused(lines in proptest::collection::vec(
        "(title|age|birth|heard|signs|answer left-freely|answer hours|answer D1.01|answer exit-day-when|concern sexual-violence|expect finding|expect clock hiv-pep): (yes|no|unknown|2009-05|~25@2026-01-01|-9999|9999-12-31|40 hours ago|99999 days ago|.{0,12})|.{0,20}",
        0..10,
    )) {
        let report = vignette::check(Instruments::shipped(), &lines.join("\n"));
        prop_assert!(report.finding.is_some() || !report.differences.is_empty());
    }

    /// One character of one file is another: the files are still whole, or it is said where they are not.
    #[test]
    fn a_damaged_file_is_read_or_refused(which in 0..SHIPPED.len(), at: prop::sample::Index, with in ".{0,3}") {
        let (_, _, text) = SHIPPED[which];
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let place = places[at.index(places.len())];
        let end = text[place..].chars().next().map_or(place, |c| place + c.len_utf8());
        let damaged = format!("{}{with}{}", &text[..place], &text[end..]);
        let file = |(number, (id, version, text)): (usize, &(&'static str, u32, &'static str))| File {
            id,
            version: *version,
            text: if number == which { Box::leak(damaged.clone().into_boxed_str()) } else { text },
        };
        let files: Vec<File> = SHIPPED.iter().enumerate().map(file).collect();
        if let Err(troubles) = Instruments::load(INDEX, &files) {
            prop_assert!(troubles.iter().all(|trouble| !trouble.file.is_empty() && !trouble.sentence.is_empty()));
        }
    }

    #[test]
    fn any_time_can_be_triaged(now: i64, at: i64, text in "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?") {
        let mut concerns = Concerns::default();
        let now = Instant::from_millis(now);
        concerns.raise(Concern::SexualViolence, now, When::At(Instant::from_millis(at)));
        concerns.raise(Concern::ExitDeadline, now, When::read(&text).unwrap_or(When::Unknown));
        prop_assert!(!triage(Instruments::shipped(), &concerns, now).carried_by.is_empty());
    }
}
