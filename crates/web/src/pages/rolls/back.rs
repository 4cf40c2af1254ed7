//! A roll that came back: looked at first, then noted with one confirmation.
//!
//! Between the two nothing is kept on the server: the page carries numbers of lines and what was decided on each.

use super::files::lines;
use super::version::{opened, wrong};
use super::{asked, found, nationality, number, written};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::rolls as views;
use crate::visit::{Upload, Visit};
use access::{AccessError, Action};
use casework::rolls::{self, Version};
use papers::Book;
use papers::roll::back::{self, Back};
use papers::roll::{Decided, Decision, Row};
use std::collections::BTreeMap;

/// Rows to look at on one page: each has two fields, of which a form has at most 2,000.
const MOST: usize = 900;

/// What came back, and what of it is new.
pub struct Returned {
    pub back: Back,
    /// Decisions that were not noted before.
    pub new: Vec<Decided>,
    /// Rows for a person to look at, those that may be a line first.
    pub look: Vec<(Row, &'static str)>,
}

/// Holds a file against everybody on the version.
pub fn hold_against(visit: &Visit, version: &Version, file: &Upload) -> Result<Returned, Fault> {
    let book = Book::read(&file.bytes, &file.name)?;
    let sheet = &book.sheets[book.largest()];
    let mut back = back::read(written(visit)?, &lines(version, None), sheet, visit.today());
    let kept: BTreeMap<u32, Option<Decision>> = version.lines.iter().map(|line| (line.number, line.decision)).collect();
    let is_known = |line: u32, decision: Option<Decision>| decision.is_some() && kept.get(&line) == Some(&decision);
    let new = back.decided.iter().filter(|one| !is_known(one.line, Some(one.decision))).copied().collect();
    // What a person decided on such a row before is noted, and not asked again.
    let is_open = |row: &Row| !row.lines.iter().all(|line| is_known(*line, row.decision));
    let unclear = std::mem::take(&mut back.unclear).into_iter().filter(is_open).map(|row| (row, "unclear"));
    let nobody = std::mem::take(&mut back.nobody).into_iter().map(|row| (row, "nobody"));
    let look = unclear.chain(nobody).collect();
    Ok(Returned { new, look, back })
}

/// Reads the file, and says what would be noted.
pub fn look(visit: &Visit) -> Answer {
    let nationality = nationality(visit)?;
    let (version, _) = opened(visit, Action::Plan)?;
    if version.sent.is_none() {
        return wrong(visit, "file", visit.tongue.say("rolls-not-sent-yet"));
    }
    let Some(file) = visit.upload.as_ref().filter(|file| !file.bytes.is_empty()) else {
        return wrong(visit, "file", visit.tongue.say("wrong-file"));
    };
    let Returned { back, new, look } = hold_against(visit, &version, file)?;
    let count = |key: &str| new.iter().filter(|one| one.decision.key() == key).count();
    let rows: Vec<views::Unclear> = look.iter().take(MOST).map(|(row, why)| unclear(row, why)).collect();
    html(views::Back {
        id: nationality.iso3().to_owned(),
        country: nationality.name(visit.tongue.tag()).to_owned(),
        number: version.number,
        fresh: views::DECISIONS.iter().map(|key| ((*key).to_owned(), count(key))).collect(),
        count: new.len(),
        already: back.decided.len() - new.len(),
        silent: back.silent.len(),
        absent: back.absent.len(),
        answers: new.iter().map(|one| format!("{}={}", one.line, one.decision.key())).collect::<Vec<_>>().join(" "),
        more: look.len() - rows.len(),
        rows,
        today: visit.today().to_string(),
        page: visit.chrome(),
    })
}

fn unclear(row: &Row, why: &'static str) -> views::Unclear {
    views::Unclear {
        number: row.number,
        words: row.cells.join(" · "),
        line: match row.lines.as_slice() {
            [line] => line.to_string(),
            _ => String::new(),
        },
        why,
    }
}

/// Notes what was looked at, with what a person said of the rows that were unclear.
pub fn note(visit: &Visit) -> Answer {
    let (nationality, number) = (nationality(visit)?, number(visit)?);
    visit.permit(Action::Plan)?;
    let found = found(visit)?;
    let asked = asked(visit, nationality, &found, visit.today())?;
    let Ok(on) = visit.form.value("on").parse() else {
        return wrong(visit, "answered", visit.tongue.say("step-days-wrong"));
    };
    let decided = match decided(visit) {
        Ok(decided) => decided,
        Err(key) => return wrong(visit, "file", visit.tongue.say(key)),
    };
    let noted = |one: Decided| note_of(visit, number, one);
    match visit.command(|cx| rolls::answer(cx, &asked, number, on, &decided, &noted)) {
        Ok(told) => {
            let say = |key: &str, count: usize| visit.tongue.say_with(key, &[("count", Value::from(count))]);
            let noted = (told.written > 0 || told.outdone == 0).then(|| say("rolls-noted", told.written));
            let outdone = (told.outdone > 0).then(|| say("rolls-outdone", told.outdone));
            let sentences: Vec<String> = [noted, outdone].into_iter().flatten().collect();
            *held(&visit.session()?.done) = Some(sentences.join(" "));
            see(&format!("/rolls/{}/{number}", nationality.iso3()))
        }
        Err(Fault::Access(AccessError::NoValue)) => wrong(visit, "file", visit.tongue.say("wrong-roll-line")),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "file", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

/// What stands on the plan of a person whose line was decided.
pub fn note_of(visit: &Visit, version: u32, one: Decided) -> String {
    let values = [
        ("version", Value::from(i64::from(version))),
        ("line", Value::from(i64::from(one.line))),
        ("decision", Value::from(visit.tongue.say(&format!("decision-{}", one.decision.key())))),
    ];
    visit.tongue.say_with("rolls-note", &values)
}

/// "3=approved 5=refused", and each row that a person decided; the person's word counts. Else the key of what is wrong.
fn decided(visit: &Visit) -> Result<Vec<Decided>, &'static str> {
    let line_of = |text: &str| text.parse::<u32>().map_err(|_| "wrong-roll-line");
    let (mut read, mut typed) = (BTreeMap::new(), BTreeMap::new());
    for pair in visit.form.value("answers").split_whitespace() {
        let (line, decision) = pair.split_once('=').ok_or("wrong-roll-line")?;
        read.insert(line_of(line)?, Decision::from_key(decision).ok_or("wrong-roll-line")?);
    }
    let rows = visit.form.pairs.iter().filter_map(|(name, line)| Some((name.strip_prefix("line-")?, line.trim())));
    for (row, line) in rows {
        match (Decision::from_key(visit.form.value(&format!("decision-{row}"))), line) {
            (None, _) => {}
            (Some(_), "") => return Err("wrong-roll-no-line"),
            (Some(decision), line) => {
                let before = typed.insert(line_of(line)?, decision);
                if before.is_some_and(|before| before != decision) {
                    return Err("wrong-roll-twice");
                }
            }
        }
    }
    read.extend(typed);
    Ok(read.into_iter().map(|(line, decision)| Decided { line, decision }).collect())
}
