//! A working day in some minutes: many signed-in people of several roles who search, read, register, correct, export
//! and bring lists, each with time to think; how long they wait, and what the server's memory does meanwhile.

mod day;

use super::crash::Server;
use super::machine::{open_files, processor_seconds_of, resident_megabytes};
use super::office::varied;
use super::wire::{Visitor, Wire};
use super::{figure, leave_alone, percentile};
use crate::edge;
use crate::init::{Wanted, found};
use crate::people::{Invented, invented};
use crate::prompt::progress;
use access::member::Welcome;
use access::sign_in::{Credentials, sign_in};
use access::{Role, command};
use anyhow::{Context, Result, ensure};
use casework::Origin;
use casework::registry::register_all;
use day::{Day, Done, Kind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;
use store::Store;

#[derive(clap::Args)]
pub struct Mixed {
    /// How many people are signed in.
    #[arg(long, default_value_t = 50)]
    users: usize,
    /// How many cases there are before anybody begins.
    #[arg(long, default_value_t = 220_000)]
    cases: usize,
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// The longest time, in milliseconds, that somebody thinks between two requests.
    #[arg(long, default_value_t = 8_000)]
    think: u64,
}

/// Who works in such an office: of every ten, so many of each role.
const ROLES: [Role; 10] = [
    Role::Caseworker,
    Role::Caseworker,
    Role::Outreach,
    Role::Caseworker,
    Role::ProtectionOfficer,
    Role::Caseworker,
    Role::ConsularOfficer,
    Role::Caseworker,
    Role::Outreach,
    Role::Auditor,
];

const BATCH: usize = 2_000;

/// Resident memory and open files at one moment.
struct Weight {
    megabytes: f64,
    files: usize,
}

impl Mixed {
    pub fn run(self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let registry = folder.path().join("registry");
        let people = invented()?;
        let members = self.make(&registry, &people)?;
        let server = Server::start(&registry, None, None)?;
        let mut users = Vec::new();
        for (n, member) in members.iter().enumerate() {
            let code = member.recovery_codes.last().context("a member has recovery codes")?;
            let mut wire = Wire::connect(&server.address)?;
            let visitor = Visitor::person(&mut wire, &server.address, member, code)?;
            until_the_desk_is_open(&mut wire, &visitor)?;
            users.push((n, visitor, member.role));
        }
        // One more program, which brings a list now and then.
        let code = members[0].recovery_codes.first().context("a member has recovery codes")?;
        let courier = Visitor::program(&mut Wire::connect(&server.address)?, &server.address, &members[0], code)?;
        println!("{} users, {} cases, {} minutes\n", self.users, self.cases, self.minutes);
        let stop = AtomicBool::new(false);
        let before = processor_seconds_of(&server.process().to_string())?;
        let (done, weights) = std::thread::scope(|threads| {
            let (people, stop, courier) = (people.as_slice(), &stop, &courier);
            let running: Vec<_> = users
                .into_iter()
                .map(|(n, visitor, role)| {
                    // The one of the sign-in was left alone for so long meanwhile that the server has closed it.
                    let wire = Wire::connect(&server.address)?;
                    let courier = (n == 0).then(|| courier.clone());
                    let day = Day { n, wire, visitor, courier, role, people, cases: self.cases, think: self.think };
                    Ok(threads.spawn(move || day.until(stop)))
                })
                .collect::<Result<_>>()?;
            let weights = self.weigh(&server);
            stop.store(true, Relaxed);
            let done = running.into_iter().flat_map(|user| user.join().unwrap_or_default());
            Ok::<_, anyhow::Error>((done.collect::<Vec<Done>>(), weights))
        })?;
        let work = processor_seconds_of(&server.process().to_string())? - before;
        server.kill()?;
        let (early, late) = weights?;
        figure("processor seconds of the server", format!("{work:.1} s"), "");
        let growth = (late.megabytes / early.megabytes - 1.0) * 100.0;
        figure("resident memory after the first minute", format!("{:.0} MB", early.megabytes), "");
        figure("resident memory at the end", format!("{:.0} MB", late.megabytes), "");
        figure("its growth", format!("{growth:.1} %"), "< 5 %");
        figure("open files after the first minute, at the end", format!("{}, {}", early.files, late.files), "");
        report(&done)
    }

    /// A registry with so many cases of one team, and its users.
    fn make(&self, registry: &Path, people: &[Invented]) -> Result<Vec<Welcome>> {
        let store = Store::create(registry)?;
        let teams = [("Response".to_owned(), "casework".to_owned())];
        let wanted = |n: usize| {
            let role = ROLES[n % ROLES.len()];
            let team = (role != Role::Auditor).then(|| "Response".to_owned());
            Wanted { name: format!("member{n}"), role, team }
        };
        let members: Vec<Wanted> = (0..self.users.max(1)).map(wanted).collect();
        let (_, mut members) = found(&store, "Bench (invented)", &teams, &members)?;
        let first = members.first_mut().context("there is a member")?;
        let code = first.recovery_codes.pop().context("a member has recovery codes")?;
        let given = Credentials { name: &first.name, passphrase: &first.passphrase, code: &code };
        let mut keys = sign_in(&store, &given, edge::now(), &mut edge::rng())?;
        let bar = progress(self.cases as u64, "Registering");
        for begin in (0..self.cases).step_by(BATCH) {
            let end = (begin + BATCH).min(self.cases);
            command(&store, &mut keys, edge::now(), &mut edge::rng(), |cx| {
                register_all(cx, (begin..end).map(|n| (varied(people, n), Origin::Card)).collect())
            })?;
            bar.inc((end - begin) as u64);
        }
        bar.finish_and_clear();
        Ok(members)
    }

    /// Waits until the time is over; weighs the server after a minute, or after half of a shorter time, and at the end.
    fn weigh(&self, server: &Server) -> Result<(Weight, Weight)> {
        let whole = Duration::from_secs(self.minutes * 60);
        let early = Duration::from_secs(60).min(whole / 2);
        let weight = || {
            let process = server.process();
            Ok::<_, anyhow::Error>(Weight { megabytes: resident_megabytes(process)?, files: open_files(process)? })
        };
        leave_alone(early);
        let first = weight()?;
        leave_alone(whole - early);
        Ok((first, weight()?))
    }
}

/// Everybody of a team shares a desk; the first waits for it.
fn until_the_desk_is_open(wire: &mut Wire, visitor: &Visitor) -> Result<()> {
    // Each time, the server waits a while for the desk before it sends to the page that says so.
    while wire.ask(&visitor.get("/people"))?.header("location") == Some("/opening") {}
    Ok(())
}

/// Waiting times of each kind and of all; fails when anything went wrong.
fn report(done: &[Done]) -> Result<()> {
    println!("\n{:<24} {:>8} {:>9} {:>9} {:>9} {:>9}  errors", "", "count", "p50 ms", "p95 ms", "p99 ms", "worst");
    for kind in Kind::ALL {
        row(kind.name(), done.iter().filter(|one| one.kind == kind));
    }
    row("all", done.iter());
    let mut all: Vec<f64> = done.iter().map(|one| one.millis).collect();
    all.sort_by(f64::total_cmp);
    println!();
    figure("answered within, p99 of all", format!("{:.0} ms", percentile(&all, 0.99)), "≤ 300 ms");
    let wrong: Vec<_> =
        done.iter().filter_map(|one| one.wrong.as_ref().map(|wrong| (one.kind.name(), wrong))).collect();
    figure("errors", wrong.len().to_string(), "0");
    ensure!(wrong.is_empty(), "The first that went wrong: {:?}.", wrong[0]);
    Ok(())
}

fn row<'d>(name: &str, done: impl Iterator<Item = &'d Done> + Clone) {
    let mut times: Vec<f64> = done.clone().map(|one| one.millis).collect();
    times.sort_by(f64::total_cmp);
    let at = |part| percentile(&times, part);
    let wrong = done.filter(|one| one.wrong.is_some()).count();
    println!(
        "{name:<24} {:>8} {:>9.1} {:>9.1} {:>9.1} {:>9.1}  {wrong}",
        times.len(),
        at(0.5),
        at(0.95),
        at(0.99),
        at(1.0)
    );
}
