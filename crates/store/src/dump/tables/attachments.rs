//! Photographs and scans.

use super::Kind::{Blob, Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn attachments() -> Vec<Table> {
    vec![
        table!(
            "attachment",
            ["event_id" Text, "case_id" Text, "compartment" Int, "generation" Int, "chunks" Int, "sealed_key" Blob, "preview" Blob, "sum" MaybeInt],
            key [0],
            "select event_id, case_id, compartment, generation, chunks, sealed_key, preview, sum
              from attachment order by event_id",
            "insert into attachment (event_id, case_id, compartment, generation, chunks, sealed_key, preview, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        table!(
            "attachment_chunk",
            ["event_id" Text, "number" Int, "sealed" Blob, "sum" MaybeInt],
            key [0, 1],
            "select event_id, number, sealed, sum
              from attachment_chunk order by event_id, number",
            "insert into attachment_chunk (event_id, number, sealed, sum)
              values ($1, $2, $3, $4)"
        ),
    ]
}
