//! Erasing a person: everything that the registry keeps of them goes, from every table, file and desk that it
//! controls, and it says what it does not reach.
//!
//! One member asks, a second one of the team confirms: nothing brings an erased person back. Envelopes and the record
//! of reading stay, pseudonymous, so that the log still fits. A stone stands for each case that went; desks follow the
//! stones, and restoring an older backup erases again what they name.

mod retention;
mod rows;
mod rules;

#[cfg(test)]
mod tests;

pub use retention::{Retention, Run, announced, run, runs};
pub use rules::{ASKING_LASTS, Counts, Ground, KEPT_YEARS, NOTICE_DAYS};

use crate::consent::Recipient;
use crate::record::summaries;
use crate::{Result, referral};
use access::alert::{self, Alert, Kind, To};
use access::entries::{AccessEntry, record_access};
use access::{AccessError, Action, Cx, OpenCase, Role};
use base::{CaseCode, CaseId, Instant, TeamId, UserId};
use rows::AskedRow;
use store::Tx;
use vault::{Compartment, Context, DataKey, seal};

/// What one member asked for, and a second has to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub case: CaseId,
    pub ground: Ground,
    pub at: Instant,
    pub by: UserId,
    /// The name with which they sign in.
    pub by_name: String,
    pub words: String,
}

/// What stands in place of somebody who was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    pub case: CaseId,
    /// The entry of the log that says so.
    pub position: i64,
    pub at: Instant,
    pub ground: Ground,
    pub team: Option<TeamId>,
    /// Nobody's id when it went by itself.
    pub asked_by: UserId,
    pub confirmed_by: UserId,
    pub counts: Counts,
}

/// What a backup must know of an erasure to do it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stone {
    pub case: CaseId,
    pub at: Instant,
    pub ground: Ground,
}

/// For the person who asked: what is gone, what stays, and what is out of reach. It names recipients, and is kept
/// nowhere.
#[derive(Clone, Debug)]
pub struct Report {
    pub code: CaseCode,
    pub at: Instant,
    pub gone: Counts,
    /// Files that were opened at others, which went too.
    pub files: usize,
    /// Signed envelopes with a hash of what they once held.
    pub envelopes: u64,
    /// Entries that say who opened the case, and when.
    pub readings: u64,
    pub recipients: Vec<ToldToDelete>,
    /// Programs of others that could follow the team's cases.
    pub programs: Vec<String>,
    /// Exports that the team made since the case began: whether the person was in them is not known.
    pub exports: u64,
    pub cards: u64,
}

/// Somebody who was shown something of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldToDelete {
    pub recipient: Recipient,
    /// When they were asked to delete their copies; not by the program, when they are not on this server.
    pub asked_at: Option<Instant>,
    pub deleted_at: Option<Instant>,
    /// How often they opened it, and when last.
    pub read: i64,
    pub last_read: Option<Instant>,
}

/// Asks for a person to be erased. Nothing goes yet: a second member of the team confirms.
pub fn ask(cx: &mut Cx, case: CaseId, ground: Ground, words: &str) -> Result<()> {
    own(cx, case)?;
    let team = team(cx)?;
    if ground == Ground::Retention {
        return Err(AccessError::Unfit("Retention erases by itself. Please choose why a person asks for it."));
    }
    if !rows::asked(cx.tx, team, Some(case))?.is_empty() {
        return Err(AccessError::Unfit("It was asked for already, and waits for a second member of the team."));
    }
    let asked =
        Asked { case, ground, at: cx.now, by: cx.keys.actor.member, by_name: String::new(), words: String::new() };
    let words = seal::seal(&words_key(cx)?, Context::of(&[WORDS, case.as_bytes()]), words.as_bytes(), cx.rng);
    rows::ask(cx.tx, &AskedRow { asked, team, words })?;
    for role in Role::of_people().filter(|role| role.may(Action::Erase)) {
        let waits = Alert { to: To::RoleInTeam(team, role), kind: Kind::ErasureAsked, case: Some(case) };
        alert::raise(cx.tx, &waits, cx.now, cx.rng)?;
    }
    Ok(())
}

/// Takes back what was asked for: the person stays.
pub fn keep(cx: &mut Cx, case: CaseId) -> Result<()> {
    own(cx, case)?;
    cx.tx.forget();
    match rows::unask(cx.tx, case)? {
        true => Ok(()),
        false => Err(AccessError::Unfit("Nobody asked for this person to be erased, or it was taken back.")),
    }
}

/// Erases a person, as the second member of the team to say so. It cannot be undone.
pub fn confirm(cx: &mut Cx, case: CaseId) -> Result<Report> {
    let open = own(cx, case)?;
    let team = team(cx)?;
    let asked = rows::asked(cx.tx, team, Some(case))?.pop().map(|row| row.asked);
    let asked = asked.ok_or(AccessError::Unfit("Nobody asked for this person to be erased, or it was taken back."))?;
    if asked.by == cx.keys.actor.member {
        return Err(AccessError::Unfit("You asked for it yourself. Somebody else of your team has to confirm."));
    }
    let (envelopes, readings, exports, cards) = rows::staying(cx.tx, case, team)?;
    let (files, recipients) = shown_to(cx, &open)?;
    drop(open);
    let by = (asked.by, cx.keys.actor.member);
    let mut gone = Counts::default();
    for (file, to) in &files {
        gone.add(&bury(cx.tx, *file, cx.now, asked.ground, by)?);
        if let Some(to) = to {
            let told = Alert { to: To::Team(*to), kind: Kind::ConsentWithdrawn, case: None };
            alert::raise(cx.tx, &told, cx.now, cx.rng)?;
        }
    }
    gone.add(&bury(cx.tx, case, cx.now, asked.ground, by)?);
    let told = Alert { to: To::RoleInTeam(team, Role::ProtectionOfficer), kind: Kind::Erased, case: None };
    alert::raise(cx.tx, &told, cx.now, cx.rng)?;
    let programs = rows::programs(cx.tx, team)?;
    Ok(Report {
        code: CaseCode::of(case),
        at: cx.now,
        gone,
        files: files.len(),
        envelopes,
        readings,
        recipients,
        programs,
        exports,
        cards,
    })
}

/// What was asked for one person, before anybody confirms.
pub fn look(cx: &mut Cx, case: CaseId) -> Result<Option<Asked>> {
    own(cx, case)?;
    let (team, key) = (team(cx)?, words_key(cx)?);
    rows::asked(cx.tx, team, Some(case))?.pop().map(|row| opened(row, &key)).transpose()
}

fn opened(row: AskedRow, key: &DataKey) -> Result<Asked> {
    let words = seal::open(key, Context::of(&[WORDS, row.asked.case.as_bytes()]), &row.words)?;
    Ok(Asked { words: String::from_utf8_lossy(&words).into_owned(), ..row.asked })
}

/// What waits for a second member of the actor's team, with what was said.
pub fn waiting(cx: &mut Cx) -> Result<Vec<Asked>> {
    cx.permit(Action::Erase)?;
    let (team, key) = (team(cx)?, words_key(cx)?);
    let rows = rows::asked(cx.tx, team, None)?;
    cx.note_list(Action::Erase, rows.len())?;
    rows.into_iter().map(|row| opened(row, &key)).collect()
}

/// The people of the actor's team whom retention announced, the first to go first.
pub fn going(cx: &mut Cx, most: usize) -> Result<Vec<Retention>> {
    cx.permit(Action::Erase)?;
    let team = team(cx)?;
    Ok(announced(cx.tx, most)?.into_iter().filter(|one| one.team == Some(team) && !one.is_file).collect())
}

/// The people whom the actor's team erased, newest first; files that went with them are not listed.
pub fn done(cx: &mut Cx, most: usize) -> Result<Vec<Erased>> {
    cx.permit(Action::Erase)?;
    let team = team(cx)?;
    rows::erased_of(cx.tx, team, most)
}

/// Everything that was ever erased: for backups.
pub fn stones(tx: &mut Tx) -> Result<Vec<Stone>> {
    rows::stones(tx)
}

/// Erases again what an older backup brought back. Says how many it was.
pub fn again(tx: &mut Tx, stones: &[Stone], now: Instant) -> Result<usize> {
    let mut again = 0;
    for stone in stones {
        if !rows::is_erased(tx, stone.case)? {
            bury(tx, stone.case, now, stone.ground, (nobody(), nobody()))?;
            again += 1;
        }
    }
    Ok(again)
}

const WORDS: &[u8] = b"erasure";
/// Who stands on the record for what went by itself.
fn nobody() -> UserId {
    UserId::from_bytes([0; 16])
}

/// A case of the actor's own team. The file of a referral is its sender's to erase.
fn own(cx: &mut Cx, case: CaseId) -> Result<OpenCase> {
    if cx.keys.actor.is_integration() {
        return Err(AccessError::Refused { action: Action::Erase });
    }
    let open = cx.open(case, Action::Erase)?;
    if referral::is_file(cx.tx, case)? {
        return Err(AccessError::Unfit(
            "Another team referred this person to you, and erases them. Ask that team; your copies go with it.",
        ));
    }
    Ok(open)
}

fn team(cx: &Cx) -> Result<TeamId> {
    cx.keys.actor.team.ok_or(AccessError::TeamNeeded)
}

fn words_key(cx: &Cx) -> Result<DataKey> {
    let key = cx.keys.team_secret(Compartment::Identity, "safeconduct erasures v1");
    key.ok_or(AccessError::Refused { action: Action::Erase })
}

/// A file that was opened at others, and the team that it was opened at.
type File = (CaseId, Option<TeamId>);

/// The files that were opened about somebody, and those that their recipients opened in turn as far as our keys show
/// them; and who was shown something.
fn shown_to(cx: &mut Cx, open: &OpenCase) -> Result<(Vec<File>, Vec<ToldToDelete>)> {
    let mut known = referral::sent_in(&summaries(cx.tx, open)?);
    let (mut files, mut recipients) = (Vec::new(), Vec::new());
    let mut next = 0;
    while let Some(sent) = known.get(next).cloned() {
        next += 1;
        let Some(standing) = referral::standing(cx.tx, sent.file)? else { continue };
        recipients.push(ToldToDelete {
            recipient: sent.recipient,
            asked_at: standing.to.map(|_| standing.withdrawn_at.unwrap_or(cx.now)),
            deleted_at: standing.deleted_at,
            read: standing.read,
            last_read: standing.last_read,
        });
        files.push((sent.file, standing.to));
        if let Some(file) = cx.peek(sent.file)? {
            let further = referral::sent_in(&summaries(cx.tx, &file)?);
            known.extend(further.into_iter().filter(|further| files.iter().all(|(file, _)| *file != further.file)));
        }
    }
    Ok((files, recipients))
}

/// Deletes one case or file, puts that on the record, and sets its stone.
fn bury(tx: &mut Tx, case: CaseId, now: Instant, ground: Ground, by: (UserId, UserId)) -> Result<Counts> {
    let team = rows::team_of(tx, case)?;
    let counts = rows::delete(tx, case, now)?;
    let position = tx.log_size()?;
    let (action, outcome) = (Action::Erase.key().to_owned(), "allowed".to_owned());
    let entry = AccessEntry { at: now, member: by.1, action, outcome, case: Some(case), compartments: 0, cases: 1 };
    record_access(tx, &entry)?;
    let (asked_by, confirmed_by) = by;
    let stone = Erased { case, position, at: now, ground, team, asked_by, confirmed_by, counts: counts.clone() };
    rows::put_stone(tx, &stone)?;
    Ok(counts)
}
