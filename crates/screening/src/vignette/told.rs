//! Reads a vignette, line by line.

use super::expected::Expected;
use super::{HEARD, Vignette, says_yes, time};
use crate::instruments::HEARING;
use crate::questionnaire::Kind;
use crate::triage::Concern;
use crate::{Age, Answer, Instruments, When};
use base::{Birth, Instant, Sign};

/// The vignette, and a sentence for each line that is not understood.
pub(super) fn read(instruments: &Instruments, text: &str) -> (Vignette, Vec<String>) {
    let mut vignette = Vignette::default();
    if let Some(guide) = instruments.newest(HEARING) {
        vignette.answers = guide.answers();
    }
    let mut wrong = Vec::new();
    let lines: Vec<(usize, &str)> = text.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate().collect();
    let said = |(_, line): &&(usize, &str)| !line.is_empty() && !line.starts_with('#');
    // Times such as “40 hours ago” count from the hearing, wherever its line stands.
    let heard = lines.iter().find_map(|(_, line)| time(line.strip_prefix("heard:")?.trim()));
    vignette.heard = heard.or_else(|| time(HEARD));
    for (number, line) in lines.iter().filter(said) {
        let taken = match line.split_once(':') {
            Some((word, value)) => take(instruments, &mut vignette, word.trim(), value.trim()),
            None => Err("There is no colon. Write as in “answer left-freely: no”.".to_owned()),
        };
        wrong.extend(taken.err().map(|sentence| format!("Line {}: {sentence}", number + 1)));
    }
    if vignette.title.is_empty() {
        wrong.push("The title is missing. Begin with “title: …”.".to_owned());
    }
    (vignette, wrong)
}

fn take(instruments: &Instruments, vignette: &mut Vignette, word: &str, value: &str) -> Result<(), String> {
    match word.split_once(' ').map_or((word, ""), |(word, rest)| (word, rest.trim())) {
        ("title", "") => vignette.title = value.to_owned(),
        ("story", "") => {}
        ("age", "") => {
            let age = Age::from_key(&value.to_lowercase().replace(' ', "-"));
            vignette.age =
                Some(age.ok_or("The age is adult, child, in doubt or unknown; a birth is written “birth: 2009-05”.")?);
        }
        ("birth", "") => {
            let today = vignette.heard.ok_or("The time of the hearing cannot be read.")?.local_date();
            let birth = Birth::read(value).filter(|birth| birth.is_plausible(today));
            vignette.birth =
                Some(birth.ok_or("The birth is written 2009-05-17, 2009-05 or 2009, and lies before the hearing.")?);
        }
        ("heard", "") => {
            vignette.heard = Some(time(value).ok_or("The hearing is written as in “heard: 2026-01-20 10:00”.")?);
        }
        ("sign" | "signs", "") => {
            for sign in parts(value) {
                let known: Vec<_> = Sign::ALL.iter().map(|sign| sign.key()).collect();
                let unknown = || format!("“{sign}” is no sign of the arrival card. Write: {}.", known.join(", "));
                vignette.signs.insert(Sign::from_key(&sign.replace(' ', "-")).ok_or_else(unknown)?);
            }
        }
        ("answer", id) if !id.is_empty() => answer(instruments, vignette, id, value)?,
        ("concern", key) if !key.is_empty() => {
            let when = when(value, vignette.heard).ok_or_else(|| no_time(value))?;
            vignette.concerns.push((Concern::named(key)?, when));
        }
        ("expect", what) if !what.is_empty() => vignette.expected.push(Expected::read(what, value)?),
        _ => {
            return Err(format!(
                "“{word}” is not understood. Write title, story, age, birth, heard, signs, answer …, concern … or expect …."
            ));
        }
    }
    Ok(())
}

fn parts(value: &str) -> impl Iterator<Item = &str> {
    value.split([',', ';']).map(str::trim).filter(|part| !part.is_empty() && *part != "none")
}

/// An answer to a question of the guide, or to an indicator by its id.
fn answer(instruments: &Instruments, vignette: &mut Vignette, id: &str, value: &str) -> Result<(), String> {
    let guide = instruments.newest(HEARING).ok_or("There is no guide of the hearing.")?;
    if let Some(question) = guide.question(id) {
        let answer = spoken(&question.kind, value, vignette.heard)
            .ok_or_else(|| format!("“{value}” is no answer to “{id}”. {}", choices(&question.kind)))?;
        guide.fits(id, &answer)?;
        vignette.answers.given.insert(id.to_owned(), answer);
    } else if instruments.has_indicator(id) {
        let answer =
            spoken(&Kind::YesNo, value, None).ok_or("Write yes, no, does not know or would rather not say.")?;
        if says_yes(&answer) {
            vignette.marked.push(id.to_owned());
        }
    } else {
        return Err(format!(
            "There is no question and no indicator “{id}”. The questions stand in data/instruments/hearing, the indicators beside it."
        ));
    }
    Ok(())
}

fn choices(kind: &Kind) -> String {
    let keys: Vec<_> = kind.choices().iter().map(|choice| choice.key.as_str()).collect();
    match kind {
        Kind::One(_) | Kind::Several(_) => format!("Choose among: {}.", keys.join(", ")),
        Kind::Number { .. } => "Write a number, does not know or would rather not say.".to_owned(),
        Kind::When => "Write a day as 2026-01-18, “40 hours ago”, “6 days ago”, “in 5 days” or unknown.".to_owned(),
        _ => "Write yes, no, does not know or would rather not say.".to_owned(),
    }
}

fn spoken(kind: &Kind, value: &str, heard: Option<Instant>) -> Option<Answer> {
    match value.to_lowercase().replace([' ', '-'], "").as_str() {
        "doesnotknow" | "dontknow" | "doesn’tknow" => return Some(Answer::DoesNotKnow),
        "wouldrathernotsay" | "rathernot" | "rathernotsay" => return Some(Answer::RatherNot),
        _ => {}
    }
    Some(match kind {
        Kind::YesNo | Kind::Acknowledge => match value.to_lowercase().as_str() {
            "yes" => Answer::Yes,
            "no" => Answer::No,
            _ => return None,
        },
        Kind::One(_) => Answer::One(value.to_owned()),
        Kind::Several(_) => Answer::Several(value.split([',', ';']).map(|part| part.trim().to_owned()).collect()),
        Kind::Text => Answer::Text(value.to_owned()),
        Kind::Number { .. } => Answer::Number(value.parse().ok()?),
        Kind::When => Answer::When(when(value, heard)?),
        Kind::Note => return None,
    })
}

/// "2026-01-18", "40 hours ago", "6 days ago", "in 5 days", "unknown"; "now" and nothing are unknown.
fn when(value: &str, heard: Option<Instant>) -> Option<When> {
    if ["", "now", "yes"].contains(&value) {
        return Some(When::Unknown);
    }
    if let Some(when) = When::read(value) {
        return Some(when);
    }
    let words: Vec<&str> = value.split_whitespace().collect();
    let (number, unit, sign) = match words[..] {
        [number, unit, "ago"] => (number, unit, -1),
        ["in", number, unit] => (number, unit, 1),
        _ => return None,
    };
    let number: i64 = number.parse().ok().filter(|number| (0..=100_000).contains(number))?;
    match unit {
        "hour" | "hours" => Some(When::At(heard?.plus_hours(sign * number))),
        "day" | "days" => Some(When::On(heard?.plus_hours(sign * number * 24).local_date())),
        _ => None,
    }
}

fn no_time(value: &str) -> String {
    format!("“{value}” is no time. Write a day as 2026-01-18, “40 hours ago”, “6 days ago”, “in 5 days” or unknown.")
}
