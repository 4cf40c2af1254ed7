//! Which grants can be recorded, and what they allow.

use super::{Given, Grant, Item, Kind, Recipient, standing};
use crate::services::Service;
use crate::{Fact, Facts, Field, Result};
use access::AccessError;
use base::{Birth, Date, EventId, Minor, Sign};

/// What a person agreed to show to one recipient for one purpose, looked up a moment ago.
#[derive(Clone, Debug)]
pub struct Consented {
    pub(crate) recipient: Recipient,
    pub(crate) purpose: Service,
    pub(crate) items: Vec<Item>,
    /// The newest of the grants that cover it.
    pub(crate) grant: EventId,
    /// The last day on which all of it holds.
    pub(crate) until: Option<Date>,
}

/// The consent that covers these items, or the items that no grant covers.
pub fn covering(
    facts: &Facts,
    recipient: &Recipient,
    purpose: Service,
    items: &[Item],
    today: Date,
) -> std::result::Result<Consented, Vec<Item>> {
    let fits = |grant: &Grant| {
        grant.recipient == *recipient && grant.purpose == purpose && grant.until.is_none_or(|day| day >= today)
    };
    let grants: Vec<_> = standing(facts).into_iter().filter(|held| fits(&held.grant)).collect();
    // One grant is withdrawn as a whole, so one must carry the whole referral.
    let carries = |grant: &Grant| items.iter().all(|item| grant.items.contains(item));
    match grants.iter().rev().find(|held| carries(&held.grant)) {
        Some(held) => Ok(Consented {
            recipient: recipient.clone(),
            purpose,
            items: items.to_vec(),
            grant: held.event,
            until: held.grant.until,
        }),
        None => {
            let covered = |item: &&Item| grants.iter().any(|held| held.grant.items.contains(*item));
            let missing: Vec<Item> = items.iter().filter(|item| !covered(item)).copied().collect();
            Err(if missing.is_empty() { items.to_vec() } else { missing })
        }
    }
}

/// Refuses a grant that cannot stand as it is.
pub(super) fn fit(grant: &Grant, facts: &Facts, today: Date) -> Result<()> {
    let unfit = |sentence| Err(AccessError::Unfit(sentence));
    if grant.items.is_empty() {
        return unfit("Please choose what may be shown: without anything chosen there is nothing to agree to.");
    }
    if grant.until.is_some_and(|day| day < today) {
        return unfit("The last day of this consent is over already. Please choose a later day, or none.");
    }
    if let Recipient::Outside { name, .. } = &grant.recipient
        && name.trim().is_empty()
    {
        return unfit("Please say which organisation the person agreed to.");
    }
    if grant.standing != super::Standing::Given {
        return Ok(());
    }
    let blank = |text: &str| text.trim().is_empty();
    match &grant.given {
        Given::Guardian { guardian, best_interests } if blank(guardian) || blank(best_interests) => {
            unfit("Please say who the guardian is, and why this is in the child's best interests.")
        }
        Given::BestInterests { decided_by, best_interests } if blank(decided_by) || blank(best_interests) => {
            unfit("Please say who decided for the child, and why this is in the child's best interests.")
        }
        Given::Spoken | Given::Signed if may_be_a_child(facts, today) => unfit(
            "This person is, or may be, under 18. A guardian agrees for a child; without one, say who decided in \
             the child's best interests.",
        ),
        _ => Ok(()),
    }
}

/// Before a state hears of anybody, the person was asked whether that is safe (product rule 3).
pub(crate) fn safe_enough(grant: &Grant, is_state: bool) -> Result<()> {
    match is_state && !grant.safe {
        true => Err(AccessError::Unfit(
            "An embassy, a ministry or the police is contacted only after the person was asked, in private, whether \
             that is safe for them and their family, and said that it is.",
        )),
        false => Ok(()),
    }
}

impl Recipient {
    /// As far as the recipient itself says; of a team, its kind in the database does.
    pub(crate) fn is_state_outside(&self) -> bool {
        matches!(self, Recipient::Outside { kind: Kind::State, .. })
    }
}

/// In doubt a person counts as a child.
pub fn may_be_a_child(facts: &Facts, today: Date) -> bool {
    let born =
        matches!(facts.newest(Field::Birth), Some(Fact::Birth(birth)) if Birth::minor(birth, today) != Minor::No);
    born || matches!(facts.newest(Field::Sign(Sign::Minor)), Some(Fact::Sign(_, true)))
}
