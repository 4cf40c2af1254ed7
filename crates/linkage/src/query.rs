//! What a query can mean. One query has several readings, since people write
//! names with and without spaces, and numbers in groups.

use crate::fold::{fold, ideographs, is_ideograph};

/// Terms that must all be met by an entry.
#[derive(Debug, PartialEq)]
pub(crate) struct Reading {
    pub terms: Vec<Term>,
}

impl Reading {
    /// True if this is the one number of the other reading, cut into groups of digits.
    pub fn is_digits_of(&self, whole: &Reading) -> bool {
        let [number] = &whole.terms[..] else { return false };
        self.terms.len() > 1
            && self.terms.iter().all(|term| is_digits(&term.latin))
            && self.terms.iter().flat_map(|term| term.latin.bytes()).eq(number.latin.bytes())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Term {
    /// Folded, without spaces.
    pub latin: String,
    /// Ideographs as typed; empty if there are none.
    pub written: String,
    /// Spellings of a number to look for, the likeliest first.
    pub numbers: Vec<String>,
}

/// Letters of a query that are read. A text pasted by mistake is longer, and
/// each of its words would be sought.
const LONGEST: usize = 256;

/// All readings of the query: word by word as typed, every folded word for
/// itself, and everything run together.
pub(crate) fn read(query: &str) -> Vec<Reading> {
    let query: &str = &query.chars().take(LONGEST).collect::<String>();
    let together = fold(query).replace(' ', "");
    if together.is_empty() {
        return Vec::new();
    }
    let typed = typed_words(query).iter().flat_map(|word| typed_terms(word)).collect();
    let apart = fold(query).split(' ').map(|word| term(word, word)).collect();
    let only_ideographs = query.chars().all(|letter| is_ideograph(letter) || letter.is_whitespace());
    let whole = Term {
        written: if only_ideographs { ideographs(query).concat() } else { String::new() },
        ..term(&together, query)
    };
    let mut readings: Vec<Reading> = Vec::new();
    for terms in [typed, apart, vec![whole]] {
        let reading = Reading { terms: without_articles(terms) };
        if !reading.terms.is_empty() && !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

/// A number as it is indexed: letters and digits run together, in Latin; a
/// date keeps its hyphens, so that "2004-10" is no part of a telephone number.
pub(crate) fn number(text: &str) -> String {
    let latin = fold(text);
    let parts: Vec<&str> = latin.split(' ').collect();
    let is_date = text.contains('-')
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.iter().map(|part| part.len()).eq([4, 2, 2]);
    parts.join(if is_date { "-" } else { "" })
}

/// Words between spaces, except that neighbouring groups of digits are one.
fn typed_words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in query.split_whitespace() {
        match words.last_mut() {
            Some(last) if is_digits(last) && is_digits(word) => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn is_digits(word: &str) -> bool {
    word.chars().any(char::is_numeric) && !word.chars().any(char::is_alphabetic)
}

fn typed_terms(word: &str) -> Vec<Term> {
    if has_digit(word) {
        return vec![term(&fold(word).replace(' ', ""), word)];
    }
    let runs = ideographs(word);
    let rest = word.replace(is_ideograph, " ");
    let written =
        runs.into_iter().map(|run| Term { latin: fold(&run).replace(' ', ""), written: run, numbers: Vec::new() });
    let latin = fold(&rest);
    let spelled = latin.split(' ').filter(|word| !word.is_empty()).map(|word| term(word, word));
    written.chain(spelled).collect()
}

fn term(latin: &str, typed: &str) -> Term {
    let numbers = if has_digit(latin) { number_spellings(latin, typed) } else { Vec::new() };
    Term { latin: latin.to_owned(), written: String::new(), numbers }
}

fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// A telephone number is kept with or without the code of the country, and
/// typed with or without it, a plus or a leading zero.
fn number_spellings(latin: &str, typed: &str) -> Vec<String> {
    let mut spellings = vec![latin.to_owned()];
    let is_hyphened = typed.contains('-') && typed.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    if is_hyphened {
        spellings.push(typed.trim_matches('-').to_owned());
    }
    let bare = latin.trim_start_matches('0');
    let all_digits = latin.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits && bare.len() >= 5 && bare.len() < latin.len() {
        spellings.push(bare.to_owned());
    }
    let is_international = typed.trim_start().starts_with('+') || latin.starts_with("00");
    if all_digits && is_international && bare.len() >= 9 {
        // Codes of countries have one to three digits.
        spellings.extend((1..=3).map(|code| format!("0{}", &bare[code..])));
    }
    spellings
}

/// The Arabic article is written, run together or left out at will.
fn without_articles(terms: Vec<Term>) -> Vec<Term> {
    let is_article = |term: &Term| matches!(term.latin.as_str(), "al" | "el");
    if terms.iter().all(is_article) {
        return terms;
    }
    terms.into_iter().filter(|term| !is_article(term)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(query: &str) -> Vec<Vec<String>> {
        read(query).into_iter().map(|reading| reading.terms.into_iter().map(|term| term.latin).collect()).collect()
    }

    #[test]
    fn a_query_is_read_word_by_word_and_run_together() {
        assert_eq!(readings("Hanna"), [["hanna"]]);
        assert_eq!(readings("Liu  Bo"), [vec!["liu", "bo"], vec!["liubo"]]);
        assert_eq!(readings("刘波"), [vec!["liubo"], vec!["liu", "bo"]]);
        assert_eq!(readings("482 917 365"), [vec!["482917365"], vec!["482", "917", "365"]]);
        assert_eq!(readings("al Zahra"), [vec!["zahra"], vec!["alzahra"]]);
        assert!(readings(" -– ").is_empty());
    }

    #[test]
    fn a_telephone_number_is_sought_with_and_without_its_country() {
        let spellings = &read("+855 12 345 678")[0].terms[0].numbers;
        assert!(spellings.contains(&"85512345678".to_owned()));
        assert!(spellings.contains(&"012345678".to_owned()));
        assert_eq!(read("012345678")[0].terms[0].numbers, ["012345678", "12345678"]);
    }

    #[test]
    fn only_a_date_keeps_its_hyphens() {
        assert_eq!(number("2004-10-01"), "2004-10-01");
        assert_eq!(number("+855-12-345-678"), "85512345678");
        assert_eq!(number("AB 123 45"), "ab12345");
        assert_eq!(number("០១២ ៣៤៥"), "012345");
    }
}
