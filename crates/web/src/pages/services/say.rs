//! An organisation and a warning in words of the visitor's language.

use crate::tongue::Value;
use crate::views::Chrome;
use crate::views::services::{Change, Entry, Fresh, Spoken, Warning};
use crate::words::when;
use base::Date;
use casework::services::{self, Checked, Freshness, Group, Organisation};

pub fn entry(page: &Chrome, one: &Organisation, today: Date) -> Entry {
    let tag = page.tongue.tag();
    let services = one.services.iter().map(|service| page.word("service", service.key()));
    let languages = one.languages.iter().map(|language| language.name(tag).to_owned());
    Entry {
        id: one.id.clone(),
        name: one.name.clone(),
        kind: page.word("service-kind", one.kind.key()),
        services: join(services),
        for_whom: for_whom(page, one),
        area: one.area.clone(),
        capacity: one.capacity.map(|number| page.tally(number as usize)).unwrap_or_default(),
        hours: one.hours.clone(),
        languages: join(languages),
        contact: one.contact.clone(),
        note: one.note.clone(),
        fresh: fresh(page, one.freshness(today)),
        needs_care: one.needs_a_safety_check(),
        is_team: one.team.is_some(),
    }
}

fn join(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

/// "Women, Children; nationals of Uganda". Whether they are women or men is said to be unknown where only the
/// nationality is known.
fn for_whom(page: &Chrome, one: &Organisation) -> String {
    let whom = &one.for_whom;
    let groups = match whom.groups.len() {
        0 => page.say("services-unknown"),
        all if all == Group::ALL.len() => page.say("services-everybody"),
        _ => join(whom.groups.iter().map(|group| page.word("service-group", group.key()))),
    };
    let countries = join(whom.nationalities.iter().map(|country| country.name(page.tongue.tag()).to_owned()));
    let nationals = page.about("services-nationals", &countries);
    match (whom.groups.len(), countries.is_empty()) {
        (0, true) => String::new(),
        (_, true) => groups,
        (all, false) if all == Group::ALL.len() => nationals,
        _ => format!("{groups}; {nationals}"),
    }
}

/// "checked 12 days ago by sokha"; marked when nobody looked for long, or nobody answers.
fn fresh(page: &Chrome, freshness: Freshness) -> Fresh {
    let (key, mark, days, by) = match freshness {
        Freshness::Never => return Fresh { text: page.say("services-never-checked"), mark: "look" },
        Freshness::Checked { days, by } => ("services-checked", "good", days, by),
        Freshness::Stale { days, by } => ("services-stale", "look", days, by),
        Freshness::NotAnswering { days, by } => ("services-not-answering", "bad", days, by),
    };
    let values = [("count", Value::from(days)), ("who", Value::from(by))];
    Fresh { text: page.tongue.say_with(key, &values), mark }
}

/// Whom to believe it: a publication, or who said it here.
pub fn source(page: &Chrome, one: &Organisation) -> String {
    if one.is_own_of_team() {
        page.say("services-source-team")
    } else if one.added_here {
        page.about("services-source-here", &one.source)
    } else {
        one.source.clone()
    }
}

pub fn spoken(page: &Chrome, spoken: &services::Spoken) -> Spoken {
    let change = |change: &services::Change| Change {
        what: page.word("service-column", change.column),
        from: change.from.clone(),
        to: change.to.clone(),
    };
    Spoken {
        when: when(spoken.at),
        who: spoken.by.clone(),
        said: spoken.said.key().to_owned(),
        changes: spoken.changes.iter().map(change).collect(),
        outdated: spoken.outdated,
    }
}

pub fn warning(page: &Chrome, one: &services::Warning, today: Date) -> Warning {
    let looked = one.checked.as_ref().map(|Checked { on, by }| ((today - *on).get_days().max(0), by.clone()));
    let freshness = match looked {
        None => Freshness::Never,
        Some((days, by)) => Freshness::Checked { days, by },
    };
    Warning {
        id: one.id.clone(),
        trap: one.trap.key().to_owned(),
        title: one.title.clone(),
        goes_by: one.goes_by.clone(),
        says: one.says.clone(),
        what_to_do: one.what_to_do.clone(),
        area: one.area.clone(),
        source: if one.added_here { page.about("services-source-here", &one.source) } else { one.source.clone() },
        fresh: fresh(page, freshness),
        example: one.example,
        met: None,
        withdrawn: one.withdrawn.as_ref().map(|w| (w.by.on.to_string(), w.by.by.clone(), w.why.clone())),
    }
}
