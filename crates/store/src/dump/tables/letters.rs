//! Letters that were written.

use super::Kind::{Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn letters() -> Vec<Table> {
    vec![table!(
        "letter",
        ["code" Text, "case_id" Text, "team_id" Text, "form" Text, "language" Text, "issued_at" Int, "issued_by" Text, "withdrawn_at" MaybeInt, "sum" MaybeInt],
        key [0],
        "select code, case_id, team_id, form, language, issued_at, issued_by, withdrawn_at, sum
          from letter order by code",
        "insert into letter (code, case_id, team_id, form, language, issued_at, issued_by, withdrawn_at, sum)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    )]
}
