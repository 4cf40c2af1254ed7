//! A letter as PDF: A4, tagged, with its fonts inside.
//!
//! The same letter gives the same bytes: no time, no name of a machine or a person, nothing drawn by chance.
//! `docs/decisions/0020-letters-as-pdf.md` says why this way.

mod breaks;
mod faces;
mod flow;
mod fonts;
mod page;
mod roll;
mod setting;
mod shape;
mod stream;

use super::{Letter, Tongue};
use flow::Flow;
use fonts::Used;
use page::{Kid, NodeId, Page, Paper, Tree};
use pdf_writer::types::{StructRole, TabOrder, TableHeaderScope};
use pdf_writer::{Finish, Name, Pdf as Writer, Rect, Ref, TextStr};
use std::collections::BTreeSet;

pub use breaks::pieces;
pub use faces::face_file;
pub(super) use faces::is_khmer;
pub use roll::roll;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// Characters that no face here has, in order, each once. Each was drawn as an empty box; copied or read
    /// aloud they are whole.
    pub missing: Vec<char>,
}

pub fn pdf(letter: &Letter) -> Pdf {
    written(setting::set(letter), &letter.title, letter.tongue)
}

/// Many letters in one document to print, each on pages of its own. It is called what the first is called, which names
/// nobody, and holds each face once.
pub fn pdf_of_all(letters: &[&Letter]) -> Option<Pdf> {
    let first = letters.first()?;
    let mut all = Flow::of_no_pages(Paper::UPRIGHT);
    letters.iter().for_each(|letter| all.append(setting::set(letter)));
    Some(written(all, &first.title, first.tongue))
}

/// Which characters of a letter no face here has, in order, each once: they will be drawn as boxes.
pub fn undrawn(letter: &Letter) -> Vec<char> {
    let text = super::plain(letter);
    let lost = text.chars().filter(|c| *c != '\n' && faces::face_for(*c, false, None).is_none());
    lost.collect::<BTreeSet<char>>().into_iter().collect()
}

fn written(set: Flow, title: &str, tongue: Tongue) -> Pdf {
    let fonts = fonts::used(&set.pages);
    let document = Document { title, tongue, pages: &set.pages, tree: &set.tree, fonts: &fonts };
    Pdf { bytes: document.write(), pages: set.pages.len(), missing: set.missing.into_iter().collect() }
}

struct Document<'d> {
    title: &'d str,
    tongue: Tongue,
    pages: &'d [Page],
    tree: &'d Tree,
    fonts: &'d [Used],
}

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const INFO: Ref = Ref::new(3);
const TREE: Ref = Ref::new(4);
const FIRST: i32 = 10;

/// Numbers of objects: the fonts with five each, then the pages with two each, then the nodes of the tree.
impl Document<'_> {
    fn font(&self, at: usize) -> Ref {
        Ref::new(FIRST + 5 * at as i32)
    }

    fn page(&self, at: usize) -> Ref {
        Ref::new(self.font(self.fonts.len()).get() + 2 * at as i32)
    }

    fn node(&self, node: NodeId) -> Ref {
        Ref::new(self.page(self.pages.len()).get() + node.0 as i32)
    }

    fn write(&self) -> Vec<u8> {
        let mut pdf = Writer::new();
        pdf.set_version(1, 7);
        let title = TextStr(self.title);
        let mut catalog = pdf.catalog(CATALOG);
        catalog.pages(PAGES).lang(TextStr(self.tongue.tag()));
        catalog.mark_info().marked(true);
        catalog.viewer_preferences().display_doc_title(true);
        catalog.pair(Name(b"StructTreeRoot"), TREE);
        catalog.finish();
        pdf.document_info(INFO).title(title);
        let kids = (0..self.pages.len()).map(|at| self.page(at));
        pdf.pages(PAGES).kids(kids).count(self.pages.len() as i32);
        for (at, used) in self.fonts.iter().enumerate() {
            used.write(&mut pdf, self.font(at));
        }
        (0..self.pages.len()).for_each(|at| self.write_page(&mut pdf, at));
        self.write_tree(&mut pdf);
        pdf.finish()
    }

    fn write_page(&self, pdf: &mut Writer, at: usize) {
        let id = self.page(at);
        let stream = Ref::new(id.get() + 1);
        let paper = self.pages[at].paper;
        let mut page = pdf.page(id);
        page.parent(PAGES).media_box(Rect::new(0.0, 0.0, paper.width, paper.height)).contents(stream);
        page.struct_parents(at as i32).tab_order(TabOrder::StructureOrder);
        let mut resources = page.resources();
        let mut fonts = resources.fonts();
        for (font, used) in self.fonts.iter().enumerate() {
            fonts.pair(Name(used.face.resource().as_bytes()), self.font(font));
        }
        fonts.finish();
        resources.finish();
        page.finish();
        let role = |marked: &page::Content| marked.node.map(|node| self.tree.0[node.0].role);
        let content = stream::packed(&stream::stream(&self.pages[at], self.fonts, role));
        pdf.stream(stream, &content).filter(pdf_writer::Filter::FlateDecode);
    }

    fn write_tree(&self, pdf: &mut Writer) {
        let parents = Ref::new(self.node(NodeId(self.tree.0.len())).get());
        let mut root = pdf.indirect(TREE).start::<pdf_writer::writers::StructTreeRoot>();
        root.child(self.node(Tree::ROOT));
        root.pair(Name(b"ParentTree"), parents);
        root.parent_tree_next_key(self.pages.len() as i32);
        root.finish();
        self.write_parents(pdf, parents);
        for (at, node) in self.tree.0.iter().enumerate() {
            let mut element = pdf.struct_element(self.node(NodeId(at)));
            element.kind(node.role).parent(node.parent.map_or(TREE, |parent| self.node(parent)));
            if let Some(alt) = &node.alt {
                element.alt(TextStr(alt));
            }
            if node.role == StructRole::TH {
                // A row of headings heads its columns; elsewhere the first cell heads its row.
                let parent = node.parent.map(|parent| &self.tree.0[parent.0]);
                let heads = |kid: &Kid| matches!(kid, Kid::Node(kid) if self.tree.0[kid.0].role == StructRole::TH);
                let is_above = parent.is_some_and(|row| row.kids.len() > 1 && row.kids.iter().all(heads));
                let scope = if is_above { TableHeaderScope::Column } else { TableHeaderScope::Row };
                element.attributes().push().table().scope(scope);
            }
            let mut kids = element.children();
            for kid in &node.kids {
                match kid {
                    Kid::Node(kid) => drop(kids.struct_element(self.node(*kid))),
                    Kid::Content { page, number } => {
                        kids.marked_content_ref().page(self.page(*page)).marked_content_id(*number as i32);
                    }
                }
            }
        }
    }

    /// From every page and every number of marked content to its node.
    fn write_parents(&self, pdf: &mut Writer, id: Ref) {
        let first = id.get() + 1;
        let mut tree = pdf.indirect(id).start::<pdf_writer::writers::NumberTree<Ref>>();
        let mut numbers = tree.nums();
        for at in 0..self.pages.len() as i32 {
            numbers.insert(at, Ref::new(first + at));
        }
        numbers.finish();
        tree.finish();
        for (at, page) in (0..).zip(self.pages) {
            let mut array = pdf.indirect(Ref::new(first + at)).array();
            for marked in &page.content {
                match marked.node {
                    Some(node) => drop(array.item(self.node(node))),
                    None => drop(array.item(pdf_writer::Null)),
                }
            }
        }
    }
}
