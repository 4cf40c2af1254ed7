//! Members are told that something waits, by e-mail and push, against servers on this machine.

mod letters;
mod neutral;
mod office;
mod pages;
mod pushes;
