//! Everything that is tried from outside this crate, as one program: it is linked once.

mod column_letters;
mod files_corpora;
mod files_details;
mod files_in;
mod files_markup;
mod files_text;
mod files_twins;
mod letters_filled;
mod letters_out;
mod letters_pdf;
mod letters_templates;
mod lists_calendars;
mod lists_in;
mod lists_in_one_cell;
mod lists_layouts;
mod lists_out;
mod lists_papers;
mod lists_scored;
mod lists_signs;
mod pictures_in;
mod rolls;
mod tables_out;

mod letters;
mod pdf_text;
mod reading;
mod scoring;

#[path = "../fuzz/fuzz_targets/stored.rs"]
mod stored;
