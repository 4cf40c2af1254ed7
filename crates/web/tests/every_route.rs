//! Every route of the map, as strangers, as members, and as another site's page would meet it. The routes are read
//! from the sources, so a new one is held against these rules without a line here.

use crate::served::{Served, TLS, served};
use std::collections::BTreeSet;
use std::path::Path;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    path: String,
    post: bool,
}

/// What `.route("…", …)` says in any source of this crate.
fn routes() -> BTreeSet<Route> {
    let mut found = BTreeSet::new();
    for file in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let text = std::fs::read_to_string(&file).unwrap();
        for call in text.split(".route(").skip(1) {
            let Some((start, rest)) =
                call.split_once('"').and_then(|(before, rest)| Some((before, rest.split_once('"')?)))
            else {
                continue;
            };
            let prefix = if start.contains("at(") { web::api::UNDER } else { "" };
            if !start.is_empty() && prefix.is_empty() {
                continue;
            }
            let handlers = rest.1.split("\n        .").next().unwrap_or_default();
            let does = |marks: &[&str]| marks.iter().any(|mark| handlers.contains(mark));
            let path = format!("{prefix}{}", rest.0);
            if does(&["page(", "page_json(", "at_desk(", " get("]) {
                found.insert(Route { path: path.clone(), post: false });
            }
            if does(&["act(", "act_json("]) {
                found.insert(Route { path, post: true });
            }
        }
    }
    found.extend(web::api::operations().iter().map(|operation| Route {
        path: format!("{}{}", web::api::UNDER, operation.path),
        post: operation.verb == web::api::operation::Verb::Post,
    }));
    found
}

fn sources(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// A path for a route: its parts are words that mean nothing.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{*path}" => "icon.svg",
        "{before}" | "{row}" => "2",
        part if part.starts_with('{') => "abcdefgh",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn the_map_is_read_from_the_sources() {
    let routes = routes();
    let has = |path: &str, post| routes.contains(&Route { path: path.to_owned(), post });
    assert!(has("/people", false) && has("/people", true) && has("/lock", true) && !has("/lock", false));
    assert!(has("/api/v1/sign-in", true) && has("/api/v1/lists", false) && has("/static/{*path}", false));
    assert!(routes.len() > 60, "{} routes", routes.len());
}

/// Name, and what its value must be or begin with.
const ON_EVERYTHING: [(&str, &str); 8] = [
    ("content-security-policy", "default-src 'none'; script-src 'self'; "),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=()"),
];

#[test]
fn sec18_sec21_sec22_sec23_every_answer_has_every_header_signed_out_and_signed_in() {
    let server = served();
    let cookie = server.sign_in();
    for route in routes().iter().chain([&Route { path: "/no/such/page".into(), post: false }]) {
        // Whoever signs out is signed out for the routes after it.
        let ends = ["/sign-out", "/lock", "/locked", "/sign-in"].contains(&route.path.as_str());
        for cookie in if ends { vec![""] } else { vec!["", &cookie] } {
            let method = if route.post { "POST" } else { "GET" };
            let path = filled(&route.path);
            let answer = server.ask(method, &path, &[("sec-fetch-site", "same-origin"), ("cookie", cookie)], "");
            for (name, expected) in ON_EVERYTHING {
                let value = answer.header(name);
                assert!(value.starts_with(expected), "{method} {path}: {name} is {value:?}");
            }
            let policy = answer.header("content-security-policy");
            for part in ["frame-ancestors 'none'", "require-trusted-types-for 'script'", "base-uri 'none'"] {
                assert!(policy.contains(part) && !policy.contains("unsafe"), "{method} {path}: {policy}");
            }
            let kept = if path.starts_with("/static/") { "public, max-age=31536000, immutable" } else { "no-store" };
            assert_eq!(answer.header("cache-control"), kept, "{method} {path}");
            assert_eq!(answer.header("vary").contains("Cookie"), kept == "no-store", "{method} {path}");
            assert_eq!((answer.header("server"), answer.header("x-powered-by")), ("", ""));
            assert_eq!(answer.header("strict-transport-security"), "", "nobody came over TLS");
            for cookie in answer.cookies() {
                assert!(cookie.starts_with("__Host-"), "{cookie}");
                for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
                    assert!(cookie.contains(part), "{cookie}");
                }
            }
            assert_ne!(answer.status, 500, "{method} {path}");
        }
    }
}

#[test]
fn browsers_are_held_to_tls_only_where_they_came_over_it() {
    let server = served();
    let answer = server.ask_over("GET", "/sign-in", &[], "", TLS);
    assert!(answer.header("strict-transport-security").starts_with("max-age=63072000"));
}

#[test]
fn sec19_a_request_that_another_site_sent_changes_nothing_on_any_route() {
    let server = served();
    let cookie = server.sign_in();
    let foreign: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://elsewhere.example")],
        &[("origin", "null")],
        &[],
    ];
    let before = server.entries();
    for route in routes().iter().filter(|route| route.post) {
        for headers in foreign {
            let mut headers = headers.to_vec();
            headers.extend([("cookie", cookie.as_str()), ("host", "localhost")]);
            // Not even a form: whatever is looked at before the origin would be answered otherwise.
            headers.push(("content-type", "application/json"));
            let path = filled(&route.path);
            let answer = server.ask("POST", &path, &headers, "{broken");
            // No browser attaches what opens the registry for programs: a cookie is nothing there.
            let program = path.starts_with(web::api::UNDER);
            let expected: &[u16] = if program { &[400, 401, 404, 415] } else { &[403] };
            assert!(expected.contains(&answer.status), "{path} with {headers:?}: {}", answer.status);
        }
    }
    assert_eq!(server.entries(), before);
    assert_eq!(server.ask("GET", "/sessions", &[("cookie", &cookie)], "").status, 200, "nobody was signed out");
}

#[test]
fn sec20_looking_changes_nothing() {
    let server = served();
    let cookie = server.sign_in();
    for route in routes().iter().filter(|route| !route.post && route.path != "/locked") {
        let before = server.events();
        let path = filled(&route.path);
        server.ask("GET", &path, &[("cookie", &cookie)], "");
        server.ask("HEAD", &path, &[("cookie", &cookie)], "");
        assert_eq!(server.events(), before, "GET {path} wrote something beyond the record of reading");
    }
    assert_eq!(server.ask("GET", "/sessions", &[("cookie", &cookie)], "").status, 200);
}

#[test]
fn what_is_too_large_too_long_or_too_many_is_refused() {
    let server = served();
    let cookie = server.sign_in();
    let ours = [("sec-fetch-site", "same-origin"), ("cookie", cookie.as_str())];
    let form = [&ours[..], &[("content-type", "application/x-www-form-urlencoded")]].concat();
    let file = [&ours[..], &[("content-type", "application/octet-stream")]].concat();
    let large = "a".repeat(300 * 1024);
    for route in routes().iter().filter(|route| route.post) {
        let path = filled(&route.path);
        assert_eq!(server.ask("POST", &path, &form, &large).status, 413, "{path}");
        let takes_files = [
            "/lists",
            "/case/{handle}/attachments",
            "/rolls/{nationality}/{version}/look",
            "/queues/{step}",
            "/instruments",
            "/api/v1/lists",
            "/api/v1/lists/read",
            "/api/v1/htcds",
            "/api/v1/cases/{case}/attachments",
            "/api/v1/rolls/{nationality}/versions/{version}/answer/read",
        ];
        if !takes_files.contains(&route.path.as_str()) {
            assert_eq!(server.ask("POST", &path, &file, &large).status, 413, "{path}");
        }
    }
    assert_eq!(server.ask("POST", "/people", &form, &"a=1&".repeat(2_001)).status, 413);
    assert_eq!(server.ask("POST", "/people", &form, "find=a").status, 200);
    let long = format!("/people?{}", "a".repeat(2_048));
    assert_eq!(server.ask("GET", &long, &ours, "").status, 414);
    let announced = [&form[..], &[("content-length", "99999999")]].concat();
    assert_eq!(server.ask("POST", "/people", &announced, "find=a").status, 413, "before a byte of it is read");
}

#[test]
fn reports_of_the_browser_are_counted_and_nothing_else() {
    let server: Served = served();
    let body = r#"{"csp-report":{"blocked-uri":"inline"}}"#;
    let answer = server.ask("POST", "/policy-report", &[("content-type", "application/csp-report")], body);
    assert_eq!((answer.status, answer.body.as_str()), (204, ""));
    assert_eq!(server.app.limits.policy_reports.load(std::sync::atomic::Ordering::Relaxed), 1);
}
