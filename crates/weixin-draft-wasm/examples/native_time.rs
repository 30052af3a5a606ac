//! Prints the nanoseconds that one check of a file takes as native code: what
//! the module is compared with in `npm/benchmark.mjs`.

use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    let body = std::fs::read(path)?;
    let mut best = Duration::MAX;
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(2) {
        let round = Instant::now();
        for _ in 0..20 {
            std::hint::black_box(weixin_draft_wasm::check(std::hint::black_box(&body), b""));
        }
        best = best.min(round.elapsed() / 20);
    }
    println!("{}", best.as_nanos());
    Ok(())
}
