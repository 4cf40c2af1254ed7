//! The faces that letters are set in: Noto Sans and Noto Sans Khmer, regular and bold.

use harfrust::{Direction, Font, Script, ShapePlan};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Which of [`faces`]; also its name in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    Latin,
    LatinBold,
    Khmer,
    KhmerBold,
}

impl FaceId {
    pub fn face(self) -> &'static Face {
        &FACES[self as usize]
    }

    /// The name of the resource on a page.
    pub fn resource(self) -> &'static str {
        ["F0", "F1", "F2", "F3"][self as usize]
    }
}

pub struct Face {
    /// Its PostScript name.
    pub name: &'static str,
    pub bytes: &'static [u8],
    pub font: Font,
    pub plan: ShapePlan,
    /// The first character of every glyph that stands for one by itself.
    pub characters: HashMap<u32, char>,
}

impl Face {
    fn new(name: &'static str, bytes: &'static [u8], script: Script) -> Option<Self> {
        let font = Font::new(bytes, 0)?;
        let plan = ShapePlan::new(&font, Direction::LeftToRight, Some(script), None, &[]);
        let mut characters = HashMap::new();
        for (c, glyph) in font.charmap().unicodes() {
            // Ligatures have characters of their own, for old texts; whoever searches types the letters.
            let Some(c) = char::from_u32(c).filter(|c| !matches!(c, '\u{fb00}'..='\u{fb06}')) else { continue };
            characters.entry(glyph.to_u32()).and_modify(|known: &mut char| *known = c.min(*known)).or_insert(c);
        }
        Some(Self { name, bytes, font, plan, characters })
    }

    pub fn has(&self, c: char) -> bool {
        self.font.charmap().map_unicode(c).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// In parts of the size of the type.
    pub fn em(&self, units: f32) -> f32 {
        units / f32::from(self.font.units_per_em())
    }

    pub fn advance(&self, glyph: u32) -> f32 {
        self.em(self.font.glyph_metrics().h_advance(glyph.into()))
    }
}

macro_rules! face {
    ($name:literal, $script:expr) => {
        Face::new($name, include_bytes!(concat!("../../../fonts/", $name, ".ttf")), $script)
            .expect(concat!($name, " is part of the program"))
    };
}

static FACES: LazyLock<[Face; 4]> = LazyLock::new(|| {
    [
        face!("NotoSans-Regular", Script::LATIN),
        face!("NotoSans-Bold", Script::LATIN),
        face!("NotoSansKhmer-Regular", Script::KHMER),
        face!("NotoSansKhmer-Bold", Script::KHMER),
    ]
});

/// The file of a face, for the page whose style sheet asks for it, such as "NotoSansKhmer-Regular.ttf".
pub fn face_file(name: &str) -> Option<&'static [u8]> {
    FACES.iter().find(|face| name.strip_suffix(".ttf") == Some(face.name)).map(|face| face.bytes)
}

/// In which face a character stands; none where no face has it.
pub fn face_for(c: char, bold: bool, before: Option<FaceId>) -> Option<FaceId> {
    let (latin, khmer) = if bold { (FaceId::LatinBold, FaceId::KhmerBold) } else { (FaceId::Latin, FaceId::Khmer) };
    let same = before.filter(|face| [latin, khmer].contains(face));
    if is_unseen(c) {
        return Some(same.unwrap_or(latin));
    }
    // A mark belongs to the letter before it, if that has a face that knows the mark.
    if let Some(face) = same.filter(|face| is_mark(c) && face.face().has(c)) {
        return Some(face);
    }
    let order = if is_khmer(c) { [khmer, latin] } else { [latin, khmer] };
    order.into_iter().find(|face| face.face().has(c))
}

pub fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Characters that are not drawn in any face (Unicode: default ignorable).
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
