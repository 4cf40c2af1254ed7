//! Photos and scans of a case: on the case page, one by one, added and removed.

use super::{cases, html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::attachments::{New, Picture, Pictures, Show};
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::{AccessError, Action};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use base::{Consent, EventId, text};
use casework::attachments::{self, Attachment, Kind, Prepared};
use casework::registry::{self, CaseView};
use papers::PictureError;

/// The part of the case page.
pub fn part(visit: &Visit, view: &CaseView) -> Result<Pictures, Fault> {
    let may = |action| visit.role().is_some_and(|role| role.may(action));
    // The newest first, as the history has it.
    let all: Result<Vec<Picture>, Fault> =
        view.attachments.iter().map(|(id, attachment)| picture(visit, view, *id, attachment)).collect();
    let mut all = if may(Action::OpenAttachment) { all? } else { Vec::new() };
    all.reverse();
    Ok(Pictures { all, can_add: may(Action::AddAttachment), can_issue: may(Action::IssueDocument) })
}

fn picture(visit: &Visit, view: &CaseView, id: EventId, attachment: &Attachment) -> Result<Picture, Fault> {
    let entry = view.timeline.iter().find(|entry| entry.event == id);
    Ok(Picture {
        word: visit.session()?.handle_of_event(id, &mut *visit.app.rng()),
        kind: attachment.kind.key().to_owned(),
        who: entry.map(|entry| entry.author.clone()).unwrap_or_default(),
        when: when(entry.map_or(view.opened_at, |entry| entry.at)),
    })
}

/// The attachment of the path's word.
fn attachment_of(visit: &Visit) -> Result<EventId, Fault> {
    visit.session()?.event_of(visit.param("attachment")).ok_or(Fault::NotFound)
}

pub fn form(visit: &Visit) -> Answer {
    visit.permit(Action::AddAttachment)?;
    html(adding(visit, Filled::default())?)
}

fn adding(visit: &Visit, form: Filled) -> Result<New, Fault> {
    let case = visit.case()?;
    let view = visit.command(|cx| registry::view(cx, case))?;
    let page = visit.chrome();
    let reads = visit.session()?.actor.reads();
    let open = |kind: &&Kind| view.open.contains(&kind.compartment()) || reads.contains(&kind.compartment());
    let kinds = Kind::ALL.iter().filter(open).map(|kind| Choice::new(kind.key(), page.word("picture", kind.key())));
    let kinds = Choice::select(kinds, form.value("kind"));
    Ok(New { handle: visit.handle(case)?, code: view.code.to_string(), kinds, form, page })
}

pub fn add(visit: &Visit) -> Answer {
    visit.expect(Action::AddAttachment)?;
    let case = visit.case()?;
    let (kind, consent) = (Kind::from_key(visit.form.value("kind")), Consent::from_key(visit.form.value("consent")));
    let consent = consent.filter(|consent| !matches!(consent, Consent::Refused | Consent::NotAsked));
    let (Some(kind), Some(consent)) = (kind, consent) else {
        let kind = kind.is_none().then_some(("kind", "kind"));
        let consent = consent.is_none().then_some(("consent", "consent"));
        return wrong(visit, kind.into_iter().chain(consent).map(|(field, key)| (field, said(visit, key))).collect());
    };
    let prepared = match prepared(visit)? {
        Ok(prepared) => prepared,
        Err(error) => return wrong(visit, vec![("file", said(visit, error.key()))]),
    };
    match visit.command(|cx| attachments::attach(cx, case, kind, consent, prepared)) {
        Ok(_) => done(visit, visit.tongue.say("pictures-kept")),
        Err(fault @ Fault::Access(AccessError::Unfit(_))) => wrong(visit, vec![("file", fault.sentence(visit.tongue))]),
        Err(fault) => Err(fault),
    }
}

/// The picture of the request, made anew while no transaction waits for it. Pictures are taken apart one at a time:
/// the largest needs a few hundred megabytes.
pub fn prepared(visit: &Visit) -> Result<Result<Prepared, PictureError>, Fault> {
    let Some(upload) = &visit.upload else { return Ok(Err(PictureError::Empty)) };
    let _turn = visit.app.limits.turn_for_a_picture()?;
    Ok(attachments::prepare(&upload.bytes))
}

fn said(visit: &Visit, key: &str) -> String {
    visit.tongue.say(&format!("picture-wrong-{key}"))
}

fn wrong(visit: &Visit, errors: Vec<(&str, String)>) -> Answer {
    let errors = errors.into_iter().map(|(field, sentence)| (field.to_owned(), sentence)).collect();
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(adding(visit, form)?)?).into_response())
}

fn done(visit: &Visit, sentence: String) -> Answer {
    *held(&visit.session()?.done) = Some(sentence);
    see(&format!("/case/{}", visit.param("handle")))
}

pub fn show(visit: &Visit) -> Answer {
    html(showing(visit, Filled::default())?)
}

fn showing(visit: &Visit, form: Filled) -> Result<Show, Fault> {
    let (case, id) = (visit.case()?, attachment_of(visit)?);
    visit.permit(Action::OpenAttachment)?;
    let view = visit.command(|cx| registry::view(cx, case))?;
    let attachment = view.attachments.get(id).ok_or(Fault::Access(AccessError::NoAttachment))?;
    let words = Words::of(visit);
    let actor = &visit.session()?.actor;
    let picture = picture(visit, &view, id, attachment)?;
    let writes = actor.writes().contains(&attachment.kind.compartment());
    Ok(Show {
        page: visit.chrome(),
        handle: visit.handle(case)?,
        code: view.code.to_string(),
        consent: attachment.consent.key().to_owned(),
        width: attachment.width,
        height: attachment.height,
        kept: words.picture(attachment),
        original: attachment.original.to_string(),
        can_remove: actor.may(Action::RemoveAttachment) && (writes || picture.who == actor.name),
        picture,
        form,
    })
}

/// The points themselves, to the page that shows them.
pub fn whole(visit: &Visit) -> Answer {
    let (case, id) = (visit.case()?, attachment_of(visit)?);
    inline(&visit.command(|cx| attachments::open(cx, case, id))?)
}

pub fn preview(visit: &Visit) -> Answer {
    let (case, id) = (visit.case()?, attachment_of(visit)?);
    inline(&visit.command(|cx| attachments::preview(cx, case, id))?)
}

/// Only what was made anew here is ever given to a browser to be shown. Its name says nothing of what is in it.
pub fn inline(jpeg: &[u8]) -> Answer {
    let headers = [(header::CONTENT_TYPE, JPEG), (header::CONTENT_DISPOSITION, "inline; filename=\"picture.jpg\"")];
    Ok((headers, jpeg.to_vec()).into_response())
}

pub const JPEG: &str = "image/jpeg";

pub fn remove(visit: &Visit) -> Answer {
    visit.expect(Action::RemoveAttachment)?;
    let (case, id) = (visit.case()?, attachment_of(visit)?);
    let because = text::line(visit.form.value("because"));
    if because.is_empty() {
        let errors = vec![("because".to_owned(), said(visit, "because"))];
        let form = Filled { pairs: visit.form.pairs.clone(), errors };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(showing(visit, form)?)?).into_response());
    }
    visit.command(|cx| attachments::remove(cx, case, id, because))?;
    done(visit, visit.tongue.say("pictures-removed"))
}

/// The travel document was issued: it is noted, and the photos that were taken for it are deleted.
pub fn issued(visit: &Visit) -> Answer {
    visit.expect(Action::IssueDocument)?;
    let case = visit.case()?;
    let number = cases::typed(visit, "number");
    let gone = visit.command(|cx| attachments::document_issued(cx, case, number))?;
    done(visit, visit.chrome().count("pictures-issued-done", gone))
}
