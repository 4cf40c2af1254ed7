//! The SQL of the directory and nothing else. Rows are added and never changed.

use super::written::COLUMNS;
use super::{Said, SaidOfTrap, Written, WrittenWarning};
use crate::Result;
use base::{Instant, TeamId, UserId};
use store::sum::sum;
use store::{Row, StoreError, Tx, Value, sql};

/// What somebody said of an organisation.
pub struct Note {
    pub position: i64,
    pub organisation: String,
    pub said: Said,
    pub at: Instant,
    /// The name to sign in with.
    pub by: String,
    /// By the place of the column; `None` says nothing of it.
    pub columns: [Option<String>; COLUMNS.len()],
    pub team: Option<TeamId>,
}

impl Note {
    /// Puts what was said over what was known.
    pub fn over(&self, written: &mut Written) {
        let said = COLUMNS.iter().zip(&self.columns).filter_map(|(column, text)| Some((column, text.as_ref()?)));
        said.for_each(|(column, text)| written.set(column, text.clone()));
    }
}

fn maybe_text(row: &Row, column: usize) -> store::Result<Option<String>> {
    row.maybe_id(column, |text| Some(text.to_owned()))
}

/// Everything that was said, in the order of time.
pub fn notes(tx: &mut Tx) -> Result<Vec<Note>> {
    Ok(tx.all(
        sql!(
            "select d.position, d.organisation, d.said, d.at, m.name, d.team_id, d.name, d.kind, d.services, d.for_whom,
                     d.area, d.capacity, d.hours, d.languages, d.contact, d.note
              from directory_note d join member m on m.id = d.member_id order by d.position"
        ),
        &[],
        |row| {
            let mut columns: [Option<String>; COLUMNS.len()] = Default::default();
            for (at, column) in columns.iter_mut().enumerate() {
                *column = maybe_text(row, 6 + at)?;
            }
            Ok(Note {
                position: row.int(0)?,
                organisation: row.text(1)?,
                said: Said::from_key(&row.text(2)?).ok_or(StoreError::Damaged("what was said of an organisation"))?,
                at: Instant::from_millis(row.int(3)?),
                by: row.text(4)?,
                team: row.maybe_id(5, TeamId::read)?,
                columns,
            })
        },
    )?)
}

pub struct NewNote<'a> {
    /// Where its entry will stand in the log.
    pub position: i64,
    pub organisation: &'a str,
    pub said: Said,
    pub at: Instant,
    pub member: UserId,
    pub columns: [Option<String>; COLUMNS.len()],
    pub team: Option<TeamId>,
}

pub fn add_note(tx: &mut Tx, note: &NewNote) -> Result<()> {
    let (member, team) = (note.member.to_string(), note.team.map(|team| team.to_string()));
    let head: [Value; 5] = [
        note.position.into(),
        note.organisation.into(),
        note.said.key().into(),
        note.at.millis().into(),
        (&member).into(),
    ];
    let columns = note.columns.iter().map(|text| text.as_deref().into());
    let mut values: Vec<Value> = head.into_iter().chain(columns).chain([team.as_deref().into()]).collect();
    values.push(sum("directory_note", &values).into());
    tx.run(
        sql!(
            "insert into directory_note (position, organisation, said, at, member_id, name, kind, services, for_whom, area,
                                         capacity, hours, languages, contact, note, team_id, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        ),
        &values,
    )?;
    Ok(())
}

/// What somebody said of a trap.
pub struct TrapNote {
    pub warning: String,
    pub said: SaidOfTrap,
    pub at: Instant,
    pub by: String,
    pub written: WrittenWarning,
    pub reason: String,
}

/// Everything that was said of traps, in the order of time.
pub fn trap_notes(tx: &mut Tx) -> Result<Vec<TrapNote>> {
    Ok(tx.all(
        sql!(
            "select w.warning, w.said, w.at, m.name, w.trap, w.title, w.goes_by, w.says, w.what_to_do, w.area, w.reason
              from warning_note w join member m on m.id = w.member_id order by w.position"
        ),
        &[],
        |row| {
            let text = |column| Ok::<_, StoreError>(maybe_text(row, column)?.unwrap_or_default());
            Ok(TrapNote {
                warning: row.text(0)?,
                said: SaidOfTrap::from_key(&row.text(1)?).ok_or(StoreError::Damaged("what was said of a trap"))?,
                at: Instant::from_millis(row.int(2)?),
                by: row.text(3)?,
                written: WrittenWarning {
                    trap: text(4)?,
                    title: text(5)?,
                    goes_by: text(6)?,
                    says: text(7)?,
                    what_to_do: text(8)?,
                    area: text(9)?,
                },
                reason: text(10)?,
            })
        },
    )?)
}

pub struct NewTrapNote<'a> {
    /// Where its entry will stand in the log.
    pub position: i64,
    pub warning: &'a str,
    pub said: SaidOfTrap,
    pub at: Instant,
    pub member: UserId,
    pub written: Option<&'a WrittenWarning>,
    pub reason: Option<&'a str>,
}

pub fn add_trap_note(tx: &mut Tx, note: &NewTrapNote) -> Result<()> {
    let member = note.member.to_string();
    let text = |of: fn(&WrittenWarning) -> &String| note.written.map(|written| of(written).as_str()).into();
    let mut values: Vec<Value> = vec![
        note.position.into(),
        note.warning.into(),
        note.said.key().into(),
        note.at.millis().into(),
        (&member).into(),
        text(|w| &w.trap),
        text(|w| &w.title),
        text(|w| &w.goes_by),
        text(|w| &w.says),
        text(|w| &w.what_to_do),
        text(|w| &w.area),
        note.reason.into(),
    ];
    values.push(sum("warning_note", &values).into());
    tx.run(
        sql!(
            "insert into warning_note (position, warning, said, at, member_id, trap, title, goes_by, says, what_to_do, area,
                                       reason, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
        &values,
    )?;
    Ok(())
}
