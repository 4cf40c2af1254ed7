//! Time and chance, handed to everything below.

use base::Instant;
use rand_core::{CryptoRng, UnwrapErr};
use std::sync::LazyLock;
use std::time::Duration;
use web::watch::Instruments;

pub const EDGE: web::Edge = web::Edge { clock: now, random };

#[allow(clippy::disallowed_methods)] // This is the edge at which the clock is read.
pub fn now() -> Instant {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Instant::from_millis(since.map_or(0, |since| since.as_millis() as i64))
}

/// The system's generator; a machine without one cannot make keys and must not go on.
pub fn rng() -> impl CryptoRng {
    UnwrapErr(getrandom::SysRng)
}

fn random() -> Box<dyn CryptoRng> {
    Box::new(rng())
}

/// What a server measures itself with.
pub const INSTRUMENTS: Instruments = Instruments { stopwatch, machine: crate::machine::look };

#[allow(clippy::disallowed_methods)] // This is the edge at which the clock is read.
fn stopwatch() -> Duration {
    static BEGUN: LazyLock<std::time::Instant> = LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}

/// For measuring: how long `work` took, in seconds.
#[allow(clippy::disallowed_methods)] // Measuring is what this is for.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let begun = std::time::Instant::now();
    let outcome = work();
    (outcome, begun.elapsed().as_secs_f64())
}
