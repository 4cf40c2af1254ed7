//! Telling other systems that the log grew: one signed call to each webhook, with a position and nothing else.
//!
//! Whoever is called asks for the changes with keys of its own (`/api/v1/changes`). Several changes fold into one
//! call; what was answered is kept as a position, so that nothing is lost over a restart. With several servers on
//! one database a call may be made twice; its id is then the same.

use crate::app::App;
use access::webhook::{self, Address, Due};
use base::Instant;
use casework::feed;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::time::MissedTickBehavior;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// How far the log has grown, for those who wait for it in this server.
pub struct Growth {
    position: watch::Sender<i64>,
    committed: Notify,
}

impl Default for Growth {
    fn default() -> Self {
        Growth { position: watch::Sender::new(-1), committed: Notify::new() }
    }
}

impl Growth {
    /// Something may have been written here.
    pub fn look(&self) {
        self.committed.notify_one();
    }

    /// Changes when an event was written, here or by another server.
    pub fn watch(&self) -> watch::Receiver<i64> {
        self.position.subscribe()
    }
}

/// Looks at the log once a second, and at once when something was written here; calls webhooks at most once a
/// second. Never ends.
pub async fn run(app: App) {
    let mut second = tokio::time::interval(Duration::from_secs(1));
    second.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut calling: Option<tokio::task::JoinHandle<()>> = None;
    loop {
        let tick = tokio::select! {
            _ = second.tick() => true,
            () = app.growth.committed.notified() => false,
        };
        let looking = app.clone();
        let newest = tokio::task::spawn_blocking(move || looking.store.read(feed::newest)).await;
        match newest {
            Ok(Ok(newest)) => {
                app.growth.position.send_if_modified(|known| std::mem::replace(known, newest) != newest);
            }
            Ok(Err(error)) => eprintln!("{error}"),
            Err(_) => {}
        }
        // A receiver that is slow keeps the next round waiting, and nobody else.
        if tick && calling.as_ref().is_none_or(tokio::task::JoinHandle::is_finished) {
            let app = app.clone();
            calling = Some(tokio::task::spawn_blocking(move || {
                if let Err(error) = round(&app) {
                    eprintln!("{error}");
                }
            }));
        }
    }
}

/// Calls every webhook that is behind and due, all at the same time.
pub fn round(app: &App) -> access::Result<()> {
    let now = app.now();
    let newest = app.store.read(feed::newest)?;
    let due = app.store.read(|tx| webhook::due(tx, newest, now))?;
    std::thread::scope(|threads| {
        let calls: Vec<_> = due.iter().map(|due| threads.spawn(move || tell(app, due, newest, now))).collect();
        calls.into_iter().try_for_each(|call| call.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn tell(app: &App, due: &Due, newest: i64, now: Instant) -> access::Result<()> {
    let called = call(due, "log.grew", newest, now);
    app.store.write(|tx| match &called {
        Ok(()) => webhook::answered(tx, &due.webhook.id, newest),
        Err(trouble) => webhook::failed(tx, &due.webhook, &trouble.to_string(), trouble.is_final(), now),
    })
}

/// Why a call was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("The receiver answered with status {0} where 200 to 299 was expected.")]
    Status(u16),
    #[error("The receiver says that it is gone (410).")]
    Gone,
    #[error("The address leads into a private network, which was not allowed for this webhook.")]
    Private,
    #[error("The name of the address is not known.")]
    Unknown,
    #[error("The receiver did not answer within ten seconds.")]
    Slow,
    #[error("The connection failed, or its certificate is not one that is trusted.")]
    NoConnection,
}

impl Trouble {
    fn is_final(&self) -> bool {
        matches!(self, Trouble::Gone)
    }
}

const LONGEST_CALL: Duration = Duration::from_secs(10);
const LARGEST_HEADER: usize = 16 * 1024;

/// Makes one call. Nothing of the answer is read but its status; no redirect is followed.
pub fn call(due: &Due, kind: &str, position: i64, now: Instant) -> Result<(), Trouble> {
    let body = serde_json::json!({ "type": kind, "position": position }).to_string();
    let (id, seconds) = (due.call_id(position), now.millis() / 1000);
    let config = Agent::config_builder()
        .timeout_global(Some(LONGEST_CALL))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .max_response_header_size(LARGEST_HEADER)
        .max_idle_connections(0)
        .user_agent("registry")
        .build();
    let resolver = Guarded { private_allowed: due.webhook.private_allowed, inner: DefaultResolver::default() };
    let agent = Agent::with_parts(config, DefaultConnector::new(), resolver);
    let answer = agent
        .post(&due.webhook.address)
        .header("content-type", "application/json")
        .header("webhook-id", &id)
        .header("webhook-timestamp", seconds.to_string())
        .header("webhook-signature", due.signature(&id, seconds, &body))
        .send(&body);
    match answer.map(|answer| answer.status().as_u16()) {
        Ok(200..=299) => Ok(()),
        Ok(410) => Err(Trouble::Gone),
        Ok(status) => Err(Trouble::Status(status)),
        Err(ureq::Error::HostNotFound) => Err(Trouble::Unknown),
        Err(ureq::Error::Timeout(_)) => Err(Trouble::Slow),
        Err(ureq::Error::Other(other)) if other.is::<PrivateNetwork>() => Err(Trouble::Private),
        Err(ureq::Error::Io(error)) if is_unknown_name(&error) => Err(Trouble::Unknown),
        Err(_) => Err(Trouble::NoConnection),
    }
}

/// The system's resolver says it in words of its own, without a kind.
fn is_unknown_name(error: &std::io::Error) -> bool {
    error.raw_os_error().is_none() && error.to_string().contains("lookup")
}

/// Whether an address may be called at all, as it resolves now: said when it is added. Each call looks again.
pub fn check(address: &Address, private_allowed: bool) -> Result<(), Trouble> {
    let uri: Uri = address.as_str().parse().map_err(|_| Trouble::Unknown)?;
    let (scheme, authority) = uri.scheme().zip(uri.authority()).ok_or(Trouble::Unknown)?;
    let place = DefaultResolver::host_and_port(scheme, authority).ok_or(Trouble::Unknown)?;
    let mut found = place.to_socket_addrs().map_err(|_| Trouble::Unknown)?;
    if !private_allowed && found.any(|place| !is_public(place.ip())) { Err(Trouble::Private) } else { Ok(()) }
}

/// Resolves a name once, and lets only what it then sees be connected to: a name that answers differently a moment
/// later changes nothing.
struct Guarded {
    private_allowed: bool,
    inner: DefaultResolver,
}

impl fmt::Debug for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Guarded")
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a private network")]
struct PrivateNetwork;

impl Resolver for Guarded {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if !self.private_allowed && found.iter().any(|place| !is_public(place.ip())) {
            return Err(ureq::Error::Other(Box::new(PrivateNetwork)));
        }
        Ok(found)
    }
}

/// Whether an address is one of the open internet (IANA's registries of special addresses).
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_4(ip),
        IpAddr::V6(ip) => is_public_6(ip),
    }
}

fn is_public_4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 198 && (b == 18 || b == 19))
        || (a == 192 && b == 0 && c == 0);
    !special
}

fn is_public_6(ip: Ipv6Addr) -> bool {
    let [a, b, c, .., g, h] = ip.segments();
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    match (a, b) {
        // An IPv4 address inside: mapped, translated (64:ff9b::/96), or 6to4.
        (0, 0) => ip.to_ipv4_mapped().is_some_and(is_public_4),
        (0x64, 0xff9b) => is_public_4(v4(g, h)),
        (0x2002, _) => is_public_4(v4(b, c)),
        // Documentation and Teredo.
        (0x2001, 0xdb8 | 0) => false,
        _ => (0x2000..0x4000).contains(&a),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_internet_is_public() {
        for public in ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808", "::ffff:8.8.8.8"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "2001:db8::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001::1",
            "fec0::1",
            "::127.0.0.1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
    }

    #[test]
    fn an_address_on_this_machine_needs_the_flag() {
        let address = Address::read("https://localhost:9").unwrap();
        assert!(matches!(check(&address, false), Err(Trouble::Private)));
        assert!(check(&address, true).is_ok());
    }
}
