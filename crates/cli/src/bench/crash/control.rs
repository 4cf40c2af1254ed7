//! Whether the shim sees what it is for: SQLite that does not wait for the disk must lose what it acknowledged.

use super::shim::{Shim, Trouble};
use super::undo::{Cut, cut_power};
use crate::bench::figure;
use crate::edge;
use anyhow::{Context, Result, bail};
use rand_core::Rng;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use store::{Store, StoreError, sql};

/// Writes numbered rows and says of each when it is committed, until it is killed: `bench writer`.
#[derive(clap::Args)]
pub struct Writer {
    #[arg(long)]
    dir: PathBuf,
    /// How SQLite waits for the disk: off, normal or full.
    #[arg(long)]
    synchronous: String,
}

impl Writer {
    pub fn run(self) -> Result<()> {
        let store = Store::open(&self.dir)?;
        store.tamper(&format!("pragma synchronous = {}", self.synchronous))?;
        let mut output = std::io::stdout().lock();
        for n in 0.. {
            let id = format!("{n}");
            store.write::<_, StoreError>(|tx| {
                let row = [(&id).into(), (&id).into(), "row".into()];
                tx.run(sql!("insert into team (id, name, kind) values ($1, $2, $3)"), &row)
            })?;
            writeln!(output, "{n}")?;
            output.flush()?;
        }
        Ok(())
    }
}

/// Cuts the power of each kind of writer a few times; fails unless those lose that must and none else does.
pub fn prove(folder: &Path, shim: &Shim) -> Result<()> {
    for (synchronous, must_lose) in [("off", true), ("normal", true), ("full", false)] {
        let (mut acknowledged, mut lost) = (0, 0);
        for (n, cut) in [Cut::Clean, Cut::Torn, Cut::Clean].into_iter().enumerate() {
            let (said, missing) = one(&folder.join(format!("control-{synchronous}-{n}")), synchronous, shim, cut)?;
            acknowledged += said;
            lost += missing;
        }
        let wanted = if must_lose { "> 0, or the shim is blind" } else { "0" };
        figure(
            &format!("control: SQLite, synchronous={synchronous}, lost"),
            format!("{lost} of {acknowledged}"),
            wanted,
        );
        if must_lose != (lost > 0) {
            bail!("The shim does not do what it is for: nothing that it says of the server counts.");
        }
    }
    Ok(())
}

/// How many rows were acknowledged, and how many of them are missing after the power cut.
fn one(folder: &Path, synchronous: &str, shim: &Shim, cut: Cut) -> Result<(usize, usize)> {
    std::fs::create_dir_all(folder)?;
    let registry = folder.join("registry");
    drop(Store::create(&registry)?);
    let shim = shim.watching(&registry);
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bench", "writer", "--synchronous", synchronous, "--dir"]).arg(&registry).stdout(Stdio::piped());
    shim.around(&mut command, Trouble::default());
    let mut child = command.spawn()?;
    let output = BufReader::new(child.stdout.take().context("the child has an output")?);
    let wanted = 40 + (edge::rng().next_u64() % 60) as usize;
    let said = output.lines().map_while(std::result::Result::ok).take(wanted).count();
    child.kill()?;
    child.wait()?;
    cut_power(&registry, &shim.log, cut, &mut edge::rng())?;
    let store = match Store::open(&registry) {
        Ok(store) => store,
        // Without any fsync a torn database may not open at all: then everything is lost.
        Err(_) if synchronous == "off" => return Ok((said, said)),
        Err(error) => return Err(error.into()),
    };
    let found = store.read(|tx| {
        let below = said as i64;
        tx.one(
            sql!("select count(*) from team where kind = 'row' and cast(id as bigint) < $1"),
            &[below.into()],
            |row| row.int(0),
        )
    });
    let found: Result<Option<i64>, StoreError> = found;
    match found {
        Ok(count) => Ok((said, said - count.unwrap_or(0) as usize)),
        Err(_) if synchronous == "off" => Ok((said, said)),
        Err(error) => Err(error.into()),
    }
}
