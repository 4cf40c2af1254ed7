//! An organisation's own instruments.

use super::Kind::{Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn forms() -> Vec<Table> {
    vec![table!(
        "own_form",
        ["id" Text, "version" Int, "form" Text, "at" Int, "by_name" Text, "sum" MaybeInt],
        key [0, 1],
        "select id, version, form, at, by_name, sum from own_form order by id, version",
        "insert into own_form (id, version, form, at, by_name, sum) values ($1, $2, $3, $4, $5, $6)"
    )]
}
