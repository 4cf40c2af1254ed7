//! Where a line may end: between words, also in Khmer, which writes none of the spaces.

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use std::sync::LazyLock;

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));

/// The pieces between which a line may end, each with the spaces behind it. Together they are the text.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for to in SEGMENTER.segment_str(text).filter(|at| may_end(text, *at)) {
        if to > from {
            pieces.push(&text[from..to]);
            from = to;
        }
    }
    if from < text.len() {
        pieces.push(&text[from..]);
    }
    pieces
}

/// Never within a syllable: not before a sign that belongs to the letter before it, nor behind a coeng, which
/// begins a subscript. Nor before the sign that repeats a word, before a closing mark, or within an address that
/// somebody types off the paper.
fn may_end(text: &str, at: usize) -> bool {
    let bound = |c: char| {
        matches!(c, '\u{17b4}'..='\u{17d3}' | '\u{17d4}'..='\u{17d7}' | '\u{17dd}' | '»' | '\u{200c}' | '\u{200d}')
            || unicode_normalization::char::is_combining_mark(c)
    };
    let within_address = text[..at].ends_with(['/', '-']) && text[at..].starts_with(char::is_alphanumeric);
    !text[at..].starts_with(bound) && !text[..at].ends_with('\u{17d2}') && !within_address
}
