//! A program that speaks to the registry, without a network between them.

use access::Role;
use access::member::Welcome;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use rehearsal::{House, START, TestRng};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};
use tower::ServiceExt;
use web::routes::router;
use web::{App, Edge, Options};

static DRAWN: AtomicU64 = AtomicU64::new(1_000_000);

/// Every draw begins elsewhere, so that no two ids are alike.
pub const EDGE: Edge =
    Edge { clock: || START, random: || Box::new(TestRng(DRAWN.fetch_add(1_000_000, Ordering::Relaxed))) };

/// A registry that is served, and the folder it lies in.
pub struct Served {
    pub app: App,
    folder: tempfile::TempDir,
}

pub struct Answer {
    pub status: StatusCode,
    pub kind: String,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("{} {}", self.status, self.text))
    }

    /// The stable word of a refusal.
    pub fn error(&self) -> String {
        let json = self.json();
        assert_eq!(self.kind, "application/json");
        assert!(json["sentence"].as_str().is_some_and(|sentence| sentence.ends_with('.')), "{json}");
        json["error"].as_str().unwrap_or_default().to_owned()
    }
}

impl Served {
    pub fn of(house: House) -> Served {
        Served::with_clock(house, EDGE.clock)
    }

    pub fn with_clock(house: House, clock: web::Clock) -> Served {
        let House { folder, store, .. } = house;
        Served { app: App::new(store, Edge { clock, ..EDGE }, Options::default()).unwrap(), folder }
    }

    /// The same registry, served from another moment on, with nobody signed in.
    pub fn later(self, clock: web::Clock) -> Served {
        let Served { app, folder } = self;
        drop(app);
        let store = store::Store::open(folder.path()).unwrap();
        let app = App::new(store, Edge { clock, ..EDGE }, Options::default()).unwrap();
        Served { app, folder }
    }

    /// A house with one member, and the member's token.
    pub fn with(role: Role) -> (Served, String) {
        let mut house = House::open();
        let welcome = house.add("sokha", role, role.in_a_team().then_some(0));
        let served = Served::of(house);
        let token = served.sign_in(&welcome);
        (served, token)
    }

    pub fn sign_in(&self, welcome: &Welcome) -> String {
        let code = welcome.totp.code(self.app.now());
        let said = json!({ "name": welcome.name, "passphrase": *welcome.passphrase, "code": code });
        self.post("", "/sign-in", said).json()["token"].as_str().unwrap().to_owned()
    }

    pub fn get(&self, token: &str, path: &str) -> Answer {
        self.send("GET", token, path, "", Vec::new())
    }

    pub fn post(&self, token: &str, path: &str, said: Value) -> Answer {
        self.send("POST", token, path, "application/json", said.to_string().into_bytes())
    }

    pub fn send(&self, method: &str, token: &str, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if !token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        self.ask(request.body(Body::from(body)).unwrap())
    }

    pub fn ask(&self, request: Request<Body>) -> Answer {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { read(router(self.app.clone()).oneshot(request).await.unwrap()).await })
    }
}

async fn read(answer: Response) -> Answer {
    let kind = answer.headers().get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
    let status = answer.status();
    let bytes = to_bytes(answer.into_body(), 1 << 26).await.unwrap();
    Answer { status, kind: kind.unwrap_or_default(), text: String::from_utf8_lossy(&bytes).into_owned() }
}
