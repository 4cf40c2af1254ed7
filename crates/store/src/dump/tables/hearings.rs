//! Who hears whom.

use super::Kind::{Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn claims() -> Vec<Table> {
    vec![table!(
        "hearing_claim",
        ["case_id" Text, "member_id" Text, "until" Int, "sum" MaybeInt],
        key [0],
        "select case_id, member_id, until, sum from hearing_claim order by case_id",
        "insert into hearing_claim (case_id, member_id, until, sum) values ($1, $2, $3, $4)"
    )]
}
