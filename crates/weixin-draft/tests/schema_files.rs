//! The files of `schema/` are what the library generates.
//!
//! This command writes them anew after a change:
//!
//! ```text
//! WEIXIN_DRAFT_WRITE=1 cargo test -p weixin-draft --test schema_files
//! ```
#![cfg(feature = "schema")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, fs};

use weixin_draft::{SchemaDraft, SchemaKind, json_schema};

/// Every generated file: its name and its text.
fn generated() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for kind in SchemaKind::ALL {
        for draft in SchemaDraft::ALL {
            let suffix = if draft == SchemaDraft::Draft7 { ".draft-07" } else { "" };
            let text = serde_json::to_string_pretty(&json_schema(kind, draft)).unwrap();
            files.push((format!("{}{suffix}.json", kind.as_str()), text + "\n"));
        }
    }
    files
}

#[test]
fn files_are_what_the_library_generates() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    let write = env::var_os("WEIXIN_DRAFT_WRITE").is_some_and(|value| value == "1");
    for (name, text) in generated() {
        let path = folder.join(&name);
        if write {
            fs::write(&path, &text).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed.replace("\r\n", "\n") == text,
            "schema/{name} is out of date: run WEIXIN_DRAFT_WRITE=1 cargo test -p weixin-draft --test schema_files"
        );
    }
}

#[test]
fn every_id_is_the_address_of_its_file() {
    let mut ids = BTreeSet::new();
    for (name, text) in generated() {
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
        let id = schema["$id"].as_str().unwrap().to_owned();
        let version = weixin_draft::SCHEMA_VERSION;
        assert_eq!(id, format!("https://weixin-draft.github.io/schema/v{version}/{name}"));
        assert!(ids.insert(id));
    }
}
