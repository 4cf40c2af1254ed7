//! What happens to people between the sealing of a version, its sending, and its answer.

use super::*;
use crate::registry::{Earlier, correct};

impl Scene {
    /// Seals these alone, as the next version.
    fn seal_only(&mut self, cases: &[CaseId]) -> Sealed {
        let asked = self.asked();
        self.does(|cx| seal(cx, &asked, "Embassy of Uganda (invented)", cases)).unwrap()
    }

    fn notes(&mut self, case: CaseId, reached: Reached) {
        let on = self.today();
        let said = StepSaid { pack: "khm".into(), step: "R07".into(), reached, begun: None, on, note: None };
        self.does(|cx| note_step(cx, khm(), case, said).map(drop)).unwrap();
    }

    fn knows(&mut self, case: CaseId, known: Known) -> bool {
        let durations = Durations::of_pack(&khm().pack);
        self.does(|cx| read(cx, khm(), &durations, case)).unwrap().situation.known.has(known)
    }

    fn may_be_named(&mut self, cases: &[CaseId]) -> Vec<CaseId> {
        let (now, desks, asked) = (self.house.now, Desks::default(), self.asked());
        let desk = desks.open(&self.house.store, &self.sokha, now).unwrap();
        let cases = cases.to_vec();
        fresh(&desk, &self.house.store, now, |desk| who_may(desk, &asked, cases)).unwrap().into_iter().collect()
    }
}

#[test]
fn a_version_that_is_noted_as_sent_late_turns_back_nothing_that_was_decided_meanwhile() {
    let mut scene = Scene::open();
    let [joan, ivan, mary] = [("Joan Invented", "ZZ1"), ("Ivan Invented", "ZZ2"), ("Mary Invented", "ZZ3")]
        .map(|(name, number)| scene.ready(name, number));
    scene.seal_only(&[joan, ivan, mary]);
    scene.notes(joan, Reached::Done);
    scene.notes(ivan, Reached::Refused);
    scene.send(1).unwrap();
    assert!(matches!(scene.state(joan), State::Done { .. }), "{:?}", scene.state(joan));
    assert_eq!(scene.why(ivan), [Missing::Refused]);
    assert!(matches!(scene.state(mary), State::Waiting { .. }), "{:?}", scene.state(mary));
}

#[test]
fn a_fine_that_was_waived_on_one_version_stays_waived_whatever_another_says() {
    let mut scene = Scene::open();
    let joan = scene.ready("Joan Invented", "ZZ1");
    scene.seal_only(&[joan]);
    scene.send(1).unwrap();
    scene.seal_only(&[joan]);
    scene.send(2).unwrap();
    assert_eq!(scene.answer(1, &[(1, Decision::Approved)]).unwrap().written, 1);
    // The later list comes back, and the ministry has taken her off its register already.
    let told = scene.answer(2, &[(1, Decision::NotFound)]).unwrap();
    assert_eq!(told, Answered { outdone: 1, ..Answered::default() });
    assert!(scene.knows(joan, Known::FineWaived));
    assert_eq!(scene.version(2).lines[0].decision, Some(Decision::NotFound), "what came back is kept on its line");
    let again = scene.answer(2, &[(1, Decision::NotFound)]).unwrap();
    assert_eq!(again, Answered { already: 1, ..Answered::default() });
    // The version that said so may be put right.
    assert_eq!(scene.answer(1, &[(1, Decision::Refused)]).unwrap().written, 1);
    assert!(!scene.knows(joan, Known::FineWaived));
}

#[test]
fn an_answer_to_an_older_version_does_not_undo_that_to_a_newer_one() {
    let mut scene = Scene::open();
    let joan = scene.ready("Joan Invented", "ZZ1");
    for number in [1, 2] {
        scene.seal_only(&[joan]);
        scene.send(number).unwrap();
    }
    assert_eq!(scene.answer(2, &[(1, Decision::Refused)]).unwrap().written, 1);
    assert_eq!(scene.answer(1, &[(1, Decision::NotFound)]).unwrap().outdone, 1);
    assert_eq!(scene.why(joan), [Missing::Refused]);
    assert_eq!(scene.answer(1, &[(1, Decision::Approved)]).unwrap().written, 1, "a yes counts whenever it comes");
    assert_eq!(scene.why(joan), [Missing::AlreadyWaived]);
}

#[test]
fn what_somebody_noted_of_the_fine_beside_the_roll_is_not_taken_back_by_it() {
    let mut scene = Scene::open();
    let joan = scene.ready("Joan Invented", "ZZ1");
    scene.seal_only(&[joan]);
    scene.send(1).unwrap();
    let waived = Circumstance { known: Known::FineWaived, holds: true };
    scene.does(|cx| note_circumstance(cx, joan, waived)).unwrap();
    assert_eq!(scene.answer(1, &[(1, Decision::NotFound)]).unwrap().written, 1);
    assert!(scene.knows(joan, Known::FineWaived));
}

#[test]
fn a_line_that_is_decided_twice_is_refused_as_a_whole() {
    let mut scene = Scene::open();
    let joan = scene.ready("Joan Invented", "ZZ1");
    scene.seal_only(&[joan]);
    scene.send(1).unwrap();
    for second in [Decision::Refused, Decision::Approved] {
        let twice = scene.answer(1, &[(1, Decision::Approved), (1, second)]);
        assert!(matches!(twice, Err(AccessError::Unfit(_))));
    }
    assert_eq!(scene.version(1).lines[0].decision, None);
}

#[test]
fn whose_state_is_said_differently_since_is_named_in_no_file_and_the_version_is_not_sent() {
    let mut scene = Scene::open();
    let (joan, ivan) = (scene.ready("Joan Invented", "ZZ1"), scene.ready("Ivan Invented", "ZZ2"));
    scene.seal_only(&[joan, ivan]);
    let kenya = crate::Fact::Nationalities(vec![Country::from_iso3("KEN").unwrap()]);
    scene.does(|cx| correct(cx, joan, vec![kenya], Earlier::Kept, None)).unwrap();
    let of_uganda = crate::Fact::Nationalities(vec![uganda()]);
    scene.does(|cx| correct(cx, joan, vec![of_uganda], Earlier::Kept, None)).unwrap();
    assert_eq!(scene.may_be_named(&[joan, ivan]), [ivan]);
    assert!(matches!(scene.send(1), Err(AccessError::Unfit(_))));
    assert_eq!(scene.why(joan), [Missing::NationalityDisputed, Missing::Contradiction]);
}

#[test]
fn a_version_with_somebody_who_is_no_longer_open_to_the_team_is_not_sent_and_says_why() {
    let mut scene = Scene::open();
    let (joan, ivan) = (scene.ready("Joan Invented", "ZZ1"), scene.ready("Ivan Invented", "ZZ2"));
    scene.seal_only(&[joan, ivan]);
    let gone = scene
        .house
        .store
        .write(|tx| tx.run(sql!("delete from case_key where case_id = $1"), &[(&joan.to_string()).into()]));
    assert!(gone.unwrap() > 0);
    let refused = scene.send(1);
    assert!(matches!(refused, Err(AccessError::Unfit(sentence)) if sentence.contains("no longer")));
    assert_eq!(scene.version(1).sent, None);
    assert_eq!(scene.may_be_named(&[joan, ivan]), [ivan]);
}
