//! As much XML as a spreadsheet's parts need: elements, attributes, text, read piece by piece, so that a
//! part may be far larger than what is held of it. No entity is ever defined by the file itself and no
//! address is ever followed, so nothing can expand or call out.

mod escapes;

pub use escapes::unescaped;

use super::ListError;
use encoding_rs::Decoder;
use std::borrow::Cow;
use std::io::Read;
use std::ops::Range;

pub enum Event<'a> {
    Open(Element<'a>),
    /// The local name of an element that ends, also of an empty one.
    Close(&'a str),
    /// Long text comes in several pieces.
    Text(Cow<'a, str>),
}

#[derive(Clone, Copy)]
pub struct Element<'a> {
    /// The name without its prefix.
    pub name: &'a str,
    attributes: &'a str,
}

/// What is read from the source at once.
const PIECE: usize = 32 * 1024;

/// The longest tag that is still looked through; a cell's text may stand in an attribute.
const TAG: usize = 1024 * 1024;

pub struct Events<R> {
    source: R,
    decoder: Decoder,
    piece: Vec<u8>,
    /// What is decoded of the source and not yet told, from `at` on.
    text: String,
    at: usize,
    ended: bool,
    failure: Option<ListError>,
    /// An empty element was just told and is to be closed.
    open: Option<Range<usize>>,
    in_cdata: bool,
}

enum Token {
    Open { name: Range<usize>, attributes: Range<usize> },
    Close(Range<usize>),
    Text(Range<usize>),
    Verbatim(Range<usize>),
}

impl<R: Read> Events<R> {
    pub fn of(source: R) -> Self {
        Self {
            source,
            decoder: encoding_rs::UTF_8.new_decoder(),
            piece: vec![0; PIECE],
            text: String::new(),
            at: 0,
            ended: false,
            failure: None,
            open: None,
            in_cdata: false,
        }
    }

    /// What comes next. Broken XML ends here, and a broken source; [`Events::whole`] tells the second.
    pub fn next(&mut self) -> Option<Event<'_>> {
        if let Some(name) = self.open.take() {
            return Some(Event::Close(&self.text[name]));
        }
        Some(match self.token()? {
            Token::Open { name, attributes } => {
                Event::Open(Element { name: &self.text[name], attributes: &self.text[attributes] })
            }
            Token::Close(name) => Event::Close(&self.text[name]),
            Token::Text(text) => Event::Text(unescaped(&self.text[text])),
            Token::Verbatim(text) => Event::Text(Cow::Borrowed(&self.text[text])),
        })
    }

    /// Says why the source ended early, if it did.
    pub fn whole(&mut self) -> Result<(), ListError> {
        self.failure.take().map_or(Ok(()), Err)
    }

    /// Reads on past the end of the element that was just opened; what is in it is not looked at.
    pub fn skip(&mut self, name: &str) {
        let mut depth = 1;
        while let Some(event) = self.next() {
            match event {
                Event::Open(element) if element.name == name => depth += 1,
                Event::Close(closed) if closed == name => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn token(&mut self) -> Option<Token> {
        loop {
            if self.in_cdata {
                match self.verbatim()? {
                    empty if empty.is_empty() => continue,
                    text => return Some(Token::Verbatim(text)),
                }
            }
            // As long as the longest beginning that is told apart, "<![CDATA[".
            while self.text.len() - self.at < 9 && self.fill() {}
            let rest = &self.text[self.at..];
            if rest.is_empty() {
                return None;
            } else if rest.starts_with("<![CDATA[") {
                self.at += 9;
                self.in_cdata = true;
            } else if rest.starts_with("<!--") {
                self.at += 4;
                self.skip_past("-->");
            } else if rest.starts_with("<?") || rest.starts_with("<!") {
                self.skip_past(">");
            } else if rest.starts_with('<') {
                return self.tag();
            } else if let Some(text) = self.plain_text() {
                return Some(Token::Text(text));
            }
        }
    }

    /// Text up to the next tag, or as much of it as is there; an entity is never cut.
    fn plain_text(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let end = match rest.find('<') {
            Some(end) => end,
            None if self.ended => rest.len(),
            None => {
                let tail = rest.floor_char_boundary(rest.len().saturating_sub(12));
                let open = rest[tail..].rfind('&').filter(|at| !rest[tail + at..].contains(';'));
                open.map_or(rest.len(), |at| tail + at)
            }
        };
        if end == 0 {
            self.fill();
            return None;
        }
        let text = self.at..self.at + end;
        self.at = text.end;
        Some(text)
    }

    /// A piece of a CDATA section; an empty one when it ends or more has to be read.
    fn verbatim(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let begin = self.at;
        if let Some(end) = rest.find("]]>") {
            self.at += end + 3;
            self.in_cdata = false;
            return Some(begin..begin + end);
        }
        let kept = if self.ended { 0 } else { 2 };
        let end = rest.floor_char_boundary(rest.len().saturating_sub(kept));
        if end == 0 && !self.fill() && self.text.len() == self.at {
            return None;
        }
        let begin = self.at;
        self.at += end;
        Some(begin..self.at)
    }

    fn skip_past(&mut self, end: &str) {
        loop {
            let rest = &self.text[self.at..];
            if let Some(found) = rest.find(end) {
                self.at += found + end.len();
                return;
            }
            self.at += rest.floor_char_boundary(rest.len().saturating_sub(end.len()));
            if !self.fill() {
                self.at = self.text.len();
                return;
            }
        }
    }

    fn tag(&mut self) -> Option<Token> {
        let length = loop {
            if let Some(length) = end_of_tag(&self.text.as_bytes()[self.at..]) {
                break length;
            }
            if self.text.len() - self.at > TAG {
                self.failure.get_or_insert(ListError::Damaged);
                self.ended = true;
            }
            // A document that ends within a tag ends before it.
            if !self.fill() {
                self.at = self.text.len();
                return None;
            }
        };
        let mut inside = self.at + 1..self.at + length;
        self.at += length + 1;
        let bytes = self.text.as_bytes();
        if bytes.get(inside.start) == Some(&b'/') {
            let name = self.text[inside.start + 1..inside.end].trim();
            let end = inside.start + 1 + self.text[inside.start + 1..inside.end].trim_end().len();
            return Some(Token::Close(end - local(name).len()..end));
        }
        let empty = inside.end > inside.start && bytes[inside.end - 1] == b'/';
        if empty {
            inside.end -= 1;
        }
        let text = &self.text[inside.clone()];
        let name_end = inside.start + text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
        let name = name_end - local(&self.text[inside.start..name_end]).len()..name_end;
        if empty {
            self.open = Some(name.clone());
        }
        Some(Token::Open { name, attributes: name_end..inside.end })
    }

    /// Reads another piece; false when there is none.
    fn fill(&mut self) -> bool {
        if self.ended {
            return false;
        }
        self.text.drain(..self.at);
        self.at = 0;
        let read = match self.source.read(&mut self.piece) {
            Ok(read) => read,
            Err(error) => {
                let told = error.into_inner().and_then(|error| error.downcast::<ListError>().ok());
                self.failure = Some(told.map_or(ListError::Damaged, |error| *error));
                0
            }
        };
        self.ended = read == 0;
        let room = self.decoder.max_utf8_buffer_length(read).unwrap_or(PIECE * 3);
        self.text.reserve(room);
        let _ = self.decoder.decode_to_string(&self.piece[..read], &mut self.text, self.ended);
        true
    }
}

/// Where the `>` stands that ends a tag; one inside an attribute's value does not.
fn end_of_tag(tag: &[u8]) -> Option<usize> {
    let mut quote = None;
    tag.iter().position(|byte| match quote {
        Some(open) => {
            if *byte == open {
                quote = None;
            }
            false
        }
        None if matches!(byte, b'"' | b'\'') => {
            quote = Some(*byte);
            false
        }
        None => *byte == b'>',
    })
}

impl<'a> Element<'a> {
    /// The value of the attribute with this local name.
    pub fn attribute(&self, wanted: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        while let Some((name, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next()?;
            let (value, following) = if matches!(quote, '"' | '\'') {
                after[1..].split_once(quote)?
            } else {
                // Web pages leave the quotation marks out.
                after.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((after, ""))
            };
            let name = name.trim();
            let name = name.rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or(name);
            if local(name).eq_ignore_ascii_case(wanted) {
                return Some(unescaped(value));
            }
            rest = following;
        }
        None
    }

    /// Whether an attribute of any name that ends so has this value, as "value-type" has in two vocabularies.
    pub fn says(&self, wanted: &str, value: &str) -> bool {
        let mut rest = self.attributes;
        while let Some(at) = rest.find(wanted) {
            rest = &rest[at + wanted.len()..];
            let said = rest.strip_prefix("=\"").or_else(|| rest.strip_prefix("='"));
            if said.is_some_and(|said| said.strip_prefix(value).is_some_and(|end| end.starts_with(['"', '\'']))) {
                return true;
            }
        }
        false
    }

    /// The attribute as a whole number.
    pub fn number<N: std::str::FromStr>(&self, wanted: &str) -> Option<N> {
        self.attribute(wanted)?.trim().parse().ok()
    }

    pub fn is(&self, attribute: &str, values: &[&str]) -> bool {
        self.attribute(attribute).is_some_and(|value| values.contains(&&*value))
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
