//! What is made of a letter besides PDF: a page, bare text, and a document to edit.

use crate::letters::{frame, values};
use papers::Tongue;
use papers::letter::{Letter, STYLE, Value, docx, html, pack, pdf, plain};

fn letter(id: &str, tongue: Tongue, name: &str) -> Letter {
    let template = pack::embedded().form(id).and_then(|form| form.template(tongue)).unwrap();
    let mut values = values(template);
    if template.field("name").is_some() {
        values.insert("name".to_owned(), Value::Text(name.to_owned()));
    }
    template.fill(&values, &frame(tongue)).unwrap()
}

#[test]
fn a_page_is_escaped_and_has_no_style_of_its_own() {
    let page = html(&letter("mission-request", Tongue::English, "<b onclick='x'>Ann & \"Bo\"</b>"));
    assert!(page.contains("<bdi>&lt;b onclick=&#39;x&#39;&gt;Ann &amp; &quot;Bo&quot;&lt;/b&gt;</bdi>"), "{page}");
    for forbidden in ["style=", "<script", "<style", "onclick='"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    assert!(page.starts_with(r#"<article class="letter letter-mission-request" lang="en">"#), "{page}");
    assert_eq!(page.matches("<h1 ").count(), 1);
    assert_eq!(page.matches("<svg ").count(), 1);
    assert!(page.contains(r#"<th scope="row">Nationality</th><td><bdi>Ethiopian</bdi></td>"#), "{page}");
}

#[test]
fn a_word_of_khmer_stays_whole_on_the_page() {
    let page = html(&letter("presumption", Tongue::Khmer, "Hanna"));
    assert!(page.contains("<span>ជនរងគ្រោះ</span><wbr>"), "{page}");
    assert!(page.contains("<bdi>Hanna</bdi>"));
    let mut told = page.replace("<wbr>", "");
    for tag in ["<span>", "</span>"] {
        told = told.replace(tag, "");
    }
    assert!(told.contains("ការសន្មតថាជាជនរងគ្រោះដោយអំពើជួញដូរមនុស្ស និងសំណើ"), "no letter is lost: {told}");
}

#[test]
fn every_face_that_the_style_asks_for_is_there() {
    let asked: Vec<&str> = STYLE.split("url(\"fonts/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(asked, ["NotoSansKhmer-Regular.ttf", "NotoSansKhmer-Bold.ttf"]);
    for name in asked {
        assert!(pdf::face_file(name).unwrap().starts_with(&[0, 1, 0, 0]), "{name} is a TrueType font");
    }
    assert_eq!(pdf::face_file("../fonts/NotoSans-Regular.ttf"), None);
}

#[test]
fn every_element_of_a_page_is_closed() {
    for form in &pack::embedded().forms {
        for tongue in Tongue::ALL {
            let page = html(&letter(&form.id, tongue, "Hanna"));
            for element in [
                "article", "header", "p", "table", "tr", "th", "td", "ul", "li", "cite", "aside", "div", "bdi", "b",
                "span",
            ] {
                let opened =
                    page.matches(&format!("<{element}>")).count() + page.matches(&format!("<{element} ")).count();
                assert_eq!(opened, page.matches(&format!("</{element}>")).count(), "{element} in {}", form.id);
            }
        }
    }
}

#[test]
fn a_name_keeps_its_script_and_its_direction_on_the_page() {
    for name in ["هَنّا تسفاي", "陈小龙", "ဒေါ်အေးအေး", "🙂"] {
        let letter = letter("presumption", Tongue::English, name);
        assert!(html(&letter).contains(&format!("<bdi>{name}</bdi>")));
        assert!(plain(&letter).contains(&format!("Name: {name}\n")));
    }
    let letter = letter("presumption", Tongue::English, "A\u{202e}B\u{7}C\u{200b}D");
    assert!(plain(&letter).contains("Name: ABCD\n"), "what turns or hides text is gone");
}

/// Its parts by name, read as every program reads a zip file: from the directory at its end.
fn parts(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number =
        |at: usize, size: usize| file[at..at + size].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
    let end = file.len() - 22;
    assert_eq!(&file[end..end + 4], b"PK\x05\x06");
    let (count, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut parts = Vec::new();
    for _ in 0..count {
        assert_eq!(&file[at..at + 4], b"PK\x01\x02");
        let (packed, name) = (number(at + 20, 4), number(at + 28, 2));
        let begins = number(at + 42, 4) + 30 + name;
        let mut bytes = Vec::new();
        let mut unpacking = flate2::read::DeflateDecoder::new(&file[begins..begins + packed]);
        std::io::Read::read_to_end(&mut unpacking, &mut bytes).unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(&bytes);
        assert_eq!((crc.sum() as usize, bytes.len()), (number(at + 16, 4), number(at + 24, 4)));
        parts.push((String::from_utf8(file[at + 46..at + 46 + name].to_vec()).unwrap(), bytes));
        at += 46 + name;
    }
    parts
}

#[test]
fn a_document_to_edit_holds_the_words_and_tells_nothing_of_its_making() {
    for tongue in Tongue::ALL {
        let letter = letter("presumption", tongue, "Ann & Bo 陈");
        let file = docx(&letter);
        assert_eq!(file, docx(&letter), "the same letter, the same bytes");
        let parts = parts(&file);
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        assert!(names.contains(&"word/document.xml") && names.contains(&"word/media/code.png"), "{names:?}");
        assert!(!names.iter().any(|name| name.contains("docProps")), "no author, no time");
        let document =
            String::from_utf8(parts[names.iter().position(|name| *name == "word/document.xml").unwrap()].1.clone());
        let document = document.unwrap();
        assert!(document.contains("Ann &amp; Bo 陈") && document.contains("EP1234567"), "{document}");
        assert_eq!(document.matches("<w:cs/>").count() > 20, tongue == Tongue::Khmer, "Khmer is marked as such");
        for element in ["w:p", "w:r", "w:t", "w:tr", "w:tc", "w:tbl"] {
            let opened =
                document.matches(&format!("<{element}>")).count() + document.matches(&format!("<{element} ")).count();
            assert_eq!(opened, document.matches(&format!("</{element}>")).count(), "{element}");
        }
    }
}
