//! The assessment: what some evidence comes to, what carries it, and what would help most to ask.

use crate::bits::Bits;
use crate::evidence::{Asked, From, Heard};
use crate::finding::{By, QuestionNo, Shown, Weighed};
use crate::instruments::{Class, Dimension, HEARING, IndicatorNo};
use crate::questionnaire::{Part, Question};
use crate::reason;
use crate::rules::{Link, Verdict};
use crate::{Age, Assessment, Basis, Evidence, Finding, Instruments};

/// Assesses the evidence about one person. More evidence never lowers the finding; what is unknown changes nothing.
pub fn assess(instruments: &Instruments, evidence: &Evidence, age: Age) -> Assessment {
    let rules = &instruments.rules;
    let age = evidence.age(instruments, age);
    let child = age.as_child();
    let verdict = rules.judge(evidence.bits, child);
    let basis = match verdict.finding {
        Finding::PresumedVictim if verdict.classes[Class::Means as usize] => Basis::LegalTest,
        Finding::PresumedVictim => Basis::ChildRule,
        Finding::StrongIndication => Basis::Combination,
        Finding::MoreInformationNeeded => Basis::Incomplete,
    };
    let is_needed = |class: &Class| *class != Class::Means || !child;
    let is_open = |class: &Class| is_needed(class) && !verdict.classes[*class as usize];
    let mut assessment = Assessment {
        finding: verdict.finding,
        basis,
        shown: shown(instruments, evidence, &verdict, child),
        dimensions: std::array::from_fn(|at| {
            let (counts, as_child, positive) = verdict.dimensions[at];
            Weighed { dimension: Dimension::ALL[at], counts, as_child, positive }
        }),
        combination: verdict.combination,
        open_classes: Class::ALL.iter().copied().filter(is_open).collect(),
        open_dimensions: Dimension::ALL.iter().copied().filter(|one| !verdict.whole.has(one.bit())).collect(),
        open_questions: Vec::new(),
        best_question: None,
        reasons: Vec::new(),
    };
    questions(instruments, evidence, age, &verdict, &mut assessment);
    assessment.reasons = reason::of(instruments, &assessment, age, child);
    assessment
}

/// Everything that shows a part of the legal test: each answer once for each part.
fn shown(instruments: &Instruments, evidence: &Evidence, verdict: &Verdict, child: bool) -> Vec<Shown> {
    let rules = &instruments.rules;
    let by = |number: u8| {
        let given = evidence.given.iter().find(|(one, _)| one.0 == number);
        match Dimension::ALL.iter().find(|one| one.bit() == number) {
            Some(dimension) => By::Dimension(*dimension),
            None => By::Indicator(IndicatorNo(number), given.map_or(From::Marked, |(_, from)| *from)),
        }
    };
    let mut all = Vec::with_capacity(2 * evidence.given.len());
    let mut add = |number: usize, link: &Link, by: By, with: Option<By>| {
        let link_number = (link.evidence != link.element).then_some(number as u16);
        all.push(Shown { class: link.class, element: IndicatorNo(link.element), by, with, link: link_number });
    };
    for (number, link) in rules.links.iter().enumerate() {
        let Some(with) = rules.counts_with(link, verdict.whole, child) else { continue };
        let with = with.map(by);
        match by(link.evidence) {
            dimension @ By::Dimension(_) => add(number, link, dimension, with),
            By::Indicator(..) => {
                for (one, from) in evidence.given.iter().filter(|(one, _)| one.0 == link.evidence) {
                    add(number, link, By::Indicator(*one, *from), with);
                }
            }
        }
    }
    // A child's means need not be shown, but what was done stays worth saying.
    all.sort_by_key(|one| one.class);
    all
}

/// What is still open, and what would help most. Questions that nobody would need to answer again are left out.
fn questions(instruments: &Instruments, evidence: &Evidence, age: Age, verdict: &Verdict, assessment: &mut Assessment) {
    let mut best = score(verdict, false);
    let mut consider = |number: QuestionNo, question: &Question, asked: Asked| {
        if question.part == Part::Testimony || !question.can_carry() {
            return;
        }
        match asked {
            Asked::NotYet | Asked::Unknown => assessment.open_questions.push(number),
            Asked::NotRelevant | Asked::Answered => return,
        }
        if asked == Asked::NotYet && assessment.finding != Finding::PresumedVictim {
            let reached = reaches(instruments, evidence.bits, question, age);
            if reached > best {
                best = reached;
                assessment.best_question = Some(number);
            }
        }
    };
    for Heard { questionnaire, questions } in &evidence.heard {
        let whole = &instruments.questionnaires[usize::from(*questionnaire)];
        for (at, (question, asked)) in whole.questions.iter().zip(questions).enumerate() {
            consider(QuestionNo { questionnaire: *questionnaire, question: at as u16 }, question, *asked);
        }
    }
    let begun = |one: &Heard| instruments.questionnaires[usize::from(one.questionnaire)].id == HEARING;
    if evidence.heard.iter().any(begun) {
        return;
    }
    let guides = instruments.questionnaires.iter().enumerate().filter(|(_, one)| one.id == HEARING);
    if let Some((place, guide)) = guides.max_by_key(|(_, one)| one.version) {
        for (at, question) in guide.questions.iter().enumerate() {
            let asked = if question.relevant.is_none() { Asked::NotYet } else { Asked::NotRelevant };
            consider(QuestionNo { questionnaire: place as u16, question: at as u16 }, question, asked);
        }
    }
}

/// The result first; then how many classes of the legal test are shown, how many dimensions are positive, and whether
/// anything was learnt at all.
type Score = (Finding, usize, usize, bool);

fn score(verdict: &Verdict, learnt: bool) -> Score {
    let classes = verdict.classes.iter().filter(|shown| **shown).count();
    let dimensions = verdict.dimensions.iter().filter(|(_, _, positive)| *positive).count();
    (verdict.finding, classes, dimensions, learnt)
}

/// The most that one answer to a question could reach.
fn reaches(instruments: &Instruments, evidence: Bits, question: &Question, age: Age) -> Score {
    let rules = &instruments.rules;
    let after = |indicators: Bits| {
        let more = evidence.and(indicators);
        score(&rules.judge(more, rules.as_child(more, age)), !evidence.holds(indicators))
    };
    let outcomes = question.outcomes.iter().filter(|outcome| !outcome.indicators.is_empty());
    outcomes.map(|outcome| after(outcome.indicators)).max().unwrap_or_else(|| after(Bits::default()))
}
