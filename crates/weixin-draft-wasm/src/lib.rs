//! The check as functions from JSON to JSON, for every language that runs
//! WebAssembly.
//!
//! Each function takes an input (a request, an item of a draft) and options as
//! JSON, and answers with one JSON object: `{"value": ...}`, or
//! `{"error": {"message": ...}}` when the options are wrong. A request that
//! breaks rules is a value, never an error. `exports` makes them the functions
//! of `weixin_draft.wasm`, which needs nothing from its host.
//!
//! ```
//! let answer = weixin_draft_wasm::check(b"{}", br#"{"settings": {"lang": "zh"}}"#);
//! assert!(answer.starts_with(r#"{"value":{"ok":false,"violations":[{"code":"missing_field""#));
//! ```

mod answer;
mod check;
mod convert;
mod crop;
mod errcode;
#[cfg(target_arch = "wasm32")]
mod exports;
mod fix;
mod images;
mod rules;
mod schema;

pub use check::{check, check_content};
pub use convert::convert_news_item;
pub use crop::crop_fit;
pub use errcode::errcode;
pub use fix::fix;
pub use images::{images, replace_images};
pub use rules::rules;
pub use schema::json_schema;
