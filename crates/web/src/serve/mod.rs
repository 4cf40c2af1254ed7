//! The serving loop: who is let in, for how long, and how everybody is seen off.
//!
//! A connection is closed when it says nothing for a while, when it takes too long over its headers or over an
//! answer, when the server ends, and when somebody presses the panic lock: what was last typed still stands in
//! the read buffer of a connection that is kept open.

mod connection;
mod places;
mod stalled;
mod tls;
mod whence;

pub use tls::Tls;
pub use whence::{Proxies, Whence};

use crate::app::App;
use crate::routes;
use axum::Router;
use connection::Host;
use places::Places;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// How the server listens.
#[derive(Default)]
pub struct Listening {
    /// Our own TLS; without it whoever listens on the way reads along.
    pub tls: Option<Tls>,
    /// Proxies that are believed when they say for whom they ask.
    pub proxies: Option<Proxies>,
    pub patience: Patience,
}

/// How long the server waits, and for how many.
#[derive(Clone, Copy)]
pub struct Patience {
    /// For the whole of a request's headers, and for the next request on an open connection.
    pub headers: Duration,
    /// For somebody who takes not one byte of an answer.
    pub stalled: Duration,
    pub handshake: Duration,
    /// For requests that are under way when the server ends.
    pub ending: Duration,
    /// For requests that are under way when everything is locked.
    pub locking: Duration,
    pub connections: usize,
    /// Of one address, unless it is a proxy.
    pub of_one: usize,
}

impl Default for Patience {
    fn default() -> Self {
        Patience {
            headers: Duration::from_secs(20),
            stalled: Duration::from_secs(30),
            handshake: Duration::from_secs(10),
            ending: Duration::from_secs(20),
            locking: Duration::from_millis(700),
            connections: 768,
            of_one: 384,
        }
    }
}

/// Why every connection is asked to end. Counted, so that a second lock is seen by who came after the first.
#[derive(Clone, Copy, Default)]
pub struct Hangup {
    pub locks: u64,
    pub ends: bool,
}

impl Listening {
    /// In clear only a proxy is spoken to, and this machine: whoever comes past the proxy gets no answer.
    fn speaks_to(&self, peer: IpAddr) -> bool {
        let proxy = || self.proxies.as_ref().is_some_and(|proxies| proxies.trust(peer));
        self.tls.is_some() || peer.to_canonical().is_loopback() || proxy()
    }
}

/// What is refused before anything is served: the cookie would travel in clear.
pub fn refuse_in_clear(address: SocketAddr, listening: &Listening) -> Result<(), String> {
    if address.ip().is_loopback() || listening.tls.is_some() || listening.proxies.is_some() {
        return Ok(());
    }
    Err(format!(
        "{address} is reached by other machines, and without TLS everything would travel readable. Nothing was \
         started. Give --tls-cert and --tls-key, or --behind-proxy where a proxy has TLS, or listen at 127.0.0.1."
    ))
}

/// Serves the pages until `stop` is ready.
pub async fn serve(
    listener: TcpListener,
    app: App,
    listening: Listening,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    serve_routes(listener, routes::router(app.clone()), app.hangup.clone(), listening, stop).await
}

/// Serves until `stop` is ready; requests that are under way are finished first, but not for ever.
pub async fn serve_routes(
    listener: TcpListener,
    router: Router,
    hangup: watch::Sender<Hangup>,
    listening: Listening,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let host = Arc::new(Host { router, listening, hangup });
    let places = Places::new(host.listening.patience);
    let mut connections = JoinSet::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            arrived = listener.accept() => match arrived {
                Ok(arrived) => arrived,
                Err(error) => { after_failure(&error).await; continue }
            },
            Some(_) = connections.join_next() => continue,
        };
        welcome(&host, &places, stream, peer.ip(), &mut connections);
    }
    drop(listener);
    host.hangup.send_modify(|hangup| hangup.ends = true);
    let all_gone = async { while connections.join_next().await.is_some() {} };
    if timeout(host.listening.patience.ending, all_gone).await.is_err() {
        connections.shutdown().await;
    }
    Ok(())
}

fn welcome(host: &Arc<Host>, places: &Places, stream: TcpStream, peer: IpAddr, connections: &mut JoinSet<()>) {
    if !host.listening.speaks_to(peer) {
        return;
    }
    let host = host.clone();
    // Without this an answer in two parts waits for the other side's acknowledgement. It saves time, nothing else.
    let _ = stream.set_nodelay(true);
    let through_proxy = host.listening.proxies.as_ref().is_some_and(|proxies| proxies.trust(peer));
    match places.take((!through_proxy).then_some(peer)) {
        Some(place) => {
            connections.spawn(async move {
                host.attend(stream, peer).await;
                drop(place);
            });
        }
        None => {
            let Some(door) = places.at_the_door() else { return };
            connections.spawn(async move {
                host.turn_away(stream).await;
                drop(door);
            });
        }
    }
}

/// One who hung up before being let in is nothing. When the system has no more files to give, a moment passes
/// until one is free, or the loop would turn without end.
async fn after_failure(error: &io::Error) {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        let _ = timeout(Duration::from_millis(200), std::future::pending::<()>()).await;
    }
}

#[cfg(test)]
mod tests;
