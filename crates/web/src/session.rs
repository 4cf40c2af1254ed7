//! Sign-ins. Everything about them is in memory: a restart, an idle quarter of an hour or a panic lock and
//! nothing is left.

use crate::app::App;
use access::{AccessError, Actor, Keyring, command_with, member};
use base::{CaseId, EventId, Instant, UserId};
use casework::desk::SharedDesk;
use data_encoding::BASE32_NOPAD;
use parking_lot::FairMutex;
use rand_core::CryptoRng;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, Weak};

use crate::pages::letters::Many;
use crate::pages::lists::Draft;
use crate::pages::queues::Batching;
use crate::pages::today::Looked;

/// Minutes without a request after which a sign-in ends (ASVS 7.3.1).
pub const IDLE_MINUTES: u32 = 15;
/// Hours after which a sign-in ends in any case (ASVS 7.3.2).
const LONGEST_HOURS: i64 = 12;

/// One sign-in of one member on one device.
pub struct Session {
    /// What the list of sign-ins calls it; not the secret of the cookie.
    pub label: String,
    pub member: UserId,
    /// Who it is, without the keys: known also while a long command holds them.
    pub actor: Actor,
    /// Fair: a list that is being registered must not keep its reader from every page.
    pub keys: FairMutex<Keyring>,
    /// The team's working set, for roles that have one: opened at sign-in, or for a program when it first asks.
    pub desk: OnceLock<SharedDesk>,
    pub device: String,
    pub started: Instant,
    last_used: Mutex<Instant>,
    /// The salt of the passphrase that opened the keys. Once another stands in the database, this sign-in is over.
    pub opened_with: Mutex<[u8; 16]>,
    handles: Mutex<Handles>,
    /// What was last searched for, kept here so that no address ever holds a name.
    pub search: Mutex<Searched>,
    /// Where somebody was going when the desk was not open yet.
    pub heading: Mutex<String>,
    /// Whom this sign-in registered last, so that somebody who came along is one tap away.
    pub previous: Mutex<Option<CaseId>>,
    /// Lists that are being looked at before they are kept, by their opaque word, the newest last.
    pub drafts: Mutex<Vec<(String, Arc<Mutex<Draft>>)>>,
    /// Letters for many people: their texts are nowhere else, and go with the sign-in. The newest last.
    pub letters: Mutex<Vec<Arc<Mutex<Many>>>>,
    /// How many alerts wait, as it was a moment ago.
    pub bell: Mutex<Bell>,
    /// A sentence for the next page: what was just done.
    pub done: Mutex<Option<String>>,
    /// The place at which this member hears people; empty for any.
    pub hears_at: Mutex<String>,
    /// When the page of the day was looked at, so that it can say what is new.
    pub looked: Mutex<Option<Looked>>,
    /// One step for many: what was shown, or is being written.
    pub batching: Mutex<Batching>,
}

/// Runs a command of a sign-in that may end at any moment; whoever was shut out meanwhile does nothing more.
pub fn as_session<T>(
    app: &App,
    session: &Weak<Session>,
    work: impl FnOnce(&mut access::Cx) -> access::Result<T>,
) -> Option<access::Result<T>> {
    let session = session.upgrade()?;
    let keys = || session.keys.lock();
    Some(command_with(&app.store, session.member, keys, app.now(), &mut *app.rng(), |cx| {
        let salt = member::salt_of_enabled(cx.tx, session.member, cx.now)?;
        if salt == Some(*held(&session.opened_with)) { work(cx) } else { Err(AccessError::SignIn) }
    }))
}

/// How many alerts the member has not looked at.
#[derive(Clone, Copy, Default)]
pub struct Bell {
    pub count: usize,
    /// When they were counted; `None` when they are to be counted anew.
    pub counted: Option<Instant>,
    /// How many were said aloud already to those who listen to the page.
    pub said: usize,
}

/// A search as its form was filled in, and the page of the answer, counted from 1.
#[derive(Clone, Default)]
pub struct Searched {
    pub pairs: Vec<(String, String)>,
    pub page: usize,
}

/// Opaque words for ids of cases and events: an address shows one, and it means nothing after this sign-in.
#[derive(Default)]
struct Handles {
    by_word: HashMap<String, [u8; 16]>,
    by_id: HashMap<[u8; 16], String>,
}

impl Session {
    pub fn new(keys: Keyring, desk: Option<SharedDesk>, device: String, now: Instant, rng: &mut dyn CryptoRng) -> Self {
        Self {
            label: word(rng, 10),
            member: keys.actor.member,
            opened_with: Mutex::new(keys.actor.salt),
            actor: keys.actor.clone(),
            keys: FairMutex::new(keys),
            desk: desk.map(OnceLock::from).unwrap_or_default(),
            device,
            started: now,
            last_used: Mutex::new(now),
            handles: Mutex::default(),
            search: Mutex::default(),
            heading: Mutex::new("/".to_owned()),
            previous: Mutex::default(),
            drafts: Mutex::default(),
            letters: Mutex::default(),
            bell: Mutex::default(),
            done: Mutex::default(),
            hears_at: Mutex::default(),
            looked: Mutex::default(),
            batching: Mutex::default(),
        }
    }

    /// The opaque word for a case, the same for as long as the sign-in lasts.
    pub fn handle(&self, case: CaseId, rng: &mut dyn CryptoRng) -> String {
        self.word_for(*case.as_bytes(), rng)
    }

    pub fn case_of(&self, handle: &str) -> Option<CaseId> {
        held(&self.handles).by_word.get(handle).copied().map(CaseId::from_bytes)
    }

    /// The opaque word for an event, as for a case.
    pub fn handle_of_event(&self, event: EventId, rng: &mut dyn CryptoRng) -> String {
        self.word_for(*event.as_bytes(), rng)
    }

    pub fn event_of(&self, handle: &str) -> Option<EventId> {
        held(&self.handles).by_word.get(handle).copied().map(EventId::from_bytes)
    }

    fn word_for(&self, id: [u8; 16], rng: &mut dyn CryptoRng) -> String {
        let mut handles = held(&self.handles);
        if let Some(word) = handles.by_id.get(&id) {
            return word.clone();
        }
        let word = word(rng, 10);
        handles.by_word.insert(word.clone(), id);
        handles.by_id.insert(id, word.clone());
        word
    }

    pub fn last_used(&self) -> Instant {
        *held(&self.last_used)
    }

    /// When it ends at the latest, however much it is used.
    pub fn ends_at(&self) -> Instant {
        self.started.plus_hours(LONGEST_HOURS)
    }

    fn is_over(&self, now: Instant) -> bool {
        let idle = self.last_used().plus_millis(i64::from(IDLE_MINUTES) * 60_000);
        now >= idle || now >= self.ends_at()
    }
}

/// All sign-ins, by the secret of their cookie.
///
/// The panic lock keeps integrations out until an administrator lets them in again. Their tokens lie on other
/// machines and go on asking by themselves: if they were let in at once, their keys would be back in memory a moment
/// after the lock, while whoever pressed it believes that there are none.
#[derive(Default)]
pub struct Sessions {
    open: RwLock<HashMap<String, Arc<Session>>>,
    integrations_are_out: AtomicBool,
    admitting: Mutex<()>,
}

/// What an integration's sign-in is found by: the token itself is not kept.
pub fn secret_of_token(token: &str) -> String {
    BASE32_NOPAD.encode(&vault::digest(&[b"token of an integration", token.as_bytes()]))
}

impl Sessions {
    /// Keeps a sign-in and returns the secret for its cookie.
    pub fn open(&self, session: Session, rng: &mut dyn CryptoRng) -> String {
        let secret = word(rng, 32);
        self.open.write().unwrap_or_else(PoisonError::into_inner).insert(secret.clone(), Arc::new(session));
        secret
    }

    /// The sign-in of a cookie, if it has not ended; counts as use.
    pub fn find(&self, secret: &str, now: Instant) -> Option<Arc<Session>> {
        self.sweep(now);
        let sessions = self.open.read().unwrap_or_else(PoisonError::into_inner);
        let session = sessions.get(secret)?.clone();
        *held(&session.last_used) = now;
        Some(session)
    }

    /// Ends every sign-in that was idle too long: their keys leave the memory also when nobody comes back.
    pub fn sweep(&self, now: Instant) {
        let over = |sessions: &HashMap<String, Arc<Session>>| sessions.values().any(|s| s.is_over(now));
        if over(&self.open.read().unwrap_or_else(PoisonError::into_inner)) {
            self.open.write().unwrap_or_else(PoisonError::into_inner).retain(|_, s| !s.is_over(now));
        }
    }

    /// How many have not ended.
    pub fn count(&self) -> usize {
        self.open.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub fn of_member(&self, member: UserId) -> Vec<Arc<Session>> {
        let sessions = self.open.read().unwrap_or_else(PoisonError::into_inner);
        sessions.values().filter(|s| s.member == member).cloned().collect()
    }

    /// Ends the sign-ins that `which` picks.
    pub fn end(&self, which: impl Fn(&Session) -> bool) {
        self.open.write().unwrap_or_else(PoisonError::into_inner).retain(|_, session| !which(session));
    }

    /// The sign-in of an integration, opened by one request however many come at once.
    pub fn admit(&self, name: &str, now: Instant, open: impl FnOnce() -> Option<Session>) -> Option<Arc<Session>> {
        let _turn = held(&self.admitting);
        if let Some(session) = self.find(name, now) {
            return Some(session);
        }
        if self.integrations_are_out.load(SeqCst) {
            return None;
        }
        let session = Arc::new(open()?);
        let mut sessions = self.open.write().unwrap_or_else(PoisonError::into_inner);
        // The lock may have been pressed while the keys were opened.
        if self.integrations_are_out.load(SeqCst) {
            return None;
        }
        sessions.insert(name.to_owned(), session.clone());
        Some(session)
    }

    pub fn are_integrations_out(&self) -> bool {
        self.integrations_are_out.load(SeqCst)
    }

    /// Lets integrations in again after the panic lock.
    pub fn let_integrations_in(&self) {
        self.integrations_are_out.store(false, SeqCst);
    }

    /// The panic lock: every key leaves the memory with the sign-in that held it.
    pub fn end_all(&self) {
        self.integrations_are_out.store(true, SeqCst);
        self.open.write().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A panic while a lock was held ended one request; what the lock guards is whole, each change being one step.
pub fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A random word of `bytes` bytes in letters and digits.
pub fn word(rng: &mut dyn CryptoRng, bytes: usize) -> String {
    let mut random = vec![0u8; bytes];
    rng.fill_bytes(&mut random);
    BASE32_NOPAD.encode(&random).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use access::Role;
    use casework::desk::Desks;
    use rehearsal::House;

    fn signed_in(house: &mut House, desks: &Desks, name: &str) -> Session {
        let keys = house.enter(name, Role::Caseworker, Some(0));
        let desk = desks.open(&house.store, &keys, house.now).unwrap();
        Session::new(keys, Some(desk), "Firefox · Linux".into(), house.now, &mut house.rng)
    }

    #[test]
    fn sec41_the_panic_lock_leaves_no_key_and_no_desk_in_memory() {
        let (mut house, desks, sessions) = (House::open(), Desks::default(), Sessions::default());
        let first = signed_in(&mut house, &desks, "sokha");
        let second = signed_in(&mut house, &desks, "dara");
        let desk = Arc::downgrade(first.desk.get().unwrap());
        let secrets = [sessions.open(first, &mut house.rng), sessions.open(second, &mut house.rng)];
        let kept: Vec<_> = secrets.iter().map(|s| Arc::downgrade(&sessions.find(s, house.now).unwrap())).collect();
        sessions.end_all();
        assert!(kept.iter().all(|session| session.upgrade().is_none()) && desk.upgrade().is_none());
        assert!(secrets.iter().all(|secret| sessions.find(secret, house.now).is_none()));
    }

    #[test]
    fn sec10_a_sign_in_ends_after_idling_and_after_twelve_hours_of_work() {
        let (mut house, desks, sessions) = (House::open(), Desks::default(), Sessions::default());
        let minutes = |n: i64| rehearsal::START.plus_millis(n * 60_000);
        let session = signed_in(&mut house, &desks, "sokha");
        let secret = sessions.open(session, &mut house.rng);
        assert!(sessions.find(&secret, minutes(14)).is_some());
        assert!(sessions.find(&secret, minutes(28)).is_some(), "each use begins the quarter of an hour anew");
        assert!(sessions.find(&secret, minutes(43)).is_none());
        let session = signed_in(&mut house, &desks, "dara");
        let secret = sessions.open(session, &mut house.rng);
        let worked = (0..72).all(|n| sessions.find(&secret, minutes(n * 10)).is_some());
        assert!(worked && sessions.find(&secret, minutes(720)).is_none());
    }

    #[test]
    fn sec24_a_handle_means_a_case_in_its_own_sign_in_alone() {
        let (mut house, desks) = (House::open(), Desks::default());
        let (one, other) = (signed_in(&mut house, &desks, "sokha"), signed_in(&mut house, &desks, "dara"));
        let case = CaseId::from_bytes([7; 16]);
        let handle = one.handle(case, &mut house.rng);
        assert_eq!((one.case_of(&handle), other.case_of(&handle)), (Some(case), None));
        assert_eq!(one.handle(case, &mut house.rng), handle);
    }
}
