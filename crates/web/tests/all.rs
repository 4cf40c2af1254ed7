//! Everything that is tried from outside this crate, as one program: it is linked once.

mod alerts;
mod api;
mod directory;
mod emergencies;
mod every_route;
mod letters_for_many;
mod need_to_know;
mod pictures;
mod programs;
mod reading_along;
mod rolls;
mod sentences;
mod webhooks;
mod witnesses;

mod served;
mod ugandans;
