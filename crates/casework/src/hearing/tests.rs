//! Somebody is heard, once, by people of different roles.

use super::*;
use crate::desk::{Desks, fresh};
use crate::registry::register;
use crate::{Origin, htcds};
use access::{AccessError, Keyring, Role};
use base::{Arrival, Birth, CaseId, Consent, EventId, Sign};
use rehearsal::House;
use screening::triage::{Concern, Left, Level};
use screening::{Answer, Finding, Instruments, When};

struct Scene {
    house: House,
    sokha: Keyring,
    case: CaseId,
}

fn scene(signs: &[Sign]) -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let arrival = Arrival {
        names: vec!["Hanna Invented".into()],
        birth: Some(Birth::Year(1996)),
        signs: signs.iter().copied().collect(),
        consent: Consent::Spoken,
        ..Arrival::default()
    };
    let case = house.run(&mut sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    Scene { house, sokha, case }
}

impl Scene {
    fn says(&mut self, question: &str, said: Answer) -> access::Result<()> {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| answer(cx, case, question, said))
    }

    fn hearing(&mut self) -> Hearing {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| read(cx, case)).unwrap()
    }

    fn finding(&mut self) -> Finding {
        self.hearing().assessment(Instruments::shipped()).unwrap().finding
    }
}

#[test]
fn every_answer_is_kept_at_once_and_another_one_changes_the_result_at_once() {
    let mut scene = scene(&[]);
    assert_eq!(scene.finding(), Finding::MoreInformationNeeded);
    scene.says("as-promised", Answer::No).unwrap();
    scene.says("left-freely", Answer::DoesNotKnow).unwrap();
    assert_eq!(scene.finding(), Finding::MoreInformationNeeded, "what is not known is not no");
    scene.says("left-freely", Answer::No).unwrap();
    scene.says("forced-work", Answer::Yes).unwrap();
    let hearing = scene.hearing();
    assert_eq!(hearing.given.len(), 3, "an answer takes the place of the earlier one");
    assert_eq!(scene.finding(), Finding::PresumedVictim);
    scene.says("forced-work", Answer::RatherNot).unwrap();
    assert_eq!(scene.finding(), Finding::MoreInformationNeeded);
}

#[test]
fn what_is_no_answer_is_refused_with_what_would_be_one() {
    let mut scene = scene(&[]);
    let wrong = scene.says("hours", Answer::Yes);
    assert!(matches!(&wrong, Err(AccessError::NoAnswer { sentence }) if sentence.contains("number")), "{wrong:?}");
    assert!(matches!(scene.says("no-such-question", Answer::Yes), Err(AccessError::NoValue)));
    assert!(scene.hearing().given.is_empty());
}

#[test]
fn what_somebody_was_made_to_do_is_kept_by_who_reads_testimony_alone_and_changes_nothing() {
    let mut scene = scene(&[]);
    let said = || Answer::Text("A statement that nobody else opens.".into());
    assert!(matches!(scene.says("statement-tasks", said()), Err(AccessError::Refused { .. })));
    let mut maly = scene.house.enter("maly", Role::ProtectionOfficer, Some(0));
    let case = scene.case;
    scene.house.run(&mut maly, |cx| answer(cx, case, "statement-tasks", said())).unwrap();
    let theirs = scene.house.run(&mut maly, |cx| read(cx, case)).unwrap();
    assert_eq!((theirs.given.len(), scene.hearing().given.len()), (1, 0), "the caseworker does not see it");
    let with = theirs.assessment(Instruments::shipped()).unwrap();
    let without = scene.hearing().assessment(Instruments::shipped()).unwrap();
    assert_eq!((with.finding, with.shown.len()), (without.finding, without.shown.len()));
}

#[test]
fn clocks_run_from_the_incident_and_the_desk_tells_the_same_urgency() {
    let mut scene = scene(&[Sign::NoShelter]);
    assert_eq!(scene.hearing().urgency(Instruments::shipped(), scene.house.now).level, Level::P2, "sleeping rough");
    let desks = Desks::default();
    let desk = desks.open(&scene.house.store, &scene.sokha, scene.house.now).unwrap();
    scene.says("sexual-violence", Answer::Yes).unwrap();
    let incident = scene.house.now.plus_hours(-40);
    scene.says("sexual-violence-when", Answer::When(When::At(incident))).unwrap();
    let now = scene.house.now;
    let hearing = scene.hearing();
    let urgency = hearing.urgency(Instruments::shipped(), now);
    assert_eq!(urgency.level, Level::P1);
    let left: Vec<_> = urgency.clocks.iter().map(|clock| (clock.window.hours, clock.left.hours())).collect();
    assert_eq!(left, [(72, Some(31)), (120, Some(79))]);
    let on_desk = fresh(&desk, &scene.house.store, now, |desk| desk.line(scene.case).unwrap().urgency(now)).unwrap();
    let carried =
        |urgency: &screening::triage::Urgency| urgency.carried_by.iter().map(|one| one.concern).collect::<Vec<_>>();
    assert_eq!((on_desk.level, carried(&on_desk)), (Level::P1, vec![Concern::SexualViolence, Concern::SleepingRough]));
    assert_eq!((on_desk.due, &on_desk.clocks), (urgency.due, &urgency.clocks));
    scene.says("sexual-violence-when", Answer::DoesNotKnow).unwrap();
    let unknown = scene.hearing().urgency(Instruments::shipped(), now);
    assert_eq!((unknown.level, unknown.clocks[0].left), (Level::P1, Left::Unknown), "an unknown time counts as inside");
}

#[test]
fn a_status_is_set_by_a_named_person_with_a_reason_and_goes_out_under_its_official_name() {
    let mut scene = scene(&[]);
    let case = scene.case;
    let decision = |by: &str, because: &str| Decision {
        status: Status::Actual,
        by: by.into(),
        body: Body::Ngo,
        because: because.into(),
    };
    for (by, because) in [(" ", "Reasons"), ("M. Invented, protection officer", "")] {
        let refused = scene.house.run(&mut scene.sokha, |cx| decide(cx, case, decision(by, because)));
        assert!(matches!(refused, Err(AccessError::Unfit(_))));
    }
    let whole = decision("M. Invented, protection officer", "Act, means and purpose are shown.");
    scene.house.run(&mut scene.sokha, |cx| decide(cx, case, whole.clone())).unwrap();
    scene.house.run(&mut scene.sokha, |cx| attend(cx, case, Attended { note: None })).unwrap();
    scene.says("as-promised", Answer::No).unwrap();
    assert_eq!(scene.hearing().decision.map(|(_, decision)| decision), Some(whole));
    let wanted = htcds::Wanted { protection: true, ..htcds::Wanted::default() };
    let out = scene.house.run(&mut scene.sokha, |cx| {
        let mut export = htcds::Export::begin(cx, wanted.clone())?;
        export.step(cx)?;
        export.finish(cx)
    });
    let text = out.unwrap().0["records"].to_string();
    assert!(text.contains("\"vic_TraffickingStatus\":\"ActualVictimOfTrafficking\""), "{text}");
    assert!(!text.contains("heard") && !text.contains("null") && !text.contains("as-promised"), "{text}");
}

#[test]
fn who_holds_no_key_of_protection_hears_nobody() {
    let mut scene = scene(&[]);
    let case = scene.case;
    for role in [Role::ConsularOfficer, Role::ShelterManager, Role::Outreach, Role::FundManager] {
        let mut keys = scene.house.enter(role.key(), role, Some(0));
        let refused = scene.house.run(&mut keys, |cx| read(cx, case));
        assert!(matches!(refused, Err(AccessError::Refused { .. })), "{}", role.key());
    }
}

#[test]
fn one_member_at_a_time_hears_somebody_and_the_next_person_is_another() {
    let mut scene = scene(&[]);
    let first = scene.case;
    let arrival = Arrival { names: vec!["Samuel Invented".into()], consent: Consent::Spoken, ..Arrival::default() };
    let second = scene.house.run(&mut scene.sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    let mut dara = scene.house.enter("dara", Role::Caseworker, Some(0));
    let queue = [first, second];
    let mine = scene.house.run(&mut scene.sokha, |cx| begin_next(cx, &queue)).unwrap();
    let theirs = scene.house.run(&mut dara, |cx| begin_next(cx, &queue)).unwrap();
    assert_eq!((mine, theirs), (Some(first), Some(second)));
    assert_eq!(scene.house.run(&mut dara, |cx| begin_next(cx, &queue)).unwrap(), None, "nobody is left");
    let refused = scene.house.run(&mut dara, |cx| answer(cx, first, "as-promised", Answer::No));
    assert!(matches!(refused, Err(AccessError::BeingHeard { .. })), "{refused:?}");
    assert!(scene.house.run(&mut dara, |cx| begin(cx, first)).is_err());
    scene.says("as-promised", Answer::No).unwrap();

    scene.house.run(&mut dara, |cx| release(cx, first)).unwrap();
    assert_eq!(scene.house.run(&mut dara, claims).unwrap().len(), 2, "nobody releases another's claim");
    scene.house.run(&mut scene.sokha, |cx| release(cx, first)).unwrap();
    scene.house.run(&mut dara, |cx| begin(cx, first)).unwrap();
    assert!(scene.says("left-freely", Answer::No).is_err());

    scene.house.now = scene.house.now.plus_millis(31 * 60_000);
    scene.says("left-freely", Answer::No).unwrap();
    let now = scene.house.now;
    let forgotten = scene.house.store.write(|tx| forget_over(tx, now)).unwrap();
    assert_eq!(forgotten, 1, "the one whom Dara left stands no more; Sokha's was renewed");
    assert_eq!(scene.house.run(&mut dara, |cx| begin_next(cx, &queue)).unwrap(), Some(second));
}

/// A program that never saw the answer sends the same again.
#[test]
fn what_comes_again_under_its_id_is_kept_once_and_the_first_to_come_counts() {
    let mut scene = scene(&[]);
    let case = scene.case;
    let event = EventId::new(scene.house.now, &mut scene.house.rng);
    let says = |scene: &mut Scene, question: &str, said: Answer| {
        scene.house.run(&mut scene.sokha, |cx| answer_once(cx, Some(event), case, question, said))
    };
    assert_eq!(says(&mut scene, "as-promised", Answer::No).unwrap(), Kept::Now(event));
    scene.says("as-promised", Answer::Yes).unwrap();
    assert_eq!(says(&mut scene, "as-promised", Answer::No).unwrap(), Kept::Before(event));
    let hearing = scene.hearing();
    assert_eq!((hearing.given.len(), &hearing.given[0].heard.answer), (1, &Answer::Yes), "what came later stands");
    for (question, why) in [("left-freely", "another question"), ("forced-work", "and another")] {
        assert!(matches!(says(&mut scene, question, Answer::No), Err(AccessError::EventTaken)), "{why}");
    }
    let noted = Attended { note: Some("Seen.".into()) };
    let taken = scene.house.run(&mut scene.sokha, |cx| attend_once(cx, Some(event), case, noted));
    assert!(matches!(taken, Err(AccessError::EventTaken)), "no note is lost behind an id that is used up");
    let mut dara = scene.house.enter("dara", Role::Caseworker, Some(0));
    scene.house.run(&mut scene.sokha, |cx| release(cx, case)).unwrap();
    let theirs = scene.house.run(&mut dara, |cx| answer_once(cx, Some(event), case, "as-promised", Answer::No));
    assert!(matches!(theirs, Err(AccessError::EventTaken)));
}

/// Hours that are left are counted from the time of the answer, which the id says.
#[test]
fn an_id_from_a_clock_that_is_ahead_is_refused() {
    let mut scene = scene(&[]);
    let case = scene.case;
    let ahead = EventId::new(scene.house.now.plus_hours(1), &mut scene.house.rng);
    let kept = scene.house.run(&mut scene.sokha, |cx| answer_once(cx, Some(ahead), case, "as-promised", Answer::No));
    assert!(matches!(kept, Err(AccessError::Unfit(sentence)) if sentence.contains("clock")));
    assert!(scene.hearing().given.is_empty());
}

#[test]
fn what_is_taken_back_carries_nothing_any_more_and_is_not_asked_again() {
    let mut scene = scene(&[]);
    let case = scene.case;
    for (question, said) in [("as-promised", Answer::No), ("left-freely", Answer::No), ("forced-work", Answer::Yes)] {
        scene.says(question, said).unwrap();
    }
    assert_eq!(scene.finding(), Finding::PresumedVictim);
    scene.house.run(&mut scene.sokha, |cx| take_back(cx, None, case, "forced-work")).unwrap();
    assert_eq!(scene.finding(), Finding::MoreInformationNeeded);
    let hearing = scene.hearing();
    let guide = hearing.guide(Instruments::shipped());
    let waiting = guide.to_ask(&hearing.answers(guide), hearing.card(), false);
    assert!(waiting.iter().all(|question| question.id != "forced-work"));
    let nothing = scene.house.run(&mut scene.sokha, |cx| take_back(cx, None, case, "debt"));
    assert!(matches!(nothing, Err(AccessError::NoValue)), "what was not said is not taken back");
}

#[test]
fn an_instrument_of_ones_own_is_looked_through_kept_in_every_version_and_counts() {
    let rows = |rows: &[&[&str]]| -> screening::xlsform::Rows {
        let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
        rows.iter().enumerate().map(|(at, row)| (at as u32 + 1, cells(row))).collect()
    };
    let form = |version: &str, label: &str| screening::xlsform::Form {
        survey: rows(&[
            &["type", "name", "label", "indicator", "part"],
            &["select_one yes_no", "locked_in", label, "ILO11.03", "protection"],
            &["text", "said", "In their own words", "", "protection"],
        ]),
        choices: rows(&[&["list_name", "name", "label"], &["yes_no", "yes", "Yes"], &["yes_no", "no", "No"]]),
        settings: rows(&[&["form_id", "form_title", "version"], &["harbour", "Harbour's questions", version]]),
    };
    let mut scene = scene(&[]);
    let case = scene.case;
    let first = form("1", "Were you locked in?");
    let refused = scene.house.run(&mut scene.sokha, |cx| add_form(cx, &first));
    assert!(matches!(refused, Err(AccessError::Refused { .. })), "a caseworker brings none");
    let mut maly = scene.house.enter("maly", Role::ProtectionOfficer, Some(0));
    let unread = screening::xlsform::Form {
        survey: rows(&[&["type", "name", "label"], &["geopoint", "where", "Where"]]),
        ..first.clone()
    };
    assert!(!scene.house.run(&mut maly, |cx| add_form(cx, &unread)).unwrap().unwrap_err().is_empty());
    assert_eq!(scene.house.run(&mut maly, |cx| add_form(cx, &first)).unwrap().unwrap(), ("harbour".into(), 1));
    scene.house.store.write(refresh).unwrap();
    let before = scene.hearing().assessment(instruments()).unwrap().shown.len();
    scene.house.run(&mut scene.sokha, |cx| answer_to(cx, case, "harbour", "locked_in", Answer::Yes)).unwrap();
    assert!(scene.hearing().assessment(instruments()).unwrap().shown.len() > before, "it counts");

    let again = scene.house.run(&mut maly, |cx| add_form(cx, &first)).unwrap();
    assert!(again.unwrap_err()[0].sentence.contains("raise the version"));
    scene.house.run(&mut maly, |cx| add_form(cx, &form("2", "Was the door locked?"))).unwrap().unwrap();
    scene.house.store.write(refresh).unwrap();
    assert_eq!(own().iter().map(|one| one.version).collect::<Vec<_>>(), [2]);
    let hearing = scene.hearing();
    let asked = hearing.form(instruments(), "harbour").unwrap();
    assert_eq!((asked.version, asked.questions[0].wording.as_str()), (1, "Were you locked in?"), "as it was begun");
    assert!(hearing.assessment(instruments()).unwrap().shown.len() > before);
    let kept = scene.house.run(&mut scene.sokha, forms).unwrap();
    assert_eq!(kept.iter().map(|one| (one.version, one.carrying)).collect::<Vec<_>>(), [(2, 1), (1, 1)]);
}
