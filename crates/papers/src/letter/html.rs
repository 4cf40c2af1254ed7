//! A letter as part of a page that is printed. Classes only: how it looks stands in [`STYLE`].

use super::pdf::{is_khmer, pieces};
use super::{Block, Letter, Source, Span, Text, Tongue, Verification};
use std::fmt::Write;

/// For the screen and for A4; a page serves it as one of its style sheets, and beside it in `fonts/` what it asks
/// for ([`face_file`](super::pdf::face_file)).
pub const STYLE: &str = include_str!("letter.css");

/// One `<article>`, escaped, without any style or script in it.
pub fn html(letter: &Letter) -> String {
    let mut out = String::new();
    let _ = write!(out, r#"<article class="letter letter-{}" lang="{}">"#, escaped(&letter.form), letter.tongue.tag());
    for block in &letter.blocks {
        write_block(&mut out, block, letter.tongue);
    }
    out.push_str("</article>\n");
    out
}

fn write_block(out: &mut String, block: &Block, tongue: Tongue) {
    let _ = match block {
        Block::Letterhead { organisation, contact } => {
            let contact = each(contact, " · ");
            write!(
                out,
                r#"<header class="letter-head"><p class="letter-organisation">{}</p><p class="letter-contact">{contact}</p></header>"#,
                worded(organisation)
            )
        }
        Block::PlaceAndDate(text) => write!(out, r#"<p class="letter-date">{}</p>"#, worded(text)),
        Block::Recipient(lines) => {
            let to = tongue.words().to;
            write!(
                out,
                r#"<p class="letter-recipient"><span class="letter-to">{to}</span><br>{}</p>"#,
                each(lines, "<br>")
            )
        }
        Block::Subject(text) => write!(out, r#"<h1 class="letter-subject">{}</h1>"#, marked(text)),
        Block::Heading(text) => write!(out, "<h2>{}</h2>", marked(text)),
        Block::Paragraph(text) => write!(out, "<p>{}</p>", marked(text)),
        Block::Labelled { label, text } => write!(out, "<p><b>{}</b> {}</p>", worded(label), marked(text)),
        Block::Table(rows) => {
            let rows: String = rows
                .iter()
                .map(|(label, text)| {
                    format!(r#"<tr><th scope="row">{}</th><td>{}</td></tr>"#, worded(label), marked(text))
                })
                .collect();
            write!(out, r#"<table class="letter-facts"><tbody>{rows}</tbody></table>"#)
        }
        Block::List(items) => {
            let items: String = items.iter().map(|item| format!("<li>{}</li>", marked(item))).collect();
            write!(out, "<ul>{items}</ul>")
        }
        Block::Basis(sources) => {
            let sources: String = sources.iter().map(source).collect();
            write!(out, r#"<ul class="letter-basis">{sources}</ul>"#)
        }
        Block::Signature { organisation, name, role } => {
            let lines: Vec<String> =
                [name, role, organisation].into_iter().filter(|line| !line.is_empty()).cloned().collect();
            let space = tongue.words().signature;
            write!(
                out,
                r#"<div class="letter-signature"><p class="letter-sign-here">{space}</p><p>{}</p></div>"#,
                each(&lines, "<br>")
            )
        }
        Block::Verification(verification) => check(out, verification, tongue),
    };
    out.push('\n');
}

fn source(source: &Source) -> String {
    format!(r#"<li>{} <cite>{}</cite></li>"#, marked(&source.text), marked(&source.from))
}

fn check(out: &mut String, verification: &Verification, tongue: Tongue) -> std::fmt::Result {
    let words = tongue.words();
    let picture = crate::qr::svg(&verification.link).unwrap_or_default();
    write!(
        out,
        r#"<aside class="letter-check"><div class="letter-square" role="img" aria-label="{}">{picture}</div><p>{}: <b class="letter-code">{}</b><br>{} <span class="letter-address">{}</span>{}</p></aside>"#,
        words.picture,
        words.reference,
        escaped(&verification.spoken()),
        worded(words.verify),
        escaped(&verification.address),
        worded(words.verify_end),
    )
}

fn each(lines: &[String], between: &str) -> String {
    let lines: Vec<String> = lines.iter().map(|line| worded(line)).collect();
    lines.join(between)
}

/// A value keeps its own direction, and its lines.
fn marked(text: &Text) -> String {
    let span = |span: &Span| match span {
        Span::Words(words) => worded(words),
        Span::Value { text, .. } => format!("<bdi>{}</bdi>", worded(text).replace('\n', "<br>")),
    };
    text.0.iter().map(span).collect()
}

/// Browsers end lines of Khmer within words that our dictionary knows; here each word is kept together, and a line
/// may end behind it.
fn worded(text: &str) -> String {
    const LONGEST: usize = 40;
    let word = |piece: &str| {
        let bare = piece.trim_end();
        let khmer = bare.chars().any(is_khmer) && bare.chars().count() <= LONGEST;
        if khmer { format!("<span>{}</span><wbr>{}", escaped(bare), &piece[bare.len()..]) } else { escaped(piece) }
    };
    pieces(text).into_iter().map(word).collect()
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
