//! The texts of an XLSX workbook that its cells name by number, and how text is written in it.

use crate::sheet::clean::add;
use crate::sheet::shared::Shared;
use crate::sheet::xml::{Event, Events};
use crate::sheet::zip::Part;
use crate::sheet::{Cell, ListError, Tally};

/// Each shared string once, without its phonetic reading.
pub fn read(mut events: Events<Part>, tally: &mut Tally) -> Result<Shared, ListError> {
    let mut strings = Shared::default();
    let mut current = Text::default();
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) if element.name == "si" => current = Text::default(),
            Event::Close("si") => strings.push(&current.cell(), tally)?,
            event => current.see(&event),
        }
    }
    events.whole()?;
    Ok(strings)
}

/// A cell's text as its elements tell it: runs of letters one after the other, no phonetic readings.
#[derive(Default)]
pub struct Text {
    text: String,
    inside: bool,
    phonetic: bool,
}

impl Text {
    pub fn see(&mut self, event: &Event) {
        match event {
            Event::Open(element) => match element.name {
                "v" | "t" => self.inside = true,
                "rPh" => self.phonetic = true,
                _ => {}
            },
            Event::Text(text) if self.inside && !self.phonetic => add(&mut self.text, text),
            Event::Text(_) => {}
            Event::Close("v" | "t") => self.inside = false,
            Event::Close("rPh") => self.phonetic = false,
            Event::Close(_) => {}
        }
    }

    pub fn raw(&self) -> &str {
        &self.text
    }

    pub fn cell(&self) -> Cell {
        if self.text.contains("_x") { Cell::text_of(&unescaped(&self.text)) } else { Cell::text_of(&self.text) }
    }
}

/// Excel writes what XML cannot hold as `_x000D_`, and an underscore before such letters as `_x005F_`.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..5).and_then(|code| code.strip_suffix('_'));
        let c = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match c {
            Some(c) => {
                out.push(c);
                rest = &after[5..];
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out + rest
}
