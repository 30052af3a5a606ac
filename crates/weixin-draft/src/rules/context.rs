//! What the rules on an article look at.

use super::Finding;
use super::coordinates::Flaws;
use super::findings::Findings;
use crate::json::{Pointer, Text};
use crate::request::{Article, ImageList};

/// An article, wherever it is, with what was found out about it.
pub(crate) struct ArticleContext<'c, 'a> {
    pub(crate) article: &'c Article<'a>,
    /// The article's own path: `/articles` in a request, the root for an article alone.
    pub(crate) path: &'c Pointer<'c>,
    /// The images that are sent.
    pub(crate) images: Option<&'c ImageList>,
    pub(crate) facts: &'c Facts,
}

/// What one walk through the content found out.
#[derive(Default)]
pub(crate) struct Facts {
    /// Of the text without tags, in code points.
    pub(crate) text_length: usize,
    /// How many code points the content has at most, tags and all.
    pub(crate) max_code_points: usize,
    pub(crate) products: usize,
    /// The text without tags, where it is short and may be a path or a placeholder.
    pub(crate) one_word: Option<String>,
}

impl ArticleContext<'_, '_> {
    /// Adds a finding on a field of the article.
    #[cold]
    pub(crate) fn add(&self, finding: Finding, field: &str, findings: &mut Findings<'_>) {
        findings.add(finding, &self.path.name(field));
    }
}

/// A crop string or a coordinate that breaks some rule on them.
pub(crate) struct FlawedCrop<'c, 'a> {
    pub(super) text: &'c Text<'a>,
    pub(super) flaws: Flaws,
    /// The four corners, of which this is one, in an entry of `crop_percent_list`.
    pub(super) corners: Option<[Option<&'c Text<'a>>; 4]>,
    pub(super) path: &'c Pointer<'c>,
}

impl FlawedCrop<'_, '_> {
    pub(super) fn is_crop_string(&self) -> bool {
        self.corners.is_none()
    }
}
