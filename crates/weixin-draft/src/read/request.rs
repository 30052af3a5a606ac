//! The fields of a request, level by level, in the order of the vendor's page.

use super::values::{
    Article, ArticleType, CoverInfo, Crop, CropPercentList, FooterProductInfo, Image, ImageInfo,
    ImageList, ProductInfo, Request, Slot,
};
use super::walk::{Fields, Member, Read, Walk};
use crate::json::Pointer;
use crate::report::Notes;
use crate::rules::{duplicate_key, field_not_for_type, missing_field, read_only_field};

const REQUEST: Fields = Fields { known: &["media_id", "index", "articles"], read_only: &[] };
const ARTICLE: Fields = Fields {
    known: &[
        "article_type",
        "title",
        "author",
        "digest",
        "content",
        "content_source_url",
        "thumb_media_id",
        "need_open_comment",
        "only_fans_can_comment",
        "pic_crop_235_1",
        "pic_crop_1_1",
        "image_info",
        "cover_info",
        "product_info",
    ],
    read_only: read_only_field::NAMES,
};
const IMAGE_INFO: Fields = Fields { known: &["image_list"], read_only: &[] };
const IMAGE: Fields = Fields { known: &["image_media_id"], read_only: &[] };
const COVER_INFO: Fields = Fields { known: &["crop_percent_list"], read_only: &[] };
const CROP: Fields = Fields { known: &["ratio", "x1", "y1", "x2", "y2"], read_only: &[] };
const PRODUCT_INFO: Fields = Fields { known: &["footer_product_info"], read_only: &[] };
const FOOTER_PRODUCT_INFO: Fields = Fields { known: &["product_key"], read_only: &[] };

/// Where each field has its place: the name of the object around it.
const PLACES: [(&str, Fields); 8] = [
    ("", REQUEST),
    ("articles", ARTICLE),
    ("image_info", IMAGE_INFO),
    ("image_list", IMAGE),
    ("cover_info", COVER_INFO),
    ("crop_percent_list", CROP),
    ("product_info", PRODUCT_INFO),
    ("footer_product_info", FOOTER_PRODUCT_INFO),
];

/// The name of the object, or of the list of objects, that has a field of this
/// name; it is empty for the request itself.
pub(crate) fn place_of(name: &str) -> Option<&'static str> {
    let place = PLACES.into_iter().find(|(_, fields)| fields.known.contains(&name));
    place.map(|(place, _)| place)
}

/// Reads a request; nothing is given when the text is not JSON to its end, or when
/// the document is no object. Either has been noted then.
pub(crate) fn read_request<'a>(text: &'a str, notes: &mut Notes<'_>) -> Slot<Request<'a>> {
    let mut walk = Walk::new(text, notes);
    let mut slot = Slot::Absent;
    let document = Member { name: b"", offset: 0, path: Pointer::ROOT };
    let result = request(&mut walk, &mut slot, &document).and_then(|()| walk.end());
    // Where the text is not JSON, nobody else does.
    walk.take_back(None);
    if result.is_err() {
        slot = Slot::Unusable;
    }
    slot
}

/// Reads an article that is a document of its own; `None` where nothing would be
/// given as above.
pub(crate) fn read_article<'a>(text: &'a str, notes: &mut Notes<'_>) -> Option<Article<'a>> {
    let mut walk = Walk::new(text, notes);
    let mut slot = Slot::Absent;
    let document = Member { name: b"", offset: 0, path: Pointer::ROOT };
    let result = article(&mut walk, &mut slot, &document).and_then(|()| walk.end());
    walk.take_back(None);
    match (result, slot) {
        (Ok(()), Slot::Given(article)) => Some(article),
        _ => None,
    }
}

fn request<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<Request<'a>>,
    document: &Member<'_>,
) -> Read<()> {
    let take = |walk: &mut Walk<'a, '_, '_>, request: &mut Request<'a>, member: &Member<'_>| {
        if member.is("media_id") {
            walk.string(&mut request.media_id, member)?;
        } else if member.is("index") {
            walk.integer(&mut request.index, member)?;
        } else if member.is("articles") {
            article(walk, &mut request.articles, member)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    };
    walk.object(slot, document, REQUEST, take, |walk, request, end, path| {
        let required = [
            ("media_id", request.media_id.is_absent()),
            ("index", request.index.is_absent()),
            ("articles", request.articles.is_absent()),
        ];
        missing_field::note(&required, end, path, walk.notes());
    })
}

fn article<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<Article<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let take = |walk: &mut Walk<'a, '_, '_>, article: &mut Article<'a>, member: &Member<'_>| {
        if member.is("article_type") {
            walk.string(&mut article.article_type, member)?;
        } else if member.is("title") {
            walk.string(&mut article.title, member)?;
        } else if member.is("author") {
            walk.string(&mut article.author, member)?;
        } else if member.is("digest") {
            walk.string(&mut article.digest, member)?;
        } else if member.is("content") {
            walk.string(&mut article.content, member)?;
        } else if member.is("content_source_url") {
            walk.string(&mut article.content_source_url, member)?;
        } else if member.is("thumb_media_id") {
            walk.string(&mut article.thumb_media_id, member)?;
        } else if member.is("need_open_comment") {
            walk.integer(&mut article.need_open_comment, member)?;
        } else if member.is("only_fans_can_comment") {
            walk.integer(&mut article.only_fans_can_comment, member)?;
        } else if member.is("pic_crop_235_1") {
            walk.string(&mut article.pic_crop_235_1, member)?;
        } else if member.is("pic_crop_1_1") {
            walk.string(&mut article.pic_crop_1_1, member)?;
        } else if member.is("image_info") {
            if article.image_info.is_absent() {
                article.image_info_offset = member.offset;
            }
            walk.set_aside(|walk| image_info(walk, &mut article.image_info, member))?;
        } else if member.is("cover_info") {
            cover_info(walk, &mut article.cover_info, member)?;
        } else if member.is("product_info") {
            product_info(walk, &mut article.product_info, member)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    };
    walk.object(slot, member, ARTICLE, take, |walk, article, end, path| {
        article.end = end;
        article.kind = ArticleType::of(&article.article_type);
        let is_newspic = article.kind == ArticleType::NewsPic;
        let required = [
            ("title", article.title.is_absent()),
            ("content", article.content.is_absent()),
            ("image_info", is_newspic && article.image_info.is_absent()),
        ];
        missing_field::note(&required, end, path, walk.notes());
        field_not_for_type::note(article, path, walk.notes());
        // An item of draft/get, which is no member, may yet become a newspic.
        if path.is_articles() && field_not_for_type::is_left_out(article, walk.notes()) {
            // Nothing of it is sent, so nothing in it is judged.
            article.image_info = Slot::Unusable;
            walk.take_back(Some(&duplicate_key::RULE));
        } else {
            walk.take_back(None);
        }
    })
}

fn image_info<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<ImageInfo<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let take = |walk: &mut Walk<'a, '_, '_>, info: &mut ImageInfo<'a>, member: &Member<'_>| {
        if member.is("image_list") {
            image_list(walk, &mut info.image_list, member)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    };
    walk.object(slot, member, IMAGE_INFO, take, |walk, info, end, path| {
        let required = [("image_list", info.image_list.is_absent())];
        missing_field::note(&required, end, path, walk.notes());
    })
}

fn image_list<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<ImageList<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let begin = |list: &mut ImageList<'a>, offset| list.offset = offset;
    walk.list(slot, member, begin, |walk, list, item| {
        let mut slot = Slot::Absent;
        image(walk, &mut slot, item)?;
        list.images.push(slot);
        Ok(())
    })
}

fn image<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<Image<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let take = |walk: &mut Walk<'a, '_, '_>, image: &mut Image<'a>, member: &Member<'_>| {
        if member.is("image_media_id") {
            walk.string(&mut image.image_media_id, member)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    };
    walk.object(slot, member, IMAGE, take, |walk, image, end, path| {
        let required = [("image_media_id", image.image_media_id.is_absent())];
        missing_field::note(&required, end, path, walk.notes());
    })
}

fn cover_info<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<CoverInfo<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let take = |walk: &mut Walk<'a, '_, '_>, info: &mut CoverInfo<'a>, member: &Member<'_>| {
        if member.is("crop_percent_list") {
            crop_percent_list(walk, &mut info.crop_percent_list, member)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    };
    walk.object(slot, member, COVER_INFO, take, |_, _, _, _| ())
}

fn crop_percent_list<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<CropPercentList<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    walk.list(
        slot,
        member,
        |_, _| (),
        |walk, list, item| {
            let mut slot = Slot::Absent;
            crop(walk, &mut slot, item)?;
            list.push(slot);
            Ok(())
        },
    )
}

fn crop<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<Crop<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let take = |walk: &mut Walk<'a, '_, '_>, crop: &mut Crop<'a>, member: &Member<'_>| {
        if member.is("ratio") {
            walk.string(&mut crop.ratio, member)?;
        } else if member.is("x1") {
            walk.string(&mut crop.x1, member)?;
        } else if member.is("y1") {
            walk.string(&mut crop.y1, member)?;
        } else if member.is("x2") {
            walk.string(&mut crop.x2, member)?;
        } else if member.is("y2") {
            walk.string(&mut crop.y2, member)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    };
    walk.object(slot, member, CROP, take, |_, crop, end, _| crop.end = end)
}

fn product_info<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<ProductInfo<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let take = |walk: &mut Walk<'a, '_, '_>, info: &mut ProductInfo<'a>, member: &Member<'_>| {
        if member.is("footer_product_info") {
            footer(walk, &mut info.footer_product_info, member)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    };
    walk.object(slot, member, PRODUCT_INFO, take, |_, _, _, _| ())
}

fn footer<'a>(
    walk: &mut Walk<'a, '_, '_>,
    slot: &mut Slot<FooterProductInfo<'a>>,
    member: &Member<'_>,
) -> Read<()> {
    let take =
        |walk: &mut Walk<'a, '_, '_>, info: &mut FooterProductInfo<'a>, member: &Member<'_>| {
            if member.is("product_key") {
                walk.string(&mut info.product_key, member)?;
            } else {
                return Ok(false);
            }
            Ok(true)
        };
    walk.object(slot, member, FOOTER_PRODUCT_INFO, take, |_, _, _, _| ())
}
