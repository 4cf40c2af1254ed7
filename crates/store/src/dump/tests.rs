//! What is dumped loads again, and nothing is left out.

use super::*;
use crate::engine::Connection;
use std::collections::BTreeSet;

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path()).unwrap();
    (folder, store)
}

/// The tables and columns of the database, as the database says.
fn in_the_database(store: &Store) -> BTreeSet<String> {
    let columns = "select m.name || '.' || c.name || case when c.\"notnull\" or c.pk > 0 then '' else '?' end
         from sqlite_master m join pragma_table_info(m.name) c
         where m.type = 'table' and m.name not like 'sqlite_%'";
    store.with_reader(|reader| match reader {
        Connection::Sqlite(reader) => reader.lines(columns).unwrap().into_iter().collect(),
        Connection::Postgres(_) => unreachable!("these tests make a file"),
    })
}

#[test]
fn every_table_and_column_of_the_database_is_dumped() {
    let (_folder, store) = store();
    let listed: BTreeSet<String> = tables()
        .iter()
        .flat_map(|table| {
            let mark = |kind: &Kind| if kind.may_be_missing() { "?" } else { "" };
            table.columns.iter().map(move |(name, kind)| format!("{}.{name}{}", table.name, mark(kind)))
        })
        .collect();
    assert_eq!(listed, in_the_database(&store), "a table or column is missing in dump/tables.rs, or too much");
}

fn with_teams(store: &Store, teams: std::ops::Range<usize>) {
    let write = |tx: &mut Tx| {
        for n in teams {
            let (id, name, kind) = (format!("{n:08}-0000"), format!("Team {n}"), "x".repeat(300));
            let values = [(&id).into(), (&name).into(), (&kind).into()];
            tx.run(sql!("insert into team (id, name, kind) values ($1, $2, $3)"), &values)?;
            tx.append(id.as_bytes())?;
        }
        Ok::<_, StoreError>(())
    };
    store.write(write).unwrap();
}

fn signer() -> crate::log::LogSigner {
    crate::log::LogSigner::new("registry/test", vault::Signer::from_slice(&[7; 32]).unwrap())
}

fn chunks(store: &Store) -> (Vec<Chunk>, Taken) {
    let mut chunks = Vec::new();
    let taken = dump(store, |chunk| {
        chunks.push(chunk);
        Ok::<_, StoreError>(())
    });
    (chunks, taken.unwrap())
}

#[test]
fn a_dump_loads_into_an_empty_database_and_dumps_the_same_again() {
    let ((_one, source), (_two, target)) = (store(), store());
    source.set_log_signer(signer()).unwrap();
    with_teams(&source, 0..5_000);
    source.tamper("insert into access_entry values (-3, 9223372036854775807, 'm', 'a', 'o', null, 0, 1)").unwrap();
    source.tamper("insert into access_entry values (-2, -9223372036854775808, 'm', 'a', 'o', 'c', 0, 1)").unwrap();
    source
        .tamper("insert into member values ('m', 'n', 'r', null, 'd', x'', x'00', x'01', x'02', 0, false, 5)")
        .unwrap();
    let (first, taken) = chunks(&source);
    assert!(is_empty(&target).unwrap());
    for chunk in &first {
        assert_eq!(load(&target, &chunk.bytes).unwrap(), (chunk.table, chunk.rows));
    }
    assert!(same(&target, &taken).unwrap());
    let (second, again) = chunks(&target);
    assert_eq!(again, taken);
    assert!(first.iter().zip(&second).all(|(a, b)| a.bytes == b.bytes) && first.len() == second.len());
    target.tamper("delete from access_entry where position = -3").unwrap();
    assert!(!same(&target, &taken).unwrap());
}

#[test]
fn of_a_registry_that_has_grown_most_chunks_are_the_same() {
    let (_folder, store) = store();
    store.set_log_signer(signer()).unwrap();
    with_teams(&store, 0..20_000);
    let (first, _) = chunks(&store);
    with_teams(&store, 20_000..20_200);
    store.tamper("delete from team where name = 'Team 9000'").unwrap();
    let (second, _) = chunks(&store);
    let known: BTreeSet<&[u8]> = first.iter().map(|chunk| chunk.bytes.as_slice()).collect();
    let new = second.iter().filter(|chunk| !known.contains(chunk.bytes.as_slice())).count();
    assert!(first.len() > 12 && new <= 4, "{new} of {} chunks are new", second.len());
}

#[test]
fn a_chunk_that_is_cut_or_of_a_newer_version_is_refused() {
    let ((_one, source), (_two, target)) = (store(), store());
    source.set_log_signer(signer()).unwrap();
    with_teams(&source, 0..10);
    let (chunks, _) = chunks(&source);
    let bytes = &chunks[0].bytes;
    assert!(load(&target, &bytes[..bytes.len() - 1]).is_err());
    let mut newer = bytes.clone();
    newer[0] = 9;
    assert!(matches!(load(&target, &newer), Err(StoreError::TooNew)));
    let renamed: Vec<u8> = bytes.iter().map(|byte| if *byte == b'k' { b'q' } else { *byte }).collect();
    assert!(load(&target, &renamed).is_err(), "a column that is not known here");
    assert_eq!(count(&target).unwrap()["team"], 0, "nothing of it was kept");
}
