//! The images of a content.

use pyo3::prelude::*;
use weixin_draft::ContentImage;

/// Element, attribute, address and kind of an image, and where its address is in the
/// content, in characters.
type Row = (String, &'static str, String, &'static str, (usize, usize));

/// The addresses of the images in a content, in order.
#[pyfunction]
#[pyo3(signature = (content, /))]
pub(crate) fn content_images(py: Python<'_>, content: &str) -> Vec<Row> {
    py.detach(|| {
        let mut places = Characters { content, byte: 0, character: 0 };
        let row = |image: ContentImage| {
            let range = (places.at(image.range.start), places.at(image.range.end));
            (image.element, image.attribute, image.address, image.kind.as_str(), range)
        };
        weixin_draft::images(content).into_iter().map(row).collect()
    })
}

/// The content with the addresses that the function gives; None leaves one as it is.
#[pyfunction]
#[pyo3(signature = (content, replacement, /))]
pub(crate) fn replace_content_images(
    content: &str,
    replacement: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let mut failure = None;
    let replaced = weixin_draft::replace_images(content, |address| {
        if failure.is_some() {
            return None;
        }
        let new = replacement.call1((address,)).and_then(|new| new.extract());
        new.unwrap_or_else(|error| {
            failure = Some(error);
            None
        })
    });
    failure.map_or(Ok(replaced), Err)
}

/// Counts characters up to places that come in order.
struct Characters<'a> {
    content: &'a str,
    byte: usize,
    character: usize,
}

impl Characters<'_> {
    fn at(&mut self, byte: usize) -> usize {
        self.character += self.content[self.byte..byte].chars().count();
        self.byte = byte;
        self.character
    }
}
