use super::*;

#[test]
fn a_link_shows_what_was_agreed_once_and_its_answer_is_taken_in() {
    let mut scene = scene();
    let elsewhere = Recipient::Outside { id: None, name: "Harbour Fund".into(), kind: crate::consent::Kind::Other };
    let case = scene.case;
    let (file, link) = scene
        .house
        .run(&mut scene.sokha, |cx| {
            let grant = Grant {
                purpose: Service::Ticket,
                recipient: elsewhere.clone(),
                items: vec![Item::Names],
                given: Given::Spoken,
                language: None,
                interpreter: None,
                until: None,
                safe: false,
                standing: Standing::Given,
            };
            give(cx, case, grant)?;
            let file = refer(cx, case, &elsewhere, &[Item::Names], ask(Service::Ticket))?.file;
            Ok((file, make_link(cx, file)?.secret))
        })
        .unwrap();
    let open = |scene: &Scene, secret: &str| scene.house.store.write(|tx| open_link(tx, secret, scene.house.now));
    let shown = open(&scene, &link.to_lowercase()).unwrap();
    assert_eq!(shown.facts, [Fact::Names(vec!["Canary Alemu".into()])]);
    assert!(matches!(open(&scene, "AAAAAAAAAAAAAAAAAAAAAAAAAA"), Err(AccessError::NoLink)));

    let said = refusal(Reason::NoFunds);
    let now = scene.house.now;
    let mut rng = rehearsal::TestRng(77);
    scene.house.store.write(|tx| answer_link(tx, &link, said.clone(), now, &mut rng)).unwrap();
    assert!(matches!(open(&scene, &link), Err(AccessError::NoLink)), "it ends with the answer");
    assert_eq!(scene.house.run(&mut scene.sokha, take_in).unwrap(), 1);
    assert_eq!(scene.house.run(&mut scene.sokha, take_in).unwrap(), 0);
    let heard = scene.house.run(&mut scene.sokha, |cx| view(cx, file)).unwrap().referral.answer.unwrap();
    assert_eq!(heard, Answer { heard: Heard::Link, ..said });
}

#[test]
fn a_link_ends_with_its_time_with_a_newer_one_and_with_the_consent() {
    let mut scene = scene();
    let elsewhere = Recipient::Outside { id: None, name: "Harbour Fund".into(), kind: crate::consent::Kind::Other };
    let need = NeedAsked { ask: ask(Service::Food), to: elsewhere, people: 9, nationality: None, place: None };
    let file = scene.house.run(&mut scene.sokha, |cx| ask_for_need(cx, need)).unwrap().file;
    let link = |scene: &mut Scene| scene.house.run(&mut scene.sokha, |cx| make_link(cx, file)).unwrap();
    let (old, new) = (link(&mut scene), link(&mut scene));
    let opens =
        |scene: &Scene, link: &Link, at: Instant| scene.house.store.write(|tx| open_link(tx, &link.secret, at)).is_ok();
    let now = scene.house.now;
    assert!(!opens(&scene, &old, now) && opens(&scene, &new, now));
    assert!(!opens(&scene, &new, new.expires));
    scene.house.run(&mut scene.sokha, |cx| withdraw(cx, file)).unwrap();
    assert!(!opens(&scene, &new, now));
}
