//! A nominal roll as PDF: the note verbale on pages of its own, and the lines across the page below headings that are
//! repeated on each.

use super::flow::{Flow, Lines, Style, baseline_below};
use super::page::{BOTTOM, Content, Drawn, LEFT, NodeId, Paper, RIGHT, TOP, Tree};
use super::{Letter, Pdf, setting, written};
use crate::letter::Tongue;
use crate::roll::{COLUMNS, Roll, money};
use pdf_writer::types::StructRole;
use std::collections::HashMap;

/// Points from one edge of a column to the next, in the order of the fields of a line and the decision.
const WIDTHS: [f32; 9] = [30.0, 168.0, 66.0, 88.0, 84.0, 66.0, 54.0, 74.0, 83.0];
const MEASURE: f32 = Paper::ACROSS.width - LEFT - RIGHT;
const BODY: Style = Style { size: 8.5, bold: false, leading: 1.5 };
/// Khmer stands higher and lower than Latin letters.
const HEADING: Style = Style { size: 8.5, bold: true, leading: 1.6 };
const PAD: f32 = 2.0;
const GAP: f32 = 5.0;

/// The note in each of its languages, and the roll behind it.
pub fn roll(notes: &[Letter], roll: &Roll) -> Pdf {
    let mut flow: Option<Flow> = None;
    for set in notes.iter().map(setting::set).chain([annex(roll)]) {
        match &mut flow {
            Some(flow) => flow.append(set),
            None => flow = Some(set),
        }
    }
    let flow = flow.unwrap_or_else(|| Flow::on(Paper::ACROSS));
    written(flow, roll.words.english("title"), Tongue::English)
}

fn annex(roll: &Roll) -> Flow {
    let mut annex = Annex { flow: Flow::on(Paper::ACROSS), roll, set: HashMap::new() };
    annex.head();
    annex.lines();
    annex.foot();
    annex.numbers();
    annex.flow
}

struct Annex<'r> {
    flow: Flow,
    roll: &'r Roll<'r>,
    /// Cells that come again are set once: a nationality, a sum.
    set: HashMap<(String, u8), Lines>,
}

impl Annex<'_> {
    fn say(&self, key: &str) -> String {
        match self.roll.words.local(key) {
            "" => self.roll.words.english(key).to_owned(),
            local => format!("{} / {local}", self.roll.words.english(key)),
        }
    }

    fn head(&mut self) {
        let (title, roll) = (self.say("title"), self.roll);
        let (style, plain) = (HEADING.sized(1.4), Style { bold: false, ..HEADING });
        let node = self.flow.tree.add(Tree::ROOT, StructRole::H1);
        let lines = self.flow.lines(&[(&title, true)], style, MEASURE);
        self.flow.place(node, lines, style, LEFT);
        for (key, value) in [
            ("mission", roll.mission.clone()),
            ("day", roll.day.to_string()),
            ("until", roll.until.to_string()),
            ("persons", roll.lines.len().to_string()),
            ("decision", self.say("choices")),
        ] {
            let label = format!("{}: ", self.say(key));
            let node = self.flow.tree.add(Tree::ROOT, StructRole::P);
            let lines = self.flow.lines(&[(&label, true), (&value, false)], plain, MEASURE);
            self.flow.place(node, lines, plain, LEFT);
        }
        self.flow.y += BODY.size;
    }

    fn lines(&mut self) {
        let table = self.flow.tree.add(Tree::ROOT, StructRole::Table);
        let headings = self.headings();
        self.row(table, StructRole::TH, &headings, HEADING, true);
        for line in &self.roll.lines {
            let cells = line.cells().map(|cell| (cell, false));
            let cells: Vec<(String, bool)> = cells.into_iter().chain([(String::new(), false)]).collect();
            let (lines, height) = self.cells(&cells, BODY);
            if self.flow.y + height > Paper::ACROSS.height - BOTTOM {
                self.flow.need(f32::MAX);
                self.row(table, StructRole::TH, &headings, HEADING, true);
            }
            self.put(table, StructRole::TD, lines, height, BODY);
        }
        let total = vec![
            (String::new(), true),
            (self.say("total"), true),
            (String::new(), true),
            (String::new(), true),
            (String::new(), true),
            (String::new(), true),
            (self.roll.days().to_string(), true),
            (money(self.roll.hundredths()), true),
            (String::new(), true),
        ];
        self.row(table, StructRole::TD, &total, HEADING, false);
    }

    fn headings(&self) -> Vec<(String, bool)> {
        let heading = |key: &str| {
            let (english, local) = (self.roll.words.english(key), self.roll.words.local(key));
            let unit = if key == "amount" { format!(" ({})", self.roll.currency) } else { String::new() };
            match local {
                "" => format!("{english}{unit}"),
                local => format!("{english}{unit}\n{local}"),
            }
        };
        COLUMNS.iter().copied().chain(["decision"]).map(|key| (heading(key), true)).collect()
    }

    fn row(&mut self, table: NodeId, role: StructRole, cells: &[(String, bool)], style: Style, ruled: bool) {
        let (lines, height) = self.cells(cells, style);
        self.flow.need(height);
        if ruled {
            self.rule();
        }
        self.put(table, role, lines, height, style);
    }

    /// The cells of a row in lines, and how high the row is.
    fn cells(&mut self, cells: &[(String, bool)], style: Style) -> (Vec<Lines>, f32) {
        let mut all = Vec::with_capacity(cells.len());
        for (at, (text, bold)) in cells.iter().enumerate() {
            let width = WIDTHS[at] - GAP;
            // Names and numbers of documents rarely come twice: they are not kept.
            let key = (text.clone(), at as u8 + if *bold { 100 } else { 0 });
            let lines = match self.set.get(&key) {
                Some(lines) => lines.clone(),
                None => {
                    let lines = self.flow.lines(&[(text, *bold)], style, width);
                    if !matches!(at, 0 | 1 | 3) {
                        self.set.insert(key, lines.clone());
                    }
                    lines
                }
            };
            all.push(lines);
        }
        let most = all.iter().map(Vec::len).max().unwrap_or(1).max(1);
        (all, most as f32 * style.height() + 2.0 * PAD)
    }

    fn put(&mut self, table: NodeId, role: StructRole, cells: Vec<Lines>, height: f32, style: Style) {
        let row = self.flow.tree.add(table, StructRole::TR);
        let top = self.flow.y;
        let mut x = LEFT;
        for (at, lines) in cells.into_iter().enumerate() {
            let node = self.flow.tree.add(row, role);
            for (number, words) in lines.into_iter().enumerate() {
                let wide = words.iter().map(|word| word.width).sum::<f32>() * style.size;
                // Figures stand below each other at their ends.
                let is_figure = role == StructRole::TD && matches!(at, 0 | 6 | 7);
                let x = if is_figure { x + WIDTHS[at] - GAP - wide } else { x };
                let baseline = top + PAD + number as f32 * style.height() + baseline_below(style);
                self.flow.draw(Some(node), Drawn::Line { x, baseline, size: style.size, words });
            }
            x += WIDTHS[at];
        }
        self.flow.y = top + height;
        self.rule();
    }

    fn rule(&mut self) {
        let y = self.flow.y;
        self.flow.draw(None, Drawn::Rule { x: LEFT, y, width: MEASURE, gray: 0.6 });
    }

    /// Where it is initialled and sealed: never alone on a page.
    fn foot(&mut self) {
        let words = self.say("signature");
        self.flow.need(70.0);
        self.flow.y += 46.0;
        let y = self.flow.y;
        self.flow.draw(None, Drawn::Rule { x: LEFT, y, width: 220.0, gray: 0.0 });
        let node = self.flow.tree.add(Tree::ROOT, StructRole::P);
        let lines = self.flow.lines(&[(&words, false)], BODY, 300.0);
        self.flow.place(node, lines, BODY, LEFT);
    }

    fn numbers(&mut self) {
        let (count, words) = (self.flow.pages.len(), self.roll.words);
        let baseline = Paper::ACROSS.height - BOTTOM.min(TOP) + 14.0 + baseline_below(BODY);
        for page in 0..count {
            let text = format!("{} {} {} {count}", words.english("page"), page + 1, words.english("of"));
            for line in self.flow.lines(&[(&text, false)], BODY, MEASURE) {
                let wide = line.iter().map(|word| word.width).sum::<f32>() * BODY.size;
                let x = LEFT + MEASURE - wide;
                let drawn = vec![Drawn::Line { x, baseline, size: BODY.size, words: line }];
                self.flow.pages[page].content.push(Content { node: None, drawn });
            }
        }
    }
}
