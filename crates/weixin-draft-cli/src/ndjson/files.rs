//! Which files an argument names.

use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern, glob_with};

use crate::input::Input;

/// What files with one request a line are called; `.gz` or `.zst` may follow.
const ENDINGS: [&str; 2] = ["ndjson", "jsonl"];

/// The inputs that the arguments name: of a directory, all NDJSON files in it
/// and below it, of a pattern, what it matches, each in the order of names. What
/// names nothing stays as it is, so that reading it says so.
pub(crate) fn expand(arguments: Vec<PathBuf>) -> Vec<Input> {
    arguments.into_iter().flat_map(expand_one).collect()
}

fn expand_one(argument: PathBuf) -> Vec<Input> {
    let found = if argument.is_dir() {
        let below = format!("{}/**/*", Pattern::escape(&argument.to_string_lossy()));
        matches(&below, is_ndjson)
    } else if argument == Path::new("-") || argument.exists() {
        Vec::new()
    } else {
        matches(&argument.to_string_lossy(), |_| true)
    };
    if found.is_empty() { vec![Input::of_argument(argument)] } else { found }
}

fn matches(pattern: &str, is_wanted: impl Fn(&Path) -> bool) -> Vec<Input> {
    // As shells do: a leading dot hides a file.
    let options = MatchOptions { require_literal_leading_dot: true, ..MatchOptions::new() };
    let paths = glob_with(pattern, options).into_iter().flatten().filter_map(Result::ok);
    paths.filter(|path| path.is_file() && is_wanted(path)).map(Input::File).collect()
}

fn is_ndjson(path: &Path) -> bool {
    let is = |path: &Path, endings: &[&str]| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| endings.contains(&ending.as_str()))
    };
    if is(path, &["gz", "zst"]) {
        return path.file_stem().is_some_and(|stem| is(Path::new(stem), &ENDINGS));
    }
    is(path, &ENDINGS)
}
