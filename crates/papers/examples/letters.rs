//! Every letter in every language, of invented people, and what making them takes:
//! `cargo run --release -p papers --example letters -- FOLDER`.

use papers::Tongue;
use papers::letter::{self, Letter, Template, pack};
use std::fs;
use std::path::Path;

#[path = "../tests/letters/mod.rs"]
mod samples;
use samples::{frame, values};

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/letters".to_owned());
    if let Err(error) = write_all(Path::new(&folder)) {
        println!("{folder}: {error}");
    }
}

fn write_all(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder.join("fonts"))?;
    fs::write(folder.join("letter.css"), letter::STYLE)?;
    for name in ["NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf"] {
        fs::write(folder.join("fonts").join(name), letter::pdf::face_file(name).unwrap_or_default())?;
    }
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
