//! Everything that is tried from outside this crate, as one program: it is linked once.

mod find_by_name;
mod find_by_number_and_word;
mod what_was_put_is_found;
