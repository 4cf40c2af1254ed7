//! When a step can be left out: `holds-passport & visa-valid | fine-waived`.

use crate::set::{Set, every};
use crate::words::Known;

/// One of several groups of statements must be known as a whole. There is no "not", and none is wanted: what is unknown
/// lets nothing be skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition(Vec<Set<Known>>);

impl Condition {
    /// `&` binds more than `|`; an empty text is never met.
    pub fn read(text: &str) -> Result<Condition, String> {
        let word = |word: &str| {
            let says = || {
                format!("“{word}” is nothing that can be known of a person here. Write some of: {}.", every::<Known>())
            };
            Known::from_key(word).ok_or_else(says)
        };
        let group = |text: &str| text.split('&').map(|one| word(one.trim())).collect::<Result<Set<Known>, _>>();
        match text.trim() {
            "" => Ok(Condition::default()),
            text => text.split('|').map(group).collect::<Result<_, _>>().map(Condition),
        }
    }

    /// The statements that meet it, if some do.
    pub fn met(&self, known: Set<Known>) -> Option<Set<Known>> {
        self.0.iter().copied().find(|group| known.holds(*group))
    }

    pub fn is_never(&self) -> bool {
        self.0.is_empty()
    }

    /// The groups, each of which is enough.
    pub fn groups(&self) -> &[Set<Known>] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn and_binds_more_than_or_and_nothing_is_met_by_what_is_not_known() {
        let condition = Condition::read("holds-passport & visa-valid | fine-waived").unwrap();
        let met = |known: &[Known]| condition.met(Set::of(known.iter().copied())).is_some();
        assert!(met(&[Known::HoldsPassport, Known::VisaValid]));
        assert!(met(&[Known::FineWaived]));
        assert!(!met(&[Known::HoldsPassport]) && !met(&[Known::VisaValid]) && !met(&[]));
        assert!(Condition::read("").unwrap().met(Set::of(Known::ALL.iter().copied())).is_none());
    }

    #[test]
    fn only_words_of_the_vocabulary_can_be_written() {
        for text in ["nationality", "not adult", "adult &", "| adult", "adult & & adult"] {
            assert!(Condition::read(text).is_err(), "{text}");
        }
    }
}
