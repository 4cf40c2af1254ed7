//! The registry as programs meet it.

mod alerts;
mod arrivals;
mod attachments;
mod cases;
mod document;
mod erasure;
mod integrations;
mod people;
mod program;
mod services;
mod strangers;
