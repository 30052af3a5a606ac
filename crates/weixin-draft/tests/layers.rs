//! The folders of the core are layers: each imports from those below it alone.

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom to the top; ARCHITECTURE.md says what each is.
const LAYERS: [&str; 13] = [
    "near_name",
    "json",
    "report",
    "errcode",
    "crop",
    "address",
    "html",
    "request",
    "rules",
    "model",
    "check",
    "endpoint",
    "schema",
];

fn source() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The layer of a file: its folder, or its own name beside `lib.rs`.
fn layer_of(file: &Path) -> String {
    let inside = file.strip_prefix(source()).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that a text names as `crate::module`.
fn imported(text: &str) -> Vec<String> {
    let after = text.split("crate::").skip(1);
    let name = |rest: &str| {
        rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
    };
    after.map(name).collect()
}

#[test]
fn imports_point_down() {
    let mut files = Vec::new();
    rust_files(&source(), &mut files);
    let rank = |layer: &str| LAYERS.iter().position(|name| *name == layer);
    let mut wrong = Vec::new();
    let mut arrows = 0;
    for file in &files {
        let layer = layer_of(file);
        if layer == "lib" {
            continue;
        }
        let own = rank(&layer).unwrap_or_else(|| panic!("{layer} is in no layer"));
        let text = fs::read_to_string(file).unwrap();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for target in lines.flat_map(imported) {
            let Some(other) = rank(&target) else { continue };
            arrows += usize::from(other != own);
            if other > own {
                wrong.push(format!("{}: {target}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "these imports point up:\n{}", wrong.join("\n"));
    assert!(arrows > 100, "{arrows} imports were found");
}

#[test]
fn every_layer_is_described() {
    let architecture = source().join("../../../ARCHITECTURE.md");
    let text = fs::read_to_string(architecture).unwrap();
    for layer in LAYERS {
        assert!(text.contains(&format!("`{layer}`")), "ARCHITECTURE.md does not name {layer}");
    }
}
