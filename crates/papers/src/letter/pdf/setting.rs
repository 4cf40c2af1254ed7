//! Each block of a letter as it stands on paper.

use super::flow::{Flow, Lines, Style, baseline_below};
use super::page::{BOTTOM, Drawn, HEIGHT, LEFT, MEASURE, NodeId, Paper, TOP, Tree};
use crate::letter::{Block, Letter, Source, Text, Tongue, Verification, value::digits_in};
use crate::qr;
use pdf_writer::types::StructRole;

/// Points between the bullet of a list and its text.
const INDENT: f32 = 16.0;
/// Where the second column of the table begins, in parts of the width.
const COLUMN: f32 = 0.38;
/// The side of the square code: 22 mm, which telephones read from paper.
const SQUARE: f32 = 62.0;
/// Above the line that is signed on.
const ROOM: f32 = 48.0;
/// The width of that line.
const SIGNED: f32 = 190.0;

/// A little tighter where that saves a page: nobody likes to sign one with two lines on it.
pub fn set(letter: &Letter) -> Flow {
    let (wide, tight) = if letter.tongue == Tongue::Khmer { (1.75, 1.65) } else { (1.4, 1.35) };
    let usual = set_in(letter, Style { size: 10.5, bold: false, leading: wide });
    if usual.pages.len() == 1 {
        return usual;
    }
    let tighter = set_in(letter, Style { size: 10.0, bold: false, leading: tight });
    if tighter.pages.len() < usual.pages.len() { tighter } else { usual }
}

fn set_in(letter: &Letter, body: Style) -> Flow {
    let mut setting = Setting { flow: Flow::on(Paper::UPRIGHT), body, tongue: letter.tongue, beside_signature: None };
    for (at, block) in letter.blocks.iter().enumerate() {
        setting.block(block, letter.blocks.get(at + 1));
    }
    setting.footers(&letter.blocks);
    setting.flow
}

struct Setting {
    flow: Flow,
    body: Style,
    tongue: Tongue,
    /// Where the signature above ends, if the verification stands beside it.
    beside_signature: Option<f32>,
}

impl Setting {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        let (body, root) = (self.body, Tree::ROOT);
        match block {
            Block::Letterhead { organisation, contact } => self.head(organisation, contact),
            Block::PlaceAndDate(text) => {
                let node = self.flow.tree.add(root, StructRole::P);
                let lines = self.flow.lines(&[(text, false)], body, MEASURE);
                self.flow.place_at_end(node, lines, body, LEFT);
            }
            Block::Recipient(recipient) => {
                self.flow.skip(body.size);
                let text = recipient.join("\n");
                let to = format!("{}\n", self.tongue.words().to);
                self.paragraph(root, &[(&to, true), (&text, false)], body);
            }
            Block::Subject(text) => self.heading(StructRole::H1, text, body.bold().sized(1.15), next),
            Block::Heading(text) => self.heading(StructRole::H2, text, body.bold(), next),
            Block::Paragraph(text) => {
                if let Some(Block::Signature { organisation, name, role }) = next {
                    self.keep_with_signature(text, [name, role, organisation]);
                }
                self.paragraph(root, &[(&text.to_string(), false)], body);
            }
            Block::Labelled { label, text } => {
                self.paragraph(root, &[(&format!("{label} "), true), (&text.to_string(), false)], body);
            }
            Block::Table(rows) => self.table(rows),
            Block::List(items) => self.list(items),
            Block::Basis(sources) => self.basis(sources),
            Block::Signature { organisation, name, role } => {
                self.signature([name, role, organisation]);
                // Who signed and how to check it stand side by side, where one follows the other.
                if let Some(Block::Verification(_)) = next {
                    self.beside_signature = Some(self.flow.y);
                }
            }
            Block::Verification(verification) => self.verification(verification),
        }
    }

    fn paragraph(&mut self, parent: NodeId, texts: &[(&str, bool)], style: Style) {
        let node = self.flow.tree.add(parent, StructRole::P);
        let lines = self.flow.lines(texts, style, MEASURE);
        self.flow.place(node, lines, style, LEFT);
        self.flow.skip(style.size * 0.6);
    }

    fn head(&mut self, organisation: &str, contact: &[String]) {
        let (name, small) = (self.body.bold().sized(1.2), self.body.sized(0.85));
        for (text, style) in [(organisation.to_owned(), name), (contact.join(" · "), small)] {
            let node = self.flow.tree.add(Tree::ROOT, StructRole::P);
            let lines = self.flow.lines(&[(&text, false)], style, MEASURE);
            self.flow.place(node, lines, style, LEFT);
        }
        self.rule(MEASURE, 0.0);
        self.flow.skip(self.body.size * 1.2);
    }

    /// Stays with what it is the heading of.
    fn heading(&mut self, role: StructRole, text: &Text, style: Style, next: Option<&Block>) {
        self.flow.skip(style.size * 0.5);
        let lines = self.flow.lines(&[(&text.to_string(), false)], style, MEASURE);
        let below = if next.is_some() { 2.0 * self.body.height() + style.size } else { 0.0 };
        self.flow.need(lines.len() as f32 * style.height() + below);
        let node = self.flow.tree.add(Tree::ROOT, role);
        self.flow.place(node, lines, style, LEFT);
        self.flow.skip(style.size * 0.4);
    }

    fn table(&mut self, rows: &[(String, Text)]) {
        let body = self.body;
        let table = self.flow.tree.add(Tree::ROOT, StructRole::Table);
        let pad = 2.5;
        self.flow.need(3.0 * (body.height() + 2.0 * pad));
        self.rule(MEASURE, 0.6);
        for (label, text) in rows {
            let label = self.flow.lines(&[(label, false)], body, MEASURE * COLUMN - 10.0);
            let value = self.flow.lines(&[(&text.to_string(), true)], body, MEASURE * (1.0 - COLUMN));
            let row = self.flow.tree.add(table, StructRole::TR);
            let (head, cell) = (self.flow.tree.add(row, StructRole::TH), self.flow.tree.add(row, StructRole::TD));
            self.row(head, cell, label, value, pad);
            self.flow.y += pad;
            self.rule(MEASURE, 0.6);
        }
        self.flow.skip(body.size * 0.6);
    }

    /// The label beside the first lines of the value; only a value longer than a page goes on over the next.
    fn row(&mut self, head: NodeId, cell: NodeId, label: Lines, value: Lines, pad: f32) {
        let height = |lines: &Lines| lines.len() as f32 * self.body.height() + 2.0 * pad;
        let (tall, label_height) = (height(&value).max(height(&label)), height(&label));
        self.flow.need(if tall < HEIGHT / 2.0 { tall } else { label_height + self.body.height() });
        self.flow.y += pad;
        let (top, page) = (self.flow.y, self.flow.pages.len());
        self.flow.place(head, label, self.body, LEFT);
        let below = self.flow.y;
        self.flow.y = top;
        self.flow.place(cell, value, self.body, LEFT + MEASURE * COLUMN);
        if self.flow.pages.len() == page {
            self.flow.y = self.flow.y.max(below);
        }
    }

    fn list(&mut self, items: &[Text]) {
        let list = self.flow.tree.add(Tree::ROOT, StructRole::L);
        for item in items {
            let body = self.item(list);
            let style = self.body;
            let lines = self.flow.lines(&[(&item.to_string(), false)], style, MEASURE - INDENT);
            self.flow.place(body, lines, style, LEFT + INDENT);
            self.flow.skip(style.size * 0.25);
        }
        self.flow.skip(self.body.size * 0.45);
    }

    fn basis(&mut self, sources: &[Source]) {
        let list = self.flow.tree.add(Tree::ROOT, StructRole::L);
        let (style, small) = (self.body, self.body.sized(0.85));
        for source in sources {
            let body = self.item(list);
            for (text, style) in [(&source.text, style), (&source.from, small)] {
                let node = self.flow.tree.add(body, StructRole::P);
                let lines = self.flow.lines(&[(&text.to_string(), false)], style, MEASURE - INDENT);
                self.flow.place(node, lines, style, LEFT + INDENT);
            }
            self.flow.skip(style.size * 0.35);
        }
        self.flow.skip(self.body.size * 0.35);
    }

    /// Draws the bullet, and gives the node that the item's text belongs to.
    fn item(&mut self, list: NodeId) -> NodeId {
        let style = self.body;
        self.flow.need(2.0 * style.height());
        let item = self.flow.tree.add(list, StructRole::LI);
        let label = self.flow.tree.add(item, StructRole::Lbl);
        let bullet = self.flow.lines(&[("•", false)], style, INDENT);
        let y = self.flow.y;
        self.flow.place(label, bullet, style, LEFT + 4.0);
        self.flow.y = y;
        self.flow.tree.add(item, StructRole::LBody)
    }

    /// Nobody signs a page on which nothing is said.
    fn keep_with_signature(&mut self, text: &Text, signature: [&String; 3]) {
        let lines = self.flow.lines(&[(&text.to_string(), false)], self.body, MEASURE).len();
        let (_, below) = self.signed_lines(signature);
        self.flow.need((lines as f32 + 1.0) * self.body.height() + below);
    }

    /// What stands below the line that is signed on, and how high all of it is.
    fn signed_lines(&mut self, lines: [&String; 3]) -> (Lines, f32) {
        let text = lines.into_iter().filter(|line| !line.is_empty()).cloned().collect::<Vec<String>>().join("\n");
        let lines = self.flow.lines(&[(&text, false)], self.body, SIGNED);
        let height = ROOM + 4.0 + lines.len() as f32 * self.body.height();
        (lines, height)
    }

    fn signature(&mut self, lines: [&String; 3]) {
        let (style, small) = (self.body, self.body.sized(0.75));
        let (lines, height) = self.signed_lines(lines);
        self.flow.need(height);
        self.flow.y += ROOM - small.height();
        let here = self.flow.tree.add(Tree::ROOT, StructRole::P);
        let words = self.flow.lines(&[(self.tongue.words().signature, false)], small, MEASURE);
        self.flow.place(here, words, small, LEFT);
        self.rule(SIGNED, 0.0);
        self.flow.y += 4.0;
        let node = self.flow.tree.add(Tree::ROOT, StructRole::P);
        self.flow.place(node, lines, style, LEFT);
        self.flow.skip(style.size * 0.8);
    }

    fn verification(&mut self, verification: &Verification) {
        let small = self.body.sized(0.85);
        let words = self.tongue.words();
        let signed = self.beside_signature.take();
        let x = LEFT + if signed.is_some() { SIGNED + 24.0 } else { 0.0 };
        let beside = x + SQUARE + 12.0;
        let code = format!("{}: {}\n", words.reference, verification.spoken());
        let how = format!("{} {}{}", words.verify, verification.address, words.verify_end);
        let lines = self.flow.lines(&[(&code, true), (&how, false)], small, LEFT + MEASURE - beside);
        let height = SQUARE.max(lines.len() as f32 * small.height());
        match signed {
            Some(end) => self.flow.y = (end - height).max(TOP),
            None => self.flow.need(height),
        }
        let y = self.flow.y;
        if let Ok(squares) = qr::squares(&verification.link) {
            let figure = self.flow.tree.add(Tree::ROOT, StructRole::Figure);
            self.flow.tree.0[figure.0].alt = Some(words.picture.to_owned());
            let (dark, modules) = (squares.dark, squares.width);
            self.flow.draw(Some(figure), Drawn::Square { x, y, side: SQUARE, dark, modules });
        }
        let node = self.flow.tree.add(Tree::ROOT, StructRole::P);
        self.flow.place(node, lines, small, beside);
        self.flow.y = self.flow.y.max(y + height).max(signed.unwrap_or_default());
    }

    fn rule(&mut self, width: f32, gray: f32) {
        let y = self.flow.y;
        self.flow.draw(None, Drawn::Rule { x: LEFT, y, width, gray });
    }

    /// The code on every page, so that a page that was torn off still leads to its letter; and how many there are.
    fn footers(&mut self, blocks: &[Block]) {
        let style = self.body.sized(0.8);
        let code = blocks.iter().find_map(|block| match block {
            Block::Verification(verification) => Some(verification.spoken()),
            _ => None,
        });
        let (words, count) = (self.tongue.words(), self.flow.pages.len());
        let number = |number: usize| digits_in(&number.to_string(), self.tongue);
        let baseline = HEIGHT - BOTTOM + 14.0 + baseline_below(style);
        for page in 0..count {
            let of = format!("{} {} {} {}", words.page, number(page + 1), words.of, number(count));
            for (text, at_end) in [(code.clone().unwrap_or_default(), false), (of, true)] {
                for line in self.flow.lines(&[(&text, false)], style, MEASURE) {
                    let wide = line.iter().map(|word| word.width).sum::<f32>() * style.size;
                    let x = if at_end { LEFT + MEASURE - wide } else { LEFT };
                    let drawn = vec![Drawn::Line { x, baseline, size: style.size, words: line }];
                    self.flow.pages[page].content.push(super::page::Content { node: None, drawn });
                }
            }
        }
    }
}
