//! Taking a consent back, after saying what that does and what it cannot do.

use super::{Teams, lines};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::Filled;
use crate::views::referrals::{GrantLine, Shared, TakeBack};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::Action;
use base::EventId;
use casework::consent::{self, Given, Standing};
use casework::referral;
use casework::registry::{self, CaseView};
use casework::{Fact, Field};

/// Asks whether that is meant, and then does it.
pub fn take_back(visit: &Visit) -> Answer {
    visit.expect(Action::Refer)?;
    let case = visit.case()?;
    let grant = EventId::read(visit.form.value("grant")).ok_or(Fault::NotFound)?;
    if !visit.form.has("sure", "yes") {
        return html(question(visit, grant)?);
    }
    let because = super::ask::text(&visit.form, "because");
    let back = visit.command(|cx| consent::withdraw(cx, case, grant, because))?;
    let teams = Teams::read(visit)?;
    let mut said = vec![visit.tongue.say("consent-taken-back")];
    for taken in back {
        let who = teams.recipient(&taken.sent.recipient);
        // Honest: keys can be taken back, what was read cannot.
        said.push(match (taken.read, taken.last_read, super::ask::is_team(&taken.sent.recipient)) {
            (0, _, true) => visit.tongue.say_with("consent-never-read", &[("who", Value::from(who))]),
            (_, last, true) => {
                let last = last.map(|at| when(at).text).unwrap_or_default();
                visit.tongue.say_with("consent-was-read", &[("who", Value::from(who)), ("when", Value::from(last))])
            }
            (_, _, false) => visit.tongue.say_with("consent-is-outside", &[("who", Value::from(who))]),
        });
    }
    *held(&visit.session()?.done) = Some(said.join(" "));
    see(&format!("/case/{}", visit.param("handle")))
}

fn question(visit: &Visit, grant: EventId) -> Result<TakeBack, Fault> {
    let case = visit.case()?;
    let view = visit.command(|cx| registry::view(cx, case))?;
    let held = consent::standing(&view.facts).into_iter().find(|held| held.event == grant).ok_or(Fault::NotFound)?;
    let words = Words::of(visit);
    let asked = view.facts.current(Field::Referral).iter().filter_map(|held| match &held.fact {
        Fact::Referral(sent) if sent.grant == grant => Some(words.asked(sent.service, &sent.items)),
        _ => None,
    });
    Ok(TakeBack {
        handle: visit.handle(case)?,
        code: view.code.to_string(),
        grant: grant.to_string(),
        what: words.asked(held.grant.purpose, &held.grant.items),
        recipient: Teams::read(visit)?.recipient(&held.grant.recipient),
        asked: asked.collect(),
        form: Filled::default(),
        page: visit.chrome(),
    })
}

/// What a case page says of consents and referrals.
pub fn shared(visit: &Visit, view: &CaseView) -> Result<Shared, Fault> {
    if !visit.session()?.actor.may(Action::Refer) {
        return Ok(Shared::default());
    }
    let files: Vec<_> = view
        .facts
        .current(Field::Referral)
        .iter()
        .filter_map(|held| match &held.fact {
            Fact::Referral(sent) => Some(sent.file),
            _ => None,
        })
        .collect();
    let referrals = visit.command(|cx| referral::these(cx, &files))?;
    let teams = Teams::read(visit)?;
    let words = Words::of(visit);
    let grants = consent::all(&view.facts).into_iter().rev().map(|held| GrantLine {
        event: held.event.to_string(),
        recipient: teams.recipient(&held.grant.recipient),
        text: words.asked(held.grant.purpose, &held.grant.items),
        standing: match held.grant.standing {
            Standing::Given => "given",
            Standing::Declined => "declined",
            Standing::Withdrawn { .. } => "withdrawn",
        },
        how: visit.tongue.say(&format!("given-{}", how(&held.grant.given))),
        until: held.grant.until.map(|day| day.to_string()).unwrap_or_default(),
    });
    Ok(Shared { grants: grants.collect(), referrals: lines(visit, &referrals)?, may: true })
}

fn how(given: &Given) -> &'static str {
    match given {
        Given::Spoken => "spoken",
        Given::Signed => "signed",
        Given::Guardian { .. } => "guardian",
        Given::BestInterests { .. } => "best-interests",
    }
}
