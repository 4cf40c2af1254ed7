//! A link for an organisation that has no sign-in here: it shows exactly what was agreed, takes one answer, and ends.
//!
//! What it shows is sealed under a key that is drawn for the link and kept nowhere; the database holds a mark by
//! which the link is known. The answer is sealed to the team that asked, until one of its members takes it in.

use super::answer::fit;
use super::deadlines::tell;
use super::links::{self, LinkRow};
use super::rows;
use super::{Answer, Heard, State, answer, read};
use crate::record::summaries;
use crate::{Fact, Facts, Result};
use access::alert::Kind;
use access::entries::{AccessEntry, compartment_bits};
use access::{AccessError, Action, Cx};
use base::{CaseId, Instant, UserId};
use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};
use store::Tx;
use vault::{Compartment, Context, Courier, DataKey, seal};

const SHOWN: &[u8] = b"referral link";
const ANSWER: &[u8] = b"referral link's answer";

/// For how many days a link is good.
pub const DAYS: i64 = 14;

/// What a link shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shown {
    /// The name of the team that asks.
    pub from: String,
    pub request: super::Request,
    pub facts: Vec<Fact>,
}

/// A new link's secret: 26 letters and digits, to be put behind the `#` of the address, which no server is sent.
pub struct Link {
    pub secret: String,
    pub expires: Instant,
}

/// Makes the link of a referral; an earlier one is good for nothing from then on.
pub fn make_link(cx: &mut Cx, file: CaseId) -> Result<Link> {
    let row = rows::of_file(cx.tx, file)?.ok_or(read::nothing(file))?;
    let open = cx.open_correspondence(file, Action::Refer)?;
    if Some(row.from) != cx.keys.actor.team || row.to.is_some() || row.state == State::Withdrawn {
        return Err(AccessError::Unfit("A link is for an organisation elsewhere that was asked and may still answer."));
    }
    let facts = summaries(cx.tx, &open)?;
    let (_, request) = read::request(&facts).ok_or(AccessError::Unreadable)?;
    let teams = access::organisation::teams(cx.tx)?;
    let from = teams.into_iter().find(|(id, ..)| *id == row.from).map(|(_, name, _)| name).unwrap_or_default();
    let shown = Shown { from, request, facts: of_person(facts) };
    let mut secret = zeroize::Zeroizing::new([0u8; 16]);
    cx.rng.fill_bytes(secret.as_mut_slice());
    let plain = zeroize::Zeroizing::new(postcard::to_stdvec(&shown).expect("it always encodes"));
    let sealed = seal::seal(&key_of(&*secret), Context::of(&[SHOWN, file.as_bytes()]), &plain, cx.rng);
    let expires = cx.now.plus_hours(24 * DAYS);
    let mark = mark_of(&*secret);
    let row = LinkRow { file, mark, sealed, expires, opened_at: None, answer: None, answered_at: None };
    links::put(cx.tx, &row)?;
    Ok(Link { secret: BASE32_NOPAD.encode(secret.as_slice()), expires })
}

fn of_person(facts: Facts) -> Vec<Fact> {
    facts.into_newest().filter(|fact| !matches!(fact, Fact::Request(_) | Fact::Answer(_))).collect()
}

/// What a link shows, to whoever has it. The same error for one that never was, one that is over and one that was
/// used; every opening is on the record.
pub fn open_link(tx: &mut Tx, secret: &str, now: Instant) -> Result<Shown> {
    let (mut row, key) = find(tx, secret, now)?;
    row.opened_at = Some(now);
    links::put(tx, &row)?;
    access::entries::record_access(tx, &outside(row.file, now))?;
    let plain = seal::open(&key, Context::of(&[SHOWN, row.file.as_bytes()]), &row.sealed)?;
    postcard::from_bytes(&plain).map_err(|_| AccessError::Unreadable)
}

/// A reading by somebody who is no member: nobody's id stands for them.
fn outside(file: CaseId, at: Instant) -> AccessEntry {
    let (action, outcome) = (Action::AnswerReferral.key().to_owned(), "allowed".to_owned());
    let member = UserId::from_bytes([0; 16]);
    let compartments = compartment_bits(super::SHARED);
    AccessEntry { at, member, action, outcome, case: Some(file), compartments, cases: 1 }
}

/// Takes the answer of an organisation elsewhere. The link ends with it.
pub fn answer_link(
    tx: &mut Tx,
    secret: &str,
    answer: Answer,
    now: Instant,
    rng: &mut dyn rand_core::CryptoRng,
) -> Result<()> {
    let (mut row, key) = find(tx, secret, now)?;
    let plain = seal::open(&key, Context::of(&[SHOWN, row.file.as_bytes()]), &row.sealed)?;
    let shown: Shown = postcard::from_bytes(&plain).map_err(|_| AccessError::Unreadable)?;
    fit(&answer, shown.request.people)?;
    let referral = rows::of_file(tx, row.file)?.ok_or(AccessError::NoLink)?;
    let to = access::organisation::public_key(tx, referral.from, Compartment::Journey)?;
    let answer = Answer { heard: Heard::Link, ..answer };
    let plain = zeroize::Zeroizing::new(postcard::to_stdvec(&answer).expect("it always encodes"));
    row.answer = Some(Courier::new(rng).wrap(&to, &plain, Context::of(&[ANSWER, row.file.as_bytes()]), rng)?);
    row.answered_at = Some(now);
    // What it showed goes with it: the answer is all that is still needed.
    row.sealed = Vec::new();
    links::put(tx, &row)?;
    tell(tx, referral.from, Kind::ReferralAnswered, row.file, now, rng)?;
    let referral = rows::ReferralRow { state: State::Answered, answered_at: Some(now), ..referral };
    rows::update(tx, &referral)
}

/// Puts the answers that came through links onto the record, as whoever is signed in. Says how many.
pub fn take_in(cx: &mut Cx) -> Result<usize> {
    cx.permit(Action::Refer)?;
    let Some(team) = cx.keys.actor.team else { return Ok(0) };
    let mut taken = 0;
    for row in links::answered(cx.tx, team)? {
        let Some(sealed) = &row.answer else { continue };
        let parts: [&[u8]; 2] = [ANSWER, row.file.as_bytes()];
        let Some(plain) = cx.keys.open_delivered(Compartment::Journey, sealed, Context::of(&parts))? else {
            return Ok(taken);
        };
        let heard: Answer = postcard::from_bytes(&plain).map_err(|_| AccessError::Unreadable)?;
        answer::take_in(cx, row.file, heard, row.answered_at.unwrap_or(cx.now))?;
        links::forget(cx.tx, row.file)?;
        taken += 1;
    }
    Ok(taken)
}

fn find(tx: &mut Tx, secret: &str, now: Instant) -> Result<(LinkRow, DataKey)> {
    let letters: String = secret.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    let secret = zeroize::Zeroizing::new(BASE32_NOPAD.decode(letters.as_bytes()).unwrap_or_default());
    let row = links::of_mark(tx, &mark_of(&secret))?.filter(|row| row.expires > now && row.answered_at.is_none());
    row.map(|row| (row, key_of(&secret))).ok_or(AccessError::NoLink)
}

/// By which a link is known: nothing that opens anything.
fn mark_of(secret: &[u8]) -> Vec<u8> {
    key_of(secret).derive("safeconduct link mark v1").as_bytes().to_vec()
}

fn key_of(secret: &[u8]) -> DataKey {
    let hash = vault::digest(&[b"safeconduct link v1", secret]);
    DataKey::from_slice(&hash).expect("a hash has the length of a key")
}
