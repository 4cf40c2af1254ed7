//! What a roll of 3,000 lines takes: `cargo run --release -p casework --example roll_figures`.

use access::{Action, Cx, Keyring, Role};
use base::{Arrival, Birth, CaseId, Consent, Country, Date, Paper, PaperKind, PaperStatus};
use casework::Origin;
use casework::consent::Given;
use casework::desk::{Desks, fresh};
use casework::plan::{Leave, Safety, Stay, agree_to, check_safety, note_stay};
use casework::registry::register;
use casework::rolls::{self, Asked, Version};
use papers::letter::pdf;
use papers::roll::{Decided, Decision, Line, Roll, back, csv, forms, xlsx};
use papers::{Book, sheet::Cell};
use pathway::Contact;
use pathway::pack::shipped;
use rehearsal::House;

const LINES: usize = 3_000;

fn main() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let uganda = Country::from_iso3("UGA").expect("a country");
    for batch in 0..LINES / 100 {
        let all = |cx: &mut Cx| (0..100).try_for_each(|number| somebody(cx, uganda, batch * 100 + number));
        house.run(&mut keys, all).expect("people are registered");
    }
    let pack = &shipped()[0];
    let step = pack.pack.waiver.expect("a pack with rolls");
    let today = house.now.local_date();
    let asked = Asked { pack, step, corrections: &[], nationality: uganda, today, until: today };
    let desks = Desks::default();
    let desk = desks.open(&house.store, &keys, house.now).expect("a desk");
    let draft = timed("drafted from the desk", || {
        fresh(&desk, &house.store, house.now, |desk| rolls::draft(desk, &asked)).expect("a draft")
    });
    assert_eq!(draft.on.len(), LINES);
    let cases: Vec<CaseId> = draft.on.iter().map(|one| one.case).collect();
    timed("each case opened, and sealed", || {
        house.run(&mut keys, |cx| rolls::seal(cx, &asked, "Embassy", &cases)).expect("sealed");
    });
    let version = timed("opened again", || read(&mut house, &mut keys, uganda));
    let forms = forms::embedded("khm").expect("the pack has rolls");
    let lines = version.lines.iter().filter_map(|kept| Some((kept.number, kept.content.clone()?)));
    let lines: Vec<Line> = lines.map(|(number, content)| line(number, content)).collect();
    let (mission, currency) = ("Embassy".to_owned(), "USD".to_owned());
    let roll = Roll { words: &forms.words, mission, day: today, until: today, currency, lines };
    timed("as CSV", || csv(&roll).len());
    let file = timed("as XLSX", || xlsx(&roll).expect("a spreadsheet"));
    let pages = timed("as PDF", || pdf::roll(&[], &roll).pages);
    println!("{pages} pages");
    timed("noted as sent in each case", || house.run(&mut keys, |cx| rolls::send(cx, &asked, 1, today)).expect("sent"));
    let mut sheet = Book::read(&file, "roll.xlsx").expect("our own file").sheets.remove(0);
    sheet.rows.iter_mut().for_each(|row| row.cells.resize(9, Cell::Text("approved".to_owned())));
    let answer = timed("the answer matched", || back::read(forms, &roll.lines, &sheet, today));
    assert_eq!(answer.decided.len(), LINES);
    let approved = |one: &Decided| one.decision == Decision::Approved;
    assert!(answer.decided.iter().all(approved));
    timed("noted in each case", || {
        let say = |one: Decided| format!("line {}", one.line);
        house.run(&mut keys, |cx| rolls::answer(cx, &asked, 1, today, &answer.decided, &say)).expect("noted")
    });
}

fn read(house: &mut House, keys: &mut Keyring, nationality: Country) -> Version {
    house.run(keys, |cx| rolls::version(cx, nationality, 1, Action::Export)).expect("the version")
}

fn line(number: u32, content: rolls::Content) -> Line {
    Line {
        number,
        name: content.name,
        birth: content.birth,
        document: content.document,
        nationality: content.nationality.name("en").to_owned(),
        entered: content.entered,
        days: content.days,
        hundredths: content.hundredths,
    }
}

fn somebody(cx: &mut Cx, nationality: Country, number: usize) -> access::Result<()> {
    let (kind, status) = (PaperKind::Passport, PaperStatus::Held);
    let arrival = Arrival {
        names: vec![format!("Person{number} Invented{}", number % 71)],
        birth: Some(Birth::On(Date::constant(1996, 1, 1 + (number % 28) as i8))),
        nationalities: vec![nationality],
        papers: vec![Paper { kind, status, number: Some(format!("ZZ{number:07}")) }],
        consent: Consent::Spoken,
        ..Arrival::default()
    };
    let case = register(cx, arrival, Origin::Card, None)?.case;
    let (warnings, weighed, mission, guardian, note) = (Vec::new(), Vec::new(), None, None, None);
    check_safety(cx, case, Safety { clear: true, warnings, weighed, mission, guardian, note })?;
    for to in [Contact::Mission, Contact::Authority] {
        let mission = (to == Contact::Mission).then_some(nationality);
        agree_to(cx, case, to, mission, (Given::Spoken, None, true, true))?;
    }
    let entered = cx.now.plus_hours(-24 * (100 + number as i64 % 300)).local_date();
    let leave = Leave::Days { least: 30, most: 30 };
    note_stay(cx, case, Stay { stamped: true, entry: Some((entered, entered)), leave })
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let before = cpu_seconds();
    let done = work();
    println!("{what:<32} {:>6.2} CPU s", cpu_seconds() - before);
    done
}

/// Of all threads, as the kernel counts it: in hundredths of a second.
fn cpu_seconds() -> f64 {
    let said = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = said.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let field = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    (field(11) + field(12)) / 100.0
}
