//! One connection that stays open, and whoever is signed in on it: as cheap as a load generator has to be.

use super::http::encoded;
use access::member::Welcome;
use anyhow::{Context, Result, bail};
use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What the server answered, in the connection's own memory.
pub struct Answer<'w> {
    pub status: u16,
    head: &'w str,
    pub body: &'w [u8],
}

impl Answer<'_> {
    /// A header's value; `name` in small letters, as our server writes them.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body).into_owned()
    }
}

impl Wire {
    /// `address` is "localhost:port".
    pub fn connect(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a whole request and reads the whole answer; an answer that breaks off is an error.
    pub fn ask(&mut self, request: &[u8]) -> io::Result<Answer<'_>> {
        self.stream.write_all(request)?;
        self.buffer.clear();
        let head = loop {
            self.more()?;
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break end;
            }
        };
        let text = std::str::from_utf8(&self.buffer[..head]).map_err(|_| ErrorKind::InvalidData)?;
        let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
        let whole = head + 4 + length.unwrap_or(0);
        while self.buffer.len() < whole {
            self.more()?;
        }
        let head = std::str::from_utf8(&self.buffer[..head]).map_err(|_| ErrorKind::InvalidData)?;
        let status = head.get(9..12).and_then(|status| status.parse().ok()).ok_or(ErrorKind::InvalidData)?;
        Ok(Answer { status, head, body: &self.buffer[whole - length.unwrap_or(0)..whole] })
    }

    fn more(&mut self) -> io::Result<()> {
        let mut piece = [0; 16 * 1024];
        match self.stream.read(&mut piece)? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            read => {
                self.buffer.extend_from_slice(&piece[..read]);
                Ok(())
            }
        }
    }
}

/// Somebody signed in: what every request of theirs carries.
#[derive(Clone)]
pub struct Visitor {
    address: String,
    /// The line with the cookie or the token.
    secret: String,
}

pub const FORM: &str = "application/x-www-form-urlencoded";
pub const JSON: &str = "application/json";

impl Visitor {
    pub fn nobody(address: &str) -> Self {
        Self { address: address.to_owned(), secret: String::new() }
    }

    /// Signs in as a person does, with a cookie; the team's desk opens.
    pub fn person(wire: &mut Wire, address: &str, member: &Welcome, code: &str) -> Result<Self> {
        let mut visitor = Self::nobody(address);
        let form = [("name", member.name.as_str()), ("passphrase", &member.passphrase), ("code", code)];
        let answer = wire.ask(&visitor.post("/sign-in", &form))?;
        let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        match (answer.status, cookie) {
            (303, Some(cookie)) => visitor.secret = format!("Cookie: {cookie}\r\n"),
            (status, _) => bail!("The sign-in was answered with {status}."),
        }
        Ok(visitor)
    }

    /// Signs in as a program does, with a token; no desk opens.
    pub fn program(wire: &mut Wire, address: &str, member: &Welcome, code: &str) -> Result<Self> {
        let mut visitor = Self::nobody(address);
        let given = serde_json::json!({ "name": member.name, "passphrase": member.passphrase.as_str(), "code": code });
        let answer = wire.ask(&visitor.request("POST", "/api/v1/sign-in", JSON, given.to_string().as_bytes()))?;
        let said: serde_json::Value = serde_json::from_slice(answer.body).unwrap_or_default();
        let token =
            said["token"].as_str().with_context(|| format!("The sign-in was answered with {}.", answer.status))?;
        visitor.secret = format!("Authorization: Bearer {token}\r\n");
        Ok(visitor)
    }

    pub fn get(&self, path: &str) -> Vec<u8> {
        self.request("GET", path, FORM, b"")
    }

    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Vec<u8> {
        let pairs: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.request("POST", path, FORM, pairs.join("&").as_bytes())
    }

    pub fn request(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
        let Self { address, secret } = self;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n{secret}Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), body].concat()
    }
}
