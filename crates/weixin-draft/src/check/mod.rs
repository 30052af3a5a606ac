//! The check: bytes in, report out. Reading reports facts, rules judge them, and what is
//! sent, converted or mended is what was given, with edits.

mod answer;
mod checker;
mod convert;
mod cover;
mod deserialize;
mod draft_item;
mod driver;
mod fix;
mod images;
mod layout;
mod moved;
mod prepared;
mod scan;
mod settings;
mod settings_error;
mod too_long;
mod unread;
mod without_nulls;

pub use checker::{
    Checker, check_add_syntax, check_article, check_content, check_json, check_syntax,
};
pub use convert::{Converted, convert_answer, convert_news_item};
pub use fix::Fixed;
pub use images::{
    ContentImage, ImageKind, images, replace_images, replace_request_images, request_images,
};
pub use layout::LayoutFinding;
pub use prepared::Prepared;
pub use settings::Settings;
pub use settings_error::SettingsError;
pub use too_long::too_long;
pub use without_nulls::without_nulls;
