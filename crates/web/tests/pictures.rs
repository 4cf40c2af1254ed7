//! Photos and scans through the pages: what a browser sends, sees, and is told.

use crate::served::{PLAIN, Said, Served, served};
use image::{ImageFormat, RgbImage};
use std::io::Cursor;

const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");

fn png(red: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = RgbImage::from_pixel(640, 400, image::Rgb([red, 40, 60]));
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

/// A browser in which somebody looks at the case of a person just registered.
struct Desk {
    server: Served,
    cookie: String,
    case: String,
}

impl Desk {
    fn open() -> Desk {
        let server = served();
        let cookie = server.sign_in();
        let form = ("content-type", "application/x-www-form-urlencoded");
        let registered =
            server.ask("POST", "/arrivals", &[OURS, form, ("cookie", &cookie)], "consent=spoken&name=Marta");
        assert_eq!(registered.status, 303, "{}", registered.body);
        let page = server.ask("GET", registered.header("location"), &[("cookie", &cookie)], "");
        let case = links(&page.body, "/case/").into_iter().next().expect("a link to the case");
        let case = case.split('/').take(3).collect::<Vec<_>>().join("/");
        Desk { server, cookie, case }
    }

    fn get(&self, path: &str) -> Said {
        self.server.ask("GET", path, &[("cookie", &self.cookie)], "")
    }

    fn post(&self, path: &str, form: &str) -> Said {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.server.ask("POST", path, &[OURS, kind, ("cookie", &self.cookie)], form)
    }

    fn bring(&self, fields: &[(&str, &str)], name: &str, file: &[u8]) -> Said {
        let mut body = Vec::new();
        for (field, value) in fields {
            let head = format!("--EDGE\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(head.as_bytes());
        }
        let head = format!(
            "--EDGE\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n"
        );
        body.extend(head.as_bytes());
        body.extend(file);
        body.extend(b"\r\n--EDGE--\r\n");
        let kind = ("content-type", "multipart/form-data; boundary=EDGE");
        let path = format!("{}/attachments", self.case);
        self.server.send("POST", &path, &[OURS, kind, ("cookie", &self.cookie)], body, PLAIN)
    }

    fn keep(&self, kind: &str, red: u8) {
        let said = self.bring(&[("kind", kind), ("consent", "spoken")], "MARTA-PASSPORT.exe", &png(red));
        assert_eq!(said.status, 303, "{}", said.body);
    }
}

/// The addresses on a page that begin so, each once.
fn links(page: &str, start: &str) -> Vec<String> {
    let found = page.split('"').filter(|part| part.starts_with(start)).map(str::to_owned);
    found.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

#[test]
fn sec33_a_picture_is_shown_from_our_own_pages_alone_and_kept_by_nobody() {
    let desk = Desk::open();
    desk.keep("passport", 200);
    let page = desk.get(&desk.case);
    assert!(page.body.contains("It is kept.") && page.body.contains("Passport"));
    assert!(!page.body.contains("MARTA-PASSPORT"), "the name of the file is not kept");
    let previews: Vec<_> =
        links(&page.body, &desk.case).into_iter().filter(|link| link.ends_with("/preview")).collect();
    assert_eq!(previews.len(), 1);
    let address = previews[0].trim_end_matches("/preview");
    for path in [&previews[0], &format!("{address}/picture")] {
        let answer = desk.get(path);
        let said = |name| answer.header(name);
        assert_eq!((answer.status, said("content-type")), (200, "image/jpeg"));
        assert_eq!(said("content-disposition"), "inline; filename=\"picture.jpg\"");
        assert_eq!(said("content-security-policy"), "default-src 'none'; frame-ancestors 'none'; sandbox");
        assert_eq!((said("cache-control"), said("x-content-type-options")), ("no-store", "nosniff"));
        assert_eq!(said("cross-origin-resource-policy"), "same-origin");
        let stranger = desk.server.ask("GET", path, &[], "");
        assert_eq!((stranger.status, stranger.header("location")), (303, "/sign-in"));
    }
    let shown = desk.get(address);
    assert!(shown.status == 200 && shown.body.contains("640 × 400"), "{}", shown.body);
}

#[test]
fn sec30_what_is_no_picture_is_refused_on_the_form_and_nothing_is_kept() {
    let desk = Desk::open();
    let fields = [("kind", "passport"), ("consent", "spoken")];
    for (file, sentence) in [
        (&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], "which can hold programs"),
        (b"GIF89a\x01\0\x01\0", "This is a GIF"),
        (b"%PDF-1.4", "This is a PDF"),
        (b"", "There is nothing in this file"),
        (b"PK\x03\x04", "not a picture"),
        (&png(1)[..90], "damaged"),
    ] {
        let said = desk.bring(&fields, "photo.jpg", file);
        assert_eq!(said.status, 422);
        assert!(said.body.contains(sentence), "{sentence}: {}", said.body);
        assert!(said.body.contains("value=\"spoken\" required checked"), "what was chosen stays");
    }
    for missing in
        [&fields[..1], &fields[1..], &[("kind", "passport"), ("consent", "refused")], &[("kind", "x"), fields[1]]]
    {
        assert_eq!(desk.bring(missing, "photo.png", &png(1)).status, 422, "{missing:?}");
    }
    assert!(!desk.get(&desk.case).body.contains("/preview"));
}

#[test]
fn a_picture_is_removed_with_a_reason_and_the_history_tells_it() {
    let desk = Desk::open();
    desk.keep("threat", 10);
    let page = desk.get(&desk.case).body;
    let address = links(&page, &desk.case).into_iter().find(|link| link.ends_with("/preview")).unwrap();
    let address = address.trim_end_matches("/preview").to_owned();
    let why = desk.post(&format!("{address}/remove"), "because=+");
    assert!(why.status == 422 && why.body.contains("Say why it is removed."), "{}", why.body);
    assert_eq!(desk.post(&format!("{address}/remove"), "because=Asked+for+it+back").status, 303);
    let page = desk.get(&desk.case).body;
    assert!(page.contains("Photo or scan removed") && page.contains("Asked for it back") && !page.contains("/preview"));
    for path in [format!("{address}/picture"), address.clone()] {
        let gone = desk.get(&path);
        assert!(gone.status == 404 && gone.body.contains("No such photo or scan"), "{}", gone.body);
    }
    assert_eq!(desk.post(&format!("{address}/remove"), "because=again").status, 404);
}

#[test]
fn once_the_document_is_issued_the_case_page_has_its_number_and_no_photo() {
    let desk = Desk::open();
    desk.keep("document-photo", 1);
    desk.keep("passport", 2);
    let page = desk.get(&desk.case).body;
    assert!(page.contains("The photo that was taken for it is deleted for good."));
    assert_eq!(desk.post(&format!("{}/document-issued", desk.case), "number=ETD+0042").status, 303);
    let page = desk.get(&desk.case).body;
    assert!(page.contains("ETD 0042") && page.contains("deleted, the document was issued"), "{page}");
    assert!(page.contains("The photo was deleted") && page.matches("/preview").count() == 1);
}
