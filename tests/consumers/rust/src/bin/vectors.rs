//! Compares the verdict on every vector with the one it should be, and takes the good ones through typify's types.

use serde::Deserialize;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::ExitCode;
use std::{env, error::Error, fs};
use weixin_draft_consumer::{Check, DraftUpdate};

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
    valid: bool,
}

#[derive(Default)]
struct Counts {
    right: u32,
    wrong: u32,
    unread: u32,
    returned: u32,
    lost: u32,
    spelling: u32,
    empty_lists: u32,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let schema: Value = serde_json::from_str(&fs::read_to_string("../../../schema/request.json")?)?;
    let check = Check::new(&schema)?;
    let mut counts = Counts::default();
    let file = fs::File::open(env::args().nth(1).ok_or("which file?")?)?;
    for line in BufReader::new(file).lines() {
        judge(&check, &serde_json::from_str(&line?)?, &mut counts);
    }
    println!("verdicts: {} passed, {} failed", counts.right, counts.wrong);
    println!(
        "of these, {} are the reader's: serde_json holds no number like 1e400 or of 1,000 digits",
        counts.unread
    );
    println!("round trips: {} passed, {} failed", counts.returned, counts.lost);
    println!(
        "excluded: {} good requests write an integer as 1.0, 1e0 or -0, which serde refuses for an integer",
        counts.spelling
    );
    println!(
        "excluded: {} good requests have an empty crop_percent_list, which typify's types leave out",
        counts.empty_lists
    );
    let good = counts.wrong + counts.lost == 0 && counts.right > 0 && counts.returned > 0;
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn judge(check: &Check, case: &Case, counts: &mut Counts) {
    let (value, problems) = match serde_json::from_str::<Value>(&case.text) {
        Ok(value) => {
            let problems = check.problems(&value);
            (value, problems)
        }
        Err(error) => {
            counts.unread += 1;
            (Value::Null, vec![error.to_string()])
        }
    };
    if problems.is_empty() == case.valid {
        counts.right += 1;
    } else {
        counts.wrong += 1;
        println!("{}: should be {}: {problems:.300?}", case.name, case.valid);
    }
    if !case.valid {
        return;
    }
    match serde_json::from_str::<DraftUpdate>(&case.text).map(serde_json::to_value) {
        Ok(Ok(back)) if back == value => counts.returned += 1,
        Ok(Ok(back)) if back == without_empty_list(&value) => counts.empty_lists += 1,
        Err(_) if has_float(&value) => counts.spelling += 1,
        other => {
            counts.lost += 1;
            println!("{}: {other:?}", case.name);
        }
    }
}

/// Whether a number is held as a float: every number of a good request is an integer, so it was only written like one.
fn has_float(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(items) => items.iter().any(has_float),
        Value::Object(members) => members.values().any(has_float),
        _ => false,
    }
}

fn without_empty_list(request: &Value) -> Value {
    let mut request = request.clone();
    if let Some(Value::Object(cover)) = request.pointer_mut("/articles/cover_info") {
        cover.retain(|_, list| list.as_array().is_none_or(|list| !list.is_empty()));
    }
    request
}
