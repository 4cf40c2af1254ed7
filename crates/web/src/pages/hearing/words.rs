//! What was said, and how much time is left, in words.

use crate::tongue::Value;
use crate::visit::Visit;
use crate::words::Words;
use casework::hearing::{Decision, Heard};
use screening::questionnaire::{Kind, Question};
use screening::triage::{Left, Urgency};
use screening::{Answer, Instruments, When};

/// A question's number as people call it.
pub fn number_of(question: &Question) -> usize {
    question.number as usize
}

/// One sentence for each clock that runs: how long what still works.
pub fn clock_words(visit: &Visit, urgency: &Urgency) -> Vec<String> {
    let words = urgency.clocks.iter().map(|clock| {
        let values = |hours: i64| {
            [("what", Value::from(clock.window.says.as_str())), ("hours", Value::from(hours.max(0) as usize))]
        };
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
        let guide = Instruments::shipped().questionnaires().iter();
        let guide = guide.filter(|one| one.id == heard.instrument && one.version == heard.version);
        let question = guide.filter_map(|one| one.question(&heard.question)).next();
        match question {
            Some(question) => {
                format!("{}. {} – {}", question.number, question.wording, self.said(question, &heard.answer))
            }
            None => format!("{} – {}", heard.question, self.bare(&heard.answer)),
        }
    }

    /// An answer to a question, choices by their labels.
    pub fn said(&self, question: &Question, answer: &Answer) -> String {
        let label = |key: &String| {
            let found = question.kind.choices().iter().find(|choice| choice.key == *key);
            found.map_or_else(|| key.clone(), |choice| choice.label.clone())
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
