//! A PostgreSQL server of one's own for the tests, from Debian's package, that goes when it is dropped. It listens
//! at no port: only this machine reaches it, through a folder.

use crate::machine::{install, is_root};
use crate::run::{Outcome, must};
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
}

impl Server {
    /// Makes a cluster and starts it; installs the package first where it is missing.
    pub fn start() -> Outcome<Self> {
        let programs = match newest_programs() {
            Some(programs) => programs,
            None => {
                install(&["postgresql"])?;
                newest_programs().ok_or("PostgreSQL was installed, but its programs are not where Debian puts them.")?
            }
        };
        let folder = std::env::temp_dir().join(format!("postgres-{}", std::process::id()));
        let server = Self { programs, folder };
        server.as_server("mkdir", &["--mode=700", &server.path("")])?;
        let data = server.path("data");
        server.run("initdb", &["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync", "-D", &data])?;
        // Nothing in it outlives the tests, so it need not wait for the disk.
        let settings = format!("-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off", server.path(""));
        server.run("pg_ctl", &["-D", &data, "-o", &settings, "-l", &server.path("log"), "-w", "start"])?;
        // Whoever runs the tests may come in.
        server.as_server("chmod", &["711", &server.path("")])?;
        Ok(server)
    }

    pub fn url(&self) -> String {
        format!("postgres:///postgres?user=postgres&host={}", self.folder.display())
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

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.run("pg_ctl", &["-D", &self.path("data"), "-m", "immediate", "stop"]);
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
