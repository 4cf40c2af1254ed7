//! People as a table to take away: the same for the pages and the command line.

use crate::words::Words;
use casework::desk::Line;
use papers::Table;

/// People as far as the desk they come from shows them, one row each, with headings in the words' language.
pub fn people(lines: &[Line], words: &Words) -> Table {
    let say = |key: &str| words.tongue.say(key);
    let headings = [
        say("case-code"),
        say("field-names"),
        say("card-name2"),
        say("field-sex"),
        say("field-birth"),
        say("field-nationalities"),
        say("field-languages"),
        say("field-papers"),
        say("field-contacts"),
        say("field-place"),
        say("field-signs"),
        say("people-arrived"),
        say("people-col-registered"),
        say("field-consent"),
    ];
    Table { headings: headings.to_vec(), rows: lines.iter().map(|line| row(line, words)).collect() }
}

fn row(line: &Line, words: &Words) -> Vec<String> {
    let tag = words.tongue.tag();
    let join = |parts: Vec<String>| parts.join("; ");
    vec![
        line.code.to_string(),
        line.names.first().cloned().unwrap_or_default(),
        line.names.get(1).cloned().unwrap_or_default(),
        line.sex.map(|sex| words.sex(sex)).unwrap_or_default(),
        line.birth.as_ref().map(|birth| birth.to_string()).unwrap_or_default(),
        join(line.nationalities.iter().map(|c| c.name(tag).to_owned()).collect()),
        join(line.languages.iter().map(|l| l.name(tag).to_owned()).collect()),
        join(line.papers.iter().map(|paper| words.paper(paper)).collect()),
        join(line.contacts.to_vec()),
        line.place.as_deref().unwrap_or_default().to_owned(),
        join(
            line.signs(words.today).into_iter().map(|sign| words.tongue.say(&format!("sign-{}", sign.key()))).collect(),
        ),
        line.arrived().to_string(),
        line.opened_at.local_text(),
        words.tongue.say(&format!("consent-{}", line.consent.key())),
    ]
}
