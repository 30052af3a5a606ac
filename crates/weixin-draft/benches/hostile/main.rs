//! What the check makes of requests made to hurt: the most heap that it takes beside
//! the body, the size of its report, and the time a byte takes.
//!
//! `cargo bench -p weixin-draft --bench hostile` prints a table and fails when a bound
//! is broken. `cargo test` runs it too, on smaller bodies.

mod load;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use load::{LOADS, Load};
use peak_alloc::PeakAlloc;
use weixin_draft::{Language, Report, check_json};

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// How much heap the check may take for each byte of the body.
const MAX_TIMES_BODY: usize = 8;
/// How much it may take besides.
const MAX_BESIDE: usize = 2 << 20;

fn main() -> ExitCode {
    // cargo test hands over no argument.
    let is_bench = std::env::args().any(|argument| argument == "--bench");
    let size = if is_bench { 8_000_000 } else { 500_000 };
    println!("{:36} {:>10} {:>8} {:>10} {:>8}", "", "body", "x heap", "report", "ns/byte");
    let measured: Vec<bool> = LOADS.iter().map(|load| keeps_the_bounds(load, size)).collect();
    if measured.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn keeps_the_bounds(load: &Load, size: usize) -> bool {
    let body = (load.body)(size);
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    let begin = Instant::now();
    let report = check_json(black_box(&body));
    let took = begin.elapsed();
    let heap = HEAP.peak_usage() - before;
    let report = report_bytes(&report);
    println!(
        "{:36} {:>10} {:>8.2} {report:>10} {:>8.1}",
        load.name,
        body.len(),
        ratio(heap, body.len()),
        took.as_secs_f64() * 1e9 / ratio(body.len(), 1)
    );
    let heap_is_bounded = heap <= MAX_TIMES_BODY * body.len() + MAX_BESIDE;
    let report_is_bounded = report <= Report::MAX_BYTES;
    if !heap_is_bounded {
        println!("  the heap: {heap} bytes, more than {MAX_TIMES_BODY} times the body and 2 MiB");
    }
    if !report_is_bounded {
        println!("  the report: more than {} bytes", Report::MAX_BYTES);
    }
    heap_is_bounded && report_is_bounded
}

/// The larger of the report's two languages, as JSON or as text.
fn report_bytes(report: &Report) -> usize {
    let sizes = Language::ALL.map(|language| {
        let report = report.in_language(language);
        let json = serde_json::to_vec(&report).map_or(usize::MAX, |json| json.len());
        json.max(report.to_string().len())
    });
    sizes.into_iter().max().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "to be read by people")]
fn ratio(one: usize, other: usize) -> f64 {
    one as f64 / other as f64
}
