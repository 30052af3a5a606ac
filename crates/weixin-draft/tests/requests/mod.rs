//! Requests for property tests, good and broken.

mod contents;
mod good;
mod mutations;
mod pools;

use proptest::prelude::*;

/// Many cases, of which none is kept in a file.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// A request without an error.
#[allow(dead_code, reason = "not every test begins with good requests")]
pub(crate) fn good_request() -> impl Strategy<Value = serde_json::Value> {
    good::request()
}

/// The text of a good request with some changes, most of which break something.
pub(crate) fn broken_request() -> impl Strategy<Value = String> {
    let mutations = prop::collection::vec(mutations::mutation(), 1..4);
    (good::request(), mutations)
        .prop_map(|(request, mutations)| mutations::apply(request, &mutations))
}

/// A content, most of which break something.
#[allow(dead_code, reason = "not every test is about contents")]
pub(crate) fn broken_content() -> impl Strategy<Value = String> {
    contents::content()
}

/// The text of a request that is good but for its content and its spelling.
#[allow(dead_code, reason = "not every test is about contents")]
pub(crate) fn request_with_broken_content() -> impl Strategy<Value = String> {
    contents::request()
}
