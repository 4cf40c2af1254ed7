//! How a template is written: what begins a line says what the line is.
//!
//! ```text
//! # subject        ## heading         - item of a list      | {field}, a row of the table
//! > source of law  >> where it stands **Label:** text       [signature] and other blocks
//! // a remark for whoever edits; anything else is a paragraph, which ends at an empty line
//! ```

use super::Problems;
use super::fields::Purpose;

/// Words with places to fill in, as one line of the file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub number: usize,
    pub pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    Place(String),
}

impl Line {
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| if let Piece::Place(name) = piece { Some(name.as_str()) } else { None })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Letterhead,
    PlaceAndDate,
    Recipient,
    Subject(Line),
    Heading(Line),
    Paragraph(Vec<Line>),
    Labelled {
        label: String,
        line: Line,
    },
    Table(Vec<Line>),
    List(Vec<Line>),
    /// Each source of law, and where it stands.
    Basis(Vec<(Line, Line)>),
    Signature,
    Verification,
}

impl Part {
    pub fn lines(&self) -> Vec<&Line> {
        match self {
            Part::Subject(line) | Part::Heading(line) | Part::Labelled { line, .. } => vec![line],
            Part::Paragraph(lines) | Part::Table(lines) | Part::List(lines) => lines.iter().collect(),
            Part::Basis(sources) => sources.iter().flat_map(|(text, from)| [text, from]).collect(),
            _ => Vec::new(),
        }
    }
}

/// The blocks that every letter has, each once.
const BLOCKS: [(&str, Part); 5] = [
    ("letterhead", Part::Letterhead),
    ("place and date", Part::PlaceAndDate),
    ("recipient", Part::Recipient),
    ("signature", Part::Signature),
    ("verification", Part::Verification),
];

/// The lines after the header, the first with the number `first`.
pub fn body<'t>(lines: impl Iterator<Item = (usize, &'t str)>, problems: &mut Problems) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut waiting: Option<Line> = None;
    let mut open = false;
    for (number, text) in lines {
        let text = text.trim();
        let was_open = std::mem::replace(&mut open, !text.is_empty());
        if waiting.is_some() && !text.starts_with(">>") {
            unsourced(&mut waiting, problems);
        }
        if text.is_empty() || text.starts_with("//") {
            continue;
        }
        match (marked(text), parts.last_mut()) {
            ((">>", rest), last) => {
                let Some(source) = sourced(line(number, rest, problems), waiting.take(), problems) else { continue };
                match last {
                    Some(Part::Basis(sources)) => sources.push(source),
                    _ => parts.push(Part::Basis(vec![source])),
                }
            }
            ((">", rest), _) => waiting = Some(line(number, rest, problems)),
            (("|", rest), Some(Part::Table(rows))) if was_open => rows.push(row(number, rest, problems)),
            (("|", rest), _) => parts.push(Part::Table(vec![row(number, rest, problems)])),
            (("-", rest), Some(Part::List(items))) if was_open => items.push(line(number, rest, problems)),
            (("-", rest), _) => parts.push(Part::List(vec![line(number, rest, problems)])),
            (("##", rest), _) => parts.push(Part::Heading(line(number, rest, problems))),
            (("#", rest), _) => parts.push(Part::Subject(line(number, rest, problems))),
            (("**", rest), _) => parts.extend(labelled(number, rest, problems)),
            (("[", rest), _) => parts.extend(block(number, rest, problems)),
            ((_, rest), Some(Part::Paragraph(lines))) if was_open => lines.push(line(number, rest, problems)),
            ((_, rest), _) => parts.push(Part::Paragraph(vec![line(number, rest, problems)])),
        }
    }
    unsourced(&mut waiting, problems);
    parts
}

/// What a line begins with, and the rest of it.
fn marked(text: &str) -> (&str, &str) {
    let marks = [">>", ">", "|", "- ", "##", "# ", "**", "["];
    let mark = marks.into_iter().find(|mark| text.starts_with(mark)).unwrap_or("");
    (mark.trim_end(), text[mark.len()..].trim())
}

fn unsourced(waiting: &mut Option<Line>, problems: &mut Problems) {
    if let Some(text) = waiting.take() {
        let sentence =
            "This source of law does not say where it stands. Write a line with “>>” below it, with its date.";
        problems.say(text.number, sentence);
    }
}

fn sourced(from: Line, waiting: Option<Line>, problems: &mut Problems) -> Option<(Line, Line)> {
    if waiting.is_none() {
        problems.say(from.number, "A line with “>>” says where the line with “>” above it stands; there is none.");
    }
    let words: String =
        from.pieces.iter().map(|piece| if let Piece::Words(words) = piece { words.as_str() } else { "" }).collect();
    if !has_year(&words) {
        problems.say(from.number, "This does not say of when the source is. Write its date, or at least its year.");
    }
    Some((waiting?, from))
}

/// Four digits of any script in a row.
fn has_year(text: &str) -> bool {
    let digits: Vec<bool> = text.chars().map(|c| base::text::digit(c).is_some()).collect();
    digits.windows(4).any(|four| four.iter().all(|digit| *digit))
}

fn row(number: usize, text: &str, problems: &mut Problems) -> Line {
    let row = line(number, text, problems);
    if !matches!(row.pieces.as_slice(), [Piece::Place(_)]) {
        let sentence = "A row of the table is one field in braces, such as “| {name}”. Its label stands in fields.csv.";
        problems.say(number, sentence);
    }
    row
}

fn labelled(number: usize, text: &str, problems: &mut Problems) -> Option<Part> {
    let Some((label, rest)) = text.split_once("**") else {
        problems.say(number, "The bold label does not end. Write two asterisks after it, too: “**Label:** text”.");
        return None;
    };
    if label.contains(['{', '}']) {
        problems.say(number, "A label holds no field. Write the field after the two asterisks.");
    }
    Some(Part::Labelled { label: label.trim().to_owned(), line: line(number, rest.trim(), problems) })
}

fn block(number: usize, text: &str, problems: &mut Problems) -> Option<Part> {
    let name = text.strip_suffix(']').unwrap_or_default().trim();
    let found = BLOCKS.into_iter().find(|(known, _)| *known == name);
    if found.is_none() {
        let known: Vec<String> = BLOCKS.iter().map(|(known, _)| format!("[{known}]")).collect();
        problems.say(number, format!("“[{text}” is not a block. Blocks are {}.", known.join(", ")));
    }
    found.map(|(_, part)| part)
}

fn line(number: usize, text: &str, problems: &mut Problems) -> Line {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let place = rest[at..].strip_prefix('{').and_then(|after| after.split_once('}'));
        let Some((name, after)) = place.filter(|(name, _)| !name.contains('{')) else {
            problems.say(number, "A brace stands alone. A field is written as “{name}”, with both braces.");
            return Line { number, pieces };
        };
        if at > 0 {
            pieces.push(Piece::Words(rest[..at].to_owned()));
        }
        pieces.push(Piece::Place(name.trim().to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    if pieces.is_empty() {
        problems.say(number, "Nothing follows the mark at the beginning of this line.");
    }
    Line { number, pieces }
}

/// Blocks that are missing or stand twice, and the subject, without which nobody knows what a letter is.
///
/// A note verbale goes from one office to another, which know each other's seals: it has no code to check.
pub fn complete(parts: &[Part], purpose: Option<Purpose>, problems: &mut Problems) {
    for (name, block) in &BLOCKS {
        let is_free = purpose == Some(Purpose::Diplomatic) && *block == Part::Verification;
        match parts.iter().filter(|part| *part == block).count() {
            0 if is_free => {}
            1 => {}
            0 => problems.say(0, format!("The block [{name}] is missing. Write it on a line of its own.")),
            _ => problems.say(0, format!("The block [{name}] stands there more than once. Keep one.")),
        }
    }
    let subjects = parts.iter().filter(|part| matches!(part, Part::Subject(_))).count();
    if subjects != 1 {
        problems.say(0, format!("There are {subjects} lines that begin with “# ”. A letter has one subject."));
    }
    if !parts.iter().any(|part| matches!(part, Part::Basis(_))) {
        problems.say(0, "No source of law is named. Write it on a line with “>”, and where it stands below with “>>”.");
    }
}
