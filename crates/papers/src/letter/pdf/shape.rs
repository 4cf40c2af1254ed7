//! Text becomes glyphs: which, how wide, and where each stands.

use super::faces::{FaceId, face_for, is_khmer, is_unseen};
use harfrust::{Buffer, Direction, Script, ShapeOptions, ShaperFont, shape as shape_with};
use std::collections::BTreeSet;

/// Words in one weight.
#[derive(Clone, Debug)]
pub struct Piece<'t> {
    pub text: &'t str,
    pub bold: bool,
}

/// What stands between two places where a line may end. All lengths are in parts of the size of the type.
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub runs: Vec<Run>,
    pub width: f32,
    /// Of the spaces at its end, which a line does not need at its own.
    pub trailing: f32,
    pub ends_line: bool,
}

#[derive(Clone, Debug)]
pub struct Run {
    pub face: FaceId,
    pub glyphs: Vec<Glyph>,
    pub text: String,
    /// The glyphs do not stand for the text one after another: the text is given beside them.
    pub spell_out: bool,
    pub is_space: bool,
}

#[derive(Clone, Debug)]
pub struct Glyph {
    pub id: u32,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
    /// What it stands for, where that is known.
    pub says: String,
    /// Begins a cluster: text may be cut before it.
    pub begins: bool,
}

/// Shapes the text between two breaks. What no face has is drawn as the empty box that stands for it, and noted.
pub fn word(pieces: &[Piece], missing: &mut BTreeSet<char>) -> Word {
    let mut word = Word::default();
    for piece in pieces {
        let text = piece.text.trim_end_matches('\n');
        word.ends_line |= text.len() < piece.text.len();
        for (face, text) in by_face(text, piece.bold) {
            let lost = text.chars().filter(|c| face.is_none() && !is_unseen(*c));
            missing.extend(lost);
            let fallback = if piece.bold { FaceId::LatinBold } else { FaceId::Latin };
            word.runs.push(run(face.unwrap_or(fallback), &text));
        }
    }
    word.measure();
    word
}

impl Word {
    fn measure(&mut self) {
        let width = |run: &Run| run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
        self.width = self.runs.iter().map(width).sum();
        self.trailing = self.runs.iter().rev().take_while(|run| run.is_space).map(width).sum();
    }

    pub fn ink(&self) -> f32 {
        self.width - self.trailing
    }

    /// The word in pieces no wider than this, for one that is wider than a whole line.
    pub fn cut(self, widest: f32) -> Vec<Word> {
        let ends_line = self.ends_line;
        let mut words = vec![Word::default()];
        let mut width = 0.0;
        for run in self.runs {
            for cluster in clusters(run) {
                let wide: f32 = cluster.glyphs.iter().map(|glyph| glyph.advance).sum();
                if width > 0.0 && width + wide > widest && !cluster.is_space {
                    words.push(Word::default());
                    width = 0.0;
                }
                width += wide;
                if let Some(last) = words.last_mut() {
                    last.runs.push(cluster);
                }
            }
        }
        words.iter_mut().for_each(Word::measure);
        if let Some(last) = words.last_mut() {
            last.ends_line = ends_line;
        }
        words
    }
}

fn clusters(run: Run) -> Vec<Run> {
    let mut clusters: Vec<Run> = Vec::new();
    for glyph in run.glyphs {
        match clusters.last_mut() {
            Some(last) if !glyph.begins => {
                last.text.push_str(&glyph.says);
                last.glyphs.push(glyph);
            }
            _ => {
                let (face, text) = (run.face, glyph.says.clone());
                let spell_out = run.spell_out;
                clusters.push(Run { face, text, spell_out, is_space: run.is_space, glyphs: vec![glyph] });
            }
        }
    }
    clusters
}

/// Neighbours in one face; spaces by themselves.
fn by_face(text: &str, bold: bool) -> Vec<(Option<FaceId>, String)> {
    let mut runs: Vec<(Option<FaceId>, String)> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        let c = if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c };
        let face = face_for(c, bold, before);
        match runs.last_mut() {
            Some((last, run)) if *last == face && run.ends_with(' ') == (c == ' ') => run.push(c),
            _ => runs.push((face, c.to_string())),
        }
        before = face.or(before);
    }
    runs
}

fn run(face_id: FaceId, text: &str) -> Run {
    let face = face_id.face();
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    let khmer = matches!(face_id, FaceId::Khmer | FaceId::KhmerBold);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(Some(if khmer { Script::KHMER } else { Script::LATIN }));
    let font = ShaperFont::new(&face.font);
    // Plan and buffer agree by their making; were they not to, nothing would be drawn and the text still be there.
    let _ = shape_with(&font, &mut buffer, ShapeOptions::new().plan(Some(&face.plan)));
    let mut glyphs: Vec<(Glyph, usize)> = Vec::new();
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let at = info.cluster as usize;
        let glyph = Glyph {
            id: info.glyph_id,
            advance: face.em(position.x_advance as f32),
            dx: face.em(position.x_offset as f32),
            dy: face.em(position.y_offset as f32),
            says: String::new(),
            begins: glyphs.last().is_none_or(|(_, before)| *before != at),
        };
        glyphs.push((glyph, at));
    }
    let missing = glyphs.iter().any(|(glyph, _)| glyph.id == 0);
    let spell_out = missing || text.chars().any(|c| is_khmer(c) || is_unseen(c));
    say(&mut glyphs, text, face_id);
    let glyphs = glyphs.into_iter().map(|(glyph, _)| glyph).collect();
    Run { face: face_id, glyphs, text: text.to_owned(), spell_out, is_space: text.trim().is_empty() }
}

/// Notes at each glyph what it stands for: by itself what its own character is, in a cluster what the others leave.
fn say(glyphs: &mut [(Glyph, usize)], text: &str, face: FaceId) {
    let mut from = 0;
    while from < glyphs.len() {
        let at = glyphs[from].1;
        let to = from + glyphs[from..].iter().take_while(|(_, cluster)| *cluster == at).count();
        let end = glyphs.get(to).map_or(text.len(), |(_, next)| *next).max(at);
        let mut left: Vec<char> = text.get(at..end).unwrap_or_default().chars().collect();
        let cluster = &mut glyphs[from..to];
        for (glyph, _) in cluster.iter_mut() {
            if let Some(place) = face.face().characters.get(&glyph.id).and_then(|c| left.iter().position(|l| l == c)) {
                glyph.says = left.remove(place).to_string();
            }
        }
        if let Some((glyph, _)) = cluster.iter_mut().find(|(glyph, _)| glyph.says.is_empty()) {
            glyph.says = left.drain(..).collect();
        }
        if let Some((last, _)) = cluster.last_mut() {
            last.says.extend(left);
        }
        from = to;
    }
}
