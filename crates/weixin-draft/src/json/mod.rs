//! A strict JSON reader that borrows from its input.
//!
//! It knows nothing of drafts. It allocates nothing, keeps the place of every
//! value, compares numbers exactly, and leaves escapes undecoded until somebody
//! asks for a text. These four are why the crate has a reader of its own.

mod body;
mod diagnosis;
mod empty_value;
mod member;
mod number;
mod object_members;
mod pointer;
mod raw_utf8;
mod reader;
mod string;
mod text;
mod unescape;

pub(crate) use body::{BYTE_ORDER_MARK, as_text, without_mark};
pub use diagnosis::other_encoding;
pub(crate) use diagnosis::{
    Diagnosis, Fault, diagnose, is_invisible, look_alike, name_of_character,
};
pub(crate) use empty_value::is_empty_value;
pub(crate) use member::{MemberRange, count_items, find_member, member_at};
pub(crate) use number::{Integral, Number};
pub(crate) use object_members::ObjectMembers;
pub(crate) use pointer::{MAX_NAME, Pointer, Tail};
pub(crate) use raw_utf8::raw_utf8;
pub(crate) use reader::{JsonType, MAX_NESTING, Malformed, NotJson, Reader};
pub(crate) use text::{Characters, Text, UnescapedOffsets, decode_escape, escaped};
