//! Reading the fields that the arrival card and the corrections share; every mistake gets a sentence beside its
//! field and costs nothing that was typed.

use crate::tongue::Tongue;
use crate::views::{Filled, PAPERS};
use base::{Arrival, Birth, Consent, Country, Date, Language, Paper, PaperKind, PaperStatus, Sex, Sign, text};
use casework::{Fact, Facts, Field};

pub struct Reading<'f> {
    pub form: &'f Filled,
    pub tongue: Tongue,
    pub today: Date,
    pub errors: Vec<(String, String)>,
}

impl<'f> Reading<'f> {
    pub fn of(form: &'f Filled, tongue: Tongue, today: Date) -> Self {
        Self { form, tongue, today, errors: Vec::new() }
    }

    pub fn wrong(&mut self, field: &str, key: &str) {
        self.errors.push((field.to_owned(), self.tongue.say(key)));
    }

    fn line(&self, field: &str) -> Option<String> {
        text::some_line(self.form.value(field))
    }

    /// The whole card. Whoever does not agree to be registered needs no name.
    pub fn arrival(&mut self) -> Arrival {
        let arrival = Arrival {
            names: self.names(),
            sex: self.sex(),
            birth: self.birth(),
            nationalities: self.nationalities(),
            languages: self.languages(),
            papers: self.papers(),
            contacts: self.contacts(),
            place: self.place(),
            reported: None,
            entered: self.entered(),
            signs: self.signs(),
            remark: self.remark(),
            consent: self.consent(),
        };
        if arrival.names.is_empty() && arrival.consent != Consent::Refused {
            self.wrong("name", "wrong-name");
        }
        arrival
    }

    pub fn names(&mut self) -> Vec<String> {
        ["name", "name2"].into_iter().filter_map(|field| self.line(field)).collect()
    }

    pub fn sex(&mut self) -> Option<Sex> {
        Sex::from_key(self.form.value("sex"))
    }

    pub fn consent(&mut self) -> Consent {
        match Consent::from_key(self.form.value("consent")) {
            Some(consent) => consent,
            None => {
                self.wrong("consent", "wrong-consent");
                Consent::NotAsked
            }
        }
    }

    pub fn birth(&mut self) -> Option<Birth> {
        let age = self.number("age");
        let (year, month, day) = (self.number("birth_year"), self.number("birth_month"), self.number("birth_day"));
        let year = match year {
            Ok(Some(year)) => Some(year),
            Ok(None) => None,
            Err(()) => return self.no_birth("birth_year"),
        };
        let (Ok(month), Ok(day)) = (month, day) else { return self.no_birth("birth_year") };
        match (age, year) {
            (Err(()), _) => {
                self.wrong("age", "wrong-age");
                None
            }
            (Ok(_), Some(year)) => {
                let part = |n: Option<i16>| n.map(|n| i8::try_from(n).unwrap_or(0));
                let birth = Birth::from_parts(year, part(month), part(day), self.today);
                if birth.is_none() { self.no_birth("birth_year") } else { birth }
            }
            (Ok(Some(age)), None) => match u8::try_from(age) {
                Ok(age) if age <= 110 => Some(Birth::About { age, on: self.today }),
                _ => {
                    self.wrong("age", "wrong-age");
                    None
                }
            },
            (Ok(None), None) if month.is_some() || day.is_some() => self.no_birth("birth_year"),
            (Ok(None), None) => None,
        }
    }

    fn no_birth(&mut self, field: &str) -> Option<Birth> {
        self.wrong(field, "wrong-birth");
        None
    }

    /// A whole number in digits of any script; `Err` when something else was typed.
    fn number(&self, field: &str) -> Result<Option<i16>, ()> {
        let typed = self.form.value(field).trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let digits: Option<String> =
            typed.chars().map(|c| text::digit(c).and_then(|d| char::from_digit(d, 10))).collect();
        digits.and_then(|d| d.parse().ok()).map(Some).ok_or(())
    }

    pub fn nationalities(&mut self) -> Vec<Country> {
        let mut countries = Vec::new();
        for field in ["nationality", "nationality2"] {
            let Some(typed) = self.line(field) else { continue };
            match Country::read(&typed) {
                Some(country) if !countries.contains(&country) => countries.push(country),
                Some(_) => {}
                None => self.wrong(field, "wrong-nationality"),
            }
        }
        countries
    }

    pub fn languages(&mut self) -> Vec<Language> {
        let typed = self.form.pairs.iter().filter(|(field, value)| field == "language" && !value.trim().is_empty());
        let read: Vec<Option<Language>> = typed.map(|(_, value)| Language::read(value)).collect();
        if read.contains(&None) {
            self.wrong("language", "wrong-language");
        }
        let mut languages = Vec::new();
        for language in read.into_iter().flatten() {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        languages
    }

    pub fn papers(&mut self) -> Vec<Paper> {
        let mut papers = Vec::new();
        for kind in PAPERS {
            let status = PaperStatus::from_key(self.form.paper(kind, "status"));
            let number = text::some_line(self.form.paper(kind, "number"));
            let Some(kind) = PaperKind::from_key(kind) else { continue };
            if status.is_some() || number.is_some() {
                papers.push(Paper { kind, status: status.unwrap_or(PaperStatus::Unknown), number });
            }
        }
        papers
    }

    pub fn contacts(&mut self) -> Vec<String> {
        self.line("contact").into_iter().collect()
    }

    pub fn place(&mut self) -> Option<String> {
        self.line("place")
    }

    pub fn entered(&mut self) -> Option<Date> {
        let typed = self.line("entered")?;
        match typed.parse::<Date>() {
            Ok(day) if day <= self.today => Some(day),
            _ => {
                self.wrong("entered", "wrong-day");
                None
            }
        }
    }

    pub fn signs(&mut self) -> std::collections::BTreeSet<Sign> {
        Sign::ALL.iter().copied().filter(|sign| self.form.has("sign", sign.key())).collect()
    }

    pub fn remark(&mut self) -> Option<String> {
        text::some_remark(self.form.value("remark"))
    }
}

impl Reading<'_> {
    /// The facts that the correction of one field states; none when nothing was filled in.
    pub fn facts(&mut self, key: &str) -> Vec<Fact> {
        let list = |facts: Option<Fact>| facts.into_iter().collect::<Vec<_>>();
        match key {
            "names" => list(Some(self.names()).filter(|n| !n.is_empty()).map(Fact::Names)),
            "sex" => list(self.sex().map(Fact::Sex)),
            "birth" => list(self.birth().map(Fact::Birth)),
            "nationalities" => list(Some(self.nationalities()).filter(|n| !n.is_empty()).map(Fact::Nationalities)),
            "languages" => list(Some(self.languages()).filter(|l| !l.is_empty()).map(Fact::Languages)),
            "papers" => list(Some(self.papers()).filter(|p| !p.is_empty()).map(Fact::Papers)),
            "contacts" => list(Some(self.contacts()).filter(|c| !c.is_empty()).map(Fact::Contacts)),
            "place" => list(self.place().map(Fact::Place)),
            "entered" => list(self.entered().map(Fact::Entered)),
            "remark" => list(self.remark().map(Fact::Remark)),
            "consent" => list(Some(Fact::Consent(self.consent()))),
            "signs" => {
                let stand = self.signs();
                Sign::ALL.iter().map(|sign| Fact::Sign(*sign, stand.contains(sign))).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The input that a sentence about a whole field stands beside.
pub fn first_input(key: &str) -> &'static str {
    match key {
        "names" => "name",
        "birth" => "birth_year",
        "nationalities" => "nationality",
        "languages" => "language",
        "papers" => "passport_status",
        "contacts" => "contact",
        "sex" => "sex",
        "place" => "place",
        "entered" => "entered",
        _ => "remark",
    }
}

/// The form filled in with what stands now, so that a correction starts from it.
pub fn filled(facts: &Facts, key: &str, tongue: Tongue) -> Filled {
    let mut pairs: Vec<(String, String)> = Vec::new();
    let mut put = |field: &str, value: String| pairs.push((field.to_owned(), value));
    if key == "signs" {
        for sign in Sign::ALL {
            if let Some(Fact::Sign(_, true)) = facts.newest(Field::Sign(*sign)) {
                put("sign", sign.key().to_owned());
            }
        }
    }
    match Field::from_key(key).and_then(|field| facts.newest(field)) {
        Some(Fact::Names(names)) => {
            names.iter().zip(["name", "name2"]).for_each(|(name, field)| put(field, name.clone()))
        }
        Some(Fact::Sex(sex)) => put("sex", sex.key().to_owned()),
        Some(Fact::Birth(birth)) => birth_pairs(birth).into_iter().for_each(|(field, value)| put(field, value)),
        Some(Fact::Nationalities(countries)) => {
            countries
                .iter()
                .zip(["nationality", "nationality2"])
                .for_each(|(c, field)| put(field, c.name(tongue.tag()).to_owned()));
        }
        Some(Fact::Languages(languages)) => {
            languages.iter().for_each(|l| put("language", l.name(tongue.tag()).to_owned()))
        }
        Some(Fact::Papers(papers)) => papers.iter().for_each(|paper| {
            put(&format!("{}_status", paper.kind.key()), paper.status.key().to_owned());
            put(&format!("{}_number", paper.kind.key()), paper.number.clone().unwrap_or_default());
        }),
        Some(Fact::Contacts(contacts)) => put("contact", contacts.join(", ")),
        Some(Fact::Place(place)) => put("place", place.clone()),
        Some(Fact::Entered(day)) => put("entered", day.to_string()),
        Some(Fact::Consent(consent)) => put("consent", consent.key().to_owned()),
        _ => {}
    }
    Filled { pairs, errors: Vec::new() }
}

fn birth_pairs(birth: &Birth) -> Vec<(&'static str, String)> {
    match birth {
        Birth::On(day) => vec![
            ("birth_year", day.year().to_string()),
            ("birth_month", day.month().to_string()),
            ("birth_day", day.day().to_string()),
        ],
        Birth::Month { year, month } => vec![("birth_year", year.to_string()), ("birth_month", month.to_string())],
        Birth::Year(year) => vec![("birth_year", year.to_string())],
        Birth::About { age, .. } => vec![("age", age.to_string())],
        Birth::Either(..) => Vec::new(),
    }
}
