//! Sentences that handlers put together from closed sets: none may be missing from the English catalogue.

use access::Action;
use casework::lists::{Became, Reason};
use papers::{Doubt, Meaning, Why};
use web::fault::Fault;
use web::tongue::Tongue;

/// What the log says of acts that are not a command on cases.
const ADMINISTRATION: [&str; 15] = [
    "organisation-founded",
    "team-added",
    "member-added",
    "integration-added",
    "integrations-let-in",
    "member-disabled",
    "keys-given",
    "signed-in",
    "sign-in-refused",
    "recovery-code-used",
    "passphrase-changed",
    "webhook-added",
    "webhook-removed",
    "alert-channel-added",
    "alert-channel-removed",
];

fn missing(keys: impl Iterator<Item = String>) -> Vec<String> {
    keys.filter(|key| Tongue::english().say(key) == *key).collect()
}

#[test]
fn every_fault_has_its_heading_its_sentence_and_what_to_do_next() {
    let keys = Fault::KEYS.iter().flat_map(|key| ["-title", "", "-next"].map(|part| format!("fault-{key}{part}")));
    assert_eq!(missing(keys), Vec::<String>::new());
}

#[test]
fn every_doubt_and_reason_of_a_list_is_a_sentence() {
    let doubts = Doubt::ALL.iter().map(|doubt| format!("doubt-{}", doubt.key()));
    let reasons = Why::ALL.iter().map(|why| Reason::Read(*why));
    let reasons = reasons.chain([Reason::MaybeKnown, Reason::SaidSo, Reason::AboveHeadings]);
    let reasons = reasons.map(|reason| format!("why-{}", reason.key()));
    let now = Became::ALL.iter().filter(|became| **became != Became::Look);
    let now = now.map(|became| format!("lists-now-{}", became.key()));
    let columns = Meaning::ALL.iter().map(|meaning| format!("column-{}", meaning.key()));
    assert_eq!(missing(doubts.chain(reasons).chain(now).chain(columns)), Vec::<String>::new());
}

#[test]
fn everything_that_a_witness_can_say_is_in_the_closed_set_of_the_page() {
    assert_eq!(store::witness::State::ALL.map(|state| state.key()), web::views::WITNESS_STATES);
}

#[test]
fn every_act_in_the_log_has_a_name() {
    let acts = Action::ALL.iter().map(|action| action.key()).chain(ADMINISTRATION);
    assert_eq!(missing(acts.map(|act| format!("act-{act}"))), Vec::<String>::new());
}
