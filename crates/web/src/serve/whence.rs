//! Whence a request comes, as far as limits and one header need it. It is never logged and never stored.

use super::Listening;
use axum::http::HeaderMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whence {
    /// An IPv6 household has 2^64 addresses: only the half that names the household counts.
    pub address: IpAddr,
    /// Whether the browser came over TLS, ours or the proxy's.
    pub over_tls: bool,
}

impl Default for Whence {
    fn default() -> Self {
        Whence { address: Ipv4Addr::LOCALHOST.into(), over_tls: false }
    }
}

/// Addresses whose word is taken for whom they ask.
#[derive(Clone, Debug, Default)]
pub struct Proxies(pub Vec<IpAddr>);

impl Proxies {
    /// This machine is trusted unless others are named.
    pub fn trust(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        if self.0.is_empty() {
            address.is_loopback()
        } else {
            self.0.iter().any(|known| known.to_canonical() == address)
        }
    }
}

impl Whence {
    pub fn of(headers: &HeaderMap, peer: IpAddr, listening: &Listening) -> Whence {
        let ours = listening.tls.is_some();
        let Some(proxies) = listening.proxies.as_ref().filter(|proxies| proxies.trust(peer)) else {
            return Whence { address: household(peer), over_tls: ours };
        };
        // The last entry is what our own proxy saw; the ones before it are what anybody may have written.
        let named = hops(headers).into_iter().rev().map_while(|hop| hop);
        let first_stranger = named.into_iter().find(|address| !proxies.trust(*address));
        let proto = last(headers, "x-forwarded-proto").or_else(|| parameter(&last(headers, "forwarded")?, "proto"));
        Whence {
            address: household(first_stranger.unwrap_or(peer)),
            over_tls: ours || proto.is_some_and(|proto| proto.eq_ignore_ascii_case("https")),
        }
    }
}

fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        four => four,
    }
}

/// All entries of a list header, over all its lines.
fn entries(headers: &HeaderMap, name: &str) -> Vec<String> {
    let lines = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(|entry| entry.trim().to_owned()).collect()
}

fn last(headers: &HeaderMap, name: &str) -> Option<String> {
    entries(headers, name).pop()
}

/// For whom each hop asked, the browser first; none for what is no address.
fn hops(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let plain = entries(headers, "x-forwarded-for");
    if !plain.is_empty() {
        return plain.iter().map(|entry| address(entry)).collect();
    }
    entries(headers, "forwarded").iter().map(|entry| address(&parameter(entry, "for")?)).collect()
}

/// One parameter of an element of `Forwarded` (RFC 7239).
fn parameter(element: &str, name: &str) -> Option<String> {
    let pairs = element.split(';').filter_map(|pair| pair.trim().split_once('='));
    let mut found = pairs.filter(|(key, _)| key.eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value.trim_matches('"').to_owned())
}

/// An address as proxies write it: bare, with a port, or in brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = || text.trim_start_matches('[').trim_end_matches(']').parse().ok();
    text.parse::<SocketAddr>().map(|with_port| with_port.ip()).ok().or_else(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(proxies: Option<&[&str]>, peer: &str, headers: &[(&'static str, &str)]) -> Whence {
        let proxies = proxies.map(|known| Proxies(known.iter().map(|a| a.parse().unwrap()).collect()));
        let listening = Listening { proxies, ..Listening::default() };
        let headers = headers.iter().map(|(name, value)| ((*name).try_into().unwrap(), value.parse().unwrap()));
        Whence::of(&headers.collect(), peer.parse().unwrap(), &listening)
    }

    fn at(address: &str, over_tls: bool) -> Whence {
        Whence { address: address.parse().unwrap(), over_tls }
    }

    #[test]
    fn nobody_but_a_trusted_proxy_says_for_whom_it_asks() {
        let lie = [("x-forwarded-for", "10.9.9.9"), ("x-forwarded-proto", "https")];
        assert_eq!(seen(None, "127.0.0.1", &lie), at("127.0.0.1", false));
        assert_eq!(seen(Some(&[]), "10.0.0.7", &lie), at("10.0.0.7", false), "not on this machine");
        assert_eq!(seen(Some(&["10.0.0.8"]), "127.0.0.1", &lie), at("127.0.0.1", false), "not the named one");
        assert_eq!(seen(Some(&["10.0.0.7"]), "10.0.0.7", &lie), at("10.9.9.9", true));
    }

    #[test]
    fn what_stands_before_our_own_proxys_word_is_anybodys_word() {
        let chain = [("x-forwarded-for", "1.1.1.1, 203.0.113.9, 127.0.0.1")];
        assert_eq!(seen(Some(&[]), "127.0.0.1", &chain), at("203.0.113.9", false));
        let broken = [("x-forwarded-for", "203.0.113.9, what")];
        assert_eq!(seen(Some(&[]), "127.0.0.1", &broken), at("127.0.0.1", false));
    }

    #[test]
    fn the_standard_header_is_read_as_well() {
        let standard = [("forwarded", "for=1.1.1.1, for=\"[2001:db8:1:2:3:4:5:6]:4711\";proto=https")];
        assert_eq!(seen(Some(&[]), "::1", &standard), at("2001:db8:1:2::", true));
        let plain = [("forwarded", "for=203.0.113.9:80;proto=http")];
        assert_eq!(seen(Some(&[]), "127.0.0.1", &plain), at("203.0.113.9", false));
    }
}
