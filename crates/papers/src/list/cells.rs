//! Single cells: sex, nationality, phone numbers, names.

use super::words::{Words, is_latin_letter, is_no_name, is_other_letter, is_placeholder};
use base::{Country, Sex};

/// The sex a word names, in any of our languages. The letter M is a man's here; see `person::List`.
pub fn sex_word(text: &str) -> Option<Sex> {
    const FEMALE: &str = "\
        f, p, w, female, fem, woman, women, girl, lady, perempuan, pr, wanita, femme, fille, \
        feminin, mujer, femenino, feminino, feminina, mulher, nu, 女, 女性, ស្រី, หญิง, أنثى, \
        انثى, महिला, মহিলা, ሴት, ж, женский, dame";
    const MALE: &str = "\
        m, l, h, male, man, men, boy, laki, laki laki, lk, pria, homme, masculin, garcon, \
        hombre, masculino, varon, homem, nam, 男, 男性, ប្រុស, ชาย, ذكر, पुरुष, পুরুষ, ወንድ, м, \
        мужской, gentleman, mle";
    const OTHER: &str = "\
        other, x, transgender, trans, non binary, lainnya, autre, otro, outro, 其他";
    let words = Words::of(text);
    if words.are_any(FEMALE) {
        Some(Sex::Female)
    } else if words.are_any(MALE) {
        Some(Sex::Male)
    } else {
        words.are_any(OTHER).then_some(Sex::Other)
    }
}

/// One or several nationalities; `None` when any of them cannot be read.
pub fn nationalities(text: &str) -> Option<Vec<Country>> {
    if let Some(country) = Country::read(text) {
        return Some(vec![country]);
    }
    let mut countries = Vec::new();
    for part in text.split(['/', ',', ';', '&', '+', '\n']).flat_map(|part| part.split(" and ")) {
        let country = Country::read(part.trim())?;
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    Some(countries)
}

/// Numbers and handles as they are to be kept, and whether one was damaged.
pub fn phones(text: &str) -> (Vec<String>, bool) {
    let (mut kept, mut damaged) = (Vec::new(), false);
    for part in text.split(['/', ',', ';', '|', '\n', '、', '，', '；']).flat_map(|part| part.split(" or ")) {
        let part = base::text::line(part);
        if part.is_empty() || is_placeholder(&part) {
            continue;
        }
        let upper = part.to_ascii_uppercase();
        damaged |= upper.contains("E+") && upper.bytes().all(|byte| !byte.is_ascii_alphabetic() || byte == b'E');
        let phone = phone(&part);
        if !kept.contains(&phone) {
            kept.push(phone);
        }
    }
    (kept, damaged)
}

/// A number with its country code as + and digits; anything else as it was written. A number that
/// begins with 0 may be of the country or of home, and stays as it is.
fn phone(part: &str) -> String {
    let bare = ["tel", "phone", "wa", "whatsapp", "hp", "mobile"].iter().find_map(|label| {
        let head = part.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
        Some(part[head.len()..].trim_start_matches([':', '.', ' ']))
    });
    let bare = bare.unwrap_or(part);
    if bare.chars().any(|c| base::text::digit(c).is_none() && !" +-.()\u{a0}'".contains(c)) {
        return part.to_owned();
    }
    let digits: String =
        bare.chars().filter_map(base::text::digit).filter_map(|digit| char::from_digit(digit, 10)).collect();
    let bare = bare.trim_start_matches(['\'', '(', ' ']);
    let international = if bare.starts_with('+') {
        digits.as_str()
    } else if let Some(rest) = digits.strip_prefix("00") {
        rest
    } else if digits.starts_with("855") && (11..=12).contains(&digits.len()) {
        digits.as_str()
    } else {
        return part.to_owned();
    };
    // "+855 (0)12 345 678": the zero is dialled only without the code.
    let international = match international.strip_prefix("8550") {
        Some(rest) if !rest.starts_with('0') => format!("855{rest}"),
        _ => international.to_owned(),
    };
    if (8..=15).contains(&international.len()) { format!("+{international}") } else { part.to_owned() }
}

pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| base::text::digit(*c).is_some()).count();
    let text = text.trim_start_matches('\'');
    (8..=15).contains(&digits)
        && (text.starts_with(['+', '0', '('])
            || text.starts_with("855")
            || text.contains(['-', ' ']) && dates_not(text))
}

/// Three groups of figures of a date's length are no phone number.
fn dates_not(text: &str) -> bool {
    let groups: Vec<usize> =
        text.split(|c: char| !c.is_numeric()).filter(|group| !group.is_empty()).map(str::len).collect();
    !matches!(groups[..], [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2])
}

/// A name, or the same name in two scripts: "张伟 (Zhang Wei)". Nothing for a cell that names nobody.
pub fn names(text: &str) -> Vec<String> {
    let name = base::text::line(text);
    if is_no_name(&name) {
        return Vec::new();
    }
    let part = |belongs: fn(char) -> bool| {
        let kept: String = name.chars().map(|c| if c.is_alphabetic() && !belongs(c) { ' ' } else { c }).collect();
        let kept = base::text::line(&kept.replace(['(', ')', '（', '）', '/', '[', ']'], " "));
        kept.trim_matches([' ', '-', ',', '，', '·']).to_owned()
    };
    let latin = name.chars().filter(|c| is_latin_letter(*c)).count();
    // A title such as "Dr" before a name in its own script is no second name.
    if latin < 4 || !name.contains(is_other_letter) {
        return vec![name];
    }
    let other_letters = |c: char| !is_latin_letter(c);
    vec![part(other_letters), part(is_latin_letter)]
}

/// Given and family name as one, in the order of the script they are written in.
pub fn whole_name(given: &str, family: &str) -> String {
    let (given, family) = (base::text::line(given), base::text::line(family));
    let is_east_asian = |name: &str| {
        name.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'))
    };
    if is_east_asian(&given) && is_east_asian(&family) {
        format!("{family}{given}")
    } else {
        format!("{given} {family}").trim().to_owned()
    }
}
