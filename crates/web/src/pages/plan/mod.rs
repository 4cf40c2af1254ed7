//! The way out of one person: the plan, and everything that it rests on.

mod words;
