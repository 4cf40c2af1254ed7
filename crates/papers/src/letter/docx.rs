//! A letter that can be changed: a DOCX, as every office program opens it.
//!
//! It is written by hand, because little is needed: paragraphs, one table, one picture, a footer. It holds no
//! author, no time and no name of a program.

pub(super) mod zip;

use super::html::escaped;
use super::{Block, Letter, Text, Tongue, Verification};
use crate::qr;
use std::fmt::Write;

/// The same letter gives the same bytes.
pub fn docx(letter: &Letter) -> Vec<u8> {
    let check = letter.blocks.iter().find_map(|block| match block {
        Block::Verification(verification) => Some(verification),
        _ => None,
    });
    let picture = check.and_then(|check| qr::png(&check.link).ok());
    let parts = format!("{PARTS}{}</Relationships>", if picture.is_some() { PICTURE_PART } else { "" });
    let mut files = vec![
        ("[Content_Types].xml", TYPES.as_bytes().to_vec()),
        ("_rels/.rels", RELATIONS.as_bytes().to_vec()),
        ("word/_rels/document.xml.rels", parts.into_bytes()),
        ("word/document.xml", document(letter, picture.is_some()).into_bytes()),
        ("word/styles.xml", styles(letter.tongue).into_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes().to_vec()),
        ("word/footer1.xml", footer(letter.tongue, check).into_bytes()),
    ];
    files.extend(picture.map(|png| ("word/media/code.png", png)));
    zip::write(&files)
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>"#;

const PICTURE_PART: &str = r#"<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/code.png"/>"#;

const NUMBERING: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="280"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

const SPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#;

fn styles(tongue: Tongue) -> String {
    let (line, tag) = match tongue {
        Tongue::English => (264, "en-GB"),
        Tongue::Khmer => (300, "km-KH"),
    };
    let latin = if tongue == Tongue::Khmer { "en-GB" } else { tag };
    let style = |id: &str, name: &str, inner: &str| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{inner}</w:style>"#
        )
    };
    let bold = "<w:b/><w:bCs/>";
    format!(
        r#"{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:eastAsia="Noto Sans" w:cs="Noto Sans Khmer"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{latin}" w:bidi="km-KH"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>{}{}{}{}{}</w:styles>"#,
        style(
            "Heading1",
            "heading 1",
            &format!(
                r#"<w:pPr><w:keepNext/><w:spacing w:before="200"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr>{bold}<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>"#
            )
        ),
        style(
            "Heading2",
            "heading 2",
            &format!(
                r#"<w:pPr><w:keepNext/><w:spacing w:before="160"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr>{bold}</w:rPr>"#
            )
        ),
        style(
            "Organisation",
            "Organisation",
            &format!(
                r#"<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr>{bold}<w:sz w:val="25"/><w:szCs w:val="25"/></w:rPr>"#
            )
        ),
        style("Small", "Small", r#"<w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>"#),
        style(
            "Item",
            "Item",
            r#"<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="50"/></w:pPr>"#
        ),
    )
}

fn document(letter: &Letter, with_picture: bool) -> String {
    let mut body = String::new();
    let mut blocks = letter.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        write_block(&mut body, block, blocks.peek().copied(), letter.tongue, with_picture);
    }
    format!(
        r#"{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1020" w:right="1134" w:bottom="1020" w:left="1417" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    )
}

fn write_block(out: &mut String, block: &Block, next: Option<&Block>, tongue: Tongue, with_picture: bool) {
    let words = tongue.words();
    let mut paragraph = |properties: &str, runs: &str| {
        let _ = write!(out, "<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>");
    };
    let styled = |id: &str| format!(r#"<w:pStyle w:val="{id}"/>"#);
    let plain = |text: &str| runs(text, false);
    match block {
        Block::Letterhead { organisation, contact } => {
            paragraph(&styled("Organisation"), &plain(organisation));
            let line = r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="000000"/></w:pBdr>"#;
            paragraph(&format!("{}{line}", styled("Small")), &plain(&contact.join(" · ")));
        }
        Block::PlaceAndDate(text) => paragraph(r#"<w:jc w:val="right"/>"#, &plain(text)),
        Block::Recipient(lines) => {
            paragraph("", &format!("{}{}", runs(&format!("{}\n", words.to), true), plain(&lines.join("\n"))));
        }
        Block::Subject(text) => paragraph(&styled("Heading1"), &plain(&text.to_string())),
        Block::Heading(text) => paragraph(&styled("Heading2"), &plain(&text.to_string())),
        Block::Paragraph(text) => {
            let signed = matches!(next, Some(Block::Signature { .. }));
            paragraph(if signed { "<w:keepNext/>" } else { "" }, &plain(&text.to_string()));
        }
        Block::Labelled { label, text } => {
            paragraph("", &format!("{}{}", runs(&format!("{label} "), true), plain(&text.to_string())));
        }
        Block::Table(rows) => out.push_str(&table(rows)),
        Block::List(items) => items.iter().for_each(|item| paragraph(&styled("Item"), &plain(&item.to_string()))),
        Block::Basis(sources) => {
            for source in sources {
                let close = r#"<w:keepNext/><w:spacing w:after="0"/>"#;
                paragraph(&format!("{}{close}", styled("Item")), &plain(&source.text.to_string()));
                let indent = r#"<w:ind w:left="340"/>"#;
                paragraph(&format!("{}{indent}", styled("Small")), &plain(&source.from.to_string()));
            }
        }
        Block::Signature { organisation, name, role } => {
            let room = r#"<w:keepNext/><w:spacing w:before="700" w:after="0"/>"#;
            paragraph(room, &plain("______________________________"));
            paragraph(&format!("{}<w:keepNext/>", styled("Small")), &plain(words.signature));
            let lines: Vec<&str> =
                [name, role, organisation].into_iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
            paragraph("<w:keepLines/>", &plain(&lines.join("\n")));
        }
        Block::Verification(check) => {
            let code = format!("{}: {}\n", words.reference, check.spoken());
            let how = format!("{} {}{}", words.verify, check.address, words.verify_end);
            let text = format!("{}{}", runs(&code, true), plain(&how));
            let drawn = if with_picture { picture(words.picture) } else { String::new() };
            out.push_str(&side_by_side(&drawn, &text));
        }
    }
}

/// The square code and what it is for, under a line.
fn side_by_side(picture: &str, text: &str) -> String {
    let cell = |width: u32, runs: &str| {
        let paragraph = format!(r#"<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>{runs}</w:p>"#);
        format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>"#)
    };
    let line = r#"<w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#;
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="9355" w:type="dxa"/><w:tblBorders>{line}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="1755"/><w:gridCol w:w="7600"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr></w:tbl>{AFTER_TABLE}"#,
        cell(1755, picture),
        cell(7600, text),
    )
}

/// Two tables would grow together without it, and none may be the last thing of a document.
const AFTER_TABLE: &str = r#"<w:p><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>"#;

fn table(rows: &[(String, Text)]) -> String {
    let cell = |width: u32, text: &str, bold: bool| {
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>{}</w:p></w:tc>"#,
            runs(text, bold)
        )
    };
    let rows: String = rows
        .iter()
        .map(|(label, text)| {
            let cells = format!("{}{}", cell(3555, label, false), cell(5800, &text.to_string(), true));
            format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
        })
        .collect();
    let line = |side: &str| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>"#);
    let borders: String = ["top", "bottom", "insideH"].into_iter().map(line).collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="9355" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="3555"/><w:gridCol w:w="5800"/></w:tblGrid>{rows}</w:tbl>{AFTER_TABLE}"#
    )
}

/// 25 mm, in the units of drawings.
const SIDE: u32 = 900_000;

fn picture(says: &str) -> String {
    format!(
        r#"<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{SIDE}" cy="{SIDE}"/><wp:docPr id="1" name="code" descr="{says}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="code" descr="{says}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId4"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{SIDE}" cy="{SIDE}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
    )
}

fn footer(tongue: Tongue, check: Option<&Verification>) -> String {
    let words = tongue.words();
    let field = |name: &str| format!(r#"<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    let code = check.map(Verification::spoken).unwrap_or_default();
    let tab = r#"<w:tabs><w:tab w:val="right" w:pos="9355"/></w:tabs>"#;
    format!(
        r#"{HEAD}<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val="Small"/>{tab}</w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>"#,
        runs(&code, false),
        runs(&format!("{} ", words.page), false),
        field("PAGE"),
        runs(&format!(" {} ", words.of), false),
        field("NUMPAGES"),
    )
}

/// Word shapes Khmer, and whatever else is written from right to left or with signs around its letters, only in
/// runs that are marked as such.
fn runs(text: &str, bold: bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = script_of(first);
        let same = |c: char| script_of(c) == kind || (c == ' ' && kind != Script::Plain);
        let end = rest.find(|c: char| !same(c)).unwrap_or(rest.len());
        let mark = match kind {
            Script::Plain => "",
            Script::Complex => "<w:cs/>",
            Script::RightToLeft => "<w:rtl/>",
        };
        let weight = if bold { "<w:b/><w:bCs/>" } else { "" };
        let _ = write!(out, "<w:r><w:rPr>{weight}{mark}</w:rPr>");
        for (number, line) in rest[..end].split('\n').enumerate() {
            if number > 0 {
                out.push_str("<w:br/>");
            }
            let _ = write!(out, r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line));
        }
        out.push_str("</w:r>");
        rest = &rest[end..];
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Plain,
    Complex,
    RightToLeft,
}

fn script_of(c: char) -> Script {
    match c {
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => Script::RightToLeft,
        '\u{900}'..='\u{10ff}' | '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}' | '\u{200b}'..='\u{200d}' => {
            Script::Complex
        }
        _ => Script::Plain,
    }
}
