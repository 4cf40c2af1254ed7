//! One request as handlers see it: who, in which language, with which form.

mod body;
mod headers;

pub use body::{LARGEST_FILE, LARGEST_FORM, Upload, time_for};

use crate::app::App;
use crate::fault::Fault;
use crate::pages::opening;
use crate::serve::Whence;
use crate::session::{IDLE_MINUTES, Session, held, secret_of_token};
use crate::tongue::Tongue;
use crate::views::chrome::Waiting;
use crate::views::{Chrome, Filled, Nav, Who};
use crate::watch::RequestId;
use access::integration::TOKEN_START;
use access::{AccessError, Action, Cx, Role, alert, command_with, member};
use axum::RequestPartsExt;
use axum::extract::{RawPathParams, Request};
use axum::http::{Method, header};
use base::{Date, Instant};
use body::{Body, read_body, read_sent, route_of};
use casework::desk::{SharedDesk, Stage};
use headers::{cookie, device, same_site, token, tongue};
use serde::de::DeserializeOwned;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

pub struct Visit {
    pub app: App,
    session: Option<Arc<Session>>,
    /// Whether the session still holds, once it was asked.
    holds: OnceLock<bool>,
    /// How many alerts wait, once the frame of a page asked.
    waiting: OnceLock<Option<Waiting>>,
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
    /// The name under which the browser knows this server.
    host: String,
}

pub const COOKIE: &str = "__Host-registry";
pub const TONGUE_COOKIE: &str = "__Host-tongue";
pub const BROWSER_COOKIE: &str = "__Host-browser";
/// How long a request waits for a desk that is being opened.
const PATIENCE: Duration = Duration::from_secs(20);
/// For how many milliseconds the number of alerts is taken as it was.
const COUNTED_FOR: u64 = 5_000;
const LONGEST_ADDRESS: usize = 2_048;

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
            waiting: OnceLock::new(),
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
            host: headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned(),
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
        let most = body::most(&visit.route);
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

    /// Where this server is found, as people read it: "registry.example.org".
    pub fn site(&self) -> &str {
        &self.host
    }

    /// The same as an address that opens.
    pub fn site_with_scheme(&self) -> String {
        format!("{}://{}", if self.whence.over_tls { "https" } else { "http" }, self.host)
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

    /// How many alerts wait for whoever is signed in: counted at most every few seconds. A page is shown also when they
    /// cannot be counted.
    fn waiting(&self) -> Option<Waiting> {
        let session = self.session.as_ref().filter(|_| !self.fragment)?;
        let mut bell = *held(&session.bell);
        if bell.counted.is_none_or(|at| self.now.millis().abs_diff(at.millis()) > COUNTED_FOR) {
            let count = self.app.store.read(|tx| alert::unseen_count(tx, session.member)).ok()?;
            (bell.count, bell.counted) = (count, Some(self.now));
        }
        let is_news = bell.count > bell.said;
        bell.said = bell.count;
        *held(&session.bell) = bell;
        Some(Waiting { count: bell.count, is_news })
    }

    pub fn chrome(&self) -> Chrome {
        let actor = self.session.as_ref().map(|session| session.actor.clone());
        let may = |action| actor.as_ref().is_some_and(|a| a.may(action));
        Chrome {
            tongue: self.tongue,
            nav: Nav {
                today: may(Action::AnswerReferral),
                people: may(Action::FindPeople),
                now: may(Action::Hear),
                arrivals: may(Action::Register),
                lists: may(Action::TakeInList),
                referrals: may(Action::AnswerReferral),
                services: may(Action::ReadDirectory),
                rolls: may(Action::Plan),
                erasure: may(Action::Erase),
                users: may(Action::ManageMembers),
                log: may(Action::ReadLog),
                emergency: may(Action::AskEmergency) || may(Action::ReadLog),
            },
            idle_minutes: if actor.is_some() { IDLE_MINUTES } else { 0 },
            waiting: *self.waiting.get_or_init(|| self.waiting()),
            who: actor.map(|a| Who { label: a.name, role: a.role.key().to_owned() }),
            path: self.path.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned() + "-" + crate::pages::assets::fingerprint(),
            demo: !self.app.options.demo.is_empty(),
        }
    }
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
