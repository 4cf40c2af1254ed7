//! Consistency proofs: that a longer log begins with a shorter one, without any of its entries (RFC 6962, section
//! 2.1.2, with the algorithms of RFC 9162, section 2.1.4).

use super::{Frontier, Hash, node};

/// The most hashes that a proof of any log can have.
pub const LONGEST_PROOF: usize = 63;

/// What a proof shows of two roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The longer log begins with the shorter one.
    Continues,
    /// The proof belongs to the longer log, and shows that it begins otherwise: no log can have had both roots.
    BeginsOtherwise,
    /// The proof does not belong to the longer log: it shows nothing, neither good nor bad.
    Nothing,
}

/// The proof that a log continues from `old` with the leaves `newer`. It is made of subtrees of the old log that
/// end at its edge and of subtrees of newer leaves, so that no older leaf is needed.
pub fn prove(old: &Frontier, newer: &[Hash]) -> Vec<Hash> {
    let mut proof = Vec::new();
    if old.size > 0 && !newer.is_empty() {
        let whole = Part { from: 0, to: old.size + newer.len() as u64 };
        whole.walk(old.size, &old.roots, newer, &mut proof);
    }
    proof
}

/// The leaves of one subtree.
struct Part {
    from: u64,
    to: u64,
}

impl Part {
    /// Goes down to where the old log ends, and takes up the roots of what lies beside the way, lowest first.
    /// `roots` are those of the old log's full subtrees from here on.
    fn walk(&self, old: u64, roots: &[Hash], newer: &[Hash], proof: &mut Vec<Hash>) {
        let Part { from, to } = *self;
        if to == old {
            // Whoever checks knows the root of the whole old log, but of no part of it.
            proof.extend(roots.first().filter(|_| from > 0));
            return;
        }
        let split = from + (to - from).next_power_of_two() / 2;
        if old <= split {
            Part { from, to: split }.walk(old, roots, newer, proof);
            proof.push(root_of(&newer[(split - old) as usize..(to - old) as usize]));
        } else {
            Part { from: split, to }.walk(old, &roots[1..], newer, proof);
            proof.push(roots[0]);
        }
    }
}

fn root_of(leaves: &[Hash]) -> Hash {
    let mut tree = Frontier::default();
    leaves.iter().for_each(|leaf| tree.push(*leaf));
    tree.root()
}

/// Holds a proof against the sizes and roots of two logs.
pub fn shown(old: (u64, Hash), new: (u64, Hash), proof: &[Hash]) -> Shown {
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    if old_size == new_size {
        return match (proof.is_empty(), old_root == new_root) {
            (_, false) => Shown::BeginsOtherwise,
            (true, true) => Shown::Continues,
            (false, true) => Shown::Nothing,
        };
    }
    if old_size == 0 {
        return if proof.is_empty() { Shown::Continues } else { Shown::Nothing };
    }
    match roots(old, new_size, proof) {
        Some((begun, ended)) if ended == new_root && begun == old_root => Shown::Continues,
        Some((_, ended)) if ended == new_root => Shown::BeginsOtherwise,
        _ => Shown::Nothing,
    }
}

/// The roots of the shorter and the longer log that follow from a proof. When the shorter one is a full tree, the
/// proof takes its root as given.
fn roots((old_size, old_root): (u64, Hash), new_size: u64, proof: &[Hash]) -> Option<(Hash, Hash)> {
    if old_size > new_size {
        return None;
    }
    let given = old_size.is_power_of_two().then_some(old_root);
    let mut path = given.iter().chain(proof);
    let first = *path.next()?;
    let (mut begun, mut ended) = (first, first);
    let (mut from, mut to) = (old_size - 1, new_size - 1);
    let up = from.trailing_ones();
    (from, to) = (from >> up, to >> up);
    for beside in path {
        if to == 0 {
            return None;
        }
        if from & 1 == 1 || from == to {
            begun = node(beside, &begun);
            ended = node(beside, &ended);
            let up = if from == 0 { 0 } else { from.trailing_zeros() };
            (from, to) = (from >> up, to >> up);
        } else {
            ended = node(&ended, beside);
        }
        (from, to) = (from >> 1, to >> 1);
    }
    (to == 0).then_some((begun, ended))
}

#[cfg(test)]
mod tests;
