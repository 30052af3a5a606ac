//! Strings and numbers.

use std::io::Write as _;

use pyo3::prelude::*;
use pyo3::types::{PyInt, PyString};
use weixin_draft_scan::push_utf16_escaped;

use super::{Writer, Written};
use crate::payload::Unwritable;
use crate::payload::escape::push_string;
use crate::payload::text::{kept, utf16};

/// 4,300 decimal digits have at least so many bits.
const HUGE_INTEGER_BITS: u64 = 14_285;

impl Writer<'_> {
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
