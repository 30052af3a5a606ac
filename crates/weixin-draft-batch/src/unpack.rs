//! Files that were made smaller.

use std::io::{self, Chain, Cursor, ErrorKind, Read};

use flate2::read::MultiGzDecoder;

/// How an input is packed, as its first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// gzip (RFC 1952).
    Gzip,
    /// Zstandard (RFC 8878).
    Zstandard,
}

impl Packing {
    /// The longest of the signatures, in bytes.
    const MAX_SIGNATURE: usize = 4;

    /// The packing of an input that begins with these bytes; JSON begins with
    /// none of them.
    ///
    /// ```
    /// use weixin_draft_batch::Packing;
    ///
    /// assert_eq!(Packing::of(b"\x1F\x8B\x08"), Some(Packing::Gzip));
    /// assert_eq!(Packing::of(b"{}"), None);
    /// ```
    pub fn of(begin: &[u8]) -> Option<Self> {
        [Packing::Gzip, Packing::Zstandard]
            .into_iter()
            .find(|packing| begin.starts_with(packing.signature()))
    }

    fn signature(self) -> &'static [u8] {
        match self {
            Packing::Gzip => b"\x1F\x8B",
            Packing::Zstandard => b"\x28\xB5\x2F\xFD",
        }
    }
}

/// Reads what is packed in gzip or Zstandard, and anything else as it is. The
/// first bytes decide, not a name.
///
/// ```
/// use std::io::Read as _;
///
/// let mut text = String::new();
/// weixin_draft_batch::unpack(&b"{}\n"[..])?.read_to_string(&mut text)?;
/// assert_eq!(text, "{}\n");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// When the first bytes cannot be read; later on, what cannot be unpacked is an
/// error of the reader.
pub fn unpack<'a>(mut source: impl Read + Send + 'a) -> io::Result<Box<dyn Read + Send + 'a>> {
    let begin = begin(&mut source)?;
    let packing = Packing::of(&begin);
    let whole: Chain<_, _> = Cursor::new(begin).chain(source);
    Ok(match packing {
        Some(Packing::Gzip) => Box::new(MultiGzDecoder::new(whole)),
        Some(Packing::Zstandard) => Box::new(zstd::Decoder::new(whole)?),
        None => Box::new(whole),
    })
}

/// As many bytes as it takes to know a signature, and no more: the next may be
/// long in coming.
fn begin(source: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut begin = Vec::with_capacity(Packing::MAX_SIGNATURE);
    let is_open = |begin: &[u8]| {
        [Packing::Gzip, Packing::Zstandard].iter().any(|packing| {
            let signature = packing.signature();
            begin.len() < signature.len() && signature.starts_with(begin)
        })
    };
    let mut byte = [0];
    while is_open(&begin) {
        match source.read(&mut byte) {
            Ok(0) => break,
            Ok(_) => begin.push(byte[0]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(begin)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn read(packed: &[u8]) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        unpack(packed)?.read_to_end(&mut text)?;
        Ok(text)
    }

    #[test]
    fn packed_and_plain() {
        let text = "{\"a\": 1}\n".repeat(10_000).into_bytes();
        let zstandard = zstd::encode_all(&text[..], 1).unwrap();
        assert_eq!(read(&gzip(&text)).unwrap(), text);
        assert_eq!(read(&zstandard).unwrap(), text);
        assert_eq!(read(&text).unwrap(), text);
        // Several in a row, as `cat` and log rotation make them.
        assert_eq!(read(&[gzip(b"1\n"), gzip(b"2\n")].concat()).unwrap(), b"1\n2\n");
        for short in [&b""[..], b"\x1F", b"(", b"\x28\xB5\x2F"] {
            assert_eq!(read(short).unwrap(), short);
        }
    }

    #[test]
    fn what_is_broken_is_an_error() {
        let text = "{\"a\": 1}\n".repeat(10_000).into_bytes();
        for packed in [gzip(&text), zstd::encode_all(&text[..], 1).unwrap()] {
            assert!(read(&packed[..packed.len() / 2]).is_err());
        }
        assert!(read(b"\x1F\x8B no gzip").is_err());
    }
}
