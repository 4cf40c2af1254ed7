//! Files that were made to harm: each ends in a value or in a sentence, within bounds of memory and time.
//!
//! Each is read in a process of its own, so that what the process held at most is what reading took. That is
//! why this file has its own beginning and no harness.

mod made;

use made::{again, ods_of, place, put, record, xls_of, xlsx, zip};
use papers::{Book, ListError};
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

/// Above what the process holds before.
const MEGABYTES: u64 = 200;
/// Far more than is needed without optimisation; what grows with the square of the file needs hours.
const CPU_SECONDS: u64 = 60;

type Bomb = (&'static str, fn() -> Vec<u8>, fn(&Result<Book, ListError>) -> bool);

const NAME: &str = "no_file_takes_more_than_its_bounds";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |wanted: &str| arguments.iter().any(|argument| argument == wanted);
    if let [first, bomb] = &arguments[..]
        && first == "read"
    {
        read(bomb);
    } else if has("--list") {
        // What a runner of tests asks for before it runs them.
        if !has("--ignored") {
            println!("{NAME}: test");
        }
    } else {
        BOMBS.iter().for_each(read_elsewhere);
    }
}

fn read_elsewhere((name, make, _): &Bomb) {
    let bytes = make();
    assert!(bytes.len() <= papers::sheet::FILE, "{name} is not even looked at");
    let program = std::env::current_exe().unwrap();
    let mut child = Command::new(program).args(["read", name]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    assert!(child.wait().unwrap().success(), "{name} broke its bounds");
}

fn read(name: &str) {
    let (_, _, expected) = BOMBS.iter().find(|(known, ..)| *known == name).unwrap();
    let mut bytes = Vec::with_capacity(papers::sheet::FILE);
    std::io::stdin().read_to_end(&mut bytes).unwrap();
    let (idle, before) = (kilobytes("VmHWM"), cpu_seconds());
    let read = Book::read(&bytes, "bomb");
    let (most, seconds) = ((kilobytes("VmHWM") - idle) / 1024, cpu_seconds() - before);
    println!("{name}: {most} MB, {seconds} s");
    assert!(expected(&read), "{name}: {:?}", read.map(|book| book.sheets.len()));
    assert!(most <= MEGABYTES, "{name} took {most} MB");
    assert!(seconds <= CPU_SECONDS, "{name} took {seconds} s");
}

fn refused(read: &Result<Book, ListError>) -> bool {
    read.is_err()
}

fn taken(read: &Result<Book, ListError>) -> bool {
    read.is_ok()
}

const NOTHING: &dyn Fn(&mut dyn Write) = &|_| {};

const BOMBS: [Bomb; 26] = [
    ("a sheet that unpacks without end", || xlsx(&|to| again(to, &" ".repeat(1_000), 210_000), NOTHING), refused),
    ("many full rows", || xlsx(&full_rows, NOTHING), refused),
    (
        "one long text named by every cell",
        || xlsx(&|to| again(to, "<row><c t=\"s\"><v>0</v></c></row>", 190_000), &long_string),
        refused,
    ),
    ("many short strings", || xlsx(NOTHING, &|to| again(to, "<si><t>a</t></si>", 1_000_000)), refused),
    (
        "a cell of 100 MB",
        || {
            xlsx(
                &|to| {
                    put(to, "<row><c t=\"inlineStr\"><is><t>");
                    again(to, "abcdefghij", 10_000_000);
                    put(to, "</t></is></c></row>")
                },
                NOTHING,
            )
        },
        taken,
    ),
    (
        "a cell of many small pieces",
        || {
            xlsx(
                &|to| {
                    put(to, "<row><c t=\"str\"><v>x");
                    again(to, "<![CDATA[a]]>", 3_000_000);
                    put(to, "</v></c></row>")
                },
                NOTHING,
            )
        },
        taken,
    ),
    (
        "an attribute of 100 MB",
        || {
            xlsx(
                &|to| {
                    put(to, "<row><c r=\"");
                    again(to, "A", 100_000_000);
                    put(to, "\"/></row>")
                },
                NOTHING,
            )
        },
        refused,
    ),
    (
        "a comment without end",
        || {
            xlsx(
                &|to| {
                    put(to, "<!--");
                    again(to, "no end ", 20_000_000)
                },
                NOTHING,
            )
        },
        refused,
    ),
    (
        "a million columns",
        || {
            xlsx(
                &|to| {
                    put(to, "<row>");
                    again(to, "<c><v>1</v></c>", 1_000_000);
                    put(to, "</row>")
                },
                NOTHING,
            )
        },
        refused,
    ),
    (
        "two cells in opposite corners",
        || {
            xlsx(
                &|to| {
                    put(
                        to,
                        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
                    )
                },
                NOTHING,
            )
        },
        refused,
    ),
    (
        "rows from the last to the first",
        || {
            xlsx(
                &|to| {
                    for row in (1..=150_000).rev() {
                        put(to, &format!("<row r=\"{row}\"><c><v>1</v></c></row>"))
                    }
                },
                NOTHING,
            )
        },
        taken,
    ),
    (
        "entities that grow",
        || {
            xlsx(
                &|to| {
                    put(
                        to,
                        "<!DOCTYPE a [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><row><c t=\"str\"><v>&b;&c;</v></c></row>",
                    )
                },
                NOTHING,
            )
        },
        taken,
    ),
    ("elements in elements", || xlsx(&|to| again(to, "<row><c><is>", 1_000_000), NOTHING), refused),
    ("joined cells over joined cells", || xlsx(&joined, NOTHING), taken),
    (
        "a million rows of sixteen thousand columns",
        || {
            ods_of(&|to| {
                put(
                    to,
                    "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>",
                )
            })
        },
        refused,
    ),
    (
        "as many as the bounds allow",
        || {
            ods_of(&|to| {
                put(
                    to,
                    "<table:table-row table:number-rows-repeated=\"200000\"><table:table-cell table:number-columns-repeated=\"300\"><text:p>x</text:p></table:table-cell></table:table-row>",
                )
            })
        },
        refused,
    ),
    (
        "rows beyond every number",
        || {
            ods_of(&|to| {
                again(
                    to,
                    "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell table:number-columns-repeated=\"18446744073709551615\"/></table:table-row>",
                    100_000,
                )
            })
        },
        refused,
    ),
    ("three million cells as text", || "a,".repeat(3_000_000).into_bytes(), refused),
    ("ten million short rows", || "a\n".repeat(10_000_000).into_bytes(), refused),
    ("nothing but line breaks", || vec![b'\n'; 6_000_000], refused),
    ("nothing but quotation marks", || vec![b'"'; 6_000_001], taken),
    ("marks that never close", || b"\"a\"\"b\",\\\"'".repeat(500_000), |_| true),
    ("a cell of 7 MB in Thai", || b"\xa1\xd2\xc3".repeat(2_300_000), taken),
    ("small numbers in rows of 256", || xls_of(&[], &numbers()), taken),
    ("one text of 2,000 letters in every cell", || xls_of(&long_xls_string(), &named_strings()), refused),
    (
        "a zip file of a zip file's size",
        || {
            zip(&[
                ("[Content_Types].xml", NOTHING),
                ("xl/workbook.xml", &|to| again(to, "<sheet r:id=\"r1\"/>", 5_000_000)),
            ])
        },
        refused,
    ),
];

fn full_rows(to: &mut dyn Write) {
    for _ in 0..10_000 {
        put(to, "<row>");
        again(to, &format!("<c t=\"str\"><v>{}</v></c>", "x".repeat(200)), 300);
        put(to, "</row>");
    }
}

fn long_string(to: &mut dyn Write) {
    put(to, "<si><t>");
    again(to, "x", 5_000);
    put(to, "</t></si>");
}

fn joined(to: &mut dyn Write) {
    again(to, "<row><c><v>1</v></c><c><v>2</v></c></row>", 100_000);
    put(to, "</sheetData><mergeCells>");
    again(to, "<mergeCell ref=\"A1:XFD1048576\"/>", 500_000);
    put(to, "</mergeCells><sheetData>");
}

fn numbers() -> Vec<u8> {
    let row = |row: usize| {
        let mut body = place(row, 0)[..4].to_vec();
        body.extend([0, 0, 2, 0, 0, 0].repeat(256));
        body.extend([255, 0]);
        record(0x00bd, &body)
    };
    (0..13_000).flat_map(row).collect()
}

fn long_xls_string() -> Vec<u8> {
    let mut body = vec![1, 0, 0, 0, 1, 0, 0, 0, 0xd0, 7, 0];
    body.extend([b'x'; 2_000]);
    record(0x00fc, &body)
}

fn named_strings() -> Vec<u8> {
    (0..65_000)
        .flat_map(|row| (0..10).flat_map(move |column| record(0x00fd, &[place(row, column), vec![0; 4]].concat())))
        .collect()
}

fn cpu_seconds() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit(')').next().unwrap();
    after_name.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum::<u64>() / 100
}

fn kilobytes(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
