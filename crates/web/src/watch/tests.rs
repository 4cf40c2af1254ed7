//! Words planted in every place of a request: none may come out in the log or in the figures.

use super::{Instruments, Level, Log, Machine, Style, Watch};
use crate::app::{App, Edge, Options};
use crate::tongue::Tongue;
use access::Role;
use rehearsal::{House, START, TestRng};
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::witness::{Standing, State};

/// What is planted. The name of the member is one too.
const CANARY: &str = "canary";

/// What was written, for reading it again.
#[derive(Clone, Default)]
pub(super) struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Paper {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

fn random() -> Box<dyn rand_core::CryptoRng> {
    static SEED: AtomicU64 = AtomicU64::new(0);
    Box::new(TestRng(SEED.fetch_add(1_000_000, Relaxed)))
}

/// Each reading is a millisecond after the one before.
fn stopwatch() -> Duration {
    static READINGS: AtomicU64 = AtomicU64::new(0);
    Duration::from_millis(READINGS.fetch_add(1, Relaxed))
}

fn machine(_: &std::path::Path) -> Machine {
    Machine { disk_free: Some(7), ..Machine::default() }
}

/// A server with its pages and its figures, on real sockets.
struct Served {
    _runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
    app: App,
    pages: SocketAddr,
    figures: SocketAddr,
    paper: Paper,
}

impl Served {
    fn of(house: House) -> Self {
        let House { folder, store, .. } = house;
        let paper = Paper::default();
        let log = Arc::new(Log::new(Style::Json, Level::Info, Box::new(paper.clone())));
        let watch = Watch { log, instruments: Instruments { stopwatch, machine }, ..Watch::default() };
        let app = App::new(store, Edge { clock: || START, random }, Options { watch, ..Options::default() }).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let bind = || runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let (pages, figures) = (bind(), bind());
        let at = (pages.local_addr().unwrap(), figures.local_addr().unwrap());
        runtime.spawn(crate::serve(pages, app.clone(), crate::serve::Listening::default(), std::future::pending()));
        let watched = super::listen::router(app.clone());
        runtime.spawn(async move { axum::serve(figures, watched).await });
        Served { _runtime: runtime, _folder: folder, app, pages: at.0, figures: at.1, paper }
    }

    /// Sends a request as it stands, with canaries in its headers, and returns the whole answer.
    fn send(&self, line: &str, headers: &str, body: &str) -> String {
        let planted = ["User-Agent", "Accept-Language", "Referer", "X-Request-Id", "X-Forwarded-For", "Forwarded"];
        let planted = planted.map(|name| format!("{name}: {CANARY}-{name}\r\n")).concat();
        let length = body.len();
        exchange(
            self.pages,
            &format!(
                "{line} HTTP/1.1\r\nHost: {CANARY}.example\r\nSec-Fetch-Site: same-origin\r\n{planted}{headers}\
                 Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            ),
        )
    }

    fn form(&self, path: &str, cookie: &str, body: &str) -> String {
        let headers = format!("Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n");
        self.send(&format!("POST {path}"), &headers, body)
    }

    fn watched(&self, path: &str) -> String {
        exchange(self.figures, &format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
    }
}

fn exchange(at: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn header<'a>(answer: &'a str, name: &str) -> &'a str {
    let lines = answer.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_once(": ")).find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

/// A server with one member, and the cookie of their sign-in.
fn signed_in() -> (Served, String) {
    let mut house = House::open();
    let welcome = house.add("canary-lina", Role::Caseworker, Some(0));
    let code = welcome.totp.code(START);
    let served = Served::of(house);
    let body = format!("name=canary-lina&passphrase={}&code={code}", welcome.passphrase.replace(' ', "+"));
    let answer = served.form("/sign-in", "none=none", &body);
    let cookie = header(&answer, "set-cookie").split(';').next().unwrap_or_default().to_owned();
    assert!(cookie.starts_with(crate::visit::COOKIE), "{answer}");
    (served, cookie)
}

#[test]
fn sec26_sec37_no_word_of_any_request_gets_into_the_log_or_the_figures() {
    let (served, cookie) = signed_in();
    let cookies = format!("{cookie}; {CANARY}={CANARY}");
    served.send("GET /case/canary-handle?q=canary-question", &format!("Cookie: {cookies}\r\n"), "");
    served.send("GET /canary-path/%63anary/canary", "", "");
    served.send("GET /lists/new/canary-draft/rows/canary-row?canary=canary", &format!("Cookie: {cookies}\r\n"), "");
    served.send("CANARY /people", "", "");
    served.send("GET /api/v1/lists/canary-list", "Authorization: Bearer canary-token\r\n", "");
    served.send("POST /api/v1/sign-in", "Content-Type: application/json\r\n", r#"{"name":"canary","code":"canary"}"#);
    served.send("POST /api/v1/sign-in", "Content-Type: application/json\r\n", "canary: not JSON");
    served.form("/sign-in", &cookies, "name=canary-nobody&passphrase=canary-phrase&code=canary");
    served.form("/arrivals", &cookies, "name=canary-name&place=canary-place&remark=canary-remark&consent=spoken");
    let registered = served.send("GET /arrivals/done", &format!("Cookie: {cookies}\r\n"), "");
    assert!(registered.starts_with("HTTP/1.1 200"), "somebody of this name is in the registry");
    served.form("/people", &cookies, "q=canary-search&name=canary");
    let list = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"canary-file.xlsx\"\r\n\r\n\
                Name;Sex\ncanary-person;F\n\r\n--x--\r\n";
    let kind = format!("Cookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=x\r\n");
    served.send("POST /lists", &kind, list);

    let figures = served.watched("/metrics");
    let log = served.paper.text();
    assert!(!log.to_lowercase().contains(CANARY), "{log}");
    assert!(!figures.to_lowercase().contains(CANARY), "{figures}");
    assert!(!log.contains("127.0.0.1") && !figures.contains("127.0.0.1"));
    assert_eq!(log.lines().count(), 13, "a line for each request:\n{log}");
    for template in ["/case/{handle}", "nowhere", "/lists/new/{draft}/rows/{row}", "/lists"] {
        assert!(log.contains(&format!("\"route\":\"{template}\"")), "{template} is not in\n{log}");
        assert!(figures.contains(&format!("route=\"{template}\"")), "{template} is not in\n{figures}");
    }
}

#[test]
fn a_line_of_the_log_has_its_known_parts_and_no_others() {
    let (served, cookie) = signed_in();
    served.send("GET /case/nothing", &format!("Cookie: {cookie}\r\n"), "");
    let log = served.paper.text();
    let line: serde_json::Value = serde_json::from_str(log.lines().last().unwrap()).unwrap();
    let parts: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(parts, ["fault", "level", "method", "ms", "request", "route", "status", "time", "what"]);
    assert_eq!((&line["fault"], &line["level"], &line["status"]), (&"not-found".into(), &"warn".into(), &404.into()));
    assert_eq!(line["time"], "2026-01-16T05:00:00.000Z");
}

#[test]
fn the_number_on_a_page_that_failed_finds_its_lines_in_the_log() {
    let (served, cookie) = signed_in();
    served.app.store.tamper("drop table event").unwrap();
    let answer = served.form("/arrivals", &cookie, "name=Abel&consent=spoken");
    let number = header(&answer, "x-request-id");
    assert!(answer.starts_with("HTTP/1.1 500") && number.len() == 14, "{}", &answer[..200]);
    assert!(answer.contains(&format!("<bdi>{number}</bdi>")), "the page says the number: {answer}");
    let log = served.paper.text();
    let lines: Vec<&str> = log.lines().filter(|line| line.contains(number)).collect();
    assert!(lines.len() == 2 && lines[0].contains("\"failure\"") && lines[0].contains("no such table: event"), "{log}");
    assert!(lines[1].contains("\"fault\":\"machine\"") && lines[1].contains("\"error\""), "{log}");
    served.app.store.tamper("alter table member rename to gone").unwrap();
    let sign_in = r#"{"name":"canary-lina","passphrase":"too few words of it","code":"000000"}"#;
    let answer = served.send("POST /api/v1/sign-in", "Content-Type: application/json\r\n", sign_in);
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
    let number = header(&answer, "x-request-id");
    assert_eq!(served.paper.text().lines().filter(|line| line.contains(number)).count(), 2, "a program's request too");
}

#[test]
fn figures_say_that_a_witness_has_another_history_and_not_which() {
    let (served, _) = signed_in();
    assert!(served.watched("/metrics").contains("\nsafeconduct_witnesses_contradicting 0\n"));
    let key = vault::Signer::from_slice(&[5; 32]).unwrap().verifier();
    let witness = vault::checkpoint::NamedKey::of_witness("canary.example/witness", key).unwrap();
    let standing = Standing::new(witness, START).turned(State::Differs, START);
    served.app.store.write(|tx| standing.save(tx)).unwrap();
    let figures = served.watched("/metrics");
    assert!(figures.contains("\nsafeconduct_witnesses_contradicting 1\n") && !figures.contains(CANARY), "{figures}");
}

#[test]
fn figures_count_what_happened() {
    let (served, _) = signed_in();
    served.form("/sign-in", "none=none", "name=nobody&passphrase=wrong&code=000000");
    let figures = served.watched("/metrics");
    assert!(header(&figures, "content-type").starts_with("text/plain; version=0.0.4"));
    for line in [
        "safeconduct_requests_total{method=\"post\",route=\"/sign-in\",status=\"3xx\"} 1",
        "safeconduct_requests_total{method=\"post\",route=\"/sign-in\",status=\"4xx\"} 1",
        "safeconduct_request_seconds_count{method=\"post\",route=\"/sign-in\"} 2",
        "safeconduct_sign_ins_refused_total 1",
        "safeconduct_faults_total{fault=\"sign-in\"} 1",
        "safeconduct_sign_ins_open 1",
        "safeconduct_desks_open 1",
        "safeconduct_disk_free_bytes 7",
    ] {
        assert!(figures.lines().any(|found| found == line), "{line} is not in\n{figures}");
    }
    assert!(!figures.contains("process_resident_memory_bytes"), "what is not known is not said");
}

#[test]
fn it_is_ready_only_while_the_database_answers_with_a_checkpoint() {
    let (served, _) = signed_in();
    assert!(served.watched("/health").starts_with("HTTP/1.1 200"));
    assert!(served.watched("/ready").starts_with("HTTP/1.1 200"));
    served.app.store.tamper("delete from log_head").unwrap();
    let without = served.watched("/ready");
    assert!(without.starts_with("HTTP/1.1 503") && without.contains("no signed checkpoint"), "{without}");
    served.app.store.tamper("drop table log_head").unwrap();
    let broken = served.watched("/ready");
    assert!(broken.starts_with("HTTP/1.1 503") && broken.contains("cannot be read"), "{broken}");
    assert!(served.watched("/health").starts_with("HTTP/1.1 200"), "the process itself is well");
}

#[test]
fn the_public_address_answers_neither_figures_nor_health() {
    let (served, _) = signed_in();
    for path in ["/metrics", "/health", "/ready"] {
        assert!(served.send(&format!("GET {path}"), "", "").starts_with("HTTP/1.1 404"), "{path}");
    }
}

#[test]
fn the_number_is_asked_for_in_every_language() {
    let said: Vec<String> = Tongue::all().map(|tongue| tongue.say("fault-number")).collect();
    assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), 7, "each has words of its own: {said:?}");
}
