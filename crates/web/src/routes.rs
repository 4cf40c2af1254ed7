//! The whole map of the pages. A handler is a function from a visit to an answer.

use crate::app::App;
use crate::fault::Fault;
use crate::headers;
use crate::limits::Limits;
use crate::pages::{
    alerts, appointments, arrivals, assets, attachments, calendar, captivity, cards, cases, channels, deadlines,
    emergency, erasure, hearing, home, integrations, ledger, letters, lists, log, opening, passphrase, people, plan,
    queues, readings, referrals, rolls, services, sessions, sign_in, today, users,
};
use crate::visit::{LARGEST_FILE, Visit, time_for};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, delete, get, post};
use store::failpoint::{Failpoint, reach};
use tokio::time::timeout;
use vault::Swept;

pub type Answer = Result<Response, Fault>;
pub type Handler = fn(&Visit) -> Answer;

pub fn router(app: App) -> Router {
    Router::new()
        .route("/", page(home::show))
        .route("/sign-in", page(sign_in::form).merge(act(sign_in::enter)))
        .route("/opening", page(opening::show))
        .route("/opening/progress.json", page(opening::progress))
        .route("/sign-out", act(sign_in::leave))
        .route("/lock", act(sign_in::lock))
        .route("/locked", page(sign_in::locked))
        .route("/language", act(home::language))
        .route("/people", at_desk(people::show).merge(act(people::search)))
        .route("/people/everybody", page(people::everybody))
        .route("/people/filters", act(people::save_filter))
        .route("/people/filters/delete", act(people::delete_filter))
        .route("/people/export", act(people::export))
        .route("/arrivals/new", at_desk(arrivals::form).merge(act(arrivals::form_with)))
        .route("/arrivals", act(arrivals::register))
        .route("/arrivals/done", at_desk(arrivals::done))
        .route("/case/{handle}", page(cases::show))
        .route("/case/{handle}/choose", act(cases::choose))
        .route("/case/{handle}/correct/{field}", page(cases::correct_form).merge(act(cases::correct)))
        .route("/today", at_desk(today::show))
        .route("/queues", at_desk(queues::show))
        .route("/queues/confirm", act(queues::confirm))
        .route("/queues/undo", act(queues::undo))
        .route("/queues/batch", page(queues::follow))
        .route("/queues/batch/progress.json", page(queues::progress))
        .route("/queues/{step}", page(queues::one).merge(act(queues::choose)))
        .route("/appointments", at_desk(appointments::show))
        .route("/appointments/{nationality}", at_desk(appointments::days).merge(act(appointments::hours)))
        .route("/appointments/{nationality}/{day}", at_desk(appointments::one_day).merge(act(appointments::fill)))
        .route("/case/{handle}/appointments", act(appointments::book))
        .route("/case/{handle}/appointments/mark", act(appointments::mark))
        .route("/case/{handle}/deadlines", page(deadlines::show).merge(act(deadlines::note)))
        .route("/calendar", page(calendar::show).merge(act(calendar::make)))
        .route("/calendar/end", act(calendar::end))
        .route("/calendar/{secret}", page(calendar::feed))
        .route("/now", page(hearing::board))
        .route("/case/{handle}/hear", page(hearing::form).merge(act(hearing::say)))
        .route("/case/{handle}/hear/stop", page(hearing::stop))
        .route("/hearings", at_desk(hearing::queue).merge(act(hearing::choose_place)))
        .route("/instruments", page(hearing::forms).merge(act(hearing::add_form)))
        .route("/hearings/next", act(hearing::next))
        .route("/case/{handle}/plan", at_desk(plan::show))
        .route("/case/{handle}/ask", at_desk(queues::ask).merge(act(queues::answer)))
        .route("/case/{handle}/plan/safety", act(plan::safety))
        .route("/case/{handle}/plan/agree", act(plan::agree))
        .route("/case/{handle}/plan/choose", act(plan::choose))
        .route("/case/{handle}/plan/step", act(plan::step))
        .route("/case/{handle}/plan/stay", act(plan::stay))
        .route("/case/{handle}/plan/circumstances", act(plan::circumstances))
        .route("/case/{handle}/plan/custody", act(plan::custody))
        .route("/case/{handle}/plan/outcome", act(plan::outcome))
        .route("/missions/{nationality}", page(plan::mission_form).merge(act(plan::correct)))
        .route("/case/{handle}/captivity", page(captivity::show))
        .route("/case/{handle}/captivity/tell", page(captivity::form).merge(act(captivity::tell)))
        .route("/case/{handle}/heard", page(hearing::result))
        .route("/case/{handle}/letters", page(letters::list))
        .route("/case/{handle}/letters/withdraw", act(letters::withdraw))
        .route("/case/{handle}/letters/{form}", page(letters::form).merge(act(letters::write)))
        .route("/case/{handle}/letters/{form}/file", act(letters::take_away))
        .route("/letters/batch", page(letters::batch::list).merge(act(letters::batch::choose)))
        .route("/letters/batch/{batch}", page(letters::batch::show).merge(act(letters::batch::run)))
        .route("/letters/batch/{batch}/progress.json", page(letters::batch::progress))
        .route("/letters/batch/{batch}/stop", act(letters::batch::stop))
        .route("/letters/batch/{batch}/go-on", act(letters::batch::go_on))
        .route("/letters/batch/{batch}/file", act(letters::batch::take_away))
        .route("/check", page(letters::check_form).merge(act(letters::check)))
        .route("/case/{handle}/attended", act(hearing::attend))
        .route("/case/{handle}/status", act(hearing::decide))
        .route("/case/{handle}/erase", page(erasure::form).merge(act(erasure::ask)))
        .route("/case/{handle}/erase/confirm", act(erasure::confirm))
        .route("/case/{handle}/erase/keep", act(erasure::keep))
        .route("/erasure", page(erasure::list))
        .route("/case/{handle}/refer", page(referrals::form).merge(act(referrals::ask)))
        .route("/case/{handle}/withdraw", act(referrals::take_back))
        .route("/case/{handle}/card", page(cards::show).merge(act(cards::show)))
        .route("/case/{handle}/readings", page(readings::show))
        .route("/case/{handle}/readings/sheet", page(readings::sheet))
        .route("/emergency", page(emergency::show))
        .route("/emergency/ask", act(emergency::ask))
        .route("/emergency/grant", act(emergency::grant))
        .route("/emergency/refuse", act(emergency::refuse))
        .route("/emergency/close", act(emergency::close))
        .route("/emergency/review", act(emergency::review))
        .route("/consent-words", page(referrals::words))
        .route("/referrals", page(referrals::list))
        .route("/referrals/need", page(referrals::need_form).merge(act(referrals::need)))
        .route("/referral/{handle}", page(referrals::show))
        .route("/referral/{handle}/answer", act(referrals::answer))
        .route("/referral/{handle}/escalate", act(referrals::escalate))
        .route("/referral/{handle}/withdraw", act(referrals::withdraw))
        .route("/referral/{handle}/deleted", act(referrals::deleted))
        .route("/referral/{handle}/link", act(referrals::make_link))
        .route("/answer", page(referrals::enter))
        .route("/answer/open", act(referrals::open))
        .route("/answer/send", act(referrals::send))
        .route("/ledger", page(ledger::show))
        .route("/ledger/export", act(ledger::export))
        .route("/case/{handle}/attachments", act(attachments::add))
        .route("/case/{handle}/attachments/new", page(attachments::form))
        .route("/case/{handle}/attachments/{attachment}", page(attachments::show))
        .route("/case/{handle}/attachments/{attachment}/picture", page(attachments::whole))
        .route("/case/{handle}/attachments/{attachment}/preview", page(attachments::preview))
        .route("/case/{handle}/attachments/{attachment}/remove", act(attachments::remove))
        .route("/case/{handle}/document-issued", act(attachments::issued))
        .route("/lists", page(lists::show).merge(act(lists::upload)))
        .route("/lists/new/{draft}", page(lists::follow_draft))
        .route("/lists/new/{draft}/progress.json", page(lists::progress_draft))
        .route("/lists/new/{draft}/columns", page(lists::columns).merge(act(lists::set_columns)))
        .route("/lists/new/{draft}/preview", page(lists::preview))
        .route("/lists/new/{draft}/rows/{row}", page(lists::draft_row).merge(act(lists::set_draft_row)))
        .route("/lists/new/{draft}/register", act(lists::register))
        .route("/lists/look", page(lists::to_look_at))
        .route("/lists/{list}", page(lists::follow))
        .route("/lists/{list}/progress.json", page(lists::progress))
        .route("/lists/{list}/stop", act(lists::stop))
        .route("/lists/{list}/go-on", act(lists::go_on))
        .route("/lists/{list}/report", page(lists::report))
        .route("/lists/{list}/report.csv", act(lists::report_csv))
        .route("/lists/{list}/with-codes", act(lists::codes_file))
        .route("/lists/{list}/to-look-at", act(lists::look_file))
        .route("/lists/{list}/rows/{row}", page(lists::row).merge(act(lists::set_row)))
        .route("/lists/{list}/rows/{row}/decide", act(lists::decide))
        .route("/rolls", at_desk(rolls::show))
        .route("/rolls/{nationality}", at_desk(rolls::draft))
        .route("/rolls/{nationality}/seal", act(rolls::seal))
        .route("/rolls/{nationality}/{version}", at_desk(rolls::version))
        .route("/rolls/{nationality}/{version}/file", act(rolls::take_away))
        .route("/rolls/{nationality}/{version}/send", act(rolls::send))
        .route("/rolls/{nationality}/{version}/look", act(rolls::look))
        .route("/rolls/{nationality}/{version}/note", act(rolls::note))
        .route("/services", page(services::show).merge(act(services::add)))
        .route("/services/new", page(services::add_form))
        .route("/services/{service}", page(services::one))
        .route("/services/{service}/checked", act(services::checked))
        .route("/services/{service}/not-answering", act(services::not_answering))
        .route("/services/{service}/correct", page(services::correct_form).merge(act(services::correct)))
        .route("/services/{service}/team", act(services::link))
        .route("/warnings", page(services::warnings::show).merge(act(services::warnings::add)))
        .route("/warnings/new", page(services::warnings::add_form))
        .route("/warnings/search", act(services::warnings::search))
        .route("/warnings/{warning}/withdraw", act(services::warnings::withdraw))
        .route("/sessions", page(sessions::show))
        .route("/sessions/end", act(sessions::end))
        .route("/sessions/keys", act(sessions::give_keys))
        .route("/passphrase", page(passphrase::form).merge(act(passphrase::change)))
        .route("/alerts", page(alerts::show))
        .route("/alerts/seen", act(alerts::seen))
        .route("/alerts/channels", page(channels::show))
        .route("/alerts/channels/mail", act(channels::ask_mail))
        .route("/alerts/channels/confirm", act(channels::confirm_mail))
        .route("/alerts/channels/push", act(channels::add_push))
        .route("/alerts/channels/remove", act(channels::remove))
        .route("/alerts/worker/{tag}", page(channels::worker))
        .route("/users", page(users::show).merge(act(users::add)))
        .route("/users/disable", act(users::disable))
        .route("/users/integrations", act(integrations::add))
        .route("/users/integrations/let-in", act(integrations::let_in))
        .route("/log", page(log::show))
        .route("/log/{before}", page(log::show))
        .merge(crate::api::routes())
        .route("/static/{*path}", get(assets::serve))
        .route(headers::REPORTS, post(headers::note_report))
        .fallback(page(home::nowhere))
        .layer(DefaultBodyLimit::max(LARGEST_FILE + 64 * 1024))
        .layer(middleware::from_fn(headers::harden))
        .layer(middleware::from_fn_with_state(app.clone(), crate::watch::around))
        .with_state(app)
}

fn page(handler: Handler) -> MethodRouter<App> {
    get(move |State(app): State<App>, request: Request| answer(app, request, handler))
}

/// A page that reads the desk, and waits for it where that can be seen.
fn at_desk(handler: Handler) -> MethodRouter<App> {
    get(move |State(app): State<App>, request: Request| {
        answer(app, request, move |visit: &Visit| opening::before(visit, opening::PATIENCE, handler))
    })
}

fn act(handler: Handler) -> MethodRouter<App> {
    post(move |State(app): State<App>, request: Request| answer(app, request, handler))
}

pub fn page_json(handler: Handler) -> MethodRouter<App> {
    get(move |State(app): State<App>, request: Request| answer_json(app, request, handler))
}

pub fn act_json(handler: Handler) -> MethodRouter<App> {
    post(move |State(app): State<App>, request: Request| answer_json(app, request, handler))
}

pub fn remove_json(handler: Handler) -> MethodRouter<App> {
    delete(move |State(app): State<App>, request: Request| answer_json(app, request, handler))
}

pub fn any_json(handler: Handler) -> MethodRouter<App> {
    any(move |State(app): State<App>, request: Request| answer_json(app, request, handler))
}

/// As [`answer`], with what goes wrong as JSON too.
async fn answer_json(app: App, request: Request, handler: Handler) -> Response {
    attend(app, request, handler, |fault, visit| fault.as_json(visit)).await
}

async fn answer(app: App, request: Request, handler: impl Fn(&Visit) -> Answer + Send + 'static) -> Response {
    attend(app, request, handler, Fault::answer).await
}

/// Handlers read the database and open seals: they run where they may take their time.
async fn attend(
    app: App,
    request: Request,
    handler: impl Fn(&Visit) -> Answer + Send + 'static,
    say: fn(Fault, &Visit) -> Response,
) -> Response {
    let time = time_for(&request);
    let visit = match timeout(time, Visit::read(app, request)).await {
        Ok(Ok(visit)) => visit,
        Ok(Err((visit, fault))) => return say(fault, &visit),
        Err(_) => return (StatusCode::REQUEST_TIMEOUT, TOO_SLOW).into_response(),
    };
    let working = tokio::task::spawn_blocking(move || {
        let _swept = Swept;
        reach(Failpoint::RequestRead);
        let answer = Limits::pass(&visit).and_then(|()| handler(&visit));
        reach(Failpoint::AnswerMade);
        answer.unwrap_or_else(|fault| say(fault, &visit))
    });
    working.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// For a connection so slow that no page would arrive either.
const TOO_SLOW: &str = "The request took too long to arrive. Nothing was saved. Try again.\n";
