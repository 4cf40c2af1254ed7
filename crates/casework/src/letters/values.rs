//! Which facts of a case go into which letter: exactly the fields that its form names, and no others.

use crate::consent;
use crate::hearing::Hearing;
use crate::services::Service;
use crate::{Fact, Facts, Field, Result};
use access::AccessError;
use base::{Birth, CaseCode, CaseId, Country, Date, Instant, Language, Minor, Paper, PaperKind, Sex};
use papers::letter::pack::Form;
use papers::letter::{Lack, Purpose, Value, Values};
use screening::triage::Left;
use screening::{Finding, When};

/// What whoever writes the letter says beside what the case holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// "en" or "km".
    pub language: String,
    pub care_wanted: String,
    /// Whether the person agreed to this letter to a clinic.
    pub agreed: Agreed,
    pub interpreter: bool,
    /// Whether the sex is named to a clinic.
    pub with_sex: bool,
    /// Whether a clock that runs is named to a clinic.
    pub with_clock: bool,
    pub overstay_since: Option<Date>,
    /// The state whose mission is asked, where many letters go to one: nobody else's are among them.
    pub mission_of: Option<Country>,
}

/// How it is known that the person agreed to a letter to a clinic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agreed {
    #[default]
    No,
    /// Whoever writes it has asked them.
    Asked,
    /// As the consents on the case say: nobody has just asked a hundred people at once.
    OnRecord,
}

/// The values of a letter, and why it may not be written yet.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    pub values: Values,
    pub lacks: Vec<Lack>,
}

/// What a form takes of these facts. A field that the facts do not have is left out; the form says whether it is needed.
pub fn prepare(form: &Form, facts: &Facts, case: CaseId, wishes: &Wishes, now: Instant) -> Result<Prepared> {
    let hearing = Hearing::of(facts, now);
    let lacks = form.purpose().map_or(Ok(Vec::new()), |purpose| lacking(purpose, facts, &hearing, wishes, now))?;
    let source = Source { facts, hearing: &hearing, case, wishes, now };
    let mut values = Values::new();
    for field in &form.fields {
        if let Some(value) = source.value(&field.name)? {
            values.insert(field.name.clone(), value);
        }
    }
    Ok(Prepared { values, lacks })
}

/// Why no letter of this purpose may be written about the person yet, whatever is known of them.
fn lacking(purpose: Purpose, facts: &Facts, hearing: &Hearing, wishes: &Wishes, now: Instant) -> Result<Vec<Lack>> {
    let today = now.local_date();
    let mut lacks = Vec::new();
    let mut lack = |field: &str, sentence: &str| lacks.push(Lack::of(field, sentence.to_owned()));
    match purpose {
        Purpose::Protection if finding(hearing)?.is_none() => lack(
            "finding",
            "The answers so far carry no presumption. Go on with the hearing: unknown is not no, and the letter can be \
             written as soon as they do.",
        ),
        Purpose::Medical if wishes.agreed == Agreed::No => {
            lack("agreed", "The letter says that the person agrees to it. Ask them first, and tick it when they do.")
        }
        Purpose::Medical if wishes.agreed == Agreed::OnRecord && !agreed_to_a_clinic(facts, wishes, today) => lack(
            "agreed",
            "No consent on record covers what this letter shows to a clinic. Ask the person, and record what they say; \
             a letter to one person alone can be written as soon as they agree.",
        ),
        Purpose::Consular => {
            if !agreed_to_a_mission(facts, today) {
                lack(
                    "consent",
                    "No mission is written to without the person's consent: that name, age and nationality may be shown \
                     to a state for papers, and that it is safe.",
                );
            }
            if wishes.mission_of.is_some_and(|state| !nationals_of(facts).contains(&state)) {
                lack("mission", "As far as is known the person is no national of the state whose mission is asked.");
            }
        }
        _ => {}
    }
    Ok(lacks)
}

/// Only what carries a presumption is named in a letter.
fn finding(hearing: &Hearing) -> Result<Option<Finding>> {
    let found = hearing.assessment(crate::hearing::instruments())?.finding;
    Ok(Some(found).filter(|found| *found != Finding::MoreInformationNeeded))
}

fn agreed_to_a_mission(facts: &Facts, today: Date) -> bool {
    use Service::{IdentityCheck, TravelDocument};
    use consent::Item::{Age, Names, Nationality};
    consent::standing(facts).iter().any(|held| {
        let grant = &held.grant;
        let shows = [Names, Age, Nationality].iter().all(|item| grant.items.contains(item));
        let lasts = grant.until.is_none_or(|day| day >= today);
        grant.safe && lasts && shows && matches!(grant.purpose, IdentityCheck | TravelDocument)
    })
}

/// Whether a consent to medical care stands that covers each thing that the letter shows.
fn agreed_to_a_clinic(facts: &Facts, wishes: &Wishes, today: Date) -> bool {
    use consent::Item::{Age, Code, Health, Languages, Sex};
    let also = [(wishes.with_sex, Sex), (wishes.with_clock, Health)];
    let also = also.into_iter().filter(|(wanted, _)| *wanted).map(|(_, item)| item);
    let shown: Vec<consent::Item> = [Code, Age, Languages].into_iter().chain(also).collect();
    consent::standing(facts).iter().any(|held| {
        let grant = &held.grant;
        let lasts = grant.until.is_none_or(|day| day >= today);
        grant.purpose == Service::Medical && lasts && shown.iter().all(|item| grant.items.contains(item))
    })
}

fn nationals_of(facts: &Facts) -> &[Country] {
    match facts.newest(Field::Nationalities) {
        Some(Fact::Nationalities(countries)) => countries,
        _ => &[],
    }
}

struct Source<'a> {
    facts: &'a Facts,
    hearing: &'a Hearing,
    case: CaseId,
    wishes: &'a Wishes,
    now: Instant,
}

impl Source<'_> {
    /// The value of one field of a form.
    fn value(&self, field: &str) -> Result<Option<Value>> {
        let text = |text: &str| Some(Value::Text(text.to_owned())).filter(|_| !text.trim().is_empty());
        let word = |word: &str| Some(Value::Word(word.to_owned()));
        Ok(match field {
            "name" => self.name().and_then(|name| text(&name)),
            "birth" => match self.birth() {
                Some(Birth::On(day)) => Some(Value::Date(*day)),
                _ => None,
            },
            "child" => match self.minor() {
                Some(Minor::Yes) => word("under-18"),
                Some(Minor::InDoubt) => word("in-doubt"),
                _ => None,
            },
            "age" => match self.birth().map(|birth| birth.ages(self.now.local_date())) {
                Some((least, most)) if least == most => Some(Value::Number(least.max(0) as u32)),
                _ if matches!(self.minor(), Some(Minor::Yes | Minor::InDoubt)) => word("child"),
                _ => word("adult"),
            },
            "nationality" => text(&self.nationality()),
            "document" => self.document().map(Value::Code),
            "code" => Some(Value::Code(CaseCode::of(self.case).to_string())),
            "assessed_on" => self.hearing.given.last().map(|given| Value::Date(given.event.made_at().local_date())),
            "finding" => finding(self.hearing)?.and_then(|found| word(found.key())),
            "overstay_since" => self.wishes.overstay_since.map(Value::Date),
            "sex" if self.wishes.with_sex => match self.facts.newest(Field::Sex) {
                Some(Fact::Sex(sex)) => word(match sex {
                    Sex::Female => "female",
                    Sex::Male => "male",
                    Sex::Other => "other",
                }),
                _ => None,
            },
            "language" => match self.facts.newest(Field::Languages) {
                Some(Fact::Languages(spoken)) => {
                    spoken.first().and_then(|language: &Language| text(language.name(&self.wishes.language)))
                }
                _ => None,
            },
            "interpreter" => word(if self.wishes.interpreter { "yes" } else { "no" }),
            "care_wanted" => text(&self.wishes.care_wanted),
            "clock_hours" => self.clock().map(|(hours, _)| Value::Number(hours)),
            "clock_from" => self.clock().map(|(_, from)| from),
            "sex" => None,
            other => {
                debug_assert!(false, "no letter takes {other}");
                return Err(AccessError::NoValue);
            }
        })
    }

    /// The name that documents have: the one in Latin letters, where there is one.
    fn name(&self) -> Option<String> {
        let Some(Fact::Names(names)) = self.facts.newest(Field::Names) else { return None };
        names.iter().find(|name| name.chars().all(|c| c.is_ascii() || !c.is_alphabetic())).or(names.first()).cloned()
    }

    fn birth(&self) -> Option<&Birth> {
        match self.facts.newest(Field::Birth) {
            Some(Fact::Birth(birth)) => Some(birth),
            _ => None,
        }
    }

    fn minor(&self) -> Option<Minor> {
        let today = self.now.local_date();
        match self.birth() {
            Some(birth) => Some(birth.minor(today)),
            None if consent::may_be_a_child(self.facts, today) => Some(Minor::InDoubt),
            None => None,
        }
    }

    fn nationality(&self) -> String {
        let names = nationals_of(self.facts).iter().map(|country| country.name(&self.wishes.language));
        names.collect::<Vec<&str>>().join(", ")
    }

    fn document(&self) -> Option<String> {
        let Some(Fact::Papers(papers)) = self.facts.newest(Field::Papers) else { return None };
        let numbered =
            |kind: PaperKind| papers.iter().find(|paper: &&Paper| paper.kind == kind && paper.number.is_some());
        let paper = numbered(PaperKind::Passport).or_else(|| numbered(PaperKind::TravelDocument))?;
        paper.number.clone()
    }

    /// The clock with the least time left that still runs: its hours, and since when they are counted.
    fn clock(&self) -> Option<(u32, Value)> {
        if !self.wishes.with_clock {
            return None;
        }
        let urgency = self.hearing.urgency(crate::hearing::instruments(), self.now);
        let running = urgency.clocks.iter().find(|clock| clock.left != Left::Over)?;
        let incidents = self.hearing.incidents(crate::hearing::instruments(), running.window.concern);
        let from = match incidents.into_iter().min() {
            Some(When::At(at)) => Value::Moment(at.local_time()),
            Some(When::On(day)) => Value::Date(day),
            _ => Value::Word("unknown".to_owned()),
        };
        Some((running.window.hours as u32, from))
    }
}
