//! The registry as programs meet it.

mod alerts;
mod appointments;
mod arrivals;
mod attachments;
mod batches;
mod cases;
mod document;
mod erasure;
mod hearings;
mod integrations;
mod letters;
mod people;
mod program;
mod rolls;
mod services;
mod strangers;
