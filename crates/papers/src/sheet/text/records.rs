//! A delimited text, record by record.

use super::dialect::Dialect;
use crate::sheet::COLUMNS;
use std::borrow::Cow;

/// The longest text a spreadsheet program writes into one cell.
const LONGEST_QUOTED: usize = 32_767;

/// More lines than this in one cell mean that a quotation mark was never closed.
const LINES_QUOTED: usize = 20;

/// So many bytes are looked through in vain for closing marks; no file that is meant well needs them.
const IN_VAIN: usize = 64 * 1024 * 1024;

/// Records of a delimited text; an empty line is a record too, as a spreadsheet numbers it.
pub struct Records<'a> {
    rest: &'a str,
    dialect: Dialect,
    in_vain: usize,
    pub marks: Marks,
}

/// What became of the cells that begin with a quotation mark.
#[derive(Default)]
pub struct Marks {
    /// Closed as they should be.
    pub closed: usize,
    /// Of these the ones that could not have done without.
    pub needed: usize,
    /// Taken for letters.
    pub stray: usize,
}

impl<'a> Records<'a> {
    pub fn of(text: &'a str, dialect: Dialect) -> Self {
        Self { rest: text, dialect, in_vain: 0, marks: Marks::default() }
    }

    /// The cells of the next record; false when there is none.
    pub fn next_into(&mut self, fields: &mut Vec<Cow<'a, str>>) -> bool {
        fields.clear();
        if self.rest.is_empty() {
            return false;
        }
        loop {
            let field = self.field();
            if fields.len() <= COLUMNS * 2 {
                fields.push(field);
            } else if !field.is_empty() {
                // Far too wide already: what stands there only has to be seen, not kept.
                fields[COLUMNS * 2] = field;
            }
            let mut chars = self.rest.chars();
            match chars.next() {
                Some(c) if c == self.dialect.delimiter => self.rest = chars.as_str(),
                Some('\r') => {
                    self.rest = chars.as_str().strip_prefix('\n').unwrap_or(chars.as_str());
                    return true;
                }
                Some(_) => {
                    self.rest = chars.as_str();
                    return true;
                }
                None => return true,
            }
        }
    }

    /// One cell; what follows is a delimiter, an end of line or nothing.
    fn field(&mut self) -> Cow<'a, str> {
        let start = self.rest.trim_start_matches(' ');
        if start.starts_with(self.dialect.quote) {
            if let Some((field, rest)) = self.quoted(start) {
                self.marks.closed += 1;
                let needs = |c: char| c == self.dialect.quote || self.dialect.ends_field(c);
                self.marks.needed += usize::from(field.contains(needs));
                self.rest = rest;
                return field;
            }
            self.marks.stray += 1;
        }
        let (field, rest) = self.rest.split_at(self.bare_end());
        self.rest = rest;
        if self.dialect.backslash && field.contains('\\') {
            return Cow::Owned(self.without_backslashes(field));
        }
        Cow::Borrowed(field)
    }

    /// Where a cell without quotation marks ends.
    fn bare_end(&self) -> usize {
        let mut from = 0;
        loop {
            let found = self.rest[from..].find(|c| self.dialect.ends_field(c));
            let Some(end) = found.map(|end| from + end) else {
                return self.rest.len();
            };
            let before = self.rest[..end].bytes().rev().take_while(|byte| *byte == b'\\').count();
            let delimiter = self.rest[end..].starts_with(self.dialect.delimiter);
            if !(self.dialect.backslash && delimiter && before % 2 == 1) {
                return end;
            }
            from = end + self.dialect.delimiter.len_utf8();
        }
    }

    /// A cell in quotation marks. A mark that is not closed properly is part of the text, as in
    /// `"Ali" Hassan`: otherwise it would swallow the people that follow.
    fn quoted(&mut self, text: &'a str) -> Option<(Cow<'a, str>, &'a str)> {
        let quote = self.dialect.quote;
        let inside = &text[quote.len_utf8()..];
        let mut chars = inside.char_indices();
        let (mut lines, mut escaped) = (0usize, false);
        let end = loop {
            let Some((at, c)) = chars.next() else {
                self.in_vain += inside.len();
                return None;
            };
            if c == quote {
                if !chars.as_str().starts_with(quote) {
                    break at;
                }
                chars.next();
                escaped = true;
            } else if c == '\\' && self.dialect.backslash {
                chars.next();
                escaped = true;
            }
            lines += usize::from(c == '\n');
            if lines > LINES_QUOTED || at > LONGEST_QUOTED * 4 || self.in_vain > IN_VAIN {
                self.in_vain += at;
                return None;
            }
        };
        let rest = chars.as_str().trim_start_matches(' ');
        let closed = rest.is_empty() || rest.starts_with(|c| self.dialect.ends_field(c));
        let field = &inside[..end];
        closed.then(|| (if escaped { Cow::Owned(self.unescaped(field)) } else { Cow::Borrowed(field) }, rest))
    }

    fn unescaped(&self, field: &str) -> String {
        let quote = self.dialect.quote;
        let mut out = String::with_capacity(field.len());
        let mut chars = field.chars();
        while let Some(c) = chars.next() {
            if c == quote {
                chars.next();
                out.push(quote);
            } else if c == '\\' && self.dialect.backslash {
                self.push_escaped(&mut out, chars.next());
            } else {
                out.push(c);
            }
        }
        out
    }

    fn without_backslashes(&self, field: &str) -> String {
        let mut out = String::with_capacity(field.len());
        let mut chars = field.chars();
        while let Some(c) = chars.next() {
            if c == '\\' { self.push_escaped(&mut out, chars.next()) } else { out.push(c) }
        }
        out
    }

    /// What follows a backslash: a sign of the dialect stands for itself, before others the backslash stays.
    fn push_escaped(&self, out: &mut String, following: Option<char>) {
        if !following.is_some_and(|c| c == self.dialect.quote || c == self.dialect.delimiter || c == '\\') {
            out.push('\\');
        }
        out.extend(following);
    }
}
