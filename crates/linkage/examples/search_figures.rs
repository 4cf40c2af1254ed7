//! Prints how fast and how large the index is with a large registry of
//! invented people, made of lists of names.
//!
//! `cargo run --release -p linkage --example search_figures -- FORENAMES.csv SURNAMES.csv [HOW-MANY]`
//!
//! Both lists have a heading with the columns "Localized Name" and "Romanized
//! Name". The figures are for reading, no test depends on them.

use std::time::{Duration, Instant};

use linkage::{Entry, Index};

const QUERIES: usize = 2_000;

struct Person {
    name: String,
    numbers: [String; 4],
    place: &'static str,
    nationality: &'static str,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [forenames, surnames, rest @ ..] = arguments.as_slice() else {
        eprintln!("usage: search_figures FORENAMES.csv SURNAMES.csv [HOW-MANY]");
        std::process::exit(2);
    };
    let how_many = rest.first().and_then(|number| number.parse().ok()).unwrap_or(220_000);
    let people = invent(&names_of(forenames), &names_of(surnames), how_many);

    let mut index = Index::default();
    let put = time(|| {
        for (slot, person) in people.iter().enumerate() {
            put(&mut index, slot as u32, person);
        }
    });
    println!("entries        {}", people.len());
    println!("put of all     {:.2} s", put.as_secs_f64());
    println!("heap, estimate {:.1} MB", index.heap_bytes() as f64 / 1e6);
    println!("heap, resident {}", resident());

    println!("each query is timed three times, the best counts");
    let mut all = Vec::new();
    for (kind, queries) in queries(&people) {
        let mut times: Vec<Duration> = Vec::new();
        let mut hits = 0;
        for query in &queries {
            hits += usize::from(!index.find(query, 50).is_empty());
            // The best of three, as the machine has other work between them.
            times.extend((0..3).map(|_| time(|| drop(index.find(query, 50)))).min());
        }
        print_times(kind, &mut times, hits);
        all.extend(times);
    }
    let found = all.len();
    print_times("all", &mut all, found);

    let again = time(|| {
        for slot in 0..1_000 {
            put_again(&mut index, slot, &people[slot as usize + 1]);
        }
    });
    println!("replace        {:.3} ms each", again.as_secs_f64());
}

fn put(index: &mut Index, slot: u32, person: &Person) {
    let numbers = person.numbers.each_ref().map(String::as_str);
    index.put(slot, &Entry { names: &[&person.name], words: &[person.place, person.nationality], numbers: &numbers });
}

fn put_again(index: &mut Index, slot: u32, person: &Person) {
    index.remove(slot);
    put(index, slot, person);
}

/// Every name of the list as it is written and, where it differs, romanised.
fn names_of(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let heading: Vec<&str> = text.lines().next().unwrap_or_default().split(',').collect();
    let wanted = ["Localized Name", "Romanized Name"];
    let columns: Vec<usize> =
        wanted.iter().filter_map(|name| heading.iter().position(|column| column == name)).collect();
    let mut names: Vec<String> = Vec::new();
    // The few quoted cells with commas are no names and are passed over.
    for line in text.lines().skip(1).filter(|line| !line.contains('"')) {
        let cells: Vec<&str> = line.split(',').collect();
        names.extend(columns.iter().filter_map(|column| cells.get(*column)).map(|cell| cell.to_string()));
    }
    names.retain(|name| !name.trim().is_empty());
    names
}

fn invent(forenames: &[String], surnames: &[String], how_many: usize) -> Vec<Person> {
    let places = ["Phnom Penh", "Sihanoukville", "Kampot", "Siem Reap", "Poipet", "Bavet", "Myawaddy", "Koh Kong"];
    let nationalities = ["Indonesia", "Ethiopia", "China", "Viet Nam", "Kenya", "India", "Nepal", "Myanmar", "Uganda"];
    let mut chance = Chance(0x5afe_c0de);
    let person = |number: usize| {
        // Common names are common: the square of a chance prefers the first.
        let mut name = pick(forenames, &mut chance).to_owned();
        if chance.below(3) == 0 {
            name = format!("{name} {}", pick(forenames, &mut chance));
        }
        name = format!("{name} {}", pick(surnames, &mut chance));
        if chance.below(2) == 0 {
            // Many families bear a name of their own: an ending that few others have.
            let endings = ["wati", "ko", "mbe", "ov", "adi", "esh", "yan", "nguru", "lal", "qui"];
            name.push_str(endings[chance.below(10)]);
            name.push_str(["", "a", "ni", "ro", "tu", "sel"][chance.below(6)]);
        }
        Person {
            name,
            numbers: [
                format!("{}", 100_000_000 + (number * 4_093) % 900_000_000),
                format!("{}{:07}", ["A", "EP", "N", "C"][chance.below(4)], chance.below(10_000_000)),
                format!("+{}{:09}", [855, 62, 251, 86][chance.below(4)], chance.below(1_000_000_000)),
                format!("{}-{:02}-{:02}", 1965 + chance.below(45), 1 + chance.below(12), 1 + chance.below(28)),
            ],
            place: places[chance.below(places.len())],
            nationality: nationalities[chance.below(nationalities.len())],
        }
    };
    (0..how_many).map(person).collect()
}

fn pick<'a>(names: &'a [String], chance: &mut Chance) -> &'a str {
    let near = (chance.below(1 << 16) * chance.below(1 << 16)) >> 16;
    &names[(near * names.len()) >> 16]
}

/// Queries as they come at a desk, by kind.
fn queries(people: &[Person]) -> Vec<(&'static str, Vec<String>)> {
    let mut chance = Chance(42);
    let each = QUERIES / 10;
    let mut make = |kind, query: &dyn Fn(&Person, &mut Chance) -> String| {
        let queries = (0..each).map(|_| query(&people[chance.below(people.len())], &mut chance)).collect();
        (kind, queries)
    };
    let cut = |text: &str, from: usize, length: usize| text.chars().skip(from).take(length).collect::<String>();
    vec![
        make("full name", &|person, _| person.name.clone()),
        make("folded name", &|person, _| linkage::fold(&person.name)),
        make("run together", &|person, _| linkage::fold(&person.name).replace(' ', "")),
        make("one word", &|person, _| person.name.split(' ').next().unwrap_or_default().to_owned()),
        make("four letters", &|person, chance| cut(&linkage::fold(&person.name), chance.below(3), 4)),
        make("one letter", &|person, _| cut(&linkage::fold(&person.name), 0, 1)),
        make("whole code", &|person, _| person.numbers[0].clone()),
        make("part of code", &|person, chance| cut(&person.numbers[0], chance.below(3), 3 + chance.below(4))),
        make("telephone", &|person, chance| cut(&person.numbers[2], chance.below(5), 12)),
        make("name and place", &|person, _| {
            format!("{} {}", person.name.split(' ').next_back().unwrap_or_default(), person.place)
        }),
    ]
}

fn print_times(kind: &str, times: &mut [Duration], found: usize) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let (middle, high, worst) = (at(0.5), at(0.99), at(1.0));
    println!(
        "find {kind:<14} p50 {middle:.2} ms  p99 {high:.2} ms  worst {worst:.2} ms  found {found} of {}",
        times.len()
    );
}

#[expect(clippy::disallowed_methods, reason = "this program does nothing but measure")]
fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// What the system says of the whole program, people included.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or("unknown");
    format!("{} (with the people themselves)", line.trim_start_matches("VmRSS:").trim())
}

/// Chance that is the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }
}
