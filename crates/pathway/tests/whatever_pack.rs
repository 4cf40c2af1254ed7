//! Packs that nobody wrote: any graph of steps is planned soundly, or refused with what is wrong with it.

use crate::properties::{doing_never_delays, is_sound};
use crate::situations::any_situation;
use pathway::Pack;
use pathway::pack::files;
use proptest::prelude::*;
use std::collections::BTreeMap;

const STEPS: usize = 12;
const CONDITIONS: [&str; 4] = ["", "", "holds-passport", "fine-waived & adult | visa-valid"];
const CONTACTS: [&str; 6] = ["", "mission", "authority", "police;mission", "fund", "home-state"];
const ORIGIN: &str = "invented for a test,2026-01-01,low,,";

/// What makes a step: needs as bits, a group of alternatives, when it is skipped, whom it tells, days.
type Seed = (u16, u16, usize, usize, u8, bool);

fn row(at: usize, seed: &Seed, backwards: Option<usize>) -> String {
    let (needs, group, condition, contact, days, working) = *seed;
    let before = |bits: u16| (0..at).filter(move |other| bits & (1 << other) != 0).map(|other| format!("s{other:02}"));
    let mut all: Vec<String> = before(needs).collect();
    all.extend(backwards.map(|other| format!("s{other:02}")));
    let any: Vec<String> = before(group).collect();
    // Safety and consent come before everybody else.
    let (first, condition, contact) = match at {
        0 => ("", "", ""),
        1 => ("s00;", "", ""),
        _ => ("s00;s01;", CONDITIONS[condition], CONTACTS[contact]),
    };
    let likely = u32::from(days);
    format!(
        "s{at:02},Step {at},return-with-help;self-paid,{first}{},{},{condition},caseworker,{contact},{},{likely},{},{},{},,,,,{ORIGIN}\n",
        all.join(";"),
        any.join("|"),
        likely / 2,
        likely * 3,
        if working { "yes" } else { "no" },
        if at.is_multiple_of(3) { "yes" } else { "no" },
    )
}

fn tables(seeds: &[Seed], back: Option<(usize, usize)>) -> BTreeMap<String, String> {
    let mut tables = files("mmr-tha");
    for small in ["deadlines.csv", "fees.csv"] {
        tables.remove(small);
    }
    let heading = files("khm")["steps.csv"].lines().next().unwrap().to_owned();
    let backwards = |at: usize| back.filter(|(from, _)| *from == at).map(|(_, to)| to);
    let rows: String = seeds.iter().enumerate().map(|(at, seed)| row(at, seed, backwards(at))).collect();
    tables.insert("steps.csv".to_owned(), format!("{heading}\n{rows}"));
    let ways = "way,title,ends_with,note,source,as_of,confidence,checked_by,checked_on";
    let last = seeds.len() - 1;
    let ways =
        format!("{ways}\nreturn-with-help,A way,s{last:02},,{ORIGIN}\nself-paid,Another,s{:02},,{ORIGIN}\n", last - 1);
    tables.insert("ways.csv".to_owned(), ways);
    let basics = tables["pack.csv"].replace("safety-step,safety,", "safety-step,s00,");
    let basics = basics.replace("consent-step,consent,", "consent-step,s01,");
    // What other packs say of lists and documents of missions is about steps that these do not have.
    let named = ["waiver-step", "identity-step", "document-step"];
    let lists = |line: &&str| !named.iter().any(|key| line.starts_with(key));
    let basics: Vec<&str> = basics.lines().filter(lists).collect();
    tables.insert("pack.csv".to_owned(), basics.join("\n") + "\n");
    tables
}

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let seed = (any::<u16>(), any::<u16>(), 0..CONDITIONS.len(), 0..CONTACTS.len(), 0u8..40, any::<bool>());
    proptest::collection::vec(seed, 3..STEPS)
}

proptest! {
    #[test]
    fn any_graph_is_planned_soundly(
        (pack, situations) in seeds().prop_flat_map(|seeds| {
            let pack = Pack::read(&tables(&seeds, None)).expect("steps need earlier ones alone");
            let situations = proptest::collection::vec(any_situation(&pack), 4);
            (Just(pack), situations)
        })
    ) {
        for situation in &situations {
            is_sound(&pack, situation)?;
            doing_never_delays(&pack, situation)?;
        }
    }

    #[test]
    fn a_circle_anywhere_is_refused_and_named(seeds in seeds(), from in 2usize..STEPS, further in 1usize..STEPS) {
        let (last, from) = (seeds.len() - 1, 2.max(from % seeds.len()));
        let to = from + further % (last - from + 1);
        let mut seeds = seeds;
        // The later one needs the earlier, and the earlier now needs the later.
        seeds[to].0 |= 1 << from;
        let troubles = Pack::read(&tables(&seeds, Some((from, to)))).expect_err("it goes round");
        let said = troubles.iter().map(ToString::to_string).find(|one| one.contains("in a circle")).unwrap();
        let cycle = said.split(": ").last().unwrap().trim_end_matches('.');
        let ids: Vec<&str> = cycle.split(" → ").collect();
        prop_assert!(ids.len() >= 2 && ids.first() == ids.last(), "{said}");
        prop_assert!(cycle.contains(&format!("s{from:02} → s{to:02}")) || ids.len() > 2, "{said}");
    }
}
