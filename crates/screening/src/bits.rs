//! A small set of numbers, for rules that are gone through many times.

/// A set of numbers below 256.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits([u64; 4]);

impl Bits {
    pub fn of(numbers: impl IntoIterator<Item = u8>) -> Bits {
        let mut set = Bits::default();
        numbers.into_iter().for_each(|number| set.put(number));
        set
    }

    pub fn put(&mut self, number: u8) {
        self.0[usize::from(number >> 6)] |= 1 << (number & 63);
    }

    pub fn has(self, number: u8) -> bool {
        self.0[usize::from(number >> 6)] & (1 << (number & 63)) != 0
    }

    pub fn without(mut self, number: u8) -> Bits {
        self.0[usize::from(number >> 6)] &= !(1 << (number & 63));
        self
    }

    pub fn and(self, other: Bits) -> Bits {
        Bits(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    pub fn minus(self, other: Bits) -> Bits {
        Bits(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    pub fn meets(self, other: Bits) -> bool {
        (0..4).any(|word| self.0[word] & other.0[word] != 0)
    }

    /// How many numbers are in both.
    pub fn shared(self, other: Bits) -> u8 {
        (0..4).map(|word| (self.0[word] & other.0[word]).count_ones() as u8).sum()
    }

    pub fn holds(self, other: Bits) -> bool {
        (0..4).all(|word| other.0[word] & !self.0[word] == 0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == [0; 4]
    }

    pub fn numbers(self) -> impl Iterator<Item = u8> {
        (0..=u8::MAX).filter(move |number| self.has(*number))
    }

    /// The smallest number in both.
    pub fn first_shared(self, other: Bits) -> Option<u8> {
        (0..4u8).find_map(|word| {
            let both = self.0[usize::from(word)] & other.0[usize::from(word)];
            (both != 0).then(|| word * 64 + both.trailing_zeros() as u8)
        })
    }
}
