//! What is filled in, and how each language writes it.

use super::Tongue;
use super::fields::{Kind, WORDS, WordSets};
use base::Date;
use jiff::civil::DateTime;

/// A fact of a case, on its way into a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words in the letter's language, or a name. Lines stay lines.
    Text(String),
    Date(Date),
    /// By the clock of the place where the letter is read.
    Moment(DateTime),
    Number(u32),
    /// Written as it is in every language.
    Code(String),
    /// The key of a word in `words.csv`.
    Word(String),
}

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_KM: [&str; 12] = ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

/// More lines than any value has that a person reads through, and longer ones.
const MOST_LINES: usize = 100;
const LONGEST_LINE: usize = 1_000;

impl Value {
    /// As the letter says it; or why it can not, in the middle of a sentence.
    pub(super) fn written(&self, kinds: &[Kind], words: &WordSets, tongue: Tongue) -> Result<String, String> {
        let misfit = || {
            let allowed: Vec<String> = kinds.iter().map(Kind::to_string).collect();
            format!("has to be {}", allowed.join(" or "))
        };
        let allows = |kind: &Kind| kinds.contains(kind);
        match self {
            Value::Text(text) if allows(&Kind::Text) => clean(text),
            Value::Code(code) if allows(&Kind::Code) => clean(code).map(|code| code.replace('\n', " ")),
            Value::Date(date) if allows(&Kind::Date) => Ok(date_in(*date, tongue)),
            Value::Moment(moment) if allows(&Kind::Moment) => Ok(moment_in(*moment, tongue)),
            Value::Number(number) if allows(&Kind::Number) => Ok(digits_in(&number.to_string(), tongue)),
            Value::Word(word) => {
                let sets = kinds.iter().filter_map(|kind| if let Kind::Words(set) = kind { Some(set) } else { None });
                let said = sets.into_iter().find_map(|set| words.say(set, word, tongue)).map(str::to_owned);
                said.ok_or_else(|| format!("{}; “{word}” is not in {WORDS} there", misfit()))
            }
            _ => Err(misfit()),
        }
    }
}

/// "23 November 2026", "ថ្ងៃទី២៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦".
pub fn date_in(date: Date, tongue: Tongue) -> String {
    let month = date.month() as usize - 1;
    match tongue {
        Tongue::English => format!("{} {} {}", date.day(), MONTHS_EN[month], date.year()),
        Tongue::Khmer => {
            let (day, year) = (date.day().to_string(), date.year().to_string());
            format!("ថ្ងៃទី{} ខែ{} ឆ្នាំ{}", digits_in(&day, tongue), MONTHS_KM[month], digits_in(&year, tongue))
        }
    }
}

fn moment_in(moment: DateTime, tongue: Tongue) -> String {
    let hour = format!("{:02}:{:02}", moment.hour(), moment.minute());
    match tongue {
        Tongue::English => format!("{}, {hour}", date_in(moment.date(), tongue)),
        Tongue::Khmer => format!("{} ម៉ោង {}", date_in(moment.date(), tongue), digits_in(&hour, tongue)),
    }
}

/// Khmer writes numbers with digits of its own; codes stay as they are typed and are not handed in here.
pub fn digits_in(number: &str, tongue: Tongue) -> String {
    match tongue {
        Tongue::English => number.to_owned(),
        Tongue::Khmer => {
            let zero = u32::from('០');
            number.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(zero + d)).unwrap_or(c)).collect()
        }
    }
}

/// Without control characters and marks that turn the reading direction; lines stay lines. Nothing is cut off
/// silently: what is too long is refused.
pub(super) fn clean(text: &str) -> Result<String, String> {
    let lines: Vec<String> = text.lines().map(base::text::remark).filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST_LINES || text.lines().any(|line| line.chars().count() > LONGEST_LINE) {
        return Err(format!("is longer than {MOST_LINES} lines, or has a line of more than {LONGEST_LINE} characters"));
    }
    Ok(lines.join("\n"))
}
