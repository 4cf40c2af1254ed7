//! Photos and scans of a case: listed, added, given, removed.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::Page;
use super::texted::As;
use crate::fault::Fault;
use crate::pages::attachments::{JPEG, inline, prepared};
use crate::routes::Answer;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Consent, EventId, text};
use casework::attachments::{self, Attachment, Kind, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
    vec![
        get("/cases/{case}/attachments", all, "Photos and scans of a case, the oldest first")
            .details("Those in parts that are open.")
            .gives(200, Page::whole(vec![Shown::sample()])),
        post("/cases/{case}/attachments", add, "Add a photo or scan that the person agreed to")
            .details(
                "JPEG, PNG or WebP, told from the content. It is made anew, without what the camera wrote into it. \
                 The same file of the same kind again changes nothing and answers the same.",
            )
            .takes_file()
            .asks("kind", json!({ "type": "string", "enum": kinds }), "What it shows; it says in which part it lies.")
            .asks(
                "consent",
                json!({ "type": "string", "enum": ["spoken", "signed", "guardian"] }),
                "How the person agreed to it.",
            )
            .gives(201, Shown::sample()),
        get("/cases/{case}/attachments/{attachment}", one, "A photo or scan").gives_file(&[JPEG]),
        post("/cases/{case}/attachments/{attachment}/remove", remove, "Remove a photo or scan for good")
            .takes::<Why>(json!({ "because": "Asked for it back." }))
            .gives_nothing(),
        post("/cases/{case}/document-issued", issued, "Note that a travel document was issued")
            .details("The photos that were taken for it are deleted.")
            .takes::<Issued>(json!({ "number": "ETD 0042" }))
            .gives(200, Deleted { photos_deleted: 1 }),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Attachment")]
struct Shown {
    attachment: As<EventId>,
    kind: As<Kind>,
    consent: As<Consent>,
    /// In bytes, of what is kept.
    size: u64,
    /// In points.
    width: u32,
    height: u32,
    /// Of the file as it was brought, in hexadecimal digits.
    original_sha256: String,
    /// Of what is kept.
    kept_sha256: String,
}

impl Shown {
    fn of(id: EventId, attachment: &Attachment) -> Shown {
        Shown {
            attachment: As(id),
            kind: As(attachment.kind),
            consent: As(attachment.consent),
            size: attachment.size,
            width: attachment.width,
            height: attachment.height,
            original_sha256: attachment.original.to_string(),
            kept_sha256: attachment.kept.to_string(),
        }
    }

    fn sample() -> Shown {
        let (kind, consent) = (Kind::Passport, Consent::Spoken);
        let (original, kept) = (Sha256::from_bytes([1; 32]), Sha256::from_bytes([2; 32]));
        let sample = Attachment { kind, consent, size: 340_117, width: 1_600, height: 1_200, original, kept };
        Shown::of(EventId::from_bytes([1; 16]), &sample)
    }
}

fn all(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    let standing = visit.command(|cx| attachments::all(cx, case))?;
    Ok(Json(Page::whole(standing.iter().map(|(id, attachment)| Shown::of(*id, attachment)).collect())).into_response())
}

fn add(visit: &Visit) -> Answer {
    visit.permit(Action::AddAttachment)?;
    let case = case_of(visit)?;
    let kind =
        Kind::from_key(visit.asked("kind")).ok_or_else(|| Fault::parameter("kind", "it is not one of the kinds"))?;
    let consent = Consent::from_key(visit.asked("consent"));
    let consent = consent.ok_or_else(|| Fault::parameter("consent", "it is to be spoken, signed or guardian"))?;
    if visit.upload.is_none() {
        return Err(Fault::unsupported());
    }
    let unfit =
        |error: papers::PictureError| Fault::Sent(StatusCode::UNPROCESSABLE_ENTITY, "bad-picture", error.to_string());
    let prepared = prepared(visit)?.map_err(unfit)?;
    let shown = visit.command(|cx| {
        let id = attachments::attach(cx, case, kind, consent, prepared)?;
        let standing = attachments::all(cx, case)?;
        Ok(Shown::of(id, standing.get(id).ok_or(AccessError::NoAttachment)?))
    })?;
    Ok((StatusCode::CREATED, Json(shown)).into_response())
}

fn attachment_of(visit: &Visit) -> Result<EventId, Fault> {
    EventId::read(visit.param("attachment")).ok_or(Fault::Access(AccessError::NoAttachment))
}

fn one(visit: &Visit) -> Answer {
    let (case, id) = (case_of(visit)?, attachment_of(visit)?);
    inline(&visit.command(|cx| attachments::open(cx, case, id))?)
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Why {
    because: String,
}

fn remove(visit: &Visit) -> Answer {
    visit.permit(Action::RemoveAttachment)?;
    let (case, id) = (case_of(visit)?, attachment_of(visit)?);
    let because = text::line(&visit.sent::<Why>()?.because);
    visit.command(|cx| attachments::remove(cx, case, id, because))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Issued {
    /// The number of the document.
    #[serde(default)]
    number: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct Deleted {
    photos_deleted: usize,
}

fn issued(visit: &Visit) -> Answer {
    visit.permit(Action::IssueDocument)?;
    let case = case_of(visit)?;
    let number = visit.sent::<Issued>()?.number.and_then(|said| text::some_line(&said));
    let photos_deleted = visit.command(|cx| attachments::document_issued(cx, case, number))?;
    Ok(Json(Deleted { photos_deleted }).into_response())
}
