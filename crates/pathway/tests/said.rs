//! What a pack says in the languages of the pages.

use crate::packs::{changed, refused};
use pathway::Pack;
use pathway::pack::{Shipped, files, shipped};

const TONGUES: [&str; 6] = ["ar", "fr", "id", "km", "sw", "zh"];

/// Steps, and whatever warns: where a note on a mission is not there in a language, English is shown.
#[test]
fn every_step_and_every_warning_is_said_in_every_language() {
    for Shipped { id, pack } in shipped() {
        assert!(pack.idle_words().is_empty(), "{id}: {:?}", pack.idle_words());
        assert_eq!(pack.tongues().map(|(tag, _)| tag).collect::<Vec<_>>(), TONGUES);
        let steps = pack.steps.iter().flat_map(|one| [&one.title, &one.risk, &one.documents]);
        let warnings = pack.cautions.iter().map(|one| &one.says).chain(pack.deadlines.iter().map(|one| &one.says));
        let needed: Vec<&String> = steps.chain(warnings).filter(|text| !text.is_empty()).collect();
        for tag in TONGUES {
            let english: Vec<_> = needed.iter().filter(|text| pack.said(tag, text) == **text).collect();
            // “photo” is French, too.
            assert!(english.iter().all(|text| ***text == "photo"), "{id}, {tag}: {english:?}");
        }
    }
}

#[test]
fn what_is_not_said_in_a_language_is_said_as_it_stands() {
    let pack = &shipped()[0].pack;
    assert_eq!(pack.said("fr", "Exit visa"), "Visa de sortie");
    assert_eq!(pack.said("en", "Exit visa"), "Exit visa");
    assert_eq!(pack.said("xx", "Exit visa"), "Exit visa");
    assert_eq!(pack.said("fr", "Nobody ever wrote this"), "Nobody ever wrote this");
    let whole = pack.texts().len();
    assert!(pack.tongues().all(|(_, said)| said > 100 && said < whole));
}

/// Whoever corrects a warning must not leave the old one standing in a language that they do not read.
#[test]
fn a_text_that_was_changed_loses_its_old_words_and_the_check_says_so() {
    let pack = Pack::read(&changed("khm", "steps.csv", ",Fine paid,", ",Fine paid in full,")).unwrap();
    let step = pack.step(pack.step_no("R08").unwrap());
    assert_eq!(pack.said("fr", &step.title), "Fine paid in full");
    let idle: Vec<String> = pack.idle_words().iter().map(ToString::to_string).collect();
    assert_eq!(idle.len(), TONGUES.len());
    assert!(idle[1].starts_with("words/fr.csv, row 14, column english: No table says this any more"), "{idle:?}");
}

#[test]
fn words_that_are_wrong_are_said_with_their_row() {
    let twice = refused(&changed("khm", "words/fr.csv", "Fine paid,", "Exit visa,"));
    assert_eq!(twice, ["words/fr.csv, row 17, column english: This stands in a row above. Leave one of the two."]);
    let empty = refused(&changed("khm", "words/km.csv", "Exit visa,ទិដ្ឋាការចេញ", "Exit visa,"));
    assert_eq!(empty, ["words/km.csv, row 17, column said: This cell is empty. Fill it in."]);
    let headings = refused(&changed("khm", "words/zh.csv", "english,said", "english,chinese"));
    assert!(headings[0].starts_with("words/zh.csv, row 1: The headings are not the ones"), "{headings:?}");
    let mut odd = files("khm");
    odd.insert("words/French.csv".to_owned(), "english,said\n".to_owned());
    assert!(refused(&odd)[0].contains("This table has no place in a pack."));
}

#[test]
fn a_pack_may_be_without_words() {
    let mut files = files("khm");
    files.retain(|name, _| !name.starts_with("words/"));
    let pack = Pack::read(&files).unwrap();
    assert_eq!((pack.tongues().count(), pack.said("fr", "Exit visa")), (0, "Exit visa"));
}
