//! One request as handlers see it: who, in which language, with which form.

use crate::app::App;
use crate::fault::Fault;
use crate::pages::opening;
use crate::serve::Whence;
use crate::session::{IDLE_MINUTES, Session, held, secret_of_token};
use crate::tongue::Tongue;
use crate::views::{Chrome, Filled, Nav, Who};
use crate::watch::RequestId;
use access::integration::TOKEN_START;
use access::{AccessError, Action, Cx, Role, command_with, member};
use axum::RequestPartsExt;
use axum::body::to_bytes;
use axum::extract::{FromRequest, MatchedPath, Multipart, RawPathParams, Request};
use axum::http::{Extensions, HeaderMap, Method, header};
use base::{Date, Instant};
use casework::desk::{SharedDesk, Stage};
use serde::de::DeserializeOwned;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

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
    /// By which the log's line of this request is found.
    pub request: RequestId,
    path: String,
    /// The path as the map of the pages has it, with the names of its parts.
    route: String,
    /// Whence it comes, for limits alone.
    pub whence: Whence,
    /// The word by which a browser is known in which somebody signed in before.
    pub browser: Option<String>,
    params: Vec<(String, String)>,
    query: Vec<(String, String)>,
    pub form: Filled,
    pub upload: Option<Upload>,
    /// What a program sends; null when it sent no JSON.
    pub json: serde_json::Value,
    sent_json: bool,
    /// Whether only the changing part of the page is wanted.
    pub fragment: bool,
    pub device: String,
}

pub const COOKIE: &str = "__Host-registry";
pub const TONGUE_COOKIE: &str = "__Host-tongue";
pub const BROWSER_COOKIE: &str = "__Host-browser";
/// How long a request waits for a desk that is being opened.
const PATIENCE: Duration = Duration::from_secs(20);
pub const LARGEST_FORM: usize = 256 * 1024;
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// What a file brings with it: names of fields, and the lines between them.
const AROUND_A_FILE: usize = 64 * 1024;
/// The widest list has 300 columns.
const MOST_FIELDS: usize = 2_000;
const LONGEST_ADDRESS: usize = 2_048;
/// A form is typed, and small; a file may come over a poor network.
const FORM_TIME: Duration = Duration::from_secs(30);
const FILE_TIME: Duration = Duration::from_secs(15 * 60);

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
        let session = match secret {
            Some(token) if token.starts_with(TOKEN_START) => {
                if is_program {
                    integration(&app, token, device(&headers)).await
                } else {
                    None
                }
            }
            Some(secret) => app.sessions.find(&secret, now),
            None => None,
        };
        let mut visit = Visit {
            session,
            holds: OnceLock::new(),
            tongue: tongue(&headers),
            now,
            request: parts.extensions.get().copied().unwrap_or_default(),
            path: parts.uri.path().to_owned(),
            route: route_of(&parts.extensions).to_owned(),
            whence: parts.extensions.get::<Whence>().copied().unwrap_or_default(),
            browser: cookie(&headers, BROWSER_COOKIE),
            params,
            query: parts.uri.query().and_then(|query| serde_urlencoded::from_str(query).ok()).unwrap_or_default(),
            form: Filled::default(),
            upload: None,
            json: serde_json::Value::Null,
            sent_json: false,
            fragment: headers.get("x-fragment").is_some(),
            device: device(&headers),
            app,
        };
        if parts.uri.to_string().len() > LONGEST_ADDRESS {
            return Err((Box::new(visit), Fault::AddressTooLong));
        }
        if parts.method != Method::POST {
            return Ok(visit);
        }
        if !is_program && !same_site(&headers) {
            return Err((Box::new(visit), Fault::Foreign));
        }
        let most = if takes_a_file(&visit.route) { LARGEST_FILE + AROUND_A_FILE } else { LARGEST_FORM };
        let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length: usize| length > most) {
            return Err((Box::new(visit), Fault::TooLarge));
        }
        let request = Request::from_parts(parts, body);
        let read = match is_program {
            true => read_sent(request, &headers, most).await,
            false => read_body(request, &headers, most).await,
        };
        match read {
            Ok(Body { pairs, upload, json }) => {
                visit.form.pairs = pairs;
                visit.upload = upload;
                visit.sent_json = json.is_some();
                visit.json = json.unwrap_or_default();
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
            None => self.app.store.read(|tx| self.still_holds(tx, session))?,
        };
        if holds { Ok(session) } else { Err(Fault::SignInNeeded) }
    }

    fn still_holds(&self, tx: &mut store::Tx, session: &Session) -> access::Result<bool> {
        let salt = member::salt_of_enabled(tx, session.member, self.now)?;
        let is_over = |s: &Session| Some(*held(&s.opened_with)) != salt;
        if is_over(session) {
            self.app.sessions.end(|s| s.member == session.member && is_over(s));
        }
        Ok(*self.holds.get_or_init(|| !is_over(session)))
    }

    /// Whoever is signed in, without asking whether the sign-in still holds: for what shows nothing of any case.
    pub fn signed_in(&self) -> Option<&Arc<Session>> {
        self.session.as_ref()
    }

    pub fn route(&self) -> &str {
        &self.route
    }

    pub fn is_signed_in(&self) -> bool {
        self.session.is_some()
    }

    pub fn role(&self) -> Option<Role> {
        self.session.as_ref().map(|session| session.actor.role)
    }

    /// Runs a command as whoever is signed in. Whether the sign-in still holds is asked in the same transaction,
    /// and the keys are given back before the commit: many requests of one sign-in wait for the disk together.
    pub fn command<T>(&self, work: impl FnOnce(&mut Cx) -> access::Result<T>) -> Result<T, Fault> {
        let session = self.session.as_ref().ok_or(Fault::SignInNeeded)?;
        let keys = || session.keys.lock();
        let watch = &self.app.options.watch;
        let begun = (watch.instruments.stopwatch)();
        let done = command_with(&self.app.store, session.member, keys, self.now, &mut *self.app.rng(), |cx| {
            let holds = match self.holds.get() {
                Some(holds) => *holds,
                None => self.still_holds(cx.tx, session)?,
            };
            if holds { work(cx).map(Some) } else { Ok(None) }
        });
        watch.figures.commands.add((watch.instruments.stopwatch)().saturating_sub(begun));
        let answer = done?.ok_or(Fault::SignInNeeded)?;
        self.app.growth.look();
        Ok(answer)
    }

    /// Refuses, on the record, what the role does not include; asks the database nothing when it does. For what goes
    /// on to a command, which asks the rest.
    pub fn expect(&self, action: Action) -> Result<(), Fault> {
        let session = self.session.as_ref().ok_or(Fault::SignInNeeded)?;
        if session.actor.may(action) { Ok(()) } else { self.command(|cx| cx.permit(action)) }
    }

    /// Puts a refusal on the record and answers it, where a page has no command of its own to refuse.
    pub fn permit(&self, action: Action) -> Result<(), Fault> {
        let session = self.session()?;
        let permitted = session.actor.may(action);
        // Only a refusal has something to write down.
        if permitted { Ok(()) } else { self.command(|cx| cx.permit(action)) }
    }

    /// What a program sent, as `T`: what does not belong there is refused with its name.
    pub fn sent<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        if !self.sent_json {
            return Err(Fault::unsupported());
        }
        serde_path_to_error::deserialize(&self.json).map_err(|error| Fault::unfit(&error))
    }

    /// The working set of whoever is signed in. A program that asks before it is open is told to come back.
    pub fn desk(&self) -> Result<&SharedDesk, Fault> {
        let session = self.session()?;
        if !session.actor.may(Action::FindPeople) {
            return Err(Fault::Access(AccessError::Refused { action: Action::FindPeople }));
        }
        let desk = session.desk.get_or_init(|| opening::begin(&self.app, &session.keys.lock(), self.now));
        match desk.wait(PATIENCE) {
            Stage::Open => Ok(desk),
            Stage::Opening { .. } => Err(Fault::opening()),
            Stage::Failed => Err(AccessError::Unreadable.into()),
        }
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
        let may = |action| actor.as_ref().is_some_and(|a| a.may(action));
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
    json: Option<serde_json::Value>,
}

/// What a program sends: JSON, a file, or nothing.
async fn read_sent(request: Request, headers: &HeaderMap, most: usize) -> Result<Body, Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let is_file = kind.starts_with("application/octet-stream");
    let limit = if is_file { most } else { LARGEST_FORM };
    let bytes = to_bytes(request.into_body(), limit).await.map_err(|_| Fault::TooLarge)?;
    if is_file {
        return Ok(Body { upload: Some(Upload { name: String::new(), bytes: bytes.to_vec() }), ..Body::default() });
    }
    // Clients name a kind also where they send nothing.
    if bytes.is_empty() {
        return Ok(Body::default());
    }
    if kind.starts_with("application/json") {
        let json = serde_json::from_slice(&bytes).map_err(|error| Fault::malformed(&error))?;
        return Ok(Body { json: Some(json), ..Body::default() });
    }
    Err(Fault::unsupported())
}

fn route_of(extensions: &Extensions) -> &str {
    extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str)
}

/// How long a request may take to arrive.
pub fn time_for(request: &Request) -> Duration {
    if takes_a_file(route_of(request.extensions())) { FILE_TIME } else { FORM_TIME }
}

/// Routes to which lists and other files are brought; everything else is a form.
fn takes_a_file(route: &str) -> bool {
    matches!(route, "/lists")
        || matches!(route.strip_prefix(crate::api::UNDER), Some("/lists" | "/lists/read" | "/htcds"))
}

async fn read_body(request: Request, headers: &HeaderMap, most: usize) -> Result<Body, Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let (parts, body) = request.into_parts();
    let is_form = !kind.starts_with("multipart/form-data") && !kind.starts_with("application/octet-stream");
    let most = if is_form { most.min(LARGEST_FORM) } else { most };
    // Read whole before it is looked at: what is cut off is never taken for all of it.
    let bytes = to_bytes(body, most).await.map_err(|_| Fault::TooLarge)?;
    if kind.starts_with("multipart/form-data") {
        return read_multipart(Request::from_parts(parts, bytes.into())).await;
    }
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&bytes).map_err(|_| Fault::NotFound)?;
    if pairs.len() > MOST_FIELDS { Err(Fault::TooLarge) } else { Ok(Body { pairs, ..Body::default() }) }
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
        if pairs.len() > MOST_FIELDS {
            return Err(Fault::TooLarge);
        }
    }
    Ok(Body { pairs, upload, ..Body::default() })
}

/// The sign-in of an integration, whose keys its token opens where they are not in memory.
async fn integration(app: &App, token: String, device: String) -> Option<Arc<Session>> {
    let name = secret_of_token(&token);
    if let Some(session) = app.sessions.find(&name, app.now()) {
        return Some(session);
    }
    let app = app.clone();
    let opening = tokio::task::spawn_blocking(move || {
        app.sessions.admit(&name, app.now(), || {
            let mut rng = app.rng();
            let keys = access::integration::open(&app.store, &token, app.now(), &mut *rng).ok()?;
            Some(Session::new(keys, None, device, app.now(), &mut *rng))
        })
    });
    opening.await.ok().flatten()
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
