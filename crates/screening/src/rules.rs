//! The rules of the newest files, made ready to be gone through a hundred thousand times.

use crate::bits::Bits;
use crate::finding::{Counts, Finding};
use crate::instruments::{Class, Dimension};

/// Rules for adults at 0, for children at 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    /// The indicator of the child rule.
    pub child: u8,
    /// The indicators of what happened at the place of exploitation.
    pub at_destination: Bits,
    /// The indicators that name something that the person was made to do.
    pub made_to_act: Bits,
    pub links: Vec<Link>,
    /// What shows a class by itself.
    alone: [[Bits; 3]; 2],
    /// What shows a class together with something else.
    together: [Vec<(Class, u8, Bits)>; 2],
    /// The indicators of each dimension by weight.
    weights: [[[Bits; 3]; 6]; 2],
    pub minima: Vec<Counts>,
    pub combinations: Vec<Combination>,
}

/// A row of the crosswalk: this is evidence of that part of the legal test.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub(crate) evidence: u8,
    pub(crate) element: u8,
    pub(crate) class: Class,
    /// It counts only beside one of these; alone, where none is named.
    pub(crate) together: Option<Bits>,
    pub(crate) for_children: bool,
    pub reason: String,
    pub source: String,
}

/// What several dimensions mean together.
#[derive(Clone, Debug, PartialEq)]
pub struct Combination {
    pub id: String,
    pub(crate) needs: Vec<Bits>,
    pub(crate) for_children: bool,
    pub finding: Finding,
    pub says: String,
    pub source: String,
}

/// What the rules make of some evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    pub finding: Finding,
    pub legal: bool,
    pub classes: [bool; 3],
    /// With the counts that were gone by, and whether these were a child's.
    pub dimensions: [(Counts, bool, bool); 6],
    pub combination: Option<u16>,
    /// The evidence with dimensions and classes.
    pub whole: Bits,
}

impl Rules {
    /// Whether these rules treat somebody as a child.
    pub fn as_child(&self, evidence: Bits, age: crate::Age) -> bool {
        age.as_child() || evidence.has(self.child)
    }

    /// A dimension is positive with at least one of the minimal counts.
    pub fn is_positive(&self, counts: Counts) -> bool {
        let reaches = |least: &Counts| {
            counts.strong >= least.strong && counts.medium >= least.medium && counts.weak >= least.weak
        };
        self.minima.iter().any(reaches)
    }

    pub fn judge(&self, evidence: Bits, child: bool) -> Verdict {
        let dimensions: [_; 6] = std::array::from_fn(|at| self.weigh(evidence, at, child));
        let mut whole = evidence;
        for dimension in Dimension::ALL.iter().filter(|one| dimensions[**one as usize].2) {
            whole.put(dimension.bit());
        }
        let mut classes = self.alone[usize::from(child)].map(|alone| alone.meets(whole));
        for (class, number, others) in &self.together[usize::from(child)] {
            if !classes[*class as usize] && whole.has(*number) && whole.meets(*others) {
                classes[*class as usize] = true;
            }
        }
        for class in Class::ALL.iter().filter(|class| classes[**class as usize]) {
            whole.put(class.bit());
        }
        let fits = |one: &Combination| (child || !one.for_children) && one.needs.iter().all(|any| whole.meets(*any));
        let combination = self.combinations.iter().position(fits);
        let legal = classes[Class::Act as usize]
            && classes[Class::Purpose as usize]
            && (child || classes[Class::Means as usize]);
        let reached = combination.map_or(Finding::MoreInformationNeeded, |at| self.combinations[at].finding);
        let finding = if legal { Finding::PresumedVictim } else { reached };
        Verdict { finding, legal, classes, dimensions, combination: combination.map(|at| at as u16), whole }
    }

    /// For a child a dimension is positive by the child's weights or by an adult's, so that being a child never lowers.
    fn weigh(&self, evidence: Bits, dimension: usize, child: bool) -> (Counts, bool, bool) {
        let counts = |weights: &[[Bits; 3]; 6]| {
            let [strong, medium, weak] = weights[dimension].map(|weight| evidence.shared(weight));
            Counts { strong, medium, weak }
        };
        let grown = counts(&self.weights[0]);
        let grown_positive = self.is_positive(grown);
        if !child {
            return (grown, false, grown_positive);
        }
        let young = counts(&self.weights[1]);
        match self.is_positive(young) {
            false if grown_positive => (grown, false, true),
            positive => (young, true, positive),
        }
    }

    /// What a link counts beside, if it counts at all.
    pub fn counts_with(&self, link: &Link, whole: Bits, child: bool) -> Option<Option<u8>> {
        if !whole.has(link.evidence) || (link.for_children && !child) {
            return None;
        }
        match link.together {
            None => Some(None),
            // What the person was made to do is named beside it only where there is nothing else.
            Some(others) => {
                let harmless = whole.first_shared(others.minus(self.made_to_act));
                harmless.or_else(|| whole.first_shared(others)).map(Some)
            }
        }
    }

    pub fn ready(&mut self, weights: [[[Bits; 3]; 6]; 2]) {
        self.weights = weights;
        for (child, (alone, together)) in self.alone.iter_mut().zip(&mut self.together).enumerate() {
            for link in self.links.iter().filter(|link| child == 1 || !link.for_children) {
                match link.together {
                    None => alone[link.class as usize].put(link.evidence),
                    Some(others) => together.push((link.class, link.evidence, others)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
