//! Who may do what, who did, and with which keys.
//!
//! A role is the set of compartment keys its holder was given ([`policy`]); checks in code come second. Every
//! command runs inside a [`Cx`]: the transaction, the actor, the keys in hand, the time and the source of chance.

pub mod alert;
pub mod bound;
pub mod cx;
pub mod entries;
pub mod integration;
pub mod keyring;
pub mod lending;
pub mod member;
pub mod organisation;
pub mod pen;
pub mod policy;
pub mod sign_in;
pub mod webhook;

pub use cx::{Cx, OpenCase, command, command_with};
pub use keyring::{Actor, Holder, Keyring, Rights};
pub use pen::Pen;
pub use policy::{Action, Role};

use base::{CaseId, Instant};

#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error(transparent)]
    Vault(#[from] vault::VaultError),
    /// The same sentence for a case that does not exist, so that nobody learns which exist.
    #[error("There is no such case among those that are open to you. If you were given a code, ask for it again.")]
    NotFound { action: Action, case: Option<CaseId> },
    #[error("Your role does not include this. Nothing was opened or changed; the attempt is on the record.")]
    Refused { action: Action },
    #[error(
        "This is for another person than the one who asked or who gave the keys: nobody watches over themselves. \
         Nothing was opened or changed; the attempt is on the record."
    )]
    AnotherPerson { action: Action },
    #[error("Name, passphrase and code do not fit together. Please type all three again; a code works only once.")]
    SignIn,
    #[error("A passphrase has at least 15 characters. Take a few words that only you would put together.")]
    WeakPassphrase,
    #[error("The new passphrase is the one you have. Please choose another; nothing was changed.")]
    SamePassphrase,
    #[error("Somebody here already signs in with this name. Please choose another.")]
    NameTaken,
    #[error("A member of this role works in a team. Please choose one.")]
    TeamNeeded,
    #[error(
        "A consular officer works in a team of their mission, of the kind \"mission\". In another team they would read \
         the names of people who fear that state. Nobody was added."
    )]
    MissionNeeded,
    #[error("There is another entry with this event id. Nothing was written; please make a new id for what is new.")]
    EventTaken,
    #[error("Nobody can shut out the one who is at it. Nothing was changed; another administrator can.")]
    Oneself,
    #[error("There is no such member. Nothing was changed.")]
    NoMember,
    /// What was said is no answer to what was asked; the sentence says what would be.
    #[error("{sentence} Nothing was changed.")]
    NoAnswer { sentence: String },
    /// Until when the other's claim holds, if no answer renews it.
    #[error(
        "A colleague hears this person at this moment. Nothing was changed; take the next person, or come back when \
         they have finished: nobody is asked the same twice."
    )]
    BeingHeard { until: Instant },
    #[error("No value that stands was stated by this event. Nothing was changed; please look at the case again.")]
    NoValue,
    #[error(
        "The person has not agreed to show all of this to this recipient for this purpose. Nothing was sent; ask \
         them first, and record what they say."
    )]
    NoConsent,
    #[error(
        "This link shows nothing: it was used already, its time is over, or a letter is missing. Nothing was written. \
         Ask whoever sent it for another."
    )]
    NoLink,
    #[error("There is no such photo or scan on this case, or it was removed. Nothing was changed.")]
    NoAttachment,
    #[error("{0} Nothing was made.")]
    Unfit(&'static str),
    #[error("This registry is already set up. Nothing was changed.")]
    AlreadySetUp,
    #[error("A sealed record could not be read as what it should be. Nothing was changed; run `safeconduct verify`.")]
    Unreadable,
}

pub type Result<T> = std::result::Result<T, AccessError>;
