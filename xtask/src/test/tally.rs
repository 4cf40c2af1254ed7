use crate::run::Outcome;
use std::fmt::{Display, Formatter};

/// How many tests passed, over all programs that ran any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// Tests that a program passed over. There must be none.
    pub skipped: usize,
}

impl Tally {
    /// Takes in one line of a test program. Only its closing lines count.
    pub fn read(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            for part in result.split(['.', ';']) {
                self.add(part.trim().split_once(' '));
            }
        } else if let Some(sum) = line.strip_prefix("ℹ ") {
            self.add(sum.split_once(' ').map(|(what, count)| (count, what)));
        }
    }

    fn add(&mut self, counted: Option<(&str, &str)>) {
        let Some((count, what)) = counted else { return };
        let Ok(count) = count.trim().parse::<usize>() else {
            return;
        };
        match what.trim() {
            "passed" | "pass" => self.passed += count,
            "failed" | "fail" | "cancelled" => self.failed += count,
            "ignored" | "skipped" | "todo" => self.skipped += count,
            _ => {}
        }
    }

    /// Nothing failed, and nothing was passed over in silence.
    pub fn verdict(&self) -> Outcome {
        match self {
            Tally { failed: 0, skipped: 0, passed } if *passed > 0 => Ok(()),
            Tally { failed: 0, skipped: 0, .. } => Err("No test ran.".to_owned()),
            Tally { failed: 0, skipped, .. } => Err(format!("{skipped} tests were passed over. None may be.")),
            Tally { failed, .. } => Err(format!("{failed} tests failed.")),
        }
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &str) -> Tally {
        let mut tally = Tally::default();
        lines.lines().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn cargo_and_node_are_summed() {
        let both = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s\n\
            ℹ tests 6\nℹ pass 5\nℹ fail 1\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\nℹ duration_ms 40.5";
        assert_eq!(tally(both).to_string(), "9 passed, 3 failed");
        assert!(tally(both).verdict().is_err());
    }

    #[test]
    fn what_was_passed_over_is_no_success() {
        let one = tally("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out");
        assert!(one.verdict().unwrap_err().contains("passed over"));
        assert!(tally("ℹ pass 3\nℹ skipped 2").verdict().is_err());
    }

    #[test]
    fn a_run_without_a_test_is_no_success() {
        assert!(tally("").verdict().is_err());
    }
}
