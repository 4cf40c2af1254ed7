//! What was found out about missions.

use super::Kind::{Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn missions() -> Vec<Table> {
    vec![table!(
        "mission_correction",
        ["nationality" Text, "at" Int, "represented" Text, "seats" Text, "source" Text, "on_day" Text, "by_name" Text, "by_member" Text, "sum" MaybeInt],
        key [0, 1],
        "select nationality, at, represented, seats, source, on_day, by_name, by_member, sum
          from mission_correction order by nationality, at",
        "insert into mission_correction (nationality, at, represented, seats, source, on_day, by_name, by_member, sum)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    )]
}
