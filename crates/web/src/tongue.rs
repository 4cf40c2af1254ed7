//! Every word a page says comes from here: one Fluent catalogue per language, English behind them all.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use rust_embed::RustEmbed;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue as Value;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// A language the pages are shipped in. Copy it freely: it points into catalogues that live as long as the process.
#[derive(Clone, Copy)]
pub struct Tongue(&'static Catalogue);

struct Catalogue {
    shipped: &'static Shipped,
    bundle: FluentBundle<FluentResource>,
}

struct Shipped {
    tag: &'static str,
    /// The language's name for itself: whoever looks for it may read nothing else.
    autonym: &'static str,
    dir: &'static str,
    /// Whether a native speaker has read the catalogue. Until then the language menu says so.
    reviewed: bool,
    /// What stands between thousands.
    thousands: &'static str,
}

/// English first: it is what the others fall back to.
const SHIPPED: [Shipped; 7] = [
    shipped("en", "English", "ltr", true, ","),
    shipped("id", "Bahasa Indonesia", "ltr", false, "."),
    shipped("fr", "Français", "ltr", false, "\u{202f}"),
    shipped("km", "ភាសាខ្មែរ", "ltr", false, "."),
    shipped("zh", "中文", "ltr", false, ","),
    shipped("sw", "Kiswahili", "ltr", false, ","),
    shipped("ar", "العربية", "rtl", false, ","),
];

const fn shipped(
    tag: &'static str,
    autonym: &'static str,
    dir: &'static str,
    reviewed: bool,
    thousands: &'static str,
) -> Shipped {
    Shipped { tag, autonym, dir, reviewed, thousands }
}

impl Tongue {
    pub fn all() -> impl Iterator<Item = Tongue> {
        catalogues().iter().map(Tongue)
    }

    pub fn english() -> Tongue {
        Tongue(&catalogues()[0])
    }

    /// The language of a tag such as "km" or "zh-Hant-TW"; regions and scripts are not told apart.
    pub fn from_tag(tag: &str) -> Option<Tongue> {
        let wanted: LanguageIdentifier = tag.parse().ok()?;
        Tongue::all().find(|tongue| tongue.tag() == wanted.language.as_str())
    }

    /// The best shipped language for a browser's `Accept-Language`; English when none fits.
    pub fn from_accept_language(header: &str) -> Tongue {
        let mut best = (0.0, Tongue::english());
        for range in header.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let tongue = parts.next().and_then(Tongue::from_tag);
            let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            if let Some(tongue) = tongue.filter(|_| weight > best.0) {
                best = (weight, tongue);
            }
        }
        best.1
    }

    pub fn tag(self) -> &'static str {
        self.0.shipped.tag
    }

    pub fn autonym(self) -> &'static str {
        self.0.shipped.autonym
    }

    /// "ltr" or "rtl", as HTML's `dir` wants it.
    pub fn dir(self) -> &'static str {
        self.0.shipped.dir
    }

    pub fn reviewed(self) -> bool {
        self.0.shipped.reviewed
    }

    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The sentence with its values filled in. A sentence that a language lacks is said in English, and one
    /// that English lacks shows its key: a test keeps that from ever being shipped.
    pub fn say_with(self, key: &str, values: &[(&str, Value)]) -> String {
        let args: FluentArgs = values.iter().map(|(name, value)| ((*name).to_string(), self.isolated(value))).collect();
        self.0.said(key, &args).or_else(|| Tongue::english().0.said(key, &args)).unwrap_or_else(|| key.to_string())
    }

    /// A name in one direction inside a sentence of the other would drag the words around it along. Only such
    /// values are wrapped in Unicode isolates. Fluent's own switch wraps everything, also the numbers and
    /// codes that people copy out of a page, so it is off.
    fn isolated<'v>(self, value: &Value<'v>) -> Value<'v> {
        match value {
            Value::String(text) => Value::String(self.apart(text).into()),
            other => other.clone(),
        }
    }

    /// A name or a day as it runs by itself, whatever the words around it do.
    pub fn apart(self, text: &str) -> String {
        match self.dir() == "rtl" || text.chars().any(right_to_left) {
            true => format!("\u{2068}{text}\u{2069}"),
            false => text.to_owned(),
        }
    }
}

impl Catalogue {
    fn said(&self, key: &str, args: &FluentArgs) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = vec![];
        let said = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        debug_assert!(errors.is_empty(), "{key} in {}: {errors:?}", self.shipped.tag);
        Some(said.into_owned())
    }

    fn read(shipped: &'static Shipped) -> Catalogue {
        let language: LanguageIdentifier = shipped.tag.parse().expect("the tags above are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match shipped.thousands {
            "." => |value, _| grouped(value, "."),
            "," => |value, _| grouped(value, ","),
            _ => |value, _| grouped(value, "\u{202f}"),
        }));
        for path in Files::iter().filter(|path| path.split('/').next() == Some(shipped.tag)) {
            let file = Files::get(&path).expect("it was just listed");
            let text = String::from_utf8_lossy(&file.data).into_owned();
            // What could be read of a damaged catalogue is still used; the tests refuse to ship one.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Catalogue { shipped, bundle }
    }
}

fn catalogues() -> &'static [Catalogue] {
    static READ: OnceLock<Vec<Catalogue>> = OnceLock::new();
    READ.get_or_init(|| SHIPPED.iter().map(Catalogue::read).collect())
}

/// A whole number with its thousands set apart; Fluent leaves that to whoever uses it.
fn grouped(value: &Value, separator: &str) -> Option<String> {
    let Value::Number(number) = value else {
        return None;
    };
    let digits = format!("{:.0}", number.value);
    let mut written = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push_str(separator);
        }
        written.push(digit);
    }
    Some(written)
}

/// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
fn right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests;
