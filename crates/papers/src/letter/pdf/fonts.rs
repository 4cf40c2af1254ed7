//! The faces as they lie in the document: only the glyphs that it uses, and what each of them says.

use super::faces::FaceId;
use super::page::{Drawn, Page};
use super::stream::packed;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Pdf, Rect, Ref, Str};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

const IDENTITY: SystemInfo = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

pub struct Used {
    pub face: FaceId,
    pub remapper: GlyphRemapper,
    says: BTreeMap<u16, String>,
}

/// Of every face whose glyphs are drawn, which; in the order of the faces, whatever the letter says.
pub fn used(pages: &[Page]) -> Vec<Used> {
    let mut glyphs: BTreeMap<FaceId, BTreeMap<u16, String>> = BTreeMap::new();
    for drawn in pages.iter().flat_map(|page| &page.content).flat_map(|content| &content.drawn) {
        let Drawn::Line { words, .. } = drawn else { continue };
        for run in words.iter().flat_map(|word| &word.runs) {
            for glyph in &run.glyphs {
                let says = glyphs.entry(run.face).or_default().entry(glyph.id as u16).or_default();
                // A character of its own is the surest; else the first cluster that knew.
                match run.face.face().characters.get(&glyph.id) {
                    Some(c) => *says = c.to_string(),
                    None if says.is_empty() => says.clone_from(&glyph.says),
                    None => {}
                }
            }
        }
    }
    let used = glyphs.into_iter().map(|(face, says)| {
        let mut remapper = GlyphRemapper::new();
        for glyph in says.keys() {
            remapper.remap(*glyph);
        }
        Used { face, remapper, says }
    });
    used.collect()
}

impl Used {
    /// Writes the font under this reference and the four after it.
    pub fn write(&self, pdf: &mut Pdf, id: Ref) {
        let [cid, descriptor, cmap, file] = [1, 2, 3, 4].map(|next| Ref::new(id.get() + next));
        let face = self.face.face();
        let name = format!("{}+{}", self.tag(), face.name);
        let name = Name(name.as_bytes());
        pdf.type0_font(id)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(cmap);
        let mut font = pdf.cid_font(cid);
        font.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY).font_descriptor(descriptor);
        font.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        let widths = self.remapper.remapped_gids().map(|glyph| face.advance(u32::from(glyph)) * 1000.0);
        font.widths().consecutive(0, widths);
        font.finish();
        self.describe(pdf, descriptor, name, file);
        pdf.cmap(cmap, &packed(self.to_unicode().as_slice())).filter(pdf_writer::Filter::FlateDecode);
        // The faces are whole and part of the program: a subset of them is always to be had.
        let subset = subsetter::subset(face.bytes, 0, &self.remapper).unwrap_or_else(|_| face.bytes.to_vec());
        let packed = packed(&subset);
        let mut stream = pdf.stream(file, &packed);
        stream.filter(pdf_writer::Filter::FlateDecode);
        stream.pair(Name(b"Length1"), subset.len() as i32);
    }

    fn describe(&self, pdf: &mut Pdf, id: Ref, name: Name, file: Ref) {
        let face = self.face.face();
        let metrics = face.font.metrics().scaled_f32(1000.0);
        let line = metrics.h_line();
        let (ascent, descent) = line.map_or((1069.0, -293.0), |line| (line.ascender, line.descender));
        let bounds = metrics.bounds();
        let bold = matches!(self.face, FaceId::LatinBold | FaceId::KhmerBold);
        pdf.font_descriptor(id)
            .name(name)
            .flags(FontFlags::NON_SYMBOLIC)
            .bbox(Rect::new(bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max))
            .italic_angle(0.0)
            .ascent(ascent)
            .descent(descent)
            .cap_height(metrics.cap_height().unwrap_or(714.0))
            .stem_v(if bold { 140.0 } else { 80.0 })
            .font_file2(file);
    }

    fn to_unicode(&self) -> Vec<u8> {
        let mut cmap = UnicodeCmap::new(Name(b"Letter"), IDENTITY);
        for (glyph, says) in &self.says {
            let Some(new) = self.remapper.get(*glyph).filter(|new| *new > 0) else { continue };
            // Part of a cluster whose first glyph says all of it: a mark without width says nothing more.
            let says = if says.is_empty() { "\u{200b}" } else { says };
            cmap.pair_with_multiple(new, says.chars());
        }
        cmap.finish().to_vec()
    }

    /// Six letters that two different subsets rarely share, made of what is in this one.
    fn tag(&self) -> String {
        let fold = |hash: u64, glyph: &u16| (hash ^ u64::from(*glyph)).wrapping_mul(0x100_0000_01b3);
        let mut hash = self.says.keys().fold(0xcbf2_9ce4_8422_2325, fold);
        let letter = |_| {
            let letter = char::from(b'A' + (hash % 26) as u8);
            hash /= 26;
            letter
        };
        (0..6).map(letter).collect()
    }
}
