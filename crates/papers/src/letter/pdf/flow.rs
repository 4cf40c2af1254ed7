//! Lines are filled with words and pages with lines.

use super::breaks;
use super::page::{BOTTOM, Content, Drawn, Kid, MEASURE, NodeId, Page, Paper, TOP, Tree};
use super::shape::{self, Piece, Word};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub size: f32,
    pub bold: bool,
    /// From one line to the next, in parts of the size.
    pub leading: f32,
}

impl Style {
    pub fn height(&self) -> f32 {
        self.size * self.leading
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub fn sized(self, factor: f32) -> Self {
        Self { size: self.size * factor, ..self }
    }
}

pub type Lines = Vec<Vec<Word>>;

pub struct Flow {
    pub pages: Vec<Page>,
    pub tree: Tree,
    /// How far the last page is filled, from its top.
    pub y: f32,
    pub missing: BTreeSet<char>,
    paper: Paper,
}

impl Flow {
    pub fn on(paper: Paper) -> Self {
        Self { pages: vec![Page::on(paper)], ..Self::of_no_pages(paper) }
    }

    /// For whole texts to be put behind each other.
    pub fn of_no_pages(paper: Paper) -> Self {
        Self { pages: Vec::new(), tree: Tree::new(), y: TOP, missing: BTreeSet::new(), paper }
    }

    /// Takes over the pages of another letter behind its own, and what they are as a part of this document.
    pub fn append(&mut self, other: Flow) {
        let before = self.pages.len();
        let nodes = self.tree.append(other.tree, before);
        self.pages.extend(other.pages.into_iter().map(|mut page| {
            let of_letters = page.content.iter_mut().filter_map(|content| content.node.as_mut());
            of_letters.for_each(|node| node.0 += nodes);
            page
        }));
        self.missing.extend(other.missing);
    }

    /// The words of these texts in lines of at most this many points.
    pub fn lines(&mut self, texts: &[(&str, bool)], style: Style, width: f32) -> Lines {
        let whole: String = texts.iter().map(|(text, _)| *text).collect();
        let widest = width / style.size;
        let mut lines: Lines = vec![Vec::new()];
        let mut filled = 0.0;
        for word in self.words(&whole, texts, style.bold) {
            let words = if word.ink() > widest { word.cut(widest) } else { vec![word] };
            for word in words {
                if filled > 0.0 && filled + word.ink() > widest {
                    lines.push(Vec::new());
                    filled = 0.0;
                }
                filled += word.width;
                let ends = word.ends_line;
                if let Some(last) = lines.last_mut() {
                    last.push(word);
                }
                if ends {
                    lines.push(Vec::new());
                    filled = 0.0;
                }
            }
        }
        lines.pop_if(|last| last.is_empty());
        lines
    }

    fn words(&mut self, whole: &str, texts: &[(&str, bool)], bold: bool) -> Vec<Word> {
        let mut words = Vec::new();
        let mut at = 0;
        for piece in breaks::pieces(whole) {
            let range = at..at + piece.len();
            let mut start = 0;
            let mut parts = Vec::new();
            for (text, heavy) in texts {
                let (from, to) = (range.start.max(start), range.end.min(start + text.len()));
                if from < to {
                    parts.push(Piece { text: &whole[from..to], bold: bold || *heavy });
                }
                start += text.len();
            }
            words.push(shape::word(&parts, &mut self.missing));
            at = range.end;
        }
        words
    }

    fn space_left(&self) -> f32 {
        self.paper.height - BOTTOM - self.y
    }

    /// Begins a page where less than this many points are left on this one.
    pub fn need(&mut self, height: f32) {
        if self.space_left() < height && self.y > TOP {
            self.pages.push(Page::on(self.paper));
            self.y = TOP;
        }
    }

    pub fn skip(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// One line below the other, over as many pages as it takes; a single line is left alone on neither side.
    pub fn place(&mut self, node: NodeId, lines: Lines, style: Style, x: f32) {
        let count = lines.len();
        for (number, line) in lines.into_iter().enumerate() {
            let together = if count > 1 && (number == 0 || number + 2 == count) { 2.0 } else { 1.0 };
            self.need(style.height() * together);
            let baseline = self.y + baseline_below(style);
            self.draw(Some(node), Drawn::Line { x, baseline, size: style.size, words: line });
            self.y += style.height();
        }
    }

    /// As [`Flow::place`], with every line ending at the right margin.
    pub fn place_at_end(&mut self, node: NodeId, lines: Lines, style: Style, x: f32) {
        for line in lines {
            let width = line.iter().map(|word| word.width).sum::<f32>() - line.last().map_or(0.0, |word| word.trailing);
            self.place(node, vec![line], style, x + MEASURE - width * style.size);
        }
    }

    /// What is drawn one after another for the same node is one piece of marked content.
    pub fn draw(&mut self, node: Option<NodeId>, drawn: Drawn) {
        let page = self.pages.len() - 1;
        let content = &mut self.pages[page].content;
        if let Some(last) = content.last_mut().filter(|last| last.node == node) {
            return last.drawn.push(drawn);
        }
        content.push(Content { node, drawn: vec![drawn] });
        if let Some(node) = node {
            let number = content.len() - 1;
            self.tree.0[node.0].kids.push(Kid::Content { page, number });
        }
    }
}

/// Where the letters stand in a line's height: more room above for the signs over them, less below.
pub fn baseline_below(style: Style) -> f32 {
    (style.height() - style.size * 1.36) / 2.0 + style.size * 1.07
}
