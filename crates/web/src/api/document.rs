//! The document that describes the interface for programs (OpenAPI 3.1), made of the operations themselves.

use super::operation::{Given, Operation, Taken, Verb};
use super::{Refusal, UNDER, operations};
use crate::routes::Answer;
use crate::visit::Visit;
use axum::http::header;
use axum::response::IntoResponse;
use schemars::generate::{Contract, SchemaSettings};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static DOCUMENT: LazyLock<String> = LazyLock::new(document);

pub fn show(_: &Visit) -> Answer {
    Ok(([(header::CONTENT_TYPE, "application/json")], DOCUMENT.as_str()).into_response())
}

/// The text of the document, the same for the same operations.
pub fn document() -> String {
    let schemas = |contract: Contract| {
        let path = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "/components/schemas".into();
            settings.meta_schema = None;
            settings.contract = contract;
        });
        path.into_generator()
    };
    let (mut taken, mut given) = (schemas(Contract::Deserialize), schemas(Contract::Serialize));
    let mut paths = Map::new();
    for operation in operations() {
        let verb = match operation.verb {
            Verb::Get => "get",
            Verb::Post => "post",
            Verb::Delete => "delete",
        };
        let path = paths.entry(format!("{UNDER}{}", operation.path)).or_insert_with(|| json!({}));
        path[verb] = described(&operation, &mut taken, &mut given);
    }
    let refusal = Refusal::json_schema(&mut given);
    let mut all = given.take_definitions(true);
    all.insert("Refusal".to_owned(), refusal.into());
    all.append(&mut taken.take_definitions(true));
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Safeconduct",
            "version": "1",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
            "description": "A case registry for survivors of trafficking. Words are stable, sentences are for people. \
                            Answers hold names in clear: keep none. Every reading and every refusal is on the record.",
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": all,
            "securitySchemes": { "token": {
                "type": "http",
                "scheme": "bearer",
                "description": "What `sign-in` answered, or the secret of an integration.",
            } },
        },
    });
    serde_json::to_string_pretty(&document).expect("a document is JSON") + "\n"
}

fn described(operation: &Operation, taken: &mut SchemaGenerator, given: &mut SchemaGenerator) -> Value {
    let in_path = operation.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let in_path =
        in_path.map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }));
    let asked = operation
        .parameters
        .iter()
        .map(|asked| json!({ "name": asked.name, "in": "query", "description": asked.says, "schema": asked.schema }));
    let mut answers = Map::new();
    for (status, gives) in &operation.gives {
        answers.insert(status.to_string(), answer(gives, given));
    }
    for status in operation.refusals() {
        answers.insert(status.to_string(), refusal(status));
    }
    let mut described = json!({
        "operationId": operation_id(operation),
        "summary": operation.summary,
        "tags": [operation.path.split('/').nth(1).unwrap_or_default()],
        "parameters": in_path.chain(asked).collect::<Vec<_>>(),
        "responses": answers,
        "security": if operation.is_open { json!([]) } else { json!([{ "token": [] }]) },
    });
    if !operation.details.is_empty() {
        described["description"] = operation.details.into();
    }
    if let Some(takes) = &operation.takes {
        described["requestBody"] = json!({ "required": true, "content": match takes {
            Taken::Json { schema, sample, .. } => {
                json!({ "application/json": { "schema": schema(taken), "example": sample } })
            }
            Taken::File => json!({ "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } }),
        } });
    }
    described
}

fn answer(given: &Given, schemas: &mut SchemaGenerator) -> Value {
    match given {
        Given::Json { schema, sample } => json!({
            "description": "It went well.",
            "content": { "application/json": { "schema": schema(schemas), "example": sample } },
        }),
        Given::File(kinds) => {
            let binary = json!({ "schema": { "type": "string", "format": "binary" } });
            let kinds: Map<String, Value> = kinds.iter().map(|kind| ((*kind).to_owned(), binary.clone())).collect();
            json!({ "description": "A file.", "content": kinds })
        }
        Given::Nothing => json!({ "description": "It is done." }),
    }
}

fn refusal(status: u16) -> Value {
    let (says, error) = match status {
        400 => ("What was sent is no JSON, or a parameter of the address cannot be read.", "malformed"),
        401 => ("Nobody is signed in with this token, or no longer.", "sign-in-needed"),
        403 => ("The role or the integration does not include this; the attempt is on the record.", "refused"),
        404 => ("There is no such thing, or it is not open to you.", "not-found"),
        409 => ("This stands in the way of something that is there already.", "id-taken"),
        413 => ("It is larger than what is taken in.", "too-large"),
        414 => ("The address is longer than 2,048 characters.", "address-too-long"),
        415 => ("It is neither JSON nor a file, or not what is wanted here.", "unsupported"),
        422 => ("A field is unknown, missing, or its value cannot be taken.", "bad-value"),
        429 => (
            "Too much was asked in too short a time; `Retry-After` says in how many seconds to come again.",
            "too-many",
        ),
        503 => ("The team's cases are still being opened, or the server is busy; ask again in a moment.", "opening"),
        507 => ("The disk is full. Nothing was changed; reading goes on.", "disk-full"),
        _ => ("It did not work.", "machine"),
    };
    let sample = json!({ "error": error, "sentence": says });
    let schema = json!({ "$ref": "#/components/schemas/Refusal" });
    json!({ "description": says, "content": { "application/json": { "schema": schema, "example": sample } } })
}

/// "post-cases-case-facts"
fn operation_id(operation: &Operation) -> String {
    let verb = format!("{:?}", operation.verb).to_lowercase();
    let words = operation.path.split('/').map(|part| part.trim_matches(['{', '}'])).filter(|part| !part.is_empty());
    words.fold(verb, |id, word| format!("{id}-{}", word.trim_end_matches(".json")))
}
