//! Members are told that something waits, by e-mail and push, against servers on this machine.

mod letters;
mod neutral;
mod office;
mod pages;
mod pushes;
#[allow(dead_code)] // Each of the programs of tests uses its part.
#[path = "../served/mod.rs"]
mod served;
