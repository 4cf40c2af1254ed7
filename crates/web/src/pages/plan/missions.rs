//! Writing down what was found out about a mission.

use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::plan as views;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::Country;
use casework::plan::{self, Corrected};
use pathway::pack::{Represented, Seat};
use pathway::{Nationality, Said};

/// What is known of the missions of one nationality, and a form for what is known better.
pub fn form(visit: &Visit) -> Answer {
    visit.expect(Action::ReadDirectory)?;
    html(page(visit, Filled::default())?)
}

fn page(visit: &Visit, form: Filled) -> Result<views::Mission, Fault> {
    let nationality = Country::from_iso3(visit.param("nationality")).ok_or(Fault::NotFound)?;
    let corrections = visit.command(|cx| plan::corrections(cx.tx))?;
    let route = pathway::route(&visit.app.pack().pack, &corrections, &Nationality::One(nationality));
    let lead = route.leads.first();
    let of_pack = |english: &str| visit.app.pack().pack.said(visit.tongue.tag(), english).to_owned();
    let represented = lead.map_or("unconfirmed", |lead| lead.represented.key());
    let chosen = if form.pairs.is_empty() { represented } else { form.value("represented") };
    let all = Represented::ALL.iter().map(|one| one.key());
    let options = all.map(|key| Choice::new(key, visit.tongue.say(&format!("represented-{key}"))));
    let seats = lead.map(|lead| lead.seats.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "));
    let said = lead.map(|lead| match &lead.said {
        Said::Pack(origin) => format!("{} ({})", origin.source, origin.as_of),
        Said::Here { by, on, source } => format!("{source} ({by}, {on})"),
        Said::Nobody => String::new(),
    });
    let history = corrections.iter().rev().filter(|one| one.nationality == nationality).map(|one| {
        let seats: Vec<String> = one.seats.iter().map(ToString::to_string).collect();
        let what = visit.tongue.say(&format!("represented-{}", one.represented.key()));
        format!("{}: {what} {} – {} ({})", one.on, seats.join("; "), one.source, one.by)
    });
    Ok(views::Mission {
        code: nationality.iso3().to_owned(),
        country: nationality.name(visit.tongue.tag()).to_owned(),
        reach: route.reach.key().to_owned(),
        seats: seats.unwrap_or_default(),
        note: lead.map(|lead| of_pack(&lead.note)).unwrap_or_default(),
        said: said.unwrap_or_default(),
        cautions: route.cautions.iter().map(|one| of_pack(&one.says)).collect(),
        history: history.collect(),
        represented: Choice::select(options, chosen),
        can_correct: visit.role().is_some_and(|role| role.may(Action::KeepDirectory)),
        done: held(&visit.session()?.done).take(),
        form,
        page: visit.chrome(),
    })
}

pub fn correct(visit: &Visit) -> Answer {
    visit.expect(Action::KeepDirectory)?;
    let nationality = Country::from_iso3(visit.param("nationality")).ok_or(Fault::NotFound)?;
    let represented = Represented::from_key(visit.form.value("represented"));
    let represented = represented.ok_or(Fault::Access(AccessError::NoValue))?;
    let seats = visit.form.value("seats").split(';').map(str::trim).filter(|seat| !seat.is_empty());
    let Some(seats) = seats.map(|seat| Seat::read(seat).or_else(|| spelled_out(seat))).collect::<Option<Vec<_>>>()
    else {
        return wrong(visit, visit.tongue.say("mission-seats-wrong"));
    };
    let corrected = Corrected { nationality, represented, seats, source: visit.form.value("source").to_owned() };
    match visit.command(|cx| plan::correct_mission(cx, corrected)) {
        Ok(()) => {
            *held(&visit.session()?.done) = Some(visit.tongue.say("mission-kept"));
            see(&format!("/missions/{}", nationality.iso3()))
        }
        Err(Fault::Access(AccessError::Unfit(sentence))) => wrong(visit, sentence.to_owned()),
        Err(fault) => Err(fault),
    }
}

/// "Bangkok, Thailand"
fn spelled_out(text: &str) -> Option<Seat> {
    let (city, country) = text.rsplit_once(',')?;
    let country = Country::read(country.trim())?;
    Seat::read(&format!("{}, {}", city.trim(), country.iso3()))
}

fn wrong(visit: &Visit, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![("seats".to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, form)?)?).into_response())
}
