//! A request as it was read: borrowed, nothing judged yet beyond its shape.

use smallvec::SmallVec;

use crate::content::ContentScan;
use crate::crop::Ratio;
use crate::json::{Number, Pointer, Text};
use crate::rules::FlawedCrop;

/// The place of one value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Slot<T> {
    /// The field is not there.
    #[default]
    Absent,
    /// The field is there, but of a wrong type, which has been noted.
    Unusable,
    /// The field is there.
    Given(T),
}

impl<T> Slot<T> {
    #[inline]
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Slot::Absent)
    }

    pub(crate) fn given(&self) -> Option<&T> {
        match self {
            Slot::Given(value) => Some(value),
            Slot::Absent | Slot::Unusable => None,
        }
    }

    pub(crate) fn given_mut(&mut self) -> Option<&mut T> {
        match self {
            Slot::Given(value) => Some(value),
            Slot::Absent | Slot::Unusable => None,
        }
    }
}

impl<T: Default> Slot<T> {
    /// Puts a value in unless there is one, to be filled where it stands.
    pub(crate) fn insert_default(&mut self) -> &mut T {
        if let Slot::Absent | Slot::Unusable = self {
            *self = Slot::Given(T::default());
        }
        match self {
            Slot::Given(value) => value,
            Slot::Absent | Slot::Unusable => unreachable!("a value was put in just now"),
        }
    }
}

impl<'a> Slot<Text<'a>> {
    /// The text of an optional field, where `""` means the same as leaving it out.
    pub(crate) fn filled(&self) -> Option<&Text<'a>> {
        self.given().filter(|text| !text.is_empty())
    }
}

#[derive(Default)]
pub(crate) struct Request<'a> {
    pub(crate) media_id: Slot<Text<'a>>,
    pub(crate) index: Slot<Number<'a>>,
    pub(crate) articles: Slot<Article<'a>>,
}

impl<'a> Request<'a> {
    /// The article, when there is one to be judged.
    pub(crate) fn article(&self) -> Option<&Article<'a>> {
        self.articles.given()
    }
}

#[derive(Default)]
pub(crate) struct Article<'a> {
    pub(crate) article_type: Slot<Text<'a>>,
    pub(crate) title: Slot<Text<'a>>,
    pub(crate) author: Slot<Text<'a>>,
    pub(crate) digest: Slot<Text<'a>>,
    pub(crate) content: Slot<Text<'a>>,
    pub(crate) content_source_url: Slot<Text<'a>>,
    pub(crate) thumb_media_id: Slot<Text<'a>>,
    pub(crate) need_open_comment: Slot<Number<'a>>,
    pub(crate) only_fans_can_comment: Slot<Number<'a>>,
    pub(crate) pic_crop_235_1: Slot<Text<'a>>,
    pub(crate) pic_crop_1_1: Slot<Text<'a>>,
    pub(crate) image_info: Slot<ImageInfo<'a>>,
    /// Where the name `image_info` stands in the input.
    pub(crate) image_info_offset: usize,
    pub(crate) cover_info: Slot<CoverInfo<'a>>,
    pub(crate) product_info: Slot<ProductInfo<'a>>,
    /// What the article is, once all of it was read.
    pub(crate) kind: ArticleType,
    /// Where the object ends: the place of what is missing in it.
    pub(crate) end: usize,
    /// What one scan of the content found, once it was made.
    pub(crate) scan: ContentScan,
    /// What is wrong with the crops, once they were looked at.
    pub(crate) flawed_crops: Vec<FlawedCrop>,
}

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
    pub(super) fn of(field: &Slot<Text<'_>>) -> Self {
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

    pub(crate) fn image_list(&self) -> Option<&ImageList<'a>> {
        self.image_info.given().and_then(|info| info.image_list.given())
    }

    /// Shows the id of every image, with its place.
    pub(crate) fn each_image_media_id(&self, mut look: impl FnMut(&Slot<Text<'a>>, &Pointer<'_>)) {
        let info = Pointer::ARTICLES.name("image_info");
        let list = info.name("image_list");
        let images = self.image_list().into_iter().flat_map(|list| list.images.iter());
        for (position, image) in images.enumerate() {
            if let Some(image) = image.given() {
                look(&image.image_media_id, &list.position(position).name("image_media_id"));
            }
        }
    }

    /// Shows every entry of `crop_percent_list`, with its place.
    pub(crate) fn each_crop(&self, mut look: impl FnMut(usize, &Crop<'a>, &Pointer<'_>)) {
        let info = Pointer::ARTICLES.name("cover_info");
        let list = info.name("crop_percent_list");
        let crops = self.cover_info.given().and_then(|info| info.crop_percent_list.given());
        for (position, crop) in crops.into_iter().flatten().enumerate() {
            if let Some(crop) = crop.given() {
                look(position, crop, &list.position(position));
            }
        }
    }
}

#[derive(Default)]
pub(crate) struct ImageInfo<'a> {
    pub(crate) image_list: Slot<ImageList<'a>>,
}

#[derive(Default)]
pub(crate) struct ImageList<'a> {
    /// As many as are allowed need no memory of their own.
    pub(crate) images: SmallVec<[Slot<Image<'a>>; 20]>,
    /// Where the list begins in the input.
    pub(crate) offset: usize,
}

#[derive(Default)]
pub(crate) struct Image<'a> {
    pub(crate) image_media_id: Slot<Text<'a>>,
}

#[derive(Default)]
pub(crate) struct CoverInfo<'a> {
    pub(crate) crop_percent_list: Slot<CropPercentList<'a>>,
}

/// One entry a ratio needs no memory of its own.
pub(crate) type CropPercentList<'a> = SmallVec<[Slot<Crop<'a>>; 3]>;

/// An entry of `crop_percent_list`.
#[derive(Default)]
pub(crate) struct Crop<'a> {
    pub(crate) ratio: Slot<Text<'a>>,
    pub(crate) x1: Slot<Text<'a>>,
    pub(crate) y1: Slot<Text<'a>>,
    pub(crate) x2: Slot<Text<'a>>,
    pub(crate) y2: Slot<Text<'a>>,
    pub(crate) end: usize,
}

impl<'a> Crop<'a> {
    /// The ratio, if it is one that the vendor's page lists.
    pub(crate) fn known_ratio(&self) -> Option<Ratio> {
        Ratio::named(&self.ratio.given()?.bytes())
    }

    /// The corner fields with their names, in the order of the vendor's page.
    pub(crate) fn corners(&self) -> [(&'static str, &Slot<Text<'a>>); 4] {
        [("x1", &self.x1), ("y1", &self.y1), ("x2", &self.x2), ("y2", &self.y2)]
    }
}

#[derive(Default)]
pub(crate) struct ProductInfo<'a> {
    pub(crate) footer_product_info: Slot<FooterProductInfo<'a>>,
}

#[derive(Default)]
pub(crate) struct FooterProductInfo<'a> {
    pub(crate) product_key: Slot<Text<'a>>,
}
