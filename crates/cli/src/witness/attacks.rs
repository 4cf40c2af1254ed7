//! The demonstration: somebody who has the folder of a registry with `log.key` deletes, alters, reorders, or keeps two
//! histories, and signs each so that everything inside fits. The witness is a server of its own, and finds each.

use super::door::router;
use super::folder::Folder;
use crate::edge;
use access::entries::{AccessEntry, record_access};
use access::organisation::log_identity;
use base::UserId;
use casework::upkeep::{Finding, Witnessed, edge_at, verify, verify_against};
use rehearsal::{House, START, TestRng, sign_anew};
use std::net::TcpListener;
use std::path::Path;
use store::Store;
use store::witness::{Standing, State, all};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use vault::checkpoint::{Checkpoint, NamedKey, read};
use web::witness::{Witness, Witnesses, round};
use web::{App, Options};

/// The second organisation: its folder, and the server that answers from it.
struct Shelter {
    folder: TempDir,
    address: String,
    _runtime: Runtime,
}

impl Shelter {
    fn open() -> Shelter {
        let folder = tempfile::tempdir().unwrap();
        let witness = Folder::create(folder.path(), "shelter.example/witness", &mut TestRng(77)).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let runtime = Runtime::new().unwrap();
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            let for_ever = std::future::pending();
            web::serve::serve_routes(listener, router(witness), Default::default(), Default::default(), for_ever).await
        });
        Shelter { folder, address, _runtime: runtime }
    }

    fn own(&self) -> Folder {
        Folder::open(self.folder.path()).unwrap()
    }

    /// How many entries it has cosigned, and the checkpoint as it lies in its folder.
    fn on_record(&self) -> (u64, String) {
        let followed = self.own().followed().unwrap().remove(0);
        let size = followed.newest().unwrap().map_or(0, |(checkpoint, _)| checkpoint.size);
        (size, std::fs::read_to_string(followed.cosigned()).unwrap_or_default())
    }

    fn evidence(&self) -> Vec<String> {
        let paths = self.own().followed().unwrap().remove(0).evidence().unwrap();
        paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
    }
}

/// A registry that shows its log to the shelter.
struct Harbour {
    folder: TempDir,
    app: App,
}

impl Harbour {
    /// With 19 entries in its log, all of them cosigned.
    fn open(shelter: &Shelter) -> Harbour {
        let House { folder, store, .. } = House::open();
        let harbour = Harbour { app: app(store, shelter), folder };
        shelter.own().follow(&harbour.key()).unwrap();
        harbour.work(15);
        assert_eq!(harbour.round(), State::Cosigned);
        assert_eq!((harbour.size(), shelter.on_record().0), (19, 19));
        harbour
    }

    /// The same registry on another machine, with the same key.
    fn copy(&self, shelter: &Shelter) -> Harbour {
        let folder = tempfile::tempdir().unwrap();
        let new = rehearsal::new_store(folder.path());
        store::dump::dump(&self.app.store, |chunk| store::dump::load(&new, &chunk.bytes).map(drop)).unwrap();
        std::fs::copy(self.folder.path().join("log.key"), folder.path().join("log.key")).unwrap();
        drop(new);
        Harbour { app: app(Store::open(folder.path()).unwrap(), shelter), folder }
    }

    fn key(&self) -> NamedKey {
        let (origin, verifier) = self.app.store.read(log_identity).unwrap();
        NamedKey::of_log(&origin, verifier)
    }

    fn size(&self) -> u64 {
        self.app.store.read(|tx| tx.log_size()).unwrap() as u64
    }

    /// So many readings are put on the record, as every day.
    fn work(&self, times: i64) {
        for n in 0..times {
            let (member, action, outcome) = (UserId::from_bytes([1; 16]), "open-case".into(), "allowed".into());
            let cases = n + self.size() as i64;
            let entry = AccessEntry { at: START, member, action, outcome, case: None, compartments: 0, cases };
            self.app.store.write(|tx| record_access(tx, &entry)).unwrap();
        }
    }

    /// Shows the log to the witness, and says how things stand after that.
    fn round(&self) -> State {
        round(&self.app).unwrap();
        self.standing().state
    }

    fn standing(&self) -> Standing {
        self.app.store.read(all).unwrap().remove(0)
    }

    /// Changes the record, signs it anew, and takes away what the registry itself knew of its witness.
    fn attack(&self, statements: &[&str]) {
        for statement in statements.iter().chain(&["delete from witness"]) {
            assert!(self.app.store.tamper(statement).unwrap() > 0, "{statement} changed nothing");
        }
        let end = self.app.store.read(|tx| edge_at(tx, u64::MAX)).unwrap();
        sign_anew(self.folder.path(), &self.app.store, &end);
        let inside = verify(&self.app.store, &mut Default::default(), || ()).unwrap().findings;
        assert_eq!(inside, [], "everything inside fits");
    }

    /// What `verify --witnessed` finds with the checkpoint from the witness's folder.
    fn held_against(&self, shelter: &Shelter) -> Vec<Finding> {
        let (note, key) = (shelter.on_record().1, shelter.own().key());
        let witnessed = self.app.store.read(|tx| Witnessed::read(tx, &note, Some(&key))).unwrap();
        verify_against(&self.app.store, &mut Default::default(), vec![witnessed], || ()).unwrap().findings
    }
}

fn app(store: Store, shelter: &Shelter) -> App {
    let asked = vec![Witness::new(&shelter.address, shelter.own().key(), false).unwrap()];
    let witnesses = Witnesses { asked, ..Witnesses::default() };
    App::new(store, edge::EDGE, Options { witnesses, ..Options::default() }).unwrap()
}

/// The two checkpoints of a file of evidence, both signed by the log.
fn contradiction(evidence: &str, log: &NamedKey) -> [Checkpoint; 2] {
    let begin = format!("\n{}\n", log.name());
    let notes = evidence.split(&begin).skip(1);
    let notes: Vec<_> = notes.map(|rest| format!("{}\n{rest}", log.name())).collect();
    let whole = |note: &String| note.split("\n--- ").next().unwrap().to_owned();
    let read = |note: &String| read(&whole(note), log.name(), log.verifier()).unwrap();
    [read(&notes[0]), read(&notes[1])]
}

#[test]
fn sec42_a_log_that_only_grows_is_cosigned_again_and_again() {
    let shelter = Shelter::open();
    let harbour = Harbour::open(&shelter);
    for more in [1, 2, 11, 0, 40] {
        harbour.work(more);
        assert_eq!(harbour.round(), State::Cosigned);
        assert_eq!(shelter.on_record().0, harbour.size());
        assert_eq!(harbour.standing().note, shelter.on_record().1, "both keep the same checkpoint");
    }
    // A registry that forgot what it knew of its witness is told, and goes on.
    harbour.app.store.tamper("delete from witness").unwrap();
    harbour.work(3);
    assert_eq!((harbour.round(), shelter.on_record().0), (State::Cosigned, harbour.size()));
    assert_eq!((shelter.evidence(), harbour.held_against(&shelter)), (vec![], vec![]));
}

#[test]
fn sec42_deleting_the_newest_entries_is_found_by_the_witness() {
    let shelter = Shelter::open();
    let harbour = Harbour::open(&shelter);
    harbour.attack(&["delete from access_entry where position >= 14"]);
    assert!(matches!(harbour.held_against(&shelter)[..], [Finding::Shorter { size: 19, entries: 14, .. }]));
    assert_eq!((harbour.round(), shelter.on_record().0), (State::Shorter, 19));
    // Waiting until there are as many entries again, or more, does not help.
    harbour.work(5);
    assert_eq!((harbour.round(), harbour.size()), (State::Differs, 19));
    harbour.work(1);
    assert_eq!((harbour.round(), shelter.on_record().0), (State::Differs, 19));
    assert_eq!(shelter.evidence().len(), 2);
    for evidence in shelter.evidence() {
        assert!(evidence.starts_with("THE LOG WAS REWRITTEN"), "{evidence}");
        let [cosigned, shown] = contradiction(&evidence, &harbour.key());
        assert!(cosigned.size == 19 && shown.size >= 19 && cosigned.root != shown.root);
    }
}

#[test]
fn sec42_altering_one_entry_is_found_by_the_witness() {
    let shelter = Shelter::open();
    let harbour = Harbour::open(&shelter);
    harbour.attack(&["update access_entry set outcome = 'refused' where position = 9"]);
    assert!(matches!(harbour.held_against(&shelter)[..], [Finding::Rewritten { size: 19, .. }]));
    assert_eq!(harbour.round(), State::Differs);
    harbour.work(4);
    assert_eq!((harbour.round(), shelter.on_record().0), (State::Differs, 19));
    let evidence = shelter.evidence();
    assert_eq!(evidence.len(), 2);
    assert!(evidence.iter().all(|evidence| evidence.starts_with("THE LOG WAS REWRITTEN")), "{evidence:?}");
    // As long as nobody puts it right, `verify` says so, too, from what the witness said.
    let findings = verify(&harbour.app.store, &mut Default::default(), || ()).unwrap().findings;
    assert!(matches!(findings[..], [Finding::Contradicted { .. }]), "{findings:?}");
}

#[test]
fn sec42_reordering_two_entries_is_found_by_the_witness() {
    let shelter = Shelter::open();
    let harbour = Harbour::open(&shelter);
    harbour.attack(&[
        "update access_entry set position = -1 where position = 7",
        "update access_entry set position = 7 where position = 12",
        "update access_entry set position = 12 where position = -1",
    ]);
    assert!(matches!(harbour.held_against(&shelter)[..], [Finding::Rewritten { size: 19, .. }]));
    harbour.work(1);
    assert_eq!((harbour.round(), shelter.on_record().0), (State::Differs, 19));
    assert_eq!(shelter.evidence().len(), 1);
}

#[test]
fn sec42_a_fork_with_two_heads_is_found_when_both_meet_one_witness() {
    let shelter = Shelter::open();
    let one = Harbour::open(&shelter);
    let other = one.copy(&shelter);
    one.work(3);
    // Both are real servers with the real key; only what happened on them is not the same.
    let entry = AccessEntry {
        at: START,
        member: UserId::from_bytes([9; 16]),
        action: "export".into(),
        outcome: "allowed".into(),
        case: None,
        compartments: 0,
        cases: 7,
    };
    other.app.store.write(|tx| record_access(tx, &entry)).unwrap();
    other.work(2);
    assert_eq!((one.size(), other.size()), (22, 22));
    assert_eq!((one.round(), other.round()), (State::Cosigned, State::Differs));
    let [first, second] = contradiction(&shelter.evidence()[0], &one.key());
    assert!(first.size == 22 && second.size == 22 && first.root != second.root, "two heads, one length, one key");
    other.work(10);
    assert_eq!(other.round(), State::Differs);
    assert_eq!(other.held_against(&shelter).len(), 2, "what the witness said, and what its checkpoint shows");
    // The one that it knows goes on.
    one.work(2);
    assert_eq!((one.round(), shelter.on_record().0), (State::Cosigned, 24));
    assert_eq!(shelter.evidence().len(), 2);
}

#[test]
fn sec42_a_head_that_somebody_else_was_shown_is_compared_by_hand() {
    let shelter = Shelter::open();
    let one = Harbour::open(&shelter);
    let other = one.copy(&shelter);
    one.work(3);
    other.attack(&["update access_entry set cases = 0 where position = 11"]);
    other.work(3);
    assert_eq!(one.round(), State::Cosigned);
    // An embassy wrote down what the other machine showed to it.
    let shown = other.app.store.read(|tx| tx.checkpoint()).unwrap().unwrap().0;
    let file = shelter.folder.path().join("from-the-embassy");
    std::fs::write(&file, &shown).unwrap();
    let refused = super::check(&super::At { dir: shelter.folder.path().to_owned() }, &file).unwrap_err();
    assert!(refused.to_string().starts_with("THE LOG WAS REWRITTEN"), "{refused}");
    assert_eq!(shelter.evidence().len(), 1);
}

#[test]
fn a_rewritten_log_passes_only_a_witness_whose_people_let_it_begin_anew() {
    let shelter = Shelter::open();
    let harbour = Harbour::open(&shelter);
    harbour.attack(&["delete from access_entry where position >= 14"]);
    assert_eq!(harbour.round(), State::Shorter);
    let aside = shelter.own().followed().unwrap().remove(0).begin_anew(START).unwrap();
    assert!(std::fs::read_to_string(aside).unwrap().contains("\n19\n"), "what was cosigned before stays");
    assert_eq!((harbour.round(), shelter.on_record().0), (State::Cosigned, 14));
    let findings = verify(&harbour.app.store, &mut Default::default(), || ()).unwrap().findings;
    assert_eq!(findings, []);
}

#[test]
fn a_witness_that_forgot_or_was_damaged_cosigns_nothing() {
    let shelter = Shelter::open();
    let harbour = Harbour::open(&shelter);
    let cosigned = shelter.own().followed().unwrap().remove(0).cosigned();
    let note = std::fs::read_to_string(&cosigned).unwrap();
    std::fs::write(&cosigned, note.replace("\n19\n", "\n18\n")).unwrap();
    harbour.work(1);
    assert_eq!(harbour.round(), State::Silent);
    std::fs::write(&cosigned, note).unwrap();
    assert_eq!(harbour.round(), State::Cosigned);
}

#[test]
fn a_witness_that_does_not_follow_a_log_or_knows_another_key_refuses() {
    let shelter = Shelter::open();
    let House { folder, store, .. } = House::open_another();
    let stranger = Harbour { app: app(store, &shelter), folder };
    assert_eq!(stranger.round(), State::Refused);
    let harbour = Harbour::open(&shelter);
    std::fs::write(harbour.folder.path().join("log.key"), [&[3u8; 32], harbour.key().name().as_bytes()].concat())
        .unwrap();
    let end = harbour.app.store.read(|tx| edge_at(tx, u64::MAX)).unwrap();
    sign_anew(harbour.folder.path(), &harbour.app.store, &end);
    harbour.app.store.tamper("delete from witness").unwrap();
    assert_eq!((harbour.round(), shelter.on_record().0), (State::Refused, 19));
    assert!(shelter.own().follow(&stranger.key()).is_ok() && shelter.own().followed().unwrap().len() == 2);
}

#[test]
fn what_a_witness_keeps_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let shelter = Shelter::open();
    let _harbour = Harbour::open(&shelter);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(shelter.folder.path()), 0o700);
    assert_eq!(mode(&shelter.folder.path().join("witness.key")), 0o600);
    assert!(Folder::create(shelter.folder.path(), "another", &mut TestRng(1)).is_err(), "a key is made once");
}
