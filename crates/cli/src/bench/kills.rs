//! A list whose import is killed again and again: nobody may be lost and nobody may come twice.
//!
//! The real program is started on the real file and killed with SIGKILL after a random time, then started again,
//! as somebody would whose power failed. The last start is left to finish.

use super::figure;
use super::import::list;
use super::office::many;
use crate::edge;
use crate::people::invented;
use crate::prompt::progress;
use access::member::Welcome;
use access::sign_in::{Credentials, sign_in};
use access::{Holder, command};
use anyhow::{Context, Result, bail};
use casework::lists::{self, Became, State};
use casework::upkeep;
use papers::table;
use rand_core::Rng;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use store::{Store, sql};
use vault::Reader;

#[derive(clap::Args)]
pub struct Kills {
    /// How often the import is killed.
    #[arg(long, default_value_t = 100)]
    times: usize,
    /// How many rows the list has: enough that it does not end before the last kill.
    #[arg(long, default_value_t = 60_000)]
    rows: usize,
    /// The longest time, in milliseconds, that one start is left alone.
    #[arg(long, default_value_t = 1_500)]
    longest: u64,
}

impl Kills {
    pub fn run(self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (registry, file) = (folder.path().join("registry"), folder.path().join("list.csv"));
        std::fs::write(&file, table::csv(&list(&invented()?, self.rows)))?;
        // A recovery code opens once: every start is somebody else of the team.
        let mut members = many(&registry, self.times + 2)?;
        let bar = progress(self.times as u64, "Killing");
        let (mut killed, mut before_the_end) = (0, 0);
        for _ in 0..self.times {
            let member = members.pop().context("there is a member for every start")?;
            let works = self.killed_at_random(start(&registry, &file, &member)?)?;
            killed += usize::from(works);
            before_the_end += usize::from(works && !any_finished(&registry)?);
            bar.inc(1);
        }
        bar.finish_and_clear();
        let member = members.pop().context("there is a member for the last start")?;
        if !start(&registry, &file, &member)?.wait()?.success() {
            bail!("The last import did not end well.");
        }
        figure("starts", (self.times + 1).to_string(), "");
        figure("killed while they worked", killed.to_string(), "");
        figure("of these before the list was finished", before_the_end.to_string(), "");
        let member = members.pop().context("there is a member to look with")?;
        self.judge(&registry, &member)
    }

    /// Kills after a random time; false when the program had ended by itself.
    fn killed_at_random(&self, mut child: Child) -> Result<bool> {
        let chosen = Duration::from_millis(edge::rng().next_u64() % self.longest);
        std::thread::park_timeout(chosen);
        let works = child.try_wait()?.is_none();
        child.kill().context("The import could not be killed.")?;
        child.wait()?;
        Ok(works)
    }

    /// Every row is one person of its own, in one list, and nothing in the log is broken.
    fn judge(&self, registry: &Path, member: &Welcome) -> Result<()> {
        let store = Store::open(registry)?;
        let mut keys = sign_in(&store, &given(member), edge::now(), &mut edge::rng())?;
        let received = command(&store, &mut keys, edge::now(), &mut edge::rng(), lists::received)?;
        let mut cases = BTreeSet::new();
        let mut rows = 0;
        for list in received.iter().filter(|list| list.previous.is_none()) {
            let (_, all) = command(&store, &mut keys, edge::now(), &mut edge::rng(), |cx| {
                lists::rows(cx, list.id, Some(Became::Registered), 0, usize::MAX >> 1)
            })?;
            rows += all.len();
            cases.extend(all.iter().filter_map(|row| row.case));
        }
        let unfinished = received.iter().filter(|list| list.state != State::Finished).count();
        let team = keys.actor.team.context("the member is of a team")?;
        let mut openers = keys
            .team_keys()
            .into_iter()
            .map(|(compartment, key)| ((Holder::Team(team).text(), compartment), Reader::new(key)))
            .collect();
        let verified = upkeep::verify(&store, &mut openers, || {})?;
        let counted = store.read(|tx| tx.one(sql!("select count(*) from casefile"), &[], |row| row.int(0)))?;
        let registered = counted.unwrap_or(0) as usize;
        figure("rows of the list", self.rows.to_string(), "");
        figure("rows lost", (self.rows - cases.len().min(self.rows)).to_string(), "0");
        figure("people registered twice", (registered.max(rows) - cases.len()).to_string(), "0");
        figure("lists not finished", unfinished.to_string(), "0");
        figure("findings of verify", verified.findings.len().to_string(), "0");
        if cases.len() != self.rows || registered != self.rows || unfinished > 0 || !verified.findings.is_empty() {
            bail!("The list did not survive.");
        }
        Ok(())
    }
}

/// Starts after the list was finished bring it once more, and change nothing.
fn any_finished(registry: &Path) -> Result<bool> {
    let store = Store::open(registry)?;
    let finished =
        store.read(|tx| tx.one(sql!("select count(*) from list where state = 'finished'"), &[], |row| row.int(0)))?;
    Ok(finished != Some(0))
}

fn given(member: &Welcome) -> Credentials<'_> {
    Credentials { name: &member.name, passphrase: &member.passphrase, code: &member.recovery_codes[0] }
}

fn start(registry: &Path, file: &Path, member: &Welcome) -> Result<Child> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("import")
        .arg(file)
        .arg("--dir")
        .arg(registry)
        .args(["--as", &member.name, "--sender", "Desk of the bench"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut input = child.stdin.take().context("the child has an input")?;
    writeln!(input, "{}\n{}", *member.passphrase, member.recovery_codes[0])?;
    Ok(child)
}
