//! What leads a person out, in words.

use crate::tongue::Value;
use crate::words::Words;
use base::Date;
use casework::plan::{Circumstance, Course, Custody, Leave, Outcome, Reached, Safety, Settled, Stay, StepSaid};
use pathway::Pack;
use pathway::pack::{Amount, shipped};
use pathway::{Overstay, Prospect, State, StepNo, Why};
use screening::When;

impl Words {
    /// What a pack says, in the visitor's language as far as somebody put it into that.
    pub fn of_pack(&self, pack: &Pack, english: &str) -> String {
        pack.said(self.tongue.tag(), english).to_owned()
    }

    pub fn title(&self, pack: &Pack, step: StepNo) -> String {
        self.of_pack(pack, &pack.step(step).title)
    }

    /// "Exit visa: done, 2026-02-03"
    pub fn step(&self, said: &StepSaid) -> String {
        let known = shipped().iter().find(|one| one.id == said.pack);
        let step = known.and_then(|one| Some(self.title(&one.pack, one.pack.step_no(&said.step)?)));
        let on = self.tongue.apart(&said.on.to_string());
        format!("{}: {}, {on}", step.as_ref().unwrap_or(&said.step), self.reached(said.reached))
    }

    pub fn reached(&self, reached: Reached) -> String {
        match reached {
            Reached::WaitingFor(owner) => {
                let owner = self.tongue.say(&format!("owner-{}", owner.key()));
                self.tongue.say_with("reached-waiting", &[("owner", Value::from(owner))])
            }
            Reached::NotBegun => self.tongue.say("reached-not-begun"),
            Reached::Begun => self.tongue.say("reached-begun"),
            Reached::Done => self.tongue.say("reached-done"),
            Reached::Refused => self.tongue.say("reached-refused"),
            Reached::Failed => self.tongue.say("reached-failed"),
        }
    }

    pub fn course(&self, course: &Course) -> String {
        let way = course.way.map_or("plan-not-chosen".to_owned(), |way| format!("way-{}", way.key()));
        [Some(self.tongue.say(&way)), course.words.clone()].into_iter().flatten().collect::<Vec<_>>().join(" – ")
    }

    pub fn stay(&self, stay: &Stay) -> String {
        let between = |(a, b): (Date, Date)| if a == b { a.to_string() } else { format!("{a} / {b}") };
        let entry = stay.entry.map_or_else(|| self.tongue.say("case-unknown"), between);
        let leave = match stay.leave {
            Leave::Until(a, b) => between((a, b)),
            Leave::Days { least, most } if least == most => self.days(u32::from(least)),
            Leave::Days { least, most } => format!("{least}–{}", self.days(u32::from(most))),
            Leave::None => self.tongue.say("leave-none"),
            Leave::Unknown => self.tongue.say("case-unknown"),
        };
        let stamp = self.tongue.say(if stay.stamped { "stay-stamped" } else { "stay-no-stamp" });
        format!("{entry} ({stamp}); {leave}")
    }

    pub fn days(&self, days: u32) -> String {
        self.tongue.say_with("plan-days", &[("count", Value::from(i64::from(days)))])
    }

    pub fn circumstance(&self, one: Circumstance) -> String {
        let known = self.tongue.say(&format!("known-{}", one.known.key()));
        let holds = self.tongue.say(if one.holds { "said-yes" } else { "said-no" });
        format!("{known}: {holds}")
    }

    /// "Guardian found; Philippines; At risk when the own state learns of them"
    pub fn settled(&self, settled: &Settled) -> String {
        let guardian = settled.guardian.then(|| self.tongue.say("settled-guardian"));
        let mission = settled.mission.map(|one| one.name(self.tongue.tag()).to_owned());
        let weighed = settled.weighed.iter().map(|one| self.tongue.say(&format!("warning-{}", one.key())));
        guardian.into_iter().chain(mission).chain(weighed).collect::<Vec<_>>().join("; ")
    }

    pub fn clear(&self, clear: bool) -> String {
        self.tongue.say(if clear { "safety-clear" } else { "safety-not-clear" })
    }

    pub fn safety(&self, safety: &Safety) -> String {
        let clear = self.clear(safety.clear);
        let warnings = safety.warnings.iter().map(|one| self.tongue.say(&format!("warning-{}", one.key())));
        [vec![clear], warnings.collect(), safety.note.clone().into_iter().collect()].concat().join("; ")
    }

    pub fn custody(&self, custody: &Custody) -> String {
        let when = Some(custody.when).filter(|when| *when != When::Unknown).map(|when| when.to_string());
        let parts = [when, custody.place.clone(), custody.by.clone(), custody.note.clone()];
        let what = self.tongue.say(&format!("custody-{}", custody.what.key()));
        [Some(what)].into_iter().chain(parts).flatten().collect::<Vec<_>>().join(" · ")
    }

    pub fn outcome(&self, outcome: &Outcome) -> String {
        let what = self.tongue.say(&format!("end-{}", outcome.what.key()));
        let way = outcome.way.map(|way| self.tongue.say(&format!("way-{}", way.key())));
        let parts = [Some(what), Some(outcome.on.to_string()), way, outcome.by.clone(), outcome.note.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Why a step waits, as a sentence.
    pub fn why(&self, pack: &Pack, why: Why) -> String {
        let key = format!("why-{}", why.key());
        let contact = |contact: pathway::Contact| Value::from(self.tongue.say(&format!("contact-{}", contact.key())));
        match why {
            Why::After(step) => self.tongue.say_with(&key, &[("step", Value::from(self.title(pack, step)))]),
            Why::NotAsked(whom) | Why::Declined(whom) => self.tongue.say_with(&key, &[("contact", contact(whom))]),
            Why::Warned(warning, whom) => {
                let warning = Value::from(self.tongue.say(&format!("warning-{}", warning.key())));
                self.tongue.say_with(&key, &[("warning", warning), ("contact", contact(whom))])
            }
            Why::Detained(day) | Why::Refused(day) | Why::Failed(day) => {
                self.tongue.say_with(&key, &[("day", Value::from(day.to_string()))])
            }
            _ => self.tongue.say(&key),
        }
    }

    pub fn state(&self, state: &State) -> String {
        let on_day = |key: &str, on: &Date| format!("{} {}", self.tongue.say(key), self.tongue.apart(&on.to_string()));
        match state {
            State::Done { on: Some(on) } => on_day("state-done", on),
            State::Done { on: None } => self.tongue.say("state-done"),
            State::Skipped(known) => {
                let known: Vec<String> =
                    known.iter().map(|one| self.tongue.say(&format!("known-{}", one.key()))).collect();
                format!("{} ({})", self.tongue.say("state-skipped"), known.join(", "))
            }
            State::Ready => self.tongue.say("state-ready"),
            State::Begun { on } => on_day("state-begun", on),
            State::Waiting { since, owner } => {
                let owner = self.tongue.say(&format!("owner-{}", owner.key()));
                let values = [("owner", Value::from(owner)), ("since", Value::from(since.to_string()))];
                self.tongue.say_with("state-waiting", &values)
            }
            State::Blocked(_) => self.tongue.say("state-blocked"),
        }
    }

    /// When a way ends, or what closes it.
    pub fn prospect(&self, pack: &Pack, prospect: &Prospect) -> String {
        match prospect {
            Prospect::Ended { on } => self.tongue.say_with("prospect-ended", &[("day", Value::from(on.to_string()))]),
            Prospect::Open { expected, worst } => {
                let values =
                    [("expected", Value::from(expected.to_string())), ("worst", Value::from(worst.to_string()))];
                self.tongue.say_with("prospect-open", &values)
            }
            Prospect::Closed(whys) => {
                let mut whys: Vec<String> = whys.iter().map(|(_, why)| self.why(pack, *why)).collect();
                whys.dedup();
                format!("{} {}", self.tongue.say("prospect-closed"), whys.join(" "))
            }
        }
    }

    /// "120–150 days, 1,200–1,500 USD"
    pub fn overstay(&self, overstay: &Overstay) -> String {
        let fine = |least: Option<Amount>, most: Option<Amount>| match (least, most) {
            (Some(least), Some(most)) if least == most => format!(", {least}"),
            (Some(least), Some(most)) => format!(", {least} – {most}"),
            (Some(least), None) => format!(", ≥ {least}"),
            _ => String::new(),
        };
        let fine = fine(overstay.least_fine, overstay.most_fine);
        match overstay.most_days {
            Some(most) if most == overstay.least_days => format!("{}{fine}", self.days(most)),
            Some(most) => format!("{}–{}{fine}", overstay.least_days, self.days(most)),
            None if overstay.least_days > 0 => format!("≥ {}{fine}", self.days(overstay.least_days)),
            None => self.tongue.say("overstay-unknown"),
        }
    }
}
