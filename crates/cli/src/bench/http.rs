//! A browser of thirty lines: one connection, forms, one cookie.

use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::TcpStream;

pub struct Client {
    address: String,
    cookie: Option<String>,
}

impl Client {
    /// `address` is "localhost:port".
    pub fn new(address: String) -> Self {
        Self { address, cookie: None }
    }

    /// Sends a request and returns status and body; a sign-in cookie is kept.
    pub fn send(&mut self, method: &str, path: &str, form: &[(&str, &str)]) -> Result<(u16, String)> {
        let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let body = body.join("&");
        let cookie = self.cookie.as_ref().map(|c| format!("Cookie: {c}\r\n")).unwrap_or_default();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nConnection: close\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {1}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let mut stream = TcpStream::connect(&self.address)?;
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").context("The server gave no whole answer.")?;
        let status =
            head.split(' ').nth(1).and_then(|s| s.parse().ok()).context("The server's status is not understood.")?;
        for line in head.lines() {
            if let Some(cookie) = line.strip_prefix("set-cookie: __Host-registry=") {
                self.cookie = Some(format!("__Host-registry={}", cookie.split(';').next().unwrap_or("")));
            }
        }
        Ok((status, body.to_owned()))
    }

    pub fn sign_in(&mut self, name: &str, passphrase: &str, code: &str) -> Result<()> {
        let (status, _) =
            self.send("POST", "/sign-in", &[("name", name), ("passphrase", passphrase), ("code", code)])?;
        if status != 303 {
            bail!("The sign-in was answered with {status}.")
        }
        Ok(())
    }
}

pub fn encoded(text: &str) -> String {
    let byte = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(b).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
