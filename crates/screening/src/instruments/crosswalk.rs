//! What indicators are evidence of, when a dimension is positive, and what dimensions mean together.

use super::indicator::{Class, Dimension, Indicators};
use crate::bits::Bits;
use crate::finding::{Counts, Finding};
use crate::rules::{Combination, Link};
use base::table::{Row, Trouble, rows, several};
use std::collections::{BTreeMap, BTreeSet};

const OF_THE_CROSSWALK: [&str; 7] = ["evidence", "element", "together_with", "for", "reason", "source", "as_of"];
const OF_THE_RULE: [&str; 8] = ["id", "strong", "medium", "weak", "says", "caveat", "source", "as_of"];
const OF_COMBINATIONS: [&str; 7] = ["id", "needs", "for", "finding", "says", "source", "as_of"];

/// A row whose evidence counts only beside something else.
const GROUP: &str = "group.";
/// A row that says why something is evidence of nothing.
const NONE: &str = "none";

/// The rows of the crosswalk. Every indicator stands in it: what is evidence of nothing says why.
pub(super) fn links(file: &str, text: &str, known: &Indicators, troubles: &mut Vec<Trouble>) -> Vec<Link> {
    let all = rows(file, text, &OF_THE_CROSSWALK, troubles);
    let mut groups: BTreeMap<String, Bits> = BTreeMap::new();
    for row in all.iter().filter(|row| row.get("element").starts_with(GROUP)) {
        match evidence(row, known).and_then(|number| reasoned(row).map(|_| number)) {
            Ok(number) => groups.entry(row.get("element").to_owned()).or_default().put(number),
            Err(trouble) => troubles.push(trouble),
        }
    }
    let mut links = Vec::new();
    for row in all.iter().filter(|row| !row.get("element").starts_with(GROUP)) {
        match link(row, known, &groups) {
            Ok(link) => links.extend(link),
            Err(trouble) => troubles.push(trouble),
        }
    }
    let named: BTreeSet<&str> = all.iter().map(|row| row.get("evidence")).collect();
    let unnamed = known.all.iter().filter(|one| one.element.is_none() && !named.contains(one.id.as_str()));
    troubles.extend(unnamed.map(|one| {
        let says = format!(
            "“{}” is evidence of nothing here, and no row says why. Write a row; “none” with a reason is one.",
            one.id
        );
        Trouble::new(file, 0, "evidence", says)
    }));
    links
}

fn evidence(row: &Row, known: &Indicators) -> Result<u8, Trouble> {
    let id = row.get("evidence");
    let dimension = Dimension::from_key(id).map(Dimension::bit);
    let unknown = || row.wrong("evidence", format!("There is no indicator and no dimension “{id}”."));
    dimension.or_else(|| known.number(id)).ok_or_else(unknown)
}

fn reasoned(row: &Row) -> Result<(String, String), Trouble> {
    row.date("as_of")?;
    Ok((row.full("reason")?, row.full("source")?))
}

/// For whom a row holds: everybody, or children alone.
fn for_children(row: &Row) -> Result<bool, Trouble> {
    match row.get("for") {
        "all" => Ok(false),
        "child" => Ok(true),
        other => Err(row.wrong("for", format!("“{other}” is nobody. Write all or child."))),
    }
}

fn link(row: &Row, known: &Indicators, groups: &BTreeMap<String, Bits>) -> Result<Option<Link>, Trouble> {
    let number = evidence(row, known)?;
    let (reason, source) = reasoned(row)?;
    let id = row.get("element");
    if id == NONE {
        return Ok(None);
    }
    let unknown = || {
        row.wrong(
            "element",
            format!("There is no part of the legal test “{id}”. Write one of the file “palermo”, or none."),
        )
    };
    let element = known.number(id).ok_or_else(unknown)?;
    let (class, _) = known.all[usize::from(element)].element.clone().ok_or_else(unknown)?;
    let mut beside = Bits::default();
    for part in several(row.get("together_with")) {
        let one = groups.get(part).copied().or_else(|| known.number(part).map(|one| Bits::of([one])));
        let unknown = || row.wrong("together_with", format!("There is no indicator and no group “{part}”."));
        beside = beside.and(one.ok_or_else(unknown)?);
    }
    // Nothing counts beside itself: one answer alone must not seem to be two.
    let together = (!row.get("together_with").is_empty()).then(|| beside.without(number));
    Ok(Some(Link { evidence: number, element, class, together, for_children: for_children(row)?, reason, source }))
}

/// A part of the legal test that was itself answered is evidence of itself.
pub(super) fn named_directly(known: &Indicators) -> Vec<Link> {
    let element = |(number, one): (usize, &super::Indicator)| {
        let (class, article) = one.element.clone()?;
        Some(Link {
            evidence: number as u8,
            element: number as u8,
            class,
            together: None,
            for_children: false,
            reason: one.text.clone(),
            source: format!("Palermo Protocol {article}"),
        })
    };
    known.all.iter().enumerate().filter_map(element).collect()
}

/// The least counts with which a dimension is positive.
pub(super) fn minima(file: &str, text: &str, troubles: &mut Vec<Trouble>) -> Vec<Counts> {
    let minimum = |row: &Row| {
        row.date("as_of")?;
        [row.full("id")?, row.full("says")?, row.full("caveat")?, row.full("source")?].into_iter().for_each(drop);
        let counts = Counts { strong: row.number("strong")?, medium: row.number("medium")?, weak: row.number("weak")? };
        let alone = counts.strong + counts.medium + counts.weak < 2;
        if alone { Err(row.wrong("strong", "One indicator alone makes no dimension positive.")) } else { Ok(counts) }
    };
    let read = rows(file, text, &OF_THE_RULE, troubles);
    read.iter().filter_map(|row| minimum(row).map_err(|trouble| troubles.push(trouble)).ok()).collect()
}

pub(super) fn combinations(file: &str, text: &str, troubles: &mut Vec<Trouble>) -> Vec<Combination> {
    let mut all: Vec<Combination> = Vec::new();
    for row in rows(file, text, &OF_COMBINATIONS, troubles) {
        match combination(&row) {
            // The first that fits is taken: were a lower one above a higher one, a further answer could lower the result.
            Ok(one) if all.last().is_some_and(|before| before.finding < one.finding) => {
                troubles.push(
                    row.wrong(
                        "finding",
                        "A stronger combination stands below a weaker one. Write the strongest first.",
                    ),
                );
            }
            Ok(one) => all.push(one),
            Err(trouble) => troubles.push(trouble),
        }
    }
    all
}

/// "D1|D2 + D4 + act": each part is one of several dimensions, or a class of the legal test.
fn combination(row: &Row) -> Result<Combination, Trouble> {
    row.date("as_of")?;
    let bit = |name: &str| {
        let name = name.trim();
        let found = Dimension::from_key(name).map(Dimension::bit).or(Class::from_key(name).map(Class::bit));
        found.ok_or_else(|| {
            row.wrong("needs", format!("“{name}” is no dimension and no class. Write as in “D1|D2 + D4 + act”."))
        })
    };
    let any = |part: &str| part.split('|').map(bit).collect::<Result<Vec<u8>, _>>().map(Bits::of);
    let finding = row.get("finding");
    let found = match Finding::from_key(finding) {
        Some(finding @ (Finding::StrongIndication | Finding::MoreInformationNeeded)) => finding,
        _ => {
            let says = format!(
                "“{finding}” does not follow from dimensions. Write strong-indication or more-information-needed."
            );
            return Err(row.wrong("finding", says));
        }
    };
    Ok(Combination {
        id: row.full("id")?,
        needs: row.full("needs")?.split('+').map(any).collect::<Result<_, _>>()?,
        for_children: for_children(row)?,
        finding: found,
        says: row.full("says")?,
        source: row.full("source")?,
    })
}
