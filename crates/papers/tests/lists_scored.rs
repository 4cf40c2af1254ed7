//! The invented lists of `data/lists`, in many languages and layouts, held against the truth.

use crate::scoring::{Score, score};
use std::path::Path;

#[test]
fn every_list_is_registered_and_nothing_certain_is_wrong() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/lists");
    let scores = score(&folder);
    assert!(scores.len() > 20);
    for score in scores {
        let Score { file, wrong, missed, invented, look, .. } = &score;
        assert!(score.holds(), "{file}: wrong {wrong:?}, missed {missed:?}, invented {invented:?}, look {look:?}");
        assert!(score.rows >= score.persons + score.not_persons, "{file}: a row has no reading");
        assert!(score.silent.is_empty(), "{file} says what was not read: {:?}", score.silent);
    }
}
