//! What programs send and are told of letters.

use super::texted::As;
use crate::fault::Fault;
use crate::pages::letters::checked_at;
use crate::visit::Visit;
use base::{Date, EventId, Instant};
use casework::letters::{Agreed, Checked, Head, Issued, Order, Prepared, Wishes, Written};
use papers::Tongue;
use papers::letter::{Field, Form, Value, date_in, pack, plain, undrawn};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vault::Compartment;

/// Which letter, and what is said beside the case.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "LetterOrdered")]
pub struct Ordered {
    /// An id that the sender makes, a UUID of version 7: when it comes again, the same letter is answered and no second
    /// code is given.
    #[serde(default)]
    event: Option<As<EventId>>,
    /// Which letter: one of `GET /letters`.
    form: String,
    language: As<Tongue>,
    /// The office, and below it its address.
    #[serde(default)]
    recipient: Vec<String>,
    /// How the organisation is reached. Never the address of a shelter.
    #[serde(default)]
    contact: Vec<String>,
    #[serde(default)]
    place: String,
    /// Who signs it.
    #[serde(default)]
    signatory: String,
    #[serde(default)]
    post: String,
    /// The care that a clinic is asked for, never its cause.
    #[serde(default)]
    care_wanted: String,
    /// The person was asked, and agrees to this letter to a clinic.
    #[serde(default)]
    agreed: bool,
    #[serde(default)]
    interpreter: bool,
    /// Say the person's sex to a clinic.
    #[serde(default)]
    with_sex: bool,
    /// Say to a clinic within how many hours the care works, and since when.
    #[serde(default)]
    with_clock: bool,
    #[serde(default)]
    overstay_since: Option<As<Date>>,
}

impl Ordered {
    pub fn order(self, visit: &Visit) -> Result<(Option<EventId>, Order), Fault> {
        if pack::embedded().form(&self.form).is_none() {
            let all: Vec<&str> = pack::embedded().forms.iter().map(|form| form.id.as_str()).collect();
            return Err(Fault::wrong("form", &format!("it is to be one of {}", all.join(", "))));
        }
        let lines = |said: Vec<String>| -> Vec<String> {
            said.iter().map(|line| base::text::line(line)).filter(|line| !line.is_empty()).collect()
        };
        let wishes = Wishes {
            language: self.language.0.tag().to_owned(),
            care_wanted: base::text::remark(&self.care_wanted),
            agreed: if self.agreed { Agreed::Asked } else { Agreed::No },
            interpreter: self.interpreter,
            with_sex: self.with_sex,
            with_clock: self.with_clock,
            overstay_since: self.overstay_since.map(|day| day.0),
            mission_of: None,
        };
        let head = Head {
            contact: lines(self.contact),
            place: base::text::line(&self.place),
            recipient: lines(self.recipient),
            signatory: base::text::line(&self.signatory),
            post: base::text::line(&self.post),
            address: checked_at(visit),
            link: format!("{}/check", visit.site_with_scheme()),
        };
        Ok((self.event.map(|event| event.0), Order { form: self.form, wishes, head }))
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "LetterTakenAway")]
pub struct TakenAway {
    /// The code that the letter was given.
    code: String,
    #[serde(default)]
    format: Option<As<Format>>,
    pub letter: Ordered,
}

/// What a letter can be taken away as; PDF where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Pdf,
    /// To edit.
    Docx,
    Txt,
}

base::keys!(Format { Pdf = "pdf", Docx = "docx", Txt = "txt" });

impl TakenAway {
    pub fn code(&self) -> String {
        digits(&self.code)
    }

    pub fn format(&self) -> &'static str {
        self.format.as_ref().map_or(Format::Pdf, |format| format.0).key()
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "LetterCode")]
pub struct CodeSaid {
    /// Nine digits, with or without spaces.
    code: String,
}

impl CodeSaid {
    pub fn digits(&self) -> String {
        digits(&self.code)
    }
}

fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

/// A letter there is.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterForm")]
pub struct FormOf {
    form: String,
    /// "protection", "medical" or "consular".
    purpose: &'static str,
    /// All that it can take of a case; nothing else goes in, and never anything of a testimony.
    fields: Vec<FieldOf>,
    texts: Vec<TextOf>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterField")]
pub struct FieldOf {
    field: String,
    label: String,
    /// The part of the case that it comes from.
    compartment: As<Compartment>,
    /// Why this letter needs it.
    why: String,
    required: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterText")]
pub struct TextOf {
    language: As<Tongue>,
    /// The day of the text.
    as_of: As<Date>,
    /// Who has read it in this language and knows the law or the work; null while nobody has.
    reviewed_by: Option<String>,
    /// What is still to be compared with official texts.
    to_confirm: Option<String>,
}

impl FormOf {
    pub fn of(form: &Form) -> FormOf {
        let texts = Tongue::ALL.iter().filter_map(|tongue| form.template(*tongue)).map(|template| TextOf {
            language: As(template.tongue),
            as_of: As(template.as_of),
            reviewed_by: template.reviewed.as_ref().map(|review| review.by.clone()),
            to_confirm: template.to_confirm.clone(),
        });
        FormOf {
            form: form.id.clone(),
            purpose: form.purpose().map_or("", |purpose| purpose.word()),
            fields: form.fields.iter().map(|field| FieldOf::of(field, Tongue::English)).collect(),
            texts: texts.collect(),
        }
    }

    pub fn sample() -> FormOf {
        FormOf::of(pack::embedded().form("medical-referral").expect("the program carries it"))
    }
}

impl FieldOf {
    fn of(field: &Field, tongue: Tongue) -> FieldOf {
        FieldOf {
            field: field.name.clone(),
            label: field.label(tongue).to_owned(),
            compartment: As(Compartment::from_key(field.part.word()).unwrap_or(Compartment::Identity)),
            why: field.why.clone(),
            required: field.required,
        }
    }
}

/// What a letter would take of a case.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterLookedAt")]
pub struct LookedAt {
    fields: Vec<TakenOf>,
    /// Why it may not be written yet, whatever is filled in; empty when nothing of the case stands in its way.
    lacks: Vec<LackOf>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterFieldTaken")]
pub struct TakenOf {
    field: FieldOf,
    /// What would go in; null where it is not known, or left out.
    value: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterLack")]
pub struct LackOf {
    /// A field of the letter, or a word for what it rests on.
    field: String,
    sentence: String,
}

impl LookedAt {
    pub fn of(order: &Order, found: &Prepared) -> LookedAt {
        let tongue = Tongue::of_tag(&order.wishes.language).unwrap_or(Tongue::English);
        let fields = pack::embedded().form(&order.form).map(|form| form.fields.as_slice()).unwrap_or_default();
        let taken = |field: &Field| TakenOf {
            field: FieldOf::of(field, tongue),
            value: found.values.get(&field.name).map(|value| text_of(value, tongue)),
        };
        let lacks =
            found.lacks.iter().map(|lack| LackOf { field: lack.field.clone(), sentence: lack.sentence.clone() });
        LookedAt { fields: fields.iter().map(taken).collect(), lacks: lacks.collect() }
    }

    pub fn sample() -> LookedAt {
        let form = pack::embedded().form("presumption").expect("the program carries it");
        let taken = |field: &Field| TakenOf {
            field: FieldOf::of(field, Tongue::English),
            value: (field.name == "name").then(|| "Hanna Tesfaye".to_owned()),
        };
        let lack = LackOf {
            field: "finding".to_owned(),
            sentence: "The answers so far carry no presumption. Go on with the hearing.".to_owned(),
        };
        LookedAt { fields: form.fields.iter().take(2).map(taken).collect(), lacks: vec![lack] }
    }
}

/// As bare text: words as the stable words of `words.csv`.
fn text_of(value: &Value, tongue: Tongue) -> String {
    match value {
        Value::Text(text) | Value::Code(text) | Value::Word(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(day) => date_in(*day, tongue),
        Value::Moment(moment) => moment.to_string(),
    }
}

/// A letter, as it was written a moment ago.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterWritten")]
pub struct WrittenOf {
    /// Nine digits, by which it is checked.
    code: String,
    form: String,
    language: String,
    issued: As<Instant>,
    title: String,
    text: String,
    /// Characters that its PDF draws as empty boxes.
    undrawn: String,
    /// Whether somebody who knows the law and speaks the language has read its text.
    reviewed: bool,
}

impl WrittenOf {
    pub fn of(written: &Written) -> WrittenOf {
        let Written { issued, letter } = written;
        WrittenOf {
            code: issued.code.clone(),
            form: issued.form.clone(),
            language: issued.language.clone(),
            issued: As(issued.at),
            title: letter.title.clone(),
            text: plain(letter),
            undrawn: undrawn(letter).into_iter().collect(),
            reviewed: letter.reviewed.is_some(),
        }
    }

    pub fn sample() -> WrittenOf {
        WrittenOf {
            code: "412907356".to_owned(),
            form: "presumption".to_owned(),
            language: "en".to_owned(),
            issued: As(AT),
            title: "Presumption of victim status".to_owned(),
            text: "Harbour House (invented)\n…".to_owned(),
            undrawn: String::new(),
            reviewed: false,
        }
    }
}

const AT: Instant = Instant::from_millis(1_768_539_600_000);

/// A letter that was written once.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterIssued")]
pub struct IssuedOf {
    code: String,
    form: String,
    language: String,
    issued: As<Instant>,
    /// When it was taken back.
    withdrawn: Option<As<Instant>>,
}

impl IssuedOf {
    pub fn of(issued: &Issued) -> IssuedOf {
        IssuedOf {
            code: issued.code.clone(),
            form: issued.form.clone(),
            language: issued.language.clone(),
            issued: As(issued.at),
            withdrawn: issued.withdrawn.map(As),
        }
    }

    pub fn sample() -> IssuedOf {
        let (code, form, language) = ("412907356".to_owned(), "presumption".to_owned(), "km".to_owned());
        IssuedOf { code, form, language, issued: As(AT), withdrawn: None }
    }
}

/// What whoever holds a letter may know of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterChecked")]
pub struct Genuine {
    /// Whether a letter has this code and was not taken back.
    genuine: bool,
    /// Of a letter that was written, also when it was taken back.
    letter: Option<AboutIt>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LetterHead")]
pub struct AboutIt {
    form: String,
    organisation: String,
    issued: As<Instant>,
    withdrawn: Option<As<Instant>>,
}

impl Genuine {
    pub fn of(found: Option<Checked>) -> Genuine {
        let about = |found: Checked| AboutIt {
            form: found.form,
            organisation: found.organisation,
            issued: As(found.at),
            withdrawn: found.withdrawn.map(As),
        };
        Genuine { genuine: found.as_ref().is_some_and(|found| found.withdrawn.is_none()), letter: found.map(about) }
    }

    pub fn sample() -> Genuine {
        let (form, organisation) = ("presumption".to_owned(), "Harbour House (invented)".to_owned());
        Genuine::of(Some(Checked { form, at: AT, organisation, withdrawn: None }))
    }
}
