//! What the registry knows of each witness: how far it has cosigned the log, and what it said last.

use crate::sum::sum;
use crate::{Result, Row, StoreError, Tx, sql};
use base::Instant;
use vault::checkpoint::NamedKey;
use vault::merkle::Frontier;

/// What a witness said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Cosigned,
    /// It did not answer, or not as a witness does.
    Silent,
    /// It does not follow this log, or knows it by another key.
    Refused,
    /// It has cosigned more entries than the log has.
    Shorter,
    /// It has cosigned another history.
    Differs,
}

impl State {
    pub const ALL: [State; 5] = [State::Cosigned, State::Silent, State::Refused, State::Shorter, State::Differs];

    /// The stable word of the database and the catalogues.
    pub fn key(self) -> &'static str {
        match self {
            State::Cosigned => "cosigned",
            State::Silent => "silent",
            State::Refused => "refused",
            State::Shorter => "shorter",
            State::Differs => "differs",
        }
    }

    fn read(key: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.key() == key)
    }

    /// Whether the witness remembers a log that this one does not continue.
    pub fn contradicts(self) -> bool {
        matches!(self, State::Shorter | State::Differs)
    }
}

/// How things stand with one witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub witness: NamedKey,
    /// The log's right edge at the entry up to which it has cosigned.
    pub edge: Frontier,
    /// The newest checkpoint with its cosignature; empty before the first.
    pub note: String,
    /// By the witness's clock.
    pub cosigned_at: Instant,
    pub state: State,
    pub since: Instant,
}

impl Standing {
    /// Before anything was heard of a witness.
    pub fn new(witness: NamedKey, now: Instant) -> Self {
        let (edge, note, never) = (Frontier::default(), String::new(), Instant::from_millis(0));
        Self { witness, edge, note, cosigned_at: never, state: State::Silent, since: now }
    }

    /// The same with another state; one that goes on keeps its beginning.
    pub fn turned(self, state: State, now: Instant) -> Self {
        let since = if self.state == state { self.since } else { now };
        Self { state, since, ..self }
    }

    pub fn save(&self, tx: &mut Tx) -> Result<()> {
        let (vkey, edge) = (self.witness.to_string(), self.edge.to_bytes());
        let mut values = vec![
            (&vkey).into(),
            (self.edge.size() as i64).into(),
            (&edge).into(),
            (&self.note).into(),
            self.cosigned_at.millis().into(),
            self.state.key().into(),
            self.since.millis().into(),
        ];
        values.push(sum("witness", &values).into());
        tx.run(
            sql!(
                "insert into witness (vkey, size, edge, note, cosigned_at, state, since, sum)
                  values ($1, $2, $3, $4, $5, $6, $7, $8)
                  on conflict (vkey) do update set size = excluded.size, edge = excluded.edge, note = excluded.note,
                    cosigned_at = excluded.cosigned_at, state = excluded.state, since = excluded.since,
                    sum = excluded.sum"
            ),
            &values,
        )?;
        Ok(())
    }

    fn from_row(row: &Row) -> Result<Self> {
        let damaged = StoreError::Damaged("what is known of a witness");
        let edge = Frontier::from_bytes(&row.blob(1)?)?;
        let state = State::read(&row.text(4)?).ok_or(damaged)?;
        Ok(Self {
            witness: NamedKey::read(&row.text(0)?)?,
            edge,
            note: row.text(2)?,
            cosigned_at: Instant::from_millis(row.int(3)?),
            state,
            since: Instant::from_millis(row.int(5)?),
        })
    }
}

/// Every witness that was ever asked, by its key.
pub fn all(tx: &mut Tx) -> Result<Vec<Standing>> {
    tx.all(
        sql!("select vkey, edge, note, cosigned_at, state, since from witness order by vkey"),
        &[],
        Standing::from_row,
    )
}

/// How things stand with this witness; `None` when it was never asked.
pub fn of(tx: &mut Tx, witness: &NamedKey) -> Result<Option<Standing>> {
    tx.one(
        sql!("select vkey, edge, note, cosigned_at, state, since from witness where vkey = $1"),
        &[(&witness.to_string()).into()],
        Standing::from_row,
    )
}
