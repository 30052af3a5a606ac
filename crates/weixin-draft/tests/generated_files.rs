//! The generated files of the repository are what the library generates: the
//! schemas, the tables as data, and the tables in the documentation.
//!
//! This command writes them anew after a change:
//!
//! ```text
//! WEIXIN_DRAFT_WRITE=1 cargo test -p weixin-draft --test generated_files
//! ```
#![cfg(feature = "schema")]

mod support;
mod tables;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use entities::{Codepoints, ENTITIES, Entity};
use serde_json::Value;
use weixin_draft::{Language, SchemaDraft, SchemaKind, json_schema, llm_schema, openapi};

/// The documents of `schema/` that describe others: their names and their texts.
fn schemas() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut add = |name: &str, document: &Value| {
        let text = serde_json::to_string_pretty(document).unwrap();
        files.push((format!("schema/{name}.json"), text + "\n"));
    };
    for kind in SchemaKind::ALL {
        for draft in SchemaDraft::ALL {
            let suffix = if draft == SchemaDraft::Draft7 { ".draft-07" } else { "" };
            add(&format!("{}{suffix}", kind.as_str()), &json_schema(kind, draft));
        }
    }
    add("request.llm", &llm_schema());
    add("openapi", &openapi());
    files
}

fn is_document(name: &str) -> bool {
    name.starts_with("schema/")
}

/// The named character references of HTML, as the core reads them.
fn named_references() -> String {
    let is_legacy = |name: &str| ENTITIES.iter().any(|other| other.entity == name);
    let line = |entity: &Entity| {
        let name = entity.entity.strip_suffix(';')?;
        let separator = if is_legacy(name) { ',' } else { ' ' };
        let meaning = match entity.codepoints {
            Codepoints::Single(one) => format!("{one:X}"),
            Codepoints::Double(one, two) => format!("{one:X} {two:X}"),
        };
        Some(format!("{}{separator}{meaning}\n", &name[1..]))
    };
    ENTITIES.iter().filter_map(line).collect()
}

/// Every generated file, by its path in the repository.
fn generated() -> Vec<(String, String)> {
    let mut files = schemas();
    let tables = [
        ("crates/weixin-draft/src/html/named_references.txt", named_references()),
        ("schema/rules.json", tables::rules_json()),
        ("schema/errcodes.json", tables::errcodes_json()),
        ("crates/weixin-draft-cli/src/commands/rules/examples.json", tables::rule_examples_json()),
        ("docs/rules.md", tables::rules_page(Language::English)),
        ("docs/rules.zh-CN.md", tables::rules_page(Language::Chinese)),
        ("docs/errcodes.md", tables::errcodes_page(Language::English)),
        ("docs/errcodes.zh-CN.md", tables::errcodes_page(Language::Chinese)),
    ];
    files.extend(tables.map(|(name, text)| (name.to_owned(), text)));
    files
}

#[test]
fn files_are_what_the_library_generates() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let write = env::var_os("WEIXIN_DRAFT_WRITE").is_some_and(|value| value == "1");
    for (name, text) in generated() {
        let path = root.join(&name);
        if write {
            fs::write(&path, &text).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed.replace("\r\n", "\n") == text,
            "{name} is out of date: run WEIXIN_DRAFT_WRITE=1 cargo test -p weixin-draft --test generated_files"
        );
    }
}

#[test]
fn every_fix_has_an_example_in_the_vectors() {
    assert_eq!(tables::fixes_without_example(), []);
}

#[test]
fn every_id_is_the_address_of_its_file() {
    let mut ids = BTreeSet::new();
    let data = generated().into_iter().filter(|(name, _)| is_document(name));
    for (name, text) in data {
        let document: Value = serde_json::from_str(&text).unwrap();
        // OpenAPI knows no `$id`.
        let member = if name.ends_with("/openapi.json") { "x-id" } else { "$id" };
        let id = document[member].as_str().unwrap().to_owned();
        let (version, name) = (weixin_draft::SCHEMA_VERSION, name.trim_start_matches("schema/"));
        assert_eq!(id, format!("https://weixin-draft.github.io/schema/v{version}/{name}"));
        assert!(ids.insert(id));
    }
}

#[test]
fn no_other_data_stands_beside_them() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    let generated: BTreeSet<String> = generated().into_iter().map(|(name, _)| name).collect();
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if is_document(&name) {
            assert!(generated.contains(&format!("schema/{name}")), "{name} is not generated");
        }
    }
}
