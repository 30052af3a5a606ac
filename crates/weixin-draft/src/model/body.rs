//! From what was read to the body that is sent, as it was given.

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::json::{Integral, Number, Text};
use crate::read::{
    Article, ArticleType, CoverInfo, Crop, FooterProductInfo, Image, ImageInfo, ProductInfo,
    Request, Slot,
};

/// Writes a request without what may not be sent: fields that nobody knows or
/// that belong to the other type, and optional strings that are empty.
pub(crate) fn write_request(request: &Request<'_>) -> Vec<u8> {
    // Serialising strings, integers and maps into memory cannot fail.
    serde_json::to_vec(request).unwrap_or_default()
}

/// A map of the fields that are given.
struct Fields<S: Serializer> {
    map: S::SerializeMap,
}

impl<S: Serializer> Fields<S> {
    fn new(serializer: S) -> Result<Self, S::Error> {
        Ok(Fields { map: serializer.serialize_map(None)? })
    }

    fn field<T: Serialize>(mut self, name: &str, slot: &Slot<T>) -> Result<Self, S::Error> {
        if let Some(value) = slot.given() {
            self.map.serialize_entry(name, value)?;
        }
        Ok(self)
    }

    /// An optional string, which means nothing when it is empty.
    fn text(self, name: &str, slot: &Slot<Text<'_>>) -> Result<Self, S::Error> {
        if slot.filled().is_some() { self.field(name, slot) } else { Ok(self) }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.map.end()
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.decode())
    }
}

impl Serialize for Number<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.integral() {
            Integral::Small(value) => serializer.serialize_i64(value),
            // Only where the caller lowered the rule on its range.
            Integral::Huge | Integral::No => {
                let as_given = RawValue::from_string(self.as_str().to_owned());
                as_given.map_err(S::Error::custom)?.serialize(serializer)
            }
        }
    }
}

impl<T: Serialize> Serialize for Slot<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.given().serialize(serializer)
    }
}

impl Serialize for Request<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Fields::new(serializer)?
            .field("media_id", &self.media_id)?
            .field("index", &self.index)?
            .field("articles", &self.articles)?
            .end()
    }
}

impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = Fields::new(serializer)?
            .field("article_type", &self.article_type)?
            .field("title", &self.title)?
            .text("author", &self.author)?
            .text("digest", &self.digest)?
            .field("content", &self.content)?
            .text("content_source_url", &self.content_source_url)?
            .text("thumb_media_id", &self.thumb_media_id)?
            .field("need_open_comment", &self.need_open_comment)?
            .field("only_fans_can_comment", &self.only_fans_can_comment)?
            .text("pic_crop_235_1", &self.pic_crop_235_1)?
            .text("pic_crop_1_1", &self.pic_crop_1_1)?;
        let fields = match self.kind {
            ArticleType::News => fields,
            ArticleType::NewsPic | ArticleType::Unknown => {
                fields.field("image_info", &self.image_info)?
            }
        };
        fields
            .field("cover_info", &self.cover_info)?
            .field("product_info", &self.product_info)?
            .end()
    }
}

impl Serialize for ImageInfo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let list = match &self.image_list {
            Slot::Given(list) => Slot::Given(list.images.as_slice()),
            Slot::Absent | Slot::Unusable => Slot::Absent,
        };
        Fields::new(serializer)?.field("image_list", &list)?.end()
    }
}

impl Serialize for Image<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Fields::new(serializer)?.field("image_media_id", &self.image_media_id)?.end()
    }
}

impl Serialize for CoverInfo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let list = match &self.crop_percent_list {
            Slot::Given(list) => Slot::Given(list.as_slice()),
            Slot::Absent | Slot::Unusable => Slot::Absent,
        };
        Fields::new(serializer)?.field("crop_percent_list", &list)?.end()
    }
}

impl Serialize for Crop<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = Fields::new(serializer)?.field("ratio", &self.ratio)?;
        for (name, corner) in self.corners() {
            fields = fields.field(name, corner)?;
        }
        fields.end()
    }
}

impl Serialize for ProductInfo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Fields::new(serializer)?.field("footer_product_info", &self.footer_product_info)?.end()
    }
}

impl Serialize for FooterProductInfo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Fields::new(serializer)?.text("product_key", &self.product_key)?.end()
    }
}
