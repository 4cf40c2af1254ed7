//! A PostgreSQL server of one's own for the tests, from Debian's package, that goes when it is dropped. It listens
//! at no port: only this machine reaches it, through a folder.

use crate::machine::{install, is_root};
use crate::run::{Outcome, answer, must};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
    settings: Settings,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Settings {
    /// Nothing outlives the tests, so nothing waits for the disk.
    Fleeting,
    /// A commit is on this disk and on that of a standby before it is acknowledged.
    Durable,
}

impl Settings {
    fn words(self) -> &'static str {
        match self {
            Self::Fleeting => "-c fsync=off",
            Self::Durable => "-c synchronous_standby_names='*' -c wal_level=replica -c hot_standby=on",
        }
    }
}

impl Server {
    /// Makes a cluster and starts it; installs the package first where it is missing.
    pub fn start(settings: Settings) -> Outcome<Self> {
        let programs = match newest_programs() {
            Some(programs) => programs,
            None => {
                install(&["postgresql"])?;
                newest_programs().ok_or("PostgreSQL was installed, but its programs are not where Debian puts them.")?
            }
        };
        let server = Self::in_folder(programs, new_folder(), settings)?;
        server.run(
            "initdb",
            &["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync", "-D", &server.path("data")],
        )?;
        server.begin()?;
        Ok(server)
    }

    fn in_folder(programs: PathBuf, folder: PathBuf, settings: Settings) -> Outcome<Self> {
        let server = Self { programs, folder, settings };
        // Whoever runs the tests may pass through to the socket.
        server.as_server("mkdir", &["--mode=711", &server.path("")])?;
        Ok(server)
    }

    fn begin(&self) -> Outcome {
        let place = format!("-c listen_addresses='' -c unix_socket_directories='{}'", self.place());
        let settings = format!("{place} {}", self.settings.words());
        self.run("pg_ctl", &["-D", &self.path("data"), "-o", &settings, "-l", &self.path("log"), "-w", "start"])
    }

    /// A standby of this server, which keeps what this one acknowledges. In the place of a server that was killed,
    /// when there is one.
    pub fn standby(&self, of_earlier: Option<Server>) -> Outcome<Self> {
        let folder = of_earlier.as_ref().map_or_else(new_folder, |earlier| earlier.folder.clone());
        drop(of_earlier);
        let standby = Self::in_folder(self.programs.clone(), folder, self.settings)?;
        let (from, to) = (self.place(), standby.path("data"));
        standby
            .run("pg_basebackup", &["-h", &from, "-U", "postgres", "-D", &to, "-R", "-X", "stream", "-c", "fast"])?;
        standby.begin()?;
        Ok(standby)
    }

    pub fn promote(&self) -> Outcome {
        self.run("pg_ctl", &["-D", &self.path("data"), "-w", "promote"])
    }

    /// Kills the server and all that works for it, as a power cut would.
    pub fn kill(&self) -> Outcome {
        let file = std::fs::read_to_string(self.folder.join("data/postmaster.pid"));
        let first = file.ok().and_then(|words| words.lines().next().map(str::to_owned));
        let postmaster = first.ok_or("The server to kill is not running.")?;
        let workers = answer("pgrep", &["--parent", &postmaster]).unwrap_or_default();
        must(Command::new("kill").arg("-KILL").arg(&postmaster).args(workers.split_whitespace()))
    }

    /// The folder in which it listens.
    pub fn place(&self) -> String {
        self.folder.display().to_string()
    }

    pub fn url(&self) -> String {
        format!("postgres:///postgres?user=postgres&host={}", self.folder.display())
    }

    /// Makes an empty database and says its address.
    pub fn database(&self, name: &str) -> Outcome<String> {
        self.run("createdb", &["-h", &self.place(), "-U", "postgres", name])?;
        Ok(format!("postgres:///{name}?user=postgres&host={}", self.folder.display()))
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Outcome {
        self.as_server(&self.programs.join(program).display().to_string(), arguments)
    }

    /// PostgreSQL refuses to run as root.
    fn as_server(&self, program: &str, arguments: &[&str]) -> Outcome {
        let root = is_root();
        let mut command = if root { Command::new("runuser") } else { Command::new(program) };
        if root {
            command.args(["-u", "postgres", "--", program]);
        }
        // The folder of whoever started the tests may be closed to it.
        must(command.args(arguments).current_dir("/").stdout(std::process::Stdio::null()))
    }
}

/// Each server has its own.
fn new_folder() -> PathBuf {
    static SERVERS: AtomicUsize = AtomicUsize::new(0);
    let number = SERVERS.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("postgres-{}-{number}", std::process::id()))
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Debian keeps each version's programs in a folder of their own, which is on nobody's path.
fn newest_programs() -> Option<PathBuf> {
    let versions = Path::new("/usr/lib/postgresql").read_dir().ok()?;
    let mut folders: Vec<_> = versions.flatten().map(|version| version.path().join("bin")).collect();
    folders.retain(|programs| programs.join("initdb").exists());
    folders.sort();
    folders.pop()
}
