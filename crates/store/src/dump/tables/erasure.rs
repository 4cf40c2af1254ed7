//! What was erased, what is to be, and what retention did.

use super::Kind::{Blob, Int, MaybeInt, MaybeText, Text};
use super::Table;
use crate::sql;

pub(super) fn erasure() -> Vec<Table> {
    vec![
        table!(
            "erasure",
            ["case_id" Text, "team_id" Text, "ground" Text, "asked_at" Int, "asked_by" Text, "words" Blob, "sum" MaybeInt],
            key [0],
            "select case_id, team_id, ground, asked_at, asked_by, words, sum
              from erasure order by case_id",
            "insert into erasure (case_id, team_id, ground, asked_at, asked_by, words, sum)
              values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        table!(
            "erased",
            ["case_id" Text, "position" Int, "at" Int, "ground" Text, "team_id" MaybeText, "asked_by" Text, "confirmed_by" Text, "counts" Text, "sum" MaybeInt],
            key [0],
            "select case_id, position, at, ground, team_id, asked_by, confirmed_by, counts, sum
              from erased order by case_id",
            "insert into erased (case_id, position, at, ground, team_id, asked_by, confirmed_by, counts, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        table!(
            "retention_due",
            ["case_id" Text, "announced_at" Int, "due_at" Int, "sum" MaybeInt],
            key [0],
            "select case_id, announced_at, due_at, sum
              from retention_due order by case_id",
            "insert into retention_due (case_id, announced_at, due_at, sum)
              values ($1, $2, $3, $4)"
        ),
        table!(
            "retention_run",
            ["at" Int, "announced" Int, "erased" Int, "cleared" Int, "sum" MaybeInt],
            key [0],
            "select at, announced, erased, cleared, sum
              from retention_run order by at",
            "insert into retention_run (at, announced, erased, cleared, sum)
              values ($1, $2, $3, $4, $5)"
        ),
    ]
}
