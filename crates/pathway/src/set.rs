//! Small sets of words from a closed vocabulary, one bit each.

use std::fmt;
use std::marker::PhantomData;

/// A word of a closed vocabulary of at most 32.
pub trait Word: Copy + 'static {
    const EVERY: &'static [Self];
    fn bit(self) -> u32;
    fn word(self) -> &'static str;
    fn from_word(word: &str) -> Option<Self>;
}

/// `base::keys!`, sets of the words, and the words as they are kept in case files: by their keys, which stay.
macro_rules! words {
    ($type:ident { $($variant:ident = $key:literal),* $(,)? }) => {
        base::keys!($type { $($variant = $key),* });
        impl $crate::set::Word for $type {
            const EVERY: &'static [$type] = $type::ALL;
            fn bit(self) -> u32 {
                1 << self as u32
            }
            fn word(self) -> &'static str {
                self.key()
            }
            fn from_word(word: &str) -> Option<$type> {
                $type::from_key(word)
            }
        }
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.key())
            }
        }
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<$type, D::Error> {
                let key = <std::borrow::Cow<str> as serde::Deserialize>::deserialize(from)?;
                $type::from_key(&key).ok_or_else(|| serde::de::Error::custom("it is a word of another version"))
            }
        }
    };
}
pub(crate) use words;

pub struct Set<T>(u32, PhantomData<T>);

impl<T: Word> Set<T> {
    pub const EMPTY: Set<T> = Set(0, PhantomData);

    pub fn of(words: impl IntoIterator<Item = T>) -> Set<T> {
        words.into_iter().fold(Set::EMPTY, Set::with)
    }
    #[must_use]
    pub fn with(self, word: T) -> Set<T> {
        Set(self.0 | word.bit(), PhantomData)
    }
    #[must_use]
    pub fn without(self, word: T) -> Set<T> {
        Set(self.0 & !word.bit(), PhantomData)
    }
    pub fn has(self, word: T) -> bool {
        self.0 & word.bit() != 0
    }
    /// Whether every word of the other is here.
    pub fn holds(self, other: Set<T>) -> bool {
        other.0 & !self.0 == 0
    }
    pub fn meets(self, other: Set<T>) -> bool {
        self.0 & other.0 != 0
    }
    #[must_use]
    pub fn and(self, other: Set<T>) -> Set<T> {
        Set(self.0 | other.0, PhantomData)
    }
    #[must_use]
    pub fn minus(self, other: Set<T>) -> Set<T> {
        Set(self.0 & !other.0, PhantomData)
    }
    /// What is in both.
    #[must_use]
    pub fn shared(self, other: Set<T>) -> Set<T> {
        Set(self.0 & other.0, PhantomData)
    }
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::EVERY.iter().copied().filter(move |word| self.has(*word))
    }

    /// Reads words with semicolons between them; the word that is none, where there is one.
    pub fn read(text: &str) -> Result<Set<T>, String> {
        let words = base::table::several(text).map(|word| T::from_word(word).ok_or_else(|| word.to_owned()));
        words.collect::<Result<Vec<T>, String>>().map(Set::of)
    }
}

/// Every word, to be named in a sentence.
pub(crate) fn every<T: Word>() -> String {
    T::EVERY.iter().map(|word| word.word()).collect::<Vec<_>>().join(", ")
}

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Set<T> {}
impl<T: Word> Default for Set<T> {
    fn default() -> Self {
        Set::EMPTY
    }
}
impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Set<T> {}
impl<T> std::hash::Hash for Set<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T: Word> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        Set::of(words)
    }
}
impl<T: Word> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Word::word)).finish()
    }
}
