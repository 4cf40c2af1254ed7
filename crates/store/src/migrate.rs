//! Brings a database's tables up to date, each step once, in one transaction.

use crate::engine::Connection;
use crate::engine::{postgres, sqlite};
use crate::{Result, StoreError};

const STEPS: &[&str] = &[
    include_str!("../../../migrations/0001_foundation.sql"),
    include_str!("../../../migrations/0002_lists.sql"),
    include_str!("../../../migrations/0003_integrations.sql"),
    include_str!("../../../migrations/0004_webhooks.sql"),
    include_str!("../../../migrations/0005_sums.sql"),
    include_str!("../../../migrations/0006_referrals.sql"),
    include_str!("../../../migrations/0007_attachments.sql"),
    include_str!("../../../migrations/0008_alerts.sql"),
    include_str!("../../../migrations/0009_services.sql"),
    include_str!("../../../migrations/0010_witness.sql"),
    include_str!("../../../migrations/0011_emergency.sql"),
    include_str!("../../../migrations/0012_erasure.sql"),
    include_str!("../../../migrations/0013_letters.sql"),
    include_str!("../../../migrations/0014_hearing_claims.sql"),
    include_str!("../../../migrations/0015_missions.sql"),
    include_str!("../../../migrations/0016_rolls.sql"),
    include_str!("../../../migrations/0017_today.sql"),
    include_str!("../../../migrations/0018_own_forms.sql"),
    include_str!("../../../migrations/0019_appointments.sql"),
];

pub(crate) fn run(connection: &Connection) -> Result<()> {
    match connection {
        Connection::Sqlite(connection) => on_sqlite(connection),
        Connection::Postgres(connection) => on_postgres(connection),
    }
}

/// The steps that are still to be taken.
fn left(done: i64) -> Result<&'static [&'static str]> {
    usize::try_from(done).ok().and_then(|done| STEPS.get(done..)).ok_or(StoreError::TooNew)
}

pub(crate) fn on_sqlite(connection: &sqlite::Connection) -> Result<()> {
    if left(connection.steps_done()?)?.is_empty() {
        return Ok(());
    }
    connection.batch("begin immediate")?;
    // Another process may have been faster.
    for step in left(connection.steps_done()?)? {
        connection.batch(step)?;
    }
    connection.set_steps_done(STEPS.len() as i64)?;
    connection.commit()
}

/// Two processes that start together take the steps one after the other; the number is arbitrary.
const BEGIN: &str =
    "begin; select pg_advisory_xact_lock(7330187); create table if not exists migration (step bigint primary key)";

fn on_postgres(connection: &postgres::Connection) -> Result<()> {
    connection.batch(BEGIN)?;
    let steps = || -> Result<()> {
        let done = connection.count("select count(*) from migration")?;
        for (number, step) in (done..).zip(left(done)?) {
            connection.batch(&in_its_words(step))?;
            connection.batch(&format!("insert into migration (step) values ({number})"))?;
        }
        connection.batch("commit").map(drop)
    };
    steps().inspect_err(|_| drop(connection.batch("rollback")))
}

/// PostgreSQL calls bytes by another name, and orders text by the machine's language unless told otherwise.
fn in_its_words(step: &str) -> String {
    step.replace(" blob", " bytea").replace(" text", " text collate \"C\"")
}
