//! An organisation with a mail server and a service for pushes, all on this machine.

use crate::served::{Said, Served};
use access::alert::{Alert, Kind, To, raise};
use access::{Role, command};
use base::{Arrival, CaseId, Instant, TeamId};
use casework::Origin;
use casework::registry::register;
use rehearsal::{House, START, TestRng};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use web::deliver::alerts::Wanted;
use web::deliver::mail::Mailer;
use web::deliver::push::Pushes;
use web::{Edge, Options, deliver};

/// The clock of whichever test has the turn.
static CLOCK: AtomicI64 = AtomicI64::new(0);
static TURN: Mutex<()> = Mutex::new(());

fn now() -> Instant {
    Instant::from_millis(CLOCK.load(SeqCst))
}

fn chance() -> Box<dyn rand_core::CryptoRng> {
    static BEGIN: AtomicI64 = AtomicI64::new(1 << 50);
    Box::new(TestRng(BEGIN.fetch_add(1 << 20, SeqCst) as u64))
}

pub struct Office {
    pub served: Served,
    pub team: TeamId,
    pub case: CaseId,
    pub code: String,
    /// What must stand in nothing that is sent.
    pub canaries: Vec<String>,
    _turn: MutexGuard<'static, ()>,
}

pub const CANARY: &str = "Canarina Gelbvogel";

impl Office {
    pub fn open(mail: Option<&str>, push: Option<&str>) -> Office {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        CLOCK.store(START.plus_hours(1).millis(), SeqCst);
        let mut house = House::open();
        let welcome = house.add("sokha", Role::Caseworker, Some(0));
        let mut dara = house.enter("dara", Role::Caseworker, Some(0));
        let canary = Arrival { names: vec![CANARY.into()], place: Some("Kampot".into()), ..Arrival::default() };
        let registered =
            command(&house.store, &mut dara, now(), &mut *chance(), |cx| register(cx, canary, Origin::Card, None))
                .unwrap();
        let team = house.founded.teams[0].id;
        let ids = [team.to_string(), welcome.member.to_string(), registered.case.to_string()];
        let codes = [registered.code.to_string(), registered.code.plain()];
        let words =
            ["Canarina", "Gelbvogel", "Kampot", "sokha", "dara", "Harbour", "Response", "afeconduct", "eferral"];
        let canaries = ids.into_iter().chain(codes).chain(words.map(str::to_owned)).collect();
        let tell_by = Wanted {
            mail: mail.map(|url| Mailer::new(url, None, "Desk <desk@example.org>").unwrap()),
            push: push.map(|place| Pushes::new("mailto:desk@example.org", vec![place.to_owned()]).unwrap()),
        };
        let options = Options { tell_by, ..Options::default() };
        let (case, code) = (registered.case, registered.code.to_string());
        let served = Served::of(house, welcome, Edge { clock: now, random: chance }, options);
        Office { served, team, case, code, canaries, _turn: turn }
    }

    pub fn later(&self, minutes: i64) {
        CLOCK.fetch_add(minutes * 60_000, SeqCst);
    }

    pub fn raise(&self, kind: Kind) {
        let alert = Alert { to: To::Team(self.team), kind, case: Some(self.case) };
        self.served.app.store.write(|tx| raise(tx, &alert, now(), &mut *chance())).unwrap();
    }

    /// A minute passes, and the server looks who is to be told.
    pub fn tell(&self) {
        self.later(1);
        deliver::alerts::round(&self.served.app).unwrap();
    }

    pub fn get(&self, cookie: &str, path: &str) -> Said {
        self.served.ask("GET", path, &[("cookie", cookie)], "")
    }

    pub fn post(&self, cookie: &str, path: &str, form: &str) -> Said {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.served.ask("POST", path, &[("sec-fetch-site", "same-origin"), kind, ("cookie", cookie)], form)
    }
}

/// A letter as the mail server takes it.
pub struct Letter {
    pub to: String,
    /// Headers and body, as they came.
    pub whole: String,
    /// The conversation before it.
    pub said: Vec<String>,
}

impl Letter {
    pub fn body(&self) -> &str {
        self.whole.split_once("\r\n\r\n").unwrap().1
    }
}

/// A mail server that answers each letter's recipient with the next of these.
pub fn mail_server(answers: &'static [&'static str]) -> (String, Receiver<Letter>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://localhost:{}", listener.local_addr().unwrap().port());
    let (send, letters) = channel();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let mut say = |line: &str| write!(stream, "{line}\r\n").unwrap();
            say("220 mail.example.org ESMTP");
            let (mut said, mut to) = (Vec::new(), String::new());
            while let Some(line) = lines.next() {
                said.push(line.clone());
                match line.split([' ', ':']).next().unwrap().to_uppercase().as_str() {
                    "EHLO" => say("250-mail.example.org\r\n250 8BITMIME"),
                    "MAIL" => say("250 Ok"),
                    "RCPT" => {
                        to = line;
                        say(answer);
                    }
                    "DATA" => {
                        say("354 Go on");
                        let whole: Vec<String> = lines.by_ref().take_while(|line| line != ".").collect();
                        say("250 Taken");
                        let (to, said) = (to.clone(), said.clone());
                        send.send(Letter { to, whole: whole.join("\r\n"), said }).unwrap();
                    }
                    "QUIT" => {
                        say("221 Bye");
                        break;
                    }
                    _ => say("250 Ok"),
                }
            }
        }
    });
    (url, letters)
}

/// A push as the service gets it.
pub struct Push {
    pub first: String,
    pub headers: HashMap<String, String>,
    pub whole: String,
}

/// A service for pushes that answers one after the other with these statuses; its host and port.
pub fn push_service(statuses: &'static [&'static str]) -> (String, Receiver<Push>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = format!("localhost:{}", listener.local_addr().unwrap().port());
    let (send, pushes) = channel();
    std::thread::spawn(move || {
        for status in statuses {
            let (mut stream, _) = listener.accept().unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let lines: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let headers = lines[1..].iter().filter_map(|line| line.split_once(": "));
            let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
            write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
            send.send(Push { first: lines[0].clone(), headers, whole: lines.join("\n") }).unwrap();
        }
    });
    (place, pushes)
}

pub fn next<T>(from: &Receiver<T>) -> T {
    from.recv_timeout(Duration::from_secs(60)).expect("something was sent")
}
