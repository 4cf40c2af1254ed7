//! A roll that came back: looked at first, then noted with one confirmation.
//!
//! Between the two nothing is kept on the server: the page carries numbers of lines and what was decided on each.

use super::files::lines;
use super::version::{opened, wrong};
use super::{SHOWN, asked, found, nationality, number, written};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::rolls as views;
use crate::visit::Visit;
use access::{AccessError, Action};
use casework::rolls;
use papers::Book;
use papers::roll::{Decided, Decision, Row, back};
use std::collections::BTreeMap;

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
    let book = Book::read(&file.bytes, &file.name)?;
    let sheet = &book.sheets[book.largest()];
    let back = back::read(written(visit)?, &lines(&version, None), sheet, visit.today());
    let kept: BTreeMap<u32, Option<Decision>> = version.lines.iter().map(|line| (line.number, line.decision)).collect();
    let is_known = |one: &&Decided| kept.get(&one.line) == Some(&Some(one.decision));
    let new: Vec<Decided> = back.decided.iter().filter(|one| !is_known(one)).copied().collect();
    let count = |key: &str| new.iter().filter(|one| one.decision.key() == key).count();
    let nobody = back.nobody.iter().map(|row| unclear(row, "nobody"));
    let rows: Vec<views::Unclear> =
        nobody.chain(back.unclear.iter().map(|row| unclear(row, "unclear"))).take(SHOWN).collect();
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
        more: (back.nobody.len() + back.unclear.len()).saturating_sub(rows.len()),
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
        decision: row.decision.map(|one| one.key().to_owned()).unwrap_or_default(),
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
    let Some(decided) = decided(visit) else {
        return wrong(visit, "file", visit.tongue.say("wrong-roll-line"));
    };
    let noted = |one: Decided| {
        let values = [
            ("version", Value::from(i64::from(number))),
            ("line", Value::from(i64::from(one.line))),
            ("decision", Value::from(visit.tongue.say(&format!("decision-{}", one.decision.key())))),
        ];
        visit.tongue.say_with("rolls-note", &values)
    };
    match visit.command(|cx| rolls::answer(cx, &asked, number, on, &decided, &noted)) {
        Ok(told) => {
            let sentence = visit.tongue.say_with("rolls-noted", &[("count", Value::from(told.written))]);
            *held(&visit.session()?.done) = Some(sentence);
            see(&format!("/rolls/{}/{number}", nationality.iso3()))
        }
        Err(Fault::Access(AccessError::NoValue)) => wrong(visit, "file", visit.tongue.say("wrong-roll-line")),
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, "file", sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

/// "3=approved 5=refused", and each row that a person decided; the person's word counts. Nothing where a line is none.
fn decided(visit: &Visit) -> Option<Vec<Decided>> {
    let mut all: BTreeMap<u32, Decision> = BTreeMap::new();
    for pair in visit.form.value("answers").split_whitespace() {
        let (line, decision) = pair.split_once('=')?;
        all.insert(line.parse().ok()?, Decision::from_key(decision)?);
    }
    let rows = visit.form.pairs.iter().filter_map(|(name, line)| Some((name.strip_prefix("line-")?, line.trim())));
    for (row, line) in rows.filter(|(_, line)| !line.is_empty()) {
        let decision = visit.form.value(&format!("decision-{row}"));
        if let Some(decision) = Decision::from_key(decision) {
            all.insert(line.parse().ok()?, decision);
        }
    }
    Some(all.into_iter().map(|(line, decision)| Decided { line, decision }).collect())
}
