//! Consent for the plan: a yes or a no to one recipient is a grant of the case like any other, and withdrawn like one.

use super::read;
use crate::Result;
use crate::consent::{self, Given, Grant, Item, Kind, Recipient, Standing};
use crate::services::{self, Service};
use ::pathway::pack::Shipped;
use ::pathway::{Contact, Durations};
use access::{AccessError, Cx};
use base::{CaseId, Country, Language};

/// How the word begins under which a state's mission is kept as a recipient: consent for one is none for another.
const MISSION: &str = "mission:";

/// For what somebody of this kind is told.
fn purpose(contact: Contact) -> Service {
    match contact {
        Contact::Mission => Service::TravelDocument,
        Contact::HomeState => Service::Reception,
        Contact::Authority => Service::ExitVisa,
        Contact::Police => Service::LegalAid,
        Contact::ThirdState => Service::Asylum,
        Contact::Agency => Service::Ticket,
        Contact::Fund => Service::Money,
        Contact::Clinic => Service::Medical,
        Contact::Carrier => Service::Transport,
    }
}

/// What a recipient of this kind needs, and no more.
pub fn items_for(contact: Contact) -> Vec<Item> {
    match contact {
        Contact::Mission | Contact::Authority => {
            vec![Item::Names, Item::Sex, Item::Age, Item::Nationality, Item::Papers, Item::Entered]
        }
        Contact::HomeState | Contact::Police => vec![Item::Names, Item::Nationality],
        Contact::ThirdState | Contact::Agency => vec![Item::Names, Item::Sex, Item::Age, Item::Nationality],
        Contact::Fund => vec![Item::Code],
        Contact::Clinic => vec![Item::Names, Item::Sex, Item::Age, Item::Languages, Item::Health],
        Contact::Carrier => vec![Item::Names, Item::Age, Item::Papers],
    }
}

/// Who is meant. A mission is that of one state.
pub fn recipient_of(contact: Contact, mission: Option<Country>) -> Recipient {
    let kind = if contact.is_state() { Kind::State } else { Kind::Other };
    let (id, name) = match (contact, mission) {
        (Contact::Mission, Some(country)) => {
            (format!("{MISSION}{}", country.iso3()), format!("Mission of {}", country.name("en")))
        }
        _ => (format!("contact:{}", contact.key()), contact.key().to_owned()),
    };
    Recipient::Outside { id: Some(id), name, kind }
}

/// Whom a grant is about, in the words of a plan, and of which state's mission alone.
pub(super) fn contact_of(grant: &Grant) -> Option<(Contact, Option<Country>)> {
    if let Recipient::Outside { id: Some(id), .. } = &grant.recipient {
        if let Some(code) = id.strip_prefix(MISSION) {
            return Some((Contact::Mission, Country::from_iso3(code)));
        }
        if let Some(key) = id.strip_prefix("contact:") {
            return Contact::from_key(key).map(|contact| (contact, None));
        }
        let known = services::pack::embedded().organisations.iter().find(|one| one.id == *id);
        if let Some(contact) = known.and_then(|one| by_kind(one.kind)) {
            return Some((contact, None));
        }
    }
    by_purpose(grant.purpose).map(|contact| (contact, None))
}

fn by_kind(kind: services::Kind) -> Option<Contact> {
    match kind {
        services::Kind::Mission => Some(Contact::Mission),
        services::Kind::Government => Some(Contact::Authority),
        services::Kind::Police => Some(Contact::Police),
        services::Kind::International => Some(Contact::Agency),
        services::Kind::Clinic => Some(Contact::Clinic),
        services::Kind::Fund => Some(Contact::Fund),
        _ => None,
    }
}

fn by_purpose(purpose: Service) -> Option<Contact> {
    match purpose {
        Service::IdentityCheck | Service::TravelDocument => Some(Contact::Mission),
        Service::ExitVisa | Service::FineWaiver => Some(Contact::Authority),
        Service::Medical | Service::MentalHealth => Some(Contact::Clinic),
        Service::Money | Service::Ticket => Some(Contact::Fund),
        Service::Asylum => Some(Contact::Agency),
        _ => None,
    }
}

/// As [`agree_to`]; which state's mission is meant follows from the case.
pub fn agree(
    cx: &mut Cx,
    pack: &Shipped,
    case: CaseId,
    contact: Contact,
    asked: (Given, Option<Language>, bool, bool),
) -> Result<()> {
    let mission = read(cx, pack, &Durations::of_pack(&pack.pack), case)?.situation.standing.mission;
    if contact == Contact::Mission && mission.is_none() {
        return Err(AccessError::Unfit("Which mission it is must be settled first: look at the nationality."));
    }
    agree_to(cx, case, contact, mission, asked)
}

/// Keeps what the person said when they were asked whether somebody may be told: how they said it, in which language,
/// whether it is safe, and whether they agree.
pub fn agree_to(
    cx: &mut Cx,
    case: CaseId,
    contact: Contact,
    mission: Option<Country>,
    asked: (Given, Option<Language>, bool, bool),
) -> Result<()> {
    let (given, language, safe, agreed) = asked;
    let grant = Grant {
        purpose: purpose(contact),
        recipient: recipient_of(contact, mission),
        items: items_for(contact),
        given,
        language,
        interpreter: None,
        until: None,
        safe,
        standing: if agreed { Standing::Given } else { Standing::Declined },
    };
    consent::give(cx, case, grant).map(drop)
}
