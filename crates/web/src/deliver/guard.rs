//! Which addresses may be called: those of the open internet, or any that an administrator allowed. What a name
//! resolves to is looked at and connected to in one go.

use super::Trouble;
use access::webhook::Address;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

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
pub struct Guarded {
    private_allowed: bool,
    inner: DefaultResolver,
}

impl Guarded {
    pub fn new(private_allowed: bool) -> Self {
        Self { private_allowed, inner: DefaultResolver::default() }
    }
}

impl fmt::Debug for Guarded {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Guarded")
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a private network")]
pub struct PrivateNetwork;

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
