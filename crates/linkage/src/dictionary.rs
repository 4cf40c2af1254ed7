//! Every distinct word once, and who has it.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Place;

use crate::lines::{BREAK, Lines};
use crate::mistyped::{Outline, within};
use crate::owners::{Owners, small};
use crate::skeleton::{alike, looser_spelling, skeleton};

/// How a term met a word, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    Exact,
    Prefix,
    Substring,
    Skeleton,
    Fuzzy,
}

/// Words whose outlines are compared at once.
const GROUP: usize = 16;

#[derive(Default)]
pub(crate) struct Dictionary {
    words: Lines,
    owners: Vec<Owners>,
    /// Each word's outline; the fuzzy search compares these first.
    outlines: Vec<Outline>,
    ids: HashMap<Box<[u8]>, u32>,
    by_skeleton: HashMap<Box<[u8]>, Owners>,
}

impl Dictionary {
    /// Notes that the slot has this word and returns the word's id.
    pub fn add(&mut self, word: &str, slot: u32) -> u32 {
        let id = match self.ids.get(word.as_bytes()) {
            Some(id) => *id,
            None => self.insert(word),
        };
        self.owners[id as usize].insert(slot);
        id
    }

    fn insert(&mut self, word: &str) -> u32 {
        let id = self.words.push(word.as_bytes());
        self.ids.insert(word.as_bytes().into(), id);
        self.owners.push(Owners::default());
        self.outlines.push(Outline::of(word));
        for bones in skeletons(word) {
            self.by_skeleton.entry(bones.into_bytes().into()).or_default().insert(id);
        }
        id
    }

    /// Takes the word from the slot; a word that nobody has any more is wiped.
    pub fn take(&mut self, id: u32, slot: u32) {
        let owners = &mut self.owners[id as usize];
        owners.remove(slot);
        if !owners.as_slice().is_empty() {
            return;
        }
        *owners = Owners::default();
        let word = String::from_utf8_lossy(self.words.line(id)).into_owned();
        self.ids.remove(word.as_bytes());
        for bones in skeletons(&word) {
            let Place::Occupied(mut same) = self.by_skeleton.entry(bones.into_bytes().into()) else {
                continue;
            };
            same.get_mut().remove(id);
            if same.get().as_slice().is_empty() {
                same.remove();
            }
        }
        self.outlines[id as usize] = Outline::default();
        self.words.wipe(id);
    }

    pub fn owners(&self, id: u32) -> &[u32] {
        self.owners[id as usize].as_slice()
    }

    /// Length in bytes of a word.
    pub fn length(&self, id: u32) -> usize {
        self.words.line(id).len()
    }

    /// True if so many words were wiped that ids should be given anew.
    pub fn is_worn(&self) -> bool {
        self.words.is_worn()
    }

    /// Every word that the term means, once, in no order.
    ///
    /// One or two letters match the beginning of a word only. `loose` adds the
    /// words that sound alike or are a typing error away.
    pub fn find(&self, term: &str, loose: bool) -> Vec<(u32, Likeness)> {
        let mut found = self.find_letters(term);
        if !loose {
            return found;
        }
        let known: Vec<u32> = found.iter().map(|(id, _)| *id).collect();
        let is_new = |id: u32| known.binary_search(&id).is_err();
        let mut sounding: Vec<u32> = Vec::new();
        for bones in skeletons(term) {
            let same = self.by_skeleton.get(bones.as_bytes()).map_or(&[][..], Owners::as_slice);
            let like = |id: &u32| is_new(*id) && alike(term, self.text(*id));
            sounding.extend(same.iter().copied().filter(like));
        }
        sounding.sort_unstable();
        sounding.dedup();
        found.extend(sounding.iter().map(|id| (*id, Likeness::Skeleton)));
        for id in self.mistyped(term) {
            if is_new(id) && sounding.binary_search(&id).is_err() {
                found.push((id, Likeness::Fuzzy));
            }
        }
        found
    }

    /// Words that contain the term, by id.
    fn find_letters(&self, term: &str) -> Vec<(u32, Likeness)> {
        let mut found: Vec<(u32, Likeness)> = Vec::new();
        let mut needle = vec![BREAK];
        needle.extend_from_slice(term.as_bytes());
        let only_prefix = term.len() < 3;
        let needle = if only_prefix { &needle[..] } else { &needle[1..] };
        self.words.scan(needle, |place| {
            if found.last().is_some_and(|(id, _)| *id == place.line) {
                return;
            }
            let likeness = match place.offset {
                -1 | 0 if self.length(place.line) == term.len() => Likeness::Exact,
                -1 | 0 => Likeness::Prefix,
                _ => Likeness::Substring,
            };
            found.push((place.line, likeness));
        });
        found
    }

    /// Words one typing error away from the term, two from eight letters on. An
    /// error adds, drops, changes or swaps letters, so neither word can have
    /// more letters that the other lacks than there are errors.
    fn mistyped(&self, term: &str) -> Vec<u32> {
        if term.len() < 5 || !is_romanised(term) {
            return Vec::new();
        }
        let errors = if term.len() < 8 { 1 } else { 2 };
        let wanted = Outline::of(term);
        let mut near = Vec::new();
        for (group, outlines) in self.outlines.chunks(GROUP).enumerate() {
            // Without a branch per word this is done for many words at once.
            if !outlines.iter().fold(false, |any, outline| any | outline.is_near(wanted, errors)) {
                continue;
            }
            let ids = (group * GROUP) as u32..;
            let words = ids.zip(outlines).filter(|(_, outline)| outline.is_near(wanted, errors)).map(|(id, _)| id);
            near.extend(words.filter(|id| within(term.as_bytes(), self.words.line(*id), errors)));
        }
        near
    }

    pub fn text(&self, id: u32) -> &str {
        std::str::from_utf8(self.words.line(id)).unwrap_or_default()
    }

    pub fn heap_bytes(&self) -> usize {
        let keyed = |capacity: usize, value: usize| capacity * 8 / 7 * (16 + value + 1);
        let texts: usize = self.ids.keys().chain(self.by_skeleton.keys()).map(|key| small(key.len())).sum();
        let lists = self.owners.iter().chain(self.by_skeleton.values());
        self.words.heap_bytes()
            + lists.map(Owners::heap_bytes).sum::<usize>()
            + self.owners.capacity() * size_of::<Owners>()
            + self.outlines.capacity() * 4
            + keyed(self.ids.capacity(), 8)
            + keyed(self.by_skeleton.capacity(), size_of::<Owners>())
            + texts
    }
}

/// The skeletons by which a word is kept and sought: its own, and that of its
/// looser spelling. Skeletons of one sound join too many names to mean anything.
fn skeletons(word: &str) -> Vec<String> {
    if word.len() < 3 || !is_romanised(word) {
        return Vec::new();
    }
    let mut skeletons = vec![skeleton(word)];
    if let Some(looser) = looser_spelling(word) {
        skeletons.push(skeleton(&looser));
    }
    skeletons.retain(|bones| bones.len() >= 2);
    skeletons.dedup();
    skeletons
}

fn is_romanised(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}
