//! Telephone numbers and handles: with their country code where the country is sure, else as written.

use super::words::is_placeholder;
use base::Country;
use std::sync::LazyLock;

/// Numbers and handles as they are to be kept, and whether one was damaged.
pub fn read(text: &str, nationality: Option<Country>) -> (Vec<String>, bool) {
    let (mut kept, mut damaged) = (Vec::new(), false);
    if is_exponent(text) {
        return (kept, true);
    }
    for part in text.split(['/', ',', ';', '|', '\n', '、', '，', '；', '،']).flat_map(|part| part.split(" or ")) {
        let part = base::text::line(part);
        if part.is_empty() || is_placeholder(&part) {
            continue;
        }
        damaged |= is_exponent(&part);
        let phone = phone(&part, nationality);
        if !kept.contains(&phone) {
            kept.push(phone);
        }
    }
    (kept, damaged)
}

/// "8.5512E+10": what a spreadsheet makes of a long number.
fn is_exponent(text: &str) -> bool {
    let text = text.trim();
    let Some((number, power)) = text.split_once(['e', 'E']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || ".,+ ".contains(c));
    is_number(number) && is_number(power)
}

/// A number with its country code as + and digits; anything else as it was written.
fn phone(part: &str, nationality: Option<Country>) -> String {
    let bare = without_label(part);
    if bare.chars().any(|c| base::text::digit(c).is_none() && !" +-.()\u{a0}'–".contains(c)) {
        return part.to_owned();
    }
    let digits: String =
        bare.chars().filter_map(base::text::digit).filter_map(|digit| char::from_digit(digit, 10)).collect();
    let bare = bare.trim_start_matches(['\'', '(', ' ']);
    let international = if bare.starts_with('+') {
        Some(digits)
    } else if let Some(rest) = digits.strip_prefix("00") {
        Some(rest.to_owned())
    } else if digits.starts_with("855") && (11..=12).contains(&digits.len()) {
        Some(digits)
    } else {
        at_home(&digits, nationality)
    };
    let Some(international) = international else { return part.to_owned() };
    // "+855 (0)12 345 678": the zero is dialled only without the code.
    let international = match international.strip_prefix("8550") {
        Some(rest) if !rest.starts_with('0') => format!("855{rest}"),
        _ => international,
    };
    if (8..=15).contains(&international.len()) { format!("+{international}") } else { part.to_owned() }
}

fn without_label(part: &str) -> &str {
    let labels = ["telegram", "whatsapp", "phone", "mobile", "tel", "wa", "hp", "tg", "t"];
    let bare = labels.iter().find_map(|label| {
        let head = part.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
        let rest = &part[head.len()..];
        rest.starts_with([':', '.', ' ', '+']).then(|| rest.trim_start_matches([':', '.', ' ']))
    });
    bare.unwrap_or(part)
}

/// How a country writes its numbers for its own people.
struct Pattern {
    country: Country,
    length: usize,
    /// Not where the pattern only says that such a number may be of this country too.
    is_sure: bool,
    beginnings: Vec<&'static str>,
}

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let rows = include_str!("phones.csv").lines().skip(1).filter_map(|row| {
        let mut fields = row.split(',');
        Some(Pattern {
            country: Country::from_iso3(fields.next()?)?,
            length: fields.next()?.parse().ok()?,
            is_sure: fields.next()? == "yes",
            beginnings: fields.next()?.split(' ').collect(),
        })
    });
    rows.collect()
});

/// A number without a country code, where only one country can be meant: the one we are in, or the
/// person's own. Patterns of the table leave out what both countries use.
fn at_home(digits: &str, nationality: Option<Country>) -> Option<String> {
    let fits = |pattern: &&Pattern, digits: &str| {
        digits.len() == pattern.length && pattern.beginnings.iter().any(|beginning| digits.starts_with(beginning))
    };
    let is_ours = |country: Country| country.iso3() == "KHM" || Some(country) == nationality;
    let mut found = PATTERNS.iter().filter(|pattern| is_ours(pattern.country) && fits(pattern, digits));
    if let (Some(pattern), None) = (found.next(), found.next())
        && pattern.is_sure
    {
        return Some(format!("{}{}", pattern.country.calling_code()?, digits.trim_start_matches('0')));
    }
    // "6281234567890": the own country's code with nothing before it.
    let code = nationality?.calling_code()?;
    let local = format!("0{}", digits.strip_prefix(code)?);
    let without_zero = &local[1..];
    let own = PATTERNS.iter().filter(|pattern| pattern.is_sure && Some(pattern.country) == nationality);
    let is_whole = own.into_iter().any(|pattern| fits(&pattern, &local) || fits(&pattern, without_zero));
    (is_whole && digits.len() >= 11).then(|| digits.to_owned())
}

pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| base::text::digit(*c).is_some()).count();
    let text = text.trim_start_matches('\'');
    (8..=15).contains(&digits)
        && (text.starts_with(['+', '0', '(', '٠', '०', '০', '០', '๐'])
            || text.starts_with("855")
            || text.contains(['-', ' ']) && dates_not(text))
        && dates_not(text)
}

/// Three groups of figures of a date's length are no phone number.
fn dates_not(text: &str) -> bool {
    let groups: Vec<usize> = text
        .split(|c: char| !c.is_numeric())
        .filter(|group| !group.is_empty())
        .map(|group| group.chars().count())
        .collect();
    !matches!(groups[..], [1..=2, 1..=2, 2 | 4] | [4, 1..=2, 1..=2])
}
