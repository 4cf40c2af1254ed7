//! Whether a lost passphrase or a lost telephone would close something to everybody. Nobody is named.

use super::Finding;
use access::{Result, member};
use store::{Tx, sql};

pub struct People {
    /// How many people hold keys, team by team.
    pub holders: Vec<i64>,
    /// How many codes are left for when the telephone is lost, member by member.
    pub codes_left: Vec<i64>,
}

impl People {
    pub fn read(tx: &mut Tx) -> Result<People> {
        let holders = tx.all(
            sql!(
                "select t.id, (select count(distinct m.id) from member m join member_key k on k.member_id = m.id
                               where m.team_id = t.id and m.enabled)
                 from team t order by t.id"
            ),
            &[],
            |row| row.int(1),
        )?;
        let members = member::all(tx)?;
        let codes_left = members.iter().filter(|member| member.enabled).map(|member| member.recovery_codes_left);
        Ok(People { holders, codes_left: codes_left.collect() })
    }
}

pub fn judge(people: &People) -> [Finding; 2] {
    let of = people.holders.len();
    let (none, alone) =
        (people.holders.iter().filter(|n| **n == 0).count(), people.holders.iter().filter(|n| **n == 1).count());
    let keys = match (none, alone) {
        (0, 0) => Finding::ok("team keys", format!("In each of {of} teams at least two people hold the keys.")),
        (0, _) => Finding::look(
            "team keys",
            format!(
                "In {alone} of {of} teams one person alone holds the keys: a lost passphrase closes it. Add a second (page \"Users\")."
            ),
        ),
        _ => Finding::look(
            "team keys",
            format!(
                "In {none} of {of} teams nobody holds the keys, in {alone} one person alone. Where people are to work, add two; a team without holders is opened with two recovery papers (`safeconduct user add --papers`)."
            ),
        ),
    };
    let without = people.codes_left.iter().filter(|left| **left == 0).count();
    let codes = match without {
        0 => Finding::ok(
            "second factor",
            format!("Each of {} members has recovery codes left.", people.codes_left.len()),
        ),
        _ => Finding::look(
            "second factor",
            format!(
                "{without} of {} members have no recovery code left: a lost telephone locks them out. `safeconduct user list` shows who.",
                people.codes_left.len()
            ),
        ),
    };
    [keys, codes]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    fn verdicts(holders: &[i64], codes_left: &[i64]) -> [Verdict; 2] {
        judge(&People { holders: holders.to_vec(), codes_left: codes_left.to_vec() }).map(|finding| finding.verdict)
    }

    #[test]
    fn one_holder_or_none_and_members_without_codes_are_to_be_looked_at() {
        assert_eq!(verdicts(&[2, 5], &[8, 1]), [Verdict::Ok; 2]);
        assert_eq!(verdicts(&[2, 1], &[8, 0]), [Verdict::Look; 2]);
        assert_eq!(verdicts(&[2, 0], &[8]), [Verdict::Look, Verdict::Ok]);
    }
}
