//! A pack's letters are read, or everything that is wrong with them is said.

use base::Date;
use papers::Tongue;
use papers::letter::fields::{Part, Purpose};
use papers::letter::{Pack, Problem, Review, pack};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn files() -> BTreeMap<String, String> {
    pack::files()
}

/// What is wrong once this is written there instead of that.
fn changed(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = files();
    let text = files.get_mut(path).unwrap();
    assert!(text.contains(from), "{path} holds {from}");
    *text = text.replacen(from, to, 1);
    said(&files)
}

fn said(files: &BTreeMap<String, String>) -> Vec<String> {
    Pack::read(files).1.iter().map(Problem::to_string).collect()
}

#[track_caller]
fn refused(said: &[String], sentence: &str) {
    assert!(said.iter().any(|one| one == sentence), "{said:#?}");
}

#[test]
fn the_shipped_letters_are_fit_in_every_language() {
    assert_eq!(said(&files()), Vec::<String>::new());
    let pack = pack::embedded();
    let ids: Vec<&str> = pack.forms.iter().map(|form| form.id.as_str()).collect();
    assert_eq!(ids, ["medical-referral", "mission-request", "presumption"]);
    for form in &pack.forms {
        for tongue in Tongue::ALL {
            let template = form.template(tongue).unwrap();
            assert_eq!(template.reviewed, None, "nobody has read {} yet", form.id);
            assert!(template.to_confirm.is_some());
        }
        assert!(form.fields.iter().all(|field| field.why.ends_with('.')), "{}", form.id);
    }
}

#[test]
fn each_letter_takes_from_each_part_what_its_purpose_needs() {
    let taken = |id: &str, part: Part| -> Vec<String> {
        let form = pack::embedded().form(id).unwrap();
        form.fields.iter().filter(|field| field.part == part).map(|field| field.name.clone()).collect()
    };
    assert_eq!(pack::embedded().form("medical-referral").unwrap().purpose(), Some(Purpose::Medical));
    assert_eq!(taken("presumption", Part::Protection), ["assessed_on", "finding"]);
    assert_eq!(taken("presumption", Part::Journey), ["overstay_since"]);
    assert_eq!(taken("presumption", Part::Care), Vec::<String>::new());
    assert_eq!(taken("medical-referral", Part::Care), ["care_wanted", "clock_hours", "clock_from"]);
    assert_eq!(taken("medical-referral", Part::Identity), ["code", "age", "sex", "language", "interpreter"]);
    assert_eq!(taken("medical-referral", Part::Protection), Vec::<String>::new());
    assert_eq!(taken("medical-referral", Part::Journey), Vec::<String>::new());
    assert_eq!(taken("mission-request", Part::Identity), ["name", "birth", "nationality", "document", "code"]);
    for part in [Part::Care, Part::Protection, Part::Journey] {
        assert_eq!(taken("mission-request", part), Vec::<String>::new());
    }
}

#[test]
fn nothing_of_testimony_and_no_health_outside_of_medical_letters() {
    let field = "story,text,testimony,no,Because.,Story,រឿង\n";
    let mut with = files();
    with.get_mut("presumption/fields.csv").unwrap().push_str(field);
    refused(
        &said(&with),
        "letters/presumption/fields.csv, line 11: A letter takes nothing from testimony: what a person did under coercion can convict them. Leave this field out.",
    );
    let said = changed("mission-request/fields.csv", "nationality,text,identity", "nationality,text,care");
    for tongue in ["en", "km"] {
        refused(
            &said,
            &format!(
                "letters/mission-request/{tongue}.txt: The field “nationality” in fields.csv, line 4, comes from care, which only a letter with “purpose: medical” may take. Leave it out."
            ),
        );
    }
}

#[test]
fn a_template_and_its_fields_agree() {
    refused(
        &changed("mission-request/en.txt", "| {document}", "| {father}"),
        "letters/mission-request/en.txt, line 24: The field “{father}” is not in fields.csv. Add it there with its reason, or leave it out.",
    );
    refused(
        &changed("mission-request/en.txt", "| {document}", ""),
        "letters/mission-request/en.txt: The field “document” stands in fields.csv, line 5, but is nowhere in this text. A letter takes nothing that it does not use: remove one or use it.",
    );
    refused(
        &changed("mission-request/en.txt", "# Request", "# {name}: request"),
        "letters/mission-request/en.txt, line 15: The subject holds a field. It becomes the name of the document, which names nobody.",
    );
}

#[test]
fn what_is_wrong_is_said_all_at_once_and_with_its_line() {
    let mut files = files();
    files.remove("presumption/km.txt");
    files.insert("presumption/fr.txt".to_owned(), String::new());
    let text = files.get_mut("presumption/en.txt").unwrap();
    *text = text
        .replace("purpose: protection", "purpose: persuasion")
        .replace("reviewed_by:", "reviewed_by: A lawyer")
        .replace(">> Office of the United Nations High Commissioner for Human Rights, 2002.", ">> The United Nations.")
        .replace("[signature]", "[signed]")
        .replace("| {birth}", "| born {birth}")
        .replace("| {code}", "| {code");
    let said = said(&files);
    for sentence in [
        "letters/presumption/km.txt: It is missing. A letter is written in every language, or in none.",
        "letters/presumption/fr.txt: This file has no place among the letters. There are words.csv, and in each folder fields.csv and one file a language, such as en.txt.",
        "letters/presumption/en.txt, line 3: “persuasion” is not a purpose. Purposes are protection, medical, consular or diplomatic.",
        "letters/presumption/en.txt, line 5: Somebody has reviewed this text, but “reviewed_on” gives no day.",
        "letters/presumption/en.txt, line 22: A row of the table is one field in braces, such as “| {name}”. Its label stands in fields.csv.",
        "letters/presumption/en.txt, line 26: A brace stands alone. A field is written as “{name}”, with both braces.",
        "letters/presumption/en.txt, line 53: This does not say of when the source is. Write its date, or at least its year.",
        "letters/presumption/en.txt: The block [signature] is missing. Write it on a line of its own.",
    ] {
        refused(&said, sentence);
    }
}

#[test]
fn headers_are_complete_and_of_this_file() {
    for (from, to, sentence) in [
        (
            "letter: presumption",
            "letter: other",
            "line 1: This says “letter: other”, but by its place the file is “presumption”.",
        ),
        ("language: en", "language: km", "line 2: This says “language: km”, but by its place the file is “en”."),
        ("as_of: 2026-11-23", "as_of: yesterday", "line 4: “yesterday” is not a date. Write it as 2026-11-23."),
        (
            "as_of:",
            "date:",
            "line 4: “date” is not a key of the header. Keys are letter, language, purpose, as_of, reviewed_by, reviewed_on, to_confirm.",
        ),
        (
            "reviewed_on:",
            "reviewed",
            "line 6: This line of the header is not of the form “key: value”. An empty line ends the header.",
        ),
    ] {
        refused(&changed("presumption/en.txt", from, to), &format!("letters/presumption/en.txt, {sentence}"));
    }
    let said = changed("presumption/en.txt", "reviewed_by:\n", "");
    refused(
        &said,
        "letters/presumption/en.txt: The header does not say “reviewed_by”. Leave it empty while nobody has read the text.",
    );
}

#[test]
fn a_review_is_kept_with_its_day() {
    let mut files = files();
    let text = files.get_mut("presumption/km.txt").unwrap();
    *text = text
        .replace("reviewed_by:", "reviewed_by: a lawyer of the invented bar")
        .replace("reviewed_on:", "reviewed_on: 2026-12-01");
    let (pack, problems) = Pack::read(&files);
    assert_eq!(problems, []);
    let reviewed = |tongue| pack.form("presumption").and_then(|form| form.template(tongue)).unwrap().reviewed.clone();
    let review = Review { by: "a lawyer of the invented bar".to_owned(), on: Date::constant(2026, 12, 1) };
    assert_eq!(reviewed(Tongue::Khmer), Some(review));
    assert_eq!(reviewed(Tongue::English), None, "each language is reviewed by itself");
}

#[test]
fn sources_of_law_say_where_they_stand() {
    refused(
        &changed("mission-request/en.txt", ">> United Nations, 24 April 1963.\n", ""),
        "letters/mission-request/en.txt, line 36: This source of law does not say where it stands. Write a line with “>>” below it, with its date.",
    );
    let said = changed("mission-request/en.txt", "> Vienna", "Vienna");
    refused(
        &said,
        "letters/mission-request/en.txt, line 37: A line with “>>” says where the line with “>” above it stands; there is none.",
    );
    refused(
        &said,
        "letters/mission-request/en.txt: No source of law is named. Write it on a line with “>”, and where it stands below with “>>”.",
    );
}

#[test]
fn rows_of_fields_and_words_are_checked() {
    for (from, to, sentence) in [
        ("name,text", "Name,text", "line 2: The field “Name” is not a word of small letters, digits and underscores."),
        ("birth,date", "name,date", "line 3: The field “name” is there twice. Keep one of the two lines."),
        (
            "birth,date",
            "birth,day",
            "line 3: “day” is not a kind of value. Kinds are text, date, moment, number, code and words:SET, several with “or” between them.",
        ),
        ("birth,date", "birth,words:moon", "line 3: There is no set “moon” in words.csv."),
        ("date,identity,yes", "date,identity,maybe", "line 3: “maybe” in the column required is neither yes nor no."),
        (
            "date,identity",
            "date,diary",
            "line 3: “diary” is not a part of a case. Parts are identity, journey, care and protection.",
        ),
        (
            "The capital checks nationality by name and date of birth.",
            "",
            "line 3: It does not say why this letter needs “birth”. Write one sentence, or leave it out.",
        ),
        (
            "Date of birth,",
            "",
            "line 3: The row has 6 instead of 7 cells; is there a comma in a cell without quotation marks?",
        ),
        ("label_en", "label", "line 1: The headings have to be field,kind,part,required,why,label_en,label_km."),
    ] {
        refused(
            &changed("mission-request/fields.csv", from, to),
            &format!("letters/mission-request/fields.csv, {sentence}"),
        );
    }
    refused(
        &changed("words.csv", "sex,male,male", "sex,female,male"),
        "letters/words.csv, line 9: The word “female” is twice in the set “sex”.",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_file_makes_reading_fail(
        path in prop::sample::select(vec!["words.csv", "presumption/fields.csv", "presumption/en.txt", "presumption/km.txt"]),
        line in 0usize..70,
        with in "([#>|*\\-\\[{}]|>>|## |\\{name\\}|\\*\\*|\"|,|\\PC){0,12}",
    ) {
        let mut files = files();
        let text = files.get_mut(path).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(line.min(lines.len()), &with);
        *text = lines.join("\n");
        let (pack, problems) = Pack::read(&files);
        prop_assert!(!problems.is_empty() || pack.forms.len() == 3, "a letter is read or refused");
    }
}
