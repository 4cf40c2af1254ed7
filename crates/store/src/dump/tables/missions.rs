//! What was found out about missions, when they receive people, and how many places are taken.

use super::Kind::{Int, MaybeInt, Text};
use super::Table;
use crate::sql;

pub(super) fn missions() -> Vec<Table> {
    vec![
        table!(
            "mission_correction",
            ["nationality" Text, "at" Int, "represented" Text, "seats" Text, "source" Text, "on_day" Text, "by_name" Text, "by_member" Text, "sum" MaybeInt],
            key [0, 1],
            "select nationality, at, represented, seats, source, on_day, by_name, by_member, sum
              from mission_correction order by nationality, at",
            "insert into mission_correction (nationality, at, represented, seats, source, on_day, by_name, by_member, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        table!(
            "mission_hours",
            ["nationality" Text, "day" Text, "at" Int, "slots" Text, "by_name" Text, "sum" MaybeInt],
            key [0, 1],
            "select nationality, day, at, slots, by_name, sum from mission_hours order by nationality, day",
            "insert into mission_hours (nationality, day, at, slots, by_name, sum) values ($1, $2, $3, $4, $5, $6)"
        ),
        table!(
            "mission_place",
            ["nationality" Text, "on_day" Text, "at" Text, "taken" Int, "sum" MaybeInt],
            key [0, 1, 2],
            "select nationality, on_day, at, taken, sum from mission_place order by nationality, on_day, at",
            "insert into mission_place (nationality, on_day, at, taken, sum) values ($1, $2, $3, $4, $5)"
        ),
        table!(
            "pack_reminder",
            ["pack" Text, "deadline" Text, "on_day" Text, "rung" Int, "sum" MaybeInt],
            key [0, 1],
            "select pack, deadline, on_day, rung, sum from pack_reminder order by pack, deadline",
            "insert into pack_reminder (pack, deadline, on_day, rung, sum) values ($1, $2, $3, $4, $5)"
        ),
    ]
}
