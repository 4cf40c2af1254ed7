//! Rolls of missions, version by version.

use super::Kind::{Blob, Int, MaybeBlob, MaybeInt, MaybeText, Text};
use super::Table;
use crate::sql;

pub(super) fn rolls() -> Vec<Table> {
    vec![
        table!(
            "roll",
            ["id" Text, "team_id" Text, "mission" Blob, "version" Int, "member_id" Text, "made_at" Int, "sent_on" MaybeText, "sealed" Blob, "sum" MaybeInt],
            key [0],
            "select id, team_id, mission, version, member_id, made_at, sent_on, sealed, sum
              from roll order by id",
            "insert into roll (id, team_id, mission, version, member_id, made_at, sent_on, sealed, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        table!(
            "roll_line",
            ["roll_id" Text, "row" Int, "case_id" MaybeText, "outcome" Text, "sealed" MaybeBlob, "sum" MaybeInt],
            key [0, 1],
            "select roll_id, \"row\", case_id, outcome, sealed, sum
              from roll_line order by roll_id, \"row\"",
            "insert into roll_line (roll_id, \"row\", case_id, outcome, sealed, sum)
              values ($1, $2, $3, $4, $5, $6)"
        ),
    ]
}
