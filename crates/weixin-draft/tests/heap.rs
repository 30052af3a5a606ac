//! A request in which nothing is wrong takes no heap.

#[path = "../benches/loads/mod.rs"]
#[expect(dead_code, reason = "not all loads are without violations")]
mod loads;

use loads::{Load, floor, peer};
use weixin_draft::check_json;

#[test]
fn a_good_request_allocates_nothing() {
    for load in [Load::SmallNews, Load::TypicalNews, Load::Pictures] {
        let body = load.body();
        assert!(floor(&body).is_some() && peer(&body), "{load}");
        let mut found = 0;
        let heap = allocation_counter::measure(|| found = check_json(&body).violations().len());
        assert_eq!((found, heap.count_total), (0, 0), "{load}");
    }
}
