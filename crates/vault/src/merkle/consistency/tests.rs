use super::super::leaf;
use super::*;

const MANY: usize = 200;

fn leaves(salt: u8, count: usize) -> Vec<Hash> {
    (0..count).map(|n| leaf(&[&[salt], n.to_be_bytes().as_slice()].concat())).collect()
}

/// The log at every size up to that of its leaves.
fn edges(leaves: &[Hash]) -> Vec<Frontier> {
    let mut edges = vec![Frontier::default()];
    for leaf in leaves {
        let mut next = edges[edges.len() - 1].clone();
        next.push(*leaf);
        edges.push(next);
    }
    edges
}

fn end(edge: &Frontier) -> (u64, Hash) {
    (edge.size(), edge.root())
}

/// The definition in RFC 6962, section 2.1.2, word for word.
fn by_definition(old: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if whole { Vec::new() } else { vec![root_of(leaves)] };
    }
    let split = leaves.len().next_power_of_two() / 2;
    let (left, right) = leaves.split_at(split);
    if old <= split {
        [by_definition(old, left, whole), vec![root_of(right)]].concat()
    } else {
        [by_definition(old - split, right, false), vec![root_of(left)]].concat()
    }
}

#[test]
fn of_every_two_sizes_the_proof_holds_and_is_that_of_the_definition() {
    let leaves = leaves(0, MANY);
    let edges = edges(&leaves);
    for new in 1..=MANY {
        for old in 0..=new {
            let proof = prove(&edges[old], &leaves[old..new]);
            if old > 0 && new <= 70 {
                assert_eq!(proof, by_definition(old, &leaves[..new], true), "{old} {new}");
            }
            assert!(proof.len() <= LONGEST_PROOF);
            assert_eq!(shown(end(&edges[old]), end(&edges[new]), &proof), Shown::Continues, "{old} {new}");
        }
    }
}

#[test]
fn a_proof_that_was_altered_in_any_place_shows_nothing_good() {
    let leaves = leaves(0, 70);
    let edges = edges(&leaves);
    for new in 2..=70 {
        for old in 1..new {
            let (begun, ended, proof) = (end(&edges[old]), end(&edges[new]), prove(&edges[old], &leaves[old..new]));
            for place in 0..proof.len() {
                let mut altered = proof.clone();
                altered[place][place % 32] ^= 1;
                assert_eq!(shown(begun, ended, &altered), Shown::Nothing, "{old} {new} {place}");
            }
            let (shorter, longer) = (&proof[..proof.len() - 1], [proof.as_slice(), &[[7; 32]]].concat());
            assert_eq!(shown(begun, ended, shorter), Shown::Nothing);
            assert_eq!(shown(begun, ended, &longer), Shown::Nothing);
            assert_ne!(shown((begun.0, [9; 32]), ended, &proof), Shown::Continues);
            assert_eq!(shown(begun, (ended.0, [9; 32]), &proof), Shown::Nothing);
            assert_eq!(shown(ended, begun, &proof), Shown::Nothing, "a log cannot continue backwards");
        }
    }
}

#[test]
fn a_log_that_begins_otherwise_proves_it_itself_unless_the_old_one_was_a_full_tree() {
    let (honest, mut rewritten) = (leaves(0, 90), leaves(0, 90));
    rewritten[1] = leaf(b"altered");
    let (honest, others) = (edges(&honest), (edges(&rewritten), rewritten));
    for (old, begun) in honest.iter().enumerate().take(90).skip(2) {
        let proof = prove(&others.0[old], &others.1[old..90]);
        let expected = if old.is_power_of_two() { Shown::Nothing } else { Shown::BeginsOtherwise };
        assert_eq!(shown(end(begun), end(&others.0[90]), &proof), expected, "{old}");
    }
    assert_eq!(shown(end(&honest[90]), end(&others.0[90]), &[]), Shown::BeginsOtherwise);
}
