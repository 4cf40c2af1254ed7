//! The code on a card, a passport on the table, a number that called, a place.

use linkage::{Entry, Index};

fn registry() -> Index {
    let mut index = Index::default();
    index.put(
        0,
        &Entry {
            names: &["Zelaya Purwanti"],
            words: &["Sihanoukville", "Indonesia", "Bahasa Indonesia"],
            numbers: &["482917365", "AB 1234567", "+855 12 345 678", "2004-10-01"],
        },
    );
    index.put(
        1,
        &Entry {
            names: &["Mulugeta Bekele"],
            words: &["ភ្នំពេញ", "Ethiopia", "金边"],
            numbers: &["730018264", "EP7654321", "012 998 877", "1999-02-28"],
        },
    );
    index
}

#[track_caller]
fn finds(query: &str, slots: &[u32]) {
    let hits = registry().find(query, 10);
    assert_eq!(hits.iter().map(|hit| hit.slot).collect::<Vec<_>>(), slots, "{query}");
}

#[test]
fn the_case_code_with_spaces_without_and_in_part() {
    for query in ["482917365", "482 917 365", "4829 17365", "917 36", "29173", "48", "៤៨២៩១៧៣៦៥"] {
        finds(query, &[0]);
    }
    finds("000000000", &[]);
}

#[test]
fn a_passport_in_any_part() {
    for query in ["AB1234567", "ab 1234567", "AB 123 4567", "123456"] {
        finds(query, &[0]);
    }
    finds("ep76", &[1]);
}

#[test]
fn a_telephone_with_and_without_plus_and_zero() {
    for query in ["+855 12 345 678", "85512345678", "012345678", "012 345 678", "12-345-678", "345 678"] {
        finds(query, &[0]);
    }
    for query in ["+855 12 998 877", "00855 12998877", "012998877", "998877"] {
        finds(query, &[1]);
    }
}

#[test]
fn a_date_of_birth_or_part_of_it() {
    for query in ["2004-10-01", "2004-10", "10-01", "2004"] {
        finds(query, &[0]);
    }
    finds("1999-02-28", &[1]);
}

#[test]
fn a_place_or_a_nationality_in_any_script() {
    finds("sihanouk", &[0]);
    finds("indonesia", &[0]);
    finds("ethiopia", &[1]);
    finds("ភ្នំ", &[1]);
    finds("金边", &[1]);
    finds("jinbian", &[1]);
}

#[test]
fn a_name_with_a_number_or_a_place_must_meet_both() {
    finds("purwanti 482", &[0]);
    finds("purwanti indonesia 2004-10-01", &[0]);
    finds("purwanti 730", &[]);
    finds("bekele sihanoukville", &[]);
}

#[test]
fn the_whole_number_stands_before_a_longer_one() {
    let mut index = Index::default();
    index.put(0, &Entry { numbers: &["9123456"], ..Entry::default() });
    index.put(1, &Entry { numbers: &["1234567"], ..Entry::default() });
    index.put(2, &Entry { numbers: &["000", "123456"], ..Entry::default() });
    let slots: Vec<u32> = index.find("123456", 10).iter().map(|hit| hit.slot).collect();
    assert_eq!(slots, [2, 1, 0]);
}

#[test]
fn the_groups_of_a_code_that_is_found_are_not_met_in_other_numbers() {
    let mut index = registry();
    let numbers = &["482111111", "917222222", "365333333"];
    index.put(2, &Entry { names: &["Kofi Boateng"], words: &[], numbers });
    let found = |query: &str| index.find(query, 10).iter().map(|hit| hit.slot).collect::<Vec<_>>();
    assert_eq!(found("482 917 365"), [0]);
    assert_eq!(found("482 365 917"), [2, 0], "nobody has this number whole, so its groups are met apart");
}
