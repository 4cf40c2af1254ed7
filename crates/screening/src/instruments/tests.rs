//! What is shipped can be read; what is wrong is said.

use super::*;

fn shipped() -> Vec<File<'static>> {
    SHIPPED.iter().map(|(id, version, text)| File { id, version: *version, text }).collect()
}

/// What is said of the shipped files when one of them is changed.
fn changed(id: &str, old: &str, new: &str) -> String {
    let text = shipped().iter().find(|file| file.id == id).unwrap().text.replacen(old, new, 1);
    assert!(text.contains(new), "{id} has no {old}");
    let other =
        |file: File<'static>| if file.id == id { (file.id, text.clone()) } else { (file.id, file.text.to_owned()) };
    let texts: Vec<(&str, String)> = shipped().into_iter().map(other).collect();
    let files: Vec<File> = texts.iter().map(|(id, text)| File { id, version: 1, text }).collect();
    let troubles = Instruments::load(INDEX, &files).err().unwrap_or_default();
    troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_shipped_is_whole() {
    let loaded = Instruments::load(INDEX, &shipped());
    if let Err(troubles) = &loaded {
        troubles.iter().for_each(|trouble| println!("{trouble}"));
    }
    let ones = loaded.unwrap();
    assert_eq!(ones.indicators.all.len(), 111 + 20);
    let guide = ones.newest(HEARING).unwrap();
    assert!((45..=65).contains(&guide.questions.len()), "{}", guide.questions.len());
    let short = guide.questions.iter().filter(|one| one.short);
    let (at_once, after) = short.partition::<Vec<_>, _>(|one| one.relevant.is_none());
    assert!((10..=13).contains(&at_once.len()) && after.len() <= 4, "{} and {}", at_once.len(), after.len());
}

/// Whoever adds a file has to embed it, and whoever embeds one has to have it.
#[test]
fn every_file_of_the_folder_is_carried() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/instruments");
    let mut found = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()).filter(|one| one.path().is_dir()) {
        for file in std::fs::read_dir(entry.path()).unwrap() {
            found.insert(format!("{}/{}", entry.file_name().display(), file.unwrap().file_name().display()));
        }
    }
    let carried = SHIPPED.iter().map(|(id, version, _)| format!("{id}/{version}.csv"));
    assert_eq!(found, carried.chain(SPOKEN.iter().map(Spoken::path)).collect());
}

#[test]
fn the_copy_of_the_delphi_set_has_the_counts_of_the_study() {
    let ones = Instruments::shipped();
    let counts = |child| {
        Dimension::ALL.iter().map(move |dimension| {
            [Weight::Strong, Weight::Medium, Weight::Weak]
                .map(|weight| ones.indicators.weighing(*dimension, weight, child).numbers().count())
        })
    };
    let adult: Vec<_> = counts(false).collect();
    assert_eq!(adult, [[1, 8, 1], [1, 9, 0], [0, 14, 2], [1, 7, 1], [4, 10, 1], [0, 5, 2]]);
    // The set for children has no weak indicator.
    assert!(counts(true).all(|[_, _, weak]| weak == 0));
}

#[test]
fn a_mistake_in_a_file_is_said_with_its_row_and_what_to_do() {
    for (id, old, new, says) in [
        ("delphi", "D1,strong", "D1,heavy", "delphi/1.csv, row 2, column weight_adult: “heavy” is no weight."),
        ("delphi", "D1.02", "D1.01", "row 3, column id: “D1.01” stands in a row above."),
        ("delphi", "id,text", "id,words", "row 1: The headings are not the ones of this table."),
        ("palermo", "act,Somebody", "deed,Somebody", "“deed” is no class of the legal test."),
        ("delphi-rule", "2,0,0", "1,0,0", "One indicator alone makes no dimension positive."),
        ("delphi-combinations", "labour-rights-case,D4", "labour-rights-case,D9", "“D9” is no dimension and no class."),
        ("delphi-combinations", "strong-indication", "presumed-victim", "does not follow from dimensions."),
        (
            "delphi-combinations",
            "child,strong-indication",
            "child,more-information-needed",
            "A stronger combination stands below",
        ),
        (
            "elements",
            "D1.01,PAL.means.deception",
            "D9.99,PAL.means.deception",
            "There is no indicator and no dimension “D9.99”.",
        ),
        ("elements", "FC.15,none", "FC.14,none", "“FC.15” is evidence of nothing here, and no row says why."),
        ("hearing", "no=D1.01", "no=D1.99", "column indicators: There is no indicator “D1.99”."),
        (
            "hearing",
            "no=D1.01",
            "perhaps=D1.01",
            "“perhaps” is no answer to this question. Unknown answers count as nothing.",
        ),
        (
            "hearing",
            "${hurt} = 'yes'",
            "${pain} = 'yes'",
            "column relevant: There is no question “pain” before this one.",
        ),
        (
            "hearing",
            "sexual-violence@sexual-violence-when",
            "sexual-violence@some-day",
            "there is no question of that name",
        ),
        (
            "hearing",
            "sign:hurt=yes",
            "sign:nationality=yes",
            "column known_from: “sign:nationality=yes” is nothing that the arrival card says.",
        ),
        ("triage", "no-food,P2", "no-food,P9", "“P9” is no level."),
        ("triage", "no-food,P2", "sleeping-rough,P2", "“no-food” has no row"),
        ("triage", "otherwise,P3", "otherwise,P0", "The row “otherwise” is not the least urgent"),
    ] {
        let said = changed(id, old, new);
        assert!(said.contains(says), "{id}, {new}: {said}");
    }
}

#[test]
fn a_statement_can_feed_no_result() {
    let statement = "text,,,,,testimony,,,";
    for (cells, column) in
        [("text,,,,,testimony,,yes=FC.07,", "indicators"), ("text,,,,,testimony,,,yes=minor", "concern")]
    {
        let said = changed("hearing", statement, cells);
        assert!(said.contains(&format!("column {column}: A statement never feeds a result")), "{said}");
    }
    let guide = Instruments::shipped().newest(HEARING).unwrap();
    let statements: Vec<_> = guide.questions.iter().filter(|one| one.part == Part::Testimony).collect();
    assert!(statements.len() >= 3 && statements.iter().all(|one| one.outcomes.is_empty()));
}

#[test]
fn what_can_make_nobody_urgent_is_refused_with_the_reason() {
    for (word, says) in [
        ("nationality", "Where somebody comes from"),
        ("role", "What somebody was in a compound"),
        ("supervisor", "What somebody was in a compound"),
        ("cooperation", "help never depends on it"),
        ("willing_to_talk_to_police", "help never depends on it"),
        ("police report", "help never depends on it"),
        ("credibility", "help never depends on it"),
    ] {
        for (id, old) in [("triage", "no-food,P2"), ("triage-clocks", "hiv-pep,sexual-violence")] {
            let (first, _) = old.split_once(',').unwrap();
            let new = if id == "triage" { format!("{word},P2") } else { format!("{first},{word}") };
            let said = changed(id, old, &new);
            assert!(said.contains(&format!("“{word}” is no concern of triage. ")), "{said}");
            assert!(said.contains(says) && said.contains("Write one of: life-threatening-injury, "), "{said}");
        }
        let said = changed("hearing", "no=no-food", &format!("no={word}"));
        assert!(said.contains(says), "{said}");
    }
}

/// Nor by way of a question about it, whatever its answers are said to raise.
#[test]
fn a_question_about_a_role_or_a_nationality_raises_nothing() {
    for name in ["nationality", "role", "reported-to-police", "willing"] {
        let said = changed("hearing", "\neaten,", &format!("\n{name},"));
        assert!(said.contains(&format!("column concern: “{name}” can raise no concern.")), "{said}");
    }
}

#[test]
fn the_index_and_the_files_name_each_other() {
    let mut files = shipped();
    files.retain(|file| file.id != "tvit");
    let troubles = Instruments::load(INDEX, &files).unwrap_err();
    assert!(troubles[0].sentence.starts_with("There is no file tvit/1.csv."), "{}", troubles[0]);
    let mut files = shipped();
    files.push(File { id: "tvit", version: 2, text: "" });
    let troubles = Instruments::load(INDEX, &files).unwrap_err();
    assert!(
        troubles[0].to_string().starts_with("tvit/2.csv: This file does not stand in index.csv."),
        "{}",
        troubles[0]
    );
}

/// Whoever is heard reads along in their own language: no question, hint or choice of the guide is left out.
#[test]
fn the_guide_is_said_whole_in_every_language_that_it_comes_in() {
    let mut ones = Instruments::load(INDEX, &shipped()).unwrap();
    if let Err(troubles) = ones.speak(SPOKEN) {
        panic!("{}", troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
    for language in ["ar", "en", "fr", "id", "km", "sw", "zh"] {
        for question in &ones.newest(HEARING).unwrap().questions {
            let choices = question.kind.choices().iter().all(|choice| choice.labels.contains_key(language));
            let hint = question.hint.is_empty() || question.hints.contains_key(language);
            assert!(question.wordings.contains_key(language) && hint && choices, "{language}: {}", question.id);
        }
        assert!(ones.triage().0.iter().all(|rule| rule.first_actions.contains_key(language)), "{language}");
    }
}

#[test]
fn what_a_translation_leaves_out_is_said_with_its_row() {
    let khmer = SPOKEN.iter().find(|one| (one.id, one.language) == (HEARING, "km")).unwrap();
    let said = |text: &str| {
        let mut ones = Instruments::load(INDEX, &shipped()).unwrap();
        let troubles = ones.speak(&[Spoken { text, ..*khmer }]).err().unwrap_or_default();
        troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(said(khmer.text), "");
    for (old, new, says) in [
        ("\nage,", "\naged,", "hearing/1.km.csv, row 8, column id: There is no question “aged”."),
        ("\nage,", "\naged,", "hearing/1.km.csv, column id: The question “age” is not said."),
        ("child=", "kid=", "row 8, column choices: “child” is not said."),
        ("child=", "kid=", "row 8, column choices: The question has no choice “kid”."),
    ] {
        let text = khmer.text.replacen(old, new, 1);
        assert!(said(&text).contains(says), "{}", said(&text));
    }
    let triage = SPOKEN.iter().find(|one| (one.id, one.language) == ("triage", "km")).unwrap();
    let text = triage.text.replacen("sexual-violence,120,", "sexual-violence,121,", 1);
    let mut ones = Instruments::load(INDEX, &shipped()).unwrap();
    let troubles = ones.speak(&[Spoken { text: &text, ..*triage }]).unwrap_err();
    assert_eq!(
        troubles.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "triage/1.km.csv, row 18, column trigger: The triage has no row of this trigger and these hours.",
            "triage/1.km.csv, column trigger: “sexual-violence” is not said. Write its row.",
        ]
    );
    let mut ones = Instruments::load(INDEX, &shipped()).unwrap();
    let troubles = ones.speak(&[Spoken { version: 9, ..*khmer }]).unwrap_err();
    assert_eq!(troubles[0].to_string(), "hearing/9.km.csv: There is no questionnaire of this version.");
}

/// A second version of the guide stands beside the first, and each answer is read in its own.
#[test]
fn answers_keep_the_version_that_they_were_given_under() {
    let first = shipped().iter().find(|file| file.id == HEARING).unwrap().text;
    let second = first.replacen("no=D5.03", "yes=D5.03", 1);
    let mut files = shipped();
    files.push(File { id: HEARING, version: 2, text: &second });
    let line = INDEX.lines().find(|line| line.starts_with("hearing,1,")).unwrap().replacen(",1,", ",2,", 1);
    let ones = Instruments::load(&format!("{INDEX}{line}\n"), &files).unwrap();
    assert_eq!(ones.newest(HEARING).unwrap().version, 2);
    let shown = |version, answer| {
        let answers = Answers::to(HEARING, version).with("left-freely", answer);
        let evidence = crate::Evidence::of(&ones, &[&answers]).unwrap();
        evidence.given.len()
    };
    assert_eq!([shown(1, crate::Answer::No), shown(1, crate::Answer::Yes)], [1, 0]);
    assert_eq!([shown(2, crate::Answer::No), shown(2, crate::Answer::Yes)], [0, 1]);
    let unread = crate::Evidence::of(&ones, &[&Answers::to(HEARING, 3)]).unwrap_err().to_string();
    assert!(unread.starts_with("These answers were given to “hearing”, version 3, which is not here."), "{unread}");
    let stray = Answers::to(HEARING, 2).with("no-such-question", crate::Answer::Yes);
    let unread = crate::Evidence::of(&ones, &[&stray]).unwrap_err().to_string();
    assert!(unread.contains("has no question “no-such-question”"), "{unread}");
}
