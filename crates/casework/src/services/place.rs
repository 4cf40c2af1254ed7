//! Whether a text gives a place away more exactly than an area does.

use base::text::digit;

/// Words that stand beside a number, or after a name, in an address.
const BESIDE_A_NUMBER: [&str; 35] = [
    "street",
    "st",
    "str",
    "road",
    "rd",
    "avenue",
    "ave",
    "boulevard",
    "blvd",
    "lane",
    "alley",
    "house",
    "villa",
    "building",
    "bldg",
    "floor",
    "room",
    "apartment",
    "apt",
    "flat",
    "unit",
    "block",
    "plot",
    "gate",
    "no",
    "nr",
    "number",
    "rue",
    "jalan",
    "jl",
    "jln",
    "soi",
    "thanon",
    "duong",
    "borey",
];

/// The first of them are streets by themselves where a name stands before or after them.
const STREETS: usize = 11;
const NAMED: [&str; 5] = ["rue", "jalan", "jl", "jln", "thanon"];

/// Parts of addresses in scripts that put no space between words.
const WITHIN: [&str; 18] = [
    "ផ្លូវ",
    "វិថី",
    "ផ្ទះលេខ",
    "អគារ",
    "បន្ទប់",
    "ជាន់ទី",
    "ถนน",
    "ซอย",
    "บ้านเลขที่",
    "đường",
    "街道",
    "大街",
    "路",
    "号楼",
    "號樓",
    "门牌",
    "လမ်း",
    "улица",
];

/// Parts of links that lead to a point on a map.
const MAPS: [&str; 10] =
    ["maps.", "/maps", "goo.gl", "plus.codes", "what3words", "w3w.co", "///", "openstreetmap", "osm.org", "waze.com"];

/// Whether this holds a street, a house, a room, coordinates or a link to a map. It errs towards yes: whoever wrote
/// it is asked to write less.
pub fn shows_a_street(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has = |marks: &[&str]| marks.iter().any(|mark| lower.contains(mark));
    has(&WITHIN) || has(&MAPS) || text.split_whitespace().any(is_point) || is_numbered(&lower) || is_named(text)
}

/// "#12", "11.5621", "8FH2+XX".
fn is_point(word: &str) -> bool {
    let word = word.trim_matches(|c: char| ",;()°".contains(c));
    let digits = |text: &str| text.chars().take_while(|c| digit(*c).is_some()).count();
    let house = word.strip_prefix(['#', '№']).is_some_and(|rest| digits(rest) > 0);
    let coordinate = word.trim_start_matches('-').split_once('.').is_some_and(|(before, after)| {
        (1..=3).contains(&before.len()) && digits(before) == before.len() && digits(after) >= 3 && !after.contains('.')
    });
    let is_code = |part: &str| part.chars().all(|c| "23456789CFGHJMPQRVWX".contains(c.to_ascii_uppercase()));
    let plus_code = word.split_once('+').is_some_and(|(before, after)| {
        (4..=8).contains(&before.len()) && (2..=3).contains(&after.len()) && is_code(before) && is_code(after)
    });
    house || coordinate || plus_code
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn has_digit(word: &&str) -> bool {
    word.chars().any(|c| digit(c).is_some())
}

/// "Street 63", "63rd street", "house no 5", "St.271".
fn is_numbered(lower: &str) -> bool {
    let words = words(lower);
    let glued = |word: &str| {
        ["st", "street", "no", "rd"].iter().any(|start| {
            word.strip_prefix(start).is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| digit(c).is_some()))
        })
    };
    words.iter().enumerate().any(|(at, word)| {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at));
        glued(word) || BESIDE_A_NUMBER.contains(word) && beside.into_iter().any(has_digit)
    })
}

/// "Monivong Boulevard", "Jalan Sudirman"; not "people on the street".
fn is_named(text: &str) -> bool {
    let words = words(text);
    let is_name = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at)).filter(|word| word.starts_with(char::is_uppercase));
        word.is_some_and(|word| !["The", "A", "On", "In", "Off", "No"].contains(word))
    };
    words.iter().enumerate().any(|(at, word)| {
        let word = word.to_lowercase();
        let street = BESIDE_A_NUMBER[..STREETS].contains(&word.as_str()) && word != "str" && is_name(at.checked_sub(1));
        street || NAMED.contains(&word.as_str()) && is_name(Some(at + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::shows_a_street;

    #[test]
    fn streets_houses_and_points_on_a_map_are_found() {
        for text in [
            "Street 63, Phnom Penh",
            "St.271 BKK",
            "St 271",
            "#12E0, Phnom Penh",
            "House 5, behind the market",
            "room no. 7",
            "Monivong Boulevard",
            "Jalan Sudirman",
            "Kampot, 11.5621 104.9160",
            "7P42H8+8X",
            "https://maps.app.goo.gl/abc",
            "ភ្នំពេញ ផ្លូវលេខ៦៣",
            "人民路12号",
            "3rd floor",
            "National Road 4",
        ] {
            assert!(shows_a_street(text), "{text}");
        }
    }

    #[test]
    fn areas_numbers_to_call_and_plain_sentences_are_not() {
        for text in [
            "",
            "Phnom Penh",
            "Phnom Penh, Prampir Makara",
            "Preah Sihanouk, Sangkat 4",
            "+855 00 000 111",
            "1288; 1280",
            "Mon-Fri 8.00-17.00",
            "For people who sleep on the street.",
            "The street team brings people from the street.",
            "Has about 150 places, more than 300 were turned away.",
            "help@shelter.example",
        ] {
            assert!(!shows_a_street(text), "{text}");
        }
    }
}
