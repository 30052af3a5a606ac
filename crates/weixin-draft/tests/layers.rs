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

/// What a text names after `crate::`: a layer, or what hides one, such as a re-export of
/// the crate's root or a brace.
fn imported(text: &str) -> Vec<String> {
    let after = text.split("crate::").skip(1);
    let name = |rest: &str| {
        rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
    };
    after.map(name).collect()
}

/// Whether `super` is written so often that the path leaves the folder of the layer.
fn leaves_its_layer(line: &str, file: &Path) -> bool {
    let inside = file.strip_prefix(source()).unwrap();
    let is_folder = file.file_name().is_some_and(|name| name == "mod.rs");
    let depth = inside.components().count() - usize::from(is_folder);
    line.contains(&"super::".repeat(depth))
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
        // Tests, which end a file, may use the whole crate.
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            if leaves_its_layer(line, file) {
                wrong.push(format!("{}: {line}: write crate:: and the layer", file.display()));
            }
            for target in imported(line) {
                match rank(&target) {
                    Some(other) if other <= own => arrows += usize::from(other != own),
                    Some(_) => wrong.push(format!("{}: {target} is above", file.display())),
                    None => wrong.push(format!("{}: {line}: name the layer", file.display())),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "these imports do not point down:\n{}", wrong.join("\n"));
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
