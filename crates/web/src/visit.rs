//! One request as handlers see it: who, in which language, with which form.

use crate::app::App;
use crate::fault::Fault;
use crate::session::{IDLE_MINUTES, Session, held};
use crate::tongue::Tongue;
use crate::views::{Chrome, Filled, Nav, Who};
use access::{Action, Cx, Role, command, member};
use axum::RequestPartsExt;
use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, RawPathParams, Request};
use axum::http::{HeaderMap, Method, header};
use base::{Date, Instant};
use std::sync::{Arc, OnceLock};

/// A file that came with a form.
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

pub struct Visit {
    pub app: App,
    session: Option<Arc<Session>>,
    /// Whether the session still holds, once it was asked.
    holds: OnceLock<bool>,
    pub tongue: Tongue,
    pub now: Instant,
    path: String,
    params: Vec<(String, String)>,
    query: Vec<(String, String)>,
    pub form: Filled,
    pub upload: Option<Upload>,
    /// What a program sends.
    pub json: serde_json::Value,
    /// Whether only the changing part of the page is wanted.
    pub fragment: bool,
    pub device: String,
}

pub const COOKIE: &str = "__Host-registry";
pub const TONGUE_COOKIE: &str = "__Host-tongue";
const LARGEST_FORM: usize = 256 * 1024;
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;

impl Visit {
    /// Reads a request; a form that another site sent is refused before anything is looked at.
    pub async fn read(app: App, request: Request) -> Result<Visit, (Box<Visit>, Fault)> {
        let now = app.now();
        let (mut parts, body) = request.into_parts();
        let headers = parts.headers.clone();
        let params = match parts.extract::<RawPathParams>().await {
            Ok(params) => params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            Err(_) => Vec::new(),
        };
        let is_program = parts.uri.path().starts_with(crate::api::UNDER);
        // A browser sends its cookie whoever asked it to, a token only who has it.
        let secret = if is_program { token(&headers) } else { cookie(&headers, COOKIE) };
        let mut visit = Visit {
            session: secret.and_then(|secret| app.sessions.find(&secret, now)),
            holds: OnceLock::new(),
            tongue: tongue(&headers),
            now,
            path: parts.uri.path().to_owned(),
            params,
            query: parts.uri.query().and_then(|query| serde_urlencoded::from_str(query).ok()).unwrap_or_default(),
            form: Filled::default(),
            upload: None,
            json: serde_json::Value::Null,
            fragment: headers.get("x-fragment").is_some(),
            device: device(&headers),
            app,
        };
        if parts.method != Method::POST {
            return Ok(visit);
        }
        if !is_program && !same_site(&headers) {
            return Err((Box::new(visit), Fault::Foreign));
        }
        match read_body(Request::from_parts(parts, body), &headers).await {
            Ok(Body { pairs, upload, json }) => {
                visit.form.pairs = pairs;
                visit.upload = upload;
                visit.json = json;
                Ok(visit)
            }
            Err(fault) => Err((Box::new(visit), fault)),
        }
    }

    /// Whoever is signed in; ended for members who were disabled, or changed their passphrase elsewhere, meanwhile.
    pub fn session(&self) -> Result<&Arc<Session>, Fault> {
        let session = self.session.as_ref().ok_or(Fault::SignInNeeded)?;
        // Asked once a request: a handler comes here for every person it shows.
        let holds = match self.holds.get() {
            Some(holds) => *holds,
            None => {
                let salt = self.app.store.read(|tx| member::salt_of_enabled(tx, session.member))?;
                let is_over = |s: &Session| Some(*held(&s.opened_with)) != salt;
                if is_over(session) {
                    self.app.sessions.end(|s| s.member == session.member && is_over(s));
                }
                *self.holds.get_or_init(|| !is_over(session))
            }
        };
        if holds { Ok(session) } else { Err(Fault::SignInNeeded) }
    }

    /// Whoever is signed in, without asking whether the sign-in still holds: for what shows nothing of any case.
    pub fn signed_in(&self) -> Option<&Arc<Session>> {
        self.session.as_ref()
    }

    pub fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    pub fn role(&self) -> Option<Role> {
        self.session.as_ref().map(|session| session.actor.role)
    }

    /// Runs a command as whoever is signed in.
    pub fn command<T>(&self, work: impl FnOnce(&mut Cx) -> access::Result<T>) -> Result<T, Fault> {
        let session = self.session()?;
        let mut keys = session.keys.lock();
        let answer = command(&self.app.store, &mut keys, self.now, &mut *self.app.rng(), work)?;
        self.app.growth.look();
        Ok(answer)
    }

    /// Puts a refusal on the record and answers it, where a page has no command of its own to refuse.
    pub fn permit(&self, action: Action) -> Result<(), Fault> {
        let session = self.session()?;
        let permitted = session.actor.role.may(action);
        // Only a refusal has something to write down.
        if permitted { Ok(()) } else { self.command(|cx| cx.permit(action)) }
    }

    pub fn today(&self) -> Date {
        self.now.local_date()
    }

    /// A piece of the path, as named in the route.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// What follows the question mark of the address: which page, which kind of rows; never what somebody typed.
    pub fn asked(&self, name: &str) -> &str {
        self.query.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The case of the path's handle.
    pub fn case(&self) -> Result<base::CaseId, Fault> {
        self.session()?.case_of(self.param("handle")).ok_or(Fault::NotFound)
    }

    pub fn handle(&self, case: base::CaseId) -> Result<String, Fault> {
        Ok(self.session()?.handle(case, &mut *self.app.rng()))
    }

    pub fn chrome(&self) -> Chrome {
        let actor = self.session.as_ref().map(|session| session.actor.clone());
        let may = |action| actor.as_ref().is_some_and(|a| a.role.may(action));
        Chrome {
            tongue: self.tongue,
            nav: Nav {
                people: may(Action::FindPeople),
                arrivals: may(Action::Register),
                lists: may(Action::TakeInList),
                users: may(Action::ManageMembers),
                log: may(Action::ReadLog),
            },
            idle_minutes: if actor.is_some() { IDLE_MINUTES } else { 0 },
            who: actor.map(|a| Who { label: a.name, role: a.role.key().to_owned() }),
            path: self.path.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned() + "-" + crate::pages::assets::fingerprint(),
            demo: !self.app.options.demo.is_empty(),
        }
    }
}

/// A state-changing request is taken only from our own pages (ASVS 3.5.1): browsers say where it comes from.
fn same_site(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), _, _) => site == "same-origin",
        (None, Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        _ => false,
    }
}

#[derive(Default)]
struct Body {
    pairs: Vec<(String, String)>,
    upload: Option<Upload>,
    json: serde_json::Value,
}

async fn read_body(request: Request, headers: &HeaderMap) -> Result<Body, Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    if kind.starts_with("multipart/form-data") {
        return read_multipart(request).await;
    }
    if kind.starts_with("application/octet-stream") {
        let bytes = to_bytes(request.into_body(), LARGEST_FILE).await.map_err(|_| Fault::TooLarge)?.to_vec();
        return Ok(Body { upload: Some(Upload { name: String::new(), bytes }), ..Body::default() });
    }
    let bytes = to_bytes(request.into_body(), LARGEST_FORM).await.map_err(|_| Fault::TooLarge)?;
    if kind.starts_with("application/json") {
        let json = serde_json::from_slice(&bytes).map_err(|_| Fault::NotFound)?;
        return Ok(Body { json, ..Body::default() });
    }
    let pairs = serde_urlencoded::from_bytes(&bytes).map_err(|_| Fault::NotFound)?;
    Ok(Body { pairs, ..Body::default() })
}

async fn read_multipart(request: Request) -> Result<Body, Fault> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| Fault::TooLarge)?;
    let (mut pairs, mut upload) = (Vec::new(), None);
    while let Some(field) = multipart.next_field().await.map_err(|_| Fault::TooLarge)? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(file) => {
                let bytes = field.bytes().await.map_err(|_| Fault::TooLarge)?.to_vec();
                upload = Some(Upload { name: file, bytes });
            }
            None => pairs.push((name, field.text().await.map_err(|_| Fault::TooLarge)?)),
        }
    }
    Ok(Body { pairs, upload, ..Body::default() })
}

/// `Authorization: Bearer …`
fn token(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    Some(value.strip_prefix("Bearer ")?.trim().to_owned())
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split("; "))
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=').map(str::to_owned))
}

fn tongue(headers: &HeaderMap) -> Tongue {
    let chosen = cookie(headers, TONGUE_COOKIE).and_then(|tag| Tongue::from_tag(&tag));
    let accepted = || headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    chosen.unwrap_or_else(|| Tongue::from_accept_language(accepted().unwrap_or("")))
}

/// "Chrome on Android": enough to know one's own devices apart, too little to follow anybody.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let first = |known: &[(&str, &str)]| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map_or("", |(_, name)| name).to_owned()
    };
    let browser = first(&[("Firefox", "Firefox"), ("Edg", "Edge"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
