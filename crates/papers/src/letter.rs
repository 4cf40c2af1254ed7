//! Letters: a country's templates filled with the facts of a case, as a page, as PDF and as text to edit.
//!
//! A template names every fact it takes, from which part of the case file it comes and why (`fields.csv`); nothing
//! else can enter a letter, and nothing of anybody's testimony ever. What is written lies in `data/packs/*/letters`
//! and can be read and changed without a programmer.

mod docx;
pub mod fields;
mod fill;
mod html;
pub mod pack;
pub mod pdf;
mod plain;
mod reading;
pub mod template;
mod value;

pub use docx::docx;
pub use docx::zip::write as zip;
pub use fields::{Field, Kind, Part, Purpose};
pub use fill::{Frame, Lack, Values, Verification};
pub use html::{STYLE, html};
pub use pack::{Form, Pack};
pub use pdf::{Pdf, pdf, pdf_of_all, undrawn};
pub use plain::plain;
pub use template::Template;
pub use value::{Value, date_in};

use base::Date;
use std::fmt;

/// The languages that letters are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tongue {
    English,
    Khmer,
}

impl Tongue {
    pub const ALL: [Tongue; 2] = [Tongue::English, Tongue::Khmer];

    /// BCP 47, and the name of the template's file.
    pub fn tag(self) -> &'static str {
        match self {
            Tongue::English => "en",
            Tongue::Khmer => "km",
        }
    }

    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.tag() == tag)
    }

    /// The words that every letter needs besides its own.
    fn words(self) -> &'static Words {
        match self {
            Tongue::English => &Words {
                to: "To:",
                reference: "Verification code",
                verify: "Whether this letter is genuine can be checked with this code at",
                verify_end: ". The check does not reveal who the letter is about.",
                picture: "Square code with the same check",
                page: "Page",
                of: "of",
                signature: "Signature and stamp",
            },
            Tongue::Khmer => &Words {
                to: "សូមគោរពជូន៖",
                reference: "លេខកូដផ្ទៀងផ្ទាត់",
                verify: "ភាពពិតនៃលិខិតនេះអាចផ្ទៀងផ្ទាត់បានដោយប្រើលេខកូដនេះ នៅ",
                verify_end: " ។ ការផ្ទៀងផ្ទាត់នេះមិនបង្ហាញថាលិខិតនេះនិយាយអំពីនរណាទេ។",
                picture: "លេខកូដការ៉េសម្រាប់ការផ្ទៀងផ្ទាត់ដូចគ្នា",
                page: "ទំព័រ",
                of: "នៃ",
                signature: "ហត្ថលេខា និងត្រា",
            },
        }
    }
}

struct Words {
    to: &'static str,
    reference: &'static str,
    verify: &'static str,
    verify_end: &'static str,
    picture: &'static str,
    page: &'static str,
    of: &'static str,
    signature: &'static str,
}

/// A template with everything filled in: what every output is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The folder of its template, such as "presumption".
    pub form: String,
    pub tongue: Tongue,
    /// The first heading. It names nobody.
    pub title: String,
    pub blocks: Vec<Block>,
    /// Who has read the template in this language, and when; `None` has to be said beside the letter.
    pub reviewed: Option<Review>,
    /// What a lawyer still has to compare, for whoever prepares the letter; it is not printed.
    pub to_confirm: Option<String>,
    /// The day of the template's text.
    pub as_of: Date,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub by: String,
    pub on: Date,
}

/// One thing below another, as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Who writes, and how to be reached.
    Letterhead {
        organisation: String,
        contact: Vec<String>,
    },
    PlaceAndDate(String),
    Recipient(Vec<String>),
    /// What the letter is about: its one heading of the first rank.
    Subject(Text),
    Heading(Text),
    Paragraph(Text),
    /// A line that begins with a word in bold.
    Labelled {
        label: String,
        text: Text,
    },
    Table(Vec<(String, Text)>),
    List(Vec<Text>),
    /// The sources of law that the letter rests on.
    Basis(Vec<Source>),
    Signature {
        organisation: String,
        name: String,
        role: String,
    },
    Verification(Verification),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub text: Text,
    /// Where that stands, with its date.
    pub from: Text,
}

/// Words of the template and values of the case, told apart so that a page can show which is which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Words(String),
    Value { field: String, text: String },
}

impl Span {
    pub fn text(&self) -> &str {
        match self {
            Span::Words(text) | Span::Value { text, .. } => text,
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|span| f.write_str(span.text()))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(vec![Span::Words(text.to_owned())])
    }
}

/// Something that is wrong with a file of a pack's letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Below the folder of the letters, such as "presumption/en.txt".
    pub file: String,
    /// As a text editor counts them; 0 where it is about the file.
    pub line: usize,
    pub sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.line {
            0 => write!(f, "letters/{}: {}", self.file, self.sentence),
            line => write!(f, "letters/{}, line {line}: {}", self.file, self.sentence),
        }
    }
}

/// Gathers what is wrong with one file, so that all of it is said at once.
struct Problems<'f> {
    file: &'f str,
    found: Vec<Problem>,
}

impl<'f> Problems<'f> {
    fn of(file: &'f str) -> Self {
        Self { file, found: Vec::new() }
    }

    fn say(&mut self, line: usize, sentence: impl Into<String>) {
        self.found.push(Problem { file: self.file.to_owned(), line, sentence: sentence.into() });
    }
}
