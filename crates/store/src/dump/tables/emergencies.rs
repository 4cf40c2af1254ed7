//! Who asked for the keys of a case in an emergency, and what became of it.

use super::Kind::{Blob, Int, MaybeBlob, MaybeInt, MaybeText, Text};
use super::Table;
use crate::sql;

pub(super) fn tables() -> Vec<Table> {
    vec![table!(
        "emergency",
        ["id" Text, "case_id" MaybeText, "team_id" MaybeText, "member_id" Text, "parts" Int, "hours" Int, "reason" Blob, "own_copy" Blob, "state" Text, "asked_at" Int, "told_at" MaybeInt, "answered_at" MaybeInt, "answered_by" MaybeText, "answer" MaybeBlob, "expires_at" MaybeInt, "reviewed_at" MaybeInt, "reviewed_by" MaybeText, "review" MaybeBlob, "sum" MaybeInt],
        key [0],
        "select id, case_id, team_id, member_id, parts, hours, reason, own_copy, state, asked_at, told_at, answered_at, answered_by, answer, expires_at, reviewed_at, reviewed_by, review, sum
          from emergency order by id",
        "insert into emergency (id, case_id, team_id, member_id, parts, hours, reason, own_copy, state, asked_at, told_at, answered_at, answered_by, answer, expires_at, reviewed_at, reviewed_by, review, sum)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"
    )]
}
