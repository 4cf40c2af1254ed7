//! Writing a letter: its values are read once, and a code is given to a letter that can be written and to no other.

use super::rows::{self, Issued, LetterRow};
use super::values::{Prepared, Wishes};
use crate::Result;
use access::{AccessError, Action, Cx};
use base::{CaseId, Date, EventId};
use papers::Tongue;
use papers::letter::{Frame, Lack, Letter, Template, Verification, pack};

/// Who writes to whom, from where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How the organisation is reached, one line each. Never the address of a shelter.
    pub contact: Vec<String>,
    pub place: String,
    /// The office, and below it its address.
    pub recipient: Vec<String>,
    pub signatory: String,
    pub post: String,
    /// Where the code is checked, as a person reads it.
    pub address: String,
    /// The same as an address that opens.
    pub link: String,
}

/// Which letter is written, with what is said beside the case: the same for every letter of a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The folder of its template.
    pub form: String,
    pub wishes: Wishes,
    pub head: Head,
}

/// A letter with its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub issued: Issued,
    pub letter: Letter,
}

/// A letter, or everything for which it cannot be written yet.
pub type Outcome = std::result::Result<Written, Vec<Lack>>;

/// What became of a letter whose event id its sender made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Once {
    Now(Outcome),
    /// It had been asked for before, and was written under this code.
    Before(Outcome),
}

/// Writes a letter about a person and keeps its code, or says why it cannot be written.
pub fn write(cx: &mut Cx, case: CaseId, order: &Order) -> Result<Outcome> {
    let prepared = looked_at(cx, case, order)?;
    let mut code = drawn(cx);
    while rows::of_code(cx.tx, &code)?.is_some() {
        code = drawn(cx);
    }
    put(cx, case, order, prepared, code)
}

/// As [`write`], under an event id that the sender made: the code follows from it, so that the same again gives the
/// same letter and no second code.
pub fn write_once(cx: &mut Cx, event: EventId, case: CaseId, order: &Order) -> Result<Once> {
    let prepared = looked_at(cx, case, order)?;
    let code = code_of(event, case);
    match rows::of_code(cx.tx, &code)? {
        None => put(cx, case, order, prepared, code).map(Once::Now),
        Some(row) if row.case == case && row.by == cx.keys.actor.member && row.issued.is_of(order) => {
            let stands = row.issued.withdrawn.is_none();
            let outcome = stands.then(|| filled(cx, order, prepared, row.issued));
            outcome.unwrap_or(Err(AccessError::NoValue)).map(Once::Before)
        }
        Some(_) => Err(AccessError::EventTaken),
    }
}

/// The letter of this code again, with the day that it was given: for a file of it.
pub fn again(cx: &mut Cx, case: CaseId, code: &str, order: &Order) -> Result<Outcome> {
    let prepared = looked_at(cx, case, order)?;
    let row = rows::of_code(cx.tx, code)?.filter(|row| row.case == case);
    let stands = |issued: &Issued| issued.withdrawn.is_none() && issued.is_of(order);
    let issued = row.map(|row| row.issued).filter(stands).ok_or(AccessError::NoValue)?;
    filled(cx, order, prepared, issued)
}

/// Of these letters, those that still stand about people who are still open here: what was taken back or is about
/// somebody who was erased is given to nobody any more. How many there are goes on the record.
pub fn standing(cx: &mut Cx, letters: &[(CaseId, String)]) -> Result<Vec<bool>> {
    cx.permit(Action::WriteLetter)?;
    let mut standing = Vec::with_capacity(letters.len());
    for (case, code) in letters {
        let row = rows::of_code(cx.tx, code)?;
        let is_there = row.is_some_and(|row| row.case == *case && row.issued.withdrawn.is_none());
        standing.push(is_there && cx.peek(*case)?.is_some());
    }
    cx.note_list(Action::WriteLetter, standing.iter().filter(|stands| **stands).count())?;
    Ok(standing)
}

fn looked_at(cx: &mut Cx, case: CaseId, order: &Order) -> Result<Prepared> {
    super::look(cx, case, &order.form, &order.wishes)
}

fn put(cx: &mut Cx, case: CaseId, order: &Order, prepared: Prepared, code: String) -> Result<Outcome> {
    let team = cx.keys.actor.team.ok_or(AccessError::TeamNeeded)?;
    let (form, language) = (order.form.clone(), order.wishes.language.clone());
    let outcome = filled(cx, order, prepared, Issued { code, form, language, at: cx.now, withdrawn: None })?;
    if let Ok(written) = &outcome {
        let by = cx.keys.actor.member;
        rows::put(cx.tx, &LetterRow { issued: written.issued.clone(), case, team, by })?;
    }
    Ok(outcome)
}

fn filled(cx: &mut Cx, order: &Order, prepared: Prepared, issued: Issued) -> Result<Outcome> {
    let tongue = Tongue::of_tag(&order.wishes.language).ok_or(AccessError::NoValue)?;
    let form = pack::embedded().form(&order.form).ok_or(AccessError::NoValue)?;
    let template = form.template(tongue).ok_or(AccessError::NoValue)?;
    let organisation = access::organisation::name(cx.tx)?.unwrap_or_default();
    let frame = order.head.frame(organisation, issued.at.local_date(), &issued.code);
    Ok(lettered(template, prepared, &frame).map(|letter| Written { issued, letter }))
}

/// The letter, or all that is lacking, each once: what the answers do not carry yet is not asked for field by field.
fn lettered(template: &Template, prepared: Prepared, frame: &Frame) -> std::result::Result<Letter, Vec<Lack>> {
    let filled = template.fill(&prepared.values, frame);
    if prepared.lacks.is_empty() {
        return filled;
    }
    let mut lacks = prepared.lacks;
    let unheard = lacks.iter().any(|lack| lack.field == "finding");
    for lack in filled.err().unwrap_or_default() {
        let is_said = lacks.iter().any(|one| one.field == lack.field) || (unheard && lack.field == "assessed_on");
        if !is_said {
            lacks.push(lack);
        }
    }
    Err(lacks)
}

impl Head {
    /// What it lacks for any letter, whoever it is about.
    pub fn lacks(&self) -> Vec<Lack> {
        self.frame("-".to_owned(), Date::constant(2026, 1, 1), "000000000").lacks()
    }

    fn frame(&self, organisation: String, date: Date, code: &str) -> Frame {
        Frame {
            organisation,
            contact: self.contact.clone(),
            place: self.place.clone(),
            date,
            recipient: self.recipient.clone(),
            signatory: self.signatory.clone(),
            role: self.post.clone(),
            verification: Verification {
                code: code.to_owned(),
                address: self.address.clone(),
                link: format!("{}#{code}", self.link),
            },
        }
    }
}

impl Issued {
    fn is_of(&self, order: &Order) -> bool {
        self.form == order.form && self.language == order.wishes.language
    }
}

/// Nine digits, none of them a leading nought that somebody would leave out.
fn drawn(cx: &mut Cx) -> String {
    let mut bytes = [0u8; 8];
    cx.rng.fill_bytes(&mut bytes);
    nine_digits(bytes)
}

/// The code of a letter that a program asked for under this event id; nobody reads the case from it.
fn code_of(event: EventId, case: CaseId) -> String {
    let hash = vault::digest(&[b"the code of a letter", event.as_bytes(), case.as_bytes()]);
    nine_digits([hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]])
}

fn nine_digits(bytes: [u8; 8]) -> String {
    (100_000_000 + u64::from_be_bytes(bytes) % 900_000_000).to_string()
}
