//! What all requests share: the store, the desks, the sign-ins, and the edge of the world.

use crate::deliver::Growth;
use crate::deliver::alerts::{Tellers, Wanted};
use crate::limits::Limits;
use crate::pages::lists::Running;
use crate::serve::Hangup;
use crate::session::Sessions;
use access::organisation;
use base::Instant;
use casework::desk::Desks;
use pathway::pack::{Shipped, shipped};
use rand_core::CryptoRng;
use std::sync::{Arc, Mutex};
use store::Store;
use tokio::sync::watch;
use vault::second_factor::TotpSecret;

/// Reads the clock; handed in by whoever starts the server.
pub type Clock = fn() -> Instant;
/// Makes a source of chance; handed in by whoever starts the server.
pub type RandomSource = fn() -> Box<dyn CryptoRng>;

/// Time and chance.
#[derive(Clone, Copy)]
pub struct Edge {
    pub clock: Clock,
    pub random: RandomSource,
}

/// An invented member whom one button of the demonstration signs in.
pub struct DemoMember {
    pub role: access::Role,
    pub name: String,
    /// Follows when somebody tries out changing it, so that the button goes on working.
    pub passphrase: Mutex<String>,
    pub totp: TotpSecret,
}

#[derive(Default)]
pub struct Options {
    /// Only in a demonstration: whom the first page offers to sign in as.
    pub demo: Vec<DemoMember>,
    /// The organisation's number for printed cards.
    pub phone: Option<String>,
    /// What whoever runs the machine sees.
    pub watch: crate::watch::Watch,
    /// Who remembers, outside, how far the log had come.
    pub witnesses: crate::witness::Witnesses,
    /// By what members are told that something waits.
    pub tell_by: Wanted,
    /// The country that people are led out of, by the folder of its pack; the first that is shipped where none is said.
    pub pack: Option<&'static Shipped>,
}

#[derive(Clone)]
pub struct App(Arc<Shared>);

pub struct Shared {
    pub store: Store,
    pub desks: Desks,
    pub sessions: Sessions,
    pub running: Running,
    pub limits: Limits,
    /// Tells every open connection to end.
    pub hangup: watch::Sender<Hangup>,
    /// How far the log has grown, for those who wait for it.
    pub growth: Growth,
    /// By what members are told that something waits.
    pub tellers: Tellers,
    pub edge: Edge,
    pub options: Options,
    pub organisation: String,
}

impl std::ops::Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl App {
    pub fn new(store: Store, edge: Edge, mut options: Options) -> access::Result<App> {
        let organisation =
            store.read(organisation::name)?.ok_or(access::AccessError::Store(store::StoreError::Missing))?;
        store.read(casework::hearing::refresh)?;
        let (desks, sessions, running) = (Desks::default(), Sessions::default(), Running::default());
        let (limits, hangup) = (Limits::new(&mut *(edge.random)()), watch::Sender::new(Hangup::default()));
        let growth = Growth::default();
        let wanted = std::mem::take(&mut options.tell_by);
        let tellers = Tellers::new(wanted, &store, (edge.clock)(), &mut *(edge.random)())?;
        let shared =
            Shared { store, desks, sessions, running, limits, hangup, growth, tellers, edge, options, organisation };
        Ok(App(Arc::new(shared)))
    }

    /// The panic lock: every sign-in ends with its keys, and every connection with what was typed into it.
    pub fn lock_everything(&self) {
        self.sessions.end_all();
        self.hangup.send_modify(|hangup| hangup.locks += 1);
    }

    /// The pack of the country that people are led out of.
    pub fn pack(&self) -> &'static Shipped {
        self.options.pack.unwrap_or(&shipped()[0])
    }

    pub fn now(&self) -> Instant {
        (self.edge.clock)()
    }

    pub fn rng(&self) -> Box<dyn CryptoRng> {
        (self.edge.random)()
    }
}
