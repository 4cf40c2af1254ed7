//! The rule of dimensions, against a statement of it that was written without looking at the file.

use super::*;
use crate::{Age, Evidence, Instruments, assess};

fn counts(strong: u8, medium: u8, weak: u8) -> Counts {
    Counts { strong, medium, weak }
}

/// "At least two strong; or one strong and one medium or weak; or three medium; or two medium and one weak."
fn positive_in_words(Counts { strong, medium, weak }: Counts) -> bool {
    match (strong, medium, weak) {
        (2.., ..) => true,
        (1, 0, 0) => false,
        (1, ..) => true,
        (0, 3.., _) => true,
        (0, 2, weak) => weak > 0,
        (0, 0..=1, _) => false,
    }
}

#[test]
fn the_rule_of_dimensions_holds_for_every_count_there_can_be() {
    let rules = &Instruments::shipped().rules;
    for strong in 0..=16 {
        for medium in 0..=16 {
            for weak in 0..=16 {
                let counts = counts(strong, medium, weak);
                assert_eq!(rules.is_positive(counts), positive_in_words(counts), "{counts:?}");
            }
        }
    }
}

#[test]
fn the_test_vectors_of_the_field_facts_hold() {
    let rules = &Instruments::shipped().rules;
    for (strong, medium, weak) in [(2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 3, 0), (0, 2, 1)] {
        assert!(rules.is_positive(counts(strong, medium, weak)), "{strong},{medium},{weak}");
    }
    for (strong, medium, weak) in [(1, 0, 0), (0, 2, 0), (0, 1, 9), (0, 0, 9)] {
        assert!(!rules.is_positive(counts(strong, medium, weak)), "{strong},{medium},{weak}");
    }
}

/// The same by the indicators themselves: every set of D1, which has each weight, and the counts that it comes to.
#[test]
fn every_set_of_indicators_of_a_dimension_is_counted_by_its_weights() {
    let ones = Instruments::shipped();
    let ids: Vec<String> = (1..=10).map(|number| format!("D1.{number:02}")).collect();
    for set in 0..1u32 << ids.len() {
        let chosen: Vec<&String> =
            ids.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, id)| id).collect();
        let mut evidence = Evidence::default();
        chosen.iter().for_each(|id| evidence.mark(ones, id).unwrap());
        let has = |id: &str| u8::from(chosen.iter().any(|one| *one == id));
        let expected = counts(has("D1.01"), chosen.len() as u8 - has("D1.01") - has("D1.10"), has("D1.10"));
        let weighed = assess(ones, &evidence, Age::Adult).dimensions[0];
        assert_eq!((weighed.counts, weighed.positive), (expected, positive_in_words(expected)), "{chosen:?}");
    }
}

/// D1.10 is strong for a child and weak for an adult; D3.08 and D4.06 are not in a child's list at all.
#[test]
fn being_a_child_never_lowers_a_dimension() {
    let ones = Instruments::shipped();
    let positive = |ids: &[&str], age| {
        let mut evidence = Evidence::default();
        ids.iter().for_each(|id| evidence.mark(ones, id).unwrap());
        assess(ones, &evidence, age).dimensions.iter().filter(|one| one.positive).count()
    };
    assert_eq!([positive(&["D1.10", "D1.02"], Age::Adult), positive(&["D1.10", "D1.02"], Age::Child)], [0, 1]);
    for ids in [["D3.08", "D3.02", "D3.03"], ["D4.06", "D4.02", "D4.03"]] {
        assert_eq!([positive(&ids, Age::Adult), positive(&ids, Age::InDoubt)], [1, 1], "{ids:?}");
    }
}

/// One thing that happened, however it is told, is never act, means and purpose at once.
#[test]
fn no_single_indicator_completes_the_legal_test() {
    let ones = Instruments::shipped();
    for (_, indicator) in ones.indicators() {
        let mut evidence = Evidence::default();
        evidence.mark(ones, &indicator.id).unwrap();
        let assessment = assess(ones, &evidence, Age::Adult);
        assert_eq!(assessment.finding, Finding::MoreInformationNeeded, "{}", indicator.id);
    }
}

/// Debts however often they are told, bad pay, and hard hours: each alone is a reason to ask on.
#[test]
fn debt_alone_and_pay_alone_and_hours_alone_need_more_information() {
    let ones = Instruments::shipped();
    for ids in [
        &["PAL.act.recruited", "D2.04", "D5.02", "ILO11.09", "FC.04", "D1.07"][..],
        &["PAL.act.recruited", "D4.04", "D4.08", "ILO11.08", "TVIT.01", "D5.14", "D1.08"],
        &["PAL.act.recruited", "D4.01", "ILO11.11", "D4.05"],
        &["PAL.act.recruited", "FC.03", "D2.02"],
    ] {
        let mut evidence = Evidence::default();
        ids.iter().for_each(|id| evidence.mark(ones, id).unwrap());
        assert_eq!(assess(ones, &evidence, Age::Adult).finding, Finding::MoreInformationNeeded, "{ids:?}");
    }
}

#[test]
fn every_indicator_is_evidence_or_says_why_it_is_not() {
    let ones = Instruments::shipped();
    let silent: Vec<&str> = ones
        .indicators()
        .filter(|(number, _)| !ones.rules.links.iter().any(|link| link.evidence == number.0))
        .map(|(_, one)| one.id.as_str())
        .collect();
    // That each of these has a row with a reason is looked at when the file is read.
    assert!(silent.contains(&"FC.15") && silent.contains(&"CHILD.01") && silent.len() < 25, "{silent:?}");
}

/// What every combination of dimensions means, one by one.
#[test]
fn every_combination_of_dimensions_means_what_the_study_says() {
    let rules = &Instruments::shipped().rules;
    let pair = ["D1.01 D1.02", "D2.01 D2.03", "D3.02 D3.03 D3.04", "D4.01 D4.02", "D5.01 D5.02", "D6.02 D6.03 D6.04"];
    for set in 0..64usize {
        let has = |dimension: usize| set & (1 << (dimension - 1)) != 0;
        let ids = pair.iter().enumerate().filter(|(at, _)| has(at + 1)).flat_map(|(_, ids)| ids.split(' '));
        let bits = Bits::of(ids.map(|id| Instruments::shipped().indicators.number(id).unwrap()));
        let reached = rules.judge(bits, false).combination.map(|at| rules.combinations[usize::from(at)].id.as_str());
        let at_recruitment = (1..=3).any(has);
        let expected = match (has(4), has(5)) {
            (false, _) => None,
            (true, true) if has(1) || has(2) => Some("trafficking-for-forced-labour"),
            (true, at_destination) if at_recruitment && (at_destination || has(6)) => {
                Some("vulnerability-in-place-of-means")
            }
            (true, false) if has(1) => Some("deceived-and-exploited"),
            (true, false) if at_recruitment => Some("coerced-and-exploited"),
            (true, at_destination) if at_destination || has(6) => Some("coerced-at-destination"),
            (true, _) => Some("labour-rights-case"),
        };
        assert_eq!(reached, expected, "{set:06b}");
    }
}
