//! Strings and numbers.

use std::io::Write as _;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyInt, PyString};

use super::{Writer, Written};
use crate::payload::Unwritable;

/// 4,300 decimal digits have at least so many bits.
const HUGE_INTEGER_BITS: u64 = 14_285;

impl Writer {
    pub(super) fn string(&mut self, text: &Bound<'_, PyString>) -> Written {
        match text.to_str() {
            Ok(text) => {
                self.plain_string(text);
                Ok(())
            }
            Err(_) => {
                let class = text.py().get_type::<PyString>();
                let units = class.call_method1("encode", (text, "utf-16-le", "surrogatepass"))?;
                let units = units.cast_into::<PyBytes>().map_err(PyErr::from)?;
                let units = units.as_bytes().chunks_exact(2);
                let units = units.map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
                match char::decode_utf16(units).collect::<Result<String, _>>() {
                    Ok(text) => {
                        self.plain_string(&text);
                        Ok(())
                    }
                    Err(_) => self.halt("\"\\ud800\"", Unwritable::AsText),
                }
            }
        }
    }

    fn plain_string(&mut self, text: &str) {
        // Writing a string into memory cannot fail.
        drop(serde_json::to_writer(&mut self.out, text));
    }

    pub(super) fn integer(&mut self, integer: &Bound<'_, PyInt>) -> Written {
        if let Ok(number) = integer.extract::<i64>() {
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
