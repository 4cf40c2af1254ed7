//! Everything that decides, read once from versioned files and looked through with a sentence for every mistake.

mod counts;
mod crosswalk;
mod guide;
mod index;
mod indicator;
mod shipped;
mod spoken;

pub use base::table::Trouble;
pub(crate) use counts::read as counts_of;
pub(crate) use guide::{refers, without_time};
pub use index::{Listed, What};
pub use indicator::{Class, Dimension, Indicator, IndicatorNo, Weight};
pub use shipped::{File, INDEX, SHIPPED, SPOKEN};
pub use spoken::Spoken;

use crate::evidence::Unread;
use crate::finding::QuestionNo;
use crate::questionnaire::{Kind, On, Outcome, Part, Question, Questionnaire};
use crate::rules::{Combination, Link, Rules};
use crate::triage::{self, Rule, Window};
use crate::{Answers, bits::Bits};
use indicator::Indicators;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The guide of the hearing, whose questions are proposed where no other was begun.
pub const HEARING: &str = "hearing";
/// The question of it that asks whether the person agrees to be heard: after a no, nothing else is asked.
pub const AGREES: &str = "ready";
/// The indicator that makes somebody a child to the rules.
const CHILD: &str = "CHILD.01";

/// All instruments, several versions side by side: questions are read in the version that they were asked under, rules
/// are those of the newest.
#[derive(Clone, Debug)]
pub struct Instruments {
    pub(crate) listed: Vec<Listed>,
    pub(crate) indicators: Indicators,
    pub(crate) questionnaires: Vec<Questionnaire>,
    pub(crate) rules: Rules,
    pub(crate) triage: triage::Rules,
}

impl Instruments {
    /// Those that the program carries.
    pub fn shipped() -> &'static Instruments {
        static SHIPPED_ONES: LazyLock<Instruments> = LazyLock::new(|| {
            let all: Vec<File> =
                SHIPPED.iter().map(|(id, version, text)| File { id, version: *version, text }).collect();
            let mut ones = Instruments::load(INDEX, &all).expect("the tests load the files that are shipped");
            ones.speak(SPOKEN).expect("the tests read the words that are shipped");
            ones
        });
        &SHIPPED_ONES
    }

    /// Reads the index and the files that it lists, or says everything that is wrong with them.
    pub fn load(index: &str, files: &[File]) -> Result<Instruments, Vec<Trouble>> {
        let mut troubles = Vec::new();
        let listed = index::read(index, files, &mut troubles);
        let mut ones = Instruments {
            indicators: Indicators::default(),
            questionnaires: Vec::new(),
            rules: Rules::default(),
            triage: triage::Rules::default(),
            listed,
        };
        // What others are made of comes first; within one kind a later version comes after an earlier one.
        let mut order: Vec<&Listed> = ones.listed.iter().collect();
        order.sort_by_key(|one| (one.what, one.version));
        let lists: Vec<Listed> = order.into_iter().cloned().collect();
        let mut crosswalk = Vec::new();
        for one in &lists {
            if let Some(file) = files.iter().find(|file| (file.id, file.version) == (one.id.as_str(), one.version)) {
                ones.read(one, file.text, &mut crosswalk, &mut troubles);
            }
        }
        ones.make_ready(crosswalk, &mut troubles);
        if troubles.is_empty() { Ok(ones) } else { Err(troubles) }
    }

    /// Gives questionnaires and the triage their words in other languages, or says everything that is wrong with them.
    pub fn speak(&mut self, files: &[Spoken]) -> Result<(), Vec<Trouble>> {
        let mut troubles = Vec::new();
        for file in files {
            let is_file = |one: &&Listed| (one.id.as_str(), one.version) == (file.id, file.version);
            if self.listed.iter().find(is_file).is_some_and(|one| one.what == What::Triage) {
                // The rules in force are the newest: words of earlier ones are said of nothing any more.
                if !self.listed.iter().any(|one| one.id == file.id && one.version > file.version) {
                    spoken::read_actions(file, &mut self.triage.rows, &mut troubles);
                }
                continue;
            }
            let fits = |one: &&mut Questionnaire| (one.id.as_str(), one.version) == (file.id, file.version);
            match self.questionnaires.iter_mut().find(fits) {
                Some(whole) => spoken::read(file, whole, &mut troubles),
                None => troubles.push(Trouble::new(&file.path(), 0, "", "There is no questionnaire of this version.")),
            }
        }
        if troubles.is_empty() { Ok(()) } else { Err(troubles) }
    }

    fn read(&mut self, one: &Listed, text: &str, links: &mut Vec<Link>, troubles: &mut Vec<Trouble>) {
        let file = one.path();
        match one.what {
            What::LegalTest => {
                let ids = self.indicators.read_legal_test(&file, text, troubles);
                self.add_checklist(one, &ids);
            }
            What::Indicators => {
                let ids = self.indicators.read_indicators(&file, text, troubles);
                self.add_checklist(one, &ids);
            }
            What::DimensionRule => self.rules.minima = crosswalk::minima(&file, text, troubles),
            What::Combinations => self.rules.combinations = crosswalk::combinations(&file, text, troubles),
            What::Crosswalk => *links = crosswalk::links(&file, text, &self.indicators, troubles),
            What::Questionnaire => {
                let named = (one.id.as_str(), one.version, one.title.as_str());
                let whole = guide::read(&file, named, text, &self.indicators, troubles);
                self.questionnaires.push(whole);
            }
            What::Triage => self.triage.read_rows(&file, text, troubles),
            What::Clocks => self.triage.read_windows(&file, text, troubles),
        }
    }

    /// A file of indicators can be asked as it stands: one question for each.
    fn add_checklist(&mut self, one: &Listed, ids: &[String]) {
        let questions = ids.iter().enumerate().filter_map(|(at, id)| {
            let number = self.indicators.number(id)?;
            let indicator = &self.indicators.all[usize::from(number)];
            Some(Question {
                id: id.clone(),
                section: indicator.weighed.map_or(one.id.as_str(), |(dimension, ..)| dimension.key()).to_owned(),
                number: at as u32 + 1,
                wording: indicator.text.clone(),
                wordings: english(&indicator.text),
                hint: indicator.example.clone(),
                hints: english(&indicator.example),
                kind: Kind::YesNo,
                required: false,
                short: false,
                urgent: false,
                known: Vec::new(),
                part: Part::Protection,
                relevant: None,
                constraint: None,
                proposed: None,
                source: indicator.source.clone(),
                outcomes: vec![Outcome { on: On::Yes, indicators: Bits::of([number]), concerns: Vec::new() }],
            })
        });
        self.questionnaires.push(Questionnaire::new(&one.id, one.version, &one.title, questions.collect()));
    }

    fn make_ready(&mut self, mut links: Vec<Link>, troubles: &mut Vec<Trouble>) {
        let mut missing = |what: &str| troubles.push(Trouble::new("index.csv", 0, "", what));
        match self.indicators.number(CHILD) {
            Some(number) => self.rules.child = number,
            None => missing(
                "No file has the indicator CHILD.01, without which no child is seen as one. Add the file “child”.",
            ),
        }
        if self.rules.minima.is_empty() || links.is_empty() {
            missing("The rule of dimensions or the crosswalk is missing, so that nothing could be found. Add both.");
        }
        if self.triage.rows.is_empty() {
            missing("The rules of triage are missing. Add the file “triage”.");
        }
        links.extend(crosswalk::named_directly(&self.indicators));
        self.rules.links = links;
        self.rules.at_destination = self.indicators.at_destination();
        self.rules.made_to_act = self.indicators.that(|one| one.made_to_act);
        let weights = [false, true].map(|child| {
            std::array::from_fn(|dimension| {
                [Weight::Strong, Weight::Medium, Weight::Weak]
                    .map(|weight| self.indicators.weighing(Dimension::ALL[dimension], weight, child))
            })
        });
        self.rules.ready(weights);
    }

    /// Adds an organisation's own questionnaire. Earlier versions of it stay.
    pub fn add(&mut self, questionnaire: Questionnaire) -> Result<(), String> {
        let (id, version) = (&questionnaire.id, questionnaire.version);
        if self.listed.iter().any(|one| one.id == *id && one.what != What::Questionnaire) || id == HEARING {
            return Err(format!("“{id}” is the name of an instrument of the program. Give yours another."));
        }
        if self.questionnaires.iter().any(|one| one.id == *id && one.version >= version) {
            return Err(format!(
                "“{id}”, version {version}, does not come after the versions that are here. Answers were given under those: raise the version."
            ));
        }
        self.questionnaires.push(questionnaire);
        Ok(())
    }

    /// What the index says of every file.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// The files whose rules are in force, to be kept beside a result that they gave.
    pub fn in_force(&self) -> impl Iterator<Item = &Listed> {
        let newest = |one: &&Listed| !self.listed.iter().any(|other| other.id == one.id && other.version > one.version);
        self.listed.iter().filter(|one| one.what != What::Questionnaire).filter(newest)
    }

    /// Every version of every questionnaire.
    pub fn questionnaires(&self) -> &[Questionnaire] {
        &self.questionnaires
    }

    /// The newest version of a questionnaire.
    pub fn newest(&self, id: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().filter(|one| one.id == id).max_by_key(|one| one.version)
    }

    /// The questionnaire, in the version, that these answers were given to.
    pub fn asked(&self, answers: &Answers) -> Result<&Questionnaire, Unread> {
        self.place(answers).map(|place| &self.questionnaires[usize::from(place)])
    }

    pub(crate) fn place(&self, answers: &Answers) -> Result<u16, Unread> {
        let fits = |one: &Questionnaire| one.version == answers.version && one.id == answers.instrument;
        let place = self.questionnaires.iter().position(fits);
        place.map(|place| place as u16).ok_or_else(|| Unread::NoSuchInstrument {
            instrument: answers.instrument.clone(),
            version: answers.version,
        })
    }

    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorNo, &Indicator)> {
        self.indicators.all.iter().enumerate().map(|(number, one)| (IndicatorNo(number as u8), one))
    }

    pub fn indicator(&self, number: IndicatorNo) -> &Indicator {
        &self.indicators.all[usize::from(number.0)]
    }

    pub fn has_indicator(&self, id: &str) -> bool {
        self.indicators.number(id).is_some()
    }

    pub fn question(&self, number: QuestionNo) -> &Question {
        &self.questionnaires[usize::from(number.questionnaire)].questions[usize::from(number.question)]
    }

    pub fn questionnaire_of(&self, number: QuestionNo) -> &Questionnaire {
        &self.questionnaires[usize::from(number.questionnaire)]
    }

    /// What combinations of dimensions mean, in the order in which they are looked for.
    pub fn combinations(&self) -> &[Combination] {
        &self.rules.combinations
    }

    /// The rows of triage, and its clocks.
    pub fn triage(&self) -> (&[Rule], &[Window]) {
        (&self.triage.rows, &self.triage.windows)
    }
}

/// What a file of the program says, by its language.
pub(crate) fn english(text: &str) -> BTreeMap<String, String> {
    Some(text).filter(|text| !text.is_empty()).map(|text| ("en".to_owned(), text.to_owned())).into_iter().collect()
}

#[cfg(test)]
mod tests;
