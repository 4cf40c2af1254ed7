//! The page of a plan: where it leads, what it waits for, the steps, and the forms for what it rests on.

use crate::fault::Fault;
use crate::pages::html;
use crate::pages::queues::{needs_somebody_else, reads_why};
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::plan as views;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::Words;
use access::Action;
use base::{CaseCode, Country};
use casework::desk::fresh;
use casework::plan::{self, End, Happened, View, items_for};
use pathway::pack::{Represented, Shipped};
use pathway::{
    Basis, Contact, Durations, Known, Lead, Outlook, Part, Plan, Planned, Said, StepNo, Taken, Warning, Way, Why,
};
use std::collections::BTreeSet;

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    html(page(visit, Filled::default())?)
}

/// How long steps take, as far as enough of them were seen on this desk.
pub fn durations(visit: &Visit) -> Result<Durations, Fault> {
    let pack = visit.app.pack();
    let seen = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| plan::steps_seen(desk, pack))?;
    Ok(Durations::learnt(&pack.pack, seen))
}

pub(super) fn page(visit: &Visit, form: Filled) -> Result<views::Show, Fault> {
    let case = visit.case()?;
    let pack = visit.app.pack();
    let durations = durations(visit)?;
    let view = visit.command(|cx| plan::read(cx, pack, &durations, case))?;
    let words = Words::of(visit);
    let on = On { pack, words, view: &view };
    let plan = &view.plan;
    let title = |step: &StepNo| words.title(&pack.pack, *step);
    let safety = view.told.safety.as_ref();
    let alternatives = plan.alternatives.iter().map(|one| views::Way {
        key: one.way.key().to_owned(),
        prospect: words.prospect(&pack.pack, &one.prospect),
        chosen: false,
    });
    let current = views::Way {
        key: plan.way.key().to_owned(),
        prospect: words.prospect(&pack.pack, &plan.prospect),
        chosen: plan.taken == Taken::Chosen,
    };
    Ok(views::Show {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        way: plan.way.key().to_owned(),
        taken: match plan.taken {
            Taken::Chosen => "plan-chosen",
            Taken::Proposed => "plan-proposed",
            Taken::Imposed => "plan-imposed",
        },
        prospect: words.prospect(&pack.pack, &plan.prospect),
        waits_for: plan.waits_for.as_ref().map(title).unwrap_or_default(),
        next: plan.next.iter().map(title).collect(),
        paused: plan.paused_since.map(|day| day.to_string()).unwrap_or_default(),
        cautions: view.route.cautions.iter().map(|one| (on.of_pack(&one.says), one.origin.source.clone())).collect(),
        warnings: plan.warnings.iter().map(|one| one.key().to_owned()).collect(),
        appointments: crate::pages::appointments::of_one(visit, &view),
        deadlines: on.deadlines(),
        reach: view.route.reach.key().to_owned(),
        leads: view.route.leads.iter().map(|lead| on.lead(lead)).collect(),
        steps: plan.steps.iter().map(|one| on.step(plan, one)).collect(),
        ways: Some(current).filter(|way| way.key != "deportation").into_iter().chain(alternatives).collect(),
        course_words: view.told.course.as_ref().and_then(|course| course.words.clone()).unwrap_or_default(),
        safety: match safety {
            Some(safety) => words.safety(safety),
            None => view.told.is_clear().map(|clear| words.clear(clear)).unwrap_or_default(),
        },
        safety_clear: view.told.is_clear(),
        reads_why: reads_why(visit),
        needs_somebody_else: !reads_why(visit) && on.needs_somebody_else(),
        safety_warnings: on.own_warnings(),
        safety_weighable: on.weighable(),
        safety_missions: on.several(),
        guardian: safety.and_then(|safety| safety.guardian.clone()).unwrap_or_default(),
        safety_note: safety.and_then(|safety| safety.note.clone()).unwrap_or_default(),
        contacts: on.contacts(),
        stay: view.told.stay.as_ref().map(|stay| words.stay(stay)).unwrap_or_default(),
        overstay: words.overstay(&view.overstay),
        missing: view.overstay.missing.iter().map(|one| one.key().to_owned()).collect(),
        visas: pack.pack.basics.visas.iter().map(|(visa, days)| (visa.clone(), *days)).collect(),
        circumstances: on.circumstances(),
        custody: view.told.custody.iter().rev().map(|(_, custody)| words.custody(custody)).collect(),
        custody_kinds: keys(Happened::ALL.iter().map(|one| one.key()), "custody", &words),
        outcomes: view.told.outcomes.iter().rev().map(|one| words.outcome(one)).collect(),
        outcome_kinds: keys(End::ALL.iter().map(|one| one.key()), "end", &words),
        outcome_ways: keys(Way::ALL.iter().map(|one| one.key()), "way", &words),
        outcome_due: plan::follow_up(&view.told.outcomes).map(|day| day.to_string()).unwrap_or_default(),
        today: visit.today().to_string(),
        can_refer: visit.role().is_some_and(|role| role.may(Action::Refer)),
        done: held(&visit.session()?.done).take(),
        form,
        page: visit.chrome(),
    })
}

fn keys(keys: impl Iterator<Item = &'static str>, family: &str, words: &Words) -> Vec<Choice> {
    keys.map(|key| Choice::new(key, words.tongue.say(&format!("{family}-{key}")))).collect()
}

/// What a page says of one plan.
struct On<'v> {
    pack: &'static Shipped,
    words: Words,
    view: &'v View,
}

impl On<'_> {
    fn say(&self, key: &str) -> String {
        self.words.tongue.say(key)
    }

    fn of_pack(&self, english: &str) -> String {
        self.words.of_pack(&self.pack.pack, english)
    }

    fn step(&self, plan: &Plan, one: &Planned) -> views::Step {
        let step = self.pack.pack.step(one.step);
        let whys: Vec<Why> = match &one.state {
            pathway::State::Blocked(whys) => whys.clone(),
            _ => Vec::new(),
        };
        let fee = step.fee.map(|fee| &self.pack.pack.fees[fee]);
        let noted = self.view.told.steps.iter().rev().find(|said| said.pack == self.pack.id && said.step == step.id);
        let count = |count: u32| [("count", Value::from(i64::from(count)))];
        views::Step {
            id: step.id.clone(),
            title: self.of_pack(&step.title),
            owner: one.owner.key().to_owned(),
            state: self.words.state(&one.state),
            kind: match &one.state {
                pathway::State::Done { .. } => "done",
                pathway::State::Skipped(_) => "skipped",
                pathway::State::Ready => "ready",
                pathway::State::Begun { .. } => "begun",
                pathway::State::Waiting { .. } => "waiting",
                pathway::State::Blocked(_) => "blocked",
            },
            part: match one.part {
                Part::Needed => "",
                Part::Beside => "plan-beside",
                Part::Spare => "plan-instead",
            },
            is_critical: plan.critical.contains(&one.step),
            is_late: one.when.is_some_and(|when| when.is_late),
            when: one.when.map(|when| {
                let values = [("expected", when.expected.to_string()), ("worst", when.worst.to_string())];
                let values = values.map(|(name, day)| (name, Value::from(day)));
                (when.start.to_string(), self.words.tongue.say_with("plan-expected", &values))
            }),
            whys: whys.iter().map(|why| self.words.why(&self.pack.pack, *why)).collect(),
            basis: match one.basis {
                Basis::Pack { seen } => self.words.tongue.say_with("plan-basis-pack", &count(seen)),
                Basis::Seen { number } => self.words.tongue.say_with("plan-basis-seen", &count(number)),
                Basis::SeenWithMission { number } => self.words.tongue.say_with("plan-basis-mission", &count(number)),
            },
            risk: self.of_pack(&step.risk),
            documents: self.of_pack(&step.documents),
            fee: fee
                .map(|fee| format!("{}: {} – {}", self.of_pack(&fee.title), fee.least, fee.most))
                .unwrap_or_default(),
            source: format!(
                "{}, {}",
                step.origin.source,
                self.say(&format!("confidence-{}", step.origin.confidence.key()))
            ),
            note: noted.and_then(|said| said.note.clone()).unwrap_or_default(),
        }
    }

    fn lead(&self, lead: &Lead) -> views::Lead {
        let seats: Vec<String> = lead
            .seats
            .iter()
            .map(|seat| format!("{}, {}", seat.city, seat.country.name(self.words.tongue.tag())))
            .collect();
        let also: Vec<String> = lead.also.iter().map(|one| one.name(self.words.tongue.tag()).to_owned()).collect();
        views::Lead {
            code: lead.nationality.iso3().to_owned(),
            nationality: lead.nationality.name(self.words.tongue.tag()).to_owned(),
            represented: lead.represented.key().to_owned(),
            is_sure: lead.represented != Represented::Unconfirmed,
            seats: seats.join("; "),
            also: also.join(", "),
            note: self.of_pack(&lead.note),
            said: match &lead.said {
                Said::Pack(origin) => format!(
                    "{} ({}, {})",
                    origin.source,
                    origin.as_of,
                    self.say(&format!("confidence-{}", lead.confidence.key()))
                ),
                Said::Here { by, on, source } => format!("{source} ({}, {by}, {on})", self.say("plan-corrected-here")),
                Said::Nobody => String::new(),
            },
        }
    }

    fn deadlines(&self) -> Vec<views::Deadline> {
        let due = |due: &pathway::Due| {
            let deadline = &self.pack.pack.deadlines[due.deadline];
            views::Deadline {
                on: due.on.to_string(),
                says: self.of_pack(&deadline.says),
                source: deadline.origin.source.clone(),
                outlook: match due.outlook {
                    Outlook::InTime => "in-time",
                    Outlook::AtRisk => "at-risk",
                    Outlook::TooLate => "too-late",
                    Outlook::Passed => "passed",
                },
            }
        };
        self.view.plan.deadlines.iter().map(due).collect()
    }

    /// Whether a step waits for what those alone can settle who do the whole check.
    fn needs_somebody_else(&self) -> bool {
        self.view.plan.steps.iter().any(|one| match &one.state {
            pathway::State::Blocked(whys) => whys.iter().any(needs_somebody_else),
            _ => false,
        })
    }

    /// What the person can say of themselves, and what they said.
    fn own_warnings(&self) -> Vec<Choice> {
        let said = self.view.told.safety.as_ref().map(|safety| safety.warnings.clone()).unwrap_or_default();
        let own = Warning::ALL.iter().filter(|one| !one.is_of_the_pack());
        own.map(|one| Choice {
            selected: said.contains(one),
            ..Choice::new(one.key(), self.say(&format!("warning-{}", one.key())))
        })
        .collect()
    }

    /// Warnings of the country that stand for this person's nationality.
    fn weighable(&self) -> Vec<Choice> {
        let weighed = self.view.told.safety.as_ref().map(|safety| safety.weighed.clone()).unwrap_or_default();
        let all: BTreeSet<Warning> = self.view.route.warnings.iter().filter(|one| one.is_of_the_pack()).collect();
        all.into_iter()
            .map(|one| Choice {
                selected: weighed.iter().any(|other| other.warning == one),
                ..Choice::new(one.key(), self.say(&format!("warning-{}", one.key())))
            })
            .collect()
    }

    fn several(&self) -> Vec<Choice> {
        let chosen = self.view.told.safety.as_ref().and_then(|safety| safety.mission);
        let all: Vec<Country> = self.view.route.leads.iter().map(|lead| lead.nationality).collect();
        if all.len() < 2 {
            return Vec::new();
        }
        let choice = |one: Country| Choice {
            selected: chosen == Some(one),
            ..Choice::new(one.iso3(), one.name(self.words.tongue.tag()))
        };
        all.into_iter().map(choice).collect()
    }

    /// Everybody whom some step of the plan tells, with what the person said of that.
    fn contacts(&self) -> Vec<views::Contact> {
        let steps = self.view.plan.steps.iter().map(|one| self.pack.pack.step(one.step).contact);
        let wanted = steps.fold(pathway::Contacts::EMPTY, pathway::Contacts::and);
        let consents = self.view.situation.consents;
        let contact = |contact: Contact| views::Contact {
            key: contact.key().to_owned(),
            is_state: contact.is_state(),
            standing: match () {
                () if consents.to().has(contact) => "agree-yes",
                () if consents.not_to().has(contact) => "agree-no",
                () => "agree-not-asked",
            },
            shows: items_for(contact)
                .into_iter()
                .map(|item| self.say(&format!("item-{}", item.key())))
                .collect::<Vec<_>>()
                .join(", "),
        };
        wanted.iter().map(contact).collect()
    }

    /// What somebody can state, with what was stated.
    fn circumstances(&self) -> Vec<Choice> {
        let follows = [Known::Adult, Known::NotDetained, Known::PaysOwnTicket];
        let stated = Known::ALL.iter().filter(|one| !follows.contains(one));
        let holds = self.view.situation.known;
        stated
            .map(|one| Choice {
                selected: holds.has(*one),
                ..Choice::new(one.key(), self.say(&format!("known-{}", one.key())))
            })
            .collect()
    }
}
