//! Statements, each registered with the place it stands at, so that one test can prepare them all.

use std::sync::OnceLock;

/// One SQL text with `$1` parameters, made by [`sql!`](crate::sql!) alone.
pub struct Sql {
    pub text: &'static str,
    pub file: &'static str,
    pub line: u32,
    /// The text with SQLite's parameters, made when it is first run.
    pub sqlite: OnceLock<String>,
}

/// What the registry of statements holds.
pub struct Registered(pub &'static Sql);

inventory::collect!(Registered);

/// Makes a statement and registers it.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {{
        static STATEMENT: $crate::Sql =
            $crate::Sql { text: $text, file: file!(), line: line!(), sqlite: ::std::sync::OnceLock::new() };
        $crate::inventory::submit! { $crate::Registered(&STATEMENT) }
        &STATEMENT
    }};
}

impl Sql {
    /// SQLite counts `?1`, PostgreSQL counts `$1`.
    pub(crate) fn for_sqlite(&self) -> &str {
        self.sqlite.get_or_init(|| self.text.replace('$', "?"))
    }
}

impl crate::Store {
    /// Prepares every statement that the program contains and says how many; the error names the first that
    /// does not fit the tables.
    pub fn prepare_all(&self) -> Result<usize, String> {
        let mut count = 0;
        for Registered(sql) in inventory::iter::<Registered> {
            let prepared = self.with_reader(|reader| reader.check(sql));
            prepared.map_err(|error| format!("{}:{}: {error}", sql.file, sql.line))?;
            count += 1;
        }
        Ok(count)
    }
}
