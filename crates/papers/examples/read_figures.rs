//! How fast lists of each format are read, and what reading takes in memory:
//! `cargo run --release -p papers --example read_figures`.
//!
//! Each list is written first, then read in a process of its own, so that one does not count for another.

use papers::{Book, Table, table};
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

#[path = "../tests/made/mod.rs"]
#[allow(dead_code, reason = "the hostile files of the tests are made with the rest")]
mod made;

const LISTS: [(&str, usize, usize); 7] = [
    ("csv", 100_000, 10),
    ("csv", 20_000, 12),
    ("csv-utf16", 50_000, 10),
    ("xlsx", 20_000, 12),
    ("xlsx", 100_000, 10),
    ("xls", 20_000, 12),
    ("ods", 20_000, 12),
];

fn main() {
    if let Some(name) = std::env::args().nth(1) {
        return measure(&name);
    }
    println!("{:<26} {:>9} {:>8} {:>9} {:>9}", "list", "file kB", "CPU s", "rows/s", "peak MB");
    for (format, rows, columns) in LISTS {
        let name = format!("{format} {rows} × {columns}");
        if let Err(error) = read_elsewhere(&name, &written(format, rows, columns)) {
            println!("{name}: {error}");
        }
    }
}

fn read_elsewhere(name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let program = std::env::current_exe()?;
    let mut child = Command::new(program).arg(name).stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(bytes)?;
    }
    child.wait().map(drop)
}

fn measure(name: &str) {
    let mut bytes = Vec::with_capacity(papers::sheet::FILE);
    if std::io::stdin().read_to_end(&mut bytes).is_err() {
        return;
    }
    let (before, idle) = (cpu_seconds(), kilobytes("VmHWM"));
    let book = Book::read(&bytes, "figures");
    let seconds = cpu_seconds() - before;
    let peak = kilobytes("VmHWM").saturating_sub(idle) / 1024;
    match book {
        Ok(book) => {
            let speed = book.sheets[0].rows.len() as f64 / seconds.max(0.01);
            println!("{name:<26} {:>9} {seconds:>8.2} {speed:>9.0} {peak:>9}", bytes.len() / 1024);
        }
        Err(error) => println!("{name}: {error}"),
    }
}

/// A list of invented people as a file; XLS and ODS are made as small as readers accept them.
fn written(format: &str, rows: usize, columns: usize) -> Vec<u8> {
    let table = Table { headings: Vec::new(), rows: (0..rows).map(|row| person(row, columns)).collect() };
    match format {
        "csv" => table::csv(&table),
        "csv-utf16" => {
            let text = String::from_utf8_lossy(&table::csv(&table)).into_owned();
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        }
        "xlsx" => {
            let table = Table { headings: table.rows[0].clone(), rows: table.rows[1..].to_vec() };
            table::xlsx(&table, "Figures").unwrap_or_default()
        }
        "xls" => xls(&table.rows),
        _ => ods(&table.rows),
    }
}

fn person(row: usize, columns: usize) -> Vec<String> {
    let cell = |column: usize| match column {
        0 => row.to_string(),
        1 => format!("Sokha Chan {row}"),
        2 => format!("ចាន់ សុខា {row}"),
        3 => format!("{}-{:02}-{:02}", 1960 + row % 50, row % 12 + 1, row % 28 + 1),
        4 => format!("N{:07}", row * 7919 % 10_000_000),
        5 => "Cambodia".to_owned(),
        6 => format!("+855 {}", row * 104_729 % 100_000_000),
        7 => if row.is_multiple_of(2) { "F" } else { "M" }.to_owned(),
        8 => "came with two others, needs a doctor; wants to go home".to_owned(),
        _ => format!("remark {row} {column}"),
    };
    (0..columns).map(cell).collect()
}

fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / 100.0
}

fn kilobytes(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

fn ods(rows: &[Vec<String>]) -> Vec<u8> {
    made::ods_of(&|to| {
        for row in rows {
            made::put(to, "<table:table-row>");
            for cell in row {
                made::put(to, "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\"><text:p>");
                made::put(to, cell);
                made::put(to, "</text:p></table:table-cell>");
            }
            made::put(to, "</table:table-row>");
        }
    })
}

/// A workbook of one sheet as BIFF8 records, outside of any other file, its texts one by one.
fn xls(rows: &[Vec<String>]) -> Vec<u8> {
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        for (column, text) in texts.iter().enumerate() {
            let units: Vec<u16> = text.encode_utf16().collect();
            let mut body = made::place(row, column);
            body.extend(u16::try_from(units.len()).expect("a short text").to_le_bytes());
            body.push(1);
            body.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
            cells.extend(made::record(0x0204, &body));
        }
    }
    made::xls_of(&[], &cells)
}
