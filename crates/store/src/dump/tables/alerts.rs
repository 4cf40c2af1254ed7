//! What members are to look at, and how they are told of it.

use super::Kind::{Blob, Flag, Int, MaybeBlob, MaybeInt, MaybeText, Text};
use super::Table;
use crate::sql;

pub(super) fn tables() -> Vec<Table> {
    vec![
        table!(
            "alert",
            ["id" Text, "raised_at" Int, "recipient" Text, "kind" Text, "case_id" MaybeText, "reached" Int, "sum" MaybeInt],
            key [0],
            "select id, raised_at, recipient, kind, case_id, reached, sum
              from alert order by id",
            "insert into alert (id, raised_at, recipient, kind, case_id, reached, sum)
              values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        table!(
            "alert_unseen",
            ["member_id" Text, "alert_id" Text, "sum" MaybeInt],
            key [0, 1],
            "select member_id, alert_id, sum
              from alert_unseen order by member_id, alert_id",
            "insert into alert_unseen (member_id, alert_id, sum)
              values ($1, $2, $3)"
        ),
        table!(
            "alert_channel",
            ["id" Text, "member_id" Text, "kind" Text, "address" Text, "tongue" Text, "made_at" Int, "confirmed" Flag, "code" MaybeBlob, "code_ends_at" MaybeInt, "attempts" Int, "waiting_since" MaybeInt, "claimed_at" MaybeInt, "told_at" MaybeInt, "failures" Int, "failing_since" MaybeInt, "due_at" Int, "enabled" Flag, "trouble" Text, "sum" MaybeInt],
            key [0],
            "select id, member_id, kind, address, tongue, made_at, confirmed, code, code_ends_at, attempts, waiting_since, claimed_at, told_at, failures, failing_since, due_at, enabled, trouble, sum
              from alert_channel order by id",
            "insert into alert_channel (id, member_id, kind, address, tongue, made_at, confirmed, code, code_ends_at, attempts, waiting_since, claimed_at, told_at, failures, failing_since, due_at, enabled, trouble, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"
        ),
        table!(
            "push_key",
            ["id" Int, "private_key" Blob, "made_at" Int, "sum" MaybeInt],
            key [0],
            "select id, private_key, made_at, sum
              from push_key order by id",
            "insert into push_key (id, private_key, made_at, sum)
              values ($1, $2, $3, $4)"
        ),
    ]
}
