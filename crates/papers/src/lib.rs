//! Lists in and lists out: spreadsheets of people as they arrive, tables and square codes as they leave;
//! pictures of papers, made anew; and letters.
//!
//! Bytes in, values out: no files, no clock. Whatever bytes come, reading ends with a value or with a
//! sentence for the person who handed them in.

pub mod as_sent;
pub mod issued;
pub mod letter;
pub mod list;
mod named;
pub mod picture;
pub mod qr;
pub mod roll;
pub mod sheet;
pub mod table;

pub use letter::{Letter, Template, Tongue, Value};
pub use list::{Column, DateOrder, Doubt, Layout, Meaning, Outcome, Reading, Why};
pub use picture::{Picture, PictureError};
pub use sheet::{Book, Cell, Format, ListError, Row, Sheet};
pub use table::Table;
