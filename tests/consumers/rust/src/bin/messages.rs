//! Prints what is wrong with each request of a file, one line a problem.

use serde_json::Value;
use std::{env, error::Error, fs};
use weixin_draft_consumer::Check;

fn main() -> Result<(), Box<dyn Error>> {
    let schema: Value = serde_json::from_str(&fs::read_to_string("../../../schema/request.json")?)?;
    let check = Check::new(&schema)?;
    let file = env::args().nth(1).ok_or("which file?")?;
    let requests: Vec<Value> = serde_json::from_str(&fs::read_to_string(file)?)?;
    for bad in &requests {
        for problem in check.problems(&bad["request"]) {
            println!("{problem}");
        }
    }
    Ok(())
}
