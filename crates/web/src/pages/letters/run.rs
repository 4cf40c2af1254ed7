//! Letters for many people while they are written: in memory, for as long as the sign-in that asked for them lasts.
//! After a lock nothing of them is left but the codes of those that were written.

use crate::app::App;
use crate::fault::Fault;
use crate::session::{Session, as_session, held};
use crate::visit::Visit;
use access::AccessError;
use base::{CaseId, Country, Instant};
use casework::letters::{Batch, Order, Outcome, write};
use std::sync::{Arc, Mutex, Weak};

/// Letters for these people.
pub struct Many {
    /// The opaque word of their address.
    pub word: String,
    pub began: Instant,
    /// The states of which somebody among them is a national.
    pub states: Vec<Country>,
    pub batch: Batch,
    /// None until somebody chose the letter and said what it asks.
    pub order: Option<Arc<Order>>,
    pub stage: Stage,
    /// What ended it before everybody's letter was dealt with, in a sentence.
    pub trouble: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Somebody chooses the letter.
    Open,
    Running,
    /// It ends after the letter that is being written.
    Stopping,
    Ended,
}

impl Many {
    pub fn is_running(&self) -> bool {
        matches!(self.stage, Stage::Running | Stage::Stopping)
    }

    /// Whose letter is to be written now; when nobody's, this has ended.
    fn next(&mut self) -> Option<(CaseId, Arc<Order>)> {
        let next = self.batch.next().filter(|_| self.stage == Stage::Running).zip(self.order.clone());
        if next.is_none() {
            self.stage = Stage::Ended;
        }
        next
    }

    /// Takes what became of it, and says whether it goes on.
    fn put(&mut self, outcome: access::Result<Outcome>) -> Result<(), AccessError> {
        self.batch.put(outcome).inspect_err(|error| {
            self.trouble = Some(error.to_string());
            self.stage = Stage::Ended;
        })
    }
}

/// Writes the letters that wait, unless somebody is at it already.
pub fn run_in_background(visit: &Visit, many: &Arc<Mutex<Many>>) -> Result<(), Fault> {
    let session = Arc::downgrade(visit.session()?);
    {
        let mut many = held(many);
        if many.is_running() || many.order.is_none() {
            return Ok(());
        }
        (many.stage, many.trouble) = (Stage::Running, None);
    }
    let (app, many) = (visit.app.clone(), Arc::downgrade(many));
    std::thread::spawn(move || {
        let _swept = vault::Swept;
        while step(&app, &session, &many) {}
    });
    Ok(())
}

/// Writes one letter, in a transaction of its own; nothing holds the sign-in or its letters between two of them.
fn step(app: &App, session: &Weak<Session>, many: &Weak<Mutex<Many>>) -> bool {
    let Some(many) = many.upgrade() else { return false };
    let Some((case, order)) = held(&many).next() else { return false };
    let Some(outcome) = as_session(app, session, |cx| write(cx, case, &order)) else { return false };
    let went_on = held(&many).put(outcome);
    if let Err(error) = &went_on {
        app.options.watch.log.failed(app.now(), None, error);
    }
    went_on.is_ok()
}
