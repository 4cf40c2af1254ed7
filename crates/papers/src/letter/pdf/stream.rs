//! What a page draws, as the language of PDF says it.

use super::fonts::Used;
use super::page::{Content as Marked, Drawn, Page};
use super::shape::{Glyph, Run, Word};
use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::types::StructRole;
use pdf_writer::{Content, Name, Str, TextStr};
use std::io::Write;

/// `roles` gives the name under which a page's content is marked.
pub fn stream(page: &Page, fonts: &[Used], role: impl Fn(&Marked) -> Option<StructRole>) -> Vec<u8> {
    let mut content = Content::new();
    for (number, marked) in page.content.iter().enumerate() {
        match role(marked) {
            Some(role) => {
                let mut mark = content.begin_marked_content_with_properties(role.to_name());
                mark.properties().identify(number as i32);
            }
            None => drop(content.begin_marked_content(Name(b"Artifact"))),
        }
        marked.drawn.iter().for_each(|drawn| draw(&mut content, drawn, fonts, page.paper.height));
        content.end_marked_content();
    }
    content.finish().to_vec()
}

fn draw(content: &mut Content, drawn: &Drawn, fonts: &[Used], height: f32) {
    match drawn {
        Drawn::Line { x, baseline, size, words } => {
            content.begin_text();
            content.set_text_matrix([1.0, 0.0, 0.0, 1.0, rounded(*x), rounded(height - baseline)]);
            let mut pen = Pen { content, fonts, size: *size, at: 0.0, wanted: 0.0, rise: 0.0, face: None };
            pen.words(words);
            content.end_text();
        }
        Drawn::Rule { x, y, width, gray } => {
            content.set_stroke_gray(*gray).set_line_width(0.5);
            content.move_to(rounded(*x), rounded(height - y)).line_to(rounded(x + width), rounded(height - y)).stroke();
        }
        Drawn::Square { x, y, side, dark, modules } => {
            let step = side / *modules as f32;
            for (at, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
                let (column, row) = ((at % modules) as f32, (at / modules) as f32);
                let top = height - y - (row + 1.0) * step;
                content.rect(rounded(x + column * step), rounded(top), rounded(step + 0.02), rounded(step + 0.02));
            }
            content.fill_nonzero();
        }
    }
}

/// Where the next glyph is drawn, and where it would be if nothing were said; both from the line's beginning.
struct Pen<'c, 'f> {
    content: &'c mut Content,
    fonts: &'f [Used],
    size: f32,
    at: f32,
    wanted: f32,
    rise: f32,
    face: Option<super::faces::FaceId>,
}

impl Pen<'_, '_> {
    /// All words of a line but the spaces at its end.
    fn words(&mut self, words: &[Word]) {
        let mut runs: Vec<&Run> = words.iter().flat_map(|word| &word.runs).collect();
        while runs.pop_if(|run| run.is_space).is_some() {}
        let mut rest = runs.as_slice();
        while let [first, ..] = rest {
            let (together, others) = rest.split_at(spelled(rest).max(1));
            if first.spell_out {
                let text: String = together.iter().map(|run| run.text.as_str()).collect();
                let mut span = self.content.begin_marked_content_with_properties(Name(b"Span"));
                span.properties().actual_text(TextStr(&text));
            }
            together.iter().for_each(|run| self.run(run));
            if first.spell_out {
                self.content.end_marked_content();
            }
            rest = others;
        }
        // The height outlives the text object, and would lift the next line.
        self.raise(0.0);
    }

    fn run(&mut self, run: &Run) {
        let Some(used) = self.fonts.iter().find(|used| used.face == run.face) else { return };
        if self.face != Some(run.face) {
            self.content.set_font(Name(run.face.resource().as_bytes()), rounded(self.size));
            self.face = Some(run.face);
        }
        for glyphs in run.glyphs.chunk_by(|a, b| a.dy == b.dy) {
            self.glyphs(glyphs, used);
        }
    }

    fn raise(&mut self, rise: f32) {
        if rise != self.rise {
            self.content.set_rise(rounded(rise * self.size));
            self.rise = rise;
        }
    }

    /// Glyphs of one height.
    fn glyphs(&mut self, glyphs: &[Glyph], used: &Used) {
        self.raise(glyphs.first().map_or(0.0, |glyph| glyph.dy));
        let face = used.face.face();
        let mut shown = self.content.show_positioned();
        let mut items = shown.items();
        let mut waiting: Vec<u8> = Vec::new();
        for glyph in glyphs {
            let x = self.wanted + glyph.dx;
            let back = (self.at - x) * 1000.0;
            if back.abs() > 0.4 {
                if !waiting.is_empty() {
                    items.show(Str(&waiting));
                    waiting.clear();
                }
                items.adjust(rounded(back));
                self.at = x;
            }
            waiting.extend(used.remapper.get(glyph.id as u16).unwrap_or(0).to_be_bytes());
            self.at += face.advance(glyph.id);
            self.wanted += glyph.advance;
        }
        if !waiting.is_empty() {
            items.show(Str(&waiting));
        }
    }
}

/// How many runs from the first on are spelled out as one, with the spaces between them: readers put spaces of
/// their own between pieces that are spelled out one by one.
fn spelled(runs: &[&Run]) -> usize {
    let mut count = 0;
    for (at, run) in runs.iter().enumerate() {
        match (run.spell_out, run.is_space) {
            (true, _) => count = at + 1,
            (false, true) => {}
            (false, false) => break,
        }
    }
    if runs.first().is_some_and(|run| run.spell_out) { count } else { 0 }
}

/// A thousandth of a point is finer than any printer, and the same bytes on every machine.
fn rounded(number: f32) -> f32 {
    (number * 1000.0).round() / 1000.0
}

pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory does not fail.
    let _ = packer.write_all(bytes);
    packer.finish().unwrap_or_default()
}
