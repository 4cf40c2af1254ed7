//! What others were asked for during the fortnight, and what they said: `data/demo/referrals.csv`.

use crate::edge;
use access::{Keyring, alert, command};
use anyhow::{Context, Result, bail};
use base::{Arrival, CaseId, Country, EventId, Instant, Minor, Sign, TeamId};
use casework::consent::{self, Given, Grant, Item, Kind, Recipient, Standing};
use casework::referral::{Answer, Ask, Heard, Outcome, Reason, Urgency, answer, refer};
use casework::round;
use casework::services::Service;
use serde::Deserialize;
use std::collections::HashMap;
use store::Store;

const REFERRALS: &str = include_str!("../../../../data/demo/referrals.csv");

/// What is shown of everybody who is referred: what a stranger needs to help, and no more.
const ITEMS: [Item; 6] = [Item::Code, Item::Names, Item::Sex, Item::Age, Item::Nationality, Item::Languages];

/// People of one course are asked for again with each row of it, of one recipient after the other.
#[derive(Deserialize)]
struct Row {
    course: String,
    people: usize,
    /// A sign of the arrival card, or a nationality.
    who: String,
    service: String,
    /// A team, or an organisation elsewhere; a star behind it says that it belongs to a state.
    to: String,
    urgency: String,
    /// Counted back from the newest arrival.
    days_before: i64,
    /// Until the answer came.
    hours: Option<i64>,
    /// As in the form: accepted, partly or a reason for refusing; or open, silent, withdrawn.
    outcome: String,
    verbatim: Option<String>,
    said_by: Option<String>,
}

/// Somebody whom the caseworker's team registered.
pub struct Met {
    pub case: CaseId,
    pub at: Instant,
    pub arrival: Arrival,
}

/// One thing that happened, at its time.
struct Moment {
    at: Instant,
    row: usize,
    /// The place of the person in the row's course.
    person: usize,
    is_answer: bool,
}

/// Those who ask and those who answer.
pub struct Correspondents<'a> {
    pub caseworker: &'a mut Keyring,
    /// By the name of their team.
    pub asked: HashMap<&'static str, &'a mut Keyring>,
}

/// Asks and answers in the order of time; `newest` is when the last arrival was registered. What happened more than a
/// day ago has been looked at.
pub fn load(store: &Store, met: &[Met], newest: Instant, who: &mut Correspondents) -> Result<()> {
    let rows: Vec<Row> = csv::Reader::from_reader(REFERRALS.as_bytes())
        .deserialize()
        .collect::<std::result::Result<_, _>>()
        .context("data/demo/referrals.csv is not well formed")?;
    let courses = choose(&rows, met, newest)?;
    let teams = store.read(access::organisation::teams)?;
    let mut asked = Course { store, rows: &rows, people: &courses, teams, sent: HashMap::new() };
    let (before, after): (Vec<_>, Vec<_>) =
        moments(&rows, newest).into_iter().partition(|moment| moment.at < newest.plus_hours(-24));
    before.iter().try_for_each(|moment| asked.happen(moment, who))?;
    for keys in std::iter::once(&mut *who.caseworker).chain(who.asked.values_mut().map(|keys| &mut **keys)) {
        command(store, keys, newest.plus_hours(-24), &mut edge::rng(), alert::all_seen)?;
    }
    after.iter().try_for_each(|moment| asked.happen(moment, who))?;
    round::make(store, &pathway::pack::shipped()[0], edge::now(), &mut edge::rng())?;
    Ok(())
}

/// Who is asked for in each course: adults who fit, each in one course alone.
fn choose(rows: &[Row], met: &[Met], newest: Instant) -> Result<HashMap<String, Vec<CaseId>>> {
    let mut courses: HashMap<String, Vec<CaseId>> = HashMap::new();
    let mut free: Vec<&Met> = met.iter().collect();
    for row in rows {
        if courses.contains_key(&row.course) {
            continue;
        }
        let asked_at = newest.plus_hours(-24 * row.days_before);
        let fits = |met: &Met| met.at < asked_at && is_adult(met) && fits(&met.arrival, &row.who);
        let chosen: Vec<CaseId> = free.iter().filter(|met| fits(met)).take(row.people).map(|met| met.case).collect();
        if chosen.len() < row.people {
            bail!("data/demo/referrals.csv, {}: only {} people fit.", row.course, chosen.len());
        }
        free.retain(|met| !chosen.contains(&met.case));
        courses.insert(row.course.clone(), chosen);
    }
    Ok(courses)
}

fn is_adult(met: &Met) -> bool {
    let born = met.arrival.birth.as_ref().map(|birth| birth.minor(met.at.local_date()));
    born == Some(Minor::No) && !met.arrival.signs.contains(&Sign::Minor)
}

fn fits(arrival: &Arrival, who: &str) -> bool {
    match Country::from_iso3(who) {
        Some(country) => arrival.nationalities.first() == Some(&country),
        None => Sign::from_key(who).is_some_and(|sign| arrival.signs.contains(&sign)),
    }
}

/// Everything that happens, a few minutes apart, in the order of time.
fn moments(rows: &[Row], newest: Instant) -> Vec<Moment> {
    let mut moments = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        for person in 0..row.people {
            let minutes = (number * 3 + person * 7) as i64;
            let at = newest.plus_hours(-24 * row.days_before - 3).plus_millis(minutes * 60_000);
            moments.push(Moment { at, row: number, person, is_answer: false });
            if let Some(hours) = row.hours {
                moments.push(Moment { at: at.plus_hours(hours), row: number, person, is_answer: true });
            }
        }
    }
    moments.sort_by_key(|moment| (moment.at, moment.row, moment.person));
    moments
}

/// What was asked so far.
struct Course<'a> {
    store: &'a Store,
    rows: &'a [Row],
    people: &'a HashMap<String, Vec<CaseId>>,
    teams: Vec<(TeamId, String, String)>,
    /// By row and person: the file, and the consent it was asked on.
    sent: HashMap<(usize, usize), (CaseId, EventId)>,
}

impl Course<'_> {
    fn happen(&mut self, moment: &Moment, who: &mut Correspondents) -> Result<()> {
        match (moment.is_answer, self.rows[moment.row].outcome.as_str()) {
            (false, _) => self.ask(moment, who.caseworker),
            (true, "withdrawn") => self.withdraw(moment, who.caseworker),
            (true, _) => self.answer(moment, who),
        }
    }

    fn ask(&mut self, moment: &Moment, keys: &mut Keyring) -> Result<()> {
        let row = &self.rows[moment.row];
        let case = self.people[&row.course][moment.person];
        let service = Service::from_key(&row.service).with_context(|| format!("{} is no service.", row.service))?;
        let urgency = Urgency::from_key(&row.urgency).with_context(|| format!("{} is no urgency.", row.urgency))?;
        let to = self.recipient(&row.to);
        let earlier = (0..moment.row).rev().find(|earlier| self.rows[*earlier].course == row.course);
        let after = earlier.and_then(|row| self.sent.get(&(row, moment.person))).map(|(file, _)| *file);
        let grant = Grant {
            purpose: service,
            recipient: to.clone(),
            items: ITEMS.to_vec(),
            given: Given::Spoken,
            language: None,
            interpreter: None,
            until: None,
            safe: true,
            standing: Standing::Given,
        };
        let ask = Ask { service, urgency, due: None, note: None, after };
        let sent = command(self.store, keys, moment.at, &mut edge::rng(), |cx| {
            let consent = consent::give(cx, case, grant)?;
            Ok((refer(cx, case, &to, &ITEMS, ask)?.file, consent))
        })?;
        self.sent.insert((moment.row, moment.person), sent);
        Ok(())
    }

    /// A team answers for itself; what others say is written down by whoever asked.
    fn answer(&self, moment: &Moment, who: &mut Correspondents) -> Result<()> {
        let row = &self.rows[moment.row];
        let (file, _) = self.sent[&(moment.row, moment.person)];
        let outcome = match row.outcome.as_str() {
            "accepted" => Outcome::Accepted,
            "partly" => Outcome::Partly { people: 1 },
            reason => Outcome::Refused(Reason::from_key(reason).with_context(|| format!("{reason} is no reason."))?),
        };
        let given =
            Answer { outcome, verbatim: row.verbatim.clone(), said_by: row.said_by.clone(), heard: Heard::Told };
        let keys = match who.asked.get_mut(row.to.as_str()) {
            Some(keys) => &mut **keys,
            None => &mut *who.caseworker,
        };
        command(self.store, keys, moment.at, &mut edge::rng(), |cx| answer(cx, file, given))?;
        Ok(())
    }

    fn withdraw(&self, moment: &Moment, keys: &mut Keyring) -> Result<()> {
        let (_, grant) = self.sent[&(moment.row, moment.person)];
        let case = self.people[&self.rows[moment.row].course][moment.person];
        command(self.store, keys, moment.at, &mut edge::rng(), |cx| consent::withdraw(cx, case, grant, None))?;
        Ok(())
    }

    fn recipient(&self, to: &str) -> Recipient {
        match self.teams.iter().find(|(_, name, _)| name == to) {
            Some((team, ..)) => Recipient::Team(*team),
            None => {
                let kind = if to.ends_with('*') { Kind::State } else { Kind::Other };
                Recipient::Outside { id: None, name: to.trim_end_matches('*').to_owned(), kind }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::TEAMS;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_understood_and_every_team_in_it_is_there() {
        let rows: Vec<Row> = csv::Reader::from_reader(REFERRALS.as_bytes()).deserialize().map(Result::unwrap).collect();
        for row in &rows {
            assert!(Service::from_key(&row.service).is_some() && Urgency::from_key(&row.urgency).is_some());
            let has_answer = !matches!(row.outcome.as_str(), "open" | "silent");
            assert_eq!(row.hours.is_some(), has_answer, "{}", row.course);
            let is_team = TEAMS.iter().any(|(name, _)| *name == row.to);
            assert!(is_team || row.to.contains("(invented)"), "{} is neither a team nor said to be invented", row.to);
        }
        let moments = moments(&rows, Instant::from_millis(0));
        let asked: BTreeSet<_> = moments.iter().filter(|moment| !moment.is_answer).map(|m| (m.row, m.person)).collect();
        assert_eq!(asked.len(), rows.iter().map(|row| row.people).sum::<usize>());
    }
}
