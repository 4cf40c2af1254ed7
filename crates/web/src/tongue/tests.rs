//! What a page can say exists; what is shipped is complete; what is read is understood.

use super::*;
use crate::views::WORDS;
use papers::{Book, Layout};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The catalogues that every shipped language has; the rest is English until somebody translates it.
const IN_EVERY_LANGUAGE: [&str; 14] = [
    "appointments",
    "base",
    "card",
    "consent",
    "forms",
    "hearing",
    "lists",
    "notice",
    "plan",
    "print",
    "rolls",
    "screening",
    "sign-in",
    "today",
];

/// The ways to ask for a sentence, as they stand in pages and handlers.
const ASKING: [&str; 7] = ["say(\"", "count(\"", "about(\"", "by(\"", "out_of(\"", "say_with(\"", "words(\""];

/// Keys that are handed on before they are said begin like this.
const HANDED_ON: [&str; 5] = ["\"wrong-", "\"certainty-", "\"event-", "\"part-", "\"lists-col-"];

/// The keys that a source text asks for by name.
fn asked(text: &str) -> BTreeSet<String> {
    let until_quote = |rest: &str| rest.split('"').next().map(str::to_owned);
    let after = |call: &'static str| text.split(call).skip(1).filter_map(until_quote);
    let named = ASKING.into_iter().flat_map(after);
    let handed_on = |start: &'static str| after(start).map(move |rest| format!("{}{rest}", &start[1..]));
    let keys = named.chain(HANDED_ON.into_iter().flat_map(handed_on));
    keys.filter(|key| key.contains('-') && !key.contains('{')).collect()
}

/// Templates and handlers below a folder, without these tests, whose samples ask for nothing.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else if entry.file_name().is_some_and(|name| name != "tests.rs") {
            found.push(fs::read_to_string(&entry).unwrap_or_default());
        }
    }
}

fn pages() -> String {
    let mut found = Vec::new();
    for folder in ["templates", "src"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    found.join("\n")
}

/// The keys of one catalogue file. A file that Fluent cannot read whole fails here.
fn keys(tag: &str, file: &str) -> BTreeSet<String> {
    let Some(file) = Files::get(&format!("{tag}/{file}.ftl")) else {
        return BTreeSet::new();
    };
    let text = String::from_utf8(file.data.to_vec()).expect("catalogues are UTF-8");
    let resource = FluentResource::try_new(text).unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
    let lines = resource.source().lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split(" =").next()).map(|key| key.trim().to_owned()).collect()
}

fn english_keys() -> BTreeSet<String> {
    let files = Files::iter().filter_map(|path| Some(path.strip_prefix("en/")?.strip_suffix(".ftl")?.to_owned()));
    files.flat_map(|file| keys("en", &file)).collect()
}

#[test]
fn everything_a_page_asks_for_can_be_said_in_english() {
    let (asked, said) = (asked(&pages()), english_keys());
    assert!(asked.len() > 150, "the pages were not found: {}", asked.len());
    let missing: Vec<_> = asked.difference(&said).collect();
    assert!(missing.is_empty(), "English lacks {missing:?}");
}

#[test]
fn every_word_of_a_closed_set_can_be_said_in_english() {
    let said = english_keys();
    let words = WORDS.iter().flat_map(|(family, values)| values.iter().map(move |value| format!("{family}-{value}")));
    let missing: Vec<_> = words.filter(|key| !said.contains(key)).collect();
    assert!(missing.is_empty(), "English lacks {missing:?}");
}

/// All catalogues of a language are one: a key that stands in two of them says on one page what was meant for another.
#[test]
fn no_key_stands_in_two_catalogues() {
    for tongue in Tongue::all() {
        let (tag, mut met) = (tongue.tag(), BTreeSet::new());
        let files = Files::iter()
            .filter_map(|path| Some(path.strip_prefix(tag)?.strip_prefix('/')?.strip_suffix(".ftl")?.to_owned()));
        for file in files {
            let of_file = keys(tag, &file);
            let twice: Vec<_> = of_file.intersection(&met).cloned().collect();
            assert!(twice.is_empty(), "{tag}/{file}.ftl: {twice:?}");
            met.extend(of_file);
        }
    }
}

#[test]
fn every_family_of_words_that_a_page_uses_is_listed() {
    let pages = pages();
    let families: BTreeSet<_> = pages.split("word(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(families.len() > 5);
    let unlisted: Vec<_> = families.iter().filter(|family| !WORDS.iter().any(|(known, _)| known == *family)).collect();
    assert!(unlisted.is_empty(), "{unlisted:?}");
}

/// What is met in the street, and what embassies and shelters bring their lists in with, is complete in every
/// language that the menu offers.
#[test]
fn every_shipped_language_has_the_card_the_frame_the_lists_and_the_way_in() {
    for tongue in Tongue::all() {
        for file in IN_EVERY_LANGUAGE {
            let (ours, english) = (keys(tongue.tag(), file), keys("en", file));
            let missing: Vec<_> = english.difference(&ours).collect();
            assert!(
                missing.is_empty(),
                "{} lacks {} of {} in {file}.ftl: {missing:?}",
                tongue.tag(),
                missing.len(),
                english.len()
            );
        }
    }
}

/// A list goes back to its sender with codes and row numbers of ours and is brought in again: they must not be
/// taken for something that the sender says of a person, in whatever language it was written.
#[test]
fn no_heading_that_we_add_to_a_list_is_taken_for_one_of_the_senders() {
    let meaning = |heading: &str| {
        let list = format!("Name,Sex,{heading}\nAmina Juma,F,\nBudi Santoso,M,\nChea Dara,F,\n");
        let book = Book::read(list.as_bytes(), "list.csv").unwrap();
        Layout::guess(&book.sheets[0]).columns[2].meaning
    };
    let added = ["lists-code-column", "lists-row-column"];
    let headings = Tongue::all().flat_map(|tongue| added.map(|key| tongue.say(key)));
    let read = headings.map(|heading| (meaning(&heading).key(), heading));
    let taken: Vec<_> = read.filter(|(meaning, _)| !["ignore", "number"].contains(meaning)).collect();
    assert!(taken.is_empty(), "{taken:?}");
}

/// Somebody may look over a shoulder, find a card, or read the name of a tab.
#[test]
fn frame_and_printed_card_do_not_say_what_the_registry_is_for() {
    for file in ["base", "notice", "print", "sign-in"] {
        let text = String::from_utf8(Files::get(&format!("en/{file}.ftl")).unwrap().data.to_vec()).unwrap();
        let said = text.lines().filter(|line| !line.starts_with('#')).collect::<String>().to_lowercase();
        for word in ["traffick", "victim", "survivor", "scam", "compound", "rescue", "safeconduct"] {
            assert!(!said.contains(word), "{file}.ftl says {word}");
        }
    }
    assert_eq!(Tongue::english().say("frame-title"), "Registry");
}

#[test]
fn a_language_is_found_by_its_tag_and_by_what_a_browser_wants() {
    assert_eq!(Tongue::from_tag("zh-Hant-TW").unwrap().tag(), "zh");
    assert!(Tongue::from_tag("xx").is_none() && Tongue::from_tag("").is_none());
    assert_eq!(Tongue::from_accept_language("de-CH, km;q=0.7, fr;q=0.9").tag(), "fr");
    assert_eq!(Tongue::from_accept_language("de, nl").tag(), "en");
    assert_eq!(Tongue::from_accept_language("").tag(), "en");
    assert_eq!(Tongue::from_tag("ar").unwrap().dir(), "rtl");
}

#[test]
fn a_language_without_a_sentence_says_it_in_english() {
    let khmer = Tongue::from_tag("km").unwrap();
    assert_eq!(khmer.say("log-title"), "Log");
    assert_eq!(khmer.say("no-such-sentence"), "no-such-sentence");
}

#[test]
fn thousands_are_set_apart_and_plural_forms_still_fit() {
    let people = |count: usize| Tongue::english().say_with("people-count", &[("count", count.into())]);
    assert_eq!(
        [people(0), people(1), people(3412), people(220_000)],
        ["Nobody", "1 person", "3,412 people", "220,000 people"]
    );
}

#[test]
fn only_a_name_that_runs_the_other_way_is_isolated() {
    let deleting = |what: &str| Tongue::english().say_with("people-saved-delete", &[("what", what.into())]);
    assert_eq!(deleting("New today"), "Delete the filter “New today”");
    assert_eq!(deleting("حسن"), "Delete the filter “\u{2068}حسن\u{2069}”");
}
