//! From TOML to settings.

use std::collections::BTreeMap;

use globset::{GlobBuilder, GlobMatcher};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use weixin_draft::{Checker, Level};

use crate::file::{Contents, FileLevels};
use crate::problem::{Problem, Syntax};

/// A problem, and the byte where it is.
type Misplaced = (usize, Problem);

/// The keys of the file.
const KEYS: [&str; 6] =
    ["levels", "image_hosts", "strict", "lang", "drop_nulls", "per-file-levels"];

/// Names at least so similar are suggested; 1 is the same name.
const SIMILAR: f64 = 0.6;

type Value<'a> = Spanned<DeValue<'a>>;

/// Reads a settings file.
pub(crate) fn read(text: &str) -> Result<Contents, Misplaced> {
    let table = DeTable::parse(text).map_err(|error| not_toml(text, &error))?;
    let mut contents = Contents::default();
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        let wrong_type =
            |example| (value.span().start, Problem::WrongType { key: name.to_owned(), example });
        match name {
            "levels" => contents.settings.levels = levels(name, value)?,
            "image_hosts" => {
                let example = "[\"cdn.example.cn\"]";
                let DeValue::Array(hosts) = value.get_ref() else {
                    return Err(wrong_type(example));
                };
                for host in hosts {
                    let name = text_of(host).ok_or_else(|| wrong_type(example))?;
                    let refused = |error| (host.span().start, Problem::Host(error));
                    Checker::new().image_host(name).map_err(refused)?;
                    contents.settings.image_hosts.push(name.to_owned());
                }
            }
            "strict" => {
                contents.settings.strict = flag(value).ok_or_else(|| wrong_type("true"))?;
            }
            "drop_nulls" => {
                contents.settings.drop_nulls = flag(value).ok_or_else(|| wrong_type("true"))?;
            }
            "lang" => {
                let name = text_of(value).ok_or_else(|| wrong_type("\"zh\""))?;
                let unknown = |_error| (value.span().start, Problem::Language);
                let language = name.parse().map_err(unknown)?;
                contents.language = Some(language);
                contents.settings.language = language;
            }
            "per-file-levels" => {
                let example = "{ \"old/**\" = { title_long = \"off\" } }";
                let DeValue::Table(patterns) = value.get_ref() else {
                    return Err(wrong_type(example));
                };
                // In the order of the file, since later ones win.
                let mut patterns: Vec<_> = patterns.iter().collect();
                patterns.sort_by_key(|(pattern, _)| pattern.span().start);
                for (pattern, value) in patterns {
                    let text = pattern.get_ref().as_ref();
                    let no_pattern = (pattern.span().start, Problem::Pattern);
                    let levels = levels(&format!("\"{text}\""), value)?;
                    let pattern = glob(text).ok_or(no_pattern)?;
                    contents.per_file.push(FileLevels { pattern, levels });
                }
            }
            _ => {
                let unknown = Problem::UnknownKey { key: name.to_owned(), near: near(name) };
                return Err((key.span().start, unknown));
            }
        }
    }
    Ok(contents)
}

fn levels(key: &str, value: &Value<'_>) -> Result<BTreeMap<String, Level>, Misplaced> {
    let example = "{ title_long = \"off\" }";
    let DeValue::Table(table) = value.get_ref() else {
        let key = key.to_owned();
        return Err((value.span().start, Problem::WrongType { key, example }));
    };
    let mut levels = BTreeMap::new();
    for (code, value) in table {
        let name = code.get_ref().as_ref();
        let level = text_of(value).and_then(|level| level.parse().ok());
        let level: Level = level.ok_or((value.span().start, Problem::Level))?;
        Checker::new()
            .level(name, level)
            .map_err(|error| (code.span().start, Problem::Rule { code: name.to_owned(), error }))?;
        levels.insert(name.to_owned(), level);
    }
    Ok(levels)
}

fn text_of<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    if let DeValue::String(text) = value.get_ref() { Some(text) } else { None }
}

fn flag(value: &Value<'_>) -> Option<bool> {
    if let DeValue::Boolean(flag) = value.get_ref() { Some(*flag) } else { None }
}

fn glob(pattern: &str) -> Option<GlobMatcher> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build().ok()?;
    Some(glob.compile_matcher())
}

/// The key that a misspelt one was probably meant to be.
fn near(name: &str) -> Option<&'static str> {
    let plain = |name: &str| name.to_lowercase().replace(['_', '-'], "");
    let similarity = |key: &str| strsim::normalized_damerau_levenshtein(&plain(name), &plain(key));
    // Other tools call it so.
    if plain(name) == "language" {
        return Some("lang");
    }
    let (score, key) = KEYS
        .into_iter()
        .map(|key| (similarity(key), key))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (score >= SIMILAR).then_some(key)
}

/// What people write most when it is not TOML. The parser's own sentences are for
/// those who know the grammar, and English.
fn not_toml(text: &str, error: &toml::de::Error) -> Misplaced {
    let offset = error.span().map_or(0, |span| span.start);
    let rest = text.get(offset..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim();
    let before = text.get(..offset).unwrap_or_default().trim_end_matches([' ', '\t']);
    let syntax = if error.message().contains("duplicate key") {
        Syntax::DuplicateKey
    } else if before.ends_with('=') && (line.is_empty() || line.starts_with('#')) {
        Syntax::MissingValue
    } else if before.ends_with('=') && line.starts_with(char::is_alphabetic) {
        Syntax::MissingQuotes
    } else {
        Syntax::Other
    };
    (offset, Problem::Syntax(syntax))
}
