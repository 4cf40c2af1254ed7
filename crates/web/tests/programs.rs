//! A program that follows the registry: signs in, waits for a change, takes cases out and brings them in.

use access::sign_in::{Credentials, sign_in};
use access::{Keyring, Role, command};
use base::{Arrival, Instant, Sign};
use casework::Origin;
use casework::registry::register;
use rehearsal::{House, START, TestRng};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicI64, Ordering};
use web::{App, Edge, Options, deliver};

fn now() -> Instant {
    START.plus_millis(90_000)
}

fn chance() -> Box<dyn rand_core::CryptoRng> {
    static BEGIN: AtomicI64 = AtomicI64::new(1 << 50);
    Box::new(TestRng(BEGIN.fetch_add(1 << 20, Ordering::SeqCst) as u64))
}

/// A running server with one member signed in as a program, and the keys of another of the same team.
struct Served {
    runtime: tokio::runtime::Runtime,
    app: App,
    colleague: Keyring,
    base: String,
    token: String,
    /// With which the colleague signs in on the pages.
    passphrase: String,
    code: String,
    _folder: tempfile::TempDir,
}

fn serve(role: Role) -> Served {
    let mut house = House::open();
    let welcome = house.add("program", role, (role != Role::Administrator).then_some(0));
    let sokha = house.add("sokha", Role::Caseworker, Some(0));
    let given = Credentials { name: "sokha", passphrase: &sokha.passphrase, code: &sokha.recovery_codes[0] };
    let colleague = sign_in(&house.store, &given, now(), &mut house.rng).unwrap();
    let House { folder, store, .. } = house;
    let app = App::new(store, Edge { clock: now, random: chance }, Options::default()).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let base = format!("http://{}/api/v1", listener.local_addr().unwrap());
    runtime.spawn(deliver::run(app.clone()));
    runtime.spawn(web::serve(listener, app.clone(), web::serve::Listening::default(), std::future::pending()));
    let mut served = Served {
        runtime,
        app,
        colleague,
        base,
        token: String::new(),
        passphrase: sokha.passphrase.to_string(),
        code: sokha.totp.code(now()),
        _folder: folder,
    };
    let given = json!({ "name": "program", "passphrase": *welcome.passphrase, "code": welcome.totp.code(now()) });
    let (status, answer) = served.post("/sign-in", &given);
    assert_eq!(status, 200, "{answer}");
    served.token = answer["token"].as_str().unwrap().to_owned();
    served
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).build().new_agent()
}

fn read(mut answer: ureq::http::Response<ureq::Body>) -> (u16, Value) {
    let status = answer.status().as_u16();
    (status, serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap_or_default())
}

impl Served {
    fn get(&self, path: &str) -> (u16, Value) {
        read(
            agent()
                .get(self.base.clone() + path)
                .header("authorization", format!("Bearer {}", self.token))
                .call()
                .unwrap(),
        )
    }

    fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let request = agent().post(self.base.clone() + path).header("authorization", format!("Bearer {}", self.token));
        read(request.header("content-type", "application/json").send(body.to_string()).unwrap())
    }

    fn register(&mut self, name: &str) -> String {
        let arrival = Arrival {
            names: vec![name.into()],
            signs: [Sign::NoShelter, Sign::Threatened].into(),
            remark: Some("Asks for an interpreter.".into()),
            ..Arrival::default()
        };
        let work = |cx: &mut access::Cx| register(cx, arrival, Origin::Card, None);
        command(&self.app.store, &mut self.colleague, now(), &mut *chance(), work).unwrap().code.to_string()
    }
}

#[test]
fn a_program_waits_for_a_change_and_is_told_as_soon_as_somebody_is_registered() {
    let mut served = serve(Role::Caseworker);
    let (_, nothing) = served.get("/changes");
    assert_eq!(nothing, json!({ "changes": [], "next": -1 }));
    let mut growth = served.app.growth.watch();
    std::thread::scope(|threads| {
        let (base, token) = (served.base.clone(), served.token.clone());
        let waiting = threads.spawn(move || {
            let request = agent().get(format!("{base}/changes?after=-1&wait=25"));
            read(request.header("authorization", format!("Bearer {token}")).call().unwrap())
        });
        let code = served.register("Hanna Tesfaye");
        let (status, told) = waiting.join().unwrap();
        assert_eq!((status, told["changes"][0]["code"].as_str()), (200, Some(code.as_str())));
        assert_eq!(told["changes"][0]["compartment"], "identity");
        assert_eq!(told["changes"][0]["author"], "sokha");
        assert!(!told.to_string().contains("Hanna"));
        assert_eq!(served.get(&format!("/changes?after={}", told["next"])).1["changes"], json!([]));
    });
    let told = *served.runtime.block_on(growth.wait_for(|position| *position >= 0)).unwrap();
    assert_eq!(served.get("/changes?after=-1").1["next"], told);
    let (status, answer) = served.get("/changes?after=1000000&wait=25");
    assert_eq!((status, answer["error"].as_str()), (409, Some("restored")));
    let (status, answer) = served.get("/changes?after=yesterday");
    assert_eq!((status, answer["error"].as_str()), (400, Some("bad-parameter")));
}

#[test]
fn cases_go_out_and_come_in_by_token_and_what_does_not_fit_is_said() {
    let mut served = serve(Role::Caseworker);
    let code = served.register("Hanna Tesfaye");
    let (status, all) = served.get("/htcds");
    assert_eq!((status, all["records"][0]["prs_SecondName"].as_str()), (200, Some("Hanna Tesfaye")));
    let (_, one) = served.post("/htcds/export", &json!({ "cases": [code] }));
    assert_eq!(one["records"], all["records"]);
    let (_, own) = served.post("/htcds", &all);
    assert_eq!(own["records"][0], json!({ "record": 1, "outcome": "already", "code": code }));
    let foreign = json!([{ "prs_SecondName": "Okello" }, { "prs_Gender": "F" }]);
    let (status, brought) = served.post("/htcds?sender=Lantern", &foreign);
    assert_eq!((status, brought["records"][0]["outcome"].as_str()), (200, Some("registered")));
    assert_eq!(brought["records"][1]["misfits"][0]["field"], "prs_Gender");
    assert_eq!(served.post("/htcds?sender=Lantern", &foreign).1["records"][0]["outcome"], "already");
    assert_eq!(served.post("/htcds", &json!({})).0, 422);
}

/// The button under the list of people; threats and remarks never go out by it.
#[test]
fn the_page_gives_cases_out_without_threats_and_remarks() {
    let mut served = serve(Role::Caseworker);
    served.register("Hanna Tesfaye");
    let pages = served.base.replace("/api/v1", "");
    let form = |path: &str, fields: &str, cookie: &str| {
        let request = ureq::Agent::config_builder().max_redirects(0).max_redirects_will_error(false).build();
        let request = request.new_agent().post(format!("{pages}{path}")).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        request.header("cookie", cookie).send(fields).unwrap()
    };
    let fields = [("name", "sokha"), ("passphrase", &served.passphrase), ("code", &served.code)];
    let entered = form("/sign-in", &fields.map(|(name, value)| format!("{name}={value}")).join("&"), "");
    let cookie = entered.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let (status, document) = read(form("/people/export", "format=htcds", &cookie));
    assert_eq!((status, document["records"][0]["prs_SecondName"].as_str()), (200, Some("Hanna Tesfaye")));
    let text = document.to_string();
    assert!(text.contains("no-shelter") && !text.contains("threatened") && !text.contains("interpreter"), "{text}");
}

#[test]
fn an_administrator_manages_webhooks_and_reads_no_changes() {
    let served = serve(Role::Administrator);
    assert_eq!(served.get("/changes").0, 403);
    assert_eq!(served.get("/htcds").0, 403);
    let (status, refused) = served.post("/webhooks", &json!({ "address": "https://127.0.0.1:9/" }));
    assert_eq!((status, refused["error"].as_str()), (422, Some("bad-value")));
    let (status, added) = served.post("/webhooks", &json!({ "address": "http://127.0.0.1:9/", "allow_private": true }));
    assert_eq!(status, 201, "{added}");
    let id = added["id"].as_str().unwrap();
    assert!(added["secret"].as_str().unwrap().starts_with("whsec_"));
    let (_, listed) = served.get("/webhooks");
    assert_eq!((listed["items"][0]["id"].as_str(), listed["items"][0]["enabled"].as_bool()), (Some(id), Some(true)));
    assert!(listed["items"][0].get("secret").is_none());
    let (_, tried) = served.post(&format!("/webhooks/{id}/test"), &Value::Null);
    assert_eq!(tried["answered"], false, "nobody listens there");
    let remove = || {
        let request = agent().delete(format!("{}/webhooks/{id}", served.base));
        read(request.header("authorization", format!("Bearer {}", served.token)).call().unwrap()).0
    };
    assert_eq!((remove(), remove()), (204, 404));
}
