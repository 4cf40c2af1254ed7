//! The SQL of letters and nothing else.

use crate::Result;
use base::{CaseId, Instant, TeamId, UserId};
use store::sum::sum;
use store::{Row, Tx, Value, sql};

/// A letter that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Nine digits.
    pub code: String,
    /// The folder of its template.
    pub form: String,
    pub language: String,
    pub at: Instant,
    pub withdrawn: Option<Instant>,
}

/// What whoever holds a letter may know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub form: String,
    pub at: Instant,
    pub organisation: String,
    pub withdrawn: Option<Instant>,
}

pub(super) struct LetterRow {
    pub issued: Issued,
    pub case: CaseId,
    pub team: TeamId,
    pub by: UserId,
}

pub(super) fn put(tx: &mut Tx, row: &LetterRow) -> Result<()> {
    let (case, team, by) = (row.case.to_string(), row.team.to_string(), row.by.to_string());
    let issued = &row.issued;
    let values: [Value; 8] = [
        (&issued.code).into(),
        (&case).into(),
        (&team).into(),
        (&issued.form).into(),
        (&issued.language).into(),
        issued.at.millis().into(),
        (&by).into(),
        issued.withdrawn.map(Instant::millis).into(),
    ];
    let sum = sum("letter", &values);
    tx.run(
        sql!(
            "insert into letter (code, case_id, team_id, form, language, issued_at, issued_by, withdrawn_at, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
              on conflict (code) do update set withdrawn_at = excluded.withdrawn_at, sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

pub(super) fn of_code(tx: &mut Tx, code: &str) -> Result<Option<LetterRow>> {
    Ok(tx.one(
        sql!(
            "select code, case_id, team_id, form, language, issued_at, issued_by, withdrawn_at
              from letter where code = $1"
        ),
        &[code.into()],
        read,
    )?)
}

pub(super) fn of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<LetterRow>> {
    Ok(tx.all(
        sql!(
            "select code, case_id, team_id, form, language, issued_at, issued_by, withdrawn_at
              from letter where case_id = $1 order by issued_at desc, code"
        ),
        &[(&case.to_string()).into()],
        read,
    )?)
}

fn read(row: &Row) -> store::Result<LetterRow> {
    let issued = Issued {
        code: row.text(0)?,
        form: row.text(3)?,
        language: row.text(4)?,
        at: Instant::from_millis(row.int(5)?),
        withdrawn: row.maybe_int(7)?.map(Instant::from_millis),
    };
    Ok(LetterRow {
        issued,
        case: row.id(1, CaseId::read)?,
        team: row.id(2, TeamId::read)?,
        by: row.id(6, UserId::read)?,
    })
}

/// What whoever holds a letter may know by its code: which kind it is, its day, who wrote it, and whether it still
/// stands. Nothing of the person, and the same "nothing" for every code that no letter has.
pub fn check(tx: &mut Tx, code: &str) -> Result<Option<Checked>> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let Some(row) = of_code(tx, &digits)? else { return Ok(None) };
    let organisation = access::organisation::name(tx)?.unwrap_or_default();
    let Issued { form, at, withdrawn, .. } = row.issued;
    Ok(Some(Checked { form, at, organisation, withdrawn }))
}

/// Deletes what is known of the letters about a case: for its erasure. A letter that is held no longer checks.
pub(crate) fn forget_case(tx: &mut Tx, case: CaseId) -> Result<usize> {
    Ok(tx.run(sql!("delete from letter where case_id = $1"), &[(&case.to_string()).into()])?)
}
