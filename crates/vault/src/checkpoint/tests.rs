use super::*;
use crate::merkle::leaf;
use crate::wrap::tests::rng;
use proptest::prelude::*;

const ORIGIN: &str = "registry.example/log";

fn signed(entries: u8) -> (Signer, String, Frontier) {
    let signer = Signer::generate(&mut rng(8));
    let mut log = Frontier::default();
    (0..entries).for_each(|n| log.push(leaf(&[n])));
    (signer.clone(), sign(ORIGIN, &log, &signer), log)
}

#[test]
fn a_checkpoint_reads_back_and_an_altered_one_does_not() {
    let (signer, note, log) = signed(1);
    let read_back = read(&note, ORIGIN, &signer.verifier()).unwrap();
    assert_eq!((read_back.size, read_back.root), (1, log.root()));
    assert!(read(&note.replace("\n1\n", "\n2\n"), ORIGIN, &signer.verifier()).is_err());
    let other = Signer::generate(&mut rng(9));
    assert!(read(&note, ORIGIN, &other.verifier()).is_err());
}

/// The note that C2SP's signed-note shows, and its vkey as `golang.org/x/mod/sumdb/note` has it in its tests.
#[test]
fn notes_and_keys_of_others_are_read() {
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const NOTE: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem \
                        is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    let key = NamedKey::read(KEY).unwrap();
    assert_eq!((key.name(), key.to_string().as_str(), key.is_of_log()), ("PeterNeumann", KEY, true));
    let note = Note::read(NOTE).unwrap();
    let signature = note.signature_of(&key).unwrap();
    key.verifier().verify_bare(note.text().as_bytes(), signature).unwrap();
    for wrong in ["", "PeterNeumann", &KEY.replace("c74f", "c74e"), &KEY.replace("ARpc", "BRpc"), &KEY[..60]] {
        assert_eq!(NamedKey::read(wrong), Err(VaultError::BadNamedKey), "{wrong}");
    }
}

#[test]
fn a_cosignature_stands_beside_the_logs_own_signature_and_says_when() {
    let (signer, note, log) = signed(5);
    let witness = Signer::generate(&mut rng(10));
    let key = NamedKey::of_witness("shelter.example/w1", witness.verifier()).unwrap();
    let line = cosign(&Note::read(&note).unwrap(), key.name(), &witness, 1_768_539_600).unwrap();
    let both = format!("{note}{line}");
    let (checkpoint, seconds) = cosigned(&both, &NamedKey::read(&key.to_string()).unwrap()).unwrap();
    assert_eq!((checkpoint.size, checkpoint.root, seconds), (5, log.root(), 1_768_539_600));
    assert_eq!(read(&both, ORIGIN, &signer.verifier()).unwrap(), checkpoint);
    // Neither the log nor another witness of the same name has cosigned it.
    assert!(cosigned(&note, &key).is_err());
    let other = Signer::generate(&mut rng(11));
    assert!(cosigned(&both, &NamedKey::of_witness(key.name(), other.verifier()).unwrap()).is_err());
    assert!(cosigned(&both.replace("\n5\n", "\n6\n"), &key).is_err());
    assert!(cosigned(&both, &NamedKey::of_log(key.name(), witness.verifier())).is_err());
    let later = Note::read(&note).unwrap();
    let later = cosign(&later, key.name(), &witness, 1_768_539_601).unwrap();
    assert_ne!(line, later, "the time is part of what is signed");
    assert!(NamedKey::of_witness("two words", witness.verifier()).is_none());
}

#[test]
fn sizes_have_one_form_and_names_no_room_for_a_second_meaning() {
    let (signer, note, _) = signed(3);
    for altered in ["\n03\n", "\n+3\n", "\n3 \n", "\n-3\n", "\n\n"] {
        assert!(read(&note.replace("\n3\n", altered), ORIGIN, &signer.verifier()).is_err(), "{altered:?}");
    }
    assert!(Checkpoint::of_text(&format!("log\n{}\n{}\n", u64::MAX, BASE64.encode(&[0; 32]))).is_err());
    assert!(Note::read("text\n\n— name AAAAAAAA").is_err(), "the last line has no end");
    assert!(Note::read("te\rxt\n\n— name AAAAAAAA\n").is_err());
    assert!(Note::read(&format!("text\n\n{}", "— name AAAAAAAA\n".repeat(65))).is_err());
}

#[test]
fn no_letter_of_a_signed_note_can_be_another() {
    let (signer, note, _) = signed(5);
    for place in (0..note.len()).filter(|place| note.is_char_boundary(*place) && note.is_char_boundary(place + 1)) {
        for other in ["A", "0", " ", "\n", "+"] {
            let altered = [&note[..place], other, &note[place + 1..]].concat();
            assert_eq!(altered == note, read(&altered, ORIGIN, &signer.verifier()).is_ok(), "{place} {other:?}");
        }
    }
}

proptest! {
    #[test]
    fn a_submission_reads_back(old in any::<u64>(), proof in prop::collection::vec(any::<[u8; 32]>(), 0..63)) {
        let (_, note, _) = signed(2);
        let submission = Submission { old, proof, note };
        prop_assert_eq!(Submission::read(&submission.to_string()), Some(submission));
    }

    #[test]
    fn no_text_makes_the_readers_panic(text in "[\\x00-\\x7f—]{0,200}") {
        let text = text.replace("~", "\n");
        let _ = (Submission::read(&text), NamedKey::read(&text));
        if let Ok(note) = Note::read(&text) {
            let _ = Checkpoint::of_text(note.text());
        }
    }
}

#[test]
fn a_submission_with_too_many_hashes_or_another_head_is_none() {
    let hash = format!("{}\n", BASE64.encode(&[1; 32]));
    assert!(Submission::read(&format!("old 4\n{}\nnote", hash.repeat(63))).is_some());
    for wrong in [
        format!("old 4\n{}\nnote", hash.repeat(64)),
        format!("old 04\n{hash}\nnote"),
        format!("new 4\n{hash}\nnote"),
        format!("old 4\n{}\nnote", &hash[2..]),
        format!("old 4\n{hash}note"),
    ] {
        assert_eq!(Submission::read(&wrong), None, "{wrong}");
    }
}
