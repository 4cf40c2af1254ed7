//! Letters about a person: what each takes and why, writing one, taking it away as a file, and checking its code.

pub mod batch;
mod run;

pub use run::Many;

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
use casework::letters::{self, Agreed, Head, Order, Wishes, Written};
use papers::Tongue;
use papers::letter::{self, Form, Lack, Letter, Template, Verification, pack};

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
    html(prepared(visit, Filled::default(), None)?)
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

/// What the form says beside the case.
fn order(visit: &Visit, form: &Form) -> Order {
    let said = |name: &str| visit.form.value(name);
    let ticked = |name: &str| visit.form.has(name, "yes");
    let lines =
        |name: &str| -> Vec<String> { said(name).lines().map(text::line).filter(|line| !line.is_empty()).collect() };
    let wishes = Wishes {
        language: language(visit).to_owned(),
        care_wanted: text::remark(said("care_wanted")),
        agreed: if ticked("agreed") { Agreed::Asked } else { Agreed::No },
        interpreter: ticked("interpreter"),
        with_sex: ticked("with_sex"),
        with_clock: ticked("with_clock"),
        overstay_since: said("overstay_since").parse().ok(),
        mission_of: None,
    };
    let head = Head {
        contact: lines("contact"),
        place: text::line(said("place")),
        recipient: lines("recipient"),
        signatory: text::line(said("signatory")),
        post: text::line(said("post")),
        address: checked_at(visit),
        link: format!("{}/check", visit.site_with_scheme()),
    };
    Order { form: form.id.clone(), wishes, head }
}

/// Where codes are checked, as a person reads it.
pub(crate) fn checked_at(visit: &Visit) -> String {
    format!("{}/check", visit.site())
}

/// `lacks` is what stood in the way of writing it; without, what stands in the way so far.
fn prepared(visit: &Visit, given: Filled, lacks: Option<Vec<Lack>>) -> Result<views::Prepare, Fault> {
    let (case, form) = (visit.case()?, wanted(visit)?);
    let template = template(visit, form)?;
    let wishes = order(visit, form).wishes;
    let found = visit.command(|cx| letters::look(cx, case, &form.id, &wishes))?;
    let fields = template.fields.iter().map(|field| views::Taken {
        label: field.label(template.tongue).to_owned(),
        part: field.part.word().to_owned(),
        why: field.why.clone(),
        there: found.values.contains_key(&field.name),
        required: field.required,
    });
    Ok(views::Prepare {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        form_id: form.id.clone(),
        fields: fields.collect(),
        lacks: sentences(lacks.unwrap_or(found.lacks)),
        said: asked(visit, template, given, false),
        reviewed: template.reviewed.is_some(),
        to_confirm: template.to_confirm.clone().unwrap_or_default(),
        page: visit.chrome(),
    })
}

fn sentences(lacks: Vec<Lack>) -> Vec<String> {
    lacks.into_iter().map(|lack| lack.sentence).collect()
}

/// What a form asks of whoever writes the letter, as it is filled in.
fn asked(visit: &Visit, template: &Template, form: Filled, of_many: bool) -> views::Said {
    let takes = |name: &str| template.field(name).is_some();
    let languages = ["en", "km"].map(|tag| Choice::new(tag, visit.tongue.say(&format!("letter-in-{tag}"))));
    views::Said {
        asks_care: takes("care_wanted"),
        // Each person's own, which no form says for many.
        asks_agreed: takes("care_wanted") && !of_many,
        asks_overstay: takes("overstay_since") && !of_many,
        languages: Choice::select(languages, language(visit)),
        form,
    }
}

/// Writes the letter: it is shown as it is printed, and kept nowhere.
pub fn write(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    let (case, form) = (visit.case()?, wanted(visit)?);
    let order = order(visit, form);
    match visit.command(|cx| letters::write(cx, case, &order))? {
        Ok(Written { issued, letter }) => html(views::Sheet {
            handle: visit.handle(case)?,
            form_id: form.id.clone(),
            title: letter.title.clone(),
            body: letter::html(&letter),
            said: visit.form.pairs.clone(),
            letter_code: issued.code,
            reviewed: letter.reviewed.is_some(),
            page: visit.chrome(),
        }),
        Err(lacks) => {
            let form = Filled { pairs: visit.form.pairs.clone(), errors: Vec::new() };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(prepared(visit, form, Some(lacks))?)?).into_response())
        }
    }
}

/// The same letter as a file, with the code that it was given.
pub fn take_away(visit: &Visit) -> Answer {
    visit.expect(Action::WriteLetter)?;
    let (case, form) = (visit.case()?, wanted(visit)?);
    let order = order(visit, form);
    let code = visit.form.value("letter_code");
    let again = visit.command(|cx| letters::again(cx, case, code, &order))?;
    let Ok(Written { letter, .. }) = again else { return Err(Fault::Access(AccessError::NoValue)) };
    as_file(&letter, visit.form.value("format"))
}

pub const PDF: &str = "application/pdf";
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub const TEXT: &str = "text/plain; charset=utf-8";

/// As PDF, unless another format is named.
pub(crate) fn as_file(letter: &Letter, format: &str) -> Answer {
    match format {
        "docx" => file("letter.docx", DOCX, letter::docx(letter)),
        "txt" => file("letter.txt", TEXT, letter::plain(letter).into_bytes()),
        _ => file("letter.pdf", PDF, letter::pdf(letter).bytes),
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
