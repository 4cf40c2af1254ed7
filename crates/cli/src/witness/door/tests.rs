//! Every answer of the format, by its status and its form.

use super::*;
use rehearsal::TestRng;
use tokio::runtime::Runtime;
use vault::Signer;
use vault::checkpoint::{NamedKey, cosigned, sign};
use vault::merkle::{Frontier, Hash, leaf, prove};

const LOG: &str = "harbour.example/log";

struct Stage {
    folder: Folder,
    signer: Signer,
    runtime: Runtime,
    _place: tempfile::TempDir,
}

fn stage() -> Stage {
    let place = tempfile::tempdir().unwrap();
    let folder = Folder::create(place.path(), "shelter.example/w1", &mut TestRng(3)).unwrap();
    let signer = Signer::from_slice(&[8; 32]).unwrap();
    folder.follow(&NamedKey::of_log(LOG, signer.verifier())).unwrap();
    Stage { folder, signer, runtime: Runtime::new().unwrap(), _place: place }
}

fn leaves(salt: u8, count: u8) -> Vec<Hash> {
    (0..count).map(|n| leaf(&[salt, n])).collect()
}

fn edge(leaves: &[Hash]) -> Frontier {
    let mut edge = Frontier::default();
    leaves.iter().for_each(|leaf| edge.push(*leaf));
    edge
}

impl Stage {
    /// Status, kind and text of the answer to a log of these leaves, shown from `old` on.
    fn show(&self, old: usize, leaves: &[Hash]) -> (u16, String, String) {
        let proof = prove(&edge(&leaves[..old]), &leaves[old..]);
        let note = sign(LOG, &edge(leaves), &self.signer);
        self.ask(&Submission { old: old as u64, proof, note }.to_string())
    }

    fn ask(&self, body: &str) -> (u16, String, String) {
        let answer = answer(&self.folder, body.as_bytes());
        let status = answer.status().as_u16();
        let kind = answer.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        let body = self.runtime.block_on(to_bytes(answer.into_body(), 1 << 20)).unwrap();
        (status, kind, String::from_utf8(body.to_vec()).unwrap())
    }
}

#[test]
fn a_log_that_goes_on_gets_one_signature_line_that_fits_its_note() {
    let stage = stage();
    let log = leaves(0, 30);
    for (old, new) in [(0, 5), (5, 5), (5, 16), (16, 30)] {
        let (status, _, line) = stage.show(old, &log[..new]);
        assert_eq!((status, line.lines().count()), (200, 1), "{line}");
        assert!(line.starts_with("— shelter.example/w1 ") && line.ends_with('\n'));
        let note = sign(LOG, &edge(&log[..new]), &stage.signer) + &line;
        assert_eq!(cosigned(&note, &stage.folder.key()).unwrap().0.size, new as u64);
    }
}

#[test]
fn who_shows_from_elsewhere_is_told_where_the_witness_is() {
    let stage = stage();
    let log = leaves(0, 30);
    stage.show(0, &log[..20]);
    for (old, new) in [(0, 30), (19, 30), (0, 10), (10, 10), (0, 20)] {
        assert_eq!(stage.show(old, &log[..new]), (409, "text/x.tlog.size".into(), "20\n".into()), "{old} {new}");
    }
}

#[test]
fn every_other_refusal_has_its_status_and_a_sentence() {
    let stage = stage();
    let (log, other) = (leaves(0, 40), leaves(1, 40));
    stage.show(0, &log[..19]);
    let refused = |said: (u16, String, String), status: u16| {
        assert_eq!((said.0, said.1.as_str()), (status, "text/plain; charset=utf-8"), "{}", said.2);
        assert!(said.2.contains("Nothing was cosigned") && said.2.ends_with(".\n"), "{}", said.2);
    };
    let note = sign(LOG, &edge(&log[..25]), &stage.signer);
    refused(stage.ask(""), 400);
    refused(stage.ask("old 19\n\nno note\n"), 400);
    refused(stage.ask(&format!("old 26\n\n{note}")), 400);
    refused(stage.ask(&format!("old 19\n\n{}", note.replace(LOG, "other.example/log"))), 404);
    refused(stage.ask(&format!("old 19\n\n{}", note.replace("\n25\n", "\n26\n"))), 403);
    let forged = sign(LOG, &edge(&log[..25]), &Signer::from_slice(&[9; 32]).unwrap());
    refused(stage.ask(&format!("old 19\n\n{forged}")), 403);
    refused(stage.ask(&format!("old 19\n\n{note}")), 422);
    refused(stage.show(19, &other[..19]), 409);
    refused(stage.show(19, &other[..30]), 422);
    // The three that its key has signed are kept, and each only once.
    refused(stage.show(19, &other[..30]), 422);
    let followed = stage.folder.followed().unwrap().remove(0);
    assert_eq!(followed.evidence().unwrap().len(), 3);
    assert_eq!(followed.newest().unwrap().unwrap().0.size, 19, "and it stands where it stood");
}

#[test]
fn sec42_where_the_old_log_was_a_full_tree_a_rewritten_one_still_does_not_pass() {
    let stage = stage();
    let (log, other) = (leaves(0, 16), leaves(1, 40));
    stage.show(0, &log);
    let (status, _, sentence) = stage.show(16, &other);
    assert_eq!(status, 422);
    assert!(sentence.starts_with("THE LOG DOES NOT CONTINUE"), "{sentence}");
    assert_eq!(stage.folder.followed().unwrap().remove(0).evidence().unwrap().len(), 1);
}

#[test]
fn two_who_show_at_once_are_answered_one_after_the_other() {
    let stage = stage();
    let log = leaves(0, 64);
    stage.show(0, &log[..1]);
    let answers: Vec<u16> = std::thread::scope(|threads| {
        let shown: Vec<_> = (2..=9)
            .map(|size| {
                (Submission {
                    old: 1,
                    proof: prove(&edge(&log[..1]), &log[1..size]),
                    note: sign(LOG, &edge(&log[..size]), &stage.signer),
                })
                .to_string()
            })
            .map(|body| {
                threads.spawn(|| {
                    let body = body;
                    answer(&stage.folder, body.as_bytes()).status().as_u16()
                })
            })
            .collect();
        shown.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(
        answers.iter().filter(|status| **status == 200).count(),
        1,
        "only one began where it stood: {answers:?}"
    );
    assert!(answers.iter().all(|status| [200, 409].contains(status)));
}
