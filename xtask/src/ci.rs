//! What every change must pass.

use crate::run::{Outcome, cargo, heading, must};
use crate::{deny, test, tidy};

/// What a step is called, and how it is taken.
type Step = (&'static str, fn() -> Outcome);

/// Goes through all steps even after one has failed, and ends with the sum of the tests.
pub fn everything() -> Outcome {
    let steps: [Step; 4] =
        [("Tidiness", tidy::check), ("Format", format), ("Clippy", clippy), ("Licences and sources", deny::check)];
    let mut wrong = Vec::new();
    for (name, step) in steps {
        heading(name);
        if let Err(sentence) = step() {
            println!("{sentence}");
            wrong.push(format!("{name}: {sentence}"));
        }
    }
    let (tally, tests) = test::counted(true);
    wrong.extend(tests.err());
    test::close(tally, if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) })
}

fn format() -> Outcome {
    must(&mut cargo(&["fmt", "--all", "--check"]))
}

fn clippy() -> Outcome {
    must(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}
