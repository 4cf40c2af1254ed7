//! The card to hand over: a number, a picture of it, and nothing that says why.

use super::{html, qr_of};
use crate::routes::Answer;
use crate::tongue::Tongue;
use crate::views::Choice;
use crate::views::cards::Card;
use crate::visit::Visit;
use access::Action;
use base::CaseCode;

pub fn show(visit: &Visit) -> Answer {
    let case = visit.case()?;
    visit.command(|cx| cx.open(case, Action::PrintCard).map(|_| ()))?;
    let code = CaseCode::of(case);
    let tongue = Tongue::from_tag(visit.form.value("tongue")).unwrap_or(visit.tongue);
    let tongues = Tongue::all().map(|t| Choice::new(t.tag(), t.autonym()));
    html(Card {
        page: visit.chrome(),
        handle: visit.handle(case)?,
        code: code.to_string(),
        qr: qr_of(&code.plain())?,
        tongue,
        tongues: Choice::select(tongues, tongue.tag()),
        phone: visit.app.options.phone.clone(),
    })
}
