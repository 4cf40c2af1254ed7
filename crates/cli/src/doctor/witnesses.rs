//! Whether anybody outside remembers how far the log had come.

use super::Finding;
use access::Result;
use base::Instant;
use store::Tx;
use store::witness::{Standing, State, all};

pub struct Witnesses {
    pub standings: Vec<Standing>,
    pub entries: u64,
    pub now: Instant,
}

impl Witnesses {
    pub fn read(tx: &mut Tx, now: Instant) -> Result<Witnesses> {
        Ok(Witnesses { standings: all(tx)?, entries: tx.log_size()? as u64, now })
    }
}

pub fn judge(Witnesses { standings, entries, now }: &Witnesses) -> Finding {
    let day_ago = now.plus_hours(-24);
    let contradicts = standings.iter().find(|standing| standing.state.contradicts());
    let newest = standings.iter().max_by_key(|standing| standing.edge.size());
    let late = |standing: &&Standing| standing.state != State::Cosigned && standing.since < day_ago;
    match (contradicts, newest, standings.iter().find(late)) {
        (Some(one), ..) => Finding::wrong(
            "witness",
            format!(
                "{} has another history of the log on record. Stop working, keep a copy of the folder, run `safeconduct \
                 verify`, and speak with its people.",
                one.witness.name()
            ),
        ),
        (None, None, _) => Finding::look(
            "witness",
            "Nobody outside has the log on record, so whoever has log.key can write it anew. Find another organisation \
             to be its witness (docs/operate.md).",
        ),
        (None, Some(_), Some(one)) => Finding::look(
            "witness",
            format!("{} has not cosigned for more than a day. Ask its people.", one.witness.name()),
        ),
        (None, Some(newest), None) => Finding::ok(
            "witness",
            format!("{} has {} of {entries} entries on record.", newest.witness.name(), newest.edge.size()),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::*;
    use vault::Signer;
    use vault::checkpoint::NamedKey;

    const NOON: Instant = Instant::from_millis(1_768_539_600_000);

    fn verdict(states: &[(State, i64)]) -> Verdict {
        let key = NamedKey::of_witness("w", Signer::from_slice(&[5; 32]).unwrap().verifier()).unwrap();
        let stands = |(state, hours): &(State, i64)| {
            let since = NOON.plus_hours(-hours);
            Standing { state: *state, ..Standing::new(key.clone(), since) }
        };
        judge(&Witnesses { standings: states.iter().map(stands).collect(), entries: 9, now: NOON }).verdict
    }

    #[test]
    fn a_registry_without_a_witness_or_with_a_silent_one_is_to_be_looked_at() {
        assert_eq!(verdict(&[]), Verdict::Look);
        assert_eq!(verdict(&[(State::Cosigned, 100), (State::Silent, 25)]), Verdict::Look);
        assert_eq!(verdict(&[(State::Cosigned, 100), (State::Silent, 1)]), Verdict::Ok);
    }

    #[test]
    fn a_witness_with_another_history_is_wrong_whatever_the_others_say() {
        for state in [State::Shorter, State::Differs] {
            assert_eq!(verdict(&[(State::Cosigned, 0), (state, 0)]), Verdict::Wrong);
        }
    }
}
