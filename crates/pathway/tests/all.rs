//! Everything that is tried from outside this crate, as one program: it is linked once.

mod every_path;
mod overstays;
mod packs;
mod plans;
mod properties;
mod replays;
mod routes;
mod said;
mod situations;
mod whatever_pack;
