//! Checks requests of WeChat's `draft_update` before they are sent.
//!
//! The endpoint replaces an article of an unpublished draft. It answers a bad
//! request with a bare number, or takes it and silently drops something.
//! This crate reports every violation of a request at once, each with a stable
//! code, a JSON Pointer and a sentence that says what to do.
//!
//! ```
//! use weixin_draft::{Article, DraftUpdate, check_json};
//!
//! // A body that comes from elsewhere:
//! let report = check_json(br#"{"media_id": "M", "index": 0, "articles": {"titel": "Menu"}}"#);
//! for violation in report.errors() {
//!     println!("{violation}");
//! }
//! # assert_eq!(report.errors().count(), 2);
//!
//! // A request built here:
//! let mut article = Article::news("Spring menu", "<p>From Monday.</p>");
//! article.thumb_media_id = Some("COVER_ID".into());
//! let draft = DraftUpdate::new("MEDIA_ID", 0, article);
//! assert!(draft.check().is_ok());
//! ```
//!
//! The crate does no I/O, never panics on any input, and holds no unsafe code.
//! `weixin-draft-client` sends what was checked.

mod address;
mod check;
mod crop;
pub mod endpoint;
mod errcode;
mod html;
mod json;
mod model;
mod near_name;
mod report;
mod request;
mod rules;
#[cfg(feature = "schema")]
mod schema;

pub use check::{
    Checker, ContentImage, Converted, Fixed, ImageKind, LayoutFinding, Prepared, Settings,
    SettingsError, check_add_syntax, check_article, check_content, check_json, check_syntax,
    convert_answer, convert_news_item, images, replace_images, replace_request_images,
    request_images, too_long, without_nulls,
};
pub use crop::{
    Coordinate, CoordinateError, CropBox, CropBoxError, PictureSizeError, Ratio, UnknownRatio,
};
pub use errcode::{
    ERROR_CODES, ErrorCode, ErrorCodeClass, ErrorCodeSource, UNKNOWN_ERROR_CODE, error_code,
};
pub use json::other_encoding;
pub use model::{
    Article, ArticleType, CoverInfo, CropPercent, DraftUpdate, FieldValue, FooterProductInfo,
    Image, ImageInfo, NewsArticle, NewsPicArticle, ProductInfo, Response, ResponseError,
    readable_errmsg,
};
pub use report::{
    Applicability, Datum, Edit, Fix, Language, Level, Location, Place, Report, ReportInLanguage,
    UnknownLanguage, UnknownLevel, Violation, ViolationInLanguage, Words, apply_edits,
};
pub use rules::{
    ADD_RULES, BULK_RULES, InSchema, Keyword, LAYOUT_RULES, MAX_ARTICLES, MAX_ROW_BYTES, RULES,
    Rule, RuleFix, STORED_RULES, Source, all_rules, near_rule, rule,
};
#[cfg(feature = "schema")]
pub use schema::{
    SCHEMA_VERSION, SchemaDraft, SchemaKind, UnknownSchemaDraft, UnknownSchemaKind, json_schema,
    llm_schema, openapi,
};
