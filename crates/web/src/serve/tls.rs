//! TLS with certificates from two files, read again when they change.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

/// Clones share what was read last.
#[derive(Clone)]
pub struct Tls {
    certificates: PathBuf,
    key: PathBuf,
    in_force: Arc<RwLock<InForce>>,
}

struct InForce {
    config: Arc<ServerConfig>,
    /// When the two files had last changed.
    changed: Changed,
}

type Changed = [Option<SystemTime>; 2];

impl Tls {
    /// Reads a chain of certificates, the server's own first, and its private key, both PEM.
    pub fn read(certificates: &Path, key: &Path) -> Result<Tls, String> {
        let changed = changed(certificates, key);
        let config = config(certificates, key)?;
        let in_force = Arc::new(RwLock::new(InForce { config, changed }));
        Ok(Tls { certificates: certificates.to_owned(), key: key.to_owned(), in_force })
    }

    /// Reads the files again; when they do not do, the earlier ones go on.
    pub fn read_again(&self) -> Result<(), String> {
        let changed = changed(&self.certificates, &self.key);
        let read = config(&self.certificates, &self.key);
        let mut in_force = self.in_force.write().unwrap_or_else(PoisonError::into_inner);
        // Said once: files that do not do are looked at again when they change again.
        in_force.changed = changed;
        in_force.config = read.map_err(|sentence| format!("{sentence} The earlier certificate stays in force."))?;
        Ok(())
    }

    /// Reads the files again if either changed since; says whether it did.
    pub fn read_if_changed(&self) -> Result<bool, String> {
        let known = self.in_force.read().unwrap_or_else(PoisonError::into_inner).changed;
        if known == changed(&self.certificates, &self.key) {
            return Ok(false);
        }
        self.read_again().map(|()| true)
    }

    pub(super) async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        let config = self.in_force.read().unwrap_or_else(PoisonError::into_inner).config.clone();
        TlsAcceptor::from(config).accept(stream).await
    }
}

fn changed(certificates: &Path, key: &Path) -> Changed {
    [certificates, key].map(|path| path.metadata().and_then(|about| about.modified()).ok())
}

/// TLS 1.3 and 1.2, with the suites that rustls thinks safe.
fn config(certificates: &Path, key: &Path) -> Result<Arc<ServerConfig>, String> {
    let unreadable = |what: &str, path: &Path, why: &dyn std::fmt::Display| {
        format!("The {what} {} cannot be used: {why}.", path.display())
    };
    let chain: Vec<CertificateDer> = CertificateDer::pem_file_iter(certificates)
        .and_then(Iterator::collect)
        .map_err(|error| unreadable("certificate", certificates, &error))?;
    if chain.is_empty() {
        return Err(unreadable("certificate", certificates, &"no certificate in PEM form is in it"));
    }
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| unreadable("key", key, &error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("TLS cannot be used here: {error}."))?
        .with_no_client_auth()
        .with_single_cert(chain, private)
        .map_err(|error| format!("Certificate and key do not fit together, or are of an unknown kind: {error}."))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}
