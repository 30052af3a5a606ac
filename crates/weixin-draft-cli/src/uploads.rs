//! The pictures that this call of the command has uploaded.

use std::cell::{Cell, RefCell};

use weixin_draft::Language;

use crate::escape::Visible;

/// No more names are shown; the others are counted.
const MAX_NAMES: usize = 5;

/// Pictures by the names under which they were given.
#[derive(Debug, Default)]
pub(crate) struct Uploads {
    names: RefCell<Vec<String>>,
    are_remembered: Cell<bool>,
}

impl Uploads {
    /// Notes that the server has taken a picture.
    #[cfg(feature = "pictures")]
    pub(crate) fn add(&self, name: &str) {
        /// Longer names are cut, in characters: an address may hold a whole picture.
        const MAX_NAME: usize = 70;
        let mut short: String = name.chars().take(MAX_NAME).collect();
        if short.len() < name.len() {
            short.push('…');
        }
        let mut names = self.names.borrow_mut();
        if !names.contains(&short) {
            names.push(short);
        }
    }

    /// Notes that uploads are remembered, and so not made again.
    #[cfg(feature = "pictures")]
    pub(crate) fn remember(&self) {
        self.are_remembered.set(true);
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.names.borrow().clone()
    }

    /// What was uploaded, and what becomes of it; `None` if nothing was.
    pub(crate) fn told(&self, language: Language) -> Option<String> {
        let names = self.names.borrow();
        if names.is_empty() {
            return None;
        }
        let shown = names.iter().take(MAX_NAMES).map(|name| Visible(name).to_string());
        let mut list = shown.collect::<Vec<_>>().join(&say!(language, ", ", "、"));
        let more = names.len().saturating_sub(MAX_NAMES);
        if more > 0 {
            list.push_str(&say!(language, " and {more} more", " 等，另有 {more} 张"));
        }
        Some(if self.are_remembered.get() {
            say!(
                language,
                "uploaded already, and not uploaded again next time: {list}",
                "已上传、下次无需重传的图片：{list}"
            )
        } else {
            say!(
                language,
                "uploaded already (they stay with the vendor): {list}",
                "已上传的图片（留在微信服务器上）：{list}"
            )
        })
    }
}
