//! Whether steps hang together: no cycle, no dead end, and nobody's notice before safety and consent.

use super::steps::{FILE, WAYS, WayOut};
use crate::step::{Step, StepNo, Steps};
use crate::words::{Way, Ways};
use base::table::Trouble;

/// The steps so that each comes after all that it may need; or the first cycle, as "R04 → R09 → R04": each needs the
/// next.
pub(super) fn order(steps: &[Step]) -> Result<Vec<StepNo>, String> {
    let (mut order, mut placed, mut path) = (Vec::new(), Steps::default(), Vec::new());
    for at in 0..steps.len() {
        visit(steps, StepNo(at as u8), &mut order, &mut placed, &mut path)?;
    }
    Ok(order)
}

fn visit(
    steps: &[Step],
    step: StepNo,
    order: &mut Vec<StepNo>,
    placed: &mut Steps,
    path: &mut Vec<StepNo>,
) -> Result<(), String> {
    if placed.has(step) {
        return Ok(());
    }
    if let Some(from) = path.iter().position(|before| *before == step) {
        let ids = path[from..].iter().chain([&step]).map(|one| steps[usize::from(one.0)].id.as_str());
        return Err(ids.collect::<Vec<_>>().join(" → "));
    }
    path.push(step);
    for need in steps[usize::from(step.0)].needs() {
        visit(steps, need, order, placed, path)?;
    }
    path.pop();
    placed.put(step);
    order.push(step);
    Ok(())
}

/// What the steps of a pack must be, besides without a cycle.
pub(super) struct Frame<'p> {
    pub steps: &'p [Step],
    pub order: &'p [StepNo],
    pub ways: &'p [WayOut],
    pub safety: StepNo,
    pub consent: StepNo,
}

impl Frame<'_> {
    fn step(&self, step: StepNo) -> &Step {
        &self.steps[usize::from(step.0)]
    }

    fn wrong(&self, step: StepNo, column: &str, says: String) -> Trouble {
        Trouble::new(FILE, self.step(step).origin.row, column, says)
    }

    pub fn troubles(&self) -> Vec<Trouble> {
        let mut troubles = Vec::new();
        let named = |way: &Way| self.ways.iter().any(|one| one.way == *way);
        for way in Way::ALL.iter().copied() {
            let belongs = self.steps.iter().find(|step| step.ways.has(way));
            if let (Some(step), false) = (belongs, named(&way)) {
                let says = format!("The step “{}” belongs to {}, which has no row here. Write it.", step.id, way.key());
                troubles.push(Trouble::new(WAYS, 0, "way", says));
            }
        }
        for step in [self.safety, self.consent] {
            if !self.step(step).skip_if.is_never() || !self.step(step).contact.is_empty() {
                let says = "Safety and consent come before everything: nothing skips them, and they tell nobody.";
                troubles.push(self.wrong(step, "skip_if", says.to_owned()));
            }
        }
        for one in self.ways {
            let before = troubles.len();
            self.dead_ends(one.way, &mut troubles);
            if troubles.len() == before {
                self.unguarded(one.way, &mut troubles);
            }
        }
        troubles.dedup();
        troubles
    }

    /// A step of a way whose needs do not all belong to it could never be done there.
    fn dead_ends(&self, way: Way, troubles: &mut Vec<Trouble>) {
        for (at, step) in self.steps.iter().enumerate().filter(|(_, step)| step.ways.has(way)) {
            let here = |need: &StepNo| self.step(*need).ways.has(way);
            if let Some(need) = step.needs_all.iter().find(|need| !here(need)) {
                let says = format!(
                    "The way {} comes to a dead end: “{}” needs “{}”, which does not belong to it.",
                    way.key(),
                    step.id,
                    self.step(*need).id
                );
                troubles.push(self.wrong(StepNo(at as u8), "needs_all", says));
            }
            for group in step.needs_any.iter().filter(|group| !group.iter().any(here)) {
                let ids: Vec<&str> = group.iter().map(|need| self.step(*need).id.as_str()).collect();
                let says = format!(
                    "The way {} comes to a dead end: “{}” needs one of {}, and none belongs to it.",
                    way.key(),
                    step.id,
                    ids.join(", ")
                );
                troubles.push(self.wrong(StepNo(at as u8), "needs_any", says));
            }
        }
    }

    /// Whoever is brought to somebody's notice was made safe and asked before, on whichever path.
    fn unguarded(&self, way: Way, troubles: &mut Vec<Trouble>) {
        let mut always = vec![Steps::default(); self.steps.len()];
        for at in self.order.iter().copied().filter(|step| self.step(*step).ways.has(way)) {
            let step = self.step(at);
            let with_own = |need: &StepNo| always[usize::from(need.0)].with(*need);
            let mut before = step.needs_all.iter().fold(Steps::default(), |all, need| all.and(with_own(need)));
            for group in &step.needs_any {
                let here = group.iter().filter(|need| self.step(**need).ways.has(way));
                before = before.and(here.map(with_own).reduce(Steps::shared).unwrap_or_default());
            }
            always[usize::from(at.0)] = before;
            let asked = Steps::default().with(self.safety).with(self.consent);
            if let (false, Some(missing)) = (step.contact.is_empty(), asked.minus(before).iter().next()) {
                let says = format!(
                    "In the way {}, “{}” brings the person to somebody’s notice and can come before “{}”. Let it need that.",
                    way.key(),
                    step.id,
                    self.step(missing).id
                );
                troubles.push(self.wrong(at, "needs_all", says));
            }
        }
    }
}

/// The steps of each way, in the order of [`Way::ALL`].
pub(super) fn members(steps: &[Step]) -> [Steps; Way::ALL.len()] {
    let of = |way: Way| {
        let here = (0..steps.len()).filter(|at| steps[*at].ways.meets(Ways::of([way])));
        here.fold(Steps::default(), |all, at| all.with(StepNo(at as u8)))
    };
    std::array::from_fn(|at| of(Way::ALL[at]))
}
