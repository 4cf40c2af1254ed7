//! Cells that say two things, and headings that say so only half.

use papers::list::{self, Outcome};
use papers::{Book, Layout, Meaning};

fn first(text: &str, column: usize) -> (Meaning, base::Arrival) {
    let book = Book::read(text.as_bytes(), "a.csv").unwrap();
    let layout = Layout::guess(&book.sheets[0]);
    let reading = list::read(&book.sheets[0], &layout, base::Date::constant(2026, 1, 18)).remove(0);
    let Outcome::Person(arrival, _) = reading.outcome else { panic!("{:?}", reading.outcome) };
    (layout.columns[column].meaning, *arrival)
}

#[test]
fn a_place_beside_a_birthday_is_never_where_somebody_is_now() {
    for heading in ["Place/DOB", "POB/DOB", "Place & date of birth", "Place of birth / DOB", "Location", "Place"] {
        let text = format!(
            "Name,{heading},Sex\nAbel Invented,\"Addis Ababa, 12 Jan 2003\",M\nGrace Invented,\"Kisumu, 3 May 1994\",F\n"
        );
        let (meaning, abel) = first(&text, 1);
        assert_eq!((meaning, abel.place), (Meaning::PlaceAndBirth, None), "{heading}");
        assert_eq!(abel.birth.unwrap().to_string(), "2003-01-12", "{heading}");
    }
    let (meaning, abel) = first("Name,Where now,Sex\nAbel Invented,\"Poipet, since 12 Jan 2026\",M\n", 1);
    assert_eq!((meaning, abel.place.as_deref()), (Meaning::Place, Some("Poipet, since 12 Jan 2026")));
}

#[test]
fn an_age_is_counted_from_the_day_on_which_it_was_said() {
    for said in ["25 thn (per Jan 2026)", "25 (as of 01/2026)", "25 years (in Jan 2026)"] {
        let (_, siti) = first(&format!("Nama,Umur,JK\nSiti Karangan,{said},P\n"), 1);
        assert_eq!(siti.birth.unwrap().to_string(), "~25@2026-01-01", "{said}");
    }
}
