//! What every page shows: one struct per page, holding plain data that a handler fills in. The templates
//! beside them are checked against these structs when the crate is compiled.

pub mod alerts;
pub mod appointments;
pub mod arrivals;
pub mod attachments;
pub mod captivity;
pub mod cards;
pub mod cases;
pub mod chrome;
pub mod emergency;
pub mod erasure;
pub mod form;
pub mod hearing;
pub mod ledger;
pub mod letters;
pub mod lists;
pub mod log;
pub mod passphrase;
pub mod people;
pub mod plain;
pub mod plan;
pub mod readings;
pub mod referrals;
pub mod rolls;
pub mod services;
pub mod sessions;
pub mod sign_in;
pub mod today;
pub mod users;

pub use chrome::{Chrome, Nav, Who};
pub use form::{Choice, Filled};

/// A moment: for the machine in ISO 8601, for the reader in words.
#[derive(Clone, Debug, Default)]
pub struct When {
    pub iso: String,
    pub text: String,
}

/// Families of words for closed sets of values; `page.word("sex", "female")` says "sex-female". The values are
/// the stable keys that forms, files and events use. A test holds every one of them against the catalogues.
pub const WORDS: &[(&str, &[&str])] = &[
    ("sex", SEXES),
    ("sign", SIGNS),
    ("paper", PAPERS),
    ("paper-status", PAPER_STATUSES),
    ("consent", CONSENTS),
    ("consent-short", CONSENTS_TO_CHOOSE),
    ("company", COMPANY),
    ("picture", PICTURES),
    ("picture-wrong", WRONG_PICTURES),
    ("sort", SORTS),
    ("column", COLUMNS),
    ("date-order", DATE_ORDERS),
    ("outcome", OUTCOMES),
    ("reading", READINGS),
    ("list", LIST_STATES),
    ("witness", WITNESS_STATES),
    ("role", ROLES),
    ("sign-in-role", ROLES),
    ("explain", CORRECTABLE),
    ("field", CORRECTABLE),
    ("service", services::SERVICES),
    ("captivity-by", captivity::BY),
    ("captivity-what", captivity::KINDS),
    ("contact", plan::CONTACTS),
    ("finding", hearing::FINDINGS),
    ("missing", plan::MISSING),
    ("owner", plan::OWNERS),
    ("plan-deadline", plan::OUTLOOKS),
    ("reach", plan::REACHES),
    ("reached", plan::REACHED),
    ("represented", plan::REPRESENTED),
    ("warning", plan::WARNINGS),
    ("way", plan::WAYS),
    ("why", plan::WHYS),
    ("letter", letters::FORMS),
    ("letter-why", letters::FORMS),
    ("letter-in", letters::LETTER_LANGUAGES),
    ("many-needs", letters::FORMS),
    ("part", letters::PARTS),
    ("level", hearing::LEVELS),
    ("status", hearing::STATUSES),
    ("body", hearing::BODIES),
    ("hear-section", hearing::SECTIONS),
    ("service-kind", services::SERVICE_KINDS),
    ("service-group", services::SERVICE_GROUPS),
    ("service-said", services::SAID),
    ("service-column", services::SERVICE_COLUMNS),
    ("confidence", services::CONFIDENCES),
    ("trap", services::TRAPS),
    ("likeness", services::LIKENESSES),
    ("item", ITEMS),
    ("urgency", URGENCIES),
    ("reason", REASONS),
    ("answer", ANSWERS),
    ("heard", HEARD),
    ("grant", GRANTS),
    ("given", GIVEN),
    ("ground", GROUNDS),
    ("gone", GONE),
    ("appointment", appointments::STANDINGS),
    ("weekday", appointments::WEEKDAYS),
    ("today-part", today::TODAY_PARTS),
    ("today-none", today::TODAY_PARTS),
    ("queue-stage", today::QUEUE_STAGES),
    ("batch-reached", today::BATCH_REACHED),
    ("alert", ALERTS),
    ("channel", CHANNELS),
    ("channel-trouble", CHANNEL_TROUBLES),
    ("emergency-part", EMERGENCY_PARTS),
    ("emergency-standing", EMERGENCY_STANDINGS),
    ("emergency-state", EMERGENCY_STATES),
    ("verdict", VERDICTS),
    ("decision", rolls::DECISIONS),
    ("roll-look", rolls::UNCLEAR),
    ("roll-blank", rolls::BLANK),
];

pub const SEXES: &[&str] = &["female", "male", "other"];
pub const SIGNS: &[&str] = &["hurt", "ill", "pregnant", "minor", "threatened", "no-shelter"];
pub const PAPERS: &[&str] = &["passport", "national-id", "birth-record", "travel-document"];
pub const PAPER_STATUSES: &[&str] = &["held", "lost", "taken", "expired", "unknown"];
pub const CONSENTS: &[&str] = &["spoken", "signed", "guardian", "refused", "not-asked"];
/// What a person can answer; "not asked" is for people who come on somebody's list.
pub const CONSENTS_TO_CHOOSE: &[&str] = &["spoken", "signed", "guardian", "refused"];
/// How somebody can agree to a picture.
pub const CONSENTS_TO_PICTURES: &[&str] = &["spoken", "signed", "guardian"];
pub const PICTURES: &[&str] =
    &["document-photo", "passport", "travel-document", "other-paper", "medical-paper", "threat"];
/// Why a picture cannot be taken in, and what its forms lack.
pub const WRONG_PICTURES: &[&str] = &[
    "kind",
    "consent",
    "because",
    "empty",
    "too-large",
    "too-many-points",
    "heic",
    "drawing",
    "pdf",
    "gif",
    "not-a-picture",
    "damaged",
];
pub const COMPANY: &[&str] = &["alone", "previous", "code"];
pub const SORTS: &[&str] = &["urgent", "newest", "oldest", "name", "nationality", "place", "age"];
pub const COLUMNS: &[&str] = &[
    "ignore",
    "number",
    "name",
    "given-name",
    "family-name",
    "own-script-name",
    "nationality",
    "sex",
    "birth",
    "age",
    "place-and-birth",
    "passport",
    "papers",
    "phone",
    "place",
    "reported",
    "entered",
    "remark",
    "name-and-nationality",
    "name-and-passport",
    "sex-and-age",
];
pub const DATE_ORDERS: &[&str] = &["day-first", "month-first", "year-first", "unknown"];
/// What became of a row.
pub const OUTCOMES: &[&str] = &["waiting", "registered", "changed", "already", "look", "not-a-person", "replaced"];
/// What a row was read as, before anybody is registered.
pub const READINGS: &[&str] = &["look", "unsure", "sure", "not-a-person"];
pub const LIST_STATES: &[&str] = &["running", "cut-off", "finished"];
/// The parts of a case that can be lent in an emergency.
pub const EMERGENCY_PARTS: &[&str] = &["identity", "journey", "care", "protection"];
/// Where a request stands for whoever asked, and for the team that was asked.
pub const EMERGENCY_STANDINGS: &[&str] = &["waiting", "not-opened", "open", "over"];
pub const EMERGENCY_STATES: &[&str] = &["asked", "refused", "lapsed", "granted", "ended", "justified", "not-justified"];
pub const VERDICTS: &[&str] = &["justified", "not-justified"];
/// Why somebody is erased; retention is not asked for.
pub const GROUNDS: &[&str] = &["person", "court", "mistake", "retention"];
/// Kinds of what is erased.
pub const GONE: &[&str] = &[
    "payloads",
    "keys",
    "summaries",
    "attachments",
    "list-rows",
    "roll-lines",
    "records",
    "links",
    "notes",
    "alerts",
    "emergencies",
    "letters",
];
pub const ROLES: &[&str] = &[
    "outreach",
    "caseworker",
    "protection-officer",
    "consular-officer",
    "shelter-manager",
    "fund-manager",
    "analyst",
    "auditor",
    "administrator",
];
/// What a person can agree to show.
pub const ITEMS: &[&str] = &[
    "code",
    "names",
    "sex",
    "age",
    "nationality",
    "languages",
    "papers",
    "contacts",
    "place",
    "entered",
    "health",
    "danger",
];
pub const URGENCIES: &[&str] = &["today", "three-days", "week", "routine"];
pub const REASONS: &[&str] = &[
    "no-funds",
    "no-mandate",
    "full",
    "no-covering-mission",
    "nationality",
    "no-documents",
    "proof-demanded",
    "policy",
    "other",
];
pub const ANSWERS: &[&str] = &["accepted", "partly", "refused"];
pub const HEARD: &[&str] = &["here", "told", "link"];
pub const GRANTS: &[&str] = &["given", "declined", "withdrawn"];
pub const GIVEN: &[&str] = &["spoken", "signed", "guardian", "best-interests"];
/// What a witness of the log said last.
pub const WITNESS_STATES: &[&str] = &["cosigned", "silent", "refused", "shorter", "differs"];
pub const CORRECTABLE: &[&str] = &[
    "names",
    "sex",
    "birth",
    "nationalities",
    "languages",
    "papers",
    "contacts",
    "place",
    "entered",
    "signs",
    "remark",
    "consent",
];
pub const ALERTS: &[&str] = &[
    "referral-received",
    "referral-answered",
    "referral-overdue",
    "consent-withdrawn",
    "deletion-overdue",
    "emergency-asked",
    "emergency-opened",
    "emergency-to-review",
    "erasure-asked",
    "erased",
    "detained",
    "lost-contact",
    "re-trafficked",
    "deadline",
    "retention-ran",
    "log-contradicted",
];
pub const CHANNELS: &[&str] = &["mail", "push"];
pub const CHANNEL_TROUBLES: &[&str] = &["not-taken", "no-connection"];
