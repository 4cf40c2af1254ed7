//! Real XLSX files, as organisations have them, become questionnaires or are refused with everything said at once.

use base::Instant;
use papers::{Book, Cell};
use screening::triage::Concerns;
use screening::xlsform::{self, Form, Rows};
use screening::{Age, Answer, Evidence, Finding, Instruments, Kind, Part, Questionnaire, Trouble, assess};
use std::path::Path;

/// The three sheets of a file, as whoever reads spreadsheets hands them over.
fn form(name: &str) -> Form {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).unwrap();
    let book = Book::read(&bytes, name).unwrap();
    let text = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    };
    let rows = |title: &str| -> Rows {
        let sheet = book.sheets.iter().find(|sheet| sheet.name == title);
        let rows = sheet.into_iter().flat_map(|sheet| &sheet.rows);
        rows.map(|row| (row.number, row.cells.iter().map(text).collect())).collect()
    };
    Form { survey: rows("survey"), choices: rows("choices"), settings: rows("settings") }
}

fn read(name: &str) -> Result<Questionnaire, Vec<Trouble>> {
    xlsform::read(&form(name), Instruments::shipped())
}

#[test]
fn a_form_in_two_languages_becomes_a_questionnaire() {
    let whole = read("labour inspection.xlsx").unwrap();
    assert_eq!(
        (whole.id.as_str(), whole.version, whole.title.as_str()),
        ("labour_inspection", 2_026_112_301, "Labour inspection")
    );
    let ids: Vec<_> = whole.questions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["hello", "promised", "hours", "kept", "shown", "hurt", "since", "statement"]);
    let promised = whole.question("promised").unwrap();
    assert_eq!((promised.kind.clone(), promised.required, promised.short), (Kind::YesNo, true, true));
    assert_eq!((promised.wording.as_str(), promised.section.as_str()), ("Was the work as promised?", "Work"));
    assert!(promised.wordings["km"].starts_with("ការងារ"));
    assert_eq!(whole.question("shown").unwrap().section, "Work / More");
    assert_eq!(whole.question("kept").unwrap().kind.choices()[1].labels["km"], "ទូរសព្ទ");
    assert_eq!(whole.question("statement").unwrap().part, Part::Testimony);
    assert_eq!(whole.fits("hours", &Answer::Number(25.0)).unwrap_err(), "A day has 24 hours.");
    whole.fits("hours", &Answer::Number(24.0)).unwrap();
    whole.fits("hours", &Answer::RatherNot).unwrap();
}

#[test]
fn groups_and_conditions_decide_what_is_asked() {
    let whole = read("labour inspection.xlsx").unwrap();
    let asked = |answers: &screening::Answers, id: &str| whole.question(id).unwrap().is_relevant(answers);
    let nothing = whole.answers();
    assert!(!asked(&nothing, "kept") && !asked(&nothing, "shown"));
    let kept = nothing.with("hours", Answer::Number(14.0));
    assert!(asked(&kept, "kept") && !asked(&kept, "shown"));
    let passport = kept.with("kept", Answer::Several(["passport".to_owned()].into()));
    assert!(asked(&passport, "shown"));
    // The condition of the group and that of the question both have to hold.
    assert!(!asked(&passport.with("hours", Answer::Number(7.0)), "shown"));
}

#[test]
fn answers_to_an_organisations_form_count_beside_the_others() {
    let mut ones = Instruments::shipped().clone();
    let whole = read("labour inspection.xlsx").unwrap();
    ones.add(whole.clone()).unwrap();
    assert!(ones.add(whole.clone()).unwrap_err().contains("raise the version"));
    let answers = whole
        .answers()
        .with("promised", Answer::No)
        .with("hours", Answer::Number(14.0))
        .with("kept", Answer::Several(["passport".to_owned(), "phone".to_owned()].into()))
        .with("hurt", Answer::Yes);
    let assessment = assess(&ones, &Evidence::of(&ones, &[&answers]).unwrap(), Age::Adult);
    assert_eq!(assessment.finding, Finding::PresumedVictim);
    let said = assessment.sentences(&ones, &screening::words::english);
    let expected =
        "Means (deception): the work was not what had been promised (answer to question 2 of “Labour inspection”)";
    assert!(said.iter().any(|sentence| sentence == expected), "{said:?}");
    let mut concerns = Concerns::default();
    concerns.raise_answers(&ones, &answers, Instant::from_millis(0)).unwrap();
    assert_eq!(concerns.iter().map(|(concern, _)| concern.key()).collect::<Vec<_>>(), ["untreated-injury"]);
}

#[test]
fn a_form_without_our_columns_is_asked_and_kept_and_carries_nothing() {
    let mut ones = Instruments::shipped().clone();
    let whole = read("shelter intake.xlsx").unwrap();
    assert_eq!((whole.title.as_str(), whole.version, whole.questions.len()), ("shelter_intake", 1, 5));
    assert!(whole.questions.iter().all(|one| !one.can_carry() && one.part == Part::Protection));
    ones.add(whole.clone()).unwrap();
    let answers = whole.answers().with("from", Answer::One("street".to_owned())).with("weight", Answer::Number(48.5));
    let assessment = assess(&ones, &Evidence::of(&ones, &[&answers]).unwrap(), Age::Adult);
    assert_eq!((assessment.finding, assessment.shown.len()), (Finding::MoreInformationNeeded, 0));
}

#[test]
fn everything_that_is_not_understood_is_said_at_once() {
    let troubles = read("not understood.xlsx").unwrap_err();
    let said: Vec<String> = troubles.iter().map(ToString::to_string).collect();
    for expected in [
        "settings, row 2, column form_id: The form needs a name of its own",
        "settings, row 2, column version: The version is a whole number here",
        "settings, row 1, column public_key: The registry seals answers with its own keys.",
        "choices, row 1, column province: This column is not understood.",
        "choices, row 4, column name: “yes” stands in the list “yes_no” already.",
        "choices, row 5, column name: “dark red” has a space in it.",
        "survey, row 1, column calculation: Values that are worked out are not kept here.",
        "survey, row 1, column choice_filter: Lists that depend on an earlier answer are not asked here.",
        "survey, row 1, column wholly_new: This column is not understood.",
        "survey, row 2, column type: “start”: This would note something about whoever asks",
        "survey, row 3, column type: “begin_repeat”: Repeats are not in a questionnaire here.",
        "survey, row 5, column type: “end_repeat”: Repeats",
        "survey, row 6, column type: “calculate”: Values that are worked out",
        "survey, row 7, column type: “select_one_from_file”: Choices from another file are not read.",
        "survey, row 8, column type: “or other” is not asked as one question.",
        "survey, row 9, column type: The sheet “choices” has no list “colours” of at least two.",
        "survey, row 10, column type: “geopoint”: Places are not taken by coordinates",
        "survey, row 11, column type: “image”: Pictures, recordings and files are not answers here.",
        "survey, row 12, column type: “range”: Ranges and ranks are not asked.",
        "survey, row 13, column name: “2nd” is no name.",
        "survey, row 14, column name: “who” is the name of a question above.",
        "survey, row 15, column label: The label is empty.",
        "survey, row 16, column label: The label is put together of answers.",
        "survey, row 17, column relevant: There is no question “not_there” before this one.",
        "survey, row 18, column relevant: “pulldata” is not understood here.",
        "survey, row 19, column constraint: “regex” is not understood here.",
        "survey, row 19, column default: “today()” is no answer to this question.",
        "survey, row 20, column concern: “role” can raise no concern. What somebody was in a compound",
        "survey, row 21, column indicator: A statement never feeds a result",
        "survey, row 22, column part: “secret” is no part.",
        "survey, row 22, column indicator: “perhaps” is no answer to this question.",
        "survey, row 23, column type: This group does not end.",
    ] {
        assert!(said.iter().any(|sentence| sentence.starts_with(expected)), "{expected}\n{}", said.join("\n"));
    }
    // A column that nobody filled in changes nothing.
    assert!(!said.iter().any(|sentence| sentence.contains("column trigger")));
}

#[test]
fn what_is_no_form_at_all_is_said() {
    let says = |form: &Form| {
        xlsform::read(form, Instruments::shipped()).unwrap_err().iter().map(ToString::to_string).collect::<String>()
    };
    assert!(says(&Form::default()).contains("The form needs a name of its own"));
    let settings = vec![(1, vec!["form_id".to_owned()]), (2, vec!["a".to_owned()])];
    let empty = Form { settings, ..Form::default() };
    assert!(says(&empty).starts_with("survey, row 1: There is no question."));
    let many = Form { survey: (1..=2_001).map(|row| (row, vec!["note".to_owned()])).collect(), ..empty };
    assert!(says(&many).starts_with("survey: The sheet has more than 2000 rows."));
}

/// The names of the program's own instruments are taken.
#[test]
fn a_form_cannot_take_the_place_of_an_instrument_of_the_program() {
    let mut ones = Instruments::shipped().clone();
    for name in ["hearing", "delphi", "triage"] {
        let mut taken = form("shelter intake.xlsx");
        taken.settings[1].1[0] = name.to_owned();
        let whole = xlsform::read(&taken, &ones).unwrap();
        assert!(ones.add(whole).unwrap_err().contains("Give yours another"), "{name}");
    }
}
