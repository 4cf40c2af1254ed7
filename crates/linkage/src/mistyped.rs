//! Words that are a typing error or two apart.

/// How many bits of an outline are letters; those above are the length.
const LETTERS: u32 = 26;
const LETTER_MASK: u32 = (1 << LETTERS) - 1;

/// Which letters a word has, and how many. A wiped word has the length 0.
#[derive(Clone, Copy, Default)]
pub(crate) struct Outline(u32);

impl Outline {
    pub fn of(word: &str) -> Outline {
        let letters = word.bytes().filter(u8::is_ascii_lowercase);
        let length = word.len().min(63) as u32;
        Outline(letters.fold(length << LETTERS, |outline, letter| outline | 1 << (letter - b'a')))
    }

    /// False only if more errors part the two: an error adds, drops, changes or
    /// swaps letters, so neither word has more letters that the other lacks
    /// than there are errors, one or two.
    pub fn is_near(self, other: Outline, errors: u32) -> bool {
        let keep_second = if errors == 1 { u32::MAX } else { 0 };
        let few = |letters: u32| {
            // Clears the lowest letter and, if two are allowed, the next.
            let fewer = letters & letters.wrapping_sub(1);
            fewer & (fewer.wrapping_sub(1) | keep_second) == 0
        };
        let shortest = (other.0 >> LETTERS).wrapping_sub(errors);
        ((self.0 >> LETTERS).wrapping_sub(shortest) <= 2 * errors)
            & few(self.0 & !other.0 & LETTER_MASK)
            & few(other.0 & !self.0 & LETTER_MASK)
    }
}

/// True if so many errors, or fewer, make one word of the other. An error is a
/// letter too many, missing, wrong, or two neighbours swapped.
pub(crate) fn within(one: &[u8], other: &[u8], errors: u32) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    if one.is_empty() || other.is_empty() {
        return one.len() + other.len() <= errors as usize;
    }
    if errors == 0 || one.len().abs_diff(other.len()) > errors as usize {
        return false;
    }
    let swapped = one.len() > 1 && other.len() > 1 && one[0] == other[1] && one[1] == other[0];
    within(&one[1..], &other[1..], errors - 1)
        || within(&one[1..], other, errors - 1)
        || within(one, &other[1..], errors - 1)
        || (swapped && within(&one[2..], &other[2..], errors - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn errors_are_counted_as_the_usual_distance_counts_them(
            one in "[a-d]{1,9}", other in "[a-d]{1,9}", errors in 1u32..3,
        ) {
            let wanted = strsim::osa_distance(&one, &other) <= errors as usize;
            prop_assert_eq!(within(one.as_bytes(), other.as_bytes(), errors), wanted);
            prop_assert!(!wanted || Outline::of(&one).is_near(Outline::of(&other), errors));
        }
    }
}
