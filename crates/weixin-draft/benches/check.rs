//! The whole check, every rule on, against serde_json's typed parse, against sonic-rs with
//! rules written by hand, and where there is something to report against a schema's
//! validator too.
//!
//! `cargo bench -p weixin-draft --bench check` prints divan's figures and then,
//! for each load, the ratios in one interleaved run, and the most heap that a check takes.
//! Machines are noisy; the ratios are what to compare.

mod loads;

use std::hint::black_box;
use std::time::{Duration, Instant};

use loads::{Load, floor, peer};
use serde_json::Value;
use weixin_draft::{Language, SchemaDraft, SchemaKind, check_json, json_schema};

fn main() {
    divan::main();
    println!("\ntimes serde_json::from_slice into owned structs:");
    println!("load      bytes  check_json  sonic-rs and few rules  heap of a check");
    for load in Load::ALL {
        let body = load.body();
        let parse = || drop(black_box(floor(black_box(&body))));
        let check = || drop(black_box(check_json(black_box(&body))));
        let peer = || {
            black_box(peer(black_box(&body)));
        };
        let (ours, theirs) = (ratio(&check, &parse), ratio(&peer, &parse));
        let heap = allocation_counter::measure(check).bytes_max;
        println!("{:5} {:9}  {ours:10.2}  {theirs:22.2}  {heap:15}", load.name(), body.len());
    }
    against_a_validator();
}

/// The request with many violations, against every error of the published schema
/// with its path and its words.
fn against_a_validator() {
    let schema = json_schema(SchemaKind::Request, SchemaDraft::Draft2020_12);
    let Ok(validator) = jsonschema::validator_for(&schema) else {
        return println!("the schema is none");
    };
    let body = Load::Mistakes.body();
    let Ok(value) = serde_json::from_slice::<Value>(&body) else {
        return println!("the request is no JSON");
    };
    let list = |value: &Value| {
        let errors = validator.iter_errors(value);
        let list = errors.map(|error| (error.instance_path().to_string(), error.to_string()));
        black_box(list.collect::<Vec<_>>()).len()
    };
    let parsed = || {
        black_box(list(black_box(&value)));
    };
    let unparsed = || {
        let value: Value = serde_json::from_slice(black_box(&body)).unwrap_or_default();
        black_box(list(&value));
    };
    let check = || {
        let report = check_json(black_box(&body));
        for violation in report.violations() {
            black_box(violation.message(Language::English));
        }
    };
    let report = check_json(&body);
    println!(
        "\n{}, {} violations with their words, times iter_errors of the jsonschema crate, {} errors:",
        Load::Mistakes.name(),
        report.violations().len(),
        list(&value)
    );
    println!(
        "{:.2} with the parse into a Value, {:.2} without",
        ratio(&check, &unparsed),
        ratio(&check, &parsed)
    );
}

#[divan::bench(args = Load::ALL)]
fn check(bencher: divan::Bencher<'_, '_>, load: Load) {
    let body = load.body();
    bencher.bench_local(|| check_json(black_box(&body)));
}

#[divan::bench(args = Load::ALL)]
fn typed_parse(bencher: divan::Bencher<'_, '_>, load: Load) {
    let body = load.body();
    bencher.bench_local(|| floor(black_box(&body)));
}

/// The time of one thing, times that of another: the median of the ratios of short
/// runs, one after the other.
fn ratio(one: &dyn Fn(), other: &dyn Fn()) -> f64 {
    const ROUNDS: usize = 101;
    const SHORT: Duration = Duration::from_micros(500);
    let begin = Instant::now();
    other();
    let calls = 1 + SHORT.as_nanos() / begin.elapsed().as_nanos().max(1);
    let time = |run: &dyn Fn()| {
        let begin = Instant::now();
        (0..calls).for_each(|_| run());
        begin.elapsed().max(Duration::from_nanos(1)).as_secs_f64()
    };
    let mut ratios: Vec<f64> = (0..ROUNDS).map(|_| time(one) / time(other)).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ROUNDS / 2]
}
