//! Whether a text names a known trap: by its telephone, account, site or name, also as those disguise themselves.
//!
//! A help for people, who decide. That nothing is found says nothing: traps change their names every week.

use super::Warning;
use base::Country;
use base::text::digit;
use linkage::fold;

/// How near what was typed comes to what a trap goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    Same,
    /// The same to the eye: other letters of the same look, other signs between them.
    LooksAlike,
    /// A letter apart, or another spelling of a name.
    Similar,
}

base::keys!(Likeness { Same = "same", LooksAlike = "looks-alike", Similar = "similar" });

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'w> {
    pub warning: &'w Warning,
    /// Which of what the trap goes by was met.
    pub goes_by: &'w str,
    pub likeness: Likeness,
}

/// What is typed at once is a message at the most; more is not looked at.
const LONGEST: usize = 10_000;

/// The warnings that a text calls to mind, the nearest first; those that were withdrawn are left out.
pub fn warnings_for<'w>(text: &str, warnings: impl IntoIterator<Item = &'w Warning>) -> Vec<Found<'w>> {
    let typed = Typed::of(&text.chars().take(LONGEST).collect::<String>());
    let mut found: Vec<Found> = warnings
        .into_iter()
        .filter(|warning| warning.withdrawn.is_none())
        .filter_map(|warning| {
            let met = warning.goes_by.iter().filter_map(|goes_by| Some((typed.names(goes_by)?, goes_by.as_str())));
            met.min().map(|(likeness, goes_by)| Found { warning, goes_by, likeness })
        })
        .collect();
    found.sort_by(|a, b| (a.likeness, &a.warning.id).cmp(&(b.likeness, &b.warning.id)));
    found
}

/// A text, made ready for comparing.
struct Typed {
    /// Runs of figures, as telephones are written.
    numbers: Vec<String>,
    /// Its words in small letters, without what leads to an account.
    words: Vec<String>,
    /// The same by their look.
    shapes: Vec<String>,
    /// All of it by its look, without anything between.
    shape: String,
    /// Its words in Latin letters, by their sound.
    sounds: Vec<String>,
}

/// Shorter ones are met by chance inside other words.
const SHORTEST_WITHIN: usize = 6;
const SHORTEST_SIMILAR: usize = 8;
const SHORTEST_NUMBER: usize = 7;

impl Typed {
    fn of(text: &str) -> Typed {
        let words: Vec<String> = text.split(char::is_whitespace).map(bare).filter(|word| !word.is_empty()).collect();
        Typed {
            numbers: numbers(text),
            shapes: words.iter().map(|word| shape(word)).collect(),
            shape: shape(&words.concat()),
            words,
            sounds: fold(text).split(' ').map(str::to_owned).collect(),
        }
    }

    fn names(&self, goes_by: &str) -> Option<Likeness> {
        if let Some(cores) = telephone(goes_by) {
            let met = |core: &String| self.numbers.iter().any(|number| number.contains(core.as_str()));
            return cores.iter().any(met).then_some(Likeness::Same);
        }
        let known: Vec<String> = goes_by.split(char::is_whitespace).map(bare).filter(|word| !word.is_empty()).collect();
        if known.is_empty() {
            return None;
        }
        if self.words.windows(known.len()).any(|words| words == known) {
            return Some(Likeness::Same);
        }
        let looks = shape(&known.concat());
        if self.shapes.contains(&looks) || looks.len() >= SHORTEST_WITHIN && self.shape.contains(&looks) {
            return Some(Likeness::LooksAlike);
        }
        (self.is_near(&looks, known.len()) || self.sounds_like(goes_by)).then_some(Likeness::Similar)
    }

    /// As many words as the known one has, a letter or two apart.
    fn is_near(&self, looks: &str, words: usize) -> bool {
        let letters = looks.chars().count();
        let apart = if letters >= 14 { 2 } else { 1 };
        letters >= SHORTEST_SIMILAR
            && self.shapes.windows(words).any(|typed| strsim::osa_distance(&typed.concat(), looks) <= apart)
    }

    /// A name of several words, spelled otherwise.
    fn sounds_like(&self, name: &str) -> bool {
        let bones = |words: &[String]| words.iter().map(|word| linkage::skeleton(word)).collect::<Vec<_>>();
        let name: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
        let wanted = bones(&name);
        let is_telling = name.len() > 1 && wanted.concat().len() >= 5;
        is_telling && self.sounds.windows(name.len()).any(|words| bones(words) == wanted)
    }
}

/// What stands before an account in a link.
const LEADS: [&str; 9] =
    ["https://", "http://", "www.", "t.me/", "telegram.me/", "wa.me/", "facebook.com/", "fb.com/", "m.me/"];

/// A word in small letters, without what leads to it and without signs round it.
fn bare(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut rest = lower.as_str();
    while let Some(shorter) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = shorter;
    }
    rest.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Letters of other scripts by the Latin letter that they look like; what they sound like does not matter here.
const LOOKS: [(&str, char); 26] = [
    ("аαɑ", 'a'),
    ("вβьЪъ", 'b'),
    ("сϲς", 'c'),
    ("ԁ", 'd'),
    ("еєεёҽ", 'e'),
    ("ғ", 'f'),
    ("ԍɡ", 'g'),
    ("нһң", 'h'),
    ("іιїı", 'i'),
    ("ј", 'j'),
    ("кκ", 'k'),
    ("ӏ|!", 'l'),
    ("мϻ", 'm'),
    ("пηո", 'n'),
    ("оοσօ", 'o'),
    ("рρ", 'p'),
    ("ԛ", 'q'),
    ("гᴦ", 'r'),
    ("ѕ$", 's'),
    ("тτ", 't'),
    ("υս", 'u'),
    ("ѵν", 'v'),
    ("ԝωш", 'w'),
    ("хχ", 'x'),
    ("уүγ", 'y'),
    ("ᴢ", 'z'),
];

/// What a word looks like at a glance: Latin, without signs, with one letter for all that are taken for each other.
fn shape(word: &str) -> String {
    let lower = word.to_lowercase();
    let by_look = lower.chars().map(|letter| {
        let look = LOOKS.iter().find(|(letters, _)| letters.contains(letter));
        look.map_or(letter, |(_, latin)| *latin)
    });
    let folded = fold(&by_look.collect::<String>()).replace(' ', "").replace("rn", "m").replace("vv", "w");
    let mut shape = String::with_capacity(folded.len());
    for letter in folded.chars() {
        let letter = match letter {
            '0' => 'o',
            '1' | 'i' | 'j' => 'l',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '8' => 'b',
            other => other,
        };
        if !shape.ends_with(letter) {
            shape.push(letter);
        }
    }
    shape
}

/// Runs of figures in any script, with what people put between the figures of one number left out.
fn numbers(text: &str) -> Vec<String> {
    let (mut numbers, mut run) = (Vec::new(), String::new());
    for letter in text.chars().chain(['\n']) {
        if let Some(figure) = digit(letter).and_then(|figure| char::from_digit(figure, 10)) {
            run.push(figure);
        } else if !" -.()+\u{a0}–_".contains(letter) && !run.is_empty() {
            numbers.push(std::mem::take(&mut run));
        }
    }
    numbers.retain(|number| number.len() >= SHORTEST_NUMBER);
    numbers
}

/// The figures of a telephone that stay the same however it is written: without a country's code, without the zero
/// that is dialled instead. `None` when it is none.
fn telephone(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    if text.chars().any(|c| digit(c).is_none() && !" -.()+\u{a0}–".contains(c)) {
        return None;
    }
    let figures = numbers(text).concat();
    let whole = figures.strip_prefix("00").unwrap_or(&figures);
    let is_international = text.starts_with('+') || whole.len() < figures.len();
    let codes = Country::all().filter_map(|country| country.calling_code()).filter(|_| is_international);
    let mut cores: Vec<String> = codes
        .filter_map(|code| whole.strip_prefix(code))
        .chain((!is_international).then_some(whole))
        .map(|rest| rest.strip_prefix('0').unwrap_or(rest).to_owned())
        .chain(is_international.then(|| whole.to_owned()))
        .filter(|core| core.len() >= SHORTEST_NUMBER)
        .collect();
    cores.sort();
    cores.dedup();
    (!cores.is_empty()).then_some(cores)
}
