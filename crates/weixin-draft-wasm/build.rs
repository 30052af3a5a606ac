//! Makes copies of the published schemas without white space, which makes the module smaller.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=../../schema");
    let target = env::var("OUT_DIR").expect("Cargo names a directory");
    for entry in fs::read_dir("../../schema").expect("the schemas are there") {
        let path = entry.expect("a file of the directory").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path).expect("a schema is text");
            let name = path.file_name().expect("a file has a name");
            fs::write(Path::new(&target).join(name), without_white_space(&text))
                .expect("a copy can be written");
        }
    }
}

/// JSON without the white space outside of its strings.
fn without_white_space(json: &str) -> String {
    let (mut in_string, mut is_escaped) = (false, false);
    let is_kept = |character: &char| {
        let is_quote = *character == '"' && !is_escaped;
        is_escaped = in_string && *character == '\\' && !is_escaped;
        in_string ^= is_quote;
        in_string || !character.is_ascii_whitespace()
    };
    json.chars().filter(is_kept).collect()
}
