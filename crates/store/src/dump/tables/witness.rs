//! How far witnesses have followed the log.

use super::Kind::{Blob, Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn witnesses() -> Vec<Table> {
    vec![table!(
        "witness",
        ["vkey" Text, "size" Int, "edge" Blob, "note" Text, "cosigned_at" Int, "state" Text, "since" Int, "sum" MaybeInt],
        key [0],
        "select vkey, size, edge, note, cosigned_at, state, since, sum
          from witness order by vkey",
        "insert into witness (vkey, size, edge, note, cosigned_at, state, since, sum)
          values ($1, $2, $3, $4, $5, $6, $7, $8)"
    )]
}
