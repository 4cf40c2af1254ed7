//! Where whoever runs the machine asks: an address of its own, that answers `/metrics`, `/health` and `/ready`.

use super::text;
use crate::app::App;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long the database may take to answer before it counts as not ready.
const PATIENCE: Duration = Duration::from_secs(5);

/// Listens, if an address was given, and answers as long as the runtime lives.
pub async fn listen(app: &App) -> std::io::Result<()> {
    let Some(address) = app.options.watch.address else { return Ok(()) };
    let listener = TcpListener::bind(address).await?;
    app.options.watch.log.watching(app.now(), listener.local_addr()?);
    let router = router(app.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

pub(super) fn router(app: App) -> Router {
    Router::new()
        .route("/metrics", get(metrics))
        .route("/health", get(async || plain(StatusCode::OK, "The process answers.\n")))
        .route("/ready", get(ready))
        .with_state(app)
}

async fn metrics(State(app): State<App>) -> Response {
    match tokio::task::spawn_blocking(move || text::page(&app)).await {
        Ok(page) => ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], page).into_response(),
        Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, "The figures could not be read.\n"),
    }
}

async fn ready(State(app): State<App>) -> Response {
    let asked = tokio::task::spawn_blocking(move || app.store.read(|tx| tx.checkpoint()));
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(Ok(Some(_)))) => plain(StatusCode::OK, "The database answers, and the log has a signed checkpoint.\n"),
        Ok(Ok(Ok(None))) => not("The log has no signed checkpoint. Run `safeconduct verify` before anybody works.\n"),
        Ok(Ok(Err(_)) | Err(_)) => not("The database cannot be read. The log of this program says why.\n"),
        Err(_) => not("The database did not answer within five seconds. It may be busy, or the disk may hang.\n"),
    }
}

fn not(sentence: &'static str) -> Response {
    plain(StatusCode::SERVICE_UNAVAILABLE, sentence)
}

fn plain(status: StatusCode, sentence: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], sentence).into_response()
}
