//! The registry as programs meet it.

mod arrivals;
mod program;
