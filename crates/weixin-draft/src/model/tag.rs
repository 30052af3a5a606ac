//! The value of `article_type`, as a type.

use serde::{Serialize, Serializer};

/// Always `news`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct NewsTag;

/// Always `newspic`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct NewsPicTag;

impl NewsTag {
    pub(super) const NAME: &str = "news";
}

impl NewsPicTag {
    pub(super) const NAME: &str = "newspic";
}

impl Serialize for NewsTag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}

impl Serialize for NewsPicTag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}
