//! Columns are called as in a spreadsheet program.

use papers::sheet::{column_of, letters};

#[test]
fn columns_have_the_letters_of_a_spreadsheet() {
    for index in [0, 25, 26, 51, 52, 701, 702] {
        assert_eq!(column_of(&letters(index)), Some(index));
    }
    assert_eq!((letters(26), letters(702), column_of("1")), ("AA".to_owned(), "AAA".to_owned(), None));
}
