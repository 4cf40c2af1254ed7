//! What a transaction promises, on either engine.

use rehearsal::new_store;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use store::{Result, Store, StoreError, Tx, sql};
use tempfile::TempDir;

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = new_store(folder.path());
    (folder, store)
}

fn add(tx: &mut Tx, id: &str) -> Result<usize> {
    tx.run(sql!("insert into team (id, name, kind) values ($1, $1, 'casework')"), &[id.into()])
}

fn teams(store: &Store) -> Vec<String> {
    store.read(|tx| tx.all(sql!("select id from team order by id"), &[], |row| row.text(0))).unwrap()
}

#[test]
fn every_registered_statement_prepares() {
    assert!(store().1.prepare_all().unwrap() > 5);
}

#[test]
fn a_failed_command_leaves_nothing() {
    let (_folder, store) = store();
    let outcome: Result<()> = store.write(|tx| {
        add(tx, "a")?;
        Err(StoreError::Damaged("on purpose"))
    });
    assert!(outcome.is_err());
    assert_eq!(teams(&store), [""; 0]);
}

#[test]
fn a_command_that_panics_leaves_nothing_and_closes_nothing() {
    let (_folder, store) = store();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write::<(), StoreError>(|tx| {
            add(tx, "a")?;
            panic!("on purpose")
        })
    }));
    assert!(panicked.is_err());
    store.write(|tx| add(tx, "b")).unwrap();
    assert_eq!(teams(&store), ["b"]);
}

#[test]
fn a_statement_that_fails_undoes_its_command_alone() {
    let (_folder, store) = store();
    store.write(|tx| add(tx, "a")).unwrap();
    let twice = store.write(|tx| {
        add(tx, "b")?;
        add(tx, "a")
    });
    assert!(matches!(twice, Err(StoreError::Engine(_))), "{twice:?}");
    store.write(|tx| add(tx, "c")).unwrap();
    assert_eq!(teams(&store), ["a", "c"]);
}

type Work = Box<dyn FnOnce(&mut Tx) -> Result<usize> + Send>;

/// Holds the writer until others wait for it, so that all of them come into one transaction.
fn together(store: &Store, works: Vec<Work>) -> Vec<Result<usize>> {
    let (inside, count) = (Barrier::new(2), works.len());
    let begun = AtomicBool::new(false);
    std::thread::scope(|threads| {
        let first = threads.spawn(|| {
            store.write(|tx| {
                inside.wait();
                begun.store(true, SeqCst);
                while store.waiting() < count {
                    std::thread::yield_now();
                }
                add(tx, "first")
            })
        });
        inside.wait();
        let others: Vec<_> = works.into_iter().map(|work| threads.spawn(|| store.write(work))).collect();
        assert_eq!(first.join().unwrap().unwrap(), 1);
        others.into_iter().map(|other| other.join().unwrap()).collect()
    })
}

#[test]
fn commands_that_wait_share_a_commit_and_one_that_fails_harms_no_other() {
    let (_folder, store) = store();
    let works: Vec<Work> = vec![
        Box::new(|tx| add(tx, "second")),
        Box::new(|tx| add(tx, "second")),
        Box::new(|tx| {
            add(tx, "third")?;
            Err(StoreError::Damaged("on purpose"))
        }),
        Box::new(|tx| add(tx, "fourth")),
    ];
    let before = store.commits();
    let kept = together(&store, works).iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!((kept, store.commits() - before), (2, 1));
    assert_eq!(teams(&store), ["first", "fourth", "second"]);
}

#[test]
fn nobody_in_a_transaction_that_is_not_kept_is_told_that_it_was() {
    let (_folder, store) = store();
    // The log grows, and there is no key to sign its checkpoint: the commit itself fails.
    let works: Vec<Work> = vec![Box::new(|tx| add(tx, "second")), Box::new(|tx| tx.append(b"an entry").map(|_| 1))];
    let outcomes = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| together(&store, works)));
    assert!(outcomes.is_err(), "the first, which is in the same transaction, is told too");
    assert_eq!(teams(&store), [""; 0]);
}

#[test]
fn a_reader_sees_one_state_until_it_has_ended() {
    let (_folder, store) = store();
    store
        .read(|tx| {
            let count = |tx: &mut Tx| tx.one(sql!("select count(*) from team"), &[], |row| row.int(0));
            assert_eq!(count(tx)?, Some(0));
            store.write(|tx| add(tx, "a"))?;
            assert_eq!(count(tx)?, Some(0));
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(teams(&store), ["a"]);
}

#[test]
fn two_programs_on_one_database_take_turns() {
    let (folder, one) = store();
    let two = Store::open(folder.path()).unwrap();
    std::thread::scope(|threads| {
        for (store, name) in [(&one, "a"), (&two, "b")] {
            threads.spawn(move || {
                for number in 0..40 {
                    store.write(|tx| add(tx, &format!("{name}{number:02}"))).unwrap();
                }
            });
        }
    });
    assert_eq!(teams(&one).len(), 80);
    assert_eq!(teams(&one), teams(&two));
}

#[test]
fn where_a_registry_is_no_other_is_made() {
    let (folder, _store) = store();
    assert!(matches!(Store::create(folder.path()), Err(StoreError::Taken)));
}

/// Whether a word lies in any file of the registry's folder.
fn lies_on_disk(folder: &TempDir, word: &str) -> bool {
    let files = std::fs::read_dir(folder.path()).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    files.into_iter().any(|bytes| bytes.windows(word.len()).any(|window| window == word.as_bytes()))
}

#[test]
fn sec40_what_a_transaction_forgets_is_in_no_file_also_when_a_reader_was_in_the_way() {
    let (folder, store) = store();
    if folder.path().join(store::ADDRESS_FILE).exists() {
        return; // A database server's files are its own.
    }
    let word = "a word that lies nowhere else";
    store.write(|tx| add(tx, word)).unwrap();
    store.write(|tx| add(tx, "b")).unwrap();
    assert!(lies_on_disk(&folder, word), "what must be found is found");
    let forget = |tx: &mut Tx| {
        tx.forget();
        tx.run(sql!("delete from team where id = $1"), &[word.into()])
    };
    store
        .read(|tx| {
            tx.one(sql!("select name from team where id = $1"), &[word.into()], |row| row.text(0))?;
            store.write(forget)
        })
        .unwrap();
    assert!(lies_on_disk(&folder, word), "somebody still reads it");
    store.write(|tx| add(tx, "c")).unwrap();
    assert!(!lies_on_disk(&folder, word));
    assert_eq!(teams(&store), ["b", "c"]);
}
