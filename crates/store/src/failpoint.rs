//! Named points at which the process can be made to stop dead, so that a harness can prove what a crash there costs.
//!
//! Nothing is armed unless the command line says so (`serve --stop-at NAME[:N]`); then a point that is reached for
//! the Nth time ends the process at once: nothing is flushed, no lock is given back, nobody is answered.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

macro_rules! failpoints {
    ($($point:ident $name:literal $meaning:literal;)*) => {
        /// The moments in the life of a command that a crash tells apart.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Failpoint {
            $(#[doc = $meaning] $point,)*
        }

        impl Failpoint {
            pub const ALL: &'static [Failpoint] = &[$(Failpoint::$point,)*];

            pub fn name(self) -> &'static str {
                match self { $(Failpoint::$point => $name,)* }
            }

            /// What has happened when it is reached, and what has not.
            pub fn meaning(self) -> &'static str {
                match self { $(Failpoint::$point => $meaning,)* }
            }
        }
    };
}

failpoints! {
    RequestRead "request-read" "A request was read; nothing of it was done.";
    AnswerMade "answer-made" "All is done and the answer is made; nothing of it was sent.";
    SecondFactorSpent "second-factor-spent" "A code is used up; its transaction is open.";
    SignInRecorded "sign-in-recorded" "A sign-in is on the record; its transaction is open.";
    SignedIn "signed-in" "A sign-in is durable; its session does not exist.";
    SessionOpened "session-opened" "A session exists; whoever signed in does not know its secret.";
    CommandCommitted "command-committed" "A command is durable; its page is not made.";
    RefusalUnrecorded "refusal-unrecorded" "A command was refused and undone; the refusal is not on the record.";
    EntryAppended "entry-appended" "An access entry has its place in the log; its row is not written.";
    EntryStored "entry-stored" "An access entry is written; its transaction is open.";
    EventSigned "event-signed" "An event is sealed and signed; the database knows nothing of it.";
    KeysStored "keys-stored" "The keys of events are written, the events are not.";
    EventsStored "events-stored" "Events are written; no projection follows them yet.";
    CodesDrawn "codes-drawn" "New people have their codes; nothing was sealed.";
    CaseSealed "case-sealed" "A new case is sealed and signed; it was not handed over to be stored.";
    SheafTaken "sheaf-taken" "New cases were handed over; none of them is stored.";
    SummariesStored "summaries-stored" "Events and summaries of new cases are written, their case files are not.";
    CasefilesStored "casefiles-stored" "New cases are written with all that follows; the log's edge is not.";
    GroupMade "group-made" "Somebody registered earlier was put into a group; who came along is not registered.";
    EventRecorded "event-recorded" "A change to a case is written; its summary is that of before.";
    SummarySaved "summary-saved" "A change and its summary are written; the case file is that of before.";
    CasefileSaved "casefile-saved" "A change is written with all that follows; its transaction is open.";
    WriteBegun "write-begun" "A transaction is open; no command of it has worked.";
    OneWorked "one-worked" "One command of a transaction has worked; others may follow in the same.";
    WriteWorked "write-worked" "All commands of a transaction have worked; no checkpoint is signed.";
    CheckpointSigned "checkpoint-signed" "The checkpoint is signed and written; nothing is committed.";
    Committed "committed" "The transaction is durable; nobody was told.";
    FirstTold "first-told" "Of those who wait for a transaction one was told that it is durable.";
}

impl Failpoint {
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|point| point.name() == name)
    }

    /// Whether it stands inside of `Store::write`.
    pub fn is_of_the_store(self) -> bool {
        self as u32 >= Failpoint::WriteBegun as u32
    }
}

/// One more than the number of the point that is armed; 0 for none.
static ARMED: AtomicU32 = AtomicU32::new(0);
static LEFT: AtomicU32 = AtomicU32::new(0);

/// The process ends when `point` is reached for the `times`th time, counted from 1.
pub fn arm(point: Failpoint, times: u32) {
    LEFT.store(times.max(1), Relaxed);
    ARMED.store(point as u32 + 1, Relaxed);
}

/// Says that the work has come here.
#[inline]
pub fn reach(point: Failpoint) {
    if ARMED.load(Relaxed) == point as u32 + 1 {
        stop_at_the_last();
    }
}

#[cold]
fn stop_at_the_last() {
    if LEFT.fetch_sub(1, Relaxed) == 1 {
        std::process::abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    #[test]
    fn names_are_told_apart_and_found_again() {
        for (n, point) in Failpoint::ALL.iter().enumerate() {
            assert_eq!((*point as usize, Failpoint::named(point.name())), (n, Some(*point)), "{}", point.name());
        }
        assert_eq!(Failpoint::named("nowhere"), None);
    }

    #[test]
    fn a_point_that_is_not_armed_is_passed() {
        Failpoint::ALL.iter().for_each(|point| reach(*point));
    }

    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match entry.is_dir() {
                true => sources(&entry, found),
                false if entry.extension().is_some_and(|end| end == "rs") => found.push(entry),
                false => {}
            }
        }
    }

    #[test]
    fn every_point_is_reached_by_some_line_of_the_program() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut files = Vec::new();
        sources(crates, &mut files);
        files.retain(|file| !file.ends_with("store/src/failpoint.rs"));
        let text: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        let placed = |point: &Failpoint| text.contains(&format!("Failpoint::{point:?})"));
        let missing: Vec<_> = Failpoint::ALL.iter().filter(|point| !placed(point)).collect();
        assert!(missing.is_empty(), "not placed: {missing:?}");
    }
}
