//! What an assessment can say, and nothing else.

use crate::evidence::From;
use crate::instruments::{Class, Dimension, IndicatorNo};
use crate::reason::Reason;

/// The result, from the lowest on. There is no other: no value says that somebody is not a victim, and none ever will.
///
/// ```compile_fail
/// let finding = screening::Finding::NotAVictim;
/// ```
/// ```
/// use screening::Finding;
/// match Finding::ALL[0] {
///     Finding::MoreInformationNeeded | Finding::StrongIndication | Finding::PresumedVictim => {}
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    MoreInformationNeeded,
    StrongIndication,
    PresumedVictim,
}

base::keys!(Finding {
    MoreInformationNeeded = "more-information-needed",
    StrongIndication = "strong-indication",
    PresumedVictim = "presumed-victim",
});

/// Which rule the finding follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Act, means and purpose (Palermo Protocol art. 3(a); ACTIP art. 2).
    LegalTest,
    /// Act and purpose, for a child or in doubt of the age (Palermo Protocol art. 3(c)-(d); ACTIP art. 2).
    ChildRule,
    /// A combination of dimensions (ILO and EC Delphi study).
    Combination,
    /// None is complete yet.
    Incomplete,
}

base::keys!(Basis {
    LegalTest = "legal-test",
    ChildRule = "child-rule",
    Combination = "combination",
    Incomplete = "incomplete",
});

/// How many indicators of each weight a dimension has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counts {
    pub strong: u8,
    pub medium: u8,
    pub weak: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    pub dimension: Dimension,
    pub counts: Counts,
    /// Counted with the weights for children.
    pub as_child: bool,
    pub positive: bool,
}

/// A question of one of the questionnaires of these [`crate::Instruments`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionNo {
    pub(crate) questionnaire: u16,
    pub(crate) question: u16,
}

/// One answer that shows one part of the legal test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    pub class: Class,
    /// Which act, means or purpose.
    pub element: IndicatorNo,
    pub by: By,
    /// What it counts together with, where it does not count alone.
    pub with: Option<By>,
    /// The row of the crosswalk that says why; `None` where the part of the test was itself answered.
    pub(crate) link: Option<u16>,
}

/// What the evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Indicator(IndicatorNo, From),
    Dimension(Dimension),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    pub finding: Finding,
    pub basis: Basis,
    /// Everything that shows a part of the legal test: acts first, then means, then purposes.
    pub shown: Vec<Shown>,
    pub dimensions: [Weighed; 6],
    /// The place of the combination that is reached, if one is.
    pub combination: Option<u16>,
    /// The classes that nothing shows yet and that are needed.
    pub open_classes: Vec<Class>,
    /// The dimensions that are not positive.
    pub open_dimensions: Vec<Dimension>,
    /// The relevant questions that could carry something and were not answered, or not with something known.
    pub open_questions: Vec<QuestionNo>,
    /// The one question that was not asked yet and whose answer could raise the result most.
    pub best_question: Option<QuestionNo>,
    /// Why, in the order in which a letter would say it.
    pub reasons: Vec<Reason>,
}
