//! The test vectors, as `tests/README.md` describes them.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

/// One case of a vector file.
#[allow(dead_code, reason = "not every test looks at everything")]
pub(crate) struct Case {
    /// The file's name without its ending: a rule's code, or `valid`.
    pub file: String,
    pub description: String,
    pub body: Vec<u8>,
    /// Code, level and path of each violation; no path means any.
    pub violations: Vec<(String, String, Option<String>)>,
    pub schema_valid: Option<bool>,
}

/// Every case of every file.
pub(crate) fn cases() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let document: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
            let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
            assert_eq!(document["rule"], name.as_str(), "the rule named in {}", file.display());
            let cases = document["cases"].as_array().unwrap();
            cases.iter().map(|case| read_case(&name, case)).collect::<Vec<_>>()
        })
        .collect()
}

fn read_case(file: &str, case: &Value) -> Case {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let violation = |violation: &Value| {
        (
            text(&violation["code"]),
            text(&violation["level"]),
            violation["path"].as_str().map(str::to_owned),
        )
    };
    Case {
        file: file.to_owned(),
        description: text(&case["description"]),
        body: body(case),
        violations: case["violations"].as_array().unwrap().iter().map(violation).collect(),
        schema_valid: case["schema_valid"].as_bool(),
    }
}

fn body(case: &Value) -> Vec<u8> {
    if let Some(base64) = case.get("base64") {
        return STANDARD.decode(base64.as_str().unwrap()).unwrap();
    }
    match case.get("text") {
        Some(Value::Array(parts)) => {
            let part = |part| expand(part).as_str().unwrap().to_owned();
            parts.iter().map(part).collect::<String>().into_bytes()
        }
        Some(text) => text.as_str().unwrap().as_bytes().to_vec(),
        None => serde_json::to_vec(&expand(&case["payload"])).unwrap(),
    }
}

fn expand(value: &Value) -> Value {
    match value {
        Value::Object(object) if object.contains_key("$repeat") => Value::String(repeated(object)),
        Value::Object(object) if object.contains_key("$repeat_item") => {
            Value::Array(vec![expand(&object["$repeat_item"]); times(object)])
        }
        Value::Object(object) => {
            object.iter().map(|(name, value)| (name.clone(), expand(value))).collect()
        }
        Value::Array(items) => items.iter().map(expand).collect(),
        other => other.clone(),
    }
}

fn repeated(object: &Map<String, Value>) -> String {
    let part = |name: &str| object.get(name).map_or("", |part| part.as_str().unwrap());
    format!("{}{}{}", part("prefix"), part("$repeat").repeat(times(object)), part("suffix"))
}

fn times(object: &Map<String, Value>) -> usize {
    usize::try_from(object["times"].as_u64().unwrap()).unwrap()
}
