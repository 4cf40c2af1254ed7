//! Asking the person whether somebody may be told, from where the plan waits for it.

use super::note::{kept, wrong};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::{AccessError, Action};
use base::Language;
use casework::consent::Given;
use casework::plan;
use pathway::Contact;

pub fn agree(visit: &Visit) -> Answer {
    visit.expect(Action::Refer)?;
    let case = visit.case()?;
    let value = |name: &str| visit.form.value(name);
    let contact = Contact::from_key(value("contact")).ok_or(Fault::Access(AccessError::NoValue))?;
    let agreed = match value("agrees") {
        "yes" => true,
        "no" => false,
        _ => return wrong(visit, "agree", visit.tongue.say("safety-choose")),
    };
    let given = given_typed(visit);
    let (language, safe) = (Language::from_code(value("language")), visit.form.has("safe", "yes"));
    let pack = visit.app.pack();
    let done = visit.command(|cx| plan::agree(cx, pack, case, contact, (given, language, safe, agreed)));
    kept(visit, done, "agree")
}

/// How the person agreed, as a form says it.
pub fn given_typed(visit: &Visit) -> Given {
    let said = |name: &str| visit.form.value(name).to_owned();
    let best_interests = said("best_interests");
    match visit.form.value("given") {
        "signed" => Given::Signed,
        "guardian" => Given::Guardian { guardian: said("given_by"), best_interests },
        "best-interests" => Given::BestInterests { decided_by: said("given_by"), best_interests },
        _ => Given::Spoken,
    }
}
