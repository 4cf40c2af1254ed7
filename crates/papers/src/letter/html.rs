//! A letter as part of a page that is printed. Classes only: how it looks stands in [`STYLE`].

use super::{Block, Letter, Source, Span, Text, Tongue, Verification};
use std::fmt::Write;

/// For the screen and for A4; a page serves it as one of its style sheets.
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
            let contact = each(contact, "<br>");
            write!(
                out,
                r#"<header class="letter-head"><p class="letter-organisation">{}</p><p class="letter-contact">{contact}</p></header>"#,
                escaped(organisation)
            )
        }
        Block::PlaceAndDate(text) => write!(out, r#"<p class="letter-date">{}</p>"#, escaped(text)),
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
        Block::Labelled { label, text } => write!(out, "<p><b>{}</b> {}</p>", escaped(label), marked(text)),
        Block::Table(rows) => {
            let rows: String = rows
                .iter()
                .map(|(label, text)| {
                    format!(r#"<tr><th scope="row">{}</th><td>{}</td></tr>"#, escaped(label), marked(text))
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
        words.verify,
        escaped(&verification.address),
        words.verify_end,
    )
}

fn each(lines: &[String], between: &str) -> String {
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    lines.join(between)
}

/// A value keeps its own direction, and its lines.
fn marked(text: &Text) -> String {
    let span = |span: &Span| match span {
        Span::Words(words) => escaped(words),
        Span::Value { text, .. } => format!("<bdi>{}</bdi>", escaped(text).replace('\n', "<br>")),
    };
    text.0.iter().map(span).collect()
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
