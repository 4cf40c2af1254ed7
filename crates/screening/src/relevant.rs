//! When a question is asked at all: a small part of what XLSForm calls `relevant`.
//!
//! `${name} = 'yes'`, also with `!=`, `<`, `<=`, `>`, `>=`; `selected(${name}, 'x')`; `and`, `or`, `not(…)`, parentheses.
//! What is not known equals nothing and is neither smaller nor larger, as in XLSForm.

use crate::Answer;
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq)]
pub enum Relevant {
    Compare(String, Sign, Literal),
    Selected(String, String),
    Not(Box<Relevant>),
    And(Box<Relevant>, Box<Relevant>),
    Or(Box<Relevant>, Box<Relevant>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    Text(String),
    Number(f64),
}

impl Relevant {
    /// Reads an expression, or says in a sentence what is not understood.
    pub fn read(text: &str) -> Result<Relevant, String> {
        let mut rest = Tokens { all: tokens(text)?, at: 0, depth: 0 };
        let whole = rest.either()?;
        match rest.next() {
            None => Ok(whole),
            Some(token) => Err(format!("“{}” is not expected at this place.", token.shown())),
        }
    }

    /// Whether it holds. `answer` gives what was answered to a question, if anything was.
    pub fn holds<'a>(&self, answer: &impl Fn(&str) -> Option<&'a Answer>) -> bool {
        match self {
            Relevant::Compare(name, sign, literal) => compare(answer(name), *sign, literal),
            Relevant::Selected(name, choice) => match answer(name) {
                Some(Answer::Several(chosen)) => chosen.contains(choice),
                Some(one) => text_of(one).is_some_and(|text| text == choice),
                None => false,
            },
            Relevant::Not(inner) => !inner.holds(answer),
            Relevant::And(a, b) => a.holds(answer) && b.holds(answer),
            Relevant::Or(a, b) => a.holds(answer) || b.holds(answer),
        }
    }

    /// The questions it looks at.
    pub fn names(&self) -> BTreeSet<&str> {
        match self {
            Relevant::Compare(name, ..) | Relevant::Selected(name, _) => BTreeSet::from([name.as_str()]),
            Relevant::Not(inner) => inner.names(),
            Relevant::And(a, b) | Relevant::Or(a, b) => &a.names() | &b.names(),
        }
    }
}

fn text_of(answer: &Answer) -> Option<&str> {
    match answer {
        Answer::Yes => Some("yes"),
        Answer::No => Some("no"),
        Answer::One(text) | Answer::Text(text) => Some(text),
        _ => None,
    }
}

fn compare(answer: Option<&Answer>, sign: Sign, literal: &Literal) -> bool {
    let ordered = match (answer, literal) {
        (Some(Answer::Number(said)), Literal::Number(number)) => said.partial_cmp(number),
        (Some(Answer::Number(said)), Literal::Text(text)) => {
            text.parse::<f64>().ok().and_then(|number| said.partial_cmp(&number))
        }
        (Some(Answer::One(said) | Answer::Text(said)), Literal::Number(number)) => {
            said.trim().parse::<f64>().ok().and_then(|said| said.partial_cmp(number))
        }
        (other, Literal::Text(text)) => {
            let same = other.and_then(text_of).unwrap_or_default() == text;
            return (sign == Sign::Equal && same) || (sign == Sign::Unequal && !same);
        }
        _ => None,
    };
    match ordered {
        None => sign == Sign::Unequal,
        Some(order) => match sign {
            Sign::Equal => order.is_eq(),
            Sign::Unequal => order.is_ne(),
            Sign::Less => order.is_lt(),
            Sign::AtMost => order.is_le(),
            Sign::More => order.is_gt(),
            Sign::AtLeast => order.is_ge(),
        },
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Text(String),
    Number(f64),
    Sign(Sign),
    Word(&'static str),
}

impl Token {
    fn shown(&self) -> String {
        match self {
            Token::Name(name) => format!("${{{name}}}"),
            Token::Text(text) => format!("'{text}'"),
            Token::Number(number) => number.to_string(),
            Token::Sign(_) => "a comparison".to_owned(),
            Token::Word(word) => (*word).to_owned(),
        }
    }
}

/// In a constraint, the answer that is being looked at.
pub(crate) const ITSELF: &str = ".";

/// Longer ones first, so that none is taken for the beginning of another.
const SIGNS: [(&str, Sign); 6] = [
    ("!=", Sign::Unequal),
    ("<=", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("=", Sign::Equal),
    ("<", Sign::Less),
    (">", Sign::More),
];
const WORDS: [&str; 7] = ["selected", "and", "or", "not", "(", ")", ","];

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (token, after) = token(rest)?;
        found.push(token);
        rest = after.trim_start();
    }
    Ok(found)
}

fn token(rest: &str) -> Result<(Token, &str), String> {
    if let Some(after) = rest.strip_prefix("${") {
        let (name, after) = after.split_once('}').ok_or("A “${” is not closed with “}”.")?;
        return Ok((Token::Name(name.trim().to_owned()), after));
    }
    if let Some(quote) = rest.chars().next().filter(|c| ['\'', '"', '‘', '’', '“', '”'].contains(c)) {
        let closes = |c: char| if quote.is_ascii() { c == quote } else { "‘’“”".contains(c) };
        let inner = &rest[quote.len_utf8()..];
        let end = inner.find(closes).ok_or("A text is not closed with a quotation mark.")?;
        let mut after = inner[end..].chars();
        after.next();
        return Ok((Token::Text(inner[..end].to_owned()), after.as_str()));
    }
    if let Some(after) = rest.strip_prefix('.').filter(|after| !after.starts_with(|c: char| c.is_ascii_digit())) {
        return Ok((Token::Name(ITSELF.to_owned()), after));
    }
    if let Some((mark, sign)) = SIGNS.iter().find(|(mark, _)| rest.starts_with(mark)) {
        return Ok((Token::Sign(*sign), &rest[mark.len()..]));
    }
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(rest.len());
    if let Some(number) = rest[..digits].parse().ok().filter(|_| digits > 0) {
        return Ok((Token::Number(number), &rest[digits..]));
    }
    let letters = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
    let word = if letters == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { letters };
    let (word, after) = rest.split_at(word);
    let known = WORDS.iter().find(|known| **known == word);
    known.map(|known| (Token::Word(known), after)).ok_or_else(|| {
        format!("“{word}” is not understood here. Use comparisons of ${{name}} with a value, selected(), and, or, not() and parentheses.")
    })
}

/// Parentheses within parentheses, so deep and no deeper.
const DEEPEST: usize = 20;

struct Tokens {
    all: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Tokens {
    fn next(&mut self) -> Option<Token> {
        let token = self.all.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn takes(&mut self, word: &'static str) -> bool {
        let there = self.all.get(self.at) == Some(&Token::Word(word));
        self.at += usize::from(there);
        there
    }

    fn must(&mut self, word: &'static str) -> Result<(), String> {
        if self.takes(word) { Ok(()) } else { Err(format!("A “{word}” is missing.")) }
    }

    fn either(&mut self) -> Result<Relevant, String> {
        let mut whole = self.both()?;
        while self.takes("or") {
            whole = Relevant::Or(Box::new(whole), Box::new(self.both()?));
        }
        Ok(whole)
    }

    fn both(&mut self) -> Result<Relevant, String> {
        let mut whole = self.single()?;
        while self.takes("and") {
            whole = Relevant::And(Box::new(whole), Box::new(self.single()?));
        }
        Ok(whole)
    }

    fn single(&mut self) -> Result<Relevant, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("The parentheses are nested too deeply.".to_owned());
        }
        let read = self.bracketed();
        self.depth -= 1;
        read
    }

    fn bracketed(&mut self) -> Result<Relevant, String> {
        match self.next() {
            Some(Token::Word("not")) => {
                self.must("(")?;
                let inner = self.either()?;
                self.must(")").map(|()| Relevant::Not(Box::new(inner)))
            }
            Some(Token::Word("(")) => {
                let inner = self.either()?;
                self.must(")").map(|()| inner)
            }
            Some(Token::Word("selected")) => {
                self.must("(")?;
                let Some(Token::Name(name)) = self.next() else {
                    return Err("selected() begins with a question, as in selected(${name}, 'choice').".to_owned());
                };
                self.must(",")?;
                let choice = match self.next() {
                    Some(Token::Text(choice)) => choice,
                    Some(Token::Number(number)) => number.to_string(),
                    _ => return Err("selected() ends with a choice in quotation marks.".to_owned()),
                };
                self.must(")").map(|()| Relevant::Selected(name, choice))
            }
            Some(Token::Name(name)) => {
                let Some(Token::Sign(sign)) = self.next() else {
                    return Err(format!("After ${{{name}}} a comparison is missing, as in ${{{name}}} = 'yes'."));
                };
                match self.next() {
                    Some(Token::Text(text)) => Ok(Relevant::Compare(name, sign, Literal::Text(text))),
                    Some(Token::Number(number)) => Ok(Relevant::Compare(name, sign, Literal::Number(number))),
                    _ => Err("A question can be compared with a text in quotation marks or a number alone.".to_owned()),
                }
            }
            Some(token) => Err(format!("“{}” is not expected at this place.", token.shown())),
            None => Err("The expression ends too early.".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests;
