//! A letter as bare text, for messages and for programs that know nothing else.

use super::{Block, Letter, Verification};

/// Lines end with a line feed; blocks are parted by an empty line. The square code is left out, its link is not.
pub fn plain(letter: &Letter) -> String {
    let words = letter.tongue.words();
    let mut blocks: Vec<String> = Vec::new();
    for block in &letter.blocks {
        blocks.push(match block {
            Block::Letterhead { organisation, contact } => lines([organisation].into_iter().chain(contact)),
            Block::PlaceAndDate(text) => text.clone(),
            Block::Recipient(recipient) => format!("{}\n{}", words.to, recipient.join("\n")),
            Block::Subject(text) | Block::Heading(text) => text.to_string(),
            Block::Paragraph(text) => text.to_string(),
            Block::Labelled { label, text } => format!("{label} {text}"),
            Block::Table(rows) => lines(rows.iter().map(|(label, text)| format!("{label}: {}", indented(text)))),
            Block::List(items) => lines(items.iter().map(|item| format!("- {}", indented(item)))),
            Block::Basis(sources) => {
                lines(sources.iter().map(|source| format!("- {}\n  {}", indented(&source.text), source.from)))
            }
            Block::Signature { organisation, name, role } => lines(
                ["______________________________", name, role, organisation]
                    .into_iter()
                    .filter(|line| !line.is_empty()),
            ),
            Block::Verification(verification) => {
                let Verification { address, link, .. } = verification;
                let code = verification.spoken();
                format!("{}: {code}\n{} {address}{}\n{link}", words.reference, words.verify, words.verify_end)
            }
        });
    }
    blocks.join("\n\n") + "\n"
}

fn lines(lines: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let lines: Vec<String> = lines.into_iter().map(|line| line.as_ref().to_owned()).collect();
    lines.join("\n")
}

/// Further lines of a value stand below its first.
fn indented(text: &impl ToString) -> String {
    text.to_string().replace('\n', "\n  ")
}
