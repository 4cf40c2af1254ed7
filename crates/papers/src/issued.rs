//! Numbers of documents that were issued, as an office keeps them in a spreadsheet: which row is whom, and which number
//! is the new one.
//!
//! A row is known by what is in it: the code on the card, a number of a paper that is known, or a name, with the day of
//! birth where several are called so. What fits two people, or says something else than what is known, is for a person.

use crate::list::{Layout, Meaning};
use crate::named::{Named, persons, plain};
use crate::sheet::{Cell, Row, Sheet};
use base::{Arrival, Birth, Date};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Somebody who may stand in the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Nine digits.
    pub code: String,
    pub names: Vec<String>,
    pub birth: Option<Birth>,
    /// Of papers that are known already.
    pub numbers: Vec<String>,
}

/// What a sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issued {
    /// The new number of each holder who has one, by their place among the holders.
    pub numbers: BTreeMap<usize, String>,
    /// Rows with a number of which it cannot be told whose it is: as a spreadsheet program numbers them.
    pub unclear: Vec<(u32, String)>,
}

/// Reads the numbers of these people. Empty where no column has any.
pub fn read(holders: &[Holder], sheet: &Sheet, today: Date) -> Issued {
    let known = Known::of(holders);
    let layout = Layout::guess(sheet);
    let persons = persons(sheet, &layout, today);
    let found: Vec<BTreeSet<usize>> =
        sheet.rows.iter().map(|row| known.of_row(row, persons.get(&row.number))).collect();
    let mut issued = Issued::default();
    let Some(column) = known.column(sheet, &layout, &found) else { return issued };
    let mut given: BTreeMap<usize, Vec<(u32, String)>> = BTreeMap::new();
    for (row, found) in sheet.rows.iter().zip(&found) {
        let Some(number) = number(row.cell(column)) else { continue };
        match found.iter().next() {
            Some(holder) if found.len() == 1 => given.entry(*holder).or_default().push((row.number, number)),
            _ => issued.unclear.push((row.number, words(row))),
        }
    }
    let mut whose: HashMap<String, usize> = HashMap::new();
    given.values().flatten().for_each(|(_, number)| *whose.entry(plain(number)).or_default() += 1);
    for (holder, rows) in given {
        let numbers: BTreeSet<String> = rows.iter().map(|(_, number)| plain(number)).collect();
        match rows.as_slice() {
            // Two people never have one number, and one person has one.
            [(_, number), ..] if numbers.len() == 1 && whose[&plain(number)] == rows.len() => {
                issued.numbers.insert(holder, number.clone());
            }
            _ => {
                let numbers: BTreeSet<u32> = rows.iter().map(|(row, _)| *row).collect();
                let unclear = sheet.rows.iter().filter(|row| numbers.contains(&row.number));
                issued.unclear.extend(unclear.map(|row| (row.number, words(row))));
            }
        }
    }
    issued.unclear.sort();
    issued
}

/// The holders by what they are known by.
struct Known<'h> {
    holders: &'h [Holder],
    named: Named,
}

impl<'h> Known<'h> {
    fn of(holders: &'h [Holder]) -> Self {
        let numbers = |one: &'h Holder| one.numbers.iter().chain([&one.code]).map(String::as_str);
        let names = |one: &'h Holder| one.names.iter().map(String::as_str);
        Known { holders, named: Named::of(holders.iter().map(|one| (numbers(one), names(one)))) }
    }

    /// Whom a row can be, the surest ground first; none is guessed where two fit.
    fn of_row(&self, row: &Row, person: Option<&Arrival>) -> BTreeSet<usize> {
        let found = self.named.in_row(&row.cells, person);
        let (sure, named) = (found.by_number, found.by_name);
        if !sure.is_empty() {
            // A number beside the name of somebody else is for a person to look at.
            let fits = sure.len() > 1 || named.is_empty() || sure.is_subset(&named);
            return if fits { sure } else { &sure | &named };
        }
        let birth = person.and_then(|one| one.birth.as_ref());
        let born: BTreeSet<usize> = named.iter().copied().filter(|at| self.is_born(*at, birth) == Some(true)).collect();
        match (born.len(), named.len()) {
            (1, _) => born,
            (_, 1) if named.iter().all(|at| self.is_born(*at, birth) != Some(false)) => named,
            // Of this name there is one, and born on another day: nobody is meant.
            (_, 1) => BTreeSet::new(),
            _ => named,
        }
    }

    /// Whether somebody may be born as the row says; `None` where one of the two says nothing.
    fn is_born(&self, holder: usize, birth: Option<&Birth>) -> Option<bool> {
        let (here, there) = (self.holders[holder].birth.as_ref()?.range(), birth?.range());
        Some(here.0 <= there.1 && there.0 <= here.1)
    }

    /// The column with the most new numbers beside people who are known: one that is called so before any other.
    fn column(&self, sheet: &Sheet, layout: &Layout, found: &[BTreeSet<usize>]) -> Option<usize> {
        let wide = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let meaning = |at: usize| layout.columns.iter().find(|one| one.index == at).map(|one| one.meaning);
        let may_be = |at: &usize| {
            use Meaning::{Age, Birth, Entered, Phone, PlaceAndBirth, Reported, SexAndAge};
            !matches!(meaning(*at), Some(Age | Birth | Entered | Phone | PlaceAndBirth | Reported | SexAndAge))
        };
        let count = |at: usize| {
            let rows = sheet.rows.iter().zip(found).filter(|(_, found)| found.len() == 1);
            let new = rows.filter(|(row, found)| self.is_new(row.cell(at), found));
            new.count()
        };
        let counted = (0..wide).filter(may_be).map(|at| (count(at), meaning(at) == Some(Meaning::Papers), at));
        counted.filter(|(count, ..)| *count > 0).max().map(|(.., at)| at)
    }

    fn is_new(&self, cell: &Cell, found: &BTreeSet<usize>) -> bool {
        let Some(number) = number(cell).map(|number| plain(&number)) else { return false };
        let is_known = |at: &usize| {
            let holder = &self.holders[*at];
            holder.code == number || holder.numbers.iter().any(|known| plain(known) == number)
        };
        !found.iter().any(is_known)
    }
}

/// A number as documents have one: letters and figures, and figures enough.
fn number(cell: &Cell) -> Option<String> {
    let text = match cell {
        Cell::Date(_) => return None,
        cell => base::text::line(&cell.text()),
    };
    let fits = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/'));
    let plain = plain(&text);
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    let is_date =
        text.split(['-', '.', '/']).filter(|part| part.len() <= 4 && part.parse::<u16>().is_ok()).count() == 3;
    (fits && !is_date && (5..=20).contains(&plain.len()) && digits >= 4 && digits * 2 >= plain.len()).then_some(text)
}

/// A row as somebody finds it again.
fn words(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| cell.text().trim().to_owned());
    cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Book;

    fn holder(code: &str, name: &str, birth: &str, number: &str) -> Holder {
        Holder {
            code: code.to_owned(),
            names: vec![name.to_owned()],
            birth: birth.parse().ok().map(Birth::On),
            numbers: vec![number.to_owned()],
        }
    }

    fn people() -> Vec<Holder> {
        vec![
            holder("123456789", "Adi Invented", "1999-05-17", "ZZ9900001"),
            holder("223456789", "Bayu Invented", "1997-11-23", "ZZ9900002"),
            holder("323456789", "Citra Invented", "2001-06-30", ""),
            holder("423456789", "Citra Invented", "1990-01-02", ""),
        ]
    }

    fn of(text: &str) -> Issued {
        let book = Book::read(text.as_bytes(), "numbers.csv").unwrap();
        read(&people(), &book.sheets[0], "2026-02-03".parse().unwrap())
    }

    fn numbers(issued: &Issued) -> Vec<(usize, &str)> {
        issued.numbers.iter().map(|(at, number)| (*at, number.as_str())).collect()
    }

    #[test]
    fn whoever_a_row_names_by_code_passport_or_name_gets_the_number_beside_it() {
        let issued = of("No;Nama;Tanggal lahir;Paspor;SPLP\r\n1;INVENTED, Adi;17/05/1999;;XD 100001\r\n\
             2;;;ZZ 9900002;XD 100002\r\n3;Citra Invented;30/06/2001;;XD 100003\r\n");
        assert_eq!(numbers(&issued), [(0, "XD 100001"), (1, "XD 100002"), (2, "XD 100003")]);
        assert_eq!(issued.unclear, []);
        let issued = of("Code;Travel document\r\n123 456 789;XD100001\r\n423456789;XD100004\r\n");
        assert_eq!(numbers(&issued), [(0, "XD100001"), (3, "XD100004")]);
    }

    #[test]
    fn what_fits_two_people_or_nobody_is_for_a_person() {
        let issued =
            of("Name;Number\r\nCitra Invented;XD100003\r\nNobody Invented;XD100009\r\nAdi Invented;XD100001\r\n");
        assert_eq!(numbers(&issued), [(0, "XD100001")]);
        assert_eq!(issued.unclear.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [2, 3]);
    }

    #[test]
    fn one_number_for_two_people_two_for_one_and_a_passport_beside_another_name_are_for_a_person() {
        let issued = of("Name;Passport;New\r\nAdi Invented;;XD100001\r\nBayu Invented;;XD100001\r\n");
        assert_eq!((numbers(&issued), issued.unclear.len()), (Vec::new(), 2));
        let issued = of("Name;New\r\nAdi Invented;XD100001\r\nAdi Invented;XD100005\r\nBayu Invented;XD100002\r\n");
        assert_eq!((numbers(&issued), issued.unclear.len()), (vec![(1, "XD100002")], 2));
        let issued = of("Name;Passport;New\r\nAdi Invented;ZZ9900002;XD100001\r\nBayu Invented;;XD100002\r\n");
        assert_eq!((numbers(&issued), issued.unclear.len()), (vec![(1, "XD100002")], 1));
    }

    #[test]
    fn without_a_new_number_there_is_none_and_a_known_passport_is_no_new_one() {
        assert_eq!(of("Name;Passport\r\nAdi Invented;ZZ9900001\r\nBayu Invented;ZZ9900002\r\n"), Issued::default());
        assert_eq!(of("Name;Born\r\nAdi Invented;1999-05-17\r\nBayu Invented;23/11/1997\r\n"), Issued::default());
    }
}
