//! Finds a person by any part of a name in any script, by the case code, a
//! passport, a telephone number, a place, a nationality or a date.
//!
//! The crate is pure: it reads no file, no clock and holds no key. What it
//! indexes lives in memory only. What is removed leaves the index at once; the
//! memory that is freed by it is not overwritten before it is used again.
//!
//! ```
//! use linkage::{Entry, Index};
//!
//! let mut index = Index::default();
//! index.put(0, &Entry { names: &["ሐና ተስፋዬ"], words: &["Ethiopia"], numbers: &["482917365"] });
//! assert_eq!(index.find("Hanna Tesfaye", 10)[0].slot, 0);
//! assert_eq!(index.find("482 917", 10)[0].slot, 0);
//! ```

mod index;

mod query;
mod search;
mod tally;

mod fold;
mod scripts;
mod skeleton;

mod dictionary;
mod lines;
mod mistyped;
mod owned;
mod owners;
mod record;

pub use fold::fold;
pub use index::{Entry, Found, Hit, Index};
pub use skeleton::skeleton;
