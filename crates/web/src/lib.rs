//! The pages: server-rendered, in the visitor's language, each a reading of what the visitor's keys open.
//!
//! A request becomes a [`visit::Visit`], a handler in [`pages`] turns it into an answer or a [`fault::Fault`],
//! and [`routes`] is the whole map. Handlers are synchronous; each runs on a thread of its own.

pub mod api;
pub mod app;
pub mod deliver;
pub mod export;
pub mod fault;
pub mod headers;
pub mod limits;
pub mod pages;
pub mod routes;
pub mod search;
pub mod serve;
pub mod session;
pub mod tongue;
pub mod views;
pub mod visit;
pub mod watch;
pub mod witness;
pub mod words;

pub use app::{App, Clock, DemoMember, Edge, Options, RandomSource};
pub use serve::serve;
