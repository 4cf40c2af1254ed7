//! The urgency as sentences.

use super::{Clock, Left, Trigger, Urgency};
use crate::words::Say;

impl Urgency<'_> {
    /// Why it is as urgent as it is, in the order of urgency; then the clocks.
    pub fn sentences(&self, say: Say) -> Vec<String> {
        let mut sentences: Vec<String> = self.carried_by.iter().map(|trigger| trigger.sentence(say)).collect();
        if sentences.is_empty() {
            sentences.push(say("screening-urgency-nothing-named", &[("level", self.level.key())]));
        }
        sentences.extend(self.clocks.iter().map(|clock| clock.sentence(say)));
        sentences
    }
}

impl Trigger<'_> {
    /// "P1: sexual violence, less than 120 hours ago or at an unknown time."
    pub fn sentence(&self, say: Say) -> String {
        let mut what = say(&format!("screening-concern-{}", self.concern.key()), &[]);
        if let Some(hours) = self.rule.until_hours {
            what = say("screening-urgency-within", &[("what", &what), ("hours", &hours.to_string())]);
        } else if let Some(hours) = self.rule.from_hours.filter(|hours| *hours > 0) {
            what = say("screening-urgency-longer-ago", &[("what", &what), ("hours", &hours.to_string())]);
        }
        say("screening-urgency-trigger", &[("level", self.rule.level.key()), ("what", &what)])
    }
}

impl Clock<'_> {
    pub fn sentence(&self, say: Say) -> String {
        let hours = |millis: i64| (millis / 3_600_000).to_string();
        let what = say(&format!("screening-clock-{}", self.window.id), &[]);
        // A window that an organisation added has its words in its row alone.
        let what = if what.starts_with("screening-") { self.window.says.clone() } else { what };
        let whole = self.window.hours.to_string();
        match self.left {
            Left::Inside { least, most } if hours(least) == hours(most) => {
                say("screening-clock-left", &[("what", &what), ("hours", &hours(least)), ("whole", &whole)])
            }
            Left::Inside { least, most } => {
                let args = [("what", &*what), ("hours", &hours(least)), ("most", &hours(most)), ("whole", &whole)];
                say("screening-clock-left-about", &args)
            }
            Left::Unknown => say("screening-clock-unknown", &[("what", &what), ("whole", &whole)]),
            Left::Over => say("screening-clock-over", &[("what", &what), ("whole", &whole)]),
        }
    }
}
