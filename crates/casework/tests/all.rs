//! Everything that is tried from outside this crate, as one program: it is linked once.

mod dump;
mod need_to_know;
