//! The Debian package: built, laid out, packed, and tried.
//!
//! The same commit can give the same bytes: times are those of the commit, and no path of the building machine gets
//! into the program.

use crate::run::{Outcome, answer, cannot_start, cargo, environment, heading, must, root, target};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file of the package: where it goes, its mode, and where it comes from.
struct Piece {
    to: &'static str,
    mode: u32,
    from: From,
}

enum From {
    /// As it lies in the sources.
    Source(&'static str),
    /// With the package's facts filled in, if it names any.
    Filled(&'static str),
    /// The same, compressed.
    Compressed(&'static str),
    Program,
}

const fn piece(to: &'static str, mode: u32, from: From) -> Piece {
    Piece { to, mode, from }
}

/// Everything but the sums that are made of it.
const PIECES: [Piece; 19] = [
    piece("DEBIAN/conffiles", 0o644, From::Filled("packaging/debian/conffiles")),
    piece("DEBIAN/control", 0o644, From::Filled("packaging/debian/control")),
    piece("DEBIAN/postinst", 0o755, From::Source("packaging/debian/postinst")),
    piece("DEBIAN/postrm", 0o755, From::Source("packaging/debian/postrm")),
    piece("DEBIAN/prerm", 0o755, From::Source("packaging/debian/prerm")),
    piece("etc/default/safeconduct", 0o644, From::Source("packaging/debian/default")),
    piece("usr/bin/safeconduct", 0o755, From::Program),
    piece(
        "usr/lib/systemd/system/safeconduct-backup.service",
        0o644,
        From::Source("packaging/safeconduct-backup.service"),
    ),
    piece("usr/lib/systemd/system/safeconduct-backup.timer", 0o644, From::Source("packaging/safeconduct-backup.timer")),
    piece(
        "usr/lib/systemd/system/safeconduct-verify.service",
        0o644,
        From::Source("packaging/safeconduct-verify.service"),
    ),
    piece("usr/lib/systemd/system/safeconduct-verify.timer", 0o644, From::Source("packaging/safeconduct-verify.timer")),
    piece("usr/lib/systemd/system/safeconduct.service", 0o644, From::Source("packaging/safeconduct.service")),
    piece("usr/share/doc/safeconduct/SECURITY.md", 0o644, From::Source("SECURITY.md")),
    piece("usr/share/doc/safeconduct/THIRD-PARTY.md", 0o644, From::Source("THIRD-PARTY.md")),
    piece("usr/share/doc/safeconduct/changelog.gz", 0o644, From::Compressed("packaging/debian/changelog")),
    piece("usr/share/doc/safeconduct/copyright", 0o644, From::Source("packaging/debian/copyright")),
    piece("usr/share/doc/safeconduct/examples/alerts.yml", 0o644, From::Source("packaging/alerts.yml")),
    piece("usr/share/doc/safeconduct/operate.md", 0o644, From::Source("docs/operate.md")),
    piece("usr/share/man/man1/safeconduct.1.gz", 0o644, From::Compressed("packaging/safeconduct.1")),
];

/// What is filled in between two `@`.
struct Facts {
    version: String,
    architecture: String,
    /// The oldest C library that the program runs with.
    libc: String,
    /// When the newest commit was made, as change logs write it.
    date: String,
}

impl Facts {
    fn of(program: &[u8]) -> Outcome<Self> {
        let said = |program: &str, arguments: &[&str]| {
            answer(program, arguments)
                .map(|words| words.trim().to_owned())
                .ok_or(format!("`{program}` did not answer."))
        };
        Ok(Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            architecture: said("dpkg", &["--print-architecture"])?,
            libc: oldest_libc(program).ok_or("The program names no version of the C library.")?,
            date: said("git", &["log", "-1", "--format=%cD"])?,
        })
    }

    fn fill(&self, text: &str, kilobytes: u64) -> String {
        let facts = [
            ("@VERSION@", self.version.as_str()),
            ("@ARCHITECTURE@", &self.architecture),
            ("@LIBC@", &self.libc),
            ("@DATE@", &self.date),
            ("@SIZE@", &kilobytes.to_string()),
        ];
        facts.into_iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }
}

/// The program asks for symbols of the C library by version, as in "GLIBC_2.34": the highest is the oldest that fits.
fn oldest_libc(program: &[u8]) -> Option<String> {
    const MARK: &[u8] = b"GLIBC_2.";
    let found = program.windows(MARK.len()).enumerate().filter(|(_, window)| *window == MARK);
    let minors = found.filter_map(|(at, _)| {
        let digits = program[at + MARK.len()..].iter().take_while(|byte| byte.is_ascii_digit());
        String::from_utf8(digits.copied().collect()).ok()?.parse::<u32>().ok()
    });
    minors.max().map(|minor| format!("2.{minor}"))
}

/// `cargo xtask package`.
pub fn make() -> Outcome {
    let folder = target().join("debian");
    let staged = folder.join("staged");
    heading("The program");
    let program = build(&target().join("package"))?;
    let facts = Facts::of(&fs::read(&program).map_err(|error| unreadable(&program, &error))?)?;
    heading("The package");
    let _ = fs::remove_dir_all(&folder);
    lay_out(&staged, &program, &facts)?;
    let package = folder.join(format!("safeconduct_{}_{}.deb", facts.version, facts.architecture));
    pack(&staged, &package)?;
    heading("Trying it");
    try_out(&package, &folder.join("tried"), &facts)?;
    println!("{}", package.display());
    Ok(())
}

/// In a folder of its own: the flags that hide this machine's paths would build everything else anew.
fn build(folder: &Path) -> Outcome<PathBuf> {
    let home = environment("CARGO_HOME").or_else(|| environment("HOME").map(|home| format!("{home}/.cargo")));
    let hidden = [(home, "/cargo"), (Some(root().display().to_string()), "/safeconduct")];
    let flags: Vec<String> = hidden
        .into_iter()
        .filter_map(|(path, name)| Some(format!("\"--remap-path-prefix={}={name}\"", path?)))
        .collect();
    let mut build = cargo(&["build", "--release", "--locked", "--package", "safeconduct"]);
    build.arg("--target-dir").arg(folder).arg("--config").arg(format!("build.rustflags=[{}]", flags.join(",")));
    must(&mut build)?;
    Ok(folder.join("release/safeconduct"))
}

/// Puts every piece where it belongs below `staged`.
fn lay_out(staged: &Path, program: &Path, facts: &Facts) -> Outcome {
    // The size stands in a file that is part of the whole: what weighs something is laid out before it.
    let (control, data): (Vec<_>, Vec<_>) = PIECES.iter().partition(|piece| piece.to.starts_with("DEBIAN/"));
    let mut bytes = 0;
    for piece in data.into_iter().chain(control) {
        let at = staged.join(piece.to);
        let folder = at.parent().expect("every piece lies in a folder");
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
        let content = match piece.from {
            From::Program => fs::read(program).map_err(|error| unreadable(program, &error))?,
            From::Source(from) => read(from)?.into_bytes(),
            From::Filled(from) => facts.fill(&read(from)?, u64::div_ceil(bytes, 1024)).into_bytes(),
            From::Compressed(from) => {
                fs::write(&at, facts.fill(&read(from)?, 0)).map_err(|error| unwritable(&at, &error))?;
                compressed(&at)?
            }
        };
        bytes += content.len() as u64;
        fs::write(&at, content).map_err(|error| unwritable(&at, &error))?;
        fs::set_permissions(&at, fs::Permissions::from_mode(piece.mode)).map_err(|error| unwritable(&at, &error))?;
    }
    for folder in folders(staged) {
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).map_err(|error| unwritable(&folder, &error))?;
    }
    Ok(())
}

/// Without a name or a time in it, so that the same text gives the same bytes.
fn compressed(file: &Path) -> Outcome<Vec<u8>> {
    let mut gzip = Command::new("gzip");
    let output = gzip.args(["-9", "-n", "-c"]).arg(file).output().map_err(|error| cannot_start(&gzip, &error))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(format!("{} could not be compressed.", file.display()))
    }
}

fn folders(below: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(below).into_iter().flatten().flatten().map(|entry| entry.path());
    let inner = entries.filter(|path| path.is_dir()).flat_map(|path| folders(&path));
    std::iter::once(below.to_owned()).chain(inner).collect()
}

fn pack(staged: &Path, package: &Path) -> Outcome {
    let sums =
        "cd \"$1\" && find etc usr -type f | LC_ALL=C sort | xargs md5sum > DEBIAN/md5sums && chmod 644 DEBIAN/md5sums";
    must(Command::new("sh").args(["-c", sums, "sh"]).arg(staged))?;
    let epoch = answer("git", &["log", "-1", "--format=%ct"]).ok_or("The time of the newest commit is not known.")?;
    let mut build = Command::new("dpkg-deb");
    build.args(["--root-owner-group", "-Zxz", "--build"]).arg(staged).arg(package);
    must(build.env("SOURCE_DATE_EPOCH", epoch.trim()))
}

/// What was packed is unpacked elsewhere, holds what is listed, and runs.
fn try_out(package: &Path, folder: &Path, facts: &Facts) -> Outcome {
    must(Command::new("dpkg-deb").arg("--raw-extract").arg(package).arg(folder))?;
    let there = files(folder);
    let listed = listed();
    if there != listed {
        return Err(format!("The package does not hold what is listed: {there:?}"));
    }
    let program = folder.join("usr/bin/safeconduct");
    let said = answer(&program.to_string_lossy(), &["--version"]).unwrap_or_default();
    if said.trim() != format!("safeconduct {}", facts.version) {
        return Err(format!("The program of the package says: {said}"));
    }
    println!("{} files are where they belong, and the program runs: {}", there.len(), said.trim());
    if answer("lintian", &["--version"]).is_some() {
        // No mailbox stands behind the package, and its address does not pretend that one does.
        let known = "bogus-mail-host,bogus-mail-host-in-debian-changelog";
        let mut lintian = Command::new("lintian");
        must(lintian.args(["--fail-on", "error,warning", "--suppress-tags", known]).arg(package))?;
    } else {
        println!("lintian is not here: its rules were not looked at.");
    }
    Ok(())
}

/// Every file that the package holds, in order.
fn listed() -> Vec<String> {
    let mut listed: Vec<String> = PIECES.iter().map(|piece| piece.to.to_owned()).collect();
    listed.push("DEBIAN/md5sums".to_owned());
    listed.sort();
    listed
}

fn files(below: &Path) -> Vec<String> {
    let entries = folders(below).into_iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten());
    let files = entries.map(|entry| entry.path()).filter(|path| path.is_file());
    let mut names: Vec<String> =
        files.filter_map(|path| Some(path.strip_prefix(below).ok()?.to_string_lossy().into_owned())).collect();
    names.sort();
    names
}

fn read(path: &str) -> Outcome<String> {
    fs::read_to_string(root().join(path)).map_err(|error| unreadable(Path::new(path), &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be read: {error}.", path.display())
}

fn unwritable(path: &Path, error: &std::io::Error) -> String {
    format!("{} cannot be written: {error}.", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A package with a made-up program, in a folder that goes with the test.
    fn made_up(name: &str) -> (PathBuf, PathBuf) {
        let folder = target().join("made-up-package").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let program = folder.join("program");
        fs::write(&program, "#!/bin/sh\necho safeconduct 9.9.9\n").unwrap();
        let date = "Fri, 16 Jan 2026 12:00:00 +0700".to_owned();
        let facts = Facts { version: "9.9.9".into(), architecture: "amd64".into(), libc: "2.36".into(), date };
        let staged = folder.join("staged");
        lay_out(&staged, &program, &facts).unwrap();
        (folder, staged)
    }

    fn text(staged: &Path, file: &str) -> String {
        fs::read_to_string(staged.join(file)).unwrap()
    }

    #[test]
    fn the_package_holds_what_is_listed_each_with_its_mode() {
        let (folder, staged) = made_up("listed");
        let expected: Vec<String> = listed().into_iter().filter(|file| file != "DEBIAN/md5sums").collect();
        assert_eq!(files(&staged), expected);
        for piece in &PIECES {
            let mode = fs::metadata(staged.join(piece.to)).unwrap().permissions().mode() & 0o7777;
            assert_eq!(mode, piece.mode, "{}", piece.to);
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn every_fact_is_filled_in() {
        let (folder, staged) = made_up("filled");
        let control = text(&staged, "DEBIAN/control");
        assert!(control.contains("Version: 9.9.9\nArchitecture: amd64\n"), "{control}");
        assert!(control.contains("libc6 (>= 2.36)") && !control.contains("@SIZE@"), "{control}");
        assert_eq!(text(&staged, "DEBIAN/conffiles"), "/etc/default/safeconduct\n");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn units_start_what_the_package_brings_and_no_script_deletes_a_registry() {
        let (folder, staged) = made_up("units");
        for unit in ["safeconduct.service", "safeconduct-backup.service", "safeconduct-verify.service"] {
            let unit = text(&staged, &format!("usr/lib/systemd/system/{unit}"));
            assert!(
                unit.contains("\nExecStart=/usr/bin/safeconduct ") && unit.contains("\nUser=safeconduct\n"),
                "{unit}"
            );
            assert!(unit.contains("\nLimitCORE=0\n") && unit.contains("\nProtectSystem=strict\n"), "{unit}");
        }
        for script in ["postinst", "prerm", "postrm"] {
            let script = text(&staged, &format!("DEBIAN/{script}"));
            assert!(!script.contains("rm -") && !script.contains("deluser"), "{script}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_newest_symbol_says_which_c_library_is_needed() {
        assert_eq!(oldest_libc(b"..GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.2.5\0"), Some("2.34".to_owned()));
        assert_eq!(oldest_libc(b"nothing"), None);
    }
}
