//! A template times the facts of one case is a letter.

use super::fields::{Field, Purpose};
use super::reading::{self, Line, Piece};
use super::value::{clean, date_in};
use super::{Block, Letter, Source, Span, Template, Text, Tongue, Value};
use base::Date;
use std::collections::BTreeMap;

/// The facts by the names of their fields.
pub type Values = BTreeMap<String, Value>;

/// What a letter has besides the facts of the case: who writes to whom, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub organisation: String,
    /// How the organisation is reached: one line each. Never the address of a shelter.
    pub contact: Vec<String>,
    pub place: String,
    pub date: Date,
    /// The office, and below it what the address needs.
    pub recipient: Vec<String>,
    pub signatory: String,
    pub role: String,
    pub verification: Verification,
}

/// How somebody who holds the letter finds out that it is genuine, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Nine digits; they are shown in three groups.
    pub code: String,
    /// Where the code is typed in, as a person reads it.
    pub address: String,
    /// What the square code holds.
    pub link: String,
}

impl Frame {
    /// What it lacks for any letter whatever.
    pub fn lacks(&self) -> Vec<Lack> {
        framed(self, Purpose::Protection)
    }
}

impl Verification {
    /// "412 907 356"
    pub fn spoken(&self) -> String {
        let digits: Vec<char> = self.code.chars().filter(char::is_ascii_digit).collect();
        let groups: Vec<String> = digits.chunks(3).map(|three| three.iter().collect()).collect();
        groups.join(" ")
    }
}

/// Why a letter cannot be written yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Lack {
    /// A field of the template, or a word for a part of the frame.
    pub field: String,
    pub sentence: String,
}

impl Lack {
    pub fn of(field: &str, sentence: String) -> Self {
        Self { field: field.to_owned(), sentence }
    }
}

impl Template {
    /// Everything that is lacking at once, or the letter.
    pub fn fill(&self, values: &Values, frame: &Frame) -> Result<Letter, Vec<Lack>> {
        let mut lacks = framed(frame, self.purpose);
        let mut known = BTreeMap::new();
        for field in &self.fields {
            match values.get(&field.name).map(|value| value.written(&field.kinds, &self.words, self.tongue)) {
                Some(Ok(text)) if !text.is_empty() => drop(known.insert(field.name.as_str(), text)),
                Some(Err(why)) => lacks.push(Lack::of(&field.name, format!("{} {why}.", named(field)))),
                _ if field.required => {
                    lacks.push(Lack::of(&field.name, format!("{} is needed. {}", named(field), field.why)));
                }
                _ => {}
            }
        }
        for name in values.keys().filter(|name| self.field(name).is_none()) {
            let sentence = format!("This letter does not take “{name}”. Nothing of it was used; leave it out.");
            lacks.push(Lack::of(name, sentence));
        }
        lacks.extend(self.half_known(&known));
        if !lacks.is_empty() {
            return Err(lacks);
        }
        let filling = Filling { template: self, known, frame };
        let blocks = filling.blocks();
        let title = blocks.iter().find_map(|block| if let Block::Subject(text) = block { Some(text) } else { None });
        Ok(Letter {
            form: self.form.clone(),
            tongue: self.tongue,
            title: title.map(Text::to_string).unwrap_or_default(),
            blocks,
            reviewed: self.reviewed.clone(),
            to_confirm: self.to_confirm.clone(),
            as_of: self.as_of,
        })
    }

    /// A line of which half is known would vanish with the known half: it is asked for instead.
    fn half_known(&self, known: &BTreeMap<&str, String>) -> Vec<Lack> {
        let mut lacks: Vec<Lack> = Vec::new();
        for line in self.parts.iter().flat_map(reading::Part::lines) {
            let (there, lacking): (Vec<&str>, Vec<&str>) = line.places().partition(|place| known.contains_key(place));
            let optional = |place: &&str| self.field(place).filter(|field| !field.required);
            if let (Some(field), Some(with)) = (lacking.iter().find_map(optional), there.iter().find_map(optional))
                && lacks.iter().all(|lack| lack.field != field.name)
            {
                let sentence =
                    format!("{} is needed beside “{}”: one says nothing without the other.", named(field), with.name);
                lacks.push(Lack::of(&field.name, sentence));
            }
        }
        lacks
    }
}

fn named(field: &Field) -> String {
    format!("“{}” ({})", field.label(Tongue::English), field.name)
}

fn framed(frame: &Frame, purpose: Purpose) -> Vec<Lack> {
    let is_note = purpose == Purpose::Diplomatic;
    let recipient = frame.recipient.join("\n");
    let needed = [
        ("organisation", "The name of the organisation", &frame.organisation),
        ("place", "The place of the letter", &frame.place),
        ("recipient", "Whom the letter is for", &recipient),
        ("signatory", "Who signs the letter", &frame.signatory),
        ("address", "Where the verification code is checked", &frame.verification.address),
    ];
    let mut lacks: Vec<Lack> = Vec::new();
    // A note verbale is initialled and sealed, and nobody checks a code.
    let needed = needed.into_iter().filter(|(part, ..)| !(is_note && matches!(*part, "signatory" | "address")));
    for (part, what, text) in needed {
        match clean(text) {
            Ok(kept) if kept.is_empty() => lacks.push(Lack::of(part, format!("{what} is needed."))),
            Ok(_) => {}
            Err(why) => lacks.push(Lack::of(part, format!("{what} {why}."))),
        }
    }
    for (part, text) in [("contact", frame.contact.join("\n")), ("role", frame.role.clone())] {
        lacks.extend(clean(&text).err().map(|why| Lack::of(part, format!("The {part} {why}."))));
    }
    if is_note {
        return lacks;
    }
    let code = &frame.verification.code;
    if code.len() != 9 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        lacks.push(Lack::of("verification", "The verification code has to be nine digits.".to_owned()));
    }
    if crate::qr::svg(&frame.verification.link).is_err() {
        lacks.push(Lack::of("link", "The link for checking is too long for a square code.".to_owned()));
    }
    lacks
}

struct Filling<'t> {
    template: &'t Template,
    known: BTreeMap<&'t str, String>,
    frame: &'t Frame,
}

impl Filling<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for part in &self.template.parts {
            let Some(block) = self.block(part) else { continue };
            // A heading whose lines have all vanished goes with them.
            if matches!(block, Block::Heading(_) | Block::Signature { .. }) {
                blocks.pop_if(|last| matches!(last, Block::Heading(_)));
            }
            blocks.push(block);
        }
        blocks
    }

    fn block(&self, part: &reading::Part) -> Option<Block> {
        let frame = self.frame;
        let texts = |lines: &[Line]| lines.iter().filter_map(|line| self.text(line)).collect::<Vec<Text>>();
        Some(match part {
            reading::Part::Letterhead => {
                Block::Letterhead { organisation: one_line(&frame.organisation), contact: lines(&frame.contact) }
            }
            reading::Part::PlaceAndDate => {
                let date = date_in(frame.date, self.template.tongue);
                let between = if self.template.tongue == Tongue::Khmer { " " } else { ", " };
                Block::PlaceAndDate(format!("{}{between}{date}", one_line(&frame.place)))
            }
            reading::Part::Recipient => Block::Recipient(lines(&frame.recipient)),
            reading::Part::Subject(line) => Block::Subject(self.text(line)?),
            reading::Part::Heading(line) => Block::Heading(self.text(line)?),
            reading::Part::Labelled { label, line } => Block::Labelled { label: label.clone(), text: self.text(line)? },
            reading::Part::Paragraph(lines) => Block::Paragraph(joined(texts(lines))?),
            reading::Part::List(lines) => Block::List(some(texts(lines))?),
            reading::Part::Table(lines) => {
                Block::Table(some(lines.iter().filter_map(|line| self.row(line)).collect())?)
            }
            reading::Part::Basis(sources) => {
                let source =
                    |(text, from): &(Line, Line)| Some(Source { text: self.text(text)?, from: self.text(from)? });
                Block::Basis(some(sources.iter().filter_map(source).collect())?)
            }
            reading::Part::Signature => Block::Signature {
                organisation: one_line(&frame.organisation),
                name: one_line(&frame.signatory),
                role: one_line(&frame.role),
            },
            reading::Part::Verification => Block::Verification(frame.verification.clone()),
        })
    }

    /// None where something optional is not known: the line vanishes.
    fn text(&self, line: &Line) -> Option<Text> {
        let span = |piece: &Piece| match piece {
            Piece::Words(words) => Some(Span::Words(words.clone())),
            Piece::Place(name) => {
                Some(Span::Value { field: name.clone(), text: self.known.get(name.as_str())?.clone() })
            }
        };
        line.pieces.iter().map(span).collect::<Option<Vec<Span>>>().map(Text)
    }

    fn row(&self, line: &Line) -> Option<(String, Text)> {
        let field = self.template.field(line.places().next()?)?;
        Some((field.label(self.template.tongue).to_owned(), self.text(line)?))
    }
}

fn some<T>(found: Vec<T>) -> Option<Vec<T>> {
    (!found.is_empty()).then_some(found)
}

/// The lines of a paragraph, one after another.
fn joined(texts: Vec<Text>) -> Option<Text> {
    let mut spans = Vec::new();
    for text in texts {
        if !spans.is_empty() {
            spans.push(Span::Words(" ".to_owned()));
        }
        spans.extend(text.0);
    }
    some(spans).map(Text)
}

fn one_line(text: &str) -> String {
    base::text::remark(text)
}

fn lines(texts: &[String]) -> Vec<String> {
    texts.iter().flat_map(|text| text.lines()).map(base::text::remark).filter(|line| !line.is_empty()).collect()
}
