//! The document that is served says what there is, and no more.

use super::program::Served;
use access::Role;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use web::api::document::document;
use web::api::operation::Taken;
use web::api::operations;

#[test]
fn the_document_in_the_repository_is_the_one_that_is_served() {
    let kept = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json"));
    let served = Served::with(Role::Auditor).0.get("", "/openapi.json");
    assert_eq!(served.text, document());
    let same = kept.unwrap_or_default() == served.text;
    assert!(same, "the interface changed: look at the change in `cargo run -- openapi > docs/openapi.json`");
}

#[test]
fn every_operation_is_served_and_asks_for_a_token_unless_it_says_otherwise() {
    let (served, _) = Served::with(Role::Auditor);
    let mut seen = BTreeSet::new();
    for operation in operations() {
        let verb = format!("{:?}", operation.verb).to_uppercase();
        assert!(seen.insert((verb.clone(), operation.path)), "{verb} {} is there twice", operation.path);
        let path: Vec<&str> =
            operation.path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect();
        let answer = served.send(&verb, "", &path.join("/"), "", Vec::new());
        let expected = if operation.is_open { 415 } else { 401 };
        assert_eq!(answer.status.as_u16(), expected, "{verb} {}", operation.path);
        assert!(operation.refusals().contains(&expected), "{verb} {} does not say so", operation.path);
    }
}

/// Whoever adds an operation adds it to the table, so that it is described.
#[test]
fn no_route_for_programs_is_made_beside_the_table() {
    let mut beside = Vec::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api")).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let is_the_table = path.ends_with("operation.rs") || path.ends_with("mod.rs");
        if !is_the_table && ["page_json(", "act_json(", "remove_json("].iter().any(|made| text.contains(made)) {
            beside.push(path);
        }
    }
    assert!(beside.is_empty(), "{beside:?}");
}

#[test]
fn every_sample_is_what_the_handler_reads() {
    let mut checked = 0;
    for operation in operations() {
        if let Some(Taken::Json { sample, reads, .. }) = &operation.takes {
            assert_eq!(reads(sample), Ok(()), "{}", operation.path);
            let mut with_more = sample.clone();
            with_more["no_such_field"] = 1.into();
            assert!(reads(&with_more).is_err(), "{} takes what it does not know", operation.path);
            checked += 1;
        }
    }
    assert!(checked > 8, "only {checked} operations take JSON");
}
