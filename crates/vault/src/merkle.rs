//! The Merkle tree of RFC 6962, section 2.1, grown at its right edge.

mod consistency;

pub use consistency::{LONGEST_PROOF, Shown, prove, shown};

use crate::{Result, VaultError};
use sha2::{Digest, Sha256};

pub type Hash = [u8; 32];

pub fn leaf(data: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(data).finalize().into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The roots of the full subtrees at the right edge, largest first: all that is needed to add leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    roots: Vec<Hash>,
}

impl Frontier {
    pub fn size(&self) -> u64 {
        self.size
    }

    pub fn push(&mut self, leaf: Hash) {
        let mut root = leaf;
        for _ in 0..self.size.trailing_ones() {
            let left = self.roots.pop().expect("a full subtree stands for every trailing one");
            root = node(&left, &root);
        }
        self.roots.push(root);
        self.size += 1;
    }

    pub fn root(&self) -> Hash {
        let mut roots = self.roots.iter().rev();
        match roots.next() {
            None => Sha256::digest([]).into(),
            Some(smallest) => roots.fold(*smallest, |right, left| node(left, &right)),
        }
    }

    /// Whether the subtrees of `newest`, hashed by themselves, are those at the right end of this edge.
    pub fn ends_with(&self, newest: &Frontier) -> bool {
        self.roots.ends_with(&newest.roots)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.size.to_be_bytes()[..], &self.roots.concat()].concat()
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let (size, rest) = bytes.split_first_chunk::<8>().ok_or(VaultError::BadKey)?;
        let size = u64::from_be_bytes(*size);
        let (roots, left_over) = rest.as_chunks::<32>();
        if !left_over.is_empty() || roots.len() != size.count_ones() as usize {
            return Err(VaultError::BadKey);
        }
        Ok(Self { size, roots: roots.to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The definition in the RFC, word for word.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            many => {
                let split = many.len().next_power_of_two() / 2;
                node(&by_definition(&many[..split]), &by_definition(&many[split..]))
            }
        }
    }

    proptest! {
        #[test]
        fn the_frontier_gives_the_root_of_the_definition(leaves in prop::collection::vec(any::<Vec<u8>>(), 0..70)) {
            let hashes: Vec<Hash> = leaves.iter().map(|l| leaf(l)).collect();
            let mut frontier = Frontier::default();
            for (count, hash) in hashes.iter().enumerate() {
                prop_assert_eq!(frontier.root(), by_definition(&hashes[..count]));
                frontier = Frontier::from_bytes(&frontier.to_bytes()).unwrap();
                frontier.push(*hash);
            }
            prop_assert_eq!(frontier.root(), by_definition(&hashes));
        }
    }

    #[test]
    fn a_damaged_frontier_is_refused() {
        let mut frontier = Frontier::default();
        (0..5u8).for_each(|n| frontier.push(leaf(&[n])));
        let bytes = frontier.to_bytes();
        assert!(Frontier::from_bytes(&bytes[..bytes.len() - 1]).is_err());
        assert!(Frontier::from_bytes(&bytes[..40]).is_err());
    }
}
