use super::*;

/// A referral as the ledger counts it: newest first, `n` for the case and the file.
fn counted(n: u8, to: &str, service: Service, people: u32, outcome: Option<Outcome>) -> Referral {
    let request = Request {
        service,
        from: base::TeamId::from_bytes([1; 16]),
        to: Recipient::Outside { id: None, name: to.into(), kind: crate::consent::Kind::Other },
        items: vec![],
        code: None,
        people,
        urgency: Urgency::Week,
        due: 0,
        note: None,
        escalated: 0,
        withdrawn: false,
    };
    let answer = outcome.map(|outcome| Answer { outcome, verbatim: None, said_by: None, heard: Heard::Told });
    let asked_at = Instant::from_millis(0);
    Referral {
        file: CaseId::from_bytes([n; 16]),
        from: request.from,
        request: Some(request),
        case: (people == 1).then_some(CaseId::from_bytes([n; 16])),
        after: None,
        nationality: Country::from_iso3("UGA"),
        place: Some("Bavet".into()),
        state: if answer.is_some() { State::Answered } else { State::Silent },
        answered_at: answer.as_ref().map(|_| Instant::from_millis(3 * 3_600_000)),
        answer,
        asked_at,
        due_at: asked_at,
        withdrawn_at: None,
        deleted_at: None,
        deleted_by: None,
    }
}

#[test]
fn the_ledger_counts_people_answers_and_what_nobody_gave() {
    let full = Some(Outcome::Refused(Reason::Full));
    let helped_later = Referral {
        after: Some(CaseId::from_bytes([4; 16])),
        ..counted(5, "B", Service::Shelter, 1, Some(Outcome::Accepted))
    };
    let all = [
        helped_later,
        counted(4, "A", Service::Shelter, 1, full),
        counted(3, "A", Service::Shelter, 12, full),
        counted(2, "A", Service::Ticket, 1, None),
    ];
    let ledger = Ledger::of(&all);
    let refused = ledger.entries.iter().find(|entry| entry.became == Became::Refused(Reason::Full)).unwrap();
    assert_eq!((refused.requests, refused.people, refused.hours), (2, 13, Some(3)));
    let unmet: Vec<_> = ledger.by_service.iter().map(|one| (one.of, one.people)).collect();
    assert_eq!(unmet, [(Service::Shelter, 12), (Service::Ticket, 1)], "who was helped elsewhere is not counted");
}

#[test]
fn what_leaves_the_team_shows_no_small_number() {
    let refused = |reason| Some(Outcome::Refused(reason));
    let mut all = vec![counted(1, "A", Service::Medical, 7, refused(Reason::Full))];
    all.extend((2..5).map(|n| counted(n, "B", Service::Shelter, 1, refused(Reason::NoFunds))));
    all.extend((5..8).map(|n| counted(n, "C", Service::Shelter, 1, None)));
    all.push(counted(8, "D", Service::Ticket, 4, None));
    let shown = Ledger::of(&all).for_others();
    assert!(shown.entries.iter().all(|entry| entry.people >= FEWEST));
    let together = shown.entries.iter().find(|entry| entry.service == Service::Shelter).unwrap();
    assert_eq!(together.people, 5, "three and three are shown together, without saying of whom, to the nearest five");
    assert!(!shown.entries.iter().any(|entry| entry.service == Service::Ticket));
    assert!(shown.by_service.iter().all(|one| one.people >= FEWEST));
}
