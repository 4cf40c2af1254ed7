//! Web pages and XML that are called .xls, and spreadsheet documents in one flat file.

use papers::sheet::{Area, Format};
use papers::{Book, Cell, ListError, Sheet};
use std::path::PathBuf;

fn rows(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
    let texts = |cells: &[Cell]| cells.iter().map(|cell| cell.text().into_owned()).collect();
    sheet.rows.iter().map(|row| (row.number, texts(&row.cells))).collect()
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
}

#[test]
fn a_web_page_with_a_table_is_read_as_a_sheet() {
    let page = "<html><head><meta charset=windows-1252><style>td { color: red }</style></head><BODY>\
        <table border=1 id='t'><TR><TH colspan=2>People &amp; ages<TH>From</TR>\n<tr><td rowspan=2>&Uuml;nal<br>S\u{f6}hne</td>\
        <td nowrap>30</td><td>&nbsp;</td></tr><tr style='display: none'><td>31<td>\n  T\u{fc}rkei\n  Ost </table></body></html>";
    let bytes: Vec<u8> = page.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let book = Book::read(&bytes, "people.xls").unwrap();
    assert_eq!((book.format, book.sheets[0].name.as_str()), (Format::Xls, "people"));
    let expected =
        [row(1, &["People & ages", "", "From"]), row(2, &["Ünal\nSöhne", "30"]), row(3, &["", "31", "Türkei Ost"])];
    assert_eq!(rows(&book.sheets[0]), expected);
    assert_eq!(book.sheets[0].rows.iter().map(|row| row.hidden).collect::<Vec<_>>(), [false, false, true]);
    let joined = [
        Area { first_row: 1, last_row: 1, first_column: 0, last_column: 1 },
        Area { first_row: 2, last_row: 3, first_column: 0, last_column: 0 },
    ];
    assert_eq!(book.sheets[0].merged, joined);
}

#[test]
fn a_page_that_libreoffice_wrote_has_the_list_in_it() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/files/arrivals-web-page.xls");
    let book = Book::read(&std::fs::read(path).unwrap(), "arrivals.xls").unwrap();
    let read = rows(&book.sheets[0]);
    // LibreOffice leaves hidden rows out of a page.
    assert_eq!(read.len(), 8);
    assert_eq!(read[1].1[..4], ["No", "Name", "Own script", "Born"]);
    assert_eq!(read[2].1[1..3], ["Sokha Chan", "ចាន់ សុខា"]);
    assert_eq!(read[5].1[7], "<b>&amp; no markup</b>");
}

#[test]
fn a_page_without_a_table_or_with_tables_in_tables_is_a_sentence() {
    let read = |text: &str| Book::read(text.as_bytes(), "list.xls");
    assert_eq!(read("<html><body>Please sign in</body></html>"), Err(ListError::WebPage));
    assert_eq!(read("<table><tr><td><table><tr><td>a</table></table>"), Err(ListError::WebPage));
    assert_eq!(read("<table><tr><td>Name</td></tr><tr><td>Om"), Err(ListError::Damaged));
}

const WORKBOOK: &str = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
    <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
    <Worksheet ss:Name=\"Arrivals\"><Table><Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">Title</Data></Cell></Row>\
    <Row ss:Index=\"3\" ss:Hidden=\"1\"><Cell ss:Index=\"2\"><Data ss:Type=\"Number\">30</Data><Comment><Data>no</Data></Comment></Cell>\
    <Cell><Data ss:Type=\"DateTime\">1998-05-12T00:00:00.000</Data></Cell><Cell><Data ss:Type=\"Boolean\">1</Data></Cell>\
    <Cell><Data ss:Type=\"Error\">#REF!</Data></Cell><Cell><ss:Data ss:Type=\"String\">a <B>b</B></ss:Data></Cell></Row></Table></Worksheet>\
    <Worksheet ss:Name=\"Notes\"><Table></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";

#[test]
fn xml_of_2003_is_read_as_a_workbook() {
    let book = Book::read(WORKBOOK.as_bytes(), "old.xls").unwrap();
    assert_eq!(rows(&book.sheets[0]), [row(1, &["Title"]), row(3, &["", "30", "1998-05-12", "TRUE", "", "a b"])]);
    assert!(book.sheets[0].rows[1].hidden && book.sheets[1].hidden && !book.sheets[0].hidden);
    assert_eq!(book.sheets[0].merged, [Area { first_row: 1, last_row: 1, first_column: 0, last_column: 1 }]);
    let cut = &WORKBOOK[..WORKBOOK.len() - 40];
    assert_eq!(Book::read(cut.as_bytes(), "old.xls"), Err(ListError::Damaged));
}

#[test]
fn a_flat_document_is_read_as_its_packed_form_is() {
    let document = "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">\
        <office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
        <table:table-row-group table:display=\"false\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"time\" office:time-value=\"PT10H30M00S\"/>\
        <table:table-cell table:number-columns-repeated=\"2\"><office:annotation><text:p>no</text:p></office:annotation><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell>\
        </table:table-row></table:table-row-group></table:table></office:spreadsheet></office:body></office:document>";
    let book = Book::read(document.as_bytes(), "flat.fods").unwrap();
    let cells = ["0.4375", "a  b\nc", "a  b\nc"];
    assert_eq!((book.format, rows(&book.sheets[0])), (Format::Ods, vec![row(3, &cells), row(4, &cells)]));
    assert!(book.sheets[0].rows.iter().all(|row| row.hidden));
}
