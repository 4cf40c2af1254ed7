//! Hearing a person: one question at a time, every answer kept as it is given; what the answers come to; and the board
//! of whom to look after first.

mod ask;
mod board;
mod forms;
mod queue;
mod result;
mod words;

pub use ask::{form, say, stop};
pub use board::show as board;
pub use forms::{add as add_form, show as forms};
pub use queue::{choose_place, next, show as queue};
pub use result::{attend, decide, show as result};
