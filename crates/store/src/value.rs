//! Values in and out of statements: text, 64-bit integers, blobs, booleans and null.

use crate::{Result, StoreError};
use postgres::types::{FromSql, IsNull, ToSql as ToPostgres, Type, private::BytesMut, to_sql_checked};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use std::error::Error;

#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Flag(bool),
    Text(&'a str),
    Blob(&'a [u8]),
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(number),
            Value::Flag(yes) => ValueRef::Integer(yes.into()),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl ToPostgres for Value<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> std::result::Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) => number.to_sql_checked(kind, out),
            Value::Flag(yes) => yes.to_sql_checked(kind, out),
            Value::Text(text) => text.to_sql_checked(kind, out),
            Value::Blob(bytes) => bytes.to_sql_checked(kind, out),
        }
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    to_sql_checked!();
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}
impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Value::Flag(yes)
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(text)
    }
}
impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Value::Blob(bytes)
    }
}
impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Value::Blob(bytes)
    }
}
impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Value::Blob(bytes)
    }
}
impl<'a, T> From<Option<T>> for Value<'a>
where
    Value<'a>: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Value::from)
    }
}

/// One row of an answer; columns count from 0.
pub enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r postgres::Row),
}

impl Row<'_> {
    pub fn int(&self, column: usize) -> Result<i64> {
        self.get(column)
    }
    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>> {
        self.get(column)
    }
    pub fn flag(&self, column: usize) -> Result<bool> {
        self.get(column)
    }
    pub fn text(&self, column: usize) -> Result<String> {
        self.get(column)
    }
    pub fn text_ref(&self, column: usize) -> Result<&str> {
        let text: Option<&str> = match self {
            Row::Sqlite(row) => row.get_ref(column)?.as_str().ok(),
            Row::Postgres(row) => row.try_get(column).ok(),
        };
        text.ok_or(StoreError::Damaged("a text column"))
    }
    pub fn blob(&self, column: usize) -> Result<Vec<u8>> {
        self.get(column)
    }
    pub fn maybe_blob(&self, column: usize) -> Result<Option<Vec<u8>>> {
        self.get(column)
    }
    pub fn blob_ref(&self, column: usize) -> Result<&[u8]> {
        let bytes: Option<&[u8]> = match self {
            Row::Sqlite(row) => row.get_ref(column)?.as_blob().ok(),
            Row::Postgres(row) => row.try_get(column).ok(),
        };
        bytes.ok_or(StoreError::Damaged("a blob column"))
    }
    pub fn bytes<const N: usize>(&self, column: usize) -> Result<[u8; N]> {
        self.blob_ref(column)?.try_into().map_err(|_| StoreError::Damaged("a fixed-length column"))
    }
    pub fn id<T>(&self, column: usize, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        read(self.text_ref(column)?).ok_or(StoreError::Damaged("an id column"))
    }
    pub fn maybe_id<T>(&self, column: usize, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        let text: Option<String> = self.get(column)?;
        text.map(|t| read(&t).ok_or(StoreError::Damaged("an id column"))).transpose()
    }

    fn get<T: rusqlite::types::FromSql + for<'a> FromSql<'a>>(&self, column: usize) -> Result<T> {
        match self {
            Row::Sqlite(row) => Ok(row.get(column)?),
            Row::Postgres(row) => Ok(row.try_get(column)?),
        }
    }
}
