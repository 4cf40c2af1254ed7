//! The log, for the auditor: who did and read what, without a word of content.

use super::html;
use crate::routes::Answer;
use crate::views::log::{Entry, Log};
use crate::visit::Visit;
use crate::words::when;
use access::{Action, entries, member};
use base::{Instant, UserId};
use std::collections::BTreeMap;

const PER_PAGE: i64 = 100;

pub fn show(visit: &Visit) -> Answer {
    visit.permit(Action::ReadLog)?;
    let before = visit.param("before").parse().unwrap_or(i64::MAX);
    let read = visit.app.store.read(|tx| {
        let names: BTreeMap<UserId, String> = member::all(tx)?.into_iter().map(|m| (m.id, m.name)).collect();
        let mut lines = Vec::new();
        for (position, entry) in entries::newest_access(tx, before, PER_PAGE)? {
            let case = entry.case.map(|case| base::CaseCode::of(case).to_string());
            let subject = case.unwrap_or_else(|| visit.chrome().count("log-cases", entry.cases as usize));
            lines.push((position, entry.at, entry.member, entry.action, subject, entry.outcome == "refused"));
        }
        for (position, entry) in entries::newest_admin(tx, before, PER_PAGE)? {
            let refused = entry.action == "sign-in-refused";
            let subject = UserId::read(&entry.subject).and_then(|id| names.get(&id).cloned()).unwrap_or_default();
            lines.push((position, entry.at, entry.member, entry.action, subject, refused));
        }
        Ok::<_, access::AccessError>((names, lines, entries::totals(tx)?, tx.checkpoint()?))
    })?;
    let (names, mut lines, (total, refused), checkpoint) = read;
    lines.sort_by_key(|line| std::cmp::Reverse(line.0));
    lines.truncate(PER_PAGE as usize);
    let older = lines.last().filter(|line| line.0 > 0).map(|line| format!("/log/{}", line.0)).unwrap_or_default();
    let newest = lines.first().map_or(Instant::from_millis(0), |line| line.1);
    html(Log {
        entries: lines
            .into_iter()
            .map(|(position, at, who, action, subject, refused)| Entry {
                when: when(at),
                who: names.get(&who).cloned().unwrap_or_default(),
                what: visit.tongue.say(&format!("act-{action}")),
                subject,
                refused,
                leaf: position as u64,
            })
            .collect(),
        entries_total: total as usize,
        refused_total: refused as usize,
        checkpoint: checkpoint.map(|(note, _)| note).unwrap_or_default(),
        checkpoint_when: when(newest),
        older,
        page: visit.chrome(),
    })
}
