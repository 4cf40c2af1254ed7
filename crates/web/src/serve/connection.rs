//! One connection, from its first byte to its last.

use super::stalled::Stalled;
use super::{Hangup, Listening, Whence};
use axum::Router;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::net::IpAddr;
use std::pin::pin;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::timeout;

/// Names and addresses are short; whoever sends more headers than this is no browser.
const LARGEST_HEAD: usize = 64 * 1024;

/// What all connections share.
pub struct Host {
    pub router: Router,
    pub listening: Listening,
    pub hangup: watch::Sender<Hangup>,
}

impl Host {
    pub async fn attend(&self, stream: TcpStream, peer: IpAddr) {
        match &self.listening.tls {
            None => self.talk(stream, peer).await,
            Some(tls) => {
                if let Ok(Ok(stream)) = timeout(self.listening.patience.handshake, tls.accept(stream)).await {
                    self.talk(stream, peer).await;
                }
            }
        }
    }

    async fn talk(&self, stream: impl AsyncRead + AsyncWrite + Unpin + Send, peer: IpAddr) {
        let mut hangup = self.hangup.subscribe();
        if hangup.borrow_and_update().ends {
            return;
        }
        let patience = self.listening.patience;
        let router = TowerToHyperService::new(self.router.clone());
        let service = service_fn(move |mut request: Request<Incoming>| {
            let whence = Whence::of(request.headers(), peer, &self.listening);
            request.extensions_mut().insert(whence);
            router.call(request)
        });
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(patience.headers).max_buf_size(LARGEST_HEAD);
        let mut connection = pin!(http.serve_connection(TokioIo::new(Stalled::new(stream, patience.stalled)), service));
        tokio::select! {
            // How it ended is between the two machines: there is nobody to tell, and nothing to keep.
            _ = connection.as_mut() => return,
            _ = hangup.changed() => {}
        }
        connection.as_mut().graceful_shutdown();
        let ends = hangup.borrow_and_update().ends;
        let _ = timeout(if ends { patience.ending } else { patience.locking }, connection).await;
    }

    /// A sentence for one too many.
    pub async fn turn_away(&self, mut stream: TcpStream) {
        let answered = async {
            match &self.listening.tls {
                None => say_full(&mut stream).await,
                Some(tls) => say_full(&mut tls.accept(stream).await?).await,
            }
        };
        let _ = timeout(self.listening.patience.handshake, answered).await;
    }
}

async fn say_full(stream: &mut (impl AsyncWrite + Unpin)) -> std::io::Result<()> {
    const SENTENCE: &str = "Too many are here at once. Nothing is lost. Try again in a minute.\n";
    let answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\nCache-Control: no-store\r\nConnection: close\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n\r\n{SENTENCE}",
        SENTENCE.len()
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}
