//! An article.

use super::cover::CoverInfo;
use super::fields::{Field, ObjectFields, Presence};
use super::image::{ImageInfo, ImageList};
use super::issue::Issue;
use super::object::{Object, Value, object};
use super::product::ProductInfo;
use super::read::{Event, Form};
use super::slot::Slot;
use super::walk::{Member, Read, Walk};
use crate::json::{Number, Pointer, Text};

object! {
    /// An article of a draft, or an item that draft/get answers with.
    Article<'a> in "articles", read only: READ_ONLY, {
        article_type: Text<'a>, Plain;
        title: Text<'a>, Required;
        author: Text<'a>, Optional;
        digest: Text<'a>, Optional;
        content: Text<'a>, Required;
        content_source_url: Text<'a>, Optional;
        thumb_media_id: Text<'a>, Optional;
        need_open_comment: Number<'a>, Optional;
        only_fans_can_comment: Number<'a>, Optional;
        pic_crop_235_1: Text<'a>, Optional;
        pic_crop_1_1: Text<'a>, Optional;
        image_info: ImageInfo, NewsPicOnly;
        cover_info: CoverInfo, Optional;
        product_info: ProductInfo<'a>, Optional;
    }
    facts {
        /// What the article is.
        kind: ArticleType;
        /// Whether it is required to have a cover, so that a missing one has been told.
        requires_cover: bool;
        /// The bytes of the whole object.
        range: std::ops::Range<usize>;
    }
    finish fn finish(
        &mut self,
        walk: &mut Walk<'a, '_>,
        begin: usize,
        end: usize,
        path: &Pointer<'_>,
    ) {
        self.range = begin..end + 1;
        self.kind = ArticleType::of(&self.article_type);
        self.requires_cover = self.kind == ArticleType::News
            && walk.form() == Form::Add
            && !self.is_newspic_meant();
        walk.missing(self, end, path);
        let is_missing = match self.kind {
            ArticleType::NewsPic => ("image_info", self.image_info.is_absent()),
            ArticleType::News => {
                ("thumb_media_id", self.requires_cover && self.thumb_media_id.is_absent())
            }
            ArticleType::Unknown => ("", false),
        };
        if let (name, true) = is_missing {
            walk.issue(Issue::Missing, end..end, &path.name(name));
        }
        if self.has_field_of_other_type() {
            self.tell_field_of_other_type(walk, path);
        }
        walk.emit(Event::Article(self), path);
    }
}

/// Names that draft/get answers with. `show_cover_pic` is withdrawn.
const READ_ONLY: &[&str] =
    &["url", "thumb_url", "is_deleted", "create_time", "update_time", "show_cover_pic"];

/// What an article is; fields and rules depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ArticleType {
    #[default]
    News,
    NewsPic,
    /// Neither; what depends on the type cannot be judged.
    Unknown,
}

impl ArticleType {
    /// By the field `article_type`; an article without one is news.
    fn of(field: &Slot<Text<'_>>) -> Self {
        match field {
            Slot::Absent => ArticleType::News,
            Slot::Given(name) if name.is("news") => ArticleType::News,
            Slot::Given(name) if name.is("newspic") => ArticleType::NewsPic,
            Slot::Given(_) | Slot::Unusable => ArticleType::Unknown,
        }
    }
}

impl<'a> Article<'a> {
    /// The crop strings with their names, in the order of the vendor's page.
    pub(crate) fn crop_strings(&self) -> [(&'static str, &Slot<Text<'a>>); 2] {
        [("pic_crop_235_1", &self.pic_crop_235_1), ("pic_crop_1_1", &self.pic_crop_1_1)]
    }

    pub(crate) fn image_list(&self) -> Option<&ImageList> {
        self.image_info.given().and_then(|info| info.image_list.given())
    }

    /// Whether the article has images and no type: then the type is what is missing, and
    /// no cover.
    pub(crate) fn is_newspic_meant(&self) -> bool {
        self.article_type.is_absent() && self.image_list().is_some_and(|list| list.length > 0)
    }

    #[cold]
    fn tell_field_of_other_type(&self, walk: &mut Walk<'a, '_>, path: &Pointer<'_>) {
        const NAME: &str = "image_info";
        let Some(member) = walk.find_member(self.range.start, NAME.as_bytes()) else {
            // Its name is misspelt, which has been told.
            return;
        };
        let type_missing = self.article_type.is_absent();
        let is_empty = match self.image_list() {
            Some(list) => list.length == 0,
            None => walk.is_empty_value(&member.value),
        };
        let issue = Issue::NotForType { type_missing, is_empty };
        walk.issue(issue, member.name, &path.name(NAME));
    }

    /// Whether the article has a field that belongs to the other type.
    pub(crate) fn has_field_of_other_type(&self) -> bool {
        self.kind == ArticleType::News && !self.image_info.is_absent()
    }
}
