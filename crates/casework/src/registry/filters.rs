//! Searches somebody keeps coming back to, sealed to that member alone: what one looks for can be a name.

use crate::Result;
use access::{AccessError, Cx};
use serde::{Deserialize, Serialize};
use store::sql;
use store::sum::sum;
use vault::{Context, DataKey, seal};

/// A saved search: its name and the fields of the form as they were filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    pub id: String,
    pub name: String,
    pub pairs: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct Content {
    name: String,
    pairs: Vec<(String, String)>,
}

fn key(cx: &Cx) -> DataKey {
    cx.keys.own_key().derive("safeconduct saved filters v1")
}

pub fn save(cx: &mut Cx, name: String, pairs: Vec<(String, String)>) -> Result<String> {
    let id = base::EventId::new(cx.now, cx.rng).to_string();
    let plain = postcard::to_stdvec(&Content { name, pairs }).expect("pairs of text always encode");
    let sealed = seal::seal(&key(cx), Context::of(&[b"saved filter", id.as_bytes()]), &plain, cx.rng);
    let member = cx.keys.actor.member.to_string();
    let sum = sum("saved_filter", &[(&id).into(), (&member).into(), (&sealed).into()]);
    cx.tx.run(
        sql!("insert into saved_filter (id, member_id, sealed, sum) values ($1, $2, $3, $4)"),
        &[(&id).into(), (&member).into(), (&sealed).into(), sum.into()],
    )?;
    Ok(id)
}

/// The member's own, oldest first.
pub fn of_member(cx: &mut Cx) -> Result<Vec<SavedFilter>> {
    let rows = cx.tx.all(
        sql!("select id, sealed from saved_filter where member_id = $1 order by id"),
        &[(&cx.keys.actor.member.to_string()).into()],
        |row| Ok((row.text(0)?, row.blob(1)?)),
    )?;
    let key = key(cx);
    let open = |(id, sealed): (String, Vec<u8>)| {
        let plain = seal::open(&key, Context::of(&[b"saved filter", id.as_bytes()]), &sealed)?;
        let content: Content = postcard::from_bytes(&plain).map_err(|_| AccessError::Unreadable)?;
        Ok(SavedFilter { id, name: content.name, pairs: content.pairs })
    };
    rows.into_iter().map(open).collect()
}

/// Says whether there was one to delete.
pub fn delete(cx: &mut Cx, id: &str) -> Result<bool> {
    let deleted = cx.tx.run(
        sql!("delete from saved_filter where id = $1 and member_id = $2"),
        &[id.into(), (&cx.keys.actor.member.to_string()).into()],
    )?;
    Ok(deleted == 1)
}
