//! What must hold for every set of answers there can be.

use proptest::prelude::*;
use screening::instruments::HEARING;
use screening::{Age, Answer, Answers, Assessment, Evidence, Finding, Instruments, Kind, Part, Question, When, assess};
use std::collections::BTreeSet;

fn ones() -> &'static Instruments {
    Instruments::shipped()
}

fn questions() -> &'static [Question] {
    &ones().newest(HEARING).unwrap().questions
}

/// Some answer to a question, told by a number.
fn some_answer(question: &Question, seed: u32) -> Answer {
    let chosen = |at: u32| {
        let choices = question.kind.choices();
        choices[at as usize % choices.len()].key.clone()
    };
    match (&question.kind, seed % 5) {
        (_, 0) => Answer::RatherNot,
        (_, 1) => Answer::DoesNotKnow,
        (Kind::YesNo | Kind::Acknowledge, 2) => Answer::No,
        (Kind::YesNo | Kind::Acknowledge, _) => Answer::Yes,
        (Kind::One(_), _) => Answer::One(chosen(seed / 5)),
        (Kind::Several(_), _) => Answer::Several((0..seed / 5 % 4).map(|n| chosen(seed / 20 + n)).collect()),
        (Kind::Number { .. }, _) => Answer::Number(f64::from(seed / 5 % 20)),
        (Kind::When, _) => Answer::When(When::Unknown),
        (Kind::Text | Kind::Note, _) => Answer::Text("words".to_owned()),
    }
}

fn hearing(seeds: &[Option<u32>]) -> Answers {
    let mut answers = ones().newest(HEARING).unwrap().answers();
    for (question, seed) in questions().iter().zip(seeds) {
        if let Some(seed) = seed {
            answers.given.insert(question.id.clone(), some_answer(question, *seed));
        }
    }
    answers
}

fn assessed(answers: &Answers, marks: &BTreeSet<usize>, age: Age) -> Assessment {
    let mut evidence = Evidence::of(ones(), &[answers]).unwrap();
    for (_, indicator) in ones().indicators().enumerate().filter(|(at, _)| marks.contains(at)).map(|(_, one)| one) {
        evidence.mark(ones(), &indicator.id).unwrap();
    }
    assess(ones(), &evidence, age)
}

fn ages() -> impl Strategy<Value = Age> {
    prop_oneof![Just(Age::Adult), Just(Age::Child), Just(Age::InDoubt), Just(Age::Unknown)]
}

fn heard() -> impl Strategy<Value = Vec<Option<u32>>> {
    proptest::collection::vec(proptest::option::weighted(0.4, any::<u32>()), questions().len())
}

fn marked() -> impl Strategy<Value = BTreeSet<usize>> {
    proptest::collection::btree_set(0..ones().indicators().count(), 0..12)
}

/// Everything but the question that is proposed next.
fn without_best(assessment: &Assessment) -> Assessment {
    Assessment { best_question: None, ..assessment.clone() }
}

proptest! {
    #[test]
    fn a_further_indicator_never_lowers_the_result(
        seeds in heard(), marks in marked(), more in 0..ones().indicators().count(), age in ages()
    ) {
        let answers = hearing(&seeds);
        let before = assessed(&answers, &marks, age);
        let mut further = marks.clone();
        further.insert(more);
        let after = assessed(&answers, &further, age);
        prop_assert!(after.finding >= before.finding);
        for (before, after) in before.dimensions.iter().zip(&after.dimensions) {
            prop_assert!(after.positive >= before.positive);
        }
    }

    #[test]
    fn an_answer_in_place_of_an_unknown_one_never_lowers_the_result(seeds in heard(), at in 0..60usize, seed: u32, age in ages()) {
        let mut answers = hearing(&seeds);
        let question = &questions()[at];
        answers.given.insert(question.id.clone(), Answer::DoesNotKnow);
        let before = assessed(&answers, &BTreeSet::new(), age);
        answers.given.insert(question.id.clone(), some_answer(question, seed));
        prop_assert!(assessed(&answers, &BTreeSet::new(), age).finding >= before.finding);
    }

    #[test]
    fn being_a_child_never_lowers_the_result(seeds in heard(), marks in marked()) {
        let answers = hearing(&seeds);
        let grown = assessed(&answers, &marks, Age::Adult).finding;
        for age in [Age::Child, Age::InDoubt] {
            prop_assert!(assessed(&answers, &marks, age).finding >= grown);
        }
    }

    /// Asked and not known, asked and not said, not asked: the rules see no difference.
    #[test]
    fn unknown_is_unknown_however_it_is(seeds in heard(), marks in marked(), age in ages()) {
        let answers = hearing(&seeds);
        let unknown = |put: Option<Answer>| {
            let mut other = answers.clone();
            for (question, answer) in &answers.given {
                if answer.is_unknown() {
                    other.given.remove(question);
                    put.clone().map(|answer| other.given.insert(question.clone(), answer));
                }
            }
            without_best(&assessed(&other, &marks, age))
        };
        let not_known = unknown(Some(Answer::DoesNotKnow));
        prop_assert_eq!(&not_known, &unknown(Some(Answer::RatherNot)));
        prop_assert_eq!(&not_known, &unknown(None));
    }

    #[test]
    fn statements_change_nothing(seeds in heard(), said in ".{0,40}", age in ages()) {
        let mut answers = hearing(&seeds);
        for question in questions().iter().filter(|one| one.part == Part::Testimony) {
            answers.given.remove(&question.id);
        }
        let before = assessed(&answers, &BTreeSet::new(), age);
        for question in questions().iter().filter(|one| one.part == Part::Testimony) {
            answers.given.insert(question.id.clone(), Answer::Text(said.clone()));
        }
        prop_assert_eq!(before, assessed(&answers, &BTreeSet::new(), age));
    }

    #[test]
    fn the_order_of_what_is_told_does_not_matter(marks in marked(), age in ages()) {
        let all: Vec<_> = ones().indicators().collect();
        let told = |order: &mut dyn Iterator<Item = &usize>| {
            let mut evidence = Evidence::default();
            order.for_each(|at| evidence.mark(ones(), &all[*at].1.id).unwrap());
            let assessment = assess(ones(), &evidence, age);
            let mut sentences = assessment.sentences(ones(), &screening::words::english);
            sentences.sort();
            (assessment.finding, assessment.dimensions, assessment.best_question, sentences)
        };
        prop_assert_eq!(told(&mut marks.iter()), told(&mut marks.iter().rev()));
    }

    /// Whatever comes, the result is one of three, it has a rule, and each reason is a sentence.
    #[test]
    fn whatever_is_answered_there_are_three_results(seeds in heard(), marks in marked(), age in ages()) {
        let assessment = assessed(&hearing(&seeds), &marks, age);
        let three = [Finding::PresumedVictim, Finding::StrongIndication, Finding::MoreInformationNeeded];
        prop_assert!(three.contains(&assessment.finding));
        for sentence in assessment.sentences(ones(), &screening::words::english) {
            prop_assert!(!sentence.contains("screening-") && !sentence.contains('{'), "{}", sentence);
            let small = sentence.to_lowercase();
            prop_assert!(!small.contains("not a victim") && !small.contains("no victim"), "{}", sentence);
        }
    }

    /// The question that is proposed was not asked yet, is relevant, and is no statement.
    #[test]
    fn the_best_question_can_be_asked(seeds in heard(), age in ages()) {
        let answers = hearing(&seeds);
        let assessment = assessed(&answers, &BTreeSet::new(), age);
        if let Some(number) = assessment.best_question {
            let question = ones().question(number);
            prop_assert!(!answers.given.contains_key(&question.id));
            prop_assert!(question.is_relevant(&answers) && question.part != Part::Testimony && question.can_carry());
        }
        prop_assert!(assessment.best_question.is_none() || assessment.finding != Finding::PresumedVictim);
    }
}

#[test]
fn there_are_three_results_and_none_says_not_a_victim() {
    let keys: Vec<_> = Finding::ALL.iter().map(|finding| finding.key()).collect();
    assert_eq!(keys, ["more-information-needed", "strong-indication", "presumed-victim"]);
    for no in ["not-a-victim", "no-victim", "not", "none", "perpetrator", ""] {
        assert_eq!(Finding::from_key(no), None);
    }
}
