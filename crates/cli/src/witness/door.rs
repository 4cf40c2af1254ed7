//! Where registries show their checkpoints: `POST /add-checkpoint`, as C2SP tlog-witness says.

use super::folder::Folder;
use super::judge::Judgement;
use crate::edge;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use vault::checkpoint::Submission;

/// A proof of 63 hashes, and a checkpoint that dozens have signed.
const LARGEST: usize = 128 * 1024;

const PATIENCE: Duration = Duration::from_secs(20);

pub fn router(folder: Folder) -> Router {
    Router::new().route("/add-checkpoint", post(add_checkpoint)).with_state(Arc::new(folder))
}

async fn add_checkpoint(State(folder): State<Arc<Folder>>, request: Request) -> Response {
    // Who takes long over a few lines keeps a place from others.
    let body = match timeout(PATIENCE, to_bytes(request.into_body(), LARGEST)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return said(&Judgement::Malformed),
        Err(_) => return plain(StatusCode::REQUEST_TIMEOUT, "It took too long to arrive. Nothing was cosigned.\n"),
    };
    let answered = tokio::task::spawn_blocking(move || answer(&folder, &body)).await;
    answered.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(folder: &Folder, body: &[u8]) -> Response {
    let Some(submission) = std::str::from_utf8(body).ok().and_then(Submission::read) else {
        return said(&Judgement::Malformed);
    };
    match folder.answer(&submission, edge::now()) {
        Ok(judgement) => said(&judgement),
        Err(error) => {
            eprintln!("{error:#}");
            plain(StatusCode::INTERNAL_SERVER_ERROR, "The witness cannot keep what it should. Nothing was cosigned.\n")
        }
    }
}

fn said(judgement: &Judgement) -> Response {
    let status = match judgement {
        Judgement::Cosigned { line, .. } => return plain(StatusCode::OK, line.clone()),
        Judgement::FromElsewhere { cosigned, .. } => {
            let size = [(header::CONTENT_TYPE, "text/x.tlog.size")];
            return (StatusCode::CONFLICT, size, format!("{cosigned}\n")).into_response();
        }
        Judgement::Malformed => StatusCode::BAD_REQUEST,
        Judgement::UnknownLog => StatusCode::NOT_FOUND,
        Judgement::NotSigned => StatusCode::FORBIDDEN,
        Judgement::Rewritten { cosigned, shown } if cosigned == shown => StatusCode::CONFLICT,
        Judgement::Rewritten { .. } | Judgement::NotProven { .. } => StatusCode::UNPROCESSABLE_ENTITY,
    };
    plain(status, format!("{}\n", judgement.sentence()))
}

fn plain(status: StatusCode, sentence: impl Into<String>) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, sentence.into()).into_response()
}

#[cfg(test)]
mod tests;
