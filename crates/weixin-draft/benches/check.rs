//! The whole check, every rule on, against serde_json's typed parse.
//!
//! `cargo bench -p weixin-draft --bench check` prints divan's figures and then,
//! for each load, the ratio of the two in one interleaved run. Machines are
//! noisy; the ratios are what to compare.

mod loads;

use std::hint::black_box;
use std::time::{Duration, Instant};

use loads::{Load, floor};
use weixin_draft::check_json;

fn main() {
    divan::main();
    println!("\ncheck_json, times serde_json::from_slice into owned structs:");
    for load in Load::ALL {
        println!("{:5} {:.2}  ({} bytes)", load.name(), ratio(&load.body()), load.body().len());
    }
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

/// The median of the ratios of short runs, one after the other.
fn ratio(body: &[u8]) -> f64 {
    const ROUNDS: usize = 101;
    let calls = u32::try_from(1 + 400_000 / body.len()).unwrap_or(1);
    let time = |run: &dyn Fn()| {
        let begin = Instant::now();
        (0..calls).for_each(|_| run());
        begin.elapsed().max(Duration::from_nanos(1))
    };
    let mut ratios: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let check = time(&|| drop(black_box(check_json(black_box(body)))));
            let parse = time(&|| drop(black_box(floor(black_box(body)))));
            check.as_secs_f64() / parse.as_secs_f64()
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ROUNDS / 2]
}
