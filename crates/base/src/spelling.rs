//! Reading words that people spell in many ways, without ever guessing between two meanings.

use std::collections::HashMap;

/// A reader of words that people spell in many ways: what each can mean, by row of a table.
pub(crate) struct Spellings {
    meanings: HashMap<String, Vec<Meaning>>,
    /// The spellings of Latin letters by the first of them, for near misses: the first letter must be right.
    by_first: HashMap<u8, Vec<String>>,
    around: Vec<String>,
    joined: Vec<String>,
}

struct Meaning {
    row: u16,
    word: String,
    /// "KE" or "RSA": never what accented letters mean, "Mỹ" is America and not the code MY.
    is_code: bool,
    forgives_slips: bool,
}

/// The row of words that mean something else.
const ELSEWHERE: u16 = u16::MAX;

/// Codes that mean "not available" or "no" far more often than Namibia, Norway or Norwegian.
const NO_ANSWER: [&str; 2] = ["NA", "NO"];

impl Spellings {
    /// A reader that overlooks the words `around` what it reads, and those `joined` to it in
    /// scripts without spaces; both are lists with a space between words.
    pub(crate) fn new(around: &str, joined: &str) -> Spellings {
        let words = |text: &str| text.split_whitespace().map(fold).collect();
        Spellings { meanings: HashMap::new(), by_first: HashMap::new(), around: words(around), joined: words(joined) }
    }

    /// A name that is also recognised with a slip in it.
    pub(crate) fn add_name(&mut self, row: u16, name: &str) {
        self.insert(row, name, true);
    }

    /// A variant that is recognised only as it stands: the more of them, the more words of other
    /// meaning lie a slip away from one.
    pub(crate) fn add_variant(&mut self, row: u16, word: &str) {
        if !word.is_empty() && !NO_ANSWER.contains(&word.to_uppercase().as_str()) {
            self.insert(row, word, false);
        }
    }

    /// Words that look like one of the names and mean something else.
    pub(crate) fn add_lookalikes(&mut self, words: &str) {
        words.split_whitespace().for_each(|word| self.insert(ELSEWHERE, word, false));
    }

    fn insert(&mut self, row: u16, word: &str, forgives_slips: bool) {
        let meaning = Meaning {
            row,
            word: word.to_owned(),
            is_code: is_short_and(word, |b| b.is_ascii_uppercase()),
            forgives_slips,
        };
        let key = fold(word);
        if let Some(first) = key.bytes().next().filter(|_| key.is_ascii() && !self.meanings.contains_key(&key)) {
            self.by_first.entry(first).or_default().push(key.clone());
        }
        self.meanings.entry(key).or_default().push(meaning);
    }

    /// The one row that the text can mean.
    pub(crate) fn read(&self, text: &str) -> Option<u16> {
        let text = text.trim();
        // A question mark or a dash at the end is a writer who was unsure or was cut off.
        if text.ends_with(['?', '？', '-', '–', '…']) {
            return None;
        }
        let exactly = self.read_exactly(text).or_else(|| self.read_parts(text));
        exactly.or_else(|| self.read_nearly(text)).filter(|row| *row != ELSEWHERE)
    }

    fn read_exactly(&self, text: &str) -> Option<u16> {
        let bare = self.without_words_around(text);
        let whole = self.look_up(text).or_else(|| self.look_up(&bare));
        let stem = || self.look_up(self.stem(&fold(&bare))?);
        whole.or_else(stem).or_else(|| self.look_up(&self.without_words_around(&turned_around(text)?)))
    }

    /// The word without what scripts without spaces join to it, or without an English plural.
    fn stem<'a>(&self, key: &'a str) -> Option<&'a str> {
        let mut stem = key;
        for word in &self.joined {
            stem = stem.trim_start_matches(word.as_str()).trim_end_matches(word.as_str());
        }
        let stem = if stem.len() > 5 { stem.strip_suffix('s').unwrap_or(stem) } else { stem };
        (stem != key).then_some(stem)
    }

    fn look_up(&self, text: &str) -> Option<u16> {
        let meanings = self.meanings.get(&fold(text))?;
        // "NGA" in capitals is the code, though "Nga" is Vietnamese for Russia.
        let in_capitals = is_short_and(text, |b| b.is_ascii_uppercase());
        let as_code = meanings.iter().filter(|meaning| in_capitals && meaning.word == text);
        // Dots make an abbreviation between letters ("U.K"), and a title after them ("Mr.").
        let is_title = text.find('.').is_some_and(|dot| dot + 1 == text.len());
        let may_be_code = !is_title && is_short_and(&text.replace('.', ""), |b| b.is_ascii_alphabetic());
        let as_word = meanings.iter().filter(|meaning| may_be_code || !meaning.is_code);
        only(as_code.map(|m| m.row)).or_else(|| only(as_word.map(|m| m.row)))
    }

    /// Reads "印尼 / Indonesia" or "Nationality: Kenyan", where every part that says something
    /// says the same.
    fn read_parts(&self, text: &str) -> Option<u16> {
        let parts = text.split(|c| "/(),;|:：（）、，".contains(c));
        let telling = parts.filter(|part| !fold(&self.without_words_around(part)).is_empty());
        let read: Option<Vec<u16>> = telling.map(|part| self.read_exactly(part)).collect();
        only(read?.into_iter())
    }

    /// Reads what is a slip away from the words of one row alone. The first letter must be right:
    /// "African" is not "S. African".
    fn read_nearly(&self, text: &str) -> Option<u16> {
        let key = fold(&self.without_words_around(text));
        let slips = match key.bytes().filter(u8::is_ascii_lowercase).count() {
            0..6 => return None,
            6..9 => 1,
            _ => 2,
        };
        if !key.is_ascii() {
            return None;
        }
        let is_near = |known: &&String| known.len().abs_diff(key.len()) <= slips && distance(known, &key) <= slips;
        let known = key.bytes().next().and_then(|first| self.by_first.get(&first));
        let near = known.into_iter().flatten().filter(is_near).filter_map(|known| self.meanings.get(known));
        let near: Vec<&Meaning> = near.flatten().collect();
        let forgiven = near.iter().any(|meaning| meaning.forgives_slips);
        only(near.iter().map(|meaning| meaning.row)).filter(|_| forgiven)
    }

    fn without_words_around(&self, text: &str) -> String {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        let says_nothing = |word: Option<&&str>| word.is_some_and(|word| self.around.contains(&fold(word)));
        while says_nothing(words.first()) {
            words.remove(0);
        }
        while says_nothing(words.last()) {
            words.pop();
        }
        words.join(" ")
    }
}

/// "Republic of Moldova" for "Moldova, Republic of", as catalogues sort it.
fn turned_around(text: &str) -> Option<String> {
    let (name, form) = text.split_once(", ")?;
    Some(format!("{form} {name}"))
}

/// Whether the text is as short as a code and has such letters only.
fn is_short_and(text: &str, is_letter: impl Fn(u8) -> bool) -> bool {
    text.len() <= 4 && text.bytes().all(is_letter)
}

/// The only value there is, however often it comes.
fn only(mut rows: impl Iterator<Item = u16>) -> Option<u16> {
    let first = rows.next()?;
    rows.all(|row| row == first).then_some(first)
}

/// The form in which spellings are compared: small letters without accents, spaces or marks.
/// A letter that an encoding destroyed stays as "?" so that it counts as one slip.
fn fold(text: &str) -> String {
    let lost = |c: char| if c == '\u{FFFD}' { '?' } else { c };
    let letters = text.chars().map(lost).flat_map(char::to_lowercase);
    let counts = |c: &char| (c.is_alphanumeric() || *c == '?') && !is_optional_in_arabic(*c);
    letters.filter(counts).map(base_letter).collect()
}

/// Arabic vowel signs and the stretching stroke, written or not at will.
fn is_optional_in_arabic(letter: char) -> bool {
    matches!(letter, '\u{640}' | '\u{64B}'..='\u{652}')
}

fn base_letter(letter: char) -> char {
    let found = || ACCENTS.iter().find(|(_, accented)| accented.contains(letter));
    if letter.is_ascii() { letter } else { found().map_or(letter, |(base, _)| *base) }
}

const ACCENTS: &[(char, &str)] = &[
    ('a', "àáâãäåāăąǎảạấầẩẫậắằẳẵặæɑ"),
    ('b', "ɓ"),
    ('c', "çćčċĉ"),
    ('d', "đďḍðɗ"),
    ('e', "èéêëēĕėęěẻẽẹếềểễệɛ"),
    ('g', "ğģġĝ"),
    ('h', "ħḥ"),
    ('i', "ìíîïĩīĭįıǐỉị"),
    ('k', "ķƙ"),
    ('l', "łľļĺ"),
    ('n', "ñńňņŋǹ"),
    ('o', "òóôõöøōŏőơǒỏọốồổỗộớờởỡợœɔ"),
    ('r', "řŕ"),
    ('s', "śšşșṣß"),
    ('t', "ťţțṭ"),
    ('u', "ùúûüũūŭůűųưǔủụứừửữự"),
    ('y', "ýÿŷỳỷỹỵƴ"),
    ('z', "źżž"),
    ('е', "ё"),
    ('и', "й"),
    ('у', "ў"),
    ('ا', "أإآ"),
    ('ه', "ة"),
    ('ي', "ىی"),
    ('ك', "ک"),
];

/// How many letters were changed, dropped, added or swapped with their neighbour (optimal string
/// alignment). Both are ASCII.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut current = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            current[j] = changed.min(last[j] + 1).min(current[j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                current[j] = current[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last[b.len()]
}
