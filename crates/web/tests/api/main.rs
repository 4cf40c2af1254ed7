//! The registry as programs meet it.

mod arrivals;
mod cases;
mod document;
mod people;
mod program;
