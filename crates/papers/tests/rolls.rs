//! A nominal roll goes out as a ministry takes it, and comes back as a ministry leaves it.

use crate::pdf_text::Document;
use base::Date;
use papers::roll::forms::{embedded, files};
use papers::roll::{Decision, Forms, Line, Roll, back, csv, xlsx};
use papers::sheet::{Cell, Row, Sheet};
use papers::{Book, Letter, Tongue, Value};

const TODAY: Date = Date::constant(2026, 2, 20);

fn line(number: u32, name: &str, birth: Date, document: &str) -> Line {
    Line {
        number,
        name: name.to_owned(),
        birth,
        document: document.to_owned(),
        nationality: "Uganda".to_owned(),
        entered: Date::constant(2025, 6, 1),
        days: 234,
        hundredths: 234_000,
    }
}

fn lines() -> Vec<Line> {
    vec![
        line(1, "Joan Invented", Date::constant(2000, 4, 7), "ZZ8844010"),
        line(2, "Ivan Invented", Date::constant(2004, 10, 8), "ZZ5032240"),
        line(3, "Ivan Invented", Date::constant(1999, 1, 2), "ZZ5032241"),
        line(5, "Sok សុខ Invented", Date::constant(1993, 6, 15), "ZZ1112223"),
    ]
}

fn khm() -> &'static Forms {
    embedded("khm").unwrap()
}

fn roll() -> Roll<'static> {
    Roll {
        words: &khm().words,
        mission: "High Commission of Uganda, Kuala Lumpur (invented)".to_owned(),
        day: TODAY,
        until: Date::constant(2026, 2, 28),
        currency: "USD".to_owned(),
        lines: lines(),
    }
}

fn sheet(rows: &[&[&str]]) -> Sheet {
    let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
    let rows =
        (1..).zip(rows).map(|(number, cells)| Row { number, hidden: false, cells: cells.iter().map(cell).collect() });
    Sheet { name: "Sheet1".to_owned(), rows: rows.collect(), ..Sheet::default() }
}

fn decided(sheet: &Sheet) -> Vec<(u32, &'static str)> {
    let back = back::read(khm(), &lines(), sheet, TODAY);
    back.decided.iter().map(|one| (one.line, one.decision.key())).collect()
}

#[test]
fn the_words_of_both_packs_are_fit_and_slips_are_said() {
    for pack in ["khm", "mmr-tha"] {
        let (forms, troubles) = Forms::read(&files(pack));
        assert_eq!(troubles, [], "{pack}");
        assert_eq!(forms.note.len(), if pack == "khm" { 2 } else { 0 });
    }
    let slips = [
        ("words.csv", "birth,", "born,"),
        ("answers.csv", "refused,en,denied", "refused,en,approved"),
        ("answers.csv", "approved,en,ok", "perhaps,en,ok"),
        ("note-verbale/en.txt", "{persons}", "{people}"),
        ("note-verbale/fields.csv", "country,", "country?,"),
    ];
    for (file, from, to) in slips {
        let mut wrong = files("khm");
        let text = wrong[file].replacen(from, to, 1);
        assert_ne!(text, wrong[file], "{from} is not in {file}");
        wrong.insert(file.to_owned(), text);
        assert!(!Forms::read(&wrong).1.is_empty(), "{file}: {to}");
    }
    let mut more = files("khm");
    more.insert("word.csv".to_owned(), String::new());
    assert!(Forms::read(&more).1[0].to_string().starts_with("rolls/word.csv: "));
}

#[test]
fn a_roll_is_a_table_with_title_total_and_signature_and_nothing_else_of_anybody() {
    let roll = roll();
    let book = Book::read(&xlsx(&roll).unwrap(), "roll.xlsx").unwrap();
    let text = |row: &Row| row.cells.iter().map(|cell| cell.text().into_owned()).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = book.sheets[0].rows.iter().map(text).collect();
    assert!(rows[0][0].starts_with("Nominal roll of persons") && rows[0][0].contains("បញ្ជី"));
    let heading = rows.iter().position(|row| row[0] == "No.").unwrap();
    assert_eq!(rows[heading][7], "Fine (USD)");
    assert_eq!(rows[heading + 1][0], "ល.រ", "Khmer below the English");
    let first = ["1", "Joan Invented", "2000-04-07", "ZZ8844010", "Uganda", "2025-06-01", "234", "2340"];
    assert_eq!(rows[heading + 2][..8], first);
    let total = rows.iter().find(|row| row.get(1).is_some_and(|cell| cell.starts_with("Total"))).unwrap();
    assert_eq!((total[6].as_str(), total[7].as_str()), ("936", "9360"));
    assert!(rows.last().unwrap()[1].starts_with("Initials and seal"));
    let csv = String::from_utf8(csv(&roll)).unwrap();
    assert!(csv.contains("\r\n5,Sok សុខ Invented,1993-06-15,ZZ1112223,Uganda,2025-06-01,234,\"2,340.00\"\r\n"), "{csv}");
}

#[test]
fn a_name_that_is_a_formula_stays_text() {
    let mut roll = roll();
    roll.lines[0].name = "=cmd()".to_owned();
    assert!(String::from_utf8(csv(&roll)).unwrap().contains(",'=cmd(),"));
}

#[test]
fn our_own_file_with_answers_filled_in_is_read_line_by_line() {
    let book = Book::read(&xlsx(&roll()).unwrap(), "roll.xlsx").unwrap();
    let mut sheet = book.sheets[0].clone();
    let silent = back::read(khm(), &lines(), &sheet, TODAY);
    assert_eq!((silent.decided.len(), silent.silent.as_slice()), (0, [1, 2, 3, 5].as_slice()));
    assert!(silent.nobody.is_empty() && silent.unclear.is_empty() && silent.absent.is_empty());
    let answers = [("Joan", "APPROVED"), ("ZZ5032240", "not approved"), ("ZZ5032241", "Not found."), ("Sok", "អនុញ្ញាត")];
    for row in &mut sheet.rows {
        let has = |wanted: &str| row.cells.iter().any(|cell| cell.text().contains(wanted));
        if let Some((_, answer)) = answers.iter().find(|(wanted, _)| has(wanted)) {
            row.cells.resize(8, Cell::Empty);
            row.cells.push(Cell::Text((*answer).to_owned()));
        }
    }
    assert_eq!(decided(&sheet), [(1, "approved"), (2, "refused"), (3, "not-found"), (5, "approved")]);
}

#[test]
fn columns_in_another_order_other_words_and_more_columns_are_read() {
    let french = sheet(&[
        &["Décision", "Remarque", "Passeport", "Nom", "Né le"],
        &["Approuvée", "dossier complet", "ZZ 8844010", "INVENTED Joan", "07/04/2000"],
        &["Non trouvé", "", "", "Ivan Invented", "08/10/2004"],
        &["refusé", "no", "ZZ-5032241", "Ivan Invented", ""],
    ]);
    assert_eq!(decided(&french), [(1, "approved"), (2, "not-found"), (3, "refused")]);
    let chinese = sheet(&[&["1", "Joan Invented", "未批准"], &["5", "Sok សុខ Invented", "批准"]]);
    assert_eq!(decided(&chinese), [(1, "refused"), (5, "approved")]);
    let khmer = sheet(&[&["1", "Joan Invented", "មិនអនុញ្ញាត"], &["5", "Sok សុខ Invented", "រកមិនឃើញ"]]);
    assert_eq!(decided(&khmer), [(1, "refused"), (5, "not-found")]);
}

#[test]
fn what_fits_two_or_nobody_or_says_two_things_is_for_a_person() {
    let unsure = sheet(&[
        &["No.", "Name", "Decision"],
        &["", "Ivan Invented", "approved"],
        &["9", "Somebody Else", "approved"],
        &["1", "Joan Invented", "approved, but refused on appeal"],
        &["5", "Sok សុខ Invented", "approved"],
        &["5", "Sok សុខ Invented", "refused"],
        &["", "Total", ""],
    ]);
    let back = back::read(khm(), &lines(), &unsure, TODAY);
    assert_eq!(back.decided, []);
    assert_eq!(
        back.nobody.iter().map(|row| (row.number, row.decision)).collect::<Vec<_>>(),
        [(3, Some(Decision::Approved))]
    );
    let unclear: Vec<(u32, &[u32])> = back.unclear.iter().map(|row| (row.number, row.lines.as_slice())).collect();
    assert_eq!(unclear, [(2, [2, 3].as_slice()), (4, &[1]), (5, &[5]), (6, &[5])]);
    assert!(back.absent.is_empty());
    let wrong_name = sheet(&[&["1", "Ivan Invented", "ZZ8844010", "approved"]]);
    let back = back::read(khm(), &lines(), &wrong_name, TODAY);
    assert!(back.decided.is_empty() && back.unclear.len() == 1, "a document beside another's name: {back:?}");
}

/// The answer to another version, or to another mission's roll, may name somebody of the same name.
#[test]
fn a_namesake_with_another_document_or_birth_is_for_a_person_and_a_name_alone_is_enough() {
    let namesakes = sheet(&[
        &["No.", "Name", "Date of birth", "Passport No.", "Decision"],
        &["1", "Joan Invented", "1988-02-03", "ZZ7777777", "approved"],
        &["7", "Sok សុខ Invented", "", "ZZ6666666", "refused"],
    ]);
    let back = back::read(khm(), &lines(), &namesakes, TODAY);
    assert_eq!(back.decided, []);
    let unclear: Vec<(u32, &[u32])> = back.unclear.iter().map(|row| (row.number, row.lines.as_slice())).collect();
    assert_eq!(unclear, [(2, [1].as_slice()), (3, &[5])]);
    let renewed = sheet(&[
        &["Name", "Date of birth", "Passport No.", "Decision"],
        &["Joan Invented", "2000-04-07", "ZZ7777777", "approved"],
    ]);
    assert_eq!(decided(&renewed), [(1, "approved")], "a passport is renewed, a day of birth is not");
    let bare = sheet(&[&["Name", "Decision"], &["Joan Invented", "approved"], &["Sok សុខ Invented", "refused"]]);
    assert_eq!(decided(&bare), [(1, "approved"), (5, "refused")]);
}

fn notes() -> Vec<Letter> {
    let value = |text: &str| Value::Text(text.to_owned());
    let values = [
        ("sender", value("High Commission of Uganda (invented)")),
        ("country", value("Uganda")),
        ("persons", Value::Number(4)),
        ("days", Value::Number(936)),
        ("amount", Value::Code("9,360.00 USD".to_owned())),
        ("until", Value::Date(TODAY)),
    ];
    let values = values.map(|(name, value)| (name.to_owned(), value)).into();
    let note = |tongue| {
        let mut frame = crate::letters::frame(tongue);
        frame.signatory = String::new();
        khm().note.iter().find(|one| one.tongue == tongue).unwrap().fill(&values, &frame).unwrap()
    };
    Tongue::ALL.map(note).to_vec()
}

#[test]
fn the_pdf_has_the_note_in_both_languages_and_repeats_the_headings_on_every_page() {
    let mut roll = roll();
    roll.lines = (1..=120).map(|number| Line { number, ..lines()[0].clone() }).collect();
    let made = papers::letter::pdf::roll(&notes(), &roll);
    assert_eq!(made.missing, Vec::<char>::new());
    let document = Document::read(&made.bytes);
    let text: String = document.text().chars().filter(|c| !c.is_whitespace()).collect();
    assert!(text.contains("presentsitscomplimentstotheMinistryofForeignAffairs"));
    assert!(text.contains("article14(7)") && text.contains("កំណត់ទូត"));
    let annex = made.pages - 2;
    assert!(annex >= 4, "{} pages", made.pages);
    assert_eq!(text.matches("Nameasinthetraveldocument").count(), annex);
    assert_eq!(document.objects().matches("/MediaBox [0 0 841.89 595.28]").count(), annex, "across the page");
    assert_eq!(text.matches("ZZ8844010").count(), 120);
    assert!(!document.drawn().contains('\u{25cc}'));
    assert_eq!(made.bytes, papers::letter::pdf::roll(&notes(), &roll).bytes, "the same roll, the same bytes");
}
