//! What teams asked others for.

use super::Kind::{Blob, Int, MaybeBlob, MaybeInt, MaybeText, Text};
use super::Table;
use crate::sql;

pub(super) fn referrals() -> Vec<Table> {
    vec![
        table!(
            "referral",
            ["file_id" Text, "from_team" Text, "to_team" MaybeText, "about" Blob, "state" Text, "asked_at" Int, "due_at" Int, "answered_at" MaybeInt, "withdrawn_at" MaybeInt, "deleted_at" MaybeInt, "deleted_by" MaybeText, "sum" MaybeInt],
            key [0],
            "select file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at, deleted_by, sum
              from referral order by file_id",
            "insert into referral (file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at, deleted_by, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        table!(
            "referral_link",
            ["file_id" Text, "mark" Blob, "sealed" Blob, "expires_at" Int, "opened_at" MaybeInt, "answer" MaybeBlob, "answered_at" MaybeInt, "sum" MaybeInt],
            key [0],
            "select file_id, mark, sealed, expires_at, opened_at, answer, answered_at, sum
              from referral_link order by file_id",
            "insert into referral_link (file_id, mark, sealed, expires_at, opened_at, answer, answered_at, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
    ]
}
