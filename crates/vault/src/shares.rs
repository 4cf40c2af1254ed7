//! Recovery: the organisation's escrow key in three papers, any two of which give it back (Shamir).

use crate::{Private, Result, VaultError};
use blahaj::{Share, Sharks};
use data_encoding::BASE32_NOPAD;
use zeroize::Zeroizing;

const NEEDED: u8 = 2;
const MADE: usize = 3;
const CHECK: usize = 4;

/// Three texts in groups of five letters, each with a check of its own.
pub fn split(escrow: &Private) -> [String; MADE] {
    let bytes = escrow.to_bytes();
    let mut shares = Sharks(NEEDED).dealer(bytes.as_slice());
    std::array::from_fn(|_| write(&shares.next().expect("there are 255 shares to deal")))
}

/// Puts two or more shares together. `escrow` is the public half that the result must fit.
pub fn join(papers: &[String], escrow: &crate::Public) -> Result<Private> {
    let shares = papers.iter().map(|paper| read(paper)).collect::<Result<Vec<_>>>()?;
    let secret = Zeroizing::new(Sharks(NEEDED).recover(&shares).map_err(|_| VaultError::TooFewShares)?);
    let private = Private::from_slice(&secret)?;
    if private.public() == *escrow { Ok(private) } else { Err(VaultError::TooFewShares) }
}

fn check(share: &[u8]) -> [u8; CHECK] {
    crate::digest(&[b"recovery share", share])[..CHECK].try_into().expect("a hash is longer than a check")
}

fn write(share: &Share) -> String {
    let mut bytes = Vec::from(share);
    bytes.extend(check(&bytes));
    let letters = BASE32_NOPAD.encode(&bytes);
    let groups: Vec<&str> =
        letters.as_bytes().chunks(5).map(|g| std::str::from_utf8(g).expect("base32 is ASCII")).collect();
    groups.join("-")
}

fn read(paper: &str) -> Result<Share> {
    let letters: String = paper.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let bytes = BASE32_NOPAD.decode(letters.to_uppercase().as_bytes()).map_err(|_| VaultError::BadShare)?;
    let (share, sum) = bytes.split_last_chunk::<CHECK>().ok_or(VaultError::BadShare)?;
    if check(share) != *sum {
        return Err(VaultError::BadShare);
    }
    Share::try_from(share).map_err(|_| VaultError::BadShare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_papers_open_and_one_does_not() {
        let escrow = Private::generate(&mut crate::wrap::tests::rng(5));
        let papers = split(&escrow);
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            let joined = join(&[papers[a].clone(), papers[b].clone()], &escrow.public()).unwrap();
            assert_eq!(joined.to_bytes(), escrow.to_bytes());
        }
        for paper in &papers {
            assert!(join(std::slice::from_ref(paper), &escrow.public()).is_err());
            assert!(join(&[paper.clone(), paper.clone()], &escrow.public()).is_err());
        }
    }

    #[test]
    fn a_misread_letter_is_found_and_small_letters_are_fine() {
        let escrow = Private::generate(&mut crate::wrap::tests::rng(6));
        let papers = split(&escrow);
        let small = papers[0].to_lowercase().replace('-', " ");
        assert!(join(&[small, papers[1].clone()], &escrow.public()).is_ok());
        let wrong = if papers[0].starts_with('A') { "B" } else { "A" }.to_owned() + &papers[0][1..];
        assert_eq!(join(&[wrong, papers[1].clone()], &escrow.public()).unwrap_err(), VaultError::BadShare);
    }
}
