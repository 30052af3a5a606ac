//! A strict JSON reader that borrows from its input.
//!
//! It knows nothing of drafts. It allocates nothing, keeps the place of every
//! value, compares numbers exactly, and leaves escapes undecoded until somebody
//! asks for a text. These four are why the crate has a reader of its own.

mod body;
mod number;
mod plain;
mod pointer;
mod reader;
mod string;
mod text;

pub(crate) use body::as_text;
pub(crate) use number::{Integral, Number};
pub(crate) use plain::find_any;
pub(crate) use pointer::{LONGEST_NAME, Pointer};
pub(crate) use reader::{DEEPEST_NESTING, JsonType, Malformed, NotJson, Problem, Reader};
pub(crate) use text::{Characters, Text, count_code_points, decode_escape};
