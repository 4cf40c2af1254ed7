//! Sending letters by SMTP: short, always the same, and without a word of what they are about.

use crate::tongue::{Tongue, Value};
use base::Instant;
use data_encoding::HEXLOWER;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::extension::ClientId;
use lettre::{Message, SmtpTransport, Transport};
use rand_core::CryptoRng;
use std::time::{Duration, UNIX_EPOCH};

/// How long each word of the conversation is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

/// A mail server that takes letters of ours, and the name under which they go.
pub struct Mailer {
    server: SmtpTransport,
    sender: Mailbox,
}

/// What is to be said, in the language of whoever reads it.
pub struct Letter {
    subject: String,
    body: String,
}

/// Why a letter was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The server answered, and said no.
    NotTaken,
    NoConnection,
}

base::keys!(Lost { NotTaken = "not-taken", NoConnection = "no-connection" });

impl Letter {
    /// That something waits: the same words whatever it is, and however much.
    pub fn something_waits(tongue: Tongue) -> Letter {
        Letter { subject: tongue.say("notice-subject"), body: tongue.say("notice-body") }
    }

    /// The code that shows that an address belongs to whoever wants to be told there.
    pub fn code(tongue: Tongue, code: &str) -> Letter {
        let spaced = format!("{} {}", &code[..4], &code[4..]);
        let body = tongue.say_with("notice-code-body", &[("code", Value::from(spaced))]);
        Letter { subject: tongue.say("notice-code-subject"), body }
    }
}

impl Mailer {
    /// Reads where to send: `smtps://user@host` speaks TLS from the first byte, `smtp://user@host` before anything else
    /// (STARTTLS); without TLS only on this machine. The error is a sentence for whoever runs the machine.
    pub fn new(url: &str, passphrase: Option<String>, sender: &str) -> Result<Mailer, String> {
        let unreadable =
            || "The address of the mail server is to be smtps://user@host or smtp://user@host:port.".to_owned();
        let (scheme, rest) = url.trim().split_once("://").ok_or_else(unreadable)?;
        let (user, place) = rest.rsplit_once('@').map_or((None, rest), |(user, place)| (Some(user), place));
        let place = place.trim_end_matches('/');
        let (host, port) = match place.rsplit_once(':').filter(|_| !place.ends_with(']')) {
            Some((host, port)) => (host, Some(port.parse::<u16>().map_err(|_| unreadable())?)),
            None => (place, None),
        };
        if host.is_empty() || user.is_some_and(|user| user.contains(':')) {
            return Err(unreadable());
        }
        let here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let builder = match (scheme, here && user.is_none()) {
            ("smtps", _) => SmtpTransport::relay(host),
            ("smtp", true) => Ok(SmtpTransport::builder_dangerous(host)),
            ("smtp", false) => SmtpTransport::starttls_relay(host),
            _ => return Err(unreadable()),
        };
        let mut builder = builder.map_err(|_| unreadable())?.timeout(Some(PATIENCE));
        if let Some(port) = port {
            builder = builder.port(port);
        }
        builder = match (user, passphrase) {
            (Some(user), Some(passphrase)) => builder.credentials(Credentials::new(user.to_owned(), passphrase)),
            (None, None) => builder,
            (Some(_), None) => {
                return Err("The mail server asks who sends, and no passphrase for it was given.".to_owned());
            }
            (None, Some(_)) => {
                return Err("A passphrase for the mail server was given, and no user in its address.".to_owned());
            }
        };
        let sender: Mailbox = sender
            .parse()
            .map_err(|_| "The sender of letters is to be an address, as in `Desk <desk@example.org>`.".to_owned())?;
        let name = ClientId::Domain(sender.email.domain().to_owned());
        Ok(Mailer { server: builder.hello_name(name).build(), sender })
    }

    /// Hands a letter to the server. It names nobody but its two addresses.
    pub fn send(&self, to: &str, letter: &Letter, now: Instant, rng: &mut dyn CryptoRng) -> Result<(), Lost> {
        let mut number = [0; 16];
        rng.fill_bytes(&mut number);
        let id = format!("<{}@{}>", HEXLOWER.encode(&number), self.sender.email.domain());
        let at = UNIX_EPOCH + Duration::from_millis(now.millis().max(0) as u64);
        let made_by_a_program =
            HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
        let message = Message::builder()
            .from(self.sender.clone())
            .to(to.parse().map_err(|_| Lost::NotTaken)?)
            .date(at)
            .message_id(Some(id))
            .subject(letter.subject.clone())
            .raw_header(made_by_a_program)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|_| Lost::NotTaken)?;
        self.server.send(&message).map(drop).map_err(|error| match error.status() {
            Some(_) => Lost::NotTaken,
            None => Lost::NoConnection,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_reached_over_tls_unless_it_is_on_this_machine() {
        let read = |url, passphrase: Option<&str>| Mailer::new(url, passphrase.map(str::to_owned), "desk@example.org");
        for (good, passphrase) in [
            ("smtps://desk@mail.example.org", Some("x")),
            ("smtp://desk@example.org@mail.example.org:587", Some("x")),
            ("smtp://localhost:2525", None),
            ("smtp://[::1]:25", None),
            ("smtp://mail.example.org", None),
        ] {
            assert!(read(good, passphrase).is_ok(), "{good}");
        }
        for (bad, passphrase) in [
            ("mail.example.org", None),
            ("http://mail.example.org", None),
            ("smtps://", None),
            ("smtp://localhost:port", None),
            ("smtps://desk@mail.example.org", None),
            ("smtps://mail.example.org", Some("x")),
            ("smtps://desk:secret@mail.example.org", Some("x")),
        ] {
            assert!(read(bad, passphrase).is_err(), "{bad}");
        }
        assert!(Mailer::new("smtp://localhost", None, "not an address").is_err());
    }
}
