//! One way to give a closed set of values its stable words.

/// Gives an enum without data `ALL`, `key` and `from_key`: the words that stand in the database, in forms and
/// files, and at the end of catalogue keys.
#[macro_export]
macro_rules! keys {
    ($type:ident { $($variant:ident = $key:literal),* $(,)? }) => {
        impl $type {
            pub const ALL: &'static [$type] = &[$($type::$variant),*];
            /// The stable word for this value in the database, in forms, files and message catalogues.
            pub const fn key(self) -> &'static str {
                match self { $($type::$variant => $key),* }
            }
            pub fn from_key(key: &str) -> Option<$type> {
                match key { $($key => Some($type::$variant),)* _ => None }
            }
        }
    };
}
