//! The rules of triage as they stand in their files, each with its clinical source and who signed it off.

use super::{Concern, Level};
use crate::When;
use base::table::{Row, Trouble, rows};
use base::{Date, Instant};
use std::collections::BTreeMap;

/// One trigger of triage. The first action is due so many hours after the concern was noticed.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// `None` for the one row that holds for everybody.
    pub concern: Option<Concern>,
    pub level: Level,
    /// It holds from so many hours after the incident to so many; a deadline's hours are negative before it.
    pub from_hours: Option<i64>,
    pub until_hours: Option<i64>,
    pub first_action: String,
    /// The same by the codes of languages, its own among them.
    pub first_actions: BTreeMap<String, String>,
    pub first_action_hours: i64,
    pub review_hours: i64,
    pub review_latest_hours: i64,
    pub clinical_source: String,
    /// Empty where nobody has; the screen says so.
    pub signed_off_by: String,
    pub as_of: Date,
}

/// How long something works after an incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub id: String,
    pub concern: Concern,
    pub hours: i64,
    pub says: String,
    pub clinical_source: String,
    pub signed_off_by: String,
    pub as_of: Date,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    pub rows: Vec<Rule>,
    /// The place of the row for everybody.
    pub otherwise: usize,
    pub windows: Vec<Window>,
}

const HOUR: i64 = 3_600_000;

impl Rule {
    /// Whether it can hold now, for something that happened then. What is not known can.
    pub(super) fn fits(&self, incident: When, now: Instant) -> bool {
        let Some((earliest, latest)) = incident.range() else { return true };
        // Times of a faraway year may not overflow.
        let since = |moment: Instant| now.millis().saturating_sub(moment.millis());
        let (least, most) = (since(latest), since(earliest));
        self.from_hours.is_none_or(|from| most >= from * HOUR)
            && self.until_hours.is_none_or(|until| least <= until * HOUR)
    }
}

const OF_TRIAGE: [&str; 11] = [
    "trigger",
    "level",
    "from_hours",
    "until_hours",
    "first_action",
    "first_action_hours",
    "review_hours",
    "review_latest_hours",
    "clinical_source",
    "signed_off_by",
    "as_of",
];
const OF_CLOCKS: [&str; 7] = ["id", "trigger", "hours", "says", "clinical_source", "signed_off_by", "as_of"];
const OTHERWISE: &str = "otherwise";

impl Rules {
    pub fn read_rows(&mut self, file: &str, text: &str, troubles: &mut Vec<Trouble>) {
        self.rows.clear();
        for row in rows(file, text, &OF_TRIAGE, troubles) {
            match rule(&row) {
                Ok(rule) => self.rows.push(rule),
                Err(trouble) => troubles.push(trouble),
            }
        }
        let mut trouble = |says: String| troubles.push(Trouble::new(file, 0, "trigger", says));
        for concern in Concern::ALL.iter().filter(|one| !self.rows.iter().any(|rule| rule.concern == Some(**one))) {
            trouble(format!("“{}” has no row, so that whoever has it would wait for ever. Write one.", concern.key()));
        }
        let everybody: Vec<usize> = (0..self.rows.len()).filter(|at| self.rows[*at].concern.is_none()).collect();
        match everybody[..] {
            [one] => {
                self.otherwise = one;
                if self.rows.iter().any(|rule| rule.level > self.rows[one].level) {
                    trouble(
                        "The row “otherwise” is not the least urgent, so that a concern would lower the urgency."
                            .to_owned(),
                    );
                }
            }
            _ => trouble("Write exactly one row “otherwise”: it holds for whoever has no concern.".to_owned()),
        }
    }

    pub fn read_windows(&mut self, file: &str, text: &str, troubles: &mut Vec<Trouble>) {
        self.windows.clear();
        for row in rows(file, text, &OF_CLOCKS, troubles) {
            match window(&row) {
                Ok(window) => self.windows.push(window),
                Err(trouble) => troubles.push(trouble),
            }
        }
    }
}

fn rule(row: &Row) -> Result<Rule, Trouble> {
    let level = row.get("level");
    let concern = match row.get("trigger") {
        OTHERWISE => None,
        key => Some(Concern::named(key).map_err(|says| row.wrong("trigger", says))?),
    };
    let hours = |column| match row.number(column)? {
        hours @ 1..=8760 => Ok(hours),
        other => Err(row.wrong(column, format!("{other} hours are not between an hour and a year."))),
    };
    Ok(Rule {
        concern,
        level: Level::from_key(level)
            .ok_or_else(|| row.wrong("level", format!("“{level}” is no level. Write P0, P1, P2 or P3.")))?,
        from_hours: row.perhaps::<i32>("from_hours")?.map(i64::from),
        until_hours: row.perhaps::<i32>("until_hours")?.map(i64::from),
        first_action: row.full("first_action")?,
        first_actions: crate::instruments::english(row.get("first_action")),
        first_action_hours: hours("first_action_hours")?,
        review_hours: hours("review_hours")?,
        review_latest_hours: hours("review_latest_hours")?,
        clinical_source: row.full("clinical_source")?,
        signed_off_by: row.get("signed_off_by").to_owned(),
        as_of: row.date("as_of")?,
    })
}

fn window(row: &Row) -> Result<Window, Trouble> {
    Ok(Window {
        id: row.full("id")?,
        concern: Concern::named(row.get("trigger")).map_err(|says| row.wrong("trigger", says))?,
        hours: row.number::<u16>("hours")?.into(),
        says: row.full("says")?,
        clinical_source: row.full("clinical_source")?,
        signed_off_by: row.get("signed_off_by").to_owned(),
        as_of: row.date("as_of")?,
    })
}
