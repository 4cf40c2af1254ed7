//! `safeconduct witness`: a second organisation remembers how far a registry's log has come, cosigns it when it goes
//! on from there, and keeps the proof when it does not.
//!
//! It speaks C2SP tlog-witness, so it serves any log that does, and any witness that does serves us.

mod asked;
mod door;
mod folder;
mod judge;

#[cfg(test)]
mod attacks;

pub use asked::Asked;

use crate::serve::{Ways, renew, stopped};
use crate::{edge, prompt};
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use folder::{Folder, Followed};
use judge::Judgement;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use tokio::net::TcpListener;
use vault::checkpoint::{Checkpoint, NamedKey, Note, Submission};
use web::serve::Tls;

#[derive(Subcommand)]
pub enum Witness {
    /// Makes the folder and the key of a witness, and prints the key that registries need.
    Init {
        #[command(flatten)]
        at: At,
        /// How the witness is called, as in "shelter.example/witness"; no spaces and no plus.
        #[arg(long)]
        name: String,
    },
    /// Begins to follow a log, by the key that `safeconduct checkpoint --key` prints there.
    Follow {
        #[command(flatten)]
        at: At,
        /// name+hash+key
        key: String,
    },
    /// Shows the logs that are followed, how far they have come, and what does not fit. Ends with a failure when
    /// something does not, or when a log was not shown for a day: let a timer run it.
    Show {
        #[command(flatten)]
        at: At,
    },
    /// Answers registries that show their checkpoints (POST /add-checkpoint).
    Serve {
        #[command(flatten)]
        at: At,
        /// Where to listen. Anything but this machine needs TLS, its own or a proxy's.
        #[arg(long, default_value = "127.0.0.1:8450")]
        listen: SocketAddr,
        #[command(flatten)]
        ways: Ways,
    },
    /// Looks at a checkpoint that was carried here in a file, and prints it cosigned.
    Check {
        #[command(flatten)]
        at: At,
        /// What `safeconduct checkpoint` printed; `-` reads it from the input.
        file: PathBuf,
    },
    /// Begins anew with a log whose history was put back on purpose, as by restoring a backup. What was cosigned
    /// before stays in the folder.
    Anew {
        #[command(flatten)]
        at: At,
        /// The log's name, as `show` says it.
        log: String,
    },
}

/// Where the witness keeps what it remembers.
#[derive(clap::Args)]
pub struct At {
    /// The folder of the witness.
    #[arg(long, default_value = "witness")]
    dir: PathBuf,
}

impl Witness {
    pub fn run(self) -> Result<()> {
        match self {
            Witness::Init { at, name } => init(&at, &name),
            Witness::Follow { at, key } => follow(&at, &key),
            Witness::Show { at } => show(&at),
            Witness::Serve { at, listen, ways } => serve(&at, listen, ways),
            Witness::Check { at, file } => check(&at, &file),
            Witness::Anew { at, log } => anew(&at, &log),
        }
    }
}

fn init(at: &At, name: &str) -> Result<()> {
    let folder = Folder::create(&at.dir, name, &mut edge::rng())?;
    println!("The witness {name} lies in {}. Registries need this key:\n", at.dir.display());
    println!("{}", folder.key());
    Ok(())
}

fn follow(at: &At, key: &str) -> Result<()> {
    let key = NamedKey::read(key)?;
    if !key.is_of_log() {
        bail!("This is the key of a witness, not of a log. Nothing was changed.");
    }
    Folder::open(&at.dir)?.follow(&key)?;
    println!("{} is followed from now on.", key.name());
    Ok(())
}

fn show(at: &At) -> Result<()> {
    let folder = Folder::open(&at.dir)?;
    println!("{}", folder.key());
    let mut fits = true;
    for followed in folder.followed()? {
        println!("\n{}", followed.key);
        match followed.newest()? {
            Some((checkpoint, when)) => {
                let place = followed.cosigned();
                println!("  {} entries cosigned on {}: {}", checkpoint.size, when.utc_text(), place.display());
                if when.plus_hours(24) < edge::now() {
                    println!("  LATE  it was not shown for more than a day: ask its people");
                    fits = false;
                }
            }
            None => println!("  nothing cosigned yet"),
        }
        for evidence in followed.evidence()? {
            println!("  DOES NOT FIT  {}", evidence.display());
            fits = false;
        }
    }
    if !fits {
        bail!("Something does not fit. Speak with the people of that log by another way than the network.");
    }
    Ok(())
}

fn serve(at: &At, listen: SocketAddr, ways: Ways) -> Result<()> {
    let folder = Folder::open(&at.dir)?;
    let listening = ways.listening(listen)?;
    let scheme = if listening.tls.is_some() { "https" } else { "http" };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen)
            .await
            .with_context(|| format!("Nothing can listen at {listen}: another program may be there."))?;
        println!("{scheme}://localhost:{} answers as {}", listener.local_addr()?.port(), folder.key());
        let renewing = tokio::spawn(renew(listening.tls.clone()));
        let looking = tokio::spawn(look_at(listening.tls.clone()));
        web::serve::serve_routes(listener, door::router(folder), Default::default(), listening, stopped()).await?;
        renewing.abort();
        looking.abort();
        Ok(())
    })
}

/// Reads the certificate again when it was renewed.
async fn look_at(tls: Option<Tls>) {
    let Some(tls) = tls else { return };
    let mut minute = tokio::time::interval(Duration::from_secs(60));
    loop {
        minute.tick().await;
        if let Err(sentence) = tls.read_if_changed() {
            eprintln!("{sentence}");
        }
    }
}

fn check(at: &At, file: &std::path::Path) -> Result<()> {
    let folder = Folder::open(&at.dir)?;
    let text = if file == std::path::Path::new("-") {
        std::io::read_to_string(std::io::stdin()).context("The input could not be read.")?
    } else {
        std::fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))?
    };
    match folder.answer(&read(&folder, text)?, edge::now())? {
        Judgement::Cosigned { note, .. } => print!("{note}"),
        other => bail!("{}", other.sentence()),
    }
    Ok(())
}

/// A submission, or a bare checkpoint: that can be the first one, or as long as the last.
fn read(folder: &Folder, text: String) -> Result<Submission> {
    if text.starts_with("old ") {
        return Submission::read(&text).with_context(|| Judgement::Malformed.sentence());
    }
    let shown = Note::read(&text).and_then(|note| Checkpoint::of_text(note.text()));
    let shown = shown.ok().with_context(|| Judgement::Malformed.sentence())?;
    let followed = folder.followed()?.into_iter().find(|followed| followed.key.name() == shown.origin);
    let newest = followed.map_or(Ok(None), |followed| followed.newest())?;
    let old = newest.map_or(0, |(cosigned, _)| if cosigned.size == shown.size { cosigned.size } else { 0 });
    Ok(Submission { old, proof: Vec::new(), note: text })
}

fn anew(at: &At, log: &str) -> Result<()> {
    let folder = Folder::open(&at.dir)?;
    eprintln!(
        "Whoever rewrote {log} wishes for this, too. Only if its people told you, by another way, that they restored a \
         backup: type its name again."
    );
    if prompt::line("the name of the log")? != log {
        bail!("Nothing was changed.");
    }
    let kept = folder.followed_by_name(log)?.begin_anew(edge::now())?;
    println!("{log} begins anew. What was cosigned before lies in {}", kept.display());
    Ok(())
}

impl Folder {
    /// A log that is followed.
    fn followed_by_name(&self, log: &str) -> Result<Followed> {
        let mut all = self.followed()?.into_iter();
        all.find(|followed| followed.key.name() == log)
            .with_context(|| format!("No log called {log} is followed. Nothing was changed."))
    }
}
