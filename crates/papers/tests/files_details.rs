//! What spreadsheet files can say beside text and numbers.

use base::Date;
use papers::sheet::Area;
use papers::{Book, Cell, ListError, Sheet};
use proptest::prelude::*;

use crate::stored;

const RELATIONSHIPS: &str = "<Relationships>\
    <Relationship Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" Target=\"worksheets/one.xml\"/>\
    <Relationship Id=\"r2\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings\" Target=\"/xl/strings.xml\"/>\
    <Relationship Id=\"r3\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"r4\" Type=\"x/worksheet\" Target=\"http://example.org/fetch.xml\" TargetMode=\"External\"/></Relationships>";

fn workbook(sheet: &str, strings: &str) -> Result<Book, ListError> {
    let parts = [
        (
            "xl/workbook.xml",
            "<x:workbook><x:sheets><x:sheet name=\"A\" state=\"veryHidden\" r:id=\"r1\"/><x:sheet name=\"B\" r:id=\"r4\"/></x:sheets></x:workbook>",
        ),
        ("xl/_rels/workbook.xml.rels", RELATIONSHIPS),
        ("xl/strings.xml", strings),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]d\\-mmm\\-yy;@\"/><numFmt numFmtId=\"165\" formatCode=\"h:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
        ),
        ("xl/worksheets/one.xml", sheet),
    ];
    Book::read(&stored::zip(parts.into_iter().map(|(name, part)| (name, part.as_bytes()))), "list.csv")
}

fn cells(sheet: &str, strings: &str) -> Vec<Cell> {
    let sheet = format!("<worksheet><sheetData><row>{sheet}</row></sheetData></worksheet>");
    workbook(&sheet, strings).unwrap().sheets.remove(0).rows.remove(0).cells
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn every_kind_of_cell_has_its_value() {
    let read = cells(
        "<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>A1&amp;\"no\"</f><v>saved</v></c>\
         <c t=\"d\"><v>1998-05-12T00:00:00</v></c><c s=\"1\"><v>35927</v></c><c s=\"2\"><v>0.4375</v></c>\
         <c t=\"inlineStr\"><is><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">text</t></r></is></c><c><v>-1.5e3</v></c>",
        "",
    );
    let day = Cell::Date(Date::constant(1998, 5, 12));
    let expected = [
        text("TRUE"),
        text("FALSE"),
        Cell::Empty,
        text("saved"),
        day.clone(),
        day,
        Cell::Number(0.4375),
        text("rich text"),
        Cell::Number(-1500.0),
    ];
    assert_eq!(read, expected);
}

#[test]
fn readings_beside_letters_are_left_out_and_escapes_undone() {
    let strings = "<sst><si><t>山田</t><rPh sb=\"0\" eb=\"1\"><t>やまだ</t></rPh></si><si><t>one_x000D_\ntwo_x005F_x0041_</t></si></sst>";
    let read = cells("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>7</v></c><c><v>1</v></c>", strings);
    assert_eq!(read, [text("山田"), text("one\ntwo_x0041_"), Cell::Empty, Cell::Number(1.0)]);
}

#[test]
fn sheets_say_what_is_hidden_and_what_is_joined_lies_under_the_first() {
    let sheet = "<worksheet><sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>\
        <row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>3</v></c><c r=\"C3\"><v>4</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A2:B3\"/><mergeCell ref=\"C9:XFD1048576\"/><mergeCell ref=\"nonsense\"/></mergeCells></worksheet>";
    let book = workbook(sheet, "").unwrap();
    assert_eq!(book.sheets.len(), 1, "what lies outside the file is not fetched");
    let Sheet { hidden, rows, merged, .. } = &book.sheets[0];
    assert!(*hidden && !rows[0].hidden && rows[1].hidden);
    assert_eq!(rows[0].cells, [Cell::Number(1.0)]);
    assert_eq!(rows[1].cells, [Cell::Empty, Cell::Empty, Cell::Number(4.0)]);
    let area = |first_row, last_row, first_column, last_column| Area { first_row, last_row, first_column, last_column };
    assert_eq!(*merged, [area(2, 3, 0, 1), area(9, 200_000, 2, 299)]);
}

#[test]
fn a_row_that_is_written_in_pieces_is_one_and_one_that_contradicts_itself_none() {
    let by_columns: String = ["A", "B"]
        .iter()
        .flat_map(|column| {
            (1..=3).map(move |row| format!("<row r=\"{row}\"><c r=\"{column}{row}\"><v>{row}</v></c></row>"))
        })
        .collect();
    let book = workbook(&format!("<worksheet><sheetData>{by_columns}</sheetData></worksheet>"), "").unwrap();
    assert!(book.sheets[0].rows.iter().all(|row| row.cells.len() == 2));
    assert_eq!(book.sheets[0].rows.len(), 3);
    let cut = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A";
    assert_eq!(workbook(cut, ""), Err(ListError::Damaged));
}

#[test]
fn what_else_a_zip_file_may_be_is_told_apart() {
    let read = |name: &str, part: &str| Book::read(&stored::zip([(name, part.as_bytes())].into_iter()), "list.xlsx");
    assert_eq!(read("xl/workbook.bin", ""), Err(ListError::OtherSpreadsheet));
    assert_eq!(read("word/document.xml", "<a/>"), Err(ListError::NotAList));
    assert_eq!(read("mimetype", "application/vnd.oasis.opendocument.text"), Err(ListError::NotAList));
    assert_eq!(read("my list.csv", "a,b"), Err(ListError::Archive));
    assert_eq!(read("[Content_Types].xml", "<Types/>"), Err(ListError::Damaged));
    let locked = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "scrambled"),
        (
            "META-INF/manifest.xml",
            "<m:manifest><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>",
        ),
    ];
    let bytes = stored::zip(locked.into_iter().map(|(name, part)| (name, part.as_bytes())));
    assert_eq!(Book::read(&bytes, "list.ods"), Err(ListError::Password));
}

#[test]
fn every_refusal_says_what_happened_what_is_safe_and_what_to_do() {
    use ListError::*;
    let all = [
        TooLarge,
        UnpacksTooLarge,
        TooManyRows,
        TooManyColumns,
        TooMuchText,
        Empty,
        Password,
        OldExcel,
        OtherSpreadsheet,
        WebPage,
        Archive,
        NotAList,
        Damaged,
    ];
    for error in all {
        let sentence = error.to_string();
        assert!(sentence.contains(". Nothing was taken in. "), "{sentence}");
        assert!(sentence.ends_with('.'), "{sentence}");
    }
}

fn file(name: &str) -> Vec<u8> {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    std::fs::read(folder.join(name)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_files_of_every_format_end_in_a_value_or_a_sentence(
        which in 0usize..5,
        changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..12),
        cut in proptest::option::of(any::<usize>()),
    ) {
        let names = ["arrivals-xlwt.xls", "arrivals-libreoffice.xls", "arrivals-gnumeric-95.xls", "arrivals-odfpy.ods", "locked.xlsx"];
        let mut bytes = file(names[which]);
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut % bytes.len());
        }
        if let Ok(book) = Book::read(&bytes, "list") {
            prop_assert!(book.sheets.iter().flat_map(|sheet| &sheet.rows).all(|row| !row.cells.is_empty()));
        }
    }
}
