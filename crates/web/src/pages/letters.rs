//! Letters about a person: what each takes and why, writing one, taking it away as a file, and checking its code.

use super::{file, html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::letters as views;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::when;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, text};
use casework::letters::{self, Wishes};
use papers::Tongue;
use papers::letter::{self, Form, Frame, Letter, Template, Verification, pack};

/// The letters there are, and those that were written about this person.
pub fn list(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    let case = visit.case()?;
    let written = visit.command(|cx| letters::of_case(cx, case))?;
    html(views::List {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        forms: pack::embedded().forms.iter().map(|form| form.id.clone()).collect(),
        written: written
            .into_iter()
            .map(|issued| views::Written {
                code: spoken(&issued.code),
                form: issued.form,
                language: issued.language,
                when: when(issued.at),
                withdrawn: issued.withdrawn.map(when),
            })
            .collect(),
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

fn spoken(code: &str) -> String {
    Verification { code: code.to_owned(), address: String::new(), link: String::new() }.spoken()
}

/// What a letter takes of this case, and what is to be said beside it.
pub fn form(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    html(prepared(visit, Filled::default(), Vec::new())?)
}

fn wanted(visit: &Visit) -> Result<&'static Form, Fault> {
    pack::embedded().form(visit.param("form")).ok_or(Fault::NotFound)
}

fn language(visit: &Visit) -> &str {
    let said = visit.form.value("language");
    let said = if said.is_empty() { visit.asked("language") } else { said };
    if said == "km" { "km" } else { "en" }
}

fn template<'f>(visit: &Visit, form: &'f Form) -> Result<&'f Template, Fault> {
    let tongue = if language(visit) == "km" { Tongue::Khmer } else { Tongue::English };
    form.template(tongue).ok_or(Fault::NotFound)
}

fn wishes(visit: &Visit) -> Wishes {
    let ticked = |name: &str| visit.form.has(name, "yes");
    Wishes {
        language: language(visit).to_owned(),
        care_wanted: text::remark(visit.form.value("care_wanted")),
        agreed: ticked("agreed"),
        interpreter: ticked("interpreter"),
        with_sex: ticked("with_sex"),
        with_clock: ticked("with_clock"),
        overstay_since: visit.form.value("overstay_since").parse().ok(),
    }
}

fn prepared(visit: &Visit, given: Filled, lacks: Vec<String>) -> Result<views::Prepare, Fault> {
    let (case, form) = (visit.case()?, wanted(visit)?);
    let template = template(visit, form)?;
    let wishes = wishes(visit);
    let found = visit.command(|cx| letters::look(cx, case, &form.id, &wishes))?;
    let fields = template.fields.iter().map(|field| views::Taken {
        label: field.label(template.tongue).to_owned(),
        part: field.part.word().to_owned(),
        why: field.why.clone(),
        there: found.values.contains_key(&field.name),
        required: field.required,
    });
    let takes = |name: &str| template.field(name).is_some();
    let languages = ["en", "km"].map(|tag| Choice::new(tag, visit.tongue.say(&format!("letter-in-{tag}"))));
    Ok(views::Prepare {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        form_id: form.id.clone(),
        fields: fields.collect(),
        lacks: [found.lacks, lacks].concat(),
        asks_care: takes("care_wanted"),
        asks_overstay: takes("overstay_since"),
        languages: Choice::select(languages, language(visit)),
        reviewed: template.reviewed.is_some(),
        to_confirm: template.to_confirm.clone().unwrap_or_default(),
        form: given,
        page: visit.chrome(),
    })
}

/// Writes the letter: it is shown as it is printed, and kept nowhere.
pub fn write(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    let (case, form) = (visit.case()?, wanted(visit)?);
    // Once without a code, so that none is given to a letter that cannot be written.
    if let Err(lacks) = filled(visit, form, "000000000")? {
        let form = Filled { pairs: visit.form.pairs.clone(), errors: Vec::new() };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(prepared(visit, form, lacks)?)?).into_response());
    }
    let issued = visit.command(|cx| letters::issue(cx, case, &form.id, language(visit)))?;
    match filled(visit, form, &issued.code)? {
        Ok(letter) => html(views::Sheet {
            handle: visit.handle(case)?,
            form_id: form.id.clone(),
            title: letter.title.clone(),
            body: letter::html(&letter),
            said: visit.form.pairs.clone(),
            letter_code: issued.code,
            reviewed: letter.reviewed.is_some(),
            page: visit.chrome(),
        }),
        Err(_) => Err(Fault::Access(AccessError::Unreadable)),
    }
}

/// The letter with this code, or why it cannot be written, in sentences.
fn filled(visit: &Visit, form: &Form, code: &str) -> Result<Result<Letter, Vec<String>>, Fault> {
    let case = visit.case()?;
    let template = template(visit, form)?;
    let wishes = wishes(visit);
    let found = visit.command(|cx| letters::look(cx, case, &form.id, &wishes))?;
    if !found.lacks.is_empty() {
        // They are said with the form, which looks for itself.
        return Ok(Err(Vec::new()));
    }
    let organisation = visit.app.store.read(access::organisation::name)?.unwrap_or_default();
    let lines = |name: &str| -> Vec<String> {
        visit.form.value(name).lines().map(text::line).filter(|line| !line.is_empty()).collect()
    };
    let frame = Frame {
        organisation,
        contact: lines("contact"),
        place: text::line(visit.form.value("place")),
        date: visit.today(),
        recipient: lines("recipient"),
        signatory: text::line(visit.form.value("signatory")),
        role: text::line(visit.form.value("post")),
        verification: Verification {
            code: code.to_owned(),
            address: format!("{}/check", visit.site()),
            link: format!("{}/check#{code}", visit.site_with_scheme()),
        },
    };
    let letter = template.fill(&found.values, &frame);
    Ok(letter.map_err(|lacks| lacks.into_iter().map(|lack| lack.sentence).collect()))
}

/// The same letter as a file, with the code that it was given.
pub fn take_away(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    let (case, form) = (visit.case()?, wanted(visit)?);
    let code = visit.form.value("letter_code");
    let written = visit.command(|cx| letters::of_case(cx, case))?;
    if !written.iter().any(|issued| issued.code == code && issued.form == form.id && issued.withdrawn.is_none()) {
        return Err(Fault::Access(AccessError::NoValue));
    }
    let Ok(letter) = filled(visit, form, code)? else { return Err(Fault::Access(AccessError::NoValue)) };
    match visit.form.value("format") {
        "docx" => {
            let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            file("letter.docx", kind, letter::docx(&letter))
        }
        "txt" => file("letter.txt", "text/plain; charset=utf-8", letter::plain(&letter).into_bytes()),
        _ => file("letter.pdf", "application/pdf", letter::pdf(&letter).bytes),
    }
}

/// Takes a letter back.
pub fn withdraw(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    let case = visit.case()?;
    let code: String = visit.form.value("code").chars().filter(char::is_ascii_digit).collect();
    visit.command(|cx| letters::withdraw(cx, case, &code))?;
    *held(&visit.session()?.done) = Some(visit.tongue.say("letter-withdrawn"));
    see(&format!("/case/{}/letters", visit.handle(case)?))
}

/// For whoever holds a letter: no sign-in, and nothing of the person.
pub fn check_form(visit: &Visit) -> Answer {
    html(views::Check { checked: None, asked: false, code: String::new(), page: visit.chrome() })
}

pub fn check(visit: &Visit) -> Answer {
    let code = visit.form.value("code").to_owned();
    let found = visit.app.store.read(|tx| letters::check(tx, &code))?;
    let checked = found.map(|found| views::Checked {
        form: found.form,
        organisation: found.organisation,
        when: when(found.at),
        withdrawn: found.withdrawn.map(when),
    });
    html(views::Check { checked, asked: true, code, page: visit.chrome() })
}
