//! The registry as programs meet it.

mod arrivals;
mod attachments;
mod cases;
mod document;
mod integrations;
mod people;
mod program;
mod services;
