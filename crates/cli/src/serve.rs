//! `safeconduct serve`: the pages, until somebody stops them.

use crate::alerting::Alerting;
use crate::backup::stones;
use crate::upkeep::open_to_write;
use crate::watching::{self, Watching};
use crate::witness::Asked;
use crate::{Place, edge, guard};
use anyhow::{Context, Result, bail};
use casework::round;
use pathway::pack::Shipped;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::Duration;
use store::failpoint::{self, Failpoint};
use tokio::net::TcpListener;
use web::serve::{Listening, Proxies, Tls, refuse_in_clear};
use web::watch::Level;
use web::{App, Options};

#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    place: Place,
    /// Where to listen. Anything but this machine needs TLS, its own or a proxy's.
    #[arg(long, default_value = "127.0.0.1:8440")]
    listen: SocketAddr,
    #[command(flatten)]
    ways: Ways,
    #[command(flatten)]
    asked: Asked,
    /// The country that people are led out of, by the folder of its pack: khm, or mmr-tha.
    #[arg(long, default_value = "khm", value_parser = shipped_pack)]
    pack: &'static Shipped,
    /// A telephone number for the printed cards.
    #[arg(long)]
    phone: Option<String>,
    #[command(flatten)]
    watching: Watching,
    #[command(flatten)]
    alerting: Alerting,
    /// Stops dead when this point is reached for the Nth time: for proving what a crash there costs.
    #[arg(long, hide = true, value_name = "NAME[:N]", value_parser = stop_at)]
    stop_at: Option<(Failpoint, u32)>,
}

/// How others reach a server of ours without anybody reading along.
#[derive(clap::Args)]
pub struct Ways {
    /// The server's certificate and those above it, PEM; read again when the file changes or on SIGHUP.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The private key of the certificate, PEM.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// A proxy with TLS stands in front and says for whom it asks. Its addresses, with commas between; this machine
    /// when none is given.
    #[arg(long, value_name = "ADDRESSES", num_args = 0..=1, value_delimiter = ',')]
    behind_proxy: Option<Vec<IpAddr>>,
}

impl Ways {
    /// Refuses an address at which others would read along.
    pub fn listening(self, listen: SocketAddr) -> Result<Listening> {
        let tls = match (&self.tls_cert, &self.tls_key) {
            (Some(certificate), Some(key)) => Some(Tls::read(certificate, key).map_err(anyhow::Error::msg)?),
            _ => None,
        };
        let listening = Listening { tls, proxies: self.behind_proxy.map(Proxies), ..Listening::default() };
        match refuse_in_clear(listen, &listening) {
            Ok(()) => Ok(listening),
            Err(sentence) => bail!(sentence),
        }
    }
}

impl Serve {
    pub fn run(self) -> Result<()> {
        if let Some((point, times)) = self.stop_at {
            failpoint::arm(point, times);
        }
        let listening = self.ways.listening(self.listen)?;
        let scheme = if listening.tls.is_some() { "https" } else { "http" };
        let store = open_to_write(&self.place)?;
        let (watch, witnesses) = (self.watching.watch(Level::Info), self.asked.witnesses()?);
        let tell_by = self.alerting.wanted()?;
        let options =
            Options { phone: self.phone, pack: Some(self.pack), watch, witnesses, tell_by, ..Options::default() };
        let app = App::new(store, edge::EDGE, options)?;
        // Whoever runs the machine is told once what its memory is not protected from.
        for sentence in guard::state().lacking() {
            eprintln!("{sentence}");
        }
        until_stopped(self.listen, listening, app, |address| {
            println!("Open {scheme}://{address} in a browser. Ctrl-C stops.");
        })
    }
}

fn shipped_pack(id: &str) -> Result<&'static Shipped, String> {
    let all = pathway::pack::shipped();
    let known = || all.iter().map(|one| one.id).collect::<Vec<_>>().join(", ");
    all.iter().find(|one| one.id == id).ok_or_else(|| format!("There is no pack of this name. There are: {}.", known()))
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
pub fn until_stopped(listen: SocketAddr, listening: Listening, app: App, ready: impl FnOnce(String)) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(listen).await.with_context(|| format!("Nothing can listen at {listen}: another program may be there. Try another port with --listen or --port."))?;
        watching::begin(&app).await?;
        ready(format!("localhost:{}", listener.local_addr()?.port()));
        let sweeper = tokio::spawn(sweep(app.clone(), listening.tls.clone()));
        let renewing = tokio::spawn(renew(listening.tls.clone()));
        let showing = tokio::spawn(web::witness::run(app.clone()));
        let deliverer = tokio::spawn(web::deliver::run(app.clone()));
        web::serve(listener, app.clone(), listening, stopped()).await?;
        sweeper.abort();
        renewing.abort();
        deliverer.abort();
        showing.abort();
        app.lock_everything();
        watching::end(&app);
        Ok(())
    })
}

/// Once a minute: ends idle sign-ins also when nobody comes back to find them ended, makes the round, brings
/// every desk up to date, tells the backups what was erased, looks whether the certificate was renewed, and says whether pages broke the content policy.
async fn sweep(app: App, tls: Option<Tls>) {
    const MINUTE: Duration = Duration::from_secs(60);
    // Not at once: whoever starts the server wants it to answer first.
    let mut minute = tokio::time::interval_at(tokio::time::Instant::now() + MINUTE, MINUTE);
    let (mut reported, mut carried) = (0, 0);
    loop {
        minute.tick().await;
        app.sessions.sweep(app.now());
        let going = app.clone();
        let made = tokio::task::spawn_blocking(move || {
            let round = round::make(&going.store, going.pack(), going.now(), &mut *going.rng()).map(drop);
            // Also what another server on this database erased leaves the memory of this one.
            round.and(going.desks.follow(&going.store, going.now()))
        });
        if let Ok(Err(error)) = made.await {
            app.options.watch.log.failed(app.now(), None, &error);
        }
        let going = app.clone();
        let carrying = tokio::task::spawn_blocking(move || {
            let mut there = carried;
            (stones::carry(&going.store, &mut there), there)
        });
        match carrying.await {
            Ok((Ok(()), there)) => carried = there,
            Ok((Err(error), _)) => eprintln!("{error}"),
            Err(_) => {}
        }
        if let Some(Err(sentence)) = tls.as_ref().map(Tls::read_if_changed) {
            eprintln!("{sentence}");
        }
        let reports = app.limits.policy_reports.load(Ordering::Relaxed);
        if reports > reported {
            eprintln!("Browsers reported {} breaches of the content policy.", reports - reported);
            reported = reports;
        }
    }
}

/// Reads the certificate again whenever the system asks for it.
pub async fn renew(tls: Option<Tls>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        // Without TLS the signal is taken too: otherwise it would end the program.
        let Ok(mut asked) = signal(SignalKind::hangup()) else { return };
        while asked.recv().await.is_some() {
            match tls.as_ref().map(Tls::read_again) {
                Some(Ok(())) => eprintln!("The certificate was read again."),
                Some(Err(sentence)) => eprintln!("{sentence}"),
                None => {}
            }
        }
    }
}

/// Ctrl-C or a polite kill.
pub async fn stopped() {
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
