//! How often things may be done: guesses at a sign-in, searches, exports, and passphrases checked at once.
//!
//! All of it is in memory, bounded in size, and driven by the time of the request. Names and addresses are kept
//! as keyed hashes, which mean nothing after the server has ended.

mod guesses;
mod pace;
mod turns;

pub use guesses::{Attempt, Guesses, Lane};
pub use turns::Turn;

use crate::fault::Fault;
use crate::session::held;
use crate::visit::Visit;
use base::UserId;
use pace::{Pace, Paces};
use rand_core::CryptoRng;
use std::sync::Mutex;
use std::sync::atomic::AtomicU64;
use turns::Turns;

/// Typing a name is a search for every letter; thirty a second is nobody's fingers.
const SEARCHES: Pace = Pace { at_once: 100, each: 200 };
/// Ten at once, then one every six minutes: ten an hour.
const EXPORTS: Pace = Pace { at_once: 10, each: 6 * 60_000 };

/// Each holds its file in memory meanwhile.
const MOST_PICTURES_WAITING: usize = 16;

pub struct Limits {
    pub guesses: Guesses,
    searches: Mutex<Paces<UserId>>,
    exports: Mutex<Paces<UserId>>,
    turns: Turns,
    pictures: Turns,
    /// How often browsers reported a breach of the content policy. What they reported is not kept.
    pub policy_reports: AtomicU64,
}

impl Limits {
    pub fn new(rng: &mut dyn CryptoRng) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
        Limits {
            guesses: Guesses::new(rng),
            searches: Mutex::new(Paces::new(SEARCHES)),
            exports: Mutex::new(Paces::new(EXPORTS)),
            turns: Turns::new(cores, 4 * cores),
            pictures: Turns::new(1, MOST_PICTURES_WAITING),
            policy_reports: AtomicU64::default(),
        }
    }

    /// The right to check one passphrase, which takes 64 MiB for as long as it runs: as many at once as there are
    /// cores, a few in the queue, and no more.
    pub fn turn(&self) -> Result<Turn<'_>, Fault> {
        self.turns.take().ok_or(Fault::Busy)
    }

    /// The right to take a picture apart, which takes some hundred megabytes for a moment: one at a time.
    pub fn turn_for_a_picture(&self) -> Result<Turn<'_>, Fault> {
        self.pictures.take().ok_or(Fault::Busy)
    }

    /// What every request of somebody who is signed in passes before its handler is asked.
    pub fn pass(visit: &Visit) -> Result<(), Fault> {
        let Some(session) = visit.signed_in() else { return Ok(()) };
        let brings = visit.upload.is_some() || !visit.json.is_null();
        let paces = match kind(visit.route(), brings) {
            Kind::Export => &visit.app.limits.exports,
            Kind::Search => &visit.app.limits.searches,
            Kind::Other => return Ok(()),
        };
        held(paces).take(session.member, visit.now).map_err(|wait| Fault::TooMany { seconds: seconds(wait) })
    }
}

/// Whole seconds to wait, never none.
pub fn seconds(millis: i64) -> u64 {
    (millis.max(1) as u64).div_ceil(1000)
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Search,
    Export,
    Other,
}

/// The last part of a route's path says what it does, for pages and programs alike. Where cases are both brought
/// and taken away, it is what the request brings.
fn kind(route: &str, brings: bool) -> Kind {
    match route.rsplit('/').next().unwrap_or_default() {
        "htcds" if !brings => Kind::Export,
        "people" | "search" | "rows" => Kind::Search,
        "export" | "file" | "report.csv" | "with-codes" | "to-look-at" => Kind::Export,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lists_people_and_what_gives_files_away_has_a_limit() {
        for (route, expected) in [
            ("/people", Kind::Search),
            ("/api/v1/lists/{list}/rows", Kind::Search),
            ("/people/export", Kind::Export),
            ("/lists/{list}/to-look-at", Kind::Export),
            ("/api/v1/lists/{list}/file", Kind::Export),
            ("/api/v1/htcds", Kind::Export),
            ("/case/{handle}", Kind::Other),
        ] {
            assert_eq!(kind(route, false), expected, "{route}");
        }
        assert_eq!(kind("/api/v1/htcds", true), Kind::Other, "who brings cases takes none away");
    }
}
