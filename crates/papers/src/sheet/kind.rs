//! What kind of file it is, told by its content, and the reader of that kind.

use super::grid::Tally;
use super::xml::Events;
use super::zip::Zip;
use super::{Book, Format, ListError, encoding, ods, ole, text, web_page, xls, xlsx, xml_2003};
use std::borrow::Cow;

pub fn read(bytes: &[u8], name: &str) -> Result<Book, ListError> {
    let (format, sheets) = match bytes {
        [] => return Err(ListError::Empty),
        [b'P', b'K', 3, 4, ..] => {
            let mut zip = Zip::open(bytes)?;
            if ods::is_one(&mut zip) {
                (Format::Ods, ods::read(&mut zip)?)
            } else {
                (Format::Xlsx, xlsx::read(&mut zip)?)
            }
        }
        _ if bytes.starts_with(&ole::SIGNATURE) => (Format::Xls, xls::read(bytes)?),
        _ if xls::is_stream(bytes) => (Format::Xls, xls::read_stream(bytes)?),
        _ if begins(bytes, &ARCHIVES) => return Err(ListError::Archive),
        _ if begins(bytes, &NO_LISTS) => return Err(ListError::NotAList),
        _ => {
            let text = encoding::decode(bytes)?;
            let mut tally = Tally::default();
            // Text in another encoding than ours is held twice.
            if matches!(text, Cow::Owned(_)) {
                tally.take(text.len())?;
            }
            return read_text(&text, name, &mut tally);
        }
    };
    Ok(Book { format, sheets })
}

fn read_text(text: &str, name: &str, tally: &mut Tally) -> Result<Book, ListError> {
    if is_other_spreadsheet(text) {
        return Err(ListError::OtherSpreadsheet);
    }
    let (format, sheets) = match markup(text) {
        Some(Markup::OpenDocument) => (Format::Ods, ods::read_document(Events::of(text.as_bytes()))?),
        // Both are known as .xls where they come from.
        Some(Markup::Workbook2003) => (Format::Xls, xml_2003::read(text, tally)?),
        Some(Markup::WebPage) => (Format::Xls, web_page::read(text, name, tally)?),
        None => {
            let (delimiter, sheet) = text::read(text, name, tally)?;
            (Format::Text(delimiter), vec![sheet])
        }
    };
    Ok(Book { format, sheets })
}

/// First bytes of packed files: an empty zip file and parts of one, gzip, 7z, RAR, bzip2, xz.
const ARCHIVES: [&[u8]; 7] =
    [b"PK\x05\x06", b"PK\x07\x08", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!\x1a", b"BZh", b"\xfd7zXZ"];

/// First bytes of what else people hand in by mistake: PDF, PNG, JPEG, GIF, RTF, databases, programs.
const NO_LISTS: [&[u8]; 7] =
    [b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"SQLite format 3\0", b"\x7fELF"];

fn begins(bytes: &[u8], with: &[&[u8]]) -> bool {
    with.iter().any(|first| bytes.starts_with(first))
}

/// Spreadsheets that are text but no list of cells: a web page with its pictures in one file, SYLK, DIF, and
/// what programs hand each other.
fn is_other_spreadsheet(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("MIME-Version:")
        || (text.starts_with("ID;P") && (text.contains("\nC;Y") || text.contains("\nC;X")))
        || (text.starts_with("TABLE") && text.contains("\nVECTORS") && text.contains("\nTUPLES"))
        || ["{\"", "[{", "BEGIN:VCARD"].iter().any(|first| text.starts_with(first))
}

enum Markup {
    OpenDocument,
    Workbook2003,
    WebPage,
}

fn markup(text: &str) -> Option<Markup> {
    let head: String = text.trim_start().chars().take(2_000).collect::<String>().to_ascii_lowercase();
    let tags = ["<!doctype", "<html", "<?xml", "<table", "<head", "<meta", "<body", "<style", "<!--", "<workbook"];
    if !tags.iter().any(|tag| head.starts_with(tag)) {
        None
    } else if head.contains("opendocument") && head.contains("<office:document") {
        Some(Markup::OpenDocument)
    } else if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") {
        Some(Markup::Workbook2003)
    } else {
        Some(Markup::WebPage)
    }
}

/// The file's name without folders and ending.
pub fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
