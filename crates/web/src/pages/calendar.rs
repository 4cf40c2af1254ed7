//! A member's calendar outside: codes and days behind a secret address, in iCalendar (RFC 5545).

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::today as views;
use crate::visit::Visit;
use access::Action;
use axum::http::header;
use axum::response::IntoResponse;
use base::{CaseCode, Instant};
use casework::plan::calendar;
use casework::plan::{DueDay, For};

/// Lines are folded so that none is longer, in octets without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

pub fn show(visit: &Visit) -> Answer {
    page(visit, String::new())
}

fn page(visit: &Visit, address: String) -> Answer {
    visit.expect(Action::Plan)?;
    let since = visit.command(calendar::feed_since)?;
    html(views::Calendar {
        since: since.map(|at| at.local_text()).unwrap_or_default(),
        address,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// Makes an address, in place of an earlier one, and shows it this once.
pub fn make(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let secret = visit.command(calendar::make_feed)?;
    page(visit, format!("{}/calendar/{secret}.ics", visit.site_with_scheme()))
}

pub fn end(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    visit.command(calendar::end_feed)?;
    *held(&visit.session()?.done) = Some(visit.tongue.say("calendar-ended"));
    see("/calendar")
}

/// The calendar itself, for a program that has nothing but the address.
pub fn feed(visit: &Visit) -> Answer {
    let secret = visit.param("secret");
    let secret = secret.strip_suffix(".ics").unwrap_or(secret);
    let days = visit.app.store.read(|tx| calendar::feed(tx, secret, visit.now))?.ok_or(Fault::NotFound)?;
    let kind = "text/calendar; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], written(&days, visit.now)).into_response())
}

/// The words are English whatever the reader's language is: the program that fetches them says nothing of that.
fn written(days: &[DueDay], now: Instant) -> String {
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Calendar//EN", "CALSCALE:GREGORIAN"].map(str::to_owned).into();
    let stamp = format!("DTSTAMP:{}", now.utc_text().chars().filter(char::is_ascii_digit).collect::<String>());
    // "20260118070000" becomes "20260118T070000Z".
    let stamp = match stamp.len() {
        longer if longer >= 22 => format!("{}T{}Z", &stamp[..16], &stamp[16..22]),
        _ => stamp,
    };
    for day in days {
        let code = CaseCode::of(day.case);
        let what = match day.what {
            For::Deadline => "Deadline",
            For::FollowUp => "Follow-up",
            For::Appointment => "Appointment",
        };
        let uid = vault::digest(&[b"calendar entry", day.case.as_bytes(), day.mark.as_bytes()]);
        let next = base::days_after(day.on, 1);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@calendar", data_encoding::HEXLOWER.encode(&uid[..16])),
            stamp.clone(),
            format!("DTSTART;VALUE=DATE:{}", day.on.to_string().replace('-', "")),
            format!("DTEND;VALUE=DATE:{}", next.to_string().replace('-', "")),
            format!("SUMMARY:{}", escaped(&format!("{what} {code}"))),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// Text in which signs that mean something to a calendar mean nothing (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line with its end, parted where it is too long, and never within a letter.
fn folded(line: &str) -> String {
    let (mut text, mut octets) = (String::new(), 0);
    for letter in line.chars() {
        if octets + letter.len_utf8() > LONGEST_LINE {
            text += "\r\n ";
            octets = 1;
        }
        text.push(letter);
        octets += letter.len_utf8();
    }
    text + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::CaseId;

    #[test]
    fn a_calendar_says_codes_and_days_and_nothing_else() {
        let case = CaseId::from_bytes([7; 16]);
        let on = "2026-02-28".parse().unwrap();
        let day = |what, mark: &str| DueDay { case, what, on, mark: mark.to_owned() };
        let days = [day(For::Deadline, "one"), day(For::FollowUp, "two")];
        let text = written(&days, Instant::from_millis(1_768_723_200_000));
        let code = CaseCode::of(case).to_string();
        assert!(text.contains(&format!("SUMMARY:Deadline {code}\r\n")), "{text}");
        assert!(text.contains(&format!("SUMMARY:Follow-up {code}\r\n")));
        assert!(text.contains("DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"));
        assert!(text.contains("DTSTAMP:20260118T080000Z\r\n"), "{text}");
        let uids: Vec<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
        assert!(uids.len() == 2 && uids[0] != uids[1] && !text.contains(&case.to_string()));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_not_within_a_letter() {
        let long = format!("SUMMARY:{}", "ស".repeat(60));
        let text = folded(&long);
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{text}");
        assert_eq!(text.replace("\r\n ", "").trim_end(), long, "and unfolded it is what it was");
        assert_eq!(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
