//! What members are to look at. For everybody who is signed in; each sees what concerns them.

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::alerts::{About, Alert, Alerts};
use crate::visit::Visit;
use crate::words::when;
use access::alert::{self, Kind, Raised};
use base::{AlertId, CaseCode};

const PER_PAGE: usize = 30;
/// Older ones are there, and nobody looks for them page by page.
const MOST_PAGES: usize = 20;

pub fn show(visit: &Visit) -> Answer {
    let number = visit.asked("page").parse().unwrap_or(1).clamp(1, MOST_PAGES);
    let upto = number * PER_PAGE;
    let member = visit.session()?.member;
    let (mut raised, unseen) =
        visit.command(|cx| Ok((alert::of(cx, None, upto + 1)?, alert::unseen_count(cx.tx, member)?)))?;
    let has_older = raised.len() > upto && number < MOST_PAGES;
    raised.truncate(upto);
    let alerts = raised.iter().skip(upto - PER_PAGE).map(|raised| line(visit, raised));
    html(Alerts {
        alerts: alerts.collect::<Result<_, Fault>>()?,
        any_new: unseen > 0,
        number,
        has_older,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

fn line(visit: &Visit, raised: &Raised) -> Result<Alert, Fault> {
    let about = match raised.case {
        Some(file) if is_of_referral(raised.kind) => About::Referral(visit.handle(file)?),
        Some(case) => About::Case {
            handle: visit.handle(case)?,
            code: CaseCode::of(case).to_string(),
            page: if raised.kind == Kind::ErasureAsked { "/erase" } else { "" },
        },
        None if raised.about_a_case => About::Closed,
        None => About::Nothing,
    };
    let (kind, when) = (raised.kind.key().to_owned(), when(raised.at));
    Ok(Alert { id: raised.id.to_string(), kind, when, about, seen: raised.seen })
}

/// Whether what an alert is about is the file of a referral.
fn is_of_referral(kind: Kind) -> bool {
    use Kind::*;
    matches!(kind, ReferralReceived | ReferralAnswered | ReferralOverdue | ConsentWithdrawn | DeletionOverdue)
}

/// Marks one alert as seen, or all.
pub fn seen(visit: &Visit) -> Answer {
    let all = visit.form.has("all", "yes");
    let one = AlertId::read(visit.form.value("id"));
    visit.command(|cx| match one {
        _ if all => alert::all_seen(cx).map(drop),
        Some(one) => alert::seen(cx, one).map(drop),
        None => Ok(()),
    })?;
    let session = visit.session()?;
    held(&session.bell).counted = None;
    let said = if all { "alerts-all-marked" } else { "alerts-marked" };
    *held(&session.done) = Some(visit.tongue.say(said));
    see("/alerts")
}
