//! What members say of organisations and traps.

use super::Kind::{Int, MaybeInt, MaybeText, Text};
use super::Table;
use crate::sql;

pub(super) fn tables() -> Vec<Table> {
    vec![
        table!(
            "directory_note",
            ["position" Int, "organisation" Text, "said" Text, "at" Int, "member_id" Text, "name" MaybeText, "kind" MaybeText, "services" MaybeText, "for_whom" MaybeText, "area" MaybeText, "capacity" MaybeText, "hours" MaybeText, "languages" MaybeText, "contact" MaybeText, "note" MaybeText, "team_id" MaybeText, "sum" MaybeInt],
            key [0],
            "select position, organisation, said, at, member_id, name, kind, services, for_whom, area, capacity, hours, languages, contact, note, team_id, sum
              from directory_note order by position",
            "insert into directory_note (position, organisation, said, at, member_id, name, kind, services, for_whom, area, capacity, hours, languages, contact, note, team_id, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        ),
        table!(
            "warning_note",
            ["position" Int, "warning" Text, "said" Text, "at" Int, "member_id" Text, "trap" MaybeText, "title" MaybeText, "goes_by" MaybeText, "says" MaybeText, "what_to_do" MaybeText, "area" MaybeText, "reason" MaybeText, "sum" MaybeInt],
            key [0],
            "select position, warning, said, at, member_id, trap, title, goes_by, says, what_to_do, area, reason, sum
              from warning_note order by position",
            "insert into warning_note (position, warning, said, at, member_id, trap, title, goes_by, says, what_to_do, area, reason, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        ),
    ]
}
