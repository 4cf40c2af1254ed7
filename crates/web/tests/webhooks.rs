//! Webhooks against a receiver on this machine: what it gets, and what happens when it does not take it.

use access::webhook::{self, Address, Webhook};
use access::{Keyring, Role, command};
use base::{Arrival, CaseCode, Instant};
use casework::Origin;
use casework::registry::register;
use data_encoding::BASE64;
use rehearsal::{House, START, TestRng};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use web::{App, Edge, Options, deliver};

/// A call as the receiver sees it: its headers, by names in small letters, and its body.
struct Call {
    headers: HashMap<String, String>,
    body: String,
    whole: String,
}

/// Answers one call after the other with these statuses, and hands over what came.
fn receiver(statuses: &'static [&'static str]) -> (String, Receiver<Call>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://localhost:{}/changed", listener.local_addr().unwrap().port());
    let (send, calls) = channel();
    std::thread::spawn(move || {
        for status in statuses {
            let (mut stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut whole, mut headers) = (String::new(), HashMap::new());
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                whole += &line;
                match line.trim_end().split_once(": ") {
                    Some((name, value)) => headers.insert(name.to_lowercase(), value.to_owned()),
                    None if line.trim_end().is_empty() => break,
                    None => None,
                };
            }
            let mut body = vec![0; headers["content-length"].parse().unwrap()];
            reader.read_exact(&mut body).unwrap();
            let body = String::from_utf8(body).unwrap();
            let head = "location: /elsewhere\r\ncontent-length: 0\r\nconnection: close";
            write!(stream, "HTTP/1.1 {status}\r\n{head}\r\n\r\n").unwrap();
            whole += &body;
            let _ = send.send(Call { headers, body, whole });
        }
    });
    (address, calls)
}

/// One clock for all tests; it goes on when one of them makes it, and none minds.
static CLOCK: AtomicI64 = AtomicI64::new(START.millis() + 3_600_000);

fn now() -> Instant {
    Instant::from_millis(CLOCK.load(Ordering::SeqCst))
}

fn chance() -> Box<dyn rand_core::CryptoRng> {
    static BEGIN: AtomicI64 = AtomicI64::new(1 << 50);
    Box::new(TestRng(BEGIN.fetch_add(1 << 20, Ordering::SeqCst) as u64))
}

struct Office {
    app: App,
    sokha: Keyring,
    admin: Keyring,
    _folder: tempfile::TempDir,
}

const CANARY: &str = "Canarina Gelbvogel";

impl Office {
    fn open() -> Office {
        let mut house = House::open();
        let sokha = house.enter("sokha", Role::Caseworker, Some(0));
        let admin = house.enter("thida", Role::Administrator, None);
        let House { folder, store, .. } = house;
        let app = App::new(store, Edge { clock: now, random: chance }, Options::default()).unwrap();
        Office { app, sokha, admin, _folder: folder }
    }

    fn add(&mut self, address: &str, private_allowed: bool) -> webhook::Added {
        let address = Address::read(address).unwrap();
        command(&self.app.store, &mut self.admin, now(), &mut *chance(), |cx| {
            let newest = casework::feed::newest(cx.tx)?;
            webhook::add(cx, &address, private_allowed, newest)
        })
        .unwrap()
    }

    fn register(&mut self) -> CaseCode {
        let canary = Arrival { names: vec![CANARY.into()], place: Some("Kampot".into()), ..Arrival::default() };
        command(&self.app.store, &mut self.sokha, now(), &mut *chance(), |cx| register(cx, canary, Origin::Card, None))
            .unwrap()
            .code
    }

    fn listed(&mut self) -> Webhook {
        command(&self.app.store, &mut self.admin, now(), &mut *chance(), webhook::list).unwrap().remove(0)
    }

    fn newest(&self) -> i64 {
        self.app.store.read(casework::feed::newest).unwrap()
    }
}

fn next(calls: &Receiver<Call>) -> Call {
    calls.recv_timeout(Duration::from_secs(60)).expect("a call")
}

#[test]
fn several_changes_make_one_signed_call_that_names_nobody() {
    let mut office = Office::open();
    let (address, calls) = receiver(&["204 No Content"]);
    let added = office.add(&address, true);
    let codes = [office.register(), office.register()];
    deliver::round(&office.app).unwrap();
    let call = next(&calls);
    let position = office.newest();
    assert_eq!(call.body, format!("{{\"position\":{position},\"type\":\"log.grew\"}}"));
    let (id, at) = (&call.headers["webhook-id"], &call.headers["webhook-timestamp"]);
    assert!((0..=5).contains(&(now().millis() / 1000 - at.parse::<i64>().unwrap())));
    let secret = BASE64.decode(added.secret.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
    let mac = vault::hmac_sha256(&secret, format!("{id}.{at}.{}", call.body).as_bytes());
    assert_eq!(call.headers["webhook-signature"], format!("v1,{}", BASE64.encode(&mac)));
    for canary in CANARY.split(' ').chain(["Kampot", "sokha", "Harbour", "registered"]) {
        assert!(!call.whole.contains(canary), "{canary} is in {}", call.whole);
    }
    for code in codes {
        assert!(!call.whole.contains(&code.plain()) && !call.whole.contains(&code.to_string()));
    }
    assert_eq!(office.listed().acknowledged, position);
    // Nothing new, no call: the receiver has gone away and nobody minds.
    deliver::round(&office.app).unwrap();
    assert_eq!((office.listed().failures, office.listed().trouble), (0, String::new()));
}

#[test]
fn a_call_that_was_not_taken_is_made_again_with_the_same_id_and_nothing_is_lost() {
    let mut office = Office::open();
    let (address, calls) = receiver(&["500 Internal Server Error", "200 OK"]);
    office.add(&address, true);
    office.register();
    deliver::round(&office.app).unwrap();
    let first = next(&calls);
    let listed = office.listed();
    assert_eq!(listed.failures, 1);
    assert_eq!(listed.trouble, "The receiver answered with status 500 where 200 to 299 was expected.");
    // Too early: it waits.
    deliver::round(&office.app).unwrap();
    assert_eq!(office.listed().failures, 1);
    CLOCK.fetch_add(5_000, Ordering::SeqCst);
    deliver::round(&office.app).unwrap();
    let second = next(&calls);
    assert_eq!((&first.body, &first.headers["webhook-id"]), (&second.body, &second.headers["webhook-id"]));
    assert_eq!((office.listed().failures, office.listed().acknowledged), (0, office.newest()));
}

#[test]
fn a_private_address_gets_nothing_unless_it_was_allowed() {
    let mut office = Office::open();
    let (address, calls) = receiver(&["200 OK"]);
    office.add(&address, false);
    office.register();
    deliver::round(&office.app).unwrap();
    assert!(office.listed().trouble.contains("private network"), "{}", office.listed().trouble);
    assert!(calls.try_recv().is_err(), "nothing was connected to");
}

/// Who cannot prove to be the receiver is told nothing: what it gets is the beginning of a handshake.
#[test]
fn a_receiver_without_a_trusted_certificate_gets_no_call() {
    let mut office = Office::open();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://localhost:{}/changed", listener.local_addr().unwrap().port());
    office.add(&address, true);
    office.register();
    let got = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut first = [0; 5];
        stream.read_exact(&mut first).unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
        first
    });
    deliver::round(&office.app).unwrap();
    assert_eq!(got.join().unwrap()[..2], [0x16, 0x03], "a TLS handshake");
    assert_eq!(office.listed().trouble, "The connection failed, or its certificate is not one that is trusted.");
    assert_eq!(office.listed().failures, 1);
}

#[test]
fn a_redirect_is_not_followed_and_a_receiver_that_is_gone_is_switched_off() {
    let mut office = Office::open();
    let (address, calls) = receiver(&["307 Temporary Redirect", "200 OK"]);
    office.add(&address, true);
    office.register();
    deliver::round(&office.app).unwrap();
    next(&calls);
    assert!(office.listed().trouble.contains("status 307"));
    assert!(calls.try_recv().is_err(), "the other place was not asked");

    let mut office = Office::open();
    let (address, calls) = receiver(&["410 Gone"]);
    office.add(&address, true);
    office.register();
    deliver::round(&office.app).unwrap();
    next(&calls);
    assert!(!office.listed().enabled && office.listed().trouble.starts_with("Switched off."));
}

#[test]
fn the_server_calls_by_itself_and_tells_those_who_wait() {
    let mut office = Office::open();
    let (address, calls) = receiver(&["200 OK"]);
    office.add(&address, true);
    let mut growth = office.app.growth.watch();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let running = runtime.spawn(deliver::run(office.app.clone()));
    office.register();
    office.app.growth.look();
    let newest = office.newest();
    assert!(next(&calls).body.contains(&newest.to_string()));
    runtime.block_on(growth.wait_for(|position| *position == newest)).unwrap();
    running.abort();
}
