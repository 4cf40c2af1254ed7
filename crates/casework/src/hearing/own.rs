//! An organisation's own instruments: XLSForms that were looked through, kept in every version, and asked beside the
//! guide.
//!
//! Instruments are read by every line of a desk, so those in force lie where everybody finds them. They change a few
//! times a year; what was in force before stays in memory.

use crate::Result;
use access::{Action, Cx};
use base::Instant;
use papers::{Book, Cell};
use screening::xlsform::{self, Form, Rows};
use screening::{Instruments, Questionnaire, Trouble};
use std::sync::{PoisonError, RwLock};
use store::sum::sum;
use store::{Tx, Value, sql};

/// A form in one version, and who brought it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    pub id: String,
    pub version: u32,
    pub title: String,
    pub questions: usize,
    /// How many of them can carry a result.
    pub carrying: usize,
    pub at: Instant,
    pub by: String,
}

/// Which forms are in force, and the instruments with them.
type InForce = (Vec<(String, u32)>, Option<&'static Instruments>);
static IN_FORCE: RwLock<InForce> = RwLock::new((Vec::new(), None));

/// The instruments of the program with this organisation's own.
pub fn instruments() -> &'static Instruments {
    IN_FORCE.read().unwrap_or_else(PoisonError::into_inner).1.unwrap_or_else(Instruments::shipped)
}

/// Takes over what was kept since, also what another server of the registry kept; says whether there was anything. No
/// form is ever taken away.
pub fn refresh(tx: &mut Tx) -> Result<bool> {
    let known = sql!("select id, version from own_form order by id, version");
    let known = tx.all(known, &[], |row| Ok((row.text(0)?, row.int(1)? as u32)))?;
    let mut held = IN_FORCE.read().unwrap_or_else(PoisonError::into_inner).0.clone();
    if known.iter().all(|one| held.contains(one)) {
        return Ok(false);
    }
    let mut all = instruments().clone();
    for (form, ..) in rows(tx)? {
        // What is held already is refused here; what an earlier version of the program understood and this one does not
        // is left out, and not asked otherwise.
        if let Ok(whole) = xlsform::read(&form, &all) {
            let _ = all.add(whole);
        }
    }
    let all: &'static Instruments = Box::leak(Box::new(all));
    held.extend(known);
    held.sort();
    held.dedup();
    *IN_FORCE.write().unwrap_or_else(PoisonError::into_inner) = (held, Some(all));
    Ok(true)
}

/// Keeps a form, or says everything in it that is not understood.
pub fn add(cx: &mut Cx, form: &Form) -> Result<std::result::Result<(String, u32), Vec<Trouble>>> {
    cx.permit(Action::KeepInstruments)?;
    refresh(cx.tx)?;
    let mut all = instruments().clone();
    let whole = match xlsform::read(form, &all) {
        Ok(whole) => whole,
        Err(troubles) => return Ok(Err(troubles)),
    };
    let (id, version) = (whole.id.clone(), whole.version);
    if let Err(sentence) = all.add(whole) {
        return Ok(Err(vec![Trouble { file: "settings".to_owned(), row: 2, column: "version".to_owned(), sentence }]));
    }
    let text = serde_json::to_string(form).expect("rows of texts are JSON");
    let name = cx.keys.actor.name.clone();
    let values: [Value; 5] =
        [(&id).into(), i64::from(version).into(), (&text).into(), cx.now.millis().into(), (&name).into()];
    let sum = sum("own_form", &values);
    cx.tx.run(
        sql!("insert into own_form (id, version, form, at, by_name, sum) values ($1, $2, $3, $4, $5, $6)"),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(Ok((id, version)))
}

/// Every form that is kept, the newest version of each first.
pub fn all(cx: &mut Cx) -> Result<Vec<Own>> {
    cx.permit(Action::Hear)?;
    refresh(cx.tx)?;
    let all = instruments();
    let mut own: Vec<Own> = Vec::new();
    for (form, at, by) in rows(cx.tx)? {
        let Ok(whole) = xlsform::read(&form, all) else { continue };
        own.push(Own {
            questions: whole.questions.len(),
            carrying: whole.questions.iter().filter(|one| one.can_carry()).count(),
            id: whole.id,
            version: whole.version,
            title: whole.title,
            at,
            by,
        });
    }
    own.sort_by(|a, b| a.id.cmp(&b.id).then(b.version.cmp(&a.version)));
    Ok(own)
}

/// The newest version of each of the organisation's own forms, in the order of their names.
pub fn own() -> Vec<&'static Questionnaire> {
    let all = instruments();
    let shipped = Instruments::shipped();
    let is_own = |one: &&Questionnaire| !shipped.questionnaires().iter().any(|other| other.id == one.id);
    let newest = |one: &&Questionnaire| all.newest(&one.id).is_some_and(|newest| newest.version == one.version);
    let mut own: Vec<&Questionnaire> = all.questionnaires().iter().filter(is_own).filter(newest).collect();
    own.sort_by(|a, b| a.id.cmp(&b.id));
    own
}

/// The three sheets of an XLSForm, as a spreadsheet has them.
pub fn form_of(book: &Book) -> Form {
    Form { survey: sheet(book, "survey"), choices: sheet(book, "choices"), settings: sheet(book, "settings") }
}

fn sheet(book: &Book, title: &str) -> Rows {
    let text = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    };
    let sheet = book.sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(title));
    let rows = sheet.into_iter().flat_map(|sheet| &sheet.rows);
    rows.map(|row| (row.number, row.cells.iter().map(text).collect())).collect()
}

/// The forms as they were brought, earlier versions first.
fn rows(tx: &mut Tx) -> Result<Vec<(Form, Instant, String)>> {
    Ok(tx.all(sql!("select form, at, by_name from own_form order by id, version"), &[], |row| {
        let form = serde_json::from_str(&row.text(0)?).map_err(|_| store::StoreError::Damaged("a form"))?;
        Ok((form, Instant::from_millis(row.int(1)?), row.text(2)?))
    })?)
}
