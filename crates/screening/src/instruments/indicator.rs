//! Indicators and the parts of the legal test: what an answer can be evidence of.

use crate::bits::Bits;
use base::table::{Row, Trouble, rows};
use std::collections::HashMap;

/// The six dimensions of the ILO and EC Delphi study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    DeceptiveRecruitment,
    CoerciveRecruitment,
    RecruitmentByVulnerability,
    Exploitation,
    CoercionAtDestination,
    VulnerabilityAtDestination,
}

base::keys!(Dimension {
    DeceptiveRecruitment = "D1",
    CoerciveRecruitment = "D2",
    RecruitmentByVulnerability = "D3",
    Exploitation = "D4",
    CoercionAtDestination = "D5",
    VulnerabilityAtDestination = "D6",
});

impl Dimension {
    /// Its place among the evidence: behind every indicator.
    pub(crate) const fn bit(self) -> u8 {
        250 + self as u8
    }
}

/// The three classes of the legal test (Palermo Protocol art. 3(a)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    Act,
    Means,
    Purpose,
}

base::keys!(Class { Act = "act", Means = "means", Purpose = "purpose" });

impl Class {
    /// Its place among the evidence, for combinations that need one.
    pub(crate) const fn bit(self) -> u8 {
        246 + self as u8
    }
}

/// As many indicators as there is room for before the classes and the dimensions.
const MOST: usize = 240;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    Strong,
    Medium,
    Weak,
    /// Not in the list.
    None,
}

base::keys!(Weight { Strong = "strong", Medium = "medium", Weak = "weak", None = "none" });

/// An indicator's number in these [`super::Instruments`]. It means nothing in others: keep the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorNo(pub(crate) u8);

#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// As published: "D1.01", "ILO11.03", "FC.09"; "PAL.act.recruited" for a part of the legal test.
    pub id: String,
    pub text: String,
    /// The dimension it belongs to, with its weights for adults and for children.
    pub weighed: Option<(Dimension, Weight, Weight)>,
    /// For a part of the legal test: which class it belongs to, and its article.
    pub element: Option<(Class, String)>,
    pub example: String,
    /// It names something that the person was made to do. A letter should leave it out: it can be held against them.
    pub made_to_act: bool,
    pub source: String,
    pub as_of: base::Date,
}

/// Every indicator of every file, numbered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Indicators {
    pub all: Vec<Indicator>,
    numbers: HashMap<String, u8>,
}

const OF_INDICATORS: [&str; 10] =
    ["id", "text", "dimension", "weight_adult", "weight_child", "ilo11", "example", "made_to_act", "source", "as_of"];
const OF_THE_LEGAL_TEST: [&str; 6] = ["id", "class", "text", "article", "source", "as_of"];

impl Indicators {
    pub fn number(&self, id: &str) -> Option<u8> {
        self.numbers.get(id).copied()
    }

    /// Takes in a file of indicators. A later version of one that is known takes its place and its number.
    pub fn read_indicators(&mut self, file: &str, text: &str, troubles: &mut Vec<Trouble>) -> Vec<String> {
        self.take(rows(file, text, &OF_INDICATORS, troubles), indicator, troubles)
    }

    /// Takes in the parts of the legal test.
    pub fn read_legal_test(&mut self, file: &str, text: &str, troubles: &mut Vec<Trouble>) -> Vec<String> {
        self.take(rows(file, text, &OF_THE_LEGAL_TEST, troubles), element, troubles)
    }

    /// The ids that the file has, in its order.
    fn take(
        &mut self,
        rows: Vec<Row>,
        read: fn(&Row) -> Result<Indicator, Trouble>,
        troubles: &mut Vec<Trouble>,
    ) -> Vec<String> {
        let mut ids = Vec::new();
        for row in rows {
            match read(&row) {
                Ok(one) if ids.contains(&one.id) => {
                    let says = format!("“{}” stands in a row above. Give each row an id of its own.", one.id);
                    troubles.push(row.wrong("id", says));
                }
                Ok(one) => {
                    ids.push(one.id.clone());
                    if let Err(says) = self.put(one) {
                        troubles.push(row.wrong("id", says));
                    }
                }
                Err(trouble) => troubles.push(trouble),
            }
        }
        ids
    }

    fn put(&mut self, indicator: Indicator) -> Result<(), String> {
        if let Some(number) = self.number(&indicator.id) {
            self.all[usize::from(number)] = indicator;
        } else if self.all.len() < MOST {
            self.numbers.insert(indicator.id.clone(), self.all.len() as u8);
            self.all.push(indicator);
        } else {
            return Err(format!("There is room for {MOST} indicators. Take away those that no rule uses."));
        }
        Ok(())
    }

    /// Those of which something holds.
    pub fn that(&self, holds: impl Fn(&Indicator) -> bool) -> Bits {
        Bits::of(self.all.iter().enumerate().filter(|(_, one)| holds(one)).map(|(number, _)| number as u8))
    }

    /// The indicators of a dimension that have this weight, for children or for adults.
    pub fn weighing(&self, dimension: Dimension, weight: Weight, child: bool) -> Bits {
        let fits = |one: &Indicator| {
            one.weighed.is_some_and(|(of, adult, young)| of == dimension && weight == if child { young } else { adult })
        };
        self.that(fits)
    }

    /// What happened at the place of exploitation, whatever went before: the dimensions from exploitation on, and the
    /// signals of forced criminality.
    pub fn at_destination(&self) -> Bits {
        let there = |one: &Indicator| match one.weighed {
            Some((dimension, ..)) => dimension >= Dimension::Exploitation,
            None => one.id.starts_with("FC."),
        };
        self.that(there)
    }
}

fn indicator(row: &Row) -> Result<Indicator, Trouble> {
    let weight = |column| {
        let key = row.get(column);
        Weight::from_key(key)
            .ok_or_else(|| row.wrong(column, format!("“{key}” is no weight. Write strong, medium, weak or none.")))
    };
    let weighed = match row.get("dimension") {
        "" => None,
        key => {
            let unknown = || row.wrong("dimension", format!("“{key}” is no dimension. Write D1 to D6, or nothing."));
            Some((Dimension::from_key(key).ok_or_else(unknown)?, weight("weight_adult")?, weight("weight_child")?))
        }
    };
    Ok(Indicator {
        id: id(row)?,
        text: row.full("text")?,
        weighed,
        element: None,
        example: row.get("example").to_owned(),
        made_to_act: row.yes("made_to_act")?,
        source: row.full("source")?,
        as_of: row.date("as_of")?,
    })
}

fn element(row: &Row) -> Result<Indicator, Trouble> {
    let class = row.get("class");
    let unknown =
        || row.wrong("class", format!("“{class}” is no class of the legal test. Write act, means or purpose."));
    let class = Class::from_key(class).ok_or_else(unknown)?;
    let id = id(row)?;
    if !id.starts_with(&format!("PAL.{}.", class.key())) {
        return Err(row.wrong("id", format!("Begin the id with “PAL.{}.”.", class.key())));
    }
    Ok(Indicator {
        id,
        text: row.full("text")?,
        weighed: None,
        element: Some((class, row.full("article")?)),
        example: String::new(),
        made_to_act: false,
        source: row.full("source")?,
        as_of: row.date("as_of")?,
    })
}

fn id(row: &Row) -> Result<String, Trouble> {
    let id = row.get("id");
    let letters = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    let dotted = id.contains('.') && (3..=40).contains(&id.len());
    if letters && dotted {
        return Ok(id.to_owned());
    }
    Err(row.wrong("id", format!("“{id}” is no id of an indicator. Write letters, digits and dots, as in D1.01.")))
}
