//! What all requests share: the store, the desks, the sign-ins, and the edge of the world.

use crate::deliver::Growth;
use crate::pages::lists::Running;
use crate::routes;
use crate::session::Sessions;
use access::organisation;
use base::Instant;
use casework::desk::Desks;
use rand_core::CryptoRng;
use std::sync::{Arc, Mutex};
use store::Store;
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
}

#[derive(Clone)]
pub struct App(Arc<Shared>);

pub struct Shared {
    pub store: Store,
    pub desks: Desks,
    pub sessions: Sessions,
    pub running: Running,
    /// How far the log has grown, for those who wait for it.
    pub growth: Growth,
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
    pub fn new(store: Store, edge: Edge, options: Options) -> access::Result<App> {
        let organisation =
            store.read(organisation::name)?.ok_or(access::AccessError::Store(store::StoreError::Missing))?;
        let (desks, sessions, running) = (Desks::default(), Sessions::default(), Running::default());
        let growth = Growth::default();
        let shared = Shared { store, desks, sessions, running, growth, edge, options, organisation };
        Ok(App(Arc::new(shared)))
    }

    pub fn now(&self) -> Instant {
        (self.edge.clock)()
    }

    pub fn rng(&self) -> Box<dyn CryptoRng> {
        (self.edge.random)()
    }
}

/// Serves until `stop` is ready; requests that are under way are finished first.
pub async fn serve(
    listener: tokio::net::TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, routes::router(app)).with_graceful_shutdown(stop).await
}
