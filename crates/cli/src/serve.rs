//! `safeconduct serve`: the pages, until somebody stops them.

use crate::upkeep::open_to_write;
use crate::watching::{self, Watching};
use crate::{Place, edge};
use access::keyring::forget_expired;
use anyhow::{Context, Result};
use std::net::SocketAddr;
use store::failpoint::{self, Failpoint};
use tokio::net::TcpListener;
use web::watch::Level;
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
    #[command(flatten)]
    watching: Watching,
    /// Stops dead when this point is reached for the Nth time: for proving what a crash there costs.
    #[arg(long, hide = true, value_name = "NAME[:N]", value_parser = stop_at)]
    stop_at: Option<(Failpoint, u32)>,
}

impl Serve {
    pub fn run(self) -> Result<()> {
        if let Some((point, times)) = self.stop_at {
            failpoint::arm(point, times);
        }
        let store = open_to_write(&self.place)?;
        let options = Options { phone: self.phone, watch: self.watching.watch(Level::Info), ..Options::default() };
        let app = App::new(store, edge::EDGE, options)?;
        until_stopped(self.listen, app, |address| println!("Open http://{address} in a browser. Ctrl-C stops."))
    }
}

fn stop_at(text: &str) -> Result<(Failpoint, u32), String> {
    let (name, times) = text.split_once(':').unwrap_or((text, "1"));
    let point = Failpoint::named(name).ok_or_else(|| {
        let known: Vec<String> = Failpoint::ALL.iter().map(|p| format!("{}: {}", p.name(), p.meaning())).collect();
        format!("There is no point of this name. There are:\n{}", known.join("\n"))
    })?;
    Ok((point, times.parse().map_err(|_| "After the colon stands how often it is to be reached.".to_owned())?))
}

/// Serves until Ctrl-C or a polite kill; `ready` is told the address.
pub fn until_stopped(listen: SocketAddr, app: App, ready: impl FnOnce(String)) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("Nothing can listen at {listen}: another program may be there. Try another port with --listen or --port."))?;
        watching::begin(&app).await?;
        ready(format!("localhost:{}", listener.local_addr()?.port()));
        let sweeper = tokio::spawn(sweep(app.clone()));
        web::serve(listener, app.clone(), stopped()).await?;
        sweeper.abort();
        app.sessions.end_all();
        watching::end(&app);
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
            app.options.watch.log.failed(app.now(), None, &error);
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
