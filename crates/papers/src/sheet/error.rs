/// Why a file cannot be taken in as a list: what happened, what is safe, what to do next.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    #[error(
        "This file is larger than 20 MB. Nothing was taken in. Split the list into several files, or remove pictures from it."
    )]
    TooLarge,
    #[error(
        "This file unpacks to more than 200 MB, which no list of people does. Nothing was taken in. Save the list again as CSV or as a new .xlsx file."
    )]
    UnpacksTooLarge,
    #[error("This list has more than 200,000 rows. Nothing was taken in. Split it into several files.")]
    TooManyRows,
    #[error(
        "This list has more than 300 columns. Nothing was taken in. Delete the columns that say nothing of people and save it again."
    )]
    TooManyColumns,
    #[error("This list holds more text than a list of people does. Nothing was taken in. Split it into several files.")]
    TooMuchText,
    #[error("There is nothing in this file. Nothing was taken in. Open it and see whether the list was saved.")]
    Empty,
    #[error(
        "This file is locked with a password. Nothing was taken in. Open it in your spreadsheet program, save it without a password, and hand it in again."
    )]
    Password,
    #[error(
        "This file was saved by a version of Excel from before 1995. Nothing was taken in. Open it in your spreadsheet program and save it as .xlsx or CSV."
    )]
    OldExcel,
    #[error(
        "This spreadsheet has a format that cannot be read here. Nothing was taken in. Open it in your spreadsheet program and save it as .xlsx, .xls, .ods or CSV."
    )]
    OtherSpreadsheet,
    #[error(
        "This file is a web page without a table that can be read here. Nothing was taken in. Open it in your spreadsheet program and save it as .xlsx or CSV."
    )]
    WebPage,
    #[error(
        "This file is an archive that holds other files. Nothing was taken in. Unpack it and hand in the list that is inside."
    )]
    Archive,
    #[error(
        "This file is a picture, a document or a program, not a list. Nothing was taken in. Hand in the list as .xlsx, .xls, .ods or CSV."
    )]
    NotAList,
    #[error(
        "This spreadsheet is damaged or was not fully copied. Nothing was taken in. Copy it again, or open it and save it anew as .xlsx or CSV."
    )]
    Damaged,
}
