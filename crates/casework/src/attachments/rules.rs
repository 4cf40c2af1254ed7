//! What an attachment is, and pure decisions about it.

use crate::{Event, Result};
use access::AccessError;
use base::{Consent, EventId, Paper, PaperKind, PaperStatus};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use vault::Compartment;

/// What a picture shows; in which part of the case it lies follows from that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// The person's face, for an emergency travel document: deleted once that is issued.
    DocumentPhoto,
    Passport,
    TravelDocument,
    OtherPaper,
    MedicalPaper,
    /// A message, a call or a place: what somebody is threatened with.
    Threat,
}

base::keys!(Kind {
    DocumentPhoto = "document-photo",
    Passport = "passport",
    TravelDocument = "travel-document",
    OtherPaper = "other-paper",
    MedicalPaper = "medical-paper",
    Threat = "threat",
});

impl Kind {
    pub const fn compartment(self) -> Compartment {
        match self {
            Kind::DocumentPhoto | Kind::Passport | Kind::TravelDocument | Kind::OtherPaper => Compartment::Identity,
            Kind::MedicalPaper => Compartment::Care,
            Kind::Threat => Compartment::Protection,
        }
    }
}

/// What the history says of a picture for as long as the case is kept, also when the picture is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub kind: Kind,
    /// How the person agreed to it.
    pub consent: Consent,
    /// Of what is kept, in bytes and points.
    pub size: u64,
    pub width: u32,
    pub height: u32,
    /// Of the file as it was brought, so that whoever has it can prove that it is the one.
    pub original: Sha256,
    pub kept: Sha256,
}

/// Why a picture was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Removal {
    DocumentIssued,
    Said(String),
}

/// A plain SHA-256, as `sha256sum` writes it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    pub fn of(bytes: &[u8]) -> Self {
        Self(vault::sha256(bytes))
    }

    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// In hexadecimal digits.
impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Sha256({self})")
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Sha256;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a hash of 32 bytes")
            }
            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> std::result::Result<Sha256, E> {
                bytes.try_into().map(Sha256).map_err(|_| E::invalid_length(bytes.len(), &self))
            }
        }
        from.deserialize_bytes(Bytes)
    }
}

/// The attachments of a case that were not removed. In whatever order events come, the same are standing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// In the order of their events' ids, which is that of time.
    attached: BTreeMap<EventId, Attachment>,
    removed: Vec<EventId>,
}

impl Standing {
    pub fn apply(&mut self, id: EventId, event: &Event) {
        match event {
            Event::Attached(attachment) if !self.removed.contains(&id) => {
                self.attached.insert(id, attachment.clone());
            }
            Event::AttachmentRemoved { attachment, .. } => {
                self.attached.remove(attachment);
                self.removed.push(*attachment);
            }
            _ => {}
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&EventId, &Attachment)> {
        self.attached.iter()
    }

    pub fn get(&self, id: EventId) -> Option<&Attachment> {
        self.attached.get(&id)
    }
}

/// Nothing is kept of somebody who did not agree to it, or whom nobody asked.
pub fn agreed(consent: Consent) -> Result<()> {
    match consent {
        Consent::Spoken | Consent::Signed | Consent::Guardian => Ok(()),
        Consent::Refused | Consent::NotAsked => {
            Err(AccessError::Unfit("A picture is kept only when the person agreed to it, or for a child the guardian."))
        }
    }
}

/// The papers of somebody who was just given a travel document, in place of any earlier one. A number that is known of
/// the one that they hold stays where none is said.
pub fn with_travel_document(papers: &[Paper], number: Option<String>) -> Vec<Paper> {
    let held = |paper: &&Paper| paper.kind == PaperKind::TravelDocument && paper.status == PaperStatus::Held;
    let number = number.or_else(|| papers.iter().find(held)?.number.clone());
    let others = papers.iter().filter(|paper| paper.kind != PaperKind::TravelDocument).cloned();
    let issued = Paper { kind: PaperKind::TravelDocument, status: PaperStatus::Held, number };
    others.chain([issued]).collect()
}
