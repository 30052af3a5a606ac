//! Models made of what the check reads, while it reads it.

use std::borrow::Cow;

use super::article::{Article, ArticleType};
use super::cover::CropPercent;
use super::draft_update::DraftUpdate;
use super::image::{Image, ImageInfo};
use crate::crop::CropBox;
use crate::json::{Integral, Number, Text};
use crate::request::{self, Event, Request, Slot};

/// A model cannot hold a value that was read; a rule on its shape, or one that is marked
/// as `typed`, has reported it.
pub(super) struct NotHeld;

pub(super) type Held<T> = Result<T, NotHeld>;

/// The value of a field, made of what was read.
pub(super) trait FromRead<R>: Sized {
    /// `None` when the value means the same as leaving the field out.
    fn from_read(read: &R, entries: &mut Entries<'_>) -> Held<Option<Self>>;
}

/// The value of a field that may be left out.
pub(super) fn optional<R, T: FromRead<R>>(
    read: &Slot<R>,
    entries: &mut Entries<'_>,
) -> Held<Option<T>> {
    match read {
        Slot::Absent => Ok(None),
        Slot::Unusable => Err(NotHeld),
        Slot::Given(read) => T::from_read(read, entries),
    }
}

/// A text that has to be there.
pub(super) fn required(read: &Slot<Text<'_>>, entries: &Entries<'_>) -> Held<String> {
    read.given().map(|text| entries.own(text)).ok_or(NotHeld)
}

impl FromRead<Text<'_>> for String {
    fn from_read(read: &Text<'_>, entries: &mut Entries<'_>) -> Held<Option<Self>> {
        Ok((!read.is_empty()).then(|| entries.own(read)))
    }
}

impl FromRead<Text<'_>> for CropBox {
    fn from_read(read: &Text<'_>, entries: &mut Entries<'_>) -> Held<Option<Self>> {
        let crop = (!read.is_empty()).then(|| entries.text_of(read).parse());
        crop.transpose().map_err(|_| NotHeld)
    }
}

impl FromRead<Number<'_>> for bool {
    fn from_read(read: &Number<'_>, _: &mut Entries<'_>) -> Held<Option<Self>> {
        match read.integral() {
            Integral::Small(0) => Ok(Some(false)),
            Integral::Small(1) => Ok(Some(true)),
            _ => Err(NotHeld),
        }
    }
}

/// What an article is made of beside its own fields: the entries of its arrays, which
/// reading shows before it, and the text of the document.
#[derive(Default)]
pub(super) struct Entries<'a> {
    /// All that is read, to take texts from without a look at each of their bytes.
    document: &'a str,
    images: Vec<Image>,
    crops: Vec<CropPercent>,
    /// Whether an entry was left out that no model can hold.
    is_partial: bool,
}

impl Entries<'_> {
    /// A text that was read, escapes decoded.
    pub(super) fn text_of<'t>(&'t self, read: &Text<'t>) -> Cow<'t, str> {
        let quoted = self.document.get(read.range());
        match quoted.and_then(|quoted| quoted.get(1..=read.raw().len())) {
            Some(text) if !read.has_escapes() => Cow::Borrowed(text),
            _ => read.decode(),
        }
    }

    fn own(&self, read: &Text<'_>) -> String {
        self.text_of(read).into_owned()
    }

    pub(super) fn take_images(&mut self, article: &request::Article<'_>) -> Held<ImageInfo> {
        article.image_list().ok_or(NotHeld)?;
        Ok(ImageInfo { image_list: std::mem::take(&mut self.images) })
    }

    pub(super) fn take_crops(&mut self) -> Held<Vec<CropPercent>> {
        if self.is_partial { Err(NotHeld) } else { Ok(std::mem::take(&mut self.crops)) }
    }
}

/// Makes an article of what reading reports.
#[derive(Default)]
pub(crate) struct ArticleReader<'a> {
    /// Whether an article that has images and no type is a picture message.
    guesses_type: bool,
    entries: Entries<'a>,
    article: Option<Article>,
}

impl<'a> ArticleReader<'a> {
    /// For what draft/get answers with, where the type may be missing.
    pub(crate) fn of_answer() -> Self {
        ArticleReader { guesses_type: true, ..ArticleReader::default() }
    }

    /// Begins to read this document, or a part of it.
    pub(crate) fn begin(&mut self, document: &'a str) {
        self.entries.document = document;
    }

    pub(crate) fn see(&mut self, event: &Event<'_, '_>) {
        match event {
            Event::Image(image) => {
                let id = image.image_media_id.given().map(|id| self.entries.own(id));
                self.entries.images.extend(id.map(Image::new));
            }
            Event::Crop(crop) => match CropPercent::of_read(crop, &self.entries) {
                Ok(crop) => self.entries.crops.push(crop),
                Err(NotHeld) => self.entries.is_partial = true,
            },
            Event::Article(article) => {
                let article_type = self.article_type(article);
                self.article = article_type
                    .and_then(|known| Article::of_read(article, known, &mut self.entries).ok());
                self.entries = Entries { document: self.entries.document, ..Entries::default() };
            }
            Event::Issue(_) | Event::NeedlessEscapes(..) => {}
        }
    }

    fn article_type(&self, article: &request::Article<'_>) -> Option<ArticleType> {
        let has_images = !self.entries.images.is_empty();
        match article.kind {
            request::ArticleType::Unknown => None,
            request::ArticleType::NewsPic => Some(ArticleType::NewsPic),
            request::ArticleType::News
                if self.guesses_type && has_images && article.article_type.is_absent() =>
            {
                Some(ArticleType::NewsPic)
            }
            request::ArticleType::News => Some(ArticleType::News),
        }
    }

    /// The article that was read last, if a model can hold it.
    pub(crate) fn into_article(self) -> Option<Article> {
        self.article
    }

    /// The request that it is in.
    pub(crate) fn into_draft_update(self, request: &Request<'_>) -> Option<DraftUpdate> {
        let media_id = self.entries.own(request.media_id.given()?);
        let index = match request.index.given()?.integral() {
            Integral::Small(index) => u32::try_from(index).ok()?,
            Integral::No | Integral::Huge => return None,
        };
        Some(DraftUpdate { media_id, index, articles: self.article? })
    }
}
