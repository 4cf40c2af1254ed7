//! Everything that is tried from outside this crate, as one program: it is linked once.

mod alert;
mod alert_channel;
mod pen;
mod sign_in;
mod webhook;
