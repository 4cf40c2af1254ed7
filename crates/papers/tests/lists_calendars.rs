//! Dates in other calendars, scripts and orders: certain only where the list proves them.

use crate::reading::{TODAY, birth, births, day, person, taken_in};
use base::{Birth, Date};
use papers::{DateOrder, Doubt, Layout, list};

#[test]
fn months_and_figures_of_many_languages() {
    for cell in [
        "17 สิงหาคม 2544",
        "17 ส.ค. 2544",
        "๑๗ ส.ค. ๒๕๔๔",
        "วันที่ 17 สิงหาคม พ.ศ. 2544",
        "17 สิงหาคม ค.ศ. 2001",
        "១៧ សីហា ២០០១",
        "ថ្ងៃទី១៧ ខែសីហា ឆ្នាំ២០០១",
        "١٧ أغسطس ٢٠٠١",
        "17 آب 2001",
        "١٧/٠٨/٢٠٠١",
        "17 августа 2001 г.",
        "17 авг. 2001",
        "17 अगस्त 2001",
        "१७ अगस्ट २००१",
        "১৭ আগস্ট ২০০১",
        "17 ኦገስት 2001",
        "17 Agosti 2001",
        "ngày 17 tháng 8 năm 2001",
        "17 tháng 8, 2001",
        "17 de agosto del 2001",
        "17-août-2001",
        "2001年08月17号",
        "民國90年8月17日",
        "2058-05-01 BS",
        "वि.सं. २०५८/०५/०१",
        "1993-12-11 ዓ.ም",
        "11 ነሐሴ 1993",
        "1993/12/11 E.C.",
    ] {
        assert_eq!(birth(cell), (day("2001-08-17"), vec![]), "{cell}");
    }
}

#[test]
fn ages_in_many_languages_and_of_another_day() {
    for cell in [
        "25 ans",
        "25 ปี",
        "อายุ 25 ปี",
        "២៥ ឆ្នាំ",
        "25 лет",
        "25 वर्ष",
        "२५ बर्ष",
        "২৫ বছর",
        "٢٥ سنة",
        "25 ዓመት",
        "miaka 25",
        "umur 25",
        "25 thn",
        "25thn",
        "25 tuổi",
        "25岁",
        "25 años",
        "25 anos",
        "~ 25",
        "ca. 25",
        "± 25 yo",
        "लगभग २५",
        "करिब २५ वर्ष",
        "около 25",
        "約25歲",
        "ประมาณ 25 ปี",
        "vers 25 ans",
    ] {
        assert_eq!(birth(cell), (Some(Birth::About { age: 25, on: TODAY }), vec![]), "{cell}");
    }
    let said = |month, cell: &str| {
        let on = Date::constant(2026, month, 1);
        assert_eq!(birth(cell), (Some(Birth::About { age: 23, on }), vec![]), "{cell}");
    };
    said(1, "age 23 (Jan 2026)");
    said(1, "23 (01/2026)");
    said(1, "23 ans en janvier 2026");
    for cell in ["90后", "25-30", "25+", "18 or 19", "<18", "25.5", "250"] {
        assert_eq!(birth(cell), (None, vec![Doubt::BirthNotRead]), "{cell}");
    }
}

#[test]
fn a_year_of_two_figures_follows_its_column() {
    let thai = births("วันเกิด", &["12 มี.ค. 41", "5 ม.ค. 2540"]);
    assert_eq!(thai[0], (day("1998-03-12"), vec![]), "the column counts from the Buddha");
    let alone = births("วันเกิด", &["12 มี.ค. 41"]);
    assert_eq!(alone[0].1, [Doubt::BirthCalendar]);
    assert_eq!(births("DOB", &["12 Mar 41"])[0], (day("1941-03-12"), vec![]));
}

#[test]
fn nepali_years_are_certain_only_in_a_nepali_list() {
    let nepali = births("जन्म मिति", &["2055/03/15", "2052-11-02"]);
    assert_eq!(nepali[0], (day("1998-06-29"), vec![]));
    let other = births("DOB", &["2055/03/15", "2052-11-02"]);
    assert_eq!(other[0], (None, vec![Doubt::BirthCalendar]), "asked for again, not taken");
    assert_eq!(births("DOB", &["2055/03/15", "1998-06-29"])[0], (None, vec![Doubt::BirthNotRead]), "a slip of the pen");
    let young = births("जन्म मिति (वि.सं.)", &["2010/01/01", "2055/01/01"]);
    assert_eq!(young[0], (day("1953-04-13"), vec![]));
    let year = births("जन्म मिति", &["२०५५ साल", "२०५६/०१/०१"]);
    assert_eq!(year[0], (Some(Birth::About { age: 28, on: TODAY }), vec![Doubt::BirthCalendar]));
}

#[test]
fn an_ethiopian_date_is_certain_only_where_the_list_says_so() {
    assert_eq!(births("DOB (E.C.)", &["21/10/1990"])[0], (day("1998-06-28"), vec![]));
    assert_eq!(births("የትውልድ ቀን (እ.ኤ.አ)", &["28/06/1998"])[0], (day("1998-06-28"), vec![]));
    let unsaid = &births("የትውልድ ቀን", &["21/10/1990"])[0];
    let either = Birth::Either(Date::constant(1990, 10, 21), Date::constant(1998, 6, 28));
    assert_eq!(*unsaid, (Some(either), vec![Doubt::BirthCalendar]));
}

#[test]
fn a_year_of_the_hijra_is_about_a_year_and_marked() {
    let about = Some(Birth::About { age: 28, on: TODAY });
    assert_eq!(birth("1419"), (about.clone(), vec![Doubt::BirthCalendar]));
    assert_eq!(birth("15/03/1419"), (about, vec![Doubt::BirthCalendar]));
    assert_eq!(birth("1377/04/07"), (None, vec![Doubt::BirthNotRead]), "of the sun or of the moon");
}

#[test]
fn six_figures_are_a_date_where_the_column_proves_it() {
    assert_eq!(birth("250698"), (None, vec![Doubt::BirthOrder]));
    let column = births("DOB", &["250698", "130799", "040506"]);
    assert_eq!(column[0], (day("1998-06-25"), vec![]));
    assert_eq!(column[2], (day("2006-05-04"), vec![]));
}

#[test]
fn each_column_proves_its_own_order() {
    let text = "Name,DOB,Date of arrival\nA One,03/04/1999,25/01/2025\nB Two,05/06/1998,03/02/2025\n";
    let (layout, readings) = taken_in(text);
    assert_eq!(layout.order, DateOrder::Unknown, "nothing proves the order of the births");
    let (one, doubts) = person(&readings[0]);
    assert_eq!(doubts, [Doubt::BirthOrder]);
    assert_eq!(one.reported, Some(Date::constant(2025, 1, 25)));
    assert_eq!(person(&readings[1]).0.reported, Some(Date::constant(2025, 2, 3)));
}

#[test]
fn a_bare_number_may_be_a_year_or_an_age() {
    assert_eq!(birth("98"), (None, vec![Doubt::BirthNotRead]));
    assert_eq!(births("Year of birth", &["25"])[0], (None, vec![Doubt::BirthNotRead]));
    assert_eq!(births("Year of birth or age", &["25"])[0].1, []);
}

#[test]
fn a_heading_may_say_the_order() {
    assert_eq!(births("DOB (mm/dd/yyyy)", &["03/04/1999"])[0], (day("1999-03-04"), vec![]));
    assert_eq!(births("Date de naissance (JJ/MM/AAAA)", &["03/04/1999"])[0], (day("1999-04-03"), vec![]));
    let torn = births("DOB (mm/dd/yyyy)", &["03/04/1999", "25/12/1998"]);
    assert_eq!(torn[0].1, [Doubt::BirthOrder], "the heading says one thing and the cells another");
}

#[test]
fn what_is_doubted_is_pointed_at_and_kept_as_it_was_written() {
    let (_, readings) = taken_in("Name,Sex,DOB\nA One,F,03/04/1999\nB Two,zz,soon\n");
    assert_eq!(readings[0].look, [2]);
    assert_eq!(person(&readings[0]).0.remark.as_deref(), Some("DOB: 03/04/1999"));
    assert_eq!(readings[1].look, [1, 2]);
}

#[test]
fn one_row_alone_is_never_surer_than_in_its_list() {
    let book =
        papers::Book::read(b"Name,DOB\nA One,03/04/1999\nB Two,25/12/1998\nC Three,12/25/1998\n", "a.csv").unwrap();
    let sheet = &book.sheets[0];
    let layout = Layout::guess(sheet);
    let one = papers::Sheet { rows: vec![sheet.rows[1].clone()], ..papers::Sheet::default() };
    assert_eq!(person(&list::read(&one, &layout, TODAY)[0]).1, [Doubt::BirthOrder]);
}

#[test]
fn a_bare_number_is_a_day_and_the_age_beside_it_tells_from_when_it_counts() {
    let (_, readings) = taken_in("Name,DOB,Age\nA One,35961,27\nB Two,34499,27\nC Three,35961,\n");
    let read: Vec<_> = readings.iter().map(|reading| person(reading).0.birth.clone()).collect();
    let either = Birth::Either(Date::constant(1998, 6, 15), Date::constant(2002, 6, 16));
    assert_eq!(read, [day("1998-06-15"), day("1998-06-15"), Some(either)]);
    assert!(readings.iter().all(|reading| person(reading).1 == [Doubt::BirthFromNumber]));
}
