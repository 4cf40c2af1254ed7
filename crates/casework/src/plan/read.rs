//! The plan of one case, with everything that it rests on.

use super::told::About;
use super::{Told, corrections};
use crate::desk::Desk;
use crate::record::summaries;
use crate::{Facts, Result};
use ::pathway::pack::Shipped;
use ::pathway::{Durations, Observation, Overstay, Plan, Route, Situation};
use access::{Action, Cx};
use base::{CaseId, Date};

/// What a page or a program shows of a person's way out.
pub struct View {
    pub told: Told,
    pub route: Route,
    /// The earliest and the latest day of entry, as far as it is known.
    pub entry: Option<(Date, Date)>,
    /// If the person left today.
    pub overstay: Overstay,
    pub situation: Situation,
    pub plan: Plan,
}

pub fn read(cx: &mut Cx, pack: &Shipped, durations: &Durations, case: CaseId) -> Result<View> {
    let open = cx.open(case, Action::Plan)?;
    let facts = summaries(cx.tx, &open)?;
    view(cx, pack, durations, &facts)
}

/// The plan of a case that is open.
pub(crate) fn view(cx: &mut Cx, pack: &Shipped, durations: &Durations, facts: &Facts) -> Result<View> {
    let corrections = corrections(cx.tx)?;
    let today = cx.now.local_date();
    let (told, about) = (Told::of(facts), About::of(facts));
    let route = told.route(pack, &corrections, about);
    let situation = told.situation(pack, &route, about, today);
    let plan = ::pathway::plan(&pack.pack, durations, &situation);
    Ok(View { entry: told.entry(about), overstay: told.overstay(pack, about, today), told, route, situation, plan })
}

/// How long steps took for everybody on a desk.
pub fn steps_seen(desk: &Desk, pack: &Shipped) -> Vec<Observation> {
    let lines = desk.lines().filter_map(|line| Some((line, line.told()?)));
    lines.flat_map(|(line, told)| told.seen(pack, line.nationalities.first().copied()).collect::<Vec<_>>()).collect()
}
