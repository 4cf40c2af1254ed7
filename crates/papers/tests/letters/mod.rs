//! Facts of people who do not exist, for every field of every letter.

use base::Date;
use papers::Tongue;
use papers::letter::{Frame, Template, Value, Values, Verification, fields::Kind};

/// Something fitting for every field; nobody of this name is meant.
pub fn values(template: &Template) -> Values {
    let khmer = template.tongue == Tongue::Khmer;
    let text = |name: &str| match name {
        "name" => "HANNA TESFAYE BEKELE",
        "nationality" if khmer => "អេត្យូពី",
        "nationality" => "Ethiopian",
        "language" if khmer => "អាំហារិក",
        "language" => "Amharic",
        _ if khmer => "ការពិនិត្យទូទៅ និងថ្នាំបង្ការបន្ទាន់",
        _ => "General examination, and preventive medicine that is bound to a time",
    };
    let word = |set: &str| match set {
        "finding" => "presumed-victim",
        "child" => "in-doubt",
        "age" => "adult",
        "sex" => "female",
        _ => "yes",
    };
    let value = |name: &str, kind: &Kind| match (name, kind) {
        ("code", _) => Value::Code("412 907 356".to_owned()),
        (_, Kind::Code) => Value::Code("EP1234567".to_owned()),
        ("birth", _) => Value::Date(Date::constant(2001, 2, 28)),
        (_, Kind::Date) => Value::Date(Date::constant(2026, 3, 9)),
        (_, Kind::Moment) => Value::Moment(Date::constant(2026, 11, 21).at(22, 30, 0, 0)),
        ("age", Kind::Number) => Value::Number(25),
        (_, Kind::Number) => Value::Number(72),
        (_, Kind::Words(set)) => Value::Word(word(set).to_owned()),
        (name, Kind::Text) => Value::Text(text(name).to_owned()),
    };
    let fields = template.fields.iter();
    fields.filter_map(|field| Some((field.name.clone(), value(&field.name, field.kinds.first()?)))).collect()
}

pub fn frame(tongue: Tongue) -> Frame {
    let words = |english: &str, khmer: &str| if tongue == Tongue::Khmer { khmer } else { english }.to_owned();
    Frame {
        organisation: words("Harbour House (invented)", "ផ្ទះកំពង់ផែ (ប្រឌិត)"),
        contact: vec!["letters@harbour-house.example".to_owned(), "+855 00 000 000".to_owned()],
        place: words("Phnom Penh", "រាជធានីភ្នំពេញ"),
        date: Date::constant(2026, 11, 23),
        recipient: vec![
            words("General Department of Immigration", "អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍"),
            words("Phnom Penh, Cambodia", "រាជធានីភ្នំពេញ ព្រះរាជាណាចក្រកម្ពុជា"),
        ],
        signatory: words("Sok Dara", "សុខ ដារ៉ា"),
        role: words("Head of casework", "ប្រធានផ្នែកករណី"),
        verification: Verification {
            code: "731046285".to_owned(),
            address: "harbour-house.example/check".to_owned(),
            link: "https://harbour-house.example/check#731046285".to_owned(),
        },
    }
}
