//! Somebody has the whole database, and the passphrase of one member, and nobody's permission: no code of this program
//! decides what they see. Every sealed byte is tried with every key that can be had.

use crate::need_to_know::{Scene, scene};
use access::Role;
use access::keyring::case_key_place;
use base::{CaseId, EventId, UserId};
use std::collections::BTreeSet;
use store::{Row, Sql, sql};
use vault::seal::{Context, event_context, open};
use vault::{Compartment, DataKey, Private, Reader, passphrase};

/// Where something sealed lies.
struct Place {
    case: CaseId,
    part: Compartment,
    generation: i64,
}

impl Place {
    fn read(row: &Row, first: usize) -> Result<Place, store::StoreError> {
        let part = Compartment::from_number(row.int(first + 1)?).expect("a part");
        Ok(Place { case: row.id(first, CaseId::read)?, part, generation: row.int(first + 2)? })
    }
}

/// What somebody can have who takes the machine away.
struct Dump {
    wrapped_keys: Vec<(Place, Vec<u8>)>,
    payloads: Vec<(Place, EventId, Vec<u8>)>,
    summaries: Vec<(Place, i64, Vec<u8>)>,
    member_keys: Vec<(UserId, Compartment, Vec<u8>)>,
}

impl Dump {
    fn of(scene: &Scene) -> Dump {
        fn all<T>(
            scene: &Scene,
            statement: &'static Sql,
            read: impl Fn(&Row) -> Result<T, store::StoreError>,
        ) -> Vec<T> {
            scene.house.store.read(|tx| tx.all(statement, &[], |row| read(row))).unwrap()
        }
        let keys = sql!(
            "select case_id, compartment, generation, wrapped from case_key order by holder, case_id, compartment, generation"
        );
        let payloads = sql!(
            "select e.case_id, p.compartment, p.generation, p.event_id, p.sealed from payload p
              join event e on e.id = p.event_id order by p.event_id"
        );
        let summaries = sql!(
            "select case_id, compartment, generation, position, sealed from summary order by case_id, compartment"
        );
        let member_keys =
            sql!("select member_id, compartment, wrapped from member_key order by member_id, compartment");
        Dump {
            wrapped_keys: all(scene, keys, |row| Ok((Place::read(row, 0)?, row.blob(3)?))),
            payloads: all(scene, payloads, |row| Ok((Place::read(row, 0)?, row.id(3, EventId::read)?, row.blob(4)?))),
            summaries: all(scene, summaries, |row| Ok((Place::read(row, 0)?, row.int(3)?, row.blob(4)?))),
            member_keys: all(scene, member_keys, |row| {
                let part = Compartment::from_number(row.int(1)?).expect("a part");
                Ok((row.id(0, UserId::read)?, part, row.blob(2)?))
            }),
        }
    }

    /// Every part of every case of which anything opens, with the own private key as the only one to begin with.
    fn opened_with(&self, own: Private) -> BTreeSet<(CaseId, Compartment)> {
        let mut readers = vec![Reader::new(own)];
        let mut news = true;
        let mut left: Vec<_> = self.member_keys.iter().collect();
        while std::mem::take(&mut news) {
            left.retain(|(member, part, wrapped)| {
                let place = [member.as_bytes().as_slice(), &[*part as u8]].concat();
                let opened = readers.iter_mut().find_map(|key| key.unwrap(wrapped, Context::Place(&place)).ok());
                let Some(private) = opened else { return true };
                readers.push(Reader::new(Private::from_slice(&private).unwrap()));
                news = true;
                false
            });
        }
        let mut keys: Vec<DataKey> = Vec::new();
        for (place, wrapped) in &self.wrapped_keys {
            let bytes = case_key_place(place.case, place.part, place.generation);
            keys.extend(readers.iter_mut().filter_map(|key| key.unwrap_key(wrapped, Context::Place(&bytes)).ok()));
        }
        let opens =
            |context: &[u8], sealed: &[u8]| keys.iter().any(|key| open(key, Context::Place(context), sealed).is_ok());
        let mut opened = BTreeSet::new();
        for (place, event, sealed) in &self.payloads {
            if opens(&event_context(place.case, *event, place.part, place.generation), sealed) {
                opened.insert((place.case, place.part));
            }
        }
        for (place, position, sealed) in &self.summaries {
            let context = [
                place.case.as_bytes().as_slice(),
                &[place.part as u8],
                &place.generation.to_be_bytes(),
                &position.to_be_bytes(),
            ];
            if opens(&context.concat(), sealed) {
                opened.insert((place.case, place.part));
            }
        }
        opened
    }
}

/// The private key that a passphrase opens, straight from the row.
fn own_key(scene: &Scene, name: &str, phrase: &str) -> Private {
    let row = sql!("select id, salt, sealed_keys from member where name = $1");
    let read = |row: &Row| Ok((row.id(0, UserId::read)?, row.blob(1)?, row.blob(2)?));
    let (member, salt, sealed) = scene.house.store.read(|tx| tx.one(row, &[name.into()], read)).unwrap().unwrap();
    let key = passphrase::key(phrase, &salt.try_into().unwrap());
    let secrets = open(&key, Context::of(&[b"member", member.as_bytes()]), &sealed).unwrap();
    Private::from_slice(&secrets[..32]).unwrap()
}

#[test]
fn sec06_a_dump_and_one_passphrase_open_exactly_the_parts_of_that_role() {
    let mut scene = scene();
    let roles: Vec<_> = Role::of_people()
        .map(|role| (role, scene.house.add(role.key(), role, role.in_a_team().then_some(0)).passphrase))
        .collect();
    let dump = Dump::of(&scene);
    let filled: BTreeSet<_> = dump.summaries.iter().map(|(place, ..)| (place.case, place.part)).collect();
    assert!(filled.len() >= 12, "there is something to open in every part of four cases and files");
    for (role, phrase) in roles {
        let opened = dump.opened_with(own_key(&scene, role.key(), &phrase));
        let wanted: BTreeSet<_> = [scene.ours, scene.referred_to_us, scene.asked_by_us]
            .into_iter()
            .flat_map(|case| role.reads().iter().map(move |part| (case, *part)))
            .filter(|one| filled.contains(one))
            .collect();
        assert_eq!(opened, wanted, "{}", role.key());
        assert!(opened.iter().all(|(case, _)| *case != scene.theirs), "nothing of another team's case");
    }
}
