//! The shim between the program and the disk, built where it is used: bench/powercut/shim.c.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const SHIM: &str = include_str!("../../../../../bench/powercut/shim.c");
const NOTES: &str = include_str!("../../../../../bench/powercut/notes.h");

#[derive(Clone)]
pub struct Shim {
    library: PathBuf,
    folder: PathBuf,
    /// Where it writes how to undo what was not durable.
    pub log: PathBuf,
}

/// What goes wrong beside the power.
#[derive(Clone, Copy, Default)]
pub struct Trouble<'t> {
    /// The Nth fsync and those after it fail.
    pub fail_fsync: Option<usize>,
    /// SIGKILL just before the Nth change or fsync.
    pub kill_at: Option<u64>,
    /// While this file exists the disk is full.
    pub full: Option<&'t Path>,
    /// Only counts fsyncs, into this file.
    pub count: Option<&'t Path>,
}

impl Shim {
    /// Builds it in `beside`, which must be on the file system of the folder it watches.
    pub fn build(beside: &Path, folder: &Path) -> Result<Self> {
        let (source, library) = (beside.join("shim.c"), beside.join("powercut.so"));
        std::fs::write(&source, SHIM)?;
        std::fs::write(beside.join("notes.h"), NOTES)?;
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O2", "-o"])
            .args([&library, &source])
            .args(["-ldl", "-lpthread"])
            .output()
            .context("A power cut cannot be tried here: there is no C compiler called `cc`. Install one.")?;
        if !built.status.success() {
            bail!("The shim for power cuts could not be built:\n{}", String::from_utf8_lossy(&built.stderr));
        }
        Ok(Self { library, folder: folder.to_owned(), log: beside.join("undo.log") })
    }

    /// The same for another folder, with its log beside that.
    pub fn watching(&self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), log: folder.with_extension("undo"), ..self.clone() }
    }

    /// Puts it between a program that is about to start and the disk.
    pub fn around(&self, command: &mut Command, trouble: Trouble) {
        command.env("LD_PRELOAD", &self.library).env("POWERCUT_FOLDER", &self.folder).env("POWERCUT_LOG", &self.log);
        if let Some(nth) = trouble.fail_fsync {
            command.env("POWERCUT_FAIL_FSYNC", nth.to_string());
        }
        if let Some(nth) = trouble.kill_at {
            command.env("POWERCUT_KILL_AT", nth.to_string());
        }
        if let Some(flag) = trouble.full {
            command.env("POWERCUT_FULL", flag);
        }
        if let Some(counts) = trouble.count {
            command.env("POWERCUT_COUNT", counts);
        }
    }
}
