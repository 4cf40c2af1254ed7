//! One's own sign-ins, and the keys that new members of one's team wait for.

use super::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::sessions::{Session as SessionView, Sessions, Waiting};
use crate::visit::Visit;
use crate::words::when;
use access::member;
use base::UserId;

pub fn show(visit: &Visit) -> Answer {
    let session = visit.session()?;
    let mut sessions = visit.app.sessions.of_member(session.member);
    sessions.sort_by_key(|s| std::cmp::Reverse((s.started, s.label.clone())));
    let left = visit.app.store.read(|tx| member::recovery_codes_left(tx, session.member))?;
    let waiting = visit.command(member::waiting_for_keys)?;
    html(Sessions {
        page: visit.chrome(),
        sessions: sessions
            .iter()
            .map(|s| SessionView {
                id: s.label.clone(),
                device: s.device.clone(),
                started: when(s.started),
                last_used: when(s.last_used()),
                this_one: s.label == session.label,
            })
            .collect(),
        recovery_codes_left: left as usize,
        waiting: waiting
            .into_iter()
            .map(|m| Waiting { id: m.id.to_string(), name: m.name, role: m.role.key().to_owned() })
            .collect(),
        done: held(&session.done).take(),
    })
}

/// Ends one of one's own sign-ins.
pub fn end(visit: &Visit) -> Answer {
    let session = visit.session()?;
    let (member, label) = (session.member, visit.form.value("id").to_owned());
    visit.app.sessions.end(|s| s.member == member && s.label == label);
    see("/sessions")
}

/// Gives a waiting member of the team those of one's own keys that its role includes.
pub fn give_keys(visit: &Visit) -> Answer {
    if let Some(member) = UserId::read(visit.form.value("id")) {
        visit.command(|cx| member::give_team_keys(cx, member))?;
        *held(&visit.session()?.done) = Some(visit.tongue.say("sessions-keys-given"));
    }
    see("/sessions")
}
