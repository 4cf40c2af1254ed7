//! What reading a long list costs: `cargo run --release -p papers --example list_figures`.
//!
//! Prints the processor time for the layout and the reading of 100,000 rows of 10 columns, and of one row.

use base::Date;
use papers::{Cell, Layout, Row, Sheet, list};
use std::time::Duration;

const ROWS: u32 = 100_000;
const TODAY: Date = Date::constant(2026, 2, 1);

fn main() {
    let sheet = sheet();
    let before = processor_time();
    let layout = Layout::guess(&sheet);
    let guessed = processor_time();
    let readings = list::read(&sheet, &layout, TODAY);
    let read = processor_time();
    println!("layout   {:>8.3} s", (guessed - before).as_secs_f64());
    println!("reading  {:>8.3} s for {} rows", (read - guessed).as_secs_f64(), readings.len());
    let one = Sheet { rows: vec![sheet.rows[1].clone()], ..Sheet::default() };
    let before = processor_time();
    for _ in 0..1_000 {
        assert_eq!(list::read(&one, &layout, TODAY).len(), 1);
    }
    println!("one row  {:>8.3} ms", (processor_time() - before).as_secs_f64());
}

/// Names, unknown nationalities, remarks and numbers that differ from row to row.
fn sheet() -> Sheet {
    let headings = [
        "No",
        "Name",
        "Nationality",
        "Sex",
        "DOB",
        "Passport No",
        "Phone",
        "Where staying",
        "Date of entry",
        "Remarks",
    ];
    let mut rows = vec![row(1, headings.map(str::to_owned).to_vec())];
    let nationalities = ["Kenya", "Ghanian", "Camerounaise", "印尼", "Ethiopia/Eritrea", "Madagascra"];
    let remarks =
        ["left compound 14/1", "sick, no money", "not injured", "wife also here", "hamil 5 bulan", "没有受伤"];
    for n in 1..ROWS {
        let at = n as usize;
        // Every fiftieth nationality is a word nobody knows, each another one.
        let nationality = if n % 50 == 0 { format!("Atlantis{n}") } else { nationalities[at % 6].to_owned() };
        let cells = vec![
            n.to_string(),
            format!("Amina{} Diallo{}", n % 977, n % 1013).replace(|c: char| c.is_ascii_digit(), "a"),
            nationality,
            ["M", "F", "male", "P"][at % 4].to_owned(),
            [format!("{:02}/{:02}/{}", n % 28 + 1, n % 12 + 1, 1970 + n % 37), format!("{} Aug 1999", n % 28 + 1)]
                [at % 2]
                .clone(),
            if n % 2 == 0 { format!("ZZ{:07}", n) } else { "held by boss".to_owned() },
            format!("+85500{:06}", n),
            "Phnom Penh".to_owned(),
            format!("{:02}.{:02}.25", n % 28 + 1, n % 12 + 1),
            remarks[at % 6].to_owned(),
        ];
        rows.push(row(n + 1, cells));
    }
    Sheet { rows, ..Sheet::default() }
}

fn row(number: u32, texts: Vec<String>) -> Row {
    Row { number, hidden: false, cells: texts.into_iter().map(Cell::Text).collect() }
}

/// Of this process, in user and system mode together (Linux counts it in hundredths of a second).
fn processor_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks =
        after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>();
    Duration::from_millis(ticks * 10)
}
