//! The whole map of the pages with an organisation behind it, asked without a network.

use access::{Role, entries};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::HeaderMap;
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;
use rehearsal::{House, TestRng};
use std::sync::atomic::{AtomicU64, Ordering};
use web::serve::Whence;
use web::witness::{Witness, Witnesses};
use web::{App, Edge, Options};

const EDGE: Edge = Edge { clock: || rehearsal::START, random: || Box::new(TestRng(beginning())) };

/// Chance that is never the same twice in one program.
fn beginning() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1 << 32, Ordering::Relaxed)
}

pub const PLAIN: bool = false;
pub const TLS: bool = true;

pub struct Served {
    pub app: App,
    welcome: access::member::Welcome,
    runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
}

pub struct Said {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Said {
    /// Empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn cookies(&self) -> impl Iterator<Item = &str> {
        self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap())
    }
}

/// An organisation with one caseworker, "sokha", and "dara", whose access has ended.
pub fn served() -> Served {
    served_as(Role::Caseworker)
}

/// The same, where "sokha" is something else.
pub fn served_as(role: Role) -> Served {
    served_by(role, EDGE.clock)
}

/// The same, by another clock.
pub fn served_by(role: Role, clock: web::Clock) -> Served {
    let mut house = House::open();
    let welcome = house.add("sokha", role, role.in_a_team().then_some(0));
    let ended = house.add("dara", Role::Caseworker, Some(0)).member;
    house.store.write(|tx| access::member::disable(tx, ended, ended, house.now)).unwrap();
    Served::of(house, welcome, Edge { clock, ..EDGE }, Options::default())
}

impl Served {
    /// The same registry, which from now on is shown to a witness; nobody is signed in any more.
    pub fn shows_its_log_to(&mut self, witness: Witness) {
        let store = store::Store::open(self.app.store.folder()).unwrap();
        let witnesses = Witnesses { asked: vec![witness], ..Witnesses::default() };
        self.app = App::new(store, EDGE, Options { witnesses, ..Options::default() }).unwrap();
    }

    /// An organisation with the caseworker "sokha", served.
    pub fn of(house: House, sokha: access::member::Welcome, edge: Edge, options: Options) -> Served {
        let app = App::new(house.store, edge, options).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        Served { app, welcome: sokha, runtime, _folder: house.folder }
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Said {
        self.ask_over(method, path, headers, body, PLAIN)
    }

    pub fn ask_over(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str, over_tls: bool) -> Said {
        self.send(method, path, headers, body.as_bytes().to_vec(), over_tls)
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>, over_tls: bool) -> Said {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(Whence { over_tls, ..Whence::default() });
        self.runtime.block_on(async {
            let router = TowerToHyperService::new(web::routes::router(self.app.clone()));
            let answer = router.call(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let body = to_bytes(body, 8 << 20).await.unwrap();
            let body = String::from_utf8_lossy(&body).into_owned();
            Said { status: parts.status.as_u16(), headers: parts.headers, body }
        })
    }

    /// Sends the sign-in form.
    pub fn try_in(&self, name: &str, passphrase: &str, code: &str, cookie: &str) -> Said {
        let form = format!("name={name}&passphrase={}&code={code}", passphrase.replace(' ', "+"));
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.ask("POST", "/sign-in", &[("sec-fetch-site", "same-origin"), kind, ("cookie", cookie)], &form)
    }

    pub fn passphrase(&self) -> &str {
        &self.welcome.passphrase
    }

    /// The n-th recovery code of the caseworker.
    pub fn code(&self, n: usize) -> &str {
        &self.welcome.recovery_codes[n]
    }

    /// Signs the caseworker in; the cookie.
    pub fn sign_in(&self) -> String {
        let answer = self.try_in("sokha", self.passphrase(), self.code(0), "");
        assert_eq!(answer.status, 303, "{}", answer.body);
        session_of(&answer)
    }

    /// Signs the same member in as a program; the token.
    pub fn token(&self) -> String {
        let said = serde_json::json!({ "name": "sokha", "passphrase": self.passphrase(), "code": self.code(1) });
        let kind = [("content-type", "application/json")];
        let answer = self.ask("POST", "/api/v1/sign-in", &kind, &said.to_string());
        let answer: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        answer["token"].as_str().expect("a token").to_owned()
    }

    /// Everything that stands in the log.
    pub fn entries(&self) -> i64 {
        self.app.store.read(|tx| tx.log_size()).unwrap()
    }

    /// What stands in the log besides who read what.
    pub fn events(&self) -> i64 {
        let read = |tx: &mut store::Tx| entries::newest_access(tx, i64::MAX, i64::MAX).map(|read| read.len() as i64);
        self.entries() - self.app.store.read(read).unwrap()
    }
}

/// The sign-in's cookie in an answer.
pub fn session_of(answer: &Said) -> String {
    let cookie = answer.cookies().find(|cookie| cookie.starts_with("__Host-registry=")).expect("a cookie");
    cookie.split(';').next().unwrap().to_owned()
}
