//! What is due, what was done for many at once, and calendars.

use super::Kind::{Blob, Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn tables() -> Vec<Table> {
    vec![
        table!(
            "due",
            ["case_id" Text, "mark" Text, "team_id" Text, "kind" Text, "on_day" Text, "rung" Int, "sum" MaybeInt],
            key [0, 1],
            "select case_id, mark, team_id, kind, on_day, rung, sum from due order by case_id, mark",
            "insert into due (case_id, mark, team_id, kind, on_day, rung, sum) values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        table!(
            "batch",
            ["id" Text, "team_id" Text, "member_id" Text, "at" Int, "what" Blob, "undone_at" MaybeInt, "sum" MaybeInt],
            key [0],
            "select id, team_id, member_id, at, what, undone_at, sum from batch order by id",
            "insert into batch (id, team_id, member_id, at, what, undone_at, sum) values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        table!(
            "batch_row",
            ["batch_id" Text, "case_id" Text, "event_id" Text, "sum" MaybeInt],
            key [0, 1],
            "select batch_id, case_id, event_id, sum from batch_row order by batch_id, case_id",
            "insert into batch_row (batch_id, case_id, event_id, sum) values ($1, $2, $3, $4)"
        ),
        table!(
            "calendar_feed",
            ["member_id" Text, "secret" Blob, "made_at" Int, "sum" MaybeInt],
            key [0],
            "select member_id, secret, made_at, sum from calendar_feed order by member_id",
            "insert into calendar_feed (member_id, secret, made_at, sum) values ($1, $2, $3, $4)"
        ),
    ]
}
