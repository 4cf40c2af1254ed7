//! One registry through all rounds: what was sent to it, what was told, and what each blow left.

use super::clients::{self, Intake, Names, Told, send};
use super::server::Server;
use super::shim::{Shim, Trouble};
use super::undo::{Cut, cut_power, forget};
use super::{Blow, Crash, judge};
use crate::bench::intakes::Door;
use crate::bench::wire::{Visitor, Wire};
use crate::bench::{figure, leave_alone};
use crate::edge;
use crate::people::Invented;
use access::member::Welcome;
use anyhow::{Context, Result, anyhow, bail, ensure};
use rand_core::Rng;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::ExitStatus;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use store::failpoint::Failpoint;

pub struct House<'h> {
    registry: PathBuf,
    pub shim: Shim,
    pub door: Door,
    clients: usize,
    /// The most who are acknowledged before the server is killed.
    most: u64,
    pub names: Names<'h>,
    /// Each with the codes that were not used yet.
    members: Vec<Welcome>,
    /// Who signs in to send; a member who has few codes left only asks again.
    pub sender: usize,
    pub sent: Vec<Intake>,
    /// Where those begin who were not asked for again yet.
    newest: usize,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    kills: usize,
    cuts: usize,
    undone: usize,
    reached: usize,
    failed_fsyncs: usize,
    asked_again: usize,
    caught_up: usize,
    slowest: f64,
}

/// How many codes a member keeps for asking again: an event id counts for the member who made it alone.
pub const KEPT_CODES: usize = 3;

/// The signal with which a failpoint ends the process.
const ABORTED: i32 = 6;

impl<'h> House<'h> {
    pub fn new(
        crash: &Crash,
        registry: PathBuf,
        shim: Shim,
        members: Vec<Welcome>,
        people: &'h [Invented],
    ) -> Result<Self> {
        let server = Server::start(&registry, None, None)?;
        let door = Door::of(&server.address)?;
        server.kill()?;
        println!("People are registered by {}.", door.path());
        let (clients, most, names) = (crash.clients.max(1), crash.most.max(1), Names::new(people));
        let (sender, sent, newest, counts) = (0, Vec::new(), 0, Counts::default());
        Ok(Self { registry, shim, door, clients, most, names, members, sender, sent, newest, counts })
    }

    pub fn round(&mut self, blow: Blow) -> Result<()> {
        match blow {
            Blow::Kill => self.killed(),
            Blow::Cut => self.cut_off(),
            Blow::Stop(point) => self.stopped_at(point),
        }
    }

    fn killed(&mut self) -> Result<()> {
        let server = self.start(None, None)?;
        let visitor = self.sign_in(&server.address, self.door)?;
        self.ask_again(&server.address, &visitor)?;
        self.under_load(server, self.door, &visitor)?;
        self.counts.kills += 1;
        Ok(())
    }

    /// Half of the cuts come at a random moment, half just before some write or fsync.
    fn cut_off(&mut self) -> Result<()> {
        let chosen = edge::rng().next_u64();
        let kill_at = (chosen & 1 == 1).then_some(10 + (chosen >> 1) % 800);
        let trouble = Trouble { kill_at, ..Trouble::default() };
        match self.start(None, Some(trouble)) {
            Ok(server) => match self.sign_in(&server.address, self.door) {
                Ok(visitor) => {
                    self.ask_again(&server.address, &visitor)?;
                    self.under_load(server, self.door, &visitor)?;
                }
                // The power may fail while somebody signs in, or before the first page.
                Err(_) if kill_at.is_some() => drop(server.kill()?),
                Err(error) => return Err(error),
            },
            Err(_) if kill_at.is_some() => {}
            Err(error) => return Err(error),
        }
        self.cut(if chosen & 2 == 2 { Cut::Torn } else { Cut::Clean })?;
        self.counts.cuts += 1;
        Ok(())
    }

    pub fn cut(&mut self, cut: Cut) -> Result<()> {
        self.counts.undone += cut_power(&self.registry, &self.shim.log, cut, &mut edge::rng())?;
        Ok(())
    }

    /// Every other time the power is cut at the same moment.
    fn stopped_at(&mut self, point: Failpoint) -> Result<()> {
        let chosen = edge::rng().next_u64();
        let of_signing_in = Failpoint::SecondFactorSpent as u32..=Failpoint::SessionOpened as u32;
        // The server's own first page comes by some points too.
        let times = if of_signing_in.contains(&(point as u32)) { 1 } else { 2 + (chosen >> 8) % 2 };
        let with_cut = chosen & 1 == 1;
        let server = self.start(Some(&format!("{}:{times}", point.name())), with_cut.then(Trouble::default))?;
        let visitor = self.sign_in(&server.address, Door::Page);
        let (ended, worked) = match visitor {
            Err(error) => (server.kill()?, Err(error)),
            // Several at once, so that a transaction is that of several.
            Ok(visitor) if point.is_of_the_store() => (self.under_load(server, Door::Page, &visitor)?, Ok(())),
            Ok(visitor) => {
                let (sent, worked) = clients::work(&server.address, &visitor, &self.names, 6);
                let by = self.sender;
                self.sent.extend(sent.into_iter().map(|intake| intake.by(by)));
                (server.kill()?, worked)
            }
        };
        match ended.signal() {
            Some(ABORTED) => self.counts.reached += 1,
            _ => bail!("The failpoint {} was not reached: {worked:?}.", point.name()),
        }
        if with_cut {
            self.cut(Cut::Torn)?;
        }
        Ok(())
    }

    /// The disk fails: nobody may be told anything from then on, and the process must end by itself.
    pub fn failed_fsync(&mut self, nth: usize) -> Result<()> {
        let trouble = Trouble { fail_fsync: Some(nth), ..Trouble::default() };
        if let Ok(server) = self.start(None, Some(trouble)) {
            if let Ok(visitor) = self.sign_in(&server.address, self.door) {
                self.until_it_ends(server, &visitor)
                    .map_err(|error| anyhow!("After fsync {nth} had failed: {error}"))?;
            } else {
                server.ended_within_seconds().map_err(|error| anyhow!("After fsync {nth} had failed: {error}"))?;
            }
        }
        // What was not durable may be there or not: both are found after such a failure.
        match edge::rng().next_u64() & 1 {
            0 => self.cut(Cut::Clean)?,
            _ => forget(&self.shim.log)?,
        }
        let server = self.start(None, None)?;
        let visitor = self.sign_in(&server.address, self.door)?;
        self.ask_again(&server.address, &visitor)?;
        server.kill()?;
        self.counts.failed_fsyncs += 1;
        Ok(())
    }

    pub fn start(&mut self, stop_at: Option<&str>, trouble: Option<Trouble>) -> Result<Server> {
        let server = Server::start(&self.registry, stop_at, trouble.map(|trouble| (&self.shim, trouble)))?;
        self.counts.slowest = self.counts.slowest.max(server.seconds);
        Ok(server)
    }

    /// Signs in with a code that was not used before.
    pub fn sign_in(&mut self, address: &str, door: Door) -> Result<Visitor> {
        while self.members[self.sender].recovery_codes.len() <= KEPT_CODES {
            self.sender += 1;
            ensure!(self.sender < self.members.len(), "There are not codes for every start.");
        }
        self.enter(address, door, self.sender)?.context("a member who sends has a code")
    }

    /// Signs in as this member; `None` when no code is left.
    fn enter(&mut self, address: &str, door: Door, member: usize) -> Result<Option<Visitor>> {
        let Some(code) = self.members[member].recovery_codes.pop() else { return Ok(None) };
        door.sign_in(&mut Wire::connect(address)?, address, &self.members[member], &code).map(Some)
    }

    /// Clients register people until some number of them is acknowledged; a moment later the server is killed.
    fn under_load(&mut self, server: Server, door: Door, visitor: &Visitor) -> Result<ExitStatus> {
        let chosen = edge::rng().next_u64();
        let (enough, moment) = (chosen % self.most, Duration::from_micros((chosen >> 32) % 20_000));
        self.with_clients(server, door, visitor, usize::MAX, |server, acknowledged| {
            let heard = || acknowledged.recv_timeout(Duration::from_secs(10)).ok();
            (0..enough).map_while(|_| heard()).for_each(drop);
            leave_alone(moment);
            server.kill()
        })
    }

    fn until_it_ends(&mut self, server: Server, visitor: &Visitor) -> Result<ExitStatus> {
        self.with_clients(server, self.door, visitor, 2_000, |server, _| server.ended_within_seconds())
    }

    fn with_clients(
        &mut self,
        server: Server,
        door: Door,
        visitor: &Visitor,
        most: usize,
        end: impl FnOnce(Server, Receiver<()>) -> Result<ExitStatus>,
    ) -> Result<ExitStatus> {
        let (stop, address) = (AtomicBool::new(false), server.address.clone());
        let names = &self.names;
        let (status, sent) = std::thread::scope(|threads| {
            let (tell, acknowledged) = channel();
            let (address, stop) = (&address, &stop);
            let client =
                |tell| threads.spawn(move || clients::register(address, door, visitor, names, stop, tell, most));
            let running: Vec<_> = (0..self.clients).map(|_| client(tell.clone())).collect();
            drop(tell);
            let status = end(server, acknowledged);
            stop.store(true, Relaxed);
            let sent: Vec<Intake> = running.into_iter().filter_map(|client| client.join().ok()).flatten().collect();
            (status, sent)
        });
        let by = self.sender;
        self.sent.extend(sent.into_iter().map(|intake| intake.by(by)));
        status
    }

    /// Sends everybody of the newest rounds once more under the same event id, each as the member who sent them. When
    /// the server goes meanwhile, the rest is asked for after the next start.
    fn ask_again(&mut self, address: &str, visitor: &Visitor) -> Result<()> {
        if self.door == Door::Page {
            return Ok(());
        }
        let mut wire = Wire::connect(address)?;
        let mut asking = (self.sender, Some(visitor.clone()));
        while let Some(by) = self.sent.get(self.newest).map(|intake| intake.by) {
            if asking.0 != by {
                // Whoever sends now is signed in already: each start has one code of theirs.
                let entered = match by == self.sender {
                    true => Ok(Some(visitor.clone())),
                    false => self.enter(address, self.door, by),
                };
                let Ok(visitor) = entered else { return Ok(()) };
                asking = (by, visitor);
            }
            if let Some(visitor) = &asking.1 {
                let intake = &mut self.sent[self.newest];
                let was_told = intake.told != Told::Nothing;
                if !asked_again(&mut wire, visitor, intake)? {
                    return Ok(());
                }
                self.counts.caught_up += usize::from(!was_told && intake.told != Told::Nothing);
                self.counts.asked_again += 1;
            }
            self.newest += 1;
        }
        Ok(())
    }

    pub fn judge(mut self) -> Result<()> {
        let server = self.start(None, None)?;
        let visitor = self.sign_in(&server.address, self.door)?;
        self.ask_again(&server.address, &visitor)?;
        server.kill()?;
        let member = self.members.last_mut().context("there is a member")?;
        let code = member.recovery_codes.pop().context("There is a code to look with.")?;
        let Counts { kills, cuts, undone, reached, failed_fsyncs, asked_again, caught_up, slowest } = self.counts;
        figure("killed at a random moment", kills.to_string(), "");
        figure("stopped at a failpoint", reached.to_string(), "");
        figure("power cut", cuts.to_string(), "");
        figure("changes that never were durable, undone", undone.to_string(), "");
        figure("fsyncs failed", failed_fsyncs.to_string(), "");
        figure("sent again under the same event id", asked_again.to_string(), "");
        figure("of these told nothing the first time", caught_up.to_string(), "");
        figure("seconds from a start to its first page", format!("{slowest:.2}"), "≤ 5");
        judge::look(&self.registry, member, &code)?.judge(&self.sent)?;
        if slowest > 5.0 {
            bail!("A restart took too long.");
        }
        Ok(())
    }
}

/// Whoever was told a code is told the same again, whoever was told nothing is registered; false when no answer came.
fn asked_again(wire: &mut Wire, visitor: &Visitor, intake: &mut Intake) -> Result<bool> {
    let before = std::mem::replace(&mut intake.told, Told::Nothing);
    if !intake.by_program {
        intake.told = before;
        return Ok(true);
    }
    let answered = send(wire, Door::Program, visitor, intake);
    match (&before, &intake.told) {
        _ if !answered => intake.told = before,
        (Told::Acknowledged(Some(told)), Told::Acknowledged(Some(now))) if told != now => {
            bail!("Somebody who was told {told} is {now} now.")
        }
        (_, Told::Acknowledged(_)) => {}
        (before, now) => bail!("Asked again, somebody who was told {before:?} was told {now:?}."),
    }
    Ok(answered)
}
