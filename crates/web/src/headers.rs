//! Headers of every answer: nothing from elsewhere, nothing framed, nothing kept.

use crate::app::App;
use crate::pages::attachments::JPEG;
use crate::serve::Whence;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::atomic::Ordering;

/// Where browsers say that a page did something that the policy forbids.
pub const REPORTS: &str = "/policy-report";

/// What a page may do, with what it may make of text that is to run.
macro_rules! policy {
    ($runs:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; ",
            "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; ",
            $runs,
            "; report-uri /policy-report; report-to policy"
        )
    };
}

const POLICY: &str = policy!("trusted-types 'none'; worker-src 'none'");
/// Of the one page on which a browser begins to take pushes: its module makes one address, by a policy of this name.
const POLICY_WITH_WORKER: &str = policy!("trusted-types push-worker; worker-src 'self'");

/// A mark on an answer: this page may start the worker that takes pushes.
#[derive(Clone, Copy)]
pub struct StartsWorker;

const ALWAYS: [(HeaderName, &str); 10] = [
    (HeaderName::from_static("reporting-endpoints"), "policy=\"/policy-report\""),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// For pictures that people brought, also when one is opened by itself: nothing in it may do anything.
const OF_PICTURES: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Two years, as browsers ask for. Sent only where the browser came over TLS: it is meaningless elsewhere.
const ONLY_TLS: &str = "max-age=63072000; includeSubDomains";

/// What a page depends on besides its address.
const VARY: &str = "Cookie, Authorization, Accept-Language, X-Fragment";

pub async fn harden(request: Request, next: Next) -> Response {
    let over_tls = request.extensions().get::<Whence>().is_some_and(|whence| whence.over_tls);
    let mut response = next.run(request).await;
    let starts_worker = response.extensions().get::<StartsWorker>().is_some();
    let policy = if starts_worker { POLICY_WITH_WORKER } else { POLICY };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == JPEG) {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(OF_PICTURES));
    }
    if over_tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(ONLY_TLS));
    }
    // Only files that are the same for everybody say that they may be kept.
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::VARY, HeaderValue::from_static(VARY));
    }
    response
}

/// Counts a report and keeps nothing of it: its body is not even read. It changes nothing that anybody sees, and
/// browsers send it without a cookie, so it is taken from everywhere.
pub async fn note_report(State(app): State<App>) -> StatusCode {
    app.limits.policy_reports.fetch_add(1, Ordering::Relaxed);
    StatusCode::NO_CONTENT
}
