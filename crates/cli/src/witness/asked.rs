//! The options by which `serve` shows its log to witnesses.

use anyhow::{Error, Result, bail};
use std::time::Duration;
use vault::checkpoint::NamedKey;
use web::witness::{Witness, Witnesses};

#[derive(clap::Args)]
pub struct Asked {
    /// A witness of the log: the address before "/add-checkpoint", https or on this machine. May stand several times,
    /// each followed by its --witness-key.
    #[arg(long, value_name = "URL", requires = "witness_key")]
    witness: Vec<String>,
    /// The witness's key, as `safeconduct witness init` printed it.
    #[arg(long, value_name = "KEY", requires = "witness")]
    witness_key: Vec<String>,
    /// Lets witnesses be in a private network, and there be reached without TLS.
    #[arg(long, requires = "witness")]
    witness_private: bool,
    /// How many seconds pass at least until witnesses are shown the log again.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    witness_every: u64,
}

impl Asked {
    pub fn witnesses(&self) -> Result<Witnesses> {
        if self.witness.len() != self.witness_key.len() {
            bail!("Every --witness needs its --witness-key, in the same order. Nothing was started.");
        }
        let pairs = self.witness.iter().zip(&self.witness_key);
        let asked = pairs.map(|(address, key)| {
            Witness::new(address, NamedKey::read(key)?, self.witness_private).map_err(Error::msg)
        });
        Ok(Witnesses { asked: asked.collect::<Result<_>>()?, every: Duration::from_secs(self.witness_every) })
    }
}
