//! Letters as PDF: the words are in them, Khmer is shaped and broken rightly, and nothing makes them fail.

use crate::letters::{frame, values};
use crate::pdf_text::Document;
use papers::Tongue;
use papers::letter::{Letter, Value, Values, pack, pdf, pdf_of_all, undrawn};
use proptest::prelude::*;

fn letter(id: &str, tongue: Tongue, more: Values) -> Letter {
    let template = pack::embedded().form(id).and_then(|form| form.template(tongue)).unwrap();
    let mut values = values(template);
    values.extend(more);
    template.fill(&values, &frame(tongue)).unwrap()
}

fn named(name: &str) -> Values {
    Values::from([("name".to_owned(), Value::Text(name.to_owned()))])
}

/// Without spaces and line ends: where a line ends is not looked at here.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_words_of_every_letter_can_be_copied_and_searched() {
    for form in &pack::embedded().forms {
        for tongue in Tongue::ALL {
            let letter = letter(&form.id, tongue, Values::new());
            let made = pdf(&letter);
            assert_eq!(made.missing, Vec::<char>::new(), "{}", form.id);
            let document = Document::read(&made.bytes);
            let text = squeezed(&document.text());
            for block in &letter.blocks {
                let papers::letter::Block::Paragraph(words) = block else { continue };
                assert!(text.contains(&squeezed(&words.to_string())), "{words}\n\n{text}");
            }
            assert!(!document.drawn().contains('\u{25cc}'), "a dotted circle stands for a syllable that is none");
            assert!(made.pages <= 3, "{} has {} pages", form.id, made.pages);
        }
    }
}

#[test]
fn a_document_says_its_language_its_structure_and_nothing_of_the_machine() {
    let made = pdf(&letter("presumption", Tongue::Khmer, Values::new()));
    let document = Document::read(&made.bytes);
    let objects = document.objects();
    assert!(objects.contains("/Lang (km)") && objects.contains("/Marked true"));
    for role in ["/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LBody", "/Figure"] {
        assert!(objects.contains(&format!("/S {role}\n")), "{role}");
    }
    for told in ["/Producer", "/Creator", "/CreationDate", "/ModDate", "/Author"] {
        assert!(!objects.contains(told), "{told}");
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let made = |name: &str| pdf(&letter("mission-request", Tongue::English, named(name))).bytes;
    assert_eq!(made("Hanna"), made("Hanna"));
    assert_ne!(made("Hanna"), made("Hanno"));
}

/// Somebody prints a hundred at once and hands each to another person.
#[test]
fn many_letters_are_one_document_in_which_each_has_pages_of_its_own() {
    let names = ["Hanna", "Zodwa", "Yusuf"];
    let letters: Vec<Letter> =
        names.iter().map(|name| letter("mission-request", Tongue::English, named(name))).collect();
    let single: Vec<usize> = letters.iter().map(|letter| pdf(letter).pages).collect();
    let made = pdf_of_all(&letters.iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(made.pages, single.iter().sum::<usize>());
    let document = Document::read(&made.bytes);
    let text = document.text();
    for name in names {
        assert_eq!(text.matches(name).count(), 1, "{text}");
    }
    let objects = document.objects();
    assert_eq!((objects.matches("/S /Part\n").count(), objects.matches("/S /H1\n").count()), (3, 3), "{objects}");
    assert_eq!(objects.matches("/S /Document\n").count(), 1);
    assert!(made.bytes.len() < letters.iter().map(|letter| pdf(letter).bytes.len()).sum(), "faces are shared");
    assert!(pdf_of_all(&[]).is_none());
}

#[test]
fn khmer_lines_end_between_words() {
    let sentence = "បុគ្គលនេះជាជនរងគ្រោះដោយអំពើជួញដូរមនុស្ស";
    let pieces = pdf::pieces(sentence);
    assert_eq!(pieces, ["បុគ្គល", "នេះ", "ជា", "ជនរងគ្រោះ", "ដោយ", "អំពើ", "ជួញដូរ", "មនុស្ស"]);
    // The mark that ends a sentence, and the one that repeats a word, stay with the word.
    assert_eq!(pdf::pieces("ផ្សេងៗ។").last(), Some(&"ផ្សេងៗ។"));
    assert_eq!(pdf::pieces("example.org/check it"), ["example.org/check ", "it"]);
}

#[test]
fn no_line_ends_within_a_syllable() {
    for form in &pack::embedded().forms {
        for block in letter(&form.id, Tongue::Khmer, Values::new()).blocks {
            let papers::letter::Block::Paragraph(text) = block else { continue };
            let text = text.to_string();
            let pieces = pdf::pieces(&text);
            assert_eq!(pieces.concat(), text);
            for piece in pieces {
                let first = piece.chars().next().unwrap();
                assert!(!matches!(first, '\u{17b4}'..='\u{17d7}' | '\u{17dd}'), "{piece} begins with a sign");
                assert!(!piece.trim_end().ends_with('\u{17d2}'), "{piece} ends before its subscript");
            }
        }
    }
}

#[test]
fn what_no_face_has_is_drawn_as_a_box_and_said() {
    let letter = letter("mission-request", Tongue::English, named("陈小龙 (Chen) هنا 🙂"));
    let made = pdf(&letter);
    assert_eq!(undrawn(&letter), made.missing, "it is known before anything is drawn");
    assert_eq!(made.missing, ['ا', 'ن', 'ه', '小', '陈', '龙', '🙂']);
    let text = Document::read(&made.bytes).text();
    assert!(
        text.contains("陈小龙") && text.contains("(Chen)") && text.contains("🙂"),
        "copied, they are whole: {text}"
    );
}

#[test]
fn latin_letters_with_any_marks_are_drawn() {
    let name = "Nguyễn Thị Ánh, Đặng; Æther Ñandú Łukasz Şahin Owóyẹmí Иванова Ωμέγα";
    let made = pdf(&letter("mission-request", Tongue::English, named(name)));
    assert_eq!(made.missing, Vec::<char>::new());
    let text = squeezed(&Document::read(&made.bytes).text());
    assert!(text.contains(&squeezed(name)), "{text}");
}

#[test]
fn long_names_and_many_lines_stay_on_the_paper() {
    let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(12);
    let lines: String = (1..=90).map(|line| format!("Line {line} of what is wanted\n")).collect();
    let made = pdf(&letter("mission-request", Tongue::English, named(&long)));
    assert!(squeezed(&Document::read(&made.bytes).text()).contains(&long));
    let wanted = Values::from([("care_wanted".to_owned(), Value::Text(lines))]);
    for tongue in Tongue::ALL {
        let made = pdf(&letter("medical-referral", tongue, wanted.clone()));
        let document = Document::read(&made.bytes);
        assert!(document.text().contains("Line 90 of what is wanted") && made.pages > 2);
        for (x, y) in document.places() {
            assert!((50.0..560.0).contains(&x) && (30.0..830.0).contains(&y), "{x} {y}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_a_letter_fail(name in "\\PC{1,80}", khmer in "[\u{1780}-\u{17ff}\u{200b}\u{200c}\u{200d} ]{1,60}") {
        for text in [name, khmer] {
            let template = pack::embedded().form("mission-request").and_then(|form| form.template(Tongue::Khmer)).unwrap();
            let mut values = values(template);
            values.extend(named(&text));
            if let Ok(letter) = template.fill(&values, &frame(Tongue::Khmer)) {
                prop_assert!(pdf(&letter).bytes.starts_with(b"%PDF-1.7"));
                prop_assert!(papers::letter::docx(&letter).starts_with(b"PK"));
            }
        }
    }
}
