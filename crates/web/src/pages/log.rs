//! The log, for the auditor: who did and read what, without a word of content.

use super::html;
use crate::routes::Answer;
use crate::views::log::{Entry, Log, Witness};
use crate::visit::Visit;
use crate::witness::standings;
use crate::words::when;
use access::entries::{self, About};
use access::{Action, member, organisation};
use base::{Instant, UserId};
use std::collections::BTreeMap;
use store::witness::Standing;
use vault::checkpoint::NamedKey;

const PER_PAGE: usize = 100;

pub fn show(visit: &Visit) -> Answer {
    visit.permit(Action::ReadLog)?;
    let before = visit.param("before").parse().unwrap_or(i64::MAX);
    let read = visit.app.store.read(|tx| {
        let names: BTreeMap<UserId, String> = member::all(tx)?.into_iter().map(|m| (m.id, m.name)).collect();
        Ok::<_, access::AccessError>((
            names,
            entries::newest(tx, before, PER_PAGE)?,
            entries::totals(tx)?,
            tx.checkpoint()?,
            organisation::log_identity(tx)?,
        ))
    })?;
    let (names, lines, (total, refused), checkpoint, (origin, verifier)) = read;
    let size = checkpoint.as_ref().map_or(0, |(_, edge)| edge.size());
    let name = |member: &UserId| names.get(member).cloned().unwrap_or_default();
    let subject = |about: &About| match about {
        About::Case(case) => base::CaseCode::of(*case).to_string(),
        About::Cases(cases) => visit.chrome().count("log-cases", *cases as usize),
        About::Member(member) => name(member),
        About::Nothing => String::new(),
    };
    let last = lines.last().filter(|line| line.position > 0);
    let older = last.map(|line| format!("/log/{}", line.position)).unwrap_or_default();
    let newest = lines.first().map_or(Instant::from_millis(0), |line| line.at);
    html(Log {
        entries: lines
            .iter()
            .map(|line| Entry {
                when: when(line.at),
                who: name(&line.member),
                what: visit.tongue.say(&format!("act-{}", line.action)),
                subject: subject(&line.about),
                refused: line.refused,
                leaf: line.position as u64,
            })
            .collect(),
        entries_total: total as usize,
        refused_total: refused as usize,
        checkpoint: checkpoint.map(|(note, _)| note).unwrap_or_default(),
        checkpoint_when: when(newest),
        log_key: NamedKey::of_log(&origin, verifier).to_string(),
        witnesses: standings(&visit.app)?.into_iter().map(|standing| witness(visit, standing, size)).collect(),
        older,
        page: visit.chrome(),
    })
}

fn witness(visit: &Visit, standing: Standing, size: u64) -> Witness {
    let cosigned = standing.edge.size();
    Witness {
        name: standing.witness.name().to_owned(),
        state: standing.state.key(),
        contradicts: standing.state.contradicts(),
        since: when(standing.since),
        entries: cosigned as usize,
        when: when(standing.cosigned_at),
        newer: size.saturating_sub(cosigned) as usize,
        asked: visit.app.options.witnesses.asked.iter().any(|asked| asked.key == standing.witness),
    }
}
