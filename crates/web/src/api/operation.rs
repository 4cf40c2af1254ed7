//! What programs can ask for: each operation is declared once, with its route, what it takes and gives, and a sample
//! of both. The router and the document that is served are made of the same table.

use crate::app::App;
use crate::routes::{Handler, act_json, page_json, remove_json};
use axum::routing::MethodRouter;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Get,
    Post,
    Delete,
}

type Describe = fn(&mut SchemaGenerator) -> Schema;

/// What an operation takes.
pub enum Taken {
    /// JSON, with a sample, and whether the sample is what the handler reads.
    Json {
        schema: Describe,
        sample: Value,
        reads: fn(&Value) -> Result<(), String>,
    },
    File,
}

/// What an operation answers when it goes well.
pub enum Given {
    Json { schema: Describe, sample: Value },
    File(&'static [&'static str]),
    Nothing,
}

pub struct Parameter {
    pub name: &'static str,
    pub says: &'static str,
    pub schema: Value,
}

pub struct Operation {
    pub verb: Verb,
    pub path: &'static str,
    pub served: Served,
    pub summary: &'static str,
    pub details: &'static str,
    pub is_open: bool,
    pub parameters: Vec<Parameter>,
    pub takes: Option<Taken>,
    pub gives: Vec<(u16, Given)>,
    /// Refusals beside those that follow from the rest.
    pub also_refuses: Vec<u16>,
}

/// What serves an operation.
#[derive(Clone, Copy)]
pub enum Served {
    Handler(Handler),
    /// It may wait for long, and holds no thread meanwhile.
    Waiting(fn() -> MethodRouter<App>),
}

pub fn get(path: &'static str, handler: Handler, summary: &'static str) -> Operation {
    Operation::new(Verb::Get, path, Served::Handler(handler), summary)
}

pub fn post(path: &'static str, handler: Handler, summary: &'static str) -> Operation {
    Operation::new(Verb::Post, path, Served::Handler(handler), summary)
}

pub fn delete(path: &'static str, handler: Handler, summary: &'static str) -> Operation {
    Operation::new(Verb::Delete, path, Served::Handler(handler), summary)
}

/// An operation to be read that waits until there is something to read.
pub fn wait(path: &'static str, route: fn() -> MethodRouter<App>, summary: &'static str) -> Operation {
    Operation::new(Verb::Get, path, Served::Waiting(route), summary)
}

impl Operation {
    fn new(verb: Verb, path: &'static str, served: Served, summary: &'static str) -> Operation {
        Operation {
            verb,
            path,
            served,
            summary,
            details: "",
            is_open: false,
            parameters: Vec::new(),
            takes: None,
            gives: Vec::new(),
            also_refuses: Vec::new(),
        }
    }

    pub fn route(&self) -> MethodRouter<App> {
        match (self.served, self.verb) {
            (Served::Waiting(route), _) => route(),
            (Served::Handler(handler), Verb::Get) => page_json(handler),
            (Served::Handler(handler), Verb::Post) => act_json(handler),
            (Served::Handler(handler), Verb::Delete) => remove_json(handler),
        }
    }

    pub fn details(mut self, details: &'static str) -> Self {
        self.details = details;
        self
    }

    /// Needs no token.
    pub fn open(mut self) -> Self {
        self.is_open = true;
        self
    }

    /// A parameter of the address.
    pub fn asks(mut self, name: &'static str, schema: Value, says: &'static str) -> Self {
        self.parameters.push(Parameter { name, says, schema });
        self
    }

    /// Answers page by page.
    pub fn in_pages(self, most: usize) -> Self {
        self.asks("cursor", json!({ "type": "string" }), "`next` of the page before; nothing for the first page.").asks(
            "take",
            json!({ "type": "integer", "minimum": 1, "maximum": most }),
            "How many at the most.",
        )
    }

    pub fn takes<T: DeserializeOwned + JsonSchema>(mut self, sample: Value) -> Self {
        let reads = |sample: &Value| T::deserialize(sample).map(|_| ()).map_err(|error| error.to_string());
        self.takes = Some(Taken::Json { schema: |schemas| schemas.subschema_for::<T>(), sample, reads });
        self
    }

    pub fn takes_file(mut self) -> Self {
        self.takes = Some(Taken::File);
        self
    }

    /// The sample is made of the type that the handler answers with.
    pub fn gives<T: Serialize + JsonSchema>(mut self, status: u16, sample: T) -> Self {
        let sample = serde_json::to_value(sample).expect("what is answered is JSON");
        self.gives.push((status, Given::Json { schema: |schemas| schemas.subschema_for::<T>(), sample }));
        self
    }

    pub fn gives_file(mut self, kinds: &'static [&'static str]) -> Self {
        self.gives.push((200, Given::File(kinds)));
        self
    }

    pub fn gives_nothing(mut self) -> Self {
        self.gives.push((204, Given::Nothing));
        self
    }

    pub fn refuses(mut self, also: &[u16]) -> Self {
        self.also_refuses.extend(also);
        self
    }

    /// Every status with which this operation may refuse.
    pub fn refusals(&self) -> Vec<u16> {
        // Whoever asks too much is told when to come again; a full disk and a lost database server can meet anybody.
        let mut all = vec![429, 503, 507];
        all.extend(&self.also_refuses);
        if !self.is_open {
            all.extend([401, 403]);
        }
        if !self.parameters.is_empty() {
            all.extend([400, 414]);
        }
        if self.path.contains('{') {
            all.push(404);
        }
        if self.verb == Verb::Post {
            all.extend([400, 413, 415]);
        }
        if self.takes.is_some() {
            all.push(422);
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}
