//! Pages with what stands on them, and the tree that says what it is for a screen reader.

use super::shape::Word;
use pdf_writer::types::StructRole;

/// A4 in points, and the margins around the text.
pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
pub const LEFT: f32 = 71.0;
pub const RIGHT: f32 = 57.0;
pub const TOP: f32 = 51.0;
pub const BOTTOM: f32 = 60.0;
pub const MEASURE: f32 = WIDTH - LEFT - RIGHT;

/// A page as wide and as high as this, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper {
    pub width: f32,
    pub height: f32,
}

impl Paper {
    pub const UPRIGHT: Paper = Paper { width: WIDTH, height: HEIGHT };
    /// For tables with many columns.
    pub const ACROSS: Paper = Paper { width: HEIGHT, height: WIDTH };
}

pub struct Page {
    pub paper: Paper,
    pub content: Vec<Content>,
}

impl Page {
    pub fn on(paper: Paper) -> Page {
        Page { paper, content: Vec::new() }
    }
}

/// What belongs to one node of the tree, or to none: then it is decoration.
pub struct Content {
    pub node: Option<NodeId>,
    pub drawn: Vec<Drawn>,
}

/// Measured in points from the left and from the top of the page.
pub enum Drawn {
    Line { x: f32, baseline: f32, size: f32, words: Vec<Word> },
    Rule { x: f32, y: f32, width: f32, gray: f32 },
    Square { x: f32, y: f32, side: f32, dark: Vec<bool>, modules: usize },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(pub usize);

pub struct Node {
    pub role: StructRole,
    pub parent: Option<NodeId>,
    pub kids: Vec<Kid>,
    /// What is read aloud instead of a picture.
    pub alt: Option<String>,
}

pub enum Kid {
    Node(NodeId),
    /// Marked content: the page, and its number there.
    Content {
        page: usize,
        number: usize,
    },
}

pub struct Tree(pub Vec<Node>);

impl Tree {
    pub const ROOT: NodeId = NodeId(0);

    pub fn new() -> Self {
        Self(vec![Node { role: StructRole::Document, parent: None, kids: Vec::new(), alt: None }])
    }

    pub fn add(&mut self, parent: NodeId, role: StructRole) -> NodeId {
        let id = NodeId(self.0.len());
        self.0.push(Node { role, parent: Some(parent), kids: Vec::new(), alt: None });
        self.0[parent.0].kids.push(Kid::Node(id));
        id
    }

    /// Takes over another document as a part of this one, whose pages follow so many pages. Answers by how much the
    /// numbers of its nodes grow.
    pub fn append(&mut self, other: Tree, pages: usize) -> usize {
        let nodes = self.0.len();
        self.0[Self::ROOT.0].kids.push(Kid::Node(NodeId(nodes)));
        self.0.extend(other.0.into_iter().map(|mut node| {
            node.role = if node.parent.is_some() { node.role } else { StructRole::Part };
            node.parent = Some(node.parent.map_or(Self::ROOT, |parent| NodeId(parent.0 + nodes)));
            for kid in &mut node.kids {
                match kid {
                    Kid::Node(node) => node.0 += nodes,
                    Kid::Content { page, .. } => *page += pages,
                }
            }
            node
        }));
        nodes
    }
}
