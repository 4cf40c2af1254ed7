//! Which tables there are, with their columns: the one list that backups, restoring and moving go by. Tables that
//! others refer to come first. A test holds it against the database.

use crate::{Row, Sql, sql};
use std::sync::LazyLock;

/// What a column holds. A number stands for each in chunks, so only add at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    MaybeText,
    Int,
    MaybeInt,
    Blob,
    MaybeBlob,
    Flag,
}

impl Kind {
    pub(super) const ALL: [Kind; 7] =
        [Kind::Text, Kind::MaybeText, Kind::Int, Kind::MaybeInt, Kind::Blob, Kind::MaybeBlob, Kind::Flag];

    /// Whether a row may be without it: then a dump that does not know the column can still be loaded.
    pub(super) fn may_be_missing(self) -> bool {
        matches!(self, Kind::MaybeText | Kind::MaybeInt | Kind::MaybeBlob)
    }
}

pub struct Table {
    pub name: &'static str,
    pub columns: Vec<(&'static str, Kind)>,
    /// The columns of the primary key, by their place.
    pub key: Vec<usize>,
    /// All columns in this order, by primary key.
    pub select: &'static Sql,
    /// Takes them in the same order.
    pub insert: &'static Sql,
}

use Kind::{Blob, Flag, Int, MaybeBlob, MaybeInt, MaybeText, Text};

macro_rules! table {
    ($name:literal, [$($column:literal $kind:ident),+], key $key:expr, $select:literal, $insert:literal) => {
        Table {
            name: $name,
            columns: vec![$(($column, $kind)),+],
            key: $key.to_vec(),
            select: sql!($select),
            insert: sql!($insert),
        }
    };
}

mod alerts;
mod attachments;
mod emergencies;
mod erasure;
mod forms;
mod hearings;
mod letters;
mod missions;
mod referrals;
mod rolls;
mod services;
mod today;
mod witness;

/// Every table of a registry.
pub fn tables() -> &'static [Table] {
    static ALL: LazyLock<Vec<Table>> = LazyLock::new(|| {
        let slices = [
            people(),
            log(),
            cases(),
            attachments::attachments(),
            lists(),
            others(),
            referrals::referrals(),
            alerts::tables(),
            services::tables(),
            witness::witnesses(),
            emergencies::tables(),
            erasure::erasure(),
            letters::letters(),
            hearings::claims(),
            missions::missions(),
            today::tables(),
            rolls::rolls(),
            forms::forms(),
        ];
        slices.into_iter().flatten().collect()
    });
    &ALL
}

pub(crate) fn table_called(name: &str) -> Option<&'static Table> {
    tables().iter().find(|table| table.name == name)
}

impl Table {
    /// A row of `select` by its key, for saying which it is; a key that cannot be read is a question mark.
    pub fn key_of(&self, row: &Row) -> String {
        let part = |at: &usize| match self.columns[*at].1 {
            Kind::Int => row.int(*at).map(|number| number.to_string()),
            Kind::Text => row.text(*at),
            _ => row.blob(*at).map(|bytes| bytes.iter().take(4).map(|byte| format!("{byte:02x}")).collect()),
        };
        self.key.iter().map(|at| part(at).unwrap_or_else(|_| "?".to_owned())).collect::<Vec<_>>().join(" ")
    }
}

/// Who works here, and with which keys.
fn people() -> Vec<Table> {
    vec![
        table!(
            "organisation",
            ["id" Text, "name" Text, "opened_at" Int, "log_origin" Text, "log_key" Blob, "escrow_key" Blob],
            key [0],
            "select id, name, opened_at, log_origin, log_key, escrow_key
              from organisation order by id",
            "insert into organisation (id, name, opened_at, log_origin, log_key, escrow_key)
              values ($1, $2, $3, $4, $5, $6)"
        ),
        table!(
            "team",
            ["id" Text, "name" Text, "kind" Text],
            key [0],
            "select id, name, kind
              from team order by id",
            "insert into team (id, name, kind)
              values ($1, $2, $3)"
        ),
        table!(
            "team_key",
            ["team_id" Text, "compartment" Int, "public_key" Blob, "escrow_wrapped" Blob],
            key [0, 1],
            "select team_id, compartment, public_key, escrow_wrapped
              from team_key order by team_id, compartment",
            "insert into team_key (team_id, compartment, public_key, escrow_wrapped)
              values ($1, $2, $3, $4)"
        ),
        table!(
            "member",
            ["id" Text, "name" Text, "role" Text, "team_id" MaybeText, "device_id" Text, "salt" Blob, "sealing_key" Blob, "signing_key" Blob, "sealed_keys" Blob, "second_factor_step" Int, "enabled" Flag, "made_at" Int],
            key [0],
            "select id, name, role, team_id, device_id, salt, sealing_key, signing_key, sealed_keys, second_factor_step, enabled, made_at
              from member order by id",
            "insert into member (id, name, role, team_id, device_id, salt, sealing_key, signing_key, sealed_keys, second_factor_step, enabled, made_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        table!(
            "member_key",
            ["member_id" Text, "compartment" Int, "wrapped" Blob],
            key [0, 1],
            "select member_id, compartment, wrapped
              from member_key order by member_id, compartment",
            "insert into member_key (member_id, compartment, wrapped)
              values ($1, $2, $3)"
        ),
        table!(
            "recovery_code",
            ["member_id" Text, "hash" Blob, "used_at" MaybeInt],
            key [0, 1],
            "select member_id, hash, used_at
              from recovery_code order by member_id, hash",
            "insert into recovery_code (member_id, hash, used_at)
              values ($1, $2, $3)"
        ),
        table!(
            "integration",
            ["member_id" Text, "mark" Blob, "actions" Text, "compartments" Text, "expires_at" Int],
            key [0],
            "select member_id, mark, actions, compartments, expires_at
              from integration order by member_id",
            "insert into integration (member_id, mark, actions, compartments, expires_at)
              values ($1, $2, $3, $4, $5)"
        ),
        table!(
            "saved_filter",
            ["id" Text, "member_id" Text, "sealed" Blob, "sum" MaybeInt],
            key [0],
            "select id, member_id, sealed, sum
              from saved_filter order by id",
            "insert into saved_filter (id, member_id, sealed, sum)
              values ($1, $2, $3, $4)"
        ),
    ]
}

/// Whom other systems' calls and records concern.
fn others() -> Vec<Table> {
    vec![
        table!(
            "webhook",
            ["id" Text, "address" Text, "secret" Blob, "private_allowed" Flag, "made_at" Int, "acknowledged" Int, "failures" Int, "failing_since" MaybeInt, "due_at" Int, "enabled" Flag, "trouble" Text, "sum" MaybeInt],
            key [0],
            "select id, address, secret, private_allowed, made_at, acknowledged, failures, failing_since, due_at, enabled, trouble, sum
              from webhook order by id",
            "insert into webhook (id, address, secret, private_allowed, made_at, acknowledged, failures, failing_since, due_at, enabled, trouble, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        table!(
            "brought_record",
            ["fingerprint" Blob, "content" Blob, "case_id" Text, "sum" MaybeInt],
            key [0],
            "select fingerprint, content, case_id, sum
              from brought_record order by fingerprint",
            "insert into brought_record (fingerprint, content, case_id, sum)
              values ($1, $2, $3, $4)"
        ),
    ]
}

/// What happened, signed.
fn log() -> Vec<Table> {
    vec![
        table!(
            "event",
            ["id" Text, "position" Int, "case_id" Text, "device_id" Text, "device_sequence" Int, "previous" Blob, "clock" Int, "version" Int, "payload_hash" Blob, "signature" Blob],
            key [0],
            "select id, position, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature
              from event order by id",
            "insert into event (id, position, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        table!(
            "payload",
            ["event_id" Text, "compartment" Int, "generation" Int, "sealed" Blob],
            key [0],
            "select event_id, compartment, generation, sealed
              from payload order by event_id",
            "insert into payload (event_id, compartment, generation, sealed)
              values ($1, $2, $3, $4)"
        ),
        table!(
            "access_entry",
            ["position" Int, "at" Int, "member_id" Text, "action" Text, "outcome" Text, "case_id" MaybeText, "compartments" Int, "cases" Int],
            key [0],
            "select position, at, member_id, action, outcome, case_id, compartments, cases
              from access_entry order by position",
            "insert into access_entry (position, at, member_id, action, outcome, case_id, compartments, cases)
              values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        table!(
            "admin_entry",
            ["position" Int, "at" Int, "member_id" Text, "action" Text, "subject" Text, "bound" MaybeBlob],
            key [0],
            "select position, at, member_id, action, subject, bound
              from admin_entry order by position",
            "insert into admin_entry (position, at, member_id, action, subject, bound)
              values ($1, $2, $3, $4, $5, $6)"
        ),
        table!(
            "log_head",
            ["id" Int, "frontier" Blob, "note" Text],
            key [0],
            "select id, frontier, note
              from log_head order by id",
            "insert into log_head (id, frontier, note)
              values ($1, $2, $3)"
        ),
    ]
}

/// Keys of cases, and what is derived from the events.
fn cases() -> Vec<Table> {
    vec![
        table!(
            "case_key",
            ["case_id" Text, "compartment" Int, "generation" Int, "holder" Text, "wrapped" Blob, "expires_at" MaybeInt, "sum" MaybeInt],
            key [3, 0, 1, 2],
            "select case_id, compartment, generation, holder, wrapped, expires_at, sum
              from case_key order by holder, case_id, compartment, generation",
            "insert into case_key (case_id, compartment, generation, holder, wrapped, expires_at, sum)
              values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        table!(
            "casefile",
            ["case_id" Text, "code" Text, "opened_at" Int, "last_position" Int],
            key [0],
            "select case_id, code, opened_at, last_position
              from casefile order by case_id",
            "insert into casefile (case_id, code, opened_at, last_position)
              values ($1, $2, $3, $4)"
        ),
        table!(
            "summary",
            ["case_id" Text, "compartment" Int, "generation" Int, "position" Int, "sealed" Blob],
            key [0, 1],
            "select case_id, compartment, generation, position, sealed
              from summary order by case_id, compartment",
            "insert into summary (case_id, compartment, generation, position, sealed)
              values ($1, $2, $3, $4, $5)"
        ),
    ]
}

/// Lists as they came.
fn lists() -> Vec<Table> {
    vec![
        table!(
            "sender",
            ["id" Text, "team_id" Text, "sealed_key" Blob, "sealed" Blob, "sum" MaybeInt],
            key [0],
            "select id, team_id, sealed_key, sealed, sum
              from sender order by id",
            "insert into sender (id, team_id, sealed_key, sealed, sum)
              values ($1, $2, $3, $4, $5)"
        ),
        table!(
            "list",
            ["id" Text, "sender_id" Text, "member_id" Text, "received_at" Int, "previous_id" MaybeText, "state" Text, "digest" Blob, "sealed" Blob, "sum" MaybeInt],
            key [0],
            "select id, sender_id, member_id, received_at, previous_id, state, digest, sealed, sum
              from list order by id",
            "insert into list (id, sender_id, member_id, received_at, previous_id, state, digest, sealed, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        table!(
            "list_row",
            ["list_id" Text, "row" Int, "outcome" Text, "case_id" MaybeText, "fingerprint" Blob, "sealed" MaybeBlob, "sum" MaybeInt],
            key [0, 1],
            "select list_id, \"row\", outcome, case_id, fingerprint, sealed, sum
              from list_row order by list_id, \"row\"",
            "insert into list_row (list_id, \"row\", outcome, case_id, fingerprint, sealed, sum)
              values ($1, $2, $3, $4, $5, $6, $7)"
        ),
    ]
}
