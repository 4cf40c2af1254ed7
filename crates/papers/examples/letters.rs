//! Every letter in every language, of invented people, and what making them takes:
//! `cargo run --release -p papers --example letters -- FOLDER`.

use base::Date;
use papers::Tongue;
use papers::letter::{self, Frame, Letter, Template, Value, Values, Verification, fields::Kind, pack};
use std::fs;
use std::path::Path;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/letters".to_owned());
    if let Err(error) = write_all(Path::new(&folder)) {
        println!("{folder}: {error}");
    }
}

fn write_all(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("letter.css"), letter::STYLE)?;
    println!(
        "{:<24} {:>6} {:>9} {:>9} {:>12} {:>12}",
        "letter", "pages", "PDF kB", "DOCX kB", "first ms", "hundred ms"
    );
    for form in &pack::embedded().forms {
        for template in Tongue::ALL.into_iter().filter_map(|tongue| form.template(tongue)) {
            let name = format!("{}-{}", form.id, template.tongue.tag());
            let (made, first) = timed(|| made(template));
            let Some((letter, pdf)) = made else { continue };
            let (_, hundred) = timed(|| (0..100).filter_map(|_| self::made(template)).count());
            let docx = letter::docx(&letter);
            println!(
                "{name:<24} {:>6} {:>9} {:>9} {first:>12.1} {hundred:>12.0}",
                pdf.pages,
                pdf.bytes.len() / 1024,
                docx.len() / 1024
            );
            fs::write(folder.join(format!("{name}.pdf")), &pdf.bytes)?;
            fs::write(folder.join(format!("{name}.docx")), &docx)?;
            fs::write(folder.join(format!("{name}.txt")), letter::plain(&letter))?;
            fs::write(folder.join(format!("{name}.html")), page(&letter))?;
        }
    }
    Ok(())
}

fn made(template: &Template) -> Option<(Letter, letter::Pdf)> {
    let letter =
        template.fill(&values(template), &frame(template.tongue)).map_err(|lacks| println!("{lacks:?}")).ok()?;
    let pdf = letter::pdf(&letter);
    Some((letter, pdf))
}

fn page(letter: &Letter) -> String {
    let (tag, article) = (letter.tongue.tag(), letter::html(letter));
    format!(
        "<!doctype html><html lang=\"{tag}\"><meta charset=\"utf-8\"><title>{}</title>\
         <link rel=\"stylesheet\" href=\"letter.css\">{article}</html>",
        letter.title
    )
}

/// Something fitting for every field; nobody of this name is meant.
fn values(template: &Template) -> Values {
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

fn frame(tongue: Tongue) -> Frame {
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

/// In milliseconds of the processor, whatever else the machine does.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let before = cpu_milliseconds();
    let done = work();
    (done, cpu_milliseconds() - before)
}

fn cpu_milliseconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds: f64 = stat.split_whitespace().next().and_then(|field| field.parse().ok()).unwrap_or(0.0);
    nanoseconds / 1_000_000.0
}
