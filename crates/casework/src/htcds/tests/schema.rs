//! The JSON Schema of our document is made from the standard's own table, and what we write fits it.

use super::*;
use crate::captivity::{By, What};
use serde_json::{Map, Value};

const FILE: &str = include_str!("../../../../../data/standards/htcds-2.0.schema.json");

/// The type of a field as JSON Schema says it; fields that the program writes have one form, not two.
fn of_field(field: &standard::Standard) -> Value {
    let codes = || match field.values.is_empty() {
        true if field.code_system.contains("3166") => json!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
        true if field.code_system.contains("639") => json!({ "type": "string", "pattern": "^[a-z]{2,3}$" }),
        true => json!({ "type": "string" }),
        false => json!({ "type": "string", "enum": field.values }),
    };
    match field.kind.as_str() {
        "Checkbox" => json!({ "type": "boolean" }),
        "Number" => json!({ "type": "number" }),
        "Date" => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        "Multiselect Picklist" => json!({ "type": "array", "items": codes() }),
        _ if field.name.ends_with("Phone") => json!({ "type": "string", "pattern": "^\\+?[1-9]\\d{1,14}$" }),
        _ => codes(),
    }
}

fn values(of: Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn facts() -> Value {
    let text = || json!({ "type": "string" });
    let words = |words: Vec<&str>| json!({ "type": "string", "enum": words });
    let paper = json!({
        "type": "object",
        "required": ["kind", "status"],
        "properties": {
            "kind": words(PaperKind::ALL.iter().map(|kind| kind.key()).collect()),
            "status": words(PaperStatus::ALL.iter().map(|status| status.key()).collect()),
            "number": text(),
        },
        "additionalProperties": false,
    });
    let mut properties = Map::new();
    for field in extension::fields() {
        let value = match field {
            Field::Names | Field::Contacts => values(text()),
            Field::Nationalities => values(json!({ "type": "string", "pattern": "^[A-Z]{3}$" })),
            Field::Languages => values(json!({ "type": "string", "pattern": "^[a-z]{2,3}$" })),
            Field::Papers => values(paper.clone()),
            Field::Sex => words(Sex::ALL.iter().map(|sex| sex.key()).collect()),
            Field::Consent => words(Consent::ALL.iter().map(|consent| consent.key()).collect()),
            Field::Sign(_) => json!({ "type": "boolean" }),
            Field::Happened => happened(),
            _ => text(),
        };
        properties.insert(field.key().to_owned(), values(value));
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn happened() -> Value {
    let text = || json!({ "type": "string" });
    let number = || json!({ "type": "number" });
    let words = |words: Vec<&str>| json!({ "type": "string", "enum": words });
    json!({
        "type": "object",
        "required": ["what"],
        "properties": {
            "what": words(What::ALL.iter().map(|what| what.key()).collect()),
            "hte_Type": of_field(standard::field("hte_Type").unwrap()),
            "hte_Date": of_field(standard::field("hte_Date").unwrap()),
            "hte_City": text(), "hte_Country": text(), "hte_Description": text(),
            "from": text(), "until": text(), "country": text(),
            "by": words(By::ALL.iter().map(|by| by.key()).collect()),
            "amount": number(), "currency": text(), "people": number(),
            "struck": { "type": "boolean" },
        },
        "additionalProperties": false,
    })
}

fn schema() -> Value {
    let mut record: Map<String, Value> =
        standard::fields().iter().map(|field| (field.name.clone(), of_field(field))).collect();
    record.insert(
        extension::NAME.to_owned(),
        json!({
            "type": "object",
            "required": ["id", "facts"],
            "properties": { "id": { "type": "string" }, "facts": facts() },
            "additionalProperties": false,
        }),
    );
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Cases in HTCDS 2.0 with the extension x_safeconduct, version 1",
        "description": "Field names and codes: Human Trafficking Case Data Standard 2.0, IOM, CC BY 4.0; no endorsement by IOM. Values of a field in facts are those that nobody has replaced, oldest first.",
        "type": "object",
        "required": ["standard", "version", "records"],
        "properties": {
            "standard": { "type": "string", "enum": ["HTCDS"] },
            "version": { "type": "string", "enum": ["2.0"] },
            "organization": {
                "type": "object",
                "properties": { "org_Name": { "type": "string" } },
                "additionalProperties": false,
            },
            "records": { "type": "array", "items": { "type": "object", "properties": record, "additionalProperties": false } },
            extension::NAME: {
                "type": "object",
                "required": ["version", "registry", "compartments"],
                "properties": {
                    "version": { "type": "number", "enum": [extension::VERSION] },
                    "registry": { "type": "string" },
                    "compartments": values(json!({ "type": "string", "enum": ["identity", "journey", "care", "protection"] })),
                },
                "additionalProperties": false,
            },
        },
        "additionalProperties": false,
    })
}

/// The few words of JSON Schema that ours uses, as far as no expression is needed.
fn check(schema: &Value, value: &Value, at: &str) -> std::result::Result<(), String> {
    let right = match schema["type"].as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        kind => return Err(format!("{at}: {kind}?")),
    };
    let listed = schema.get("enum").is_none_or(|allowed| allowed.as_array().unwrap().contains(value));
    if !right || !listed {
        return Err(at.to_owned());
    }
    for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        value.get(name.as_str().unwrap()).ok_or_else(|| format!("{at}: lacks {name}"))?;
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        let of = schema["properties"].get(name).ok_or_else(|| format!("{at}.{name} is not in the standard"))?;
        check(of, inner, &format!("{at}.{name}"))?;
    }
    for inner in value.as_array().into_iter().flatten() {
        check(&schema["items"], inner, &format!("{at}[]"))?;
    }
    Ok(())
}

#[test]
fn the_schema_in_the_file_is_made_from_the_standard() {
    assert_eq!(serde_json::from_str::<Value>(FILE).unwrap(), schema(), "\n{:#}", schema());
}

#[test]
fn what_goes_out_fits_the_schema_and_what_is_not_official_does_not() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let odd = Arrival {
        sex: Some(Sex::Other),
        birth: Some(Birth::Year(2001)),
        nationalities: vec![Country::from_iso3("XXA").unwrap(), Country::from_iso3("KEN").unwrap()],
        languages: ["yue", "sw", "en"].map(|code| Language::from_code(code).unwrap()).into(),
        contacts: vec!["012 345 678".into(), "saba@example.org".into()],
        ..hanna()
    };
    for arrival in [hanna(), odd, Arrival::default()] {
        house.run(&mut keys, |cx| register(cx, arrival, Origin::Card, None)).unwrap();
    }
    let mut out = written(&mut house, &mut keys, &Wanted { protection: true, ..Wanted::default() });
    check(&schema(), &out, "document").unwrap();
    assert_eq!(out["records"][1]["prs_Citizenship"], json!(["KE"]));
    assert_eq!(out["records"][1]["prs_PrimaryLanguage"], "sw");
    out["records"][0]["prs_First_Name"] = json!("Hanna");
    assert!(check(&schema(), &out, "document").is_err());
}

/// 84 fields, and the slips that the standard is known for.
#[test]
fn the_copy_of_the_standard_is_whole() {
    assert_eq!(standard::fields().len(), 84);
    let codes = |name: &str| &standard::field(name).unwrap().values;
    assert!(codes("vic_RelationshipToTrafficker").iter().any(|code| code == "Unaquainted"));
    assert_eq!(codes("vic_MethodsOfControl").len(), 16);
    assert!(!codes("vic_MethodsOfControl").iter().any(|code| code == "RestrictsMovement"));
    assert!(standard::field("vic_MethodsOfControl").unwrap().check(&json!(["RestrictsMovement"])).is_ok());
    assert!(standard::field("vic_MethodsOfControl").unwrap().check(&json!(["Charm"])).is_err());
}
