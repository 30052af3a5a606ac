//! Strings and numbers.

use std::io::Write as _;

use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString};
use weixin_draft_scan::push_utf16_escaped;

use super::{Writer, Written};
use crate::payload::Unwritable;
use crate::payload::escape::push_string;
use crate::payload::text::{kept, kept_of_short, utf16};

/// The fewest bits that 4,300 decimal digits have.
const HUGE_INTEGER_BITS: u64 = 14_285;

impl Writer<'_> {
    /// Writes a member if name and value are short, which runs no code of anybody else's;
    /// otherwise it writes nothing.
    pub(super) fn short_member(
        &mut self,
        name: &Bound<'_, PyAny>,
        value: &Bound<'_, PyAny>,
    ) -> bool {
        let Some(name) = short(name) else { return false };
        if let Some(text) = short(value) {
            self.comma();
            push_string(&mut self.out, name.as_bytes());
            self.out.push(b':');
            push_string(&mut self.out, text.as_bytes());
            true
        } else if let Some(digit) = digit(value) {
            self.comma();
            push_string(&mut self.out, name.as_bytes());
            self.out.extend_from_slice(&[b':', b'0' + digit]);
            true
        } else {
            false
        }
    }

    pub(super) fn string(&mut self, text: &Bound<'_, PyString>) -> Written {
        if let Some(text) = kept(text)? {
            push_string(&mut self.out, text.as_bytes());
            return Ok(());
        }
        let begin = self.out.len();
        self.out.push(b'"');
        if !push_utf16_escaped(utf16(text)?.as_bytes(), &mut self.out) {
            self.out.truncate(begin);
            return self.halt("\"\\ud800\"", Unwritable::LoneSurrogate);
        }
        self.out.push(b'"');
        Ok(())
    }

    pub(super) fn integer(&mut self, integer: &Bound<'_, PyInt>) -> Written {
        if let Ok(number) = integer.extract::<i64>() {
            // Writing into memory cannot fail.
            drop(write!(self.out, "{number}"));
            return Ok(());
        }
        // Not the methods of a class of the caller's.
        let class = integer.py().get_type::<PyInt>();
        let bits: u64 = class.call_method1("bit_length", (integer,))?.extract()?;
        let digits = class.call_method1("__repr__", (integer,));
        match digits {
            Ok(digits) if bits <= HUGE_INTEGER_BITS => {
                self.text(digits.cast::<PyString>().map_err(PyErr::from)?.to_str()?);
                Ok(())
            }
            // `-x` is no number, and nothing else either.
            _ => self.halt("-x", Unwritable::HugeInteger),
        }
    }

    pub(super) fn float(&mut self, number: f64) -> Written {
        if number.is_finite() {
            drop(write!(self.out, "{number:?}"));
            Ok(())
        } else {
            self.halt("-x", Unwritable::NotFinite)
        }
    }
}

fn short<'t>(value: &'t Bound<'_, PyAny>) -> Option<&'t str> {
    kept_of_short(value.cast().ok()?)
}

/// A number of one digit, as most numbers of a request are.
fn digit(value: &Bound<'_, PyAny>) -> Option<u8> {
    let number: u8 = value.cast_exact::<PyInt>().ok()?.extract().ok()?;
    (number <= 9).then_some(number)
}
