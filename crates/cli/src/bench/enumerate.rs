//! Whether the time of a refused sign-in tells who exists: Welch's t between the ways of being wrong.

use super::figure;
use super::office::office;
use crate::edge::{self, timed};
use access::sign_in::{Credentials, sign_in};
use access::{AccessError, member};
use anyhow::{Result, ensure};

#[derive(clap::Args)]
pub struct Enumerate {
    /// How many attempts of each kind; each takes a real Argon2id. A leak counts as proven above 4.5.
    #[arg(long, default_value_t = 1_000)]
    samples: usize,
}

const KINDS: [&str; 4] = ["unknown name", "wrong passphrase", "right passphrase, wrong code", "access that has ended"];

impl Enumerate {
    pub fn run(self) -> Result<()> {
        ensure!(self.samples >= 2, "At least two attempts of each kind are needed to compare them.");
        let folder = tempfile::tempdir()?;
        let (store, keys, welcome) = office(&folder.path().join("registry"))?;
        let new = member::NewMember { name: "dara", role: access::Role::Auditor, team: None, passphrase: None };
        let prepared = member::prepare(&new, edge::now(), &mut edge::rng())?;
        store.write(|tx| {
            let nobody_needs = Default::default();
            let ended = member::add(tx, prepared, &nobody_needs, keys.actor.member, edge::now(), &mut edge::rng())?;
            member::disable(tx, ended.member, keys.actor.member, edge::now())
        })?;
        let right = welcome.passphrase.as_str();
        let attempts = [("nobody", right), ("sokha", "wrong words altogether"), ("sokha", right), ("dara", right)];
        let mut times = [const { Vec::new() }; KINDS.len()];
        // In turns, so that whatever else the machine does meets all of them alike.
        for n in 0..self.samples * KINDS.len() {
            let kind = n % KINDS.len();
            let (name, passphrase) = attempts[kind];
            let given = Credentials { name, passphrase, code: "ZZZZZ-ZZZZZ" };
            let (outcome, seconds) = timed(|| sign_in(&store, &given, edge::now(), &mut edge::rng()));
            ensure!(matches!(outcome, Err(AccessError::SignIn)), "An attempt that had to be refused was not.");
            times[kind].push(seconds * 1e3);
        }
        for (kind, times) in KINDS.iter().zip(&times) {
            let (mean, _) = moments(times);
            figure(&format!("{kind}: mean of {}", times.len()), format!("{mean:.3} ms"), "");
        }
        for (kind, other) in KINDS.iter().zip(&times).skip(1) {
            figure(&format!("Welch's t, {kind}"), format!("{:.2}", welch(&times[0], other)), "between -4.5 and 4.5");
        }
        Ok(())
    }
}

/// Mean and variance.
fn moments(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    (mean, values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0))
}

fn welch(a: &[f64], b: &[f64]) -> f64 {
    let ((mean_a, variance_a), (mean_b, variance_b)) = (moments(a), moments(b));
    (mean_a - mean_b) / (variance_a / a.len() as f64 + variance_b / b.len() as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statistic_is_welchs() {
        let (a, b) = ([3.0, 4.0, 5.0, 6.0], [1.0, 2.0, 3.0, 10.0]);
        assert!((welch(&a, &b) - 0.233_55).abs() < 1e-3, "{}", welch(&a, &b));
        assert!(welch(&[1.0, 1.1, 0.9], &[9.0, 9.1, 8.9]) < -4.5);
    }
}
