//! Everything that is tried from outside this crate, as one program: it is linked once.

mod crashes;
mod drill;
mod dry_run;
mod erased;
mod killed_imports;
mod witness;
