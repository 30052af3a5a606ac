//! Makes copies of the published schemas without white space, which makes the module smaller.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=../../schema");
    let target = env::var("OUT_DIR").expect("Cargo names a directory");
    for entry in fs::read_dir("../../schema").expect("the schemas are there") {
        let path = entry.expect("a file of the directory").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path).expect("a schema is text");
            let schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
            let name = path.file_name().expect("a file has a name");
            fs::write(Path::new(&target).join(name), schema.to_string())
                .expect("a copy can be written");
        }
    }
}
