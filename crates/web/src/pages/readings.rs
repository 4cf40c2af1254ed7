//! Who has read a case: entry by entry for the team, and as counts for the person.

use super::html;
use crate::routes::Answer;
use crate::tongue::{Tongue, Value};
use crate::views::readings::{Line, Readings, Sentence, Sheet};
use crate::visit::Visit;
use crate::words::when;
use access::lending::EMERGENCY;
use casework::readings::{self, Count, Counts, Reader, Reading};
use vault::Compartment;

const PER_PAGE: usize = 50;

pub fn show(visit: &Visit) -> Answer {
    let case = visit.case()?;
    let before: Option<i64> = visit.asked("before").parse().ok();
    let found = visit.command(|cx| readings::readings(cx, case, before, PER_PAGE))?;
    let handle = visit.handle(case)?;
    html(Readings {
        code: found.code.to_string(),
        lines: found.readings.into_iter().map(|reading| line(visit, reading)).collect(),
        older: found.older.map(|older| format!("/case/{handle}/readings?before={older}")).unwrap_or_default(),
        is_first: before.is_none(),
        handle,
        page: visit.chrome(),
    })
}

fn line(visit: &Visit, reading: Reading) -> Line {
    let (who, team, by_link) = match reading.reader {
        Reader::Member { name, team } => (name, team, false),
        Reader::Link { organisation } => (organisation, String::new(), true),
    };
    Line {
        when: when(reading.at),
        who,
        team,
        by_link,
        what: visit.tongue.say(&format!("act-{}", reading.action)),
        parts: parts(visit, &reading.parts),
        is_file: reading.is_file,
        refused: reading.refused,
        in_emergency: reading.action == EMERGENCY,
    }
}

/// "names, birth, papers, contacts; steps and places"
pub(super) fn parts(visit: &Visit, parts: &[Compartment]) -> String {
    parts.iter().map(|part| visit.tongue.say(&format!("right-part-{}", part.key()))).collect::<Vec<_>>().join("; ")
}

pub fn sheet(visit: &Visit) -> Answer {
    let case = visit.case()?;
    let counts = visit.command(|cx| readings::counts(cx, case))?;
    let spoken = spoken(visit, &counts);
    html(Sheet {
        handle: visit.handle(case)?,
        code: counts.code.to_string(),
        sentences: counts.counts.iter().map(|count| sentence(spoken, count)).collect(),
        since: counts.since.map(|since| since.local_date().to_string()).unwrap_or_default(),
        today: visit.today().to_string(),
        tongues: Tongue::all().filter(speaks).collect(),
        spoken,
        page: visit.chrome(),
    })
}

/// What was chosen, else the first of the person's own languages that there is, else the visitor's, else English.
fn spoken(visit: &Visit, counts: &Counts) -> Tongue {
    let own = counts.languages.iter().map(|language| Tongue::from_tag(language.code()));
    let wanted = [Tongue::from_tag(visit.asked("language"))].into_iter().chain(own).chain([Some(visit.tongue)]);
    wanted.flatten().find(speaks).unwrap_or(Tongue::english())
}

/// Whether the sheet is translated into a language: nobody is handed English under the name of another.
fn speaks(tongue: &Tongue) -> bool {
    let (english, title) = (Tongue::english(), "sheet-title");
    tongue.tag() == english.tag() || tongue.say(title) != english.say(title)
}

fn sentence(spoken: Tongue, count: &Count) -> Sentence {
    let key = if count.is_ours { "sheet-ours" } else { "sheet-others" };
    let values = [
        ("who", Value::from(count.of.as_str())),
        ("ever", Value::from(count.ever)),
        ("recent", Value::from(count.recent)),
    ];
    let emergencies = match count.emergencies {
        0 => String::new(),
        times => spoken.say_with("sheet-emergencies", &[("count", Value::from(times))]),
    };
    Sentence { who: count.of.clone(), text: spoken.say_with(key, &values), emergencies }
}
