//! What was said, and how much time is left, in words.

use crate::tongue::{Tongue, Value};
use crate::views::hearing::Worded;
use crate::visit::Visit;
use crate::words::Words;
use base::Language;
use casework::hearing::{Decision, Heard};
use screening::questionnaire::{Kind, Question};
use screening::triage::{Left, Urgency};
use screening::{Answer, When};
use std::collections::BTreeMap;

/// A question's number as people call it.
pub fn number_of(question: &Question) -> usize {
    question.number as usize
}

/// Languages that are written as another one is: who speaks one reads the other.
const WRITTEN_AS: [(&str, &str); 5] = [("apd", "ar"), ("arz", "ar"), ("hak", "zh"), ("nan", "zh"), ("yue", "zh")];

/// In the language of the page, or as it stands, with the language that it stands in.
pub fn worded(tongue: Tongue, plain: &str, words: &BTreeMap<String, String>) -> Worded {
    if let Some(own) = words.get(tongue.tag()) {
        return Worded { text: own.clone(), lang: String::new() };
    }
    let lang = words.iter().find(|(_, text)| *text == plain).map(|(lang, _)| lang.clone());
    Worded { text: plain.to_owned(), lang: lang.unwrap_or_default() }
}

/// What is to be done first.
pub fn first_action(tongue: Tongue, urgency: &Urgency) -> Worded {
    worded(tongue, &urgency.first.first_action, &urgency.first.first_actions)
}

/// The person's best language that the question is said in; none where the page speaks it already.
pub fn theirs(tongue: Tongue, languages: &[Language], question: &Question) -> Option<String> {
    let written = |code: &'static str| WRITTEN_AS.iter().find(|(one, _)| *one == code).map_or(code, |(_, as_is)| as_is);
    let best = languages.iter().map(|one| written(one.code())).find(|code| question.wordings.contains_key(*code))?;
    (best != tongue.tag()).then(|| best.to_owned())
}

/// One sentence for each clock that runs: how long what still works.
pub fn clock_words(visit: &Visit, urgency: &Urgency) -> Vec<String> {
    let words = urgency.clocks.iter().map(|clock| {
        let key = format!("screening-clock-{}", clock.window.id);
        let what = Some(visit.tongue.say(&key)).filter(|said| *said != key).unwrap_or(clock.window.says.clone());
        let values = |hours: i64| [("what", Value::from(what.as_str())), ("hours", Value::from(hours.max(0) as usize))];
        match clock.left {
            Left::Inside { least, most } if least < most && least / HOUR < most / HOUR => {
                let most = ("most", Value::from((most / HOUR) as usize));
                let [what, hours] = values(least / HOUR);
                visit.tongue.say_with("clock-between", &[what, hours, most])
            }
            Left::Inside { least, .. } => visit.tongue.say_with("clock-left", &values(least / HOUR)),
            Left::Unknown => visit.tongue.say_with("clock-unknown", &values(clock.window.hours)),
            Left::Over => visit.tongue.say_with("clock-over", &values(clock.window.hours)),
        }
    });
    words.collect()
}

const HOUR: i64 = 3_600_000;

impl Words {
    /// "12. Were you free to leave? – No"
    pub fn heard(&self, heard: &Heard) -> String {
        let guide = casework::hearing::instruments().questionnaires().iter();
        let guide = guide.filter(|one| one.id == heard.instrument && one.version == heard.version);
        let question = guide.filter_map(|one| one.question(&heard.question)).next();
        match question {
            Some(question) => {
                let wording = worded(self.tongue, &question.wording, &question.wordings).text;
                format!("{}. {wording} – {}", question.number, self.said(question, &heard.answer))
            }
            None => format!("{} – {}", heard.question, self.bare(&heard.answer)),
        }
    }

    /// An answer to a question, choices by their labels.
    pub fn said(&self, question: &Question, answer: &Answer) -> String {
        let label = |key: &String| {
            let found = question.kind.choices().iter().find(|choice| choice.key == *key);
            found.map_or_else(|| key.clone(), |choice| worded(self.tongue, &choice.label, &choice.labels).text)
        };
        match answer {
            Answer::One(key) if question.kind != Kind::YesNo => label(key),
            Answer::Several(keys) => keys.iter().map(label).collect::<Vec<_>>().join("; "),
            other => self.bare(other),
        }
    }

    fn bare(&self, answer: &Answer) -> String {
        let key = match answer {
            Answer::Yes => "said-yes",
            Answer::No => "said-no",
            Answer::DoesNotKnow => "said-does-not-know",
            Answer::RatherNot => "said-rather-not",
            Answer::One(text) | Answer::Text(text) => return text.clone(),
            Answer::Several(keys) => return keys.iter().cloned().collect::<Vec<_>>().join("; "),
            Answer::Number(number) => return number.to_string(),
            Answer::When(When::At(at)) => return at.local_text(),
            Answer::When(when) => return when.to_string(),
        };
        self.tongue.say(key)
    }

    /// "Actual victim, decided by …"
    pub fn decision(&self, decision: &Decision) -> String {
        let status = self.tongue.say(&format!("status-{}", decision.status.key()));
        self.tongue
            .say_with("decision-of", &[("status", Value::from(status)), ("who", Value::from(decision.by.as_str()))])
    }
}
