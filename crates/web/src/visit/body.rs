//! What a request brings: a form, a file, or JSON, each within its bounds.

use crate::fault::Fault;
use axum::body::to_bytes;
use axum::extract::{FromRequest, MatchedPath, Multipart, Request};
use axum::http::{Extensions, HeaderMap, header};
use std::time::Duration;

pub const LARGEST_FORM: usize = 256 * 1024;
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// What a file brings with it: names of fields, and the lines between them.
const AROUND_A_FILE: usize = 64 * 1024;
/// The widest list has 300 columns.
const MOST_FIELDS: usize = 2_000;
/// A form is typed, and small; a file may come over a poor network.
const FORM_TIME: Duration = Duration::from_secs(30);
const FILE_TIME: Duration = Duration::from_secs(15 * 60);

/// A file that came with a form.
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

#[derive(Default)]
pub struct Body {
    pub pairs: Vec<(String, String)>,
    pub upload: Option<Upload>,
    pub json: Option<serde_json::Value>,
}

/// What a program sends: JSON, a file, or nothing.
pub async fn read_sent(request: Request, headers: &HeaderMap, most: usize) -> Result<Body, Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let is_file = kind.starts_with("application/octet-stream");
    let limit = if is_file { most } else { LARGEST_FORM };
    let bytes = to_bytes(request.into_body(), limit).await.map_err(|_| Fault::TooLarge)?;
    if is_file {
        return Ok(Body { upload: Some(Upload { name: String::new(), bytes: bytes.to_vec() }), ..Body::default() });
    }
    // Clients name a kind also where they send nothing.
    if bytes.is_empty() {
        return Ok(Body::default());
    }
    if kind.starts_with("application/json") {
        let json = serde_json::from_slice(&bytes).map_err(|error| Fault::malformed(&error))?;
        return Ok(Body { json: Some(json), ..Body::default() });
    }
    Err(Fault::unsupported())
}

pub fn route_of(extensions: &Extensions) -> &str {
    extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str)
}

/// How long a request may take to arrive.
pub fn time_for(request: &Request) -> Duration {
    if takes_a_file(route_of(request.extensions())) { FILE_TIME } else { FORM_TIME }
}

/// How many bytes a request to this route may bring.
pub fn most(route: &str) -> usize {
    if takes_a_file(route) { LARGEST_FILE + AROUND_A_FILE } else { LARGEST_FORM }
}

/// Routes to which lists and other files are brought; everything else is a form.
fn takes_a_file(route: &str) -> bool {
    matches!(
        route,
        "/lists"
            | "/instruments"
            | "/queues/{step}"
            | "/case/{handle}/attachments"
            | "/rolls/{nationality}/{version}/look"
    ) || matches!(
        route.strip_prefix(crate::api::UNDER),
        Some(
            "/lists"
                | "/lists/read"
                | "/htcds"
                | "/cases/{case}/attachments"
                | "/rolls/{nationality}/versions/{version}/answer/read"
        )
    )
}

pub async fn read_body(request: Request, headers: &HeaderMap, most: usize) -> Result<Body, Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let (parts, body) = request.into_parts();
    let is_form = !kind.starts_with("multipart/form-data") && !kind.starts_with("application/octet-stream");
    let most = if is_form { most.min(LARGEST_FORM) } else { most };
    // Read whole before it is looked at: what is cut off is never taken for all of it.
    let bytes = to_bytes(body, most).await.map_err(|_| Fault::TooLarge)?;
    if kind.starts_with("multipart/form-data") {
        return read_multipart(Request::from_parts(parts, bytes.into())).await;
    }
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(&bytes).map_err(|_| Fault::NotFound)?;
    if pairs.len() > MOST_FIELDS { Err(Fault::TooLarge) } else { Ok(Body { pairs, ..Body::default() }) }
}

async fn read_multipart(request: Request) -> Result<Body, Fault> {
    let mut multipart = Multipart::from_request(request, &()).await.map_err(|_| Fault::TooLarge)?;
    let (mut pairs, mut upload) = (Vec::new(), None);
    while let Some(field) = multipart.next_field().await.map_err(|_| Fault::TooLarge)? {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(str::to_owned) {
            Some(file) => {
                let bytes = field.bytes().await.map_err(|_| Fault::TooLarge)?.to_vec();
                upload = Some(Upload { name: file, bytes });
            }
            None => pairs.push((name, field.text().await.map_err(|_| Fault::TooLarge)?)),
        }
        if pairs.len() > MOST_FIELDS {
            return Err(Fault::TooLarge);
        }
    }
    Ok(Body { pairs, upload, ..Body::default() })
}
