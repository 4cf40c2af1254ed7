//! Urgent words in a remark. They raise a sign to be asked about; a remark proves nothing.

use super::words::Words;
use base::Sign;
use std::collections::BTreeSet;

/// A sign, its list of words, and the list of what holds such a word and says something else.
const SIGNS: [(Sign, &str, &str); 6] = [
    (Sign::Hurt, "hurt", "not-hurt"),
    (Sign::Ill, "ill", "not-ill"),
    (Sign::Pregnant, "pregnant", "not-pregnant"),
    (Sign::Minor, "minor", "not-minor"),
    (Sign::Threatened, "threatened", "not-threatened"),
    (Sign::NoShelter, "no-shelter", "not-no-shelter"),
];

pub fn in_remark(remark: &str) -> BTreeSet<Sign> {
    // A "no" reaches to the end of its clause.
    let clauses = remark.split(|c| ",;.!\n、，。；！،؛।។።፣፤/()（）+&".contains(c));
    clauses.flat_map(in_clause).collect()
}

fn in_clause(clause: &str) -> BTreeSet<Sign> {
    let words = Words::of(clause);
    let hits: Vec<_> = words.hits().collect();
    let of = |list: &'static str| hits.iter().filter(move |hit| hit.of == list);
    let raised = SIGNS.iter().filter(|(sign, list, other)| {
        of(list).any(|hit| {
            let meant_otherwise = of(other).any(|o| o.holds(hit));
            // Words for having no shelter state a lack themselves.
            let is_part = of(list).any(|o| o.holds(hit));
            !meant_otherwise && !is_part && (*sign == Sign::NoShelter || !words.denies(hit))
        })
    });
    raised.map(|(sign, ..)| *sign).collect()
}
