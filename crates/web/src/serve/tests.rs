//! The serving loop with real sockets. Nothing waits for a time: each story waits until the other side has spoken
//! or hung up.

use super::*;
use crate::app::{Edge, Options};
use rehearsal::{House, TestRng};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

const EDGE: Edge = Edge { clock: || rehearsal::START, random: || Box::new(TestRng(7)) };
const ASK: &[u8] = b"GET /locked HTTP/1.1\r\nHost: localhost\r\n\r\n";

struct Server {
    app: App,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    running: JoinHandle<io::Result<()>>,
    _house: tempfile::TempDir,
}

async fn start(listening: Listening) -> Server {
    let house = House::open();
    let app = App::new(house.store, EDGE, Options::default()).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let until = async { stopped.await.unwrap_or(()) };
    let running = tokio::spawn(serve(listener, app.clone(), listening, until));
    Server { app, address, stop, running, _house: house.folder }
}

impl Server {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// A connection that has had one answer and is kept open for the next.
    async fn idle(&self) -> TcpStream {
        let mut stream = self.connect().await;
        ask(&mut stream).await;
        stream
    }

    async fn end(self) {
        self.stop.send(()).unwrap();
        self.running.await.unwrap().unwrap();
    }
}

const STAYS: &[u8] = b"GET /static/icon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n";

/// Asks for a picture and reads the answer to its end.
async fn ask(stream: &mut TcpStream) {
    stream.write_all(STAYS).await.unwrap();
    let mut said = Vec::new();
    while !said.ends_with(b"</svg>\n") {
        assert_ne!(stream.read_buf(&mut said).await.unwrap(), 0, "{}", String::from_utf8_lossy(&said));
    }
}

async fn until_hung_up(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut said = Vec::new();
    // A reset is a hanging up too.
    let _ = stream.read_to_end(&mut said).await;
    String::from_utf8_lossy(&said).into_owned()
}

fn quick(change: impl FnOnce(&mut Patience)) -> Listening {
    let mut listening = Listening::default();
    change(&mut listening.patience);
    listening
}

#[tokio::test]
async fn the_panic_lock_hangs_up_on_every_connection_that_is_kept_open() {
    let server = start(Listening::default()).await;
    let mut idle = [server.idle().await, server.idle().await];
    let mut typing = server.idle().await;
    typing.write_all(b"POST /people HTTP/1.1\r\nHost: localhost\r\nX: half a na").await.unwrap();
    server.app.lock_everything();
    for stream in &mut idle {
        assert_eq!(until_hung_up(stream).await, "");
    }
    until_hung_up(&mut typing).await;
    server.idle().await;
    server.end().await;
}

#[tokio::test]
async fn the_end_of_the_server_hangs_up_on_whoever_is_idle() {
    let server = start(Listening::default()).await;
    let mut idle = server.idle().await;
    let address = server.address;
    server.end().await;
    assert_eq!(until_hung_up(&mut idle).await, "");
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn a_request_under_way_does_not_keep_the_server_for_ever() {
    let server = start(quick(|p| p.ending = Duration::from_millis(50))).await;
    let mut slow = server.connect().await;
    slow.write_all(
        b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 9\r\n\r\nname",
    )
    .await
    .unwrap();
    server.end().await;
    until_hung_up(&mut slow).await;
}

#[tokio::test]
async fn headers_that_drip_in_are_hung_up_on() {
    let server = start(quick(|p| p.headers = Duration::from_millis(50))).await;
    let mut loris = server.connect().await;
    loris.write_all(b"GET / HTTP/1.1\r\nHost: local").await.unwrap();
    until_hung_up(&mut loris).await;
    let mut silent = server.idle().await;
    assert_eq!(until_hung_up(&mut silent).await, "", "so is a connection that says nothing more");
    server.end().await;
}

#[tokio::test]
async fn one_too_many_is_told_so_in_a_sentence_and_comes_in_when_there_is_a_place() {
    let server = start(quick(|p| p.of_one = 1)).await;
    let first = server.idle().await;
    let mut second = server.connect().await;
    let said = until_hung_up(&mut second).await;
    assert!(
        said.starts_with("HTTP/1.1 503 ") && said.contains("Retry-After: ") && said.contains("Try again"),
        "{said}"
    );
    drop(first);
    let mut said = String::new();
    while !said.starts_with("HTTP/1.1 200 ") {
        let mut again = server.connect().await;
        again.write_all(b"GET /static/icon.svg HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.unwrap();
        said = until_hung_up(&mut again).await;
    }
    server.end().await;
}

#[tokio::test]
async fn who_takes_nothing_of_an_answer_is_hung_up_on() {
    use tokio::io::duplex;
    let (ours, theirs) = duplex(16);
    let mut watched = stalled::Stalled::new(ours, Duration::from_millis(20));
    let stuck = watched.write_all(&[0; 64]).await.unwrap_err();
    assert_eq!(stuck.kind(), io::ErrorKind::TimedOut);
    drop(theirs);
}

/// Asks over TLS, trusting this one certificate; what the server answered, or why there was no conversation.
async fn over_tls(server: &Server, trusted: &Path) -> Result<String, io::Error> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(trusted).unwrap()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(name, server.connect().await).await?;
    stream.write_all(ASK).await?;
    Ok(until_hung_up(&mut stream).await)
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/serve/tests").join(name)
}

#[tokio::test]
async fn tls_is_spoken_with_the_given_certificate_and_with_the_next_once_the_files_change() {
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = (folder.path().join("server.pem"), folder.path().join("server.key.pem"));
    let put = |name: &str| {
        std::fs::copy(fixture(&format!("{name}.pem")), &certificate).unwrap();
        std::fs::copy(fixture(&format!("{name}.key.pem")), &key).unwrap();
    };
    put("one");
    let tls = Tls::read(&certificate, &key).unwrap();
    let server = start(Listening { tls: Some(tls.clone()), ..Listening::default() }).await;

    let answer = over_tls(&server, &fixture("one.pem")).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("strict-transport-security: max-age="), "{answer}");
    assert!(over_tls(&server, &fixture("two.pem")).await.is_err());
    let mut plain = server.connect().await;
    plain.write_all(ASK).await.unwrap();
    assert!(!until_hung_up(&mut plain).await.contains("HTTP/1.1 200"), "nothing is served in clear");

    std::fs::write(&certificate, "nonsense").unwrap();
    let sentence = tls.read_again().unwrap_err();
    assert!(sentence.contains("server.pem") && sentence.contains("stays in force"), "{sentence}");
    over_tls(&server, &fixture("one.pem")).await.unwrap();

    put("two");
    tls.read_again().unwrap();
    over_tls(&server, &fixture("two.pem")).await.unwrap();
    assert!(over_tls(&server, &fixture("one.pem")).await.is_err());
    assert_eq!(tls.read_if_changed(), Ok(false));
    server.end().await;
}

#[test]
fn a_key_of_another_certificate_is_refused_with_a_sentence() {
    let wrong = Tls::read(&fixture("one.pem"), &fixture("two.key.pem")).err().unwrap();
    assert!(wrong.starts_with("Certificate and key do not fit together"), "{wrong}");
    let nowhere = Tls::read(&fixture("none.pem"), &fixture("two.key.pem")).err().unwrap();
    assert!(nowhere.contains("none.pem cannot be used"), "{nowhere}");
}

#[test]
fn nothing_is_served_in_clear_to_other_machines() {
    let everywhere: SocketAddr = "0.0.0.0:8440".parse().unwrap();
    let sentence = refuse_in_clear(everywhere, &Listening::default()).unwrap_err();
    assert!(sentence.contains("--tls-cert") && sentence.contains("--behind-proxy"), "{sentence}");
    assert!(refuse_in_clear("[::1]:1".parse().unwrap(), &Listening::default()).is_ok());
    let behind = Listening { proxies: Some(Proxies::default()), ..Listening::default() };
    assert!(refuse_in_clear(everywhere, &behind).is_ok());
}

#[test]
fn whoever_comes_past_the_proxy_in_clear_gets_no_answer() {
    let speaks = |proxies: &str, peer: &str| {
        let proxies = Proxies(proxies.split_whitespace().map(|address| address.parse().unwrap()).collect());
        Listening { proxies: Some(proxies), ..Listening::default() }.speaks_to(peer.parse().unwrap())
    };
    assert!(speaks("10.0.0.2", "10.0.0.2") && speaks("10.0.0.2", "::ffff:10.0.0.2") && speaks("10.0.0.2", "127.0.0.1"));
    assert!(!speaks("10.0.0.2", "10.0.0.3") && !speaks("", "10.0.0.2") && speaks("", "::1"));
}
