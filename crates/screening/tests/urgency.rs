//! How urgent it is: every concern, the clocks at their edges, and what can never lower it.

use base::{Instant, Sign};
use proptest::prelude::*;
use screening::triage::{Concern, Concerns, Left, Level, Urgency, triage};
use screening::words::english;
use screening::{Age, Answer, Answers, Instruments, When};

const NOW: Instant = Instant::from_millis(1_768_878_000_000);
const HOUR: i64 = 3_600_000;

fn ones() -> &'static Instruments {
    Instruments::shipped()
}

fn of(concerns: &[(Concern, When)]) -> Urgency<'static> {
    let mut all = Concerns::default();
    concerns.iter().for_each(|(concern, when)| all.raise(*concern, NOW, *when));
    triage(ones(), &all, NOW)
}

fn violence(millis_ago: i64) -> Urgency<'static> {
    of(&[(Concern::SexualViolence, When::At(NOW.plus_millis(-millis_ago)))])
}

#[test]
fn every_trigger_has_the_level_the_first_action_and_the_review_of_the_field_facts() {
    let expected = |concern: Concern| match concern.key() {
        "life-threatening-injury"
        | "suicide-plan"
        | "labour-or-bleeding"
        | "abduction-or-arrest"
        | "child-alone"
        | "trafficker-present" => (Level::P0, 1, 24, 24),
        "sexual-violence" => (Level::P1, 1, 72, 168),
        "minor" | "pregnancy" | "untreated-injury" | "missed-medicine" | "credible-threat" | "held-by-police"
        | "suicidal-thoughts" | "refoulement-risk" => (Level::P1, 24, 72, 168),
        "sleeping-rough" | "no-food" | "exit-deadline" | "recruiter-contact" => (Level::P2, 72, 336, 336),
        _ => (Level::P3, 168, 720, 720),
    };
    for concern in Concern::ALL {
        let urgency = of(&[(*concern, When::Unknown)]);
        let (level, first, review, latest) = expected(*concern);
        assert_eq!((urgency.level, urgency.due), (level, Some(NOW.plus_hours(first))), "{}", concern.key());
        let reviews = (urgency.review_due, urgency.review_latest);
        assert_eq!(reviews, (Some(NOW.plus_hours(review)), Some(NOW.plus_hours(latest))), "{}", concern.key());
        assert!(!urgency.first.clinical_source.is_empty() && urgency.first.signed_off_by.is_empty());
    }
}

#[test]
fn of_whom_nothing_was_named_is_seen_within_a_week_and_asked() {
    let urgency = of(&[]);
    assert_eq!((urgency.level, urgency.due, urgency.carried_by.len()), (Level::P3, None, 0));
    assert!(urgency.sentences(&english)[0].ends_with("unknown is not no."));
    let here = Concerns::since(NOW.plus_hours(-24));
    let urgency = triage(ones(), &here, NOW);
    assert_eq!((urgency.due, urgency.review_due), (Some(NOW.plus_hours(144)), Some(NOW.plus_hours(696))));
}

/// What is due first is what was noticed first, not what was noticed last.
#[test]
fn an_older_concern_stays_due_beside_a_newer_one() {
    let mut concerns = Concerns::default();
    concerns.raise(Concern::Pregnancy, NOW.plus_hours(-30), When::Unknown);
    concerns.raise(Concern::SexualViolence, NOW, When::Unknown);
    let urgency = triage(ones(), &concerns, NOW);
    assert_eq!((urgency.carried_by[0].concern, urgency.due), (Concern::SexualViolence, Some(NOW.plus_hours(-6))));
}

#[test]
fn the_windows_end_at_their_last_millisecond() {
    let clocks = |urgency: &Urgency| -> Vec<(i64, Left)> {
        urgency.clocks.iter().map(|clock| (clock.window.hours, clock.left)).collect()
    };
    let inside = |left| Left::Inside { least: left, most: left };
    assert_eq!(clocks(&violence(0)), [(72, inside(72 * HOUR)), (120, inside(120 * HOUR))]);
    assert_eq!(clocks(&violence(72 * HOUR)), [(72, inside(0)), (120, inside(48 * HOUR))]);
    assert_eq!(clocks(&violence(72 * HOUR + 1)), [(120, inside(48 * HOUR - 1)), (72, Left::Over)]);
    assert_eq!(clocks(&violence(120 * HOUR)), [(120, inside(0)), (72, Left::Over)]);
    assert_eq!(clocks(&violence(120 * HOUR + 1)), [(72, Left::Over), (120, Left::Over)]);
    let levels = [0, 72 * HOUR, 72 * HOUR + 1, 120 * HOUR, 120 * HOUR + 1, 9_000 * HOUR].map(|ago| violence(ago).level);
    assert_eq!(levels, [Level::P1, Level::P1, Level::P1, Level::P1, Level::P2, Level::P2]);
}

/// It is the hour that counts: whoever is heard first about it is brought to a clinic within it.
#[test]
fn sexual_violence_inside_the_windows_has_one_hour() {
    let urgency = of(&[(Concern::SexualViolence, When::Unknown), (Concern::Pregnancy, When::Unknown)]);
    assert_eq!((urgency.due, urgency.carried_by[0].concern), (Some(NOW.plus_hours(1)), Concern::SexualViolence));
    assert!(urgency.clocks.iter().all(|clock| clock.left == Left::Unknown));
}

/// 2026-01-20 10:00 where the response works. A day that is known by its date is inside until its last moment is not.
#[test]
fn a_day_counts_as_inside_until_its_latest_moment_is_over() {
    let on = |day: &str, at: &str| {
        let now = Instant::read(at).unwrap();
        let mut concerns = Concerns::default();
        concerns.raise(Concern::SexualViolence, now, When::read(day).unwrap());
        let urgency = triage(ones(), &concerns, now);
        let pep = urgency.clocks.iter().find(|clock| clock.window.id == "hiv-pep").unwrap();
        (urgency.level, pep.left.hours(), pep.sentence(&english))
    };
    let (level, hours, says) = on("2026-01-18", "2026-01-20T10:00:00+07:00");
    assert_eq!((level, hours), (Level::P1, Some(14)));
    assert_eq!(says, "preventive HIV medicine (PEP): 14 of 72 hours are surely left, at most 38");
    // The day ended at midnight after the 17th: 72 hours later it may just still be inside, and a millisecond later not.
    assert_eq!(on("2026-01-17", "2026-01-21T00:00:00+07:00").1, Some(0));
    assert_eq!(on("2026-01-17", "2026-01-21T00:00:00.001+07:00").1, None);
    // Today: what is still to come of the day counts as now.
    assert_eq!(
        on("2026-01-20", "2026-01-20T10:00:00+07:00").2,
        "preventive HIV medicine (PEP): 62 of 72 hours are surely left, at most 72"
    );
    assert_eq!(on("2026-01", "2026-01-20T10:00:00+07:00").0, Level::P1);
    assert_eq!(on("2025", "2026-01-20T10:00:00+07:00").0, Level::P2);
    assert_eq!(
        on("unknown", "2026-01-20T10:00:00+07:00").2,
        "preventive HIV medicine (PEP): the time is not known, so it counts as within 72 hours. Act now."
    );
}

#[test]
fn of_several_times_the_one_that_leaves_most_decides() {
    let both = [
        (Concern::SexualViolence, When::At(NOW.plus_hours(-400))),
        (Concern::SexualViolence, When::At(NOW.plus_hours(-10))),
    ];
    let urgency = of(&both);
    assert_eq!((urgency.level, urgency.clocks.len()), (Level::P1, 4));
    assert_eq!(urgency.clocks[0].left.hours(), Some(62));
}

#[test]
fn a_deadline_is_urgent_from_seven_days_before_it() {
    let level = |hours: i64| of(&[(Concern::ExitDeadline, When::At(NOW.plus_hours(hours)))]).level;
    assert_eq!([level(169), level(168), level(24), level(-48)], [Level::P3, Level::P2, Level::P2, Level::P2]);
}

#[test]
fn the_card_and_the_answers_raise_what_they_say() {
    let mut concerns = Concerns::default();
    concerns.raise_signs(Sign::ALL.iter().copied(), NOW);
    let raised: Vec<_> = concerns.iter().map(|(concern, _)| concern.key()).collect();
    assert_eq!(raised, ["minor", "pregnancy", "untreated-injury", "credible-threat", "sleeping-rough"]);
    let day = When::read("2026-01-18").unwrap();
    let answers = Answers::to("hearing", 1)
        .with("sexual-violence", Answer::Yes)
        .with("sexual-violence-when", Answer::When(day))
        .with("place-tonight", Answer::No)
        .with("eaten", Answer::RatherNot)
        .with("wish-to-die", Answer::One("plan".to_owned()));
    let mut concerns = Concerns::default();
    concerns.raise_answers(ones(), &answers, NOW).unwrap();
    concerns.raise_age(Age::InDoubt, NOW);
    let raised: Vec<_> = concerns.iter().map(|(concern, raised)| (concern.key(), raised.incidents[0])).collect();
    let unknown = When::Unknown;
    assert_eq!(
        raised,
        [("suicide-plan", unknown), ("sexual-violence", day), ("minor", unknown), ("sleeping-rough", unknown)]
    );
}

#[test]
fn first_actions_count_from_when_it_was_noticed_and_reviews_from_the_last_look() {
    let mut concerns = Concerns::default();
    concerns.raise(Concern::Pregnancy, NOW.plus_hours(-30), When::Unknown);
    concerns.raise(Concern::Pregnancy, NOW, When::Unknown);
    let urgency = triage(ones(), &concerns, NOW);
    assert_eq!(urgency.due, Some(NOW.plus_hours(-6)));
    assert_eq!(urgency.review_due, Some(NOW.plus_hours(42)));
    concerns.reviewed(NOW);
    assert_eq!(triage(ones(), &concerns, NOW).review_due, Some(NOW.plus_hours(72)));
}

#[test]
fn every_concern_has_its_words() {
    for concern in Concern::ALL {
        let said = of(&[(*concern, When::Unknown)]).sentences(&english);
        assert!(said.iter().all(|sentence| !sentence.contains("screening-") && !sentence.contains('{')), "{said:?}");
    }
}

proptest! {
    #[test]
    fn a_further_concern_never_makes_it_less_urgent(
        first in proptest::collection::vec((0..Concern::ALL.len(), -9_000i64..9_000), 0..6),
        more in 0..Concern::ALL.len(),
        ago in proptest::option::of(-9_000i64..9_000),
    ) {
        let mut concerns = Concerns::default();
        for (at, hours) in first {
            concerns.raise(Concern::ALL[at], NOW, When::At(NOW.plus_hours(-hours)));
        }
        let before = triage(ones(), &concerns, NOW);
        let when = ago.map_or(When::Unknown, |hours| When::At(NOW.plus_hours(-hours)));
        let mut further = concerns.clone();
        further.raise(Concern::ALL[more], NOW, when);
        let after = triage(ones(), &further, NOW);
        prop_assert!(after.level <= before.level);
        prop_assert!(after.carried_by.len() >= before.carried_by.len());
    }
}
