//! Whether anything acknowledged is ever lost: the real server under several clients, killed at random moments, at
//! every failpoint, and by power cuts; and with a disk that fails or is full.
//!
//! After each blow the server is started again on what is left. Where the server takes event ids, everybody of the
//! round before is sent once more under the same id: who was acknowledged must get the same code, who was not must
//! be registered once. At the end the registry is read with a member's keys and held against all that was told.

mod clients;
mod control;
mod full_disk;
mod house;
mod judge;
mod server;
mod shim;
mod undo;

pub use control::Writer;
pub use server::Server;
pub use shim::{Shim, Trouble};

use super::office::many;
use crate::people::invented;
use crate::prompt::progress;
use anyhow::Result;
use house::{House, KEPT_CODES};
use store::failpoint::Failpoint;

#[derive(clap::Args)]
pub struct Crash {
    /// How often the server is killed at a random moment.
    #[arg(long, default_value_t = 200)]
    kills: usize,
    /// How often the power is cut.
    #[arg(long, default_value_t = 200)]
    cuts: usize,
    /// Also stops the server at every failpoint.
    #[arg(long)]
    failpoints: bool,
    /// Also lets the Nth fsync fail, for every N up to this.
    #[arg(long, default_value_t = 0)]
    failed_fsyncs: usize,
    /// Also fills the disk and makes room again.
    #[arg(long)]
    full_disk: bool,
    /// How many clients register people at the same time.
    #[arg(long, default_value_t = 4)]
    clients: usize,
    /// The most people who are acknowledged before a blow.
    #[arg(long, default_value_t = 80)]
    most: u64,
}

/// What happens to the server.
#[derive(Clone, Copy)]
enum Blow {
    Kill,
    Cut,
    Stop(Failpoint),
}

impl Crash {
    pub fn run(self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let registry = folder.path().join("registry");
        let points = if self.failpoints { Failpoint::ALL } else { &[] };
        let rounds = self.kills + self.cuts + points.len();
        let people = invented()?;
        // Each start uses up a recovery code, and a failed fsync is met by two starts.
        let starts = rounds + 2 * self.failed_fsyncs + 6;
        let members = many(&registry, starts.div_ceil(CODES - KEPT_CODES))?;
        let shim = Shim::build(folder.path(), &registry)?;
        if self.cuts > 0 {
            control::prove(folder.path(), &shim)?;
        }
        let mut house = House::new(&self, registry, shim, members, &people)?;
        let blows = std::iter::repeat_n(Blow::Kill, self.kills)
            .chain(points.iter().map(|point| Blow::Stop(*point)))
            .chain(std::iter::repeat_n(Blow::Cut, self.cuts));
        let bar = progress((rounds + self.failed_fsyncs) as u64, "Killing");
        for blow in blows {
            house.round(blow)?;
            bar.inc(1);
        }
        for nth in 1..=self.failed_fsyncs {
            house.failed_fsync(nth)?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        if self.full_disk {
            house.full_disk(folder.path())?;
        }
        house.judge()
    }
}

/// How many recovery codes each member has.
const CODES: usize = 8;
