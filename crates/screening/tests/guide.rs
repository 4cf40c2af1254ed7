//! The guide of the hearing: what is asked, in which order, and what is taken as an answer.

use base::Sign;
use screening::instruments::HEARING;
use screening::{Age, Answer, Answers, Card, Evidence, Instruments, Part, Questionnaire, When, assess};
use std::collections::BTreeSet;

fn guide() -> &'static Questionnaire {
    Instruments::shipped().newest(HEARING).unwrap()
}

fn asked(answers: &Answers, signs: &[Sign], age: Age, short: bool) -> Vec<&'static str> {
    let signs: BTreeSet<Sign> = signs.iter().copied().collect();
    guide().to_ask(answers, Card { signs: &signs, age }, short).iter().map(|one| one.id.as_str()).collect()
}

#[test]
fn urgent_matters_come_first_and_then_the_order_of_the_guide() {
    let all = asked(&guide().answers(), &[], Age::Unknown, false);
    assert_eq!(all[..4], ["private-place", "interpreter", "ready", "safe-now"]);
    let urgent = |id: &&str| guide().question(id).unwrap().urgent;
    let first_calm = all.iter().position(|id| !urgent(id)).unwrap();
    assert!(all[first_calm..].iter().all(|id| !urgent(id)) && first_calm > 10);
    let numbers: Vec<_> = all[first_calm..].iter().map(|id| guide().question(id).unwrap().number).collect();
    assert!(numbers.is_sorted());
}

#[test]
fn what_the_card_says_is_not_asked_again() {
    let nothing = guide().answers();
    let without = asked(&nothing, &[], Age::Unknown, false);
    let with = asked(&nothing, Sign::ALL, Age::Child, false);
    let spared: Vec<_> = without.iter().filter(|id| !with.contains(id)).copied().collect();
    assert_eq!(spared, ["age", "threatened", "place-tonight", "hurt", "ill", "pregnant"]);
    // What follows from it is asked instead.
    let new: Vec<_> = with.iter().filter(|id| !without.contains(id)).copied().collect();
    assert_eq!(new, ["trusted-adult", "hurt-badly", "pregnancy-danger"]);
    // What the person says counts more than what the card says.
    let signs = BTreeSet::from([Sign::Hurt]);
    let whole = guide().with_card(&nothing.with("hurt", Answer::No), Card { signs: &signs, age: Age::Adult });
    assert_eq!((&whole.given["hurt"], &whole.given["age"]), (&Answer::No, &Answer::One("adult".to_owned())));
}

#[test]
fn who_does_not_know_or_would_rather_not_say_is_not_asked_again() {
    for answer in [Answer::DoesNotKnow, Answer::RatherNot] {
        let answers = guide().answers().with("left-freely", answer).with("sexual-violence", Answer::RatherNot);
        let rest = asked(&answers, &[], Age::Adult, false);
        assert!(!rest.contains(&"left-freely") && !rest.contains(&"sexual-violence-when"));
        let evidence = Evidence::of(Instruments::shipped(), &[&answers]).unwrap();
        let best = assess(Instruments::shipped(), &evidence, Age::Adult).best_question.unwrap();
        assert_ne!(Instruments::shipped().question(best).id, "left-freely");
    }
}

/// Three answers of the short screening can be enough.
#[test]
fn the_short_screening_is_short_and_can_carry_a_result() {
    let short = asked(&guide().answers(), &[], Age::Unknown, true);
    assert!((10..=13).contains(&short.len()), "{short:?}");
    let answers = guide()
        .answers()
        .with("as-promised", Answer::No)
        .with("left-freely", Answer::No)
        .with("forced-work", Answer::Yes);
    let evidence = Evidence::of(Instruments::shipped(), &[&answers]).unwrap();
    assert_eq!(assess(Instruments::shipped(), &evidence, Age::Adult).finding.key(), "presumed-victim");
    // Completed later, the same answers stand.
    assert!(asked(&answers, &[], Age::Unknown, false).len() > 30);
}

#[test]
fn nothing_of_care_and_nothing_of_statements_carries_a_result() {
    for question in guide().questions.iter().filter(|one| one.part != Part::Protection) {
        assert!(!question.can_carry(), "{}", question.id);
    }
}

#[test]
fn what_is_no_answer_is_said() {
    for (question, answer, says) in [
        ("left-freely", Answer::Text("no".to_owned()), "Answer yes, no, does not know, or would rather not say."),
        ("safe-now", Answer::One("maybe".to_owned()), "Choose one of: safe, not-sure, they-are-near, being-taken."),
        ("kept", Answer::Several(["guards".to_owned(), "moat".to_owned()].into()), "Choose among: guards, "),
        ("hours", Answer::Number(f64::NAN), "Answer with a number."),
        ("exit-day-when", Answer::Yes, "Answer with a time, a day, a month or a year."),
        ("no-such", Answer::Yes, "has no question “no-such”"),
    ] {
        let said = guide().fits(question, &answer).unwrap_err();
        assert!(said.contains(says), "{said}");
    }
    for (question, answer) in [
        ("left-freely", Answer::No),
        ("hours", Answer::Number(11.5)),
        ("exit-day-when", Answer::When(When::Year(2026))),
        ("statement-tasks", Answer::Text("Words.".to_owned())),
    ] {
        guide().fits(question, &answer).unwrap();
        guide().fits(question, &Answer::RatherNot).unwrap();
    }
}

/// What a letter may not say, and why each reason stands.
#[test]
fn a_reason_says_whether_it_names_an_act_and_why_it_is_evidence() {
    let ones = Instruments::shipped();
    let mut evidence = Evidence::default();
    ["FC.07", "D5.03"].iter().for_each(|id| evidence.mark(ones, id).unwrap());
    let assessment = assess(ones, &evidence, Age::Adult);
    let said = |act: bool| {
        let some = assessment.reasons.iter().filter(move |reason| reason.names_an_act(ones) == act);
        some.map(|reason| reason.sentence(ones, &screening::words::english)).collect::<Vec<_>>()
    };
    assert!(said(true).iter().all(|sentence| sentence.contains("FC.07")) && said(true).len() == 3, "{:?}", said(true));
    assert!(!said(false).iter().any(|sentence| sentence.contains("FC.07")));
    let links: Vec<_> = assessment.reasons.iter().filter_map(|reason| reason.link(ones)).collect();
    assert!(links.iter().any(|link| link.reason == "Whoever is confined at a place is harboured there"));
    assert!(links.iter().all(|link| !link.source.is_empty()));
}

/// What the person was made to do is not named as a companion either, where something else was done to them.
#[test]
fn an_act_is_named_beside_something_only_where_nothing_else_is_there() {
    let ones = Instruments::shipped();
    let purpose = |ids: &[&str]| {
        let mut evidence = Evidence::default();
        ids.iter().for_each(|id| evidence.mark(ones, id).unwrap());
        let reasons = assess(ones, &evidence, Age::Adult).reasons;
        let of_hours =
            reasons.iter().find(|one| one.link(ones).is_some_and(|link| link.reason.starts_with("Excessive hours")));
        let reason = of_hours.unwrap();
        (reason.names_an_act(ones), reason.sentence(ones, &screening::words::english))
    };
    let (act, said) = purpose(&["D4.01", "D5.05", "D5.11"]);
    assert!(!act && said.ends_with("together with this: the person was threatened with violence"), "{said}");
    assert!(purpose(&["D4.01", "D5.05"]).0);
}

/// Whoever is presumed a victim is not called a case of labour rights in the same letter.
#[test]
fn no_reason_contradicts_the_result() {
    let ones = Instruments::shipped();
    let said = |ids: &[&str]| {
        let mut evidence = Evidence::default();
        ids.iter().for_each(|id| evidence.mark(ones, id).unwrap());
        let assessment = assess(ones, &evidence, Age::Adult);
        (assessment.finding.key(), assessment.sentences(ones, &screening::words::english).join("\n"))
    };
    let (lowest, reasons) = said(&["D4.01", "D4.04"]);
    assert!(lowest == "more-information-needed" && reasons.contains("as it stands, a case of labour rights"));
    let (presumed, reasons) = said(&["D4.01", "D4.04", "D5.01", "PAL.act.received"]);
    assert!(presumed == "presumed-victim" && !reasons.contains("labour rights"), "{reasons}");
}

#[test]
fn a_result_can_say_which_rules_gave_it() {
    let in_force: Vec<_> = Instruments::shipped().in_force().map(|one| (one.id.as_str(), one.version)).collect();
    assert!(in_force.contains(&("elements", 1)) && in_force.contains(&("triage", 1)));
    assert!(!in_force.iter().any(|(id, _)| *id == HEARING));
    // Nobody has signed them yet, and no file pretends otherwise.
    assert!(Instruments::shipped().listed().iter().all(|one| one.reviewed_by.is_empty()));
}
