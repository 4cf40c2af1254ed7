//! What is removed is never needed, and what was broken off never looks whole.

use super::prune::prune;
use super::*;
use crate::bench::office::office;
use proptest::prelude::*;
use rand_core::CryptoRng;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use store::log::LogSigner;
use vault::Signer;

fn rng() -> impl CryptoRng {
    edge::rng()
}

fn signer() -> LogSigner {
    LogSigner::new("registry/test", Signer::from_slice(&[3; 32]).unwrap())
}

/// A backup on its own day that names these pieces.
fn written(folder: &Folder, day: usize, names: &BTreeSet<u8>) {
    let piece = |name: &u8| {
        let file = vec![*name; 10];
        folder.write(&folder.piece(&format!("{name:02x}")), &file).unwrap();
        let hash = check::hash(&file);
        Piece { name: format!("{name:02x}"), table: "event".into(), rows: 1, size: 10, hash }
    };
    let manifest = Manifest {
        format: manifest::FORMAT,
        at: day as i64 * 86_400_000,
        log_origin: signer().origin().into(),
        log_key: data_encoding::HEXLOWER.encode(&signer().verifier().to_bytes()),
        log_size: 0,
        checkpoint: String::new(),
        recipients: Vec::new(),
        rows: BTreeMap::new(),
        pieces: names.iter().map(piece).collect(),
        keys: piece(&255),
    };
    folder.write(&folder.manifest(&manifest.name()), manifest.signed(&signer()).as_bytes()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whenever_pruning_is_broken_off_every_backup_that_is_left_is_whole(
        backups in prop::collection::vec(prop::collection::btree_set(0u8..12, 0..6), 1..7),
        newest in 1usize..5, days in 0usize..4, fails_after in 0usize..12,
    ) {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::make(place.path()).unwrap();
        for (day, names) in backups.iter().enumerate() {
            written(&folder, day, names);
        }
        std::fs::write(folder.piece("77"), b"of a backup that was broken off").unwrap();
        let keep = Keep::of(newest, days);
        let mut left = fails_after;
        let broken = prune(&folder, &keep, &mut |path| {
            left = left.checked_sub(1).ok_or_else(|| io::Error::other("the disk is gone"))?;
            std::fs::remove_file(path)
        });
        let seen = check::check(&folder, |_| ()).unwrap();
        prop_assert_eq!(&seen.damages, &vec![]);
        let expected = newest.max(days).min(backups.len());
        prop_assert!(seen.backups as usize >= expected);
        prop_assert!(broken.is_err() || seen.strays == 0);
        prune(&folder, &keep, &mut |path| std::fs::remove_file(path)).unwrap();
        let seen = check::check(&folder, |_| ()).unwrap();
        prop_assert_eq!((seen.backups as usize, seen.strays, seen.damages), (expected, 0, vec![]));
    }
}

#[test]
fn pieces_stay_when_a_backup_that_is_kept_cannot_be_read() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::make(place.path()).unwrap();
    (0..3).for_each(|day| written(&folder, day, &BTreeSet::from([day as u8])));
    let newest = folder.manifest(&folder.manifests().unwrap()[2]);
    std::fs::write(&newest, "{}\n\n").unwrap();
    assert!(prune(&folder, &Keep::of(1, 0), &mut |path| std::fs::remove_file(path)).is_err());
    assert_eq!(folder.pieces().unwrap().len(), 4);
}

#[test]
fn a_backup_that_was_broken_off_is_none_and_the_next_goes_on() {
    let place = tempfile::tempdir().unwrap();
    let (store, _, _) = office(&place.path().join("registry")).unwrap();
    let folder = Folder::make(&place.path().join("backups")).unwrap();
    let first = take(&store, &folder, &[], edge::now(), &mut rng(), |_| ()).unwrap();
    std::fs::remove_file(folder.manifest(&first.manifest.name())).unwrap();
    let seen = check::check(&folder, |_| ()).unwrap();
    assert_eq!((seen.backups, seen.strays), (0, first.new_pieces));
    let second = take(&store, &folder, &[], edge::now(), &mut rng(), |_| ()).unwrap();
    assert_eq!((second.new_pieces, &second.manifest.pieces), (0, &first.manifest.pieces));
    let seen = check::check(&folder, |_| ()).unwrap();
    assert_eq!((seen.backups, seen.strays, seen.damages), (1, 0, vec![]));
}

#[test]
fn a_piece_that_was_lost_is_written_again_for_every_backup_that_names_it() {
    let place = tempfile::tempdir().unwrap();
    let (store, _, _) = office(&place.path().join("registry")).unwrap();
    let folder = Folder::make(&place.path().join("backups")).unwrap();
    let first = take(&store, &folder, &[], edge::now(), &mut rng(), |_| ()).unwrap().manifest;
    std::fs::remove_file(folder.piece(&first.pieces[1].name)).unwrap();
    std::fs::write(folder.piece(&first.pieces[2].name), b"cut off").unwrap();
    assert_eq!(check::check(&folder, |_| ()).unwrap().damages.len(), 2);
    let second = take(&store, &folder, &[], edge::now().plus_millis(1), &mut rng(), |_| ()).unwrap();
    let seen = check::check(&folder, |_| ()).unwrap();
    assert_eq!((second.new_pieces, seen.backups, seen.damages), (2, 2, vec![]));
}

#[test]
fn another_recipient_gets_files_of_its_own_and_opens_them() {
    let place = tempfile::tempdir().unwrap();
    let (store, _, _) = office(&place.path().join("registry")).unwrap();
    let folder = Folder::make(&place.path().join("backups")).unwrap();
    let first = take(&store, &folder, &[], edge::now(), &mut rng(), |_| ()).unwrap();
    let other = vault::Private::generate(&mut rng());
    let second = take(&store, &folder, &[other.public()], edge::now(), &mut rng(), |_| ()).unwrap();
    assert_eq!(second.new_pieces, first.new_pieces);
    let open = |made: &Manifest| unpack(&other, &std::fs::read(folder.piece(&made.pieces[0].name)).unwrap());
    assert!(open(&first.manifest).is_err());
    assert!(open(&second.manifest).is_ok());
}

#[test]
fn whatever_is_done_to_a_file_is_found_and_named() {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::make(place.path()).unwrap();
    (0..2).for_each(|day| written(&folder, day, &BTreeSet::from([1, 2])));
    std::fs::write(folder.piece("01"), [1; 9]).unwrap();
    std::fs::remove_file(folder.piece("02")).unwrap();
    let newest = folder.manifests().unwrap().remove(1);
    let text = std::fs::read_to_string(folder.manifest(&newest)).unwrap();
    std::fs::write(folder.manifest(&newest), text.replace("\"size\":10", "\"size\":11")).unwrap();
    let damages: Vec<String> = check::check(&folder, |_| ()).unwrap().damages.iter().map(|d| d.to_string()).collect();
    assert_eq!(damages.len(), 3);
    assert_eq!(damages[0], "backup 1970-01-02T00-00-00.000Z: its signature does not fit; it cannot be restored");
    assert!(damages[1].starts_with("piece 01 (table event) is not as it was written"));
    assert!(damages[2].starts_with("piece 02 (table event) is missing"));
}
