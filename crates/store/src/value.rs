//! Values in and out of statements: text, 64-bit integers, blobs, booleans and null.

use crate::{Result, StoreError};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Blob(&'a [u8]),
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}
impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Value::Int(yes.into())
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
pub struct Row<'r>(pub(crate) &'r rusqlite::Row<'r>);

impl Row<'_> {
    pub fn int(&self, column: usize) -> Result<i64> {
        Ok(self.0.get(column)?)
    }
    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>> {
        Ok(self.0.get(column)?)
    }
    pub fn flag(&self, column: usize) -> Result<bool> {
        Ok(self.int(column)? != 0)
    }
    pub fn text(&self, column: usize) -> Result<String> {
        Ok(self.0.get(column)?)
    }
    pub fn text_ref(&self, column: usize) -> Result<&str> {
        self.0.get_ref(column)?.as_str().map_err(|_| StoreError::Damaged("a text column"))
    }
    pub fn blob(&self, column: usize) -> Result<Vec<u8>> {
        Ok(self.0.get(column)?)
    }
    pub fn maybe_blob(&self, column: usize) -> Result<Option<Vec<u8>>> {
        Ok(self.0.get(column)?)
    }
    pub fn blob_ref(&self, column: usize) -> Result<&[u8]> {
        self.0.get_ref(column)?.as_blob().map_err(|_| StoreError::Damaged("a blob column"))
    }
    pub fn bytes<const N: usize>(&self, column: usize) -> Result<[u8; N]> {
        self.blob_ref(column)?.try_into().map_err(|_| StoreError::Damaged("a fixed-length column"))
    }
    pub fn id<T>(&self, column: usize, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        read(self.text_ref(column)?).ok_or(StoreError::Damaged("an id column"))
    }
    pub fn maybe_id<T>(&self, column: usize, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        let text: Option<String> = self.0.get(column)?;
        text.map(|t| read(&t).ok_or(StoreError::Damaged("an id column"))).transpose()
    }
}
