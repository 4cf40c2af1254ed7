//! What happened to a person in captivity: read in its order, told entry by entry, corrected.

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::captivity as views;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::Words;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, Country, EventId};
use casework::captivity::{self, By, Entry, Happening, History, Money, What};
use screening::When;
use vault::Compartment;

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let history = visit.command(|cx| captivity::read(cx, case))?;
    let words = Words::of(visit);
    let entries = history.entries.iter().map(|entry| views::Entry {
        number: number(&history, entry.id),
        when: words.lasted(&entry.told),
        what: entry.told.what.key().to_owned(),
        said: words.told(&entry.told),
        words: entry.told.words.clone().unwrap_or_default(),
        names: entry.names.clone().unwrap_or_default(),
        struck: entry.told.struck,
    });
    html(views::Told {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        entries: entries.collect(),
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// In an address an entry is a number, in the order in which the entries were told.
fn number(history: &History, id: EventId) -> usize {
    1 + history.entries.iter().filter(|one| one.id < id).count()
}

/// The form for something new, or for the entry that the address names.
pub fn form(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let history = visit.command(|cx| captivity::read(cx, case))?;
    let wanted = visit.asked("entry").parse().unwrap_or(0);
    match history.entries.iter().find(|entry| number(&history, entry.id) == wanted) {
        Some(entry) => html(page(visit, entry.told.what, Filled { pairs: filled(entry), errors: Vec::new() })?),
        None => {
            let kind: usize = visit.asked("kind").parse().unwrap_or(0);
            let what = kind.checked_sub(1).and_then(|at| What::ALL.get(at)).ok_or(Fault::NotFound)?;
            html(page(visit, *what, Filled::default())?)
        }
    }
}

fn page(visit: &Visit, what: What, form: Filled) -> Result<views::Tell, Fault> {
    let case = visit.case()?;
    let by = By::ALL.iter().map(|by| Choice::new(by.key(), visit.tongue.say(&format!("captivity-by-{}", by.key()))));
    Ok(views::Tell {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        what: what.key().to_owned(),
        begins: if what.lasts() { "captivity-from" } else { "captivity-when" },
        lasts: what.lasts(),
        has_money: what.has_money(),
        has_people: what.has_people(),
        can_name: visit.role().is_some_and(|role| role.writes().contains(&Compartment::Testimony)),
        by: Choice::select(by, form.value("by")),
        countries: Country::all().map(|country| country.name(visit.tongue.tag()).to_owned()).collect(),
        form,
        page: visit.chrome(),
    })
}

/// An entry as the form shows it.
fn filled(entry: &Entry) -> Vec<(String, String)> {
    let told = &entry.told;
    let time = |when: When| match when {
        When::Unknown => String::new(),
        When::At(at) => at.local_text(),
        when => when.to_string(),
    };
    let money = told.money.as_ref();
    let pairs = [
        ("entry", entry.id.to_string()),
        ("from", time(told.from)),
        ("until", time(told.until)),
        ("place", told.place.clone().unwrap_or_default()),
        ("country", told.country.map(|country| country.name("en").to_owned()).unwrap_or_default()),
        ("by", told.by.map(|by| by.key().to_owned()).unwrap_or_default()),
        ("amount", money.map(|money| money.amount.to_string()).unwrap_or_default()),
        ("currency", money.map(|money| money.currency.clone()).unwrap_or_default()),
        ("people", told.people.map(|people| people.to_string()).unwrap_or_default()),
        ("words", told.words.clone().unwrap_or_default()),
        ("names", entry.names.clone().unwrap_or_default()),
        ("struck", if told.struck { "yes" } else { "" }.to_owned()),
    ];
    pairs.map(|(name, value)| (name.to_owned(), value)).into()
}

/// Keeps what was told.
pub fn tell(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let case = visit.case()?;
    let what = What::from_key(visit.form.value("what")).ok_or(Fault::Access(AccessError::NoValue))?;
    let entry = match visit.form.value("entry") {
        "" => None,
        id => Some(EventId::read(id).ok_or(Fault::Access(AccessError::NoValue))?),
    };
    let told = match read(visit, what) {
        Ok(told) => told,
        Err(errors) => return wrong(visit, what, errors),
    };
    let can_name = visit.role().is_some_and(|role| role.writes().contains(&Compartment::Testimony));
    let names = visit.form.value("names");
    let kept = visit.command(|cx| {
        let id = captivity::tell(cx, case, entry, told)?;
        if can_name { captivity::names(cx, case, id, names) } else { Ok(()) }
    });
    match kept {
        Ok(()) => {
            *held(&visit.session()?.done) = Some(visit.tongue.say("captivity-kept"));
            see(&format!("/case/{}/captivity", visit.handle(case)?))
        }
        Err(Fault::Access(AccessError::Unfit(sentence))) => {
            wrong(visit, what, vec![("from".to_owned(), sentence.to_owned())])
        }
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, what: What, errors: Vec<(String, String)>) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, what, form)?)?).into_response())
}

/// What the form says, or a sentence for each field that needs another look.
fn read(visit: &Visit, what: What) -> Result<Happening, Vec<(String, String)>> {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, key: &str| errors.push((field.to_owned(), visit.tongue.say(key)));
    let value = |name: &str| visit.form.value(name).trim();
    let mut time = |field: &str| match value(field) {
        "" => When::Unknown,
        typed => When::read(typed).unwrap_or_else(|| {
            wrong(field, "hear-when");
            When::Unknown
        }),
    };
    let (from, until) = (time("from"), time("until"));
    let country = Country::read(value("country"));
    if country.is_none() && !value("country").is_empty() {
        wrong("country", "captivity-country-wrong");
    }
    let whole = |typed: &str| typed.replace([' ', ',', '\u{a0}'], "").parse::<u64>();
    let amount = (!value("amount").is_empty()).then(|| whole(value("amount")));
    if matches!(amount, Some(Err(_))) {
        wrong("amount", "captivity-amount-wrong");
    }
    let people = (!value("people").is_empty()).then(|| value("people").parse::<u32>());
    if matches!(people, Some(Err(_))) {
        wrong("people", "captivity-people-wrong");
    }
    let text = |name: &str| Some(value(name).to_owned()).filter(|text| !text.is_empty());
    let told = Happening {
        first: None,
        what,
        from,
        until,
        place: text("place"),
        country,
        by: By::from_key(value("by")),
        money: amount.and_then(Result::ok).map(|amount| Money { amount, currency: value("currency").to_owned() }),
        people: people.and_then(Result::ok),
        words: text("words"),
        struck: value("struck") == "yes",
    };
    if errors.is_empty() { Ok(told) } else { Err(errors) }
}

impl Words {
    /// "Sold, 2025-03: a broker · 3,000 USD"
    pub fn happened(&self, told: &Happening) -> String {
        let what = self.tongue.say(&format!("captivity-what-{}", told.what.key()));
        format!("{what}, {} {}", self.lasted(told), self.told(told)).trim_end().to_owned()
    }

    /// When it happened, and until when: "2025-03 – 2025-11".
    pub fn lasted(&self, told: &Happening) -> String {
        match (self.time(told.from), self.time(told.until)) {
            (from, None) => from.unwrap_or_else(|| self.tongue.say("captivity-when-unknown")),
            (from, Some(until)) => format!("{} – {until}", from.unwrap_or_else(|| "?".to_owned())),
        }
    }

    /// A time as it is known; `None` where nothing is.
    fn time(&self, when: When) -> Option<String> {
        match when {
            When::Unknown => None,
            When::At(at) => Some(at.local_text()),
            When::Between(a, b) => Some(format!("{a} / {b}")),
            when => Some(when.to_string()),
        }
    }

    /// Where, by what kind of person, for how much, how many: "Invented Park, Cambodia · a broker · 3,000 USD".
    pub fn told(&self, told: &Happening) -> String {
        let country = told.country.map(|country| country.name(self.tongue.tag()).to_owned());
        let place: Vec<String> = told.place.clone().into_iter().chain(country).collect();
        let by = told.by.map(|by| self.tongue.say(&format!("captivity-by-{}", by.key())));
        let money =
            told.money.as_ref().map(|money| format!("{} {}", money.amount, money.currency).trim_end().to_owned());
        let people = told
            .people
            .map(|people| self.tongue.say_with("captivity-people-count", &[("count", Value::from(i64::from(people)))]));
        let place = Some(place.join(", ")).filter(|place| !place.is_empty());
        [place, by, money, people].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
