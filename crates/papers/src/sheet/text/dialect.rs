//! Which signs a text parts its cells with: the ones that cut most lines into the same number of cells.

use super::records::Records;
use crate::sheet::COLUMNS;

/// Signs that lists are usually parted with, the usual one first. ASCII has one of its own.
const USUAL: [char; 5] = [',', ';', '\t', '|', '\u{1f}'];

/// Signs that are rarely anything else in a list of people.
const RARE: &str = ":^~¦§#!$%*=<>{}`·•¬¤\u{1}\u{1c}\u{1d}，；、｜،؛";

/// Signs that names, dates and addresses are full of: taken when the headings are parted with them too.
const COMMON: &str = "/-._@&+\\";

/// What is looked at to guess the delimiter.
const SAMPLE: usize = 64 * 1024;
const RECORDS: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dialect {
    pub delimiter: char,
    pub quote: char,
    /// Whether a backslash before a quotation mark or a delimiter makes it a letter.
    pub backslash: bool,
    /// ASCII has a sign for the end of a record too; with it, line breaks are letters.
    separates_records: bool,
}

impl Dialect {
    pub fn guess(text: &str) -> Dialect {
        let sample = &text[..text.floor_char_boundary(SAMPLE)];
        if let Some(delimiter) = between_marks(sample) {
            return Self::between(delimiter, text);
        }
        let delimiters = USUAL.into_iter().chain(RARE.chars()).chain(COMMON.chars()).filter(|c| sample.contains(*c));
        let dialects = delimiters.flat_map(|delimiter| Self::quotings(delimiter, sample));
        // A text in which nothing is cut has at most empty cells.
        let usual = USUAL.into_iter().find(|sign| sample.contains(*sign)).unwrap_or(',');
        let best = best(dialects, sample, RECORDS).unwrap_or(Self::plain(usual));
        Self::between(best.delimiter, text)
    }

    /// The dialect of a text whose delimiter is known. The whole text is looked at, because the first cell
    /// that needs quotation marks may be the last of the file.
    pub fn between(delimiter: char, text: &str) -> Dialect {
        let mut dialects = Self::quotings(delimiter, text);
        if dialects.len() == 1 {
            return dialects.remove(0);
        }
        let first = dialects[0];
        best(dialects.into_iter(), text, usize::MAX).unwrap_or(first)
    }

    pub fn ends_field(self, c: char) -> bool {
        c == self.delimiter || if self.separates_records { c == '\u{1e}' } else { matches!(c, '\n' | '\r') }
    }

    fn plain(delimiter: char) -> Dialect {
        Dialect { delimiter, quote: '"', backslash: false, separates_records: false }
    }

    /// The ways in which this text may mark cells that hold the delimiter, the usual one first.
    fn quotings(delimiter: char, text: &str) -> Vec<Dialect> {
        let separates_records = delimiter == '\u{1f}' && text.contains('\u{1e}');
        let plain = Dialect { separates_records, ..Self::plain(delimiter) };
        let mut all = vec![plain];
        if text.contains('\\') && delimiter != '\\' {
            all.push(Dialect { backslash: true, ..plain });
        }
        if text.contains('\'') {
            all.extend(all.clone().into_iter().map(|dialect| Dialect { quote: '\'', ..dialect }));
        }
        all
    }
}

/// The sign that stands between closing and opening quotation marks, in a text whose cells all have them:
/// what stands inside of the marks then says nothing.
fn between_marks(sample: &str) -> Option<char> {
    let marked = sample.lines().filter(|line| line.starts_with('"')).count();
    if !sample.trim_start().starts_with('"') {
        return None;
    }
    let known = |c: char| USUAL.contains(&c) || RARE.contains(c) || COMMON.contains(c);
    let mut counts: Vec<(usize, char)> = Vec::new();
    for part in sample.split('"').skip(1) {
        let mut signs = part.chars();
        if let (Some(sign), None) = (signs.next().filter(|sign| known(*sign)), signs.next()) {
            match counts.iter_mut().find(|(_, counted)| *counted == sign) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, sign)),
            }
        }
    }
    counts.sort_unstable_by_key(|(count, _)| std::cmp::Reverse(*count));
    let second = counts.get(1).map_or(0, |(count, _)| *count);
    counts.first().filter(|(count, _)| *count >= marked && *count > 4 * second).map(|(_, sign)| *sign)
}

/// Of equals the first is taken, so that a list of one column is read with commas.
fn best(dialects: impl Iterator<Item = Dialect>, text: &str, records: usize) -> Option<Dialect> {
    let mut best = None;
    for dialect in dialects {
        let score = Shape::of(text, dialect, records).score(dialect);
        if score > best.map_or(0.0, |(_, high)| high) {
            best = Some((dialect, score));
        }
    }
    best.map(|(dialect, _)| dialect)
}

/// What a text looks like when it is cut in one way.
struct Shape {
    records: usize,
    /// The usual number of cells, and how many records have it.
    usual: usize,
    alike: usize,
    /// The first record is as wide as most.
    begins_so: bool,
    /// The first record has words in every cell, as headings are.
    headed: bool,
    spaced: bool,
    closed: usize,
    needed: usize,
    stray: usize,
}

impl Shape {
    fn of(text: &str, dialect: Dialect, most: usize) -> Shape {
        let mut widths = vec![0usize; COLUMNS * 2 + 2];
        let (mut all, mut first, mut headed, mut spaced) = (0, 0, false, 0);
        let mut records = Records::of(text, dialect);
        let mut fields = Vec::new();
        while all < most && records.next_into(&mut fields) {
            if fields.iter().all(|field| field.trim().is_empty()) {
                continue;
            }
            if all == 0 {
                first = fields.len();
                headed = fields.iter().all(|field| field.contains(char::is_alphabetic));
            }
            all += 1;
            widths[fields.len()] += 1;
            spaced += usize::from(fields.len() > 1 && fields[1..].iter().all(|field| field.starts_with(' ')));
        }
        // The width of the middle record among those that are cut at all.
        let cut: usize = widths[2..].iter().sum();
        let mut seen = 0;
        let middle = widths.iter().enumerate().skip(2).find(|(_, count)| {
            seen += **count;
            cut > 0 && seen > cut / 2
        });
        let (usual, alike) = middle.map_or((0, 0), |(width, count)| (width, *count));
        Shape {
            records: all,
            usual,
            alike,
            begins_so: first == usual,
            headed: headed && first == usual,
            spaced: spaced > 0 && spaced * 10 >= cut * 9,
            closed: records.marks.closed,
            needed: records.marks.needed,
            stray: records.marks.stray,
        }
    }

    fn score(&self, dialect: Dialect) -> f64 {
        let share = |part: usize| part as f64 / self.records.max(1) as f64;
        // An apostrophe begins names and hides leading zeros: it is no quotation mark until it proves to be one.
        let proves = self.needed > 0 || self.closed > 1;
        if dialect.quote == '\'' && !(proves && self.stray * 4 <= self.closed) {
            return 0.0;
        }
        let sign = if USUAL.contains(&dialect.delimiter) {
            1.0
        } else if RARE.contains(dialect.delimiter) {
            if share(self.alike) >= 0.5 { 0.6 } else { 0.0 }
        } else if self.headed && self.records > 1 && share(self.alike) >= 0.9 {
            0.3
        } else {
            0.0
        };
        let cells = self.alike as f64 * self.usual.min(8) as f64;
        let begins = if self.begins_so { 1.3 } else { 1.0 };
        let prose = if self.spaced { 0.8 } else { 1.0 };
        let marks = (1.0 + 0.2 * share(self.closed).min(1.0)) * (1.0 - 0.3 * share(self.stray).min(1.0));
        cells * sign * begins * prose * marks
    }
}
