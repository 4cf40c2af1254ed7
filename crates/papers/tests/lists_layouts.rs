//! Headings of two rows, merged cells, cells of two things, rows that slipped.

use crate::reading::{TODAY, person, taken_in};
use base::{Birth, Country, Date, PaperStatus, Sex};
use papers::sheet::Area;
use papers::{Cell, Doubt, Layout, Meaning, Outcome, Row, Sheet, Why, list};

fn meanings(layout: &Layout) -> String {
    layout.columns.iter().map(|column| column.meaning.key()).collect::<Vec<_>>().join(" ")
}

/// A sheet of text cells between bars; a date stands as it is written.
fn sheet(text: &str, merged: &[(u32, u32, usize, usize)]) -> Sheet {
    let rows = (1u32..).zip(text.lines()).map(|(number, line)| {
        let cells = line
            .split('|')
            .map(|cell| if cell.trim().is_empty() { Cell::Empty } else { Cell::Text(cell.trim().into()) });
        Row { number, hidden: false, cells: cells.collect() }
    });
    let area = |&(first_row, last_row, first_column, last_column): &(u32, u32, usize, usize)| Area {
        first_row,
        last_row,
        first_column,
        last_column,
    };
    Sheet { rows: rows.collect(), merged: merged.iter().map(area).collect(), ..Sheet::default() }
}

#[test]
fn headings_of_two_rows_are_both_headings() {
    let text = "Liste\nN°|Identité||Né(e)||Passeport||Père|\n|Nom|Prénoms|Date|Lieu|Numéro|Situation|Nom|Tél\n1|NGUEMA|Paul|25/12/1998|Douala|ZZ123456|confisqué|Jean|+85512000123\n";
    let merged = [(2, 3, 0, 0), (2, 2, 1, 2), (2, 2, 3, 4), (2, 2, 5, 6), (2, 2, 7, 8)];
    let sheet = sheet(text, &merged);
    let layout = Layout::guess(&sheet);
    assert_eq!(layout.header, Some(3));
    assert_eq!(meanings(&layout), "number family-name given-name birth ignore passport papers ignore ignore");
    assert_eq!(layout.columns[5].heading, "Passeport / Numéro");
    let readings = list::read(&sheet, &layout, TODAY);
    assert_eq!(readings.len(), 1);
    let (paul, doubts) = person(&readings[0]);
    assert!(doubts.is_empty() && paul.contacts.is_empty(), "the father's number is not the son's");
    assert_eq!(paul.papers[0].status, PaperStatus::Taken);
    assert_eq!(paul.papers[0].number.as_deref(), Some("ZZ123456"));
}

#[test]
fn headings_of_two_rows_without_merged_cells() {
    let text = "No,Name,Passport,,Birth,,Nationality\n,,Number,Status,Date,Place,\n1,Amina Diallo,ZZ123456,lost,25/12/1998,Conakry,Guinea\n";
    let (layout, readings) = taken_in(text);
    assert_eq!(layout.header, Some(2));
    assert_eq!(meanings(&layout), "number name passport papers birth ignore nationality");
    assert_eq!(readings.len(), 1);
}

#[test]
fn a_value_merged_down_holds_for_every_row() {
    let text =
        "Name|Nationality|Place|Passport\nAmina Diallo|Guinea|Bavet|ZZ123456\nMoussa Barry|||\nJohn Otieno|Kenya||";
    let sheet = sheet(text, &[(2, 3, 1, 1), (2, 4, 2, 2), (2, 3, 3, 3)]);
    let readings = list::read(&sheet, &Layout::guess(&sheet), TODAY);
    let (moussa, _) = person(&readings[1]);
    assert_eq!(moussa.nationalities, [Country::from_iso3("GIN").unwrap()]);
    assert_eq!(moussa.place.as_deref(), Some("Bavet"));
    assert!(moussa.papers.is_empty(), "a passport is one person's");
    assert_eq!(person(&readings[2]).0.place.as_deref(), Some("Bavet"));
}

#[test]
fn cells_that_hold_two_things() {
    let (layout, readings) = taken_in(
        "Name and nationality;Sex/Age;Place, date of birth\nAbebe Bikila (Ethiopian);M/31;Addis, 25/12/1994\nAmina Diallo;F 23;\nBinta Bah (Atlantis);X1;\n",
    );
    assert_eq!(meanings(&layout), "name-and-nationality sex-and-age place-and-birth");
    let (abebe, doubts) = person(&readings[0]);
    assert!(doubts.is_empty());
    assert_eq!(abebe.names, ["Abebe Bikila"]);
    assert_eq!(abebe.nationalities, [Country::from_iso3("ETH").unwrap()]);
    assert_eq!((abebe.sex, &abebe.birth), (Some(Sex::Male), &Some(Birth::On(Date::constant(1994, 12, 25)))));
    let (amina, _) = person(&readings[1]);
    assert_eq!((amina.sex, &amina.birth), (Some(Sex::Female), &Some(Birth::About { age: 23, on: TODAY })));
    assert_eq!(person(&readings[2]).1.len(), 1, "nobody is of Atlantis");

    let (layout, readings) = taken_in("Name / Passport;Sex\nAbebe Bikila / ZZ1234567;M\nAmina Diallo (lost);F\n");
    assert_eq!(layout.columns[0].meaning, Meaning::NameAndPassport);
    let (abebe, _) = person(&readings[0]);
    assert_eq!((abebe.names[0].as_str(), abebe.papers[0].number.as_deref()), ("Abebe Bikila", Some("ZZ1234567")));
    assert_eq!(person(&readings[1]).0.papers[0].status, PaperStatus::Lost);
}

#[test]
fn days_that_a_spreadsheet_made_the_other_way_round_are_doubted() {
    let mut sheet = sheet("Name|DOB\nA One|x\nB Two|25/12/1998\nC Three|x", &[]);
    sheet.rows[1].cells[1] = Cell::Date(Date::constant(1999, 3, 4));
    sheet.rows[3].cells[1] = Cell::Date(Date::constant(1999, 5, 5));
    let doubts = |sheet: &Sheet| {
        let readings = list::read(sheet, &Layout::guess(sheet), TODAY);
        readings.iter().map(|reading| person(reading).1.to_vec()).collect::<Vec<_>>()
    };
    assert_eq!(doubts(&sheet), [vec![Doubt::BirthOrder], vec![], vec![]]);
    sheet.rows[3].cells[1] = Cell::Date(Date::constant(1999, 5, 25));
    assert_eq!(doubts(&sheet), [vec![], vec![], vec![]], "a late day shows that days are days");
}

#[test]
fn a_nationality_beside_the_name_is_taken_and_marked() {
    let (_, readings) = taken_in("Name,DOB,Sex\nAbebe Bikila (Ethiopian),1999-05-17,M\nAmina (Mimi),1999-05-17,F\n");
    let (abebe, doubts) = person(&readings[0]);
    assert_eq!((abebe.names[0].as_str(), doubts), ("Abebe Bikila", &[Doubt::NationalityFromName][..]));
    assert_eq!(abebe.nationalities, [Country::from_iso3("ETH").unwrap()]);
    assert_eq!(person(&readings[1]).0.names, ["Amina (Mimi)"]);
}

#[test]
fn a_name_beside_a_family_name_is_the_given_one() {
    let (_, readings) = taken_in("ลำดับ,ชื่อ,นามสกุล,เพศ\n1,สมชาย,ใจดี,ชาย\n2,มาลี,ดี,หญิง\n");
    assert_eq!(person(&readings[0]).0.names, ["สมชาย ใจดี"]);
}

#[test]
fn a_row_that_slipped_is_looked_at() {
    let (_, readings) = taken_in(
        "Name,Sex,DOB,Passport,Phone\nA One,F,1999-05-17,ZZ123456,+85512000123\nB Two,ZZ123457,M,1999-05-17,\n,C Three,F,1999-05-17,ZZ123458\n12345,F,1999-05-17,ZZ123459,\nZZ123450,M,1999-05-17,,\nE Five,ZZ123460,,,\n",
    );
    person(&readings[0]);
    assert_eq!(readings[1].outcome, Outcome::NeedsALook(Why::Shifted));
    assert_eq!(readings[1].look, [1, 2, 3]);
    assert_eq!(readings[2].outcome, Outcome::NeedsALook(Why::Shifted));
    assert_eq!(readings[3].outcome, Outcome::NeedsALook(Why::NoName));
    assert_eq!(readings[3].look, [0]);
    assert_eq!(readings[4].outcome, Outcome::NeedsALook(Why::NoName));
    assert!(!matches!(&readings[5].outcome, Outcome::Person(_, doubts) if doubts.is_empty()));
}

#[test]
fn rows_that_are_nobody_in_many_languages() {
    for last in "TOTAL,2|Jumlah,2|合计,2|Итого,2|รวม,2|សរុប,2|الإجمالي,2|कुल,2|जम्मा,2|মোট,2|ድምር,2|Tổng cộng,2|Prepared by: A,|Mengetahui,|制表人：,|Người lập,|ลงชื่อ,|Составил,".split('|') {
        let (_, readings) = taken_in(&format!("Name,Sex,DOB\nA One,F,1999-05-17\n{last},\n"));
        assert!(matches!(readings[1].outcome, Outcome::NotAPerson(_)), "{last}: {:?}", readings[1].outcome);
    }
}
