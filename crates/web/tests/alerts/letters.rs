//! E-mail: an address is confirmed by the code in a letter, and then told that something waits.

use super::office::{Letter, Office, mail_server, next};
use access::alert::Kind;
use std::sync::mpsc::Receiver;

/// Signs sokha in and has her address confirmed; her cookie.
pub fn confirmed(office: &Office, letters: &Receiver<Letter>) -> String {
    confirmed_by(office, letters, |_| {})
}

/// The same, with a look at the letter that brings the code.
pub fn confirmed_by(office: &Office, letters: &Receiver<Letter>, look: impl FnOnce(&Letter)) -> String {
    let cookie = office.served.sign_in();
    let asked = office.post(&cookie, "/alerts/channels/mail", "address=s%40example.org");
    assert_eq!(asked.status, 303, "{}", asked.body);
    let letter = next(letters);
    look(&letter);
    let code = code_in(&letter);
    let confirmed = office.post(&cookie, "/alerts/channels/confirm", &format!("code={code}"));
    assert_eq!(confirmed.status, 303, "{}", confirmed.body);
    cookie
}

fn code_in(letter: &Letter) -> String {
    let first = letter.body().lines().next().unwrap();
    first.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn an_address_is_used_only_once_the_code_in_the_letter_came_back() {
    let (url, letters) = mail_server(&["250 Ok"; 2]);
    let office = Office::open(Some(&url), None);
    let cookie = office.served.sign_in();
    assert_eq!(office.post(&cookie, "/alerts/channels/mail", "address=nobody").status, 422);
    office.post(&cookie, "/alerts/channels/mail", "address=s%40example.org");
    let letter = next(&letters);
    assert_eq!(letter.to, "RCPT TO:<s@example.org>");
    let page = office.get(&cookie, "/alerts/channels").body;
    assert!(page.contains("waits for its code") && page.contains("A code was sent."), "{page}");
    office.raise(Kind::ReferralReceived);
    office.tell();
    assert!(letters.try_recv().is_err(), "an address that may be anybody's is not told");
    let wrong = office.post(&cookie, "/alerts/channels/confirm", "code=00000000");
    assert!(wrong.status == 422 && wrong.body.contains("This is not the code"), "{}", wrong.status);
    office.post(&cookie, "/alerts/channels/confirm", &format!("code={}", code_in(&letter)));
    let page = office.get(&cookie, "/alerts/channels").body;
    assert!(page.contains("You are told at this address from now on.") && page.contains("s@example.org"), "{page}");
    office.raise(Kind::ReferralOverdue);
    office.tell();
    assert_eq!(next(&letters).body(), "Something waits for you. Sign in where you usually do.");
}

#[test]
fn a_letter_is_written_once_however_much_happens_and_none_to_who_has_looked() {
    let (url, letters) = mail_server(&["250 Ok"; 3]);
    let office = Office::open(Some(&url), None);
    let cookie = confirmed(&office, &letters);
    [Kind::ReferralReceived, Kind::ReferralOverdue, Kind::Erased].into_iter().for_each(|kind| office.raise(kind));
    office.tell();
    office.tell();
    next(&letters);
    assert!(letters.try_recv().is_err());
    office.later(10);
    office.raise(Kind::ReferralAnswered);
    assert_eq!(office.post(&cookie, "/alerts/seen", "all=yes").status, 303);
    office.tell();
    assert!(letters.try_recv().is_err(), "she has seen it");
    office.raise(Kind::ConsentWithdrawn);
    office.tell();
    next(&letters);
}

#[test]
fn a_letter_that_was_not_taken_is_written_again_and_the_page_says_so() {
    let (url, letters) = mail_server(&["250 Ok", "451 Come back later", "250 Ok"]);
    let office = Office::open(Some(&url), None);
    let cookie = confirmed(&office, &letters);
    office.raise(Kind::ReferralReceived);
    office.tell();
    assert!(letters.try_recv().is_err());
    assert!(office.get(&cookie, "/alerts/channels").body.contains("The last notice was not taken."));
    office.tell();
    next(&letters);
    assert!(!office.get(&cookie, "/alerts/channels").body.contains("The last notice"));
}

#[test]
fn a_mail_server_that_is_not_there_loses_nothing() {
    let (url, letters) = mail_server(&["250 Ok"]);
    let office = Office::open(Some(&url), None);
    let cookie = confirmed(&office, &letters);
    // Its one conversation is over, and it has gone.
    office.raise(Kind::ReferralReceived);
    office.tell();
    assert!(office.get(&cookie, "/alerts/channels").body.contains("The last notice could not be sent."));
    office.later(3);
    let asked = office.post(&cookie, "/alerts/channels/mail", "address=other%40example.org");
    assert!(asked.status == 422 && asked.body.contains("did not take the letter"), "{}", asked.status);
    assert!(!asked.body.contains("waits for its code"), "nobody waits for what never comes");
}

#[test]
fn nobody_floods_a_stranger_with_codes() {
    let (url, letters) = mail_server(&["250 Ok"; 2]);
    let office = Office::open(Some(&url), None);
    let cookie = office.served.sign_in();
    office.post(&cookie, "/alerts/channels/mail", "address=s%40example.org");
    next(&letters);
    let again = office.post(&cookie, "/alerts/channels/mail", "address=stranger%40example.org");
    assert!(again.status == 422 && again.body.contains("A code was sent a moment ago."), "{}", again.status);
    assert!(letters.try_recv().is_err());
}
