//! The registry for programs: the same commands as the pages, as JSON (docs/api.md).

pub mod lists;
