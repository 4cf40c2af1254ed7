//! Styles, modules and pictures, from inside the binary.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

const CACHED: (header::HeaderName, &str) = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");

/// Changes when any of the files does.
pub fn fingerprint() -> &'static str {
    static FINGERPRINT: LazyLock<String> = LazyLock::new(|| {
        let hashes: Vec<[u8; 32]> =
            Files::iter().filter_map(|path| Some(Files::get(&path)?.metadata.sha256_hash())).collect();
        let own = hashes.iter().map(|hash| hash.as_slice());
        let parts: Vec<&[u8]> = own.chain([papers::letter::STYLE.as_bytes()]).collect();
        data_encoding::HEXLOWER.encode(&vault::digest(&parts)[..4])
    });
    &FINGERPRINT
}

/// How a letter looks is part of the letter, and so of the crate that writes it.
const OF_LETTERS: &str = "css/letter.css";

pub async fn serve(Path(path): Path<String>) -> Response {
    if path == OF_LETTERS {
        return ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), CACHED], papers::letter::STYLE).into_response();
    }
    // A name is looked for among ours, and never handed on to the system.
    let known = Files::iter().find(|known| **known == *path);
    let Some(file) = known.and_then(|known| Files::get(&known)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
    ([(header::CONTENT_TYPE, kind), CACHED], file.data.into_owned()).into_response()
}
