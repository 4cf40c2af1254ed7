//! What an answer counts as: the cells `indicators` and `concern` of a questionnaire, ours or an organisation's.
//!
//! `yes=D1.01`, `no=D5.03`, `beaten=D5.04 D5.11; locked=FC.09`, `>=12=D4.01`; a bare `D1.01` means yes.
//! A concern may name the question that says when it happened: `yes=sexual-violence@sexual-violence-when`.

use super::indicator::Indicators;
use crate::bits::Bits;
use crate::questionnaire::{Kind, On, Outcome, Part};
use crate::triage::Concern;
use base::table::several;

/// Which column is wrong, and the sentence.
pub(crate) type Wrong = (&'static str, String);

pub(crate) fn read(
    name: &str,
    kind: &Kind,
    part: Part,
    indicators: &str,
    concern: &str,
    known: &Indicators,
) -> Result<Vec<Outcome>, Wrong> {
    if part == Part::Testimony && !(indicators.trim().is_empty() && concern.trim().is_empty()) {
        let column = if indicators.trim().is_empty() { "concern" } else { "indicators" };
        return Err((column, "A statement never feeds a result: what somebody was made to do, and who did what to them, is kept apart, and nobody needs it to be recognised. Leave this empty, or ask what was done to the person as a question of the part protection.".to_owned()));
    }
    if let Some(why) = Concern::barred(name).filter(|_| !concern.trim().is_empty()) {
        return Err(("concern", format!("“{name}” can raise no concern. {why} Leave this empty.")));
    }
    let mut outcomes = Vec::new();
    for entry in several(indicators) {
        let (on, ids) = on(kind, entry).map_err(|says| ("indicators", says))?;
        let number = |id: &str| {
            known.number(id).ok_or_else(|| {
                ("indicators", format!("There is no indicator “{id}”. Write one that stands in a file of indicators."))
            })
        };
        let numbers = ids.split([' ', '+', ',']).filter(|id| !id.is_empty()).map(number);
        let indicators = Bits::of(numbers.collect::<Result<Vec<_>, _>>()?);
        outcomes.push(Outcome { on, indicators, concerns: Vec::new() });
    }
    for entry in several(concern) {
        let (on, key) = on(kind, entry).map_err(|says| ("concern", says))?;
        let (key, when) = key.split_once('@').map_or((key, None), |(key, when)| (key, Some(when.trim().to_owned())));
        let concern = Concern::named(key.trim()).map_err(|says| ("concern", says))?;
        outcomes.push(Outcome { on, indicators: Bits::default(), concerns: vec![(concern, when)] });
    }
    Ok(outcomes)
}

/// The answer that an entry is about, and what it counts as.
fn on<'e>(kind: &Kind, entry: &'e str) -> Result<(On, &'e str), String> {
    for (sign, least) in [(">=", true), ("<=", false)] {
        if let Some(rest) = entry.strip_prefix(sign) {
            let (number, counts) = rest.split_once('=').unwrap_or((rest, ""));
            let number: f64 = number.trim().parse().map_err(|_| format!("“{entry}” does not begin with a number."))?;
            return match kind {
                Kind::Number { .. } => Ok((if least { On::AtLeast(number) } else { On::AtMost(number) }, counts)),
                _ => Err(format!("“{entry}” compares a number, and this question has none.")),
            };
        }
    }
    let (answer, counts) = entry.split_once('=').unwrap_or(("yes", entry));
    let answer = answer.trim();
    let on = match (kind, answer) {
        (Kind::YesNo | Kind::Acknowledge, "yes") => On::Yes,
        (Kind::YesNo, "no") => On::No,
        (Kind::One(choices) | Kind::Several(choices), key) if choices.iter().any(|choice| choice.key == key) => {
            On::Choice(key.to_owned())
        }
        _ => return Err(format!("“{answer}” is no answer to this question. Unknown answers count as nothing.")),
    };
    Ok((on, counts))
}
