//! Asking at the terminal; when input comes from a file or a pipe, line by line from there.

use access::sign_in::{Credentials, sign_in};
use access::{Keyring, organisation};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, IsTerminal, stdin};
use store::Store;
use vault::Reader;

/// Who opens the registry from the command line.
#[derive(clap::Args, Clone)]
pub struct Who {
    /// The name you sign in with.
    #[arg(long = "as", value_name = "NAME")]
    pub name: String,
}

/// Asks for a line that is not shown.
pub fn secret(question: &str) -> Result<String> {
    if stdin().is_terminal() {
        return rpassword::prompt_password(format!("{question}: ")).context("The terminal gave no answer.");
    }
    line(question)
}

/// Asks for a line.
pub fn line(question: &str) -> Result<String> {
    let mut line = String::new();
    if stdin().lock().read_line(&mut line).context("The input could not be read.")? == 0 {
        bail!("The input ended where an answer was needed: {question}.");
    }
    Ok(line.trim().to_owned())
}

/// Signs in as a member, with passphrase and second factor.
pub fn enter(store: &Store, who: &Who) -> Result<Keyring> {
    let passphrase = zeroize::Zeroizing::new(secret("Passphrase")?);
    let code = secret("Code of the app, or a recovery code")?;
    let given = Credentials { name: &who.name, passphrase: &passphrase, code: &code };
    Ok(sign_in(store, &given, crate::edge::now(), &mut crate::edge::rng())?)
}

/// Asks for two recovery papers and takes every team's keys out of escrow.
pub fn recovered_teams(store: &Store) -> Result<Vec<organisation::Team>> {
    let papers = [secret("First recovery paper")?, secret("Second recovery paper")?];
    Ok(store.read(|tx| organisation::recover(tx, &papers))?)
}

/// What opens sealed payloads for checking: a member's keys, two recovery papers, or nothing.
#[derive(clap::Args, Clone)]
pub struct With {
    /// Open with the keys of this member.
    #[arg(long = "as", value_name = "NAME")]
    pub name: Option<String>,
    /// Open with two recovery papers: everything.
    #[arg(long, conflicts_with = "name")]
    pub papers: bool,
}

impl With {
    pub fn openers(&self, store: &Store) -> Result<organisation::Openers> {
        if self.papers {
            return Ok(organisation::openers(&recovered_teams(store)?));
        }
        let Some(name) = &self.name else { return Ok(organisation::Openers::new()) };
        let keys = enter(store, &Who { name: name.clone() })?;
        let Some(team) = keys.actor.team else { return Ok(organisation::Openers::new()) };
        let holder = access::Holder::Team(team).text();
        Ok(keys.team_keys().into_iter().map(|(c, key)| ((holder.clone(), c), Reader::new(key))).collect())
    }
}

/// A progress bar on the terminal; nothing where there is none.
pub fn progress(total: u64, what: &'static str) -> indicatif::ProgressBar {
    let style = indicatif::ProgressStyle::with_template("{msg} {bar:40} {pos}/{len} {eta}")
        .expect("the template is well formed");
    indicatif::ProgressBar::new(total).with_style(style).with_message(what)
}
