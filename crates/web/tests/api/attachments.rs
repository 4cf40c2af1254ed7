//! Photos and scans that programs bring and fetch.

use super::program::Served;
use access::Role;
use axum::http::StatusCode;
use image::{ImageFormat, RgbImage};
use serde_json::json;
use std::io::Cursor;

const FILE: &str = "application/octet-stream";

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    RgbImage::from_pixel(64, 40, image::Rgb([9, 99, 199]))
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .unwrap();
    bytes
}

fn case(served: &Served, token: &str) -> String {
    let arrival = json!({ "names": ["Marta Invented"], "consent": "spoken" });
    served.post(token, "/arrivals", arrival).json()["case"].as_str().unwrap().to_owned()
}

#[test]
fn a_picture_is_brought_once_fetched_and_removed_for_a_reason() {
    let (served, token) = Served::with(Role::Caseworker);
    let at = format!("/cases/{}/attachments", case(&served, &token));
    let bring = || served.send("POST", &token, &format!("{at}?kind=passport&consent=signed"), FILE, png());
    let added = bring();
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    let added = added.json();
    assert_eq!(
        (&added["kind"], &added["width"], &added["consent"]),
        (&json!("passport"), &json!(64), &json!("signed"))
    );
    assert_eq!(added["original_sha256"], casework::attachments::Sha256::of(&png()).to_string());
    assert_eq!(bring().json(), added, "the same again changes nothing");
    assert_eq!(served.get(&token, &at).json()["items"], json!([added]));
    let one = format!("{at}/{}", added["attachment"].as_str().unwrap());
    let file = served.get(&token, &one);
    assert_eq!((file.status, file.kind.as_str()), (StatusCode::OK, "image/jpeg"));
    assert_eq!(served.post(&token, &format!("{one}/remove"), json!({ "because": "" })).error(), "unfit");
    let removed = served.post(&token, &format!("{one}/remove"), json!({ "because": "Asked for it back." }));
    assert_eq!(removed.status, StatusCode::NO_CONTENT);
    assert_eq!(served.get(&token, &one).error(), "no-attachment");
    assert_eq!(served.get(&token, &at).json()["items"], json!([]));
    let timeline = served.get(&token, at.trim_end_matches("/attachments")).json()["timeline"].clone();
    let told: Vec<_> = timeline.as_array().unwrap().iter().map(|moment| moment["what"].as_str().unwrap()).collect();
    assert_eq!(told, ["registered", "attached", "attachment-removed"]);
}

#[test]
fn sec30_what_a_program_brings_is_told_by_its_content() {
    let (served, token) = Served::with(Role::Caseworker);
    let at = format!("/cases/{}/attachments", case(&served, &token));
    let bring = |asked: &str, file: &[u8]| served.send("POST", &token, &format!("{at}{asked}"), FILE, file.to_vec());
    let svg = bring("?kind=passport&consent=spoken", b"<svg/>");
    assert_eq!((svg.status, svg.error()), (StatusCode::UNPROCESSABLE_ENTITY, "bad-picture".to_owned()));
    assert_eq!(bring("?kind=passport&consent=refused", &png()).error(), "unfit");
    for asked in ["", "?kind=face&consent=spoken", "?kind=passport", "?kind=passport&consent=yes"] {
        assert_eq!(bring(asked, &png()).error(), "bad-parameter", "{asked}");
    }
    assert_eq!(served.post(&token, &format!("{at}?kind=passport&consent=spoken"), json!({})).error(), "unsupported");
}

#[test]
fn a_document_that_was_issued_takes_its_photo_away() {
    let (served, token) = Served::with(Role::ConsularOfficer);
    let case = case(&served, &token);
    let at = format!("/cases/{case}/attachments");
    served.send("POST", &token, &format!("{at}?kind=document-photo&consent=guardian"), FILE, png());
    let issued = served.post(&token, &format!("/cases/{case}/document-issued"), json!({ "number": "ETD 7" }));
    assert_eq!(issued.json(), json!({ "photos_deleted": 1 }));
    assert_eq!(served.get(&token, &at).json()["items"], json!([]));
}
