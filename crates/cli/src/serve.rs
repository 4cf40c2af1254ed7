//! `safeconduct serve`: the pages, until somebody stops them.

use crate::{Place, edge};
use access::keyring::forget_expired;
use anyhow::{Context, Result};
use std::net::SocketAddr;
use store::Store;
use tokio::net::TcpListener;
use web::{App, Options};

#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    /// Where to listen. Anything but this machine needs TLS in front: cookies travel only over HTTPS.
    #[arg(long, default_value = "127.0.0.1:8440")]
    listen: SocketAddr,
    /// A telephone number for the printed cards.
    #[arg(long)]
    phone: Option<String>,
}

impl Serve {
    pub fn run(self) -> Result<()> {
        let store = Store::open(&self.place.dir)?;
        let app = App::new(store, edge::EDGE, Options { phone: self.phone, ..Options::default() })?;
        until_stopped(self.listen, app, |address| println!("Open http://{address} in a browser. Ctrl-C stops."))
    }
}

/// Serves until Ctrl-C or a polite kill; `ready` is told the address.
pub fn until_stopped(listen: SocketAddr, app: App, ready: impl FnOnce(String)) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("Nothing can listen at {listen}: another program may be there. Try another port with --listen or --port."))?;
        ready(format!("localhost:{}", listener.local_addr()?.port()));
        let sweeper = tokio::spawn(sweep(app.clone()));
        let deliverer = tokio::spawn(web::deliver::run(app.clone()));
        web::serve(listener, app.clone(), stopped()).await?;
        sweeper.abort();
        deliverer.abort();
        app.sessions.end_all();
        Ok(())
    })
}

/// Ends idle sign-ins also when nobody comes back to find them ended, and deletes keys whose time is over.
async fn sweep(app: App) {
    let mut minute = tokio::time::interval(std::time::Duration::from_secs(60));
    loop {
        minute.tick().await;
        app.sessions.sweep(app.now());
        let swept = app.clone();
        let forgetting = tokio::task::spawn_blocking(move || swept.store.write(|tx| forget_expired(tx, swept.now())));
        if let Ok(Err(error)) = forgetting.await {
            eprintln!("{error}");
        }
    }
}

async fn stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! { _ = tokio::signal::ctrl_c() => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
