//! What holds for every name and every order of putting and removing.

use linkage::{Entry, Index, fold, skeleton};
use proptest::prelude::*;

/// Invented names of one to four words in several scripts.
fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[A-Z][a-z]{1,10}",
        1 => "[ሀ-ሆለ-ሎመ-ሞረ-ሮተ-ቶነ-ኖ]{2,5}",
        1 => "[بتجدرسكلمنوي]{2,6}",
        1 => "[刘波王小明李娜张伟]{1,3}",
        1 => "[កខគចដតនបមយរលសហ]{2,5}",
        1 => "[กขคงจชดตนบมยรลวส]{2,5}",
        1 => "[कगचजतदनपबमरलसह][ािीुूे]?[कगचजतदनपबमरलसह]{1,3}",
        1 => "[ကခငစတနပမလသ]{1,3}",
        // With a vowel: a word of hard and soft signs alone is none, and has no sound to be found by.
        1 => "[А-Я][аеиоу][а-я]{1,7}",
    ];
    prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
}

fn slots(index: &Index, query: &str) -> Vec<u32> {
    index.find(query, usize::MAX).into_iter().map(|hit| hit.slot).collect()
}

fn put(index: &mut Index, slot: usize, name: &str) {
    index.put(slot as u32, &Entry { names: &[name], ..Entry::default() });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_name_is_found_whole_by_its_words_and_by_parts(names in prop::collection::vec(name(), 1..25)) {
        let mut index = Index::default();
        for (slot, name) in names.iter().enumerate() {
            put(&mut index, slot, name);
        }
        for (slot, name) in names.iter().enumerate() {
            let slot = slot as u32;
            prop_assert!(slots(&index, name).contains(&slot), "{name}");
            prop_assert!(slots(&index, &fold(name)).contains(&slot), "folded {name}");
            prop_assert!(slots(&index, &fold(name).replace(' ', "")).contains(&slot), "run together {name}");
            for word in name.split(' ') {
                prop_assert!(slots(&index, word).contains(&slot), "{word} of {name}");
            }
            for word in fold(name).split(' ') {
                prop_assert!(slots(&index, word).contains(&slot), "{word} of {name}");
                for part in (0..word.len().saturating_sub(2)).map(|at| &word[at..at + 3]) {
                    prop_assert!(slots(&index, part).contains(&slot), "{part} of {name}");
                }
            }
        }
    }

    #[test]
    fn a_whole_name_leads(names in prop::collection::vec("[A-Z][a-z]{3,8} [A-Z][a-z]{3,8}", 2..20)) {
        let mut index = Index::default();
        for (slot, name) in names.iter().enumerate() {
            put(&mut index, slot, name);
        }
        for name in &names {
            let first = index.find(name, 1)[0].slot as usize;
            let (mut words, mut wanted) = (fold(&names[first]), fold(name));
            for text in [&mut words, &mut wanted] {
                let mut sorted: Vec<&str> = text.split(' ').collect();
                sorted.sort_unstable();
                *text = sorted.join(" ");
            }
            prop_assert_eq!(words, wanted);
        }
    }

    #[test]
    fn the_order_of_putting_replacing_and_removing_leaves_no_trace(
        steps in prop::collection::vec((0u32..12, prop::option::weighted(0.7, name())), 1..60),
        queries in prop::collection::vec(name(), 1..6),
    ) {
        let mut worn = Index::default();
        let mut kept: Vec<Option<String>> = vec![None; 12];
        for (slot, name) in steps {
            match &name {
                Some(name) => put(&mut worn, slot as usize, name),
                None => worn.remove(slot),
            }
            kept[slot as usize] = name;
        }
        let mut fresh = Index::default();
        // Both know twelve slots, or rarity would differ.
        put(&mut fresh, 11, "x");
        put(&mut worn, 12, "x");
        worn.remove(12);
        fresh.remove(11);
        for (slot, name) in kept.iter().enumerate() {
            if let Some(name) = name {
                put(&mut fresh, slot, name);
            }
        }
        for query in queries.iter().chain(kept.iter().flatten()) {
            prop_assert_eq!(slots(&worn, query), slots(&fresh, query), "{}", query);
        }
    }

    #[test]
    fn folding_settles(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(once.split(' ').all(|word| word.bytes().all(|byte| byte.is_ascii_alphanumeric())));
        prop_assert!(!once.contains("  ") && once.trim() == once);
    }

    #[test]
    fn a_skeleton_ignores_doubling_and_never_grows_longer_than_its_sounds(word in "[a-z]{1,12}") {
        let doubled: String = word.chars().flat_map(|letter| {
            std::iter::repeat_n(letter, if "bflmnpr".contains(letter) { 2 } else { 1 })
        }).collect();
        prop_assert_eq!(skeleton(&word), skeleton(&doubled));
        prop_assert!(skeleton(&word).len() <= 2 * word.len());
    }

    #[test]
    fn any_query_is_answered(query in "\\PC{0,60}", name in "\\PC{0,40}") {
        let mut index = Index::default();
        index.put(0, &Entry { names: &[&name], words: &[&name], numbers: &[&name] });
        prop_assert!(index.find(&query, 5).len() <= 1);
    }
}

#[test]
fn putting_again_replaces_and_removing_forgets() {
    let mut index = Index::default();
    index.put(3, &Entry { names: &["Hanna Hanna Tesfaye"], words: &["Kampot"], numbers: &["482917365"] });
    index.put(3, &Entry { names: &["Liu Bo"], words: &["Poipet"], numbers: &["730018264"] });
    for gone in ["hanna", "tesfaye", "hannatesfaye", "kampot", "482917365"] {
        assert!(slots(&index, gone).is_empty(), "{gone}");
    }
    for there in ["liubo", "poipet", "730018"] {
        assert_eq!(slots(&index, there), [3], "{there}");
    }
    index.remove(3);
    index.remove(3);
    index.remove(99);
    for gone in ["liu", "liubo", "poipet", "730018264", "l"] {
        assert!(slots(&index, gone).is_empty(), "{gone}");
    }
}

#[test]
fn a_text_pasted_by_mistake_is_answered_too() {
    let mut index = Index::default();
    put(&mut index, 0, "Hanna Tesfaye");
    assert_eq!(slots(&index, &"hanna tesfaye ".repeat(10_000)), [0]);
}

#[test]
fn an_index_that_was_emptied_and_filled_many_times_stays_small() {
    let mut index = Index::default();
    let mut after_first = 0;
    for round in 0..30u32 {
        for slot in 0..1_500u32 {
            let name = format!("Name{} Family{}", letters(slot * 31 + round), letters(slot * 17 + round * 7));
            let number = format!("{}", 100_000_000 + slot * 7_919 + round);
            let place = format!("Place{}", letters(slot + round * 1_500));
            index.put(slot, &Entry { names: &[&name], words: &[&place], numbers: &[&number] });
        }
        if round == 0 {
            after_first = index.heap_bytes();
        }
    }
    assert!(index.heap_bytes() < 4 * after_first, "{} after {after_first}", index.heap_bytes());
    let name = format!("Name{} Family{}", letters(700 * 31 + 29), letters(700 * 17 + 29 * 7));
    assert_eq!(index.find(&name, 1)[0].slot, 700);
    assert_eq!(index.find(&format!("Place{}", letters(700 + 29 * 1_500)), 1)[0].slot, 700);
    assert_eq!(index.find(&format!("{}", 100_000_000 + 700 * 7_919 + 29), 1)[0].slot, 700);
}

/// A number as letters, so that names stay names.
fn letters(number: u32) -> String {
    number.to_string().bytes().map(|digit| (digit - b'0' + b'a') as char).collect()
}
