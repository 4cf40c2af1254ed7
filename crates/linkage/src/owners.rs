//! Who has a word. Most words have one owner, a few have thousands.

/// A sorted list of numbers.
pub(crate) enum Owners {
    One(u32),
    Many(Vec<u32>),
}

impl Default for Owners {
    fn default() -> Self {
        Owners::Many(Vec::new())
    }
}

impl Owners {
    pub fn as_slice(&self) -> &[u32] {
        match self {
            Owners::One(number) => std::slice::from_ref(number),
            Owners::Many(numbers) => numbers,
        }
    }

    pub fn insert(&mut self, number: u32) {
        match self {
            Owners::Many(numbers) if numbers.is_empty() => *self = Owners::One(number),
            Owners::Many(numbers) => {
                if let Err(at) = numbers.binary_search(&number) {
                    numbers.insert(at, number);
                }
            }
            Owners::One(first) if *first == number => {}
            Owners::One(first) => *self = Owners::Many(vec![number.min(*first), number.max(*first)]),
        }
    }

    pub fn remove(&mut self, number: u32) {
        match self {
            Owners::One(first) if *first == number => *self = Owners::default(),
            Owners::One(_) => {}
            Owners::Many(numbers) => {
                if let Ok(at) = numbers.binary_search(&number) {
                    numbers.remove(at);
                }
            }
        }
    }

    pub fn heap_bytes(&self) -> usize {
        match self {
            Owners::One(_) => 0,
            Owners::Many(numbers) => small(4 * numbers.capacity()),
        }
    }
}

/// What an allocation of so many bytes takes, with the allocator's own part.
pub(crate) fn small(bytes: usize) -> usize {
    if bytes == 0 { 0 } else { (bytes + 8).next_multiple_of(16).max(32) }
}
