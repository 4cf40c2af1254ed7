//! PostgreSQL: for organisations that share a server, or outgrow a machine. Any number of processes may work on
//! one database; whoever writes locks the log's edge for as long as the transaction lasts.

use crate::{Result, Sql, StoreError};
use postgres::config::{Host, SslMode};
use postgres::error::SqlState;
use postgres::{Client, Config, NoTls, Statement};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use tokio_postgres_rustls::MakeRustlsConnect;

/// Where a database is and how it is reached, checked and ready.
#[derive(Clone)]
pub struct Address {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

impl Address {
    /// Reads `postgres://user@host/name`. `sslrootcert=FILE` names the authority whose certificate the server has
    /// to show; without it only this machine is spoken to. Several hosts may be named: the one that takes writes
    /// is found, also after the others failed.
    pub fn read(url: &str) -> Result<Self> {
        let (url, authority) = without_authority(url);
        let mut config: Config = url.parse().map_err(|error| StoreError::Address(format!("{error}")))?;
        if config.get_application_name().is_none() {
            config.application_name("safeconduct");
        }
        if config.get_hosts().len() > 1 {
            config.target_session_attrs(postgres::config::TargetSessionAttrs::ReadWrite);
        }
        let tls = authority.map(|file| trusting(&file)).transpose()?;
        match &tls {
            Some(_) => drop(config.ssl_mode(SslMode::Require)),
            None if !config.get_hosts().iter().all(is_here) => {
                return Err(StoreError::Address(
                    "a server on another machine is reached only over TLS: add sslrootcert=FILE with the certificate \
                     of its authority"
                        .to_owned(),
                ));
            }
            None => drop(config.ssl_mode(SslMode::Disable)),
        }
        Ok(Self { config, tls })
    }

    fn connect(&self) -> Result<Client> {
        let mut client = match &self.tls {
            Some(tls) => self.config.connect(tls.clone()),
            None => self.config.connect(NoTls),
        }?;
        // A commit is acknowledged when it is on this disk, and on the standby's where there is one.
        client.batch_execute(
            "set synchronous_commit = on; set timezone = 'UTC'; set client_min_messages = warning;
             set default_transaction_isolation = 'read committed'",
        )?;
        Ok(client)
    }
}

/// Takes `sslrootcert=FILE` out of an address: the driver does not know it.
fn without_authority(url: &str) -> (String, Option<String>) {
    let Some((base, query)) = url.split_once('?') else { return (url.to_owned(), None) };
    let (authority, rest): (Vec<_>, Vec<_>) = query.split('&').partition(|pair| pair.starts_with("sslrootcert="));
    let authority = authority.first().and_then(|pair| pair.split_once('=')).map(|(_, file)| file.to_owned());
    let url = if rest.is_empty() { base.to_owned() } else { format!("{base}?{}", rest.join("&")) };
    (url, authority)
}

fn trusting(file: &str) -> Result<MakeRustlsConnect> {
    let unusable = |why: String| StoreError::Address(format!("the certificate in {file} cannot be used: {why}"));
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unusable(error.to_string()))? {
        let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
        roots.add(certificate).map_err(|error| unusable(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(unusable("there is none in it".to_owned()));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| unusable(error.to_string()))?;
    Ok(MakeRustlsConnect::new(config.with_root_certificates(roots).with_no_client_auth()))
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback()),
        Host::Unix(_) => true,
    }
}

pub struct Connection {
    address: Address,
    session: RefCell<Session>,
}

/// A connection to the server, until it breaks.
pub struct Session {
    pub client: Client,
    /// By where the statement stands in the program.
    prepared: HashMap<usize, Statement>,
}

impl Session {
    fn open(address: &Address) -> Result<Self> {
        Ok(Self { client: address.connect()?, prepared: HashMap::new() })
    }

    pub fn prepare(&mut self, sql: &'static Sql) -> Result<Statement> {
        let name = std::ptr::from_ref(sql).addr();
        if let Some(statement) = self.prepared.get(&name) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql.text)?;
        self.prepared.insert(name, statement.clone());
        Ok(statement)
    }
}

impl Connection {
    pub fn open(address: &Address) -> Result<Box<Self>> {
        Ok(Box::new(Self { session: RefCell::new(Session::open(address)?), address: address.clone() }))
    }

    pub fn session(&self) -> &RefCell<Session> {
        &self.session
    }

    pub fn is_open(&self) -> bool {
        !self.session.borrow().client.is_closed()
    }

    pub fn prepare(&self, sql: &'static Sql) -> Result<Statement> {
        self.session.borrow_mut().prepare(sql)
    }

    /// Says how many rows the last statement changed.
    pub fn batch(&self, statements: &str) -> Result<usize> {
        let answers = self.session.borrow_mut().client.simple_query(statements)?;
        let changed = answers.into_iter().rev().find_map(|answer| match answer {
            postgres::SimpleQueryMessage::CommandComplete(rows) => Some(rows as usize),
            _ => None,
        });
        Ok(changed.unwrap_or(0))
    }

    /// The one number that a statement answers.
    pub fn count(&self, statement: &str) -> Result<i64> {
        Ok(self.session.borrow_mut().client.query_one(statement, &[])?.try_get(0)?)
    }

    /// Whether no registry was ever made here.
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.count("select count(to_regclass('migration'))")? == 0)
    }

    /// Whether a registry is here, and was not moved elsewhere.
    pub fn has_registry(&self) -> Result<bool> {
        Ok(self.count("select count(to_regclass('log_head'))")? > 0)
    }

    /// The lock lets everybody read and nobody else write.
    pub fn begin_write(&self) -> Result<()> {
        self.begin("begin; lock table log_head in exclusive mode")
    }

    pub fn begin_read(&self) -> Result<()> {
        self.begin("begin isolation level repeatable read read only")
    }

    pub fn commit(&self) -> Result<()> {
        match self.batch("commit") {
            Ok(_) => Ok(()),
            // Whether the server still kept it, nobody can say from here.
            Err(StoreError::Server(_)) => Err(StoreError::Unknown),
            Err(error) => Err(error),
        }
    }

    /// Nothing was begun yet, so a connection that broke meanwhile costs a new one and no more. A server that has
    /// become a standby sends us to the one that takes writes.
    fn begin(&self, words: &str) -> Result<()> {
        if self.is_open() {
            match self.session.borrow_mut().client.batch_execute(words) {
                Ok(()) => return Ok(()),
                Err(error) if !is_elsewhere(&error) => {
                    let _ = self.batch("rollback");
                    return Err(error.into());
                }
                Err(_) => {}
            }
        }
        *self.session.borrow_mut() = Session::open(&self.address)?;
        self.batch(words).map(drop)
    }
}

fn is_elsewhere(error: &postgres::Error) -> bool {
    error.is_closed()
        || error.code().is_none()
        || matches!(
            error.code(),
            Some(&SqlState::READ_ONLY_SQL_TRANSACTION | &SqlState::ADMIN_SHUTDOWN | &SqlState::CRASH_SHUTDOWN)
        )
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        match error.code() {
            Some(&SqlState::DISK_FULL) => StoreError::Full,
            // It is going down, or was sent to.
            Some(code) if code.code().starts_with("57P") => StoreError::Server(error.to_string()),
            Some(_) => StoreError::Engine(
                error.as_db_error().map_or_else(|| error.to_string(), |told| told.message().to_owned()),
            ),
            None => StoreError::Server(error.to_string()),
        }
    }
}
