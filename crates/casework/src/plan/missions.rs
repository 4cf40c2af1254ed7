//! What this organisation found out about missions itself: which is responsible, who said so, and when.

use crate::Result;
use ::pathway::Correction;
use ::pathway::pack::{Represented, Seat};
use access::{AccessError, Action, Cx};
use base::{Country, Date, UserId, text};
use store::sum::sum;
use store::{Row, Tx, Value, sql};

/// What somebody writes down.
#[derive(Clone, Debug)]
pub struct Corrected {
    pub nationality: Country,
    pub represented: Represented,
    pub seats: Vec<Seat>,
    pub source: String,
}

/// Everything that was corrected, oldest first.
pub fn corrections(tx: &mut Tx) -> Result<Vec<Correction>> {
    Ok(tx.all(
        sql!(
            "select nationality, represented, seats, source, on_day, by_name from mission_correction
              order by on_day, nationality, at"
        ),
        &[],
        read,
    )?)
}

/// Keeps a correction; the newest counts.
pub fn correct_mission(cx: &mut Cx, corrected: Corrected) -> Result<()> {
    cx.permit(Action::KeepDirectory)?;
    let source = text::line(&corrected.source);
    if source.is_empty() {
        return Err(AccessError::Unfit(
            "Please say who told you, or where it stands: without a source nobody can rely on it.",
        ));
    }
    if corrected.represented == Represented::Covering && corrected.seats.is_empty() {
        return Err(AccessError::Unfit("Please say in which city the mission sits that covers from elsewhere."));
    }
    let seats: Vec<String> = corrected.seats.iter().map(ToString::to_string).collect();
    let seats = seats.join(";");
    let (nationality, day) = (corrected.nationality.iso3(), cx.now.local_date().to_string());
    let member: UserId = cx.keys.actor.member;
    let (member, name) = (member.to_string(), cx.keys.actor.name.clone());
    let values: [Value; 8] = [
        nationality.into(),
        cx.now.millis().into(),
        corrected.represented.key().into(),
        (&seats).into(),
        (&source).into(),
        (&day).into(),
        (&name).into(),
        (&member).into(),
    ];
    let sum = sum("mission_correction", &values);
    cx.tx.run(
        sql!(
            "insert into mission_correction (nationality, at, represented, seats, source, on_day, by_name, by_member, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
              on conflict (nationality, at) do update set represented = excluded.represented, seats = excluded.seats,
                source = excluded.source, on_day = excluded.on_day, by_name = excluded.by_name,
                by_member = excluded.by_member, sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

fn read(row: &Row) -> store::Result<Correction> {
    let damaged = || store::StoreError::Damaged("a correction of a mission");
    let seats = row.text(2)?;
    let seats = seats.split(';').filter(|seat| !seat.is_empty()).map(|seat| Seat::read(seat).ok_or_else(damaged));
    Ok(Correction {
        nationality: Country::from_iso3(&row.text(0)?).ok_or_else(damaged)?,
        represented: Represented::from_key(&row.text(1)?).ok_or_else(damaged)?,
        seats: seats.collect::<store::Result<_>>()?,
        source: row.text(3)?,
        on: row.text(4)?.parse::<Date>().map_err(|_| damaged())?,
        by: row.text(5)?,
    })
}
