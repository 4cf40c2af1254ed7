//! Templates filled with facts: what is required is asked for, what is optional vanishes, nothing else gets in.

use crate::letters::{frame, values};
use base::Date;
use papers::letter::{Block, Lack, Letter, Template, Value, pack, plain};
use papers::{Tongue, letter};

fn template(id: &str, tongue: Tongue) -> &'static Template {
    pack::embedded().form(id).and_then(|form| form.template(tongue)).unwrap()
}

fn every_template() -> impl Iterator<Item = &'static Template> {
    pack::embedded().forms.iter().flat_map(|form| Tongue::ALL.map(|tongue| form.template(tongue).unwrap()))
}

fn filled(template: &Template) -> Letter {
    template.fill(&values(template), &frame(template.tongue)).unwrap()
}

#[track_caller]
fn lacking(outcome: Result<Letter, Vec<Lack>>) -> Vec<String> {
    outcome.unwrap_err().iter().map(Lack::to_string).collect()
}

#[test]
fn every_letter_is_whole_with_everything_and_with_what_is_required() {
    for template in every_template() {
        let mut values = values(template);
        let full = plain(&filled(template));
        values.retain(|name, _| template.field(name).unwrap().required);
        let least = plain(&template.fill(&values, &frame(template.tongue)).unwrap());
        for text in [&full, &least] {
            assert!(!text.contains(['{', '}', '|']), "{text}");
        }
        assert!(least.len() < full.len(), "{} has something optional", template.form);
        assert!(full.contains("412 907 356") && full.contains("731 046 285"), "{full}");
    }
}

#[test]
fn a_medical_referral_tells_no_name_and_no_story() {
    let text = plain(&filled(template("medical-referral", Tongue::English)));
    assert!(text.contains("Care within 72 hours of 21 November 2026, 22:30."), "{text}");
    for word in ["HANNA", "Ethiopian", "traffick", "victim", "violence", "rape", "assault", "police", "compound"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn a_mission_learns_nothing_of_health_or_of_what_happened() {
    let text = plain(&filled(template("mission-request", Tongue::English)));
    assert!(text.contains("HANNA TESFAYE BEKELE") && text.contains("EP1234567"), "{text}");
    for word in ["traffick", "victim", "medical", "care", "overstay", "compound", "scam", "police"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn the_presumption_names_its_law() {
    let letter = filled(template("presumption", Tongue::English));
    let text = plain(&letter);
    for words in ["article\u{a0}14(7)", "administratively", "Principle\u{a0}7", "reasonable grounds", "13 June 2024"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(letter.blocks.iter().any(|block| matches!(block, Block::Basis(sources) if sources.len() == 4)));
    assert_eq!(letter.reviewed, None);
    assert_eq!(letter.title, "Presumption of victim status and request not to detain, charge or fine");
}

#[test]
fn what_is_required_is_asked_for_by_name_and_reason() {
    let template = template("presumption", Tongue::English);
    let mut values = values(template);
    values.remove("name");
    values.insert("assessed_on".to_owned(), Value::Text("last week".to_owned()));
    values.insert("finding".to_owned(), Value::Word("not-a-victim".to_owned()));
    values.insert("story".to_owned(), Value::Text("anything".to_owned()));
    assert_eq!(
        lacking(template.fill(&values, &frame(Tongue::English))),
        [
            "“Name” (name) is needed. The officer who holds the letter must see that it speaks of the person in front of them.",
            "“Interviewed on” (assessed_on) has to be a date.",
            "“Result of the screening” (finding) has to be a word of “finding” in words.csv; “not-a-victim” is not in words.csv there.",
            "This letter does not take “story”. Nothing of it was used; leave it out.",
        ]
    );
}

#[test]
fn a_clock_without_its_beginning_is_asked_for_not_dropped() {
    let template = template("medical-referral", Tongue::Khmer);
    let mut values = values(template);
    values.remove("clock_from");
    assert_eq!(
        lacking(template.fill(&values, &frame(Tongue::Khmer))),
        ["“Counted from” (clock_from) is needed beside “clock_hours”: one says nothing without the other."]
    );
    values.insert("clock_from".to_owned(), Value::Word("unknown".to_owned()));
    let text = plain(&template.fill(&values, &frame(Tongue::Khmer)).unwrap());
    assert!(text.contains("៧២ ម៉ោង រាប់ចាប់ពីពេលវេលាដែលមិនទាន់ដឹងច្បាស់"), "{text}");
    values.retain(|name, _| !name.starts_with("clock"));
    let text = plain(&template.fill(&values, &frame(Tongue::Khmer)).unwrap());
    assert!(!text.contains("៧២") && text.contains("ពេលវេលា"), "{text}");
}

#[test]
fn a_frame_is_complete() {
    let template = template("mission-request", Tongue::English);
    let mut frame = frame(Tongue::English);
    frame.recipient = vec!["  ".to_owned()];
    frame.signatory = String::new();
    frame.verification.code = "12345678".to_owned();
    frame.verification.link = "x".repeat(5_000);
    assert_eq!(
        lacking(template.fill(&values(template), &frame)),
        [
            "Whom the letter is for is needed.",
            "Who signs the letter is needed.",
            "The verification code has to be nine digits.",
            "The link for checking is too long for a square code.",
        ]
    );
}

#[test]
fn dates_are_written_as_each_language_does() {
    use letter::date_in;
    let months: Vec<String> = (1..=12).map(|month| date_in(Date::constant(2026, month, 9), Tongue::Khmer)).collect();
    assert_eq!(months[0], "ថ្ងៃទី៩ ខែមករា ឆ្នាំ២០២៦");
    assert_eq!(months[3], "ថ្ងៃទី៩ ខែមេសា ឆ្នាំ២០២៦");
    assert_eq!(months[11], "ថ្ងៃទី៩ ខែធ្នូ ឆ្នាំ២០២៦");
    assert_eq!(date_in(Date::constant(2026, 11, 23), Tongue::English), "23 November 2026");
}

#[test]
fn long_values_are_refused_not_cut() {
    let template = template("medical-referral", Tongue::English);
    let mut values = values(template);
    let wanted = |text: String| ("care_wanted".to_owned(), Value::Text(text));
    values.extend([wanted((1..=40).map(|line| format!("Care number {line}\n")).collect())]);
    let text = plain(&template.fill(&values, &frame(Tongue::English)).unwrap());
    assert!(text.contains("Care number 1\n") && text.contains("Care number 40\n"), "{text}");
    for long in ["line\n".repeat(101), "x".repeat(1_001)] {
        values.extend([wanted(long)]);
        let said = lacking(template.fill(&values, &frame(Tongue::English)));
        assert_eq!(
            said,
            ["“Care requested” (care_wanted) is longer than 100 lines, or has a line of more than 1000 characters."]
        );
    }
}
