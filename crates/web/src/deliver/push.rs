//! Web push without content (RFC 8030): the service that carries it learns that something waits, and nothing else, for
//! there is nothing else in it. The sender is known by a signed word (RFC 8292).

use super::{Trouble, agent, judged};
use access::webhook::Address;
use base::Instant;
use data_encoding::BASE64URL_NOPAD;
use serde_json::json;
use vault::Es256;

/// How pushes are sent from here.
pub struct Pusher {
    key: Es256,
    wanted: Pushes,
}

/// What whoever runs the machine decided of pushes.
#[derive(Clone, Default)]
pub struct Pushes {
    /// Whom the services may write to when something is wrong with our pushes: `mailto:` or `https:`.
    pub contact: String,
    /// Services besides those of the browsers' makers, by host, and port if it is another than 443. They may lie in a
    /// private network.
    pub services: Vec<String>,
}

/// The services of the browsers' makers; one that begins with a full stop stands for all names that end so.
const KNOWN: [&str; 5] = [
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.apple.com",
    "wns.windows.com",
    ".notify.windows.com",
];

/// For how long, in seconds, a service keeps a push for a browser that is not there.
const KEPT: u32 = 24 * 3_600;
/// For how long, in seconds, a signed word is good: less than the day that is allowed.
const GOOD_FOR: i64 = 12 * 3_600;

impl Pushes {
    pub fn new(contact: &str, services: Vec<String>) -> Result<Pushes, String> {
        let fits = ["mailto:", "https:"].iter().any(|start| contact.starts_with(start)) && contact.is_ascii();
        let unfit = || "The contact for pushes is to be an address, as in mailto:desk@example.org.".to_owned();
        if fits { Ok(Pushes { contact: contact.to_owned(), services }) } else { Err(unfit()) }
    }

    /// Whether pushes may go to this address, and if so, whether it may lie in a private network.
    fn allow(&self, endpoint: &Address) -> Option<bool> {
        let (scheme, authority) = parts(endpoint)?;
        if self.services.iter().any(|own| own == authority) {
            return Some(true);
        }
        let known = |name: &str| authority == name || (name.starts_with('.') && authority.ends_with(name));
        (scheme == "https" && KNOWN.into_iter().any(known)).then_some(false)
    }
}

/// Scheme and host, with the port.
fn parts(endpoint: &Address) -> Option<(&str, &str)> {
    let (scheme, rest) = endpoint.as_str().split_once("://")?;
    Some((scheme, rest.split(['/', '?']).next()?))
}

impl Pusher {
    pub fn new(key: Es256, wanted: Pushes) -> Pusher {
        Pusher { key, wanted }
    }

    /// The public key that browsers tie their subscription to, as their interface takes it.
    pub fn public(&self) -> String {
        BASE64URL_NOPAD.encode(&self.key.public())
    }

    pub fn allows(&self, endpoint: &Address) -> bool {
        self.wanted.allow(endpoint).is_some()
    }

    /// Tells one browser that something waits.
    pub fn push(&self, endpoint: &Address, now: Instant) -> Result<(), Trouble> {
        let private_allowed = self.wanted.allow(endpoint).ok_or(Trouble::Unknown)?;
        let answer = agent(private_allowed)
            .post(endpoint.as_str())
            .header("ttl", KEPT.to_string())
            // Of several that wait at the service for a browser that is not there, the last alone is carried.
            .header("topic", "waiting")
            .header("authorization", self.word(endpoint, now))
            .send_empty();
        judged(answer)
    }

    /// `vapid t=…, k=…`
    fn word(&self, endpoint: &Address, now: Instant) -> String {
        let (scheme, authority) = parts(endpoint).unwrap_or_default();
        let claims = json!({
            "aud": format!("{scheme}://{authority}"),
            "exp": now.millis() / 1000 + GOOD_FOR,
            "sub": self.wanted.contact,
        });
        let encode = |part: &[u8]| BASE64URL_NOPAD.encode(part);
        let signed = format!("{}.{}", encode(br#"{"typ":"JWT","alg":"ES256"}"#), encode(claims.to_string().as_bytes()));
        let signature = encode(&self.key.sign(signed.as_bytes()));
        format!("vapid t={signed}.{signature}, k={}", self.public())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pushes_go_to_the_services_of_browsers_and_to_those_that_were_allowed() {
        let wanted = Pushes::new("mailto:desk@example.org", vec!["push.example.org:8443".to_owned()]).unwrap();
        let allow = |address: &str| wanted.allow(&Address::read(address).unwrap());
        for known in [
            "https://fcm.googleapis.com/fcm/send/abc",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/abc",
            "https://sg2p.notify.windows.com/w/?token=abc",
        ] {
            assert_eq!(allow(known), Some(false), "{known}");
        }
        assert_eq!(allow("https://push.example.org:8443/abc"), Some(true));
        for other in [
            "https://push.example.org/abc",
            "https://example.org/fcm.googleapis.com",
            "https://fcm.googleapis.com.example.org/abc",
            "https://evilpush.apple.com.example.org/",
            "https://notify.windows.com.example.org/",
            "https://fcm.googleapis.com:444/abc",
            "http://localhost:9/abc",
        ] {
            assert_eq!(allow(other), None, "{other}");
        }
        assert!(Pushes::new("desk@example.org", Vec::new()).is_err());
    }
}
