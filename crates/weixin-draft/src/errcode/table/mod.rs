//! The table of answer codes: one file a range of numbers, joined here.
//!
//! To add a code, write it into the file of its range, in ascending order.
#![allow(clippy::unreadable_literal, reason = "codes are searched for as the vendor writes them")]

use super::error_code::{ErrorCode, ErrorCodeClass, ErrorCodeSource};
use crate::report::Words;

mod account;
mod content;
mod identity;
mod platform;
mod request;

const PARTS: [&[ErrorCode]; 5] =
    [identity::CODES, request::CODES, content::CODES, account::CODES, platform::CODES];

/// All codes in ascending order.
pub(super) static ALL: [ErrorCode; COUNT] = joined();

const COUNT: usize = {
    let (mut count, mut part) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].len();
        part += 1;
    }
    count
};

const fn joined() -> [ErrorCode; COUNT] {
    let mut all = [PARTS[0][0]; COUNT];
    let (mut place, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut entry = 0;
        while entry < PARTS[part].len() {
            all[place] = PARTS[part][entry];
            place += 1;
            entry += 1;
        }
        part += 1;
    }
    all
}

/// What an expired or replaced access token calls for.
const NEW_TOKEN: Words = Words {
    en: "Fetch a new access token and send the request once more. Let one program fetch tokens for all: each new one may void the one before.",
    zh: "请重新获取 access_token，然后重发一次请求。多个程序应共用一处获取的 token，以免互相顶替而失效。",
};
