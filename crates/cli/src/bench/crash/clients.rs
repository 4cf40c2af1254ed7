//! Those who register people until the server is gone, and remember what they were told.

use crate::bench::intakes::{Door, new_event};
use crate::bench::office::varied;
use crate::bench::wire::{Visitor, Wire};
use crate::people::Invented;
use anyhow::{Context, Result, ensure};
use base::{Arrival, EventId};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::Sender;

/// Somebody sent to the server, under a name that nobody else has.
pub struct Intake {
    pub person: Arrival,
    pub event: EventId,
    /// The member who sent it, as the house counts them.
    pub by: usize,
    /// What came through the page has no event id by which it could be asked for again.
    pub by_program: bool,
    pub told: Told,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The whole answer came: registered, with the code where the door tells it.
    Acknowledged(Option<String>),
    /// No answer, or one that broke off.
    Nothing,
    /// Another status: nothing was kept.
    Refused(u16),
}

impl Intake {
    pub fn by(self, member: usize) -> Self {
        Self { by: member, ..self }
    }
}

/// People with names of their own, for all clients.
pub struct Names<'p> {
    people: &'p [Invented],
    next: AtomicUsize,
}

impl<'p> Names<'p> {
    pub fn new(people: &'p [Invented]) -> Self {
        Self { people, next: AtomicUsize::new(1) }
    }

    pub fn somebody(&self) -> Intake {
        let n = self.next.fetch_add(1, Relaxed);
        let mut person = varied(self.people, n);
        person.names = vec![format!("Invented {n:07}")];
        Intake { person, event: new_event(), by: 0, by_program: false, told: Told::Nothing }
    }
}

/// Sends one and notes the answer; false when the connection is of no more use.
pub fn send(wire: &mut Wire, door: Door, visitor: &Visitor, intake: &mut Intake) -> bool {
    let request = door.request(visitor, &intake.person, intake.event);
    intake.by_program = door == Door::Program;
    intake.told = match wire.ask(&request) {
        Ok(answer) if door.acknowledges(answer.status) => Told::Acknowledged(code_in(answer.body)),
        Ok(answer) => Told::Refused(answer.status),
        Err(_) => Told::Nothing,
    };
    intake.told != Told::Nothing
}

fn code_in(body: &[u8]) -> Option<String> {
    let said: serde_json::Value = serde_json::from_slice(body).ok()?;
    Some(said["code"].as_str()?.to_owned())
}

/// One client: registers one after the other until the server is gone, somebody says stop, or `most` were sent.
pub fn register(
    address: &str,
    door: Door,
    visitor: &Visitor,
    names: &Names,
    stop: &AtomicBool,
    acknowledged: Sender<()>,
    most: usize,
) -> Vec<Intake> {
    let mut sent = Vec::new();
    let Ok(mut wire) = Wire::connect(address) else { return sent };
    while sent.len() < most && !stop.load(Relaxed) {
        let mut intake = names.somebody();
        let goes_on = send(&mut wire, door, visitor, &mut intake);
        if matches!(intake.told, Told::Acknowledged(_)) {
            // Nobody listens any more once the server is to be killed.
            let _ = acknowledged.send(());
        }
        sent.push(intake);
        if !goes_on {
            break;
        }
    }
    sent
}

/// Everything a caseworker does, again and again, so that every failpoint is come by; ends with the server.
pub fn work(address: &str, visitor: &Visitor, names: &Names, times: usize) -> (Vec<Intake>, Result<()>) {
    let mut sent = Vec::new();
    let ended = Wire::connect(address)
        .map_err(anyhow::Error::from)
        .and_then(|mut wire| (0..times).try_for_each(|_| a_round_of_work(&mut wire, visitor, names, &mut sent)));
    (sent, ended)
}

fn a_round_of_work(wire: &mut Wire, visitor: &Visitor, names: &Names, sent: &mut Vec<Intake>) -> Result<()> {
    let mut first = names.somebody();
    let goes_on = send(wire, Door::Page, visitor, &mut first);
    sent.push(first);
    ensure!(goes_on, "the server is gone");
    let handle = loop {
        let answer = wire.ask(&visitor.get("/people"))?;
        // As long as the desk opens, the server waits a while and then sends to the page that says so.
        if answer.status == 200 {
            break first_case(&answer.text()).context("the list is empty")?;
        }
    };
    wire.ask(&visitor.get(&format!("/case/{handle}")))?;
    wire.ask(&visitor.post(&format!("/case/{handle}/correct/place"), &[("place", "Kampot")]))?;
    let mut second = names.somebody();
    let name = second.person.names[0].clone();
    let form = [("name", name.as_str()), ("consent", "spoken"), ("company", "previous"), ("previous", &handle)];
    second.person = Arrival { names: vec![name.clone()], ..Arrival::default() };
    second.told = match wire.ask(&visitor.post("/arrivals", &form)) {
        Ok(answer) if answer.status == 303 => Told::Acknowledged(None),
        Ok(answer) => Told::Refused(answer.status),
        Err(_) => Told::Nothing,
    };
    let goes_on = second.told != Told::Nothing;
    sent.push(second);
    ensure!(goes_on, "the server is gone");
    // Not theirs to see: the refusal goes on the record.
    wire.ask(&visitor.get("/users"))?;
    Ok(())
}

fn first_case(page: &str) -> Option<String> {
    Some(page.split("/case/").nth(1)?.split('"').next()?.to_owned())
}
