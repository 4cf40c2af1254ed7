//! The ledger of refusals: who was asked for what, with what answer, and what nobody gave.

use super::referrals::Teams;
use super::{file, html};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::views::ledger::{Ledger as Page, Line, Unmet};
use crate::visit::Visit;
use crate::words::Words;
use access::Cx;
use casework::referral::{self, Became, Ledger};
use papers::{Table, table};

/// All that was asked, with what came through links meanwhile.
fn ledger(cx: &mut Cx) -> access::Result<Ledger> {
    referral::take_in(cx)?;
    referral::ledger(cx)
}

pub fn show(visit: &Visit) -> Answer {
    let ledger = visit.command(ledger)?;
    html(Page { lines: lines(visit, &ledger)?, unmet: unmet(visit, &ledger), page: visit.chrome() })
}

/// A table for a coordination meeting: names nobody, shows no small number.
pub fn export(visit: &Visit) -> Answer {
    let ledger = visit.command(ledger)?.for_others();
    let say = |key: &str| visit.tongue.say(key);
    let headings =
        ["ledger-asked", "ledger-service", "ledger-became", "ledger-requests", "ledger-people", "ledger-hours"];
    let mut rows = Vec::new();
    for line in lines(visit, &ledger)? {
        let numbers = [line.requests.to_string(), line.people.to_string(), line.hours];
        rows.push([vec![line.recipient, line.service, line.became], numbers.to_vec()].concat());
    }
    for group in unmet(visit, &ledger) {
        rows.push(Vec::new());
        rows.push(vec![group.title, String::new(), String::new(), String::new(), say("ledger-people")]);
        for (of, people, _) in group.lines {
            rows.push(vec![of, String::new(), String::new(), String::new(), people.to_string()]);
        }
    }
    rows.push(vec![say("ledger-rounded")]);
    let table = Table { headings: headings.map(say).to_vec(), rows };
    match visit.form.value("format") {
        "xlsx" => {
            let bytes = table::xlsx(&table, &say("ledger-title"));
            let bytes = bytes.map_err(|_| Fault::Access(access::AccessError::Unreadable))?;
            file("ledger.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes)
        }
        _ => file("ledger.csv", "text/csv; charset=utf-8", table::csv(&table)),
    }
}

fn lines(visit: &Visit, ledger: &Ledger) -> Result<Vec<Line>, Fault> {
    let teams = Teams::read(visit)?;
    let words = Words::of(visit);
    let lines = ledger.entries.iter().map(|entry| {
        let name = teams.recipient(&entry.recipient);
        Line {
            recipient: if name.is_empty() { visit.tongue.say("ledger-several") } else { name },
            service: words.service(entry.service),
            became: became(visit, entry.became),
            is_unmet: entry.became.is_unmet(),
            requests: entry.requests as usize,
            people: entry.people as usize,
            hours: entry.hours.map(|hours| waited(visit, hours)).unwrap_or_default(),
        }
    });
    Ok(lines.collect())
}

fn became(visit: &Visit, became: Became) -> String {
    let say = |key: &str| visit.tongue.say(key);
    match became {
        Became::Waiting => say("referral-waiting"),
        Became::Accepted => say("answer-accepted"),
        Became::Partly => say("answer-partly"),
        Became::Refused(reason) => format!("{}: {}", say("answer-refused"), say(&format!("reason-{}", reason.key()))),
        Became::Silent => say("referral-silent"),
        Became::Withdrawn => say("ledger-withdrawn"),
    }
}

/// "5 hours", "3 days".
fn waited(visit: &Visit, hours: i64) -> String {
    match hours {
        ..48 => visit.tongue.say_with("ledger-in-hours", &[("count", hours.into())]),
        more => visit.tongue.say_with("ledger-in-days", &[("count", (more / 24).into())]),
    }
}

fn unmet(visit: &Visit, ledger: &Ledger) -> Vec<Unmet> {
    let words = Words::of(visit);
    let unknown = || visit.tongue.say("case-unknown");
    let tag = visit.tongue.tag();
    let by_service = ledger.by_service.iter().map(|one| (words.service(one.of), one.people)).collect();
    let by_nationality = ledger.by_nationality.iter();
    let by_nationality =
        by_nationality.map(|one| (one.of.map_or_else(unknown, |country| country.name(tag).to_owned()), one.people));
    let by_place = ledger.by_place.iter().map(|one| (one.of.clone().unwrap_or_else(unknown), one.people)).collect();
    let groups: [(&str, Vec<(String, u32)>); 3] = [
        ("ledger-by-service", by_service),
        ("ledger-by-nationality", by_nationality.collect()),
        ("ledger-by-place", by_place),
    ];
    let shown = groups.into_iter().filter(|(_, lines)| !lines.is_empty());
    shown.map(|(title, lines)| group(visit.tongue.say(title), lines)).collect()
}

/// Lines with the length of their bars in percent of the longest.
fn group(title: String, lines: Vec<(String, u32)>) -> Unmet {
    let most = lines.iter().map(|(_, people)| *people).max().unwrap_or(1).max(1);
    let lines = lines.into_iter().map(|(of, people)| (of, people as usize, (people * 100).div_ceil(most) as usize));
    Unmet { title, lines: lines.collect() }
}
