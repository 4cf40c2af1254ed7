//! Somebody stands at the desk and a name is typed, in whatever script and as
//! much of it as was understood. All people are invented.

use linkage::{Entry, Index};

fn registry(names: &[&str]) -> Index {
    let mut index = Index::default();
    for (slot, name) in names.iter().enumerate() {
        index.put(slot as u32, &Entry { names: &[name], ..Entry::default() });
    }
    index
}

fn found(index: &Index, query: &str) -> Vec<u32> {
    index.find(query, 10).into_iter().map(|hit| hit.slot).collect()
}

#[track_caller]
fn finds(written: &str, queries: &[&str]) {
    let index = registry(&["Kofi Boateng", written, "Grace Wanjiku"]);
    for query in queries {
        assert_eq!(found(&index, query).first(), Some(&1), "{query} should find {written}");
    }
}

#[test]
fn ethiopic_and_latin_find_each_other() {
    finds("ሐና ተስፋዬ", &["Hanna Tesfaye", "hana", "tesf", "ተስፋዬ", "Tesfay Hanna", "HANNA TESFAY"]);
    finds("Hanna Tesfaye", &["ሐና", "ሐና ተስፋዬ", "tesf", "han", "h"]);
}

#[test]
fn arabic_without_vowels_is_found_by_every_spelling() {
    finds("محمد حسين", &["Muhammad", "Mohammed", "Mohamed Hussein", "muhammad hossain", "محم"]);
    finds("Mohammed", &["محمد", "muhammad", "Mohamad"]);
    finds("فاطمة الزهراء", &["Fatima", "Fatima Zahra", "fatma al-zahra"]);
    finds("Fatima Zahra", &["فاطمة الزهراء"]);
    finds("عبد الرحمن", &["Abd al-Rahman", "Rahman"]);
    finds("یوسف خان", &["Yousef Khan", "Yusuf", "khan"]);
}

#[test]
fn chinese_names_are_found_together_and_apart() {
    for written in ["刘波", "Liu Bo", "Liubo", "劉波"] {
        finds(written, &["liu bo", "liubo", "刘波", "Liu Bó"]);
    }
    finds("王小明", &["Wang Xiaoming", "Xiaoming Wang", "xiaoming", "小明", "小"]);
    finds("Wang Xiaoming", &["王小明"]);
}

#[test]
fn the_ideograph_typed_stands_before_those_that_sound_alike() {
    let index = registry(&["柳博", "刘波", "Liu Bo", "刘博"]);
    let order = found(&index, "刘波");
    assert_eq!(order[0], 1);
    assert_eq!(order.len(), 4);
    let order = found(&index, "刘");
    assert_eq!(order[..2], [1, 3]);
}

#[test]
fn scripts_of_the_region_are_found_from_latin() {
    finds("សុខ ដារ៉ា", &["Sok Dara", "Sokh", "dara", "សុខ"]);
    finds("ចាន់ សុភា", &["Chan Sophea", "chan"]);
    finds("สมชาย วราภรณ์", &["Somchai", "Somchai Waraporn", "สมชาย"]);
    finds("मोहन शर्मा", &["Mohan Sharma", "sharma", "मोहन"]);
    finds("কবির হোসেন", &["Kabir Hossain", "kabir"]);
    finds("Сергей Щербаков", &["Sergei", "Sergey Shcherbakov", "щерб"]);
    finds("Мухаммад Хасанов", &["Muhammad Hasanov", "Mukhammad", "Khasanov"]);
    finds("Dawood Kwame", &["Daoud", "Kouame"]);
    finds("กันตวัฒน์", &["Kantawat"]);
    finds("Մանուկ", &["Manuk"]);
    finds("အောင်ကျော်မင်း", &["Aung Kyaw Min", "aung", "kyaw", "aungkyawmin"]);
    finds("ສົມສັກ", &["Somsak"]);
    finds("김민수", &["Kim Min-su", "Kim Minsu", "minsu"]);
    finds("Nguyễn Thị Hương", &["nguyen thi huong", "Huong", "thihuong"]);
}

#[test]
fn part_of_a_name_is_enough_and_every_term_must_be_met() {
    let index = registry(&["Zelaya Purwanti", "Purwanti Sari", "Agus Zelayandia"]);
    assert_eq!(found(&index, "Zelaya"), [0, 2]);
    assert_eq!(found(&index, "zelaya purw"), [0]);
    assert_eq!(found(&index, "purwanti"), [0, 1]);
    assert_eq!(found(&index, "wanti"), [0, 1]);
    assert!(found(&index, "zelaya sari").is_empty());
}

#[test]
fn one_or_two_letters_are_a_beginning() {
    let index = registry(&["Bo Lin", "Robo Kim", "Ana Borges"]);
    assert_eq!(found(&index, "bo"), [0, 2]);
    assert_eq!(found(&index, "b"), [0, 2]);
}

#[test]
fn a_typing_error_is_forgiven_from_five_letters_on() {
    let index = registry(&["Purwanti", "Somchai", "Lina"]);
    assert_eq!(found(&index, "Purwnati"), [0]);
    assert_eq!(found(&index, "Somchia"), [1]);
    assert!(found(&index, "Lixa").is_empty());
}

#[test]
fn the_likeliest_stands_first() {
    let index = registry(&[
        "Marlana Okoro", // one letter differs
        "Johanna Meyer", // within a word
        "Hannah Otieno", // begins a word
        "Hanna Tesfaye", // a word
        "Hana Kamau",    // sounds alike
        "Hanna",         // the whole name
    ]);
    assert_eq!(found(&index, "hanna"), [5, 3, 2, 1, 4]);
    let index = registry(&["Marlena", "Marlana", "Marlen Marlenova"]);
    assert_eq!(found(&index, "Marlena"), [0, 1, 2]);
}

#[test]
fn the_rarer_word_counts_for_more() {
    let mut names = vec!["Ahmed Zuberi"; 40];
    names.push("Ahmed Zelaya");
    names.push("Zelaya Ahmedi");
    let index = registry(&names);
    let hits = index.find("ahmed", 100);
    assert_eq!(hits.len(), 42);
    let rare = index.find("zelaya", 1)[0].score;
    assert!(rare > hits[0].score);
}

#[test]
fn ties_are_in_order_of_slots_and_the_limit_holds() {
    let index = registry(&["Amina Yusuf"; 30]);
    let hits = index.find("amina", 7);
    assert_eq!(hits.iter().map(|hit| hit.slot).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6]);
    assert!(index.find("amina", 0).is_empty());
    assert!(index.find("", 5).is_empty());
    assert!(index.find(" - ", 5).is_empty());
    assert!(Index::default().find("amina", 5).is_empty());
}

#[test]
fn a_second_spelling_of_the_name_finds_too() {
    let mut index = Index::default();
    index.put(0, &Entry { names: &["ሐና ተስፋዬ", "Ann T."], ..Entry::default() });
    assert_eq!(found(&index, "Ann T"), [0]);
    assert_eq!(found(&index, "Hanna Tesfaye"), [0]);
    assert!(found(&index, "tesfayeann").is_empty(), "names do not run into each other");
}

/// Marks are used again by later queries: what an earlier one left on them must count for nothing.
#[test]
fn a_query_finds_the_same_whatever_was_asked_before() {
    let people = ["Hanna Tesfaye", "Hana Tesfay", "Johanna Bekele", "Tesfaye Hailu", "刘波", "Liu Bo", "Ana Liu"];
    let filled = || {
        let mut index = Index::default();
        for (slot, name) in (0..).zip(people) {
            index.put(slot, &Entry { names: &[name], ..Entry::default() });
        }
        index
    };
    let asked = ["hanna tesfaye", "h", "liu bo", "tesfaye", "hanna tesfaye", "nobody at all", "a", "liu bo", "ana"];
    let used = filled();
    for query in asked.iter().cycle().take(50) {
        assert_eq!(used.find(query, 10), filled().find(query, 10), "{query}");
    }
}

#[test]
fn an_index_made_at_once_is_the_index_made_one_by_one() {
    let people = ["Hanna Tesfaye", "刘波", "", "O'Neill, Jean-Pierre", "Hanna"];
    let entry = |slot: u32, take: &mut dyn FnMut(&Entry)| {
        let number = format!("85500{slot:07}");
        take(&Entry { names: &[people[slot as usize]], words: &["Phnom Penh", "Kenya"], numbers: &[&number] });
    };
    let at_once = Index::of(people.len() as u32, |slot| vec![people[slot as usize]], entry);
    let mut one_by_one = Index::default();
    (0..people.len() as u32).for_each(|slot| entry(slot, &mut |entry| one_by_one.put(slot, entry)));
    for query in ["hanna", "liubo", "刘波", "phnompenh", "0000003", "oneill", "jean kenya", "tesfaye hanna penh"] {
        assert_eq!(at_once.find(query, 10), one_by_one.find(query, 10), "{query}");
        assert!(!at_once.find(query, 10).is_empty(), "{query}");
    }
}
