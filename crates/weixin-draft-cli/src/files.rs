//! Which files the arguments of `check` name.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, glob_with};
use ignore::WalkBuilder;

use crate::input::Input;

/// A file to be checked.
pub(crate) struct Found {
    pub(crate) input: Input,
    /// Whether an argument names it; otherwise it was found in a directory.
    pub(crate) is_named: bool,
}

/// The inputs that the arguments name: of a directory, the wanted files in it and
/// below it, without hidden ones and those that a `.gitignore` excludes; of a pattern,
/// what it matches; each in the order of names. What names nothing stays as it is, so
/// that reading it says so. A file that several of them name is there once.
pub(crate) fn expand(arguments: Vec<PathBuf>, is_wanted: &dyn Fn(&Path) -> bool) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut known: HashMap<PathBuf, usize> = HashMap::new();
    for found in arguments.into_iter().flat_map(|argument| expand_one(argument, is_wanted)) {
        if let Input::File(path) = &found.input {
            let real = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
            let next = all.len();
            let at = *known.entry(real).or_insert(next);
            if at < next {
                all[at].is_named |= found.is_named;
                continue;
            }
        }
        all.push(found);
    }
    all
}

fn expand_one(argument: PathBuf, is_wanted: &dyn Fn(&Path) -> bool) -> Vec<Found> {
    let (found, is_named) = if argument.is_dir() {
        (below(&argument, is_wanted), false)
    } else if argument == Path::new("-") || argument.exists() {
        (Vec::new(), true)
    } else {
        (matches(&argument.to_string_lossy()), true)
    };
    if found.is_empty() {
        return vec![Found { input: Input::of_argument(argument), is_named: true }];
    }
    found.into_iter().map(|path| Found { input: Input::File(path), is_named }).collect()
}

fn below(directory: &Path, is_wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
    let walk = WalkBuilder::new(directory)
        // A directory need not be a repository to have a .gitignore.
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .build();
    let files = walk.filter_map(Result::ok).map(ignore::DirEntry::into_path);
    let wanted = files.filter(|path| path.is_file() && is_wanted(path));
    // Of the working directory, without ./ before every name.
    wanted.map(|path| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)).collect()
}

fn matches(pattern: &str) -> Vec<PathBuf> {
    // As shells do: a leading dot hides a file.
    let options = MatchOptions { require_literal_leading_dot: true, ..MatchOptions::new() };
    let paths = glob_with(pattern, options).into_iter().flatten().filter_map(Result::ok);
    paths.filter(|path| path.is_file()).collect()
}

/// Whether a file is called as one with one request a line.
pub(crate) fn is_ndjson(path: &Path) -> bool {
    if has_ending(path, &["gz", "zst"]) {
        return path.file_stem().is_some_and(|stem| is_ndjson(Path::new(stem)));
    }
    has_ending(path, &["ndjson", "jsonl"])
}

/// Whether a file is called as an HTML file.
pub(crate) fn is_html(path: &Path) -> bool {
    has_ending(path, &["html", "htm"])
}

/// Whether a file is called as a JSON file.
pub(crate) fn is_json(path: &Path) -> bool {
    has_ending(path, &["json"])
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}
