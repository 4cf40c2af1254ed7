//! What the auditor sees of the witnesses of the log, and whoever watches the machine.

use crate::served::{Served, served_as};
use access::Role;
use rehearsal::START;
use std::net::TcpListener;
use store::witness::{Standing, State};
use vault::checkpoint::NamedKey;
use vault::merkle::{Frontier, leaf};
use web::witness::{Witness, round};

fn key(name: &str) -> NamedKey {
    let signer = vault::Signer::from_slice(&[5; 32]).unwrap();
    NamedKey::of_witness(name, signer.verifier()).unwrap()
}

/// How things stand with a witness that has cosigned three entries.
fn stands(served: &Served, name: &str, state: State) {
    let mut edge = Frontier::default();
    (0..3u8).for_each(|n| edge.push(leaf(&[n])));
    let standing = Standing { edge, note: "kept".into(), cosigned_at: START, ..Standing::new(key(name), START) };
    served.app.store.write(|tx| standing.turned(state, START).save(tx)).unwrap();
}

fn log_page(served: &Served, cookie: &str) -> String {
    let answer = served.ask("GET", "/log", &[("cookie", cookie)], "");
    assert_eq!(answer.status, 200);
    answer.body.replace("&#39;", "'")
}

#[test]
fn sec42_a_witness_that_has_another_history_is_the_first_thing_on_the_auditors_page() {
    let served = served_as(Role::Auditor);
    let cookie = served.sign_in();
    assert!(log_page(&served, &cookie).contains("Nobody outside remembers this log"));

    stands(&served, "shelter.example/w1", State::Cosigned);
    let page = log_page(&served, &cookie);
    assert!(page.contains("shelter.example/w1") && page.contains("Has cosigned the first 3 entries,"));
    assert!(page.contains("not asked over the network") && !page.contains("role=\"alert\""));

    stands(&served, "embassy.example/w2", State::Differs);
    stands(&served, "clinic.example/w3", State::Shorter);
    let page = log_page(&served, &cookie);
    assert_eq!(page.matches("class=\"notice notice-bad\" role=\"alert\"").count(), 2);
    assert!(page.contains("another history on record") && page.contains("Entries were taken away"));
    let (alert, entries) = (page.find("role=\"alert\"").unwrap(), page.find("<table").unwrap());
    assert!(alert < entries, "it comes before the entries");
}

#[test]
fn a_witness_that_does_not_answer_is_said_to_be_silent_and_harms_nothing() {
    let mut served = served_as(Role::Auditor);
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let asked = Witness::new(&format!("http://localhost:{}", closed.port()), key("shelter.example/w1"), false);
    served.shows_its_log_to(asked.unwrap());
    round(&served.app).unwrap();
    let standing = served.app.store.read(store::witness::all).unwrap().remove(0);
    assert_eq!((standing.state, standing.note.as_str(), standing.edge.size()), (State::Silent, "", 0));
    let page = log_page(&served, &served.sign_in());
    assert!(page.contains("Has cosigned nothing yet") && page.contains("it does not answer"));
    assert!(!page.contains("not asked over the network"));
}

#[test]
fn sec32_a_witness_is_reached_over_tls_or_on_this_machine_unless_somebody_allows_more() {
    let fits = |address: &str, private| Witness::new(address, key("w"), private).is_ok();
    for address in ["https://witness.example", "https://witness.example/w1/", "http://localhost:8450", "http://[::1]:1"]
    {
        assert!(fits(address, false), "{address}");
    }
    for address in ["http://witness.example", "http://192.168.1.7:8450"] {
        assert!(!fits(address, false) && fits(address, true), "{address}");
    }
    for address in ["ftp://witness.example", "witness.example", "https://name:word@witness.example", "http://a b"] {
        assert!(!fits(address, true), "{address}");
    }
    let of_log = NamedKey::of_log("w", key("w").verifier().clone());
    assert!(Witness::new("https://witness.example", of_log, false).is_err(), "the key of a log is none of a witness");
}

#[test]
fn sec32_a_witness_in_a_private_network_is_not_called_unless_somebody_allowed_it() {
    // Somebody would answer there.
    let listener = TcpListener::bind("0.0.0.0:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut served = served_as(Role::Auditor);
    let asked = Witness::new(&format!("https://127.0.0.2:{port}"), key("w"), false).unwrap();
    served.shows_its_log_to(asked);
    round(&served.app).unwrap();
    assert!(listener.accept().is_err(), "nobody called");
    let standing = served.app.store.read(store::witness::all).unwrap().remove(0);
    assert_eq!(standing.state, State::Silent);
}
